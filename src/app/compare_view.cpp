// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare_view.h"

#include <GLFW/glfw3.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "app/desktop.h"
#include "app/shown_measure.h"
#include "app/variant_tabs.h"
#include "report/drawing_legend.h"

namespace trefpunt {

namespace {

constexpr float kHead = 24;  // px at scale 1: the name above a pane

const Building* building_of(const Workspace& workspace) {
  const auto& buildings = workspace.project().buildings;
  return buildings.empty() ? nullptr : &buildings.front();
}

// The outcomes are those of `of`, which the view holds.
const Outcome* outcome_in(const std::shared_ptr<const Evaluated>& of, const std::string& measure) {
  return shown_outcome(of.get(), measure);
}

void remake_colours(const Desktop& desktop, CompareView& view) {
  const Variants& variants = desktop.variants;
  const UiState& state = desktop.state;
  std::vector<std::shared_ptr<const Evaluated>> of;
  std::string key = fmt::format("{} {} {} {}", state.measure, state.shows_difference,
                                static_cast<int>(desktop.ui.lang), variants[0].name);
  for (std::size_t i = 0; i < variants.size(); ++i) {
    of.push_back(variants[i].workspace->shared_evaluated());
  }
  if (view.version > 0 && of == view.of && key == view.key) return;
  view.of = std::move(of);
  view.key = std::move(key);
  ++view.version;
  const MeasureInfo* info = shown_info(state.measure);
  std::vector<const Outcome*> outcomes;
  std::vector<ComparedPlan> plans;
  for (const auto& one : view.of) {
    outcomes.push_back(info ? outcome_in(one, state.measure) : nullptr);
    const bool has_plan = one && !one->project->buildings.empty();
    plans.push_back({has_plan ? &one->project->buildings.front() : nullptr, outcomes.back()});
  }
  view.has_colours = info || state.shows_difference;
  if (state.shows_difference) {
    view.colours = difference_colours(plans, info, variants[0].name, desktop.ui.lang);
  } else if (info) {
    view.colours = shared_colours(outcomes, *info, desktop.ui.lang);
  } else {
    view.colours.assign(variants.size(), {});
  }
}

Legend legend_of(const Desktop& desktop, const CompareView& view) {
  if (view.has_colours && !view.colours.empty()) {
    return {view.colours[0].title, view.colours[0].entries, {}};
  }
  Legend legend;
  legend.title = Text{"Gebruik van de ruimten", "Use of the spaces"}.in(desktop.ui.lang);
  std::set<UseGroup> groups;
  for (std::size_t i = 0; i < desktop.variants.size(); ++i) {
    const Building* building = building_of(*desktop.variants[i].workspace);
    if (!building) continue;
    for (const auto& storey : building->storeys) {
      for (const Space& space : storey->spaces) groups.insert(group_of(space.use));
    }
  }
  for (const UseGroup group : groups) {
    legend.entries.push_back({paint_of(group), name_of(group).in(desktop.ui.lang)});
  }
  return legend;
}

void line(ImDrawList& list, ImVec2 a, ImVec2 b, ImU32 ink, float width, float dash) {
  const float length = std::hypot(b.x - a.x, b.y - a.y);
  if (dash <= 0 || length < dash) return list.AddLine(a, b, ink, width);
  const int count = std::min(2000, static_cast<int>(length / dash));
  for (int i = 0; i <= count; i += 2) {
    const float from = static_cast<float>(i) * dash / length;
    const float to = std::min(1.0f, static_cast<float>(i + 1) * dash / length);
    list.AddLine({a.x + (b.x - a.x) * from, a.y + (b.y - a.y) * from},
                 {a.x + (b.x - a.x) * to, a.y + (b.y - a.y) * to}, ink, width);
  }
}

void outline(ImDrawList& list, const Camera& camera, const std::vector<Point>& points,
             bool is_closed, ImU32 ink, float width, float dash) {
  if (points.size() == 1)
    list.AddCircle(camera(points[0]), 2 * dash + width * 3, ink, 0, width / 2);
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    line(list, camera(points[i]), camera(points[i + 1]), ink, width, dash);
  }
  if (is_closed && points.size() > 2) {
    line(list, camera(points.back()), camera(points.front()), ink, width, dash);
  }
}

float dash_of(const Ui& ui) {
  return 5 * ui.scale;
}

// Solid: new or other than in the first variant. Dashed: as it was there.
void draw_changes(Ui& ui, ImDrawList& list, const Camera& camera, const Storey& first,
                  const Layout* first_layout, const Storey& other) {
  const ImU32 ink = colour(ui.palette().accent);
  for (const Change& change : changes(first, other)) {
    // The outlines of rooms lie along walls that moved with them.
    const bool is_boundary = change.object[0] == BoundaryTag::letter;
    const float width = (is_boundary ? 1.2f : 2.5f) * ui.scale;
    outline(list, camera, change.was, change.is_closed, ink, width * 0.7f, dash_of(ui));
    outline(list, camera, change.is, change.is_closed, ink, width, 0);
  }
  if (!first_layout) return;
  for (const SpaceShape& shape : first_layout->shapes) {
    const bool is_here = std::any_of(other.spaces.begin(), other.spaces.end(),
                                     [&](const Space& space) { return space.id == shape.id; });
    if (is_here || !shape.polygon) continue;
    outline(list, camera, shape.polygon->outer, true, ink, 1.8f * ui.scale, dash_of(ui));
  }
}

// The legend under all panes, in as many lines as it takes. Returns its height; draws nothing
// without a list.
float legend_strip(Ui& ui, ImDrawList* list, const Legend& legend, const std::string& first,
                   bool has_changes, ImVec2 low, float width) {
  const float size = 13 * ui.scale, row = 21 * ui.scale, swatch_width = 26 * ui.scale;
  const ImU32 ink = colour(ui.palette().ink);
  float x = low.x, y = low.y + 4 * ui.scale;
  const auto place = [&](float wide) {
    if (x > low.x && x + wide > low.x + width) {
      x = low.x;
      y += row;
    }
    const ImVec2 at{x, y};
    x += wide + ui.em(1.1f);
    return at;
  };
  const auto extent = [&](ImFont* font, const std::string& words) {
    return font->CalcTextSizeA(size, 1e9f, 0, words.c_str()).x;
  };
  const ImVec2 title = place(extent(ui.bold, legend.title));
  if (list) list->AddText(ui.bold, size, {title.x, title.y - 2}, ink, legend.title.c_str());
  const auto words = [&](ImVec2 at, const std::string& label) {
    if (list) list->AddText(ui.body, size, {at.x + swatch_width + 6, at.y - 2}, ink, label.c_str());
  };
  for (const LegendEntry& entry : legend.entries) {
    const ImVec2 at = place(swatch_width + 6 + extent(ui.body, entry.label));
    if (list) swatch(*list, at, {at.x + swatch_width, at.y + size}, entry.paint);
    words(at, entry.label);
  }
  if (has_changes) {
    const ImU32 accent = colour(ui.palette().accent);
    for (const bool is_new : {true, false}) {
      const std::string label = is_new ? Text{"nieuw of anders", "new or other"}.in(ui.lang)
                                       : ui.t({"zoals in ", "as in "}) + first;
      const ImVec2 at = place(swatch_width + 6 + extent(ui.body, label));
      const float middle = at.y + size / 2;
      if (list) {
        line(*list, {at.x, middle}, {at.x + swatch_width, middle}, accent,
             (is_new ? 2.5f : 1.8f) * ui.scale, is_new ? 0 : dash_of(ui));
      }
      words(at, label);
    }
  }
  return y + row - low.y;
}

std::string value_of(const Outcome& outcome, const std::string& object, const MeasureInfo& info,
                     Lang lang) {
  for (const Row& row : outcome.rows) {
    if (row.object != object) continue;
    std::string words = row_words(row.value, info, lang);
    const bool has_unit = yes_no_of(info, lang).empty() && has_number(row.value);
    if (has_unit && !info.row_unit.empty()) words += " " + info.row_unit.in(lang);
    return words;
  }
  return {};  // the measure is not about it
}

// The space under the mouse as every variant has it.
void draw_tip(const Desktop& desktop, const CompareView& view) {
  const std::string& object = desktop.state.hover;
  const MeasureInfo* info = shown_info(desktop.state.measure);
  const Lang lang = desktop.ui.lang;
  std::string words;
  for (std::size_t i = 0; i < desktop.variants.size() && i < view.of.size(); ++i) {
    words += (words.empty() ? "" : "\n") + desktop.variants[i].name + ": ";
    const Space* space = nullptr;
    if (const Building* building = building_of(*desktop.variants[i].workspace)) {
      for (const auto& storey : building->storeys) {
        for (const Space& one : storey->spaces) {
          if (to_string(one.id) == object) space = &one;
        }
      }
    }
    if (!space) {
      words += Text{"is er niet", "not there"}.in(lang);
      continue;
    }
    const std::string name = squeeze(space->number + " " + space->name);
    words += name.empty() ? object : name;
    const Outcome* outcome = info ? outcome_in(view.of[i], desktop.state.measure) : nullptr;
    const std::string value =
        outcome ? value_of(*outcome, object, *info, lang) : name_of(space->use).in(lang);
    if (!value.empty()) words += ", " + value;
  }
  ImGui::BeginTooltip();
  ImGui::TextUnformatted(words.c_str());
  ImGui::EndTooltip();
}

void move_camera(const Ui& ui, Camera& camera, const Camera& pane, bool is_hovered,
                 bool is_focused) {
  const ImGuiIO& io = ImGui::GetIO();
  if (is_hovered && io.MouseWheel != 0) {
    Camera moved = pane;
    moved.zoom(std::pow(1.2, io.MouseWheel), io.MousePos);
    camera.centre = moved.centre;
    camera.scale = moved.scale;
  }
  const bool is_dragged =
      io.MouseDown[1] || io.MouseDown[2] || ImGui::IsMouseDragging(ImGuiMouseButton_Left);
  if (ImGui::IsItemActive() && is_dragged) {
    camera.centre =
        camera.centre - Point{io.MouseDelta.x / camera.scale, -io.MouseDelta.y / camera.scale};
  }
  if (!is_focused || io.WantTextInput || io.KeyCtrl || io.KeyAlt) return;
  const double step = ui.em(3) / camera.scale;
  if (ImGui::IsKeyPressed(GLFW_KEY_LEFT)) camera.centre.x -= step;
  if (ImGui::IsKeyPressed(GLFW_KEY_RIGHT)) camera.centre.x += step;
  if (ImGui::IsKeyPressed(GLFW_KEY_UP)) camera.centre.y += step;
  if (ImGui::IsKeyPressed(GLFW_KEY_DOWN)) camera.centre.y -= step;
}

struct Grid {
  int columns = 1, rows = 1;
  ImVec2 pane;
};

// Beside each other or below each other: whichever shows the plans largest.
Grid grid_of(std::size_t count, ImVec2 space, float gap, float head, const Box& box) {
  const int n = static_cast<int>(count);
  Grid best;
  double largest = -1;
  for (const auto& [columns, rows] :
       {std::pair{n, 1}, std::pair{(n + 1) / 2, 2}, std::pair{1, n}}) {
    if (columns * rows < n || (n == 4 && columns != 2)) continue;
    const ImVec2 pane{
        (space.x - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns),
        (space.y - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows)};
    Camera camera;
    camera.high = {pane.x, pane.y - head};
    camera.fit(box);
    if (camera.scale <= largest * 1.05) continue;
    largest = camera.scale;
    best = {columns, rows, pane};
  }
  return best;
}

double level_of(const Desktop& desktop) {
  const auto storey = storey_of(desktop.workspace().project(), desktop.state);
  return storey ? storey->level : 0;
}

Box box_of_all(const Desktop& desktop, double level) {
  Box box;
  for (std::size_t i = 0; i < desktop.variants.size(); ++i) {
    const Building* building = building_of(*desktop.variants[i].workspace);
    const std::optional<int> index = building ? storey_on(*building, level) : std::nullopt;
    if (!index) continue;
    box.add(box_of(*building->storeys[static_cast<std::size_t>(*index)]));
  }
  return box;
}

void draw_pane(Desktop& desktop, CompareView& view, std::size_t index, ImVec2 low, ImVec2 high,
               double level) {
  Ui& ui = desktop.ui;
  const Variant& variant = desktop.variants[index];
  const Workspace& workspace = *variant.workspace;
  const Building* building = building_of(workspace);
  const std::optional<int> storey = building ? storey_on(*building, level) : std::nullopt;
  const bool is_active = index == desktop.variants.at();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float head = kHead * ui.scale;

  UiState pane;
  pane.show_labels = desktop.state.show_labels;
  pane.show_furniture = desktop.state.show_furniture;
  pane.show_seats = desktop.state.show_seats;
  pane.show_grid = desktop.state.show_grid;
  pane.grid = desktop.state.grid;
  // The difference has outlines of its own.
  if (!desktop.state.shows_difference) pane.criterion = desktop.state.criterion;
  pane.hover = desktop.state.hover;
  pane.storey = storey.value_or(0);
  pane.camera = desktop.state.camera;
  pane.camera.low = {low.x, low.y + head};
  pane.camera.high = high;
  if (is_active) {
    desktop.state.camera.low = pane.camera.low;
    desktop.state.camera.high = pane.camera.high;
  }

  list.PushClipRect(low, high, true);
  list.AddRectFilled(low, high, IM_COL32(255, 255, 255, 255));
  if (storey) {
    const bool has_colours = view.has_colours && index < view.colours.size();
    draw_still_plan(ui, workspace, pane,
                    {has_colours ? &view.colours[index] : nullptr, view.version},
                    view.panes[index]);
    const PlanView& first = view.panes[0];
    if (desktop.state.shows_difference && index > 0 && first.storey &&
        first.storey->level == level) {
      draw_changes(ui, list, pane.camera, *first.storey, first.layout.get(),
                   *view.panes[index].storey);
    }
  } else {
    list.AddText(ui.body, ui.body->FontSize, {low.x + ui.em(1), low.y + head + ui.em(1)},
                 colour(ui.palette().ink),
                 ui.t({"Deze verdieping is er niet in deze variant.",
                       "This variant does not have this storey."}));
  }
  list.AddRectFilled(low, {high.x, low.y + head}, colour(ui.palette().panel));
  std::string name = variant.name;
  if (is_active) name += ui.t({" · hierin werkt u", " · worked on"});
  if (desktop.state.shows_difference && index == 0) {
    name += ui.t({" · hiermee wordt vergeleken", " · compared with this"});
  }
  if (workspace.is_stale()) name += ui.t({" · wordt herrekend", " · being recomputed"});
  list.AddText(ui.bold, 14 * ui.scale, {low.x + 8 * ui.scale, low.y + 3 * ui.scale},
               colour(ui.palette().ink), name.c_str());
  list.PopClipRect();

  const std::string mark = fmt::format("pane:{}", index);
  if (is_active) ui.take_focus("plan");
  ImGui::SetCursorScreenPos(low);
  ImGui::InvisibleButton(mark.c_str(), {high.x - low.x, high.y - low.y},
                         ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight |
                             ImGuiButtonFlags_MouseButtonMiddle);
  ui.mark(mark);
  if (is_active) ui.mark("plan");
  const bool is_hovered = ImGui::IsItemHovered(), is_focused = ImGui::IsItemFocused();
  if (is_active) {
    list.AddRect(low, high, colour(ui.palette().accent), 0, 0, 4 * ui.scale);
  } else {
    list.AddRect(low, high, colour(ui.palette().line));
  }
  if (is_focused) {
    const float by = 4 * ui.scale;
    list.AddRect({low.x + by, low.y + by}, {high.x - by, high.y - by}, colour(ui.palette().focus),
                 0, 0, 2 * ui.scale);
  }
  move_camera(ui, desktop.state.camera, pane.camera, is_hovered, is_focused);
  const PlanView& plan = view.panes[index];
  if (is_hovered && storey && plan.storey && plan.layout &&
      ImGui::GetIO().MousePos.y > pane.camera.low.y) {
    if (const auto at = space_at(*plan.layout, pane.camera.world(ImGui::GetIO().MousePos))) {
      desktop.state.hover = to_string(*at);
      draw_tip(desktop, view);
    }
  }
  // A click that moved nothing.
  const ImVec2 moved = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left);
  if (is_hovered && ImGui::IsMouseReleased(ImGuiMouseButton_Left) && moved.x == 0 && moved.y == 0) {
    show_variant(desktop, index);
  } else if (is_focused && ImGui::IsKeyPressed(GLFW_KEY_SPACE, false)) {
    show_variant(desktop, index);
  }
}

}  // namespace

