// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/programme_json.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "support/project_text.h"

using namespace trefpunt;

namespace {

std::string text_of(const std::string& path) {
  std::ifstream file(std::string(TREFPUNT_ROOT) + "/" + path);
  std::stringstream all;
  all << file.rdbuf();
  return all.str();
}

// The ```json block of docs/programme-format.md.
std::string example() {
  const std::string page = text_of("docs/programme-format.md");
  const std::size_t from = page.find("```json\n");
  REQUIRE(from != std::string::npos);
  return page.substr(from + 8, page.find("\n```", from) - from - 8);
}

Programme read(const std::string& text) {
  Result<Programme> programme = programme_from_json(text, "programme.json");
  if (!programme) FAIL(to_string(programme.error(), Lang::En));
  return *std::move(programme);
}

Key key_of(const Programme& programme) {
  Hasher hasher;
  hasher.add(programme);
  return hasher.key();
}

struct Place {
  std::string text;  // the example after the change
  int line;          // of the change
};

// The example of the documentation with one passage replaced.
Place changed(const std::string& old, const std::string& by) {
  std::string text = example();
  const std::size_t at = text.find(old);
  INFO(old);
  REQUIRE(at != std::string::npos);
  text.replace(at, old.size(), by);
  return {text, 1 + static_cast<int>(std::count(text.begin(), text.begin() + long(at), '\n'))};
}

// What reading the changed example says, in Dutch; the line must be the one of the change when
// `lines_below` is 0.
std::string refused(const std::string& old, const std::string& by, int lines_below = 0) {
  const Place place = changed(old, by);
  const Result<Programme> read = programme_from_json(place.text, "programme.json");
  INFO(by);
  REQUIRE_FALSE(read);
  CHECK(read.error().code == Code::BadInput);
  CHECK_FALSE(read.error().sentence.en.empty());
  const std::string said = to_string(read.error(), Lang::Nl);
  const std::string start =
      "programme.json: regel " + std::to_string(place.line + lines_below) + ": ";
  CHECK(said.find('\n') == std::string::npos);
  INFO(said);
  CHECK(said.starts_with(start));
  return said.size() > start.size() ? said.substr(start.size()) : said;
}

}  // namespace

TEST_CASE("The programme of the documentation is read as it stands", "[programme]") {
  const Programme programme = read(example());
  CHECK(programme.name == "Dagbehandeling");
  REQUIRE(programme.roles.size() == 3);
  const Role& patient = programme.roles[0];
  CHECK(patient.kind == RoleKind::Patient);
  CHECK(patient.count == 12);
  CHECK(patient.home.use == Use::Bedroom);
  CHECK(patient.home.unit == "Longgeneeskunde");
  CHECK(patient.speed == 0.8);
  CHECK(patient.window_days == 10);
  CHECK(patient.presence[0].to_min == 1440);
  REQUIRE(patient.errands.size() == 1);
  CHECK(patient.errands[0].when[0].from_min == 600);
  CHECK(patient.errands[0].when[0].weight == 2);
  CHECK(patient.errands[0].from.is_home);
  CHECK_FALSE(patient.errands[0].then.has_value());
  const Role& relative = programme.roles[1];
  CHECK(relative.home.role == "patient");
  CHECK(relative.errands[0].stays);
  CHECK(relative.errands[0].from.is_entrance);
  CHECK(relative.presence[0].probability == 0.4);
  CHECK(programme.sessions[0].weekdays == std::vector<int>{2, 4});
  CHECK(programme.sessions[0].members[0].first == 0);
  CHECK(programme.wish("patient", "patient") == Wish::Wanted);
  CHECK(programme.peer_rooms[0].place.number == "0.67");
  CHECK(programme.rules.overlap_min.source == "aanname: korter is geen ontmoeting");
  CHECK(programme.rules.sight_m.value == 8);
}

