// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/step_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_map>

#include "io/step_text.h"

namespace trefpunt {

namespace {

constexpr int kDeepestList = 64;
constexpr std::size_t kBetweenSteps = std::size_t{1} << 22;  // bytes

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\v';
}

bool is_word(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

// Walks over the text of a file.
class Scanner {
 public:
  explicit Scanner(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  bool is_done() const { return at_ >= text_.size(); }
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void next() { ++at_; }

  void skip_blank() {
    while (at_ < text_.size()) {
      if (is_space(text_[at_])) {
        ++at_;
      } else if (text_.substr(at_, 2) == "/*") {
        const std::size_t end = text_.find("*/", at_ + 2);
        at_ = end == std::string_view::npos ? text_.size() : end + 2;
      } else {
        return;
      }
    }
  }

  bool take(char c) {
    skip_blank();
    if (peek() != c) return false;
    ++at_;
    return true;
  }

  std::string_view word() {
    skip_blank();
    const std::size_t from = at_;
    while (at_ < text_.size() && is_word(text_[at_])) ++at_;
    return text_.substr(from, at_ - from);
  }

  // From a quote to the one that closes it; what stands between. False: it is never closed.
  bool quoted(std::string_view& inside) {
    const std::size_t from = ++at_;
    while (true) {
      const std::size_t end = text_.find('\'', at_);
      if (end == std::string_view::npos) return at_ = text_.size(), false;
      at_ = end + 1;
      if (peek() != '\'') {
        inside = text_.substr(from, end - from);
        return true;
      }
      ++at_;
    }
  }

  // After the bracket that opens parameters: to the one that closes them. How deep lists go;
  // nothing when they are never closed.
  bool skip_parameters(int& deepest) {
    int depth = 1;
    std::string_view inside;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\'') {
        if (!quoted(inside)) return false;
        --at_;
      } else if (c == '(') {
        deepest = std::max(deepest, ++depth);
        if (depth > kDeepestList) return true;
      } else if (c == ')') {
        if (--depth == 0) return ++at_, true;
      } else if (c == '/' && text_.substr(at_, 2) == "/*") {
        skip_blank();
        --at_;
      } else if (c == ';') {
        return false;
      }
    }
    return false;
  }

  std::optional<std::uint32_t> number() {
    std::uint32_t value = 0;
    const char* from = text_.data() + at_;
    const auto [end, fault] = std::from_chars(from, text_.data() + text_.size(), value);
    if (fault != std::errc() || value == 0) return std::nullopt;
    at_ += static_cast<std::size_t>(end - from);
    return value;
  }

  bool value(StepValue& out, int depth) {
    skip_blank();
    const char c = peek();
    if (c == '$' || c == '*') {
      out.kind = c == '$' ? StepValue::Kind::Null : StepValue::Kind::Derived;
      return next(), true;
    }
    if (c == '\'') {
      out.kind = StepValue::Kind::Text;
      return quoted(out.text);
    }
    if (c == '#') {
      next();
      out.kind = StepValue::Kind::Ref;
      const auto id = number();
      out.ref = id.value_or(0);
      return id.has_value();
    }
    if (c == '.') {
      next();
      out.kind = StepValue::Kind::Enum;
      out.text = word();
      return take('.');
    }
    if (c == '(') return next(), list(out, depth);
    if (c == '"') {  // binary: nothing that a plan needs
      const std::size_t end = text_.find('"', at_ + 1);
      at_ = end == std::string_view::npos ? text_.size() : end + 1;
      return end != std::string_view::npos;
    }
    if ((c >= '0' && c <= '9') || c == '-' || c == '+') {
      if (c == '+') next();
      const char* from = text_.data() + at_;
      const auto [end, fault] = std::from_chars(from, text_.data() + text_.size(), out.number);
      out.kind = StepValue::Kind::Number;
      at_ += static_cast<std::size_t>(end - from);
      return fault == std::errc();
    }
    const std::string_view type = word();
    if (type.empty() || !take('(') || depth >= kDeepestList) return false;
    if (!value(out, depth + 1)) return false;
    out.type = type;
    return take(')');
  }

  bool list(StepValue& out, int depth) {
    out.kind = StepValue::Kind::List;
    if (depth >= kDeepestList) return false;
    if (take(')')) return true;
    while (true) {
      if (!value(out.items.emplace_back(), depth + 1)) return false;
      if (take(')')) return true;
      if (!take(',')) return false;
    }
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

// FILE_SCHEMA(('IFC2X3')); in the header.
std::string schema_in(std::string_view header) {
  const std::size_t at = header.find("FILE_SCHEMA");
  if (at == std::string_view::npos) return {};
  const std::size_t from = header.find('\'', at);
  if (from == std::string_view::npos) return {};
  std::string_view inside;
  Scanner scanner(header, from);
  if (!scanner.quoted(inside)) return {};
  std::string schema(inside);
  std::transform(schema.begin(), schema.end(), schema.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return schema;
}

}  // namespace

const StepValue& step_item(const std::vector<StepValue>& values, std::size_t i) {
  static const StepValue kNone;
  return i < values.size() ? values[i] : kNone;
}

std::string StepValue::str() const {
  if (kind == Kind::Enum) return std::string(text);
  return kind == Kind::Text ? step_text(text) : std::string();
}

std::size_t StepValue::index() const {
  return number >= 1 && number < 4294967296.0 ? static_cast<std::size_t>(number) : 0;
}

Result<StepFile> StepFile::read(std::shared_ptr<const std::string> bytes, const std::string& name,
                                Job& job) {
  const std::string_view text = *bytes;
  const auto fault = [&](std::size_t at, Text sentence) {
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<long>(at), '\n');
    return Error{Code::BadInput, std::move(sentence), fmt::format("{}: line {}", name, line)};
  };
  const auto cut = [&] {
    return fault(text.size(), {"Het bestand is afgebroken: het eind ontbreekt.",
                               "The file is cut off: its end is missing."});
  };
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    return Error{
        Code::BadInput,
        {"Dit bestand is als UTF-16 bewaard. STEP hoort in ASCII of UTF-8 te staan; bewaar "
         "het zo opnieuw.",
         "This file is saved as UTF-16. STEP belongs in ASCII or UTF-8; save it again as "
         "such."},
        name};
  }
  Scanner scanner(text, text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  scanner.skip_blank();
  if (text.substr(scanner.at(), 13) != "ISO-10303-21;") {
    return Error{Code::BadInput,
                 {"Dit is geen STEP-bestand: het begint niet met ISO-10303-21.",
                  "This is no STEP file: it does not start with ISO-10303-21."},
                 name};
  }
  StepFile file;
  file.bytes_ = std::move(bytes);
  std::unordered_map<std::string_view, std::uint32_t> number_of;
  bool is_in_data = false, is_ended = false;
  std::size_t told = 0;
  const std::size_t first = text.find("DATA;");
  if (first == std::string_view::npos) return cut();
  file.schema_ = schema_in(text.substr(0, first));
  scanner = Scanner(text, first);
  while (true) {
    scanner.skip_blank();
    if (scanner.is_done()) break;
    if (scanner.at() - told > kBetweenSteps) {
      told = scanner.at();
      if (!job.step(static_cast<int>(told >> 10), static_cast<int>(text.size() >> 10) * 10 / 3)) {
        return Error{Code::Cancelled, {"gestopt", "stopped"}, name};
      }
    }
    const std::size_t start = scanner.at();
    if (scanner.peek() != '#') {
      const std::string_view word = scanner.word();
      if (word == "DATA") {
        is_in_data = true;
      } else if (word == "ENDSEC") {
        is_in_data = false;
      } else if (word == "END" || word == "ISO") {  // END-ISO-10303-21;
        is_ended = true;
        break;
      } else {
        return fault(start, {"Hier hoort een regel als #12=IFC…(…); te staan.",
                             "A line such as #12=IFC…(…); belongs here."});
      }
      while (!scanner.is_done() && scanner.peek() != ';') scanner.next();
      scanner.next();
      continue;
    }
    scanner.next();
    const auto id = scanner.number();
    if (!id && is_in_data && scanner.peek() >= '0' && scanner.peek() <= '9') {
      return fault(start, {"Dit nummer is geen getal van 1 tot en met 4294967295.",
                           "This number is none from 1 to 4294967295."});
    }
    if (!id || !is_in_data || !scanner.take('=')) {
      return scanner.is_done() ? cut()
                               : fault(start, {"Hier hoort een regel als #12=IFC…(…); te staan.",
                                               "A line such as #12=IFC…(…); belongs here."});
    }
    const std::string_view type = scanner.word();  // empty: an instance of several types at once
    if (!scanner.take('(')) {
      return scanner.is_done() ? cut()
                               : fault(start, {fmt::format("#{} heeft geen gegevens.", *id),
                                               fmt::format("#{} has no parameters.", *id)});
    }
    const std::size_t offset = scanner.at();
    int deepest = 1;
    const bool is_whole = scanner.skip_parameters(deepest);
    if (deepest > kDeepestList) {
      return fault(start,
                   {fmt::format("#{} heeft lijsten in lijsten, dieper dan {}.", *id, kDeepestList),
                    fmt::format("#{} nests lists deeper than {}.", *id, kDeepestList)});
    }
    if (!is_whole || !scanner.take(';')) {
      return scanner.is_done() ? cut()
                               : fault(start, {fmt::format("#{} is niet afgesloten.", *id),
                                               fmt::format("#{} does not end.", *id)});
    }
    const auto [known, is_new] =
        number_of.try_emplace(type, static_cast<std::uint32_t>(file.types_.size()));
    if (is_new) file.types_.push_back(type);
    file.instances_.push_back({offset, *id, known->second});
  }
  if (!is_ended) return cut();

  const auto by_id = [](const Instance& a, const Instance& b) { return a.id < b.id; };
  if (!std::is_sorted(file.instances_.begin(), file.instances_.end(), by_id)) {
    std::stable_sort(file.instances_.begin(), file.instances_.end(), by_id);
  }
  const auto twice =
      std::adjacent_find(file.instances_.begin(), file.instances_.end(),
                         [](const Instance& a, const Instance& b) { return a.id == b.id; });
  if (twice != file.instances_.end()) {
    return fault((twice + 1)->offset, {fmt::format("#{} komt twee keer voor.", twice->id),
                                       fmt::format("#{} occurs twice.", twice->id)});
  }
  file.of_type_.resize(file.types_.size());
  for (const Instance& instance : file.instances_) {
    file.of_type_[instance.type].push_back(instance.id);
  }
  return file;
}

const StepFile::Instance* StepFile::find(std::uint32_t id) const {
  const auto at =
      std::lower_bound(instances_.begin(), instances_.end(), id,
                       [](const Instance& one, std::uint32_t wanted) { return one.id < wanted; });
  return at != instances_.end() && at->id == id ? &*at : nullptr;
}

const std::vector<std::uint32_t>& StepFile::all(std::string_view type) const {
  static const std::vector<std::uint32_t> kNone;
  const auto at = std::find(types_.begin(), types_.end(), type);
  return at != types_.end() ? of_type_[static_cast<std::size_t>(at - types_.begin())] : kNone;
}

std::vector<std::pair<std::string_view, std::size_t>> StepFile::counts() const {
  std::vector<std::pair<std::string_view, std::size_t>> counts;
  for (std::size_t i = 0; i < types_.size(); ++i)
    counts.emplace_back(types_[i], of_type_[i].size());
  std::sort(counts.begin(), counts.end());
  return counts;
}

std::string_view StepFile::type(std::uint32_t id) const {
  const Instance* instance = find(id);
  return instance ? types_[instance->type] : std::string_view();
}

std::vector<StepValue> StepFile::values(std::uint32_t id) const {
  const Instance* instance = find(id);
  if (!instance) return {};
  Scanner scanner(*bytes_, instance->offset);
  StepValue list;
  if (!scanner.list(list, 0)) return {};
  return std::move(list.items);
}

}  // namespace trefpunt
