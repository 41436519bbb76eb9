// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report_layout.h"

#include <algorithm>

namespace trefpunt {

namespace {

constexpr float kColumn = 46, kTableWidth = 66;  // em: what still reads well

struct Look {
  ImFont* body = nullptr;
  ImFont* bold = nullptr;
  float size = 0;
  bool is_soft = false;
};

struct Word {
  std::string words;
  ImFont* font = nullptr;
  float width = 0, gap = 0;  // gap: of the blank before it
  bool ends_line = false;    // nothing, but the next stands on a new line
  const ReportRun* run = nullptr;
  bool is_sign = false;
};

float width_of(ImFont* font, float size, const char* from, const char* to) {
  return font->CalcTextSizeA(size, 1e9f, 0, from, to).x;
}

std::vector<Word> words_in(const ReportRuns& runs, const Look& look) {
  std::vector<Word> words;
  bool is_after_blank = false;
  for (const ReportRun& run : runs) {
    ImFont* font = run.is_bold ? look.bold : look.body;
    const float blank = width_of(font, look.size, " ", nullptr);
    if (run.status) {
      words.push_back({"", font, look.size * 0.95f, is_after_blank ? blank : 0, false, &run, true});
      is_after_blank = true;
    }
    std::size_t from = 0;
    const auto end_word = [&](std::size_t to) {
      if (to <= from) return;
      std::string one = run.words.substr(from, to - from);
      const float width = width_of(font, look.size, one.data(), one.data() + one.size());
      words.push_back(
          {std::move(one), font, width, is_after_blank ? blank : 0, false, &run, false});
      is_after_blank = false;
    };
    for (std::size_t i = 0; i < run.words.size(); ++i) {
      const char c = run.words[i];
      if (c != ' ' && c != '\n') continue;
      end_word(i);
      from = i + 1;
      is_after_blank = c == ' ' || is_after_blank;
      if (c != '\n') continue;
      words.push_back({"", font, 0, 0, true, &run, false});
      is_after_blank = false;
    }
    end_word(run.words.size());
  }
  return words;
}

// Lines of words within a width; what is wider than that alone is broken between letters.
class Flow {
 public:
  Flow(ImVec2 at, float width, const Look& look, std::vector<LaidWords>& out)
      : at_(at), width_(width), look_(look), out_(out) {}

  float height(const ReportRuns& runs) {
    for (const Word& word : words_in(runs, look_)) put(word);
    return y_ + line();
  }

 private:
  float line() const { return look_.size * 1.36f; }
  void end_line() {
    x_ = 0;
    y_ += line();
    is_joined_ = false;
  }
  void put(const Word& word) {
    if (word.ends_line) return end_line();
    const float gap = x_ > 0 ? word.gap : 0;
    if (x_ > 0 && x_ + gap + word.width > width_ && (gap > 0 || word.width <= width_)) {
      end_line();
      return put(word);
    }
    if (word.width > width_ && word.words.size() > 1) return put_broken(word);
    add(word, gap);
  }
  void put_broken(const Word& word) {
    const char* c = word.words.data();
    const char* end = c + word.words.size();
    while (c < end) {
      const char* stop = c;
      float width = 0;
      while (stop < end) {
        const char* next = stop + 1;
        while (next < end && (static_cast<unsigned char>(*next) & 0xC0) == 0x80) ++next;
        const float wider = width_of(word.font, look_.size, c, next);
        if (x_ + wider > width_ && stop > c) break;
        stop = next;
        width = wider;
      }
      Word part = word;
      part.words.assign(c, stop);
      part.width = width;
      add(part, 0);
      c = stop;
      if (c < end) end_line();
    }
  }
  void add(const Word& word, float gap) {
    const bool is_same = is_joined_ && !word.is_sign && out_.back().font == word.font &&
                         out_.back().link == word.run->link && !out_.back().status;
    if (is_same) {
      out_.back().words += (gap > 0 ? " " : "") + word.words;
    } else {
      LaidWords laid;
      laid.at = {at_.x + x_ + gap, at_.y + y_};
      laid.words = word.words;
      laid.font = word.font;
      laid.size = look_.size;
      laid.is_soft = look_.is_soft;
      laid.link = word.run->link;
      if (word.is_sign) laid.status = word.run->status;
      out_.push_back(std::move(laid));
    }
    is_joined_ = true;
    x_ += gap + word.width;
  }

