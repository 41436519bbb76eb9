// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/underlay_view.h"

#include <array>
#include <cmath>
#include <string>

#include "app/plan_view.h"

namespace trefpunt {

namespace {

// In pixels of the picture; none when those in the state are of another storey's.
std::vector<Point>& points_of(UiState& state, const Storey& storey) {
  if (state.underlay_of != storey.id) state.underlay_points.clear();
  state.underlay_of = storey.id;
  return state.underlay_points;
}

void words_at(Ui& ui, ImDrawList& list, ImVec2 middle, const std::string& words) {
  const float size = 14 * ui.scale;
  const ImVec2 extent = ui.bold->CalcTextSizeA(size, 1e9f, 0, words.c_str());
  const ImVec2 low{std::floor(middle.x - extent.x / 2), std::floor(middle.y - extent.y / 2)};
  list.AddRectFilled({low.x - 4, low.y - 2}, {low.x + extent.x + 4, low.y + extent.y + 2},
                     colour(ui.palette().paper, 0.92), 3);
  list.AddText(ui.bold, size, low, colour(ui.palette().ink), words.c_str());
}

}  // namespace

void follow_underlay(UnderlayView& view, const Storey* storey, const std::function<void()>& wake) {
  if (auto decoded = view.decoding.take()) {
    view.problem.reset();
    if (*decoded) {
      view.gl.send(**decoded);
      view.shown = view.asked;
    } else {
      view.problem = decoded->error();
    }
  }
  if (!storey || !storey->underlay || !storey->underlay->is_visible) return;
  const Underlay& wanted = *storey->underlay;
  if (wanted.picture == view.shown || wanted.picture == view.asked) return;
  view.asked = wanted.picture;
  view.problem.reset();
  view.decoding.start([picture = wanted.picture, name = wanted.name](
                          Job& job) { return decode_raster(picture, name, {}, job); },
                      wake);
}

bool is_drawn(const UnderlayView& view, const Storey& storey) {
  return storey.underlay && storey.underlay->is_visible && storey.underlay->picture == view.shown;
}

void draw_underlay(Ui& ui, ImDrawList& list, const Camera& camera, const UnderlayView& view,
                   const Storey& storey) {
  if (!storey.underlay || !storey.underlay->is_visible) return;
  const Underlay& underlay = *storey.underlay;
  std::array<ImVec2, 4> at;
  const Ring ring = corners(underlay);
  for (std::size_t i = 0; i < at.size(); ++i) at[i] = camera(ring[i]);
  if (is_drawn(view, storey)) {
    const auto opacity = static_cast<int>(std::lround(255 * underlay.opacity));
    list.AddImageQuad(view.gl.id(), at[0], at[1], at[2], at[3], {0, 1}, {1, 1}, {1, 0}, {0, 0},
                      IM_COL32(255, 255, 255, opacity));
    return;
  }
  list.AddQuad(at[0], at[1], at[2], at[3], colour(ui.palette().soft));
  const bool is_refused = view.problem && view.asked == underlay.picture;
  words_at(ui, list, camera(middle(ring[0], ring[2])),
           is_refused ? to_string(*view.problem, ui.lang)
                      : ui.t({"onderlegger laden …", "loading the underlay …"}));
}

void draw_underlay_points(Ui& ui, ImDrawList& list, const UiState& state, const Storey& storey) {
  if (state.tool != Tool::Calibrate || state.underlay_of != storey.id || !storey.underlay) return;
  const Camera& camera = state.camera;
  const ImU32 ink = colour(ui.palette().accent), paper = colour(ui.palette().paper);
  std::vector<Point> places;
  for (const Point pixel : state.underlay_points) {
    places.push_back(to_plan(*storey.underlay, pixel));
  }
  if (places.size() == 2) {
    list.AddLine(camera(places[0]), camera(places[1]), paper, 5 * ui.scale);
    list.AddLine(camera(places[0]), camera(places[1]), ink, 3 * ui.scale);
  }
  for (const Point place : places) {
    const ImVec2 at = camera(place);
    const float arm = 11 * ui.scale;
    for (const auto& [rgb, width] : {std::pair{paper, 5.0f}, {ink, 2.0f}}) {
      list.AddLine({at.x - arm, at.y}, {at.x + arm, at.y}, rgb, width * ui.scale);
      list.AddLine({at.x, at.y - arm}, {at.x, at.y + arm}, rgb, width * ui.scale);
    }
    list.AddCircle(at, 6 * ui.scale, ink, 0, 2 * ui.scale);
  }
  if (places.size() == 2) {
    const ImVec2 at = camera(middle(places[0], places[1]));
    words_at(ui, list, {at.x, at.y - 16 * ui.scale},
             format_number(distance(places[0], places[1]), 2, ui.lang) + " m");
  }
}

Box box_in_view(const Storey& storey) {
  Box box = box_of(storey);
  if (storey.underlay && storey.underlay->is_visible) box.add(box_of(*storey.underlay));
  return box;
}

Request underlay_tool(const Storey& storey, const Pointer& pointer, UiState& state) {
  Request request;
  if (!storey.underlay) return request;
  std::vector<Point>& points = points_of(state, storey);
  if (pointer.is_pressed && pointer.is_over) {
    state.drag_from = pointer.at;
    state.is_underlay_moving = false;
  }
  if (!state.drag_from) return request;
  Point by = pointer.at - *state.drag_from;
  // Less than a few pixels is a click, whatever the picture's size is still thought to be.
  if (length(by) > pointer.reach / 2) state.is_underlay_moving = true;
  if (pointer.is_down && state.is_underlay_moving) {
    if (state.is_ortho || pointer.is_shift) {
      (std::abs(by.x) > std::abs(by.y) ? by.y : by.x) = 0;
    }
    Underlay moved = *storey.underlay;
    moved.origin = moved.origin + by;
    request.preview = edit::SetUnderlay{storey.id, moved};
  }
  if (!pointer.is_released) return request;
  if (state.is_underlay_moving) {
    request.commit = true;
  } else {
    if (points.size() == 2) points.clear();
    points.push_back(to_pixel(*storey.underlay, *state.drag_from));
    if (points.size() == 2) state.dialog = "calibrate";
  }
  state.drag_from.reset();
  return request;
}

}  // namespace trefpunt
