// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/random_building.h"

#include <algorithm>
#include <array>
#include <random>

namespace trefpunt {

namespace {

// Not the library's distributions, which differ between libraries.
class Chance {
 public:
  explicit Chance(std::uint32_t seed) : random_(seed) {}
  int whole(int low, int high) {  // both included
    return low + static_cast<int>(random_() % static_cast<unsigned>(high - low + 1));
  }
  double between(double low, double high) {
    return low + (high - low) * (random_() / 4294967296.0);
  }
  bool yes(double probability) { return random_() / 4294967296.0 < probability; }
  template <typename T>
  const T& one_of(const std::vector<T>& all) {
    return all[static_cast<std::size_t>(whole(0, static_cast<int>(all.size()) - 1))];
  }

 private:
  std::mt19937 random_;
};

constexpr double kCorridor = 2.4, kDepth = 5, kStairs = 3, kDoor = 0.95;  // m

enum class Shape { OneCorridor, TwoCorridors, Ring };

// Rooms side by side, from x0 to x1 and y0 to y1; doors to a corridor below, above or both.
struct Row {
  double x0, x1, y0, y1;
  bool to_below, to_above;
};

class Draw {
 public:
  Draw(Chance& chance, Building& building) : chance_(chance), building_(building) {}

  void run() {
    const Shape shape =
        chance_.one_of<Shape>({Shape::OneCorridor, Shape::TwoCorridors, Shape::Ring});
    const int storeys = chance_.whole(1, 2);
    const int rooms = chance_.whole(12, 40);
    const int rows = storeys * (shape == Shape::OneCorridor ? 2 : 3);
    length_ = kStairs + std::max(3.0, static_cast<double>(rooms) / rows) * 4;
    for (int s = 0; s < storeys; ++s) {
      storey_ = std::make_shared<Storey>();
      storey_->id = {s + 1};
      storey_->name = s == 0 ? "begane grond" : "verdieping";
      storey_->level = s;
      draw_storey(shape, s == 0);
      give_uses();
      building_.storeys.push_back(storey_);
    }
  }

 private:
  void wall(Point a, Point b) {
    storey_->walls.push_back({WallId{next_++}, {snap(a), snap(b)}, false, false, ""});
  }
  void door(Point a, Point b, Entrance entrance) {
    Door made;
    made.id = {next_++};
    made.a = snap(a);
    made.b = snap(b);
    made.clear_width = distance(a, b);
    made.entrance = entrance;
    storey_->doors.push_back(made);
  }
  Space& space(Point anchor, Use use) {
    Space made;
    made.id = {next_++};
    made.anchor = snap(anchor);
    made.use = use;
    made.number = std::to_string(next_);
    storey_->spaces.push_back(made);
    return storey_->spaces.back();
  }

  void draw_row(const Row& row, bool has_stairs) {
    std::vector<double> cuts = {row.x0};
    const double end = has_stairs ? row.x1 - kStairs : row.x1;
    while (end - cuts.back() > 7) {
      const bool is_wide = end - cuts.back() > 15 && chance_.yes(0.15);
      cuts.push_back(cuts.back() + (is_wide ? chance_.between(10, 12) : chance_.between(3, 5)));
    }
    cuts.push_back(end);
    if (has_stairs) cuts.push_back(row.x1);
    for (std::size_t i = 0; i < cuts.size(); ++i) {
      wall({cuts[i], row.y0}, {cuts[i], row.y1});
      if (i + 1 == cuts.size()) break;
      wall({cuts[i], row.y0}, {cuts[i + 1], row.y0});
      wall({cuts[i], row.y1}, {cuts[i + 1], row.y1});
      const bool up = row.to_above && (!row.to_below || chance_.yes(0.5));
      const double y = up ? row.y1 : row.y0;
      const double x = cuts[i] + chance_.between(0.3, cuts[i + 1] - cuts[i] - kDoor - 0.3);
      door({x, y}, {x + kDoor, y}, Entrance::None);
      const Point middle{(cuts[i] + cuts[i + 1]) / 2, (row.y0 + row.y1) / 2};
      const bool is_stairs = has_stairs && i + 2 == cuts.size();
      space(middle, is_stairs ? Use::Stairs : Use::Bedroom);
      if (cuts[i + 1] - cuts[i] > 9) wide_.push_back(storey_->spaces.size() - 1);
      if (!is_stairs) continue;
      Link link;
      link.id = {next_++};
      link.footprint = {snap(middle + Point{-0.6, -1}), snap(middle + Point{0.6, -1}),
                        snap(middle + Point{0.6, 1}), snap(middle + Point{-0.6, 1})};
      storey_->links.push_back(link);
    }
  }

