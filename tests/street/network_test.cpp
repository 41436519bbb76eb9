// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/network.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "street/networks.h"

using namespace streets;

namespace {

// The codes of the findings, in order.
std::vector<int> codes_of(const StreetNetwork& network) {
  std::vector<int> codes;
  for (const Finding& finding : network.findings) codes.push_back(finding.code);
  return codes;
}
using Codes = std::vector<int>;

Street named(Street made, const std::string& key) {
  made.source_key = key;
  return made;
}

}  // namespace

TEST_CASE("Streets meet at the vertices that they share, and only there") {
  const StreetNetwork network =
      network_of({street({{0, 0}, {50, 0}, {100, 0}}), street({{50, 0}, {50, 80}})});
  REQUIRE(network.junctions.size() == 4);
  REQUIRE(network.links.size() == 3);
  CHECK(network.links[0].shape == Line{{0, 0}, {50, 0}});
  CHECK(network.links[1].street == 0);
  CHECK(network.links[2].length == 80);
  CHECK(network.islands == 1);
  CHECK(network.findings.empty());
}

TEST_CASE("Lines that cross without a common vertex are told and not joined") {
  const StreetNetwork network =
      network_of({named(street({{0, 0}, {100, 0}}), "way/1"),
                  named(street({{50, -50}, {50, 50}}), "way/2"), street({{0, 0}, {50, -50}})});
  CHECK(network.junctions.size() == 4);
  CHECK(codes_of(network) == Codes{finding::kCrossingWithoutJunction});
  CHECK(network.findings[0].place == Point{50, 0});
  CHECK(network.findings[0].object == "way/1");
  CHECK(network.findings[0].sentence.en.find("way/2") != std::string::npos);
}

TEST_CASE("A bridge and a tunnel pass over and under without a word") {
  for (const bool is_bridge : {true, false}) {
    Street over = street({{50, -50}, {50, 50}});
    (is_bridge ? over.is_bridge : over.is_tunnel) = true;
    const StreetNetwork network =
        network_of({street({{0, 0}, {100, 0}}), over, street({{0, 0}, {50, -50}})});
    CHECK(network.links.size() == 3);
    CHECK(network.findings.empty());
  }
}

TEST_CASE("A loose end within two metres of another street is a near miss") {
  const StreetNetwork network =
      network_of({named(street({{0, 0}, {100, 0}, {100, 100}}), "a"),
                  named(street({{50, 1.5}, {50, 60}}), "b"), street({{50, 60}, {100, 100}})});
  CHECK(codes_of(network) == Codes{finding::kNearMiss});
  CHECK(network.findings[0].place == Point{50, 1.5});
  CHECK(network.findings[0].object == "b");
  CHECK(network.findings[0].sentence.nl ==
        "dit losse einde ligt 1,5 m van straat a, maar raakt die niet");
}

TEST_CASE("Two loose ends that face each other are one near miss") {
  const StreetNetwork network = network_of({street({{0, 0}, {50, 0}}), street({{51, 0}, {100, 0}}),
                                            street({{100, 0}, {50, 80}, {0, 0}})});
  CHECK(codes_of(network) == Codes{finding::kNearMiss});
}

TEST_CASE("A loose end farther away, a short spur and an end under a bridge are no near misses") {
  Street bridge = street({{0, 81}, {100, 81}, {100, 0}});
  bridge.is_bridge = true;
  const StreetNetwork network =
      network_of({street({{0, 0}, {50, 0}, {100, 0}}), street({{50, 0}, {50, 1.5}}),
                  street({{0, 0}, {40, 3}}), street({{50, 0}, {50, 80}}), bridge});
  CHECK(network.findings.empty());
}

TEST_CASE("Each island but the largest is told once, with its metres") {
  const StreetNetwork network =
      network_of({street({{500, 0}, {530, 0}}), street({{0, 0}, {100, 0}}),
                  street({{500, 500}, {540, 500}}), street({{540, 500}, {560, 500}})});
  CHECK(network.islands == 3);
  CHECK(codes_of(network) == Codes{finding::kIsland, finding::kIsland});
  CHECK(network.island == std::vector<int>{2, 2, 0, 0, 1, 1, 1});
  CHECK(network.findings[0].sentence.en ==
        "60 m of street here is not joined to the rest of the network");
  CHECK(network.findings[1].place == Point{500, 0});
}

