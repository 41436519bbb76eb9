// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/encounter_view.h"
#include "app/panels.h"
#include "app/programme_fields.h"
#include "app/shown_measure.h"
#include "base/index.h"
#include "report/drawing_colours.h"
#include "report/encounter_maps.h"

namespace trefpunt {

namespace {

constexpr std::size_t kRooms = 5, kPlaces = 6;  // shown at once

// One private room and who comes in view of it.
struct SeenRoom {
  int storey = 0, space = 0;
  double open_min = 0, shut_min = 0, door_min = 0;  // per week, all roles
  std::vector<const PrivacyCost*> by;               // most minutes first
};

double minutes_of(const PrivacyCost& cost) {
  return cost.in_view_min + cost.at_door_min;
}

std::vector<SeenRoom> seen_rooms(const std::vector<PrivacyCost>& costs) {
  std::vector<SeenRoom> rooms;
  for (const PrivacyCost& cost : costs) {
    if (rooms.empty() || rooms.back().storey != cost.storey || rooms.back().space != cost.space) {
      rooms.push_back({cost.storey, cost.space});
    }
    SeenRoom& room = rooms.back();
    room.open_min += cost.in_view_min;
    room.shut_min += cost.in_view_shut_min;
    room.door_min += cost.at_door_min;
    room.by.push_back(&cost);
  }
  for (SeenRoom& room : rooms) {
    std::stable_sort(room.by.begin(), room.by.end(),
                     [](const auto* a, const auto* b) { return minutes_of(*a) > minutes_of(*b); });
  }
  std::stable_sort(rooms.begin(), rooms.end(), [](const SeenRoom& a, const SeenRoom& b) {
    return a.open_min + a.door_min > b.open_min + b.door_min;
  });
  return rooms;
}

std::string who_words(const ShownEncounters& shown, const SeenRoom& room, Lang lang) {
  std::string words;
  for (std::size_t i = 0; i < room.by.size() && i < 3; ++i) {
    words += (words.empty() ? "" : ", ") + shown.role(room.by[i]->role) + " " +
             whole_minutes(minutes_of(*room.by[i]), lang);
  }
  return words;
}

void table_head(Ui& ui, const std::vector<Text>& names, float first) {
  ImGui::TableSetupColumn("0", ImGuiTableColumnFlags_WidthStretch, first);
  for (std::size_t i = 1; i < names.size(); ++i) {
    ImGui::TableSetupColumn(std::to_string(i).c_str(), ImGuiTableColumnFlags_WidthStretch, 1);
  }
  ImGui::TableNextRow();
  for (const Text& name : names) {
    ImGui::TableNextColumn();
    paragraph(ui, name.in(ui.lang), true);
  }
}

constexpr ImGuiTableFlags kMeetingTable = ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_PadOuterX;

void draw_privacy(Ui& ui, const Workspace& workspace, UiState& state,
                  const ShownEncounters& shown) {
  heading(ui, {"Privacy: wie kijkt binnen of komt langs de deur",
               "Privacy: who looks in or passes the door"});
  const std::vector<SeenRoom> rooms = seen_rooms(*shown.result.privacy);
  if (rooms.empty()) {
    paragraph(ui, ui.t({"Volgens het model komt niemand die er niets te zoeken heeft in zicht van "
                        "een kamer of langs een kamerdeur.",
                        "In the model nobody without business there comes in view of a room or "
                        "past its door."}));
    return;
  }
  paragraph(ui,
            ui.t({"Minuten per week dat mensen die er niets te zoeken hebben de kamer in kunnen "
                  "kijken of binnen 2 m van de deur lopen, alle mensen samen.",
                  "Minutes a week that people without business there can look into the room or "
                  "walk within 2 m of its door, all people together."}),
            true);
  const bool is_all = state.encounter.shows_all_rooms;
  const std::size_t count = is_all ? rooms.size() : std::min(rooms.size(), kRooms);
  if (!ImGui::BeginTable("privacy", 4, kMeetingTable)) return;
  table_head(ui,
             {{"kamer, en wie (min)", "room, and who (min)"},
              {"zicht, deur open", "view, door open"},
              {"deur dicht", "door shut"},
              {"langs de deur", "past the door"}},
             2.4f);
  for (std::size_t i = 0; i < count; ++i) {
    const SeenRoom& room = rooms[i];
    const std::string object = shown.object(room.storey, room.space);
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    if (wrapped_entry(ui, "privacy:" + object, shown.place(room.storey, room.space, ui.lang),
                      state.selection.contains(object))) {
      go_to(state, workspace, shown, room.storey, room.space);
    }
    paragraph(ui, who_words(shown, room, ui.lang), true);
    for (const double minutes : {room.open_min, room.shut_min, room.door_min}) {
      ImGui::TableNextColumn();
      right_aligned(whole_minutes(minutes, ui.lang));
    }
  }
  ImGui::EndTable();
  if (rooms.size() <= kRooms) return;
  const std::string all = std::to_string(rooms.size());
  tick(ui, "privacy-all", {"Alle " + all + " kamers", "All " + all + " rooms"},
       state.encounter.shows_all_rooms);
}

void draw_places_of(Ui& ui, const Workspace& workspace, UiState& state,
                    const ShownEncounters& shown, const MeasureInfo& info) {
  const Outcome* outcome = shown_outcome(workspace.evaluated(), info.id);
  if (!outcome) return;
  std::map<std::string, double> value_of;
  for (const Row& row : outcome->rows) {
    if (const double* value = std::get_if<double>(&row.value)) value_of[row.object] = *value;
  }
  std::vector<const PlaceMeetings*> places;
  for (const PlaceMeetings& place : shown.found.places) {
    if (value_of.contains(shown.object(place.storey, place.space))) places.push_back(&place);
  }
  std::stable_sort(places.begin(), places.end(), [&](const auto* a, const auto* b) {
    return value_of[shown.object(a->storey, a->space)] >
           value_of[shown.object(b->storey, b->space)];
  });
  if (places.size() > kPlaces) places.resize(kPlaces);
  if (places.empty() || !ImGui::BeginTable("places", 3, kMeetingTable)) return;
  table_head(ui,
             {{"waar het meest", "where most"},
              info.row_unit,
              {"mensen op het drukst", "people at the peak"}},
             2);
  for (const PlaceMeetings* place : places) {
    const std::string object = shown.object(place->storey, place->space);
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    if (wrapped_entry(ui, "place:" + object, shown.place(place->storey, place->space, ui.lang),
                      state.selection.contains(object))) {
      go_to(state, workspace, shown, place->storey, place->space);
    }
    ImGui::TableNextColumn();
    right_aligned(row_words(value_of[object], info, ui.lang));
    ImGui::TableNextColumn();
    right_aligned(amount(place->peak, ui.lang));
  }
  ImGui::EndTable();
}

void draw_maps(Ui& ui, const Workspace& workspace, UiState& state, const ShownEncounters& shown) {
  heading(ui, {"Waar: kies wat de plattegrond kleurt", "Where: choose what colours the plan"});
  paragraph(ui,
            ui.t({"Vier verschillende dingen, die niet bij elkaar op te tellen zijn. Een knelpunt "
                  "is geen verdienste.",
                  "Four different things that do not add up. A bottleneck is no merit."}),
            true);
  for (const EncounterMap map : encounter_maps()) {
    const MeasureInfo& info = *shown_info(encounter_info(map).id);
    const bool is_chosen = state.measure == info.id && !state.field.is_shown;
    if (entry(ui, "map:" + info.id, info.name.in(ui.lang), is_chosen)) {
      state.measure = is_chosen ? "" : info.id;
      state.field.is_shown = false;
    }
    if (!is_chosen) continue;
    ImGui::Indent(ui.em(1));
    paragraph(ui, info.formula.in(ui.lang), true);
    draw_places_of(ui, workspace, state, shown, info);
    ImGui::Unindent(ui.em(1));
  }
}

void draw_roles(Ui& ui, const ShownEncounters& shown) {
  heading(ui, {"Wat het kost: lopen en drukte", "What it costs: walking and crowding"});
  paragraph(ui,
            ui.t({"Vertrouwde anderen: wie men herhaald treft (k = 1). Een langere weg is geen "
                  "winst op zich.",
                  "Familiar others: whom one meets repeatedly (k = 1). A longer way is no gain in "
                  "itself."}),
            true);
  const PlaceMeetings* busiest = nullptr;
  for (const PlaceMeetings& place : shown.found.places) {
    if (!busiest || place.peak > busiest->peak) busiest = &place;
  }
  if (busiest) {
    fact(ui, {"Drukste plek", "Busiest place"},
         fmt::format(fmt::runtime(ui.t({"{}, {} mensen tegelijk", "{}, {} people at once"})),
                     shown.place(busiest->storey, busiest->space, ui.lang),
                     amount(busiest->peak, ui.lang)));
  }
  if (!ImGui::BeginTable("roles", 4, kMeetingTable)) return;
  table_head(ui,
             {{"rol (mensen)", "role (people)"},
              {"lopen, m per dag", "walking, m a day"},
              {"vertrouwde anderen", "familiar others"},
              {"eigen rol", "own role"}},
             2);
  for (std::size_t r = 0; r < shown.found.roles.size(); ++r) {
    const RoleMeetings& role = shown.found.roles[r];
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    paragraph(
        ui, fmt::format("{} ({})", shown.programme.roles[r].name, shown.programme.roles[r].count));
    for (const double value : {role.walk_m_per_day, role.familiar, role.familiar_own}) {
      ImGui::TableNextColumn();
      right_aligned(amount(value, ui.lang));
    }
  }
  ImGui::EndTable();
}

void draw_assumptions(Ui& ui, const ShownEncounters& shown) {
  const std::vector<Text>& assumptions = shown.result.model->assumptions;
  if (assumptions.empty()) return;
  const std::string words = fmt::format("{} ({})###assumptions",
                                        ui.t({"Wat is aangenomen om het programma op deze "
                                              "plattegrond te leggen",
                                              "What was taken for granted to lay the programme "
                                              "on this plan"}),
                                        assumptions.size());
  const bool is_open = ImGui::TreeNode(words.c_str());
  ui.mark("assumptions");
  if (!is_open) return;
  for (const Text& one : assumptions) paragraph(ui, "• " + one.in(ui.lang));
  ImGui::TreePop();
}

void draw_results(Ui& ui, const Workspace& workspace, UiState& state) {
  const Evaluated* evaluated = workspace.evaluated();
  const EncounterResult* result = encounter_of(evaluated);
  if (!result) {
    const bool has_plan = !workspace.project().buildings.empty();
    paragraph(ui,
              has_plan ? ui.t({"Wordt berekend …", "Being computed …"})
                       : ui.t({"Er is geen plattegrond om het programma op te leggen.",
                               "There is no plan to lay the programme on."}),
              true);
    return;
  }
  if (workspace.is_stale()) {
    paragraph(ui,
              ui.t({"Dit zijn de uitkomsten van vóór de laatste wijziging.",
                    "These are the results before the last change."}),
              true);
  }
  if (result->refused) {
    ImGui::PushStyleColor(ImGuiCol_Text, colour(ui.palette().warning));
    paragraph(ui, ui.t({"Het programma past niet op deze plattegrond.",
                        "The programme does not fit this plan."}));
    ImGui::PopStyleColor();
    paragraph(ui, result->refused->sentence.in(ui.lang));
    ui.mark("encounters-refused");
    if (button(ui, "encounters-mend", {"Programma wijzigen", "Change the programme"}, true, true)) {
      state.encounter.is_programme = true;
    }
    return;
  }
  paragraph(ui,
            ui.t({"Modelcijfers: alleen verschillen tussen varianten zeggen iets. Berekend met de "
                  "formule; het rapport bootst na.",
                  "Model figures: only differences between variants are news. Computed by "
                  "formula; the report simulates."}),
            true);
  ui.mark("encounters-model-figures");
  const ShownEncounters shown{evaluated->project->programme, evaluated->project->buildings.front(),
                              *result, *result->formula};
  draw_privacy(ui, workspace, state, shown);
  draw_maps(ui, workspace, state, shown);
  draw_role_pairs(ui, workspace, state, shown);
  draw_roles(ui, shown);
  draw_assumptions(ui, shown);
}

}  // namespace

Wish ShownEncounters::wish(const RolePair& pair) const {
  return programme.wish(programme.roles[at(pair.a)].id, programme.roles[at(pair.b)].id);
}

std::string ShownEncounters::place(int storey, int space, Lang lang) const {
  if (storey < 0) return Text{"buiten", "outside"}.in(lang);
  const Storey& of = *building.storeys[at(storey)];
  if (space < 0) return Text{"ingang, ", "entrance, "}.in(lang) + of.name;
  const Space& what = of.spaces[at(space)];
  const std::string name = squeeze(what.number + " " + what.name);
  return name.empty() ? to_string(what.id) : name;
}

std::string ShownEncounters::object(int storey, int space) const {
  if (storey < 0 || space < 0) return {};
  return to_string(building.storeys[at(storey)]->spaces[at(space)].id);
}

std::string amount(double value, Lang lang) {
  if (value <= 0) return "0";
  if (value < 0.005) return "< " + format_number(0.01, 2, lang);
  return format_number(value, value < 9.995 ? 2 : value < 99.95 ? 1 : 0, lang);
}

std::string percent(double share, Lang lang) {
  if (share > 0 && share < 0.005) return "< 1%";
  return format_number(100 * share, 0, lang) + "%";
}

std::string difference_words(double by, Lang lang) {
  if (std::abs(by) < 1e-9) return Text{"gelijk", "equal"}.in(lang);
  return (by < 0 ? "−" : "+") + amount(std::abs(by), lang);
}

std::string whole_minutes(double minutes, Lang lang) {
  if (minutes > 0 && minutes < 0.5) return "< 1";
  return format_number(minutes, 0, lang);
}

bool wrapped_entry(Ui& ui, const std::string& name, const std::string& words, bool is_selected) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = ImGui::CalcTextSize(words.c_str(), nullptr, false, width).y;
  ui.take_focus(name);
  const bool is_used = ImGui::Selectable(("###" + name).c_str(), is_selected, 0, {0, height});
  ui.mark(name);
  ImGui::GetWindowDrawList()->AddText(ui.body, ui.body->FontSize, at, colour(ui.palette().ink),
                                      words.c_str(), nullptr, width);
  return is_used;
}

