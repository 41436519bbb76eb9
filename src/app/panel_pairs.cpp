// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "app/encounter_view.h"
#include "base/index.h"

namespace trefpunt {

namespace {

constexpr std::size_t kParts = 8;   // contributors shown
constexpr float kRoleWidth = 11.5;  // em

// Of a pair of people; the repeated ones where one can stop or stay, as in the report.
double figure_of(const RolePair& pair, int figure) {
  return figure == 0 ? pair.per_week.value : pair.repeated_stop[at(figure - 1)];
}

std::string figure_words(const RolePair& pair, int figure, Lang lang) {
  const double value = figure_of(pair, figure);
  return figure == 0 ? amount(value, lang) : percent(value, lang);
}

const char* sign_of(Wish wish) {
  return wish == Wish::Wanted ? "+ " : wish == Wish::Unwanted ? "− " : "";
}

Text words_of(Wish wish) {
  if (wish == Wish::Wanted) return {"gewenst", "wanted"};
  if (wish == Wish::Unwanted) return {"ongewenst", "unwanted"};
  return {"neutraal", "neutral"};
}

const RolePair* pair_of(const ShownEncounters& shown, int a, int b) {
  const auto found = std::find_if(
      shown.found.pairs.begin(), shown.found.pairs.end(),
      [&](const RolePair& pair) { return pair.a == std::min(a, b) && pair.b == std::max(a, b); });
  return found == shown.found.pairs.end() || found->pairs == 0 ? nullptr : &*found;
}

void draw_cell(Ui& ui, UiState& state, const ShownEncounters& shown, int row, int column,
               double most) {
  EncounterChoice& choice = state.encounter;
  const RolePair* pair = pair_of(shown, row, column);
  if (!pair) {
    right_aligned("–");
    return;
  }
  const std::string &a = shown.programme.roles[at(pair->a)].id,
                    &b = shown.programme.roles[at(pair->b)].id;
  const bool is_chosen = choice.role_a == a && choice.role_b == b;
  const Wish wish = shown.wish(*pair);
  const double share = most > 0 ? figure_of(*pair, choice.figure) / most : 0;
  if (ui.contrast == Contrast::Normal) {
    ImGui::TableSetBgColor(ImGuiTableBgTarget_CellBg, colour(ui.palette().accent, 0.25 * share));
  }
  const std::string words = sign_of(wish) + figure_words(*pair, choice.figure, ui.lang);
  ImGui::PushStyleVar(ImGuiStyleVar_SelectableTextAlign, {1, 0});
  const std::string name = "cell:" + a + ":" + b;
  const bool is_used = entry(ui, name, words, is_chosen);
  ImGui::PopStyleVar();
  if (is_chosen) {
    ImGui::GetWindowDrawList()->AddRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                                        colour(ui.palette().ink), 0, 0, 2 * ui.scale);
  }
  if (ImGui::IsItemHovered()) {
    ImGui::SetTooltip("%s – %s: %s", shown.role(pair->a).c_str(), shown.role(pair->b).c_str(),
                      ui.t(words_of(wish)));
  }
  if (!is_used) return;
  choice.role_a = is_chosen ? "" : a;
  choice.role_b = is_chosen ? "" : b;
}

// "12 Buurtgenoot die kof…"
std::string shortened(std::string words, float width) {
  if (ImGui::CalcTextSize(words.c_str()).x <= width) return words;
  while (!words.empty() && ImGui::CalcTextSize((words + "…").c_str()).x > width) {
    while ((words.back() & 0xC0) == 0x80) words.pop_back();  // the rest of one letter
    words.pop_back();
  }
  return words + "…";
}

// `is_next`: the keyboard is at what stands above it.
void draw_matrix(Ui& ui, UiState& state, const ShownEncounters& shown, bool is_next) {
  const int count = static_cast<int>(shown.programme.roles.size());
  double most = 0;
  for (const RolePair& pair : shown.found.pairs) {
    if (pair.pairs > 0) most = std::max(most, figure_of(pair, state.encounter.figure));
  }
  const float line = ImGui::GetTextLineHeight() + 2 * ImGui::GetStyle().CellPadding.y;
  const float wide = ui.em(kRoleWidth) + static_cast<float>(count) * ui.em(4.2f);
  const bool scrolls = wide > ImGui::GetContentRegionAvail().x;
  const float height = line * static_cast<float>(count + 1) +
                       (scrolls ? ImGui::GetStyle().ScrollbarSize : 0) + 10 * ui.scale;
  const bool is_revealed = ui.reveal.starts_with("cell:");
  if (!ImGui::BeginTable(
          "pairs", count + 1,
          ImGuiTableFlags_Borders | ImGuiTableFlags_ScrollX | ImGuiTableFlags_SizingFixedFit,
          {0, height})) {
    // Out of sight it has no cells: it is brought into sight, so that arrows do not jump over it.
    if (is_revealed || is_next) ImGui::SetScrollHereY();
    return;
  }
  ImGui::TableSetupScrollFreeze(1, 0);
  ImGui::TableSetupColumn("role", ImGuiTableColumnFlags_WidthFixed, ui.em(kRoleWidth));
  for (int c = 0; c < count; ++c) {
    ImGui::TableSetupColumn(std::to_string(c).c_str(), ImGuiTableColumnFlags_WidthFixed,
                            ui.em(3.4f));
  }
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  for (int c = 0; c < count; ++c) {
    ImGui::TableNextColumn();
    right_aligned(std::to_string(c + 1));
  }
  for (int r = 0; r < count; ++r) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(
        shortened(fmt::format("{} {}", r + 1, shown.role(r)), ui.em(kRoleWidth)).c_str());
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", shown.role(r).c_str());
    for (int c = 0; c <= r; ++c) {
      ImGui::TableNextColumn();
      draw_cell(ui, state, shown, r, c, most);
    }
  }
  ImGui::EndTable();
  if (is_revealed) ImGui::SetScrollHereY();  // of the panel; the table scrolls sideways alone
}

