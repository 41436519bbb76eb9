// SPDX-License-Identifier: GPL-3.0-or-later
// What the map of a wijk shows: layers with their legend, heat, homes left out, the catchment.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>

#include "app/map_paint.h"
#include "app/panels.h"
#include "app/wijk_view.h"

namespace trefpunt {

namespace {

using DrawMark = std::function<void(ImDrawList&, ImVec2 low, ImVec2 high)>;

// One line of a legend: a mark with words.
void legend_row(Ui& ui, const std::string& words, const DrawMark& draw) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = ImGui::GetTextLineHeight();
  draw(*ImGui::GetWindowDrawList(), {at.x + ui.em(1.9f), at.y + 1},
       {at.x + ui.em(3.7f), at.y + height});
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ui.em(4.3f));
  ImGui::TextUnformatted(words.c_str());
}

ImVec2 heart(ImVec2 low, ImVec2 high) {
  return {(low.x + high.x) / 2, (low.y + high.y) / 2};
}

// The kinds that are there, most first, with how many.
template <typename Kind, typename Thing, typename KindOf>
std::vector<std::pair<Kind, int>> counted(const std::vector<Kind>& kinds,
                                          const WijkLayer<Thing>& layer, KindOf of) {
  std::vector<std::pair<Kind, int>> found;
  for (const Kind kind : kinds) {
    const auto count = std::count_if(layer->begin(), layer->end(),
                                     [&](const Thing& thing) { return of(thing) == kind; });
    if (count > 0) found.push_back({kind, static_cast<int>(count)});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return found;
}

std::string with_count(const std::string& words, int count) {
  return fmt::format("{} ({})", words, count);
}

void streets_legend(Ui& ui, const Wijk& wijk) {
  for (const auto& [kind, count] :
       counted(all_street_kinds(), wijk.streets, [](const Street& one) { return one.kind; })) {
    const StreetLook look = look_of(kind);
    legend_row(
        ui, with_count(name_of(kind).in(ui.lang), count),
        [&](ImDrawList& list, ImVec2 low, ImVec2 high) {
          const float y = heart(low, high).y;
          const auto line = [&](float from, float to, double width, Rgb rgb) {
            list.AddLine({from, y}, {to, y}, colour(rgb), static_cast<float>(width) * ui.scale);
          };
          if (look.rim_width > 0) line(low.x, high.x, look.rim_width, look.rim);
          if (look.dash <= 0) return line(low.x, high.x, look.width, look.core);
          const float step = (look.dash > 2 ? 6.0f : 2.0f) * ui.scale;
          for (float x = low.x; x < high.x; x += 2 * step) {
            line(x, std::min(x + step, high.x), look.width, look.core);
          }
        });
  }
}

void ground_legend(Ui& ui, const Wijk& wijk, bool is_of_water) {
  for (const auto& [kind, count] :
       counted(all_grounds(), wijk.open_spaces, [](const OpenSpace& one) { return one.ground; })) {
    if ((kind == Ground::Water) != is_of_water) continue;
    legend_row(ui, with_count(name_of(kind).in(ui.lang), count),
               [&](ImDrawList& list, ImVec2 low, ImVec2 high) {
                 swatch(list, low, high, paint_of(kind));
               });
  }
}

void places_legend(Ui& ui, const Wijk& wijk) {
  for (const auto& [kind, count] : counted(all_place_categories(), wijk.places,
                                           [](const WijkPlace& one) { return one.category; })) {
    legend_row(ui, with_count(name_of(kind).in(ui.lang), count),
               [&](ImDrawList& list, ImVec2 low, ImVec2 high) {
                 draw_sign(ui, list, heart(low, high), 8 * ui.scale, sign_of(kind));
               });
  }
}

void furnishings_legend(Ui& ui, const Wijk& wijk) {
  for (const auto& [kind, count] : counted(all_furnishing_kinds(), wijk.furnishings,
                                           [](const Furnishing& one) { return one.kind; })) {
    legend_row(ui, with_count(name_of(kind).in(ui.lang), count),
               [&](ImDrawList& list, ImVec2 low, ImVec2 high) {
                 draw_sign(ui, list, heart(low, high), 6 * ui.scale, kind);
               });
  }
}

void footprints_legend(Ui& ui) {
  const auto row = [&](const Text& words, Rgb rgb) {
    legend_row(ui, words.in(ui.lang),
               [&](ImDrawList& list, ImVec2 low, ImVec2 high) { swatch(list, low, high, {rgb}); });
  };
  row({"met woningen", "with homes"}, kResidentialColour);
  row({"ander of onbekend gebruik", "other or unknown use"}, kFootprintColour);
}

// A layer that nobody gave is said to be missing: that is not the same as empty.
template <typename Thing, typename Legend>
void layer_row(Ui& ui, UiState& state, MapLayer layer, const WijkLayer<Thing>& things,
               Legend legend) {
  const std::string name = fmt::format("layer:{}", static_cast<int>(layer));
  bool is_shown = !state.wijk.hidden.contains(layer);
  ImGui::BeginDisabled(!things);
  const std::string words =
      things
          ? fmt::format("{} ({})", name_of(layer).in(ui.lang), things->size())
          : fmt::format("{}: {}", name_of(layer).in(ui.lang), ui.t({"geen gegevens", "no data"}));
  if (tick(ui, name, {words, words}, is_shown)) {
    if (is_shown) {
      state.wijk.hidden.erase(layer);
    } else {
      state.wijk.hidden.insert(layer);
    }
  }
  ImGui::EndDisabled();
  if (things && is_shown) legend();
}

void toggle_row(Ui& ui, UiState& state, MapLayer layer) {
  bool is_shown = !state.wijk.hidden.contains(layer);
  if (!tick(ui, fmt::format("layer:{}", static_cast<int>(layer)), name_of(layer), is_shown)) return;
  is_shown ? void(state.wijk.hidden.erase(layer)) : void(state.wijk.hidden.insert(layer));
}

void draw_heat_choice(Ui& ui, const Workspace& workspace, UiState& state) {
  heading(ui, {"Kleur van de straten", "Colour of the streets"});
  static constexpr std::array kHeats = {StreetHeat::None, StreetHeat::Closeness,
                                        StreetHeat::Betweenness, StreetHeat::Encounters};
  for (const StreetHeat heat : kHeats) {
    const std::string name = fmt::format("heat:{}", static_cast<int>(heat));
    if (entry(ui, name, name_of(heat).in(ui.lang), state.wijk.heat == heat)) {
      state.wijk.heat = heat;
    }
  }
  if (state.wijk.heat == StreetHeat::None) return;
  if (state.wijk.heat != StreetHeat::Encounters) {
    std::vector<std::string> radii;
    for (const double radius : kStreetRadii) {
      radii.push_back(format_number(radius, 0, ui.lang) + " m");
    }
    choose(ui, "heat-radius", {"Lopend binnen", "On foot within"}, state.wijk.radius, radii);
  }
  const WijkResult* result = wijk_result_of(workspace);
  if (result && link_values(*result, state.wijk.heat, state.wijk.radius)) return;
  paragraph(ui,
            ui.t(workspace.is_evaluating()
                     ? Text{"Wordt berekend …", "Being computed …"}
                     : Text{"Dit is niet te bepalen: er zijn straten voor nodig, en voor "
                            "ontmoetingen ook woningen en plekken.",
                            "This cannot be determined: it needs streets, and for encounters homes "
                            "and places as well."}),
            true);
}

void draw_reach_choice(Ui& ui, UiState& state) {
  heading(ui, {"Lopend bereik", "Reach on foot"});
  std::optional<double> reach = state.wijk.reach;
  if (number_input(ui, "reach", {"Loopafstand", "Walking distance"}, reach, "m") && reach &&
      *reach >= 10 && *reach <= 20000) {
    state.wijk.reach = *reach;
  }
  tick(ui, "catchment",
       {"Bereik vanaf de muis of de gekozen plek (E)",
        "Reach from the pointer or what is selected (E)"},
       state.wijk.has_catchment);
  std::vector<std::string> words = {ui.t({"niet aangeven", "do not mark"})};
  int index = 0;
  for (const PlaceCategory category : all_place_categories()) {
    if (state.wijk.missing == category) index = static_cast<int>(words.size());
    words.push_back(name_of(category).in(ui.lang));
  }
  if (choose(ui, "missing",
             {"Woningen aangeven die niet binnen bereik hebben:",
              "Mark homes that do not have within reach:"},
             index, words)) {
    state.wijk.missing =
        index == 0 ? std::nullopt
                   : std::optional(all_place_categories()[static_cast<std::size_t>(index - 1)]);
  }
}

}  // namespace

