// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/layer_map.h"

#include <catch2/catch.hpp>
#include <set>

using namespace trefpunt;

TEST_CASE("Dutch, English and German layer names have their meaning", "[io]") {
  const LayerMap& map = builtin_layer_map();
  const std::vector<std::pair<const char*, Meaning>> cases = {
      {"MUREN", Meaning::Wall},
      {"binnenwand", Meaning::Wall},
      {"Brandwerende wand", Meaning::Wall},
      {"Walls", Meaning::Wall},
      {"Wände", Meaning::Wall},
      {"Mauerwerk", Meaning::Wall},
      {"kolommen", Meaning::Wall},
      {"Vlieswand", Meaning::Glass},
      {"GLASWAND", Meaning::Glass},
      {"curtain wall", Meaning::Glass},
      {"deuren", Meaning::Door},
      {"Doors", Meaning::Door},
      {"Türen", Meaning::Door},
      {"Tür", Meaning::Door},
      {"Tueren", Meaning::Door},
      {"KOZIJNEN", Meaning::Window},
      {"Fenster", Meaning::Window},
      {"windows", Meaning::Window},
      {"trappen", Meaning::Stairs},
      {"Treppe", Meaning::Stairs},
      {"stairs", Meaning::Stairs},
      {"LIFT", Meaning::Lift},
      {"Aufzug", Meaning::Lift},
      {"meubilair", Meaning::Furniture},
      {"Möbel", Meaning::Furniture},
      {"furniture", Meaning::Furniture},
      {"stoelen", Meaning::Seat},
      {"ruimtestempels", Meaning::RoomStamp},
      {"room names", Meaning::RoomStamp},
      {"Raumnummern", Meaning::RoomStamp},
      {"RUIMTEGRENZEN", Meaning::SpaceOutline},
      {"NVO", Meaning::SpaceOutline},
      {"tekst", Meaning::Text},
      {"onbekend", Meaning::Unknown},
      {"0", Meaning::Unknown},
  };
  for (const auto& [name, meaning] : cases) {
    CAPTURE(name);
    CHECK(id_of(map.of_layer(name)) == id_of(meaning));
  }
}

TEST_CASE("Every meaning has a word of its own in both languages", "[io]") {
  std::set<std::string> nl, en;
  for (const Meaning meaning : all_meanings()) {
    nl.insert(name_of(meaning).nl);
    en.insert(name_of(meaning).en);
  }
  CHECK(nl.size() == all_meanings().size());
  CHECK(en.size() == all_meanings().size());
}

TEST_CASE("Words that only contain another word are told apart", "[io]") {
  const LayerMap& map = builtin_layer_map();
  for (const char* name : {"doorsnede", "wandcontactdozen", "wandlampen", "deurnummers", "arcering",
                           "maatvoering", "stramien", "A-WALL-PATT", "A-DOOR-IDEN", "plafonds"}) {
    CAPTURE(name);
    CHECK(id_of(map.of_layer(name)) == "ignore");
  }
}

TEST_CASE("NL/SfB codes count in front of a name and in the field of ISO 13567", "[io]") {
  const LayerMap& map = builtin_layer_map();
  const std::vector<std::pair<const char*, Meaning>> cases = {
      {"21", Meaning::Wall},         {"22_x", Meaning::Wall},       {"21.12 x", Meaning::Wall},
      {"A-21----E-", Meaning::Wall}, {"AR2210--", Meaning::Wall},   {"NLSfB 22", Meaning::Wall},
      {"31", Meaning::Window},       {"32_x", Meaning::Door},       {"24", Meaning::Stairs},
      {"66", Meaning::Lift},         {"73_x", Meaning::Furniture},  {"84", Meaning::Furniture},
      {"43_x", Meaning::Ignore},     {"2023-05", Meaning::Unknown}, {"21000", Meaning::Unknown},
      {"20", Meaning::Unknown},
  };
  for (const auto& [name, meaning] : cases) {
    CAPTURE(name);
    CHECK(id_of(map.of_layer(name)) == id_of(meaning));
  }
}

