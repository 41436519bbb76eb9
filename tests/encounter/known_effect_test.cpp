// SPDX-License-Identifier: GPL-3.0-or-later
// Formula and simulation against what is known, and against days drawn in the most obvious way.
#include <random>

#include "encounter/simulation.h"
#include "laid_plan.h"
#include "ward.h"

using namespace trefpunt;

namespace {

// Six rooms on a corridor in the middle. To the east the way of everybody: nurses' post and
// entrance. To the west a dead end as long. The lounge lies at the end of one of both.
LaidPlan ward_with_lounge(bool on_the_path) {
  return LaidPlan(storey_from_text(R"(
    #############################################
    #w...#        #..a...#..b...#..c...#    #p..#
    #....#        #......#......#......#    #...#
    #....##########D########D######D#########D###
    #....D.................h....................E
    #....#......................................#
    #....##########D########D######D#########D###
    #....#        #..d...#..e...#..f...#    #q..#
    #....#        #......#......#......#    #...#
    #############################################)",
                                   {{'a', room(Use::Bedroom, "1", 2)},
                                    {'b', room(Use::Bedroom, "2", 2)},
                                    {'c', room(Use::Bedroom, "3", 2)},
                                    {'d', room(Use::Bedroom, "4", 2)},
                                    {'e', room(Use::Bedroom, "5", 2)},
                                    {'f', room(Use::Bedroom, "6", 2)},
                                    {'h', room(Use::Corridor)},
                                    {'p', room(Use::StaffRoom)},
                                    {'q', room(on_the_path ? Use::Lounge : Use::Storage)},
                                    {'w', room(on_the_path ? Use::Storage : Use::Lounge)}}));
}

Programme little_ward() {
  PlaceQuery any_room = to_use(Use::Bedroom);
  any_room.spread = true;
  Programme programme = programme_of(
      {people("patient", 12, to_use(Use::Bedroom), {errand(to_use(Use::Lounge), 2, 30)}),
       people("verpleegkundige", 4, to_use(Use::StaffRoom), {errand(any_room, 16, 5)}),
       people("naaste", 8, to_role("patient"), {errand(home_place(), 1, 60)})});
  programme.roles[0].speed = 0.8;
  programme.roles[0].errands[0].when = {{600, 690, 2}, {840, 1200, 1}};
  programme.roles[1].presence = {{420, 930, 0.4}, {900, 1410, 0.3}};
  programme.roles[2].presence = {{840, 1200, 0.5}};
  programme.roles[2].errands[0].from = to_entrance();
  return programme;
}

double repeated_in(const Encounters& encounters) {
  double sum = 0;
  for (const RolePair& row : encounters.pairs) sum += row.pairs * row.twice_in_week;
  return sum;
}

}  // namespace

TEST_CASE("A lounge moved from a dead end onto the path of all gives more repeated encounters",
          "[known effect]") {
  constexpr int kWeeks = 100;
  std::array<double, 2> formula{}, lounge_m{};
  std::array<std::vector<double>, 2> weeks;
  for (const std::size_t on_the_path : {0u, 1u}) {
    const LaidPlan plan = ward_with_lounge(on_the_path == 1);
    const Formula made = plan.formula(little_ward());
    formula[on_the_path] = repeated_in(made.encounters);
    lounge_m[on_the_path] = made.encounters.roles.at(0).walk_m_per_day;
    Job job;
    auto simulation = simulate(made.model, {5, kWeeks, kWeeks, 0, 1}, job);
    REQUIRE(simulation);
    weeks[on_the_path] = simulation->repeated_of_week;
  }
  // Patients walk as far, so that the longer walk is not what does it.
  CHECK(lounge_m[1] == Approx(lounge_m[0]).epsilon(0.1));
  CHECK(formula[1] > formula[0]);
  double mean = 0, squares = 0;
  for (std::size_t w = 0; w < kWeeks; ++w) {
    const double gain = weeks[1].at(w) - weeks[0].at(w);
    mean += gain / kWeeks;
    squares += gain * gain;
  }
  const double variance = (squares - kWeeks * mean * mean) / (kWeeks - 1);
  const double half = t_quantile(kWeeks - 1) * std::sqrt(variance / kWeeks);
  INFO("formula " << formula[0] << " to " << formula[1] << ", drawn " << mean << " +- " << half);
  CHECK(mean - half > 0);
}

