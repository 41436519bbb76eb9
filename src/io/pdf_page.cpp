// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/pdf_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "io/pdf_arc.h"
#include "io/pdf_ink.h"
#include "io/pdf_text.h"

namespace trefpunt {

namespace {

constexpr double kMmPerPoint = 25.4 / 72;
constexpr double kSpeck = 2;  // mm of paper: a smaller fill is a letter, a dot or an arrow
constexpr double kFarthestMm = 1e7;
constexpr double kCurveStep = 0.25;  // mm of paper between the corners of a curve
constexpr int kDeepestForm = 16;
constexpr long kMostOperators = 50'000'000;
constexpr std::size_t kMostOperands = 4096, kMostStates = 4096;
constexpr std::size_t kMostContent = std::size_t{512} << 20;

struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
  Point operator()(double x, double y) const { return {a * x + c * y + e, b * x + d * y + f}; }
  Point turned(double x, double y) const { return {a * x + c * y, b * x + d * y}; }
};

// First `m`, then `n`.
Matrix then(const Matrix& m, const Matrix& n) {
  return {m.a * n.a + m.b * n.c, m.a * n.b + m.b * n.d,       m.c * n.a + m.d * n.c,
          m.c * n.b + m.d * n.d, m.e * n.a + m.f * n.c + n.e, m.e * n.b + m.f * n.d + n.f};
}

struct Drawn {  // one piece of a path, in mm
  std::vector<Point> points;
  bool is_closed = false;
};

struct Writing {
  const PdfFont* font = nullptr;
  double size = 0, leading = 0, spacing = 0, word_spacing = 0, stretch = 1, rise = 0;
  int mode = 0;
};

struct GraphicState {
  Matrix to_paper;
  double width = 1;
  bool is_dashed = false;
  PdfInk stroke, fill;
  Box clip;
  Writing writing;
};

Box common(const Box& a, const Box& b) {
  Box box;
  const Point low{std::max(a.low.x, b.low.x), std::max(a.low.y, b.low.y)};
  const Point high{std::min(a.high.x, b.high.x), std::min(a.high.y, b.high.y)};
  if (low.x <= high.x && low.y <= high.y) {
    box.add(low);
    box.add(high);
  }
  return box;
}

bool are_near(const Box& a, const Box& b) {
  return a.low.x <= b.high.x && b.low.x <= a.high.x && a.low.y <= b.high.y && b.low.y <= a.high.y;
}

class PageReader {
 public:
  PageReader(const PdfFile& file, int max_segments, Job& job)
      : file_(file), max_segments_(max_segments), job_(job) {
    const PdfValue& usual = file.get(file.get(file.catalog(), "OCProperties"), "D");
    is_off_by_default_ = file.get(usual, "BaseState").is_name("OFF");
    for (const PdfValue& one : file.get(usual, "OFF").items) off_.insert(one.number);
    for (const PdfValue& one : file.get(usual, "ON").items) on_.insert(one.number);
  }

  Status read(const PdfValue& page) {
    set_paper(page);
    std::string content;
    const PdfValue& said = file_.get(page, "Contents");
    std::vector<const PdfValue*> parts;
    if (said.is(PdfValue::Kind::Array)) {
      for (const PdfValue& one : said.items) parts.push_back(&file_.resolved(one));
    } else {
      parts.push_back(&said);
    }
    for (const PdfValue* part : parts) {
      if (part->stream_size == 0) continue;
      const Result<std::string> bytes = file_.stream(*part);
      if (!bytes) return bytes.error();
      content += *bytes + "\n";
      if (content.size() > kMostContent) return too_much();
    }
    if (const Status done = run(content, file_.inherited(page, "Resources"), 0); !done) {
      return done;
    }
    settle_layers();
    page_.metres_per_mm = stated_measure(page);
    return Done{};
  }

  PdfPage take() { return std::move(page_); }

