// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/json_lines.h"

#include <catch2/catch.hpp>

using namespace trefpunt;

TEST_CASE("Every value of a JSON text has its line", "[lines]") {
  const JsonLines lines = json_lines(
      "\n{\"a\": 1,\n\"b\": [\n2, {\n\"c\":\n\n\"x\"}\n, []],\n\"d\": {}, \"e\":\r\n  true}\n");
  CHECK(lines.of == std::map<std::string, int>{{"", 2},
                                               {"/a", 2},
                                               {"/b", 3},
                                               {"/b/0", 4},
                                               {"/b/1", 4},
                                               {"/b/1/c", 7},
                                               {"/b/2", 8},
                                               {"/d", 9},
                                               {"/e", 10}});
  CHECK(lines.line("/b/1/c") == 7);
  CHECK(lines.line("/b/3") == 0);
  CHECK(lines.twice_line == 0);
}

TEST_CASE("Quotes, brackets and commas within text are text", "[lines]") {
  const JsonLines lines = json_lines("{\"a\\\"}\": \"[,{\\\\\",\n\"b\": 1}");
  CHECK(lines.of == std::map<std::string, int>{{"", 1}, {"/a\"}", 1}, {"/b", 2}});
}

TEST_CASE("A key is known by its letters, however it is written", "[lines]") {
  CHECK(json_lines("{\"\\u0061\": 1}").line("/a") == 1);
  CHECK(json_lines("{\"a/b~c\": 1}").line("/a~1b~0c") == 1);
  CHECK(json_lines("\xEF\xBB\xBF{\"a\":\n1}").line("/a") == 2);
}

TEST_CASE("A key that stands twice has the line of the second", "[lines]") {
  const JsonLines lines = json_lines("{\"a\": {\"b\": 1},\n\"c\": {\"b\": 1,\n\"b\": 2}}");
  CHECK(lines.twice == "b");
  CHECK(lines.twice_line == 3);
}

TEST_CASE("A file of brackets takes no more memory than it is long", "[lines]") {
  const std::size_t deep = 200000;
  const JsonLines lines = json_lines(std::string(deep, '[') + std::string(deep, ']'));
  CHECK(lines.of.size() == 17);
}
