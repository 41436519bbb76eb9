// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/indoor_draft.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "io/ifc_findings.h"
#include "io/implied_spaces.h"
#include "io/leaks.h"
#include "io/level_name.h"
#include "io/polygon_repair.h"

namespace trefpunt {

namespace {

constexpr double kSmallOverlap = 0.05;  // m2: less is drawing noise
constexpr double kSmallShare = 0.01;    // of the smaller room
constexpr double kWithin = 0.98;        // of the smaller room: it lies inside the other
constexpr double kWidestLeak = 0.30;    // m: a wider gap may be meant as an opening

std::string label_of(const Space& space) {
  std::string label = space.number;
  if (!space.name.empty()) label += (label.empty() ? "" : " ") + space.name;
  return label.empty() ? space.source_key : label;
}

void mend_rooms(StoreyDraft& draft) {
  std::vector<RoomDraft> kept;
  for (RoomDraft& room : draft.rooms) {
    const Polygon& polygon = room.polygon;
    const bool crosses = self_crosses(polygon.outer) ||
                         std::any_of(polygon.holes.begin(), polygon.holes.end(), self_crosses);
    if (!crosses) {
      kept.push_back(std::move(room));
      continue;
    }
    const std::string label = label_of(room.space);
    const Point place = polygon.outer.front();
    std::optional<Polygon> mended = repaired(polygon);
    Finding finding{
        finding::kSelfCrossing, Severity::Warning, {}, "", room.space.source_key, place};
    if (mended) {
      finding.sentence = {
          fmt::format("De omtrek van ruimte {} kruist zichzelf; zij is hersteld.", label),
          fmt::format("The outline of space {} crosses itself; it was mended.", label)};
      room.polygon = std::move(*mended);
      kept.push_back(std::move(room));
    } else {
      finding.sentence = {
          fmt::format("De omtrek van ruimte {} kruist zichzelf en is niet te herstellen; zij is "
                      "weggelaten.",
                      label),
          fmt::format(
              "The outline of space {} crosses itself and cannot be mended; it was left out.",
              label)};
    }
    draft.raw.findings.push_back(std::move(finding));
  }
  draft.rooms = std::move(kept);
}

// A room drawn inside a larger one is a habit of drawing; two rooms that share a part are not.
Finding overlap_finding(const RoomDraft& one, const RoomDraft& other, double both) {
  const bool one_is_smaller = area(one.polygon) < area(other.polygon);
  const RoomDraft& small = one_is_smaller ? one : other;
  const RoomDraft& large = one_is_smaller ? other : one;
  const std::string a = label_of(small.space), b = label_of(large.space);
  Finding finding{finding::kOverlappingSpaces, Severity::Warning,          {}, "",
                  small.space.source_key,      small.polygon.outer.front()};
  if (both >= kWithin * area(small.polygon) && area(small.polygon) < 0.9 * area(large.polygon)) {
    finding.severity = Severity::Note;
    finding.sentence = {
        fmt::format("Ruimte {} ligt binnen ruimte {}, die de rest van haar vloer houdt.", a, b),
        fmt::format("Space {} lies inside space {}, which keeps the rest of its floor.", a, b)};
  } else {
    finding.sentence = {fmt::format("Ruimte {} en ruimte {} overlappen elkaar over {} m².", a, b,
                                    format_number(both, 1, Lang::Nl)),
                        fmt::format("Space {} and space {} overlap by {} m².", a, b,
                                    format_number(both, 1, Lang::En))};
  }
  return finding;
}

void report_overlaps(StoreyDraft& draft) {
  std::vector<Box> boxes;
  std::vector<std::size_t> order;  // from the left, so that a sweep meets only near rooms
  for (std::size_t i = 0; i < draft.rooms.size(); ++i) {
    boxes.push_back(box_of(draft.rooms[i].polygon.outer));
    if (draft.rooms[i].space.use != Use::Void) order.push_back(i);
  }
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return boxes[a].low.x < boxes[b].low.x; });
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t k = 0; k < order.size(); ++k) {
    for (std::size_t m = k + 1; m < order.size(); ++m) {
      const Box& a = boxes[order[k]];
      const Box& b = boxes[order[m]];
      if (b.low.x >= a.high.x) break;
      if (b.low.y < a.high.y && a.low.y < b.high.y)
        pairs.emplace_back(std::minmax(order[k], order[m]));
    }
  }
  std::sort(pairs.begin(), pairs.end());
  for (const auto& [first, second] : pairs) {
    const RoomDraft& one = draft.rooms[first];
    const RoomDraft& other = draft.rooms[second];
    const double both = overlap_area(one.polygon, other.polygon);
    const double smaller = std::min(area(one.polygon), area(other.polygon));
    if (both < kSmallOverlap || both < kSmallShare * smaller) continue;
    draft.raw.findings.push_back(overlap_finding(one, other, both));
  }
}

// The floor lies between walls; a space of a model may run under them, or over a part that another
// space takes.
void report_floor(const RoomDraft& room, double floor, std::vector<Finding>& findings) {
  const double drawn = area(room.polygon);
  if (std::abs(floor - drawn) <= kSmallShare * drawn) return;
  const std::string label = label_of(room.space);
  findings.push_back(
      {finding::kFloorDiffers,
       Severity::Note,
       {fmt::format("Ruimte {} is in het model {} m²; de vloer tussen de wanden is {} m² en telt.",
                    label, format_number(drawn, 1, Lang::Nl), format_number(floor, 1, Lang::Nl)),
        fmt::format("Space {} has {} m² in the model; the floor between walls is {} m² and counts.",
                    label, format_number(drawn, 1, Lang::En), format_number(floor, 1, Lang::En))},
       "",
       room.space.source_key,
       room.space.anchor});
}

