// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/digest_words.h"

#include <map>

#include "report/report_model.h"
#include "report/report_words.h"

namespace trefpunt {

namespace {

const Field* field_of(const std::string& criterion, const std::string& id) {
  const Criterion* known = builtin_catalogue().find(criterion);
  if (!known) return nullptr;
  for (const Field& field : known->fields) {
    if (field.id == id) return &field;
  }
  return nullptr;
}

const std::map<std::string, Text>& field_words() {
  static const std::map<std::string, Text> words = {
      {"departs", {"wat afwijkt", "what departs"}},
      {"why", {"waarom", "why"}},
      {"weighed", {"wat is afgewogen", "what was weighed"}},
      {"instead", {"wat ervoor in de plaats komt", "what is done instead"}},
      {"duration", {"tijdelijk of blijvend", "temporary or lasting"}},
      {"until", {"tot wanneer", "until when"}},
      {"decided_by", {"wie besloot", "who decided"}},
      {"date", {"datum", "date"}},
      {"consulted", {"wie is gehoord", "who was heard"}},
      {"review_date", {"datum van herziening", "review date"}},
      {"reviewer", {"wie herziet", "who reviews"}},
      {"attachments", {"bijlagen", "attachments"}},
      {"obstacle", {"belemmering", "obstacle"}},
      {"reason", {"reden", "reason"}},
      {"missing", {"wat ontbreekt", "what is missing"}},
      {"supplier", {"wie het aanlevert", "who supplies it"}},
      {"by", {"wanneer", "by when"}},
      {"answered_by", {"wie antwoordde", "who answered"}},
  };
  return words;
}

Text digest_kind_words(const std::string& kind) {
  static const std::map<std::string, Text> words = {
      {"answer", {"antwoord", "answer"}},
      {"explanation", {"uitleg", "explanation"}},
      {"not_applicable", {"niet van toepassing", "not applicable"}},
      {"undetermined", {"niet te bepalen", "cannot be determined"}},
      {"no_threshold_reason", {"waarom geen drempel", "why no threshold"}},
  };
  const auto found = words.find(kind);
  return found == words.end() ? Text{kind, kind} : found->second;
}

std::pair<std::string, std::string> parts_of(const std::string& key) {
  const std::size_t dot = key.find('.');
  return {key.substr(0, dot), dot == std::string::npos ? "" : key.substr(dot + 1)};
}

}  // namespace

std::string name_of(const ReportDigest& report, Lang lang) {
  const std::string name = squeeze(report.name);
  if (!name.empty()) return name;
  return lang == Lang::Nl ? "Plan zonder naam" : "Plan without a name";
}

Text name_of(const Theme& theme) {
  if (!theme.title.empty()) return theme.title;
  return {"Zonder thema", "Without a theme"};
}

Html digest_badge(const DigestCriterion& entry, Lang lang) {
  const std::string& words = entry.status_words.in(lang);
  return badge(entry.status, words.empty() ? status_title(entry.status).in(lang) : words);
}

std::string digest_value(const DigestCriterion& entry, Lang lang, int more_decimals) {
  if (!entry.value) return lang == Lang::Nl ? "niet gemeten" : "not measured";
  const Measure* measure = find_measure(entry.measure);
  int decimals = measure ? measure->info().decimals : 2;
  for (const WijkMeasure* own : wijk_measures()) {
    if (own->info().id == entry.measure) decimals = own->info().decimals;
  }
  if (more_decimals == 0) return quantity(*entry.value, entry.unit, decimals, lang);
  const std::string& unit = entry.unit.in(lang);
  return value_words(*entry.value, decimals + more_decimals, lang) +
         (unit.empty() ? "" : " " + unit);
}

std::string digest_threshold(const DigestCriterion& entry, Lang lang) {
  std::string words;
  if (!entry.threshold) {
    words = lang == Lang::Nl ? "geen drempel" : "no threshold";
  } else {
    const Comparison comparison = entry.comparison.value_or(Comparison::Equal);
    words = threshold_words(comparison, entry.unit, *entry.threshold, lang);
  }
  if (entry.basis) words += " (" + name_of(*entry.basis).in(lang) + ")";
  if (!entry.declared_date.empty()) {
    words += (lang == Lang::Nl ? "; vastgesteld op " : "; declared on ") +
             format_date(entry.declared_date, lang);
  }
  if (!entry.declared.empty()) words += ": " + entry.declared;
  return words;
}

std::string said_kind(const std::string& kind, Lang lang) {
  return digest_kind_words(kind).in(lang);
}

std::string said_label(const std::string& criterion, const std::string& key, Lang lang) {
  const auto [kind, field] = parts_of(key);
  std::string label = field;
  const Field* own = kind == "answer" ? field_of(criterion, field) : nullptr;
  if (own) {
    label = own->label.in(lang);
  } else if (const auto found = field_words().find(field); found != field_words().end()) {
    label = found->second.in(lang);
  }
  return digest_kind_words(kind).in(lang) + ": " + label;
}

std::string said_at(const DigestCriterion& entry, const std::string& key) {
  const auto [kind, field] = parts_of(key);
  const auto found = entry.said.find(kind);
  if (found == entry.said.end()) return "";
  const auto words = found->second.find(field);
  return words == found->second.end() ? "" : words->second;
}

std::string said_words(const std::string& criterion, const std::string& key,
                       const std::string& words, Lang lang) {
  const auto [kind, field] = parts_of(key);
  if (field == "duration") return duration_words(words).in(lang);
  if (field == "obstacle") return obstacle_words(words).in(lang);
  if (const Field* own = kind == "answer" ? field_of(criterion, field) : nullptr) {
    for (const Choice& choice : own->choices) {
      if (choice.id == words) return choice.label.in(lang);
    }
    if (own->kind == "yesno" && (words == "yes" || words == "true")) {
      return lang == Lang::Nl ? "ja" : "yes";
    }
    if (own->kind == "yesno" && (words == "no" || words == "false")) {
      return lang == Lang::Nl ? "nee" : "no";
    }
  }
  return format_date(words, lang);
}

}  // namespace trefpunt
