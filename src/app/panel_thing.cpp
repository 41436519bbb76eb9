// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected on the map of a wijk: its facts, its forms and what was measured of it.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/panels.h"
#include "app/plans_in_wijk.h"
#include "app/wijk_objects.h"
#include "app/wijk_view.h"
#include "report/report_model.h"

namespace trefpunt {

namespace {

template <typename Thing>
Request set(const Thing& thing) {
  Request request;
  request.edits.push_back(edit::SetInWijk<Thing>{thing});
  return request;
}

// Yes, no, or nobody said.
bool choose_stated(Ui& ui, const std::string& name, const Text& label, std::optional<bool>& value) {
  int index = !value ? 0 : *value ? 1 : 2;
  if (!choose(ui, name, label, index,
              {ui.t({"niet bekend", "not known"}), ui.t({"ja", "yes"}), ui.t({"nee", "no"})})) {
    return false;
  }
  value = index == 0 ? std::nullopt : std::optional(index == 1);
  return true;
}

template <typename Kind>
bool choose_kind(Ui& ui, const std::string& name, const Text& label, Kind& kind,
                 const std::vector<Kind>& kinds) {
  std::vector<std::pair<std::string, Kind>> named;
  for (const Kind one : kinds) named.push_back({name_of(one).in(ui.lang), one});
  std::sort(named.begin(), named.end());
  std::vector<std::string> words;
  int index = -1;
  for (const auto& [word, one] : named) {
    if (one == kind) index = static_cast<int>(words.size());
    words.push_back(word);
  }
  if (!choose(ui, name, label, index, words)) return false;
  kind = named[static_cast<std::size_t>(index)].second;
  return true;
}

bool number(Ui& ui, const std::string& name, const Text& label, std::optional<int>& value) {
  std::optional<double> shown;
  if (value) shown = *value;
  if (!number_input(ui, name, label, shown, "")) return false;
  value = shown && *shown >= 0 ? std::optional(static_cast<int>(*shown)) : std::nullopt;
  return true;
}

// A name that is typed, kept whatever the project does meanwhile.
bool name_field(Ui& ui, UiState& state, const std::string& id, const std::string& now,
                std::string& name) {
  WijkChoice::ThingText& text = state.wijk.thing_text;
  if (text.of != id || !text.is_typed) text = {id, now, false};
  const bool is_done = line_input(ui, "thing-name", {"Naam", "Name"}, text.name);
  text.is_typed = ImGui::IsItemActive();
  if (!is_done || text.name == now) return false;
  name = text.name;
  return true;
}

void planned_words(Ui& ui, bool is_planned) {
  if (is_planned)
    paragraph(ui, ui.t({"Gepland, nog niet gebouwd.", "Planned, not built yet."}), true);
}

void source_words(Ui& ui, const std::string& key) {
  if (!key.empty()) fact(ui, {"Sleutel in de bron", "Key in the source"}, key);
}

Request draw_one(Ui& ui, UiState& state, Street street) {
  const std::string id = to_string(street.id);
  double metres = 0;
  for (std::size_t i = 0; i + 1 < street.line.size(); ++i) {
    metres += distance(street.line[i], street.line[i + 1]);
  }
  planned_words(ui, street.is_planned);
  fact(ui, {"Lengte", "Length"}, format_number(metres, 1, ui.lang) + " m");
  bool is_changed = name_field(ui, state, id, street.name, street.name);
  is_changed |= choose_kind(ui, "street-kind", {"Soort", "Kind"}, street.kind, all_street_kinds());
  is_changed |= number_input(ui, "street-width", {"Breedte", "Width"}, street.width, "m");
  is_changed |= choose_stated(ui, "street-wheelchair", {"Met een rolstoel", "With a wheelchair"},
                              street.wheelchair);
  source_words(ui, street.source_key);
  Request request = is_changed ? set(street) : Request{};
  ImGui::Spacing();
  if (button(ui, "street-close",
             {"Afsluiten: weghalen uit het netwerk (Delete)",
              "Close: take out of the network (Delete)"})) {
    request.edits.push_back(edit::RemoveStreet{street.id});
    state.selection.clear();
  }
  return request;
}

Request draw_one(Ui& ui, UiState& state, WijkPlace place) {
  planned_words(ui, place.is_planned);
  bool is_changed = name_field(ui, state, to_string(place.id), place.name, place.name);
  is_changed |=
      choose_kind(ui, "place-category", {"Soort", "Kind"}, place.category, all_place_categories());
  std::optional<bool> is_meeting = place.is_meeting_place;
  if (choose_stated(ui, "place-meeting",
                    {"Plek om zonder afspraak te zijn", "Place to be without an appointment"},
                    is_meeting)) {
    place.is_meeting_place = is_meeting;
    is_changed = true;
  }
  if (!place.is_meeting_place) {
    paragraph(ui,
              ui.t(is_meeting_place(place)
                       ? Text{"Telt als ontmoetingsplek: dat nemen we aan van deze soort.",
                              "Counts as a meeting place: assumed of this kind."}
                       : Text{"Telt niet als ontmoetingsplek: dat nemen we aan van deze soort.",
                              "Does not count as a meeting place: assumed of this kind."}),
              true);
  }
  is_changed |= number_input(ui, "place-area", {"Oppervlakte", "Area"}, place.area_m2, "m²");
  is_changed |= number(ui, "place-seats", {"Zitplaatsen", "Seats"}, place.seats);
  is_changed |= choose_stated(
      ui, "place-free", {"Blijven zonder te betalen", "Stay without paying"}, place.free_stay);
  is_changed |=
      choose_stated(ui, "place-step-free", {"Zonder treden te bereiken", "Reached without steps"},
                    place.step_free);
  is_changed |= number(
      ui, "place-groups",
      {"Groepen die er op verschillende tijden zijn", "Groups that use it at different times"},
      place.user_groups);
  int allows = static_cast<int>(place.plan_allows);
  if (choose(ui, "place-allows",
             {"Mag dit volgens het omgevingsplan?", "Does the omgevingsplan allow it?"}, allows,
             {ui.t({"niet nagegaan", "not checked"}), ui.t({"ja", "yes"}), ui.t({"nee", "no"})})) {
    place.plan_allows = static_cast<PlanAllows>(allows);
    is_changed = true;
  }
  if (!place.building_function.empty()) {
    fact(ui, {"Gebruiksfunctie (BAG)", "Building function (BAG)"}, place.building_function);
  }
  source_words(ui, place.source_key);
  return is_changed ? set(place) : Request{};
}

Request draw_one(Ui& ui, UiState&, Furnishing one) {
  planned_words(ui, one.is_planned);
  bool is_changed =
      choose_kind(ui, "furnishing-kind", {"Soort", "Kind"}, one.kind, all_furnishing_kinds());
  if (one.kind == FurnishingKind::Bench) {
    is_changed |= choose_stated(ui, "bench-back", {"Rugleuning", "Backrest"}, one.backrest);
  } else {
    is_changed |= choose_stated(ui, "furnishing-wheelchair",
                                {"Met een rolstoel te gebruiken", "Usable with a wheelchair"},
                                one.wheelchair);
  }
  source_words(ui, one.source_key);
  return is_changed ? set(one) : Request{};
}

Request draw_one(Ui& ui, UiState&, Home home) {
  planned_words(ui, home.is_planned);
  std::optional<int> dwellings = home.dwellings;
  bool is_changed = number(ui, "home-dwellings", {"Woningen", "Dwellings"}, dwellings);
  home.dwellings = std::max(1, dwellings.value_or(1));
  is_changed |= number_input(
      ui, "home-residents",
      {"Bewoners samen (leeg: volgens de buurt)", "Residents together (empty: as the buurt has)"},
      home.residents, "");
  is_changed |=
      choose_stated(ui, "home-shared",
                    {"Komt uit op een ruimte met de buren", "Opens on a space with neighbours"},
                    home.shared_space);
  source_words(ui, home.source_key);
  return is_changed ? set(home) : Request{};
}

Request draw_one(Ui& ui, UiState& state, OpenSpace space) {
  planned_words(ui, space.is_planned);
  fact(ui, {"Oppervlakte", "Area"}, format_number(area(space.polygon), 0, ui.lang) + " m²");
  bool is_changed = name_field(ui, state, to_string(space.id), space.name, space.name);
  is_changed |= choose_kind(ui, "ground-kind", {"Soort", "Kind"}, space.ground, all_grounds());
  is_changed |= choose_stated(ui, "ground-public", {"Openbaar", "Public"}, space.is_public);
  is_changed |= choose_stated(ui, "ground-stay", {"Plek om te verblijven", "A place to stay"},
                              space.may_stay);
  is_changed |= choose_stated(ui, "ground-shared",
                              {"Van een groep woningen samen", "Shared by a group of homes"},
                              space.is_shared);
  is_changed |= choose_stated(
      ui, "ground-right",
      {"Bewoners mogen de plek gebruiken en inrichten", "Residents may use and furnish it"},
      space.user_right);
  source_words(ui, space.source_key);
  return is_changed ? set(space) : Request{};
}

Request draw_one(Ui& ui, UiState&, Footprint footprint) {
  fact(ui, {"Oppervlakte van de voet", "Area of the footprint"},
       format_number(area(footprint.polygon), 0, ui.lang) + " m²");
  bool is_changed =
      number_input(ui, "footprint-storeys", {"Bouwlagen", "Storeys"}, footprint.storeys, "");
  is_changed |=
      number_input(ui, "footprint-floor", {"Vloeroppervlakte samen", "Floor area together"},
                   footprint.floor_area_m2, "m²");
  is_changed |= choose_stated(ui, "footprint-homes",
                              {"Woningen op de begane grond", "Homes on the ground floor"},
                              footprint.is_residential);
  if (footprint.year_built) {
    fact(ui, {"Bouwjaar", "Year built"}, std::to_string(*footprint.year_built));
  }
  source_words(ui, footprint.source_key);
  return is_changed ? set(footprint) : Request{};
}

void draw_area(Ui& ui, const StatisticalArea& area) {
  fact(ui, {"Code", "Code"}, area.code);
  if (area.year > 0)
    fact(ui, {"Jaar van de cijfers", "Year of the figures"}, std::to_string(area.year));
  const auto figure = [&](const Text& what, const std::optional<double>& value, const char* unit,
                          int decimals) {
    fact(ui, what,
         value ? format_number(*value, decimals, ui.lang) + unit
               : std::string(ui.t({"niet bekend", "not known"})));
  };
  const KeyFigures& figures = area.figures;
  figure({"Inwoners", "Inhabitants"}, figures.inhabitants, "", 0);
  figure({"Huishoudens", "Households"}, figures.households, "", 0);
  figure({"65 jaar en ouder", "65 and older"}, figures.percent_65_plus, "%", 0);
  figure({"Jonger dan 15 jaar", "Under 15"}, figures.percent_0_15, "%", 0);
  figure({"Huishoudens van één persoon", "Households of one person"},
         figures.percent_single_households, "%", 0);
  figure({"Huishoudens met een laag inkomen", "Households with a low income"},
         figures.percent_low_income, "%", 0);
  figure({"Mensen in een huishouden", "People in a household"}, figures.persons_per_household, "",
         1);
  if (!area.loneliness) return;
  figure({"Eenzaam volgens het model van CBS en RIVM: achtergrond, geen oordeel",
          "Lonely by the model of CBS and RIVM: context, no judgement"},
         area.loneliness->percent_lonely, "%", 0);
}

void draw_measured(Ui& ui, const Workspace& workspace, const std::string& object) {
  const WijkResult* result = wijk_result_of(workspace);
  if (!result) return;
  bool has_any = false;
  for (const WijkMeasure* measure : wijk_measures()) {
    const MeasureInfo& info = measure->info();
    const auto outcome = result->outcomes.find(info.id);
    if (outcome == result->outcomes.end() || !outcome->second) continue;
    for (const Row& row : outcome->second->rows) {
      if (row.object != object) continue;
      if (!has_any) heading(ui, {"Gemeten", "Measured"});
      has_any = true;
      std::string words = row_words(row.value, info, ui.lang);
      if (has_number(row.value) && yes_no_of(info, ui.lang).empty() && !info.row_unit.empty()) {
        words += " " + info.row_unit.in(ui.lang);
      }
      fact(ui, info.name, words);
    }
  }
  if (has_any && workspace.is_stale()) {
    paragraph(ui, ui.t({"Wordt herrekend …", "Being recomputed …"}), true);
  }
}

Request draw_plan(Ui& ui, const Workspace& workspace, UiState& state, std::size_t index) {
  Request request;
  const Project& project = workspace.project();
  const Building& building = project.buildings[index];
  heading(ui, {"Eigen plattegrond: " + building.name, "Own plan: " + building.name});
  const auto position = position_in(*project.wijk, building);
  if (!position) {
    paragraph(ui, ui.t({"Deze plattegrond staat nog niet in de wijk.",
                        "This plan does not stand in the wijk yet."}));
    if (button(ui, "plan-place",
               {"In het midden van de kaart zetten", "Put in the middle of the map"})) {
      request.edits.push_back(
          edit::PlaceBuilding{index, position_at(building, state.camera.centre, 0)});
    }
    return request;
  }
  paragraph(ui,
            ui.t({"Sleep haar naar haar plek; , en . draaien 15 graden.",
                  "Drag it to its place; , and . turn it 15 degrees."}),
            true);
  std::optional<double> degrees = position->angle * 180 / std::numbers::pi;
  if (number_input(ui, "plan-angle", {"Gedraaid, linksom", "Turned, counter-clockwise"}, degrees,
                   "°") &&
      degrees) {
    const double by = *degrees * std::numbers::pi / 180 - position->angle;
    request.edits.push_back(edit::PlaceBuilding{index, turned_plan(building, *position, by)});
  }
  if (button(ui, "plan-remove", {"Uit de wijk halen", "Take out of the wijk"},
             building.placement.in_wijk.has_value())) {
    request.edits.push_back(edit::PlaceBuilding{index, std::nullopt});
  }
  if (button(ui, "plan-open", {"Plattegrond bekijken", "Look at the plan"}))
    request.command = "plan";
  return request;
}

Request move_and_remove(Ui& ui, UiState& state, bool may_move) {
  Request request;
  const std::vector<std::string> objects{state.selection.begin(), state.selection.end()};
  ImGui::Spacing();
  if (may_move) {
    number_input(ui, "move-x", {"Verplaatsen naar het oosten", "Move east"}, state.move_x, "m");
    number_input(ui, "move-y", {"Verplaatsen naar het noorden", "Move north"}, state.move_y, "m");
    const Point by{state.move_x.value_or(0), state.move_y.value_or(0)};
    if (button(ui, "move", {"Verplaatsen", "Move"}, by != Point{})) {
      request.edits.push_back(edit::MoveWijkThings{objects, by});
    }
  }
  if (button(ui, "remove", {"Verwijderen (Delete)", "Remove (Delete)"})) {
    request.edits.push_back(edit::RemoveWijkThings{objects});
    state.selection.clear();
  }
  return request;
}

// The wijk itself, when nothing is selected.
Request draw_itself(Ui& ui, const Workspace& workspace, UiState& state) {
  Request request;
  const Project& project = workspace.project();
  const Wijk& wijk = *project.wijk;
  heading(ui, {"Wijk", "Neighbourhood"});
  std::string name;
  const auto settings = [&] {
    return edit::SetWijk{wijk.name, wijk.snap_tolerance, wijk.benches_are_all};
  };
  if (name_field(ui, state, "wijk", wijk.name, name)) {
    edit::SetWijk set = settings();
    set.name = name;
    request.edits.push_back(set);
  }
  fact(ui, {"Coördinaten", "Coordinates"}, wijk.crs.code);
  if (wijk.crs.accuracy > 0) {
    fact(ui, {"Nauwkeurigheid van de omzetting", "Accuracy of the transformation"},
         format_short(wijk.crs.accuracy, 3, ui.lang) + " m");
  }
  bool are_all = wijk.benches_are_all;
  if (tick(ui, "benches-all", {"Alle banken staan op de kaart", "All benches are on the map"},
           are_all)) {
    edit::SetWijk set = settings();
    set.benches_are_all = are_all;
    request.edits.push_back(set);
  }
  std::optional<double> tolerance = wijk.snap_tolerance;
  if (number_input(ui, "snap-tolerance",
                   {"Einden van straten die zo dicht bij elkaar liggen, sluiten aan",
                    "Ends of streets this near to each other join"},
                   tolerance, "m") &&
      tolerance && *tolerance >= 0) {
    edit::SetWijk set = settings();
    set.snap_tolerance = *tolerance;
    request.edits.push_back(set);
  }
  for (std::size_t b = 0; b < project.buildings.size(); ++b) {
    const Request one = draw_plan(ui, workspace, state, b);
    if (!one.edits.empty() || !one.command.empty()) request = one;
  }
  return request;
}

}  // namespace

Request draw_wijk_thing(Ui& ui, const Workspace& workspace, UiState& state) {
  const std::shared_ptr<const Wijk> wijk = workspace.project().wijk;
  if (!wijk) return {};
  if (state.selection.empty()) return draw_itself(ui, workspace, state);
  if (state.selection.size() > 1) {
    heading(ui, {fmt::format("{} dingen gekozen", state.selection.size()),
                 fmt::format("{} things selected", state.selection.size())});
    return move_and_remove(ui, state, true);
  }
  const std::string id = *state.selection.begin();
  if (const auto plan = plan_index(id)) {
    return *plan < workspace.project().buildings.size() ? draw_plan(ui, workspace, state, *plan)
                                                        : Request{};
  }
  const std::string title = name_of_object(*wijk, id, ui.lang);
  heading(ui, {title, title});
  if (const StatisticalArea* area = find_area(*wijk, id)) {
    draw_area(ui, *area);
    draw_measured(ui, workspace, id);
    return {};
  }
  Request request;
  bool is_there = true;
  if (const Street* street = find_street(*wijk, id)) {
    request = draw_one(ui, state, *street);
    draw_measured(ui, workspace, id);
    return request;
  }
  if (const WijkPlace* place = find_place(*wijk, id)) {
    request = draw_one(ui, state, *place);
  } else if (const Furnishing* one = find_furnishing(*wijk, id)) {
    request = draw_one(ui, state, *one);
  } else if (const Home* home = find_home(*wijk, id)) {
    request = draw_one(ui, state, *home);
  } else if (const OpenSpace* space = find_open_space(*wijk, id)) {
    request = draw_one(ui, state, *space);
  } else if (const Footprint* footprint = find_footprint(*wijk, id)) {
    request = draw_one(ui, state, *footprint);
  } else {
    is_there = false;
  }
  if (!is_there) return request;
  draw_measured(ui, workspace, id);
  const Request moved = move_and_remove(ui, state, id[0] != 'G');
  return moved.edits.empty() ? request : moved;
}

}  // namespace trefpunt
