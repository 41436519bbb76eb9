// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <imgui.h>

#include "io/raster.h"

namespace trefpunt {

// A picture on the graphics card, on white paper. Needs a current OpenGL 3.3 context from send() to
// destruction.
class GlPicture {
 public:
  GlPicture() = default;
  ~GlPicture();
  GlPicture(const GlPicture&) = delete;
  GlPicture& operator=(const GlPicture&) = delete;

  void send(const Raster& raster);
  ImTextureID id() const;  // for an ImGui list

 private:
  unsigned texture_ = 0;
};

}  // namespace trefpunt
