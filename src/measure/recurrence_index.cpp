// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/recurrence_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/index.h"
#include "encounter/repeats.h"
#include "measure/routines.h"
#include "measure/seating.h"
#include "measure/values.h"

namespace trefpunt {

namespace {

constexpr int kFewestSeats = 2;
constexpr double kRouteStep = 1;  // m between the points of a route that are looked at

constexpr const char* kRepeated[] = {"repeated_kappa_0.2", "repeated_kappa_1",
                                     "repeated_kappa_inf"};
static_assert(std::size(kRepeated) == kKappas.size());

bool is_in(const Station& station, SpaceRef ref) {
  return station.storey == ref.storey && station.space == ref.index;
}

std::vector<Point> ends(const Piece& piece) {
  return {piece.line.front().at, piece.line.back().at};
}

std::vector<Point> points_between(const Piece& piece) {
  std::vector<Point> points;
  for (std::size_t i = 1; i < piece.line.size(); ++i) {
    const Point from = piece.line[i - 1].at, to = piece.line[i].at;
    const int steps = static_cast<int>(distance(from, to) / kRouteStep) + 1;
    for (int k = 0; k < steps; ++k) {
      points.push_back(from + (static_cast<double>(k) / steps) * (to - from));
    }
  }
  return points;
}

// Per piece of the routes: whether it runs through the place or within reach of a way in, on foot.
// Ends first: most pieces are settled by them, and neighbours share them.
std::vector<bool> near_pieces(const Scene& scene, const RouteSet& routes, SpaceRef ref,
                              double reach) {
  const std::vector<Place> doors = ways_in(scene, ref);
  std::map<Point, double> known;  // m from a point to the nearest way in
  const auto measure = [&](const std::vector<Point>& points) {
    std::vector<Place> from;
    for (const Point point : points) {
      // As the crow flies it is never further.
      const bool may_be_near = std::any_of(doors.begin(), doors.end(), [&](const Place& door) {
        return distance(door.at, point) <= reach;
      });
      if (known.emplace(point, kNoWay).second && may_be_near) from.push_back({ref.storey, point});
    }
    if (from.empty()) return;
    const std::vector<double> lengths = distances_to_nearest(scene.on_foot, doors, from);
    for (std::size_t i = 0; i < from.size(); ++i) known[from[i].at] = lengths[i];
  };
  const auto is_near = [&](const std::vector<Point>& points) {
    return std::any_of(points.begin(), points.end(),
                       [&](Point point) { return known.at(point) <= reach; });
  };
  std::vector<bool> near(routes.pieces.size(), false);
  for (const auto points_of : {ends, points_between}) {
    std::vector<Point> all;
    const auto each = [&](auto visit) {
      for (std::size_t p = 0; p < routes.pieces.size(); ++p) {
        if (routes.pieces[p].storey == ref.storey && !near[p]) visit(p);
      }
    };
    each([&](std::size_t p) {
      const std::vector<Point> points = points_of(routes.pieces[p]);
      all.insert(all.end(), points.begin(), points.end());
    });
    measure(all);
    each([&](std::size_t p) {
      near[p] = routes.pieces[p].space == ref.index || is_near(points_of(routes.pieces[p]));
    });
  }
  return near;
}

// Per role: times a week that its people come by or to the place, in each part of the day.
std::vector<PerDayPart> comings(const EncounterModel& model, const Routines& routines, SpaceRef ref,
                                const std::vector<bool>& near) {
  std::vector<PerDayPart> sum(model.roles.size(), PerDayPart{});
  const auto add = [&](const std::vector<PerDayPart>& of_roles, double share) {
    for (std::size_t r = 0; r < sum.size(); ++r) {
      for (std::size_t part = 0; part < kDayParts; ++part)
        sum[r][part] += share * of_roles[r][part];
    }
  };
  for (std::size_t pair = 0; pair < routines.of_pair.size(); ++pair) {
    const auto& [one, other] = model.routes->pairs[pair];
    if (is_in(model.stations[at(one)], ref) || is_in(model.stations[at(other)], ref)) continue;
    double share = 0;
    for (const Route& route : model.routes->routes[pair]) {
      if (std::any_of(route.pieces.begin(), route.pieces.end(),
                      [&](const RoutePiece& part) { return near[at(part.piece)]; })) {
        share += route.probability;
      }
    }
    if (share > 0) add(routines.of_pair[pair], share);
  }
  for (std::size_t i = 0; i < model.stations.size(); ++i) {
    if (is_in(model.stations[i], ref)) add(routines.at_station[i], 1);
  }
  return sum;
}

// Whether in some part of the day two roles or more come that often.
bool shares_a_time(const std::vector<PerDayPart>& comings, double times) {
  for (std::size_t part = 0; part < kDayParts; ++part) {
    if (std::count_if(comings.begin(), comings.end(),
                      [&](const PerDayPart& role) { return role[part] >= times - 1e-9; }) >= 2) {
      return true;
    }
  }
  return false;
}

std::vector<int> seats_of(const Scene& scene, const std::vector<SpaceRef>& places) {
  std::vector<int> seats(places.size(), 0);
  for (const SeatRef& ref : seats_in(scene, [](const Space&) { return true; })) {
    const auto found = std::find(places.begin(), places.end(), ref.space);
    if (found != places.end()) {
      seats[static_cast<std::size_t>(found - places.begin())] += seat_of(scene, ref).places;
    }
  }
  return seats;
}

void add_repeats(const Scene& scene, Outcome& outcome) {
  double pairs = 0;
  std::array<double, kKappas.size()> sum{};
  for (const RolePair& pair : scene.encounter->encounters->pairs) {
    const Programme& programme = *scene.programme;
    if (programme.wish(programme.roles[at(pair.a)].id, programme.roles[at(pair.b)].id) !=
        Wish::Wanted) {
      continue;
    }
    pairs += pair.pairs;
    for (std::size_t k = 0; k < sum.size(); ++k) sum[k] += pair.pairs * pair.repeated_stop[k];
  }
  outcome.secondary["wanted_pairs"] = pairs;
  for (std::size_t k = 0; k < sum.size(); ++k) {
    outcome.secondary[kRepeated[k]] =
        pairs > 0
            ? Value{sum[k] / pairs}
            : Value{NotApplicable{{"Het programma noemt geen rollen waarvan ontmoeting gewenst is.",
                                   "The programme names no roles whose meeting is wanted."}}};
  }
}

// Most people expected at one time over the seats, in the fullest place to meet or to wait.
Value crowding(const Scene& scene) {
  if (!shows_seats(scene)) return no_seats_drawn();
  const std::vector<SpaceRef> places =
      spaces_of(scene, [](Use use) { return is_meeting_place(use) || use == Use::Waiting; });
  const std::vector<int> seats = seats_of(scene, places);
  std::optional<double> fullest;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (seats[i] == 0) continue;
    fullest = std::max(fullest.value_or(0), 0.0);
    for (const PlaceMeetings& place : scene.encounter->encounters->places) {
      if (place.storey != places[i].storey || place.space != places[i].index) continue;
      fullest = std::max(*fullest, place.peak / seats[i]);
    }
  }
  if (fullest) return *fullest;
  return NotApplicable{{"Geen ontmoetingsplek of wachtruimte heeft zitplaatsen.",
                        "No meeting place or waiting room has seats."}};
}

Value staff_walk(const Scene& scene) {
  double people = 0, metres = 0;
  for (std::size_t r = 0; r < scene.programme->roles.size(); ++r) {
    const Role& role = scene.programme->roles[r];
    if (role.kind != RoleKind::Staff) continue;
    people += role.count;
    metres += role.count * scene.encounter->encounters->roles[r].walk_m_per_day;
  }
  if (people > 0) return metres / people;
  return NotApplicable{
      {"Het programma heeft geen medewerkers.", "The programme has no members of staff."}};
}

void note_repeats(const Scene& scene, Outcome& outcome) {
  const int times = scene.encounter->model->times;
  const int weeks = scene.encounter->encounters->weeks;
  outcome.assumptions.push_back(
      {fmt::format("Herhaald is op minstens {} dagen in de tijd dat twee mensen elkaar kunnen "
                   "treffen, op plekken waar zij kunnen blijven staan of zitten. {}",
                   times,
                   weeks > 0 ? fmt::format("Gesimuleerd: {} weken.", weeks)
                             : std::string("Berekend met de formule, niet gesimuleerd.")),
       fmt::format(
           "Repeated is on at least {} days of the time in which two people can meet, where "
           "they can stop or sit. {}",
           times,
           weeks > 0 ? fmt::format("Simulated: {} weeks.", weeks)
                     : std::string("Computed by formula, not simulated."))});
}

}  // namespace

