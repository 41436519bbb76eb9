// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/wijk_choice.h"
#include "project/edit.h"
#include "wijk/wijk.h"

namespace trefpunt {

// Things of a wijk by the id that people see ("P4"); null: not there.
const Street* find_street(const Wijk& wijk, const std::string& id);
const Home* find_home(const Wijk& wijk, const std::string& id);
const WijkPlace* find_place(const Wijk& wijk, const std::string& id);
const Furnishing* find_furnishing(const Wijk& wijk, const std::string& id);
const OpenSpace* find_open_space(const Wijk& wijk, const std::string& id);
const Footprint* find_footprint(const Wijk& wijk, const std::string& id);
const StatisticalArea* find_area(const Wijk& wijk, const std::string& code);

// What lies at p among the layers that are shown: points before lines before faces, the nearest or
// else the smallest first. Empty: nothing. An area is named by its code.
std::string wijk_object_at(const Wijk& wijk, Point p, double reach,
                           const std::set<MapLayer>& hidden);

// "Buurthuis De Brink", "voetpad Kerkpad", "woning H12": what a list and a tip call it.
std::string name_of_object(const Wijk& wijk, const std::string& id, Lang lang);

// Its line, ring (of a face, the outer one) or point; empty: not there.
std::vector<Point> points_of_object(const Wijk& wijk, const std::string& id);
bool is_face(const std::string& id);  // an open space, a footprint or an area

// Where a new vertex of a street comes to lie.
struct StreetSnap {
  Point at;
  bool is_vertex = false;          // of a street that is there
  std::optional<StreetId> street;  // that it lies on between two vertices: it has to be split
};
// `ignored`: vertices that are being moved.
StreetSnap snap_to_streets(const Wijk& wijk, Point p, double reach,
                           const std::vector<Point>& ignored = {});

// Adds a street whose vertices join what they lie on: those streets are split first. One step.
std::vector<Edit> add_path(const Project& project, Street street);
// Moves a vertex of streets onto a street, which is split there so that they join.
std::vector<Edit> move_and_join(const Project& project, Point from, Point to);

}  // namespace trefpunt
