// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/remark_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "io/files.h"
#include "io/level_name.h"
#include "io/table.h"

namespace trefpunt {

namespace {

constexpr double kBeside = 50;  // m around a plan or wijk that still belong to it
constexpr std::size_t kHeadWithin = 20;

enum RemarkColumn { kNumber, kObject, kPlace, kStorey, kX, kY, kText, kBy, kDate, kRemarkColumns };

const std::array<std::vector<std::string>, kRemarkColumns>& remark_headers() {
  static const std::array<std::vector<std::string>, kRemarkColumns> words = {{
      {"nummer", "nr", "number", "no"},
      {"ruimte", "ruimtenummer", "kamer", "room", "room number"},
      {"plek", "plaats", "place"},
      {"verdieping", "storey", "floor"},
      {"x"},
      {"y"},
      {"opmerking", "opmerkingen", "remark", "remarks", "comment"},
      {"van", "door", "by", "from"},
      {"datum", "date"},
  }};
  return words;
}

using RemarkPlaces = std::array<int, kRemarkColumns>;

RemarkPlaces columns_in(const std::vector<std::string>& cells) {
  RemarkPlaces places{};
  places.fill(-1);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string header = fold(squeeze(cells[i]));
    for (std::size_t column = 0; column < kRemarkColumns; ++column) {
      const auto& words = remark_headers()[column];
      const bool is_it = std::find(words.begin(), words.end(), header) != words.end();
      if (is_it && places[column] < 0) places[column] = static_cast<int>(i);
    }
  }
  return places;
}

// The apostrophe that keeps a cell from being a formula is not part of it.
std::string cell_at(const TableRow& row, int column) {
  if (column < 0 || column >= static_cast<int>(row.cells.size())) return "";
  std::string cell = row.cells[static_cast<std::size_t>(column)];
  const bool is_guarded = cell.size() > 1 && cell[0] == '\'' &&
                          std::string_view("=+-@").find(cell[1]) != std::string_view::npos;
  return is_guarded ? cell.substr(1) : cell;
}

std::string joined_cells(const std::vector<std::string>& cells) {
  std::string all;
  for (const std::string& cell : cells) all += (all.empty() ? "" : ", ") + cell;
  return all;
}

// "5-11-2026", as a spreadsheet may have made of it, becomes "2026-11-05"; empty: no date.
std::string iso_day(const std::string& text) {
  if (is_iso_date(text)) return text;
  std::array<std::string, 3> parts;
  std::size_t part = 0;
  for (const char c : text) {
    if (c == '-' || c == '/' || c == '.') {
      if (++part == 3) return "";
    } else {
      parts[part] += c;
    }
  }
  if (part != 2 || parts[0].empty() || parts[1].empty()) return "";
  const auto two = [](const std::string& digits) {
    return digits.size() == 1 ? "0" + digits : digits;
  };
  const std::string iso = parts[2] + "-" + two(parts[1]) + "-" + two(parts[0]);
  return is_iso_date(iso) ? iso : "";
}

std::string key_of_name(const std::string& text) {
  return fold(squeeze(text));
}

// Where a remark belongs; nothing found: the plan as a whole.
struct Spot {
  std::string storey, space;
  std::optional<Point> at;
};

Box around(const Storey& storey) {
  Box box = box_of(storey.outline);
  for (const Wall& wall : storey.walls) box.add(box_of(wall.points));
  for (const Space& space : storey.spaces) box.add(space.anchor);
  return box.grown(kBeside);
}

std::optional<Spot> space_spot(const Project& project, const RemarkRow& row,
                               const std::string& wanted) {
  std::optional<Spot> found;
  for (const Building& building : project.buildings) {
    for (const auto& storey : building.storeys) {
      if (!row.storey.empty() && key_of_name(storey->name) != key_of_name(row.storey)) continue;
      for (const Space& space : storey->spaces) {
        const std::string label = key_of_name(space.number + " " + space.name);
        const bool is_it = (!space.number.empty() && key_of_name(space.number) == wanted) ||
                           key_of_name(to_string(space.id)) == wanted || label == wanted ||
                           (!space.name.empty() && key_of_name(space.name) == wanted);
        if (!is_it) continue;
        if (found) return std::nullopt;  // which of the two is not clear
        found = Spot{to_string(storey->id), to_string(space.id), std::nullopt};
      }
    }
  }
  return found;
}

std::optional<Spot> thing_spot(const Project& project, const std::string& wanted) {
  for (const Building& building : project.buildings) {
    for (const auto& storey : building.storeys) {
      for (const Door& door : storey->doors) {
        if (key_of_name(to_string(door.id)) != wanted) continue;
        return Spot{to_string(storey->id), "", middle(door.a, door.b)};
      }
    }
  }
  if (!project.wijk || !project.wijk->places) return std::nullopt;
  for (const WijkPlace& place : *project.wijk->places) {
    const bool is_it = key_of_name(to_string(place.id)) == wanted ||
                       (!place.name.empty() && key_of_name(place.name) == wanted);
    if (is_it) return Spot{"", "", place.at};
  }
  return std::nullopt;
}

std::optional<Spot> point_spot(const Project& project, const RemarkRow& row) {
  const std::optional<double> x = number_from_text(row.x), y = number_from_text(row.y);
  if (!x || !y) return std::nullopt;
  const Point at{*x, *y};
  for (const Building& building : project.buildings) {
    for (const auto& storey : building.storeys) {
      const bool is_named = key_of_name(storey->name) == key_of_name(row.storey);
      const bool is_only = row.storey.empty() && building.storeys.size() == 1 && !project.wijk;
      if ((is_named || is_only) && around(*storey).contains(at)) {
        return Spot{to_string(storey->id), "", at};
      }
    }
  }
  const bool is_in_wijk =
      row.storey.empty() && project.wijk && box_of(*project.wijk).grown(kBeside).contains(at);
  if (is_in_wijk) return Spot{"", "", at};
  return std::nullopt;
}

bool is_whole_plan(const RemarkRow& row) {
  if (!row.object.empty() || !row.x.empty() || !row.y.empty() || !row.number.empty()) return false;
  const std::string place = key_of_name(row.place);
  return place == "het hele plan" || place == "the whole plan" ||
         (place.empty() && row.storey.empty());
}

std::optional<Spot> spot_of(const Project& project, const RemarkRow& row) {
  if (is_whole_plan(row)) return Spot{};
  for (const std::string& named : {key_of_name(row.object), key_of_name(row.place)}) {
    if (named.empty()) continue;
    std::optional<Spot> spot = space_spot(project, row, named);
    if (!spot) spot = thing_spot(project, named);
    if (spot) return spot;
  }
  return point_spot(project, row);
}

int next_remark(const Project& project) {
  int next = 1;
  for (const Remark& one : project.remarks) {
    const std::optional<double> number =
        one.id.size() > 1 ? number_from_text(one.id.substr(1)) : std::nullopt;
    if (number && *number < 1e8) next = std::max(next, static_cast<int>(*number) + 1);
  }
  return next;
}

bool is_same(const Remark& a, const Remark& b) {
  return a.text == b.text && a.by == b.by && a.date == b.date && a.storey == b.storey &&
         a.space == b.space && a.at == b.at;
}

}  // namespace

