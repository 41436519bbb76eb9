// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/dxf.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "io/dxf_blocks.h"
#include "io/dxf_doors.h"
#include "io/dxf_drawing.h"
#include "io/dxf_gaps.h"
#include "io/dxf_spaces.h"
#include "io/dxf_stamps.h"
#include "io/dxf_things.h"
#include "io/dxf_treads.h"
#include "io/dxf_units.h"
#include "io/dxf_walls.h"
#include "io/files.h"

namespace trefpunt {

namespace {

bool is_line_work(const DxfItem& item) {
  return item.kind == DxfItem::Kind::Open || item.kind == DxfItem::Kind::Closed;
}

// Layers with lines; `only`: of that meaning.
std::set<std::string> layers_with_lines(const FlatDrawing& drawing, std::optional<Meaning> only) {
  std::set<std::string> layers;
  for (const MeantItem& meant : drawing.items) {
    if (is_line_work(meant.item) && (!only || meant.meaning == *only)) {
      layers.insert(meant.item.layer);
    }
  }
  return layers;
}

bool has_lines(const FlatDrawing& drawing, Meaning meaning) {
  return std::any_of(drawing.items.begin(), drawing.items.end(), [&](const MeantItem& meant) {
    return meant.meaning == meaning && meant.item.kind != DxfItem::Kind::Text;
  });
}

// The one layer that must hold the walls when none is called so.
void take_layer_as_walls(FlatDrawing& drawing, const std::string& layer,
                         std::vector<Finding>& findings) {
  for (MeantItem& meant : drawing.items) {
    if (meant.item.layer == layer && meant.item.kind != DxfItem::Kind::Text) {
      meant.meaning = Meaning::Wall;
    }
  }
  for (LayerUse& use : drawing.layers) {
    if (use.name == layer) use.meaning = Meaning::Wall;
  }
  findings.push_back(
      {finding::kSingleLayerIsWalls,
       Severity::Note,
       {fmt::format("Geen laag heet naar muren; alle lijnen van laag '{}' zijn als muur gelezen.",
                    layer),
        fmt::format("No layer is named after walls; all lines of layer '{}' were read as walls.",
                    layer)},
       "",
       "layer " + layer,
       std::nullopt});
}

Error no_walls(const FlatDrawing& drawing, const std::string& file) {
  std::string names;
  int count = 0;
  for (const LayerUse& use : drawing.layers) {
    if (++count > 12) {
      names += ", …";
      break;
    }
    names += (names.empty() ? "'" : ", '") + use.name + "'";
  }
  return {
      Code::NotFound,
      {fmt::format("Geen laag is als muur herkend. De lagen zijn: {}. Zeg met --layers kaart.json "
                   "welke laag de muren heeft: {{\"schema\": 1, \"layers\": {{\"naam\": "
                   "\"wall\"}}}}.",
                   names),
       fmt::format("No layer was recognised as walls. The layers are: {}. Say with --layers "
                   "map.json which layer holds the walls: {{\"schema\": 1, \"layers\": "
                   "{{\"name\": \"wall\"}}}}.",
                   names)},
      file};
}

// Room outlines: boundaries where there are walls, walls where there are none.
void add_outlines(const FlatDrawing& drawing, bool as_walls, Storey& storey) {
  for (const MeantItem& meant : drawing.items) {
    const DxfItem& item = meant.item;
    if ((meant.meaning != Meaning::SpaceOutline && meant.meaning != Meaning::Boundary) ||
        item.kind == DxfItem::Kind::Text) {
      continue;
    }
    const bool is_ring = item.kind != DxfItem::Kind::Open;
    if (as_walls && meant.meaning == Meaning::SpaceOutline) {
      Wall wall;
      wall.points = item.points;
      if (is_ring) wall.points.push_back(wall.points.front());
      wall.source_key = item.handle;
      storey.walls.push_back(std::move(wall));
      continue;
    }
    Boundary boundary;
    boundary.points = item.points;
    boundary.is_closed = is_ring;
    boundary.source_key = item.handle;
    storey.boundaries.push_back(std::move(boundary));
  }
}

void report_unused_layers(const FlatDrawing& drawing, std::vector<Finding>& findings) {
  // Of a layer without a meaning all lines may have been read for what they look like.
  std::set<std::string> unread;
  for (const MeantItem& meant : drawing.items) {
    if (meant.meaning == Meaning::Unknown) unread.insert(meant.item.layer);
  }
  for (const MeantObject& object : drawing.objects) {
    if (object.meaning == Meaning::Unknown) unread.insert(object.layer);
  }
  std::string names;
  for (const LayerUse& use : drawing.layers) {
    if (use.meaning == Meaning::Unknown && unread.contains(use.name)) {
      names += (names.empty() ? "'" : ", '") + use.name + "'";
    }
  }
  if (names.empty()) return;
  findings.push_back(
      {finding::kLayersUnused,
       Severity::Note,
       {fmt::format("De betekenis van deze lagen is niet bekend; zij zijn niet gelezen: "
                    "{}. Bij het inlezen is die te kiezen (--layers).",
                    names),
        fmt::format("The meaning of these layers is not known; they were not read: {}. "
                    "It can be chosen when reading (--layers).",
                    names)},
       "",
       "",
       std::nullopt});
}

Error empty_plan(const std::string& file) {
  return {
      Code::BadInput,
      {"De tekening is leeg: er staan geen lijnen in.", "The drawing is empty: it has no lines."},
      file};
}

}  // namespace

Result<RawPlan> read_dxf(const std::string& path, const LayerMap& layers,
                         const PlanOptions& options, Job& job,
                         const std::optional<SheetPart>& part) {
  const Result<DxfDrawing> drawing = read_dxf_drawing(path, options.max_segments, job);
  if (!drawing) return drawing.error();
  return plan_of_drawing(*drawing, file_name(path), layers, options, job, part);
}

Result<RawPlan> plan_of_drawing(const DxfDrawing& drawing, const std::string& file,
                                const LayerMap& layers, const PlanOptions& options, Job& job,
                                const std::optional<SheetPart>& part) {
  const Error cancelled{Code::Cancelled, {"Gestopt.", "Stopped."}, file};
  Result<FlatDrawing> flattened = flatten(drawing, layers, options.max_segments, file);
  if (!flattened) return flattened.error();
  FlatDrawing& flat = *flattened;

  RawPlan plan;
  plan.findings = flat.findings;
  const std::set<std::string> drawn = layers_with_lines(flat, std::nullopt);
  if (drawn.empty() && flat.objects.empty()) return empty_plan(file);
  const bool has_floor = has_lines(flat, Meaning::Floor);
  const bool has_walls = has_lines(flat, Meaning::Wall) || has_lines(flat, Meaning::Glass);
  const bool has_outlines = has_lines(flat, Meaning::SpaceOutline);
  if (!has_floor && !has_walls && !has_outlines) {
    const std::set<std::string> unknown = layers_with_lines(flat, Meaning::Unknown);
    if (drawn.size() == 1) {
      take_layer_as_walls(flat, *drawn.begin(), plan.findings);
    } else if (unknown.size() == 1) {
      take_layer_as_walls(flat, *unknown.begin(), plan.findings);
    } else {
      return no_walls(flat, file);
    }
  }
  const Result<DrawingUnit> unit =
      unit_of(flat, drawing.header.metres_per_unit, options.metres_per_unit, file);
  if (!unit) return unit.error();
  plan.findings.insert(plan.findings.end(), unit->findings.begin(), unit->findings.end());
  plan.placement.metres_per_unit = unit->metres;
  scale(flat, unit->metres);
  if (part) {
    if (const Status cut = cut_out(flat, *part, file); !cut) return cut.error();
  }
  take_treads(flat, plan.findings);
  if (!job.step(1, 5)) return cancelled;

  RawStorey raw;
  Storey& storey = raw.storey;
  const std::vector<Stamp> stamps = stamps_of(flat);
  std::vector<bool> is_mere_line;
  if (has_floor && !has_walls) {
    add_floor_as_walls(flat, storey, plan.findings);
  } else {
    storey.walls = walls_of(flat, plan.findings);
    Openings openings = openings_of(flat, storey.walls);
    storey.doors = std::move(openings.doors);
    storey.windows = std::move(openings.windows);
    is_mere_line = std::move(openings.is_mere_line);
    add_voids(flat, storey);
    plan.findings.insert(plan.findings.end(), openings.findings.begin(), openings.findings.end());
  }
  add_outlines(flat, !has_walls && !has_floor, storey);
  if (storey.walls.empty() && storey.boundaries.empty()) return empty_plan(file);
  if (!job.step(2, 5)) return cancelled;

  std::vector<Point> named;
  for (const Stamp& stamp : stamps) {
    if (stamp.is_stamp || !stamp.number.empty()) named.push_back(stamp.at);
  }
  close_gaps(storey, named, options.max_door_gap, options.gap, plan.findings);
  if (!job.step(3, 5)) return cancelled;
  add_things(flat, storey);
  const Faces faces = find_faces(storey, options.gap);
  lines_to_outside_are_windows(faces, is_mere_line, storey);
  add_spaces(stamps, faces, storey);
  if (!job.step(4, 5)) return cancelled;
  report_unused_layers(flat, plan.findings);
  if (!part) report_sheet_parts(storey, file, plan.findings);

  raw.unit_of_space.assign(storey.spaces.size(), "");
  plan.layers = std::move(flat.layers);
  plan.storeys.push_back(std::move(raw));
  job.step(5, 5);
  return plan;
}

Result<std::vector<LayerUse>> read_dxf_layers(const std::string& path, const LayerMap& layers,
                                              const PlanOptions& options, Job& job) {
  const Result<DxfDrawing> drawing = read_dxf_drawing(path, options.max_segments, job);
  if (!drawing) return drawing.error();
  Result<FlatDrawing> flat = flatten(*drawing, layers, options.max_segments, file_name(path));
  if (!flat) return flat.error();
  return std::move(flat->layers);
}

}  // namespace trefpunt
