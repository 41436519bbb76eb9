// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/wijk_copresence.h"

#include <algorithm>

namespace trefpunt {

namespace {

// The sum over ordered pairs of people of different dwellings of u of the one times v of the other,
// for each column: all of u times all of v, less what is within a dwelling.
class PairSums {
 public:
  explicit PairSums(int columns)
      : u_(columns, 0),
        v_(columns, 0),
        at_home_(columns, 0),
        home_u_(columns, 0),
        home_v_(columns, 0) {}

  void add(int column, double u, double v) {
    if (home_u_[column] == 0 && home_v_[column] == 0) touched_.push_back(column);
    home_u_[column] += u;
    home_v_[column] += v;
  }
  void end_home(double dwellings) {
    for (const int column : touched_) {
      u_[column] += home_u_[column];
      v_[column] += home_v_[column];
      at_home_[column] += home_u_[column] * home_v_[column] / dwellings;
      home_u_[column] = home_v_[column] = 0;
    }
    touched_.clear();
  }
  double of(int column) const { return u_[column] * v_[column] - at_home_[column]; }
  double all(int column) const { return u_[column]; }

 private:
  std::vector<double> u_, v_, at_home_, home_u_, home_v_;
  std::vector<int> touched_;
};

CoPresence empty_of(int count, int groups) {
  CoPresence made;
  made.walks.assign(count, 0);
  made.encounters.assign(count, 0);
  made.of_group.assign(static_cast<std::size_t>(count) * groups, 0);
  return made;
}

}  // namespace

MeetingWeights meeting_weights(const WijkEncounterInput& input) {
  const WijkAssumptions& assumptions = input.assumptions;
  MeetingWeights weights;
  weights.passing = assumptions.towards.value / (3600 * assumptions.hours_per_week.value);
  weights.bench = assumptions.opportunity.value * 2 * assumptions.bench_minutes.value /
                  (60 * assumptions.hours_per_week.value);
  for (const WijkDestination& place : input.places) {
    weights.place.push_back(assumptions.opportunity.value / (60 * place.hours));
  }
  for (const WijkGroup& group : assumptions.groups) weights.pace.push_back(1 / group.speed.value);
  return weights;
}

WijkCoPresence wijk_copresence(const WijkEncounterInput& input, const WijkFlows& flows) {
  const MeetingWeights weights = meeting_weights(input);
  const int groups = static_cast<int>(input.assumptions.groups.size());
  const StreetStretches& stretches = flows.stretches;
  const int pieces = stretches.pieces(), links = static_cast<int>(input.network->links.size());
  const int benches = flows.benches, places = flows.places;
  WijkCoPresence found{empty_of(links, groups), empty_of(benches, groups),
                       empty_of(places, groups)};
  std::vector<int> link_of_piece(pieces);
  for (int l = 0; l < links; ++l) {
    for (int p = stretches.first_piece[l]; p < stretches.first_piece[l + 1]; ++p) {
      link_of_piece[p] = l;
    }
  }
  PairSums walks(pieces + stretches.count()), stays(benches + places);
  for (std::size_t r = 0; r < flows.rows.size(); ++r) {
    const WalkRow& row = flows.rows[r];
    for (std::size_t i = flows.walks.first[r]; i < flows.walks.first[r + 1]; ++i) {
      const int column = flows.walks.column[i];
      const double u = row.people * flows.walks.value[i];
      walks.add(column, u, u * weights.pace[row.group]);
      if (column >= pieces) continue;
      const int link = link_of_piece[column];
      found.streets.of_group[link * groups + row.group] +=
          u * stretches.length_of_piece[column] / input.network->links[link].length;
    }
    for (std::size_t i = flows.stays.first[r]; i < flows.stays.first[r + 1]; ++i) {
      const int column = flows.stays.column[i], place = column - benches;
      const double u = row.people * flows.stays.value[i];
      if (place < 0) {
        stays.add(column, u, u);
        found.benches.of_group[column * groups + row.group] += u;
      } else {
        stays.add(column, u, u * flows.minutes[row.group * places + place]);
        found.places.of_group[place * groups + row.group] += u;
      }
    }
    if (r + 1 < flows.rows.size() && flows.rows[r + 1].home == row.home) continue;
    walks.end_home(input.homes[row.home].dwellings);
    stays.end_home(input.homes[row.home].dwellings);
  }
  for (int l = 0; l < links; ++l) {
    double sum = 0;
    for (int p = stretches.first_piece[l]; p < stretches.first_piece[l + 1]; ++p) {
      sum += stretches.length_of_piece[p] * walks.of(p);
    }
    for (int s = stretches.first[l]; s < stretches.first[l + 1]; ++s) {
      sum += stretches.length[s] * walks.of(pieces + s);
    }
    found.streets.encounters[l] = std::max(0.0, weights.passing * sum);
    for (int g = 0; g < groups; ++g) {
      found.streets.walks[l] += found.streets.of_group[l * groups + g];
    }
  }
  for (int b = 0; b < benches; ++b) {
    found.benches.walks[b] = stays.all(b);
    found.benches.encounters[b] = std::max(0.0, weights.bench * stays.of(b) / 2);
  }
  for (int z = 0; z < places; ++z) {
    found.places.walks[z] = stays.all(benches + z);
    found.places.encounters[z] = std::max(0.0, weights.place[z] * stays.of(benches + z));
  }
  return found;
}

}  // namespace trefpunt