  ImVec2 at_;
  float width_;
  const Look& look_;
  std::vector<LaidWords>& out_;
  float x_ = 0, y_ = 0;
  bool is_joined_ = false;  // the last of out_ is on this line
};

// Of a cell: its longest word, and its longest line.
std::pair<float, float> widths_of(const ReportRuns& runs, const Look& look) {
  float least = 0, most = 0, line = 0;
  for (const Word& word : words_in(runs, look)) {
    line = word.ends_line ? 0 : line + word.gap + word.width;
    least = std::max(least, word.width);
    most = std::max(most, line);
  }
  return {least, most};
}

std::vector<float> column_widths(const std::vector<std::vector<ReportCell>>& rows, float room,
                                 float padding, const Look& look) {
  std::vector<float> least, most;
  for (const auto& row : rows) {
    least.resize(std::max(least.size(), row.size()), 0);
    most.resize(least.size(), 0);
    for (std::size_t c = 0; c < row.size(); ++c) {
      const auto [shortest, longest] = widths_of(row[c].runs, look);
      least[c] = std::max(least[c], shortest + 2 * padding + 1);
      most[c] = std::max(most[c], longest + 2 * padding + 1);
    }
  }
  float sum_least = 0, sum_most = 0;
  for (std::size_t c = 0; c < least.size(); ++c) sum_least += least[c], sum_most += most[c];
  if (sum_most <= room || least.empty()) return most;
  if (sum_least >= room) {
    for (float& width : least) width *= room / sum_least;
    return least;
  }
  const float share = (room - sum_least) / (sum_most - sum_least);
  for (std::size_t c = 0; c < least.size(); ++c) least[c] += share * (most[c] - least[c]);
  return least;
}

class PageLayout {
 public:
  PageLayout(const Ui& ui, float width) : ui_(ui), width_(width) { page_.width = width; }

  LaidPage take(const ReportPage& page) {
    for (const ReportBlock& block : page.blocks) put(block);
    page_.height = y_ + ui_.em(2);
    return std::move(page_);
  }

 private:
  float text_width() const { return std::min(width_, ui_.em(kColumn)); }
  Look look(float size, bool is_soft = false) const {
    return {ui_.body, ui_.bold, ui_.em(size), is_soft};
  }

  void put(const ReportBlock& block) {
    LaidBlock laid;
    const float before = space_before(block);
    laid.top = y_ + (page_.blocks.empty() ? 0 : before);
    y_ = laid.top;
    switch (block.kind) {
      case ReportBlock::Kind::Heading:
        y_ += heading(block, laid);
        break;
      case ReportBlock::Kind::Paragraph:
        y_ += flow(block.runs, {0, y_}, text_width(),
                   look(block.is_soft ? 0.94f : 1, block.is_soft), laid);
        break;
      case ReportBlock::Kind::Item: {
        const float in = ui_.em(1.3f + 1.3f * static_cast<float>(block.level));
        const ReportRuns mark{{block.mark, false, "", {}}};
        (void)flow(mark, {in - ui_.em(1.1f), y_}, ui_.em(2), look(1), laid);
        y_ += flow(block.runs, {in + (block.mark.size() > 3 ? ui_.em(0.5f) : 0), y_},
                   text_width() - in, look(1), laid);
        break;
      }
      case ReportBlock::Kind::Table:
        table(block, laid);
        break;
      case ReportBlock::Kind::Facts:
        facts(block, laid);
        break;
      case ReportBlock::Kind::Drawing:
        figure(block, laid);
        break;
    }
    laid.bottom = y_;
    page_.blocks.push_back(std::move(laid));
  }

  float space_before(const ReportBlock& block) const {
    switch (block.kind) {
      case ReportBlock::Kind::Heading:
        return ui_.em(block.level <= 2 ? 1.7f : 1.1f);
      case ReportBlock::Kind::Item:
        return ui_.em(0.2f);
      default:
        return ui_.em(0.55f);
    }
  }

