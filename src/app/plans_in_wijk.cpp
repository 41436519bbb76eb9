// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans_in_wijk.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace trefpunt {

namespace {

constexpr std::string_view kPlan = "plan:";

Point turned(Point p, double angle) {
  const double c = std::cos(angle), s = std::sin(angle);
  return {c * p.x - s * p.y, s * p.x + c * p.y};
}

const Storey* ground_storey(const Building& building) {
  const Storey* nearest = nullptr;
  for (const auto& storey : building.storeys) {
    if (!nearest || std::abs(storey->level) < std::abs(nearest->level)) nearest = storey.get();
  }
  return nearest;
}

// Of that storey in the latest evaluation; null: not measured yet.
const Layout* layout_of_ground(const Workspace& workspace, std::size_t building) {
  const Evaluated* evaluated = workspace.evaluated();
  if (!evaluated || building >= evaluated->evaluation.buildings.size() ||
      building >= evaluated->project->buildings.size()) {
    return nullptr;
  }
  const Storey* storey = ground_storey(workspace.project().buildings[building]);
  const auto& storeys = evaluated->project->buildings[building].storeys;
  const Layouts& layouts = evaluated->evaluation.buildings[building].layouts;
  for (std::size_t s = 0; storey && s < storeys.size() && s < layouts.size(); ++s) {
    if (storeys[s]->id == storey->id) return layouts[s].get();
  }
  return nullptr;
}

}  // namespace

std::optional<WijkPosition> position_in(const Wijk& wijk, const Building& building) {
  if (building.placement.in_wijk) return building.placement.in_wijk;
  if (building.placement.crs.empty() || building.placement.crs != wijk.crs.code) return {};
  return WijkPosition{};
}

Point in_wijk(const WijkPosition& position, Point p) {
  return position.at + turned(p, position.angle);
}

std::optional<std::size_t> plan_index(const std::string& object) {
  if (!object.starts_with(kPlan)) return std::nullopt;
  std::size_t index = 0;
  const char* end = object.data() + object.size();
  if (std::from_chars(object.data() + kPlan.size(), end, index).ptr != end) return std::nullopt;
  return index;
}

std::string name_of_plan(const Workspace& workspace, const std::string& object) {
  const auto index = plan_index(object);
  const auto& buildings = workspace.project().buildings;
  return index && *index < buildings.size() ? buildings[*index].name : "";
}

std::string key_of_plans(const Workspace& workspace, const UiState& state) {
  std::string key = fmt::format("{} {}", state.show_furniture, state.show_seats);
  const Project& project = workspace.project();
  for (std::size_t b = 0; b < project.buildings.size(); ++b) {
    const auto position = position_in(*project.wijk, project.buildings[b]);
    if (!position) continue;
    key += fmt::format(" {} {} {} {} {}", fmt::ptr(ground_storey(project.buildings[b])),
                       fmt::ptr(layout_of_ground(workspace, b)), position->at.x, position->at.y,
                       position->angle);
  }
  return key;
}

PlanMesh plans_mesh(const Workspace& workspace, const UiState& state) {
  PlanMesh all;
  const Project& project = workspace.project();
  for (std::size_t b = 0; b < project.buildings.size(); ++b) {
    const Storey* storey = ground_storey(project.buildings[b]);
    const auto position = position_in(*project.wijk, project.buildings[b]);
    if (!position || !storey) continue;
    PlanLook look;
    look.show_furniture = state.show_furniture;
    look.show_seats = state.show_seats;
    const PlanMesh mesh = plan_mesh(*storey, layout_of_ground(workspace, b), look);
    if (all.vertices.empty()) all.origin = in_wijk(*position, mesh.origin);
    const Point from = in_wijk(*position, mesh.origin) - all.origin;
    for (PlanVertex vertex : mesh.vertices) {
      const Point at = from + turned({vertex.x, vertex.y}, position->angle);
      const Point aside = turned({vertex.aside_x, vertex.aside_y}, position->angle);
      vertex.x = static_cast<float>(at.x);
      vertex.y = static_cast<float>(at.y);
      vertex.aside_x = static_cast<float>(aside.x);
      vertex.aside_y = static_cast<float>(aside.y);
      all.vertices.push_back(vertex);
    }
  }
  return all;
}

std::vector<Point> outline_of_plan(const Workspace& workspace, const UiState& state,
                                   const std::string& object) {
  const auto index = plan_index(object);
  const Project& project = workspace.project();
  if (!index || *index >= project.buildings.size() ||
      state.wijk.hidden.contains(MapLayer::Buildings)) {
    return {};
  }
  const Storey* storey = ground_storey(project.buildings[*index]);
  const auto position = position_in(*project.wijk, project.buildings[*index]);
  if (!storey || !position) return {};
  const Box box = box_of(*storey);
  if (box.empty()) return {};
  std::vector<Point> corners = {
      box.low, {box.high.x, box.low.y}, box.high, {box.low.x, box.high.y}};
  for (Point& corner : corners) corner = in_wijk(*position, corner);
  return corners;
}

std::string plan_in_wijk_at(const Workspace& workspace, const UiState& state, Point p) {
  for (std::size_t b = 0; b < workspace.project().buildings.size(); ++b) {
    const std::string name = fmt::format("{}{}", kPlan, b);
    const std::vector<Point> ring = outline_of_plan(workspace, state, name);
    if (ring.size() == 4 && contains(Ring(ring), p)) return name;
  }
  return {};
}

namespace {

Point own_middle(const Building& building) {
  const Storey* storey = ground_storey(building);
  const Box box = storey ? box_of(*storey) : Box{};
  return box.empty() ? Point{} : middle(box.low, box.high);
}

}  // namespace

WijkPosition position_at(const Building& building, Point heart, double angle) {
  return {snap(heart - turned(own_middle(building), angle)), angle};
}

WijkPosition turned_plan(const Building& building, const WijkPosition& position, double by) {
  return position_at(building, in_wijk(position, own_middle(building)), position.angle + by);
}

}  // namespace trefpunt
