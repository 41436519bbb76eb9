// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "base/result.h"

namespace trefpunt {

// An OpenGL context and a picture without a display (EGL, surfaceless): for pictures, played
// sessions and tests.
class Offscreen {
 public:
  static Result<std::unique_ptr<Offscreen>> make(int width, int height);
  ~Offscreen();
  Offscreen(const Offscreen&) = delete;
  Offscreen& operator=(const Offscreen&) = delete;

  void begin();                               // what is drawn from here lands in the picture
  Status write_png(const std::string& path);  // errors: NotWritable
  int width() const { return width_; }
  int height() const { return height_; }

 private:
  Offscreen() = default;
  int width_ = 0, height_ = 0;
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace trefpunt