  void draw_storey(Shape shape, bool has_entrance) {
    draw_row({0, length_, 0, kDepth, false, true}, true);
    const double above = kDepth + kCorridor;
    const Point door_low{0, kDepth + 0.5}, door_high{0, kDepth + 1.7};
    if (has_entrance) door(door_low, door_high, Entrance::Public);
    space({1.2, kDepth + kCorridor / 2}, Use::Corridor);
    if (shape == Shape::OneCorridor) {
      wall({0, kDepth}, {0, above});
      wall({length_, kDepth}, {length_, above});
      draw_row({0, length_, above, above + kDepth, true, false}, false);
      return;
    }
    const double second = above + kDepth, top = second + kCorridor;
    wall({0, kDepth}, {0, top});
    wall({length_, kDepth}, {length_, shape == Shape::Ring ? top : above});
    if (shape == Shape::TwoCorridors) wall({length_, second}, {length_, top});
    draw_row({kCorridor, shape == Shape::Ring ? length_ - kCorridor : length_, above, second, true,
              true},
             false);
    draw_row({0, length_, top, top + kDepth, true, false}, false);
  }

  void give_uses() {
    std::vector<std::size_t> rooms;
    for (std::size_t i = 0; i < storey_->spaces.size(); ++i) {
      if (storey_->spaces[i].use == Use::Bedroom) rooms.push_back(i);
    }
    // The wide rooms first: not everybody there sees everybody.
    const auto give = [&](Use use, int seats) {
      auto pick = rooms.begin() + chance_.whole(0, static_cast<int>(rooms.size()) - 1);
      const bool is_wide = !wide_.empty();
      if (is_wide) {
        pick = std::find(rooms.begin(), rooms.end(), wide_.back());
        wide_.pop_back();
      }
      Space& made = storey_->spaces[*pick];
      rooms.erase(pick);
      made.use = use;
      for (int s = 0; s < seats; ++s) {
        const Point by{(is_wide ? 4 : 0.6) * (s % 3 - 1), 0.7 * (s / 3) - 1};
        storey_->seats.push_back({SeatId{next_++}, snap(made.anchor + by), 1, ""});
      }
    };
    give(Use::Lounge, chance_.whole(4, 8));
    give(Use::StaffRoom, 3);
    give(Use::Treatment, 0);
    if (chance_.yes(0.5)) give(Use::Lounge, 4);
    if (chance_.yes(0.7)) give(Use::Activity, 0);
    for (const std::size_t i : rooms) storey_->spaces[i].beds = chance_.yes(0.2) ? 2 : 1;
    if (chance_.yes(0.5)) {
      for (const double x : {4.0, 4.8}) {
        storey_->seats.push_back({SeatId{next_++}, snap({x, kDepth + 0.5}), 1, ""});
      }
    }
  }