std::string errand_words(const ShownEncounters& shown, int role, int errand) {
  const Role& of = shown.programme.roles[at(role)];
  if (errand < 0) return of.name;
  return of.name + ": " + of.errands[at(errand)].id;
}

std::string part_words(const ShownEncounters& shown, const Contributor& part, Lang lang) {
  if (part.session >= 0) {
    const GroupSession& session = shown.programme.sessions[at(part.session)];
    return fmt::format("{}: {} – {}", session.name.empty() ? session.id : session.name,
                       shown.role(part.role_a), shown.role(part.role_b));
  }
  return errand_words(shown, part.role_a, part.errand_a) + " – " +
         errand_words(shown, part.role_b, part.errand_b) +
         (part.is_passing ? Text{", in het voorbijgaan", ", in passing"}
                          : Text{", bij verblijf", ", while staying"})
             .in(lang);
}

// A bar for each hour of the day, and the same in words.
void draw_hours(Ui& ui, const std::array<double, 24>& of_hour) {
  const double most = *std::max_element(of_hour.begin(), of_hour.end());
  if (most <= 0) return;
  paragraph(ui, ui.t({"Uren van de dag", "Hours of the day"}), true);
  const float width = ImGui::GetContentRegionAvail().x, height = ui.em(4), step = width / 24;
  const ImVec2 low = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float foot = low.y + height;
  for (int hour = 0; hour < 24; ++hour) {
    const float x = low.x + step * static_cast<float>(hour);
    const float tall = height * static_cast<float>(of_hour[at(hour)] / most);
    list.AddRectFilled({x + 1, foot - tall}, {x + step - 1, foot}, colour(ui.palette().accent));
  }
  const ImU32 ink = colour(ui.palette().ink);
  list.AddLine({low.x, foot}, {low.x + width, foot}, ink);
  for (int hour = 0; hour <= 24; hour += 6) {
    const std::string words = std::to_string(hour);
    const float wide = ImGui::CalcTextSize(words.c_str()).x;
    const float x = low.x + step * static_cast<float>(hour);
    list.AddLine({x, foot}, {x, foot + 4 * ui.scale}, ink);
    list.AddText({std::clamp(x - wide / 2, low.x, low.x + width - wide), foot + 4 * ui.scale}, ink,
                 words.c_str());
  }
  ImGui::Dummy({width, height + ImGui::GetTextLineHeight() + 4 * ui.scale});
  ui.mark("hours");
  std::vector<int> hours;
  for (int hour = 0; hour < 24; ++hour) hours.push_back(hour);
  std::stable_sort(hours.begin(), hours.end(),
                   [&](int a, int b) { return of_hour[at(a)] > of_hour[at(b)]; });
  std::string words;
  for (std::size_t i = 0; i < 3 && of_hour[at(hours[i])] > 0; ++i) {
    words += (words.empty() ? "" : ", ") +
             fmt::format(fmt::runtime(ui.t({"{}–{} uur {}", "{}:00–{}:00 {}"})), hours[i],
                         hours[i] + 1, percent(of_hour[at(hours[i])], ui.lang));
  }
  paragraph(ui, ui.t({"Het meest: ", "Most: "}) + words);
}

