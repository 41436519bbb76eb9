// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/pdf_canvas.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.h"
#include "io/pdf_arc.h"

namespace trefpunt {

namespace {

// The pen is kept in the handle until it is known whether the file has layers.
DxfItem canvas_item(const std::string& layer, const std::string& pen) {
  DxfItem item;
  item.layer = layer;
  item.handle = pen;
  return item;
}

}  // namespace

// CAD programs write an arc as many short lines: joined, it can be seen to be one.
bool PdfCanvas::continues_arc(const DxfItem& item) const {
  if (content_.items.empty() || item.kind != DxfItem::Kind::Open) return false;
  const DxfItem& last = content_.items.back();
  if (last.kind != DxfItem::Kind::Open || last.layer != item.layer || last.handle != item.handle ||
      item.points.size() != 2 || distance(last.points.back(), item.points.front()) > 0.02) {
    return false;
  }
  const Point before = last.points.back() - last.points[last.points.size() - 2];
  const Point after = item.points.back() - item.points.front();
  const double a = length(before), b = length(after);
  if (a > 3 || b > 3 || a < 1e-6 || b < 1e-6) return false;
  const double turn = std::abs(cross(before, after)) / (a * b);
  return dot(before, after) > 0 && turn > 0.003 && turn < 0.45;
}

void PdfCanvas::add(DxfItem item) {
  auto& points = item.points;
  for (const Point p : points) {
    if (!std::isfinite(p.x) || !std::isfinite(p.y)) return;
  }
  points.erase(std::unique(points.begin(), points.end()), points.end());
  const bool comes_back = points.size() > 3 && distance(points.front(), points.back()) < 1e-3;
  if (item.kind != DxfItem::Kind::Open || comes_back) {
    if (points.size() > 1 && distance(points.front(), points.back()) < 1e-3) points.pop_back();
    if (item.kind == DxfItem::Kind::Open) item.kind = DxfItem::Kind::Closed;
    if (points.size() < 3) item.kind = DxfItem::Kind::Open;
  }
  if (points.size() < 2) return;
  segments_ += segments_of(item);
  // Beyond the limit they are only counted.
  if (segments_ > max_segments_) return;
  if (continues_arc(item)) {
    content_.items.back().points.push_back(item.points.back());
    return;
  }
  content_.items.push_back(std::move(item));
}

void PdfCanvas::add_line(std::vector<Point> points, bool is_closed, const std::string& layer,
                         const std::string& pen) {
  DxfItem item = canvas_item(layer, pen);
  item.kind = is_closed ? DxfItem::Kind::Closed : DxfItem::Kind::Open;
  item.points = std::move(points);
  add(std::move(item));
}

void PdfCanvas::add_fill(std::vector<Ring> rings, const std::string& layer,
                         const std::string& pen) {
  // Of very many pieces each counts by itself.
  constexpr std::size_t kMostNested = 200;
  std::stable_sort(rings.begin(), rings.end(), [](const Ring& a, const Ring& b) {
    return std::abs(signed_area(a)) > std::abs(signed_area(b));
  });
  std::vector<DxfItem> fills;
  for (const Ring& ring : rings) {
    DxfItem* around = nullptr;
    for (DxfItem& fill : fills) {
      if (rings.size() <= kMostNested && contains(fill.points, ring.front()) &&
          std::none_of(fill.holes.begin(), fill.holes.end(),
                       [&](const Ring& hole) { return contains(hole, ring.front()); })) {
        around = &fill;
      }
    }
    if (around) {
      around->holes.push_back(ring);
      continue;
    }
    DxfItem fill = canvas_item(layer, pen);
    fill.kind = DxfItem::Kind::Filled;
    fill.points = ring;
    fills.push_back(std::move(fill));
  }
  for (DxfItem& fill : fills) add(std::move(fill));
}

void PdfCanvas::add_text(const std::string& words, Point at, Point along, double height,
                         const std::string& layer) {
  const Point gap = at - text_end_;
  const double size = height / 0.7;
  const bool goes_on = text_at_ > 0 && text_at_ == content_.items.size() &&
                       content_.items.back().layer == layer && length(gap) < 0.6 * size &&
                       std::abs(content_.items.back().text_height - height) < 0.01 * height;
  const double wide = length(along);
  if (goes_on) {
    DxfItem& item = content_.items.back();
    const bool is_apart = length(gap) > 0.18 * size && !item.text.ends_with(' ');
    item.text += (is_apart ? " " : "") + words;
    item.points.back() = middle(item.points.front(), at + along);
  } else if (!squeeze(words).empty() && height > 0 && std::isfinite(height + wide)) {
    DxfItem item = canvas_item(layer, "tekst");
    item.kind = DxfItem::Kind::Text;
    item.text = words;
    item.text_height = height;
    item.points = {at, at + 0.5 * along};
    content_.items.push_back(std::move(item));
    if (content_.items.size() > static_cast<std::size_t>(max_segments_)) {
      segments_ = std::max<double>(segments_, max_segments_ + 1.0);
    }
  } else {
    return;
  }
  text_at_ = content_.items.size();
  text_end_ = at + along;
}

DxfContent PdfCanvas::take() {
  std::set<std::string> names;
  for (const DxfItem& item : content_.items) {
    if (item.kind != DxfItem::Kind::Text) names.insert(item.layer);
  }
  const bool has_layers = names.size() > 1;
  for (DxfItem& item : content_.items) {
    if (!has_layers || item.layer.empty()) item.layer = item.handle;
    item.handle.clear();
    if (item.kind == DxfItem::Kind::Open) item.points = even_arc(std::move(item.points));
  }
  return std::move(content_);
}

}  // namespace trefpunt
