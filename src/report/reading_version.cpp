// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reading_version.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "embedded/reading_css.h"
#include "report/drawing_scene.h"
#include "report/html_parts.h"
#include "report/numbered_places.h"
#include "report/page_frame.h"
#include "report/wijk_map.h"

namespace trefpunt {

namespace {

constexpr std::size_t kMostFound = 6;
constexpr std::size_t kMostQuestions = 8;
constexpr std::size_t kLongText = 230;  // letters of what a criterion asks
constexpr std::size_t kLongGoal = 700;  // letters; a longer goal is in the report
constexpr std::size_t kLongName = 110;  // letters; what is longer would fill the page
constexpr int kWritingLines = 6;

std::string cut_short(const std::string& words, std::size_t most) {
  if (words.size() <= most) return words;
  std::size_t cut = most;
  while (cut > 0 && (static_cast<unsigned char>(words[cut]) & 0xC0) == 0x80) --cut;
  return words.substr(0, cut) + "…";
}

// Whole sentences from the start, at most that long; the first one always.
std::string first_sentences(const std::string& words, std::size_t most) {
  std::size_t end = 0;
  for (std::size_t at = words.find(". "); at != std::string::npos; at = words.find(". ", at + 1)) {
    if (at + 1 <= most || end == 0) end = at + 1;
  }
  return words.size() <= most || end == 0 ? words : words.substr(0, end);
}

// "deel van de kamers (0-1)" -> "kamers"; empty for other units.
std::string counted_things(const Text& unit, Lang lang) {
  std::string words = unit.in(lang);
  const std::size_t end = words.find(" (0-1)");
  const std::string start = lang == Lang::Nl ? "deel van de " : "share of ";
  if (end == std::string::npos || !words.starts_with(start)) return "";
  words = words.substr(start.size(), end - start.size());
  if (lang == Lang::En && words.starts_with("the ")) words = words.substr(4);
  return words;
}

// "Dit geldt voor 24 van de 26 kamers."; empty when the rows do not count to the value.
std::string counted_words(const ReportCriterion& entry, double share, Lang lang) {
  const std::string things = counted_things(entry.criterion->unit, lang);
  if (things.empty() || !entry.outcome) return "";
  int of = 0, with = 0;
  for (const Row& row : entry.outcome->rows) {
    const double* value = std::get_if<double>(&row.value);
    if (!value || (*value != 0 && *value != 1)) return "";
    ++of;
    if (*value == 1) ++with;
  }
  if (of == 0 || std::abs(static_cast<double>(with) / of - share) > 1e-6) return "";
  if (lang == Lang::En) return fmt::format("This holds for {} of the {} {}.", with, of, things);
  return fmt::format("Dit geldt voor {} van de {} {}.", with, of, things);
}

// What was found, in one or two short sentences.
Html found_words(const Page& page, const ReportCriterion& entry) {
  const Lang lang = page.lang();
  const Verdict& verdict = *entry.verdict;
  const Html reason = text(cut_short(squeeze(verdict.reason.in(lang)), kLongText));
  if (!verdict.value) return reason;
  const Value& value = *verdict.value;
  const bool is_number = has_number(value) || std::holds_alternative<Range>(value);
  if (!is_number) return reason;
  std::string words;
  if (has_number(value)) words = counted_words(entry, std::get<double>(value), lang);
  if (words.empty()) {
    const int decimals = entry.info ? entry.info->decimals : 2;
    words = page.plain("De uitkomst is ", "The result is ") +
            quantity(value, entry.criterion->unit, decimals, lang) + ".";
  }
  if (is_yes_no(entry.criterion->unit)) return text(words);
  const std::string threshold = threshold_words(entry, lang);
  if (threshold.empty()) {
    words += page.plain(" Er is geen drempel vastgesteld, dus geen oordeel.",
                        " No threshold was set, so there is no judgement.");
  } else {
    words += page.plain(" De drempel is ", " The threshold is ") + threshold + ".";
  }
  return text(words);
}

// "plek 1, 2 en 5"; empty without numbers.
std::string numbers_of(const Page& page, const ReportCriterion& entry,
                       const std::vector<NumberedPlace>& places) {
  std::vector<int> numbers;
  if (!entry.outcome) return "";
  for (const NumberedPlace& one : places) {
    const auto& all = entry.outcome->places;
    const bool is_of = std::any_of(
        all.begin(), all.end(), [&](const PlanPlace& place) { return place.object == one.object; });
    if (is_of) numbers.push_back(one.number);
  }
  std::string words;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const bool is_last = i + 1 == numbers.size();
    words += (i == 0    ? ""
              : is_last ? page.plain(" en ", " and ")
                        : ", ") +
             std::to_string(numbers[i]);
  }
  if (words.empty()) return words;
  return (numbers.size() == 1 ? page.plain("plek ", "place ") : page.plain("plek ", "places ")) +
         words;
}

Html question(const Page& page, const ReportCriterion& entry,
              const std::vector<NumberedPlace>& places) {
  const std::string title = squeeze(entry.criterion->title.in(page.lang()));
  const std::string where = numbers_of(page, entry, places);
  const std::string at = where.empty() ? "" : page.plain(" bij ", " at ") + where;
  std::string words;
  const Verdict& verdict = *entry.verdict;
  const StatusCode status = verdict.status == StatusCode::X ? verdict.underlying : verdict.status;
  if (status == StatusCode::C) {
    words = page.plain("Hier wijkt het plan af{}. Wat merkt u daarvan, en wat zou helpen?",
                       "Here the plan departs{}. What does that mean to you, and what would help?");
  } else if (status == StatusCode::B) {
    words = page.plain("Hier voldoet het plan deels{}. Wat mist u nog?",
                       "Here the plan complies in part{}. What do you still miss?");
  } else if (verdict.status == StatusCode::E) {
    words = page.plain("Dit is nog niet te bepalen{}. Wat weet u hierover?",
                       "This cannot be determined yet{}. What do you know about it?");
  } else {
    words = page.plain("Hier is nog geen antwoord op gegeven{}. Wat vindt u belangrijk?",
                       "Nobody has answered this yet{}. What matters to you?");
  }
  return tag("b", text(title + ". ")) + text(fmt::format(fmt::runtime(words), at));
}

void write_plan(Page& page, const ReportModel& model) {
  page.raw("<section>\n");
  page.heading(2, "plan", page.t("Wat is het plan?", "What is the plan?"));
  const ReportCriterion* goal = model.find("WAC-D1");
  const Answer* answer = goal ? goal->answer : nullptr;
  Html stated;
  std::size_t letters = 0;
  for (const Field& field : goal ? goal->criterion->fields : std::vector<Field>()) {
    if (!answer) break;
    const auto found = answer->values.find(field.id);
    if (found == answer->values.end() || squeeze(found->second).empty()) continue;
    if (field.id == "goal") {
      for (const Choice& choice : field.choices) {
        if (choice.id != found->second) continue;
        stated = stated + page.t("Wat het plan vooral wil: ", "What the plan is mainly after: ") +
                 text(choice.label.in(page.lang()) + ". ");
      }
    }
    letters += found->second.size();
    if (field.kind == "text" && letters <= kLongGoal) {
      stated = stated + said(squeeze(found->second)) + text(" ");
    }
  }
  page.paragraph(stated.empty() ? page.t("Wat het plan wil bereiken, is nog niet ingevuld.",
                                         "What the plan wants to achieve was not filled in yet.")
                                : stated);
  page.paragraph(page.t(
      "Dit is de korte versie van een rapport over ruimte om elkaar te ontmoeten, en om dat niet "
      "te hoeven. Het zegt niet hoe eenzaam mensen zijn. Er is geen getal voor genoeg contact en "
      "geen eindcijfer.",
      "This is the short version of a report on room to meet, and on room not to. It does not say "
      "how lonely people are. There is no number for enough contact and no final mark."));
  page.raw("</section>\n");
}

void write_picture(Page& page, const Picture& picture, const std::string& id) {
  page.raw("<figure>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
  page.raw(text(page.plain("Tekening: ", "Drawing: ") + picture.title).code + "\">\n");
  page.raw(svg_of(picture, id, page.lang()));
  page.raw("</div>\n</figure>\n");
}

void write_figures(Page& page, const ReportModel& model, const std::vector<NumberedPlace>& places) {
  if (!model.building() && !model.input.project.wijk) return;
  page.raw("<section>\n");
  page.heading(2, "places", page.t("Plekken met een nummer", "Places with a number"));
  if (model.building() && model.result()) {
    std::vector<int> storeys = numbered_storeys(places);
    if (storeys.empty()) storeys = {0};
    page.raw(fmt::format("<div class=\"pair{}\">\n", storeys.size() == 1 ? " single" : ""));
    for (const int storey : storeys) {
      DrawingOptions options;
      options.storey = storey;
      options.show_uses = false;
      options.width = 720;
      options.lang = page.lang();
      for (const NumberedPlace& one : places) {
        if (one.storey == storey) options.numbers.push_back({one.at, one.number});
      }
      write_picture(page, make_picture(*model.building(), *model.result(), options),
                    fmt::format("reading-{}", storey));
    }
    page.raw("</div>\n");
  } else {
    WijkMapOptions options;
    options.width = 720;
    options.lang = page.lang();
    options.title = {"Kaart van de wijk", "Map of the wijk"};
    options.finding = layers_in_words(*model.input.project.wijk);
    for (const NumberedPlace& one : places) options.numbers.push_back({one.at, one.number});
    page.raw("<div class=\"pair single\">\n");
    write_picture(page, make_wijk_map(*model.input.project.wijk, options), "reading-wijk");
    page.raw("</div>\n");
  }
  std::vector<Html> items;
  for (const NumberedPlace& one : places) {
    items.push_back(tag("span class=\"place\"", text(std::to_string(one.number))) +
                    said(cut_short(one.label.in(page.lang()), kLongName / 2)));
  }
  page.list(items, "places");
  page.raw("</section>\n");
}

// Privacy first, then what departs, then what cannot be determined, then the rest.
std::vector<const ReportCriterion*> told_first(const ReportModel& model) {
  std::vector<const ReportCriterion*> all;
  for (const ReportTheme& theme : model.themes) {
    for (const ReportCriterion& entry : theme.criteria) {
      const StatusCode status = entry.verdict->status;
      const bool is_empty = !entry.verdict->value && !entry.answer;
      if (status != StatusCode::D && !is_empty) all.push_back(&entry);
    }
  }
  const auto rank = [](const ReportCriterion* entry) {
    if (entry->criterion->theme == "privacy") return 0;
    if (entry->is_departure()) return 1;
    return entry->verdict->status == StatusCode::E ? 2 : entry->verdict->threshold ? 3 : 4;
  };
  std::stable_sort(all.begin(), all.end(),
                   [&](const auto* a, const auto* b) { return rank(a) < rank(b); });
  if (all.size() > kMostFound) all.resize(kMostFound);
  return all;
}

void write_found(Page& page, const ReportModel& model) {
  page.raw("<section class=\"findings\">\n");
  page.heading(2, "found", page.t("Wat het rapport vond", "What the report found"));
  std::vector<Html> items;
  for (const ReportCriterion* entry : told_first(model)) {
    items.push_back(
        tag("b", text(squeeze(entry->criterion->title.in(page.lang())))) + text(" ") +
        status_badge(page, *entry) +
        text(first_sentences(squeeze(entry->criterion->text.in(page.lang())), kLongText) + " ") +
        found_words(page, *entry));
  }
  page.list(items, "found");
  page.paragraph(
      text(fmt::format(fmt::runtime(page.plain("Het hele rapport gaat over {} criteria. Bij {} "
                                               "daarvan is geen drempel vastgesteld.",
                                               "The whole report is about {} criteria. For {} of "
                                               "them no threshold was set.")),
                       model.in_scope(), model.input.evaluation.judgement.without_threshold)),
      "note");
  page.raw("</section>\n");
}

void write_questions(Page& page, const ReportModel& model,
                     const std::vector<NumberedPlace>& places) {
  page.raw("<section>\n");
  page.heading(2, "questions", page.t("Vragen aan u", "Questions to you"));
  std::vector<const ReportCriterion*> open;
  for (const ReportTheme& theme : model.themes) {
    for (const ReportCriterion& entry : theme.criteria) {
      if (is_open_question(entry)) open.push_back(&entry);
    }
  }
  std::stable_sort(open.begin(), open.end(), [](const auto* a, const auto* b) {
    return a->is_departure() > b->is_departure();
  });
  std::vector<Html> items;
  for (const ReportCriterion* entry : open) {
    if (items.size() < kMostQuestions) items.push_back(question(page, *entry, places));
  }
  if (items.empty()) {
    page.paragraph(page.t("Het rapport heeft geen open vragen. Wat u opvalt, horen we graag.",
                          "The report has no open questions. Whatever you notice is welcome."));
  }
  page.raw(items.empty() ? "" : "<ol class=\"open\">\n");
  for (const Html& item : items) page.raw("<li>" + item.code + "</li>\n");
  page.raw(items.empty() ? "" : "</ol>\n");
  if (open.size() > items.size()) {
    const std::size_t more = open.size() - items.size();
    const std::string words = more == 1 ? page.plain("In het rapport staat nog {} open punt.",
                                                     "The report has {} more open point.")
                                        : page.plain("In het rapport staan nog {} open punten.",
                                                     "The report has {} more open points.");
    page.paragraph(text(fmt::format(fmt::runtime(words), more)));
  }
  page.raw("</section>\n");
}

void write_respond(Page& page) {
  page.raw("<section class=\"respond\">\n");
  page.heading(2, "respond", page.t("Zo reageert u", "How to respond"));
  page.paragraph(page.t(
      "Schrijf het nummer van de plek op en wat u wilt zeggen. Geef dit blad terug aan degene van "
      "wie u het kreeg, of vul opmerkingen.csv in. Uw naam is niet nodig. Uw opmerking komt met "
      "plek en datum in het volgende rapport.",
      "Write down the number of the place and what you want to say. Give this sheet back to whom "
      "you had it from, or fill in opmerkingen.csv. Your name is not needed. Your remark will "
      "stand in the next report with its place and date."));
  for (int i = 0; i < kWritingLines; ++i) page.raw("<span class=\"line\"></span>\n");
  page.raw("</section>\n");
}

}  // namespace

std::string reading_html(const ReportInput& input, Lang lang) {
  const ReportModel model = make_model(input);
  const std::vector<NumberedPlace> places = numbered_places(model);
  const bool is_final = input.evaluation.judgement.is_final;
  const std::string own = cut_short(squeeze(input.project.name), kLongName);
  Page page(lang);
  const std::string name =
      own.empty() ? page.plain("Plan zonder naam", "Plan without a name") : own;
  open_page(page, name + page.plain(" – leesversie", " – short version"), "reading",
            embedded::reading_css);
  skip_link(page, "questions", page.t("Naar de vragen", "Skip to the questions"));
  page.raw(badge_signs());
  page.raw("<main>\n<header class=\"cover\">\n");
  if (!is_final) {
    page.raw("<p class=\"draft\">" + page.t("CONCEPT", "DRAFT").code + "</p>\n");
  }
  const Html whom = model.building()
                        ? page.t("Leesversie voor cliëntenraad en bewoners, ",
                                 "Short version for client council and residents, ")
                        : page.t("Leesversie voor bewoners, ", "Short version for residents, ");
  page.paragraph(whom + text(format_date(input.date, lang)), "kicker");
  page.heading(1, "", said(name));
  page.raw("</header>\n");
  write_plan(page, model);
  write_figures(page, model, places);
  write_found(page, model);
  write_questions(page, model, places);
  write_respond(page);
  close_page(page);
  return page.take();
}

}  // namespace trefpunt
