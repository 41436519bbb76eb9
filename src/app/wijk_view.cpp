// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wijk_view.h"

#include <GLFW/glfw3.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/map_paint.h"
#include "app/plans_in_wijk.h"
#include "app/wijk_objects.h"
#include "report/drawing_legend.h"
#include "street/home_groups.h"

namespace trefpunt {

namespace {

constexpr double kLeastScale = 0.004;  // px per m: a gemeente on a screen
constexpr double kNamesFrom = 1.1;     // px per m
constexpr double kGrid = 1;            // m, of a step with the arrows

bool shows(const UiState& state, MapLayer layer) {
  return !state.wijk.hidden.contains(layer);
}

template <typename Make>
void follow(WijkView::Part& part, const std::string& from, Make make) {
  if (part.made_from == from) return;
  part.made_from = from;
  part.gl.send(make());
}

template <typename Thing, typename Make>
void follow_layer(WijkView::Part& part, const WijkLayer<Thing>& layer, Make make) {
  follow(part, fmt::format("{}", fmt::ptr(layer.get())),
         [&] { return layer ? make(*layer) : PlanMesh{}; });
}

// Names of streets once each, at the longest stretch; of areas in their middle.
void follow_labels(WijkView& view, const Wijk& wijk) {
  const std::string from =
      fmt::format("{} {} {}", fmt::ptr(wijk.streets.get()), fmt::ptr(wijk.areas.get()),
                  fmt::ptr(wijk.open_spaces.get()));
  if (view.labels_from == from) return;
  view.labels_from = from;
  view.labels.clear();
  if (wijk.areas) {
    for (const StatisticalArea& area : *wijk.areas) {
      if (area.level != AreaLevel::Buurt || area.parts.empty()) continue;
      const auto largest = std::max_element(
          area.parts.begin(), area.parts.end(),
          [](const Polygon& a, const Polygon& b) { return trefpunt::area(a) < trefpunt::area(b); });
      if (trefpunt::area(*largest) > 0) {
        view.labels.push_back({label_point(*largest), area.name, 0, true});
      }
    }
  }
  if (wijk.open_spaces) {
    for (const OpenSpace& space : *wijk.open_spaces) {
      if (space.name.empty() || !(trefpunt::area(space.polygon) > 0)) continue;
      view.labels.push_back({label_point(space.polygon), space.name, kNamesFrom, false});
    }
  }
  std::map<std::string, std::pair<double, Point>> longest;
  if (wijk.streets) {
    for (const Street& street : *wijk.streets) {
      for (std::size_t i = 0; !street.name.empty() && i + 1 < street.line.size(); ++i) {
        const double part = distance(street.line[i], street.line[i + 1]);
        auto& best = longest[street.name];
        if (part > best.first) best = {part, middle(street.line[i], street.line[i + 1])};
      }
    }
  }
  for (const auto& [name, at] : longest) {
    view.labels.push_back({at.second, name, kNamesFrom, false});
  }
}

void show_values(Ui& ui, WijkView& view, const StreetNetwork& network, bool is_stale) {
  view.classes = heat_classes(view.values->of_link, ui.lang);
  view.heat.gl.send(heat_mesh(network, {view.classes.of_link, is_stale}));
}

// While a vertex of streets is dragged: the values that it would give.
bool follow_drag(Ui& ui, const Workspace& workspace, const UiState& state, WijkView& view) {
  const WijkResult* result = wijk_result_of(workspace);
  const bool is_live =
      state.wijk.heat == StreetHeat::Closeness || state.wijk.heat == StreetHeat::Betweenness;
  if (!is_live || !result || !result->ground->network) return false;
  const auto& base = workspace.history().current();
  const bool is_measured = base->wijk && base->wijk->streets == result->ground->wijk->streets;
  if (is_measured && !state.drag_vertex) {
    const auto radius = static_cast<std::size_t>(std::clamp(state.wijk.radius, 0, 1));
    prepare(view.live, result->ground, kStreetRadii[radius], workspace.wake());
  }
  const bool is_dragged = state.drag_vertex && state.cursor && workspace.has_draft() &&
                          !state.selection.empty() && (*state.selection.begin())[0] == 'E';
  if (!is_dragged || !is_measured || view.live.ground != result->ground) return false;
  const std::string from = fmt::format("live {} {}", state.cursor->x, state.cursor->y);
  if (view.values_from == from) return true;
  const MovedNetwork moved =
      moved_network(*result->ground->network, *state.drag_vertex, *state.cursor);
  const StreetValues* values = values_after(view.live, moved.changes);
  if (!values) return false;
  view.values_from = from;
  view.values = link_values(moved.network, *values, state.wijk.heat);
  show_values(ui, view, moved.network, false);
  return true;
}

void follow_values(Ui& ui, const Workspace& workspace, const UiState& state, WijkView& view) {
  if (follow_drag(ui, workspace, state, view)) return;
  const WijkResult* result = wijk_result_of(workspace);
  // What was dragged and let be has its own lengths again.
  if (view.live.is_moved && !state.drag_vertex)
    view.live.ground.reset(), view.live.is_moved = false;
  const StreetNetwork* network = result ? result->ground->network.get() : nullptr;
  const std::string from = fmt::format("{} {} {} {} {} {}", fmt::ptr(result), fmt::ptr(network),
                                       static_cast<int>(state.wijk.heat), state.wijk.radius,
                                       workspace.is_stale(), static_cast<int>(ui.lang));
  if (view.values_from == from) return;
  view.values_from = from;
  view.values = network && state.wijk.heat != StreetHeat::None
                    ? link_values(*result, state.wijk.heat, state.wijk.radius)
                    : std::nullopt;
  if (!view.values) return view.heat.gl.send({});
  show_values(ui, view, *network, workspace.is_stale());
}

void follow_homes(const Workspace& workspace, const UiState& state, WijkView& view,
                  const Wijk& wijk) {
  const WijkResult* result = wijk_result_of(workspace);
  const auto& asked = state.wijk.missing;
  const std::string from =
      fmt::format("{} {} {}", fmt::ptr(result), asked ? static_cast<int>(*asked) : -1,
                  asked ? state.wijk.reach : 0);
  if (view.missing_from != from) {
    view.missing_from = from;
    view.missing.clear();
    view.missing_dwellings = 0;
    if (result && asked) {
      view.missing = homes_without(*result->ground, *asked, state.wijk.reach);
      for (std::size_t i = 0; i < view.missing.size(); ++i) {
        if (view.missing[i]) {
          view.missing_dwellings += (*result->ground->wijk->homes)[i].dwellings;
        }
      }
    }
    view.homes.made_from.clear();
  }
  // Of an earlier state with as many homes the marks are of the same homes.
  const bool fits = wijk.homes && view.missing.size() == wijk.homes->size();
  follow(view.homes, fmt::format("{} {}", fmt::ptr(wijk.homes.get()), fits), [&] {
    return wijk.homes ? homes_mesh(*wijk.homes, fits ? view.missing : std::vector<bool>{})
                      : PlanMesh{};
  });
}

// Of the selected thing when it is a point, else of the pointer.
std::optional<Point> catchment_from(const UiState& state, const Wijk& wijk, bool is_hovered) {
  if (state.selection.size() == 1) {
    const std::vector<Point> points = points_of_object(wijk, *state.selection.begin());
    if (points.size() == 1) return points.front();
  }
  if (is_hovered) return state.camera.world(ImGui::GetIO().MousePos);
  return std::nullopt;
}

void follow_catchment(const Workspace& workspace, const UiState& state, WijkView& view,
                      const Wijk& wijk, bool is_hovered) {
  const WijkResult* result = wijk_result_of(workspace);
  const bool is_asked = state.wijk.has_catchment && result && result->ground->network &&
                        !result->ground->network->links.empty();
  const std::optional<Point> at = is_asked ? catchment_from(state, wijk, is_hovered) : std::nullopt;
  if (!is_asked) {
    view.catchment.reset();
    view.catchment_from.clear();
  }
  if (!at) return;  // the last one stays
  if (view.catchment_ground != result->ground) {
    view.finder = std::make_unique<FootholdFinder>(*result->ground->network);
    view.residents =
        people_at_homes(*result->ground->wijk, result->ground->buurt_of_home, HomeGroup::Residents);
    view.catchment_ground = result->ground;
  }
  const std::string from =
      fmt::format("{} {} {} {}", fmt::ptr(result->ground.get()), at->x, at->y, state.wijk.reach);
  if (view.catchment_from == from) return;
  view.catchment_from = from;
  view.catchment =
      catchment_of(*result->ground, *view.finder, *at, state.wijk.reach, view.residents);
  view.reach.gl.send(view.catchment ? reach_mesh(view.catchment->pieces) : PlanMesh{});
}

void follow_hover(const Wijk& wijk, const Workspace& workspace, UiState& state, WijkView& view,
                  const Pointer& pointer) {
  const std::string from =
      fmt::format("{} {} {} {}", fmt::ptr(&wijk), pointer.at.x, pointer.at.y, state.camera.scale);
  if (from == view.hovered_from) return;  // nothing moved: 20,000 streets need not be asked again
  view.hovered_from = from;
  state.hover = plan_in_wijk_at(workspace, state, pointer.at);
  if (state.hover.empty()) {
    state.hover = wijk_object_at(wijk, pointer.at, pointer.reach, state.wijk.hidden);
  }
}

bool is_in_sight(const Camera& camera, ImVec2 at, float margin) {
  return at.x > camera.low.x - margin && at.x < camera.high.x + margin &&
         at.y > camera.low.y - margin && at.y < camera.high.y + margin;
}

void draw_signs(Ui& ui, ImDrawList& list, const UiState& state, const Wijk& wijk) {
  const Camera& camera = state.camera;
  const float grown = std::clamp(growth_at(camera.scale), 0.6f, 1.5f);
  if (shows(state, MapLayer::Furnishings) && wijk.furnishings) {
    const float radius = 4.6f * ui.scale * grown;
    for (const Furnishing& one : *wijk.furnishings) {
      const ImVec2 at = camera(one.at);
      if (!is_in_sight(camera, at, radius)) continue;
      if (camera.scale < kMapScale / 2) {
        list.AddRectFilled({at.x - 1, at.y - 1}, {at.x + 2, at.y + 2}, colour(0x1f3a5f));
      } else {
        draw_sign(ui, list, at, radius, one.kind);
      }
      if (one.is_planned) list.AddCircle(at, radius * 1.7f, colour(kPlannedColour), 0, 2);
    }
  }
  if (!shows(state, MapLayer::Places) || !wijk.places) return;
  const float radius = 8.5f * ui.scale * grown;
  for (const WijkPlace& place : *wijk.places) {
    const ImVec2 at = camera(place.at);
    if (!is_in_sight(camera, at, radius)) continue;
    draw_sign(ui, list, at, radius, sign_of(place.category));
    if (place.is_planned) {
      list.AddCircle(at, radius * 1.5f, colour(kPlannedColour), 0, 2 * ui.scale);
    }
  }
}

// Words that would cover others or a sign are left out; areas come first.
void draw_names(Ui& ui, ImDrawList& list, const UiState& state, const WijkView& view,
                const Wijk& wijk) {
  const Camera& camera = state.camera;
  std::vector<std::pair<ImVec2, ImVec2>> taken;
  const auto put = [&](Point where, ImFont* font, float size, ImU32 ink, const std::string& words,
                       float below) {
    ImVec2 at = camera(where);
    at.y += below;
    if (words.empty() || !is_in_sight(camera, at, 0)) return;
    const ImVec2 extent = font->CalcTextSizeA(size, 1e9f, 0, words.c_str());
    const ImVec2 low{at.x - extent.x / 2, at.y - extent.y / 2};
    const ImVec2 high{low.x + extent.x, low.y + extent.y};
    for (const auto& [other_low, other_high] : taken) {
      if (low.x < other_high.x && high.x > other_low.x && low.y < other_high.y &&
          high.y > other_low.y) {
        return;
      }
    }
    taken.push_back({low, high});
    draw_text(list, font, size, at, ink, words, 2);
  };
  const float size = 13 * ui.scale;
  const auto keep_free = [&](const auto& layer, float radius) {
    for (const auto& thing : *layer) {
      const ImVec2 at = camera(thing.at);
      if (!is_in_sight(camera, at, 0)) continue;
      taken.push_back({{at.x - radius, at.y - radius}, {at.x + radius, at.y + radius}});
    }
  };
  if (camera.scale >= kNamesFrom) {
    if (shows(state, MapLayer::Places) && wijk.places) keep_free(wijk.places, 10 * ui.scale);
    if (shows(state, MapLayer::Furnishings) && wijk.furnishings) {
      keep_free(wijk.furnishings, 6 * ui.scale);
    }
  }
  for (const WijkView::Label& label : view.labels) {
    if (!label.is_area || !shows(state, MapLayer::Areas)) continue;
    put(label.at, ui.bold, 15 * ui.scale, colour(kAreaRim), label.words, 0);
  }
  if (camera.scale >= kNamesFrom && shows(state, MapLayer::Places) && wijk.places) {
    for (const WijkPlace& place : *wijk.places) {
      put(place.at, ui.body, size, colour(0x191e24), place.name, 20 * ui.scale);
    }
  }
  for (const WijkView::Label& label : view.labels) {
    if (label.is_area || camera.scale < label.least) continue;
    put(label.at, ui.body, size, colour(0x3c4148), label.words, 0);
  }
}

void outline(Ui& ui, ImDrawList& list, const Camera& camera, const std::vector<Point>& points,
             bool is_ring, ImU32 ink, float width, bool has_handles) {
  if (points.size() == 1) {
    list.AddCircle(camera(points[0]), 13 * ui.scale, ink, 0, width);
    return;
  }
  for (const Point p : points) list.PathLineTo(camera(p));
  list.PathStroke(ink, is_ring ? ImDrawFlags_Closed : 0, width);
  if (!has_handles) return;
  for (const Point p : points) {
    list.AddCircleFilled(camera(p), 4.5f * ui.scale, IM_COL32(255, 255, 255, 255));
    list.AddCircle(camera(p), 4.5f * ui.scale, ink, 0, 2 * ui.scale);
  }
}

void draw_object(Ui& ui, ImDrawList& list, const Workspace& workspace, const UiState& state,
                 const Wijk& wijk, const std::string& object, bool is_chosen) {
  const ImU32 ink = colour(ui.palette().accent, is_chosen ? 1 : 0.6);
  const float width = (is_chosen ? 3.0f : 2.0f) * ui.scale;
  const std::vector<Point> plan = outline_of_plan(workspace, state, object);
  if (!plan.empty()) return outline(ui, list, state.camera, plan, true, ink, width, false);
  const bool has_handles = is_chosen && state.selection.size() == 1 &&
                           (object[0] == 'E' || object[0] == 'O') && object.size() < 9;
  outline(ui, list, state.camera, points_of_object(wijk, object), is_face(object), ink, width,
          has_handles);
}

void draw_wijk_drawing(Ui& ui, ImDrawList& list, const UiState& state) {
  const Camera& camera = state.camera;
  const ImU32 ink = colour(ui.palette().accent);
  const std::vector<Point>& points = state.drawing;
  const bool is_ring = state.tool == Tool::Ground;
  const bool is_line = state.tool == Tool::Path || is_ring || state.tool == Tool::Ruler;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    list.AddLine(camera(points[i]), camera(points[i + 1]), ink, 3 * ui.scale);
  }
  if (is_line && !points.empty() && state.cursor && points.back() != *state.cursor &&
      !(state.tool == Tool::Ruler && points.size() == 2)) {
    list.AddLine(camera(points.back()), camera(*state.cursor), ink, 2 * ui.scale);
    if (is_ring && points.size() > 1) {
      list.AddLine(camera(*state.cursor), camera(points.front()), colour(ui.palette().accent, 0.4),
                   1.5f * ui.scale);
    }
    draw_text(list, ui.bold, 14 * ui.scale, camera(middle(points.back(), *state.cursor)), ink,
              format_number(distance(points.back(), *state.cursor), 1, ui.lang) + " m", 2);
  }
  if (state.tool == Tool::Ruler && points.size() == 2) {
    draw_text(list, ui.bold, 14 * ui.scale, camera(middle(points[0], points[1])), ink,
              format_number(distance(points[0], points[1]), 1, ui.lang) + " m", 2);
  }
  for (const Point p : points) list.AddCircleFilled(camera(p), 3.5f * ui.scale, ink);
  if (state.cursor) {
    list.AddCircle(camera(*state.cursor), 6 * ui.scale, ink, 0, 2 * ui.scale);
    if (state.cursor_joins) {
      const ImVec2 at = camera(*state.cursor);
      draw_text(list, ui.body, 13 * ui.scale, {at.x, at.y + 18 * ui.scale}, ink,
                ui.t({"sluit aan", "joins"}), 2);
    }
  }
  if (state.box_from) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    list.AddRectFilled(camera(*state.box_from), mouse, colour(ui.palette().accent, 0.1));
    list.AddRect(camera(*state.box_from), mouse, ink);
  }
}

