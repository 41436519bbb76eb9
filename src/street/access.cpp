// SPDX-License-Identifier: GPL-3.0-or-later
#include "street/access.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "street/hill.h"

namespace trefpunt {

namespace {

constexpr double kWorst = 0.2;

// The places of one row of the result.
std::vector<int> members(const Wijk& wijk, std::optional<PlaceCategory> category) {
  std::vector<int> found;
  for (std::size_t p = 0; p < wijk.places->size(); ++p) {
    const WijkPlace& place = (*wijk.places)[p];
    if (category ? place.category == *category : is_meeting_place(place)) {
      found.push_back(static_cast<int>(p));
    }
  }
  return found;
}

void find_nearest(const AccessInput& input, const std::vector<int>& places, CategoryAccess& row) {
  std::vector<Start> starts;
  std::vector<int> place_of;
  for (const int p : places) {
    if (!input.places[p]) {
      row.places_not_joined.push_back(p);
      continue;
    }
    starts.push_back({*input.places[p], 0});
    place_of.push_back(p);
  }
  const Nearest field = nearest_start(input.network, starts, kUnreached);
  std::vector<std::vector<int>> on_link(input.network.links.size());
  for (std::size_t s = 0; s < starts.size(); ++s) {
    on_link[starts[s].at.link].push_back(static_cast<int>(s));
  }
  for (std::size_t h = 0; h < input.homes.size(); ++h) {
    if (!input.homes[h]) continue;
    const Foothold& home = *input.homes[h];
    const StreetLink& link = input.network.links[home.link];
    const auto offer = [&](double distance, int start) {
      if (start < 0 || distance >= row.distance[h]) return;
      row.distance[h] = distance;
      row.nearest[h] = place_of[start];
    };
    offer(home.away + home.along + field.distance[link.from], field.start[link.from]);
    offer(home.away + std::max(0.0, link.length - home.along) + field.distance[link.to],
          field.start[link.to]);
    for (const int s : on_link[home.link]) {
      offer(home.away + starts[s].at.away + std::abs(starts[s].at.along - home.along), s);
    }
  }
}

// What lies within the distance of each home, seen from one place.
struct Seen {
  int home;
  double distance;
};

std::vector<Seen> homes_within(const AccessInput& input, const Foothold& place, double distance) {
  const std::vector<Start> starts = {{place, 0}};
  const std::vector<double> field = distances_from(input.network, starts, distance);
  std::vector<Seen> seen;
  for (std::size_t h = 0; h < input.homes.size(); ++h) {
    if (!input.homes[h]) continue;
    const double d = distance_to(input.network, *input.homes[h], starts, field);
    if (d <= distance) seen.push_back({static_cast<int>(h), d});
  }
  return seen;
}

AccessCell cell_of(const CategoryAccess& row, const std::vector<std::optional<double>>& people,
                   const std::vector<int>& homes, double distance) {
  AccessCell cell;
  double within = 0, metres = 0, with_way = 0;
  std::vector<std::pair<double, double>> all;
  for (const int h : homes) {
    if (!people[h]) {
      ++cell.homes_unknown;
      continue;
    }
    const double weight = *people[h], d = row.distance[h];
    cell.people += weight;
    all.emplace_back(d, weight);
    if (d <= distance) within += weight;
    if (std::isinf(d)) {
      cell.no_way += weight;
    } else {
      metres += weight * d;
      with_way += weight;
    }
  }
  if (cell.people > 0) cell.share_within = within / cell.people;
  if (with_way > 0) cell.mean = metres / with_way;
  cell.worst_fifth = mean_of_worst(std::move(all), kWorst);
  return cell;
}

}  // namespace

const std::optional<AccessCell>& CategoryAccess::whole(HomeGroup group) const {
  return cells[static_cast<std::size_t>(group)].back();
}

std::optional<double> mean_of_worst(std::vector<std::pair<double, double>> values, double share) {
  double all = 0;
  for (const auto& [value, weight] : values) all += weight;
  if (all <= 0) return std::nullopt;
  std::sort(values.begin(), values.end(),
            [](const auto& a, const auto& b) { return a.first > b.first; });
  const double wanted = share * all;
  double taken = 0, sum = 0;
  for (const auto& [value, weight] : values) {
    const double part = std::min(weight, wanted - taken);
    if (part <= 0) continue;
    if (std::isinf(value)) return std::nullopt;
    sum += part * value;
    taken += part;
  }
  return sum / taken;
}

Result<WijkAccess> wijk_access(const AccessInput& input, double distance, Job& job) {
  const Wijk& wijk = input.wijk;
  TP_CHECK(wijk.homes && wijk.places && input.homes.size() == wijk.homes->size() &&
           input.places.size() == wijk.places->size());
  const Error stopped{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
  const std::size_t homes = wijk.homes->size();
  WijkAccess access;
  access.distance = distance;
  std::vector<std::vector<int>> homes_of;  // per area and last all: the homes that are joined
  if (wijk.areas) {
    for (std::size_t a = 0; a < wijk.areas->size(); ++a) {
      if ((*wijk.areas)[a].level != AreaLevel::Buurt) continue;
      access.areas.push_back(static_cast<int>(a));
      homes_of.emplace_back();
      for (std::size_t h = 0; h < homes; ++h) {
        if (input.homes[h] && input.buurt_of_home[h] == static_cast<int>(a)) {
          homes_of.back().push_back(static_cast<int>(h));
        }
      }
    }
  }
  homes_of.emplace_back();
  for (std::size_t h = 0; h < homes; ++h) {
    (input.homes[h] ? homes_of.back() : access.not_joined).push_back(static_cast<int>(h));
  }
  std::vector<std::vector<std::optional<double>>> people;
  for (const HomeGroup group : all_home_groups()) {
    people.push_back(people_at_homes(wijk, input.buurt_of_home, group));
  }
  std::vector<std::optional<std::vector<Seen>>> seen_from(wijk.places->size());

  std::vector<std::optional<PlaceCategory>> wanted = {std::nullopt};
  std::set<PlaceCategory> present;
  for (const WijkPlace& place : *wijk.places) present.insert(place.category);
  wanted.insert(wanted.end(), present.begin(), present.end());
  for (std::size_t c = 0; c < wanted.size(); ++c) {
    CategoryAccess row;
    row.category = wanted[c];
    row.distance.assign(homes, kUnreached);
    row.nearest.assign(homes, -1);
    row.within.assign(homes, 0);
    row.gravity.assign(homes, 0);
    const std::vector<int> places = members(wijk, wanted[c]);
    row.places = static_cast<int>(places.size());
    find_nearest(input, places, row);
    for (const int p : places) {
      if (!input.places[p]) continue;
      if (job.stopped()) return stopped;
      if (!seen_from[p]) seen_from[p] = homes_within(input, *input.places[p], distance);
      for (const Seen& seen : *seen_from[p]) {
        ++row.within[seen.home];
        row.gravity[seen.home] += clipped_decay(seen.distance, distance);
      }
    }
    for (const int h : homes_of.back()) {
      if (row.distance[h] > distance) row.left_out.push_back(h);
    }
    for (const auto& own : people) {
      std::vector<std::optional<AccessCell>>& cells = row.cells.emplace_back();
      for (const std::vector<int>& area : homes_of) {
        const AccessCell cell = cell_of(row, own, area, distance);
        cells.push_back(cell.people > 0 ? std::optional(cell) : std::nullopt);
      }
    }
    access.categories.push_back(std::move(row));
    if (!job.step(static_cast<int>(c) + 1, static_cast<int>(wanted.size()))) return stopped;
  }
  return access;
}

std::size_t memory_of(const WijkAccess& access) {
  std::size_t bytes = sizeof(access) + access.not_joined.capacity() * sizeof(int);
  for (const CategoryAccess& row : access.categories) {
    bytes += sizeof(row) + row.distance.capacity() * (2 * sizeof(double) + 3 * sizeof(int));
    for (const auto& cells : row.cells) {
      bytes += cells.capacity() * sizeof(std::optional<AccessCell>);
    }
  }
  return bytes;
}

}  // namespace trefpunt
