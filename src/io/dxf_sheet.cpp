// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/dxf_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace trefpunt {

namespace {

constexpr double kApart = 5;     // m between two storeys on a sheet
constexpr double kAround = 1;    // m of paper around one
constexpr int kFewestRooms = 4;  // fewer are a detail

// As --storey takes it: "0,-1.5,24.5,12".
std::string rectangle(const Box& box) {
  const auto number = [](double value) { return std::round(1000 * value) / 1000 + 0.0; };
  return fmt::format("{},{},{},{}", number(box.low.x), number(box.low.y), number(box.high.x),
                     number(box.high.y));
}

Box extent_of(const MeantObject& object) {
  Box box;
  for (const DxfItem& item : object.items) box.add(box_of(item.points));
  if (box.empty()) box.add(object.at);
  return box;
}

bool makes_rooms(const MeantItem& meant) {
  return meant.item.kind != DxfItem::Kind::Text &&
         (meant.meaning == Meaning::Wall || meant.meaning == Meaning::Glass ||
          meant.meaning == Meaning::Floor || meant.meaning == Meaning::SpaceOutline);
}

void move(DxfItem& item, Point by) {
  for (Point& p : item.points) p = snap(p + by);
  for (Ring& hole : item.holes) {
    for (Point& p : hole) p = snap(p + by);
  }
}

// Parts the boxes wherever a strip of paper runs between them, upright or level, and again.
void split(std::vector<Box> boxes, bool upright, bool was_whole, std::vector<Box>& groups) {
  const auto from = [&](const Box& box) { return upright ? box.low.x : box.low.y; };
  const auto to = [&](const Box& box) { return upright ? box.high.x : box.high.y; };
  std::sort(boxes.begin(), boxes.end(),
            [&](const Box& a, const Box& b) { return from(a) < from(b); });
  std::vector<std::vector<Box>> strips;
  double end = 0;
  for (const Box& box : boxes) {
    if (strips.empty() || from(box) > end + kApart) {
      strips.emplace_back();
      end = to(box);
    }
    strips.back().push_back(box);
    end = std::max(end, to(box));
  }
  const bool is_whole = strips.size() == 1;
  for (std::vector<Box>& strip : strips) {
    if (is_whole && was_whole) {
      Box group;
      for (const Box& box : strip) group.add(box);
      groups.push_back(group);
    } else {
      split(std::move(strip), !upright, is_whole, groups);
    }
  }
}

}  // namespace

Status cut_out(FlatDrawing& drawing, const SheetPart& part, const std::string& file) {
  Box rooms;
  for (const MeantItem& meant : drawing.items) {
    if (makes_rooms(meant)) rooms.add(box_of(meant.item.points));
  }
  const auto is_outside = [&](const Box& box) {
    return !part.box.contains(middle(box.low, box.high));
  };
  std::erase_if(drawing.items,
                [&](const MeantItem& meant) { return is_outside(box_of(meant.item.points)); });
  std::erase_if(drawing.objects,
                [&](const MeantObject& object) { return is_outside(extent_of(object)); });
  if (std::none_of(drawing.items.begin(), drawing.items.end(), makes_rooms)) {
    return Error{
        Code::NotFound,
        {fmt::format(
             "In deze rechthoek zijn geen muren getekend; die van de tekening liggen in {}.",
             rectangle(rooms)),
         fmt::format("No walls are drawn in this rectangle; those of the drawing lie in {}.",
                     rectangle(rooms))},
        fmt::format("{}@{}", file, rectangle(part.box))};
  }
  const Point by = part.low - part.box.low;
  for (MeantItem& meant : drawing.items) move(meant.item, by);
  for (MeantObject& object : drawing.objects) {
    object.at = snap(object.at + by);
    for (DxfItem& item : object.items) move(item, by);
  }
  return Done{};
}

std::vector<Box> sheet_parts(const Storey& storey) {
  std::vector<Box> walls, groups;
  for (const Wall& wall : storey.walls) walls.push_back(box_of(wall.points));
  split(std::move(walls), true, false, groups);
  std::erase_if(groups, [&](const Box& group) {
    return std::count_if(storey.spaces.begin(), storey.spaces.end(), [&](const Space& space) {
             return group.contains(space.anchor);
           }) < kFewestRooms;
  });
  if (groups.size() < 2) return {};
  for (Box& group : groups) group = group.grown(kAround);
  return groups;
}

void report_sheet_parts(const Storey& storey, const std::string& file,
                        std::vector<Finding>& findings) {
  const std::vector<Box> parts = sheet_parts(storey);
  if (parts.empty()) return;
  Text options;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string rest = fmt::format("{}={}@{}'", i + 1, file, rectangle(parts[i]));
    options.nl += " --storey 'NAAM" + rest;
    options.en += " --storey 'NAME" + rest;
  }
  findings.push_back(
      {finding::kSeveralStoreys,
       Severity::Warning,
       {fmt::format("Deze tekening lijkt {} verdiepingen naast elkaar te hebben. Geef ze dan zo:{}",
                    parts.size(), options.nl),
        fmt::format("This drawing seems to hold {} storeys next to each other. If so, give them "
                    "as:{}",
                    parts.size(), options.en)},
       "",
       "",
       std::nullopt});
}

}  // namespace trefpunt