void draw_places_of_criterion(Ui& ui, ImDrawList& list, const Workspace& workspace,
                              const UiState& state) {
  const Criterion* criterion = workspace.catalogue().find(state.criterion);
  const WijkResult* result = wijk_result_of(workspace);
  if (!criterion || !result) return;
  const auto outcome = result->outcomes.find(criterion->measure);
  if (outcome == result->outcomes.end() || !outcome->second) return;
  for (const PlanPlace& place : outcome->second->places) {
    list.AddCircle(state.camera(place.at), 9 * ui.scale, colour(kPlaceColour), 0, 3.5f * ui.scale);
  }
}

void draw_tip(Ui& ui, const Workspace& workspace, const UiState& state, const WijkView& view,
              const Wijk& wijk) {
  std::string words = name_of_plan(workspace, state.hover);
  if (words.empty()) words = name_of_object(wijk, state.hover, ui.lang);
  const WijkResult* result = wijk_result_of(workspace);
  const Street* street = find_street(wijk, state.hover);
  if (street && view.values && result && result->ground->wijk->streets) {
    // The link under the pointer, of the streets that were measured.
    const auto& streets = *result->ground->wijk->streets;
    const auto& links = result->ground->network->links;
    const Point at = state.camera.world(ImGui::GetIO().MousePos);
    double best = 1e300, value = NAN;
    for (std::size_t i = 0; i < links.size() && i < view.values->of_link.size(); ++i) {
      if (streets[static_cast<std::size_t>(links[i].street)].id != street->id) continue;
      for (std::size_t k = 0; k + 1 < links[i].shape.size(); ++k) {
        const double away = distance(at, Segment{links[i].shape[k], links[i].shape[k + 1]});
        if (away >= best) continue;
        best = away;
        value = view.values->of_link[i];
      }
    }
    if (!std::isnan(value)) {
      words += "\n" + view.values->title.in(ui.lang) + ": " + format_short(value, 3, ui.lang) +
               " " + view.values->unit.in(ui.lang);
    }
  }
  ImGui::BeginTooltip();
  ImGui::TextUnformatted(words.c_str());
  ImGui::EndTooltip();
}

