// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/dxf_things.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

#include "base/text.h"

namespace trefpunt {

namespace {

constexpr double kSmallest = 0.05;     // m2, a piece of furniture
constexpr double kLargest = 60.0;      // m2
constexpr double kPlace = 0.6;         // m of a bench or sofa per person
constexpr double kTogether = 0.45;     // m between lines of one staircase
constexpr double kShortestLink = 0.7;  // m, a side of a stair or lift

// The corners of the box around the items, along the block's own axes.
std::optional<Ring> oriented_box(const std::vector<DxfItem>& items, Point x_axis) {
  const double size = length(x_axis);
  const Point u = size > 0 ? (1 / size) * x_axis : Point{1, 0}, v{-u.y, u.x};
  Box box;
  for (const DxfItem& item : items) {
    if (item.kind == DxfItem::Kind::Text) continue;
    for (const Point p : item.points) box.add(Point{dot(p, u), dot(p, v)});
  }
  if (box.empty() || box.width() < 1e-3 || box.height() < 1e-3) return std::nullopt;
  Ring ring;
  for (const Point p :
       {box.low, Point{box.high.x, box.low.y}, box.high, Point{box.low.x, box.high.y}}) {
    ring.push_back(snap(p.x * u + p.y * v));
  }
  return ring;
}

bool has_word(const std::string& folded, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

int places_of(const MeantObject& object, const Ring& box) {
  for (const char* tag : {"plaatsen", "zitplaatsen", "places", "seats", "platze", "plaetze"}) {
    const auto found = object.attributes.find(tag);
    int places = 0;
    if (found != object.attributes.end() &&
        std::from_chars(found->second.data(), found->second.data() + found->second.size(), places)
                .ec == std::errc() &&
        places > 0 && places < 1000) {
      return places;
    }
  }
  if (!has_word(fold(object.block), {"bank", "sofa", "couch", "bench"})) return 1;
  const double longest = std::max(distance(box[0], box[1]), distance(box[1], box[2]));
  return std::max(1, static_cast<int>(std::floor(longest / kPlace + 0.1)));
}

bool is_tall(const std::string& name) {
  return has_word(fold(name), {"kast", "cabinet", "schrank", "closet", "wardrobe", "locker"});
}

// Boxes of things that lie together are one. Swept from left to right; a box that grew may reach
// others, so until nothing changes.
std::vector<Box> clusters(std::vector<Box> boxes, double apart) {
  for (bool grew = true; grew;) {
    grew = false;
    std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) {
      return std::pair(a.low, a.high) < std::pair(b.low, b.high);
    });
    std::vector<Box> merged;
    std::vector<std::size_t> open;  // in merged, those the sweep has not passed yet
    for (const Box& box : boxes) {
      std::erase_if(open, [&](std::size_t i) { return merged[i].high.x + apart < box.low.x; });
      const auto near = std::find_if(open.begin(), open.end(), [&](std::size_t i) {
        return merged[i].low.y <= box.high.y + apart && box.low.y <= merged[i].high.y + apart;
      });
      if (near != open.end()) {
        merged[*near].add(box);
        grew = true;
      } else {
        open.push_back(merged.size());
        merged.push_back(box);
      }
    }
    boxes = std::move(merged);
  }
  return boxes;
}

Ring corners(const Box& box) {
  return {box.low, {box.high.x, box.low.y}, box.high, {box.low.x, box.high.y}};
}

void add_links(const FlatDrawing& drawing, Meaning meaning, LinkKind kind, Storey& storey) {
  std::vector<Box> boxes;
  std::string handle;
  const auto add = [&](const DxfItem& item) {
    if (item.kind == DxfItem::Kind::Text) return;
    boxes.push_back(box_of(item.points));
    if (handle.empty()) handle = item.handle;
  };
  for (const MeantItem& meant : drawing.items) {
    if (meant.meaning == meaning) add(meant.item);
  }
  for (const MeantObject& object : drawing.objects) {
    if (object.meaning != meaning) continue;
    for (const DxfItem& item : object.items) add(item);
  }
  for (const Box& box : clusters(std::move(boxes), kTogether)) {
    if (box.width() < kShortestLink || box.height() < kShortestLink) continue;
    Link link;
    link.kind = kind;
    link.footprint = corners(box);
    link.source_key = handle;
    storey.links.push_back(std::move(link));
  }
}

}  // namespace

void add_things(const FlatDrawing& drawing, Storey& storey) {
  const auto add_furniture = [&](const Ring& ring, const std::string& name,
                                 const std::string& handle) {
    const double area = std::abs(signed_area(ring));
    if (area < kSmallest || area > kLargest || self_crosses(ring)) return;
    Furniture piece;
    piece.ring = ring;
    if (signed_area(ring) < 0) std::reverse(piece.ring.begin(), piece.ring.end());
    piece.blocks_sight = is_tall(name);
    piece.name = name;
    piece.source_key = handle;
    storey.furniture.push_back(std::move(piece));
  };
  for (const MeantObject& object : drawing.objects) {
    if (object.meaning != Meaning::Seat && object.meaning != Meaning::Furniture) continue;
    const auto box = oriented_box(object.items, object.x_axis);
    if (!box) continue;
    if (object.meaning == Meaning::Furniture) {
      add_furniture(*box, object.block, object.handle);
      continue;
    }
    Seat seat;
    seat.at = snap(middle((*box)[0], (*box)[2]));
    seat.places = places_of(object, *box);
    seat.source_key = object.handle;
    storey.seats.push_back(std::move(seat));
  }
  for (const MeantItem& meant : drawing.items) {
    if (meant.meaning == Meaning::Furniture && meant.item.kind == DxfItem::Kind::Closed &&
        meant.item.points.size() <= 100) {
      add_furniture(meant.item.points, "", meant.item.handle);
    }
  }
  add_links(drawing, Meaning::Stairs, LinkKind::Stairs, storey);
  add_links(drawing, Meaning::Lift, LinkKind::Lift, storey);
}

}  // namespace trefpunt
