// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/uses.h"

#include <catch2/catch.hpp>

using namespace trefpunt;

TEST_CASE("The use of a room follows from its Dutch, English or German name") {
  const std::vector<std::pair<std::string, Use>> names = {
      {"Spreekkamer huisarts 3", Use::Consulting},
      {"consulting room", Use::Consulting},
      {"Sprechzimmer", Use::Consulting},
      {"Wachtruimte huisartsen", Use::Waiting},
      {"Huisartsenwachtkamer", Use::Waiting},
      {"WAITING", Use::Waiting},
      {"Wartezimmer 2", Use::Waiting},
      {"Huiskamer", Use::Living},
      {"Gebedsruimte", Use::Quiet},
      {"Toilet MIVA", Use::AccessibleToilet},
      {"mindervalidentoilet", Use::AccessibleToilet},
      {"Behinderten-WC", Use::AccessibleToilet},
      {"WC", Use::Toilet},
      {"Toiletten dames", Use::Toilet},
      {"Balie", Use::Reception},
      {"Apotheekbalie", Use::Reception},
      {"Gang noord", Use::Corridor},
      {"hal", Use::Corridor},
      {"Flur", Use::Corridor},
      {"Tochtportaal", Use::Entrance},
      {"Entreehal", Use::Entrance},
      {"Eenpersoonskamer 12", Use::Bedroom},
      {"1-persoonskamer", Use::Bedroom},
      {"Patiëntenkamer", Use::Bedroom},
      {"ward room", Use::Bedroom},
      {"Pantry", Use::Pantry},
      {"Spoelruimte", Use::Storage},
      {"Berging buurtcafé", Use::Storage},
      {"MER", Use::Technical},
      {"Serverruimte", Use::Technical},
      {"Oefenzaal", Use::Treatment},
      {"Groepsruimte", Use::GroupRoom},
      {"Vergaderkamer", Use::Meeting},
      {"Bespreekkamer 1.02", Use::Meeting},
      {"Meeting Room Large", Use::Meeting},
      {"Lounge", Use::Lounge},
      {"Buurtcafé", Use::ThirdPlace},
      {"koffiehoek", Use::ThirdPlace},
      {"Personeelskantine", Use::StaffRoom},
      {"Creatief atelier", Use::Activity},
      {"Trappenhuis", Use::Stairs},
      {"Lifthal", Use::Corridor},
      {"Liftschacht", Use::Lift},
      {"Büro", Use::Office},
      {"Küche", Use::Kitchen},
      {"Balcony", Use::Outdoor},
      {"Vide", Use::Void},
  };
  for (const auto& [name, use] : names) {
    INFO(name);
    const auto found = suggest_use(name);
    REQUIRE(found);
    CHECK(id_of(*found) == id_of(use));
  }
}

TEST_CASE("A name that says nothing gives no guess") {
  for (const char* name : {"", "1.12", "Unit 4", "Kamer", "Barbara", "Sermoen", "XYZ"}) {
    INFO(name);
    CHECK(!suggest_use(name));
  }
}

TEST_CASE("A mapping file gives uses by number and by name, number first") {
  const auto mapping = parse_uses(
      R"({"schema":1,"spaces":[{"number":"0.05","use":"lounge"},{"name":" Huis  Kamer","use":"living"}]})",
      "uses.json");
  REQUIRE(mapping);
  CHECK(mapping->find("0.05", "huis kamer") == Use::Lounge);
  CHECK(mapping->find("0.06", "HUIS KAMER") == Use::Living);
  CHECK(!mapping->find("0.06", "Keuken"));
}

TEST_CASE("A mapping file that is wrong says which entry") {
  const auto where = [](const std::string& json) {
    const auto mapping = parse_uses(json, "uses.json");
    REQUIRE(!mapping);
    CHECK(!mapping.error().sentence.nl.empty());
    return mapping.error().where;
  };
  CHECK(where("[]") == "uses.json");
  CHECK(where(R"({"spaces":[{"number":"1","use":"lounge"},{"number":"2","use":"zolder"}]})") ==
        "uses.json: spaces[1]");
  CHECK(where(R"({"spaces":[{"use":"lounge"}]})") == "uses.json: spaces[0]");
  CHECK(where(R"({"spaces":[{"number":5,"use":"lounge"}]})") == "uses.json: spaces[0]");
  CHECK(where(R"({"spaces":[{"number":"1","use":"lounge"},{"number":"1","use":"office"}]})") ==
        "uses.json: spaces[1]");
  const auto newer = parse_uses(R"({"schema":2,"spaces":[]})", "uses.json");
  REQUIRE(!newer);
  CHECK(newer.error().code == Code::Newer);
}
