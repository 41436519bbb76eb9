// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <cmath>

#include "embedded/versions_css.h"
#include "report/comparison.h"
#include "report/digest_words.h"
#include "report/page_frame.h"
#include "report/report_model.h"
#include "report/report_words.h"

namespace trefpunt {

namespace {

constexpr std::size_t kNamedInFront = 6;  // changes of status that the first sentence names

// One thing that differs, as a row.
struct Aspect {
  std::string what;
  Html before, after;
};

Html quoted_words(const std::string& words, const Page& page) {
  return words.empty() ? page.t("niets", "nothing") : said(words);
}

// "meer (2 personen)"; which way is up is not said, and nothing when it cannot be compared.
std::string more_or_less(const CriterionChange& change, Lang lang) {
  if (change.measured_differently || !change.before->value || !change.after->value) return "";
  const double* before = std::get_if<double>(&*change.before->value);
  const double* after = std::get_if<double>(&*change.after->value);
  const Text& unit = change.after->unit;
  if (!before || !after || is_yes_no(unit) || unit.nl != change.before->unit.nl) return "";
  const double by = std::abs(*after - *before);
  const bool is_share = unit.nl.find(" (0-1)") != std::string::npos;
  const std::string amount =
      is_share ? format_short(100 * by, 2, lang) +
                     (lang == Lang::Nl ? " procentpunt" : " percentage points")
               : format_short(by, 3, lang) + (unit.in(lang).empty() ? "" : " " + unit.in(lang));
  const char* way = *after > *before ? (lang == Lang::Nl ? "meer" : "more")
                                     : (lang == Lang::Nl ? "minder" : "less");
  return fmt::format(" – {} ({})", way, amount);
}

void add_value(const Page& page, const CriterionChange& change, std::vector<Aspect>& rows) {
  std::string before = digest_value(*change.before, page.lang());
  std::string after = digest_value(*change.after, page.lang());
  // What differs must not read the same.
  for (int more = 1; before == after && more <= 6; ++more) {
    before = digest_value(*change.before, page.lang(), more);
    after = digest_value(*change.after, page.lang(), more);
  }
  rows.push_back({page.plain("uitkomst", "result"), text(before),
                  text(after + more_or_less(change, page.lang()))});
}

Html measuring_words(const Page& page, const DigestCriterion& entry) {
  std::string words =
      entry.measure.empty()
          ? page.plain("niet gemeten", "not measured")
          : fmt::format("{} {} {}", entry.measure, page.plain("versie", "version"), entry.version);
  for (const auto& [id, value] : entry.parameters) {
    words += fmt::format(", {} {}", id, format_short(value, 6, page.lang()));
  }
  return text(words);
}

// All fields of an answer or explanation that the other report does not have.
Html all_said(const Page& page, const DigestCriterion& entry, const std::string& kind) {
  const auto found = entry.said.find(kind);
  if (found == entry.said.end()) return page.t("geen", "none");
  Html all;
  for (const auto& [field, words] : found->second) {
    const std::string label = said_label(entry.id, kind + "." + field, page.lang());
    const std::size_t start = label.find(": ") + 2;
    all = all + (all.empty() ? Html{} : Html{"<br>"}) + text(label.substr(start) + ": ") +
          said(said_words(entry.id, kind + "." + field, words, page.lang()));
  }
  return tag("span", all);
}

std::vector<Aspect> aspects_of(const Page& page, const CriterionChange& change) {
  std::vector<Aspect> rows;
  if (!change.is_both()) {
    const auto cell = [&](const DigestCriterion* side) {
      return side ? digest_badge(*side, page.lang())
                  : page.t("niet in dit rapport", "not in this report");
    };
    rows.push_back({change.before ? page.plain("criterium verdween", "criterion went")
                                  : page.plain("criterium kwam erbij", "criterion came"),
                    cell(change.before), cell(change.after)});
    return rows;
  }
  const DigestCriterion& before = *change.before;
  const DigestCriterion& after = *change.after;
  if (change.status) {
    rows.push_back({page.plain("status", "status"), digest_badge(before, page.lang()),
                    digest_badge(after, page.lang())});
  }
  if (change.value) add_value(page, change, rows);
  if (change.measured_differently) {
    rows.push_back({page.plain("hoe er is gemeten; de uitkomsten zijn daarom niet te vergelijken",
                               "how it was measured; so the results cannot be compared"),
                    measuring_words(page, before), measuring_words(page, after)});
  }
  if (change.threshold) {
    rows.push_back({page.plain("drempel", "threshold"), said(digest_threshold(before, page.lang())),
                    said(digest_threshold(after, page.lang()))});
  }
  std::string told;  // the kind that was told as a whole
  for (const std::string& key : change.said) {
    const std::string kind = key.substr(0, key.find('.'));
    const bool is_whole = before.said.contains(kind) != after.said.contains(kind);
    if (is_whole && kind != told) {
      told = kind;
      rows.push_back({said_kind(kind, page.lang()), all_said(page, before, kind),
                      all_said(page, after, kind)});
    }
    if (is_whole) continue;
    const auto words = [&](const DigestCriterion& side) {
      return quoted_words(said_words(side.id, key, said_at(side, key), page.lang()), page);
    };
    rows.push_back({said_label(after.id, key, page.lang()), words(before), words(after)});
  }
  return rows;
}

void write_theme_changes(Page& page, const ThemeChange& theme) {
  page.heading(3, "theme-" + theme.theme.id, page.t(name_of(theme.theme)));
  std::vector<std::vector<Html>> rows;
  std::string unchanged;
  for (const CriterionChange& change : theme.criteria) {
    if (!change.any()) {
      unchanged += (unchanged.empty() ? "" : ", ") + change.one().id + " " +
                   squeeze(change.one().title.in(page.lang()));
      continue;
    }
    bool is_first = true;
    for (Aspect& aspect : aspects_of(page, change)) {
      Html name = tag("span class=\"code\"", text(change.one().id));
      if (is_first) name = name + text(" ") + text(change.one().title.in(page.lang()));
      rows.push_back(
          {std::move(name), text(aspect.what), std::move(aspect.before), std::move(aspect.after)});
      is_first = false;
    }
  }
  page.table(page.t("Wat veranderde bij ", "What changed under ") + page.t(name_of(theme.theme)) +
                 text("."),
             {{page.plain("criterium", "criterion")},
              {page.plain("wat", "what")},
              {page.plain("eerst", "before")},
              {page.plain("nu", "now")}},
             rows, "changes");
  if (rows.empty()) page.paragraph(page.t("Hier veranderde niets.", "Nothing changed here."));
  if (!unchanged.empty()) {
    page.paragraph(page.t("Gelijk gebleven: ", "The same in both: ") + text(unchanged) + text("."),
                   "note");
  }
}

void write_heads(Page& page, const ReportComparison& comparison) {
  std::vector<std::vector<Html>> rows;
  for (const ReportDigest* report : {&comparison.before, &comparison.after}) {
    rows.push_back(
        {report == &comparison.before ? page.t("eerst", "before") : page.t("nu", "now"),
         said(name_of(*report, page.lang())), text(format_date(report->date, page.lang())),
         report->is_final ? page.t("definitief", "final") : page.t("concept", "draft"),
         page.t(scope_words(report->scope)) + text(fmt::format(" ({})", report->criteria.size())),
         said(report->catalogue_version)});
  }
  page.table(page.t("De twee rapporten. Tussen haakjes staat het aantal criteria.",
                    "The two reports, with the number of criteria in brackets."),
             {{page.plain("rapport", "report")},
              {page.plain("naam", "name")},
              {page.plain("datum", "date")},
              {page.plain("stand", "state")},
              {page.plain("reikwijdte", "scope")},
              {page.plain("catalogus", "catalogue")}},
             rows);
}

Html short_hash(const DigestInput* input) {
  if (!input) return {};
  return tag("span",
             said(input->name) + text(" ") + tag("code", text(input->sha256.substr(0, 12))));
}

void write_inputs(Page& page, const ReportComparison& comparison) {
  page.raw("<section>\n");
  page.heading(2, "inputs", page.t("Gegevens die verschillen", "Inputs that differ"));
  std::vector<std::vector<Html>> rows;
  for (const InputChange& change : comparison.inputs) {
    const auto side = [&](const DigestInput* input) {
      return input ? short_hash(input) : page.t("niet gebruikt", "not used");
    };
    rows.push_back({page.t(role_words((change.after ? change.after : change.before)->role)),
                    side(change.before), side(change.after)});
  }
  page.table(page.t("Bestanden, met het begin van hun controlegetal (SHA-256)",
                    "Files, with the start of their checksum (SHA-256)"),
             {{page.plain("waarvoor", "what for")},
              {page.plain("eerst", "before")},
              {page.plain("nu", "now")}},
             rows);
  if (rows.empty()) {
    page.paragraph(page.t("Beide rapporten zijn van dezelfde bestanden gemaakt.",
                          "Both reports were made from the same files."));
  }
  const std::string& before = comparison.before.catalogue_version;
  const std::string& after = comparison.after.catalogue_version;
  if (before == after) {
    page.paragraph(page.t("Beide gebruiken dezelfde catalogus van criteria.",
                          "Both use the same catalogue of criteria."));
  } else {
    page.paragraph(tag("strong", page.t("De catalogus van criteria verschilt: eerst ",
                                        "The catalogue of criteria differs: before ") +
                                     said(before) + page.t(", nu ", ", now ") + said(after) +
                                     text(".")) +
                   page.t(" Een criterium kan daardoor iets anders vragen.",
                          " A criterion may therefore ask something else."));
  }
  page.raw("</section>\n");
}

void write_finding_list(Page& page, const Html& title,
                        const std::vector<const DigestFinding*>& all) {
  page.heading(3, "", title);
  if (all.empty()) page.paragraph(page.t("Geen.", "None."));
  std::vector<Html> items;
  for (const DigestFinding* one : all) {
    Html item = text(fmt::format("{}: ", one->code)) + said(one->sentence.in(page.lang()));
    const std::string place =
        one->storey + (one->storey.empty() || one->object.empty() ? "" : ", ") + one->object;
    if (!place.empty()) item = item + text(" (") + said(place) + text(")");
    items.push_back(std::move(item));
  }
  page.list(items);
}

}  // namespace

std::string changes_in_status(const ReportComparison& comparison, Lang lang) {
  const Page page(lang);
  std::vector<std::string> named;
  std::size_t came = 0, went = 0;
  for (const ThemeChange& theme : comparison.themes) {
    for (const CriterionChange& change : theme.criteria) {
      if (!change.before) ++came;
      if (!change.after) ++went;
      if (!change.is_both() || !change.status) continue;
      named.push_back(
          fmt::format(fmt::runtime(page.plain("{} {} van {} naar {}", "{} {} from {} to {}")),
                      change.one().id, squeeze(change.one().title.in(lang)),
                      letter(change.before->status), letter(change.after->status)));
    }
  }
  std::string out;
  for (std::size_t i = 0; i < named.size() && i < kNamedInFront; ++i) {
    out += (i ? "; " : "") + named[i];
  }
  if (named.empty()) {
    out = page.plain("Geen enkele status veranderde.", "No status changed.");
  } else {
    out = page.plain("In status veranderde: ", "Changed in status: ") + out;
    if (named.size() > kNamedInFront) {
      out += fmt::format(fmt::runtime(page.plain("; en nog {}", "; and {} more")),
                         named.size() - kNamedInFront);
    }
    out += ".";
  }
  const auto counted = [&](std::size_t n, const char* one_nl, const char* more_nl,
                           const char* one_en, const char* more_en) {
    if (n == 0) return;
    const std::string form = n == 1 ? page.plain(one_nl, one_en) : page.plain(more_nl, more_en);
    out += fmt::format(fmt::runtime(form), n);
  };
  counted(came, " Er kwam {} criterium bij.", " Er kwamen {} criteria bij.", " {} criterion came.",
          " {} criteria came.");
  counted(went, " Er viel {} criterium weg.", " Er vielen {} criteria weg.", " {} criterion went.",
          " {} criteria went.");
  return out;
}

std::string comparison_html(const ReportComparison& comparison, Lang lang) {
  Page page(lang);
  const std::string names = name_of(comparison.before, lang) == name_of(comparison.after, lang)
                                ? name_of(comparison.after, lang)
                                : name_of(comparison.before, lang) + page.plain(" en ", " and ") +
                                      name_of(comparison.after, lang);
  open_page(page, page.plain("Twee rapporten vergeleken – ", "Two reports compared – ") + names, "",
            embedded::versions_css);
  skip_link(page, "changed", page.t("Naar wat veranderde", "Skip to what changed"));
  page.raw(badge_signs());
  page.raw("<main>\n<header class=\"cover\">\n");
  page.paragraph(page.t("Twee rapporten vergeleken", "Two reports compared"), "kicker");
  page.heading(1, "", said(names));
  page.raw("</header>\n");
  page.paragraph(tag("strong", text(changes_in_status(comparison, lang))), "lead");
  page.paragraph(page.t(
      "Deze pagina legt de rapporten naast elkaar, per criterium. Er is geen totaal en geen "
      "oordeel welke versie de betere is: dat weegt u zelf, met de uitleg erbij.",
      "This page lays the reports side by side, per criterion. There is no total and no verdict "
      "on which version is the better one: that is yours to weigh, with the explanations."));
  write_heads(page, comparison);
  page.raw("<section>\n");
  page.heading(2, "changed", page.t("Wat veranderde", "What changed"));
  for (const ThemeChange& theme : comparison.themes) write_theme_changes(page, theme);
  page.raw("</section>\n");
  write_inputs(page, comparison);
  page.raw("<section>\n");
  page.heading(2, "findings", page.t("Bevindingen over de gegevens", "Findings on the inputs"));
  write_finding_list(page, page.t("Nieuw", "New"), comparison.came);
  write_finding_list(page, page.t("Verdwenen", "Gone"), comparison.went);
  page.raw("</section>\n");
  close_page(page);
  return page.take();
}

}  // namespace trefpunt
