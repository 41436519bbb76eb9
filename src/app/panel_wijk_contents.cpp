// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "app/map_paint.h"
#include "app/panels.h"
#include "app/wijk_objects.h"

namespace trefpunt {

namespace {

void row(Ui& ui, UiState& state, const std::string& id, const std::string& words,
         const std::vector<Point>& points) {
  if (!entry(ui, "object:" + id, words, state.selection.contains(id))) return;
  if (!ImGui::GetIO().KeyShift) state.selection.clear();
  state.selection.insert(id);
  const Box box = box_of(points);
  const Point heart = middle(box.low, box.high);
  const ImVec2 at = state.camera(heart);
  const Camera& camera = state.camera;
  const bool is_in_sight =
      at.x > camera.low.x && at.x < camera.high.x && at.y > camera.low.y && at.y < camera.high.y;
  if (!box.empty() && !is_in_sight) state.camera.centre = heart;
}

// Thousands of lines: only those in sight are made.
template <typename Things, typename IdOf>
void group(Ui& ui, UiState& state, const Wijk& wijk, const char* name, const Text& title,
           const Things& things, bool is_open, IdOf id_of_thing) {
  if (!things) return;
  const std::string words = fmt::format("{} ({})###{}", ui.t(title), things->size(), name);
  const bool is_shown =
      ImGui::CollapsingHeader(words.c_str(), is_open ? ImGuiTreeNodeFlags_DefaultOpen : 0);
  ui.mark(name);
  if (!is_shown) return;
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(things->size()));
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const std::string id = id_of_thing((*things)[static_cast<std::size_t>(i)]);
      row(ui, state, id, name_of_object(wijk, id, ui.lang), points_of_object(wijk, id));
    }
  }
}

}  // namespace

Request draw_wijk_contents(Ui& ui, const Workspace& workspace, UiState& state) {
  const std::shared_ptr<const Wijk> wijk = workspace.project().wijk;
  if (!wijk) return {};
  const auto by_id = [](const auto& thing) { return to_string(thing.id); };
  group(ui, state, *wijk, "contents-places", name_of(MapLayer::Places), wijk->places, true, by_id);
  group(ui, state, *wijk, "contents-furnishings", name_of(MapLayer::Furnishings), wijk->furnishings,
        false, by_id);
  group(ui, state, *wijk, "contents-grounds", name_of(MapLayer::Ground), wijk->open_spaces, false,
        by_id);
  group(ui, state, *wijk, "contents-streets", name_of(MapLayer::Streets), wijk->streets, false,
        by_id);
  group(ui, state, *wijk, "contents-homes", name_of(MapLayer::Homes), wijk->homes, false, by_id);
  group(ui, state, *wijk, "contents-footprints", name_of(MapLayer::Footprints), wijk->footprints,
        false, by_id);
  group(ui, state, *wijk, "contents-areas", name_of(MapLayer::Areas), wijk->areas, true,
        [](const StatisticalArea& area) { return area.code; });
  return {};
}

}  // namespace trefpunt
