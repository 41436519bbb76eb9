// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/drawing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/check.h"
#include "report/drawing_colours.h"
#include "report/plan_names.h"

namespace trefpunt {

namespace {

constexpr std::size_t kMostListed = 6;

// "0.10 Spreekkamer, 0.11 Wijkteam en nog 3".
std::string listed(const std::vector<std::string>& names, Lang lang) {
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kMostListed); ++i) {
    text += (i ? ", " : "") + names[i];
  }
  if (names.size() > kMostListed) {
    text += fmt::format(fmt::runtime(lang == Lang::Nl ? " en nog {}" : " and {} more"),
                        names.size() - kMostListed);
  }
  return text;
}

std::string counted(std::size_t count, const char* one, const char* many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

// What stands on the storey when it is coloured by use.
std::string about_uses(const Building& building, const Storey& storey, Lang lang) {
  const bool nl = lang == Lang::Nl;
  const PlanNames names(building);
  std::vector<std::string> meeting;
  std::size_t unknown = 0;
  for (const Space& space : storey.spaces) {
    if (is_meeting_place(space.use)) meeting.push_back(names.label(to_string(space.id), lang));
    if (space.use == Use::Unknown) ++unknown;
  }
  std::string text =
      fmt::format("{} {}, {}.", nl ? "Plattegrond met" : "Floor plan with",
                  counted(storey.spaces.size(), nl ? "ruimte" : "space", nl ? "ruimten" : "spaces"),
                  counted(storey.doors.size(), nl ? "deur of doorgang" : "door or opening",
                          nl ? "deuren en doorgangen" : "doors and openings"));
  if (meeting.empty()) {
    text += nl ? " Er is geen ontmoetingsplek bekend." : " No meeting place is known.";
  } else {
    text += (nl ? " Plekken om te ontmoeten: " : " Places to meet: ") + listed(meeting, lang) + ".";
  }
  if (unknown > 0) {
    text += fmt::format(
        fmt::runtime(nl ? " Van {} is het gebruik niet bekend." : " The use of {} is not known."),
        counted(unknown, nl ? "ruimte" : "space", nl ? "ruimten" : "spaces"));
  }
  return text;
}

bool has_unit(const Storey& storey, const std::string& unit) {
  return std::any_of(storey.spaces.begin(), storey.spaces.end(), [&](const Space& space) {
    return space.unit && to_string(space.unit) == unit;
  });
}

// What the rows on the storey say.
std::string about_rows(const Building& building, const DrawingOptions& options, Lang lang) {
  const bool nl = lang == Lang::Nl;
  const PlanNames names(building);
  const auto storey = static_cast<std::size_t>(options.storey);
  const Outcome& outcome = *options.outcome;
  const MeasureInfo& info = *options.info;
  const YesNoWords words = yes_no_of(info, lang);
  std::vector<std::string> yes, no, unknown;
  std::vector<double> numbers;
  for (const Row& row : outcome.rows) {
    const PlanName* name = names.find(row.object);
    if (!name) continue;
    const bool is_here = name->storey < 0 ? has_unit(*building.storeys[storey], row.object)
                                          : name->storey == options.storey;
    if (!is_here) continue;
    const double* number = std::get_if<double>(&row.value);
    if (number && !words.empty()) {
      (*number >= 0.5 ? yes : no).push_back(names.label(row.object, lang));
    } else if (number && std::isfinite(*number)) {
      numbers.push_back(*number);
    } else if (!std::holds_alternative<NotApplicable>(row.value)) {
      unknown.push_back(names.label(row.object, lang));
    }
  }
  std::string text;
  if (!words.empty() && yes.size() + no.size() > 0) {
    text += fmt::format(" {}: {}. {}: {}", capitalised(words.yes), yes.size(),
                        capitalised(words.no), no.size());
    text += no.empty() ? "." : " (" + listed(no, lang) + ").";
  } else if (!numbers.empty()) {
    const auto [low, high] = std::minmax_element(numbers.begin(), numbers.end());
    const std::string unit = info.row_unit.empty() ? "" : " " + info.row_unit.in(lang);
    const std::string lowest = format_short(*low, row_decimals(info), lang);
    if (*low == *high) {
      text += nl ? " Uitkomst: " : " Result: ";
      if (numbers.size() > 1) text += fmt::format("{} {} ", numbers.size(), nl ? "keer" : "times");
      text += lowest + unit + ".";
    } else {
      text += fmt::format(
          fmt::runtime(nl ? " {} uitkomsten, van {} tot {}{}." : " {} results, from {} to {}{}."),
          numbers.size(), lowest, format_short(*high, row_decimals(info), lang), unit);
    }
  }
  if (!unknown.empty()) {
    text += (nl ? " Niet te bepalen: " : " Cannot be determined: ") + listed(unknown, lang) + ".";
  }
  std::vector<std::string> places;
  for (const PlanPlace& place : outcome.places) {
    if (place.storey == options.storey) places.push_back(names.label(place.object, lang));
  }
  const bool is_said = std::all_of(places.begin(), places.end(), [&](const std::string& place) {
    return std::find(no.begin(), no.end(), place) != no.end();
  });
  if (!is_said) {
    text +=
        (nl ? " Plekken om naar te kijken: " : " Places to look at: ") + listed(places, lang) + ".";
  }
  return text;  // begins with a space, unless it is empty
}

std::string name_of_storey(const Building& building, int storey) {
  TP_CHECK(storey >= 0 && storey < static_cast<int>(building.storeys.size()));
  const std::string name =
      capitalised(squeeze(building.storeys[static_cast<std::size_t>(storey)]->name));
  return name.empty() ? "" : name + ": ";
}

}  // namespace

Text drawing_finding(const Building& building, const DrawingOptions& options) {
  const std::string name = name_of_storey(building, options.storey);
  const auto say = [&](Lang lang) {
    const std::string found = about_rows(building, options, lang);
    return found.empty() ? "" : name + found.substr(1);
  };
  return {say(Lang::Nl), say(Lang::En)};
}

Text drawing_alternative(const Building& building, const BuildingResult&,
                         const DrawingOptions& options) {
  const std::string name = name_of_storey(building, options.storey);
  const Storey& storey = *building.storeys[static_cast<std::size_t>(options.storey)];
  const auto say = [&](Lang lang) {
    if (!options.outcome) return name + about_uses(building, storey, lang);
    return name + options.info->name.in(lang) + "." + about_rows(building, options, lang);
  };
  return {say(Lang::Nl), say(Lang::En)};
}

}  // namespace trefpunt