void draw_layers(Ui& ui, ImDrawList& list, const UiState& state, WijkView& view) {
  const Camera& camera = state.camera;
  const float lines = ui.scale * growth_at(camera.scale);
  const auto draw = [&](MapLayer layer, WijkView::Part& part, float density) {
    if (shows(state, layer)) part.gl.draw(list, camera, density);
  };
  draw(MapLayer::Ground, view.ground, ui.scale);
  draw(MapLayer::Water, view.water, ui.scale);
  draw(MapLayer::Footprints, view.footprints, ui.scale);
  draw(MapLayer::Areas, view.areas, ui.scale);
  draw(MapLayer::Streets, view.values ? view.heat : view.streets, lines);
  if (view.catchment) view.reach.gl.draw(list, camera, lines);
  draw(MapLayer::Buildings, view.plans, ui.scale);
  draw(MapLayer::Homes, view.homes, lines);
}

}  // namespace

bool shows_wijk(const Project& project, const UiState& state) {
  return project.wijk && (state.wijk.is_shown || project.buildings.empty());
}

void show_wijk(UiState& state, bool is_shown) {
  if (state.wijk.is_shown == is_shown) return;
  state.wijk.is_shown = is_shown;
  std::swap(state.camera, state.wijk.other);
  state.tool = Tool::Select;
  state.drawing.clear();
  state.selection.clear();
  state.hover.clear();
  state.cursor.reset();
}

