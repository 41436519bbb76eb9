// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "io/wijk_findings.h"
#include "io/wijk_meaning.h"
#include "io/wijk_words.h"
#include "wijk/wijk.h"

namespace trefpunt {

// Where addresses are: what a list with postcodes or BAG numbers is joined to.
struct AddressBook {
  struct Entry {
    Point at;
    std::string function;  // gebruiksfunctie
  };
  std::map<std::string, Entry> by_address, by_bag;

  // "3996CE" "6" "a" "bis" -> one key; empty when the postcode or the number is none.
  static std::string key(const std::string& postcode, const std::string& number,
                         const std::string& letter, const std::string& suffix);
  static std::string bag_key(const std::string& bag);  // without zeros in front; or empty
};

// What is being put together; ids come at the end. Null: no layer spoke of it.
struct WijkDraft {
  std::optional<std::vector<Street>> streets;
  std::optional<std::vector<Home>> homes;
  std::optional<std::vector<WijkPlace>> places;
  std::optional<std::vector<Furnishing>> furnishings;
  std::optional<std::vector<OpenSpace>> open_spaces;
  std::optional<std::vector<Footprint>> footprints;
  std::optional<std::vector<StatisticalArea>> areas;
  AddressBook addresses;
  std::vector<Finding> findings;

  template <typename Thing>
  static std::vector<Thing>& given(std::optional<std::vector<Thing>>& layer) {
    if (!layer) layer.emplace();
    return *layer;
  }
};

// A layer in metres of the wijk, with what it is taken for.
struct MappedLayer {
  WijkSourceLayer source;
  LayerMapping mapping;
  std::map<std::string, std::string> said_columns;

  std::string where() const { return where_of(source); }
  WijkColumns columns() const { return {source, said_columns}; }
  void made(const char* what, int count = 1) { mapping.made[what] += count; }
};

// The values that nobody understood, and the features that have ended, counted per layer.
struct Unread {
  std::map<std::string, int> values;
  int ended = 0;
  void report(const MappedLayer& layer, const Text& what, std::vector<Finding>& findings) const;
};

// BAG and BGT keep what is no longer there: an end date, or a status that says so.
bool has_ended(const WijkColumns& columns, const WijkFeature& feature);

// One point for the feature: its own, or well inside its largest part.
std::optional<Point> point_of(const WijkFeature& feature);

// Each adds what the layer holds to the draft.
void add_streets(MappedLayer& layer, WijkDraft& draft);
void add_homes(MappedLayer& layer, WijkDraft& draft);
void add_places(MappedLayer& layer, WijkDraft& draft);  // after all homes: it looks up addresses
void add_furnishings(MappedLayer& layer, WijkDraft& draft);
void add_open_spaces(MappedLayer& layer, WijkDraft& draft);
void add_footprints(MappedLayer& layer, WijkDraft& draft);
// By tags, to a draft of its own, of which is kept what no layer of its own gives better.
void add_tagged(MappedLayer& layer, WijkDraft& draft);
// Homes of OpenStreetMap: address points, and dwellings without one.
void approximate_homes(WijkDraft& tagged, const std::vector<MappedLayer>& layers);

}  // namespace trefpunt
