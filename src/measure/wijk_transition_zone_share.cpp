// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "geom/segment_grid.h"
#include "measure/wijk_list.h"
#include "measure/wijk_parts.h"
#include "street/open_ground.h"

namespace trefpunt {

namespace {

constexpr double kLook = 15;       // m from the facade to the first public ground
constexpr double kZoneStep = 2;    // m between samples, at most
constexpr double kOutside = 1e-3;  // m, just off the facade

// Metres of front, by what lies between it and the street.
struct Front {
  double zone = 0, all = 0;
};

// What is around one building.
struct Around {
  std::vector<Segment> public_edges, walls;
  std::vector<const OpenSpace*> public_ground;
};

// Metres from the facade straight out to public ground; empty: none within kLook, or a building
// stands before it.
std::optional<double> depth_before(Point at, Point out, const Around& around) {
  const Segment ray{at + kOutside * out, at + kLook * out};
  for (const OpenSpace* space : around.public_ground) {
    if (contains(space->polygon, ray.a)) return 0;
  }
  double first = 2;
  for (const Segment& edge : around.public_edges) {
    if (const auto t = meets(ray, edge)) first = std::min(first, *t);
  }
  if (first > 1) return std::nullopt;
  for (const Segment& wall : around.walls) {
    const auto t = meets(ray, wall);
    if (t && *t < first) return std::nullopt;
  }
  return first * (kLook - kOutside) + kOutside;
}

Front front_of(const Footprint& footprint, const Around& around, double wanted) {
  Front front;
  Ring ring = footprint.polygon.outer;
  if (signed_area(ring) < 0) std::reverse(ring.begin(), ring.end());
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point a = ring[i], along = ring[(i + 1) % ring.size()] - a;
    const double metres = length(along);
    if (metres <= 0) continue;
    const Point out{along.y / metres, -along.x / metres};
    const int samples = std::max(1, static_cast<int>(std::ceil(metres / kZoneStep)));
    for (int k = 0; k < samples; ++k) {
      const auto depth = depth_before(a + ((k + 0.5) / samples) * along, out, around);
      if (!depth) continue;
      front.all += metres / samples;
      if (*depth >= wanted - 1e-6) front.zone += metres / samples;
    }
  }
  return front;
}

struct Fronts {
  Front known, perhaps;  // of buildings that are homes, and of which that is not known
  Value share() const {
    const double least = known.all + perhaps.all - perhaps.zone;
    const double most = known.all + perhaps.zone;
    if (known.all + perhaps.all <= 0) {
      return NotComputed{{"Er is geen gevel van een woning aan openbare grond ingetekend.",
                          "No front of a home on public ground is drawn."}};
    }
    const Text not_known{"Van gebouwen is niet bekend of er beneden wordt gewoond.",
                         "It is not known of buildings whether people live on the ground floor."};
    const double low = least > 0 ? known.zone / least : 1;
    const double high = most > 0 ? (known.zone + perhaps.zone) / most : 0;
    return between(std::min(low, high), std::max(low, high), not_known);
  }
};

Result<Outcome> evaluate_transition_zone_share(const WijkScene& scene, Job& job, Outcome outcome) {
  const Wijk& wijk = scene.wijk();
  std::vector<OwnedSegment> edges, walls;
  for (std::size_t s = 0; s < wijk.open_spaces->size(); ++s) {
    const OpenSpace& space = (*wijk.open_spaces)[s];
    if (is_public(space) == true) add_edges(space.polygon, static_cast<int>(s), edges);
  }
  for (std::size_t f = 0; f < wijk.footprints->size(); ++f) {
    add_edges((*wijk.footprints)[f].polygon, static_cast<int>(f), walls);
  }
  const SegmentGrid public_grid(std::move(edges)), wall_grid(std::move(walls));
  std::vector<std::pair<Box, const OpenSpace*>> public_ground;
  for (const OpenSpace& space : *wijk.open_spaces) {
    if (is_public(space) == true) public_ground.emplace_back(box_of(space.polygon.outer), &space);
  }
  Fronts whole;
  std::map<int, Fronts> per_buurt;
  const double wanted = scene.parameter("depth");
  for (const Footprint& footprint : *wijk.footprints) {
    if (job.stopped()) return stopped();
    if (footprint.is_residential == false) continue;
    const Box box = box_of(footprint.polygon.outer).grown(kLook);
    Around around;
    for (const int e : public_grid.in(box)) around.public_edges.push_back(public_grid[e].segment);
    for (const int w : wall_grid.in(box)) around.walls.push_back(wall_grid[w].segment);
    for (const auto& [own, space] : public_ground) {
      if (own.low.x < box.high.x && box.low.x < own.high.x && own.low.y < box.high.y &&
          box.low.y < own.high.y) {
        around.public_ground.push_back(space);
      }
    }
    const Front front = front_of(footprint, around, wanted);
    const auto add = [&](Fronts& fronts) {
      Front& to = footprint.is_residential ? fronts.known : fronts.perhaps;
      to.all += front.all;
      to.zone += front.zone;
    };
    add(whole);
    const Point middle = centroid(footprint.polygon.outer);
    for (std::size_t a = 0; wijk.areas && a < wijk.areas->size(); ++a) {
      const StatisticalArea& area = (*wijk.areas)[a];
      if (area.level != AreaLevel::Buurt || !contains(area, middle)) continue;
      add(per_buurt[static_cast<int>(a)]);
      break;
    }
    if (front.all > 0 && front.zone < front.all / 2 && footprint.is_residential) {
      outcome.places.push_back(place_at(to_string(footprint.id), middle));
    }
  }
  outcome.headline = whole.share();
  outcome.secondary["front"] = whole.known.all + whole.perhaps.all;
  add_buurt_rows(scene, outcome, [&](int a) { return per_buurt[a].share(); });
  outcome.assumptions.push_back(
      {"Wat tussen de gevel en de eerste openbare grond ligt, telt als strook bij het huis.",
       "What lies between the front and the first public ground counts as a strip of the home."});
  return outcome;
}

}  // namespace

const WijkMeasure& transition_zone_share() {
  static const WijkMeasureOf measure(
      {"transition_zone_share",
       1,
       {"Zachte rand tussen huis en straat", "Soft edge between home and street"},
       {"deel van de gevel (0-1)", "share of the front (0-1)"},
       2,
       {"Lengte van woninggevels aan openbare grond met een strook van genoeg diepte ervoor, "
        "gedeeld door de lengte van al die gevels.",
        "Length of fronts of homes on public ground with a strip of enough depth before them, over "
        "the length of all those fronts."},
       {{"depth",
         {"m", "m"},
         1.25,
         {"De stoep was vanouds ongeveer 1,25 m diep; geen norm.",
          "The stoep was about 1.25 m deep of old; not a norm."},
         {"Diepte van de strook, minstens", "Depth of the strip, at least"},
         0,
         kLook}},
       {{"front",
         {"Woninggevels aan openbare grond", "Fronts of homes on public ground"},
         {"m", "m"}}},
       {"buurt", "buurt"},
       {"deel van de gevel (0-1)", "share of the front (0-1)"}},
      {kFootprints, kOpenSpaces}, evaluate_transition_zone_share);
  return measure;
}

}  // namespace trefpunt
