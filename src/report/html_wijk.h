// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/html_parts.h"
#include "report/wijk_map.h"
#include "report/wijk_names.h"
#include "street/open_ground.h"

namespace trefpunt {

// What the sections about the wijk write about.
struct ToldWijk {
  const ReportModel& model;
  const Wijk& wijk;
  const WijkResult& result;
  WijkNames names;
  std::vector<int> buurten;  // by code, never by a value; water left out

  const StatisticalArea& area(int index) const {
    return (*wijk.areas)[static_cast<std::size_t>(index)];
  }
};
// Empty without a wijk.
std::optional<ToldWijk> tell_wijk(const ReportModel& model);

// The parts of the section, each with its own heading; nothing where nothing is known.
void write_wijk_data(Page& page, const ToldWijk& told);
void write_wijk_network(Page& page, const ToldWijk& told);
void write_wijk_access(Page& page, const ToldWijk& told);
void write_wijk_ground(Page& page, const ToldWijk& told);
void write_wijk_meetings(Page& page, const ToldWijk& told);
void write_wijk_places(Page& page, const ToldWijk& told);
void write_wijk_context(Page& page, const ToldWijk& told);
// For the annexes: access per kind of place and buurt.
void write_wijk_access_rows(Page& page, const ToldWijk& told);

// ---- shared by the parts ----

// A map with its finding as caption. The id is unique on the page.
void write_wijk_figure(Page& page, const ToldWijk& told, const std::string& id,
                       WijkMapOptions options);

Html buurt_cell(const ToldWijk& told, int area);  // "De Kometen (BU99010103)"
Html count_cell(const Page& page, double value, int decimals = 0);
Html not_known(const Page& page);  // "niet bekend"
Html share_cell(const Page& page, const std::optional<AccessCell>& cell);
Html fifth_cell(const Page& page, const std::optional<AccessCell>& cell);
Html mean_cell(const Page& page, const std::optional<AccessCell>& cell);

// Dwellings of the homes left out, per index into WijkAccess::areas and last the whole.
std::vector<double> left_out_dwellings(const ToldWijk& told, const CategoryAccess& access);
// "Bij 120 van de 4.354 woningen ligt binnen 500 m lopen geen ontmoetingsplek. ..."
Text left_out_in_words(const ToldWijk& told, const CategoryAccess& access);
WijkMapOptions left_out_map(const ToldWijk& told, const CategoryAccess& access, Lang lang);

// Ground figures per ToldWijk::buurten; empty without the layers they need.
std::vector<GroundFigures> ground_of(const ToldWijk& told);

}  // namespace trefpunt
