// SPDX-License-Identifier: GPL-3.0-or-later
// Who meets whom in a wijk, by formula: where most, and whom one is expected to know by sight.
#include <fmt/format.h>

#include <algorithm>

#include "app/panels.h"
#include "app/wijk_objects.h"
#include "encounter/wijk_encounters.h"
#include "measure/wijk_result.h"

namespace trefpunt {

namespace {

constexpr int kMost = 8;  // of a list of where it is most

struct Busy {
  std::string object;
  double encounters = 0;
};

// A street counts where it is busiest: its links are parts of it.
std::vector<Busy> busy_streets(const WijkEncounters& encounters) {
  std::map<std::string, double> most;
  for (const StreetMeetings& one : encounters.streets) {
    double& value = most[to_string(one.street)];
    value = std::max(value, one.encounters);
  }
  std::vector<Busy> found;
  for (const auto& [object, value] : most) found.push_back({object, value});
  return found;
}

template <typename Ids>
void add_busy(std::vector<Busy>& found, const Ids& ids,
              const std::vector<WijkPlaceMeetings>& meetings) {
  for (std::size_t i = 0; i < ids.size() && i < meetings.size(); ++i) {
    found.push_back({to_string(ids[i]), meetings[i].encounters});
  }
}

void draw_busiest(Ui& ui, UiState& state, const Wijk& wijk, const Text& title,
                  std::vector<Busy> found) {
  std::erase_if(found, [](const Busy& one) { return !(one.encounters > 0); });
  if (found.empty()) return;
  std::stable_sort(found.begin(), found.end(),
                   [](const Busy& a, const Busy& b) { return a.encounters > b.encounters; });
  if (found.size() > kMost) found.resize(kMost);
  paragraph(ui, ui.t(title), true);
  for (const Busy& one : found) {
    const std::string words = format_number(one.encounters, one.encounters < 10 ? 1 : 0, ui.lang) +
                              "   " + name_of_object(wijk, one.object, ui.lang);
    if (!entry(ui, "busy:" + one.object, words, state.selection.contains(one.object))) continue;
    state.selection = {one.object};
    const std::vector<Point> points = points_of_object(wijk, one.object);
    if (!points.empty()) state.camera.centre = points[points.size() / 2];
  }
}

std::string people(double count, Lang lang) {
  return format_number(count, 1, lang);
}

void draw_familiar(Ui& ui, const WijkEncounters& encounters) {
  constexpr ImGuiTableFlags kFamiliarTable = ImGuiTableFlags_RowBg | ImGuiTableFlags_BordersInnerH;
  if (!ImGui::BeginTable("familiar", 3, kFamiliarTable)) return;
  const std::vector<Text> titles = {
      {"Groep", "Group"},
      {"Gemiddeld aantal bekenden van gezicht", "Mean number known by sight"},
      {"Bij de minst bediende vijfde hoogstens", "In the worst-served fifth at most"}};
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  for (const Text& title : titles) {
    ImGui::TableNextColumn();
    ImGui::TextWrapped("%s", ui.t(title));
  }
  for (const WijkGroupMeetings& group : encounters.groups) {
    const FamiliarOthers& familiar = group.familiar;
    ImGui::TableNextRow();
    for (const std::string& words :
         {group.name.in(ui.lang), people(familiar.mean.own + familiar.mean.other, ui.lang),
          people(familiar.fifth, ui.lang)}) {
      ImGui::TableNextColumn();
      ImGui::TextWrapped("%s", words.c_str());
    }
  }
  ImGui::EndTable();
}

}  // namespace

void draw_wijk_encounters(Ui& ui, const WijkResult& result, UiState& state) {
  heading(ui, {"Wie komt wie tegen", "Who meets whom"});
  if (!result.encounters) {
    return paragraph(ui, ui.t({"Niet te bepalen: hiervoor zijn straten, woningen en plekken nodig.",
                               "Cannot be determined: this needs streets, homes and places."}));
  }
  const WijkEncounters& encounters = *result.encounters;
  const Wijk& wijk = *result.ground->wijk;
  paragraph(ui,
            ui.t({"Modelcijfers, verwacht in een week. Alleen verschillen tussen varianten zeggen "
                  "iets.",
                  "Model figures, expected in a week. Only differences between variants say "
                  "something."}),
            true);
  const auto number = [&](double value) { return format_number(value, 0, ui.lang); };
  fact(ui, {"Ontmoetingen onderweg", "Encounters on the way"}, number(encounters.totals.passings));
  fact(ui, {"Ontmoetingen op plekken", "Encounters at places"},
       number(encounters.totals.place_encounters));
  fact(ui, {"Ontmoetingen bij banken", "Encounters at benches"},
       number(encounters.totals.bench_encounters));
  draw_familiar(ui, encounters);
  std::vector<Busy> places;
  add_busy(places, encounters.place_ids, encounters.places);
  add_busy(places, encounters.bench_ids, encounters.benches);
  draw_busiest(ui, state, wijk,
               {"Plekken waar het meest wordt ontmoet", "Places with the most encounters"},
               std::move(places));
  draw_busiest(ui, state, wijk,
               {"Straten waar het meest wordt ontmoet", "Streets with the most encounters"},
               busy_streets(encounters));
  if (ImGui::TreeNode(
          (std::string(ui.t({"Aannames en grenzen", "Assumptions and limits"})) + "###wijk-limits")
              .c_str())) {
    for (const Text& one : encounters.taken) paragraph(ui, "• " + one.in(ui.lang));
    for (const Text& one : encounters.limits) paragraph(ui, "• " + one.in(ui.lang));
    ImGui::TreePop();
  }
  ui.mark("wijk-limits");
}

}  // namespace trefpunt
