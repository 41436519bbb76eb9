// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/pdf_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "geom/boxes.h"
#include "io/pdf_arc.h"
#include "io/pdf_canvas.h"
#include "io/pdf_ink.h"
#include "io/pdf_layers.h"
#include "io/pdf_paper.h"
#include "io/pdf_text.h"

namespace trefpunt {

namespace {

constexpr double kSpeck = 2;  // mm of paper: a smaller fill is a letter, a dot or an arrow
constexpr double kFarthestMm = 1e7;
constexpr double kCurveStep = 0.25;  // mm of paper between the corners of a curve
constexpr int kDeepestForm = 16;
constexpr long kMostOperators = 50'000'000;
constexpr std::size_t kMostOperands = 4096, kMostStates = 4096;
constexpr std::size_t kMostContent = std::size_t{512} << 20;

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
  PdfMatrix to_paper;
  double width = 1;
  bool is_dashed = false;
  PdfInk stroke, fill;
  Box clip;
  Writing writing;
};

class PageReader {
 public:
  PageReader(const PdfFile& file, int max_segments, Job& job)
      : file_(file), max_segments_(max_segments), job_(job), layers_(file), canvas_(max_segments) {}

  Status read(const PdfValue& page) {
    const PdfPaper paper = paper_of(file_, page);
    now_.to_paper = paper.to_paper;
    now_.clip = paper.sheet;
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
    page_.content = canvas_.take();
    page_.metres_per_mm = stated_scale(file_, page, paper.mm_per_unit);
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

  void add_fill(const Box& box) {
    std::vector<Ring> rings;
    for (const Drawn& one : path_) {
      if (one.points.size() >= 3) rings.push_back(one.points);
    }
    if (rings.empty()) return;
    if (std::max(box.width(), box.height()) < kSpeck) {
      ++page_.specks;
      return;
    }
    canvas_.add_fill(std::move(rings), layers_.name(), fill_name(now_.fill));
  }

  void paint(bool strokes, bool fills) {
    const Box box = box_of_path();
    const bool is_seen = can_be(box) && !now_.clip.empty() && touch(box, now_.clip);
    if (is_seen && layers_.is_hidden()) {
      ++page_.hidden;
    } else if (is_seen) {
      if (strokes && !is_white(now_.stroke)) {
        const PdfMatrix& m = now_.to_paper;
        const double width = now_.width * std::sqrt(std::abs(m.a * m.d - m.b * m.c));
        const std::string pen = pen_name(now_.stroke, width, now_.is_dashed);
        for (const Drawn& one : path_) {
          canvas_.add_line(one.points, one.is_closed, layers_.name(), pen);
        }
      }
      if (fills && !is_white(now_.fill)) add_fill(box);
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
    const PdfMatrix m = then(text_, now_.to_paper);
    const Point at = m(0, w.rise);
    const Point along = m.turned(advance, 0);
    const double height = 0.7 * length(m.turned(0, w.size));
    text_ = then(PdfMatrix{1, 0, 0, 1, advance, 0}, text_);
    if (w.mode == 3 || words.text.empty() || layers_.is_hidden()) return;
    if (!now_.clip.contains(at)) return;
    canvas_.add_text(words.text, at, along, height, layers_.name());
  }

  void next_line(double x, double y) {
    line_ = then(PdfMatrix{1, 0, 0, 1, x, y}, line_);
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
      if (!layers_.is_hidden()) ++page_.images;
      return Done{};
    }
    if (object.stream_size == 0 || depth >= kDeepestForm) return Done{};
    const Result<std::string> bytes = file_.stream(object);
    if (!bytes) return bytes.error();
    const GraphicState before = now_;
    const std::size_t layers = layers_.depth();
    if (const PdfValue& m = file_.get(object, "Matrix"); m.items.size() == 6) {
      std::array<double, 6> v{};
      for (std::size_t i = 0; i < 6; ++i) v[i] = file_.resolved(m.items[i]).number;
      now_.to_paper = then(PdfMatrix{v[0], v[1], v[2], v[3], v[4], v[5]}, now_.to_paper);
    }
    if (const auto box = box_of_four(file_, file_.get(object, "BBox"))) {
      Box on_paper;
      for (const Point p :
           {box->low, box->high, Point{box->low.x, box->high.y}, Point{box->high.x, box->low.y}}) {
        on_paper.add(now_.to_paper(p.x, p.y));
      }
      now_.clip = common(now_.clip, on_paper);
    }
    layers_.enter(entry_of(file_, object, "OC"));
    const PdfValue& own = file_.get(object, "Resources");
    const Status done = run(*bytes, own.is(PdfValue::Kind::Dict) ? own : resources, depth + 1);
    layers_.leave_to(layers);
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

  const PdfFile& file_;
  int max_segments_;
  Job& job_;
  PdfLayers layers_;
  PdfCanvas canvas_;
  PdfPage page_;
  GraphicState now_;
  std::vector<GraphicState> kept_;
  std::vector<Drawn> path_;
  bool clips_ = false;
  PdfMatrix text_, line_;
  std::map<const PdfValue*, PdfFont> fonts_;
  std::vector<PdfValue> operands_;
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
      layers_.enter(is_layer
                        ? entry_of(file_, file_.get(resources, "Properties"), operands_[1].text)
                        : PdfValue{});
    } else if (name == "BMC") {
      layers_.enter(PdfValue{});
    } else if (name == "EMC") {
      layers_.leave();
    } else if (name == "Do") {
      if (has(1)) {
        const std::string object = operands_.back().text;
        if (const Status done = draw_object(resources, object, depth); !done) return done;
      }
    } else if (name == "ID") {
      lexer.skip_inline_image();
      if (!layers_.is_hidden()) ++page_.images;
    } else if (!path_operator(name) && !text_operator(name, resources)) {
      state_operator(name, resources);
    }
    operands_.clear();
  }
  kept_.resize(std::min(kept_.size(), states));
  if (depth == 0 && canvas_.segments() > max_segments_) {
    return too_large(canvas_.segments(), max_segments_, file_.name());
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
    const PdfMatrix& m = now_.to_paper;
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
    text_ = line_ = PdfMatrix{};
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
    text_ = line_ = PdfMatrix{number(0), number(1), number(2), number(3), number(4), number(5)};
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
        text_ = then(PdfMatrix{1, 0, 0, 1, -back, 0}, text_);
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
    now_.to_paper = then(
        PdfMatrix{number(0), number(1), number(2), number(3), number(4), number(5)}, now_.to_paper);
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
