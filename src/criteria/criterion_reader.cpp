// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/criterion_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "criteria/counted.h"

namespace trefpunt {

namespace {

constexpr std::pair<const char*, Basis> kBases[] = {
    {"legal", Basis::Legal},
    {"cited_guideline", Basis::CitedGuideline},
    {"cited_rule_of_thumb", Basis::CitedRuleOfThumb},
    {"source_process", Basis::SourceProcess},
    {"own_process", Basis::OwnProcess},
    {"planner_declared", Basis::PlannerDeclared},
    {"none_context_only", Basis::NoneContextOnly},
};

constexpr std::pair<const char*, Comparison> kComparisons[] = {
    {">=", Comparison::AtLeast},
    {"<=", Comparison::AtMost},
    {"==", Comparison::Equal},
    {"filled", Comparison::Filled},
};

// The text of a key that may only be one of a few words.
template <typename T, std::size_t N>
T one_of(ObjectReader& entry, const char* key, const std::pair<const char*, T> (&words)[N]) {
  const std::string text = entry.text(key);
  std::string known;
  for (const auto& [word, value] : words) {
    if (text == word) return value;
    known += (known.empty() ? "" : ", ") + std::string(word);
  }
  entry.fail({fmt::format("‘{}’ kan hier niet. Wel: {}.", text, known),
              fmt::format("'{}' cannot stand here. What can: {}.", text, known)},
             key);
  return words[0].second;
}

bool contains(const std::vector<std::string>& texts, const std::string& text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

void word_in(ObjectReader& entry, const char* key, const std::string& text,
             const std::vector<std::string>& words) {
  if (contains(words, text)) return;
  entry.fail({fmt::format("‘{}’ kan hier niet. Wel: {}.", text, fmt::join(words, ", ")),
              fmt::format("'{}' cannot stand here. What can: {}.", text, fmt::join(words, ", "))},
             key);
}

Citation read_citation(ObjectReader& entry) {
  Citation citation;
  citation.document = entry.both("document");
  citation.locator = entry.both("locator");
  citation.url = entry.text_or_empty("url");
  citation.read = entry.text("read");
  word_in(entry, "read", citation.read, {"whole", "excerpt", "not_read"});
  entry.end();
  return citation;
}

Field read_field(ObjectReader& entry) {
  Field field;
  field.id = entry.text("id");
  field.kind = entry.text("kind");
  word_in(entry, "kind", field.kind, {"text", "choice", "number", "date", "yesno"});
  field.label = entry.both("label");
  field.required = entry.yes_no("required");
  for (ObjectReader& choice : entry.objects("choices")) {
    field.choices.push_back({choice.text("id"), choice.both("label")});
    choice.end();
  }
  if (std::optional<ObjectReader> only = entry.object_or_none("required_if")) {
    field.required_if_field = only->text("field");
    field.required_if_value = only->text("is");
    only->end();
  }
  if ((field.kind == "choice") == field.choices.empty()) {
    entry.fail({"Een keuzeveld heeft keuzes, en een ander veld niet.",
                "A field of kind choice has choices, and another field has none."},
               "choices");
  }
  entry.end();
  return field;
}

Threshold read_threshold(ObjectReader entry) {
  Threshold threshold;
  threshold.comparison = one_of(entry, "operator", kComparisons);
  threshold.value = entry.number_or_none("default");
  threshold.basis = one_of(entry, "basis", kBases);
  threshold.basis_read = entry.yes_no("basis_read");
  threshold.suggestion = entry.both_or_empty("suggestion");
  threshold.note = entry.both_or_empty("note");
  if (threshold.value &&
      (threshold.basis == Basis::PlannerDeclared || threshold.basis == Basis::NoneContextOnly)) {
    entry.fail({"Zonder norm is er geen standaardwaarde: die stelt de planner vast.",
                "Without a norm there is no default: the planner declares it."},
               "default");
  }
  if (!threshold.basis_read &&
      (threshold.basis == Basis::Legal || threshold.basis == Basis::CitedGuideline)) {
    entry.fail({"Een getal uit een bron die niet is ingezien, heet geen wet of richtlijn.",
                "A number from a source that was not read is called neither law nor guideline."},
               "basis");
  }
  entry.end();
  return threshold;
}

void check_fields(ObjectReader& entry, const Criterion& criterion) {
  std::set<std::string> ids, choices;
  for (const Field& field : criterion.fields) {
    if (!ids.insert(field.id).second) {
      entry.fail({fmt::format("Het veld ‘{}’ staat er twee keer.", field.id),
                  fmt::format("Field '{}' stands there twice.", field.id)},
                 "fields");
    }
    for (const Choice& choice : field.choices) choices.insert(choice.id);
  }
  for (const Field& field : criterion.fields) {
    if (field.required_if_field.empty() || ids.contains(field.required_if_field)) continue;
    entry.fail({fmt::format("Het veld ‘{}’ bestaat niet.", field.required_if_field),
                fmt::format("There is no field '{}'.", field.required_if_field)},
               "required_if");
  }
  for (const std::string& part : criterion.parts) {
    if (!criterion.measure.empty() || choices.contains(part)) continue;
    entry.fail({fmt::format("‘{}’ is van geen enkel veld een keuze.", part),
                fmt::format("'{}' is a choice of no field.", part)},
               "parts");
  }
}

// Of a criterion, or of its form in a wijk.
template <typename Measured>
void read_measure(ObjectReader& measure, Measured& measured) {
  measured.measure = measure.text("id");
  measured.headline = measure.text("headline");
  measured.unit = measure.both("unit");
  measured.direction = measure.text("direction");
  measure.end();
}

std::vector<CriterionParameter> read_parameters(ObjectReader& entry) {
  std::vector<CriterionParameter> parameters;
  for (ObjectReader& parameter : entry.objects("parameters")) {
    parameters.push_back({parameter.text("id"), parameter.text("unit"), parameter.number("value"),
                          parameter.both("assumption")});
    parameter.end();
  }
  return parameters;
}

WijkForm read_wijk_form(ObjectReader& entry) {
  WijkForm form;
  form.text = entry.both("text");
  ObjectReader measure = entry.object("measure");
  read_measure(measure, form);
  form.parameters = read_parameters(entry);
  form.suggestion = entry.both_or_empty("suggestion");
  entry.end();
  return form;
}

// What an entry is made of: nothing for a rule, else a measure or fields to answer; both where the
// measure counts what the answer says.
void check_kind(ObjectReader& entry, const Criterion& criterion) {
  const bool has_measure = !criterion.measure.empty(), has_fields = !criterion.fields.empty();
  const bool is_counted = counted_info(criterion.measure) != nullptr;
  if (is_rule(criterion)) {
    if (!has_measure && !has_fields) return;
    entry.fail({"Een regel houdt het programma zelf aan: zonder maat en zonder velden.",
                "A rule is kept by the program itself: without a measure and without fields."},
               "entry_type");
  } else if (is_counted != (has_measure && has_fields)) {
    entry.fail({"Alleen een maat die een antwoord telt, heeft ook velden om te beantwoorden.",
                "Only a measure that counts an answer has fields to answer as well."},
               "measure");
  } else if (!has_measure && !has_fields) {
    entry.fail({"Een criterium heeft een maat of velden om te beantwoorden.",
                "A criterion has a measure or fields to answer."},
               "measure");
  } else if (has_measure == (criterion.threshold.comparison == Comparison::Filled)) {
    entry.fail({"De vergelijking ‘filled’ hoort bij velden om te beantwoorden.",
                "The operator 'filled' belongs to fields to answer."},
               "threshold");
  }
  if (is_counted) {
    if (const Text lacking = lacking_fields(criterion); !lacking.empty()) {
      entry.fail(lacking, "declared");
    }
  }
}

}  // namespace

std::string_view id_of(Basis basis) {
  for (const auto& [word, value] : kBases) {
    if (value == basis) return word;
  }
  TP_CHECK(false);
  return {};
}

Criterion read_criterion(ObjectReader& entry) {
  Criterion criterion;
  criterion.id = entry.text("id");
  criterion.entry_type = entry.text("entry_type");
  word_in(entry, "entry_type", criterion.entry_type, {"criterion", "rule", "context"});
  criterion.kind = entry.text("kind");
  word_in(entry, "kind", criterion.kind, {"measurable", "declared", "mixed"});
  criterion.scale = entry.texts("scale");
  criterion.theme = entry.text("theme");
  criterion.title = entry.both("title");
  criterion.text = entry.both("text");
  for (ObjectReader& source : entry.objects("sources")) {
    criterion.sources.push_back(read_citation(source));
  }
  if (std::optional<ObjectReader> measure = entry.object_or_none("measure")) {
    read_measure(*measure, criterion);
  }
  criterion.parameters = read_parameters(entry);
  if (std::optional<ObjectReader> wijk = entry.object_or_none("wijk")) {
    criterion.in_wijk = read_wijk_form(*wijk);
  }
  if (std::optional<ObjectReader> declared = entry.object_or_none("declared")) {
    for (ObjectReader& field : declared->objects("fields")) {
      criterion.fields.push_back(read_field(field));
    }
    criterion.complete_when = declared->both("complete");
    declared->end();
  }
  criterion.threshold = read_threshold(entry.object("threshold"));
  criterion.needs_declaration = entry.texts("needs_declaration");
  for (const std::string& need : criterion.needs_declaration) {
    word_in(entry, "needs_declaration", need, {"work", "accessibility_sector"});
  }
  criterion.parts = entry.texts("parts");
  ObjectReader evidence = entry.object("evidence");
  criterion.evidence = evidence.text("mark");
  criterion.evidence_note = evidence.both_or_empty("note");
  evidence.end();
  criterion.pair_with = entry.texts("pair_with");
  criterion.rvs_approach = entry.integers("rvs_approach");
  criterion.wac_elements = entry.integers("wac_elements");
  check_kind(entry, criterion);
  if ((criterion.entry_type == "context") !=
      (criterion.threshold.basis == Basis::NoneContextOnly)) {
    entry.fail({"Achtergrond heeft de grondslag ‘none_context_only’, en niets anders heeft die.",
                "Context has the basis 'none_context_only', and nothing else has."},
               "threshold");
  }
  if (criterion.in_wijk && criterion.measure.empty()) {
    entry.fail({"Alleen wat in een gebouw wordt gemeten, heeft een andere vorm in een wijk.",
                "Only what is measured in a building has another form in a wijk."},
               "wijk");
  }
  check_fields(entry, criterion);
  entry.end();
  return criterion;
}

// What only the whole catalogue can tell: ids that are there once, and names that exist.
void check_whole(ObjectReader& root, const Catalogue& catalogue) {
  std::set<std::string> ids, themes;
  for (const Theme& theme : catalogue.themes) {
    if (themes.insert(theme.id).second) continue;
    root.fail({fmt::format("Het thema ‘{}’ staat er twee keer.", theme.id),
               fmt::format("Theme '{}' stands there twice.", theme.id)},
              "themes");
  }
  for (const Criterion& criterion : catalogue.criteria) {
    if (!ids.insert(criterion.id).second) {
      root.fail({fmt::format("{} staat er twee keer.", criterion.id),
                 fmt::format("{} stands there twice.", criterion.id)},
                "criteria");
    }
    if (!themes.contains(criterion.theme)) {
      root.fail({fmt::format("{}: het thema ‘{}’ bestaat niet.", criterion.id, criterion.theme),
                 fmt::format("{}: there is no theme '{}'.", criterion.id, criterion.theme)},
                "criteria");
    }
  }
  const auto look_up = [&](const std::vector<std::string>& names, const char* key) {
    for (const std::string& name : names) {
      if (ids.contains(name)) continue;
      root.fail({fmt::format("Het criterium ‘{}’ bestaat niet.", name),
                 fmt::format("There is no criterion '{}'.", name)},
                key);
    }
  };
  for (const Criterion& criterion : catalogue.criteria) look_up(criterion.pair_with, "criteria");
  for (const auto& [name, criteria] : catalogue.scopes) {
    look_up(criteria, "scopes");
    for (const std::string& id : criteria) {
      const Criterion* criterion = catalogue.find(id);
      if (!criterion || !is_rule(*criterion)) continue;
      root.fail({fmt::format("{} is een regel van het rapport en hoort in geen reikwijdte.", id),
                 fmt::format("{} is a rule of the report and belongs in no scope.", id)},
                "scopes");
    }
  }
}

}  // namespace trefpunt
