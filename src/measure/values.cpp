// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace trefpunt {

Value value_of(YesNo answer, const Text& not_known) {
  switch (answer) {
    case YesNo::Yes:
      return 1.0;
    case YesNo::No:
      return 0.0;
    case YesNo::Unknown:
      break;
  }
  return Range{0, 1, not_known};
}

void Tally::add(YesNo answer) {
  switch (answer) {
    case YesNo::Yes:
      ++yes;
      return;
    case YesNo::No:
      ++no;
      return;
    case YesNo::Unknown:
      ++unknown;
      return;
  }
}

Value Tally::share(const Text& not_known) const {
  TP_CHECK(total() > 0);
  const double all = total();
  return between(yes / all, (yes + unknown) / all, not_known);
}

Value between(double low, double high, const Text& not_known) {
  TP_CHECK(low <= high + 1e-9);
  if (high - low <= 1e-9) return low;
  return Range{low, high, not_known};
}

Value distance_between(double best, double worst, const Text& not_known, const Text& no_way) {
  if (std::isinf(best)) return NotComputed{no_way};
  if (!std::isinf(worst)) return between(best, std::max(best, worst), not_known);
  return NotComputed{{fmt::format("{} Laat alles wat niet bekend is door, dan is het {} m.",
                                  not_known.nl, format_number(best, 1, Lang::Nl)),
                      fmt::format("{} If all that is not known lets people pass, it is {} m.",
                                  not_known.en, format_number(best, 1, Lang::En))}};
}

std::optional<double> nearest_rank(std::vector<double> values, double share) {
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  const double rank = std::ceil(share * static_cast<double>(values.size()) - 1e-9);
  return values[static_cast<std::size_t>(std::max(1.0, rank)) - 1];
}

Text counted(int count, const Text& one, const Text& many) {
  const Text& noun = count == 1 ? one : many;
  return {fmt::format("{} {}", count, noun.nl), fmt::format("{} {}", count, noun.en)};
}

}  // namespace trefpunt
