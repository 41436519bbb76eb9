// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "project/renewal_parts.h"

namespace trefpunt {

namespace {

Text label_of_field(const std::string& field) {
  static const std::map<std::string, Text> labels = {
      {"name", {"naam", "name"}},
      {"number", {"nummer", "number"}},
      {"use", {"gebruik", "use"}},
      {"unit", {"afdeling", "unit"}},
      {"beds", {"bedden", "beds"}},
      {"access", {"toegang", "access"}},
      {"building_function", {"gebruiksfunctie", "building function"}},
      {"opening_hours", {"openingstijden", "opening hours"}},
      {"area_m2", {"oppervlakte", "area"}},
      {"stated_area_m2", {"opgegeven oppervlakte", "stated area"}},
      {"clear_width", {"vrije doorgang", "clear width"}},
      {"opening_width", {"breedte van de opening", "width of the opening"}},
      {"threshold_height", {"drempel", "threshold"}},
      {"sill_height", {"vensterbank", "sill"}},
      {"walking_length", {"looplengte", "walking length"}},
      {"slope", {"helling", "slope"}},
      {"lock", {"slot", "lock"}},
      {"entrance", {"ingang", "entrance"}},
      {"is_glass", {"glas", "glass"}},
      {"is_opening", {"opening zonder deur", "opening without a leaf"}},
      {"kind", {"soort", "kind"}},
      {"places", {"plaatsen", "places"}},
      {"storey", {"verdieping", "storey"}},
      {"level", {"niveau", "level"}},
      {"in_wijk", {"plaats in de wijk", "place in the neighbourhood"}},
      {"crs", {"coördinatenstelsel", "coordinate system"}},
  };
  const auto found = labels.find(field);
  return found == labels.end() ? Text{field, field} : found->second;
}

Text or_unknown(const std::string& value, const Text& words) {
  return value.empty() ? Text{"niet bekend", "not known"} : words;
}

std::string for_programs(std::optional<double> value, int decimals) {
  return value ? fmt::format("{:.{}f}", *value, decimals) : "";
}

Text with_unit(std::optional<double> value, int decimals, const char* unit) {
  if (!value) return {};
  return {format_number(*value, decimals, Lang::Nl) + unit,
          format_number(*value, decimals, Lang::En) + unit};
}

}  // namespace

RenewedField field_changed(const std::string& field, const std::string& was, const std::string& is,
                           const Text& was_words, const Text& is_words) {
  const Text label = label_of_field(field), a = or_unknown(was, was_words),
             b = or_unknown(is, is_words);
  return {field,
          was,
          is,
          {fmt::format("{}: was {}, nu {}", label.nl, a.nl, b.nl),
           fmt::format("{}: was {}, now {}", label.en, a.en, b.en)}};
}

RenewedField field_changed(const std::string& field, const std::string& was,
                           const std::string& is) {
  return field_changed(field, was, is, {was, was}, {is, is});
}

RenewedField field_kept(const std::string& field, const std::string& was, const std::string& is,
                        const Text& was_words, const Text& is_words) {
  const Text label = label_of_field(field);
  return {
      field,
      was,
      is,
      {fmt::format("{} blijft {}; in het bestand staat {}", label.nl, was_words.nl, is_words.nl),
       fmt::format("{} stays {}; the file says {}", label.en, was_words.en, is_words.en)}};
}

RenewedField field_said(const std::string& field, const std::string& was, const Text& was_words) {
  const Text label = label_of_field(field);
  return {field,
          was,
          "",
          {fmt::format("{} was {}", label.nl, was_words.nl),
           fmt::format("{} was {}", label.en, was_words.en)}};
}

RenewedField metres_changed(const std::string& field, std::optional<double> was,
                            std::optional<double> is) {
  return field_changed(field, for_programs(was, 3), for_programs(is, 3), with_unit(was, 2, " m"),
                       with_unit(is, 2, " m"));
}

RenewedField area_changed(std::optional<double> was, std::optional<double> is) {
  return field_changed("area_m2", for_programs(was, 2), for_programs(is, 2),
                       with_unit(was, 2, " m²"), with_unit(is, 2, " m²"));
}

RenewedField moved_by(double metres) {
  const Text far = with_unit(metres, 2, " m");
  return {"moved_m", "", for_programs(metres, 2), {far.nl + " verschoven", "moved " + far.en}};
}

std::string words_of(const RenewalEntry& entry, Lang lang) {
  std::string words = entry.thing.in(lang);
  const bool is_storey = entry.id.starts_with(StoreyTag::letter);
  if (!entry.storey.empty() && !is_storey) words += " (" + entry.storey + ")";
  const char* before = ": ";
  for (const RenewedField& field : entry.fields) {
    words += before + field.words.in(lang);
    before = "; ";
  }
  if (entry.is_by_place) {
    words += Text{" [herkend aan de plek]", " [recognised by where it lies]"}.in(lang);
  }
  return words;
}

Text summary_of(const Renewal& renewal) {
  Text words{fmt::format("Herkend: {} aan hun kenmerk (zoals een GlobalId), {} aan hun plek.",
                         renewal.by_key, renewal.by_place),
             fmt::format("Recognised: {} by their key (as a GlobalId), {} by where they lie.",
                         renewal.by_key, renewal.by_place)};
  if (renewal.shift) {
    const auto far = [&](Lang lang) {
      return fmt::format("x {} m, y {} m", format_number(renewal.shift->x, 2, lang),
                         format_number(renewal.shift->y, 2, lang));
    };
    words.nl += " Het bestand heeft een ander nulpunt: alles ligt verschoven (" + far(Lang::Nl) +
                "); wat hier is getekend en geplaatst, schuift mee.";
    words.en += " The file has another origin: everything lies elsewhere (" + far(Lang::En) +
                "); what was drawn and placed here moves along.";
  }
  if (renewal.is_unchanged()) {
    words.nl += " Er is niets veranderd.";
    words.en += " Nothing changed.";
  } else if (renewal.slight > 0) {
    words.nl +=
        fmt::format(" Nog {} dingen zijn een beetje anders: minder dan 10 cm of een half procent.",
                    renewal.slight);
    words.en += fmt::format(" {} more are slightly different: less than 10 cm or half a percent.",
                            renewal.slight);
  }
  return words;
}

}  // namespace trefpunt