  static float flow(const ReportRuns& runs, ImVec2 at, float width, const Look& look,
                    LaidBlock& laid) {
    return Flow(at, width, look, laid.words).height(runs);
  }

  float heading(const ReportBlock& block, LaidBlock& laid) const {
    static constexpr float kSizes[] = {1.5f, 1.5f, 1.32f, 1.15f, 1.04f, 1, 1};
    Look made = look(kSizes[std::clamp(block.level, 0, 6)]);
    made.body = made.bold = block.level <= 3 ? ui_.title : ui_.bold;
    const float height = flow(block.runs, {0, y_}, text_width(), made, laid);
    if (block.level != 2) return height;
    laid.boxes.push_back({{0, y_ + height + 1}, {text_width(), y_ + height + 2}, true});
    return height + 3;
  }

  void row(const std::vector<ReportCell>& cells, const std::vector<float>& widths, float padding,
           bool has_lines, bool is_head, const Look& made, LaidBlock& laid) {
    const float top = y_;
    float height = 0, x = 0;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const std::size_t first = laid.words.size();
      const float room = widths[c] - 2 * padding;
      height = std::max(height,
                        flow(cells[c].runs, {x + padding, top + padding * 0.5f}, room, made, laid));
      if (cells[c].is_number && !cells[c].is_header) align_right(laid, first, x + padding + room);
      x += widths[c];
    }
    y_ = top + height + padding;
    if (has_lines) laid.boxes.push_back({{0, top}, {x, y_}, is_head});
  }

  // Every line of the words from `first` on ends at `right`.
  static void align_right(LaidBlock& laid, std::size_t first, float right) {
    for (std::size_t i = first; i < laid.words.size();) {
      std::size_t end = i;
      float last = 0;
      for (; end < laid.words.size() && laid.words[end].at.y == laid.words[i].at.y; ++end) {
        const LaidWords& one = laid.words[end];
        last = one.at.x + (one.status ? one.size * 0.95f
                                      : width_of(one.font, one.size, one.words.data(),
                                                 one.words.data() + one.words.size()));
      }
      for (; i < end; ++i) laid.words[i].at.x += std::max(0.0f, right - last);
    }
  }

  void table(const ReportBlock& block, LaidBlock& laid) {
    const float padding = ui_.em(0.45f), room = std::min(width_, ui_.em(kTableWidth));
    if (!block.runs.empty()) {
      y_ += flow(block.runs, {0, y_}, room, look(0.94f), laid) + ui_.em(0.2f);
    }
    const Look cells = look(0.9f);
    const std::vector<float> widths = column_widths(block.rows, room, padding, cells);
    for (std::size_t r = 0; r < block.rows.size(); ++r) {
      row(block.rows[r], widths, padding, true, r < block.header_rows, cells, laid);
    }
  }

  void facts(const ReportBlock& block, LaidBlock& laid) {
    const Look cells = look(0.94f);
    const float padding = ui_.em(0.2f), room = text_width();
    float terms = 0;
    for (const auto& pair : block.rows)
      terms = std::max(terms, widths_of(pair[0].runs, cells).second + 2 * padding + 2);
    terms = std::min(terms, room * 0.36f);
    for (const auto& pair : block.rows)
      row(pair, {terms, room - terms}, padding, false, false, cells, laid);
  }

  void figure(const ReportBlock& block, LaidBlock& laid) {
    const float wide = std::min({width_, block.width * ui_.scale, ui_.em(kTableWidth)});
    const float tall = wide * block.height / block.width;
    laid.figure_low = {0, y_};
    laid.figure_high = {wide, y_ + tall};
    y_ += tall + ui_.em(0.2f);
    if (!block.is_told) y_ += flow(block.runs, {0, y_}, text_width(), look(0.9f, true), laid);
  }

  const Ui& ui_;
  float width_;
  float y_ = 0;
  LaidPage page_;
};

}  // namespace

LaidPage lay_out(const Ui& ui, const ReportPage& page, float width) {
  return PageLayout(ui, width).take(page);
}

}  // namespace trefpunt
