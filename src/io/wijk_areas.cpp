// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/wijk_areas.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>

#include "base/text.h"

namespace trefpunt {

namespace {

constexpr double kMissing = -99990;  // CBS writes -99997 or -99999999 for what is not published
constexpr std::size_t kExamples = 3;

bool are_digits(std::string_view text) {
  return !text.empty() &&
         std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c); });
}

std::string code_of(const WijkSourceLayer& layer, const WijkFeature& feature, int column) {
  std::string code;
  for (const char c : layer.text(feature, column)) {
    if (c != ' ') code += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  return code;
}

// The first column of codes; the most precise of a layer that has them of several levels.
int code_column(const WijkSourceLayer& layer, const WijkColumns& columns) {
  const bool is_of_addresses = columns.has("house_number") || columns.has("year_built");
  for (const int column : columns.all("code")) {
    if (is_of_addresses &&
        column_key(layer.columns[static_cast<std::size_t>(column)]) == "postcode") {
      continue;
    }
    int good = 0, seen = 0;
    for (const WijkFeature& feature : layer.features) {
      const std::string code = code_of(layer, feature, column);
      if (code.empty()) continue;
      good += level_of_code(code).has_value();
      if (++seen == 200) break;
    }
    if (good * 2 > seen) return column;
  }
  return -1;
}

int year_in(const std::string& text) {
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    const std::string_view four = std::string_view(text).substr(i, 4);
    const bool starts = i == 0 || !std::isdigit(static_cast<unsigned char>(text[i - 1]));
    if (starts && are_digits(four) && (four.starts_with("19") || four.starts_with("20"))) {
      return std::stoi(std::string(four));
    }
  }
  return 0;
}

int year_of(const MappedLayer& layer, const WijkColumns& columns, const WijkFeature& feature) {
  const int stated = year_in(columns.text(feature, "year"));
  if (stated != 0) return stated;
  const int named = year_in(layer.source.name);
  return named != 0 ? named : year_in(layer.source.file);
}

std::optional<double> figure(const WijkColumns& columns, const WijkFeature& feature,
                             const std::string& role) {
  const std::optional<double> value = columns.number(feature, role);
  return value && *value > kMissing ? value : std::nullopt;
}

// Shares of people in percent of `whole` when the source gives numbers of people.
void take_share(std::optional<double>& to, const WijkColumns& columns, const WijkFeature& feature,
                const std::string& what, const std::optional<double>& whole) {
  if (const auto percent = figure(columns, feature, "percent_" + what)) {
    to = percent;
  } else if (const auto count = figure(columns, feature, "count_" + what);
             count && whole && *whole > 0) {
    to = 100 * *count / *whole;
  }
}

void take_figures(KeyFigures& to, const WijkColumns& columns, const WijkFeature& feature) {
  const auto take = [&](std::optional<double>& value, const char* role) {
    if (const auto found = figure(columns, feature, role)) value = found;
  };
  take(to.inhabitants, "inhabitants");
  take(to.households, "households");
  take(to.dwellings, "dwellings");
  take(to.percent_low_income, "percent_low_income");
  take(to.persons_per_household, "persons_per_household");
  take_share(to.percent_0_15, columns, feature, "0_15", to.inhabitants);
  take_share(to.percent_15_25, columns, feature, "15_25", to.inhabitants);
  take_share(to.percent_25_45, columns, feature, "25_45", to.inhabitants);
  take_share(to.percent_45_65, columns, feature, "45_65", to.inhabitants);
  take_share(to.percent_65_plus, columns, feature, "65_plus", to.inhabitants);
  take_share(to.percent_single_households, columns, feature, "single_households", to.households);
}

// Open sea and the like: "JA" of CBS, "B" in its older files.
bool is_water(const WijkColumns& columns, const WijkFeature& feature) {
  const std::string& water = columns.text(feature, "water");
  return yes_no_of(water).value_or(fold(water) == "b");
}

std::string examples_of(const std::vector<std::string>& codes) {
  std::string text;
  for (std::size_t i = 0; i < std::min(codes.size(), kExamples); ++i) {
    text += (i > 0 ? ", " : "") + codes[i];
  }
  return text + (codes.size() > kExamples ? " …" : "");
}

