// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "project/json_lines.h"

namespace trefpunt {

// Reads one object of a JSON document strictly. The first thing that is wrong is kept in `fault`,
// with its place ("answers.json: explanations 2 (RVS-4.1j): why"); after that every read gives an
// empty value. A null counts as absent. With the lines of the text the place has one:
// "programme.json: line 34: roles 1 (patient): count". Borrows the JSON, the fault and the lines.
class ObjectReader {
 public:
  ObjectReader(const nlohmann::json& object, std::string where, std::optional<Error>& fault,
               const JsonLines* lines = nullptr);

  // An absent key is a fault in the first of each pair and an empty value in the second.
  std::string text(const char* key);
  std::string text_or_empty(const char* key);
  double number(const char* key);
  std::optional<double> number_or_none(const char* key);
  bool yes_no(const char* key);
  std::optional<bool> yes_no_or_none(const char* key);
  Text both(const char* key);  // {"nl": "..", "en": ".."}
  Text both_or_empty(const char* key);
  ObjectReader object(const char* key);
  std::optional<ObjectReader> object_or_none(const char* key);

  std::vector<std::string> texts(const char* key);  // absent: none
  std::vector<int> integers(const char* key);       // absent: none
  std::vector<ObjectReader> objects(const char* key);
  bool has(const char* key);
  std::vector<std::string> keys() const;
  std::string scalar(const char* key);  // text as it is, a number or true/false written out

  // Newer when "schema" is above `ours`; a file without it has schema 1.
  void schema(int ours);
  // A key that nobody asked for is a fault. Call when everything was read.
  void end();

  void fail(const Text& sentence, const char* key = nullptr, Code code = Code::BadInput);
  int line() const;  // on which the object begins; 0: not known

 private:
  ObjectReader child(const nlohmann::json& value, const std::string& what,
                     const std::string& pointer) const;
  void needs_object();
  const nlohmann::json* find(const char* key);
  const nlohmann::json* need(const char* key);
  const nlohmann::json* list(const char* key);

  const nlohmann::json* object_;
  std::string file_;
  std::string path_;     // in the file, for people: ": explanations 2 (RVS-4.1j)"
  std::string pointer_;  // the same as JSON pointer
  std::optional<Error>* fault_;
  const JsonLines* lines_;
  std::set<std::string> asked_;
};

// parse_json, and a fault for a key that stands twice in one object.
Result<nlohmann::json> parse_strict_json(const std::string& text, const std::string& name);

}  // namespace trefpunt
