// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "geom/segment_grid.h"
#include "measure/wijk_list.h"
#include "measure/wijk_parts.h"

namespace trefpunt {

namespace {

Box box_around(Point p, double reach) {
  Box box;
  box.add(p);
  return box.grown(reach);
}

// Whether no wall stands between; what touches the bench itself is behind it.
bool is_free(Point from, Point to, const SegmentGrid& walls) {
  Box box;
  box.add(from);
  box.add(to);
  for (const int w : walls.in(box)) {
    const auto t = meets({from, to}, walls[w].segment);
    if (t && *t > 1e-6 && *t < 1 - 1e-6) return false;
  }
  return true;
}

struct BenchView {
  bool covered = false, view = false, good = false;
};

BenchView seat_at(Point bench, const SegmentGrid& walls, const SegmentGrid& streets, double back,
                  double view) {
  BenchView seat;
  std::vector<Point> behind, before;
  for (const int w : walls.in(box_around(bench, back))) {
    const Point at = closest(bench, walls[w].segment);
    if (distance(bench, at) <= back) behind.push_back(at);
  }
  for (const int s : streets.in(box_around(bench, view))) {
    const Point at = closest(bench, streets[s].segment);
    if (distance(bench, at) <= view && is_free(bench, at, walls)) before.push_back(at);
  }
  seat.covered = !behind.empty();
  seat.view = !before.empty();
  for (const Point& wall : behind) {
    for (const Point& way : before) {
      if (dot(wall - bench, way - bench) <= 0) seat.good = true;
    }
  }
  return seat;
}

const Text& no_facade() {
  static const Text text{
      "Achter de zitter staat geen gevel; hagen en muurtjes staan niet in de lagen.",
      "There is no facade behind the sitter; hedges and low walls are in no layer."};
  return text;
}

Result<Outcome> evaluate_edge_seat_share(const WijkScene& scene, Job& job, Outcome outcome) {
  const Wijk& wijk = scene.wijk();
  const std::vector<int> benches = furnishings_where(
      scene, [](const Furnishing& thing) { return thing.kind == FurnishingKind::Bench; });
  if (benches.empty()) {
    outcome.headline =
        wijk.benches_are_all
            ? Value{NotApplicable{{"Er staan geen banken.", "There are no benches."}}}
            : Value{NotComputed{{"In de laag staat geen bank. Dat zegt niet dat er "
                                 "geen is.",
                                 "There is no bench in the layer. That does not say "
                                 "that there is none."}}};
    return outcome;
  }
  std::vector<OwnedSegment> edges, ways;
  for (const Footprint& footprint : *wijk.footprints) add_edges(footprint.polygon, 0, edges);
  for (const StreetLink& link : scene.ground.network->links) {
    for (std::size_t i = 1; i < link.shape.size(); ++i) {
      ways.push_back({{link.shape[i - 1], link.shape[i]}, link.street});
    }
  }
  const SegmentGrid walls(std::move(edges)), streets(std::move(ways));
  double good = 0, covered = 0, with_view = 0;
  for (const int b : benches) {
    if (job.stopped()) return stopped();
    const Furnishing& bench = (*wijk.furnishings)[b];
    const BenchView seat =
        seat_at(bench.at, walls, streets, scene.parameter("back"), scene.parameter("view"));
    good += seat.good ? 1 : 0;
    covered += seat.covered ? 1 : 0;
    with_view += seat.view ? 1 : 0;
    Value is_good = seat.good ? 1.0 : 0.0;
    if (seat.view && !seat.good) is_good = NotComputed{no_facade()};
    outcome.rows.push_back({to_string(bench.id), is_good});
    if (!seat.good) outcome.places.push_back(place_at(to_string(bench.id), bench.at));
  }
  const double all = static_cast<double>(benches.size());
  outcome.headline = good / all;
  // Each bench with a view may have a hedge behind it.
  if (good < with_view) outcome.headline = Range{good / all, with_view / all, no_facade()};
  outcome.secondary["covered_share"] = covered / all;
  outcome.secondary["view_share"] = with_view / all;
  outcome.secondary["benches"] = all;
  outcome.assumptions.push_back(
      {"Alleen een gevel dekt de rug: hagen en muurtjes staan niet in de lagen. De zitter kijkt "
       "naar de straat.",
       "Only a facade covers the back: hedges and low walls are in no layer. The sitter looks at "
       "the street."});
  return outcome;
}

}  // namespace

const WijkMeasure& wijk_edge_seat_share() {
  static const Text share{"deel van de banken (0-1)", "share of the benches (0-1)"};
  static const WijkMeasureOf measure(
      {"wijk_edge_seat_share",
       1,
       {"Banken met rugdekking en zicht op een straat",
        "Benches with the back covered and a street in view"},
       share,
       2,
       {"Banken met een gevel dichtbij achter de zitter en een straat in zicht, gedeeld door alle "
        "banken.",
        "Benches with a facade close behind the sitter and a street in view, over all benches."},
       {{"back",
         {"m", "m"},
         1.5,
         {"Aanname in de formule, geen norm.", "Assumption in the formula, not a norm."},
         {"Rugdekking, hooguit ver", "Back covered, at most away"},
         0},
        {"view",
         {"m", "m"},
         25,
         {"Afstand waarop een gezicht nog te lezen is (Gehl, Cities for People); bron niet "
          "ingezien.",
          "Distance at which a face can still be read (Gehl, Cities for People); source not read."},
         {"Zicht op een straat, hooguit ver", "Street in view, at most away"},
         0}},
       {{"covered_share", {"Met rugdekking, zicht of niet", "Back covered, view or not"}, share},
        {"view_share",
         {"Met zicht op een straat, rugdekking of niet", "Street in view, back covered or not"},
         share},
        {"benches", {"Banken", "Benches"}, {"", ""}}},
       {"bank", "bench"},
       {"1 is ja, 0 is nee", "1 is yes, 0 is no"}},
      {kStreets, kFurnishings, kFootprints}, evaluate_edge_seat_share);
  return measure;
}

}  // namespace trefpunt