TEST_CASE("AIA and JuPedSim layers have their meaning", "[io]") {
  const LayerMap& map = builtin_layer_map();
  const std::vector<std::pair<const char*, Meaning>> cases = {
      {"A-WALL", Meaning::Wall},
      {"A-WALL-FULL", Meaning::Wall},
      {"A-DOOR", Meaning::Door},
      {"A-GLAZ", Meaning::Window},
      {"A-GLAZ-CURT", Meaning::Glass},
      {"A-FLOR-STRS", Meaning::Stairs},
      {"A-FLOR-EVTR", Meaning::Lift},
      {"A-FLOR", Meaning::Ignore},
      {"A-FURN", Meaning::Furniture},
      {"S-COLS", Meaning::Wall},
      {"A-AREA", Meaning::SpaceOutline},
      {"A-AREA-IDEN", Meaning::RoomStamp},
      {"jps-walkablearea", Meaning::Floor},
      {"jps-obstacles", Meaning::Obstacle},
      {"jps-exits", Meaning::Door},
      {"jps-journeys", Meaning::Ignore},
  };
  for (const auto& [name, meaning] : cases) {
    CAPTURE(name);
    CHECK(id_of(map.of_layer(name)) == id_of(meaning));
  }
}

TEST_CASE("Block names say what a block is", "[io]") {
  const LayerMap& map = builtin_layer_map();
  const std::vector<std::pair<const char*, Meaning>> cases = {
      {"DEUR_930", Meaning::Door},
      {"LIFTDEUR_900", Meaning::Door},
      {"M_Single-Door", Meaning::Door},
      {"Tür links", Meaning::Door},
      {"wind 1400", Meaning::Window},
      {"STOEL", Meaning::Seat},
      {"BANK_3", Meaning::Seat},
      {"ROLSTOEL", Meaning::Ignore},
      {"behandelbank", Meaning::Furniture},
      {"TAFEL_180", Meaning::Furniture},
      {"ruimtestempel", Meaning::RoomStamp},
      {"door-handle", Meaning::Ignore},
      {"xyz", Meaning::Unknown},
  };
  for (const auto& [name, meaning] : cases) {
    CAPTURE(name);
    CHECK(id_of(map.of_block(name)) == id_of(meaning));
  }
}

TEST_CASE("A map of one's own goes before the built-in one, in its own order", "[io]") {
  const auto map = parse_layer_map(
      R"({"schema":1,"layers":{"z*":"wall","zz*":"door","MUUR ÉÉN":"ignore"},"blocks":{"p1":"seat"}})",
      "kaart.json", builtin_layer_map());
  REQUIRE(map);
  CHECK(map->of_layer("zz1") == Meaning::Wall);  // the first that fits
  CHECK(map->of_layer("muur een") == Meaning::Ignore);
  CHECK(map->of_layer("muur twee") == Meaning::Wall);
  CHECK(map->of_block("P1") == Meaning::Seat);
}

TEST_CASE("A wrong layer map is refused with what is wrong in it", "[io]") {
  const auto sentence = [](const char* json) {
    const auto map = parse_layer_map(json, "kaart.json", {});
    REQUIRE_FALSE(map);
    return to_string(map.error(), Lang::En);
  };
  CHECK(sentence("{\"schema\":1,\n \"layers\":{\"a\":}}").find("line 2") != std::string::npos);
  CHECK(sentence(R"({"layers":{}})").find("\"schema\": 1") != std::string::npos);
  CHECK(sentence(R"({"schema":2})").find("newer version") != std::string::npos);
  CHECK(sentence(R"({"schema":1,"lagen":{}})").find("\"lagen\"") != std::string::npos);
  CHECK(sentence(R"({"schema":1,"layers":{"a":"muur"}})").find("\"a\"") != std::string::npos);
  CHECK(sentence(R"({"schema":1,"layers":{"a":3}})").find("Choose from") != std::string::npos);
}
