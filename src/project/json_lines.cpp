// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/json_lines.h"

#include <nlohmann/json.hpp>
#include <set>
#include <vector>

namespace trefpunt {

namespace {

constexpr std::size_t kDeepest = 16;

struct Open {
  bool is_object = false;
  int next = 0;             // place of the next value of a list
  std::size_t pointer = 0;  // length of the pointer to it
  std::set<std::string> keys;
};

// The quote that closes the string whose first quote is at `at`.
std::size_t end_of_string(const std::string& text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\\') ++at;
  }
  return at;
}

}  // namespace

int JsonLines::line(const std::string& pointer) const {
  const auto found = of.find(pointer);
  return found == of.end() ? 0 : found->second;
}

std::string json_pointer(const std::string& parent, std::string_view key) {
  std::string pointer = parent + "/";
  for (const char c : key) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
  return pointer;
}

JsonLines json_lines(const std::string& text) {
  JsonLines lines;
  std::vector<Open> open;  // not recursion: how deep a file goes is up to its maker
  std::string pointer;
  int line = 1;
  bool expects_key = false;
  const auto step_to = [&](const std::string& key) {
    pointer.resize(open.back().pointer);
    if (open.size() <= kDeepest) pointer = json_pointer(pointer, key);
  };
  for (std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n') ++line;
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ':') continue;
    if (c == ',') {
      expects_key = open.back().is_object;
      continue;
    }
    if (c == '}' || c == ']') {
      open.pop_back();
      continue;
    }
    if (c == '"' && expects_key) {
      const std::size_t end = end_of_string(text, at);
      const auto key = nlohmann::json::parse(text.substr(at, end + 1 - at)).get<std::string>();
      if (!open.back().keys.insert(key).second && lines.twice_line == 0) {
        lines.twice = key;
        lines.twice_line = line;
      }
      step_to(key);
      expects_key = false;
      at = end;
      continue;
    }
    if (!open.empty() && !open.back().is_object) step_to(std::to_string(open.back().next++));
    if (open.size() <= kDeepest) lines.of.emplace(pointer, line);
    if (c == '{' || c == '[') {
      expects_key = c == '{';
      open.push_back({expects_key, 0, pointer.size(), {}});
    } else if (c == '"') {
      at = end_of_string(text, at);
    } else {
      at = std::min(text.find_first_of(",]} \t\r\n", at), text.size()) - 1;
    }
  }
  return lines;
}

}  // namespace trefpunt
