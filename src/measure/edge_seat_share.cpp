// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/edge_seat_share.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/index.h"
#include "measure/public_ways.h"
#include "measure/seating.h"
#include "measure/values.h"

namespace trefpunt {

namespace {

constexpr double kBehind = std::numbers::pi / 3;  // from straight behind, to either side

// What stands upright near a seat, in metres from the seat: the parts within `reach`.
std::vector<Segment> edges_near(const SightMesh& mesh, Point seat, double reach) {
  std::vector<Segment> found;
  const Point origin = metres(mesh.origin) - seat;
  for (const MicroSegment& wall : mesh.walls) {
    const Point a = origin + metres(wall.a), b = origin + metres(wall.b);
    const Point along = b - a;
    const double squared = dot(along, along);
    if (squared == 0) continue;
    // |a + t along| = reach
    const double middle_t = -dot(a, along) / squared;
    const double root = middle_t * middle_t - (dot(a, a) - reach * reach) / squared;
    if (root < 0) continue;
    const double from = std::max(0.0, middle_t - std::sqrt(root));
    const double to = std::min(1.0, middle_t + std::sqrt(root));
    if (from <= to) found.push_back({a + from * along, a + to * along});
  }
  return found;
}

double angle_from(Point direction, Point p) {
  return std::atan2(cross(direction, p), dot(direction, p));
}

// Whether some edge lies behind who looks in this direction.
bool has_back(const std::vector<Segment>& edges, Point looking) {
  const Point back = -1.0 * looking;
  return std::any_of(edges.begin(), edges.end(), [&](const Segment& edge) {
    const double a = angle_from(back, edge.a), b = angle_from(back, edge.b);
    if (std::min(std::abs(a), std::abs(b)) <= kBehind) return true;
    return a * b < 0 && std::abs(a) + std::abs(b) <= std::numbers::pi;  // straight behind
  });
}

}  // namespace

const MeasureInfo& EdgeSeatShare::info() const {
  static const MeasureInfo info{
      "edge_seat_share",
      1,
      {"Zitplaatsen met rugdekking en zicht op een route",
       "Seats with the back covered and a route in view"},
      {"deel van de zitplaatsen (0-1)", "share of seats (0-1)"},
      2,
      {"Zitplaatsen vanwaar een hoofdroute in zicht is met achter de zitter een wand, kolom of "
       "hoog "
       "meubel dichtbij, gedeeld door alle zitplaatsen op vloer voor bezoekers.",
       "Seats from which a main route is in view with a wall, column or tall furniture close "
       "behind the sitter, over all seats on floor open to visitors."},
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
        {"Zicht op een route, hooguit ver", "Route in view, at most away"},
        0}},
      {{"covered_share",
        {"Met rugdekking, zicht of niet", "Back covered, view or not"},
        {"deel van de zitplaatsen (0-1)", "share of seats (0-1)"}},
       {"view_share",
        {"Met zicht op een route, rugdekking of niet", "Route in view, back covered or not"},
        {"deel van de zitplaatsen (0-1)", "share of seats (0-1)"}},
       {"places", {"Zitplaatsen", "Places to sit"}, {"", ""}}},
      {"ruimte", "space"},
      {"deel van de zitplaatsen (0-1)", "share of seats (0-1)"}};
  return info;
}

Result<Outcome> EdgeSeatShare::evaluate(const Scene& scene, Job& job) const {
  if (job.stopped()) return stopped();
  Outcome outcome;
  note_uses(scene, outcome);
  if (!shows_seats(scene)) return without_numbers(outcome, info(), no_seats_drawn());
  const std::vector<SeatRef> seats = seats_in(scene, is_open_to_visitors);
  if (seats.empty()) {
    if (!all_uses_known(scene)) {
      return without_numbers(
          outcome, info(),
          NotComputed{{"Van de ruimten met zitplaatsen is het gebruik niet bekend.",
                       "The use of the spaces with seats is not known."}});
    }
    return without_numbers(outcome, info(),
                           NotApplicable{{"Op vloer voor bezoekers staan geen zitplaatsen.",
                                          "No seats stand on floor open to visitors."}});
  }
  const std::vector<PublicEntrance> entrances = public_entrances(scene);
  if (!has_certain_entrance(entrances))
    return without_numbers(outcome, info(), no_public_entrance());
  note_entrances(scene, entrances, outcome);
  const MainRoutes routes = main_routes(scene, entrances);
  if (routes.empty()) return without_numbers(outcome, info(), no_public_way(scene));

  const double view_distance = scene.parameter("view");
  struct Count {
    int all = 0, good = 0, covered = 0, with_view = 0;
  };
  Count total;
  std::vector<std::pair<SpaceRef, Count>> per_space;
  for (const SeatRef& ref : seats) {
    if (job.stopped()) return stopped();
    const Seat& seat = seat_of(scene, ref);
    const Isovist view = view_from(scene, ref);
    const std::vector<Segment> edges =
        edges_near(scene.sights[at(ref.space.storey)]->open, seat.at, scene.parameter("back"));
    bool has_view = false, is_good = false;
    for (const Point place : routes.places[at(ref.space.storey)]) {
      const Point looking = place - seat.at;
      if (length(looking) > view_distance) continue;
      const bool is_covered = length(looking) > 0 && has_back(edges, looking);
      if ((has_view && !is_covered) || !sees(view, place)) continue;
      has_view = true;
      is_good = is_covered;
      if (is_good || edges.empty()) break;
    }
    auto here = std::find_if(per_space.begin(), per_space.end(),
                             [&](const auto& entry) { return entry.first == ref.space; });
    if (here == per_space.end()) here = per_space.insert(here, {ref.space, {}});
    for (Count* count : {&total, &here->second}) {
      count->all += seat.places;
      count->good += is_good ? seat.places : 0;
      count->covered += edges.empty() ? 0 : seat.places;
      count->with_view += has_view ? seat.places : 0;
    }
  }
  for (const auto& [space, count] : per_space) {
    outcome.rows.push_back(
        {to_string(space_of(scene, space).id), static_cast<double>(count.good) / count.all});
    if (count.good < count.all) outcome.places.push_back(place_of(scene, space));
  }
  outcome.headline = static_cast<double>(total.good) / total.all;
  outcome.secondary["covered_share"] = static_cast<double>(total.covered) / total.all;
  outcome.secondary["view_share"] = static_cast<double>(total.with_view) / total.all;
  outcome.secondary["places"] = static_cast<double>(total.all);
  outcome.assumptions.push_back(
      {"De tekening zegt niet welke kant een zitplaats op kijkt: de zitter kijkt naar de route. "
       "Glas dekt de rug niet.",
       "The drawing does not say which way a seat faces: the sitter looks at the route. Glass "
       "does not cover the back."});
  return outcome;
}

}  // namespace trefpunt
