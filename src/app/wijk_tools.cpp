// SPDX-License-Identifier: GPL-3.0-or-later
#include <GLFW/glfw3.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/plans_in_wijk.h"
#include "app/wijk_objects.h"
#include "app/wijk_view.h"

namespace trefpunt {

namespace {

constexpr double kSmallestWijkMove = 0.05;  // m: less is a click
constexpr double kTurn = std::numbers::pi / 12;

// An open space is only dragged when it is selected: it lies under everything.
bool is_movable(const std::string& object, const UiState& state) {
  if (object.empty()) return false;
  if (plan_index(object) || object[0] == 'P' || object[0] == 'M' || object[0] == 'H') return true;
  return object[0] == 'O' && state.selection.contains(object);
}

bool is_of_code(const Wijk& wijk, const std::string& object) {
  return find_area(wijk, object) != nullptr;
}

void select_thing(UiState& state, const std::string& object, bool is_added) {
  if (!is_added) state.selection.clear();
  if (object.empty()) return;
  if (is_added && state.selection.erase(object) > 0) return;
  state.selection.insert(object);
  state.show_tab = Tab::Properties;
}

std::string grasped(const Workspace& workspace, const UiState& state, const Pointer& pointer) {
  const std::string plan = plan_in_wijk_at(workspace, state, pointer.at);
  if (!plan.empty()) return plan;
  return wijk_object_at(*workspace.project().wijk, pointer.at, pointer.reach, state.wijk.hidden);
}

template <typename Thing>
void select_in_box(const WijkLayer<Thing>& layer, const Box& box, UiState& state) {
  if (!layer) return;
  for (const Thing& thing : *layer) {
    if (box.contains(thing.at)) state.selection.insert(to_string(thing.id));
  }
}

void select_box(const Wijk& wijk, const Pointer& pointer, UiState& state) {
  Box box;
  box.add(*state.box_from);
  box.add(pointer.at);
  if (!pointer.is_shift) state.selection.clear();
  const auto shows = [&](MapLayer layer) { return !state.wijk.hidden.contains(layer); };
  if (shows(MapLayer::Places)) select_in_box(wijk.places, box, state);
  if (shows(MapLayer::Furnishings)) select_in_box(wijk.furnishings, box, state);
  if (shows(MapLayer::Homes)) select_in_box(wijk.homes, box, state);
  if (!state.selection.empty()) state.show_tab = Tab::Properties;
}

// The open space with one vertex elsewhere.
OpenSpace with_vertex(OpenSpace space, Point from, Point to) {
  const auto move = [&](Ring& ring) { std::replace(ring.begin(), ring.end(), from, to); };
  move(space.polygon.outer);
  for (Ring& hole : space.polygon.holes) move(hole);
  return space;
}

// What is under way while the button is held.
Request drag(const Workspace& workspace, const Pointer& pointer, UiState& state) {
  Request request;
  const Project& base = *workspace.history().current();
  if (state.selection.empty()) return request;
  const std::string object = *state.selection.begin();
  if (state.drag_vertex) {
    const OpenSpace* space = find_open_space(*base.wijk, object);
    const StreetSnap to =
        space ? StreetSnap{snap(pointer.at), false, {}}
              : snap_to_streets(*base.wijk, pointer.at, pointer.reach, {*state.drag_vertex});
    state.cursor = to.at;
    if (distance(to.at, *state.drag_vertex) <= kSmallestWijkMove) return request;
    if (space) {
      request.preview = edit::SetOpenSpace{with_vertex(*space, *state.drag_vertex, to.at)};
    } else {
      request.preview = edit::MoveStreetVertex{*state.drag_vertex, to.at};
    }
    return request;
  }
  const Point by = snap(pointer.at - *state.drag_from);
  if (length(by) <= kSmallestWijkMove) return request;
  if (const auto index = plan_index(object)) {
    const auto position = position_in(*base.wijk, base.buildings[*index]);
    if (!position) return request;
    request.preview =
        edit::PlaceBuilding{*index, WijkPosition{snap(position->at + by), position->angle}};
    return request;
  }
  request.preview = edit::MoveWijkThings{{state.selection.begin(), state.selection.end()}, by};
  return request;
}

// A vertex that is let go on a street joins it.
Request let_go(const Workspace& workspace, const Pointer& pointer, UiState& state) {
  Request request;
  request.commit = state.drag_vertex || state.drag_from;
  const Project& base = *workspace.history().current();
  if (!state.drag_vertex || !workspace.has_draft()) return request;
  if (state.selection.empty() || (*state.selection.begin())[0] != 'E') return request;
  const StreetSnap to =
      snap_to_streets(*base.wijk, pointer.at, pointer.reach, {*state.drag_vertex});
  if (!to.street) return request;
  request.commit = false;
  request.edits = move_and_join(base, *state.drag_vertex, to.at);
  request.label = label_of(request.edits.back());
  return request;
}

Request select_tool(const Workspace& workspace, const Pointer& pointer, UiState& state) {
  Request request;
  const Wijk& wijk = *workspace.project().wijk;
  if (pointer.is_pressed && pointer.is_over) {
    state.drag_vertex.reset();
    state.drag_from.reset();
    state.box_from.reset();
    if (state.selection.size() == 1) {
      const std::string& one = *state.selection.begin();
      const bool has_handles = find_street(wijk, one) || find_open_space(wijk, one);
      for (const Point handle : has_handles ? points_of_object(wijk, one) : std::vector<Point>{}) {
        if (distance(handle, pointer.at) < pointer.reach * 0.7) state.drag_vertex = handle;
      }
      if (state.drag_vertex) return request;
    }
    const std::string object = grasped(workspace, state, pointer);
    if (!is_movable(object, state)) {
      state.box_from = pointer.at;
      return request;
    }
    if (pointer.is_shift || !state.selection.contains(object)) {
      select_thing(state, object, pointer.is_shift);
    }
    if (state.selection.contains(object)) state.drag_from = pointer.at;
    return request;
  }
  if (pointer.is_down && (state.drag_vertex || state.drag_from)) {
    request = drag(workspace, pointer, state);
  }
  if (!pointer.is_released) return request;
  if (state.box_from) {
    if (distance(*state.box_from, pointer.at) < pointer.reach) {
      select_thing(state, grasped(workspace, state, pointer), pointer.is_shift);
    } else {
      select_box(wijk, pointer, state);
    }
  } else {
    merge(request, let_go(workspace, pointer, state));
  }
  state.drag_vertex.reset();
  state.drag_from.reset();
  state.box_from.reset();
  return request;
}

Request finish_path(const Project& project, UiState& state) {
  Request request;
  if (state.drawing.size() >= 2) {
    Street street;
    street.line = state.drawing;
    street.kind = state.wijk.new_street;
    street.is_planned = true;
    request.edits = add_path(project, std::move(street));
    request.label = label_of(request.edits.back());
  }
  state.drawing.clear();
  return request;
}

Request finish_ground(const Project& project, UiState& state) {
  Request request;
  if (state.drawing.size() >= 3) {
    OpenSpace space;
    space.polygon.outer = state.drawing;
    if (signed_area(space.polygon.outer) < 0) {
      std::reverse(space.polygon.outer.begin(), space.polygon.outer.end());
    }
    space.ground = state.wijk.new_ground;
    space.is_planned = true;
    state.selection = {"O" + std::to_string(project.next_wijk.open_space)};
    request.edits.push_back(edit::AddOpenSpace{std::move(space)});
  }
  state.drawing.clear();
  return request;
}

Request line_tool(const Project& project, const Pointer& pointer, UiState& state) {
  const bool is_path = state.tool == Tool::Path;
  StreetSnap to{snap(pointer.at), false, {}};
  if (is_path) to = snap_to_streets(*project.wijk, pointer.at, pointer.reach);
  const bool joins = to.is_vertex || to.street;
  if (!joins && (state.is_ortho || pointer.is_shift) && !state.drawing.empty()) {
    const Point by = to.at - state.drawing.back();
    (std::abs(by.x) > std::abs(by.y) ? to.at.y = state.drawing.back().y
                                     : to.at.x = state.drawing.back().x);
  }
  const bool closes = !is_path && state.drawing.size() >= 3 &&
                      distance(state.drawing.front(), pointer.at) < pointer.reach;
  state.cursor = closes ? state.drawing.front() : to.at;
  state.cursor_joins = joins;
  if (!pointer.is_pressed || !pointer.is_over) return {};
  const bool is_double = pointer.is_double && !state.drawing.empty();
  if (!closes && !is_double &&
      (state.drawing.empty() || distance(state.drawing.back(), to.at) > kSmallestWijkMove)) {
    state.drawing.push_back(to.at);
  }
  if (!closes && !is_double) return {};
  return is_path ? finish_path(project, state) : finish_ground(project, state);
}

Request add_point(const Project& project, const Pointer& pointer, UiState& state) {
  Request request;
  const WijkCounters& next = project.next_wijk;
  const Point at = snap(pointer.at);
  if (state.tool == Tool::Place) {
    WijkPlace place;
    place.at = at;
    place.category = state.wijk.new_place;
    place.is_planned = true;
    state.selection = {"P" + std::to_string(next.place)};
    request.edits.push_back(edit::AddPlace{place});
  } else if (state.tool == Tool::Furnishing) {
    Furnishing one;
    one.at = at;
    one.kind = state.wijk.new_furnishing;
    one.is_planned = true;
    state.selection = {"M" + std::to_string(next.furnishing)};
    request.edits.push_back(edit::AddFurnishing{one});
  } else {
    Home home;
    home.at = at;
    home.dwellings = state.wijk.new_dwellings;
    home.is_planned = true;
    state.selection = {"H" + std::to_string(next.home)};
    request.edits.push_back(edit::AddHome{home});
  }
  return request;
}

Request turn_plan(const Project& project, const UiState& state, double by) {
  Request request;
  if (state.selection.size() != 1) return request;
  const auto index = plan_index(*state.selection.begin());
  if (!index || *index >= project.buildings.size()) return request;
  if (const auto position = position_in(*project.wijk, project.buildings[*index])) {
    request.edits.push_back(
        edit::PlaceBuilding{*index, turned_plan(project.buildings[*index], *position, by)});
  }
  return request;
}

Request remove_selected(const Wijk& wijk, UiState& state) {
  Request request;
  edit::RemoveWijkThings removed;
  for (const std::string& object : state.selection) {
    if (const auto index = plan_index(object)) {
      request.edits.push_back(edit::PlaceBuilding{*index, std::nullopt});
    } else if (!is_of_code(wijk, object)) {
      removed.objects.push_back(object);
    }
  }
  if (!removed.objects.empty()) request.edits.push_back(std::move(removed));
  state.selection.clear();
  return request;
}

}  // namespace

Request use_wijk_tool(const Workspace& workspace, const Pointer& pointer, UiState& state) {
  const Project& base = *workspace.history().current();
  state.cursor.reset();
  state.cursor_joins = false;
  if (!base.wijk) return {};
  if (state.tool == Tool::Path || state.tool == Tool::Ground) {
    return line_tool(base, pointer, state);
  }
  if (state.tool == Tool::Ruler) {
    state.cursor = pointer.at;
    if (!pointer.is_pressed || !pointer.is_over) return {};
    if (state.drawing.size() == 2) state.drawing.clear();
    state.drawing.push_back(pointer.at);
    return {};
  }
  const bool is_adding =
      state.tool == Tool::Place || state.tool == Tool::Furnishing || state.tool == Tool::Home;
  if (!is_adding) return select_tool(workspace, pointer, state);
  state.cursor = pointer.at;
  return pointer.is_pressed && pointer.is_over ? add_point(base, pointer, state) : Request{};
}

Request use_wijk_keys(const Workspace& workspace, UiState& state) {
  Request request;
  const Project& base = *workspace.history().current();
  if (!base.wijk) return request;
  const auto pressed = [](int key) { return ImGui::IsKeyPressed(key, false); };
  const bool is_drawing = !state.drawing.empty();
  if (pressed(GLFW_KEY_ESCAPE)) {
    if (state.tool == Tool::Path && state.drawing.size() >= 2) return finish_path(base, state);
    request.discard = true;
    if (!is_drawing) {
      if (state.tool == Tool::Select) state.selection.clear();
      state.tool = Tool::Select;
    }
    state.drawing.clear();
    state.drag_from.reset();
    state.drag_vertex.reset();
    state.box_from.reset();
    return request;
  }
  if (is_drawing && (state.tool == Tool::Path || state.tool == Tool::Ground)) {
    if (pressed(GLFW_KEY_BACKSPACE)) state.drawing.pop_back();
    if (pressed(GLFW_KEY_ENTER) || pressed(GLFW_KEY_KP_ENTER)) {
      return state.tool == Tool::Path ? finish_path(base, state) : finish_ground(base, state);
    }
    return request;
  }
  if (state.selection.empty() || ImGui::GetIO().KeyCtrl) return request;
  if (pressed(GLFW_KEY_COMMA)) return turn_plan(base, state, kTurn);
  if (pressed(GLFW_KEY_PERIOD)) return turn_plan(base, state, -kTurn);
  if (pressed(GLFW_KEY_DELETE) || pressed(GLFW_KEY_BACKSPACE)) {
    return remove_selected(*base.wijk, state);
  }
  return request;
}

namespace {

template <typename Kind>
void choose_next(Ui& ui, const char* name, const Text& label, Kind& kind,
                 const std::vector<Kind>& kinds) {
  std::vector<std::string> words;
  int index = 0;
  for (const Kind one : kinds) {
    if (one == kind) index = static_cast<int>(words.size());
    words.push_back(name_of(one).in(ui.lang));
  }
  if (choose(ui, name, label, index, words)) kind = kinds[static_cast<std::size_t>(index)];
}

}  // namespace

void draw_wijk_tool(Ui& ui, UiState& state) {
  WijkChoice& next = state.wijk;
  const Text kind{"Soort", "Kind"};
  if (state.tool == Tool::Path) {
    choose_next(ui, "new-street", kind, next.new_street, all_street_kinds());
    tick(ui, "tools-ortho", {"Recht", "Ortho"}, state.is_ortho);
  } else if (state.tool == Tool::Place) {
    choose_next(ui, "new-place", kind, next.new_place, all_place_categories());
  } else if (state.tool == Tool::Furnishing) {
    choose_next(ui, "new-furnishing", kind, next.new_furnishing, all_furnishing_kinds());
  } else if (state.tool == Tool::Ground) {
    choose_next(ui, "new-ground", kind, next.new_ground, all_grounds());
  } else if (state.tool == Tool::Home) {
    std::optional<double> dwellings = next.new_dwellings;
    if (number_input(ui, "new-dwellings", {"Woningen", "Dwellings"}, dwellings, "") && dwellings &&
        *dwellings >= 1) {
      next.new_dwellings = static_cast<int>(*dwellings);
    }
  }
}

}  // namespace trefpunt
