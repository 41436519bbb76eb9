// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/json.h"

#include <fmt/format.h>

#include <algorithm>

namespace trefpunt {

using nlohmann::json;

namespace {

struct Position {
  int line = 1;
  int column = 1;  // in characters, not bytes
};

Position position_of(const std::string& text, std::size_t byte) {
  Position position;
  for (std::size_t i = 0; i < std::min(byte, text.size()); ++i) {
    if (text[i] == '\n') {
      ++position.line;
      position.column = 1;
    } else if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) {
      ++position.column;
    }
  }
  return position;
}

Error not_json(const std::string& text, const std::string& name, std::size_t byte) {
  const Position at = position_of(text, byte);
  if (byte >= text.size()) {
    return {Code::BadInput,
            {fmt::format("Dit is geen geldige JSON: het bestand houdt te vroeg op (regel {}, "
                         "kolom {}).",
                         at.line, at.column),
             fmt::format("This is not valid JSON: the file ends too early (line {}, column {}).",
                         at.line, at.column)},
            name};
  }
  return {Code::BadInput,
          {fmt::format("Dit is geen geldige JSON: regel {}, kolom {} is niet te lezen.", at.line,
                       at.column),
           fmt::format("This is not valid JSON: line {}, column {} cannot be read.", at.line,
                       at.column)},
          name};
}

}  // namespace

Result<json> parse_json(const std::string& text, const std::string& name) {
  try {
    return json::parse(text);
  } catch (const json::parse_error& error) {
    return not_json(text, name, error.byte > 0 ? error.byte - 1 : 0);
  } catch (const json::exception& error) {
    // A number too large for a double; the library tells the number, not its place.
    const std::string words = error.what();
    const std::size_t from = words.find('\''), to = words.rfind('\'');
    const std::string number =
        from < to && to != std::string::npos ? words.substr(from + 1, to - from - 1) : "";
    return not_json(text, name, std::min(text.find(number), text.size()));
  }
}

}  // namespace trefpunt