TEST_CASE("A shift that ends before it begins goes on over midnight", "[programme]") {
  const Presence night = read(example()).roles[2].presence[0];
  CHECK(night.from_min == 1380);
  CHECK(night.to_min == 1860);
  CHECK(night.weekdays == std::vector<int>{1, 2, 3, 4, 5});
  const Place counted_on = changed(R"("to": "07:00")", R"("to": "31:00")");
  CHECK(key_of(read(counted_on.text)) == key_of(read(example())));
}

TEST_CASE("The window follows the care: staff 7 days, patients must say", "[programme]") {
  CHECK(read(example()).roles[2].window_days == 7);
  const std::string said = refused("      \"window_days\": 10,\n", "", -7);
  CHECK(said.starts_with("roles 1 (patient): window_days: In hoeveel dagen"));
  CHECK(said.find("84") != std::string::npos);
}

TEST_CASE("A programme that was written is read back the same", "[programme]") {
  for (const std::string& text :
       {example(), std::string("{}"), text_of("samples/verpleegafdeling/programme.json"),
        text_of("samples/gezondheidscentrum/programme.json")}) {
    const Programme programme = read(text);
    const Programme again = read(to_json(programme));
    CHECK(key_of(again) == key_of(programme));
    CHECK(to_json(again) == to_json(programme));
    Project one, other;
    one.programme = programme;
    other.programme = again;
    CHECK(first_difference(one, other) == "");
  }
}

TEST_CASE("Every field of a programme is written and read back", "[programme]") {
  Programme programme = read(example());
  Role& role = programme.roles[0];
  programme.preset = "verpleegafdeling";
  role.presence[0] = {420, 1860, 0.25, {3, 7}, "rooster"};
  role.errands[0].to = {Use::Quiet, "Afdeling", "0.1", "", false, false, true};
  role.errands[0].from = {std::nullopt, "", "", "", true};
  role.errands[0].then = home_place();
  role.errands[0].dwell_spread = 1.0 / 3;
  role.business = {{std::nullopt, "", "", "naaste"}};
  programme.sessions[0].members = {{"nacht", 1, 1, 0.1}};
  programme.relations[1].wish = Wish::Unwanted;
  programme.rules = {{2, "a"}, {9, "b"}, {3, "c"}, {0.2, "d"}, {0.5, "e"}, {3, "f"}};
  Project one, other;
  one.programme = programme;
  other.programme = read(to_json(programme));
  CHECK(first_difference(one, other) == "");
}

TEST_CASE("A place, role, errand, group and peer room know their line", "[programme]") {
  const std::string text = example();
  const auto line = [&](const std::string& passage) {
    const auto at = long(text.find(passage));
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + at, '\n'));
  };
  const Programme programme = read(text);
  CHECK(programme.roles[0].line == line("\"id\": \"patient\"") - 1);
  CHECK(programme.roles[0].home.line == line("\"use\": \"bedroom\""));
  CHECK(programme.roles[1].errands[0].line == line("\"id\": \"komen\"") - 1);
  CHECK(programme.roles[1].errands[0].from.line == line("{\"entrance\": true}"));
  CHECK(programme.roles[2].business[0].line == line("{\"use\": \"treatment\"}"));
  CHECK(programme.sessions[0].line == line("\"id\": \"oefengroep\"") - 1);
  CHECK(programme.peer_rooms[0].place.line == line("\"number\": \"0.67\""));
  Programme moved = programme;
  moved.roles[0].line = moved.roles[0].home.line = 99;
  CHECK(key_of(moved) == key_of(programme));
}

