// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/dxf_blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.h"

namespace trefpunt {

namespace {

constexpr std::size_t kManyParts = 8;
constexpr int kDeepest = 40;  // blocks within blocks

DxfInsert inside(const DxfInsert& outer, const DxfInsert& inner) {
  DxfInsert both = inner;
  both.at = outer.apply(inner.at);
  both.x_axis = outer.apply(inner.x_axis) - outer.at;
  both.y_axis = outer.apply(inner.y_axis) - outer.at;
  return both;
}

DxfItem placed(const DxfInsert& where, const DxfItem& item) {
  DxfItem result = item;
  for (Point& p : result.points) p = where.apply(p);
  for (Ring& hole : result.holes) {
    for (Point& p : hole) p = where.apply(p);
  }
  result.text_height *= length(where.y_axis);
  return result;
}

bool is_thing(Meaning meaning) {
  return meaning == Meaning::Door || meaning == Meaning::Window || meaning == Meaning::Furniture ||
         meaning == Meaning::Seat || meaning == Meaning::Stairs || meaning == Meaning::Lift ||
         meaning == Meaning::RoomStamp;
}

// A block with these attributes is a room stamp, whatever it is called.
bool has_room_attributes(const DxfInsert& insert) {
  bool number = false, name = false, room = false;
  for (const auto& [tag, value] : insert.attributes) {
    number |= tag == "nummer" || tag == "nr" || tag == "number";
    name |= tag == "naam" || tag == "name" || tag == "omschrijving";
    room |= tag.find("ruimte") != std::string::npos || tag.find("room") != std::string::npos ||
            tag.find("raum") != std::string::npos;
  }
  return room || (number && name);
}

class Flattener {
 public:
  Flattener(const DxfDrawing& drawing, const LayerMap& map, FlatDrawing& out)
      : drawing_(drawing), map_(map), out_(out) {}

  // Straight pieces after all blocks are applied; cuts and reports circles on the way.
  double count(const DxfContent& content) {
    double total = 0;
    for (const DxfItem& item : content.items) total += segments_of(item);
    for (const DxfInsert& insert : content.inserts) total += count_block(insert.block);
    return total;
  }

  void add(const DxfContent& content, const DxfInsert* outer, int depth) {
    for (const DxfItem& item : content.items) {
      const std::string layer = layer_in(outer, item.layer);
      if (hidden(layer)) continue;
      MeantItem meant{outer != nullptr ? placed(*outer, item) : item, meaning_of_layer(layer)};
      meant.item.layer = layer;
      if (outer != nullptr) meant.item.handle = outer->handle;
      use(layer);
      out_.items.push_back(std::move(meant));
    }
    for (const DxfInsert& insert : content.inserts) add_insert(insert, outer, depth);
  }

  void add_insert(const DxfInsert& inner, const DxfInsert* outer, int depth) {
    DxfInsert insert = outer != nullptr ? inside(*outer, inner) : inner;
    insert.layer = layer_in(outer, inner.layer);
    if (outer != nullptr) insert.handle = outer->handle;
    if (hidden(insert.layer) || depth > kDeepest || is_open(inner.block)) return;
    if (drawing_.header.xrefs.contains(inner.block)) {
      report_xref(inner.block);
    }
    const auto block = drawing_.blocks.find(inner.block);
    const Meaning meaning = meaning_of(insert);
    const bool is_object = is_thing(meaning) && !is_container(inner.block);
    // A layer that someone spoke of stays in the list, whatever lies on it now.
    if (!is_object && map_.said.contains(insert.layer)) use(insert.layer);
    if (meaning == Meaning::Ignore && is_plain(inner.block)) return;
    if (is_object) {
      MeantObject object;
      object.meaning = meaning;
      object.block = real_name(inner.block);
      object.layer = insert.layer;
      object.handle = insert.handle;
      object.at = insert.at;
      object.x_axis = insert.x_axis;
      object.by_name = map_.of_block(object.block) == meaning;
      object.attributes = insert.attributes;
      if (block != drawing_.blocks.end()) {
        path_.push_back(inner.block);
        collect(block->second, insert, object, depth + 1);
        path_.pop_back();
      }
      use(insert.layer);
      out_.objects.push_back(std::move(object));
      return;
    }
    if (block == drawing_.blocks.end()) return;
    path_.push_back(inner.block);
    add(block->second, &insert, depth + 1);
    path_.pop_back();
  }

 private:
  // The content of one thing; a seat within a piece of furniture is a thing of its own.
  void collect(const DxfContent& content, const DxfInsert& where, MeantObject& object, int depth) {
    for (const DxfItem& item : content.items) {
      if (!hidden(layer_in(&where, item.layer))) object.items.push_back(placed(where, item));
    }
    for (const DxfInsert& inner : content.inserts) {
      const auto block = drawing_.blocks.find(inner.block);
      if (block == drawing_.blocks.end() || depth > kDeepest || is_open(inner.block)) {
        continue;
      }
      const Meaning meaning = map_.of_block(real_name(inner.block));
      if (meaning == Meaning::Ignore) continue;
      if (meaning == Meaning::Seat && object.meaning == Meaning::Furniture) {
        add_insert(inner, &where, depth);
      } else {
        DxfInsert both = inside(where, inner);
        both.layer = layer_in(&where, inner.layer);
        path_.push_back(inner.block);
        collect(block->second, both, object, depth + 1);
        path_.pop_back();
      }
    }
  }

  double count_block(const std::string& name) {
    if (const auto known = counted_.find(name); known != counted_.end()) return known->second;
    const auto block = drawing_.blocks.find(name);
    if (block == drawing_.blocks.end()) return 0;
    if (!open_.insert(name).second) {
      if (circular_.insert(name).second) report_circle(name);
      return 0;
    }
    const double total = count(block->second);
    open_.erase(name);
    counted_[name] = total;
    return total;
  }