namespace {

// One day after another, drawn as docs/encounter.md tells it.
struct Walk {
  int person = 0;
  double begin = 0;  // min
  std::vector<RoutePiece> pieces;
  bool forward = true;
  double length = 0, speed = 0;
};
struct Visited {
  int person = 0, station = 0;
  double from = 0, to = 0;
};

class SlowWeeks {
 public:
  SlowWeeks(const EncounterModel& model, std::uint64_t seed) : model_(model), random_(seed) {}

  double stays = 0, passings = 0, minutes = 0, twice = 0;  // per week; of all pairs

  void run(int weeks) {
    const auto people = static_cast<std::size_t>(model_.persons);
    for (int week = 0; week < weeks; ++week) {
      met_days_.assign(people * people, 0);
      for (std::size_t day = 0; day < 7; ++day) one_day(day);
      for (const int days : met_days_) twice += days >= 2 ? 1 : 0;
    }
    for (double* sum : {&stays, &passings, &minutes, &twice}) *sum /= weeks;
  }

 private:
  double unit() { return std::uniform_real_distribution<double>(0, 1)(random_); }

  void one_day(std::size_t weekday) {
    visits_.clear();
    walks_.clear();
    for (const PersonClass& people : model_.classes) {
      const ModelRole& role = model_.roles[static_cast<std::size_t>(people.role)];
      for (int person = people.first; person < people.first + people.count; ++person) {
        double chance = unit();
        int there = -1;
        for (std::size_t p = 0; p < role.presence.size() && there < 0; ++p) {
          chance -= role.presence[p][weekday];
          if (chance < 0) there = static_cast<int>(p);
        }
        for (std::size_t v = 0; v < role.visits.size(); ++v) {
          if (role.visits[v].presence == there) draw(role, role.visits[v], people.to[v], person);
        }
      }
    }
    std::vector<bool> met(met_days_.size(), false);
    const auto note = [&](int a, int b, double& sum) {
      sum += 1;
      met[static_cast<std::size_t>(std::min(a, b) * model_.persons + std::max(a, b))] = true;
    };
    for (std::size_t i = 0; i < visits_.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const Visited &a = visits_[i], &b = visits_[j];
        if (a.person == b.person || a.station != b.station) continue;
        const double together = std::min(a.to, b.to) - std::max(a.from, b.from);
        if (together <= 0) continue;
        const double chance =
            model_.stations[static_cast<std::size_t>(a.station)].chance * model_.notice;
        minutes += together * chance;
        if (together >= model_.overlap_min && unit() < chance) note(a.person, b.person, stays);
      }
    }
    for (std::size_t i = 0; i < walks_.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (walks_[i].person == walks_[j].person) continue;
        if (pass(walks_[i], walks_[j]) && unit() < model_.notice) {
          note(walks_[i].person, walks_[j].person, passings);
        }
      }
    }
    for (std::size_t pair = 0; pair < met.size(); ++pair) met_days_[pair] += met[pair] ? 1 : 0;
  }

  void draw(const ModelRole& role, const Visit& visit, const std::vector<Destination>& to,
            int person) {
    for (const StartPiece& piece : visit.stays.starts) {
      std::poisson_distribution<int> number(piece.per_min * (piece.to_min - piece.from_min));
      for (int n = number(random_); n > 0; --n) {
        const double from = piece.from_min + unit() * (piece.to_min - piece.from_min);
        const double dwell = visit.stays.dwell[static_cast<std::size_t>(4 * unit())];
        double chance = unit();
        std::size_t which = 0;
        while (chance >= to[which].probability) chance -= to[which++].probability;
        visits_.push_back({person, to[which].station, from, from + dwell});
        walk(role, to[which].out, from, true, person);
        walk(role, to[which].back, from + dwell, false, person);
      }
    }
  }

  // There until `time`, back from then on.
  void walk(const ModelRole& role, const Trip& trip, double time, bool there, int person) {
    if (trip.pair < 0) return;
    const Route& route = model_.routes->routes[static_cast<std::size_t>(trip.pair)].at(0);
    const double takes = route.length / role.speed / 60;
    walks_.push_back({person, there ? time - takes : time, route.pieces, trip.forward, route.length,
                      role.speed});
  }

  // The times at which a walk enters and leaves what lies between two places of its route.
  static std::pair<double, double> times(const Walk& walk, double from_m, double to_m) {
    if (!walk.forward) {
      std::tie(from_m, to_m) = std::pair(walk.length - to_m, walk.length - from_m);
    }
    const double per_m = 1 / walk.speed / 60;
    return {walk.begin + from_m * per_m, walk.begin + to_m * per_m};
  }

  // Routes here share one stretch at most.
  bool pass(const Walk& a, const Walk& b) const {
    double a_from = 1e9, a_to = 0, b_from = 1e9, b_to = 0;
    bool same = true;
    for (const RoutePiece& one : a.pieces) {
      for (const RoutePiece& other : b.pieces) {
        if (one.piece != other.piece) continue;
        const double length = model_.routes->pieces[static_cast<std::size_t>(one.piece)].length;
        a_from = std::min(a_from, one.start), a_to = std::max(a_to, one.start + length);
        b_from = std::min(b_from, other.start), b_to = std::max(b_to, other.start + length);
        same = (one.forward == a.forward) == (other.forward == b.forward);
      }
    }
    if (a_to == 0) return false;
    const auto [a_in, a_out] = times(a, a_from, a_to);
    const auto [b_in, b_out] = times(b, b_from, b_to);
    const double begin = std::max(a_in, b_in), end = std::min(a_out, b_out);
    if (begin > end) return false;
    if (!same) return true;
    // Both walk at an even pace: nearest at either end, or where one overtakes the other.
    const auto ahead = [&](double time) {
      return 60 * ((time - a_in) * a.speed - (time - b_in) * b.speed);
    };
    return std::abs(ahead(begin)) <= model_.beside_m || std::abs(ahead(end)) <= model_.beside_m ||
           ahead(begin) * ahead(end) < 0;
  }

  const EncounterModel& model_;
  std::mt19937_64 random_;
  std::vector<Visited> visits_;
  std::vector<Walk> walks_;
  std::vector<int> met_days_;  // per two people
};