TEST_CASE("A number outside its bounds is refused with line, entry and key", "[programme]") {
  CHECK(refused(R"("per_day": 2)", R"("per_day": -2)") ==
        "roles 1 (patient): errands 1 (lounge): per_day: Hier hoort een getal van 0 tot en met "
        "1.000 te staan; er staat -2.");
  const auto names = [](const std::string& old, const std::string& by, const std::string& start) {
    CHECK(refused(old, by).starts_with(start));
  };
  const std::string patient = "roles 1 (patient): ";
  names(R"("count": 12)", R"("count": 0)", patient + "count: Hier hoort een heel getal van 1 ");
  names(R"("count": 12)", R"("count": 1.5)", patient + "count: ");
  names(R"("count": 12)", R"("count": 10001)", patient + "count: ");
  names(R"("speed": 0.8)", R"("speed": 0.09)", patient + "speed: ");
  names(R"("speed": 0.8)", R"("speed": 3.1)", patient + "speed: ");
  names(R"("window_days": 10)", R"("window_days": 0)", patient + "window_days: ");
  names(R"("window_days": 10)", R"("window_days": 367)", patient + "window_days: ");
  names(R"("dwell_min": 30)", R"("dwell_min": 0)",
        patient + "errands 1 (lounge): dwell_min: Hier hoort een getal boven 0 ");
  names(R"("dwell_min": 30)", R"("dwell_min": 1441)", patient + "errands 1 (lounge): dwell_min: ");
  names(R"("dwell_spread": 0.5)", R"("dwell_spread": -1)",
        patient + "errands 1 (lounge): dwell_spread: ");
  names(R"("weight": 2)", R"("weight": 0)", patient + "errands 1 (lounge): when 1: weight: ");
  names(R"("probability": 0.4)", R"("probability": 1.01)",
        "roles 2 (naaste): presence 1: probability: ");
  names(R"("probability": 0.4)", R"("probability": -0.1)",
        "roles 2 (naaste): presence 1: probability: ");
  names(R"("attendance": 0.8)", R"("attendance": 2)",
        "sessions 1 (oefengroep): members 1: attendance: ");
  names(R"("minutes": 60)", R"("minutes": 0)", "sessions 1 (oefengroep): minutes: ");
  names(R"("weeks": 8)", R"("weeks": 0)", "sessions 1 (oefengroep): weeks: ");
  names(R"({"value": 2})", R"({"value": 5})", "rules: times: value: ");
  names(R"({"value": 2})", R"({"value": 2.5})", "rules: times: value: ");
  names(R"({"value": 1,)", R"({"value": -1,)", "rules: overlap_min: value: ");
}

TEST_CASE("A number that is none is refused with its line", "[programme]") {
  for (const char* number : {"NaN", "1e999", "\"2\""}) {
    const Place place = changed(R"("per_day": 2)", std::string(R"("per_day": )") + number);
    const Result<Programme> read = programme_from_json(place.text, "programme.json");
    REQUIRE_FALSE(read);
    INFO(to_string(read.error(), Lang::Nl));
    CHECK(to_string(read.error(), Lang::Nl).find("regel " + std::to_string(place.line)) !=
          std::string::npos);
  }
}

TEST_CASE("More than 10,000 people in all are refused where they become too many", "[programme]") {
  CHECK(refused(R"("count": 6)", R"("count": 9989)")
            .starts_with("roles 2 (naaste): count: Tot hier"));
  CHECK(programme_from_json(changed(R"("count": 6)", R"("count": 9986)").text, "p"));
}

TEST_CASE("Times that are none and shifts beyond a day are refused", "[programme]") {
  const std::string when = "roles 1 (patient): errands 1 (lounge): when 1: ";
  for (const char* time :
       {"24:00", "10", "10:60", "10:5", "-1:00", "tien", "", "99:00", "10:000"}) {
    CHECK(refused(R"("from": "10:00")", std::string(R"("from": ")") + time + "\"")
              .starts_with(when + "from: ‘" + time + "’ is hier geen tijd"));
  }
  CHECK(refused(R"("to": "11:30")", R"("to": "49:00")").starts_with(when + "to: ‘49:00’"));
  CHECK(refused(R"("to": "11:30")", R"("to": "10:00")").starts_with(when + "to: Begin en einde"));
  CHECK(refused(R"("from": "23:00", "to": "07:00")", R"("from": "07:00", "to": "33:00")") ==
        "roles 3 (nacht): presence 1: to: Een dienst of deel van de dag duurt ten hoogste 24 uur; "
        "dit is 26 uur.");
  CHECK(refused(R"("start": "10:00")", R"("start": "25:00")")
            .starts_with("sessions 1 (oefengroep): start: "));
}

