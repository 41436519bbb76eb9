// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/dxf_doors.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "base/text.h"
#include "io/dxf_leaves.h"
#include "io/dxf_openings.h"

namespace trefpunt {

namespace {

constexpr double kWindowSlack = 0.4;  // m
constexpr double kTouch = 0.05;       // m: a line this near a jamb touches it
constexpr double kAskew = 0.1;        // m
constexpr int kHops = 3;              // from line to line
constexpr double kChain = 0.02;       // m: two lines this near each other touch
constexpr double kLineSlack = 0.15;   // m: how far a mere line may stop before the wall
constexpr double kSameDoor = 0.4;     // share of the width: two signs this near are one door

Opening best_fit(const DoorSign& sign, const SegmentIndex& walls) {
  Opening best;
  bool first = true;
  for (const Segment& reading : sign.readings) {
    const Opening opening =
        fit_opening(reading.a, reading.b, walls, sign.needs_walls ? kLineSlack : sign.slack);
    if (first || opening.fit > best.fit ||
        (opening.fit == best.fit && opening.moved < best.moved - 0.02)) {
      best = opening;
    }
    first = false;
  }
  return best;
}

bool same_place(const Door& door, const Opening& opening) {
  const double width = std::min(distance(door.a, door.b), distance(opening.a, opening.b));
  return distance(middle(door.a, door.b), middle(opening.a, opening.b)) < kSameDoor * width;
}

std::string attribute(const MeantObject& object, std::initializer_list<const char*> tags) {
  for (const char* tag : tags) {
    const auto found = object.attributes.find(tag);
    if (found != object.attributes.end() && !found->second.empty()) return found->second;
  }
  return {};
}

Door door_from(const DoorSign& sign, const Opening& opening, const FlatDrawing& drawing) {
  Door door;
  door.a = opening.a;
  door.b = opening.b;
  door.footprint = opening.footprint;
  door.source_key = sign.handle;
  if (sign.object >= 0) {
    const MeantObject& object = drawing.objects[static_cast<std::size_t>(sign.object)];
    door.name = attribute(object, {"nummer", "nr", "deurnummer", "deurnr", "number", "door_number",
                                   "mark", "merk", "naam", "name"});
    door.clear_width = width_from_text(
        attribute(object, {"breedte", "vrije_breedte", "doorgang", "dagmaat", "width",
                           "clear_width", "breite", "lichte_breite", "b"}));
    door.is_glass = fold(object.block).find("glas") != std::string::npos;
  }
  return door;
}

// Lines that may be walls when a door hangs on them: those of layers that say nothing, and those of
// the floor when they run on in the door's own direction.
class Adoption {
 public:
  explicit Adoption(const FlatDrawing& drawing) {
    for (const MeantItem& meant : drawing.items) {
      const bool unknown = meant.meaning == Meaning::Unknown;
      if (!unknown && meant.meaning != Meaning::Ignore) continue;
      if (meant.item.kind != DxfItem::Kind::Open && meant.item.kind != DxfItem::Kind::Closed) {
        continue;
      }
      const std::size_t before = index_.segments().size();
      index_.add_line(meant.item.points, meant.item.kind == DxfItem::Kind::Closed);
      for (std::size_t i = before; i < index_.segments().size(); ++i) {
        source_.push_back(&meant);
      }
    }
  }

  // Lines of a layer without a meaning that touch those already taken are walls with them.
  void take_what_touches(std::vector<Wall>& walls) {
    for (int hop = 0; hop < kHops; ++hop) {
      SegmentIndex taken;
      std::set<std::string> layers;
      for (const MeantItem* item : taken_) {
        if (item->meaning != Meaning::Unknown) continue;
        taken.add_line(item->item.points, item->item.kind == DxfItem::Kind::Closed);
        layers.insert(item->item.layer);
      }
      const MeantItem* last = nullptr;
      for (const MeantItem* item : source_) {
        if (item == last || item->meaning != Meaning::Unknown ||
            !layers.contains(item->item.layer)) {
          continue;
        }
        last = item;
        if (taken.nearest(item->item.points.front(), kChain) ||
            taken.nearest(item->item.points.back(), kChain)) {
          take(*item, walls);
        }
      }
    }
  }

