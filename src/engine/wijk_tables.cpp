// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wijk_tables.h"

#include <fmt/format.h>

#include <cmath>

#include "encounter/wijk_encounters.h"
#include "street/open_ground.h"

namespace trefpunt {

namespace {

using Numbers = std::vector<std::optional<double>>;
using Words = std::vector<std::optional<std::string>>;

std::optional<double> finite(double value) {
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::string id_of_category(const CategoryAccess& access) {
  return access.category ? std::string(id_of(*access.category)) : "meeting_place";
}
std::string name_of_category(const CategoryAccess& access) {
  return access.category ? name_of(*access.category).nl : "ontmoetingsplek";
}

// One column per figure of one cell of the access table: empty where it cannot be known.
void add_access(ResultTable& table, const WijkAccess& access, const std::vector<int>& areas) {
  for (const CategoryAccess& category : access.categories) {
    for (const HomeGroup group : all_home_groups()) {
      const auto& cells = category.cells.at(static_cast<std::size_t>(group));
      Numbers share(areas.size()), mean(areas.size()), fifth(areas.size());
      bool is_known = false;
      for (std::size_t row = 0; row < areas.size(); ++row) {
        for (std::size_t a = 0; a < access.areas.size(); ++a) {
          if (access.areas[a] != areas[row] || !cells[a]) continue;
          is_known = true;
          share[row] = cells[a]->share_within;
          mean[row] = cells[a]->mean;
          fifth[row] = cells[a]->worst_fifth;
        }
      }
      if (!is_known) continue;
      const std::string name = fmt::format("{}_{}", id_of_category(category), id_of(group));
      const std::string label =
          fmt::format("{}, {}", name_of_category(category), name_of(group).nl);
      table.columns.push_back(
          {name + "_share", fmt::format("{}: deel binnen {:g} m", label, access.distance), share});
      table.columns.push_back({name + "_mean_m", label + ": gemiddeld (m)", mean});
      table.columns.push_back({name + "_fifth_m", label + ": slechtst bediende 20 % (m)", fifth});
    }
  }
}

std::optional<ResultTable> buurten(const WijkResult& result) {
  const Wijk& wijk = *result.ground->wijk;
  if (!wijk.areas) return std::nullopt;
  std::vector<int> areas;
  ResultTable table;
  table.name = "buurten";
  Words codes, names;
  std::vector<std::vector<Polygon>> shapes;
  for (std::size_t a = 0; a < wijk.areas->size(); ++a) {
    const StatisticalArea& area = (*wijk.areas)[a];
    if (area.level != AreaLevel::Buurt || area.is_water) continue;
    areas.push_back(static_cast<int>(a));
    codes.push_back(area.code);
    names.push_back(area.name);
    shapes.push_back(area.parts);
  }
  if (areas.empty()) return std::nullopt;
  table.shapes = std::move(shapes);
  table.columns = {{"buurtcode", "buurtcode", codes}, {"buurtnaam", "buurtnaam", names}};
  if (result.access) {
    add_access(table, *result.access, areas);
    for (const ResultColumn& column : table.columns) {
      if (column.name == "meeting_place_homes_share") {
        table.styles.push_back({"Ontmoetingsplek op loopafstand", column.name, {}});
      }
    }
  }
  if (wijk.footprints) {
    Numbers gsi, fsi, osr;
    for (const GroundFigures& figures : ground_figures(wijk, areas)) {
      gsi.push_back(finite(figures.gsi));
      fsi.push_back(figures.fsi);
      osr.push_back(figures.osr);
    }
    table.columns.push_back({"gsi", "GSI: bebouwd deel van de grond", gsi});
    table.columns.push_back({"fsi", "FSI: vloer per grond", fsi});
    table.columns.push_back({"osr", "OSR: open grond per vloer", osr});
  }
  for (const auto& [id, outcome] : result.outcomes) {
    Numbers values(areas.size());
    bool is_known = false;
    for (const Row& row : outcome->rows) {
      for (std::size_t i = 0; i < codes.size(); ++i) {
        if (row.object != *codes[i] || !has_number(row.value)) continue;
        values[i] = finite(std::get<double>(row.value));
        is_known = true;
      }
    }
    if (!is_known) continue;
    const WijkMeasure* measure = find_wijk_measure(id);
    table.columns.push_back({id, measure ? measure->info().name.nl : id, values});
  }
  if (table.styles.empty()) table.styles.push_back({"Buurten", "buurtcode", {}});
  return table;
}

std::optional<ResultTable> streets(const WijkResult& result) {
  if (!result.ground->network || !result.streets) return std::nullopt;
  const StreetNetwork& network = *result.ground->network;
  if (network.links.empty()) return std::nullopt;
  ResultTable table;
  table.name = "straten";
  std::vector<Line> shapes;
  Words ids, names;
  for (const StreetLink& link : network.links) {
    const Street& street = (*result.ground->wijk->streets)[static_cast<std::size_t>(link.street)];
    shapes.push_back(link.shape);
    ids.push_back(to_string(street.id));
    names.push_back(street.name.empty() ? std::nullopt : std::optional(street.name));
  }
  table.shapes = std::move(shapes);
  table.columns = {{"straat", "straat", ids}, {"naam", "naam", names}};
  const auto add = [&](const std::string& name, const std::string& label,
                       const std::vector<double>& values) {
    Numbers column;
    for (const double value : values) column.push_back(finite(value));
    table.columns.push_back({name, label, column});
  };
  for (const StreetValues& values : *result.streets) {
    add(fmt::format("harmonic_{:g}", values.radius),
        fmt::format("nabijheid tot {:g} m (1/m)", values.radius),
        mean_of_ends(network, values.harmonic));
    add(fmt::format("betweenness_{:g}", values.radius),
        fmt::format("kortste routes hierlangs, tot {:g} m", values.radius),
        values.link_betweenness);
  }
  table.styles = {{"Kortste routes tot 800 m", "betweenness_800", {}},
                  {"Nabijheid tot 800 m", "harmonic_800", {}}};
  if (result.encounters && result.encounters->streets.size() == network.links.size()) {
    std::vector<double> walks, encounters;
    Numbers bridging;
    for (const StreetMeetings& street : result.encounters->streets) {
      walks.push_back(street.walks);
      encounters.push_back(street.encounters);
      bridging.push_back(street.bridging);
    }
    add("walks_week", "wandelingen per week", walks);
    add("encounters_week", "ontmoetingen per week (model)", encounters);
    table.columns.push_back({"bridging", "menging van groepen (1 = als de wijk)", bridging});
    table.styles.push_back({"Ontmoetingen per week", "encounters_week", {}});
  }
  return table;
}

std::optional<ResultTable> homes(const WijkResult& result) {
  const Wijk& wijk = *result.ground->wijk;
  if (!result.access || !wijk.homes || wijk.homes->empty()) return std::nullopt;
  ResultTable table;
  table.name = "woningen";
  std::vector<Point> shapes;
  Words ids, keys;
  Numbers dwellings;
  for (const Home& home : *wijk.homes) {
    shapes.push_back(home.at);
    ids.push_back(to_string(home.id));
    keys.push_back(home.source_key.empty() ? std::nullopt : std::optional(home.source_key));
    dwellings.push_back(home.dwellings);
  }
  table.shapes = std::move(shapes);
  table.columns = {{"woning", "woning", ids},
                   {"bron", "sleutel in de bron", keys},
                   {"aantal", "woningen", dwellings}};
  for (const CategoryAccess& category : result.access->categories) {
    Numbers distance;
    for (const double d : category.distance) distance.push_back(finite(d));
    table.columns.push_back({id_of_category(category) + "_m",
                             name_of_category(category) + ": loopafstand (m)", distance});
  }
  table.styles = {{"Loopafstand tot een ontmoetingsplek", "meeting_place_m", {}}};
  return table;
}

std::optional<ResultTable> places(const WijkResult& result) {
  const Wijk& wijk = *result.ground->wijk;
  if (!wijk.places || wijk.places->empty()) return std::nullopt;
  ResultTable table;
  table.name = "plekken";
  std::vector<Point> shapes;
  Words ids, names, categories;
  for (const WijkPlace& place : *wijk.places) {
    shapes.push_back(place.at);
    ids.push_back(to_string(place.id));
    names.push_back(place.name.empty() ? std::nullopt : std::optional(place.name));
    categories.push_back(name_of(place.category).nl);
  }
  table.shapes = std::move(shapes);
  table.columns = {{"plek", "plek", ids}, {"naam", "naam", names}, {"soort", "soort", categories}};
  table.styles = {{"Soort plek", "soort", {}}};
  if (result.encounters) {
    Numbers visits(wijk.places->size()), encounters(wijk.places->size());
    for (std::size_t i = 0; i < result.encounters->places.size(); ++i) {
      for (std::size_t p = 0; p < wijk.places->size(); ++p) {
        if ((*wijk.places)[p].id != result.encounters->place_ids[i]) continue;
        visits[p] = finite(result.encounters->places[i].visits);
        encounters[p] = finite(result.encounters->places[i].encounters);
      }
    }
    table.columns.push_back({"visits_week", "bezoeken per week (model)", visits});
    table.columns.push_back({"encounters_week", "ontmoetingen per week (model)", encounters});
  }
  return table;
}

}  // namespace

std::vector<ResultTable> result_tables(const WijkResult& result) {
  std::vector<ResultTable> tables;
  for (auto& table : {buurten(result), streets(result), homes(result), places(result)}) {
    if (table) tables.push_back(*table);
  }
  return tables;
}

}  // namespace trefpunt
