// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/object_reader.h"

#include <fmt/format.h>

#include "project/json.h"

namespace trefpunt {

using nlohmann::json;

namespace {

const json& empty_object() {
  static const json empty = json::object();
  return empty;
}

// What a reader of the file knows an entry by: its place in the list, and whom it is about.
std::string label(const char* key, std::size_t place, const json& entry) {
  std::string text = fmt::format("{} {}", key, place + 1);
  for (const char* name : {"criterion", "id"}) {
    if (entry.is_object() && entry.contains(name) && entry[name].is_string()) {
      return text + " (" + entry[name].get<std::string>() + ")";
    }
  }
  return text;
}

}  // namespace

ObjectReader::ObjectReader(const json& object, std::string where, std::optional<Error>& fault,
                           const JsonLines* lines)
    : object_(&object), file_(std::move(where)), fault_(&fault), lines_(lines) {
  needs_object();
}

ObjectReader ObjectReader::child(const json& value, const std::string& what,
                                 const std::string& pointer) const {
  ObjectReader reader = *this;
  reader.object_ = &value;
  reader.path_ += ": " + what;
  reader.pointer_ = pointer;
  reader.asked_.clear();
  reader.needs_object();
  return reader;
}

void ObjectReader::needs_object() {
  if (object_->is_object()) return;
  object_ = &empty_object();
  fail({"Hier horen sleutels en waarden te staan, tussen accolades.",
        "Keys and values between braces are expected here."});
}

int ObjectReader::line() const {
  return lines_ ? lines_->line(pointer_) : 0;
}

void ObjectReader::fail(const Text& sentence, const char* key, Code code) {
  if (*fault_) return;
  int line = lines_ && key ? lines_->line(json_pointer(pointer_, key)) : 0;
  if (line == 0) line = this->line();  // of what misses the key
  *fault_ = Error{code, sentence,
                  file_ + (line > 0 ? fmt::format(": line {}", line) : "") + path_ +
                      (key ? fmt::format(": {}", key) : "")};
}

bool ObjectReader::has(const char* key) {
  return find(key) != nullptr;
}

const json* ObjectReader::find(const char* key) {
  asked_.insert(key);
  const auto found = object_->find(key);
  return found == object_->end() || found->is_null() ? nullptr : &*found;
}

const json* ObjectReader::need(const char* key) {
  const json* value = find(key);
  if (!value) {
    fail({fmt::format("De sleutel ‘{}’ ontbreekt.", key), fmt::format("Key '{}' is missing.", key)},
         key);
  }
  return value;
}

std::string ObjectReader::text(const char* key) {
  return need(key) ? text_or_empty(key) : "";
}

std::string ObjectReader::text_or_empty(const char* key) {
  const json* value = find(key);
  if (!value) return {};
  if (value->is_string()) return value->get<std::string>();
  fail({"Hier hoort tekst te staan, tussen aanhalingstekens.", "Text in quotes is expected here."},
       key);
  return {};
}

double ObjectReader::number(const char* key) {
  return need(key) ? number_or_none(key).value_or(0) : 0;
}

std::optional<double> ObjectReader::number_or_none(const char* key) {
  const json* value = find(key);
  if (!value) return {};
  if (value->is_number()) return value->get<double>();
  fail({"Hier hoort een getal te staan, met een punt en zonder aanhalingstekens.",
        "A number is expected here, with a point and without quotes."},
       key);
  return {};
}

bool ObjectReader::yes_no(const char* key) {
  return need(key) && yes_no_or_none(key).value_or(false);
}

std::optional<bool> ObjectReader::yes_no_or_none(const char* key) {
  const json* value = find(key);
  if (!value) return {};
  if (value->is_boolean()) return value->get<bool>();
  fail({"Hier hoort true of false te staan, zonder aanhalingstekens.",
        "True or false is expected here, without quotes."},
       key);
  return {};
}

Text ObjectReader::both(const char* key) {
  return need(key) ? both_or_empty(key) : Text{};
}

Text ObjectReader::both_or_empty(const char* key) {
  std::optional<ObjectReader> languages = object_or_none(key);
  if (!languages) return {};
  Text text{languages->text("nl"), languages->text("en")};
  languages->end();
  return text;
}

ObjectReader ObjectReader::object(const char* key) {
  const json* value = need(key);
  return child(value ? *value : empty_object(), key, json_pointer(pointer_, key));
}

std::optional<ObjectReader> ObjectReader::object_or_none(const char* key) {
  const json* value = find(key);
  if (!value) return {};
  return child(*value, key, json_pointer(pointer_, key));
}

const json* ObjectReader::list(const char* key) {
  const json* value = find(key);
  if (!value || value->is_array()) return value;
  fail({"Hier hoort een lijst te staan, tussen rechte haken.",
        "A list in square brackets is expected here."},
       key);
  return nullptr;
}

std::vector<std::string> ObjectReader::texts(const char* key) {
  std::vector<std::string> texts;
  const json* values = list(key);
  if (!values) return texts;
  for (const json& value : *values) {
    if (value.is_string()) {
      texts.push_back(value.get<std::string>());
    } else {
      fail({"In deze lijst hoort alleen tekst te staan, tussen aanhalingstekens.",
            "This list may hold only text in quotes."},
           key);
    }
  }
  return texts;
}

std::vector<int> ObjectReader::integers(const char* key) {
  std::vector<int> numbers;
  const json* values = list(key);
  if (!values) return numbers;
  for (const json& value : *values) {
    if (value.is_number_integer()) {
      numbers.push_back(value.get<int>());
    } else {
      fail({"In deze lijst horen alleen hele getallen te staan.",
            "This list may hold only whole numbers."},
           key);
    }
  }
  return numbers;
}

std::vector<ObjectReader> ObjectReader::objects(const char* key) {
  std::vector<ObjectReader> readers;
  const json* values = list(key);
  if (!values) return readers;
  for (std::size_t i = 0; i < values->size(); ++i) {
    const json& value = (*values)[i];
    readers.push_back(child(value, label(key, i, value),
                            json_pointer(json_pointer(pointer_, key), std::to_string(i))));
  }
  return readers;
}

std::vector<std::string> ObjectReader::keys() const {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object_->items()) keys.push_back(key);
  return keys;
}