  // Adds what hangs on the jambs a and b to the walls; whether there was anything.
  bool take(const Segment& door, std::vector<Wall>& walls) {
    const Point along = door.b - door.a;
    bool any = false;
    for (const Point end : {door.a, door.b}) {
      Box box;
      box.add(end);
      for (const int i : index_.near(box.grown(kTouch))) {
        const Segment& segment = index_.segments()[static_cast<std::size_t>(i)];
        if (distance(end, segment) > kTouch) continue;
        const MeantItem& source = *source_[static_cast<std::size_t>(i)];
        const Point d = segment.b - segment.a;
        const bool in_line = std::abs(cross(along, d)) < 0.05 * length(along) * length(d) &&
                             length(d) > 0.3 * length(along);
        if (source.meaning != Meaning::Unknown && !in_line) continue;
        any = true;
        if (source.meaning == Meaning::Unknown) {
          take(source, walls);
        } else if (taken_sides_.insert(i).second) {
          // Of the outline of a floor only the side that the door stands in.
          taken_.push_back(&source);
          Wall wall;
          wall.points = {segment.a, segment.b};
          wall.source_key = source.item.handle;
          walls.push_back(std::move(wall));
        }
      }
    }
    return any;
  }

  void take(const MeantItem& source, std::vector<Wall>& walls) {
    if (!is_taken_.insert(&source).second) return;
    taken_.push_back(&source);
    Wall wall;
    wall.points = source.item.points;
    if (source.item.kind == DxfItem::Kind::Closed) wall.points.push_back(wall.points.front());
    wall.source_key = source.item.handle;
    walls.push_back(std::move(wall));
  }

  void report(std::vector<Finding>& findings) const {
    std::map<std::string, int> count;
    std::map<std::string, Point> place;
    for (const MeantItem* item : taken_) {
      ++count[item->item.layer];
      place.try_emplace(item->item.layer, item->item.points.front());
    }
    for (const auto& [layer, lines] : count) {
      findings.push_back(
          {finding::kWallsFromDoors,
           Severity::Note,
           {fmt::format("Van laag '{}' {} als muur gelezen, omdat er deuren in hangen.", layer,
                        lines == 1 ? "is 1 lijn" : fmt::format("zijn {} lijnen", lines)),
            fmt::format("Of layer '{}' {} read as walls, because doors hang in them.", layer,
                        lines == 1 ? "1 line was" : fmt::format("{} lines were", lines))},
           "",
           "layer " + layer,
           place[layer]});
    }
  }

