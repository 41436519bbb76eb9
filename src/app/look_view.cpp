// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/look_view.h"

#include <GLFW/glfw3.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/plan_view.h"
#include "geom/mesh.h"

namespace trefpunt {

namespace {

constexpr double kRadians = std::numbers::pi / 180;

std::vector<std::array<Point, 3>> triangles_of(const std::vector<Polygon>& polygons) {
  std::vector<std::array<Point, 3>> triangles;
  for (const Polygon& polygon : polygons) {
    std::vector<Barrier> edges;
    const auto add = [&](const Ring& ring) {
      for (std::size_t i = 0; i < ring.size(); ++i) {
        edges.push_back({{ring[i], ring[(i + 1) % ring.size()]}, EdgeKind::Wall, -1});
      }
    };
    add(polygon.outer);
    for (const Ring& hole : polygon.holes) add(hole);
    const Mesh mesh = triangulate(edges);
    for (int t = 0; t < static_cast<int>(mesh.triangles.size()); ++t) {
      if (!contains(polygon, mesh.centre(t))) continue;
      triangles.push_back({mesh.at(t, 0), mesh.at(t, 1), mesh.at(t, 2)});
    }
  }
  return triangles;
}

void follow_mesh(LookView& view, const UiState& state, const std::shared_ptr<const Storey>& storey,
                 const std::function<void()>& wake) {
  if (auto made = view.meshing.take()) {
    view.mesh = *made ? **made : nullptr;
    view.problem = *made ? std::nullopt : std::optional(made->error());
  }
  // It takes no orders to stop: one that is overtaken runs out first.
  if (view.meshing.is_running()) return;
  if (view.mesh_of == storey && view.mesh_doors_open == state.sees_through_doors) return;
  view.mesh_of = storey;
  view.mesh_doors_open = state.sees_through_doors;
  view.meshing.start(
      [storey,
       doors_open = state.sees_through_doors](Job&) -> Result<std::shared_ptr<const SightMesh>> {
        SightParameters parameters;
        parameters.doors_open = doors_open;
        Result<SightMesh> mesh = make_sight_mesh(make_sight_scene(*storey, parameters).sight);
        if (!mesh) return mesh.error();
        return std::make_shared<const SightMesh>(*std::move(mesh));
      },
      wake);
}

void follow_several(LookView& view, const Line& from, const std::function<void()>& wake) {
  if (auto seen = view.seeing.take()) {
    view.problem = *seen || seen->error().code == Code::Cancelled ? std::nullopt
                                                                  : std::optional(seen->error());
    if (*seen) view.seen = **std::move(seen);
  }
  const bool is_asked = view.asked == from && view.seen_through == view.mesh;
  if (view.seeing.is_running()) {
    if (!is_asked) view.seeing.cancel();
    return;
  }
  if (is_asked || from.size() < 2 || !view.mesh) return;
  view.asked = from;
  view.seen_through = view.mesh;
  view.seeing.start([mesh = view.mesh, from](Job& job) { return see_together(*mesh, from, job); },
                    wake);
}

std::string metres(double m, Lang lang) {
  return format_number(m, 2, lang) + " m";
}

std::string square_metres(double m2, Lang lang) {
  return format_number(m2, 1, lang) + " m²";
}

std::vector<std::string> isovist_words(const LookView& view, const UiState& state, Lang lang) {
  const bool is_whole = state.look_angle >= 360;
  std::vector<std::string> lines = {
      is_whole
          ? Text{"Zichtveld rondom", "View all around"}.in(lang)
          : fmt::format(
                fmt::runtime(Text{"Zichtveld van {}°, naar {}°", "View over {}°, to {}°"}.in(lang)),
                format_short(state.look_angle, 0, lang),
                format_short(state.look_direction, 0, lang))};
  if (view.isovist.state == Isovist::State::OnWall) {
    lines.push_back(Text{"dit punt ligt op een wand", "this point lies on a wall"}.in(lang));
    return lines;
  }
  if (view.isovist.state == Isovist::State::Outside) {
    lines.push_back(Text{"buiten de tekening", "outside the drawing"}.in(lang));
    return lines;
  }
  const IsovistMeasures& m = view.measures;
  const auto add = [&](const Text& what, const std::string& value) {
    lines.push_back(what.in(lang) + ": " + value);
  };
  add({"oppervlakte", "area"}, square_metres(m.area, lang));
  add({"omtrek", "perimeter"}, metres(m.perimeter, lang));
  add({"verhullende randen", "occluding edges"}, metres(m.occlusivity, lang));
  add({"compactheid", "compactness"}, format_number(m.compactness, 2, lang));
  add({"zwaartepunt", "drift"},
      metres(m.drift_magnitude, lang) +
          fmt::format(fmt::runtime(Text{", naar {}°", ", to {}°"}.in(lang)),
                      format_number(m.drift_angle, 0, lang)));
  add({"kortste, langste zichtlijn", "shortest, longest sight"},
      metres(m.min_radial, lang) + ", " + metres(m.max_radial, lang));
  if (view.isovist.is_closed) {
    lines.push_back(Text{"gesloten: overal een wand", "closed: walls all around"}.in(lang));
  } else {
    lines.push_back(Text{"open: kijkt langs de wanden naar buiten,",
                         "open: looks past the walls to the outside,"}
                        .in(lang));
    lines.push_back(
        Text{"tot een kader van 10 m om de tekening", "to a frame 10 m around the drawing"}.in(
            lang));
  }
  return lines;
}

std::vector<std::string> together_words(const LookView& view, const UiState& state, Lang lang) {
  const Line& from = state.drawing;
  const bool is_pair = from.size() == 2;
  std::vector<std::string> lines = {
      is_pair ? Text{"Twee plekken", "Two places"}.in(lang)
              : Text{"Gezien vanaf de route", "Seen from the route"}.in(lang)};
  if (view.seen.from != from || view.seeing.is_running()) {
    lines.push_back(Text{"wordt berekend", "being computed"}.in(lang));
    return lines;
  }
  const SeenArea& area = view.seen.area;
  double length = 0;
  for (std::size_t i = 1; i < from.size(); ++i) length += distance(from[i - 1], from[i]);
  if (is_pair) {
    lines.push_back(view.seen.see_each_other
                        ? Text{"zien elkaar", "see each other"}.in(lang)
                        : Text{"zien elkaar niet", "do not see each other"}.in(lang));
    lines.push_back(Text{"samen in zicht: ", "seen by both: "}.in(lang) +
                    square_metres(area.area, lang));
    lines.push_back(Text{"afstand: ", "distance: "}.in(lang) + metres(length, lang));
  } else {
    lines.push_back(Text{"oppervlakte: ", "area: "}.in(lang) + square_metres(area.area, lang));
    lines.push_back(Text{"route: ", "route: "}.in(lang) + metres(length, lang));
    lines.push_back(fmt::format(
        fmt::runtime(Text{"{} kijkpunten, om de {} m of minder", "{} viewpoints, each {} m or less"}
                         .in(lang)),
        area.viewpoints, format_short(kLookStep, 2, lang)));
  }
  if (area.without > 0) {
    lines.push_back(fmt::format(
        fmt::runtime(
            Text{"{} op een wand: daar is geen zicht", "{} on a wall: no view there"}.in(lang)),
        area.without));
  }
  if (!area.is_closed) {
    lines.push_back(Text{"open: kijkt naar buiten, tot een kader van 10 m",
                         "open: looks outside, to a frame of 10 m"}
                        .in(lang));
  }
  return lines;
}

}  // namespace

Result<SeenTogether> see_together(const SightMesh& mesh, const Line& from, Job& job) {
  SeenTogether seen;
  seen.from = from;
  if (from.size() == 2) {
    CoVisibility both = co_visibility(mesh, from[0], from[1]);
    seen.see_each_other = both.see_each_other;
    seen.area = std::move(both.both);
  } else {
    Result<SeenArea> area = seen_from_route(mesh, from, kLookStep, job);
    if (!area) return area.error();
    seen.area = *std::move(area);
  }
  seen.triangles = triangles_of(seen.area.outline);
  return seen;
}

void follow_look(LookView& view, const Workspace& workspace, const UiState& state,
                 const std::shared_ptr<const Storey>& storey) {
  view.has_isovist = false;
  if (state.tool != Tool::Look) {
    follow_several(view, {}, workspace.wake());
    return;
  }
  follow_mesh(view, state, storey, workspace.wake());
  follow_several(view, state.drawing.size() >= 2 ? state.drawing : Line{}, workspace.wake());
  if (!view.mesh || state.drawing.size() >= 2) return;
  if (state.drawing.empty() && !state.cursor) return;
  view.has_isovist = true;
  const Point from = state.drawing.empty() ? *state.cursor : state.drawing.front();
  view.maker.make(*view.mesh, micro(from), view.isovist);
  if (view.isovist.state != Isovist::State::Seen) return;
  if (state.look_angle < 360) {
    view.isovist =
        within_view(view.isovist, {state.look_direction * kRadians, state.look_angle * kRadians});
  }
  view.measures = measure(view.isovist);
}

bool is_busy(const LookView& view) {
  return view.meshing.is_running() || view.seeing.is_running();
}

std::vector<std::string> look_words(const LookView& view, const UiState& state, Lang lang) {
  if (view.problem) return {view.problem->sentence.in(lang)};
  if (!view.mesh) return {Text{"Zicht wordt voorbereid", "Preparing to look"}.in(lang)};
  if (state.drawing.size() >= 2) return together_words(view, state, lang);
  if (view.has_isovist) return isovist_words(view, state, lang);
  return {};
}

void look_tool(const Pointer& pointer, UiState& state) {
  if (!pointer.is_over) return;
  state.cursor = snap(pointer.at);
  if (pointer.is_pressed && (state.drawing.empty() || state.drawing.back() != *state.cursor)) {
    state.drawing.push_back(*state.cursor);
  }
}

void look_keys(UiState& state) {
  constexpr double kTurn = 15;  // degrees
  const auto pressed = [](int key) { return ImGui::IsKeyPressed(key); };
  if (pressed(GLFW_KEY_COMMA)) state.look_direction += kTurn;
  if (pressed(GLFW_KEY_PERIOD)) state.look_direction += 360 - kTurn;
  state.look_direction = std::fmod(state.look_direction, 360);
  if (ImGui::GetIO().KeyCtrl) return;  // zooms
  if (pressed(GLFW_KEY_MINUS)) state.look_angle = std::max(kTurn, state.look_angle - kTurn);
  if (pressed(GLFW_KEY_EQUAL)) state.look_angle = std::min(360.0, state.look_angle + kTurn);
  if (pressed(GLFW_KEY_BACKSPACE) && !state.drawing.empty()) state.drawing.pop_back();
}

}  // namespace trefpunt