const MeasureInfo& RecurrenceIndex::info() const {
  static const Text chance{"kans (0-1)", "chance (0-1)"};
  static const MeasureInfo info{
      "recurrence_index",
      1,
      {"Kans op herhaalde ontmoeting", "Chance of repeated meetings"},
      {"deel van de ontmoetingsplekken (0-1)", "share of meeting places (0-1)"},
      2,
      {"Ontmoetingsplekken met minstens twee zitplaatsen waar mensen van minstens twee rollen in "
       "hetzelfde dagdeel elke week komen of langslopen, gedeeld door alle ontmoetingsplekken.",
       "Meeting places with at least two seats where people of at least two roles come or pass "
       "every week in the same part of the day, over all meeting places."},
      {{"reach",
        {"m", "m"},
        10,
        {"Eigen keuze in de formule, geen norm.", "Our own choice in the formula, not a norm."},
        {"Wie zo dicht langs de plek loopt, telt mee", "Who passes the place this near counts"},
        0},
       {"times_per_week",
        {"keer per week", "times a week"},
        1,
        {"Eigen keuze: de commissie noemt geen getal.",
         "Our own choice: the committee gives no number."},
        {"Hoe vaak een rol minstens langskomt", "How often a role comes by at least"},
        0}},
      {{kRepeated[0],
        {"Gewenst paar treft elkaar herhaald, kappa 0,2",
         "Wanted pair meets repeatedly, kappa 0.2"},
        chance},
       {kRepeated[1],
        {"Gewenst paar treft elkaar herhaald, kappa 1", "Wanted pair meets repeatedly, kappa 1"},
        chance},
       {kRepeated[2],
        {"Gewenst paar treft elkaar herhaald, kappa oneindig",
         "Wanted pair meets repeatedly, kappa infinite"},
        chance},
       {"wanted_pairs",
        {"Paren van mensen waarvan ontmoeting gewenst is", "Pairs of people wanted to meet"},
        {"", ""}},
       {"crowding",
        {"Drukte: meeste mensen tegelijk per zitplaats, op de volste plek",
         "Crowding: most people at a time per seat, in the fullest place"},
        {"mensen per zitplaats", "people per seat"}},
       {"staff_walk",
        {"Lopen van een medewerker op een dag", "Walking of a member of staff in a day"},
        {"m", "m"}}},
      {"ontmoetingsplek", "meeting place"},
      {"1 = ja, 0 = nee", "1 = yes, 0 = no"},
      Better::Neither,
      true};
  return info;
}

