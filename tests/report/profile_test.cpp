// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "report/support/report_fixture.h"

using namespace trefpunt;

TEST_CASE("The profile shows privacy first, then the other themes and what blocks", "[report]") {
  const std::string profile = report_profile(ReportFixture().input(), Lang::Nl);
  CHECK(profile.find("PRI-1") < profile.find("ENC-1"));
  CHECK(profile.find("1 van 7 criteria zonder drempel: geen oordeel.") != std::string::npos);
  CHECK(profile.find("Wat nog ontbreekt") > profile.find("INZ-2"));
  CHECK(profile.find("INZ-2: er is nog geen antwoord.") != std::string::npos);
}

TEST_CASE("The columns of the profile stand under each other with accents too", "[report]") {
  ReportFixture fixture;
  fixture.catalogue.criteria[0].title.nl = "Ééé";
  const std::string profile = report_profile(fixture.input(), Lang::Nl);
  const auto column_of = [&](const std::string& id, const std::string& words) {
    const std::size_t line = profile.find("  " + id + " ");
    const std::size_t start = profile.rfind('\n', line) + 1;
    const std::string text = profile.substr(start, profile.find(words, line) - start);
    return std::count_if(text.begin(), text.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
  };
  CHECK(column_of("ENC-1", "Voldoet (eigen drempel)") ==
        column_of("PRI-1", "Wijkt af, met uitleg"));
}

TEST_CASE("Control characters of a project name do not reach the terminal", "[report]") {
  ReportFixture fixture;
  fixture.project.name = "Huis \x1b[31m rood";
  CHECK(report_profile(fixture.input(), Lang::Nl).find('\x1b') == std::string::npos);
}
