// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/drawing_colours.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace trefpunt {

namespace {

// Light to dark in even steps of lightness, after the idea of cividis: readable in grey too.
constexpr Paint kSteps[] = {
    {0xfff3c2, Hatch::None, 0},           {0xeddc9f, Hatch::Dots, 0xa08f45},
    {0xd3c79a, Hatch::Rising, 0xa39762},  {0xb5babd, Hatch::Level, 0x8d9397},
    {0x98acce, Hatch::Falling, 0x6f86ad},
};
constexpr Paint kYes = {0xb9cbe4, Hatch::None, 0};
constexpr Paint kNo = {0xf6cf9a, Hatch::Rising, 0xb5741c};
constexpr Paint kNotKnown = {0xffffff, Hatch::Crossed, 0x9a9a9a};
constexpr Paint kNotApplicable = {0xececec, Hatch::None, 0};

double nice_step(double rough) {
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
    if (factor * power >= rough * (1 - 1e-9)) return factor * power;
  }
  return 10 * power;
}

// Lower bounds of at most five classes.
std::vector<double> breaks(const std::set<double>& numbers) {
  const double low = *numbers.begin();
  const double high = *numbers.rbegin();
  double step = nice_step((high - low) / 5);
  for (;;) {
    const double first = std::floor(low / step + 1e-9) * step;
    int count = static_cast<int>(std::floor((high - first) / step + 1e-9)) + 1;
    // A largest value on a bound closes the class below it.
    if (count > 1 && first + (count - 1) * step >= high - 1e-9) --count;
    if (count <= 5) {
      std::vector<double> bounds;
      for (int i = 0; i < count; ++i) bounds.push_back(first + i * step);
      return bounds;
    }
    step = nice_step(step * 1.01);
  }
}

// `count` paints spread over the whole scale.
Paint step_of(int index, int count) {
  const int last = static_cast<int>(std::size(kSteps)) - 1;
  return kSteps[count == 1 ? 1 : index * last / (count - 1)];
}

}  // namespace

UseGroup group_of(Use use) {
  if (is_meeting_place(use)) return UseGroup::Meeting;
  if (is_circulation(use)) return UseGroup::Circulation;
  if (is_private_room(use) || use == Use::Quiet) return UseGroup::Private;
  switch (use) {
    case Use::Waiting:
    case Use::Reception:
      return UseGroup::Waiting;
    case Use::Toilet:
    case Use::AccessibleToilet:
    case Use::Bathroom:
      return UseGroup::Wet;
    case Use::Outdoor:
      return UseGroup::Outdoor;
    case Use::Void:
      return UseGroup::Void;
    case Use::Unknown:
      return UseGroup::Unknown;
    default:
      return UseGroup::Work;
  }
}

Paint paint_of(UseGroup group) {
  switch (group) {
    case UseGroup::Meeting:
      return {0xf7d9a0, Hatch::Rising, 0xd9a64b};
    case UseGroup::Waiting:
      return {0xf7ebd2, Hatch::Dots, 0xb89a63};
    case UseGroup::Private:
      return {0xcddcee, Hatch::None, 0};
    case UseGroup::Circulation:
      return {0xf5f3ee, Hatch::None, 0};
    case UseGroup::Wet:
      return {0xcfe7e3, Hatch::Level, 0x8fc0b8};
    case UseGroup::Work:
      return {0xe4e1e8, Hatch::None, 0};
    case UseGroup::Outdoor:
      return {0xdfead2, Hatch::Dots, 0x93b36f};
    case UseGroup::Void:
      return {0xffffff, Hatch::Crossed, 0xb5b5b5};
    case UseGroup::Unknown:
      return {0xffffff, Hatch::Falling, 0xd6d6d6};
  }
  return {};
}

const Text& name_of(UseGroup group) {
  static const Text names[] = {
      {"Ontmoeten", "Meeting"},
      {"Wachten en ontvangen", "Waiting and reception"},
      {"Kamers en rust", "Private rooms and rest"},
      {"Lopen", "Circulation"},
      {"Sanitair", "Sanitary"},
      {"Werk en voorzieningen", "Work and services"},
      {"Buiten", "Outdoors"},
      {"Vide of schacht", "Void or shaft"},
      {"Gebruik onbekend", "Use unknown"},
  };
  return names[static_cast<std::size_t>(group)];
}

