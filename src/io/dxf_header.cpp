// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/dxf_header.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "io/gdal.h"

namespace trefpunt {

namespace {

// One group: a code on one line, its value on the next.
struct Group {
  int code = -1;
  std::string_view value;
};

class Groups {
 public:
  explicit Groups(std::string_view bytes) : rest_(bytes) {}

  bool next(Group& group) {
    if (pending_) {
      group = *pending_;
      pending_.reset();
      return true;
    }
    std::string_view code;
    if (!line(code)) return false;
    const std::size_t first = code.find_first_not_of(" \t");
    if (first == std::string_view::npos) return false;
    code.remove_prefix(first);
    const auto parsed = std::from_chars(code.data(), code.data() + code.size(), group.code);
    if (parsed.ec != std::errc()) return false;
    return line(group.value);
  }
  void put_back(const Group& group) { pending_ = group; }

 private:
  bool line(std::string_view& out) {
    if (rest_.empty()) return false;
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    out = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    while (!out.empty() && (out.back() == '\r' || out.back() == ' ')) out.remove_suffix(1);
    return true;
  }
  std::string_view rest_;
  std::optional<Group> pending_;
};

// $INSUNITS: see the DXF reference, HEADER section. Inches and feet occur in American exports.
std::optional<double> metres_of(int insunits) {
  switch (insunits) {
    case 1:
      return 0.0254;
    case 2:
      return 0.3048;
    case 4:
      return 0.001;
    case 5:
      return 0.01;
    case 6:
      return 1.0;
    case 7:
      return 1000.0;
    case 8:
      return 2.54e-8;
    case 9:
      return 2.54e-5;
    case 10:
      return 0.9144;
    case 13:
      return 1e-6;
    case 14:
      return 0.1;
    case 15:
      return 10.0;
    case 16:
      return 100.0;
    case 21:
      return 1200.0 / 3937.0;  // US survey foot
    default:
      return std::nullopt;
  }
}

int to_int(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return 0;
  text.remove_prefix(first);
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Error not_a_dxf(const std::string& name) {
  return {Code::BadInput, {"Dit is geen DXF-bestand.", "This is not a DXF file."}, name};
}

// Names come in the drawing's code page until AutoCAD 2007, in UTF-8 since.
struct Names {
  bool is_utf8 = false;
  std::string encoding = "CP1252";
  std::string operator()(std::string_view raw) const {
    const std::string bytes(raw);
    return decode_dxf_text(is_utf8 ? bytes : to_utf8(bytes, encoding));
  }
};

void read_header_section(Groups& groups, DxfHeader& header, Names& names) {
  Group group;
  std::string_view variable;
  while (groups.next(group)) {
    if (group.code == 0) return;
    if (group.code == 9) variable = group.value;
    if (variable == "$INSUNITS" && group.code == 70) {
      header.metres_per_unit = metres_of(to_int(group.value));
    } else if (variable == "$ACADVER" && group.code == 1) {
      names.is_utf8 = group.value >= "AC1021";
    } else if (variable == "$DWGCODEPAGE" && group.code == 3) {
      const std::string page = fold(group.value);
      if (const std::size_t digits = page.find("125"); digits != std::string::npos) {
        names.encoding = "CP" + page.substr(digits);
      }
    }
  }
}

// The groups of one entry, after its 0 line.
std::vector<Group> entry(Groups& groups) {
  std::vector<Group> list;
  Group group;
  while (groups.next(group)) {
    if (group.code == 0) {
      groups.put_back(group);
      break;
    }
    list.push_back(group);
  }
  return list;
}

void read_tables(Groups& groups, DxfHeader& header, const Names& names) {
  std::map<std::string_view, std::string> name_of_handle;
  std::map<std::string, std::string_view> source_handle;  // anonymous block -> the dynamic block's
  Group group;
  while (groups.next(group)) {
    if (group.code != 0) continue;
    if (group.value == "ENDSEC") break;
    const bool is_layer = group.value == "LAYER";
    if (!is_layer && group.value != "BLOCK_RECORD") continue;
    std::string name;
    std::string_view handle;
    bool hidden = false;
    bool is_state = false;
    for (const Group& g : entry(groups)) {
      if (g.code == 2) name = names(g.value);
      if (g.code == 5) handle = g.value;
      if (g.code == 70 && is_layer && (to_int(g.value) & 1) != 0) hidden = true;
      if (g.code == 62 && is_layer && to_int(g.value) < 0) hidden = true;
      if (g.code == 1001) is_state = g.value == "AcDbBlockRepBTag";
      if (g.code == 1005 && is_state) source_handle[name] = g.value;
    }
    if (is_layer && hidden) header.hidden_layers.insert(name);
    if (!is_layer) name_of_handle[handle] = name;
  }
  for (const auto& [block, handle] : source_handle) {
    const auto found = name_of_handle.find(handle);
    if (found != name_of_handle.end()) header.dynamic_name[block] = found->second;
  }
}

void read_blocks(Groups& groups, DxfHeader& header, const Names& names) {
  Group group;
  while (groups.next(group)) {
    if (group.code != 0) continue;
    if (group.value == "ENDSEC") return;
    if (group.value != "BLOCK") continue;
    std::string name, path;
    int flags = 0;
    for (const Group& g : entry(groups)) {
      if (g.code == 2) name = names(g.value);
      if (g.code == 1) path = names(g.value);
      if (g.code == 70) flags = to_int(g.value);
    }
    header.blocks.insert(name);
    if ((flags & 4) != 0) header.xrefs[name] = path;
  }
}

void append_utf8(std::string& out, unsigned code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | code >> 6);
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | code >> 12);
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

}  // namespace

std::string decode_dxf_text(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = std::string_view(text).substr(i);
    unsigned code = 0;
    if ((rest.starts_with("\\U+") || rest.starts_with("\\u+")) && rest.size() >= 7 &&
        std::from_chars(rest.data() + 3, rest.data() + 7, code, 16).ptr == rest.data() + 7 &&
        code >= 0x20 && (code < 0xD800 || code > 0xDFFF)) {
      append_utf8(out, code);
      i += 6;
    } else if (rest.starts_with("%%") && rest.size() >= 3) {
      switch (rest[2] | 0x20) {
        case 'c':
          out += "Ø";
          break;
        case 'd':
          out += "°";
          break;
        case 'p':
          out += "±";
          break;
        case 'u':
        case 'o':
        case 'k':
          break;  // underline, overline, strike: no letters
        default:
          out += rest.substr(0, 3);
      }
      i += 2;
    } else if (rest.starts_with("\\P")) {
      out += '\n';
      ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

Result<DxfHeader> read_dxf_header(const std::string& bytes, const std::string& name) {
  const Text way_out{"Sla de tekening in het tekenprogramma op als DXF (tekst, 2000 of later).",
                     "Save the drawing as DXF (text, 2000 or later) in the drawing program."};
  if (bytes.size() >= 6 && bytes.starts_with("AC10")) {
    return Error{Code::Unsupported,
                 {"Een DWG kan hier niet worden gelezen. " + way_out.nl,
                  "A DWG cannot be read here. " + way_out.en},
                 name};
  }
  if (bytes.starts_with("AutoCAD Binary DXF")) {
    return Error{Code::Unsupported,
                 {"Een binaire DXF kan hier niet worden gelezen. " + way_out.nl,
                  "A binary DXF cannot be read here. " + way_out.en},
                 name};
  }
  DxfHeader header;
  Names names;
  std::string_view view = bytes;
  if (view.starts_with("\xEF\xBB\xBF")) view.remove_prefix(3);
  Groups groups(view);
  Group group;
  bool any_section = false, ended = false;
  while (groups.next(group)) {
    if (group.code == 999) continue;  // a comment
    if (!any_section && group.code != 0) return not_a_dxf(name);
    if (group.code != 0) continue;
    if (group.value == "EOF") {
      ended = true;
      break;
    }
    if (group.value != "SECTION") {
      if (!any_section) return not_a_dxf(name);
      continue;
    }
    any_section = true;
    if (!groups.next(group) || group.code != 2) continue;
    if (group.value == "HEADER") read_header_section(groups, header, names);
    if (group.value == "TABLES") read_tables(groups, header, names);
    if (group.value == "BLOCKS") read_blocks(groups, header, names);
  }
  if (!any_section) return not_a_dxf(name);
  if (!ended) {
    return Error{Code::BadInput,
                 {"Dit DXF-bestand houdt halverwege op: het slot (EOF) ontbreekt.",
                  "This DXF file stops halfway: its end (EOF) is missing."},
                 name};
  }
  return header;
}

}  // namespace trefpunt