Error two_years(int one, int other, const std::string& where) {
  return {
      Code::BadInput,
      {fmt::format("Hier lopen twee jaren door elkaar ({} en {}); gebiedscodes veranderen, dus "
                   "neem alles van één jaar.",
                   one, other),
       fmt::format("Two years are mixed here ({} and {}); codes of areas change, so take all of "
                   "one year.",
                   one, other)},
      where};
}

using Areas = std::map<std::string, StatisticalArea*>;

// Rows whose code has no area are one finding for the table.
class Missed {
 public:
  void add(const std::string& code) {
    if (std::ranges::count(codes_, code) == 0 && codes_.size() <= kExamples) codes_.push_back(code);
    ++count_;
  }
  void report(const MappedLayer& layer, std::size_t rows, std::vector<Finding>& findings) const {
    if (count_ == 0) return;
    findings.push_back({finding::kCodeWithoutArea,
                        Severity::Warning,
                        {fmt::format("{} van de {} codes horen bij geen gebied, bijvoorbeeld {}.",
                                     count_, rows, examples_of(codes_)),
                         fmt::format("{} of {} codes belong to no area, for instance {}.", count_,
                                     rows, examples_of(codes_))},
                        "",
                        layer.source.file});
  }

 private:
  std::vector<std::string> codes_;
  int count_ = 0;
};

Status join_figures(MappedLayer& layer, const Areas& areas, WijkDraft& draft) {
  const WijkColumns columns = layer.columns();
  const int column = code_column(layer.source, columns);
  Missed missed;
  for (const WijkFeature& row : layer.source.features) {
    const std::string code = code_of(layer.source, row, column);
    if (code.empty()) continue;
    const auto area = areas.find(code);
    if (area == areas.end()) {
      missed.add(code);
      continue;
    }
    const int year = year_of(layer, columns, row);
    if (year != 0 && area->second->year != 0 && year != area->second->year) {
      return two_years(area->second->year, year, layer.source.file);
    }
    if (area->second->year == 0) area->second->year = year;
    take_figures(area->second->figures, columns, row);
    layer.made("areas");
  }
  missed.report(layer, layer.source.features.size(), draft.findings);
  return Done{};
}

std::string ages_of(const std::string& text) {
  if (text.find("18") != std::string::npos) return "18+";
  if (text.find("65") != std::string::npos) return "65+";
  return text;
}

// Of several ages the widest, of several periods the last; of margins only the estimate itself.
void join_loneliness(MappedLayer& layer, const Areas& areas, WijkDraft& draft) {
  const WijkColumns columns = layer.columns();
  Missed missed;
  for (const WijkFeature& row : layer.source.features) {
    const std::string margin = fold(columns.text(row, "margin"));
    if (margin.find("grens") != std::string::npos || margin.find("bound") != std::string::npos) {
      continue;
    }
    std::string code;
    for (const int column : columns.all("code")) {
      code = code_of(layer.source, row, column);
      if (level_of_code(code)) break;
    }
    const auto area = areas.find(code);
    if (area == areas.end()) {
      missed.add(code);
      continue;
    }
    Loneliness found;
    found.year = year_in(columns.text(row, "period"));
    found.ages = ages_of(columns.text(row, "ages"));
    found.percent_lonely = figure(columns, row, "lonely");
    found.percent_severely = figure(columns, row, "severely_lonely");
    found.percent_emotionally = figure(columns, row, "emotionally_lonely");
    found.percent_socially = figure(columns, row, "socially_lonely");
    std::optional<Loneliness>& kept = area->second->loneliness;
    const auto rank = [](const Loneliness& l) { return std::pair(l.year, l.ages == "18+"); };
    if (!kept) layer.made("areas");
    if (!kept || rank(found) > rank(*kept)) kept = found;
  }
  missed.report(layer, layer.source.features.size(), draft.findings);
}

Status check_years(const std::vector<StatisticalArea>& areas) {
  std::map<AreaLevel, const StatisticalArea*> first;
  for (const StatisticalArea& area : areas) {
    if (area.year == 0) continue;
    const StatisticalArea& other = *first.try_emplace(area.level, &area).first->second;
    if (other.year != area.year) {
      return two_years(other.year, area.year, fmt::format("{}, {}", other.code, area.code));
    }
  }
  return Done{};
}

}  // namespace