 private:
  SegmentIndex index_;
  std::vector<const MeantItem*> source_;
  std::vector<const MeantItem*> taken_;
  std::set<const MeantItem*> is_taken_;
  std::set<int> taken_sides_;
};

void add_doors(const FlatDrawing& drawing, std::vector<Wall>& walls, Openings& out) {
  const std::vector<DoorSign> signs = door_signs(drawing);
  SegmentIndex index;
  for (const Wall& wall : walls) index.add_line(wall.points, wall.is_closed);
  Adoption adoption(drawing);
  const std::size_t before = walls.size();
  for (const DoorSign& sign : signs) {
    if (sign.needs_walls || best_fit(sign, index).fit >= Fit::Ends) continue;
    for (const Segment& reading : sign.readings) {
      if (adoption.take(reading, walls)) break;
    }
  }
  adoption.take_what_touches(walls);
  for (std::size_t i = before; i < walls.size(); ++i) {
    index.add_line(walls[i].points, walls[i].is_closed);
  }
  adoption.report(out.findings);
  for (const DoorSign& sign : signs) {
    const Opening opening = best_fit(sign, index);
    if (sign.needs_walls && opening.fit < Fit::Ends) continue;
    if (distance(opening.a, opening.b) < 0.3) continue;
    const bool twice = std::any_of(out.doors.begin(), out.doors.end(),
                                   [&](const Door& door) { return same_place(door, opening); });
    if (twice) continue;
    out.doors.push_back(door_from(sign, opening, drawing));
    out.is_mere_line.push_back(sign.needs_walls);
  }
}

bool in_a_footprint(const std::vector<Window>& windows, Point p) {
  return std::any_of(windows.begin(), windows.end(), [&](const Window& window) {
    return window.footprint.size() == 4 && contains(window.footprint, p);
  });
}

void add_windows(const FlatDrawing& drawing, const std::vector<Wall>& walls, Openings& out) {
  SegmentIndex index;
  for (const Wall& wall : walls) index.add_line(wall.points, wall.is_closed);
  const auto add = [&](const Segment& line, const std::string& handle, bool only_fitting) {
    Opening opening = fit_opening(line.a, line.b, index, kWindowSlack);
    if (only_fitting && opening.fit < Fit::OnWall) return false;
    // One of a row of windows ends at the next: it reaches for a wall straight on only.
    if (opening.fit < Fit::Ends || (opening.fit == Fit::Ends && opening.moved > kAskew)) {
      const Point along = line.b - line.a;
      const auto before = index.first_hit(line.a, -1.0 * along, kWindowSlack);
      const auto after = index.first_hit(line.b, along, kWindowSlack);
      opening.a = before ? snap(before->at) : line.a;
      opening.b = after ? snap(after->at) : line.b;
    }
    const bool is_door = std::any_of(out.doors.begin(), out.doors.end(),
                                     [&](const Door& door) { return same_place(door, opening); });
    const bool twice =
        in_a_footprint(out.windows, middle(opening.a, opening.b)) && !opening.footprint.empty();
    if (is_door || twice || opening.a == opening.b) return true;
    Window window;
    window.a = opening.a;
    window.b = opening.b;
    window.footprint = opening.footprint;
    window.source_key = handle;
    out.windows.push_back(std::move(window));
    return true;
  };
  for (const MeantObject& object : drawing.objects) {
    if (!is_glazing(object)) continue;
    if (const auto line = middle_line(object.items, object.x_axis)) {
      add(*line, object.handle, false);
    }
  }
  for (const DoorSign& sign : glazing_signs(drawing)) {
    const Segment& line = sign.readings.front();
    if (fit_opening(line.a, line.b, index, kWindowSlack).fit >= Fit::Ends) {
      add(line, sign.handle, false);
    }
  }
  // Outlines of windows before the lines in them.
  for (const MeantItem& meant : drawing.items) {
    if (meant.meaning != Meaning::Window || meant.item.kind != DxfItem::Kind::Closed) continue;
    const Ring& ring = meant.item.points;
    std::size_t longest = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
      if (distance(ring[i], ring[(i + 1) % ring.size()]) >
          distance(ring[longest], ring[(longest + 1) % ring.size()])) {
        longest = i;
      }
    }
    const Point axis = ring[(longest + 1) % ring.size()] - ring[longest];
    if (const auto line = middle_line({meant.item}, axis)) add(*line, meant.item.handle, false);
  }
  for (const MeantItem& meant : drawing.items) {
    if (meant.meaning != Meaning::Window || meant.item.kind != DxfItem::Kind::Open) continue;
    for (std::size_t i = 0; i + 1 < meant.item.points.size(); ++i) {
      const Segment line{meant.item.points[i], meant.item.points[i + 1]};
      if (distance(line.a, line.b) < 0.2 || in_a_footprint(out.windows, middle(line.a, line.b))) {
        continue;
      }
      if (add(line, meant.item.handle, true)) continue;
      Window window;
      window.a = line.a;
      window.b = line.b;
      window.source_key = meant.item.handle;
      out.windows.push_back(std::move(window));
    }
  }
}

}  // namespace

std::optional<double> width_from_text(const std::string& text) {
  std::string number;
  std::size_t i = text.find_first_of("0123456789");
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (c >= '0' && c <= '9') {
      number += c;
    } else if ((c == ',' || c == '.') && number.find('.') == std::string::npos) {
      number += '.';
    } else {
      break;
    }
  }
  if (number.empty()) return std::nullopt;
  const std::string unit = fold(squeeze(text.substr(std::min(i, text.size()))));
  double value = 0;
  std::from_chars(number.data(), number.data() + number.size(), value);
  double metres = value;
  if (unit.starts_with("mm") || (unit.empty() && value >= 50)) {
    metres = value / 1000;
  } else if (unit.starts_with("cm") || (unit.empty() && value >= 10)) {
    metres = value / 100;
  }
  if (metres <= 0 || metres > 20) return std::nullopt;
  return metres;
}

Openings openings_of(const FlatDrawing& drawing, std::vector<Wall>& walls) {
  Openings out;
  add_doors(drawing, walls, out);
  add_windows(drawing, walls, out);
  return out;
}

}  // namespace trefpunt
