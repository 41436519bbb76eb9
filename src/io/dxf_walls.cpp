// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/dxf_walls.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace trefpunt {

namespace {

constexpr double kThickest = 0.9;        // m: twice the area over the outline, of a solid piece
constexpr double kThickestGlass = 0.35;  // m
constexpr double kThinnestPair = 0.03, kThickestPair = 0.6;  // m between two lines of one wall
constexpr double kTouch = 0.005;                     // m: an end this near a line touches it
constexpr double kTraced = 0.02, kTracedStep = 0.1;  // m
constexpr double kMostlyFurniture = 0.5;             // share of a fill's border
constexpr std::size_t kSelfCheck =
    400;  // corners: above it a ring is not tested for crossing itself

double thickness(const Ring& ring) {
  return 2 * std::abs(signed_area(ring)) / std::max(1e-9, perimeter(ring));
}

// What stands on a floor: a solid piece holds none of it.
std::vector<Box> things_on_floor(const FlatDrawing& drawing) {
  std::vector<Box> boxes;
  for (const MeantObject& object : drawing.objects) {
    if (object.meaning != Meaning::Furniture && object.meaning != Meaning::Seat) continue;
    Box box;
    for (const DxfItem& item : object.items) box.add(box_of(item.points));
    if (!box.empty()) boxes.push_back(box);
  }
  return boxes;
}

bool holds(const Ring& ring, const Box& box) {
  for (const Point p :
       {box.low, Point{box.high.x, box.low.y}, box.high, Point{box.low.x, box.high.y}}) {
    if (!contains(ring, p)) return false;
  }
  return true;
}

// The lines of loose furniture: a fill that follows them rather than walls is a coloured desk.
SegmentIndex furniture_lines(const FlatDrawing& drawing) {
  SegmentIndex index;
  for (const MeantItem& meant : drawing.items) {
    const bool is_line =
        meant.item.kind == DxfItem::Kind::Open || meant.item.kind == DxfItem::Kind::Closed;
    if (meant.meaning != Meaning::Furniture || !is_line) continue;
    index.add_line(meant.item.points, meant.item.kind == DxfItem::Kind::Closed);
  }
  return index;
}

// The share of a ring's length that lies on lines of the index.
double share_along(const Ring& ring, const SegmentIndex& index) {
  int on = 0, all = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point a = ring[i], b = ring[(i + 1) % ring.size()];
    const int steps = 1 + static_cast<int>(distance(a, b) / kTracedStep);
    for (int k = 0; k < steps; ++k) {
      const Point p = a + ((k + 0.5) / steps) * (b - a);
      Box box;
      box.add(p);
      const std::vector<int> near = index.near(box.grown(kTraced));
      ++all;
      on += std::any_of(near.begin(), near.end(), [&](int s) {
        return distance(p, index.segments()[static_cast<std::size_t>(s)]) <= kTraced;
      });
    }
  }
  return all > 0 ? static_cast<double>(on) / all : 0;
}

bool same_ring(const Ring& a, const Ring& b) {
  const Box p = box_of(a), q = box_of(b);
  return distance(p.low, q.low) < 0.01 && distance(p.high, q.high) < 0.01 &&
         std::abs(std::abs(signed_area(a)) - std::abs(signed_area(b))) <
             0.01 * std::abs(signed_area(a)) + 1e-6;
}

// Whether two sides cross in their midst; a ring that only touches itself is still an outline.
bool crosses_itself(const Ring& ring) {
  const std::size_t n = ring.size();
  const auto left = [](Point a, Point b, Point p) {
    const double side = cross(b - a, p - a);
    return std::abs(side) < 1e-9 ? 0 : side > 0 ? 1 : -1;
  };
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = i + 2; k < n; ++k) {
      const Point a = ring[i], b = ring[(i + 1) % n], c = ring[k], d = ring[(k + 1) % n];
      if (left(a, b, c) * left(a, b, d) < 0 && left(c, d, a) * left(c, d, b) < 0) return true;
    }
  }
  return false;
}

