// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "measure/measure.h"
#include "plugin/trefpunt_plugin.h"

namespace trefpunt {

// A scene as the columns that a plugin reads. Units, order and missing values: trefpunt_plugin.h.
class PluginPlan {
 public:
  explicit PluginPlan(const Scene& scene);
  PluginPlan(const PluginPlan&) = delete;
  PluginPlan& operator=(const PluginPlan&) = delete;

  const tp_plan& columns() const { return plan_; }

 private:
  // Pointers to the texts stay good while texts are added.
  struct Texts {
    std::deque<std::string> kept;
    std::vector<const char*> pointers;
    void add(std::string text);
  };
  struct Lines {
    std::vector<std::uint32_t> begin{0};
    std::vector<tp_point> points;
    void add(const std::vector<Point>& line);
  };

  void add_units(const Building& building);
  void add_spaces(const Storey& storey, const Layout& layout, std::uint32_t at);
  void add_walls(const Storey& storey, std::uint32_t at);
  void add_doors(const Storey& storey, const Layout& layout, std::uint32_t at);
  void add_windows(const Storey& storey, const Layout& layout, std::uint32_t at);
  void add_things(const Storey& storey, const Layout& layout, std::uint32_t at);
  void point_at_columns();
  std::int32_t index_of(const std::optional<SpaceId>& space) const;  // -1: none

  std::map<SpaceId, std::int32_t> space_index_;
  std::map<UnitId, std::int32_t> unit_index_;
  Texts storey_name_, unit_id_, unit_name_, space_id_, space_name_, space_number_, space_use_,
      wall_id_, door_id_, window_id_, seat_id_, furniture_id_, furniture_name_, link_id_;
  std::vector<double> storey_level_, space_area_, door_clear_width_, window_sill_, link_length_;
  std::vector<std::uint32_t> space_storey_, wall_storey_, door_storey_, window_storey_,
      seat_storey_, furniture_storey_, link_storey_, space_ring_begin_{0};
  std::vector<std::int32_t> unit_beds_, space_unit_, space_beds_, door_space_, window_space_,
      seat_places_, seat_space_;
  std::vector<std::uint8_t> wall_is_closed_, wall_is_glass_, door_is_glass_, door_is_opening_,
      door_is_outside_, furniture_is_tall_, link_kind_;
  std::vector<tp_point> door_a_, door_b_, window_a_, window_b_, seat_at_;
  Lines rings_, walls_, furniture_, links_;
  tp_plan plan_{};
};

}  // namespace trefpunt