 private:
  Error too_much() const {
    return {Code::TooLarge,
            {"Deze bladzijde is te groot om als plattegrond te lezen. Laat weg wat er niet bij "
             "hoort, of leg haar als onderlegger onder een verdieping.",
             "This page is too large to read as a plan. Leave out what is no part of it, or lay it "
             "under a storey as an underlay."},
            file_.name()};
  }

  static std::optional<Box> box_from(const PdfFile& file, const PdfValue& four) {
    if (four.items.size() != 4) return std::nullopt;
    Box box;
    std::array<double, 4> at{};
    for (std::size_t i = 0; i < 4; ++i) at[i] = file.resolved(four.items[i]).number;
    box.add(Point{at[0], at[1]});
    box.add(Point{at[2], at[3]});
    return box.width() > 0 && box.height() > 0 ? std::optional(box) : std::nullopt;
  }

  void set_paper(const PdfValue& page) {
    Box box;
    box.add(Point{0, 0});
    box.add(Point{595, 842});
    if (const auto media = box_from(file_, file_.inherited(page, "MediaBox"))) box = *media;
    if (const auto crop = box_from(file_, file_.inherited(page, "CropBox"))) {
      const Box both = common(box, *crop);
      if (!both.empty()) box = both;
    }
    const double unit = file_.get(page, "UserUnit").number;
    mm_per_unit_ = kMmPerPoint * (unit > 0 ? unit : 1);
    const double k = mm_per_unit_;
    const int turn = static_cast<int>(std::fmod(file_.inherited(page, "Rotate").number, 360)) / 90;
    Matrix& m = now_.to_paper;
    switch ((turn + 4) % 4) {
      case 0:
        m = {k, 0, 0, k, -k * box.low.x, -k * box.low.y};
        break;
      case 1:
        m = {0, -k, k, 0, -k * box.low.y, k * box.high.x};
        break;
      case 2:
        m = {-k, 0, 0, -k, k * box.high.x, k * box.high.y};
        break;
      default:
        m = {0, k, -k, 0, k * box.high.y, -k * box.low.x};
        break;
    }
    now_.clip.add(m(box.low.x, box.low.y));
    now_.clip.add(m(box.high.x, box.high.y));
  }

  // The rule of the largest part of the page that is drawn to scale (ISO 32000-1, 12.9).
  std::optional<double> stated_measure(const PdfValue& page) const {
    static const std::map<std::string, double> kUnits = {
        {"m", 1}, {"cm", 0.01}, {"mm", 0.001}, {"km", 1000}, {"in", 0.0254}, {"ft", 0.3048}};
    std::optional<double> measure;
    double largest = 0;
    for (const PdfValue& port : file_.get(page, "VP").items) {
      const auto box = box_from(file_, file_.get(port, "BBox"));
      const PdfValue& axes = file_.get(file_.get(port, "Measure"), "X");
      if (!box || axes.items.empty()) continue;
      const PdfValue& axis = file_.resolved(axes.items.front());
      const auto unit = kUnits.find(squeeze(pdf_text(file_.get(axis, "U").text)));
      const double factor = file_.get(axis, "C").number;
      const double size = box->width() * box->height();
      if (unit == kUnits.end() || !(factor > 0) || size <= largest) continue;
      largest = size;
      measure = factor * unit->second / mm_per_unit_;
    }
    return measure;
  }

  // -- layers of the file

  std::string layer_name(const PdfValue& group, bool& is_hidden) const {
    const PdfValue* real = &file_.resolved(group);
    double number = group.is(PdfValue::Kind::Ref) ? group.number : -1;
    if (file_.get(*real, "Type").is_name("OCMD")) {  // one of several; the first gives the name
      const auto at = std::find(real->keys.begin(), real->keys.end(), "OCGs");
      if (at == real->keys.end()) return {};
      const PdfValue* one = &real->items[static_cast<std::size_t>(at - real->keys.begin())];
      if (file_.resolved(*one).is(PdfValue::Kind::Array)) {
        const PdfValue& list = file_.resolved(*one);
        if (list.items.empty()) return {};
        one = &list.items.front();
      }
      number = one->is(PdfValue::Kind::Ref) ? one->number : -1;
      real = &file_.resolved(*one);
    }
    is_hidden =
        number >= 0 && (off_.contains(number) || (is_off_by_default_ && !on_.contains(number)));
    return squeeze(pdf_text(file_.get(*real, "Name").text));
  }