// Shifts, chances, two destinations and dwells that differ, away from midnight.
EncounterModel little_model() {
  Ward ward;
  ward.add_role(2, {{{400, 1000, 0.006}}, {10, 20, 40, 90}}, 2, {1, true}, {1, false});
  ward.add_role(3, stays(6, 15, 300, 1100), 1, {0, true}, {0, false}).speed = 0.9;
  ward.model.roles[1].presence = {{0.6, 0.6, 0.6, 0.6, 0.6, 0, 0}, {0.3, 0.3, 0.3, 0.3, 0.3, 1, 1}};
  ward.model.roles[1].visits.push_back({0, 1, stays(4, 25, 600, 1200)});
  PersonClass& people = ward.model.classes[1];
  people.to[0] = {{1, 0.5, {0, true}, {0, false}}, {2, 0.5, {1, true}, {1, false}}};
  people.to.push_back({{2, 1, {2, true}, {2, false}}});
  ward.model.stations[2].chance = 0.6;
  ward.model.notice = 0.9;
  ward.model.overlap_min = 2;
  ward.model.routes = std::make_shared<const RouteSet>(ward.routes);
  return ward.model;
}

}  // namespace

TEST_CASE("The closed form is what days drawn one by one show", "[known effect]") {
  constexpr int kWeeks = 600;
  const EncounterModel model = little_model();
  SlowWeeks drawn(model, 17);
  drawn.run(kWeeks);
  const Encounters formula = formula_of(model).encounters;
  double passings = 0, minutes = 0;
  for (const RolePair& row : formula.pairs) {
    passings += row.pairs * row.passing_per_week;
    minutes += row.pairs * row.minutes_per_week;
  }
  // Counts of a week are spread more than Poisson's: four times the root of twice their number.
  const auto margin = [](double count) { return 4 * std::sqrt(2 * count / kWeeks); };
  const double stays = formula.total.value - passings;
  CHECK(drawn.stays == Approx(stays).margin(margin(stays)));
  CHECK(drawn.passings == Approx(passings).margin(margin(passings)));
  CHECK(drawn.minutes == Approx(minutes).epsilon(0.03));
  CHECK(drawn.twice == Approx(repeated_in(formula)).epsilon(0.04));
}

TEST_CASE("The simulation is what days drawn one by one show", "[known effect]") {
  constexpr int kWeeks = 600;
  const EncounterModel model = little_model();
  SlowWeeks drawn(model, 18);
  drawn.run(kWeeks);
  Job job;
  auto simulation = simulate(model, {3, kWeeks, kWeeks, 0, 1}, job);
  REQUIRE(simulation);
  const double total = drawn.stays + drawn.passings;
  CHECK(simulation->result.total.value ==
        Approx(total).margin(4 * std::sqrt(2 * 2 * total / kWeeks)));
  CHECK(repeated_in(simulation->result) == Approx(drawn.twice).epsilon(0.04));
}
