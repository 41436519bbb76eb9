// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/drawing_scene.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/check.h"
#include "report/drawing_labels.h"
#include "report/drawing_legend.h"
#include "report/drawing_lines.h"
#include "report/plan_names.h"

namespace trefpunt {

namespace {

constexpr double kMargin = 14;     // px around everything
constexpr double kTitleRoom = 26;  // px above the plan
constexpr double kLongest = 1.15;  // the plan's height over its width, at most

Box box_of_plan(const Storey& storey, const Layout* layout) {
  Box box = box_of(storey.outline);
  for (const Wall& wall : storey.walls) box.add(box_of(wall.points));
  for (const Boundary& boundary : storey.boundaries) box.add(box_of(boundary.points));
  for (const Door& door : storey.doors) {
    box.add(door.a);
    box.add(door.b);
  }
  for (const Link& link : storey.links) box.add(box_of(link.footprint));
  if (layout) {
    for (const SpaceShape& shape : layout->shapes) {
      if (shape.polygon) box.add(box_of(shape.polygon->outer));
    }
  }
  return box;
}

// All storeys on one scale, unless one would become tiny that way.
View view_of(const Building& building, const BuildingResult& result, int storey, double width) {
  Box all, own;
  for (std::size_t s = 0; s < building.storeys.size(); ++s) {
    const Layout* layout = s < result.layouts.size() ? result.layouts[s].get() : nullptr;
    const Box box = box_of_plan(*building.storeys[s], layout);
    if (static_cast<int>(s) == storey) own = box;
    all.add(box);
  }
  if (all.width() * all.height() > 2.5 * own.width() * own.height()) all = own;
  if (all.empty()) all = {{0, 0}, {1, 0}};
  all = all.grown(0.01 * std::max({all.width(), all.height(), 1.0}));
  View view;
  view.box = all;
  const double room = width - 2 * kMargin;
  view.scale = std::min(room / all.width(), room * kLongest / all.height());
  view.left = (width - all.width() * view.scale) / 2;
  view.top = kMargin + kTitleRoom;
  return view;
}

Area area_of(const Polygon& polygon, const View& view, Paint paint) {
  Area area{{}, paint};
  const auto add = [&](const Ring& ring) {
    Ring seen;
    for (const Point p : ring) seen.push_back(view(p));
    area.rings.push_back(std::move(seen));
  };
  add(polygon.outer);
  for (const Ring& hole : polygon.holes) add(hole);
  return area;
}

// Each space in the colour of its use, and what the colours mean.
void colour_by_use(const Storey& storey, const Layout& layout, const View& view, Lang lang,
                   Picture& picture, Legend& legend) {
  std::map<UseGroup, std::set<Use>> present;
  for (std::size_t i = 0; i < storey.spaces.size() && i < layout.shapes.size(); ++i) {
    if (!layout.shapes[i].polygon) continue;
    const UseGroup group = group_of(storey.spaces[i].use);
    present[group].insert(storey.spaces[i].use);
    picture.fills.push_back(area_of(*layout.shapes[i].polygon, view, paint_of(group)));
  }
  legend.title = lang == Lang::Nl ? "Gebruik van de ruimten" : "Use of the spaces";
  for (const auto& [group, uses] : present) {
    std::string label = name_of(group).in(lang);
    if (group != UseGroup::Unknown && group != UseGroup::Void && group != UseGroup::Outdoor) {
      std::string names;
      for (const Use use : uses) names += (names.empty() ? "" : ", ") + name_of(use).in(lang);
      label += ": " + names;
    }
    legend.entries.push_back({paint_of(group), label});
  }
}

// Spaces, units, doors and links in the colours of their rows; places get a rim.
void colour_by_rows(const Building& building, const Storey& storey, const Layout& layout,
                    const View& view, const DrawingOptions& options, Picture& picture,
                    Legend& legend) {
  const RowColours colours = colours_of(*options.outcome, *options.info, options.lang);
  legend.title = colours.title;
  legend.entries = colours.entries;
  const auto paint = [&](const std::string& object) -> const Paint* {
    const auto found = colours.entry_of.find(object);
    return found == colours.entry_of.end()
               ? nullptr
               : &colours.entries[static_cast<std::size_t>(found->second)].paint;
  };
  bool any_without_row = false;
  for (std::size_t i = 0; i < storey.spaces.size() && i < layout.shapes.size(); ++i) {
    const Space& space = storey.spaces[i];
    if (!layout.shapes[i].polygon) continue;
    const Paint* own = paint(to_string(space.id));
    if (!own && space.unit) own = paint(to_string(space.unit));
    if (own) picture.fills.push_back(area_of(*layout.shapes[i].polygon, view, *own));
    if (!own) any_without_row = true;
  }
  for (const Door& door : storey.doors) {
    if (const Paint* own = paint(to_string(door.id))) {
      mark_door(door, view, *own, picture.marks);
    }
  }
  for (const Link& link : storey.links) {
    if (const Paint* own = paint(to_string(link.id))) {
      picture.fills.push_back(area_of({link.footprint, {}}, view, *own));
    }
  }
  if (any_without_row && !colours.entries.empty()) {
    legend.entries.push_back(
        {Paint{}, options.lang == Lang::Nl ? "telt hier niet mee" : "does not count here"});
  }
  const std::size_t before = picture.marks.size();
  for (const PlanPlace& place : options.outcome->places) {
    if (place.storey == options.storey) {
      mark_place(building, layout, place, view, picture.marks);
    }
  }
  if (picture.marks.size() > before) legend.signs.push_back(Sign::Place);
}

void add_labels(const Storey& storey, const Layout& layout, const View& view, bool is_small,
                Picture& picture) {
  std::vector<Point> seats;
  for (const Seat& seat : storey.seats) seats.push_back(view(seat.at));
  for (std::size_t i = 0; i < storey.spaces.size() && i < layout.shapes.size(); ++i) {
    if (!layout.shapes[i].polygon) continue;
    const Area area = area_of(*layout.shapes[i].polygon, view, {});
    const Polygon face{area.rings.front(), {area.rings.begin() + 1, area.rings.end()}};
    const std::string number = squeeze(storey.spaces[i].number);
    const std::string name = squeeze(storey.spaces[i].name);
    for (Word& word : label_in(face, seats, number, is_small && !number.empty() ? "" : name)) {
      picture.words.push_back(std::move(word));
    }
  }
}

std::string shortened(const std::string& text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t cut = most;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
  return text.substr(0, cut) + "…";
}

}  // namespace

Picture make_picture(const Building& building, const BuildingResult& result,
                     const DrawingOptions& options) {
  TP_CHECK(options.storey >= 0 && options.storey < static_cast<int>(building.storeys.size()));
  TP_CHECK(!options.outcome || options.info);
  const auto index = static_cast<std::size_t>(options.storey);
  const Storey& storey = *building.storeys[index];
  static const Layout nothing;
  const Layout& layout = index < result.layouts.size() ? *result.layouts[index] : nothing;

  Picture picture;
  picture.width = std::max(options.width, 200);
  const View view = view_of(building, result, options.storey, picture.width);
  Legend legend;
  if (options.outcome) {
    colour_by_rows(building, storey, layout, view, options, picture, legend);
  } else if (options.show_uses) {
    colour_by_use(storey, layout, view, options.lang, picture, legend);
  }
  draw_structure(storey, layout, view, picture.structure);
  if (options.show_labels) add_labels(storey, layout, view, options.is_small, picture);

  if (!options.outcome) {
    if (!storey.seats.empty()) legend.signs.push_back(Sign::Seat);
    const auto has_link = [&](LinkKind kind) {
      return std::any_of(storey.links.begin(), storey.links.end(),
                         [&](const Link& link) { return link.kind == kind; });
    };
    if (has_link(LinkKind::Stairs)) legend.signs.push_back(Sign::Stairs);
    if (has_link(LinkKind::Lift)) legend.signs.push_back(Sign::Lift);
    if (!storey.windows.empty() || std::any_of(storey.walls.begin(), storey.walls.end(),
                                               [](const Wall& wall) { return wall.is_glass; })) {
      legend.signs.push_back(Sign::Glass);
    }
  }

  const std::string name = shortened(capitalised(squeeze(storey.name)), 120);
  picture.title = name;
  if (options.info) picture.title += ": " + options.info->name.in(options.lang);
  picture.description = drawing_alternative(building, result, options).in(options.lang);
  mark_numbers(options.numbers, view, picture.frame);
  picture.frame.push_back(
      Word{{kMargin, kMargin + 13}, shortened(name, 80), 14, Anchor::Start, true});
  const double below = view.bottom() + 26;
  draw_scale_bar(view, {kMargin + 6, below}, std::min(220.0, picture.width * 0.3), options.lang,
                 picture.frame);
  if (!building.placement.crs.empty()) {
    draw_north({picture.width - kMargin - 10.0, below - 2}, picture.frame);
  }
  const double end = draw_legend(legend, kMargin, below + 22, picture.width - 2 * kMargin,
                                 options.lang, picture.frame);
  picture.height = static_cast<int>(std::ceil(end + kMargin));
  return picture;
}

}  // namespace trefpunt
