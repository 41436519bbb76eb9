// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "criteria/check_entry.h"
#include "criteria/declared.h"
#include "criteria/verdict.h"

namespace trefpunt {

namespace {

bool is_number(const std::string& text) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  return read.ec == std::errc() && read.ptr == end && std::isfinite(value);
}

void check_value(CheckEntry& entry, const Field& field, const std::string& value) {
  if (is_blank(value)) return;
  const char* key = field.id.c_str();
  if (field.kind == "number" && !is_number(value)) {
    entry.fail({fmt::format("‘{}’ is geen getal. Schrijf het met een punt, zoals 12.5.", value),
                fmt::format("'{}' is not a number. Write it with a point, as in 12.5.", value)},
               key);
  } else if (field.kind == "date") {
    entry.date(value, key);
  } else if (field.kind == "yesno") {
    entry.word(value, key, {"yes", "no"});
  } else if (field.kind == "choice") {
    std::set<std::string> choices;
    for (const Choice& choice : field.choices) choices.insert(choice.id);
    entry.word(value, key, choices);
  }
}

void check_answer(CheckEntry& entry, const Criterion& criterion, const Answer& answer) {
  if (criterion.fields.empty()) {
    entry.fail({"Dit wordt gemeten op de plattegrond. Er hoort geen antwoord bij.",
                "This is measured on the floor plan. It takes no answer."});
    return;
  }
  for (const auto& [id, value] : answer.values) {
    const Field* found = nullptr;
    std::string known;
    for (const Field& field : criterion.fields) {
      if (field.id == id) found = &field;
      known += (known.empty() ? "" : ", ") + field.id;
    }
    if (found) {
      check_value(entry, *found, value);
    } else {
      entry.fail({fmt::format("Het veld ‘{}’ bestaat niet. Wel: {}.", id, known),
                  fmt::format("There is no field '{}'. What there is: {}.", id, known)},
                 id.c_str());
    }
  }
  entry.date(answer.date, "date");
}

void check_explanation(CheckEntry& entry, const Explanation& explanation) {
  entry.word(explanation.duration, "duration", {"temporary", "lasting"});
  entry.date(explanation.until, "until");
  entry.date(explanation.date, "date");
  entry.date(explanation.review_date, "review_date");
  if (is_iso_date(explanation.until) && is_iso_date(explanation.date) &&
      explanation.until < explanation.date) {
    entry.fail({fmt::format("De afwijking duurt tot {}, maar is pas op {} besloten. Een van beide "
                            "klopt niet.",
                            explanation.until, explanation.date),
                fmt::format("The departure lasts until {}, but was decided only on {}. One of the "
                            "two is wrong.",
                            explanation.until, explanation.date)},
               "until");
  }
}

}  // namespace

Status check_answers(const Catalogue& catalogue, const Answers& answers, const std::string& file) {
  std::optional<Error> fault;
  // Each list, its entries in turn: the criterion exists, it stands there once, and its own rules.
  const auto each = [&](const char* list, const auto& entries, const auto& rules) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      CheckEntry entry(file, list, i, entries[i].criterion, fault);
      const Criterion* criterion = entry.known(catalogue, entries[i].criterion);
      if (!criterion) continue;
      entry.once(seen, criterion->id);
      rules(entry, *criterion, entries[i]);
    }
  };
  each("answers", answers.answers, check_answer);
  each("not_applicable", answers.not_applicable,
       [](CheckEntry& entry, const Criterion&, const NotApplicableAnswer& answer) {
         entry.date(answer.date, "date");
       });
  each("explanations", answers.explanations,
       [](CheckEntry& entry, const Criterion&, const Explanation& explanation) {
         check_explanation(entry, explanation);
       });
  each("undetermined", answers.undetermined,
       [](CheckEntry& entry, const Criterion&, const Undetermined& undetermined) {
         entry.date(undetermined.by, "by");
       });
  std::set<std::string> reasoned;
  for (std::size_t i = 0; i < answers.no_threshold.size(); ++i) {
    CheckEntry entry(file, "no_threshold", i, "", fault);
    for (const std::string& id : answers.no_threshold[i].criteria) {
      if (entry.known(catalogue, id)) entry.once(reasoned, id);
    }
    entry.date(answers.no_threshold[i].date, "date");
  }
  for (std::size_t i = 0; i < answers.consultations.size(); ++i) {
    CheckEntry entry(file, "consultations", i, "", fault);
    entry.date(answers.consultations[i].date, "date");
    entry.word(answers.consultations[i].advice, "advice", {"positive", "negative", "none"});
  }
  if (fault) return *fault;
  return Done{};
}

}  // namespace trefpunt
