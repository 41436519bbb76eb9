// SPDX-License-Identifier: GPL-3.0-or-later
// How long encounters last and when they fall: the model held against an office and a conference.
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "contacts.h"
#include "encounter/philox.h"
#include "encounter/starts.h"

using namespace trefpunt;

namespace {

double mean_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}
double deviation_of(const std::vector<double>& values) {
  const double mean = mean_of(values);
  double sum = 0;
  for (const double value : values) sum += (value - mean) * (value - mean);
  return std::sqrt(sum / static_cast<double>(values.size()));
}
double quantile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}
// Goh and Barabasi (2008): -1 a clock, 0 chance alone, 1 the utmost.
double burstiness(const std::vector<double>& gaps) {
  const double mean = mean_of(gaps), deviation = deviation_of(gaps);
  return (deviation - mean) / (deviation + mean);
}

// Minutes together of two stays that begin at any moment, given that it is at least one minute.
class Overlaps {
 public:
  Overlaps(double mean_dwell, double spread) : dwell_(dwell_of(mean_dwell, spread)) {}

  double share_below(double minutes) const {
    double below = 0, all = 0;
    each([&](double least, double partly, double wholly) {
      all += partly + wholly;
      below += minutes >= least ? partly + wholly : partly * (minutes - 1) / (least - 1);
    });
    return below / all;
  }
  double moment(int power) const {
    double sum = 0, all = 0;
    each([&](double least, double partly, double wholly) {
      all += partly + wholly;
      const double n = power + 1.0;
      sum +=
          wholly * std::pow(least, power) + partly * (std::pow(least, n) - 1) / (n * (least - 1));
    });
    return sum / all;
  }
  double quantile(double share) const {
    double low = 1, high = dwell_.back();
    for (int i = 0; i < 50; ++i) {
      ((share_below((low + high) / 2) < share) ? low : high) = (low + high) / 2;
    }
    return low;
  }

 private:
  // The shorter stay of both, and how many minutes of starts give a part of it and the whole of it.
  template <typename Work>
  void each(Work work) const {
    for (const double a : dwell_) {
      for (const double b : dwell_) {
        const double least = std::min(a, b);
        if (least > 1) work(least, 2 * (least - 1), std::abs(a - b));
      }
    }
  }
  Dwell dwell_;
};

// The mean dwell with which overlaps last as long on average as was seen.
Overlaps with_mean(double minutes, double spread) {
  double low = 1.01, high = 600;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    (Overlaps(middle, spread).moment(1) < minutes ? low : high) = middle;
  }
  return {low, spread};
}

// Encounters of one pair on one day: when they begin and end.
std::vector<std::vector<Met>> by_pair_day(const ContactData& data) {
  std::vector<std::vector<Met>> groups;
  for (const Met& met : merged(data, kMergeGap)) {
    const bool same = !groups.empty() && groups.back().front().a == met.a &&
                      groups.back().front().b == met.b && groups.back().front().day == met.day;
    if (!same) groups.emplace_back();
    groups.back().push_back(met);
  }
  return groups;
}

// Minutes between encounters of a pair on one day.
std::vector<double> gaps_of(const std::vector<std::vector<Met>>& pair_days) {
  std::vector<double> gaps;
  for (const auto& day : pair_days) {
    for (std::size_t i = 1; i < day.size(); ++i) {
      gaps.push_back((day[i].from_s - day[i - 1].to_s) / 60);
    }
  }
  return gaps;
}

// As the model has it: as many encounters, each at the time of anybody's encounter of that day.
std::vector<double> independent_gaps(const std::vector<std::vector<Met>>& pair_days) {
  std::map<int, std::vector<const Met*>> of_day;
  for (const auto& day : pair_days) {
    for (const Met& met : day) of_day[met.day].push_back(&met);
  }
  std::vector<double> gaps;
  std::uint32_t draw = 0;
  for (const auto& day : pair_days) {
    const auto& all = of_day[day.front().day];
    std::vector<const Met*> some;
    for (std::size_t i = 0; i < day.size(); ++i) {
      const auto words = philox({draw++, 0, 0, 0}, {1, 0});
      const double u = unit_interval(words[0], words[1]);
      some.push_back(all[static_cast<std::size_t>(u * static_cast<double>(all.size()))]);
    }
    std::sort(some.begin(), some.end(),
              [](const Met* one, const Met* other) { return one->from_s < other->from_s; });
    for (std::size_t i = 1; i < some.size(); ++i) {
      const double gap = some[i]->from_s - some[i - 1]->to_s;
      if (gap >= kMergeGap) gaps.push_back(gap / 60);  // else they would be one encounter
    }
  }
  return gaps;
}

