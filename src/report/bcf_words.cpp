// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/bcf_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/plan_names.h"
#include "report/report_words.h"

namespace trefpunt {

namespace {

constexpr std::size_t kLongestTitle = 200;  // bytes
constexpr std::size_t kMostPlaces = 40;     // named in one description

std::string cut_title(const std::string& words) {
  std::string title = squeeze(words);
  if (title.size() <= kLongestTitle) return title;
  std::size_t end = kLongestTitle;
  while (end > 0 && (static_cast<unsigned char>(title[end]) & 0xC0) == 0x80) --end;
  return title.substr(0, end) + "…";
}

// Lines that each end as a sentence, so that they stay apart where a viewer joins them.
class BcfLines {
 public:
  explicit BcfLines(Lang lang) : lang_(lang) {}
  void add(const std::string& words) {
    const std::string line = squeeze(words);
    if (line.empty()) return;
    const bool is_closed = line.ends_with('.') || line.ends_with('?') || line.ends_with('!');
    all_ += (all_.empty() ? "" : "\n") + line + (is_closed ? "" : ".");
  }
  void add(const Text& label, const std::string& words) {
    if (!squeeze(words).empty()) add(label.in(lang_) + ": " + words);
  }
  const std::string& all() const { return all_; }

 private:
  Lang lang_;
  std::string all_;
};

void say_basis(const Threshold& threshold, Lang lang, BcfLines& lines) {
  std::string basis = name_of(threshold.basis).in(lang);
  if (!threshold.basis_read) basis += Text{"; bron niet ingezien", "; source not read"}.in(lang);
  if (threshold.basis == Basis::Legal) {
    basis += Text{". Geen Bbl-toets", ". Not a Bbl check"}.in(lang);
  }
  lines.add({"Grondslag", "Basis"}, basis);
}

void say_value(const ReportCriterion& entry, Lang lang, BcfLines& lines) {
  const Verdict& verdict = *entry.verdict;
  if (!verdict.value) return lines.add(verdict.reason.in(lang));
  const Value& value = *verdict.value;
  const std::string reason = reason_of(value).in(lang);
  lines.add({"Gemeten", "Measured"},
            quantity(value, entry.criterion->unit, entry.info ? entry.info->decimals : 2, lang) +
                (reason.empty() ? "" : ". " + reason));
}

void say_threshold(const ReportCriterion& entry, Lang lang, BcfLines& lines) {
  const Threshold& threshold = entry.criterion->threshold;
  if (threshold.comparison != Comparison::Filled) {
    lines.add({"Drempel", "Threshold"}, threshold_words(entry, lang));
  }
  if (!entry.declared) return;
  std::string declared = entry.declared->declared_by;
  if (!entry.declared->date.empty()) {
    declared += (declared.empty() ? "" : ", ") + format_date(entry.declared->date, lang);
  }
  lines.add({"Drempel vastgesteld door", "Threshold declared by"}, declared);
  lines.add({"Reden van de drempel", "Reason for the threshold"}, entry.declared->reason);
  if (entry.declared->after_value_shown) {
    lines.add(Text{"Vastgesteld na de uitkomst", "Declared after the result was shown"}.in(lang));
  }
}

void say_places(const ReportModel& model, const ReportCriterion& entry, Lang lang,
                BcfLines& lines) {
  if (!entry.outcome || entry.is_of_wijk || !model.building()) return;
  const Building& building = *model.building();
  const PlanNames names(building);
  std::size_t named = 0;
  for (int s = 0; s < static_cast<int>(building.storeys.size()); ++s) {
    std::string list;
    for (const PlanPlace& place : entry.outcome->places) {
      if (place.storey != s || place.object.empty() || ++named > kMostPlaces) continue;
      list += (list.empty() ? "" : "; ") + names.label(place.object, lang);
    }
    if (list.empty()) continue;
    const std::string& storey = building.storeys[static_cast<std::size_t>(s)]->name;
    lines.add(Text{"Plekken, ", "Places, "}.in(lang) + storey + ": " + list);
  }
  if (named > kMostPlaces) {
    lines.add(fmt::format(fmt::runtime(Text{"En nog {} plekken", "And {} more places"}.in(lang)),
                          named - kMostPlaces));
  }
}

void say_explanation(const ReportCriterion& entry, Lang lang, BcfLines& lines) {
  for (const Text& missing : entry.verdict->missing) lines.add(missing.in(lang));
  if (!entry.explanation) return;
  const Explanation& own = *entry.explanation;
  lines.add(
      {"Uitleg van de instelling. Wat afwijkt", "The institution’s explanation. What departs"},
      own.departs);
  lines.add({"Waarom", "Why"}, own.why);
  lines.add({"Wat is afgewogen", "What was weighed"}, own.weighed);
  lines.add({"Wat er in plaats daarvan gebeurt", "What is done instead"}, own.instead);
  lines.add({"Wie is gehoord", "Who was heard"}, own.consulted);
  std::string decided = own.decided_by;
  if (!own.date.empty()) decided += (decided.empty() ? "" : ", ") + format_date(own.date, lang);
  lines.add({"Wie besliste, en wanneer", "Who decided, and when"}, decided);
  std::string duration = own.duration.empty() ? "" : duration_words(own.duration).in(lang);
  if (!own.until.empty()) {
    duration += Text{", tot en met ", ", until "}.in(lang) + format_date(own.until, lang);
  }
  lines.add({"Hoe lang", "How long"}, duration);
  lines.add({"Wanneer dit opnieuw wordt bekeken", "When this is reviewed"},
            own.review_date.empty() ? "" : format_date(own.review_date, lang));
}

void say_sources(const ReportCriterion& entry, Lang lang, BcfLines& lines) {
  for (const Citation& source : entry.criterion->sources) {
    std::string words = source.document.in(lang);
    if (!source.locator.empty()) words += ", " + source.locator.in(lang);
    if (!source.read.empty()) words += " (" + read_words(source.read).in(lang) + ")";
    lines.add({"Bron", "Source"}, words);
  }
}

}  // namespace

Text bcf_departure() {
  return {"Afwijking", "Departure"};
}

Text bcf_finding() {
  return {"Bevinding", "Finding"};
}

Text bcf_plan_label() {
  return {"Plattegrond", "Floor plan"};
}

Text bcf_open() {
  return {"Open", "Open"};
}

Text bcf_explained() {
  return {"Uitgelegd", "Explained"};
}

Text bcf_closed() {
  return {"Gesloten", "Closed"};
}

std::string bcf_title(const ReportCriterion& entry, Lang lang) {
  const Verdict& verdict = *entry.verdict;
  return cut_title(entry.criterion->id + " " + entry.criterion->title.in(lang) + ": " +
                   status_words(verdict.status, verdict.underlying, *entry.criterion).in(lang));
}

std::string bcf_title(const Finding& finding, Lang lang) {
  std::string title = capitalised(squeeze(finding.sentence.in(lang)));
  if (title.ends_with('.')) title.pop_back();
  const std::string storey = squeeze(finding.storey);
  if (!storey.empty() && title.find(storey) == std::string::npos) title += " (" + storey + ")";
  return cut_title(title);
}

std::string bcf_description(const ReportModel& model, const ReportCriterion& entry, Lang lang) {
  const Criterion& criterion = *entry.criterion;
  const Verdict& verdict = *entry.verdict;
  BcfLines lines(lang);
  lines.add(status_words(verdict.status, verdict.underlying, criterion).in(lang));
  say_basis(criterion.threshold, lang, lines);
  lines.add({"Wat wordt gevraagd", "What is asked"}, criterion.text.in(lang));
  say_value(entry, lang, lines);
  say_threshold(entry, lang, lines);
  say_places(model, entry, lang, lines);
  say_explanation(entry, lang, lines);
  say_sources(entry, lang, lines);
  if (entry.info) {
    lines.add(fmt::format(fmt::runtime(Text{"Gemeten door Trefpunt met de maat {}, versie {}",
                                            "Measured by Trefpunt with the measure {}, version {}"}
                                           .in(lang)),
                          entry.info->id, entry.info->version));
  }
  return lines.all();
}

std::string bcf_description(const Finding& finding, const std::string& thing, Lang lang) {
  BcfLines lines(lang);
  lines.add(capitalised(squeeze(finding.sentence.in(lang))));
  lines.add({"Plek", "Place"}, thing);
  lines.add({"Verdieping", "Storey"}, finding.storey);
  lines.add(fmt::format(
      fmt::runtime(Text{"Bevinding {} van Trefpunt ({})", "Finding {} of Trefpunt ({})"}.in(lang)),
      finding.code, severity_words(finding.severity).in(lang)));
  return lines.all();
}

}  // namespace trefpunt
