// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/chance_nodes.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "base/index.h"
#include "measure/furnished_floor.h"
#include "measure/routines.h"
#include "measure/seating.h"

namespace trefpunt {

namespace {

constexpr int kFewestNodeSeats = 2;
constexpr double kNodeStep = 0.25;  // m between the points of a route that are looked at

// Where people of several groups walk on their way or come together; no bedroom or store.
bool is_shared(Use use) {
  return use == Use::Corridor || use == Use::Entrance || use == Use::Reception ||
         use == Use::Waiting || is_meeting_place(use);
}

// Pieces of shared floor that people of two roles or more walk at least that often a week.
std::vector<int> crossings(const Scene& scene, double times) {
  const EncounterModel& model = *scene.encounter->model;
  const std::vector<std::vector<double>> walked = times_walked(model, routines_of(model));
  std::vector<int> found;
  for (std::size_t p = 0; p < walked.size(); ++p) {
    const Piece& piece = model.routes->pieces[p];
    if (piece.storey < 0 || piece.space < 0 ||
        !is_shared(space_of(scene, {piece.storey, piece.space}).use)) {
      continue;
    }
    const auto roles = std::count_if(walked[p].begin(), walked[p].end(),
                                     [&](double often) { return often >= times - 1e-9; });
    if (roles >= 2) found.push_back(static_cast<int>(p));
  }
  return found;
}

// The leg of these pieces that lies nearest to a point of their storey, and the space it is in.
struct Way {
  double away = kNoWay;  // m
  Segment leg;
  int space = -1;
};
Way nearest_way(const RouteSet& routes, const std::vector<int>& pieces, int storey, Point from) {
  Way best;
  for (const int p : pieces) {
    const Piece& piece = routes.pieces[at(p)];
    if (piece.storey != storey) continue;
    for (std::size_t i = 1; i < piece.line.size(); ++i) {
      const Segment leg{piece.line[i - 1].at, piece.line[i].at};
      const double away = distance(from, leg);
      if (away < best.away && leg.a != leg.b) best = {away, leg, piece.space};
    }
  }
  return best;
}

// Whether on that side of the seat, across the way, a circle of this radius fits on the floor.
// Clearance changes no faster than one moves, so that a step as long as what lacks misses nothing.
bool fits_beside(const FreeFloor& free, Point seat, Point across, double radius, double reach) {
  bool was_on_floor = false;
  for (double away = 0; away <= reach;) {
    const Point point = seat + away * across;
    const double room = clearance(free, point);
    if (room >= radius - kCirclePrecision) return true;
    const bool is_on_floor = contains(free.floor, point);
    if (was_on_floor && !is_on_floor) return false;  // beyond a wall
    was_on_floor = was_on_floor || is_on_floor;
    away += std::max(kCirclePrecision, radius - room);
  }
  return false;
}

// Finds out per seat whether it leaves the way past it free.
class Ways {
 public:
  Ways(const Scene& scene, const std::vector<int>& pieces, double width, double reach)
      : scene_(scene), pieces_(pieces), width_(width), reach_(reach) {}

  bool stays_free(const SeatRef& ref) {
    const int storey = ref.space.storey;
    const Point seat = seat_of(scene_, ref).at;
    const Way way = nearest_way(*scene_.encounter->model->routes, pieces_, storey, seat);
    if (way.away > reach_) return true;
    const FreeFloor& free = floor(storey, way.space);
    const Point along = way.leg.b - way.leg.a;
    const Point across = (1 / length(along)) * Point{-along.y, along.x};
    return fits_beside(free, seat, across, width_ / 2, reach_) ||
           fits_beside(free, seat, -1.0 * across, width_ / 2, reach_);
  }

 private:
  const FreeFloor& floor(int storey, int space) {
    const auto [found, is_new] = floors_.try_emplace({storey, space});
    if (is_new) found->second = furnished_floor(scene_, {storey, space});
    return found->second;
  }

