// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "criteria/verdict.h"

namespace trefpunt {

// Code that is safe to put on a page. Text becomes Html through text() only, so that nothing from
// a plan reaches the page unescaped.
struct Html {
  std::string code;
  bool empty() const { return code.empty(); }
};
inline Html operator+(Html a, const Html& b) {
  a.code += b.code;
  return a;
}
Html text(std::string_view plain);  // line breaks stay
Html said(std::string_view plain);  // a name or words of others: its own direction of reading
Html tag(std::string_view element, const Html& inner);  // element may carry attributes
Html link_to(std::string_view id, const Html& inner);

// Letters, digits, '-', '_' and '.' only.
std::string as_id(std::string_view text);

// Sign, letter and words of a status: never colour alone.
Html badge(StatusCode status, const std::string& words);
// The signs, once per page.
std::string badge_signs();

struct Fact {
  Html term;
  Html value;
};

struct Column {
  std::string name;
  bool is_number = false;
};

// A page being written, from top to bottom.
class Page {
 public:
  explicit Page(Lang lang) : lang_(lang) {}

  Lang lang() const { return lang_; }
  std::string plain(const char* nl, const char* en) const { return lang_ == Lang::Nl ? nl : en; }
  Html t(const char* nl, const char* en) const { return text(lang_ == Lang::Nl ? nl : en); }
  Html t(const Text& both) const { return text(both.in(lang_)); }

  void raw(std::string_view code) { out_ += code; }
  void heading(int level, const std::string& id, const Html& words);
  void paragraph(const Html& words, const char* css_class = "");
  void list(const std::vector<Html>& items, const char* css_class = "");
  // Entries without a value are left out.
  void facts(const std::vector<Fact>& facts, const char* css_class = "facts");
  // The first cell of each row names the row.
  void table(const Html& caption, const std::vector<Column>& columns,
             const std::vector<std::vector<Html>>& rows, const char* css_class = "");

  std::string take() { return std::move(out_); }

 private:
  Lang lang_;
  std::string out_;
};

}  // namespace trefpunt
