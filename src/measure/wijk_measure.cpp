// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/wijk_measure.h"

#include "measure/wijk_list.h"

namespace trefpunt {

namespace {

template <typename Thing>
std::vector<std::optional<Foothold>> join(const FootholdFinder& finder,
                                          const WijkLayer<Thing>& layer) {
  std::vector<std::optional<Foothold>> found;
  if (!layer) return found;
  for (const Thing& thing : *layer) found.push_back(finder.find(thing.at, kFootholdReach));
  return found;
}

std::vector<int> buurten_of(const Wijk& wijk) {
  std::vector<int> found(wijk.homes->size(), -1);
  if (!wijk.areas) return found;
  for (std::size_t a = 0; a < wijk.areas->size(); ++a) {
    const StatisticalArea& area = (*wijk.areas)[a];
    if (area.level != AreaLevel::Buurt || area.is_water) continue;
    Box box;
    for (const Polygon& part : area.parts) box.add(box_of(part.outer));
    for (std::size_t h = 0; h < found.size(); ++h) {
      const Point at = (*wijk.homes)[h].at;
      if (found[h] < 0 && box.contains(at) && contains(area, at)) found[h] = static_cast<int>(a);
    }
  }
  return found;
}

}  // namespace

double WijkScene::parameter(const std::string& id) const {
  const auto found = parameters.find(id);
  TP_CHECK(found != parameters.end());
  return found->second;
}

const std::vector<const WijkMeasure*>& wijk_measures() {
  static const std::vector<const WijkMeasure*> list = {
      &reach_500(),
      &wijk_step_free_share(),
      &place_type_diversity(),
      &shared_space_share(),
      &facility_with_seat_share(),
      &people_space_share(),
      &appropriable_area(),
      &wijk_activity_space(),
      &free_stay_share(),
      &multi_use_share(),
      &shared_route_stops(),
      &transition_zone_share(),
      &wijk_edge_seat_share(),
      &centre_m2_per_1000(),
      &max_bench_gap(),
      &green_300(),
      &stop_distance(),
      &wijk_toilet_distance(),
      &stay_ground(),
      &population_context(),
      &loneliness_context(),
  };
  return list;
}

const WijkMeasure* find_wijk_measure(const std::string& id) {
  for (const WijkMeasure* measure : wijk_measures()) {
    if (measure->info().id == id) return measure;
  }
  return nullptr;
}

WijkGround make_wijk_ground(std::shared_ptr<const Wijk> wijk,
                            std::shared_ptr<const StreetNetwork> network) {
  WijkGround ground;
  if (network) {
    const FootholdFinder finder(*network);
    ground.homes = join(finder, wijk->homes);
    ground.places = join(finder, wijk->places);
    ground.furnishings = join(finder, wijk->furnishings);
  } else {  // nothing is joined to streets that are not there
    if (wijk->homes) ground.homes.resize(wijk->homes->size());
    if (wijk->places) ground.places.resize(wijk->places->size());
    if (wijk->furnishings) ground.furnishings.resize(wijk->furnishings->size());
  }
  if (wijk->homes) ground.buurt_of_home = buurten_of(*wijk);
  ground.wijk = std::move(wijk);
  ground.network = std::move(network);
  return ground;
}

}  // namespace trefpunt
