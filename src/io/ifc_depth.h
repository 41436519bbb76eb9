// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/ifc_shapes.h"

namespace trefpunt {

// Counts how deep items, profiles and curves hold each other: as deep as this is a cycle.
class IfcShapes::Depth {
 public:
  explicit Depth(int& count) : count_(count) { ++count_; }
  ~Depth() { --count_; }
  Depth(const Depth&) = delete;
  Depth& operator=(const Depth&) = delete;
  bool is_too_deep() const { return count_ > 64; }

 private:
  int& count_;
};

}  // namespace trefpunt
