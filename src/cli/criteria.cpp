// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "report/catalogue_markdown.h"
#include "report/report_model.h"
#include "report/report_words.h"

namespace trefpunt {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::pair<Comparison, const char*> kOperators[] = {{Comparison::AtLeast, ">="},
                                                             {Comparison::AtMost, "<="},
                                                             {Comparison::Equal, "=="},
                                                             {Comparison::Filled, "filled"}};

Json in_both(const Text& text) {
  return text.empty() ? Json(nullptr) : Json{{"nl", text.nl}, {"en", text.en}};
}

Json listed(const std::vector<CriterionParameter>& parameters) {
  Json list = Json::array();
  for (const CriterionParameter& one : parameters) {
    list.push_back({{"id", one.id},
                    {"unit", one.unit},
                    {"value", one.value},
                    {"assumption", in_both(one.assumption)}});
  }
  return list;
}

Json listed(const std::vector<Field>& fields) {
  Json list = Json::array();
  for (const Field& field : fields) {
    Json choices = Json::array();
    for (const Choice& choice : field.choices) {
      choices.push_back({{"id", choice.id}, {"label", in_both(choice.label)}});
    }
    Json only = nullptr;
    if (!field.required_if_field.empty()) {
      only = {{"field", field.required_if_field}, {"is", field.required_if_value}};
    }
    list.push_back({{"id", field.id},
                    {"kind", field.kind},
                    {"label", in_both(field.label)},
                    {"required", field.required},
                    {"required_if", only},
                    {"choices", choices}});
  }
  return list;
}

Json listed(const std::vector<Citation>& sources, Lang lang) {
  Json list = Json::array();
  for (const Citation& source : sources) {
    list.push_back({{"document", source.document.in(lang)},
                    {"locator", source.locator.in(lang)},
                    {"document_text", in_both(source.document)},
                    {"locator_text", in_both(source.locator)},
                    {"url", source.url.empty() ? Json(nullptr) : Json(source.url)},
                    {"read", source.read}});
  }
  return list;
}

Json threshold_json(const Threshold& threshold) {
  Json out = {{"operator", nullptr},
              {"default", threshold.value ? Json(*threshold.value) : Json(nullptr)},
              {"basis", id_of(threshold.basis)},
              {"basis_read", threshold.basis_read},
              {"suggestion", in_both(threshold.suggestion)},
              {"note", in_both(threshold.note)}};
  for (const auto& [comparison, word] : kOperators) {
    if (comparison == threshold.comparison) out["operator"] = word;
  }
  return out;
}

Json criterion_json(const Criterion& criterion, Lang lang) {
  const auto or_null = [](const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
  };
  Json wijk = nullptr;
  if (criterion.in_wijk) {
    const WijkForm& form = *criterion.in_wijk;
    wijk = {{"text", in_both(form.text)},
            {"measure", form.measure},
            {"headline", form.headline},
            {"unit", in_both(form.unit)},
            {"direction", form.direction},
            {"parameters", listed(form.parameters)},
            {"suggestion", in_both(form.suggestion)}};
  }
  return {{"id", criterion.id},
          {"entry_type", criterion.entry_type},
          {"kind", criterion.kind},
          {"scale", criterion.scale},
          {"theme", criterion.theme},
          {"title", in_both(criterion.title)},
          {"text", in_both(criterion.text)},
          {"sources", listed(criterion.sources, lang)},
          {"measure", or_null(criterion.measure)},
          {"headline", or_null(criterion.headline)},
          {"unit", in_both(criterion.unit)},
          {"direction", or_null(criterion.direction)},
          {"parameters", listed(criterion.parameters)},
          {"fields", listed(criterion.fields)},
          {"complete_when", in_both(criterion.complete_when)},
          {"threshold", threshold_json(criterion.threshold)},
          {"needs_declaration", criterion.needs_declaration},
          {"parts", criterion.parts},
          {"evidence", criterion.evidence},
          {"evidence_note", in_both(criterion.evidence_note)},
          {"pair_with", criterion.pair_with},
          {"rvs_approach", criterion.rvs_approach},
          {"wac_elements", criterion.wac_elements},
          {"wijk", wijk}};
}

void print_plain(const Catalogue& catalogue, Lang lang) {
  for (const Theme& theme : catalogue.themes) {
    fmt::print("{}\n", theme.title.in(lang));
    for (const Criterion& criterion : catalogue.criteria) {
      if (criterion.theme != theme.id) continue;
      fmt::print("  {:<9} {}\n", criterion.id, criterion.title.in(lang));
      if (!is_rule(criterion)) {
        const Threshold& own = criterion.threshold;
        const bool has_number = own.value && own.comparison != Comparison::Filled;
        const ReportCriterion entry{.criterion = &criterion};
        fmt::print("            {}: {}\n", Text{"grondslag", "basis"}.in(lang),
                   name_of(own.basis).in(lang) +
                       (has_number ? "; " + threshold_words(entry, *own.value, lang) : ""));
      }
      for (const Citation& source : criterion.sources) {
        fmt::print("            {}, {} ({})\n", source.document.in(lang), source.locator.in(lang),
                   read_words(source.read).in(lang));
      }
    }
  }
}

}  // namespace

Result<int> run_criteria(const InputOptions& input, CriteriaForm form, Lang lang) {
  const Result<Catalogue> catalogue = load_catalogue(input);
  if (!catalogue) return catalogue.error();
  if (form == CriteriaForm::Markdown) {
    fmt::print("{}", catalogue_markdown(*catalogue, lang));
    return 0;
  }
  if (form == CriteriaForm::Plain) {
    print_plain(*catalogue, lang);
    return 0;
  }
  Json out = Json::array();
  for (const Criterion& criterion : catalogue->criteria) {
    out.push_back(criterion_json(criterion, lang));
  }
  fmt::print("{}\n", out.dump(1));
  return 0;
}

}  // namespace trefpunt