// Which of the encounters are asked for: the chosen pair of roles, in the chosen space.
WhichEncounters which_of(const UiState& state, const ShownEncounters& shown) {
  WhichEncounters which;
  which.role_a = shown.programme.role_index(state.encounter.role_a);
  which.role_b = shown.programme.role_index(state.encounter.role_b);
  if (state.selection.size() != 1) return which;
  for (const PlaceMeetings& place : shown.found.places) {
    if (shown.object(place.storey, place.space) != *state.selection.begin()) continue;
    which.storey = place.storey;
    which.space = place.space;
  }
  return which;
}

bool are_same(const WhichEncounters& a, const WhichEncounters& b) {
  return a.role_a == b.role_a && a.role_b == b.role_b && a.storey == b.storey && a.space == b.space;
}

const Contributions& taken_apart(UiState& state, const ShownEncounters& shown,
                                 const WhichEncounters& which) {
  EncounterChoice::TakenApart& kept = state.encounter.taken_apart;
  if (kept.of != shown.result.formula || !are_same(kept.which, which)) {
    kept = {shown.result.formula, which,
            contributions(*shown.result.model, *shown.result.stays, *shown.result.passings, which)};
  }
  return kept.found;
}

void draw_pair_facts(Ui& ui, const ShownEncounters& shown, const RolePair& pair) {
  const auto line = [&](const Text& what, const std::string& value) {
    paragraph(ui, std::string(ui.t(what)) + ": " + value);
  };
  line({"Ontmoetingen per paar en week", "Encounters per pair and week"},
       fmt::format(
           fmt::runtime(ui.t({"{}, waarvan {} in het voorbijgaan", "{}, of which {} in passing"})),
           amount(pair.per_week.value, ui.lang), amount(pair.passing_per_week, ui.lang)));
  line({"Samen op een plek", "Together in a place"},
       amount(pair.minutes_per_week, ui.lang) + ui.t({" min per week", " min a week"}));
  line({fmt::format("Kans op {} of meer dagen in {} dagen, k = 0,2 / 1 / ∞",
                    shown.result.model->times, format_short(pair.days, 0, Lang::Nl)),
        fmt::format("Chance of {} or more days in {} days, k = 0.2 / 1 / ∞",
                    shown.result.model->times, format_short(pair.days, 0, Lang::En))},
       fmt::format("{} / {} / {}", percent(pair.repeated_stop[0], ui.lang),
                   percent(pair.repeated_stop[1], ui.lang),
                   percent(pair.repeated_stop[2], ui.lang)));
  line({"Mensenparen", "Pairs of people"},
       fmt::format("{}, {}", format_number(pair.pairs, 0, ui.lang),
                   ui.t(words_of(shown.wish(pair)))));
}

void draw_place_facts(Ui& ui, const ShownEncounters& shown, const WhichEncounters& which) {
  for (const PlaceMeetings& place : shown.found.places) {
    if (place.storey != which.storey || place.space != which.space) continue;
    const auto line = [&](const Text& what, const std::string& value) {
      paragraph(ui, std::string(ui.t(what)) + ": " + value);
    };
    line({"Verschillende paren per week", "Different pairs a week"},
         amount(place.distinct_pairs, ui.lang));
    line({"Ontmoetingen per week", "Encounters a week"},
         fmt::format(fmt::runtime(ui.t({"{} bij verblijf, {} in het voorbijgaan",
                                        "{} while staying, {} in passing"})),
                     amount(place.encounters.value, ui.lang), amount(place.passings, ui.lang)));
    line({"Minuten samen per week", "Minutes together a week"}, amount(place.minutes, ui.lang));
    line({"Mensen op het drukst", "People at the peak"}, amount(place.peak, ui.lang));
    line({"Kan men er blijven staan of zitten", "Can one stop or sit there"},
         place.can_stop ? ui.t({"ja", "yes"}) : ui.t({"nee", "no"}));
  }
}