std::optional<AreaLevel> level_of_code(const std::string& code) {
  const std::string_view text = code;
  const auto is_word = [](std::string_view part) {
    return std::ranges::all_of(part, [](unsigned char c) { return std::isalnum(c); });
  };
  if (text.size() == 10 && text.starts_with("BU") && is_word(text)) return AreaLevel::Buurt;
  if (text.size() == 8 && text.starts_with("WK") && is_word(text)) return AreaLevel::Wijk;
  if (text.size() == 6 && text.starts_with("GM") && are_digits(text.substr(2))) {
    return AreaLevel::Gemeente;
  }
  const std::size_t north = text.find('N');
  if (text.size() >= 8 && text[0] == 'E' && north != std::string_view::npos && north >= 3 &&
      are_digits(text.substr(1, north - 1)) && are_digits(text.substr(north + 1))) {
    return AreaLevel::Square100m;
  }
  if (text.size() == 6 && are_digits(text.substr(0, 4)) &&
      std::isupper(static_cast<unsigned char>(text[4])) &&
      std::isupper(static_cast<unsigned char>(text[5]))) {
    return AreaLevel::Postcode6;
  }
  return std::nullopt;
}

bool has_area_codes(const WijkSourceLayer& layer, const WijkColumns& columns) {
  return code_column(layer, columns) >= 0;
}

void add_areas(MappedLayer& layer, WijkDraft& draft) {
  std::vector<StatisticalArea>& areas = WijkDraft::given(draft.areas);
  const WijkColumns columns = layer.columns();
  const int column = code_column(layer.source, columns);
  Unread unread;
  int without_code = 0;
  for (WijkFeature& feature : layer.source.features) {
    if (feature.polygons.empty()) continue;
    if (has_ended(columns, feature)) {
      ++unread.ended;
      continue;
    }
    StatisticalArea area;
    area.code = code_of(layer.source, feature, column);
    area.name = columns.text(feature, "name");
    if (fold(area.name) == "buitenland") continue;  // a row of CBS for who lives abroad
    if (area.code.empty()) {
      ++without_code;
      area.code = area.name.empty() ? feature.id : area.name;
    }
    area.level = level_of_code(area.code).value_or(AreaLevel::Wijk);
    area.wijk_code = code_of(layer.source, feature, columns.first("wijk_code"));
    area.gemeente_code = code_of(layer.source, feature, columns.first("gemeente_code"));
    area.gemeente = columns.text(feature, "gemeente");
    area.is_water = is_water(columns, feature);
    area.year = year_of(layer, columns, feature);
    take_figures(area.figures, columns, feature);
    area.parts = std::move(feature.polygons);
    areas.push_back(std::move(area));
    layer.made("areas");
  }
  unread.report(layer, {}, draft.findings);
  if (without_code > 0) {
    draft.findings.push_back(
        {finding::kAreaWithoutCode,
         Severity::Warning,
         {fmt::format("{} gebieden hebben geen code van het CBS; hun naam is de sleutel, dus "
                      "kerncijfers zijn er niet bij te zoeken.",
                      without_code),
          fmt::format("{} areas have no CBS code; their name is the key, so key figures cannot be "
                      "joined.",
                      without_code)},
         "",
         layer.where()});
  }
}

Status join_tables(std::vector<MappedLayer>& layers, WijkDraft& draft) {
  Areas by_code;
  if (draft.areas) {
    if (Status status = check_years(*draft.areas); !status) return status;
    // Of a land row and a water row with the same code the land row gets the figures.
    for (StatisticalArea& area : *draft.areas) {
      StatisticalArea*& kept = by_code.try_emplace(area.code, &area).first->second;
      if (kept->is_water && !area.is_water) kept = &area;
    }
  }
  for (MappedLayer& layer : layers) {
    if (layer.mapping.meaning == WijkMeaning::KeyFigures) {
      if (Status status = join_figures(layer, by_code, draft); !status) return status;
    } else if (layer.mapping.meaning == WijkMeaning::Loneliness) {
      join_loneliness(layer, by_code, draft);
    }
  }
  return Done{};
}

}  // namespace trefpunt
