// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/room_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>

#include "io/access_words.h"
#include "io/files.h"
#include "io/level_name.h"
#include "io/table.h"
#include "io/uses.h"

namespace trefpunt {

namespace {

constexpr std::size_t kHeaderWithin = 20;  // rows: titles may stand above the header
constexpr double kMostBeds = 10000;

// What is said of the unit goes first: its headers hold the words of others.
enum Column {
  UnitKind,
  UnitBeds,
  Overnight,
  Number,
  Name,
  UnitName,
  UseText,
  Area,
  Beds,
  Function,
  AccessText,
  Hours,
  kColumns
};

// Folded words, best first.
const std::array<std::vector<std::string>, kColumns>& headers() {
  static const std::array<std::vector<std::string>, kColumns> words = {{
      {"soort afdeling", "afdelingssoort", "type afdeling", "afdelingstype", "soort unit",
       "unit kind", "unit type", "kind of unit", "ward type", "department type", "abteilungsart"},
      {"bedden afdeling", "bedden per afdeling", "bedden van de afdeling", "afdelingsbedden",
       "bedden unit", "unit beds", "beds of unit", "beds per unit", "ward beds"},
      {"overnachting", "overnachten", "nachtverblijf", "nacht", "overnight", "ubernachtung"},
      {"ruimtenummer", "ruimte nummer", "ruimtenr", "ruimte nr", "kamernummer", "kamernr",
       "ruimtecode", "room number", "room no", "room nr", "raumnummer", "raum nr", "nummer",
       "number", "nr", "no"},
      {"ruimtenaam", "ruimte naam", "ruimteomschrijving", "naam", "omschrijving", "benaming",
       "room name", "name", "description", "raumname", "bezeichnung", "ruimte", "room", "raum"},
      {"afdeling", "unit", "zorgeenheid", "organisatie", "cluster", "department", "ward",
       "abteilung"},
      {"gebruik", "ruimtefunctie", "functie", "ruimtesoort", "ruimtetype", "use", "room type",
       "function", "nutzung"},
      {"nvo", "nuttige oppervlakte", "netto oppervlakte", "vloeroppervlakte", "oppervlakte",
       "oppervlak", "opp", "m2", "net area", "area", "flache"},
      {"bedden", "aantal bedden", "beds", "betten"},
      {"gebruiksfunctie", "bouwbesluitfunctie", "bbl functie", "building function"},
      {"toegang", "toegankelijkheid", "access", "zugang"},
      {"openingstijden", "openingsuren", "opening hours", "openingstijd", "offnungszeiten"},
  }};
  return words;
}

std::string words_of(std::string text) {
  for (std::size_t at = text.find("²"); at != std::string::npos; at = text.find("²")) {
    text.replace(at, std::string_view("²").size(), "2");
  }
  text = fold(text);
  for (char& c : text) {
    const bool is_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (!is_word) c = ' ';
  }
  return squeeze(text);
}

bool has_word(const std::string& text, const std::string& word) {
  return (" " + text + " ").find(" " + word + " ") != std::string::npos;
}

// Which column of the table holds what; -1: none does.
using Places = std::array<int, kColumns>;

Places places_of(const std::vector<std::string>& cells) {
  Places places;
  places.fill(-1);
  std::vector<std::string> texts;
  for (const std::string& cell : cells) {
    texts.push_back(words_of(cell));
    // Gross areas are not what we compare with.
    if (has_word(texts.back(), "bvo") || has_word(texts.back(), "bruto")) texts.back().clear();
  }
  std::vector<bool> is_taken(cells.size(), false);
  // Whole headers first, so that "ruimtenummer" is never lost to a looser match.
  for (const bool whole : {true, false}) {
    for (std::size_t column = 0; column < kColumns; ++column) {
      for (const std::string& word : headers()[column]) {
        if (places[column] >= 0) break;
        for (std::size_t i = 0; i < texts.size(); ++i) {
          if (is_taken[i] || !(whole ? texts[i] == word : has_word(texts[i], word))) continue;
          places[column] = static_cast<int>(i);
          is_taken[i] = true;
          break;
        }
      }
    }
  }
  return places;
}

// "1.012,5", "1,012.5", "12,5", "12.5 m2"; with `comma` a lone point parts thousands.
std::optional<double> area_from_text(std::string text, bool comma) {
  text = words_of(text).empty() ? "" : squeeze(text);
  for (const std::string_view unit : {"m2", "m²"}) {
    if (text.ends_with(unit)) text.resize(text.size() - unit.size());
  }
  const std::size_t last_comma = text.rfind(','), last_point = text.rfind('.');
  const auto erase = [&](char sign) { std::erase(text, sign); };
  if (last_comma != std::string::npos && last_point != std::string::npos) {
    erase(last_comma > last_point ? '.' : ',');
  } else if (last_point != std::string::npos && comma && text.size() - last_point == 4) {
    erase('.');
  }
  return number_from_text(text);
}

bool is_nothing(const std::string& text) {
  const std::string word = fold(text);
  return word.empty() || word == "-" || word == "n.v.t." || word == "nvt" || word == "n/a" ||
         word == "–";
}

std::optional<bool> yes_no_from_text(const std::string& text) {
  const std::string word = fold(squeeze(text));
  for (const char* yes : {"ja", "j", "yes", "y", "x", "1", "true", "waar"}) {
    if (word == yes) return true;
  }
  for (const char* no : {"nee", "n", "no", "nein", "0", "false", "onwaar"}) {
    if (word == no) return false;
  }
  return std::nullopt;
}

std::string key_of(const std::string& number) {
  std::string key = fold(number);
  std::erase(key, ' ');
  std::size_t zeros = 0;
  while (zeros + 1 < key.size() && key[zeros] == '0' && key[zeros + 1] >= '0' &&
         key[zeros + 1] <= '9') {
    ++zeros;
  }
  return key.substr(zeros);
}

}  // namespace

Result<std::vector<RoomRow>> read_room_list(const std::string& path) {
  const Result<std::vector<TableRow>> table = read_table(path);
  if (!table) return table.error();
  const std::string name = file_name(path);
  std::size_t header = 0;
  Places places;
  places.fill(-1);
  for (; header < std::min(table->size(), kHeaderWithin); ++header) {
    places = places_of((*table)[header].cells);
    if (places[Number] >= 0 &&
        std::count_if(places.begin(), places.end(), [](int at) { return at >= 0; }) > 1) {
      break;
    }
    places[Number] = -1;
  }
  if (places[Number] < 0) {
    std::string columns;
    if (!table->empty()) {
      for (const std::string& cell : table->front().cells) {
        if (!cell.empty()) columns += (columns.empty() ? "" : ", ") + cell;
      }
    }
    return Error{
        Code::BadInput,
        {fmt::format("Geen kolom met ruimtenummers gevonden (\"Ruimtenummer\"). De kolommen "
                     "zijn: {}.",
                     columns),
         fmt::format("No column of room numbers was found (\"Room number\"). The columns are: "
                     "{}.",
                     columns)},
        name};
  }

  const auto cell = [&](const TableRow& row, Column column) -> std::string {
    const int at = places[column];
    return at >= 0 && at < static_cast<int>(row.cells.size())
               ? row.cells[static_cast<std::size_t>(at)]
               : "";
  };
  bool comma = false;  // decimal sign of the list
  for (std::size_t i = header + 1; i < table->size(); ++i) {
    const std::string text = cell((*table)[i], Area);
    comma = comma || (text.find(',') != std::string::npos && text.rfind(',') + 4 != text.size());
  }
  std::vector<RoomRow> rows;
  std::map<std::string, int> row_of;
  for (std::size_t i = header + 1; i < table->size(); ++i) {
    const TableRow& from = (*table)[i];
    const auto wrong = [&](const Text& sentence) {
      return Error{Code::BadInput, sentence, fmt::format("{}: row {}", name, from.row)};
    };
    RoomRow row;
    row.row = from.row;
    row.number = cell(from, Number);
    row.name = cell(from, Name);
    row.unit = cell(from, UnitName);
    row.unit_kind = cell(from, UnitKind);
    if (is_nothing(row.unit_kind)) row.unit_kind.clear();
    row.use_text = cell(from, UseText);
    row.building_function = cell(from, Function);
    row.opening_hours = cell(from, Hours);
    row.access = access_from_text(cell(from, AccessText));
    if (!is_nothing(row.use_text)) {
      row.use = use_from_id(fold(row.use_text));
      if (!row.use) row.use = suggest_use(row.use_text);
    } else {
      row.use_text.clear();
    }
    if (const std::string text = cell(from, Area); !is_nothing(text)) {
      row.area_m2 = area_from_text(text, comma);
      if (!row.area_m2 || *row.area_m2 < 0) {
        return wrong({fmt::format("\"{}\" is geen oppervlakte.", text),
                      fmt::format("\"{}\" is no area.", text)});
      }
    }
    for (const auto& [column, beds] : {std::pair{Beds, &row.beds}, {UnitBeds, &row.unit_beds}}) {
      const std::string text = cell(from, column);
      if (is_nothing(text)) continue;
      const std::optional<double> number = number_from_text(text);
      if (!number || *number < 0 || *number > kMostBeds || *number != std::floor(*number)) {
        return wrong({fmt::format("\"{}\" is geen aantal bedden.", text),
                      fmt::format("\"{}\" is no number of beds.", text)});
      }
      *beds = static_cast<int>(*number);
    }
    if (const std::string text = cell(from, Overnight); !is_nothing(text)) {
      row.is_overnight = yes_no_from_text(text);
      if (!row.is_overnight) {
        return wrong({fmt::format("\"{}\" bij overnachting is geen ja en geen nee.", text),
                      fmt::format("\"{}\" under overnight is neither yes nor no.", text)});
      }
    }
    if (!row.number.empty()) {
      const auto [at, is_new] = row_of.try_emplace(key_of(row.number), row.row);
      if (!is_new) {
        return wrong({fmt::format("Ruimtenummer {} staat ook in rij {}.", row.number, at->second),
                      fmt::format("Room number {} is also in row {}.", row.number, at->second)});
      }
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

namespace {

constexpr double kLargestDifference = 0.03;  // of the measured area
constexpr double kRounding = 0.05;           // m2: lists round to 0.1

bool is_total(const RoomRow& row) {
  const std::string name = fold(row.name);
  return name.starts_with("totaal") || name.starts_with("subtotaal") || name.starts_with("total") ||
         name.starts_with("summe");
}

UnitId unit_of(Project& project, Building& building, const std::string& name) {
  for (const Unit& unit : building.units) {
    if (fold(unit.name) == fold(name)) return unit.id;
  }
  building.units.push_back({{project.next.unit++}, name, "", std::nullopt, std::nullopt});
  return building.units.back().id;
}

void fill(Space& space, const RoomRow& row, bool is_first) {
  if (!row.name.empty()) space.name = row.name;
  if (!row.building_function.empty()) space.building_function = row.building_function;
  if (!row.opening_hours.empty()) space.opening_hours = row.opening_hours;
  if (row.access != Access::Unknown) space.access = row.access;
  if (is_first && row.beds) space.beds = row.beds;
  if (is_first && row.area_m2) space.stated_area_m2 = row.area_m2;
  if (space.use != Use::Unknown && !space.use_is_suggested) return;
  if (row.use) {
    space.use = *row.use;
    space.use_is_suggested = false;
  } else if (const std::optional<Use> guess = suggest_use(space.name)) {
    space.use = *guess;
    space.use_is_suggested = true;
  }
}

bool agree(const std::string& a, const std::string& b) {
  return fold(squeeze(a)) == fold(squeeze(b));
}
template <typename T>
bool agree(const std::optional<T>& a, const std::optional<T>& b) {
  return a == b;
}

// What the rows of one unit, in the order of the list, say of it as a whole.
class UnitStatement {
 public:
  UnitStatement(std::vector<const RoomRow*> rows, std::string file, std::vector<Finding>& findings)
      : rows_(std::move(rows)), file_(std::move(file)), findings_(findings) {}

  void fill(Unit& unit) {
    take(unit.kind, &RoomRow::unit_kind, unit, {"een andere soort", "different kinds"});
    take(unit.beds, &RoomRow::unit_beds, unit, {"een ander aantal bedden", "different beds"});
    take(unit.is_overnight, &RoomRow::is_overnight, unit,
         {"iets anders over overnachting", "different things on staying overnight"});
  }

 private:
  template <typename T>
  void take(T& ours, T RoomRow::*said, const Unit& unit, const Text& what) {
    const RoomRow* first = nullptr;
    for (const RoomRow* row : rows_) {
      if (row->*said == T()) continue;
      if (first == nullptr) {
        first = row;
      } else if (!agree(row->*said, first->*said)) {
        report(*first, *row, unit, what);
        return;
      }
    }
    if (first != nullptr) ours = first->*said;
  }

  void report(const RoomRow& a, const RoomRow& b, const Unit& unit, const Text& what) {
    findings_.push_back(
        {finding::kUnitContradicted,
         Severity::Warning,
         {fmt::format("Rij {} en rij {} van {} zeggen {} van afdeling \"{}\"; geen van beide is "
                      "overgenomen.",
                      a.row, b.row, file_, what.nl, unit.name),
          fmt::format("Rows {} and {} of {} state {} of unit \"{}\"; neither was taken.", a.row,
                      b.row, file_, what.en, unit.name)},
         "",
         fmt::format("{}: row {}", file_, b.row),
         std::nullopt});
  }

  std::vector<const RoomRow*> rows_;
  std::string file_;
  std::vector<Finding>& findings_;
};

}  // namespace

Project with_room_list(Project project, const std::vector<RoomRow>& rows, const std::string& file,
                       const std::map<SpaceId, double>& areas_m2) {
  std::map<std::string, const RoomRow*> row_of;
  for (const RoomRow& row : rows) {
    if (!row.number.empty()) row_of[key_of(row.number)] = &row;
  }
  std::set<const RoomRow*> used;
  std::vector<Finding>& findings = project.import_findings;
  const auto place_of = [&](const RoomRow& row) {
    return fmt::format("{}: row {}", file, row.row);
  };

  for (Building& building : project.buildings) {
    std::map<UnitId, std::set<const RoomRow*>> rows_of;  // pointers into one list: in its order
    for (std::shared_ptr<const Storey>& shared : building.storeys) {
      Storey storey = *shared;
      for (Space& space : storey.spaces) {
        if (space.number.empty()) continue;
        const auto at = row_of.find(key_of(space.number));
        if (at == row_of.end()) {
          if (space.use == Use::Void) continue;
          findings.push_back({finding::kRoomWithoutRow,
                              Severity::Warning,
                              {fmt::format("Ruimte {} staat niet in {}.", space.number, file),
                               fmt::format("Space {} is not in {}.", space.number, file)},
                              storey.name,
                              to_string(space.id),
                              space.anchor});
          continue;
        }
        const RoomRow& row = *at->second;
        fill(space, row, used.insert(&row).second);
        if (!row.unit.empty()) space.unit = unit_of(project, building, row.unit);
        rows_of[space.unit].insert(&row);
        const auto measured = areas_m2.find(space.id);
        if (!row.area_m2 || measured == areas_m2.end() || measured->second <= 0) continue;
        const double difference = std::abs(*row.area_m2 - measured->second);
        if (difference <= kLargestDifference * measured->second + kRounding) continue;
        findings.push_back(
            {finding::kAreaDiffers,
             Severity::Warning,
             {fmt::format("Ruimte {} is {} m² volgens {} en {} m² volgens de tekening.",
                          space.number, format_number(*row.area_m2, 1, Lang::Nl), file,
                          format_number(measured->second, 1, Lang::Nl)),
              fmt::format("Space {} is {} m² in {} and {} m² in the drawing.", space.number,
                          format_number(*row.area_m2, 1, Lang::En), file,
                          format_number(measured->second, 1, Lang::En))},
             storey.name,
             to_string(space.id),
             space.anchor});
      }
      shared = std::make_shared<const Storey>(std::move(storey));
    }
    for (Unit& unit : building.units) {
      const std::set<const RoomRow*>& said = rows_of[unit.id];
      UnitStatement({said.begin(), said.end()}, file, findings).fill(unit);
    }
  }
  for (const RoomRow& row : rows) {
    if (!row.use_text.empty() && !row.use) {
      findings.push_back(
          {finding::kUseNotUnderstood,
           Severity::Warning,
           {fmt::format("Het gebruik \"{}\" van ruimte {} is niet bekend.", row.use_text,
                        row.number),
            fmt::format("The use \"{}\" of space {} is not known.", row.use_text, row.number)},
           "",
           place_of(row),
           std::nullopt});
    }
    if (used.contains(&row) || (row.number.empty() && is_total(row))) continue;
    findings.push_back(
        {finding::kRowWithoutRoom, Severity::Warning,
         row.number.empty()
             ? Text{fmt::format("Rij {} van {} heeft geen ruimtenummer.", row.row, file),
                    fmt::format("Row {} of {} has no room number.", row.row, file)}
             : Text{fmt::format("Ruimte {} uit {} staat niet op de plattegrond.", row.number, file),
                    fmt::format("Space {} of {} is not on the plan.", row.number, file)},
         "", place_of(row), std::nullopt});
  }
  return project;
}

}  // namespace trefpunt
