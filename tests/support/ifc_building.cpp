// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ifc_building.h"

#include <fmt/format.h>

#include <iterator>
#include <ostream>
#include <string>
#include <vector>

namespace trefpunt {

namespace {

constexpr int kColumns = 25, kRooms = 500;  // of a storey

// Instances in the order in which they are made, each with the next number.
class IfcLines {
 public:
  template <typename... Args>
  int add(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(text), "#{}=", ++last_);
    fmt::format_to(std::back_inserter(text), format, std::forward<Args>(args)...);
    text += ";\n";
    return last_;
  }
  int next() const { return last_ + 1; }
  std::string key() { return fmt::format("{:022}", ++keys_); }
  int place(int in, double x, double y, double z) {
    const int at = add("IFCCARTESIANPOINT(({:.3f},{:.3f},{:.3f}))", x, y, z);
    const int axes = add("IFCAXIS2PLACEMENT3D(#{},$,$)", at);
    return in > 0 ? add("IFCLOCALPLACEMENT(#{},#{})", in, axes)
                  : add("IFCLOCALPLACEMENT($,#{})", axes);
  }
  int body(const char* kind, int item) {
    const int shape = add("IFCSHAPEREPRESENTATION($,'Body','{}',(#{}))", kind, item);
    return add("IFCPRODUCTDEFINITIONSHAPE($,$,(#{}))", shape);
  }
  int box(double width, double depth, double height) {
    const int area = add("IFCRECTANGLEPROFILEDEF(.AREA.,$,#4,{:.3f},{:.3f})", width, depth);
    return body("SweptSolid", add("IFCEXTRUDEDAREASOLID(#{},#2,#3,{:.3f})", area, height));
  }
  // A drum of that many sides, with a lid of triangles.
  int drum(int sides, double height) {
    std::vector<int> low, high, faces;
    for (int i = 0; i < sides; ++i) {
      const double x = 0.2 * (i % 2 ? 1 : 0.8), y = 0.01 * i;
      low.push_back(add("IFCCARTESIANPOINT(({:.4f},{:.4f},0.))", x, y));
      high.push_back(add("IFCCARTESIANPOINT(({:.4f},{:.4f},{:.3f}))", x, y, height));
    }
    for (int i = 0; i < sides; ++i) {
      const auto a = static_cast<std::size_t>(i), b = static_cast<std::size_t>((i + 1) % sides);
      const int loop = add("IFCPOLYLOOP((#{},#{},#{},#{}))", low[a], low[b], high[b], high[a]);
      faces.push_back(add("IFCFACE((#{}))", add("IFCFACEOUTERBOUND(#{},.T.)", loop)));
    }
    return body("Brep", add("IFCFACETEDBREP(#{})", add("IFCCLOSEDSHELL(({}))", references(faces))));
  }
  static std::string references(const std::vector<int>& ids) {
    return fmt::format("#{}", fmt::join(ids, ",#"));
  }

  std::string text;