TEST_CASE("Days of the week are 1 to 7, each once", "[programme]") {
  for (const char* days : {"[0]", "[8]", "[2, 2]", "[]", "[1.5]", "[\"ma\"]", "3"}) {
    CHECK(refused("\"weekdays\": [2, 4]", std::string("\"weekdays\": ") + days)
              .starts_with("sessions 1 (oefengroep): weekdays: "));
  }
}

TEST_CASE("Presences of one day that add up above 1 are refused", "[programme]") {
  const std::string part = R"({"from": "00:00", "to": "24:00"})";
  CHECK(refused("[" + part + "]",
                "[{\"probability\": 0.7}, {\"weekdays\": [3], \"probability\": 0.4}]") ==
        "roles 1 (patient): presence 2: probability: Op dag 3 is de kans om er te zijn samen 1,1; "
        "dat is meer dan 1.");
  // Three thirds are one.
  const std::string third = "{\"probability\": 0.33333333333333337}";
  CHECK(programme_from_json(
      changed("[" + part + "]", "[" + third + "," + third + "," + third + "]").text, "p"));
  CHECK(refused("[" + part + "]", "[]").starts_with("roles 1 (patient): presence: Wanneer"));
}

TEST_CASE("An errand at times when nobody is there is refused", "[programme]") {
  const std::string old = R"("to": {"use": "bedroom", "choose": "spread"}, )";
  CHECK(refused(old, old + R"("when": [{"from": "12:00", "to": "13:00"}], )") ==
        "roles 3 (nacht): errands 1 (ronde): when: Op deze tijden is niemand van deze rol er.");
  CHECK(refused(old, old + R"("when": [{"from": "07:00", "to": "23:00"}], )").find("when") !=
        std::string::npos);
  // After midnight is within the night.
  CHECK(programme_from_json(
      changed(old, old + R"("when": [{"from": "02:00", "to": "03:00"}], )").text, "p"));
}

TEST_CASE("A role that is not there is refused wherever it is named", "[programme]") {
  CHECK(refused(R"("roles": ["patient", "naaste"])", R"("roles": ["patient", "arts"])") ==
        "relations 2: roles: De rol ‘arts’ staat niet in dit programma.");
  CHECK(refused(R"("members": [{"role": "patient")", R"("members": [{"role": "arts")")
            .starts_with("sessions 1 (oefengroep): members 1: role: De rol ‘arts’"));
  CHECK(refused(R"("home": {"role": "patient"})", R"("home": {"role": "arts"})")
            .starts_with("roles 2 (naaste): home: role: De rol ‘arts’"));
}

TEST_CASE("A group cannot have more members than the role has people", "[programme]") {
  CHECK(refused(R"("first": 1, "count": 8)", R"("first": 6, "count": 8)") ==
        "sessions 1 (oefengroep): members 1: count: De rol ‘patient’ heeft 12 mensen; hier worden "
        "er 8 gevraagd vanaf nummer 6.");
  CHECK(
      refused(R"("first": 1, "count": 8)", R"("first": 0, "count": 8)").find("members 1: first") !=
      std::string::npos);
  CHECK(refused(R"("members": [)", R"("members": [{"role": "patient", "first": 8, "count": 1},)")
            .starts_with("sessions 1 (oefengroep): members 2: first: Sommige"));
  CHECK(refused(R"("members": [{"role": "patient", "first": 1, "count": 8, "attendance": 0.8}])",
                R"("members": [])")
            .starts_with("sessions 1 (oefengroep): members: Wie komt hier?"));
}

