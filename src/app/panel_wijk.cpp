// SPDX-License-Identifier: GPL-3.0-or-later
// The wijk in numbers: what there is, who reaches what, where people meet most.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "app/panels.h"
#include "app/wijk_objects.h"
#include "app/wijk_view.h"
#include "report/report_model.h"
#include "street/access.h"

namespace trefpunt {

namespace {

constexpr ImGuiTableFlags kWijkTable =
    ImGuiTableFlags_RowBg | ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingStretchProp;

void draw_counts(Ui& ui, const Wijk& wijk, const WijkResult* result) {
  heading(ui, {"Wat er is", "What there is"});
  const auto row = [&](const Text& what, const auto& layer) {
    fact(ui, what,
         layer ? format_number(static_cast<double>(layer->size()), 0, ui.lang)
               : std::string(ui.t({"geen gegevens", "no data"})));
  };
  row({"Straten en paden", "Streets and paths"}, wijk.streets);
  if (result && result->ground && result->ground->network) {
    const StreetNetwork& network = *result->ground->network;
    const double metres =
        std::accumulate(network.links.begin(), network.links.end(), 0.0,
                        [](double sum, const StreetLink& link) { return sum + link.length; });
    const Text words{"{} kruispunten, {} stukken straat, {} km", "{} junctions, {} links, {} km"};
    fact(ui, {"Loopnetwerk", "Walking network"},
         fmt::format(fmt::runtime(ui.t(words)), network.junctions.size(), network.links.size(),
                     format_number(metres / 1000, 1, ui.lang)));
    if (network.islands > 1) {
      const Text apart{"Het netwerk bestaat uit {} losse delen.",
                       "The network has {} parts that do not meet."};
      paragraph(ui, fmt::format(fmt::runtime(ui.t(apart)), network.islands));
    }
  }
  if (wijk.homes) {
    const int dwellings =
        std::accumulate(wijk.homes->begin(), wijk.homes->end(), 0,
                        [](int sum, const Home& home) { return sum + home.dwellings; });
    fact(ui, {"Woningen", "Homes"}, format_number(dwellings, 0, ui.lang));
  } else {
    row({"Woningen", "Homes"}, wijk.homes);
  }
  row({"Plekken", "Places"}, wijk.places);
  row({"Banken, haltes en toiletten", "Benches, stops and toilets"}, wijk.furnishings);
  if (!wijk.benches_are_all) {
    paragraph(ui,
              ui.t({"Niemand heeft gezegd dat alle banken op de kaart staan. Waar er geen staat, "
                    "weten we dus niet of er een is.",
                    "Nobody said that all benches are on the map. Where there is none, we do not "
                    "know."}),
              true);
  }
}

void table_cell(const std::string& words) {
  ImGui::TableNextColumn();
  ImGui::TextWrapped("%s", words.c_str());
}

std::string share_words(double share, Lang lang) {
  return format_number(100 * share, 0, lang) + "%";
}

std::string metres(const std::optional<double>& value, Lang lang) {
  return value ? format_number(*value, 0, lang) + " m"
               : Text{"niet te bepalen", "cannot be determined"}.in(lang);
}

Text name_of_access(const CategoryAccess& access) {
  return access.category ? name_of(*access.category)
                         : Text{"een ontmoetingsplek", "a meeting place"};
}

void begin_columns(Ui& ui, const std::vector<Text>& titles) {
  for (std::size_t i = 0; i < titles.size(); ++i) {
    ImGui::TableSetupColumn(ui.t(titles[i]), ImGuiTableColumnFlags_WidthStretch, i == 0 ? 2.0f : 1);
  }
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  for (const Text& title : titles) table_cell(title.in(ui.lang));
}

// By group over the whole wijk, and by buurt for all residents.
void draw_access(Ui& ui, const WijkResult& result, UiState& state) {
  heading(ui, {"Wie kan lopend waarheen", "Who can walk where"});
  if (!result.access || result.access->categories.empty()) {
    return paragraph(ui, ui.t({"Niet te bepalen: hiervoor zijn straten, woningen en plekken nodig.",
                               "Cannot be determined: this needs streets, homes and places."}));
  }
  const WijkAccess& access = *result.access;
  std::vector<std::string> words;
  for (const CategoryAccess& one : access.categories) {
    words.push_back(name_of_access(one).in(ui.lang));
  }
  int& index = state.wijk.access_index;
  index = std::clamp(index, 0, static_cast<int>(words.size()) - 1);
  choose(ui, "access-category", {"Naar", "To"}, index, words);
  const CategoryAccess& chosen = access.categories[static_cast<std::size_t>(index)];
  const std::string within = format_number(access.distance, 0, ui.lang) + " m";
  const Text share{"binnen " + within, "within " + within};
  const Text mean{"gemiddeld", "mean"}, worst{"slechtste vijfde", "worst fifth"};
  const auto cells = [&](const std::string& title, const std::optional<AccessCell>& cell) {
    ImGui::TableNextRow();
    table_cell(title);
    if (!cell || cell->people <= 0) {
      for (int i = 0; i < 3; ++i) table_cell(ui.t({"niet bekend", "not known"}));
      return;
    }
    table_cell(share_words(cell->share_within, ui.lang));
    table_cell(metres(cell->mean, ui.lang));
    table_cell(metres(cell->worst_fifth, ui.lang));
  };
  if (ImGui::BeginTable("access-groups", 4, kWijkTable)) {
    begin_columns(ui, {{"Groep", "Group"}, share, mean, worst});
    for (const HomeGroup group : all_home_groups()) {
      cells(name_of(group).in(ui.lang), chosen.whole(group));
    }
    ImGui::EndTable();
  }
  const auto homes = static_cast<std::size_t>(HomeGroup::Homes);
  if (access.areas.empty() || homes >= chosen.cells.size()) return;
  ImGui::Spacing();
  if (ImGui::BeginTable("access-areas", 4, kWijkTable)) {
    begin_columns(ui, {{"Woningen per buurt", "Homes per buurt"}, share, mean, worst});
    for (std::size_t a = 0; a < access.areas.size() && a < chosen.cells[homes].size(); ++a) {
      const auto area = static_cast<std::size_t>(access.areas[a]);
      cells((*result.ground->wijk->areas)[area].name, chosen.cells[homes][a]);
    }
    ImGui::EndTable();
  }
  const Text left{"{} adressen hebben er geen binnen {}.", "{} addresses have none within {}."};
  paragraph(ui, fmt::format(fmt::runtime(ui.t(left)), chosen.left_out.size(), within));
  if (chosen.category && button(ui, "access-show", {"Op de kaart aangeven", "Mark on the map"})) {
    state.wijk.missing = chosen.category;
    state.wijk.reach = access.distance;
  }
}

}  // namespace

void draw_wijk_numbers(Ui& ui, const Wijk& wijk, const WijkResult* result, bool is_stale,
                       UiState& state) {
  if (is_stale && result) {
    paragraph(ui,
              ui.t({"Dit zijn de uitkomsten van vóór de laatste wijziging.",
                    "These are the results before the last change."}),
              true);
  }
  draw_counts(ui, wijk, result);
  if (!result) {
    return paragraph(ui, ui.t({"Wordt berekend …", "Being computed …"}), true);
  }
  if (is_stale) ImGui::PushStyleColor(ImGuiCol_Text, colour(ui.palette().soft));
  draw_access(ui, *result, state);
  draw_wijk_encounters(ui, *result, state);
  if (is_stale) ImGui::PopStyleColor();
}

Request draw_wijk_panel(Ui& ui, const Workspace& workspace, UiState& state) {
  const std::shared_ptr<const Wijk> wijk = workspace.project().wijk;
  if (!wijk) return {};
  draw_wijk_numbers(ui, *wijk, wijk_result_of(workspace), workspace.is_stale(), state);
  Request request;
  ImGui::Spacing();
  if (button(ui, "wijk-report", {"Rapport maken …", "Make the report …"}))
    request.command = "report";
  return request;
}

}  // namespace trefpunt