Result<Outcome> RecurrenceIndex::evaluate(const Scene& scene, Job& job) const {
  if (job.stopped()) return stopped();
  Outcome outcome;
  note_uses(scene, outcome);
  if (const auto none = no_programme(scene)) {
    outcome.headline = *none;
    for (const SecondaryInfo& other : info().secondary) outcome.secondary[other.id] = *none;
    return outcome;
  }
  note_programme(scene, outcome);
  note_repeats(scene, outcome);
  add_repeats(scene, outcome);
  outcome.secondary["crowding"] = crowding(scene);
  outcome.secondary["staff_walk"] = staff_walk(scene);

  const std::vector<SpaceRef> meeting = spaces_of(scene, is_meeting_place);
  if (meeting.empty() || !shows_seats(scene)) {
    outcome.headline = meeting.empty() ? no_meeting_place(scene) : no_seats_drawn();
    return outcome;
  }
  const EncounterModel& model = *scene.encounter->model;
  const Routines routines = routines_of(model);
  const std::vector<int> seats = seats_of(scene, meeting);
  Tally tally;
  for (std::size_t i = 0; i < meeting.size(); ++i) {
    if (job.stopped()) return stopped();
    const std::vector<bool> near =
        near_pieces(scene, *model.routes, meeting[i], scene.parameter("reach"));
    const bool counts =
        seats[i] >= kFewestSeats && shares_a_time(comings(model, routines, meeting[i], near),
                                                  scene.parameter("times_per_week"));
    tally.add(counts ? YesNo::Yes : YesNo::No);
    outcome.rows.push_back({to_string(space_of(scene, meeting[i]).id), counts ? 1.0 : 0.0});
    if (!counts) outcome.places.push_back(place_of(scene, meeting[i]));
  }
  outcome.headline = tally.share({});
  return outcome;
}

}  // namespace trefpunt
