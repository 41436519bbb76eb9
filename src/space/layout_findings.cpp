// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/layout_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/index.h"

namespace trefpunt {

namespace {

constexpr double kNarrowestDoor = 0.4;  // m
constexpr double kWidestDoor = 8.0;     // m

Finding make(int code, Severity severity, const Storey& storey, std::string object, Point place,
             Text sentence) {
  return {code, severity, std::move(sentence), storey.name, std::move(object), place};
}

// The loose wall end nearest to a point: where a drawing most likely leaks.
std::optional<Point> nearest_loose_end(const Storey& storey, Point p) {
  std::map<Point, int> ends;
  for (const Wall& wall : storey.walls) {
    if (wall.is_closed || wall.points.size() < 2) continue;
    ++ends[wall.points.front()];
    ++ends[wall.points.back()];
  }
  std::optional<Point> best;
  for (const auto& [end, count] : ends) {
    if (count == 1 && (!best || distance(p, end) < distance(p, *best))) best = end;
  }
  return best;
}

}  // namespace

std::string label_of(const Space& space) {
  std::string label = space.number;
  if (!space.name.empty()) label += (label.empty() ? "" : " ") + space.name;
  return label.empty() ? to_string(space.id) : fmt::format("{} ({})", label, to_string(space.id));
}

void report_open_space(const Storey& storey, const Space& space, Layout& layout) {
  const std::string label = label_of(space);
  const Point place = nearest_loose_end(storey, space.anchor).value_or(space.anchor);
  layout.findings.push_back(make(
      finding::kUnclosedWall, Severity::Warning, storey, to_string(space.id), place,
      {fmt::format("De wanden rond ruimte {} sluiten niet: zij loopt over in buiten.", label),
       fmt::format("The walls around space {} do not close: it runs into the outside.", label)}));
}

void report_space_without_face(const Storey& storey, const Space& space, Layout& layout) {
  const std::string label = label_of(space);
  layout.findings.push_back(make(
      finding::kSpaceWithoutFace, Severity::Warning, storey, to_string(space.id), space.anchor,
      {fmt::format("Ruimte {} heeft geen vloer: haar ankerpunt ligt in een wand of deuropening.",
                   label),
       fmt::format("Space {} has no floor: its anchor lies in a wall or doorway.", label)}));
}

void report_two_anchors(const Storey& storey, const Space& first, const Space& second,
                        Layout& layout) {
  const std::string one = label_of(first), two = label_of(second);
  layout.findings.push_back(
      make(finding::kTwoAnchors, Severity::Warning, storey, to_string(second.id), second.anchor,
           {fmt::format("Ruimte {} en ruimte {} liggen in hetzelfde vlak: de scheiding ontbreekt.",
                        one, two),
            fmt::format("Space {} and space {} lie in one face: what parts them is missing.", one,
                        two)}));
}

void report_doors(const Storey& storey, Layout& layout) {
  for (std::size_t i = 0; i < storey.doors.size(); ++i) {
    const Door& door = storey.doors[i];
    const DoorSides& sides = layout.doors[i];
    const Point place = middle(door.a, door.b);
    const auto nowhere = [](const DoorSides::Side& side) {
      return side.region < 0 && !side.is_outside;
    };
    if (nowhere(sides.left) || nowhere(sides.right) ||
        (sides.left.is_outside && sides.right.is_outside)) {
      layout.findings.push_back(
          make(finding::kDoorToNowhere, Severity::Warning, storey, to_string(door.id), place,
               {fmt::format("Deur {} komt aan een kant nergens uit.", to_string(door.id)),
                fmt::format("Door {} leads nowhere on one side.", to_string(door.id))}));
    }
    const double width = door.clear_width.value_or(door.opening_width());
    if (!door.is_opening && (width < kNarrowestDoor || width > kWidestDoor)) {
      layout.findings.push_back(
          make(finding::kDoorWidthSuspicious, Severity::Warning, storey, to_string(door.id), place,
               {fmt::format("Deur {} is {} m breed: klopt de eenheid?", to_string(door.id),
                            format_short(width, 3, Lang::Nl)),
                fmt::format("Door {} is {} m wide: is the unit right?", to_string(door.id),
                            format_short(width, 3, Lang::En))}));
    }
  }
}

void report_spaces_without_door(const Storey& storey, Layout& layout) {
  std::set<SpaceId> entered;
  for (const DoorSides& door : layout.doors) {
    const bool nowhere = (door.left.region < 0 && !door.left.is_outside) ||
                         (door.right.region < 0 && !door.right.is_outside);
    if (nowhere) continue;
    if (door.left.space) entered.insert(*door.left.space);
    if (door.right.space) entered.insert(*door.right.space);
  }
  for (const Passage& passage : layout.passages) {
    entered.insert(passage.from);
    entered.insert(passage.to);
  }
  for (std::size_t s = 0; s < storey.spaces.size(); ++s) {
    const Space& space = storey.spaces[s];
    if (!layout.shapes[s].polygon || entered.contains(space.id)) continue;
    if (space.use == Use::Void || space.use == Use::Outdoor) continue;
    layout.findings.push_back(make(
        finding::kSpaceWithoutDoor, Severity::Warning, storey, to_string(space.id), space.anchor,
        {fmt::format("Ruimte {} heeft geen deur of open doorgang.", label_of(space)),
         fmt::format("Space {} has no door or open passage.", label_of(space))}));
  }
}

void report_seats_outside(const Storey& storey, Layout& layout) {
  for (const Seat& seat : storey.seats) {
    if (space_at(layout, seat.at)) continue;
    layout.findings.push_back(
        make(finding::kSeatOutside, Severity::Warning, storey, to_string(seat.id), seat.at,
             {fmt::format("Zitplaats {} ligt in geen enkele ruimte.", to_string(seat.id)),
              fmt::format("Seat {} lies in no space.", to_string(seat.id))}));
  }
}

void report_faces_without_space(const Storey& storey, Layout& layout) {
  std::vector<int> largest(layout.area_of_region.size(), -1);
  for (int t = 0; t < static_cast<int>(layout.region.size()); ++t) {
    const int region = layout.region[at(t)];
    if (region < 0 || layout.is_cavity[at(t)] || layout.space_of_region[at(region)] >= 0) continue;
    int& best = largest[at(region)];
    if (best < 0 || layout.mesh->area(t) > layout.mesh->area(best)) best = t;
  }
  for (std::size_t region = 0; region < largest.size(); ++region) {
    if (largest[region] < 0) continue;
    const double size = layout.area_of_region[region];
    layout.findings.push_back(
        make(finding::kFaceWithoutSpace, Severity::Note, storey, "",
             layout.mesh->centre(largest[region]),
             {fmt::format("Een gesloten vlak van {} m² hoort bij geen enkele ruimte.",
                          format_number(size, 1, Lang::Nl)),
              fmt::format("A closed face of {} m² belongs to no space.",
                          format_number(size, 1, Lang::En))}));
  }
}

}  // namespace trefpunt
