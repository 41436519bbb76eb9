// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/catalogue_markdown.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "criteria/counted.h"
#include "report/report_model.h"
#include "report/report_words.h"

namespace trefpunt {

namespace {

constexpr int kElements = 11;

// What Markdown would read as its own, in words that stand in running text.
std::string plain(const std::string& words) {
  std::string out;
  for (const char c : words) {
    if (c == '\n' || c == '\r') {
      out += ' ';
      continue;
    }
    if (std::string_view("\\`*_[]<>|").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string anchor(const std::string& id) {
  return fold(id);
}

class CatalogueWriter {
 public:
  CatalogueWriter(const Catalogue& catalogue, Lang lang) : catalogue_(catalogue), lang_(lang) {}

  std::string whole() {
    introduction();
    for (const Theme& theme : catalogue_.themes) part(theme);
    not_asked();
    return out_;
  }

 private:
  std::string t(const char* nl, const char* en) const { return lang_ == Lang::Nl ? nl : en; }
  std::string t(const Text& text) const { return plain(text.in(lang_)); }
  void line(const std::string& words) { out_ += words + "\n"; }
  void item(const std::string& about, const std::string& words) {
    if (!words.empty()) line("- **" + about + ":**" + (words[0] == '\n' ? "" : " ") + words);
  }
  std::string link(const std::string& id) const {
    return "[" + plain(id) + "](#" + anchor(id) + ")";
  }

  void introduction() {
    line("<!-- SPDX-License-Identifier: GPL-3.0-or-later -->");
    line(t("# De criteria", "# The criteria"));
    line("");
    line(t("Deze pagina is gemaakt uit de catalogus zelf, met `trefpunt criteria --markdown`.",
           "This page was made from the catalogue itself, with `trefpunt criteria --markdown "
           "--lang en`.") +
         " " + t("Versie", "Version") + " " + plain(catalogue_.version) + ".");
    line("");
    line(t(
        "Een criterium is wat een plan gevraagd wordt. Alle teksten zijn in eigen woorden. Bij "
        "elke "
        "bron staat hoe die is gelezen: helemaal, alleen een deel, of niet. Een drempel heeft een "
        "grondslag. Waar geen norm bestaat, stelt de planner een drempel vast en zegt waarom; "
        "zonder drempel is de uitkomst alleen beschrijvend. Het bewijs (E1 tot en met E4) gaat "
        "over gebruik en ontmoeting, nooit over minder eenzaamheid. Een advies is geen wet.",
        "A criterion is what a plan is asked. All texts are in our own words. With each source it "
        "says how it was read: whole, in part, or not. A threshold has a basis. Where no norm "
        "exists the planner declares a threshold and says why; without one the result is only "
        "descriptive. The evidence (E1 to E4) is about use and encounter, never about less "
        "loneliness. Advice is not law."));
    line("");
    for (const char* mark : {"E1", "E2", "E3", "E4"}) {
      line(fmt::format("- {}: {}.", mark, t(evidence_words(mark))));
    }
    line("");
    line(
        t("De RVS noemt vier manieren om met sociale verbondenheid te werken (*Gezond Verbonden*, "
          "paragraaf 3.3). De wetenschappelijke adviescommissie noemt elf werkzame elementen "
          "(*Eenzaamheidsbeleid*). Bij een criterium staat bij welke het hoort.",
          "The RVS names four ways to work with social connectedness (*Gezond Verbonden*, section "
          "3.3). The scientific advisory committee names eleven active elements "
          "(*Eenzaamheidsbeleid*). A criterion says to which it belongs."));
    line("");
  }

  void part(const Theme& theme) {
    const auto is_own = [&](const Criterion& one) { return one.theme == theme.id; };
    if (std::none_of(catalogue_.criteria.begin(), catalogue_.criteria.end(), is_own)) return;
    line("## " + t(theme.title));
    line("");
    for (const Criterion& criterion : catalogue_.criteria) {
      if (is_own(criterion)) entry(criterion);
    }
  }

  void entry(const Criterion& criterion) {
    line(fmt::format("### <a id=\"{}\"></a>{} {}", anchor(criterion.id), plain(criterion.id),
                     t(criterion.title)));
    line("");
    line(t(criterion.text));
    line("");
    if (!is_rule(criterion)) {
      item(t("Geldt voor", "Holds for"), scales(criterion));
      measured(criterion);
      questions(criterion);
    }
    threshold(criterion);
    std::string sources;
    for (const Citation& source : criterion.sources) {
      sources += "\n  - " + document(source) + ". " + t(source.locator) + " (" +
                 t(read_words(source.read)) + ").";
    }
    item(t("Bronnen", "Sources"), sources);
    item(t("Bewijs", "Evidence"), criterion.evidence + ". " + t(criterion.evidence_note));
    std::string pairs;
    for (const std::string& id : criterion.pair_with)
      pairs += (pairs.empty() ? "" : ", ") + link(id);
    item(t("Lees samen met", "Read together with"), pairs);
    if (!criterion.rvs_approach.empty()) {
      item(t("Manier van de RVS", "Way of the RVS"),
           fmt::format("{}.", fmt::join(criterion.rvs_approach, ", ")));
    }
    std::string elements;
    for (const int element : criterion.wac_elements) {
      elements += fmt::format("{}{} {}", elements.empty() ? "" : ", ", element,
                              t(name_of_element(element)));
    }
    item(t("Element van de commissie", "Element of the committee"), elements);
    line("");
  }

  std::string document(const Citation& source) const {
    if (source.url.empty()) return t(source.document);
    return "[" + t(source.document) + "](" + source.url + ")";
  }

  std::string scales(const Criterion& criterion) const {
    std::string words;
    for (const std::string& scale : criterion.scale) {
      const Text name = scale == "building" ? Text{"gebouw", "building"}
                        : scale == "campus" ? Text{"gebouw met terrein", "building with grounds"}
                                            : Text{scale, scale};
      words += (words.empty() ? "" : ", ") + t(name);
    }
    return words + ".";
  }

  std::string measure(const std::string& id, const Text& unit) const {
    const MeasureInfo* info = info_of(id);
    return "[" + plain(id) + "](measures/" + id + ".md)" +
           (unit.empty() ? "" : ", " + t("in", "in") + " " + t(unit)) +
           (info ? ". " + t(info->formula) : ".");
  }

  void parameters(const std::string& measure, const std::vector<CriterionParameter>& own) {
    const MeasureInfo* info = info_of(measure);
    for (const CriterionParameter& parameter : own) {
      std::string unit = plain(parameter.unit);
      for (const ParameterInfo& theirs : info ? info->parameters : std::vector<ParameterInfo>()) {
        if (theirs.id == parameter.id) unit = t(theirs.unit);
      }
      line(fmt::format("  - {} `{}`: {}{} ({}).", t("Rekenwaarde", "Parameter"), parameter.id,
                       format_short(parameter.value, 4, lang_), unit.empty() ? "" : " " + unit,
                       t(parameter.assumption)));
    }
  }

  void measured(const Criterion& criterion) {
    if (criterion.measure.empty()) return;
    item(t("Maat", "Measure"), measure(criterion.measure, criterion.unit));
    parameters(criterion.measure, criterion.parameters);
    if (!criterion.in_wijk) return;
    item(t("In een wijk", "In a wijk"),
         t(criterion.in_wijk->text) + " " + t("Maat: ", "Measure: ") +
             measure(criterion.in_wijk->measure, criterion.in_wijk->unit));
    parameters(criterion.in_wijk->measure, criterion.in_wijk->parameters);
  }

  void questions(const Criterion& criterion) {
    if (criterion.fields.empty()) return;
    std::string fields;
    for (const Field& field : criterion.fields) {
      fields += "\n  - " + t(field.label);
      std::string choices;
      for (const Choice& choice : field.choices) {
        choices += (choices.empty() ? "" : "; ") + t(choice.label);
      }
      if (!choices.empty()) fields += " (" + choices + ")";
      if (!field.required && !counted_info(criterion.measure))
        fields += t(" Mag leeg blijven.", " May stay empty.");
    }
    item(t("Vragen", "Questions"), t(criterion.complete_when) + fields);
  }

  void threshold(const Criterion& criterion) {
    const Threshold& own = criterion.threshold;
    std::string words = t(name_of(own.basis));
    if (!own.note.empty()) words = words.substr(0, words.find(';'));  // the note says the rest
    if (!own.basis_read) words += t(" (bron niet ingezien)", " (source not read)");
    words += ".";
    if (own.value && own.comparison != Comparison::Filled && !is_rule(criterion)) {
      const ReportCriterion entry{.criterion = &criterion};
      words += " " + plain(threshold_words(entry, *own.value, lang_)) + ".";
    }
    for (const Text* more : {&own.note, &own.suggestion}) {
      if (!more->empty()) words += " " + t(*more);
    }
    if (criterion.in_wijk && !criterion.in_wijk->suggestion.empty()) {
      words += " " + t("In een wijk: ", "In a wijk: ") + t(criterion.in_wijk->suggestion);
    }
    item(t("Grondslag en drempel", "Basis and threshold"), words);
  }

  void not_asked() {
    const std::vector<int> elements = elements_without_criterion(catalogue_);
    if (elements.empty()) return;
    line(t("## Wat geen criterium heeft", "## What has no criterion"));
    line("");
    line(
        t("Deze werkzame elementen van de commissie zijn niet aan een plan te zien. Er is geen "
          "criterium voor; elk rapport zegt dat.",
          "These active elements of the committee do not show in a plan. There is no criterion for "
          "them; every report says so."));
    line("");
    for (const int element : elements) {
      line(fmt::format("- {} {}", element, t(name_of_element(element))));
    }
    line("");
    line(t("Ook voor plekken waar medewerkers elkaar ontmoeten is er nog geen criterium.",
           "Nor is there a criterion yet for places where staff meet each other."));
  }

  const Catalogue& catalogue_;
  Lang lang_;
  std::string out_;
};

}  // namespace

std::string catalogue_markdown(const Catalogue& catalogue, Lang lang) {
  return CatalogueWriter(catalogue, lang).whole();
}

std::vector<int> elements_without_criterion(const Catalogue& catalogue) {
  std::vector<int> without;
  for (int element = 1; element <= kElements; ++element) {
    const bool is_asked = std::any_of(
        catalogue.criteria.begin(), catalogue.criteria.end(), [&](const Criterion& criterion) {
          const std::vector<int>& own = criterion.wac_elements;
          return std::find(own.begin(), own.end(), element) != own.end();
        });
    if (!is_asked) without.push_back(element);
  }
  return without;
}

Text name_of_element(int element) {
  static const std::array<Text, kElements> names = {{
      {"maatschappelijk vertrouwen", "trust in society"},
      {"gemeenschapszin", "sense of community"},
      {"bestaanszekerheid", "a secure livelihood"},
      {"toegankelijkheid van de samenleving", "an accessible society"},
      {"acceptatie van verschillen", "acceptance of differences"},
      {"sociaal-emotionele competenties", "social and emotional skills"},
      {"realistische verwachtingen", "realistic expectations"},
      {"herhaalde ontmoetingen", "repeated encounters"},
      {"bezig zijn", "being active"},
      {"betekenisvol contact", "meaningful contact"},
      {"praktische ondersteuning", "practical support"},
  }};
  return element >= 1 && element <= kElements ? names[static_cast<std::size_t>(element - 1)]
                                              : Text{};
}

}  // namespace trefpunt