  const Scene& scene_;
  const std::vector<int>& pieces_;
  double width_, reach_;
  std::map<std::pair<int, int>, FreeFloor> floors_;
};

bool is_beside(const Piece& piece, const Isovist& view, double reach) {
  for (std::size_t i = 1; i < piece.line.size(); ++i) {
    const Point from = piece.line[i - 1].at, to = piece.line[i].at;
    const int steps = static_cast<int>(distance(from, to) / kNodeStep) + 1;
    for (int k = 0; k <= steps; ++k) {
      const Point point = from + (static_cast<double>(k) / steps) * (to - from);
      if (distance(point, view.from) <= reach && sees(view, point)) return true;
    }
  }
  return false;
}

// Pieces of one space whose ends touch, one leading to the next.
std::vector<std::vector<int>> joined(const RouteSet& routes, const std::vector<int>& pieces) {
  std::vector<std::vector<int>> groups;
  std::vector<char> is_taken(pieces.size(), 0);
  const auto touch = [&](const Piece& one, const Piece& other) {
    if (one.storey != other.storey || one.space != other.space) return false;
    for (const Place* end : {&one.line.front(), &one.line.back()}) {
      if (end->at == other.line.front().at || end->at == other.line.back().at) return true;
    }
    return false;
  };
  for (std::size_t first = 0; first < pieces.size(); ++first) {
    if (is_taken[first]) continue;
    is_taken[first] = 1;
    std::vector<int> group{pieces[first]};
    for (std::size_t i = 0; i < group.size(); ++i) {
      for (std::size_t j = first + 1; j < pieces.size(); ++j) {
        if (is_taken[j] || !touch(routes.pieces[at(group[i])], routes.pieces[at(pieces[j])])) {
          continue;
        }
        is_taken[j] = 1;
        group.push_back(pieces[j]);
      }
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

std::vector<int> storeys_with_floor(const Scene& scene) {
  std::vector<int> found;
  for (const SpaceRef ref : all_spaces(scene)) {
    const bool is_new = found.empty() || found.back() != ref.storey;
    if (is_new && is_floor(space_of(scene, ref).use) && shape_of(scene, ref).polygon) {
      found.push_back(ref.storey);
    }
  }
  return found;
}

}  // namespace

const MeasureInfo& ChanceNodes::info() const {
  static const MeasureInfo info{
      "chance_nodes",
      1,
      {"Plekken voor toevallige ontmoeting", "Places for chance meetings"},
      {"plekken per verdieping", "places per storey"},
      2,
      {"Plekken waar de routes van minstens twee rollen elke week over dezelfde vloer gaan, met "
       "minstens twee zitplaatsen dichtbij die de doorgang vrij laten, gedeeld door het aantal "
       "verdiepingen.",
       "Places where the routes of at least two roles use the same floor every week, with at least "
       "two seats nearby that leave the passage free, over the number of storeys."},
      {{"seat_distance",
        {"m", "m"},
        5,
        {"Eigen keuze in de formule, geen norm.", "Our own choice in the formula, not a norm."},
        {"Zitplaatsen, hooguit van de route", "Seats, at most from the route"},
        0},
       {"free_width",
        {"m", "m"},
        0.85,
        {"De vrije doorgang van ACC-1; gelezen in een fragment van een planregel, het Bbl zelf is "
         "niet ingezien.",
         "The free passage of ACC-1; read in an excerpt of a plan rule, the Bbl itself was not "
         "read."},
        {"Vrije doorgang naast een zitplaats, minstens", "Free passage beside a seat, at least"},
        0},
       {"times_per_week",
        {"keer per week", "times a week"},
        1,
        {"Eigen keuze, geen norm.", "Our own choice, not a norm."},
        {"Hoe vaak een rol er minstens loopt", "How often a role walks there at least"},
        0}},
      {{"nodes", {"Plekken in het hele gebouw", "Places in the whole building"}, {"", ""}},
       {"fewest_on_storey",
        {"Op de verdieping met de minste", "On the storey with the fewest"},
        {"plekken", "places"}},
       {"seats_in_the_way",
        {"Zitplaatsen bij een route die te weinig doorgang laten",
         "Seats near a route that leave too little passage"},
        {"", ""}}},
      {"ruimte", "space"},
      {"plekken", "places"},
      Better::Neither,
      true};
  return info;
}

Result<Outcome> ChanceNodes::evaluate(const Scene& scene, Job& job) const {
  if (job.stopped()) return stopped();
  Outcome outcome;
  note_uses(scene, outcome);
  if (const auto none = no_programme(scene)) return without_numbers(outcome, info(), *none);
  note_programme(scene, outcome);
  const std::vector<int> storeys = storeys_with_floor(scene);
  if (storeys.empty()) {
    return without_numbers(outcome, info(),
                           NotComputed{{"Er is geen vloer van een ruimte gevonden.",
                                        "No floor of a space was found."}});
  }
  if (!shows_seats(scene)) return without_numbers(outcome, info(), no_seats_drawn());

  const RouteSet& routes = *scene.encounter->model->routes;
  const double reach = scene.parameter("seat_distance");
  const std::vector<int> shared = crossings(scene, scene.parameter("times_per_week"));
  Ways ways(scene, shared, scene.parameter("free_width"), reach);
  std::vector<int> places_beside(shared.size(), 0);  // to sit
  int in_the_way = 0;
  for (const SeatRef& ref :
       seats_in(scene, [](const Space& space) { return is_shared(space.use); })) {
    if (job.stopped()) return stopped();
    const Isovist view = view_from(scene, ref);
    const int places = seat_of(scene, ref).places;
    std::vector<std::size_t> beside;
    for (std::size_t i = 0; i < shared.size(); ++i) {
      const Piece& piece = routes.pieces[at(shared[i])];
      if (piece.storey == ref.space.storey && is_beside(piece, view, reach)) beside.push_back(i);
    }
    if (beside.empty()) continue;
    if (!ways.stays_free(ref)) {
      in_the_way += places;
      continue;
    }
    for (const std::size_t i : beside) places_beside[i] += places;
  }
  std::vector<int> nodes;
  std::map<std::pair<int, int>, int> in_space;
  for (std::size_t i = 0; i < shared.size(); ++i) {
    const Piece& piece = routes.pieces[at(shared[i])];
    in_space.try_emplace({piece.storey, piece.space}, 0);
    if (places_beside[i] >= kFewestNodeSeats) nodes.push_back(shared[i]);
  }
  std::map<int, int> on_storey;
  int count = 0;
  for (const std::vector<int>& group : joined(routes, nodes)) {
    const Piece& piece = routes.pieces[at(group.front())];
    ++count;
    ++on_storey[piece.storey];
    ++in_space[{piece.storey, piece.space}];
    PlanPlace place = place_of(scene, {piece.storey, piece.space});
    place.at = piece.line[piece.line.size() / 2].at;
    outcome.places.push_back(std::move(place));
  }
  for (const auto& [where, places] : in_space) {
    outcome.rows.push_back(
        {to_string(space_of(scene, {where.first, where.second}).id), static_cast<double>(places)});
  }
  const int fewest = std::accumulate(storeys.begin(), storeys.end(), count, [&](int least, int s) {
    return std::min(least, on_storey[s]);
  });
  outcome.headline = static_cast<double>(count) / static_cast<double>(storeys.size());
  outcome.secondary["nodes"] = static_cast<double>(count);
  outcome.secondary["fewest_on_storey"] = static_cast<double>(fewest);
  outcome.secondary["seats_in_the_way"] = static_cast<double>(in_the_way);
  outcome.assumptions.push_back(
      {"Een zitplaats neemt een cirkel van 0,5 m in.", "A seat takes up a circle of 0.5 m."});
  note_sight(scene, outcome);
  return outcome;
}

}  // namespace trefpunt
