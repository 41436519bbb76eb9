// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/support/report_fixture.h"

#include <catch2/catch.hpp>
#include <memory>

#include "support/storey_from_text.h"

namespace trefpunt {

namespace {

Criterion criterion(const std::string& id, const std::string& theme, const Text& title,
                    const std::string& measure, const Text& unit) {
  Criterion made;
  made.id = id;
  made.entry_type = "criterion";
  made.kind = measure.empty() ? "declared" : "measurable";
  made.scale = {"building"};
  made.theme = theme;
  made.title = title;
  made.text = {"Wat " + id + " vraagt.", "What " + id + " asks."};
  made.sources = {{{"Bron van " + id, "Source of " + id},
                   {"paragraaf 1", "section 1"},
                   "https://example.org/" + id,
                   "excerpt"}};
  made.measure = measure;
  made.unit = unit;
  made.evidence = "E3";
  made.evidence_note = {"Een oordeel.", "A judgement."};
  return made;
}

Verdict verdict(const std::string& id, StatusCode status, StatusCode underlying) {
  Verdict made;
  made.criterion = id;
  made.status = status;
  made.underlying = underlying;
  made.reason = {"Reden van " + id + ".", "Reason of " + id + "."};
  return made;
}

void add_criteria(Catalogue& catalogue) {
  catalogue.version = "toets.1";
  // Privacy last on purpose: the report puts it first.
  catalogue.themes = {{"encounter", {"Ontmoeting", "Encounter"}},
                      {"access", {"Toegang", "Access"}},
                      {"process", {"Afspraken", "Agreements"}},
                      {"privacy", {"Privacy en rust", "Privacy and rest"}}};
  Criterion group = criterion("ENC-1", "encounter", {"Groepsruimte", "Group room"},
                              "group_capacity", {"personen", "persons"});
  group.pair_with = {"PRI-1"};
  group.parameters = {{"m2_per_person", "m2", 2.5, {"werkwaarde", "working value"}}};
  Criterion lounge =
      criterion("ENC-2", "encounter", {"Vrije plek", "Free place"}, "unit_lounge_coverage",
                {"deel van de afdelingen (0-1)", "share of units (0-1)"});
  Criterion width = criterion("ACC-1", "access", {"Vrije doorgang", "Free passage"},
                              "min_clear_width", {"m", "m"});
  width.threshold.value = 0.85;
  width.threshold.basis = Basis::Legal;
  width.threshold.basis_read = false;
  Criterion open = criterion("ACC-9", "access", {"Niet van toepassing", "Not applicable"},
                             "level_change_ok", {"m", "m"});
  Criterion goal = criterion("WAC-D1", "process", {"Doel benoemd", "Goal named"}, "", {});
  goal.threshold.comparison = Comparison::Filled;
  goal.threshold.value = 1;
  goal.threshold.basis = Basis::SourceProcess;
  goal.fields = {{"goal",
                  "choice",
                  {"Wat wil het plan?", "What does the plan want?"},
                  true,
                  {{"meeting_only", {"Alleen ontmoeten", "Meeting only"}}},
                  "",
                  ""},
                 {"when", "date", {"Wanneer?", "When?"}, true, {}, "", ""}};
  Criterion referral = goal;
  referral.id = "INZ-2";
  referral.title = {"Weg naar steun", "A way to support"};
  Criterion privacy = criterion("PRI-1", "privacy", {"Te vermijden", "Avoidable"}, "avoidability",
                                {"deel van de kamers (0-1)", "share of rooms (0-1)"});
  catalogue.criteria = {group, lounge, width, open, goal, referral, privacy};
}

void add_verdicts(Judgement& judgement) {
  Verdict group = verdict("ENC-1", StatusCode::A, StatusCode::A);
  group.threshold = 12;
  group.value = 15.0;
  Verdict lounge = verdict("ENC-2", StatusCode::F, StatusCode::F);
  lounge.value = 0.5;
  lounge.needs_threshold_reason = true;
  Verdict width = verdict("ACC-1", StatusCode::E, StatusCode::E);
  width.threshold = 0.85;
  width.value = Range{0.8, 0.9, {"De breedte van D2 is onbekend.", "The width of D2 is unknown."}};
  Verdict open = verdict("ACC-9", StatusCode::D, StatusCode::D);
  open.value = NotApplicable{{"Er is geen trede.", "There is no step."}};
  Verdict goal = verdict("WAC-D1", StatusCode::A, StatusCode::A);
  goal.threshold = 1;
  Verdict referral = verdict("INZ-2", StatusCode::X, StatusCode::E);
  referral.threshold = 1;
  referral.missing = {{"Er is nog geen antwoord.", "There is no answer yet."}};
  Verdict privacy = verdict("PRI-1", StatusCode::C, StatusCode::C);
  privacy.threshold = 1;
  privacy.value = 0.5;
  privacy.hints = {{"Alleen kosten als reden.", "Only cost as a reason."}};
  judgement.verdicts = {group, lounge, width, open, goal, referral, privacy};
  judgement.without_threshold = 1;
  judgement.is_final = false;
  judgement.blockers = {{"INZ-2: er is nog geen antwoord.", "INZ-2: there is no answer yet."}};
}

void add_said(Project& project) {
  project.ambition.work = "nieuwbouw";
  project.ambition.thresholds = {
      {"ENC-1", 12, "De groep telt twaalf mensen.", "programmamanager", "2026-09-14", true},
      {"PRI-1", 1, "Elke kamer telt.", "programmamanager", "2026-09-14", false}};
  Explanation why;
  why.criterion = "PRI-1";
  why.departs = "Eén kamer ligt achter de lounge.";
  why.why = "De gang was te kort.";
  why.weighed = "Privacy tegenover zicht.";
  why.instead = "Een andere kamer op verzoek.";
  why.duration = "temporary";
  why.until = "2027-12-31";
  why.decided_by = "raad van bestuur";
  why.date = "2026-10-05";
  why.consulted = "cliëntenraad";
  why.review_date = "2027-10-01";
  why.reviewer = "manager vastgoed";
  why.attachments = {"Bijlage 1"};
  why.obstacle = "space";
  project.answers.explanations = {why};
  project.answers.answers = {{"WAC-D1",
                              {{"goal", "meeting_only"}, {"when", "2027-03-01"}},
                              "raad van bestuur",
                              "2026-10-05"}};
  project.answers.consultations = {
      {"cliëntenraad", "2026-09-17", "negative", "Niet door de lounge.", "Andere kamer."},
      {"omwonenden", "2026-09-22", "positive", "Mooi.", "Niets."}};
  project.sources = {{"plan.geojson", "plan", "ab12", "EPSG:4326", ""},
                     {"answers.json", "answers", "cd34", "", ""}};
}

}  // namespace

ReportFixture::ReportFixture() {
  project.name = "Huis De Proef";
  project.buildings.push_back({"huis", {}, {}, {}});
  project.buildings.front().storeys.resize(1);
  evaluation.buildings.resize(1);
  Space room{SpaceId{1}, {}, "Spreekkamer", "0.01", Use::Consulting};
  Space lounge{SpaceId{2}, {}, "Lounge", "0.02", Use::Lounge};
  Storey storey = storey_from_text(R"(
###############
#......#......#
#..a...#..b...#
#......D...s..E
#......#......#
###############)",
                                   {{'a', room}, {'b', lounge}});
  storey.id = StoreyId{1};
  storey.name = "begane grond";
  set_storey(std::move(storey));

  add_criteria(catalogue);
  add_verdicts(evaluation.judgement);
  add_said(project);
  evaluation.scope.name = "gebouw";
  evaluation.scope.left_out = {{"RVS-4.1g", "Er slaapt hier niemand."}};
  for (const Criterion& entry : catalogue.criteria) evaluation.scope.criteria.push_back(entry.id);
  evaluation.findings = {{206,
                          Severity::Warning,
                          {"Een stoel staat buiten.", "A seat is outside."},
                          "begane grond",
                          "Z1",
                          Point{1, 2}}};

  Outcome& group = outcome("group_capacity");
  group.headline = 15.0;
  group.rows = {{"S2", 15.0}};
  group.secondary["rooms_with_capacity"] = 1.0;
  group.secondary["meeting_room_capacity"] =
      NotApplicable{{"Er is geen vergaderruimte.", "There is no meeting room."}};
  group.assumptions = {{"Tafels staan er niet.", "There are no tables."}};
  outcome("unit_lounge_coverage").headline = 0.5;
  Outcome& width = outcome("min_clear_width");
  width.headline = *evaluation.judgement.verdicts[2].value;
  width.rows = {{"D1", 0.9},
                {"D2", NotComputed{{"De breedte is onbekend.", "The width is unknown."}}}};
  outcome("level_change_ok").headline = *evaluation.judgement.verdicts[3].value;
  Outcome& privacy = outcome("avoidability");
  privacy.headline = 0.5;
  privacy.rows = {{"S1", 0.0}, {"S2", 1.0}};
  privacy.places = {{0, "S1", {3.5, 3.5}}};
  outcome("space_depth").headline = 1.5;  // no criterion asks for it
}

Outcome& ReportFixture::outcome(const std::string& measure) {
  auto& outcomes = evaluation.buildings.front().outcomes;
  auto made = outcomes.count(measure) ? std::make_shared<Outcome>(*outcomes[measure])
                                      : std::make_shared<Outcome>();
  outcomes[measure] = made;
  return *made;
}

void ReportFixture::set_storey(Storey changed) {
  Job job;
  Result<Layout> layout = make_layout(changed, {}, job);
  REQUIRE(layout);
  evaluation.buildings.front().layouts = {std::make_shared<const Layout>(*std::move(layout))};
  project.buildings.front().storeys = {std::make_shared<const Storey>(std::move(changed))};
}

std::string visible_text(const std::string& html) {
  std::string text = html;
  const std::size_t style = text.find("<style>"), end = text.find("</style>");
  if (style != std::string::npos) text.erase(style, end - style);
  std::string out;
  bool is_tag = false;
  for (const char c : text) {
    if (c == '<') is_tag = true;
    if (!is_tag) out += c;
    if (c == '>') {
      is_tag = false;
      out += ' ';
    }
  }
  const std::pair<const char*, const char*> entities[] = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
  for (const auto& [code, sign] : entities) {
    for (std::size_t at = out.find(code); at != std::string::npos; at = out.find(code, at + 1)) {
      out.replace(at, std::string(code).size(), sign);
    }
  }
  return squeeze(out);
}

int count_of(const std::string& text, const std::string& part) {
  int count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

}  // namespace trefpunt
