// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "io/ifc_solid.h"
#include "io/step_file.h"

namespace trefpunt {

// Reads shapes and places out of an IFC file (ISO 16739-1, IFC2x3 to IFC4x3); all metres, in the
// system of the file's project. What it does not know it leaves out, counted in skipped().
// However the file copies its parts, what is made of it stays in proportion to its size.
class IfcShapes {
 public:
  // `metre` and `radian`: one unit of the file in those. `job` is told how many things have been
  // drawn, between three and nine tenths of the whole; once it is stopped, all shapes are empty.
  IfcShapes(const StepFile& file, double metre, double radian, Job* job = nullptr);

  // An IfcObjectPlacement with all that it stands in; the origin for 0, and for a cycle.
  Frame placement(std::uint32_t id);
  // The body of a product, placed. Takes the representations called `wanted`, first that is there:
  // {"Body", "Facetation"}; an empty word is any of solids and surfaces. Empty when it has more
  // parts than a drawing needs, or lies further off than the earth is wide.
  Solid shape(std::uint32_t product, std::initializer_list<std::string_view> wanted);
  // m seen from above along the first line that a product has under one of these names.
  std::optional<double> line_length(std::uint32_t product,
                                    std::initializer_list<std::string_view> wanted);
  double radian() const { return radian_; }  // one unit of angle
  Vec3 point(std::uint32_t id);              // IfcCartesianPoint
  Vec3 direction(std::uint32_t id, Vec3 otherwise);

  // Representation items left out, by type.
  const std::map<std::string, int>& skipped() const { return skipped_; }
  // Things whose shape has too many parts or lies nowhere, by type.
  const std::map<std::string, int>& too_large() const { return too_large_; }

 private:
  using Values = std::vector<StepValue>;
  using Curve = std::optional<std::vector<Vec3>>;
  class Depth;
  // Parts: an item, profile or curve takes as long as so many corners.
  static constexpr std::size_t kPerItem = 20;

  Frame axes(std::uint32_t id);       // IfcAxis2Placement2D and 3D
  Frame transform(std::uint32_t id);  // IfcCartesianTransformationOperator2D and 3D
  double size(const Values& values, std::size_t i) const {
    return metre_ * step_item(values, i).number;
  }

  void item(std::uint32_t id, const Frame& at, Solid& out);
  bool primitive(std::string_view type, const Values& values, const Frame& at, Solid& out);
  bool swept(std::string_view type, const Values& values, const Frame& at, Solid& out);
  void boolean(const Values& values, const Frame& at, Solid& out);
  void half_space(std::string_view type, const Values& values, const Frame& at, Solid& out);
  void extrusion(const Values& values, const Frame& at, Solid& out);
  void extrude(const Polygon& area, const Frame& base, Vec3 path, Solid& out);
  void revolve(const Polygon& area, const Frame& base, Vec3 middle, Vec3 axis, double angle,
               Solid& out);
  void tube(const std::vector<Vec3>& line, double radius, const Frame& at, Solid& out);
  void brep(std::uint32_t shell, const Frame& at, Solid& out);
  std::vector<Vec3> loop(std::uint32_t id, const Frame& at);
  void indexed_faces(std::string_view type, const Values& values, const Frame& at, Solid& out);

  std::vector<Polygon> profile(std::uint32_t id);
  std::vector<Polygon> outline(std::uint32_t id, std::string_view type, const Values& values);
  Curve curve(std::uint32_t id);
  std::vector<Vec3> indexed_curve(const Values& values);
  Curve composite(const Values& values);
  Curve trimmed(const Values& values);
  Ring ring(std::uint32_t id);
  std::vector<Vec3> arc(const Frame& at, double a, double b, double from, double to) const;
  std::vector<Vec3> coordinates(std::uint32_t list);  // IfcCartesianPointList2D and 3D

  void skip(std::uint32_t id);
  bool spend(std::size_t parts);  // false: no more may be made of this thing

  const StepFile& file_;
  double metre_, radian_;
  Job* job_;
  std::unordered_map<std::uint32_t, Frame> placements_;
  std::map<std::string, int> skipped_, too_large_;
  std::size_t left_ = 0, left_of_file_;
  std::size_t products_ = 1, drawn_ = 0;
  int depth_ = 0;  // of items, profiles and curves that hold others
};

}  // namespace trefpunt
