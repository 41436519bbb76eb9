// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "app/panels.h"
#include "app/plan_view.h"
#include "report/plan_names.h"
#include "report/report_model.h"

namespace trefpunt {

namespace {

template <typename T>
const T* find(const std::vector<T>& things, const std::string& id) {
  for (const T& thing : things) {
    if (to_string(thing.id) == id) return &thing;
  }
  return nullptr;
}

template <typename T>
Request set(const Storey& storey, const T& thing) {
  Request request;
  request.edits.push_back(edit::Set<T>{storey.id, thing});
  return request;
}

// Exact moves, for who does not drag.
Request move_form(Ui& ui, const Storey& storey, UiState& state) {
  Request request;
  ImGui::Spacing();
  number_input(ui, "move-x", {"Verplaatsen naar rechts", "Move right"}, state.move_x, "m");
  number_input(ui, "move-y", {"Verplaatsen omhoog", "Move up"}, state.move_y, "m");
  const Point by{state.move_x.value_or(0), state.move_y.value_or(0)};
  if (button(ui, "move", {"Verplaatsen", "Move"}, by != Point{})) {
    request.edits.push_back(
        edit::MoveThings{storey.id, {state.selection.begin(), state.selection.end()}, by});
  }
  return request;
}

Request remove_button(Ui& ui, const Storey& storey, UiState& state) {
  Request request;
  ImGui::Spacing();
  if (button(ui, "remove", {"Verwijderen (Delete)", "Remove (Delete)"})) {
    request.edits.push_back(
        edit::RemoveThings{storey.id, {state.selection.begin(), state.selection.end()}});
    state.selection.clear();
  }
  return request;
}

bool choose_lock(Ui& ui, Lock& lock) {
  int index = static_cast<int>(lock);
  const auto t = [&](const char* nl, const char* en) {
    return std::string(ui.lang == Lang::Nl ? nl : en);
  };
  if (!choose(ui, "door-lock", {"Slot", "Lock"}, index,
              {t("niet bekend", "not known"), t("vrij te openen", "free to open"),
               t("alleen met pas of na melden", "with a pass or after reporting only")})) {
    return false;
  }
  lock = static_cast<Lock>(index);
  return true;
}

bool choose_entrance(Ui& ui, Entrance& entrance) {
  int index = static_cast<int>(entrance);
  const auto t = [&](const char* nl, const char* en) {
    return std::string(ui.lang == Lang::Nl ? nl : en);
  };
  if (!choose(ui, "door-entrance", {"Deur naar buiten", "Door to the outside"}, index,
              {t("niet bekend", "not known"), t("voor iedereen", "for everyone"),
               t("alleen personeel", "staff only"), t("geen ingang", "no entrance")})) {
    return false;
  }
  entrance = static_cast<Entrance>(index);
  return true;
}

Request draw_door(Ui& ui, const Storey& storey, Door door) {
  heading(ui, {"Deur " + to_string(door.id), "Door " + to_string(door.id)});
  paragraph(ui,
            Text{"Opening in de wand: ", "Opening in the wall: "}.in(ui.lang) +
                format_number(door.opening_width(), 2, ui.lang) + " m",
            true);
  bool is_changed =
      number_input(ui, "door-width", {"Vrije doorgang", "Clear width"}, door.clear_width, "m");
  is_changed |= number_input(ui, "door-threshold", {"Hoogte van de drempel", "Threshold height"},
                             door.threshold_height, "m");
  is_changed |= choose_lock(ui, door.lock);
  is_changed |= choose_entrance(ui, door.entrance);
  is_changed |= tick(ui, "door-glass", {"Doorzichtig", "Transparent"}, door.is_glass);
  is_changed |= tick(ui, "door-opening", {"Opening zonder deurblad", "Opening without a leaf"},
                     door.is_opening);
  return is_changed ? set(storey, door) : Request{};
}

Request draw_wall(Ui& ui, const Storey& storey, Wall wall) {
  heading(ui, {"Wand " + to_string(wall.id), "Wall " + to_string(wall.id)});
  double length = 0;
  for (std::size_t i = 0; i + 1 < wall.points.size(); ++i) {
    length += distance(wall.points[i], wall.points[i + 1]);
  }
  if (wall.is_closed) {
    fact(ui, {"Omtrek", "Perimeter"}, format_number(perimeter(wall.points), 2, ui.lang) + " m");
    fact(ui, {"Oppervlakte", "Area"},
         format_number(std::abs(signed_area(wall.points)), 2, ui.lang) + " m²");
  } else {
    if (wall.points.size() > 2) {
      fact(ui, {"Lengte", "Length"}, format_number(length, 2, ui.lang) + " m");
    }
  }
  Request request;
  std::optional<double> wanted = length;
  if (!wall.is_closed && wall.points.size() == 2 && length > 0 &&
      number_input(ui, "wall-length", {"Lengte", "Length"}, wanted, "m") && wanted && *wanted > 0) {
    const Point a = wall.points[0], b = wall.points[1];
    request.edits.push_back(edit::MoveVertex{storey.id, b, a + (*wanted / length) * (b - a)});
  }
  if (tick(
          ui, "wall-glass",
          {"Glazen wand: doorzicht, geen doorgang", "Glass wall: seen through, not walked through"},
          wall.is_glass)) {
    request = set(storey, wall);
  }
  if (!wall.is_closed && button(ui, "wall-split", {"In tweeën splitsen", "Split in two"})) {
    // In the middle of its length.
    double left = length / 2;
    Point at = wall.points.front();
    for (std::size_t i = 0; i + 1 < wall.points.size(); ++i) {
      const double part = distance(wall.points[i], wall.points[i + 1]);
      if (left <= part && part > 0) {
        at = wall.points[i] + (left / part) * (wall.points[i + 1] - wall.points[i]);
        break;
      }
      left -= part;
    }
    request.edits.push_back(edit::SplitWall{storey.id, wall.id, at});
  }
  return request;
}

Request draw_seat(Ui& ui, const Storey& storey, Seat seat) {
  heading(ui, {"Zitplek " + to_string(seat.id), "Seat " + to_string(seat.id)});
  std::optional<double> places = seat.places;
  if (number_input(ui, "seat-places", {"Plaatsen", "Places"}, places, "") && places &&
      *places >= 1) {
    seat.places = static_cast<int>(*places);
    return set(storey, seat);
  }
  return {};
}

Request draw_link(Ui& ui, const Storey& storey, Link link) {
  const bool is_lift = link.kind == LinkKind::Lift;
  heading(ui, is_lift ? Text{"Lift " + to_string(link.id), "Lift " + to_string(link.id)}
                      : Text{"Trap " + to_string(link.id), "Stairs " + to_string(link.id)});
  bool is_changed =
      number_input(ui, "link-length",
                   {"Loopafstand naar de volgende verdieping", "Walking length to the next storey"},
                   link.walking_length, "m");
  return is_changed ? set(storey, link) : Request{};
}

Request draw_furniture(Ui& ui, const Storey& storey, Furniture piece) {
  heading(ui, {"Meubel " + to_string(piece.id), "Furniture " + to_string(piece.id)});
  Request request;
  if (line_input(ui, "furniture-name", {"Naam", "Name"}, piece.name)) request = set(storey, piece);
  if (tick(ui, "furniture-tall",
           {"Hoger dan ooghoogte: houdt ook zicht tegen", "Above eye height: blocks sight too"},
           piece.blocks_sight)) {
    request = set(storey, piece);
  }
  return request;
}

Request draw_window(Ui& ui, const Storey& storey, Window window) {
  heading(ui, {"Raam " + to_string(window.id), "Window " + to_string(window.id)});
  fact(ui, {"Breedte", "Width"}, format_number(distance(window.a, window.b), 2, ui.lang) + " m");
  return number_input(ui, "window-sill", {"Hoogte van de borstwering", "Sill height"},
                      window.sill_height, "m")
             ? set(storey, window)
             : Request{};
}

bool choose_use(Ui& ui, Use& use) {
  std::vector<std::pair<std::string, Use>> named;
  for (const Use one : all_uses()) named.push_back({name_of(one).in(ui.lang), one});
  std::sort(named.begin(), named.end());
  std::vector<std::string> words;
  int index = -1;
  for (std::size_t i = 0; i < named.size(); ++i) {
    if (named[i].second == use) index = static_cast<int>(i);
    words.push_back(named[i].first);
  }
  if (!choose(ui, "space-use", {"Gebruik", "Use"}, index, words)) return false;
  use = named[static_cast<std::size_t>(index)].second;
  return true;
}

bool choose_access(Ui& ui, Access& access) {
  int index = static_cast<int>(access);
  const auto t = [&](const char* nl, const char* en) {
    return std::string(ui.lang == Lang::Nl ? nl : en);
  };
  if (!choose(ui, "space-access", {"Voor wie", "For whom"}, index,
              {t("niet bekend", "not known"), t("iedereen", "everyone"),
               t("op afspraak", "by appointment"), t("personeel", "staff")})) {
    return false;
  }
  access = static_cast<Access>(index);
  return true;
}

Request draw_space(Ui& ui, const Workspace& workspace, UiState& state, const Storey& storey,
                   Space space) {
  const auto& building = workspace.project().buildings.front();
  const std::string id = to_string(space.id);
  heading(ui, {"Ruimte " + squeeze(space.number + " " + space.name),
               "Space " + squeeze(space.number + " " + space.name)});
  UiState::SpaceText& text = state.space_text;
  if (text.of != id || !text.is_typed) text = {id, space.name, space.number, false};
  bool is_changed = false;
  if (line_input(ui, "space-number", {"Nummer", "Number"}, text.number)) {
    is_changed = text.number != space.number;
    space.number = text.number;
  }
  if (line_input(ui, "space-name", {"Naam", "Name"}, text.name)) {
    is_changed |= text.name != space.name;
    space.name = text.name;
  }
  text.is_typed = ImGui::IsAnyItemActive();
  if (choose_use(ui, space.use)) {
    space.use_is_suggested = false;
    is_changed = true;
  }
  if (space.use_is_suggested) {
    paragraph(ui,
              Text{"Dit gebruik is afgeleid uit de naam. Kies het zelf om het vast te stellen.",
                   "This use was taken from the name. Choose it yourself to confirm it."}
                  .in(ui.lang),
              true);
  }
  if (space.use == Use::Bedroom) {
    std::optional<double> beds;
    if (space.beds) beds = *space.beds;
    if (number_input(ui, "space-beds", {"Bedden", "Beds"}, beds, "")) {
      space.beds = beds && *beds >= 0 ? std::optional<int>(static_cast<int>(*beds)) : std::nullopt;
      is_changed = true;
    }
  }
  is_changed |= choose_access(ui, space.access);
  if (!building.units.empty()) {
    std::vector<std::string> units = {Text{"bij geen afdeling", "no unit"}.in(ui.lang)};
    int index = 0;
    for (const Unit& unit : building.units) {
      if (unit.id == space.unit) index = static_cast<int>(units.size());
      units.push_back(unit.name);
    }
    if (choose(ui, "space-unit", {"Afdeling", "Unit"}, index, units)) {
      space.unit = index == 0 ? UnitId{} : building.units[static_cast<std::size_t>(index - 1)].id;
      is_changed = true;
    }
  }
  return is_changed ? set(storey, space) : Request{};
}

// The storey itself, and the units of the building.
Request draw_storey(Ui& ui, const Workspace& workspace, UiState& state, const Storey& storey) {
  Request request;
  const Project& project = workspace.project();
  UiState::SpaceText& text = state.space_text;
  const std::string id = to_string(storey.id);
  if (text.of != id || !ImGui::IsAnyItemActive()) text = {id, storey.name, project.name};
  heading(ui, {"Ontwerp", "Design"});
  if (line_input(ui, "project-name", {"Naam van het project", "Name of the project"},
                 text.number) &&
      text.number != project.name) {
    request.edits.push_back(edit::RenameProject{text.number});
  }
  heading(ui, {"Verdieping", "Storey"});
  std::optional<double> level = storey.level;
  const bool is_renamed = line_input(ui, "storey-name", {"Naam", "Name"}, text.name);
  const bool is_moved = number_input(
      ui, "storey-level", {"Niveau (0 is de begane grond)", "Level (0 is the ground)"}, level, "");
  if ((is_renamed && text.name != storey.name) || (is_moved && level)) {
    request.edits.push_back(edit::SetStorey{storey.id, text.name, level.value_or(storey.level)});
  }
  ImGui::Spacing();
  if (button(ui, "storey-copy", {"Verdieping kopiëren", "Copy the storey"})) {
    request.command = "copy-storey";
  }
  if (button(ui, "storey-remove", {"Verdieping verwijderen", "Remove the storey"},
             project.buildings.front().storeys.size() > 1)) {
    request.edits.push_back(edit::RemoveStorey{storey.id});
    state.storey = 0;
  }
  heading(ui, {"Afdelingen", "Units"});
  for (const Unit& unit : project.buildings.front().units) paragraph(ui, "• " + unit.name);
  line_input(ui, "unit-name", {"Nieuwe afdeling", "New unit"}, state.unit_name);
  if (button(ui, "unit-add", {"Toevoegen", "Add"}, !squeeze(state.unit_name).empty())) {
    Unit unit;
    unit.name = squeeze(state.unit_name);
    request.edits.push_back(edit::AddUnit{0, unit});
    state.unit_name.clear();
  }
  return request;
}

void draw_measured(Ui& ui, const Workspace& workspace, UiState& state, const std::string& object) {
  const Evaluated* evaluated = workspace.evaluated();
  if (!evaluated || evaluated->evaluation.buildings.empty()) return;
  heading(ui, {"Gemeten", "Measured"});
  if (workspace.is_stale()) {
    paragraph(ui, Text{"Wordt herrekend …", "Being recomputed …"}.in(ui.lang), true);
  }
  bool has_any = false;
  for (const Measure* measure : all_measures()) {
    const MeasureInfo& info = measure->info();
    const Outcome* outcome = outcome_of(workspace, info.id);
    if (!outcome) continue;
    for (const Row& row : outcome->rows) {
      if (row.object != object) continue;
      has_any = true;
      std::string words = row_words(row.value, info, ui.lang);
      if (has_number(row.value) && yes_no_of(info, ui.lang).empty() && !info.row_unit.empty()) {
        words += " " + info.row_unit.in(ui.lang);
      }
      fact(ui, info.name, words);
      paragraph(ui, reason_of(row.value).in(ui.lang), true);
      const std::string name = "why:" + info.id;
      if (ImGui::TreeNode((std::string(ui.t({"Waarom", "Why"})) + "###" + name).c_str())) {
        ui.mark(name);
        if (button(ui, "show:" + info.id, {"Toon op de plattegrond", "Show on the plan"})) {
          state.measure = info.id;
          state.field.is_shown = false;
        }
        draw_why(ui, workspace, info, outcome);
        ImGui::TreePop();
      } else {
        ui.mark(name);
      }
    }
  }
  if (!has_any) {
    paragraph(ui,
              Text{"Geen enkele maat geeft hier een eigen uitkomst.",
                   "No measure has a result of its own here."}
                  .in(ui.lang),
              true);
  }
}

}  // namespace

void draw_why(Ui& ui, const Workspace& workspace, const MeasureInfo& info, const Outcome* outcome) {
  fact(ui, {"Berekening", "Formula"}, info.formula.in(ui.lang));
  for (const ParameterInfo& parameter : info.parameters) {
    if (info.plugin) break;  // those are fields
    fact(ui, {"Rekenwaarde " + parameter.id, "Parameter " + parameter.id},
         format_short(parameter.value, 3, ui.lang) + " " + parameter.unit.in(ui.lang) + ". " +
             parameter.why.in(ui.lang));
  }
  if (info.plugin) {
    fact(ui, {"Bron, volgens de maker", "Source, says the maker"}, info.source.in(ui.lang));
    fact(ui, {"Plug-in", "Plugin"}, info.plugin->maker + ", " + info.plugin->path);
  }
  if (outcome) {
    for (const Text& assumption : outcome->assumptions) {
      fact(ui, {"Aanname", "Assumption"}, assumption.in(ui.lang));
    }
  }
  for (const Criterion& criterion : workspace.catalogue().criteria) {
    if (criterion.measure != info.id) continue;
    for (const Citation& source : criterion.sources) {
      fact(ui, {"Bron bij " + criterion.id, "Source of " + criterion.id},
           source.document.in(ui.lang) + ", " + source.locator.in(ui.lang));
    }
  }
  std::string inputs;
  for (const Source& source : workspace.project().sources) {
    if (source.role == "plan" || source.role == "room list") {
      inputs += (inputs.empty() ? "" : ", ") + source.name;
    }
  }
  if (!inputs.empty()) fact(ui, {"Gegevens", "Input"}, inputs);
  paragraph(ui,
            fmt::format("{} {}, {} {}", ui.t({"Maat", "Measure"}), info.id,
                        ui.t({"versie", "version"}), info.version),
            true);
}

Request draw_properties(Ui& ui, const Workspace& workspace, UiState& state) {
  if (state.tool == Tool::Calibrate) return draw_underlay_panel(ui, workspace, state);
  if (state.tool == Tool::Look) return draw_look_panel(ui, state);
  const auto storey = storey_of(workspace.project(), state);
  if (!storey) return {};
  if (state.selection.empty()) {
    paragraph(ui,
              Text{"Klik op een ruimte, deur of wand. Of kies er een bij Inhoud.",
                   "Click a space, a door or a wall. Or choose one under Contents."}
                  .in(ui.lang),
              true);
    return draw_storey(ui, workspace, state, *storey);
  }
  Request request;
  if (state.selection.size() > 1) {
    heading(ui, {fmt::format("{} dingen gekozen", state.selection.size()),
                 fmt::format("{} things selected", state.selection.size())});
    request = move_form(ui, *storey, state);
    return request.edits.empty() ? remove_button(ui, *storey, state) : request;
  }
  const std::string id = *state.selection.begin();
  ImGui::PushID(id.c_str());
  if (const Space* space = find(storey->spaces, id)) {
    request = draw_space(ui, workspace, state, *storey, *space);
  } else if (const Door* door = find(storey->doors, id)) {
    request = draw_door(ui, *storey, *door);
  } else if (const Wall* wall = find(storey->walls, id)) {
    request = draw_wall(ui, *storey, *wall);
  } else if (const Seat* seat = find(storey->seats, id)) {
    request = draw_seat(ui, *storey, *seat);
  } else if (const Link* link = find(storey->links, id)) {
    request = draw_link(ui, *storey, *link);
  } else if (const Furniture* piece = find(storey->furniture, id)) {
    request = draw_furniture(ui, *storey, *piece);
  } else if (const Window* window = find(storey->windows, id)) {
    request = draw_window(ui, *storey, *window);
  } else {
    ImGui::PopID();
    state.selection.clear();
    return {};
  }
  if (id[0] == 'S' || id[0] == 'D') draw_measured(ui, workspace, state, id);
  if (id[0] != 'S' && request.edits.empty()) request = move_form(ui, *storey, state);
  if (request.edits.empty()) request = remove_button(ui, *storey, state);
  ImGui::PopID();
  return request;
}

}  // namespace trefpunt
