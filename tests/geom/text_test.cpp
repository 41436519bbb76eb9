// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include <catch2/catch.hpp>

#include "base/hash.h"

using namespace trefpunt;

TEST_CASE("Numbers are written as each language writes them", "[text]") {
  CHECK(format_number(1234.5, 1, Lang::Nl) == "1.234,5");
  CHECK(format_number(1234.5, 1, Lang::En) == "1,234.5");
  CHECK(format_number(-0.001, 2, Lang::Nl) == "0,00");
  CHECK(format_number(-1234567, 0, Lang::Nl) == "-1.234.567");
  CHECK(format_short(0.85, 3, Lang::Nl) == "0,85");
  CHECK(format_short(30, 2, Lang::Nl) == "30");
}

TEST_CASE("Dates are written out, and what is no day stays as it is", "[text]") {
  CHECK(format_date("2026-11-05", Lang::Nl) == "5 november 2026");
  CHECK(format_date("2026-03-31", Lang::En) == "31 March 2026");
  CHECK(format_date("2026-02-30", Lang::Nl) == "2026-02-30");
  CHECK(is_iso_date("2024-02-29"));
  CHECK_FALSE(is_iso_date("2026-02-29"));
  CHECK_FALSE(is_iso_date("5-11-2026"));
}

TEST_CASE("Folding takes off capitals and accents", "[text]") {
  CHECK(fold("Patiëntenkamer ÉÉN") == "patientenkamer een");
  CHECK(fold("Großküche") == "grosskuche");
  CHECK(squeeze("  a \n b\t") == "a b");
}

TEST_CASE("A key depends on order, length and every value, not on the sign of zero", "[hash]") {
  const auto key = [](auto... values) {
    Hasher hasher;
    (hasher.add(values), ...);
    return hasher.key();
  };
  CHECK(key(1, 2) != key(2, 1));
  CHECK(key(0.0) == key(-0.0));
  CHECK(key("ab", "c") != key("a", "bc"));
  CHECK(key(std::optional<double>{}) != key(std::optional<double>{0.0}));
}