 private:
  int last_ = 0, keys_ = 0;
};

void add_properties(IfcLines& lines, int thing, int room) {
  for (int set = 0; set < 3; ++set) {
    std::vector<int> values;
    for (int i = 0; i < 8; ++i) {
      values.push_back(lines.add(
          "IFCPROPERTYSINGLEVALUE('Property {} of {}',$,IFCLABEL('value {}'),$)", i, set, room));
    }
    const int made = lines.add("IFCPROPERTYSET('{}',$,'Pset_{}',$,({}))", lines.key(), set,
                               IfcLines::references(values));
    lines.add("IFCRELDEFINESBYPROPERTIES('{}',$,$,$,(#{}),#{})", lines.key(), thing, made);
  }
}

// Its walls left and below, its door in the wall below.
void add_room(IfcLines& lines, int place, int room, int chair, std::vector<int>& spaces,
              std::vector<int>& things) {
  const double x = 4.0 * (room % kRooms % kColumns), y = 3.0 * (room % kRooms / kColumns);
  const auto thing = [&](const char* type, double dx, double dy, int shape, const char* rest) {
    const int at = lines.place(place, x + dx, y + dy, 0);
    return lines.add("{}('{}',$,'{} {}',$,$,#{},#{},{})", type, lines.key(), type, room, at, shape,
                     rest);
  };
  spaces.push_back(
      thing("IFCSPACE", 2.05, 1.55, lines.box(3.9, 2.9, 2.6), "'kantoor',.ELEMENT.,.INTERNAL.,$"));
  add_properties(lines, spaces.back(), room);
  things.push_back(thing("IFCWALL", 0.05, 1.5, lines.box(0.1, 3.1, 2.8), "$,$"));
  things.push_back(thing("IFCWALL", 2, 0.05, lines.box(4.1, 0.1, 2.8), "$,$"));
  const int opening = thing("IFCOPENINGELEMENT", 2, 0.05, lines.box(0.93, 0.3, 2.1), "$,$");
  lines.add("IFCRELVOIDSELEMENT('{}',$,$,$,#{},#{})", lines.key(), things.back(), opening);
  things.push_back(thing("IFCDOOR", 2, 0.05, lines.box(0.93, 0.05, 2.1), "$,2.1,0.93,.DOOR.,$,$"));
  lines.add("IFCRELFILLSELEMENT('{}',$,$,$,#{},#{})", lines.key(), opening, things.back());
  things.push_back(thing(
      "IFCFURNITURE", 1, 1.5,
      lines.body("MappedRepresentation", lines.add("IFCMAPPEDITEM(#{},#5)", chair)), "$,.CHAIR."));
  things.push_back(thing("IFCSPACEHEATER", 3.5, 2, lines.drum(60, 0.6), "$,.RADIATOR."));
}

}  // namespace

void write_ifc_building(std::ostream& out, std::size_t bytes) {
  IfcLines lines;
  lines.text = "ISO-10303-21;\nHEADER;\nFILE_SCHEMA(('IFC4'));\nENDSEC;\nDATA;\n";
  lines.add("IFCCARTESIANPOINT((0.,0.,0.))");
  lines.add("IFCAXIS2PLACEMENT3D(#1,$,$)");
  lines.add("IFCDIRECTION((0.,0.,1.))");
  lines.add("IFCAXIS2PLACEMENT2D(#1,$)");
  lines.add("IFCCARTESIANTRANSFORMATIONOPERATOR3D($,$,#1,1.,$)");
  const int unit = lines.add("IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.)");
  const int units = lines.add("IFCUNITASSIGNMENT((#{}))", unit);
  lines.add("IFCPROJECT('{}',$,'p',$,$,$,$,(),#{})", lines.key(), units);
  const int area = lines.add("IFCRECTANGLEPROFILEDEF(.AREA.,$,#4,0.5,0.5)");
  const int block = lines.add("IFCEXTRUDEDAREASOLID(#{},#2,#3,0.45)", area);
  const int shape = lines.add("IFCSHAPEREPRESENTATION($,'Body','SweptSolid',(#{}))", block);
  const int chair = lines.add("IFCREPRESENTATIONMAP(#2,#{})", shape);
  std::size_t written = 0;
  int storey = 0, place = 0;
  std::vector<int> spaces, things;
  const auto end_storey = [&] {
    if (storey == 0) return;
    lines.add("IFCRELAGGREGATES('{}',$,$,$,#{},({}))", lines.key(), storey,
              IfcLines::references(spaces));
    lines.add("IFCRELCONTAINEDINSPATIALSTRUCTURE('{}',$,$,$,({}),#{})", lines.key(),
              IfcLines::references(things), storey);
    spaces.clear();
    things.clear();
  };
  for (int room = 0; written < bytes; ++room) {
    if (room % kRooms == 0) {
      end_storey();
      const double height = 3.0 * (room / kRooms);
      place = lines.place(0, 0, 0, height);
      storey = lines.add("IFCBUILDINGSTOREY('{}',$,'{}',$,$,#{},$,$,.ELEMENT.,{:.1f})", lines.key(),
                         room / kRooms, place, height);
    }
    add_room(lines, place, room, chair, spaces, things);
    written += lines.text.size();
    out << lines.text;
    lines.text.clear();
  }
  end_storey();
  out << lines.text << "ENDSEC;\nEND-ISO-10303-21;\n";
}

}  // namespace trefpunt