  // The entry of a dictionary as it stands there: a layer is known by its reference.
  const PdfValue& entry_of(const PdfValue& dict, std::string_view key) const {
    static const PdfValue kNone;
    const PdfValue& real = file_.resolved(dict);
    const auto at = std::find(real.keys.begin(), real.keys.end(), key);
    return at == real.keys.end() ? kNone
                                 : real.items[static_cast<std::size_t>(at - real.keys.begin())];
  }

  void enter(const PdfValue& group) {
    Layer layer = layers_.empty() ? Layer{} : layers_.back();
    if (!group.is(PdfValue::Kind::Null)) {
      bool is_hidden = false;
      const std::string name = layer_name(group, is_hidden);
      if (!name.empty()) layer.name = name;
      layer.is_hidden |= is_hidden;
    }
    layers_.push_back(std::move(layer));
  }
  bool is_hidden() const { return !layers_.empty() && layers_.back().is_hidden; }

  // One layer, or none, tells nothing apart: then the pens do.
  void settle_layers() {
    std::set<std::string> names;
    for (const DxfItem& item : page_.content.items) {
      if (item.kind != DxfItem::Kind::Text) names.insert(item.layer);
    }
    const bool has_layers = names.size() > 1;
    for (DxfItem& item : page_.content.items) {
      if (!has_layers || item.layer.empty()) item.layer = item.handle;
      item.handle.clear();
      if (item.kind == DxfItem::Kind::Open) item.points = even_arc(std::move(item.points));
    }
  }

  // -- paths

  void begin(Point p) { path_.push_back({{p}, false}); }
  void line_to(Point p) {
    if (path_.empty()) return begin(p);
    if (path_.back().is_closed) begin(path_.back().points.front());
    path_.back().points.push_back(p);
  }
  void curve_to(Point b, Point c, Point d) {
    if (path_.empty()) return begin(d);
    if (path_.back().is_closed) begin(path_.back().points.front());
    std::vector<Point>& points = path_.back().points;
    const Point a = points.back();
    const double size = distance(a, b) + distance(b, c) + distance(c, d);
    const int steps =
        std::isfinite(size) ? std::clamp(static_cast<int>(size / kCurveStep), 4, 24) : 1;
    std::vector<Point> curve{a};
    for (int i = 1; i < steps; ++i) {
      const double t = static_cast<double>(i) / steps, u = 1 - t;
      curve.push_back(u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d);
    }
    curve.push_back(d);
    curve = even_arc(std::move(curve));
    points.insert(points.end(), curve.begin() + 1, curve.end());
  }

  Box box_of_path() const {
    Box box;
    for (const Drawn& one : path_) box.add(box_of(one.points));
    return box;
  }

  static bool can_be(const Box& box) {
    return !box.empty() && std::abs(box.low.x) < kFarthestMm && std::abs(box.low.y) < kFarthestMm &&
           std::abs(box.high.x) < kFarthestMm && std::abs(box.high.y) < kFarthestMm;
  }

  DxfItem item_of(const std::string& pen) const {
    DxfItem item;
    item.layer = layers_.empty() ? "" : layers_.back().name;
    item.handle = pen;
    return item;
  }

