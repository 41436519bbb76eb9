// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "report/html_parts.h"
#include "report/report_words.h"

namespace trefpunt {

namespace {

// A line per criterion: title, status, value against threshold.
void write_lines(Page& page, const std::vector<const ReportCriterion*>& entries,
                 const Html& caption) {
  std::vector<std::vector<Html>> rows;
  for (const ReportCriterion* entry : entries) {
    Html value = value_html(page, *entry);
    if (value.empty()) {
      value = !entry->criterion->measure.empty() ? page.t("niet gemeten", "not measured")
              : entry->answer != nullptr
                  ? page.t("verklaard, niet gemeten", "declared, not measured")
                  : page.t("geen antwoord", "no answer");
    }
    const std::string threshold = threshold_words(*entry, page.lang());
    rows.push_back({criterion_link(page, *entry), status_badge(page, *entry), value,
                    threshold.empty() ? page.t("geen drempel", "no threshold") : text(threshold)});
  }
  page.table(caption,
             {{page.plain("criterium", "criterion")},
              {page.plain("status", "status")},
              {page.plain("uitkomst", "result")},
              {page.plain("drempel", "threshold")}},
             rows);
}

void write_counts(Page& page, const ReportModel& model) {
  std::vector<Column> columns = {{page.plain("status", "status")}};
  for (const ReportTheme& theme : model.themes) {
    columns.push_back({theme.theme->title.in(page.lang()), true});
  }
  columns.push_back({page.plain("samen", "together"), true});
  std::vector<std::vector<Html>> rows;
  for (const StatusCode status : kStatuses) {
    std::vector<Html> row = {badge(status, status_title(status).in(page.lang()))};
    for (const ReportTheme& theme : model.themes) {
      const auto count = std::count_if(
          theme.criteria.begin(), theme.criteria.end(),
          [&](const ReportCriterion& entry) { return entry.verdict->status == status; });
      row.push_back(text(std::to_string(count)));
    }
    row.push_back(tag("strong", text(std::to_string(model.count(status)))));
    rows.push_back(std::move(row));
  }
  page.table(page.t("Aantal criteria per status en per thema. Dit is een telling, geen cijfer.",
                    "Number of criteria by status and theme. This is a count, not a grade."),
             columns, rows);
}

// Privacy first, then what departs altogether, then what is met in part; within each the order of
// the themes. Importance is for the reader: the rule is printed.
std::vector<const ReportCriterion*> ordered_departures(const ReportModel& model) {
  std::vector<const ReportCriterion*> departures;
  const auto add = [&](bool is_privacy, StatusCode underlying) {
    for (const ReportTheme& theme : model.themes) {
      if (is_privacy != (theme.theme->id == "privacy")) continue;
      for (const ReportCriterion& entry : theme.criteria) {
        if (entry.is_departure() && entry.verdict->underlying == underlying) {
          departures.push_back(&entry);
        }
      }
    }
  };
  for (const bool is_privacy : {true, false}) {
    for (const StatusCode underlying : {StatusCode::C, StatusCode::B}) add(is_privacy, underlying);
  }
  return departures;
}

constexpr std::size_t kDeparturesInSummary = 3;

void write_departures(Page& page, const ReportModel& model) {
  const std::vector<const ReportCriterion*> departures = ordered_departures(model);
  std::vector<Html> items;
  for (const ReportCriterion* entry : departures) {
    if (items.size() == kDeparturesInSummary) break;
    Html item = criterion_link(page, *entry) + text(": ");
    if (entry->explanation && !squeeze(entry->explanation->departs).empty()) {
      item = item + said(entry->explanation->departs);
    } else {
      item = item + page.t(entry->verdict->reason);
    }
    items.push_back(std::move(item));
  }
  page.heading(3, "", page.t("Waar het plan afwijkt", "Where the plan departs"));
  if (items.empty()) {
    page.paragraph(page.t("Bij geen enkel criterium met een drempel wijkt het plan af.",
                          "The plan departs from no criterion that has a threshold."));
    return;
  }
  page.paragraph(
      page.t("Eerst privacy, dan wat helemaal afwijkt, dan wat deels voldoet. Daarbinnen in de "
             "volgorde van de thema’s.",
             "Privacy first, then what departs altogether, then what is met in part. Within that "
             "in the order of the themes."));
  page.list(items);
  if (departures.size() > items.size()) {
    const std::size_t others = departures.size() - items.size();
    page.paragraph(
        text(others == 1
                 ? page.plain("Nog één criterium wijkt af. ", "One more criterion departs. ")
                 : fmt::format(fmt::runtime(page.plain("Nog {} andere criteria wijken af. ",
                                                       "{} other criteria depart too. ")),
                               others)) +
        page.t("Zie ", "See ") + link_to("explanations", part_title(page, "explanations")) +
        text("."));
  }
}

void write_negative_advice(Page& page, const ReportModel& model) {
  std::vector<Html> items;
  for (const Consultation& one : model.input.project.answers.consultations) {
    if (one.advice != "negative") continue;
    Html item =
        said(one.body) + text(", " + format_date(one.date, page.lang()) + ": ") + said(one.text);
    if (!one.done.empty()) {
      item = item + tag("span class=\"then\"",
                        page.t("Wat ermee is gedaan: ", "What was done: ") + said(one.done));
    }
    items.push_back(std::move(item));
  }
  if (items.empty()) return;
  page.heading(3, "", page.t("Negatief advies", "Negative advice"));
  page.list(items);
}

// What may be a mistake and blocks nothing: said where nobody overlooks it.
void write_hints(Page& page, const ReportModel& model) {
  const Judgement& judgement = model.input.evaluation.judgement;
  if (judgement.hints.empty()) return;
  page.heading(3, "", page.t("Let op", "Mind"));
  std::vector<Html> items;
  for (const Text& hint : judgement.hints) items.push_back(page.t(hint));
  page.list(items);
}

void write_blockers(Page& page, const ReportModel& model) {
  const Judgement& judgement = model.input.evaluation.judgement;
  if (judgement.is_final) return;
  page.heading(
      3, "blockers",
      page.t("Wat nog ontbreekt voor een definitief rapport", "What a final report still lacks"));
  std::vector<Html> items;
  for (const Text& blocker : judgement.blockers) items.push_back(page.t(blocker));
  page.list(items);
}

Html or_not_stated(const Page& page, const std::string& words) {
  return squeeze(words).empty() ? page.t("niet opgegeven", "not stated") : said(words);
}

}  // namespace

void write_cover(Page& page, const ReportModel& model) {
  const ReportInput& input = model.input;
  const bool is_final = input.evaluation.judgement.is_final;
  page.raw("<header class=\"cover\">\n");
  if (!is_final) {
    page.raw("<p class=\"draft\">" + page.t("CONCEPT", "DRAFT").code + "</p>\n");
  }
  page.paragraph(page.t("Ruimte om elkaar te ontmoeten: pas toe of leg uit",
                        "Room to meet: comply or explain"),
                 "kicker");
  const std::string name = squeeze(input.project.name);
  page.heading(1, "",
               name.empty() ? page.t("Plan zonder naam", "Plan without a name") : said(name));
  std::vector<Html> storeys;
  if (const Building* building = model.building()) {
    for (const auto& storey : building->storeys) storeys.push_back(said(storey->name));
  }
  Html listed;
  for (std::size_t i = 0; i < storeys.size(); ++i) {
    listed = listed + (i ? text(", ") : Html{}) + storeys[i];
  }
  if (!model.building()) {
    listed =
        input.evaluation.wijk
            ? page.t("geen; dit rapport gaat over een wijk", "none; this report is about a wijk")
            : page.t("geen; dit rapport bestaat uit antwoorden", "none; this report holds answers");
  }
  const ReportCover& cover = input.project.answers.cover;
  const bool is_wijk = input.evaluation.scale == Scale::Wijk;
  page.facts({
      {page.t("Versie van het plan", "Version of the plan"),
       or_not_stated(page, cover.plan_version)},
      {page.t("Schaal", "Scale"),
       is_wijk ? page.t("wijk", "neighbourhood (wijk)") : page.t("gebouw", "building")},
      {page.t("Opdrachtgever", "Client"), or_not_stated(page, cover.client)},
      {page.t("Verantwoordelijk bestuur", "Responsible board"),
       or_not_stated(page, cover.responsible_body)},
      {page.t("Datum", "Date"), text(format_date(input.date, page.lang()))},
      {page.t("Stand", "State"), is_final
                                     ? page.t("definitief", "final")
                                     : page.t("concept: er ontbreken nog antwoorden of uitleg",
                                              "draft: answers or explanations are still missing")},
      {page.t("Reikwijdte", "Scope"),
       page.t(scope_words(input.evaluation.scope.name)) +
           text(fmt::format(fmt::runtime(page.plain(" ({} criteria)", " ({} criteria)")),
                            model.in_scope()))},
      {page.t("Plattegronden", "Floor plans"), listed},
      {page.t("Aard van het werk", "Kind of work"),
       page.t(work_words(input.project.ambition.work))},
      {page.t("Gemaakt met", "Made with"),
       text(fmt::format(fmt::runtime(page.plain("Trefpunt {}, catalogus van criteria {}",
                                                "Trefpunt {}, catalogue of criteria {}")),
                        TREFPUNT_VERSION, input.catalogue.version))},
  });
  page.raw("</header>\n");
}

void write_summary(Page& page, const ReportModel& model) {
  const Judgement& judgement = model.input.evaluation.judgement;
  page.raw("<section class=\"summary new-page\">\n");
  write_part_heading(page, "summary");
  page.paragraph(
      tag("strong", text(fmt::format(
                        fmt::runtime(page.plain("{} van {} criteria zonder drempel: geen oordeel.",
                                                "{} of {} criteria without a threshold: no "
                                                "judgement.")),
                        judgement.without_threshold, model.in_scope()))) +
          page.t(" Daar staat alleen wat er is gemeten of verklaard.",
                 " There the report only says what was measured or declared."),
      "lead");
  if (!judgement.is_final) {
    page.paragraph(page.t("Dit is een concept. ", "This is a draft. ") +
                       link_to("blockers", page.t("Er ontbreken nog antwoorden of uitleg",
                                                  "Answers or explanations are still missing")) +
                       text("."),
                   "lead");
  }
  for (const ReportTheme& theme : model.themes) {
    if (theme.theme->id != "privacy") continue;
    page.heading(3, "", page.t("Eerst: privacy en rust", "First: privacy and rest"));
    page.paragraph(
        page.t("Ontmoeten is goed als het ook te vermijden is. Een goede uitkomst bij "
               "ontmoeting maakt een tekort hier niet goed.",
               "Meeting is good when it can be avoided too. A good result for "
               "encounter does not make up for a shortfall here."));
    std::vector<const ReportCriterion*> entries;
    for (const ReportCriterion& entry : theme.criteria) entries.push_back(&entry);
    write_lines(page, entries,
                page.t("De criteria voor privacy en rust, met uitkomst en drempel",
                       "The criteria for privacy and rest, with result and threshold"));
  }
  page.heading(3, "", page.t("Alle criteria geteld", "All criteria counted"));
  write_counts(page, model);
  write_departures(page, model);
  write_negative_advice(page, model);
  write_hints(page, model);
  write_blockers(page, model);
  page.raw("</section>\n");
}

void write_about(Page& page, const ReportModel& model) {
  page.raw("<section class=\"new-page\">\n");
  write_part_heading(page, "about");
  std::vector<Html> items = {
      page.t("Dit rapport laat zien welke gelegenheid een gebouw of wijk geeft om elkaar te "
             "ontmoeten, en welke rust het biedt aan wie dat niet wil.",
             "This report shows what opportunity a building gives to meet, and what rest it gives "
             "to those who would rather not."),
      page.t("Het zegt niets over hoe eenzaam mensen zijn of worden. Dat is van een plattegrond of "
             "kaart niet af te lezen.",
             "It says nothing about how lonely people are or will be. A floor plan cannot show "
             "that."),
      page.t("Er bestaat geen getal voor genoeg contact. Dit rapport noemt er dan ook geen.",
             "There is no number for enough contact. So this report gives none."),
      page.t("Er is geen eindcijfer en geen ranglijst. Elk thema staat op zichzelf, en privacy "
             "staat voorop.",
             "There is no final mark and no ranking. Each theme stands by itself, and privacy "
             "comes first."),
      page.t(
          "Wat is gemeten en wat is verklaard, staat apart. Een verklaring maakt een meting niet "
          "beter.",
          "What was measured and what was declared are kept apart. A declaration does not "
          "improve a measurement."),
      page.t("De adviezen waarop de criteria steunen, zijn geen wet. Geen Bbl-toets: dit rapport "
             "toetst niet aan het Besluit bouwwerken leefomgeving (Bbl).",
             "The advice behind the criteria is not law. This is not a check against the Dutch "
             "building decree (Bbl)."),
      page.t("De Raad voor Volksgezondheid & Samenleving (RVS) vraagt op één punt om ‘pas toe of "
             "leg uit’: een instelling die niet open wil zijn voor de buurt, legt dat zorgvuldig "
             "uit (Gezond Verbonden, Aanbeveling 4; hier RVS-A4b). Dit rapport vraagt het bij alle "
             "criteria binnen de reikwijdte. Dat gaat verder dan de RVS vraagt en is een eigen "
             "keuze.",
             "The Dutch Council for Health and Society (RVS) asks to comply or explain on one "
             "point: an institution that does not want to be open to the neighbourhood gives "
             "careful grounds (Gezond Verbonden, Recommendation 4; here RVS-A4b). This report asks "
             "it for all criteria in scope. That goes further than the RVS asks and is our own "
             "choice."),
      page.t("Van het advies ‘Ruimte maken voor ontmoeting’ (RVS en College van Rijksadviseurs, "
             "2022) waren alleen het voorwoord en openbare samenvattingen te lezen. Criteria "
             "daaruit hebben eigen nummers (RMO).",
             "Of the advice ‘Ruimte maken voor ontmoeting’ (RVS and Board of Government Advisers, "
             "2022) only the foreword and public summaries could be read. Criteria from it have "
             "our own numbers (RMO)."),
      page.t("De wetenschappelijke adviescommissie Eén tegen eenzaamheid noemt elf elementen. Voor "
             "element 1 (maatschappelijk vertrouwen), 3 (bestaanszekerheid), 5 (acceptatie van "
             "verschillen) en 6 (sociaal-emotionele competenties) bestaat geen criterium op een "
             "plattegrond of kaart.",
             "The scientific advisory committee Eén tegen eenzaamheid names eleven elements. For "
             "element 1 (trust in society), 3 (a secure livelihood), 5 (acceptance of differences) "
             "and 6 (social and emotional skills) no criterion exists on a floor plan."),
  };
  if (model.input.evaluation.scale != Scale::Wijk) {
    items.push_back(page.t(
        "Zorginstellingen kennen ‘pas toe en leg uit’ uit de Governancecode Zorg 2022, een code "
        "van de sector voor goed bestuur. Dit rapport toetst niet aan die code. Van de code "
        "zijn alleen openbare samenvattingen gelezen.",
        "Care institutions know ‘comply and explain’ from the Governancecode Zorg 2022, the "
        "sector’s own code for good governance. This report does not check against that code. "
        "Only public summaries of the code were read."));
    items.push_back(
        page.t("Ook voor plekken waar medewerkers elkaar ontmoeten, bestaat nog geen criterium.",
               "For places where staff meet each other no criterion exists yet either."));
  }
  page.list(items);
  const auto& left_out = model.input.evaluation.scope.left_out;
  if (!left_out.empty()) {
    std::vector<std::vector<Html>> rows;
    for (const LeftOut& one : left_out) {
      const Criterion* criterion = model.input.catalogue.find(one.criterion);
      rows.push_back({text(one.criterion + " ") + (criterion ? page.t(criterion->title) : Html{}),
                      said(one.reason)});
    }
    page.table(
        page.t("Criteria die buiten dit rapport zijn gelaten", "Criteria left out of this report"),
        {{page.plain("criterium", "criterion")}, {page.plain("reden", "reason")}}, rows);
  }
  page.raw("</section>\n");
}

void write_goal(Page& page, const ReportModel& model) {
  page.raw("<section>\n");
  write_part_heading(page, "goal");
  const ReportCriterion* goal = model.find("WAC-D1");
  if (goal && goal->answer) {
    write_answer(page, *goal);
  } else {
    page.paragraph(page.t("Wat het plan wil bereiken en voor wie, is niet ingevuld.",
                          "What the plan wants to achieve and for whom was not filled in."));
  }
  if (goal) {
    page.paragraph(page.t("Zie ook ", "See also ") + criterion_link(page, *goal) + text("."));
  }
  const ReportCriterion* prevention = model.find("MOV-1");
  if (prevention && prevention->answer) {
    page.heading(3, "", page.t(prevention->criterion->title));
    write_answer(page, *prevention);
    page.paragraph(page.t("Zie ook ", "See also ") + criterion_link(page, *prevention) + text("."));
  }
  page.raw("</section>\n");
}

}  // namespace trefpunt
