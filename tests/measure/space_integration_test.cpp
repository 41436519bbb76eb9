// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <string>

#include "measure/clinic.h"

using namespace trefpunt;

TEST_CASE("Integration follows the published formula on the example", "[measure]") {
  const Outcome outcome = TestScene(clinic()).measure("space_integration");
  // k = 6, D = 2 {6 [log2(8/3) - 1] + 1} / 20 = 0.34902.
  // Corridor: steps 1 1 1 2 2, MD 1.4, RA 0.2, 0.34902 / 0.2 = 1.7451.
  CHECK(number(row(outcome, "S4")) == Approx(1.7451).margin(1e-4));
  CHECK(number(row(outcome, "S5")) == Approx(0.8726).margin(1e-4));  // lounge: MD 1.8
  CHECK(number(row(outcome, "S2")) == Approx(0.5817).margin(1e-4));  // off the corridor: MD 2.2
  CHECK(number(row(outcome, "S1")) == Approx(0.4363).margin(1e-4));  // behind: MD 2.6
  CHECK(number(outcome.headline) == Approx(0.8241).margin(1e-4));
  CHECK(number(secondary(outcome, "highest")) == Approx(1.7451).margin(1e-4));
  CHECK(number(secondary(outcome, "lowest")) == Approx(0.4363).margin(1e-4));
}

TEST_CASE("The middle of a star has no finite integration and is left out", "[measure]") {
  const Outcome outcome = TestScene(storey_from_text(R"(
    #############
    #1..#2..#3..#
    ##D###D###D##
    #c..........#
    #############)",
                                                     {{'1', space("a", Use::Office)},
                                                      {'2', space("b", Use::Office)},
                                                      {'3', space("c", Use::Office)},
                                                      {'c', space("gang", Use::Corridor)}}))
                              .measure("space_integration");
  CHECK(is_not_applicable(row(outcome, "S4")));
  CHECK(has_number(outcome.headline));
}

TEST_CASE("One room alone has no integration", "[measure]") {
  const Outcome outcome =
      TestScene(storey_from_text("####\n#1.#\n####", {{'1', space("a", Use::Office)}}))
          .measure("space_integration");
  CHECK(is_not_applicable(row(outcome, "S1")));
  CHECK(is_not_computed(outcome.headline));
}

TEST_CASE("Integration equals a slow computation on random plans", "[measure]") {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    INFO("seed " << seed);
    std::mt19937 random(seed);
    // A row of four rooms above another, with doors or walls between neighbours by chance.
    const auto way = [&] { return random() % 3 == 0 ? '#' : 'D'; };
    std::vector<std::vector<int>> steps(8, std::vector<int>(8, 1000));
    const auto join = [&](char c, int i, int j) {
      if (c == 'D')
        steps[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)] =
            steps[static_cast<std::size_t>(j)][static_cast<std::size_t>(i)] = 1;
      return c;
    };
    std::string top = "#", middle = "#", bottom = "#";
    for (int i = 0; i < 4; ++i) {
      top += std::string(1, static_cast<char>('a' + i)) + (i < 3 ? join(way(), i, i + 1) : '#');
      middle += std::string(1, join(way(), i, i + 4)) + "#";
      bottom +=
          std::string(1, static_cast<char>('e' + i)) + (i < 3 ? join(way(), i + 4, i + 5) : '#');
    }
    std::map<char, Space> spaces;
    for (int i = 0; i < 8; ++i) spaces[static_cast<char>('a' + i)] = space("r", Use::Office);
    const Outcome outcome =
        TestScene(storey_from_text(
                      "#########\n" + top + "\n" + middle + "\n" + bottom + "\n#########", spaces))
            .measure("space_integration");

    for (std::size_t k = 0; k < 8; ++k) {
      steps[k][k] = 0;
      for (std::size_t i = 0; i < 8; ++i) {
        for (std::size_t j = 0; j < 8; ++j) {
          steps[i][j] = std::min(steps[i][j], steps[i][k] + steps[k][j]);
        }
      }
    }
    for (std::size_t k = 0; k < 8; ++k) {  // once more: the diagonal was set on the way
      for (std::size_t i = 0; i < 8; ++i) {
        for (std::size_t j = 0; j < 8; ++j) {
          steps[i][j] = std::min(steps[i][j], steps[i][k] + steps[k][j]);
        }
      }
    }
    for (std::size_t i = 0; i < 8; ++i) {
      double n = 0, sum = 0;
      for (const int d : steps[i]) {
        if (d >= 1000) continue;
        ++n;
        sum += d;
      }
      const Value& value = row(outcome, "S" + std::to_string(i + 1));
      if (n < 3 || sum <= n - 1) {
        CHECK(is_not_applicable(value));
        continue;
      }
      const double ra = 2 * (sum / (n - 1) - 1) / (n - 2);
      const double dk = 2 * (n * (std::log(n + 2) / std::log(2.0) - std::log2(3.0) - 1) + 1) /
                        ((n - 1) * (n - 2));
      CHECK(number(value) == Approx(dk / ra));
    }
  }
}
