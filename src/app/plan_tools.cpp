// SPDX-License-Identifier: GPL-3.0-or-later
#include <GLFW/glfw3.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/look_view.h"
#include "app/plan_view.h"
#include "app/snapping.h"
#include "io/level_name.h"

namespace trefpunt {

namespace {

constexpr double kSmallestMove = 0.02;  // m: less is a click
constexpr double kSmallestThing = 0.1;  // m

bool is_rectangle_tool(Tool tool) {
  return tool == Tool::Furniture || tool == Tool::Stairs || tool == Tool::Lift;
}

Ring rectangle(Point a, Point b) {
  const Point low{std::min(a.x, b.x), std::min(a.y, b.y)};
  const Point high{std::max(a.x, b.x), std::max(a.y, b.y)};
  return {low, {high.x, low.y}, high, {low.x, high.y}};
}

// Who reads what a programme gives sees there what it gives in the space that is clicked.
void show_selected(UiState& state) {
  if (state.tab != Tab::Encounters) state.show_tab = Tab::Properties;
}

void select(UiState& state, const std::string& object, bool is_added) {
  if (!is_added) state.selection.clear();
  if (object.empty()) return;
  if (is_added && state.selection.erase(object) > 0) return;
  state.selection.insert(object);
  show_selected(state);
}

SnapOptions snapping(const UiState& state, const Pointer& pointer) {
  SnapOptions options;
  options.reach = pointer.reach;
  options.to_grid = state.snap_to_grid;
  options.grid = state.grid;
  // A rectangle has its corners across.
  options.is_ortho = (state.is_ortho || pointer.is_shift) && !is_rectangle_tool(state.tool);
  if (!state.drawing.empty()) options.from = state.drawing.back();
  if (const auto length = number_from_text(state.typed); length && *length > 0) {
    options.length = length;
  }
  return options;
}

Request finish_wall(const Storey& storey, UiState& state) {
  Request request;
  if (state.drawing.size() >= 2) {
    Wall wall;
    wall.points = state.drawing;
    wall.is_glass = state.new_wall_is_glass;
    request.edits.push_back(edit::AddWall{storey.id, wall});
  }
  state.drawing.clear();
  state.typed.clear();
  return request;
}

Request add_thing(const Storey& storey, const Ring& ring, Tool tool) {
  Request request;
  if (tool == Tool::Furniture) {
    Furniture piece;
    piece.ring = ring;
    request.edits.push_back(edit::AddFurniture{storey.id, piece});
  } else {
    Link link;
    link.kind = tool == Tool::Lift ? LinkKind::Lift : LinkKind::Stairs;
    link.footprint = ring;
    request.edits.push_back(edit::AddLink{storey.id, link});
  }
  return request;
}

std::string grasped(const Storey& storey, const Layout* layout, const Pointer& pointer) {
  std::string object = object_at(storey, pointer.at, pointer.reach * 0.6);
  if (!object.empty() || !layout) return object;
  const auto space = space_at(*layout, pointer.at);
  return space ? to_string(*space) : "";
}

Request select_tool(const Storey& storey, const Layout* layout, const Pointer& pointer,
                    UiState& state) {
  Request request;
  if (pointer.is_pressed && pointer.is_over) {
    state.drag_vertex.reset();
    state.drag_from.reset();
    state.box_from.reset();
    if (state.selection.size() == 1 && (*state.selection.begin())[0] == 'W') {
      for (const Point handle : handles_of(storey, *state.selection.begin())) {
        if (distance(handle, pointer.at) < pointer.reach * 0.7) state.drag_vertex = handle;
      }
    }
    if (state.drag_vertex) return request;
    const std::string object = grasped(storey, layout, pointer);
    const bool is_thing = !object.empty() && object[0] != 'S';
    if (!is_thing) {
      state.box_from = pointer.at;
      return request;
    }
    if (pointer.is_shift || !state.selection.contains(object)) {
      select(state, object, pointer.is_shift);
    }
    state.drag_from = pointer.at;
    return request;
  }
  if (pointer.is_down && state.drag_vertex) {
    SnapOptions options = snapping(state, pointer);
    options.ignored = {*state.drag_vertex};
    options.from = *state.drag_vertex;
    const Snapped to = snap_to(storey, pointer.at, options);
    state.cursor = to.at;
    state.snap_words = to.to.nl;
    if (distance(to.at, *state.drag_vertex) > kSmallestMove) {
      request.preview = edit::MoveVertex{storey.id, *state.drag_vertex, to.at};
    }
  } else if (pointer.is_down && state.drag_from) {
    Point by = pointer.at - *state.drag_from;
    if (state.is_ortho || pointer.is_shift) {
      (std::abs(by.x) > std::abs(by.y) ? by.y : by.x) = 0;
    }
    if (state.snap_to_grid) {
      by = {std::round(by.x / state.grid) * state.grid, std::round(by.y / state.grid) * state.grid};
    }
    if (length(by) > kSmallestMove) {
      request.preview =
          edit::MoveThings{storey.id, {state.selection.begin(), state.selection.end()}, snap(by)};
    }
  }
  if (pointer.is_released) {
    request.commit = state.drag_vertex || state.drag_from;
    if (state.box_from) {
      const Ring ring = rectangle(*state.box_from, pointer.at);
      if (distance(*state.box_from, pointer.at) < pointer.reach) {
        select(state, grasped(storey, layout, pointer), pointer.is_shift);
      } else {
        if (!pointer.is_shift) state.selection.clear();
        for (const std::string& object : objects_in(storey, box_of(ring))) {
          state.selection.insert(object);
        }
        if (!state.selection.empty()) show_selected(state);
      }
    }
    state.drag_vertex.reset();
    state.drag_from.reset();
    state.box_from.reset();
  }
  return request;
}

Request wall_tool(const Storey& storey, const Pointer& pointer, UiState& state) {
  const Snapped to = snap_to(storey, pointer.at, snapping(state, pointer));
  state.cursor = to.at;
  state.snap_words = to.to.nl;
  if (!pointer.is_pressed || !pointer.is_over) return {};
  if (pointer.is_double && state.drawing.size() >= 2) return finish_wall(storey, state);
  if (state.drawing.empty() || distance(state.drawing.back(), to.at) > kSmallestMove) {
    state.drawing.push_back(to.at);
    state.typed.clear();
  }
  const bool is_closed = state.drawing.size() > 3 && state.drawing.back() == state.drawing.front();
  return is_closed ? finish_wall(storey, state) : Request{};
}

}  // namespace

Request use_tool(const Project& project, const Storey& storey, const Layout* layout,
                 const Pointer& pointer, UiState& state) {
  state.cursor.reset();
  state.snap_words.clear();
  if (state.field.is_picking) {
    state.cursor = pointer.at;
    if (!pointer.is_pressed || !pointer.is_over) return {};
    state.field.from = snap(pointer.at);
    state.field.is_picking = false;
    return {};
  }
  if (state.tool == Tool::Select) return select_tool(storey, layout, pointer, state);
  if (state.tool == Tool::Wall) return wall_tool(storey, pointer, state);
  if (state.tool == Tool::Look) return look_tool(pointer, state), Request{};
  if (state.tool == Tool::Calibrate) return underlay_tool(storey, pointer, state);
  const Snapped to = snap_to(storey, pointer.at, snapping(state, pointer));
  const bool is_click = pointer.is_pressed && pointer.is_over;
  Request request;
  if (state.tool == Tool::Door || state.tool == Tool::Window) {
    const bool is_door = state.tool == Tool::Door;
    const double width = is_door ? state.new_door_width : 1.2;
    const auto opening = opening_on_wall(storey, pointer.at, width, 3 * pointer.reach);
    if (!opening) return request;
    state.cursor = middle(opening->a, opening->b);
    state.drawing = {opening->a, opening->b};
    if (is_click && is_door) {
      Door door;
      door.a = opening->a;
      door.b = opening->b;
      door.footprint = opening->footprint;
      door.clear_width = width;
      door.is_glass = state.new_door_is_glass;
      request.edits.push_back(edit::AddDoor{storey.id, door});
      state.selection = {"D" + std::to_string(project.next.door)};
    } else if (is_click) {
      Window window;
      window.a = opening->a;
      window.b = opening->b;
      window.footprint = opening->footprint;
      request.edits.push_back(edit::AddWindow{storey.id, window});
      state.selection = {"V" + std::to_string(project.next.window)};
    }
    return request;
  }
  state.cursor = to.at;
  state.snap_words = to.to.nl;
  if (!is_click) return request;
  if (state.tool == Tool::Space) {
    Space space;
    space.anchor = snap(pointer.at);
    request.edits.push_back(edit::AddSpace{storey.id, space});
    state.selection = {"S" + std::to_string(project.next.space)};
    state.show_tab = Tab::Properties;
  } else if (state.tool == Tool::Seat) {
    Seat seat;
    seat.at = snap(pointer.at);
    request.edits.push_back(edit::AddSeat{storey.id, seat});
  } else if (is_rectangle_tool(state.tool) || state.tool == Tool::Ruler) {
    if (state.tool == Tool::Ruler && state.drawing.size() == 2) state.drawing.clear();
    state.drawing.push_back(to.at);
    if (is_rectangle_tool(state.tool) && state.drawing.size() == 2) {
      const Ring ring = rectangle(state.drawing[0], state.drawing[1]);
      state.drawing.clear();
      if (distance(ring[0], ring[1]) > kSmallestThing &&
          distance(ring[1], ring[2]) > kSmallestThing)
        return add_thing(storey, ring, state.tool);
    }
  }
  return request;
}

Request use_keys(const Project& project, const Storey& storey, UiState& state) {
  (void)project;
  Request request;
  const ImGuiIO& io = ImGui::GetIO();
  const auto pressed = [](int key) { return ImGui::IsKeyPressed(key, false); };
  if (state.tool == Tool::Look) look_keys(state);
  if (pressed(GLFW_KEY_ESCAPE)) {
    request.discard = true;
    if (std::exchange(state.field.is_picking, false)) return request;
    if (state.tool == Tool::Wall && state.drawing.size() >= 2) return finish_wall(storey, state);
    // What a door or window shows on the wall is not drawn yet.
    if (state.drawing.empty() || state.tool == Tool::Door || state.tool == Tool::Window) {
      if (state.tool == Tool::Select) state.selection.clear();
      state.tool = Tool::Select;
    }
    state.drawing.clear();
    state.typed.clear();
    state.drag_from.reset();
    state.drag_vertex.reset();
  }
  if (state.tool == Tool::Wall && !state.drawing.empty()) {
    for (int i = 0; i < io.InputQueueCharacters.Size; ++i) {
      const ImWchar c = io.InputQueueCharacters[i];
      if ((c >= '0' && c <= '9') || c == ',' || c == '.') state.typed += static_cast<char>(c);
    }
    if (pressed(GLFW_KEY_BACKSPACE)) {
      if (!state.typed.empty()) {
        state.typed.pop_back();
      } else {
        state.drawing.pop_back();
      }
    }
    if (pressed(GLFW_KEY_ENTER) || pressed(GLFW_KEY_KP_ENTER)) {
      if (!state.typed.empty() && state.cursor) {
        state.drawing.push_back(*state.cursor);
        state.typed.clear();
      } else {
        return finish_wall(storey, state);
      }
    }
    return request;
  }
  if (state.selection.empty()) return request;
  if (pressed(GLFW_KEY_DELETE) || pressed(GLFW_KEY_BACKSPACE)) {
    request.edits.push_back(
        edit::RemoveThings{storey.id, {state.selection.begin(), state.selection.end()}});
    state.selection.clear();
  }
  return request;
}

}  // namespace trefpunt