  // CAD programs write an arc as many short lines: joined, it can be seen to be one.
  bool continues_arc(const DxfItem& item) const {
    if (page_.content.items.empty() || item.kind != DxfItem::Kind::Open) return false;
    const DxfItem& last = page_.content.items.back();
    if (last.kind != DxfItem::Kind::Open || last.layer != item.layer ||
        last.handle != item.handle || item.points.size() != 2 ||
        distance(last.points.back(), item.points.front()) > 0.02) {
      return false;
    }
    const Point before = last.points.back() - last.points[last.points.size() - 2];
    const Point after = item.points.back() - item.points.front();
    const double a = length(before), b = length(after);
    if (a > 3 || b > 3 || a < 1e-6 || b < 1e-6) return false;
    const double turn = std::abs(cross(before, after)) / (a * b);
    return dot(before, after) > 0 && turn > 0.003 && turn < 0.45;
  }

  void add(DxfItem item) {
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
      page_.content.items.back().points.push_back(item.points.back());
      return;
    }
    page_.content.items.push_back(std::move(item));
  }

  void add_fill() {
    std::vector<Ring> rings;
    for (const Drawn& one : path_) {
      if (one.points.size() >= 3) rings.push_back(one.points);
    }
    const Box box = box_of_path();
    if (rings.empty()) return;
    if (std::max(box.width(), box.height()) < kSpeck) {
      ++page_.specks;
      return;
    }
    // A ring inside another is a hole in it; of very many pieces each counts by itself.
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
      DxfItem fill = item_of(fill_name(now_.fill));
      fill.kind = DxfItem::Kind::Filled;
      fill.points = ring;
      fills.push_back(std::move(fill));
    }
    for (DxfItem& fill : fills) add(std::move(fill));
  }

  void paint(bool strokes, bool fills) {
    const Box box = box_of_path();
    const bool is_seen = can_be(box) && !now_.clip.empty() && are_near(box, now_.clip);
    if (is_seen && is_hidden()) {
      ++page_.hidden;
    } else if (is_seen) {
      if (strokes && !is_white(now_.stroke)) {
        const Matrix& m = now_.to_paper;
        const double width = now_.width * std::sqrt(std::abs(m.a * m.d - m.b * m.c));
        const std::string pen = pen_name(now_.stroke, width, now_.is_dashed);
        for (const Drawn& one : path_) {
          DxfItem item = item_of(pen);
          item.kind = one.is_closed ? DxfItem::Kind::Closed : DxfItem::Kind::Open;
          item.points = one.points;
          add(std::move(item));
        }
      }
      if (fills && !is_white(now_.fill)) add_fill();
    }
    end_path();
  }

  void end_path() {
    if (std::exchange(clips_, false)) {
      const Box box = box_of_path();
      now_.clip = box.empty() ? Box{} : common(now_.clip, box);
    }
    path_.clear();
  }

  // -- text

  void show(const std::string& codes) {
    const Writing& w = now_.writing;
    if (w.font == nullptr) return;
    const PdfWords words = pdf_words(*w.font, codes);
    const double advance =
        (words.width * w.size + words.count * w.spacing + words.spaces * w.word_spacing) *
        w.stretch;
    const Matrix m = then(text_, now_.to_paper);
    const Point at = m(0, w.rise);
    const Point along = m.turned(advance, 0);
    const double height = 0.7 * length(m.turned(0, w.size));
    text_ = then(Matrix{1, 0, 0, 1, advance, 0}, text_);
    if (w.mode == 3 || words.text.empty() || is_hidden()) return;
    if (!now_.clip.contains(at)) return;
    add_text(words.text, at, along, height);
  }

  // Words that go on where the last ones ended are of the same text.
  void add_text(const std::string& words, Point at, Point along, double height) {
    const std::string layer = layers_.empty() ? "" : layers_.back().name;
    const Point gap = at - text_end_;
    const double size = height / 0.7;
    const bool goes_on = text_at_ > 0 && text_at_ == page_.content.items.size() &&
                         page_.content.items.back().layer == layer && length(gap) < 0.6 * size &&
                         std::abs(page_.content.items.back().text_height - height) < 0.01 * height;
    const double wide = length(along);
    if (goes_on) {
      DxfItem& item = page_.content.items.back();
      const bool is_apart = length(gap) > 0.18 * size && !item.text.ends_with(' ');
      item.text += (is_apart ? " " : "") + words;
      item.points.back() = middle(item.points.front(), at + along);
    } else if (!squeeze(words).empty() && height > 0 && std::isfinite(height + wide)) {
      DxfItem item = item_of("tekst");
      item.kind = DxfItem::Kind::Text;
      item.text = words;
      item.text_height = height;
      item.points = {at, at + 0.5 * along};
      page_.content.items.push_back(std::move(item));
      if (page_.content.items.size() > static_cast<std::size_t>(max_segments_)) {
        segments_ = std::max<double>(segments_, max_segments_ + 1.0);
      }
    } else {
      return;
    }
    text_at_ = page_.content.items.size();
    text_end_ = at + along;
  }

  void next_line(double x, double y) {
    line_ = then(Matrix{1, 0, 0, 1, x, y}, line_);
    text_ = line_;
  }

  const PdfFont* font_called(const PdfValue& resources, const std::string& name) {
    const PdfValue& font = file_.get(file_.get(resources, "Font"), name);
    if (!font.is(PdfValue::Kind::Dict)) return nullptr;
    const auto known = fonts_.find(&font);
    if (known != fonts_.end()) return &known->second;
    return &fonts_.emplace(&font, pdf_font(file_, font)).first->second;
  }

  // -- operators

  Status draw_object(const PdfValue& resources, const std::string& name, int depth) {
    const PdfValue& object = file_.get(file_.get(resources, "XObject"), name);
    if (file_.get(object, "Subtype").is_name("Image")) {
      if (!is_hidden()) ++page_.images;
      return Done{};
    }
    if (object.stream_size == 0 || depth >= kDeepestForm) return Done{};
    const Result<std::string> bytes = file_.stream(object);
    if (!bytes) return bytes.error();
    const GraphicState before = now_;
    const std::size_t layers = layers_.size();
    if (const PdfValue& m = file_.get(object, "Matrix"); m.items.size() == 6) {
      std::array<double, 6> v{};
      for (std::size_t i = 0; i < 6; ++i) v[i] = file_.resolved(m.items[i]).number;
      now_.to_paper = then(Matrix{v[0], v[1], v[2], v[3], v[4], v[5]}, now_.to_paper);
    }
    if (const auto box = box_from(file_, file_.get(object, "BBox"))) {
      Box on_paper;
      for (const Point p :
           {box->low, box->high, Point{box->low.x, box->high.y}, Point{box->high.x, box->low.y}}) {
        on_paper.add(now_.to_paper(p.x, p.y));
      }
      now_.clip = common(now_.clip, on_paper);
    }
    enter(entry_of(object, "OC"));
    const PdfValue& own = file_.get(object, "Resources");
    const Status done = run(*bytes, own.is(PdfValue::Kind::Dict) ? own : resources, depth + 1);
    layers_.resize(std::min(layers_.size(), layers));
    now_ = before;
    return done;
  }

  Status run(const std::string& content, const PdfValue& resources, int depth);
  bool path_operator(const std::string& name);
  bool text_operator(const std::string& name, const PdfValue& resources);
  void state_operator(const std::string& name, const PdfValue& resources);

  double number(std::size_t i) const { return i < operands_.size() ? operands_[i].number : 0; }
  Point point(std::size_t i) const { return now_.to_paper(number(i), number(i + 1)); }
  bool has(std::size_t count) const { return operands_.size() >= count; }

  struct Layer {
    std::string name;
    bool is_hidden = false;
  };

  const PdfFile& file_;
  int max_segments_;
  Job& job_;
  PdfPage page_;
  double mm_per_unit_ = kMmPerPoint;
  bool is_off_by_default_ = false;
  std::set<double> off_, on_;  // numbers of layers
  GraphicState now_;
  std::vector<GraphicState> kept_;
  std::vector<Layer> layers_;
  std::vector<Drawn> path_;
  bool clips_ = false;
  Matrix text_, line_;
  std::size_t text_at_ = 0;  // items when the last text was added
  Point text_end_;
  std::map<const PdfValue*, PdfFont> fonts_;
  std::vector<PdfValue> operands_;
  double segments_ = 0;
  long operators_ = 0;
};

