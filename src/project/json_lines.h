// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace trefpunt {

// On which line (from 1) the values of a JSON text begin.
struct JsonLines {
  std::map<std::string, int> of;  // by JSON pointer (RFC 6901): "/roles/0/id"
  std::string twice;              // the first key that stands twice between the same braces
  int twice_line = 0;             // where it stands for the second time; 0: none does

  int line(const std::string& pointer) const;  // 0: not there
};

// `text` is valid JSON. Values deeper than 16 levels are left out: no file of ours has them.
JsonLines json_lines(const std::string& text);

std::string json_pointer(const std::string& parent, std::string_view key);

}  // namespace trefpunt
