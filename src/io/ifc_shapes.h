// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "io/ifc_solid.h"
#include "io/step_file.h"

namespace trefpunt {

// Reads shapes and places out of an IFC file (ISO 16739-1, IFC2x3 to IFC4x3); all metres, in the
// system of the file's project. What it does not know it leaves out, counted in skipped().
class IfcShapes {
 public:
  // `metre` and `radian`: one unit of the file in those.
  IfcShapes(const StepFile& file, double metre, double radian);

  // An IfcObjectPlacement with all that it stands in; the origin for 0, and for a cycle.
  Frame placement(std::uint32_t id);
  // The body of a product, placed. Takes the representations called `wanted`, first that is there:
  // {"Body", "Facetation"}; an empty word is any of solids and surfaces.
  Solid shape(std::uint32_t product, std::initializer_list<std::string_view> wanted);
  // m seen from above along the first line that a product has under one of these names.
  std::optional<double> line_length(std::uint32_t product,
                                    std::initializer_list<std::string_view> wanted);
  double radian() const { return radian_; }  // one unit of angle
  Vec3 point(std::uint32_t id);              // IfcCartesianPoint
  Vec3 direction(std::uint32_t id, Vec3 otherwise);

  // Representation items left out, by type.
  const std::map<std::string, int>& skipped() const { return skipped_; }

 private:
  using Values = std::vector<StepValue>;
  struct Depth;

  Frame axes(std::uint32_t id);       // IfcAxis2Placement2D and 3D
  Frame transform(std::uint32_t id);  // IfcCartesianTransformationOperator2D and 3D
  void item(std::uint32_t id, const Frame& at, Solid& out);
  void extrusion(const Values& values, const Frame& at, Solid& out);
  void brep(std::uint32_t shell, const Frame& at, Solid& out);
  void indexed_faces(std::string_view type, const Values& values, const Frame& at, Solid& out);
  void block(Vec3 corner, Vec3 size, const Frame& at, Solid& out);
  std::vector<Polygon> profile(std::uint32_t id);
  std::optional<std::vector<Vec3>> curve(std::uint32_t id);
  std::optional<std::vector<Vec3>> trimmed(const Values& values);
  std::vector<Vec3> arc(const Frame& at, double a, double b, double from, double to) const;
  std::vector<Vec3> coordinates(std::uint32_t list);  // IfcCartesianPointList2D and 3D
  void skip(std::uint32_t id);

  const StepFile& file_;
  double metre_, radian_;
  std::map<std::uint32_t, Frame> placements_;
  std::map<std::string, int> skipped_;
  int depth_ = 0;  // of items and curves that hold others
};

}  // namespace trefpunt