Status PageReader::run(const std::string& content, const PdfValue& resources, int depth) {
  PdfLexer lexer(content, 0);
  const std::size_t states = kept_.size();
  operands_.clear();
  while (!lexer.at_end()) {
    PdfValue value = lexer.next();
    if (!value.is(PdfValue::Kind::Word)) {
      if (operands_.size() < kMostOperands) operands_.push_back(std::move(value));
      continue;
    }
    if (++operators_ % 4096 == 0) {
      const int done = static_cast<int>(lexer.at() / 1024);
      if (!job_.step(done, static_cast<int>(content.size() / 1024) + 1)) {
        return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, file_.name()};
      }
    }
    if (operators_ > kMostOperators) return too_much();
    const std::string& name = value.text;
    if (name == "q") {
      if (kept_.size() - states < kMostStates) kept_.push_back(now_);
    } else if (name == "Q") {
      if (kept_.size() > states) {
        now_ = std::move(kept_.back());
        kept_.pop_back();
      }
    } else if (name == "BDC") {
      const bool is_layer = has(2) && operands_[0].is_name("OC");
      enter(is_layer ? entry_of(file_.get(resources, "Properties"), operands_[1].text)
                     : PdfValue{});
    } else if (name == "BMC") {
      enter(PdfValue{});
    } else if (name == "EMC") {
      if (!layers_.empty()) layers_.pop_back();
    } else if (name == "Do") {
      if (has(1)) {
        const std::string object = operands_.back().text;
        if (const Status done = draw_object(resources, object, depth); !done) return done;
      }
    } else if (name == "ID") {
      lexer.skip_inline_image();
      if (!is_hidden()) ++page_.images;
    } else if (!path_operator(name) && !text_operator(name, resources)) {
      state_operator(name, resources);
    }
    operands_.clear();
  }
  kept_.resize(std::min(kept_.size(), states));
  if (depth == 0 && segments_ > max_segments_) {
    return too_large(segments_, max_segments_, file_.name());
  }
  return Done{};
}