  Chance& chance_;
  Building& building_;
  std::shared_ptr<Storey> storey_;
  double length_ = 0;
  std::vector<std::size_t> wide_;  // spaces of the storey
  int next_ = 1;
};

PlaceQuery place(Use use, bool spread = false) {
  PlaceQuery query;
  query.use = use;
  query.spread = spread;
  return query;
}
PlaceQuery entrance() {
  PlaceQuery query;
  query.is_entrance = true;
  return query;
}
PlaceQuery homes_of(const std::string& role, bool spread) {
  PlaceQuery query;
  query.role = role;
  query.spread = spread;
  return query;
}

Errand random_errand(Chance& chance, int number, const PlaceQuery& to) {
  Errand errand;
  errand.id = "bezigheid " + std::to_string(number);
  errand.to = to;
  errand.per_day = chance.between(0.3, 4);
  errand.dwell_min = chance.between(3, 60);
  errand.dwell_spread = chance.yes(0.5) ? 0.5 : 0;
  if (chance.yes(0.4)) {
    const double from = 60 * chance.whole(8, 12);
    errand.when = {{from, from + 60 * chance.whole(1, 4), 2}, {60.0 * 16, 60.0 * 20, 1}};
  }
  return errand;
}

}  // namespace

Building random_building(std::uint32_t seed) {
  Chance chance(seed);
  Building building;
  building.name = "gebouw " + std::to_string(seed);
  Draw(chance, building).run();
  return building;
}

Programme random_programme(std::uint32_t seed) {
  Chance chance(seed);
  Programme programme;
  programme.name = "programma " + std::to_string(seed);
  const std::vector<RoleKind> kinds = {RoleKind::Patient,   RoleKind::Staff, RoleKind::Relative,
                                       RoleKind::Volunteer, RoleKind::Staff, RoleKind::Patient};
  const int roles = chance.whole(3, 6);
  for (int r = 0; r < roles; ++r) {
    Role role;
    role.kind = kinds[static_cast<std::size_t>(r)];
    role.id = "rol" + std::to_string(r + 1);
    role.count = chance.whole(3, 10);
    role.speed = chance.between(0.7, 1.4);
    std::vector<PlaceQuery> goals = {place(Use::Lounge), place(Use::Lounge, true),
                                     place(Use::Treatment)};
    if (role.kind == RoleKind::Patient) {
      role.home = place(Use::Bedroom);
      role.presence = {{0, 1440, chance.yes(0.5) ? 1.0 : 0.8, {1, 2, 3, 4, 5, 6, 7}, ""}};
      goals.push_back(home_place());
      goals.push_back(entrance());
    } else if (role.kind == RoleKind::Staff) {
      role.home = place(Use::StaffRoom);
      const double share = chance.between(0.2, 0.33);
      role.presence = {{420, 930, share, {1, 2, 3, 4, 5, 6, 7}, ""},
                       {900, 1380, share, {1, 2, 3, 4, 5, 6, 7}, ""}};
      if (chance.yes(0.5)) {
        role.presence.push_back({1380, 1860, chance.between(0.1, 0.3), {1, 2, 3, 4, 5}, ""});
      }
      goals.push_back(homes_of("rol1", true));
      goals.push_back(place(Use::Bedroom, true));
      goals.push_back(home_place());
    } else {
      role.home = entrance();
      role.presence = {{14 * 60.0, 20 * 60.0, chance.between(0.2, 0.8), {1, 3, 5, 6, 7}, ""}};
      goals.push_back(homes_of("rol1", false));
      goals.push_back(homes_of("rol1", false));
    }
    const int errands = chance.whole(2, 5);
    for (int e = 0; e < errands; ++e) {
      role.errands.push_back(random_errand(chance, e + 1, chance.one_of(goals)));
    }
    programme.roles.push_back(std::move(role));
  }
  if (chance.yes(0.4)) {
    GroupSession session;
    session.id = "groep";
    session.place = place(Use::Lounge);
    session.weekdays = {2, 4};
    session.start_min = 600;
    session.minutes = 60;
    for (const int r : {0, 1}) {
      const Role& role = programme.roles[static_cast<std::size_t>(r)];
      session.members.push_back({role.id, 0, std::min(3, role.count), chance.between(0.5, 1)});
    }
    programme.sessions.push_back(session);
  }
  return programme;
}

Result<std::shared_ptr<const Grounds>> grounds_of(Building building, Job& job) {
  auto made = std::make_shared<Grounds>();
  made->building = std::move(building);
  for (const auto& storey : made->building.storeys) {
    Result<Layout> layout = make_layout(*storey, {}, job);
    if (!layout) return layout.error();
    made->layouts.push_back(std::make_shared<const Layout>(std::move(*layout)));
    Result<StoreySight> sight = make_storey_sight(*storey, *made->layouts.back(), job);
    if (!sight) return sight.error();
    made->sights.push_back(std::make_shared<const StoreySight>(std::move(*sight)));
  }
  made->network = make_walk_network(made->building, made->layouts);
  made->on_foot = make_walk_graph(made->building, made->layouts, walker(), job);
  return std::shared_ptr<const Grounds>(std::move(made));
}

Result<EncounterModel> model_of(const Programme& programme, const Grounds& grounds, Job& job) {
  Result<LaidOut> laid = lay_out(programme, grounds.ground(), job);
  if (!laid) return laid.error();
  std::vector<Place> stations;
  for (const Station& station : laid->model.stations) stations.push_back(station.place);
  RouteOptions options;
  options.detour = programme.rules.detour.value;
  Result<RouteSet> routes = make_routes(grounds.network, stations, laid->pairs, options, job);
  if (!routes) return routes.error();
  return with_routes(std::move(*laid), std::make_shared<const RouteSet>(std::move(*routes)),
                     grounds.ground());
}

}  // namespace trefpunt