Request draw_map_panel(Ui& ui, const Workspace& workspace, UiState& state) {
  const std::shared_ptr<const Wijk> wijk = workspace.project().wijk;
  if (!wijk) return {};
  draw_heat_choice(ui, workspace, state);
  draw_reach_choice(ui, state);
  heading(ui, {"Lagen en legenda", "Layers and legend"});
  layer_row(ui, state, MapLayer::Places, wijk->places, [&] { places_legend(ui, *wijk); });
  layer_row(ui, state, MapLayer::Furnishings, wijk->furnishings,
            [&] { furnishings_legend(ui, *wijk); });
  layer_row(ui, state, MapLayer::Homes, wijk->homes, [&] {
    legend_row(ui, ui.t({"adres", "address"}), [&](ImDrawList& list, ImVec2 low, ImVec2 high) {
      list.AddNgonFilled(heart(low, high), 3.5f * ui.scale, colour(kHomeColour), 5);
    });
  });
  if (!workspace.project().buildings.empty()) toggle_row(ui, state, MapLayer::Buildings);
  layer_row(ui, state, MapLayer::Streets, wijk->streets, [&] { streets_legend(ui, *wijk); });
  layer_row(ui, state, MapLayer::Footprints, wijk->footprints, [&] { footprints_legend(ui); });
  layer_row(ui, state, MapLayer::Ground, wijk->open_spaces,
            [&] { ground_legend(ui, *wijk, false); });
  if (wijk->open_spaces) toggle_row(ui, state, MapLayer::Water);
  layer_row(ui, state, MapLayer::Areas, wijk->areas, [&] {
    legend_row(ui, ui.t({"grens", "boundary"}), [&](ImDrawList& list, ImVec2 low, ImVec2 high) {
      const float y = heart(low, high).y;
      list.AddLine({low.x, y}, {high.x, y}, colour(kAreaRim), 2 * ui.scale);
    });
  });
  toggle_row(ui, state, MapLayer::Names);
  legend_row(ui, ui.t({"gepland, nog niet gebouwd", "planned, not built yet"}),
             [&](ImDrawList& list, ImVec2 low, ImVec2 high) {
               list.AddCircle(heart(low, high), 6 * ui.scale, colour(kPlannedColour), 0, 2);
             });
  return {};
}

}  // namespace trefpunt