bool PageReader::path_operator(const std::string& name) {
  if (name == "m" && has(2)) {
    begin(point(0));
  } else if (name == "l" && has(2)) {
    line_to(point(0));
  } else if (name == "c" && has(6)) {
    curve_to(point(0), point(2), point(4));
  } else if (name == "v" && has(4)) {
    if (!path_.empty()) curve_to(path_.back().points.back(), point(0), point(2));
  } else if (name == "y" && has(4)) {
    curve_to(point(0), point(2), point(2));
  } else if (name == "h") {
    if (!path_.empty()) path_.back().is_closed = true;
  } else if (name == "re" && has(4)) {
    const double x = number(0), y = number(1), w = number(2), h = number(3);
    const Matrix& m = now_.to_paper;
    path_.push_back({{m(x, y), m(x + w, y), m(x + w, y + h), m(x, y + h)}, true});
  } else if (name == "s" || name == "b" || name == "b*") {
    if (!path_.empty()) path_.back().is_closed = true;
    paint(true, name != "s");
  } else if (name == "S" || name == "B" || name == "B*") {
    paint(true, name != "S");
  } else if (name == "f" || name == "F" || name == "f*") {
    paint(false, true);
  } else if (name == "n") {
    end_path();
  } else if (name == "W" || name == "W*") {
    clips_ = true;
  } else {
    return false;
  }
  return true;
}

