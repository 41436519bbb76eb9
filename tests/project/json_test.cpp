// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/json.h"

#include <catch2/catch.hpp>

#include "project/object_reader.h"

using namespace trefpunt;

namespace {

std::string sentence(const std::string& text) {
  const Result<nlohmann::json> parsed = parse_json(text, "x.json");
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().code == Code::BadInput);
  CHECK(parsed.error().where == "x.json");
  CHECK_FALSE(parsed.error().sentence.nl.empty());
  return parsed.error().sentence.en;
}

}  // namespace

TEST_CASE("Broken JSON is refused with the line and the column", "[json]") {
  CHECK(sentence("{\n  \"a\": 1,\n  \"b\" 2\n}") ==
        "This is not valid JSON: line 3, column 7 cannot be read.");
  CHECK(sentence("{\"a\": 1,}") == "This is not valid JSON: line 1, column 9 cannot be read.");
}

TEST_CASE("A column counts characters, not bytes", "[json]") {
  CHECK(sentence("{\"één\": ?}") == "This is not valid JSON: line 1, column 9 cannot be read.");
}

TEST_CASE("JSON that stops halfway is said to end too early", "[json]") {
  CHECK(sentence("{\"a\": [1, 2") ==
        "This is not valid JSON: the file ends too early (line 1, column 12).");
  CHECK(sentence("") == "This is not valid JSON: the file ends too early (line 1, column 1).");
}

TEST_CASE("A number too large for the machine is refused with its place", "[json]") {
  CHECK(sentence("{\"a\": 1,\n \"b\": 1e999}") ==
        "This is not valid JSON: line 2, column 7 cannot be read.");
}

TEST_CASE("NaN and comments are no JSON", "[json]") {
  sentence("{\"a\": NaN}");
  sentence("{\"a\": 1} // no");
}

TEST_CASE("A key that stands twice in one object is refused, in two objects it is not", "[json]") {
  const auto twice = parse_strict_json(R"({"a": {"b": 1, "c": 2, "b": 3}})", "x.json");
  REQUIRE_FALSE(twice);
  CHECK(twice.error().sentence.en == "Key 'b' stands twice between the same braces.");
  CHECK(parse_strict_json(R"({"a": {"b": 1}, "b": [{"b": 2}, {"b": 3}]})", "x.json"));
}
