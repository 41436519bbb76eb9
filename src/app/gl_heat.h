// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "app/camera.h"
#include "app/heat_texels.h"

struct ImDrawList;

namespace trefpunt {

struct HeatLook {
  HeatScale scale = HeatScale::Rising;
  bool has_classes = false;  // hatched, for high contrast
  bool is_stale = false;     // greyed
  float alpha = 1;
  float density = 1;  // of the screen
};

// A heat map on the graphics card. Needs a current OpenGL 3.3 context from the first send() to
// destruction.
class GlHeat {
 public:
  GlHeat();
  ~GlHeat();
  GlHeat(const GlHeat&) = delete;
  GlHeat& operator=(const GlHeat&) = delete;

  void send(const HeatTexels& texels);
  void draw(ImDrawList& list, const Camera& camera, const HeatLook& look);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace trefpunt