class Builder {
 public:
  explicit Builder(const FlatDrawing& drawing)
      : on_floor_(things_on_floor(drawing)), furniture_(furniture_lines(drawing)) {}

  void add(const DxfItem& item, bool is_glass, std::vector<Finding>& findings) {
    if (item.kind == DxfItem::Kind::Text) return;
    if (item.kind == DxfItem::Kind::Open) return add_line(item, item.points, is_glass);
    if (item.points.size() < 3) return;
    if (item.kind == DxfItem::Kind::Closed && item.points.size() <= kSelfCheck &&
        crosses_itself(item.points)) {
      findings.push_back(
          {finding::kSelfCrossing,
           Severity::Warning,
           {fmt::format("Laag '{}': een muur kruist zichzelf; alleen haar lijnen tellen.",
                        item.layer),
            fmt::format("Layer '{}': a wall crosses itself; only its lines count.", item.layer)},
           "",
           "handle " + item.handle,
           item.points.front()});
      return add_loop(item, item.points, is_glass);
    }
    const bool is_solid = solid(item, is_glass);
    if (item.kind == DxfItem::Kind::Filled) {
      if (share_along(item.points, furniture_) > kMostlyFurniture) return;
      if (!is_solid && item.holes.empty()) return;  // a coloured floor
      if (!item.holes.empty()) {
        if (thickness_of_filled(item) > kThickest) return;
        add_loop(item, item.points, is_glass);
        for (const Ring& hole : item.holes) add_loop(item, hole, is_glass);
        return;
      }
    }
    if (is_solid) {
      add_ring(item, is_glass);
    } else {
      add_loop(item, item.points, is_glass);
    }
  }

  std::vector<Wall> walls;

 private:
  static double thickness_of_filled(const DxfItem& item) {
    double area = std::abs(signed_area(item.points)), edge = perimeter(item.points);
    for (const Ring& hole : item.holes) {
      area -= std::abs(signed_area(hole));
      edge += perimeter(hole);
    }
    return 2 * area / std::max(1e-9, edge);
  }
  bool solid(const DxfItem& item, bool is_glass) const {
    if (thickness(item.points) > (is_glass ? kThickestGlass : kThickest)) return false;
    const Box box = box_of(item.points);
    return std::none_of(on_floor_.begin(), on_floor_.end(), [&](const Box& thing) {
      return box.contains(thing.low) && box.contains(thing.high) && holds(item.points, thing);
    });
  }
  void add_ring(const DxfItem& item, bool is_glass) {
    const Point middle_of_box = middle(box_of(item.points).low, box_of(item.points).high);
    const std::pair key{std::lround(middle_of_box.x * 20), std::lround(middle_of_box.y * 20)};
    for (long dx = -1; dx <= 1; ++dx) {
      for (long dy = -1; dy <= 1; ++dy) {
        const auto at = rings_.find({key.first + dx, key.second + dy});
        if (at == rings_.end()) continue;
        for (const std::size_t i : at->second) {
          if (same_ring(walls[i].points, item.points)) return;
        }
      }
    }
    rings_[key].push_back(walls.size());
    push(item, item.points, true, is_glass);
  }
  // A closed line that is not solid: its first point comes again at the end.
  void add_loop(const DxfItem& item, Ring points, bool is_glass) {
    points.push_back(points.front());
    add_line(item, points, is_glass);
  }
  void add_line(const DxfItem& item, const std::vector<Point>& points, bool is_glass) {
    std::vector<Point> run;
    const auto flush = [&] {
      if (run.size() >= 2) push(item, run, false, is_glass);
      run.clear();
    };
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
      if (distance(points[i], points[i + 1]) < 1e-6) continue;
      if (!seen_.insert(std::minmax(points[i], points[i + 1])).second) {
        flush();
        continue;
      }
      if (run.empty()) run.push_back(points[i]);
      run.push_back(points[i + 1]);
    }
    flush();
  }
  void push(const DxfItem& item, const std::vector<Point>& points, bool is_closed, bool is_glass) {
    Wall wall;
    wall.points = points;
    wall.is_closed = is_closed;
    wall.is_glass = is_glass;
    wall.source_key = item.handle;
    walls.push_back(std::move(wall));
  }

  std::vector<Box> on_floor_;
  SegmentIndex furniture_;
  std::set<std::pair<Point, Point>> seen_;
  std::map<std::pair<long, long>, std::vector<std::size_t>> rings_;
};

