// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/wijk_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/check.h"
#include "report/drawing_legend.h"
#include "report/drawing_lines.h"
#include "report/heat_scale.h"
#include "report/wijk_signs.h"

namespace trefpunt {

namespace {

constexpr double kMapMargin = 14;     // px around everything
constexpr double kMapTitleRoom = 26;  // px above the map
constexpr double kTallestMap = 1.1;   // the map's height over its width, at most
constexpr Rgb kBuilding = 0xc3c7cd;
constexpr Rgb kStreet = 0xa9b0ba;
constexpr Rgb kBorder = 0x59626e;

View view_of(const Wijk& wijk, double width) {
  Box box;
  // What lies far outside the areas would make them tiny; it is cut off at the edge.
  for (const StatisticalArea& area : wijk.areas ? *wijk.areas : std::vector<StatisticalArea>()) {
    if (area.level != AreaLevel::Buurt || area.is_water) continue;
    for (const Polygon& part : area.parts) box.add(box_of(part.outer));
  }
  if (box.empty()) box = box_of(wijk);
  if (box.empty()) box = {{0, 0}, {1, 1}};
  box = box.grown(0.01 * std::max({box.width(), box.height(), 1.0}));
  View view;
  view.box = box;
  const double room = width - 2 * kMapMargin;
  view.scale = std::min(room / std::max(box.width(), 1e-6),
                        room * kTallestMap / std::max(box.height(), 1e-6));
  view.left = (width - box.width() * view.scale) / 2;
  view.top = kMapMargin + kMapTitleRoom;
  return view;
}

bool is_in(const View& view, const std::vector<Point>& points) {
  const Box box = box_of(points);
  return box.low.x <= view.box.high.x && box.high.x >= view.box.low.x &&
         box.low.y <= view.box.high.y && box.high.y >= view.box.low.y;
}

std::vector<Point> seen(const std::vector<Point>& points, const View& view) {
  std::vector<Point> out;
  out.reserve(points.size());
  for (const Point p : points) out.push_back(view(p));
  return out;
}

void add_rings(const Polygon& polygon, const View& view, Area& into) {
  into.rings.push_back(seen(polygon.outer, view));
  for (const Ring& hole : polygon.holes) into.rings.push_back(seen(hole, view));
}

void draw_buildings(const Wijk& wijk, const View& view, std::vector<Shape>& into) {
  if (!wijk.footprints) return;
  Area all{{}, {kBuilding}};
  for (const Footprint& footprint : *wijk.footprints) {
    const Box box = box_of(footprint.polygon.outer);
    if (!is_in(view, footprint.polygon.outer)) continue;
    if (std::max(box.width(), box.height()) * view.scale < 1) continue;
    add_rings(footprint.polygon, view, all);
  }
  if (!all.rings.empty()) into.push_back(std::move(all));
}

double width_of(StreetKind kind) {
  switch (kind) {
    case StreetKind::Road:
      return 2.6;
    case StreetKind::Residential:
    case StreetKind::Unknown:
      return 1.8;
    case StreetKind::LivingStreet:
    case StreetKind::Service:
    case StreetKind::Pedestrian:
      return 1.4;
    default:
      return 0.9;
  }
}

void draw_streets(const Wijk& wijk, const View& view, std::vector<Shape>& into) {
  if (!wijk.streets) return;
  std::map<std::pair<double, bool>, Stroke> strokes;  // by width; steps broken
  for (const Street& street : *wijk.streets) {
    if (!is_in(view, street.line)) continue;
    const std::pair<double, bool> key = {width_of(street.kind), street.kind == StreetKind::Steps};
    Stroke& stroke = strokes[key];
    stroke.width = key.first;
    stroke.colour = kStreet;
    stroke.dash = key.second ? 2 : 0;
    stroke.lines.push_back(seen(street.line, view));
  }
  for (auto& [key, stroke] : strokes) into.push_back(std::move(stroke));
}

void draw_borders(const Wijk& wijk, const View& view, std::vector<Shape>& lines,
                  std::vector<Shape>& words) {
  if (!wijk.areas) return;
  Stroke borders{{}, true, 1.2, kBorder, 6};
  for (const StatisticalArea& area : *wijk.areas) {
    if (area.level != AreaLevel::Buurt || area.is_water || area.parts.empty()) continue;
    for (const Polygon& part : area.parts) borders.lines.push_back(seen(part.outer, view));
    const auto largest = std::max_element(
        area.parts.begin(), area.parts.end(),
        [](const Polygon& a, const Polygon& b) { return trefpunt::area(a) < trefpunt::area(b); });
    if (trefpunt::area(*largest) <= 0) continue;
    words.push_back(
        Word{view(label_point(*largest)), squeeze(area.name), 13, Anchor::Middle, true, true});
  }
  if (!borders.lines.empty()) lines.push_back(std::move(borders));
}

// Ground in its colours; on other maps only the water, to find the way.
void draw_ground(const Wijk& wijk, const View& view, bool in_full, Lang lang, Picture& picture,
                 Legend& legend) {
  if (!wijk.open_spaces) return;
  for (const Ground ground : all_grounds()) {
    const std::optional<Paint> paint = printed_paint_of(ground);
    if (!paint || (!in_full && ground != Ground::Water)) continue;
    Area all{{}, *paint};
    for (const OpenSpace& space : *wijk.open_spaces) {
      if (space.ground != ground || !is_in(view, space.polygon.outer)) continue;
      // Each by itself: outlines that overlap must not cut each other out.
      picture.fills.push_back(Area{{}, *paint});
      add_rings(space.polygon, view, std::get<Area>(picture.fills.back()));
      all.rings.push_back({});
    }
    if (!all.rings.empty() && in_full) legend.entries.push_back({*paint, name_of(ground).in(lang)});
  }
}

void draw_furnishings(const Wijk& wijk, const View& view, Lang lang, Picture& picture,
                      Legend& legend) {
  if (!wijk.furnishings) return;
  for (const FurnishingKind kind : all_furnishing_kinds()) {
    bool any = false;
    for (const Furnishing& one : *wijk.furnishings) {
      if (one.kind != kind || !view.box.contains(one.at)) continue;
      any = true;
      for (const Shape& shape : sign_of(kind)) {
        picture.marks.push_back(moved(shape, view(one.at)));
      }
    }
    if (any) legend.entries.push_back({{}, name_of(kind).in(lang), sign_of(kind)});
  }
}

void draw_places(const Wijk& wijk, const View& view, Lang lang, Picture& picture, Legend& legend) {
  if (!wijk.places) return;
  std::set<std::pair<bool, PlaceCategory>> present;  // daily facilities and others last
  for (const WijkPlace& place : *wijk.places) {
    if (!view.box.contains(place.at)) continue;
    present.insert({!is_meeting_place(place), place.category});
    for (const Shape& shape : sign_of(place.category, is_meeting_place(place), lang)) {
      picture.marks.push_back(moved(shape, view(place.at)));
    }
  }
  for (const auto& [is_other, category] : present) {
    legend.entries.push_back({{}, name_of(category).in(lang), sign_of(category, !is_other, lang)});
  }
}

void draw_heat(const StreetColours& heat, const View& view, Lang lang, Picture& picture,
               Legend& legend) {
  TP_CHECK(heat.network && heat.per_link.size() == heat.network->links.size());
  const HeatRange range = heat_range(heat.per_link, true);
  legend.title = heat.title.in(lang);
  if (range.count == 0) return;
  std::vector<Stroke> strokes;
  const auto width = [](int c) { return 1.4 + 1.1 * c; };
  for (int c = 0; c < kHeatClasses; ++c) {
    strokes.push_back({{}, false, width(c), heat_class(c).fill});
  }
  for (std::size_t l = 0; l < heat.per_link.size(); ++l) {
    const Line& shape = heat.network->links[l].shape;
    if (std::isnan(heat.per_link[l]) || !is_in(view, shape)) continue;
    const int c = class_of(range.place_of(heat.per_link[l]));
    strokes[static_cast<std::size_t>(c)].lines.push_back(seen(shape, view));
  }
  const std::vector<std::string> words = class_words(range, lang);
  for (int c = 0; c < kHeatClasses; ++c) {
    Stroke& stroke = strokes[static_cast<std::size_t>(c)];
    // A dark rim, so that the lightest lines stand out on white.
    if (!stroke.lines.empty()) {
      picture.marks.push_back(Stroke{stroke.lines, false, stroke.width + 1.2, 0x3a3f47});
    }
    legend.entries.push_back({{},
                              words[static_cast<std::size_t>(c)],
                              {Stroke{{{{-11, 0}, {11, 0}}}, false, stroke.width + 1.2, 0x3a3f47},
                               Stroke{{{{-11, 0}, {11, 0}}}, false, stroke.width, stroke.colour}}});
  }
  for (Stroke& stroke : strokes) {
    if (!stroke.lines.empty()) picture.marks.push_back(std::move(stroke));
  }
}

void draw_areas(const Wijk& wijk, const AreaFigures& figures, const View& view, Lang lang,
                Picture& picture, Legend& legend) {
  legend.title = figures.title.in(lang);
  std::vector<double> known;
  for (const auto& [code, value] : figures.by_code) {
    if (const double* number = std::get_if<double>(&value)) known.push_back(*number);
  }
  const HeatRange range = heat_range(known, false);
  static const Paint kMissing = {0xffffff, Hatch::Crossed, 0x9a9a9a};
  std::set<int> used;
  bool any_missing = false;
  for (const StatisticalArea& area : wijk.areas ? *wijk.areas : std::vector<StatisticalArea>()) {
    if (area.level != AreaLevel::Buurt || area.is_water) continue;
    const auto found = figures.by_code.find(area.code);
    const double* number =
        found == figures.by_code.end() ? nullptr : std::get_if<double>(&found->second);
    if (number) used.insert(class_of(range.place_of(*number)));
    any_missing = any_missing || !number;
    for (const Polygon& part : area.parts) {
      picture.fills.push_back(
          Area{{}, number ? heat_class(class_of(range.place_of(*number))) : kMissing});
      add_rings(part, view, std::get<Area>(picture.fills.back()));
    }
  }
  const std::vector<std::string> words = class_words(range, lang);
  for (const int c : used) {
    legend.entries.push_back({heat_class(c), words[static_cast<std::size_t>(c)]});
  }
  if (any_missing) {
    legend.entries.push_back({kMissing, Text{"geen cijfer", "no figure"}.in(lang)});
  }
}

void draw_points(const MarkedPoints& points, const View& view, Lang lang, Picture& picture,
                 Legend& legend) {
  Stroke crosses{{}, false, 1.3, kPlaceColour};
  for (const Point p : points.at) {
    if (!view.box.contains(p)) continue;
    const Point at = view(p);
    crosses.lines.push_back({at + Point{-2.5, -2.5}, at + Point{2.5, 2.5}});
    crosses.lines.push_back({at + Point{-2.5, 2.5}, at + Point{2.5, -2.5}});
  }
  if (!crosses.lines.empty()) picture.marks.push_back(std::move(crosses));
  legend.entries.push_back(
      {{},
       points.label.in(lang),
       {Stroke{{{{-3, -3}, {3, 3}}, {{-3, 3}, {3, -3}}}, false, 1.5, kPlaceColour}}});
}

}  // namespace

Picture make_wijk_map(const Wijk& wijk, const WijkMapOptions& options) {
  Picture picture;
  picture.width = std::max(options.width, 200);
  const View view = view_of(wijk, picture.width);
  Legend legend;
  draw_buildings(wijk, view, picture.structure);
  draw_streets(wijk, view, picture.structure);
  draw_borders(wijk, view, picture.structure, picture.words);

  const bool shows_layers = std::holds_alternative<std::monostate>(options.shows);
  if (!std::holds_alternative<AreaFigures>(options.shows)) {
    draw_ground(wijk, view, shows_layers, options.lang, picture, legend);
  }
  if (const StreetColours* heat = std::get_if<StreetColours>(&options.shows)) {
    draw_heat(*heat, view, options.lang, picture, legend);
  }
  if (const AreaFigures* figures = std::get_if<AreaFigures>(&options.shows)) {
    draw_areas(wijk, *figures, view, options.lang, picture, legend);
  }
  if (const MarkedPoints* points = std::get_if<MarkedPoints>(&options.shows)) {
    draw_points(*points, view, options.lang, picture, legend);
  }
  if (shows_layers) draw_furnishings(wijk, view, options.lang, picture, legend);
  if (options.with_places) draw_places(wijk, view, options.lang, picture, legend);

  picture.title = squeeze(options.title.in(options.lang));
  picture.description = squeeze(options.finding.in(options.lang));
  // Other things than ground reach over the edge; the frame covers them.
  const double width = picture.width, bottom = view.bottom();
  const auto cover = [&](double x0, double y0, double x1, double y1) {
    picture.frame.push_back(Area{{{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}}, {}});
  };
  cover(0, 0, width, view.top);
  cover(0, bottom, width, bottom + 3000);
  cover(0, 0, view.left, bottom);
  cover(width - view.left, 0, width, bottom);
  picture.frame.push_back(Stroke{{{{view.left, view.top},
                                   {width - view.left, view.top},
                                   {width - view.left, bottom},
                                   {view.left, bottom}}},
                                 true,
                                 0.8,
                                 kBorder});
  mark_numbers(options.numbers, view, picture.frame);
  picture.frame.push_back(
      Word{{kMapMargin, kMapMargin + 13}, picture.title, 14, Anchor::Start, true});
  const double below = bottom + 26;
  draw_scale_bar(view, {kMapMargin + 6, below}, std::min(220.0, width * 0.3), options.lang,
                 picture.frame);
  draw_north({width - kMapMargin - 10.0, below + 6}, picture.frame);
  const double end = draw_legend(legend, kMapMargin, below + 22, width - 2 * kMapMargin,
                                 options.lang, picture.frame);
  picture.height = static_cast<int>(std::ceil(end + kMapMargin));
  return picture;
}

Text layers_in_words(const Wijk& wijk) {
  const auto part = [](const auto& layer, const char* nl, const char* en) -> Text {
    if (!layer) return {};
    const auto count = static_cast<double>(layer->size());
    return {format_number(count, 0, Lang::Nl) + " " + nl,
            format_number(count, 0, Lang::En) + " " + en};
  };
  Text all;
  for (const Text& one :
       {part(wijk.streets, "straten en paden", "streets and paths"),
        part(wijk.homes, "adressen met woningen", "addresses with homes"),
        part(wijk.places, "plekken", "places"),
        part(wijk.furnishings, "banken, haltes en toiletten", "benches, stops and toilets"),
        part(wijk.open_spaces, "stukken open ruimte", "pieces of open space"),
        part(wijk.footprints, "gebouwen", "buildings"), part(wijk.areas, "gebieden", "areas")}) {
    if (one.empty()) continue;
    all.nl += (all.nl.empty() ? "" : ", ") + one.nl;
    all.en += (all.en.empty() ? "" : ", ") + one.en;
  }
  return all;
}

}  // namespace trefpunt