YesNoWords yes_no_of(const MeasureInfo& info, Lang lang) {
  const std::string& unit = info.row_unit.in(lang);
  const std::size_t comma = unit.find(", 0 = ");
  if (unit.rfind("1 = ", 0) != 0 || comma == std::string::npos) return {};
  YesNoWords words{unit.substr(4, comma - 4), unit.substr(comma + 6)};
  if (words.no == "niet" || words.no == "not") words.no += " " + words.yes;
  return words;
}

int row_decimals(const MeasureInfo& info) {
  return info.row_unit == info.unit ? info.decimals : 2;
}

std::string row_words(const Value& value, const MeasureInfo& info, Lang lang) {
  const int decimals = row_decimals(info);
  const YesNoWords words = yes_no_of(info, lang);
  if (const double* number = std::get_if<double>(&value)) {
    if (!words.empty() && *number == 1) return words.yes;
    if (!words.empty() && *number == 0) return words.no;
    return format_short(*number, decimals, lang);
  }
  if (const Range* range = std::get_if<Range>(&value)) {
    if (!words.empty()) return lang == Lang::Nl ? "niet te bepalen" : "cannot be determined";
    return format_short(range->low, decimals, lang) + (lang == Lang::Nl ? " tot " : " to ") +
           format_short(range->high, decimals, lang);
  }
  if (std::holds_alternative<NotApplicable>(value)) {
    return lang == Lang::Nl ? "niet van toepassing" : "not applicable";
  }
  return lang == Lang::Nl ? "niet te bepalen" : "cannot be determined";
}

RowColours colours_of(const Outcome& outcome, const MeasureInfo& info, Lang lang) {
  RowColours colours;
  const YesNoWords words = yes_no_of(info, lang);
  const std::string& unit = info.row_unit.in(lang);
  colours.title = info.name.in(lang);
  if (!info.row_name.empty()) colours.title += ", per " + info.row_name.in(lang);
  if (words.empty() && !unit.empty()) colours.title += ", in " + unit;

  std::set<double> numbers;
  bool any_unknown = false, any_not_applicable = false;
  for (const Row& row : outcome.rows) {
    if (const double* number = std::get_if<double>(&row.value)) {
      if (std::isfinite(*number)) {
        numbers.insert(*number);
      } else {
        any_unknown = true;
      }
    } else if (std::holds_alternative<NotApplicable>(row.value)) {
      any_not_applicable = true;
    } else {
      any_unknown = true;
    }
  }
  const int decimals = row_decimals(info);
  std::vector<double> bounds;
  if (!words.empty()) {
    colours.entries = {{kNo, words.no}, {kYes, words.yes}};
  } else if (numbers.size() <= 4) {
    bounds.assign(numbers.begin(), numbers.end());
    for (std::size_t i = 0; i < bounds.size(); ++i) {
      colours.entries.push_back({step_of(static_cast<int>(i), static_cast<int>(bounds.size())),
                                 format_short(bounds[i], decimals, lang)});
    }
  } else {
    bounds = breaks(numbers);
    const double step = bounds.size() > 1 ? bounds[1] - bounds[0] : 1;
    for (std::size_t i = 0; i < bounds.size(); ++i) {
      const std::string text = format_short(bounds[i], 2, lang) +
                               (lang == Lang::Nl ? " tot " : " to ") +
                               format_short(bounds[i] + step, 2, lang);
      colours.entries.push_back(
          {step_of(static_cast<int>(i), static_cast<int>(bounds.size())), text});
    }
  }
  const int unknown = static_cast<int>(colours.entries.size());
  if (any_unknown) {
    colours.entries.push_back(
        {kNotKnown, lang == Lang::Nl ? "niet te bepalen" : "cannot be determined"});
  }
  const int not_applicable = static_cast<int>(colours.entries.size());
  if (any_not_applicable) {
    colours.entries.push_back(
        {kNotApplicable, lang == Lang::Nl ? "niet van toepassing" : "not applicable"});
  }

  for (const Row& row : outcome.rows) {
    const double* number = std::get_if<double>(&row.value);
    if (!number || !std::isfinite(*number)) {
      colours.entry_of[row.object] =
          std::holds_alternative<NotApplicable>(row.value) ? not_applicable : unknown;
    } else if (!words.empty()) {
      colours.entry_of[row.object] = *number >= 0.5 ? 1 : 0;
    } else {
      const auto above = std::upper_bound(bounds.begin(), bounds.end(), *number + 1e-9);
      colours.entry_of[row.object] = std::max(0, static_cast<int>(above - bounds.begin()) - 1);
    }
  }
  return colours;
}

}  // namespace trefpunt
