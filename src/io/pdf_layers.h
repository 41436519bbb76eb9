// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <vector>

#include "io/pdf_file.h"

namespace trefpunt {

// The layers that a page's content is on while it is read (optional content, ISO 32000-1, 8.11).
class PdfLayers {
 public:
  explicit PdfLayers(const PdfFile& file);

  // Into marked content: on a layer, or on none for Null; what is inside another stays on that one.
  void enter(const PdfValue& group);
  void leave();
  std::size_t depth() const { return open_.size(); }
  void leave_to(std::size_t depth);

  const std::string& name() const;  // empty: on none
  bool is_hidden() const { return !open_.empty() && open_.back().is_hidden; }

 private:
  struct Layer {
    std::string name;
    bool is_hidden = false;
  };
  std::string name_of(const PdfValue& group, bool& is_hidden) const;

  const PdfFile& file_;
  bool is_off_by_default_ = false;
  std::set<double> off_, on_;  // numbers of objects
  std::vector<Layer> open_;
};

// The entry of a dictionary as it stands there: a layer is known by its reference.
const PdfValue& entry_of(const PdfFile& file, const PdfValue& dict, std::string_view key);

}  // namespace trefpunt