bool PageReader::text_operator(const std::string& name, const PdfValue& resources) {
  Writing& w = now_.writing;
  if (name == "BT") {
    text_ = line_ = Matrix{};
  } else if (name == "Tf" && has(2)) {
    w.font = font_called(resources, operands_[0].text);
    w.size = number(1);
  } else if (name == "TL" && has(1)) {
    w.leading = number(0);
  } else if (name == "Tc" && has(1)) {
    w.spacing = number(0);
  } else if (name == "Tw" && has(1)) {
    w.word_spacing = number(0);
  } else if (name == "Tz" && has(1)) {
    w.stretch = number(0) / 100;
  } else if (name == "Ts" && has(1)) {
    w.rise = number(0);
  } else if (name == "Tr" && has(1)) {
    w.mode = static_cast<int>(std::clamp(number(0), 0.0, 7.0));
  } else if ((name == "Td" || name == "TD") && has(2)) {
    if (name == "TD") w.leading = -number(1);
    next_line(number(0), number(1));
  } else if (name == "Tm" && has(6)) {
    text_ = line_ = Matrix{number(0), number(1), number(2), number(3), number(4), number(5)};
  } else if (name == "T*") {
    next_line(0, -w.leading);
  } else if (name == "Tj" && has(1)) {
    show(operands_.back().text);
  } else if (name == "'" || name == "\"") {
    next_line(0, -w.leading);
    if (has(1)) show(operands_.back().text);
  } else if (name == "TJ" && has(1)) {
    const std::vector<PdfValue> pieces = operands_.back().items;
    for (const PdfValue& piece : pieces) {
      if (piece.is(PdfValue::Kind::String)) {
        show(piece.text);
      } else {
        const double back = piece.number / 1000 * w.size * w.stretch;
        text_ = then(Matrix{1, 0, 0, 1, -back, 0}, text_);
      }
    }
  } else {
    return false;
  }
  return true;
}

void PageReader::state_operator(const std::string& name, const PdfValue& resources) {
  std::vector<double> numbers;
  for (const PdfValue& one : operands_) {
    if (one.is(PdfValue::Kind::Number)) numbers.push_back(one.number);
  }
  const bool is_stroke = !name.empty() && name.front() >= 'A' && name.front() <= 'Z';
  PdfInk& ink = is_stroke ? now_.stroke : now_.fill;
  if (name == "cm" && has(6)) {
    now_.to_paper = then(Matrix{number(0), number(1), number(2), number(3), number(4), number(5)},
                         now_.to_paper);
  } else if (name == "w" && has(1)) {
    now_.width = std::abs(number(0));
  } else if (name == "d" && has(1)) {
    now_.is_dashed = !operands_[0].items.empty();
  } else if (name == "gs" && has(1)) {
    const PdfValue& state = file_.get(file_.get(resources, "ExtGState"), operands_[0].text);
    const PdfValue& width = file_.get(state, "LW");
    if (width.is(PdfValue::Kind::Number)) now_.width = std::abs(width.number);
    const PdfValue& dash = file_.get(state, "D");
    if (!dash.items.empty()) now_.is_dashed = !file_.resolved(dash.items.front()).items.empty();
  } else if (name == "g" || name == "G" || name == "rg" || name == "RG" || name == "k" ||
             name == "K") {
    ink.space = PdfInk::Space::Device;
    set_ink(ink, numbers);
  } else if ((name == "cs" || name == "CS") && has(1)) {
    ink = ink_of_space(file_, file_.get(resources, "ColorSpace"), operands_[0]);
  } else if (name == "sc" || name == "SC" || name == "scn" || name == "SCN") {
    set_ink(ink, numbers);
  }
}

}  // namespace

Result<PdfPage> read_pdf_page(const PdfFile& file, int page, int max_segments, Job& job) {
  PageReader reader(file, max_segments, job);
  const Status done = reader.read(*file.pages().at(static_cast<std::size_t>(page)));
  if (!done) return done.error();
  return reader.take();
}

}  // namespace trefpunt
