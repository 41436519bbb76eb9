// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/job.h"
#include "base/result.h"

namespace trefpunt {

// One parameter of an instance in a STEP file. Views are into the file.
struct StepValue {
  enum class Kind : std::uint8_t { Null, Derived, Number, Text, Enum, Ref, List };
  Kind kind = Kind::Null;
  double number = 0;             // Number
  std::uint32_t ref = 0;         // Ref: the number behind #; 0 otherwise
  std::string_view text;         // Text: between the quotes, still escaped; Enum: between the dots
  std::string_view type;         // of a typed parameter: IFCLABEL in IFCLABEL('x'); else empty
  std::vector<StepValue> items;  // List

  std::string str() const;    // Text and Enum as UTF-8; else empty
  std::size_t index() const;  // Number: as a place in a list from 1; 0 when it can be none
  bool is_true() const { return kind == Kind::Enum && text == "T"; }
};

// The one at `i`, or Null when there are fewer.
const StepValue& step_item(const std::vector<StepValue>& values, std::size_t i);

// The instances of a STEP file (ISO 10303-21), found by one pass; parameters are read when they are
// asked for, so that memory is the file and 16 bytes an instance.
class StepFile {
 public:
  // Errors BadInput with the line: no STEP file, UTF-16, cut off, an instance without end, lists
  // nested deeper than 64, a number given twice or above 4294967295. Cancelled. It is the first
  // three tenths of what `job` is told.
  static Result<StepFile> read(std::shared_ptr<const std::string> bytes, const std::string& name,
                               Job& job);

  const std::string& schema() const { return schema_; }  // "IFC2X3", "IFC4X3_ADD2"
  std::size_t size() const { return instances_.size(); }
  // The instances of a type ("IFCSPACE"), in the order of their numbers.
  const std::vector<std::uint32_t>& all(std::string_view type) const;
  // How many there are of each type, by name.
  std::vector<std::pair<std::string_view, std::size_t>> counts() const;
  std::string_view type(std::uint32_t id) const;  // empty: there is no such instance
  // Empty when there is no such instance or its parameters cannot be read.
  std::vector<StepValue> values(std::uint32_t id) const;

 private:
  struct Instance {
    std::uint64_t offset = 0;  // of the bracket that opens its parameters
    std::uint32_t id = 0;
    std::uint32_t type = 0;
  };
  const Instance* find(std::uint32_t id) const;

  std::shared_ptr<const std::string> bytes_;
  std::string schema_;
  std::vector<Instance> instances_;  // by id
  std::vector<std::string_view> types_;
  std::vector<std::vector<std::uint32_t>> of_type_;
};

}  // namespace trefpunt