// A stair or lift that no room covers is a room of its own.
void add_rooms_of_links(StoreyDraft& draft) {
  const std::size_t rooms = draft.rooms.size();
  for (const Link& link : draft.raw.storey.links) {
    if (link.footprint.size() < 3 || link.kind == LinkKind::Ramp) continue;
    const Point inside = label_point({link.footprint, {}});
    const bool is_covered =
        std::any_of(draft.rooms.begin(), draft.rooms.begin() + static_cast<long>(rooms),
                    [&](const RoomDraft& room) { return contains(room.polygon, inside); });
    if (is_covered) continue;
    RoomDraft room;
    room.polygon.outer = link.footprint;
    room.space.use = link.kind == LinkKind::Stairs ? Use::Stairs : Use::Lift;
    room.space.source_key = link.source_key;
    draft.rooms.push_back(std::move(room));
  }
}

// Drawings with a building outline tell where a wall was not drawn to its end.
void close_leaks(StoreyDraft& draft, double gap) {
  if (draft.outlines.empty()) return;
  for (const Leak& leak : find_leaks(draft.raw.storey, draft.outlines, gap, kWidestLeak)) {
    draft.raw.storey.walls.push_back({{}, {leak.gap.a, leak.gap.b}, false, false, ""});
    const double width = 100 * distance(leak.gap.a, leak.gap.b);
    draft.raw.findings.push_back(
        {finding::kGapsClosed,
         Severity::Warning,
         {fmt::format("Tussen de wanden zit een kier van {} cm, waardoor {} m² vloer in buiten zou "
                      "overlopen; zij is gedicht.",
                      format_short(width, 1, Lang::Nl), format_short(leak.area, 0, Lang::Nl)),
          fmt::format(
              "The walls leave a gap of {} cm that would join {} m² of floor to the outside; "
              "it was closed.",
              format_short(width, 1, Lang::En), format_short(leak.area, 0, Lang::En))},
         "",
         "",
         leak.gap.a});
  }
}

void add_boundary(Storey& storey, const Ring& ring, const std::string& source_key) {
  storey.boundaries.push_back({{}, ring, true, source_key});
}

}  // namespace

RawStorey finished(StoreyDraft draft, const PlanOptions& options) {
  mend_rooms(draft);
  report_overlaps(draft);
  if (!draft.names_its_spaces) add_rooms_of_links(draft);
  Storey& storey = draft.raw.storey;
  for (const RoomDraft& room : draft.rooms) {
    add_boundary(storey, room.polygon.outer, room.space.source_key);
    for (const Ring& hole : room.polygon.holes) add_boundary(storey, hole, room.space.source_key);
  }
  const auto largest =
      std::max_element(draft.outlines.begin(), draft.outlines.end(),
                       [](const Polygon& a, const Polygon& b) { return area(a) < area(b); });
  if (largest != draft.outlines.end()) storey.outline = largest->outer;

  close_leaks(draft, options.gap);
  const Faces faces = find_faces(storey, options.gap);
  // Small rooms choose first: a room within a room takes its part, the larger one keeps the rest.
  std::vector<std::size_t> order(draft.rooms.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return area(draft.rooms[a].polygon) < area(draft.rooms[b].polygon);
  });
  std::vector<bool> is_taken(faces.area.size(), false);
  for (const std::size_t i : order) {
    RoomDraft& room = draft.rooms[i];
    room.space.anchor = label_point(room.polygon);
    std::optional<int> face = faces.at(room.space.anchor);
    if (!face || is_taken[static_cast<std::size_t>(*face)]) {
      face = faces.best_in(room.polygon, is_taken);
      if (!face) face = faces.best_in(room.polygon);
      if (!face) continue;
      room.space.anchor = faces.anchor(*face);
    }
    is_taken[static_cast<std::size_t>(*face)] = true;
    if (draft.names_its_spaces)
      report_floor(room, faces.area[static_cast<std::size_t>(*face)], draft.raw.findings);
  }
  for (RoomDraft& room : draft.rooms) {
    storey.spaces.push_back(std::move(room.space));
    draft.raw.unit_of_space.push_back(std::move(room.unit));
  }
  double claimed = 0, floor = 0;
  for (std::size_t face = 0; face < faces.area.size(); ++face) {
    floor += faces.area[face];
    if (is_taken[face]) claimed += faces.area[face];
  }
  if (!draft.names_its_spaces || claimed < floor / 2)
    add_implied_spaces(draft.raw, faces, draft.outlines);
  return std::move(draft.raw);
}

std::optional<double> number_of(const GeoFeature& feature,
                                std::initializer_list<const char*> keys) {
  std::string text = feature.text(keys);
  for (const char* unit : {"m2", "m²", "m"}) {  // OSM writes "0.9 m"
    if (text.ends_with(unit)) {
      text.resize(text.size() - std::char_traits<char>::length(unit));
      break;
    }
  }
  return number_from_text(text);
}

Text shown_ids(const std::vector<std::string>& ids) {
  constexpr std::size_t kShown = 5;
  std::string list;
  for (std::size_t i = 0; i < std::min(ids.size(), kShown); ++i) {
    list += (i > 0 ? ", " : "") + ids[i];
  }
  if (ids.size() <= kShown) return {list, list};
  return {fmt::format("{} en nog {}", list, ids.size() - kShown),
          fmt::format("{} and {} more", list, ids.size() - kShown)};
}

}  // namespace trefpunt
