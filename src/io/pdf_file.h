// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/job.h"
#include "base/result.h"

namespace trefpunt {

// A value as PDF (ISO 32000-1, 7.3) writes it. `Word` is an operator of a page's content.
struct PdfValue {
  enum class Kind { Null, Bool, Number, Name, String, Array, Dict, Ref, Word };
  Kind kind = Kind::Null;
  double number = 0;            // Ref: the number of the object
  std::string text;             // a name without its slash; the bytes of a string
  std::vector<PdfValue> items;  // of an array; of a dictionary, beside `keys`
  std::vector<std::string> keys;
  std::size_t stream_at = 0, stream_size = 0;  // in the file, as packed; size 0: no stream

  bool is(Kind other) const { return kind == other; }
  bool is_name(std::string_view name) const { return kind == Kind::Name && text == name; }
};

// Reads values one after another. What is no value ends the reading: at_end().
class PdfLexer {
 public:
  PdfLexer(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {}
  PdfValue next() { return value(0); }
  bool at_end();
  std::size_t at() const { return at_; }
  void skip_inline_image();  // behind ID: to behind EI

 private:
  PdfValue value(int depth);
  PdfValue string();
  PdfValue hex_string();
  void skip_space();

  std::string_view bytes_;
  std::size_t at_;
};

// The objects of a PDF. They are found by looking through the file, not by its table, so that a
// file whose table is wrong can still be read; of an object given twice the last one counts.
class PdfFile {
 public:
  // Errors: BadInput (no PDF, cut off, without pages), Unsupported (protected by a password),
  // TooLarge, Cancelled.
  static Result<PdfFile> read(std::shared_ptr<const std::string> bytes, const std::string& name,
                              Job& job);

  const PdfValue& resolved(const PdfValue& value) const;
  const PdfValue& get(const PdfValue& dict, std::string_view key) const;  // resolved; or null
  // What a stream holds, unpacked. Errors: BadInput, Unsupported (another packing), TooLarge.
  Result<std::string> stream(const PdfValue& value) const;

  const PdfValue& catalog() const { return *catalog_; }
  const std::vector<const PdfValue*>& pages() const { return pages_; }
  // Of a page, or of what it belongs to; null when nobody says.
  const PdfValue& inherited(const PdfValue& page, std::string_view key) const;
  const std::string& name() const { return name_; }

 private:
  Status find_objects(Job& job);
  void add_packed_objects(const PdfValue& holder);
  void add_pages(const PdfValue& node, int depth, std::set<const PdfValue*>& seen);

  std::shared_ptr<const std::string> bytes_;
  std::string name_;
  std::map<int, PdfValue> objects_;  // -1: the catalog
  std::vector<const PdfValue*> pages_;
  const PdfValue* catalog_ = nullptr;
};

}  // namespace trefpunt
