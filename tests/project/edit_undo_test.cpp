// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "project/edit.h"
#include "project/history.h"
#include "support/project_text.h"

using namespace trefpunt;

namespace {

Wall wall(std::vector<Point> points, bool is_closed = false) {
  return {{}, std::move(points), is_closed, false, "w"};
}

// Two storeys with a few things of every kind, made by edits.
Project small_project() {
  Project project;
  for (int level = 0; level < 2; ++level) {
    auto storey = std::make_shared<Storey>();
    storey->id = {project.next.storey++};
    storey->level = level;
    storey->outline = {{0, 0}, {8, 0}, {8, 5}, {0, 5}};
    if (level == 0) project.buildings.push_back({"test", {}, {}, {}});
    project.buildings[0].storeys.push_back(storey);
  }
  const auto change = [&](const Edit& edit) {
    const Result<Project> after = trefpunt::apply(project, edit);
    REQUIRE(after);
    project = *after;
  };
  change(edit::AddUnit{0, {{}, "Huisartsen", "", 3, false}});
  for (const StoreyId storey : {StoreyId{1}, StoreyId{2}}) {
    change(edit::AddWall{storey, wall({{0, 0}, {8, 0}, {8, 5}})});
    change(edit::AddWall{storey, wall({{8, 5}, {0, 5}, {0, 0}})});
    change(edit::AddWall{storey, wall({{4, 0}, {4.2, 0}, {4.2, 5}, {4, 5}}, true)});
    change(edit::AddDoor{storey, {{}, {4.1, 1}, {4.1, 2}, {}}});
    change(edit::AddWindow{storey, {{}, {1, 0}, {2, 0}, {}, 0.9, ""}});
    change(edit::AddSpace{storey, {{}, {2, 2}, "Spreekkamer", "1"}});
    change(edit::AddSpace{storey, {{}, {6, 2}, "Wachten", "2"}});
    change(edit::AddSeat{storey, {{}, {6, 3}, 2, ""}});
    change(edit::AddFurniture{storey, {{}, {{5, 1}, {6, 1}, {6, 2}}, false, "tafel", ""}});
    change(edit::AddLink{storey, {{}, LinkKind::Stairs, {{7, 4}, {8, 4}, {8, 5}}, 6.0, {}, ""}});
    change(edit::AddBoundary{storey, {{}, {{6, 0}, {6, 5}}, false, ""}});
  }
  return project;
}

// Of every thing of every storey, with its storey.
std::multiset<std::string> names_in(const Project& project) {
  std::multiset<std::string> names;
  const auto all = [&](const auto& things) {
    for (const auto& thing : things) names.insert(to_string(thing.id));
  };
  for (const Building& building : project.buildings) {
    all(building.units);
    for (const auto& storey : building.storeys) {
      names.insert(to_string(storey->id));
      all(storey->walls);
      all(storey->doors);
      all(storey->windows);
      all(storey->spaces);
      all(storey->seats);
      all(storey->furniture);
      all(storey->links);
      all(storey->boundaries);
    }
  }
  return names;
}

class RandomEdits {
 public:
  explicit RandomEdits(unsigned seed) : random_(seed) {}

  // Some of them are refused.
  Edit next(const Project& project) {
    const auto& storeys = project.buildings[0].storeys;
    const Storey& storey = *storeys[static_cast<std::size_t>(below(int(storeys.size())))];
    switch (below(18)) {
      case 0:
        return edit::AddWall{storey.id, wall({point(), point(), point()}, below(2) == 0)};
      case 1:
        return changed(storey, storey.walls, [&](Wall& one) { one.is_glass = !one.is_glass; });
      case 2:
        return changed(storey, storey.doors, [&](Door& one) { one.clear_width = 0.1 * below(12); });
      case 3:
        return changed(storey, storey.windows, [&](Window& one) { one.b = point(); });
      case 4:
        return changed(storey, storey.spaces, [&](Space& one) { one.unit = {below(4)}; });
      case 5:
        return changed(storey, storey.seats, [&](Seat& one) { one.places = below(4); });
      case 6:
        return changed(storey, storey.furniture, [&](Furniture& one) { one.name += "."; });
      case 7:
        return changed(storey, storey.links, [&](Link& one) { one.slope = 0.05 * below(3); });
      case 8:
        return edit::AddDoor{storey.id, {{}, point(), point(), {}}};
      case 9:
        return edit::AddSeat{storey.id, {{}, point(), 1, ""}};
      case 10:
        return edit::AddBoundary{storey.id, {{}, {point(), point()}, false, ""}};
      case 11: {
        const Wall one = some(storey.walls);
        return edit::MoveVertex{storey.id, one.points.empty() ? point() : one.points[0], point()};
      }
      case 12:
        return edit::SplitWall{storey.id, some(storey.walls).id, point()};
      case 13:
        return edit::MoveThings{storey.id, objects(storey), point()};
      case 14:
        return edit::RemoveThings{storey.id, objects(storey)};
      case 15:
        return edit::CopyStorey{0, storey.id, "kopie", double(below(6))};
      case 16:
        if (below(2) == 0) return edit::RemoveStorey{storey.id};
        return edit::SetStorey{storey.id, "verdieping", double(below(6))};
      default:
        if (below(2) == 0) return edit::AddUnit{0, {{}, "afdeling", "", below(9), {}}};
        return edit::RenameProject{"naam " + std::to_string(below(100))};
    }
  }