void right_aligned(const std::string& words) {
  const float width = ImGui::CalcTextSize(words.c_str()).x;
  const float room = ImGui::GetContentRegionAvail().x;
  if (room > width) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + room - width);
  ImGui::TextUnformatted(words.c_str());
}

void go_to(UiState& state, const Workspace& workspace, const ShownEncounters& shown, int storey,
           int space) {
  const std::string object = shown.object(storey, space);
  if (object.empty() || workspace.project().buildings.empty()) return;
  state.selection = {object};
  const auto& storeys = workspace.project().buildings.front().storeys;
  for (std::size_t s = 0; s < storeys.size(); ++s) {
    if (storeys[s]->id == shown.building.storeys[at(storey)]->id)
      state.storey = static_cast<int>(s);
  }
}

Request draw_encounters(Ui& ui, const Workspace& workspace, UiState& state) {
  if (workspace.project().programme.empty() && !state.programme.refused) {
    return draw_no_programme(ui);
  }
  EncounterChoice& choice = state.encounter;
  if (button(ui, "encounters-results", {"Uitkomst", "Result"}, true, !choice.is_programme)) {
    choice.is_programme = false;
  }
  ImGui::SameLine();
  if (button(ui, "encounters-programme", {"Programma", "Programme"}, true, choice.is_programme)) {
    choice.is_programme = true;
  }
  ImGui::Separator();
  if (choice.is_programme) return draw_programme(ui, workspace, state);
  draw_results(ui, workspace, state);
  return {};
}

}  // namespace trefpunt
