// SPDX-License-Identifier: GPL-3.0-or-later
// Isovists agree with depthmapX 0.9.0 on its own test plan, in every cell.
#include <catch2/catch.hpp>
#include <cmath>

#include "gallery_data.h"
#include "space/isovist.h"

using namespace trefpunt;

TEST_CASE("The gallery's isovists have depthmapX's measures in every cell") {
  const std::string folder = gallery_data();
  if (folder.empty()) return;
  const SightMesh mesh = *make_sight_mesh(gallery_scene(folder).sight);
  const auto [spacing, count] =
      GENERATE(std::pair{"0.08", std::size_t{1037}}, std::pair{"0.04", std::size_t{4332}});
  const auto theirs = read_columns(folder + "/gallery_" + spacing + ".isovist.csv");
  const std::size_t cells = theirs.at("x").size();
  REQUIRE(cells == count);
  std::vector<IsovistMeasures> ours;
  for (std::size_t i = 0; i < cells; ++i) {
    // They print centres to a few digits; centres lie on multiples of the spacing.
    const double step = std::stod(spacing);
    const Isovist isovist = make_isovist(mesh, {step * std::round(theirs.at("x")[i] / step),
                                                step * std::round(theirs.at("y")[i] / step)});
    REQUIRE(isovist.state == Isovist::State::Seen);
    CHECK(isovist.is_closed);
    ours.push_back(measure(isovist));
  }
  const std::pair<const char*, double IsovistMeasures::*> columns[] = {
      {"Isovist Area", &IsovistMeasures::area},
      {"Isovist Perimeter", &IsovistMeasures::perimeter},
      {"Isovist Compactness", &IsovistMeasures::compactness},
      {"Isovist Occlusivity", &IsovistMeasures::occlusivity},
      {"Isovist Drift Magnitude", &IsovistMeasures::drift_magnitude},
      {"Isovist Drift Angle", &IsovistMeasures::drift_angle},
      {"Isovist Min Radial", &IsovistMeasures::min_radial},
      {"Isovist Max Radial", &IsovistMeasures::max_radial}};
  for (const auto& [name, value] : columns) {
    double worst = 0;
    std::size_t wrong = 0, worst_cell = 0;
    for (std::size_t i = 0; i < cells; ++i) {
      const double their = theirs.at(name)[i];
      const double relative = std::abs(ours[i].*value - their) / std::max(1e-9, std::abs(their));
      if (relative > 1e-5) ++wrong;
      if (relative <= worst) continue;
      worst = relative;
      worst_cell = i;
    }
    INFO(spacing << " " << name << ": " << wrong << " cells differ, the greatest by " << worst
                 << " at " << theirs.at("x")[worst_cell] << "," << theirs.at("y")[worst_cell]
                 << ": ours " << ours[worst_cell].*value << ", theirs "
                 << theirs.at(name)[worst_cell]);
    CHECK(wrong == 0);
  }
}
