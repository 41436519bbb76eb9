// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan_view.h"

#include <GLFW/glfw3.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "app/map_parts.h"
#include "app/shown_measure.h"
#include "app/snapping.h"
#include "report/drawing_legend.h"
#include "report/report_model.h"

namespace trefpunt {

namespace {

constexpr Paint kPlaceMark = {0xffffff, Hatch::None, kPlaceColour};  // drawn as a rim
constexpr float kFloorOverPicture = 0.35f;  // so much of the picture must stay readable

const Space* space_of(const Storey& storey, const std::string& id) {
  for (const Space& space : storey.spaces) {
    if (to_string(space.id) == id) return &space;
  }
  return nullptr;
}

const SpaceShape* shape_of(const Layout* layout, const std::string& id) {
  if (!layout) return nullptr;
  for (const SpaceShape& shape : layout->shapes) {
    if (to_string(shape.id) == id) return &shape;
  }
  return nullptr;
}

std::vector<PlanView::Label> labels_of(const Storey& storey, const Layout& layout) {
  std::vector<PlanView::Label> labels;
  for (const SpaceShape& shape : layout.shapes) {
    const Space* space = space_of(storey, to_string(shape.id));
    if (!space || !shape.polygon) continue;
    PlanView::Label label{label_point(*shape.polygon), 0, 0, squeeze(space->number),
                          squeeze(space->name)};
    // The free box around the point: half a metre at a time is fine enough for a label.
    const auto reach = [&](Point step) {
      double far = 0;
      while (far < 20 && contains(*shape.polygon, label.at + (far + 0.25) * step)) far += 0.25;
      return far;
    };
    label.width = 2 * std::min(reach({1, 0}), reach({-1, 0}));
    label.height = 2 * std::min(reach({0, 1}), reach({0, -1}));
    labels.push_back(std::move(label));
  }
  return labels;
}

void remake(const Ui& ui, const Workspace& workspace, const UiState& state, PlanView& view) {
  const Outcome* outcome = outcome_of(workspace, state.measure);
  const std::string from = fmt::format(
      "{} {} {} {} {} {} {} {} {}", fmt::ptr(view.storey.get()), fmt::ptr(view.layout.get()),
      fmt::ptr(outcome), workspace.is_stale(), state.measure, state.field.is_shown,
      state.show_furniture, state.show_seats, static_cast<int>(ui.lang));
  if (from == view.made_from) return;
  view.made_from = from;
  const MeasureInfo* info = shown_info(state.measure);
  view.has_colours = outcome && info && !state.field.is_shown;
  if (view.has_colours) view.colours = colours_of(*outcome, *info, ui.lang);
  PlanLook look;
  look.colours = view.has_colours ? &view.colours : nullptr;
  look.is_stale = workspace.is_stale() && view.has_colours;
  look.show_furniture = state.show_furniture;
  look.show_seats = state.show_seats;
  view.gl.send(plan_mesh(*view.storey, view.layout.get(), look));
  view.labels.clear();
  if (view.layout) view.labels = labels_of(*view.storey, *view.layout);
}

// `halo`: px of white around the letters.
void draw_labels(Ui& ui, ImDrawList& list, const Camera& camera, const PlanView& view,
                 int halo = 1) {
  const float size = 13 * ui.scale;
  const ImU32 ink = IM_COL32(25, 30, 36, 255);
  for (const PlanView::Label& label : view.labels) {
    const ImVec2 at = camera(label.at);
    if (at.x < camera.low.x || at.x > camera.high.x || at.y < camera.low.y ||
        at.y > camera.high.y) {
      continue;
    }
    const double width = label.width * camera.scale + 8, height = label.height * camera.scale + 6;
    const auto fits = [&](ImFont* font, const std::string& text) {
      return !text.empty() && font->CalcTextSizeA(size, 1e9f, 0, text.c_str()).x < width;
    };
    const bool has_number = fits(ui.bold, label.number) && height > size;
    const bool has_name = fits(ui.body, label.name) && height > (has_number ? 2.2f : 1.0f) * size;
    const float half = has_number && has_name ? size * 0.55f : 0;
    if (has_number) draw_text(list, ui.bold, size, {at.x, at.y - half}, ink, label.number, halo);
    if (has_name) draw_text(list, ui.body, size, {at.x, at.y + half}, ink, label.name, halo);
  }
}

void draw_grid(Ui& ui, ImDrawList& list, const Camera& camera, double grid) {
  double step = grid;
  while (step * camera.scale < 12) step *= 10;
  const Point low = camera.world({camera.low.x, camera.high.y});
  const Point high = camera.world({camera.high.x, camera.low.y});
  const ImU32 ink = colour(ui.palette().line, ui.contrast == Contrast::High ? 0.12 : 0.35);
  for (double x = std::ceil(low.x / step) * step; x <= high.x; x += step) {
    const float at = camera({x, low.y}).x;
    list.AddLine({at, camera.low.y}, {at, camera.high.y}, ink);
  }
  for (double y = std::ceil(low.y / step) * step; y <= high.y; y += step) {
    const float at = camera({low.x, y}).y;
    list.AddLine({camera.low.x, at}, {camera.high.x, at}, ink);
  }
}

void outline_object(Ui& ui, ImDrawList& list, const Camera& camera, const PlanView& view,
                    const std::string& object, ImU32 ink, float width) {
  if (const SpaceShape* shape = shape_of(view.layout.get(), object)) {
    if (!shape->polygon) return;
    for (const Point p : shape->polygon->outer) list.PathLineTo(camera(p));
    list.PathStroke(ink, ImDrawFlags_Closed, width);
    return;
  }
  const auto kept = view.handles.find(object);
  const bool is_kept = view.handles_from == view.storey && kept != view.handles.end();
  const std::vector<Point> points = is_kept ? kept->second : handles_of(*view.storey, object);
  if (points.size() == 1) {
    list.AddCircle(camera(points[0]), 8 * ui.scale, ink, 0, width);
    return;
  }
  const bool is_ring = object[0] == 'F' || object[0] == 'K';
  for (const Point p : points) list.PathLineTo(camera(p));
  list.PathStroke(ink, is_ring ? ImDrawFlags_Closed : 0, width);
  if (is_kept) return;  // among so many nobody takes hold of a vertex
  for (const Point p : points) list.AddCircleFilled(camera(p), 3.5f * ui.scale, ink);
}

bool draw_places(Ui& ui, ImDrawList& list, const Workspace& workspace, const UiState& state,
                 const PlanView& view) {
  const Criterion* criterion = workspace.catalogue().find(state.criterion);
  if (!criterion) return false;
  const Outcome* outcome = outcome_of(workspace, criterion->measure);
  if (!outcome) return false;
  bool has_places = false;
  for (const PlanPlace& place : outcome->places) {
    if (place.storey != state.storey) continue;
    outline_object(ui, list, state.camera, view, place.object, colour(kPlaceColour),
                   3.5f * ui.scale);
    has_places = true;
  }
  return has_places;
}

void draw_drawing(Ui& ui, ImDrawList& list, const UiState& state) {
  const Camera& camera = state.camera;
  const ImU32 ink = colour(ui.palette().accent);
  const std::vector<Point>& points = state.drawing;
  const auto measure = [&](Point a, Point b) {
    draw_text(list, ui.bold, 14 * ui.scale, camera(middle(a, b)), ink,
              format_number(distance(a, b), 2, ui.lang) + " m");
  };
  // The line between two places tells whether they see each other: draw_look() draws it.
  const bool is_pair = state.tool == Tool::Look && points.size() == 2;
  for (std::size_t i = 0; i + 1 < points.size() && !is_pair; ++i) {
    list.AddLine(camera(points[i]), camera(points[i + 1]), ink, 3 * ui.scale);
  }
  const bool is_away =
      !points.empty() && state.cursor && distance(points.back(), *state.cursor) > 0.005;
  if (is_away && state.tool != Tool::Door && state.tool != Tool::Window) {
    if (state.tool == Tool::Furniture || state.tool == Tool::Stairs || state.tool == Tool::Lift) {
      list.AddRect(camera(points[0]), camera(*state.cursor), ink, 0, 0, 2 * ui.scale);
    } else if (state.tool != Tool::Ruler || points.size() == 1) {
      list.AddLine(camera(points.back()), camera(*state.cursor), ink, 2 * ui.scale);
      measure(points.back(), *state.cursor);
    }
  }
  if (points.size() == 2 && (state.tool == Tool::Ruler || state.tool == Tool::Door)) {
    measure(points[0], points[1]);
  }
  if (state.cursor) {
    list.AddCircle(camera(*state.cursor), 5 * ui.scale, ink, 0, 2 * ui.scale);
    std::string words = state.snap_words;
    if (!state.typed.empty()) words = state.typed + " m";
    if (!words.empty()) {
      const ImVec2 at = camera(*state.cursor);
      draw_text(list, ui.body, 13 * ui.scale, {at.x, at.y + 18 * ui.scale}, ink, words);
    }
  }
  if (state.box_from) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    list.AddRectFilled(camera(*state.box_from), mouse, colour(ui.palette().accent, 0.1));
    list.AddRect(camera(*state.box_from), mouse, ink);
  }
}

void draw_colours(Ui& ui, ImDrawList& list, const UiState& state, const PlanView& view,
                  bool is_stale, bool has_places) {
  std::string title;
  std::vector<LegendEntry> entries;
  if (view.has_colours) {
    title = view.colours.title;
    entries = view.colours.entries;
    entries.push_back({{}, Text{"telt hier niet mee", "does not count here"}.in(ui.lang)});
    if (has_places) {
      entries.push_back(
          {kPlaceMark, Text{"plek om naar te kijken", "place to look at"}.in(ui.lang)});
    }
  } else {
    title = Text{"Gebruik van de ruimten", "Use of the spaces"}.in(ui.lang);
    std::set<UseGroup> groups;
    for (const Space& space : view.storey->spaces) groups.insert(group_of(space.use));
    for (const UseGroup group : groups) {
      entries.push_back({paint_of(group), name_of(group).in(ui.lang)});
    }
  }
  if (entries.empty()) return;
  if (is_stale && view.has_colours) {
    title += Text{" (wordt herrekend)", " (being recomputed)"}.in(ui.lang);
  }
  const float size = 13 * ui.scale, line = 20 * ui.scale, swatch_width = 26 * ui.scale;
  float width = ui.bold->CalcTextSizeA(size, 1e9f, 0, title.c_str()).x;
  for (const LegendEntry& entry : entries) {
    width = std::max(
        width, swatch_width + 8 + ui.body->CalcTextSizeA(size, 1e9f, 0, entry.label.c_str()).x);
  }
  const float height = line * static_cast<float>(entries.size() + 1) + ui.em(0.6f);
  const ImVec2 low{state.camera.low.x + ui.em(0.8f), state.camera.high.y - height - ui.em(0.8f)};
  list.AddRectFilled({low.x - 8, low.y - 6}, {low.x + width + 12, low.y + height},
                     colour(ui.palette().paper, 0.94), 4);
  list.AddRect({low.x - 8, low.y - 6}, {low.x + width + 12, low.y + height},
               colour(ui.palette().line), 4);
  const ImU32 ink = colour(ui.palette().ink);
  list.AddText(ui.bold, size, low, ink, title.c_str());
  float y = low.y + line + 2;
  for (const LegendEntry& entry : entries) {
    const ImVec2 end{low.x + swatch_width, y + 13 * ui.scale};
    if (entry.paint == kPlaceMark) {
      list.AddRect({low.x + 1, y + 1}, {end.x - 1, end.y - 1}, colour(kPlaceColour), 0, 0,
                   3 * ui.scale);
    } else {
      swatch(list, {low.x, y}, end, entry.paint);
    }
    list.AddText(ui.body, size, {low.x + swatch_width + 8, y - 2}, ink, entry.label.c_str());
    y += line;
  }
}

void draw_tip(Ui& ui, const Workspace& workspace, const UiState& state, const PlanView& view) {
  const Space* space = space_of(*view.storey, state.hover);
  if (!space) return;
  const SpaceShape* shape = shape_of(view.layout.get(), state.hover);
  std::string words = squeeze(space->number + " " + space->name);
  if (words.empty()) words = to_string(space->id);
  words += "\n" + name_of(space->use).in(ui.lang);
  if (shape && shape->polygon) words += ", " + format_number(shape->area_m2, 1, ui.lang) + " m²";
  if (is_drawn(view.field, state, *view.storey)) {
    const std::string value =
        field_words(view.field, state.camera.world(ImGui::GetIO().MousePos), ui.lang);
    if (!value.empty()) words += "\n" + field_name(view.field, ui.lang) + ": " + value;
  }
  const MeasureInfo* info = shown_info(state.measure);
  if (const Outcome* outcome = outcome_of(workspace, state.measure); outcome && info) {
    for (const Row& row : outcome->rows) {
      if (row.object != state.hover) continue;
      words += "\n" + info->name.in(ui.lang) + ": " + row_words(row.value, *info, ui.lang);
      const bool has_unit = yes_no_of(*info, ui.lang).empty() && has_number(row.value);
      if (has_unit && !info->row_unit.empty()) words += " " + info->row_unit.in(ui.lang);
    }
  }
  ImGui::BeginTooltip();
  ImGui::TextUnformatted(words.c_str());
  ImGui::EndTooltip();
}

}  // namespace