Result<std::vector<RemarkRow>> read_remark_list(const std::string& path) {
  const Result<std::vector<TableRow>> table = read_table(path);
  if (!table) return table.error();
  RemarkPlaces places{};
  std::size_t head = 0;
  for (; head < table->size() && head < kHeadWithin; ++head) {
    places = columns_in((*table)[head].cells);
    if (places[kText] >= 0) break;
  }
  if (head == table->size() || head == kHeadWithin) {
    const std::string have = table->empty() ? "" : joined_cells(table->front().cells);
    return Error{Code::BadInput,
                 {"deze tabel heeft geen kolom \"opmerking\"; de eerste rij is: " + have,
                  "this table has no column \"remark\"; its first row is: " + have},
                 file_name(path)};
  }
  std::vector<RemarkRow> rows;
  for (std::size_t i = head + 1; i < table->size(); ++i) {
    const TableRow& row = (*table)[i];
    RemarkRow read{row.row,
                   cell_at(row, places[kNumber]),
                   cell_at(row, places[kObject]),
                   cell_at(row, places[kPlace]),
                   cell_at(row, places[kStorey]),
                   cell_at(row, places[kX]),
                   cell_at(row, places[kY]),
                   cell_at(row, places[kText]),
                   cell_at(row, places[kBy]),
                   cell_at(row, places[kDate])};
    if (!squeeze(read.text).empty()) rows.push_back(std::move(read));
  }
  return rows;
}

Project with_remarks(Project project, const std::vector<RemarkRow>& rows, const std::string& file) {
  int next = next_remark(project);
  for (const RemarkRow& row : rows) {
    const auto say = [&](const Text& sentence) {
      project.import_findings.push_back({finding::kRemarkNotPlaced, Severity::Warning, sentence, "",
                                         fmt::format("{}: row {}", file, row.row), std::nullopt});
    };
    std::optional<Spot> spot = spot_of(project, row);
    if (!spot) {
      say({"De plek van deze opmerking is niet gevonden; de opmerking geldt nu voor het hele plan.",
           "The place of this remark was not found; it now stands for the whole plan."});
      spot = Spot{};
    }
    std::string date = iso_day(squeeze(row.date));
    if (date.empty() && !squeeze(row.date).empty()) {
      say({fmt::format("\"{}\" is geen datum; de opmerking staat er zonder.", squeeze(row.date)),
           fmt::format("\"{}\" is no date; the remark stands without one.", squeeze(row.date))});
    }
    Remark remark{"R" + std::to_string(next),
                  row.text,
                  squeeze(row.by),
                  date,
                  spot->storey,
                  spot->space,
                  spot->at};
    const auto& known = project.remarks;
    if (std::any_of(known.begin(), known.end(),
                    [&](const Remark& one) { return is_same(one, remark); })) {
      continue;
    }
    project.remarks.push_back(std::move(remark));
    ++next;
  }
  return project;
}

}  // namespace trefpunt