TEST_CASE("A piece of street that lies there twice is told, drawn the other way around too") {
  const StreetNetwork network =
      network_of({named(street({{0, 0}, {50, 10}, {100, 0}, {200, 0}}), "first"),
                  street({{100, 0}, {50, 10}, {0, 0}}), street({{100, 0}, {50, -10}, {0, 0}})});
  // The bend that they share is a junction, so that the piece is two links.
  CHECK(network.links.size() == 6);
  CHECK(codes_of(network) == Codes{finding::kDuplicateLink, finding::kDuplicateLink});
  CHECK(network.findings[0].sentence.en == "this piece of street lies exactly on a piece of first");
}

TEST_CASE("A street without length or without coordinates is left out and told") {
  const double nan = std::nan("");
  const StreetNetwork network =
      network_of({street({{5, 5}, {5, 5}}), street({{0, 0}, {100, 0}}),
                  named(street({{0, 0}, {nan, 3}}), "x"), street({}), street({{0, 0}, {1e12, 0}})});
  CHECK(network.links.size() == 1);
  CHECK(network.links[0].street == 1);
  CHECK(codes_of(network) == Codes{finding::kStreetWithoutLength, finding::kStreetWithoutPlace,
                                   finding::kStreetWithoutPlace, finding::kStreetWithoutPlace});
  CHECK(network.findings[0].place == Point{5, 5});
  CHECK(network.findings[0].object == "#0");
  CHECK(network.findings[1].object == "x");
  CHECK_FALSE(network.findings[1].place);
}

TEST_CASE("Ends snap to each other only within the stated tolerance") {
  const std::vector<Street> drawn = {street({{0, 0}, {100, 0}}), street({{100.3, 0}, {200, 0}}),
                                     street({{200, 0.6}, {300, 0}})};
  CHECK(network_of(drawn).islands == 3);
  const StreetNetwork little = network_of(drawn, {.snap_tolerance = 0.5});
  CHECK(little.islands == 2);
  CHECK(little.junctions.size() == 5);
  CHECK(network_of(drawn, {.snap_tolerance = 1}).islands == 1);
  // What is snapped has the length of its new line.
  CHECK(little.links[1].length == Approx(100));
}

TEST_CASE("A wheelchair takes what is stated, and what is not stated stays unknown") {
  Street plain = street({{0, 0}, {1, 0}}), steps = plain, stated = plain, narrow = plain;
  steps.kind = StreetKind::Steps;
  stated.kind = StreetKind::Steps;
  stated.wheelchair = true;
  narrow.width = 0.8;
  CHECK(wheelchair_use(plain, 0.9) == WheelchairUse::Unknown);
  CHECK(wheelchair_use(steps, 0.9) == WheelchairUse::NotUsable);
  CHECK(wheelchair_use(stated, 0.9) == WheelchairUse::Usable);
  CHECK(wheelchair_use(narrow, 0.9) == WheelchairUse::NotUsable);
  CHECK(wheelchair_use(narrow, 0.7) == WheelchairUse::Unknown);
  stated.wheelchair = false;
  CHECK(wheelchair_use(stated, 0.9) == WheelchairUse::NotUsable);
}

TEST_CASE("A network for a wheelchair has the usable streets, with or without the unknown ones") {
  Street unknown = street({{0, 0}, {100, 0}}), good = street({{100, 0}, {200, 0}}),
         steps = street({{200, 0}, {300, 0}});
  good.wheelchair = true;
  steps.kind = StreetKind::Steps;
  const std::vector<Street> streets = {unknown, good, steps};
  CHECK(network_of(streets).links.size() == 3);
  const StreetNetwork stated = network_of(streets, {.walkers = Walkers::WheelchairStated});
  REQUIRE(stated.links.size() == 1);
  CHECK(stated.links[0].street == 1);
  CHECK(stated.findings.empty());
  CHECK(network_of(streets, {.walkers = Walkers::WheelchairPossible}).links.size() == 2);
}

TEST_CASE("A network of more than five million vertices is refused with the bound") {
  Job job;
  Street large;
  large.line.assign(5'000'001, Point{0, 0});
  const auto made = make_street_network({large}, {}, job);
  REQUIRE_FALSE(made);
  CHECK(made.error().code == Code::TooLarge);
  CHECK(made.error().sentence.nl.find("5 miljoen") != std::string::npos);
}
