// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/desktop.h"
#include "app/offscreen.h"

namespace trefpunt {

// The desktop without a display: frames on demand, and a mouse and keyboard that a script moves.
class Stage {
 public:
  static Result<std::unique_ptr<Stage>> make(Surroundings surroundings,
                                             const std::string& sample_path, int width, int height,
                                             float scale);
  ~Stage();

  Desktop& desktop() { return *desktop_; }
  void frame();
  // Frames until nothing is read or computed any more; false when that takes over a minute.
  bool settle();
  Status picture(const std::string& path);

  void move(ImVec2 to);
  void click(ImVec2 at, int button = 0);
  void drag(const std::vector<ImVec2>& along);
  void press(const std::string& keys);  // "Ctrl+Shift+Z", "Enter", "w"
  void type(const std::string& text);

 private:
  Stage() = default;
  std::unique_ptr<Offscreen> offscreen_;
  std::unique_ptr<Desktop> desktop_;
};

// Replays a session, a step per line (docs/desktop.md): the first step that fails is an error with
// its line.
Status play(Stage& stage, const std::string& script, const std::string& name);

}  // namespace trefpunt