struct FreeEnd {
  Point at;
  Point outward;  // unit
};

std::vector<FreeEnd> free_ends(const std::vector<Wall>& walls, const SegmentIndex& index) {
  std::vector<FreeEnd> ends;
  for (const Wall& wall : walls) {
    if (wall.is_closed || wall.points.front() == wall.points.back()) continue;
    const std::size_t n = wall.points.size();
    for (const auto& [end, before] : {std::pair{wall.points[0], wall.points[1]},
                                      std::pair{wall.points[n - 1], wall.points[n - 2]}}) {
      Box box;
      box.add(end);
      int touching = 0;
      for (const int i : index.near(box.grown(kTouch))) {
        if (distance(end, index.segments()[static_cast<std::size_t>(i)]) <= kTouch) ++touching;
      }
      if (touching != 1) continue;
      ends.push_back({end, (1 / distance(end, before)) * (end - before)});
    }
  }
  return ends;
}

// Two lines that stop side by side are the faces of one wall: a short line closes it.
void close_pairs(std::vector<Wall>& walls) {
  const std::vector<FreeEnd> ends = free_ends(walls, index_of(walls));
  std::map<std::pair<long, long>, std::vector<std::size_t>> cells;
  const auto cell = [](Point p) {
    return std::pair{std::lround(std::floor(p.x)), std::lround(std::floor(p.y))};
  };
  for (std::size_t i = 0; i < ends.size(); ++i) cells[cell(ends[i].at)].push_back(i);
  const auto partner = [&](std::size_t i) {
    std::size_t best = ends.size();
    double nearest = kThickestPair;
    const auto [x, y] = cell(ends[i].at);
    for (long dx = -1; dx <= 1; ++dx) {
      for (long dy = -1; dy <= 1; ++dy) {
        const auto at = cells.find({x + dx, y + dy});
        if (at == cells.end()) continue;
        for (const std::size_t k : at->second) {
          const Point across = ends[k].at - ends[i].at;
          const double away = length(across);
          if (k == i || away < kThinnestPair || away > nearest) continue;
          if (dot(ends[i].outward, ends[k].outward) < 0.98) continue;
          if (std::abs(dot(across, ends[i].outward)) > 0.1) continue;
          nearest = away;
          best = k;
        }
      }
    }
    return best;
  };
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const std::size_t k = partner(i);
    if (k >= ends.size() || k < i || partner(k) != i) continue;
    Wall cap;
    cap.points = {ends[i].at, ends[k].at};
    walls.push_back(std::move(cap));
  }
}

}  // namespace

SegmentIndex index_of(const std::vector<Wall>& walls) {
  SegmentIndex index;
  for (const Wall& wall : walls) index.add_line(wall.points, wall.is_closed);
  return index;
}

std::vector<Wall> walls_of(const FlatDrawing& drawing, std::vector<Finding>& findings) {
  Builder builder(drawing);
  // Outlines first: a hatch that fills one adds nothing.
  for (const bool filled : {false, true}) {
    for (const MeantItem& meant : drawing.items) {
      if ((meant.item.kind == DxfItem::Kind::Filled) != filled) continue;
      const bool is_glass = meant.meaning == Meaning::Glass;
      if (meant.meaning != Meaning::Wall && !is_glass) continue;
      builder.add(meant.item, is_glass, findings);
    }
  }
  close_pairs(builder.walls);
  return std::move(builder.walls);
}

}  // namespace trefpunt