  bool is_open(const std::string& block) const {
    return std::find(path_.begin(), path_.end(), block) != path_.end();
  }
  // Many things in one block, a whole floor's furniture: they count one by one.
  bool is_container(const std::string& name) const {
    const auto block = drawing_.blocks.find(name);
    return block != drawing_.blocks.end() && block->second.inserts.size() > kManyParts;
  }
  static std::string layer_in(const DxfInsert* outer, const std::string& layer) {
    return outer != nullptr && layer == "0" ? outer->layer : layer;
  }
  bool hidden(const std::string& layer) const {
    return drawing_.header.hidden_layers.contains(layer);
  }
  Meaning meaning_of_layer(const std::string& layer) {
    const auto [at, is_new] = layers_.try_emplace(layer, Meaning::Unknown);
    if (!is_new) return at->second;
    const auto said = map_.said.find(layer);
    at->second = said != map_.said.end() ? said->second : map_.of_layer(plain_layer_name(layer));
    return at->second;
  }
  std::string real_name(const std::string& block) const {
    const auto found = drawing_.header.dynamic_name.find(block);
    return plain_layer_name(found == drawing_.header.dynamic_name.end() ? block : found->second);
  }
  Meaning meaning_of(const DxfInsert& insert) {
    const auto said = map_.said.find(insert.layer);
    if (said != map_.said.end() && said->second != Meaning::Unknown) return said->second;
    const Meaning by_name = map_.of_block(real_name(insert.block));
    if (by_name != Meaning::Unknown) return by_name;
    const Meaning by_layer = meaning_of_layer(insert.layer);
    if (!is_thing(by_layer) && has_room_attributes(insert)) return Meaning::RoomStamp;
    return by_layer;
  }
  // Whether all of a block borrows its inserter's layer.
  bool is_plain(const std::string& name, int depth = 0) const {
    const auto block = drawing_.blocks.find(name);
    if (block == drawing_.blocks.end() || depth > kDeepest) return true;
    return std::all_of(block->second.items.begin(), block->second.items.end(),
                       [](const DxfItem& item) { return item.layer == "0"; }) &&
           std::all_of(block->second.inserts.begin(), block->second.inserts.end(),
                       [&](const DxfInsert& insert) {
                         return insert.layer == "0" && is_plain(insert.block, depth + 1);
                       });
  }
  void use(const std::string& layer) {
    const auto [at, is_new] = place_of_layer_.try_emplace(layer, out_.layers.size());
    if (is_new) out_.layers.push_back({layer, 0, meaning_of_layer(layer)});
    ++out_.layers[at->second].count;
  }
  void report_circle(const std::string& name) {
    out_.findings.push_back({finding::kBlockInsideItself,
                             Severity::Warning,
                             {fmt::format("Blok '{}' bevat zichzelf; het is weggelaten.", name),
                              fmt::format("Block '{}' contains itself; it was left out.", name)},
                             "",
                             "",
                             std::nullopt});
  }
  void report_xref(const std::string& name) {
    if (!reported_.insert(name).second) return;
    const std::string& path = drawing_.header.xrefs.at(name);
    out_.findings.push_back(
        {finding::kUnboundXref,
         Severity::Warning,
         {fmt::format(
              "De tekening verwijst naar een andere tekening ('{}') die er niet in zit. Bind "
              "haar in het tekenprogramma en sla opnieuw op.",
              path.empty() ? name : path),
          fmt::format(
              "The drawing refers to another drawing ('{}') that is not part of it. Bind it "
              "in the drawing program and save again.",
              path.empty() ? name : path)},
         "",
         "",
         std::nullopt});
  }

  const DxfDrawing& drawing_;
  const LayerMap& map_;
  FlatDrawing& out_;
  std::map<std::string, double> counted_;
  std::set<std::string> open_, circular_, reported_;
  std::vector<std::string> path_;
  std::map<std::string, Meaning> layers_;
  std::map<std::string, std::size_t> place_of_layer_;
};

}  // namespace

std::string plain_layer_name(const std::string& name) {
  std::size_t at = 0;
  if (const std::size_t bar = name.rfind('|'); bar != std::string::npos) at = bar + 1;
  if (const std::size_t bound = name.rfind("$0$"); bound != std::string::npos) {
    at = std::max(at, bound + 3);
  }
  return at < name.size() ? name.substr(at) : name;
}

Result<FlatDrawing> flatten(const DxfDrawing& drawing, const LayerMap& map, int max_segments,
                            const std::string& file) {
  FlatDrawing flat;
  Flattener flattener(drawing, map, flat);
  const double segments = flattener.count(drawing.model);
  if (segments > max_segments) {
    return too_large(segments, max_segments, file);
  }
  flattener.add(drawing.model, nullptr, 0);
  std::sort(flat.layers.begin(), flat.layers.end(),
            [](const LayerUse& a, const LayerUse& b) { return a.name < b.name; });
  return flat;
}

void scale(FlatDrawing& drawing, double metres_per_unit) {
  const auto apply = [&](DxfItem& item) {
    for (Point& p : item.points) p = snap(metres_per_unit * p);
    for (Ring& hole : item.holes) {
      for (Point& p : hole) p = snap(metres_per_unit * p);
    }
    item.text_height *= metres_per_unit;
  };
  for (MeantItem& item : drawing.items) apply(item.item);
  for (MeantObject& object : drawing.objects) {
    object.at = snap(metres_per_unit * object.at);
    for (DxfItem& item : object.items) apply(item);
  }
}

}  // namespace trefpunt
