// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "criteria/catalogue.h"

namespace trefpunt {

struct LeftOut {
  std::string criterion;
  std::string reason;  // as stated in the file; empty when none was stated
};

// What a report is final about.
struct Scope {
  std::string name;  // "rvs-a4", "gebouw", "wijk", "volledig", or the file's own name
  std::vector<std::string> criteria;
  std::vector<LeftOut> left_out;
};

// A named scope of the catalogue. Error NotFound with the names that exist.
Result<Scope> named_scope(const Catalogue& catalogue, const std::string& name);

// An own list: {"schema":1,"name":"..","criteria":[ids],"left_out":[{"criterion","reason"}]}.
Result<Scope> parse_scope(const Catalogue& catalogue, const std::string& json,
                          const std::string& file);

}  // namespace trefpunt
