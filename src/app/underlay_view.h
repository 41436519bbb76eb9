// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include "app/gl_picture.h"
#include "app/task.h"
#include "app/ui.h"
#include "app/ui_state.h"
#include "plan/storey.h"

namespace trefpunt {

struct Pointer;
struct Request;

// The picture under the storey that is looked at, decoded on a thread of its own.
struct UnderlayView {
  Task<Raster> decoding;
  PictureBytes asked;  // decoded now, or in vain
  PictureBytes shown;  // on the graphics card
  std::optional<Error> problem;
  GlPicture gl;
};

// Before it is drawn: takes what was decoded and asks for what is missing.
void follow_underlay(UnderlayView& view, const Storey* storey, const std::function<void()>& wake);
bool is_drawn(const UnderlayView& view, const Storey& storey);
void draw_underlay(Ui& ui, ImDrawList& list, const Camera& camera, const UnderlayView& view,
                   const Storey& storey);
// The two points of a known distance, over everything.
void draw_underlay_points(Ui& ui, ImDrawList& list, const UiState& state, const Storey& storey);

// What is to be in sight when everything is: the plan and what it is drawn over.
Box box_in_view(const Storey& storey);

// A click chooses a point of a known distance, a drag moves the picture.
Request underlay_tool(const Storey& storey, const Pointer& pointer, UiState& state);

}  // namespace trefpunt
