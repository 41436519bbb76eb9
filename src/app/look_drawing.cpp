// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "app/look_view.h"

namespace trefpunt {

namespace {

// ImGui smooths the rims of what it fills, which shows as seams between triangles.
class SharpFills {
 public:
  explicit SharpFills(ImDrawList& list) : list_(list), flags_(list.Flags) {
    list.Flags &= ~ImDrawListFlags_AntiAliasedFill;
  }
  ~SharpFills() { list_.Flags = flags_; }
  SharpFills(const SharpFills&) = delete;
  SharpFills& operator=(const SharpFills&) = delete;

 private:
  ImDrawList& list_;
  ImDrawListFlags flags_;
};

// What of a line lies in the view: far beyond it dashes would be many. False: nothing.
bool clip(const Camera& camera, ImVec2& a, ImVec2& b) {
  float from = 0, to = 1;
  const ImVec2 d{b.x - a.x, b.y - a.y};
  const auto side = [&](float along, float room) {  // along t <= room
    if (along > 0) to = std::min(to, room / along);
    if (along < 0) from = std::max(from, room / along);
    return along != 0 || room >= 0;
  };
  if (!side(d.x, camera.high.x - a.x) || !side(-d.x, a.x - camera.low.x) ||
      !side(d.y, camera.high.y - a.y) || !side(-d.y, a.y - camera.low.y) || from >= to) {
    return false;
  }
  const ImVec2 start = a;
  a = {start.x + from * d.x, start.y + from * d.y};
  b = {start.x + to * d.x, start.y + to * d.y};
  return true;
}

void dashed(ImDrawList& list, const Camera& camera, ImVec2 a, ImVec2 b, ImU32 ink, float width,
            float dash) {
  if (!clip(camera, a, b)) return;
  const float length = std::hypot(b.x - a.x, b.y - a.y);
  const auto at = [&](float x) {
    const float t = std::min(1.0f, x / length);
    return ImVec2{a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
  };
  for (float x = 0; x < length; x += 2 * dash) list.AddLine(at(x), at(x + dash), ink, width);
}

void draw_edge(const Ui& ui, ImDrawList& list, const Camera& camera, IsovistEdge kind, ImVec2 a,
               ImVec2 b) {
  const Palette& palette = ui.palette();
  switch (kind) {
    case IsovistEdge::Wall:
      list.AddLine(a, b, colour(palette.accent), 2 * ui.scale);
      break;
    case IsovistEdge::Occluding:
      dashed(list, camera, a, b, colour(palette.ink), 2 * ui.scale, 6 * ui.scale);
      break;
    case IsovistEdge::Open:
      list.AddLine(a, b, colour(palette.warning), 5 * ui.scale);
      dashed(list, camera, a, b, colour(palette.paper), 2 * ui.scale, 4 * ui.scale);
      break;
    case IsovistEdge::Side:
      list.AddLine(a, b, colour(palette.accent, 0.6), 1 * ui.scale);
      break;
  }
}

void draw_isovist(const Ui& ui, ImDrawList& list, const Camera& camera, const Isovist& isovist) {
  if (isovist.state != Isovist::State::Seen) return;
  const ImVec2 eye = camera(isovist.from);
  {
    // Everything in it is seen from the eye: a fan covers it.
    const SharpFills sharp(list);
    const ImU32 fill = colour(ui.palette().accent, ui.contrast == Contrast::High ? 0.3 : 0.22);
    for (std::size_t i = 0; i < isovist.corners.size(); ++i) {
      list.AddTriangleFilled(eye, camera(isovist.corner(i)),
                             camera(isovist.corner(isovist.next(i))), fill);
    }
  }
  for (std::size_t i = 0; i < isovist.corners.size(); ++i) {
    draw_edge(ui, list, camera, isovist.edges[i], camera(isovist.corner(i)),
              camera(isovist.corner(isovist.next(i))));
  }
}

void draw_together(const Ui& ui, ImDrawList& list, const Camera& camera, const LookView& view,
                   const UiState& state) {
  const bool is_now = view.seen.from == state.drawing;
  const Rgb rgb = is_now ? ui.palette().accent : ui.palette().soft;
  {
    const SharpFills sharp(list);
    for (const auto& [a, b, c] : view.seen.triangles) {
      list.AddTriangleFilled(camera(a), camera(b), camera(c), colour(rgb, is_now ? 0.3 : 0.12));
    }
  }
  if (!is_now) return;
  for (const Polygon& polygon : view.seen.area.outline) {
    for (const Point p : polygon.outer) list.PathLineTo(camera(p));
    list.PathStroke(colour(rgb), ImDrawFlags_Closed, 1.5f * ui.scale);
    for (const Ring& hole : polygon.holes) {
      for (const Point p : hole) list.PathLineTo(camera(p));
      list.PathStroke(colour(rgb), ImDrawFlags_Closed, 1.5f * ui.scale);
    }
  }
  if (state.drawing.size() != 2) return;
  // The line between two that do not see each other is broken.
  const ImVec2 a = camera(state.drawing[0]), b = camera(state.drawing[1]);
  list.AddLine(a, b, colour(ui.palette().paper), 5 * ui.scale);
  if (view.seen.see_each_other) {
    list.AddLine(a, b, colour(ui.palette().accent), 3 * ui.scale);
  } else {
    dashed(list, camera, a, b, colour(ui.palette().warning), 3 * ui.scale, 7 * ui.scale);
  }
}

void draw_readout(const Ui& ui, ImDrawList& list, const LookView& view, const UiState& state) {
  const std::vector<std::string> lines = look_words(view, state, ui.lang);
  if (lines.empty()) return;
  const bool is_isovist = view.has_isovist && view.isovist.state == Isovist::State::Seen;
  const float size = ui.em(0.82f), line = ui.em(1.3f);
  float width = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    ImFont* font = i == 0 ? ui.bold : ui.body;
    width = std::max(width, font->CalcTextSizeA(size, 1e9f, 0, lines[i].c_str()).x);
  }
  struct Key {
    IsovistEdge kind;
    Text words;
  };
  std::vector<Key> keys;
  if (is_isovist) {
    const auto& edges = view.isovist.edges;
    const auto has = [&](IsovistEdge kind) {
      return std::find(edges.begin(), edges.end(), kind) != edges.end();
    };
    if (has(IsovistEdge::Occluding)) {
      keys.push_back(
          {IsovistEdge::Occluding,
           {"verhullende rand: erachter ligt vloer", "occluding edge: floor lies behind"}});
    }
    if (has(IsovistEdge::Open)) keys.push_back({IsovistEdge::Open, {"open rand", "open edge"}});
  }
  const float sample = ui.em(2);
  for (const Key& key : keys) {
    width = std::max(
        width, sample + ui.em(0.5f) + ui.body->CalcTextSizeA(size, 1e9f, 0, ui.t(key.words)).x);
  }
  const float height = line * static_cast<float>(lines.size() + keys.size());
  // Above the scale bar: the plan stands higher than the middle, the legend at the left.
  const ImVec2 low{state.camera.high.x - width - ui.em(1.5f),
                   state.camera.high.y - height - ui.em(5)};
  const ImVec2 box_low{low.x - 8, low.y - 6}, box_high{low.x + width + 12, low.y + height + 4};
  list.AddRectFilled(box_low, box_high, colour(ui.palette().paper, 0.94), 4);
  list.AddRect(box_low, box_high, colour(ui.palette().line), 4);
  const ImU32 ink = colour(ui.palette().ink);
  float y = low.y;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    list.AddText(i == 0 ? ui.bold : ui.body, size, {low.x, y}, ink, lines[i].c_str());
    y += line;
  }
  for (const Key& key : keys) {
    const float middle = y + size * 0.6f;
    draw_edge(ui, list, state.camera, key.kind, {low.x, middle}, {low.x + sample, middle});
    list.AddText(ui.body, size, {low.x + sample + ui.em(0.5f), y}, ink, ui.t(key.words));
    y += line;
  }
}

}  // namespace

void draw_look(Ui& ui, ImDrawList& list, const LookView& view, const UiState& state) {
  if (state.tool != Tool::Look) return;
  const Camera& camera = state.camera;
  if (view.has_isovist) draw_isovist(ui, list, camera, view.isovist);
  if (state.drawing.size() >= 2) draw_together(ui, list, camera, view, state);
  for (const Point place : state.drawing) {
    list.AddCircleFilled(camera(place), 6 * ui.scale, colour(ui.palette().paper));
    list.AddCircleFilled(camera(place), 4.5f * ui.scale, colour(ui.palette().accent));
  }
  draw_readout(ui, list, view, state);
}

}  // namespace trefpunt