std::shared_ptr<const Storey> storey_of(const Project& project, const UiState& state) {
  if (project.buildings.empty()) return nullptr;
  const auto& storeys = project.buildings.front().storeys;
  if (storeys.empty()) return nullptr;
  const int last = static_cast<int>(storeys.size()) - 1;
  return storeys[static_cast<std::size_t>(std::clamp(state.storey, 0, last))];
}

std::shared_ptr<const Layout> layout_of(const Workspace& workspace, const UiState& state) {
  const Evaluated* evaluated = workspace.evaluated();
  const auto storey = storey_of(workspace.project(), state);
  if (!evaluated || !storey || evaluated->evaluation.buildings.empty()) return nullptr;
  const auto& storeys = evaluated->project->buildings.front().storeys;
  const Layouts& layouts = evaluated->evaluation.buildings.front().layouts;
  for (std::size_t s = 0; s < storeys.size() && s < layouts.size(); ++s) {
    if (storeys[s]->id == storey->id) return layouts[s];
  }
  return nullptr;
}

const Outcome* outcome_of(const Workspace& workspace, const std::string& measure) {
  return shown_outcome(workspace.evaluated(), measure);
}

Request draw_plan_view(Ui& ui, const Workspace& workspace, UiState& state, PlanView& view) {
  Request request;
  Camera& camera = state.camera;
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const ImVec2 space = ImGui::GetContentRegionAvail();
  if (space.x < 20 || space.y < 20) return request;
  camera.low = low;
  camera.high = {low.x + space.x, low.y + space.y};
  view.storey = storey_of(workspace.project(), state);
  view.layout = layout_of(workspace, state);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(camera.low, camera.high, IM_COL32(255, 255, 255, 255));
  follow_underlay(view.underlay, view.storey.get(), workspace.wake());
  follow_field(view.field, workspace, state, view.storey);
  if (!view.storey) return request;
  if (!camera.is_placed) {
    const Box box = box_in_view(*view.storey);
    camera.fit(box);
    // Higher than the middle: the legend stands below.
    const double free = camera.height() - box.height() * camera.scale;
    camera.centre.y -= 0.3 * std::max(0.0, free) / camera.scale;
    if (!camera.is_placed) camera.fit({{-10, -7}, {10, 7}});
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

  const auto base = storey_of(*workspace.history().current(), state);
  Pointer pointer = pointer_of(state, is_hovered);
  if (is_focused && !io.WantTextInput) {
    if (!io.KeyCtrl && !io.KeyAlt) steer(state, state.grid);
    if (ImGui::IsKeyPressed(GLFW_KEY_SPACE, false)) {
      pointer.is_pressed = pointer.is_down = pointer.is_over = true;
    }
    if (ImGui::IsKeyReleased(GLFW_KEY_SPACE)) pointer.is_released = true;
  }
  if (base) {
    const bool is_busy = state.drag_from || state.drag_vertex || state.box_from;
    state.hover.clear();
    if (is_hovered && !is_busy) {
      state.hover = object_at(*view.storey, pointer.at, pointer.reach * 0.6);
      if (state.hover.empty() && view.layout) {
        if (const auto at = space_at(*view.layout, pointer.at)) {
          state.hover = to_string(*at);
        }
      }
    }
    if (is_hovered || is_focused || is_busy) {
      merge(request,
            use_tool(*workspace.history().current(), *base, view.layout.get(), pointer, state));
    }
    if (is_focused || is_hovered) {
      if (!io.WantTextInput) merge(request, use_keys(workspace.project(), *base, state));
    }
  }

  remake(ui, workspace, state, view);
  list.PushClipRect(camera.low, camera.high, true);
  if (state.show_grid) draw_grid(ui, list, camera, state.grid);
  draw_underlay(ui, list, camera, view.underlay, *view.storey);
  const bool is_over_picture = is_drawn(view.underlay, *view.storey);
  const bool has_field = is_drawn(view.field, state, *view.storey);
  if (has_field) draw_field(ui, list, camera, view.field, state, is_over_picture ? 0.75f : 1.0f);
  const float floors = is_over_picture ? kFloorOverPicture : 1.0f;
  view.gl.draw(list, camera, ui.scale, has_field ? 0.0f : floors);
  constexpr int kHaloOverField = 3;  // its colours may be dark
  if (state.show_labels) draw_labels(ui, list, camera, view, has_field ? kHaloOverField : 1);
  const bool has_places = draw_places(ui, list, workspace, state, view);
  if (!state.hover.empty() && state.tool == Tool::Select) {
    outline_object(ui, list, camera, view, state.hover, colour(ui.palette().accent, 0.45),
                   2 * ui.scale);
  }
  constexpr std::size_t kMany = 16;  // each is looked for in the whole storey
  const bool are_many = state.selection.size() > kMany;
  if (are_many && view.handles_from != view.storey) {
    view.handles_from = view.storey;
    view.handles = all_handles(*view.storey);
  } else if (!are_many) {
    view.handles_from.reset();
  }
  for (const std::string& object : state.selection) {
    outline_object(ui, list, camera, view, object, colour(ui.palette().accent), 3 * ui.scale);
  }
  follow_look(view.look, workspace, state, view.storey);
  draw_look(ui, list, view.look, state);
  draw_drawing(ui, list, state);
  draw_underlay_points(ui, list, state, *view.storey);
  if (has_field) {
    draw_field_legend(ui, list, view.field, state);
  } else {
    draw_colours(ui, list, state, view, workspace.is_stale(), has_places);
  }
  const Placement& placement = workspace.project().buildings.front().placement;
  draw_scale_and_north(ui, list, camera, !placement.crs.empty());
  list.PopClipRect();
  if (is_focused) {
    list.AddRect(camera.low, camera.high, colour(ui.palette().focus), 0, 0, 2 * ui.scale);
  }
  if (is_hovered && state.tool == Tool::Select && !state.hover.empty()) {
    draw_tip(ui, workspace, state, view);
  }
  return request;
}

void draw_still_plan(Ui& ui, const Workspace& workspace, const UiState& state,
                     const StillLook& look, PlanView& view) {
  const Camera& camera = state.camera;
  view.storey = storey_of(workspace.project(), state);
  view.layout = layout_of(workspace, state);
  if (!view.storey) return;
  const bool is_stale = look.colours && workspace.is_stale();
  const std::string from = fmt::format("still {} {} {} {} {} {}", fmt::ptr(view.storey.get()),
                                       fmt::ptr(view.layout.get()), look.colours ? look.version : 0,
                                       is_stale, state.show_furniture, state.show_seats);
  if (from != view.made_from) {
    view.made_from = from;
    view.gl.send(plan_mesh(*view.storey, view.layout.get(),
                           {look.colours, is_stale, state.show_furniture, state.show_seats}));
    view.labels.clear();
    if (view.layout) view.labels = labels_of(*view.storey, *view.layout);
  }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (state.show_grid) draw_grid(ui, list, camera, state.grid);
  view.gl.draw(list, camera, ui.scale);
  if (state.show_labels) draw_labels(ui, list, camera, view);
  draw_places(ui, list, workspace, state, view);
  if (!state.hover.empty()) {
    outline_object(ui, list, camera, view, state.hover, colour(ui.palette().accent, 0.45),
                   2 * ui.scale);
  }
  draw_scale_and_north(ui, list, camera,
                       !workspace.project().buildings.front().placement.crs.empty());
}

}  // namespace trefpunt
