// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <cmath>

#include "io/pdf_file.h"

namespace trefpunt {

namespace {

constexpr int kDeepest = 64;

bool is_pdf_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}
bool is_pdf_mark(char c) {
  return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos;
}
int pdf_hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// "-.5", "+3", "4."; empty: no number.
bool pdf_number(std::string_view word, double& number) {
  if (word.starts_with('+')) word.remove_prefix(1);
  if (word.empty()) return false;
  const char* end = word.data() + word.size();
  const auto read = std::from_chars(word.data(), end, number, std::chars_format::fixed);
  return read.ec == std::errc() && read.ptr == end && std::isfinite(number);
}

}  // namespace

void PdfLexer::skip_space() {
  while (at_ < bytes_.size()) {
    if (is_pdf_space(bytes_[at_])) {
      ++at_;
    } else if (bytes_[at_] == '%') {
      while (at_ < bytes_.size() && bytes_[at_] != '\n' && bytes_[at_] != '\r') ++at_;
    } else {
      return;
    }
  }
}

bool PdfLexer::at_end() {
  skip_space();
  return at_ >= bytes_.size();
}

PdfValue PdfLexer::string() {
  PdfValue value;
  value.kind = PdfValue::Kind::String;
  int open = 1;
  for (++at_; at_ < bytes_.size(); ++at_) {
    const char c = bytes_[at_];
    if (c == '(') ++open;
    if (c == ')' && --open == 0) {
      ++at_;
      break;
    }
    if (c != '\\' || at_ + 1 >= bytes_.size()) {
      value.text += c;
      continue;
    }
    const char escaped = bytes_[++at_];
    constexpr std::string_view kFrom = "nrtbf", kTo = "\n\r\t\b\f";
    if (const std::size_t k = kFrom.find(escaped); k != std::string_view::npos) {
      value.text += kTo[k];
    } else if (escaped >= '0' && escaped <= '7') {
      int code = 0;
      std::size_t i = 0;
      for (; i < 3 && at_ + i < bytes_.size() && bytes_[at_ + i] >= '0' && bytes_[at_ + i] <= '7';
           ++i) {
        code = 8 * code + (bytes_[at_ + i] - '0');
      }
      at_ += i - 1;
      value.text += static_cast<char>(code);
    } else if (escaped == '\r' || escaped == '\n') {
      if (escaped == '\r' && at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '\n') ++at_;
    } else {
      value.text += escaped;
    }
  }
  return value;
}

PdfValue PdfLexer::hex_string() {
  PdfValue value;
  value.kind = PdfValue::Kind::String;
  int half = -1;
  for (++at_; at_ < bytes_.size() && bytes_[at_] != '>'; ++at_) {
    const int digit = pdf_hex(bytes_[at_]);
    if (digit < 0) continue;
    if (half < 0) {
      half = digit;
    } else {
      value.text += static_cast<char>(16 * half + digit);
      half = -1;
    }
  }
  if (half >= 0) value.text += static_cast<char>(16 * half);
  if (at_ < bytes_.size()) ++at_;
  return value;
}

PdfValue PdfLexer::value(int depth) {
  PdfValue value;
  skip_space();
  if (at_ >= bytes_.size()) return value;
  const char c = bytes_[at_];
  const bool is_dict = c == '<' && at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '<';
  if (c == '(') return string();
  if (c == '<' && !is_dict) return hex_string();
  if (c == '/') {
    value.kind = PdfValue::Kind::Name;
    for (++at_; at_ < bytes_.size() && !is_pdf_space(bytes_[at_]) && !is_pdf_mark(bytes_[at_]);
         ++at_) {
      const bool is_coded = bytes_[at_] == '#' && at_ + 2 < bytes_.size() &&
                            pdf_hex(bytes_[at_ + 1]) >= 0 && pdf_hex(bytes_[at_ + 2]) >= 0;
      if (is_coded) {
        value.text += static_cast<char>(16 * pdf_hex(bytes_[at_ + 1]) + pdf_hex(bytes_[at_ + 2]));
        at_ += 2;
      } else {
        value.text += bytes_[at_];
      }
    }
    return value;
  }
  if (c == '[' || is_dict) {
    value.kind = is_dict ? PdfValue::Kind::Dict : PdfValue::Kind::Array;
    at_ += is_dict ? 2 : 1;
    // Nobody nests this deep; what does is not followed.
    if (depth >= kDeepest) {
      at_ = bytes_.size();
      return value;
    }
    while (true) {
      skip_space();
      if (at_ >= bytes_.size()) break;
      if (bytes_[at_] == (is_dict ? '>' : ']')) {
        at_ += is_dict ? 2 : 1;
        break;
      }
      PdfValue one = this->value(depth + 1);
      if (one.is(PdfValue::Kind::Word) && one.text == "R" && value.items.size() >= 2) {
        // Two numbers and an R are one reference.
        value.items.pop_back();
        value.items.back().kind = PdfValue::Kind::Ref;
        continue;
      }
      value.items.push_back(std::move(one));
    }
    if (is_dict) {
      std::vector<PdfValue> flat = std::move(value.items);
      value.items.clear();
      for (std::size_t i = 0; i + 1 < flat.size(); i += 2) {
        value.keys.push_back(std::move(flat[i].text));
        value.items.push_back(std::move(flat[i + 1]));
      }
    }
    return value;
  }
  if (is_pdf_mark(c)) {  // a stray bracket
    ++at_;
    value.kind = PdfValue::Kind::Word;
    return value;
  }
  const std::size_t from = at_;
  while (at_ < bytes_.size() && !is_pdf_space(bytes_[at_]) && !is_pdf_mark(bytes_[at_])) ++at_;
  const std::string_view word = bytes_.substr(from, at_ - from);
  if (pdf_number(word, value.number)) {
    value.kind = PdfValue::Kind::Number;
  } else if (word == "true" || word == "false") {
    value.kind = PdfValue::Kind::Bool;
    value.number = word == "true";
  } else if (word != "null") {
    value.kind = PdfValue::Kind::Word;
    value.text = word;
  }
  return value;
}

void PdfLexer::skip_inline_image() {
  while (at_ + 2 < bytes_.size()) {
    const std::size_t end = bytes_.find("EI", at_);
    if (end == std::string_view::npos) break;
    at_ = end + 2;
    const bool is_apart = end > 0 && is_pdf_space(bytes_[end - 1]) &&
                          (at_ >= bytes_.size() || is_pdf_space(bytes_[at_]));
    if (is_apart) return;
  }
  at_ = bytes_.size();
}

}  // namespace trefpunt
