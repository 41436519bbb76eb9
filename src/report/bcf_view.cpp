// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/bcf_view.h"

#include <algorithm>
#include <cmath>

#include "report/bcf_guid.h"
#include "report/drawing.h"

namespace trefpunt {

namespace {

constexpr double kCutHeight = 1;      // m above the floor, where plans are cut out of a model
constexpr double kAboveCut = 10;      // m from the cut to the camera
constexpr double kEyeAnywhere = 100;  // m: above a floor whose height is not known
constexpr double kAround = 2;         // m to see around the places
constexpr double kSmallest = 6;       // m: a door with the rooms it joins
constexpr int kSnapshotWidth = 1000;  // px

Box box_of_thing(Point a, Point b, const Ring& footprint) {
  Box box = box_of(footprint);
  box.add(a);
  box.add(b);
  return box;
}

// Rounded to what a plan stores, and never "-0".
double micrometre(double metres) {
  return std::round(metres * 1e6) / 1e6 + 0.0;
}

void frame_view(BcfView& view, const Box& box, const Storey& storey) {
  view.middle = {micrometre((box.low.x + box.high.x) / 2),
                 micrometre((box.low.y + box.high.y) / 2)};
  view.size = micrometre(
      std::max({box.height() + 2 * kAround, (box.width() + 2 * kAround) / kBcfAspect, kSmallest}));
  view.eye = kEyeAnywhere;
  if (!storey.elevation) return;
  view.cut = micrometre(*storey.elevation + kCutHeight);
  view.eye = micrometre(*view.cut + kAboveCut);
}

}  // namespace

std::map<std::string, BcfThing> bcf_things(const Building& building, const BuildingResult& result) {
  std::map<std::string, BcfThing> things;
  for (std::size_t s = 0; s < building.storeys.size(); ++s) {
    const Storey& storey = *building.storeys[s];
    const int at = static_cast<int>(s);
    const Layout* layout = s < result.layouts.size() ? result.layouts[s].get() : nullptr;
    for (std::size_t i = 0; i < storey.spaces.size(); ++i) {
      const Space& space = storey.spaces[i];
      Box box = box_of({space.anchor});
      if (layout && i < layout->shapes.size() && layout->shapes[i].polygon) {
        box = box_of(layout->shapes[i].polygon->outer);
      }
      things[to_string(space.id)] = {at, space.anchor, box, space.source_key, true};
    }
    const auto add = [&](const auto& id, const Box& box, const std::string& key) {
      const Point middle{(box.low.x + box.high.x) / 2, (box.low.y + box.high.y) / 2};
      things[to_string(id)] = {at, middle, box, key};
    };
    for (const Door& door : storey.doors) {
      add(door.id, box_of_thing(door.a, door.b, door.footprint), door.source_key);
    }
    for (const Window& window : storey.windows) {
      add(window.id, box_of_thing(window.a, window.b, window.footprint), window.source_key);
    }
    for (const Wall& wall : storey.walls) add(wall.id, box_of(wall.points), wall.source_key);
    for (const Seat& seat : storey.seats) add(seat.id, box_of({seat.at}), seat.source_key);
    for (const Furniture& piece : storey.furniture) {
      add(piece.id, box_of(piece.ring), piece.source_key);
    }
    for (const Link& link : storey.links) add(link.id, box_of(link.footprint), link.source_key);
  }
  return things;
}

std::vector<BcfView> bcf_views(const ReportModel& model,
                               const std::map<std::string, BcfThing>& things,
                               const std::string& topic, const BcfPicture& picture, Lang lang) {
  const Building& building = *model.building();
  std::vector<BcfView> views;
  for (int s = 0; s < static_cast<int>(building.storeys.size()); ++s) {
    const Storey& storey = *building.storeys[static_cast<std::size_t>(s)];
    BcfView view;
    Box box;
    for (const PlanPlace& place : picture.outcome->places) {
      if (place.storey != s) continue;
      box.add(place.at);
      const auto thing = things.find(place.object);
      if (thing == things.end() || thing->second.storey != s) continue;
      box.add(thing->second.box);
      if (!is_global_id(thing->second.key)) continue;
      view.components.push_back(thing->second.key);
      view.shows_spaces = view.shows_spaces || thing->second.is_space;
    }
    if (box.empty() || !std::isfinite(box.width()) || !std::isfinite(box.height())) continue;
    std::sort(view.components.begin(), view.components.end());
    view.components.erase(std::unique(view.components.begin(), view.components.end()),
                          view.components.end());
    if (is_global_id(storey.source_key)) view.storey = storey.source_key;
    view.guid =
        guid_of(topic + "|view|" + (view.storey.empty() ? to_string(storey.id) : view.storey));
    frame_view(view, box, storey);
    DrawingOptions options;
    options.storey = s;
    options.outcome = picture.outcome;
    options.info = picture.info;
    options.width = kSnapshotWidth;
    options.lang = lang;
    view.snapshot = drawing_png(building, *model.result(), options);
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace trefpunt
