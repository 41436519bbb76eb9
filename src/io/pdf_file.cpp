// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/pdf_file.h"

#include <cpl_conv.h>
#include <cpl_error.h>

#include <algorithm>
#include <set>

namespace trefpunt {

namespace {

constexpr std::size_t kMostUnpacked = std::size_t{256} << 20;  // bytes, of one stream
constexpr std::size_t kMostObjects = 5'000'000;
constexpr int kDeepestPages = 64, kMostSteps = 32;
constexpr std::size_t kTail = 4096;  // bytes: where a PDF says that it ends

const PdfValue kNothing;

Error pdf_error(Code code, const std::string& nl, const std::string& en, const std::string& name) {
  return {code, {nl, en}, name};
}

bool is_pdf_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_pdf_blank(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

// The number in front of "obj" in "12 0 obj"; -1 when there is none.
int object_number(std::string_view bytes, std::size_t at) {
  const auto back = [&](auto is_part) {
    const std::size_t from = at;
    while (at > 0 && is_part(bytes[at - 1])) --at;
    return from - at;
  };
  if (back(is_pdf_blank) == 0 || back(is_pdf_digit) == 0 || back(is_pdf_blank) == 0) return -1;
  const std::size_t end = at, size = back(is_pdf_digit);
  if (size == 0 || size > 9) return -1;
  return std::stoi(std::string(bytes.substr(end - size, size)));
}

// zlib, with an upper bound to what may come of it.
Result<std::string> inflated(std::string_view packed, const std::string& name) {
  CPLPushErrorHandler(CPLQuietErrorHandler);
  std::string out;
  std::size_t room = std::max<std::size_t>(4096, 4 * packed.size()), size = 0;
  bool is_good = false, is_most = false;
  for (; !is_good && !is_most; room *= 4) {
    is_most = room >= kMostUnpacked;
    out.resize(std::min(room, kMostUnpacked));
    is_good =
        CPLZLibInflate(packed.data(), packed.size(), out.data(), out.size(), &size) != nullptr;
    // zlib cannot make more than 1032 bytes of one: a failure is then no lack of room.
    if (!is_good && room / 1100 > packed.size()) break;
  }
  CPLPopErrorHandler();
  if (is_good) {
    out.resize(size);
    return out;
  }
  if (is_most && kMostUnpacked / 1100 <= packed.size()) {
    return pdf_error(Code::TooLarge, "Een deel van deze PDF is uitgepakt groter dan 256 MiB.",
                     "Unpacked, a part of this PDF is larger than 256 MiB.", name);
  }
  return pdf_error(Code::BadInput, "Deze PDF is beschadigd: een deel is niet uit te pakken.",
                   "This PDF is damaged: a part of it cannot be unpacked.", name);
}

// ASCII85 (ISO 32000-1, 7.4.3).
std::string from_ascii85(std::string_view packed) {
  std::string out;
  std::uint32_t word = 0;
  int count = 0;
  const auto put = [&](int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>((word >> (24 - 8 * i)) & 0xFF);
    word = 0;
    count = 0;
  };
  for (const char c : packed) {
    if (c == '~') break;
    if (c == 'z' && count == 0) {
      put(4);
    } else if (c >= '!' && c <= 'u') {
      word = word * 85 + static_cast<std::uint32_t>(c - '!');
      if (++count == 5) put(4);
    }
  }
  if (count > 1) {
    const int bytes = count - 1;
    for (; count < 5; ++count) word = word * 85 + 84;
    put(bytes);
  }
  return out;
}

}  // namespace

const PdfValue& PdfFile::resolved(const PdfValue& value) const {
  const PdfValue* at = &value;
  for (int i = 0; i < kMostSteps && at->is(PdfValue::Kind::Ref); ++i) {
    const auto found = objects_.find(static_cast<int>(at->number));
    if (found == objects_.end()) return kNothing;
    at = &found->second;
  }
  return at->is(PdfValue::Kind::Ref) ? kNothing : *at;
}

const PdfValue& PdfFile::get(const PdfValue& dict, std::string_view key) const {
  const PdfValue& real = resolved(dict);
  if (!real.is(PdfValue::Kind::Dict)) return kNothing;
  const auto at = std::find(real.keys.begin(), real.keys.end(), key);
  return at == real.keys.end()
             ? kNothing
             : resolved(real.items[static_cast<std::size_t>(at - real.keys.begin())]);
}

const PdfValue& PdfFile::inherited(const PdfValue& page, std::string_view key) const {
  const PdfValue* node = &page;
  for (int i = 0; i < kDeepestPages; ++i) {
    const PdfValue& said = get(*node, key);
    if (!said.is(PdfValue::Kind::Null)) return said;
    node = &get(*node, "Parent");
  }
  return kNothing;
}

Result<std::string> PdfFile::stream(const PdfValue& value) const {
  const PdfValue& holder = resolved(value);
  std::string bytes(std::string_view(*bytes_).substr(holder.stream_at, holder.stream_size));
  const PdfValue& filter = get(holder, "Filter");
  std::vector<std::string> filters;
  if (filter.is(PdfValue::Kind::Name)) filters.push_back(filter.text);
  for (const PdfValue& one : filter.items) filters.push_back(resolved(one).text);
  for (const std::string& one : filters) {
    if (one == "FlateDecode" || one == "Fl") {
      Result<std::string> plain = inflated(bytes, name_);
      if (!plain) return plain;
      bytes = *std::move(plain);
    } else if (one == "ASCII85Decode" || one == "A85") {
      bytes = from_ascii85(bytes);
    } else if (one == "ASCIIHexDecode" || one == "AHx") {
      bytes = PdfLexer("<" + bytes + ">", 0).next().text;
    } else {
      return pdf_error(Code::Unsupported,
                       "Een deel van deze PDF is ingepakt op een manier die niet gelezen wordt (" +
                           one + "). Bewaar de tekening opnieuw als PDF, of als DXF of IFC.",
                       "A part of this PDF is packed in a way that is not read (" + one +
                           "). Save the drawing as PDF once more, or as DXF or IFC.",
                       name_);
    }
  }
  return bytes;
}

void PdfFile::add_packed_objects(const PdfValue& holder) {
  const int count = static_cast<int>(std::clamp(get(holder, "N").number, 0.0, 1e6));
  const double first = get(holder, "First").number;
  const Result<std::string> bytes = stream(holder);
  if (!bytes || !(first >= 0 && first <= static_cast<double>(bytes->size()))) return;
  PdfLexer table(*bytes, 0);
  for (int i = 0; i < count && !table.at_end(); ++i) {
    const PdfValue number = table.next(), offset = table.next();
    const double at = first + offset.number;
    if (!(at >= 0 && at < static_cast<double>(bytes->size())) || number.number < 0 ||
        number.number > 1e9) {
      continue;
    }
    objects_[static_cast<int>(number.number)] =
        PdfLexer(*bytes, static_cast<std::size_t>(at)).next();
  }
}

Status PdfFile::find_objects(Job& job) {
  const std::string_view bytes = *bytes_;
  int seen = 0;
  for (std::size_t at = bytes.find("obj"); at != std::string_view::npos;
       at = bytes.find("obj", at)) {
    const int number = object_number(bytes, at);
    at += 3;
    if (number < 0) continue;
    if (++seen % 1024 == 0 &&
        !job.step(static_cast<int>(at >> 10), static_cast<int>(2 * (bytes.size() >> 10) + 1))) {
      return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, name_};
    }
    PdfLexer lexer(bytes, at);
    PdfValue value = lexer.next();
    std::size_t end = lexer.at();
    if (value.is(PdfValue::Kind::Dict) && !lexer.at_end() &&
        bytes.substr(lexer.at()).starts_with("stream")) {
      std::size_t start = lexer.at() + 6;
      if (bytes.substr(start).starts_with("\r\n")) {
        start += 2;
      } else if (start < bytes.size() && (bytes[start] == '\n' || bytes[start] == '\r')) {
        ++start;
      }
      // The length that is stated, when the end stands there; else up to the first end.
      std::size_t size = 0;
      const PdfValue& said = get(value, "Length");
      const bool is_said = said.is(PdfValue::Kind::Number) && said.number >= 0 &&
                           said.number <= static_cast<double>(bytes.size() - start);
      if (is_said) size = static_cast<std::size_t>(said.number);
      const std::size_t mark = bytes.find("endstream", start + size);
      const bool is_right = is_said && mark != std::string_view::npos && mark <= start + size + 4;
      if (!is_right) {
        const std::size_t first = bytes.find("endstream", start);
        size = (first == std::string_view::npos ? bytes.size() : first) - start;
      }
      value.stream_at = start;
      value.stream_size = size;
      end = start + size;
    }
    at = std::max(at, end);
    if (objects_.size() > kMostObjects) {
      return pdf_error(Code::TooLarge, "Deze PDF bestaat uit meer dan 5 miljoen delen.",
                       "This PDF has more than 5 million parts.", name_);
    }
    const bool is_packed = get(value, "Type").is_name("ObjStm");
    PdfValue& kept = objects_[number] = std::move(value);
    if (is_packed) add_packed_objects(PdfValue(kept));
  }
  return Done{};
}

void PdfFile::add_pages(const PdfValue& node, int depth, std::set<const PdfValue*>& seen) {
  if (depth > kDeepestPages || !seen.insert(&node).second) return;
  const PdfValue& kids = get(node, "Kids");
  if (!kids.is(PdfValue::Kind::Array)) {
    if (node.is(PdfValue::Kind::Dict)) pages_.push_back(&node);
    return;
  }
  for (const PdfValue& kid : kids.items) add_pages(resolved(kid), depth + 1, seen);
}

Result<PdfFile> PdfFile::read(std::shared_ptr<const std::string> bytes, const std::string& name,
                              Job& job) {
  PdfFile file;
  file.bytes_ = std::move(bytes);
  file.name_ = name;
  const std::string_view all = *file.bytes_;
  if (all.substr(0, 1024).find("%PDF-") == std::string_view::npos) {
    return pdf_error(Code::BadInput, "Dit is geen PDF.", "This is no PDF.", name);
  }
  const std::string_view tail = all.substr(all.size() - std::min(kTail, all.size()));
  if (tail.find("startxref") == std::string_view::npos) {
    return pdf_error(Code::BadInput, "Deze PDF is afgebroken: het einde ontbreekt.",
                     "This PDF is cut off: its end is missing.", name);
  }
  if (const Status found = file.find_objects(job); !found) return found.error();
  // What speaks of the whole file: after "trailer", or in the table when that is a stream.
  PdfValue root;
  bool is_protected = false;
  std::vector<PdfValue> trailers;
  for (std::size_t at = all.find("trailer"); at != std::string_view::npos;
       at = all.find("trailer", at + 7)) {
    trailers.push_back(PdfLexer(all, at + 7).next());
  }
  for (const auto& [number, value] : file.objects_) {
    if (file.get(value, "Type").is_name("XRef")) trailers.push_back(value);
    if (file.get(value, "Type").is_name("Catalog")) root = value;
  }
  for (const PdfValue& trailer : trailers) {
    is_protected |= !file.get(trailer, "Encrypt").is(PdfValue::Kind::Null);
    const PdfValue& said = file.get(trailer, "Root");
    if (said.is(PdfValue::Kind::Dict)) root = said;
  }
  if (is_protected) {
    return pdf_error(Code::Unsupported,
                     "Deze PDF is beveiligd. Vraag een PDF zonder wachtwoord of beperkingen, of "
                     "een DXF of IFC.",
                     "This PDF is protected. Ask for a PDF without a password or restrictions, or "
                     "for a DXF or IFC.",
                     name);
  }
  file.catalog_ = &(file.objects_[-1] = std::move(root));
  std::set<const PdfValue*> seen;
  file.add_pages(file.get(*file.catalog_, "Pages"), 0, seen);
  if (file.pages_.empty()) {
    return pdf_error(Code::BadInput, "Deze PDF is beschadigd: er is geen bladzijde in te vinden.",
                     "This PDF is damaged: no page can be found in it.", name);
  }
  return file;
}

}  // namespace trefpunt