std::string ObjectReader::scalar(const char* key) {
  const json* value = find(key);
  if (!value) return {};
  if (value->is_string()) return value->get<std::string>();
  if (value->is_boolean()) return value->get<bool>() ? "yes" : "no";
  if (value->is_number()) return value->dump();
  fail({"Hier hoort tekst, een getal, of true of false te staan.",
        "Text, a number, or true or false is expected here."},
       key);
  return {};
}

void ObjectReader::schema(int ours) {
  const json* value = find("schema");
  if (!value) return;
  if (!value->is_number_integer() || value->get<double>() < 1) {
    fail({"Het schema is een heel getal vanaf 1.", "The schema is a whole number from 1."},
         "schema");
  } else if (value->get<double>() > ours) {
    fail({fmt::format("Dit bestand is gemaakt voor een nieuwere versie van dit programma (schema "
                      "{}, dit programma kent schema {}).",
                      value->dump(), ours),
          fmt::format("This file is for a newer version of this program (schema {}, this program "
                      "knows schema {}).",
                      value->dump(), ours)},
         "schema", Code::Newer);
  }
}

void ObjectReader::end() {
  for (const auto& [key, value] : object_->items()) {
    if (asked_.contains(key)) continue;
    std::string known;
    for (const std::string& name : asked_) known += (known.empty() ? "" : ", ") + name;
    fail({fmt::format("De sleutel ‘{}’ is onbekend. Hier kan staan: {}.", key, known),
          fmt::format("Key '{}' is unknown. What may stand here: {}.", key, known)},
         key.c_str());
  }
}

Result<json> parse_strict_json(const std::string& text, const std::string& name) {
  Result<json> parsed = parse_json(text, name);
  if (!parsed) return parsed;
  const JsonLines lines = json_lines(text);
  if (lines.twice_line == 0) return parsed;
  return Error{
      Code::BadInput,
      {fmt::format("De sleutel ‘{}’ staat twee keer tussen dezelfde accolades.", lines.twice),
       fmt::format("Key '{}' stands twice between the same braces.", lines.twice)},
      fmt::format("{}: line {}", name, lines.twice_line)};
}

}  // namespace trefpunt
