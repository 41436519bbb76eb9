// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wijk_mesh.h"

#include <algorithm>

#include "app/map_paint.h"
#include "app/mesh_builder.h"
#include "report/heat_scale.h"

namespace trefpunt {

namespace {

constexpr double kHomeRadius = 2.0, kMissingRadius = 4.6;  // px
constexpr Rgb kHeatRim = 0x3a3f47, kNoValue = 0xb8bcc2;

template <typename Things, typename BoxOf>
MeshBuilder builder_over(const Things& things, BoxOf of) {
  Box box;
  for (const auto& thing : things) box.add(of(thing));
  return MeshBuilder(box.empty() ? Point{} : middle(box.low, box.high));
}

Box box_of_area(const StatisticalArea& area) {
  Box box;
  for (const Polygon& part : area.parts) box.add(box_of(part.outer));
  return box;
}

void add_rims(MeshBuilder& builder, const Polygon& polygon, double width, Rgb rgb) {
  builder.lines(polygon.outer, true, width, rgb);
  for (const Ring& hole : polygon.holes) builder.lines(hole, true, width, rgb);
}

}  // namespace

PlanMesh areas_mesh(const std::vector<StatisticalArea>& areas) {
  MeshBuilder builder = builder_over(areas, box_of_area);
  const auto add = [&](AreaLevel level, double width) {
    for (const StatisticalArea& area : areas) {
      if (area.level != level) continue;
      for (const Polygon& part : area.parts) add_rims(builder, part, width, kAreaRim);
    }
  };
  // The small ones only where there is nothing larger: hundreds of squares would hide the map.
  const bool has_buurten = std::any_of(areas.begin(), areas.end(), [](const StatisticalArea& one) {
    return one.level == AreaLevel::Buurt;
  });
  if (!has_buurten) {
    add(AreaLevel::Square100m, 0.8);
    add(AreaLevel::Postcode6, 0.8);
  }
  add(AreaLevel::Buurt, 1.6);
  add(AreaLevel::Wijk, 2.4);
  add(AreaLevel::Gemeente, 3.2);
  return builder.take();
}

PlanMesh ground_mesh(const std::vector<OpenSpace>& spaces, bool is_of_water) {
  MeshBuilder builder =
      builder_over(spaces, [](const OpenSpace& space) { return box_of(space.polygon.outer); });
  // What people stay on lies over what only leads there.
  for (const bool is_to_stay : {false, true}) {
    for (const OpenSpace& space : spaces) {
      if ((space.ground == Ground::Water) != is_of_water) continue;
      const bool may_stay = space.may_stay.value_or(is_to_stay_on(space.ground));
      if (may_stay != is_to_stay) continue;
      builder.polygon(space.polygon, paint_of(space.ground));
      if (may_stay) add_rims(builder, space.polygon, 0.8, 0x7f8c6d);
      if (space.is_planned) add_rims(builder, space.polygon, 2, kPlannedColour);
    }
  }
  return builder.take();
}

PlanMesh footprints_mesh(const std::vector<Footprint>& footprints) {
  MeshBuilder builder = builder_over(
      footprints, [](const Footprint& footprint) { return box_of(footprint.polygon.outer); });
  for (const Footprint& footprint : footprints) {
    const bool is_residential = footprint.is_residential.value_or(false);
    builder.polygon(footprint.polygon, {is_residential ? kResidentialColour : kFootprintColour});
    add_rims(builder, footprint.polygon, 0.7, kFootprintRim);
  }
  return builder.take();
}

PlanMesh streets_mesh(const std::vector<Street>& streets) {
  MeshBuilder builder =
      builder_over(streets, [](const Street& street) { return box_of(street.line); });
  for (const Street& street : streets) {
    const StreetLook look = look_of(street.kind);
    if (look.rim_width > 0) builder.lines(street.line, false, look.rim_width, look.rim);
  }
  for (const Street& street : streets) {
    const StreetLook look = look_of(street.kind);
    const Rgb core = street.is_planned ? kPlannedColour : look.core;
    if (look.dash > 0) {
      builder.dashes(street.line, look.dash, look.width, core);
    } else {
      builder.lines(street.line, false, look.width, core);
    }
  }
  return builder.take();
}

PlanMesh homes_mesh(const std::vector<Home>& homes, const std::vector<bool>& is_missing) {
  MeshBuilder builder = builder_over(homes, [](const Home& home) {
    Box box;
    box.add(home.at);
    return box;
  });
  const auto missing = [&](std::size_t i) { return i < is_missing.size() && is_missing[i]; };
  for (std::size_t i = 0; i < homes.size(); ++i) {
    if (missing(i)) continue;
    builder.dot(homes[i].at, kHomeRadius, 5, homes[i].is_planned ? kPlannedColour : kHomeColour);
  }
  for (std::size_t i = 0; i < homes.size(); ++i) {
    if (!missing(i)) continue;
    builder.dot(homes[i].at, kMissingRadius, 4, 0xffffff);
    builder.dot(homes[i].at, kMissingRadius - 1.1, 4, kMissingColour);
  }
  return builder.take();
}

double heat_width(int class_index) {
  return class_index < 0 ? 1 : 1.6 + 1.1 * class_index;
}

PlanMesh heat_mesh(const StreetNetwork& network, const LinkClasses& classes) {
  MeshBuilder builder =
      builder_over(network.links, [](const StreetLink& link) { return box_of(link.shape); });
  const auto class_of_link = [&](std::size_t i) {
    return i < classes.of_link.size() ? classes.of_link[i] : -1;
  };
  for (int at = -1; at < kHeatClasses; ++at) {  // the broadest above
    const Rgb fill = at < 0 ? kNoValue : heat_class(at).fill;
    for (const bool is_rim : {true, false}) {
      if (is_rim && at < 0) continue;
      const double width = heat_width(at) + (is_rim ? 1.6 : 0);
      const Rgb rgb = is_rim ? kHeatRim : fill;
      for (std::size_t i = 0; i < network.links.size(); ++i) {
        if (class_of_link(i) != at) continue;
        builder.lines(network.links[i].shape, false, width, classes.is_stale ? greyed(rgb) : rgb);
      }
    }
  }
  return builder.take();
}

PlanMesh reach_mesh(const std::vector<Line>& pieces) {
  MeshBuilder builder = builder_over(pieces, [](const Line& piece) { return box_of(piece); });
  for (const bool is_rim : {true, false}) {
    for (const Line& piece : pieces) {
      builder.lines(piece, false, is_rim ? 6 : 3.6, is_rim ? 0xffffff : kReachColour);
    }
  }
  return builder.take();
}

}  // namespace trefpunt