void draw_contributors(Ui& ui, const Workspace& workspace, UiState& state,
                       const ShownEncounters& shown, const WhichEncounters& which) {
  const Contributions& found = taken_apart(state, shown, which);
  double whole = 0;
  for (const Contributor& part : found.parts) whole += part.per_week;
  paragraph(ui,
            ui.t({"Wat er het meest aan bijdraagt, alle paren samen",
                  "What contributes most, all pairs together"}),
            true);
  if (whole <= 0) {
    paragraph(ui, ui.t({"Hier treft volgens het model niemand elkaar.",
                        "In the model nobody meets here."}));
    return;
  }
  for (std::size_t i = 0; i < found.parts.size() && i < kParts; ++i) {
    const Contributor& part = found.parts[i];
    ImGui::PushID(static_cast<int>(i));
    const std::string words =
        fmt::format(fmt::runtime(ui.t({"{}: {} per week ({})", "{}: {} a week ({})"})),
                    shown.place(part.storey, part.space, ui.lang), amount(part.per_week, ui.lang),
                    percent(part.per_week / whole, ui.lang));
    if (wrapped_entry(ui, fmt::format("part:{}", i), words, false)) {
      go_to(state, workspace, shown, part.storey, part.space);
    }
    ImGui::Indent(ui.em(1));
    paragraph(ui, part_words(shown, part, ui.lang), true);
    ImGui::Unindent(ui.em(1));
    ImGui::PopID();
  }
  if (found.parts.size() > kParts) {
    double rest = whole;
    for (std::size_t i = 0; i < kParts; ++i) rest -= found.parts[i].per_week;
    paragraph(
        ui,
        fmt::format(fmt::runtime(ui.t({"en {} kleinere, samen {}", "and {} smaller, together {}"})),
                    found.parts.size() - kParts, percent(rest / whole, ui.lang)),
        true);
  }
  draw_hours(ui, found.of_hour);
}

}  // namespace

void draw_role_pairs(Ui& ui, const Workspace& workspace, UiState& state,
                     const ShownEncounters& shown) {
  EncounterChoice& choice = state.encounter;
  heading(ui, {"Wie met wie", "Who with whom"});
  choose(ui, "pairs-figure", {"Per paar mensen", "Per pair of people"}, choice.figure,
         {ui.t({"verwachte ontmoetingen per week", "expected encounters a week"}),
          ui.t({"kans op herhaald treffen, k = 0,2 (zeer ongelijk)",
                "chance of repeated meeting, k = 0.2 (very uneven)"}),
          ui.t({"kans op herhaald treffen, k = 1", "chance of repeated meeting, k = 1"}),
          ui.t({"kans op herhaald treffen, k = ∞ (gelijk)",
                "chance of repeated meeting, k = ∞ (even)"})});
  const bool is_next = ImGui::IsItemFocused();
  if (choice.figure > 0) {
    paragraph(
        ui,
        ui.t({"Waar men kan blijven staan of zitten, binnen de dagen die bij zorg of werk "
              "horen. Niemand weet hoe ongelijk ontmoetingen verdeeld zijn: vandaar drie k's.",
              "Where one can stop or sit, within the days that go with care or work. Nobody "
              "knows how unevenly encounters are spread: hence three k's."}),
        true);
  }
  draw_matrix(ui, state, shown, is_next);
  paragraph(ui,
            ui.t({"+ gewenst, − ongewenst. Kies een vak voor wat eraan bijdraagt.",
                  "+ wanted, − unwanted. Choose a cell for what contributes to it."}),
            true);
  const WhichEncounters which = which_of(state, shown);
  const bool has_pair = which.role_a >= 0 && which.role_b >= 0;
  std::string title = has_pair ? shown.role(which.role_a) + " – " + shown.role(which.role_b)
                               : ui.t({"Alle rollen", "All roles"});
  title += which.space >= 0 || which.storey >= 0
               ? ", " + shown.place(which.storey, which.space, ui.lang)
               : std::string(ui.t({", hele gebouw", ", whole building"}));
  heading(ui, {title, title});
  ui.mark("taken-apart");
  if (has_pair && button(ui, "pair-all", {"Alle rollen", "All roles"})) {
    choice.role_a.clear();
    choice.role_b.clear();
  }
  if (which.storey >= 0) {
    if (has_pair) ImGui::SameLine();
    if (button(ui, "place-all", {"Hele gebouw", "Whole building"})) state.selection.clear();
  }
  if (has_pair) {
    if (const RolePair* pair = pair_of(shown, which.role_a, which.role_b)) {
      draw_pair_facts(ui, shown, *pair);
    }
  }
  if (which.storey >= 0) draw_place_facts(ui, shown, which);
  draw_contributors(ui, workspace, state, shown, which);
}

}  // namespace trefpunt
