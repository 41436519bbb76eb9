// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "criteria/cases.h"

using namespace trefpunt;
using namespace trefpunt::cases;

namespace {

std::string words(StatusCode status, Basis basis, bool basis_read = true) {
  Criterion criterion = measured();
  criterion.threshold.basis = basis;
  criterion.threshold.basis_read = basis_read;
  return status_words(status, status, criterion).nl;
}

constexpr Basis kBases[] = {Basis::Legal,          Basis::CitedGuideline, Basis::CitedRuleOfThumb,
                            Basis::SourceProcess,  Basis::OwnProcess,     Basis::PlannerDeclared,
                            Basis::NoneContextOnly};
constexpr StatusCode kStatuses[] = {StatusCode::A, StatusCode::B, StatusCode::C, StatusCode::D,
                                    StatusCode::E, StatusCode::F, StatusCode::X};

}  // namespace

TEST_CASE("The words of a status carry what it rests on", "[status]") {
  CHECK(words(StatusCode::A, Basis::PlannerDeclared) == "Voldoet (eigen drempel)");
  CHECK(words(StatusCode::A, Basis::CitedRuleOfThumb) == "Voldoet (vuistregel)");
  CHECK(words(StatusCode::A, Basis::CitedRuleOfThumb, false) ==
        "Voldoet (vuistregel, bron niet ingezien)");
  CHECK(words(StatusCode::A, Basis::CitedGuideline) == "Voldoet (richtlijn)");
  CHECK(words(StatusCode::A, Basis::Legal) == "Voldoet (wettelijk)");
  CHECK(words(StatusCode::A, Basis::SourceProcess) == "Aanwezig (verklaard)");
  CHECK(words(StatusCode::A, Basis::OwnProcess) == "Aanwezig (verklaard)");
  CHECK(words(StatusCode::B, Basis::SourceProcess) == "Voldoet deels (verklaard)");
  CHECK(words(StatusCode::B, Basis::Legal) == "Voldoet deels (wettelijk)");
  CHECK(words(StatusCode::C, Basis::Legal) == "Wijkt af, met uitleg");
  CHECK(words(StatusCode::D, Basis::Legal) == "Niet van toepassing");
  CHECK(words(StatusCode::E, Basis::Legal) == "Niet te bepalen");
  CHECK(words(StatusCode::F, Basis::Legal) == "Beschrijvend, geen drempel vastgesteld");
}

TEST_CASE("What is missing is an explanation, or an answer when nobody gave one", "[status]") {
  const Criterion criterion = answered();
  CHECK(status_words(StatusCode::X, StatusCode::C, criterion).nl == "Uitleg ontbreekt");
  CHECK(status_words(StatusCode::X, StatusCode::B, criterion).nl == "Uitleg ontbreekt");
  CHECK(status_words(StatusCode::X, StatusCode::E, criterion).nl == "Antwoord ontbreekt");
}

TEST_CASE("No status is ever worded as complying with the RVS", "[status]") {
  for (const Basis basis : kBases) {
    for (const StatusCode status : kStatuses) {
      const Criterion criterion = measured("RVS-4.1a");
      const Text text = status_words(status, status, criterion);
      CHECK_FALSE(says(text, "RVS"));
      CHECK_FALSE(text.en.empty());
      CHECK(
          (text.nl.find("oldoet") == std::string::npos || text.nl.find('(') != std::string::npos));
      CHECK_FALSE(words(status, basis).empty());
    }
  }
}

TEST_CASE("Context is never worded as a judgement", "[status]") {
  Criterion criterion = measured();
  criterion.entry_type = "context";
  criterion.threshold.basis = Basis::NoneContextOnly;
  CHECK(status_words(StatusCode::F, StatusCode::F, criterion).nl == "Achtergrond, geen oordeel");
}

TEST_CASE("Each status has its letter", "[status]") {
  std::string letters;
  for (const StatusCode status : kStatuses) letters += letter(status);
  CHECK(letters == "ABCDEFX");
}