const WijkResult* wijk_result_of(const Workspace& workspace) {
  const Evaluated* evaluated = workspace.evaluated();
  return evaluated ? evaluated->evaluation.wijk.get() : nullptr;
}

Request draw_wijk_view(Ui& ui, const Workspace& workspace, UiState& state, WijkView& view) {
  Request request;
  const std::shared_ptr<const Wijk> wijk = workspace.project().wijk;
  Camera& camera = state.camera;
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const ImVec2 space = ImGui::GetContentRegionAvail();
  if (space.x < 20 || space.y < 20) return request;
  camera.low = low;
  camera.high = {low.x + space.x, low.y + space.y};
  camera.least = kLeastScale;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(camera.low, camera.high, IM_COL32(250, 250, 248, 255));
  if (!camera.is_placed) {
    camera.fit(box_of(*wijk));
    if (!camera.is_placed) camera.fit({{-100, -70}, {100, 70}});
  }
  ui.take_focus("plan");
  ImGui::InvisibleButton("plan", space,
                         ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight |
                             ImGuiButtonFlags_MouseButtonMiddle);
  ui.mark("plan");
  const bool is_hovered = ImGui::IsItemHovered();
  bool is_focused = ImGui::IsItemFocused();
  // ImGui gives up the focus of a child window at Escape; here that key is the tool's.
  if (view.had_keys && !is_focused && ImGui::IsKeyPressed(GLFW_KEY_ESCAPE, false)) {
    is_focused = true;
    ui.focus = "plan";
  }
  view.had_keys = is_focused;
  ImGuiIO& io = ImGui::GetIO();
  if (is_hovered && io.MouseWheel != 0) camera.zoom(std::pow(1.2, io.MouseWheel), io.MousePos);
  if (ImGui::IsItemActive() && (io.MouseDown[1] || io.MouseDown[2])) {
    camera.centre =
        camera.centre - Point{io.MouseDelta.x / camera.scale, -io.MouseDelta.y / camera.scale};
  }
  Pointer pointer = pointer_of(state, is_hovered);
  if (is_focused && !io.WantTextInput) {
    if (!io.KeyCtrl && !io.KeyAlt) steer(state, std::max(kGrid, 8 / camera.scale));
    if (ImGui::IsKeyPressed(GLFW_KEY_SPACE, false)) {
      pointer.is_pressed = pointer.is_down = pointer.is_over = true;
    }
    if (ImGui::IsKeyReleased(GLFW_KEY_SPACE)) pointer.is_released = true;
  }
  const bool is_busy = state.drag_from || state.drag_vertex || state.box_from;
  if (!is_hovered) state.hover.clear(), view.hovered_from.clear();
  if (is_hovered && !is_busy) follow_hover(*wijk, workspace, state, view, pointer);
  if (is_hovered || is_focused || is_busy) {
    merge(request, use_wijk_tool(workspace, pointer, state));
  }
  if ((is_focused || is_hovered) && !io.WantTextInput) {
    merge(request, use_wijk_keys(workspace, state));
  }

  follow_layer(view.areas, wijk->areas, areas_mesh);
  follow_layer(view.ground, wijk->open_spaces, [](const auto& l) { return ground_mesh(l, false); });
  follow_layer(view.water, wijk->open_spaces, [](const auto& l) { return ground_mesh(l, true); });
  follow_layer(view.footprints, wijk->footprints, footprints_mesh);
  follow_layer(view.streets, wijk->streets, streets_mesh);
  follow_labels(view, *wijk);
  follow_values(ui, workspace, state, view);
  follow_homes(workspace, state, view, *wijk);
  follow_catchment(workspace, state, view, *wijk, is_hovered);
  follow(view.plans, key_of_plans(workspace, state), [&] { return plans_mesh(workspace, state); });

  list.PushClipRect(camera.low, camera.high, true);
  draw_layers(ui, list, state, view);
  draw_signs(ui, list, state, *wijk);
  if (view.catchment) {
    list.AddCircleFilled(camera(view.catchment->from.at), 5 * ui.scale, colour(kReachColour));
  }
  draw_places_of_criterion(ui, list, workspace, state);
  if (shows(state, MapLayer::Names)) draw_names(ui, list, state, view, *wijk);
  if (!state.hover.empty() && state.tool == Tool::Select) {
    draw_object(ui, list, workspace, state, *wijk, state.hover, false);
  }
  for (const std::string& object : state.selection) {
    draw_object(ui, list, workspace, state, *wijk, object, true);
  }
  draw_wijk_drawing(ui, list, state);
  draw_wijk_legend(ui, list, workspace, state, view);
  draw_scale_and_north(ui, list, camera, true);
  list.PopClipRect();
  if (is_focused) {
    list.AddRect(camera.low, camera.high, colour(ui.palette().focus), 0, 0, 2 * ui.scale);
  }
  if (is_hovered && state.tool == Tool::Select && !state.hover.empty() && !is_busy) {
    draw_tip(ui, workspace, state, view, *wijk);
  }
  return request;
}

}  // namespace trefpunt
