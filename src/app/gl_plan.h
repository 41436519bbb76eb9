// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "app/camera.h"
#include "app/plan_mesh.h"

struct ImDrawList;

namespace trefpunt {

// A storey on the graphics card. Sent once and drawn where the camera says, within an ImGui list.
// Needs a current OpenGL 3.3 context from construction to destruction.
class GlPlan {
 public:
  GlPlan();
  ~GlPlan();
  GlPlan(const GlPlan&) = delete;
  GlPlan& operator=(const GlPlan&) = delete;

  void send(const PlanMesh& mesh);
  // Adds the drawing to the list; `density` is the screen's scale, `floors` the opacity of floors.
  void draw(ImDrawList& list, const Camera& camera, float density, float floors = 1);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace trefpunt