// Of a pair's two meeting days, the share on which the first encounter begins at most 30 min apart.
double same_time_share(const std::vector<std::vector<Met>>& pair_days) {
  double same = 0, all = 0;
  for (std::size_t i = 0; i < pair_days.size(); ++i) {
    const Met& one = pair_days[i].front();
    for (std::size_t j = i + 1; j < pair_days.size(); ++j) {
      const Met& other = pair_days[j].front();
      if (other.a != one.a || other.b != one.b) break;
      all += 1;
      same += std::abs(other.from_s - one.from_s) <= 1800 ? 1 : 0;
    }
  }
  return same / all;
}
// The same for any two pair-days of different days: what the schedule alone gives.
double same_time_by_chance(const std::vector<std::vector<Met>>& pair_days) {
  double same = 0, all = 0;
  for (std::size_t i = 0; i < pair_days.size(); ++i) {
    for (std::size_t j = i + 1; j < pair_days.size(); ++j) {
      const Met &one = pair_days[i].front(), &other = pair_days[j].front();
      if (one.day == other.day) continue;
      all += 1;
      same += std::abs(other.from_s - one.from_s) <= 1800 ? 1 : 0;
    }
  }
  return same / all;
}

std::vector<double> minutes_of(const ContactData& data, double gap_s) {
  std::vector<double> minutes;
  for (const Met& met : merged(data, gap_s)) minutes.push_back(met.seconds() / 60);
  return minutes;
}
std::vector<double> counted(std::vector<double> minutes) {
  minutes.erase(std::remove_if(minutes.begin(), minutes.end(), [](double m) { return m < 1; }),
                minutes.end());
  return minutes;
}

std::string seen_row(const std::string& what, const std::vector<double>& minutes) {
  return fmt::format("| {} | {:.1f} | {:.1f} | {:.1f} | {:.1f} | {:.2f} |", what, mean_of(minutes),
                     quantile(minutes, 0.5), quantile(minutes, 0.9), quantile(minutes, 0.99),
                     deviation_of(minutes) / mean_of(minutes));
}
double variation(const Overlaps& overlaps) {
  const double mean = overlaps.moment(1);
  return std::sqrt(overlaps.moment(2) - mean * mean) / mean;
}
std::string model_row(const std::string& what, const Overlaps& overlaps) {
  return fmt::format("| {} | {:.1f} | {:.1f} | {:.1f} | {:.1f} | {:.2f} |", what,
                     overlaps.moment(1), overlaps.quantile(0.5), overlaps.quantile(0.9),
                     overlaps.quantile(0.99), variation(overlaps));
}

}  // namespace

TEST_CASE("Overlaps of two stays vary less in length than encounters that were seen",
          "[contacts]") {
  for (const ContactSet& set : {kOffice, kConference}) {
    const auto data = data_of(set);
    if (!data) return;
    const std::string name = set.name;
    const std::vector<double> all = minutes_of(*data, kMergeGap), some = counted(all);
    std::vector<std::string> rows = {
        seen_row(name + ", contacts as recorded", minutes_of(*data, 21)),
        seen_row(name + ", encounters (merged)", all),
        seen_row(name + ", encounters of 1 min or more", some)};
    for (const double spread : {0.0, 0.5, 1.0, 2.0}) {
      const Overlaps overlaps = with_mean(mean_of(some), spread);
      rows.push_back(
          model_row(fmt::format("{}, overlap, dwell spread {}", name, spread), overlaps));
      CHECK(variation(overlaps) < deviation_of(some) / mean_of(some));
    }
    rows.push_back(fmt::format(
        "| {}, share of encounters shorter than 1 min | {:.0f} % |", name,
        100 - 100 * static_cast<double>(some.size()) / static_cast<double>(all.size())));
    check_stated(rows);
  }
}

TEST_CASE("Encounters of a pair on one day come in bursts, which the model does not have",
          "[contacts]") {
  for (const ContactSet& set : {kOffice, kConference}) {
    const auto data = data_of(set);
    if (!data) return;
    const auto pair_days = by_pair_day(*data);
    const std::vector<double> seen = gaps_of(pair_days), model = independent_gaps(pair_days);
    CHECK(burstiness(seen) > burstiness(model));
    CHECK(quantile(seen, 0.5) < quantile(model, 0.5));
    const auto row = [&](const char* what, const std::vector<double>& gaps) {
      return fmt::format("| {}, {} | {:.0f} | {:.0f} | {:.2f} |", set.name, what,
                         quantile(gaps, 0.5), quantile(gaps, 0.9), burstiness(gaps));
    };
    const double per_day = static_cast<double>(merged(*data, kMergeGap).size()) /
                           static_cast<double>(pair_days.size());
    check_stated(
        {row("gaps observed", seen), row("gaps at independent times", model),
         fmt::format("| {}, encounters on a day that a pair meets | {:.2f} |", set.name, per_day)});
  }
}

TEST_CASE("Colleagues meet again at the same time of day more often than schedules give",
          "[contacts]") {
  for (const ContactSet& set : {kOffice, kConference}) {
    const auto data = data_of(set);
    if (!data) return;
    const auto pair_days = by_pair_day(*data);
    const double seen = same_time_share(pair_days), chance = same_time_by_chance(pair_days);
    // At the conference not: its two days had different programmes.
    if (set.name == kOffice.name) CHECK(seen > 1.5 * chance);
    check_stated({fmt::format("| {}, same half hour on two days | {:.1f} | {:.1f} |", set.name,
                              100 * seen, 100 * chance)});
  }
}