void draw_compare(Desktop& desktop) {
  Ui& ui = desktop.ui;
  UiState& state = desktop.state;
  if (!desktop.compare) desktop.compare = std::make_unique<CompareView>();
  CompareView& view = *desktop.compare;
  remake_colours(desktop, view);
  const Legend legend = legend_of(desktop, view);
  const ImVec2 low = ImGui::GetCursorScreenPos(), space = ImGui::GetContentRegionAvail();
  const std::string first = desktop.variants[0].name;
  const float strip =
      legend_strip(ui, nullptr, legend, first, state.shows_difference, low, space.x);
  const float gap = 6 * ui.scale;
  const double level = level_of(desktop);
  const Box box = box_of_all(desktop, level);
  const Grid grid =
      grid_of(desktop.variants.size(), {space.x, space.y - strip}, gap, kHead * ui.scale, box);
  const ImVec2 pane = grid.pane;
  if (pane.x < 40 || pane.y < 60) return;
  if (!state.camera.is_placed) {
    state.camera.low = {0, 0};
    // Above the scale bar.
    const float below = ui.em(2.8f);
    state.camera.high = {pane.x, std::max(20.0f, pane.y - kHead * ui.scale - below)};
    state.camera.fit(box);
    state.camera.centre.y -= below / 2 / state.camera.scale;
    if (!state.camera.is_placed) state.camera.fit({{-10, -7}, {10, 7}});
  }
  const std::size_t count = desktop.variants.size();
  for (std::size_t i = 0; i < count; ++i) {
    const auto column = static_cast<float>(static_cast<int>(i) % grid.columns);
    const auto row = static_cast<float>(static_cast<int>(i) / grid.columns);
    const ImVec2 at{low.x + column * (pane.x + gap), low.y + row * (pane.y + gap)};
    draw_pane(desktop, view, i, at, {at.x + pane.x, at.y + pane.y}, level);
  }
  if (!ImGui::IsWindowHovered()) state.hover.clear();
  legend_strip(ui, ImGui::GetWindowDrawList(), legend, first, state.shows_difference,
               {low.x, low.y + space.y - strip}, space.x);
}

}  // namespace trefpunt