TEST_CASE("What has the same id is refused, and a pair of roles that was named", "[programme]") {
  CHECK(refused(R"("id": "naaste")", R"("id": "patient")")
            .starts_with("roles 2 (patient): id: ‘patient’ komt twee keer voor"));
  CHECK(refused(R"("errands": [
        {"id": "ronde",)",
                R"("errands": [{"id": "ronde", "to": {"home": true}, "per_day": 1, "dwell_min": 1},
        {"id": "ronde",)",
                1)
            .starts_with("roles 3 (nacht): errands 2 (ronde): id: "));
  CHECK(refused(R"("roles": ["patient", "naaste"])", R"("roles": ["patient", "patient"])")
            .starts_with("relations 2: roles: Over deze twee"));
}

TEST_CASE("A word that is not in its list is refused with the list", "[programme]") {
  CHECK(refused(R"("kind": "patient")", R"("kind": "bezoeker")") ==
        "roles 1 (patient): kind: ‘bezoeker’ is hier niet bekend. Kies uit: patient, resident, "
        "relative, staff, volunteer, neighbour.");
  CHECK(refused(R"("use": "lounge")", R"("use": "louge")")
            .starts_with("roles 1 (patient): errands 1 (lounge): to: use: ‘louge’ is hier niet"));
  CHECK(refused(R"("choose": "nearest")", R"("choose": "best")").find("nearest, spread") !=
        std::string::npos);
  CHECK(refused(R"("wish": "neutral")", R"("wish": "ja")").find("wanted, neutral, unwanted") !=
        std::string::npos);
}

TEST_CASE("A key that is unknown, missing or there twice is refused with its line", "[programme]") {
  CHECK(refused(R"("per_day": 2)", R"("per_dag": 2)", -3)
            .starts_with(
                "roles 1 (patient): errands 1 (lounge): per_day: De sleutel ‘per_day’ ontbreekt"));
  CHECK(refused(R"("speed": 0.8)", R"("snelheid": 0.8)")
            .starts_with("roles 1 (patient): snelheid: De sleutel ‘snelheid’ is onbekend"));
  CHECK(refused(R"("speed": 0.8)", R"("count": 3)") ==
        "De sleutel ‘count’ staat twee keer tussen dezelfde accolades.");
}

TEST_CASE("A place is one thing", "[programme]") {
  const std::string said =
      "roles 2 (naaste): errands 1 (komen): from: Een plek is één van deze vier";
  for (const char* place :
       {"{}", R"({"entrance": false})", R"({"entrance": true, "use": "lounge"})",
        R"({"home": true, "role": "patient"})"}) {
    CHECK(refused(R"({"entrance": true})", place).starts_with(said));
  }
}

TEST_CASE("A home is a space or the entrance, or with a role that has one", "[programme]") {
  CHECK(refused(R"("home": {"role": "patient"})", R"("home": {"role": "naaste"})")
            .starts_with("roles 2 (naaste): home: Deze rol heeft"));
  CHECK(refused(R"("home": {"role": "patient"})", R"("home": {"home": true})")
            .starts_with("roles 2 (naaste): home: De eigen plek"));
}

TEST_CASE("Who stays goes nowhere afterwards", "[programme]") {
  CHECK(refused(R"("stays": true)", R"("then": {"entrance": true}, "stays": true)")
            .starts_with("roles 2 (naaste): errands 1 (komen): stays: Wie blijft"));
}

TEST_CASE("A programme of a newer schema is refused as newer", "[programme]") {
  const Result<Programme> read = programme_from_json("{\"schema\": 2, \"x\": 1}", "p.json");
  REQUIRE_FALSE(read);
  CHECK(read.error().code == Code::Newer);
}

TEST_CASE("Times of day are text and minutes", "[programme]") {
  CHECK(minutes_from_text("00:00") == 0);
  CHECK(minutes_from_text("7:05") == 425);
  CHECK(minutes_from_text("48:00") == 2880);
  CHECK_FALSE(minutes_from_text("48:01"));
  CHECK_FALSE(minutes_from_text("+1:00"));
  CHECK_FALSE(minutes_from_text(":00"));
  CHECK(text_of_minutes(425) == "07:05");
}
