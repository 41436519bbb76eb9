// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import_paper.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "io/pdf.h"

namespace trefpunt {

namespace {

constexpr std::size_t kMostDrawn = 40'000;  // lines: more cannot be told apart here
constexpr float kSnap = 10;                 // pixels

// The nearest end of a line within reach of the mouse, or the place itself.
Point paper_point(const std::vector<Segment>& lines, Point at, double reach) {
  Point best = at;
  double nearest = reach;
  for (const Segment& line : lines) {
    for (const Point end : {line.a, line.b}) {
      const double away = distance(end, at);
      if (away < nearest) {
        nearest = away;
        best = end;
      }
    }
  }
  return best;
}

}  // namespace

std::optional<double> scale_by_distance(Point a, Point b, double metres) {
  const double mm = distance(a, b);
  if (!(mm > 1e-3) || !(metres > 0) || !std::isfinite(metres)) return std::nullopt;
  return metres / mm;
}

void draw_paper_page(Ui& ui, ImportSheet& sheet, ImportRequest& request) {
  for (std::size_t i = 0; i < sheet.options.inputs.size(); ++i) {
    const auto [path, page] = split_page(sheet.options.inputs[i]);
    if (page == 0) continue;
    std::optional<double> wanted = page;
    const std::string name = fmt::format("import-page:{}", i);
    if (!number_input(ui, name, {"Bladzijde van de PDF", "Page of the PDF"}, wanted, "")) continue;
    if (!wanted || *wanted == page || !(*wanted >= 1 && *wanted < 1e6)) continue;
    request.read_with = chosen_options(sheet);
    request.read_with->inputs[i] = fmt::format("{}#{}", path, static_cast<int>(*wanted));
  }
}

void draw_paper_scale(Ui& ui, ImportSheet& sheet) {
  const std::vector<Segment>& lines = sheet.read->paper;
  ImportSheet::Paper& paper = sheet.paper;
  Box box;
  for (const Segment& line : lines) {
    box.add(line.a);
    box.add(line.b);
  }
  if (box.empty()) return;
  paragraph(ui,
            ui.t({"Of klik hieronder twee punten aan waarvan u de afstand weet, en typ hoeveel "
                  "meter dat is. Slepen verschuift de tekening.",
                  "Or click two points below whose distance you know, and type how many metres it "
                  "is. Dragging moves the drawing."}),
            true);
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const ImVec2 size{std::max(ui.em(10), ImGui::GetContentRegionAvail().x), ui.em(17)};
  const double fit =
      0.94 * std::min(size.x / std::max(1.0, box.width()), size.y / std::max(1.0, box.height()));
  const double scale = fit * paper.zoom;
  const Point centre = middle(box.low, box.high) + paper.shift;
  const auto on_screen = [&](Point p) {
    return ImVec2(low.x + size.x / 2 + static_cast<float>((p.x - centre.x) * scale),
                  low.y + size.y / 2 - static_cast<float>((p.y - centre.y) * scale));
  };
  ImGui::InvisibleButton("###import-paper", size);
  ui.mark("import-paper");
  const ImGuiIO& io = ImGui::GetIO();
  if (ImGui::IsItemActive() && ImGui::IsMouseDragging(0)) {
    paper.shift = paper.shift + Point{-io.MouseDelta.x / scale, io.MouseDelta.y / scale};
    paper.is_dragged = true;
  }
  if (ImGui::IsItemDeactivated()) {
    if (!paper.is_dragged && ImGui::IsItemHovered()) {
      const Point at = centre + Point{(io.MousePos.x - low.x - size.x / 2) / scale,
                                      -(io.MousePos.y - low.y - size.y / 2) / scale};
      if (paper.points.size() == 2) paper.points.clear();
      paper.points.push_back(paper_point(lines, at, kSnap * ui.scale / scale));
    }
    paper.is_dragged = false;
  }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 high{low.x + size.x, low.y + size.y};
  list.PushClipRect(low, high, true);
  list.AddRectFilled(low, high, colour(ui.palette().paper));
  std::size_t drawn = 0;
  for (const Segment& line : lines) {
    const ImVec2 a = on_screen(line.a), b = on_screen(line.b);
    const bool is_seen = std::max(a.x, b.x) >= low.x && std::min(a.x, b.x) <= high.x &&
                         std::max(a.y, b.y) >= low.y && std::min(a.y, b.y) <= high.y;
    if (!is_seen) continue;
    if (++drawn > kMostDrawn) break;
    list.AddLine(a, b, ImGui::GetColorU32(ImGuiCol_Text), 1);
  }
  for (std::size_t i = 0; i < paper.points.size(); ++i) {
    const ImVec2 at = on_screen(paper.points[i]);
    list.AddCircle(at, ui.em(0.45f), ImGui::GetColorU32(colour(ui.palette().accent)), 0, 3);
  }
  if (paper.points.size() == 2) {
    list.AddLine(on_screen(paper.points[0]), on_screen(paper.points[1]),
                 ImGui::GetColorU32(colour(ui.palette().accent)), 2);
  }
  list.AddRect(low, high, ImGui::GetColorU32(ImGuiCol_Border));
  list.PopClipRect();
  if (button(ui, "import-paper-in", {"Groter", "Larger"}))
    paper.zoom = std::min(64.0, paper.zoom * 2);
  ImGui::SameLine();
  if (button(ui, "import-paper-out", {"Kleiner", "Smaller"}, paper.zoom > 1)) paper.zoom /= 2;
  ImGui::SameLine();
  if (button(ui, "import-paper-all", {"Alles", "All"})) {
    paper.zoom = 1;
    paper.shift = {};
  }
  if (paper.points.size() < 2) {
    paragraph(ui, paper.points.empty()
                      ? ui.t({"Klik het eerste punt aan.", "Click the first point."})
                      : ui.t({"Klik het tweede punt aan.", "Click the second point."}));
    return;
  }
  number_input(ui, "import-paper-metres",
               {"Afstand tussen de twee punten", "Distance between the two points"}, paper.metres,
               "m");
  const auto unit = paper.metres
                        ? scale_by_distance(paper.points[0], paper.points[1], *paper.metres)
                        : std::nullopt;
  if (button(ui, "import-paper-use", {"Schaal hieruit nemen", "Take the scale from this"},
             unit.has_value(), true)) {
    sheet.unit_text = format_short(*unit, 7, ui.lang);
  }
}

}  // namespace trefpunt
