// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "io/drawing.h"
#include "plan/building.h"
#include "project/project.h"

namespace trefpunt {

// One file to read as a storey (or several, when it says so itself).
struct PlanFile {
  std::string path;
  std::string storey_name;                 // from --storey NAME=FILE; empty: from the file
  std::optional<Box> part = std::nullopt;  // m: of a sheet with several storeys; empty: all
  int page = 0;                            // of a PDF, from 1; 0: nobody said
};

struct PlanOptions {
  std::string layers_path;                // --layers: a layer map that goes before the built-in one
  std::string uses_path;                  // --uses: a mapping that goes before the dictionary
  double gap = 0.02;                      // m, of the room finder
  double max_door_gap = 2.5;              // m: a wider gap in a wall is no doorway
  int max_segments = 1'000'000;           // above it a drawing is refused
  std::map<std::string, Meaning> layers;  // of a drawing, by whole name; before every layer map
  std::optional<double> metres_per_unit;  // of a drawing, whatever it states itself; PDF: per mm
  std::optional<double> paper_scale;      // of a PDF: 100 for 1:100; before what it states itself
  std::string crs;  // degrees are projected to it; empty: chosen from the first file
};

struct PlanImport {
  Building building;
  Counters next;
  std::vector<Finding> findings;
  std::vector<Source> sources;
  std::vector<LayerUse> layers;  // of all drawings, in file order; empty for files without layers
};

// Reads DXF, PDF, IFC and indoor GeoJSON (own keys or OSM simple indoor tagging). Coordinates
// become metres, rounded to micrometres; WGS84 is projected (RD New in the Netherlands, else a
// transverse Mercator around the plan, named in Building::placement). Storeys are ordered by level;
// parts of sheets are moved to where the first of them lies. Errors: one sentence with file, layer
// and feature; nothing is read half.
Result<PlanImport> read_plan(const std::vector<PlanFile>& files, const PlanOptions& options,
                             Job& job);

// The layers of the drawings among the files, also of those that read_plan() refuses because no
// layer holds walls; a file that is no drawing has none.
Result<std::vector<LayerUse>> read_layers(const std::vector<PlanFile>& files,
                                          const PlanOptions& options, Job& job);

// The lines of the first PDF among the files, in millimetres of paper, to measure in.
Result<std::vector<Segment>> read_paper_lines(const std::vector<PlanFile>& files, Job& job);

}  // namespace trefpunt