 private:
  int below(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }
  Point point() { return {0.1 * below(80), 0.1 * below(50)}; }
  template <typename Thing>
  Thing some(const std::vector<Thing>& things) {
    return things.empty() ? Thing{} : things[static_cast<std::size_t>(below(int(things.size())))];
  }
  template <typename Thing, typename Change>
  Edit changed(const Storey& storey, const std::vector<Thing>& things, Change change) {
    Thing one = some(things);
    change(one);
    return edit::Set<Thing>{storey.id, one};
  }
  std::vector<std::string> objects(const Storey& storey) {
    return {to_string(some(storey.walls).id),
            to_string(below(2) == 0 ? some(storey.seats).id : SeatId{below(20)})};
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("As many undos as edits give the first document, and redos the last", "[edit][history]") {
  for (const unsigned seed : {1u, 2u, 3u}) {
    CAPTURE(seed);
    RandomEdits edits(seed);
    const Project first = small_project();
    History history(std::make_shared<const Project>(first));
    std::vector<std::string> texts = {to_text(first)};
    std::set<std::size_t> kinds;
    for (int tries = 0; texts.size() <= 300; ++tries) {
      REQUIRE(tries < 3000);
      const Edit edit = edits.next(*history.current());
      const Result<Project> after = trefpunt::apply(*history.current(), edit);
      REQUIRE(to_text(*history.current()) == texts.back());
      if (!after) continue;
      kinds.insert(edit.index());
      history.push(label_of(edit), std::make_shared<const Project>(*after));
      texts.push_back(to_text(*after));
    }
    CHECK(kinds.size() >= 18);
    for (std::size_t i = texts.size(); i-- > 0; history.undo()) {
      REQUIRE(to_text(*history.current()) == texts[i]);
      REQUIRE(history.can_undo() == (i > 0));
    }
    CHECK(first_difference(*history.current(), first).empty());
    while (history.can_redo()) history.redo();
    CHECK(to_text(*history.current()) == texts.back());
  }
}

TEST_CASE("After any edit every id is there once, and none comes back", "[edit]") {
  for (const unsigned seed : {4u, 5u, 6u}) {
    CAPTURE(seed);
    RandomEdits edits(seed);
    Project project = small_project();
    auto before = names_in(project);
    std::set<std::string> ever(before.begin(), before.end());
    for (int step = 0; step < 300; ++step) {
      const Result<Project> after = trefpunt::apply(project, edits.next(project));
      if (!after) continue;
      const auto now = names_in(*after);
      CHECK(std::set<std::string>(now.begin(), now.end()).size() == now.size());
      for (const std::string& name : now) {
        if (!before.contains(name)) CHECK(ever.insert(name).second);
      }
      project = *after;
      before = now;
    }
  }
}

TEST_CASE("After any edit all storeys but one are shared, from low to high", "[edit]") {
  RandomEdits edits(7);
  Project project = small_project();
  for (int step = 0; step < 300; ++step) {
    const Result<Project> after = trefpunt::apply(project, edits.next(project));
    if (!after) continue;
    const auto& old = project.buildings[0].storeys;
    const auto& storeys = after->buildings[0].storeys;
    CHECK(std::count_if(storeys.begin(), storeys.end(), [&](const auto& storey) {
            return std::find(old.begin(), old.end(), storey) == old.end();
          }) <= 1);
    CHECK(std::is_sorted(storeys.begin(), storeys.end(),
                         [](const auto& a, const auto& b) { return a->level < b->level; }));
    project = *after;
  }
}
