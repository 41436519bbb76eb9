// SPDX-License-Identifier: GPL-3.0-or-later
// On how many days pairs meet: the model of a pair held against an office and a conference.
#include <algorithm>
#include <cmath>
#include <map>

#include "contacts.h"
#include "encounter/repeats.h"

using namespace trefpunt;

namespace {

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

// Shares of all pairs of people: who never meet, and who meet on at least 2, 3 and 4 days.
struct Shares {
  double never = 0, twice = 0, thrice = 0, four = 0;
  void add(const Shares& other) {
    never += other.never;
    twice += other.twice;
    thrice += other.thrice;
    four += other.four;
  }
};

struct Span {
  int first = 0, last = 0;  // days, the last left out
  int days() const { return last - first; }
};

// How the mean daily chance of a pair of departments becomes a hazard.
enum class Fit {
  SameMean,  // with frailty they meet on as many days in all as without
  Program    // H = -ln(1 - P), as the program: with frailty the same expected number of encounters
};

class PairModel {
 public:
  // `by_presence`: a pair can only meet on days on which both had any contact at all.
  PairModel(const ContactData& data, bool by_presence, bool by_group = true)
      : data_(data), by_presence_(by_presence), by_group_(by_group) {
    there_.assign(data.group.size(), std::vector<bool>(at(data.days), false));
    for (const Met& met : merged(data, kMergeGap)) {
      there_[at(met.a)][at(met.day)] = there_[at(met.b)][at(met.day)] = true;
      auto& on = met_[{met.a, met.b}];
      on.resize(at(data.days), false);
      on[at(met.day)] = true;
    }
  }

  Span all() const { return {0, data_.days}; }
  Span first_half() const { return {0, data_.days / 2}; }
  Span second_half() const { return {data_.days / 2, data_.days}; }

  Shares observed(Span span) const {
    Shares shares;
    each_pair([&](int a, int b) {
      const int days = days_met(a, b, span);
      const auto at_least = [&](int times) { return days >= times ? 1.0 : 0.0; };
      shares.add({1 - at_least(1), at_least(2), at_least(3), at_least(4)});
    });
    return per_pair(shares);
  }

  // One mean daily chance for each pair of departments, from the days of `from`.
  Shares predicted(Span from, Span span, double kappa, Fit fit) const {
    const std::vector<double> chance = chances(from);
    Shares shares;
    std::map<std::pair<double, int>, Shares> known;
    each_pair([&](int a, int b) {
      const std::pair<double, int> key = {chance[cell(a, b)], days_together(a, b, span)};
      const auto [found, is_new] = known.try_emplace(key);
      if (is_new) found->second = shares_of(key.first, key.second, kappa, fit);
      shares.add(found->second);
    });
    return per_pair(shares);
  }

  // The kappa that gives the observed share of pairs that never meet, all days fitted.
  double kappa_of_never() const {
    const double goal = observed(all()).never;
    double low = 0.01, high = 100;  // the share falls as kappa grows
    for (int i = 0; i < 40; ++i) {
      const double middle = std::sqrt(low * high);
      (predicted(all(), all(), middle, Fit::SameMean).never > goal ? low : high) = middle;
    }
    return low;
  }

 private:
  static Shares shares_of(double chance, int days, double kappa, Fit fit) {
    if (days == 0 || chance <= 0) return {1, 0, 0, 0};
    WeekHazards hazards;
    hazards.fill(fit == Fit::Program || std::isinf(kappa)
                     ? -std::log1p(-chance)
                     : kappa * (std::pow(1 - chance, -1 / kappa) - 1));
    const auto at_least = [&](int times) {
      return times > days ? 0 : repeat_chance(hazards, times, days, kappa);
    };
    return {1 - at_least(1), at_least(2), at_least(3), at_least(4)};
  }

  template <typename Work>
  void each_pair(Work work) const {
    const int people = static_cast<int>(data_.group.size());
    for (int a = 0; a < people; ++a) {
      for (int b = a + 1; b < people; ++b) work(a, b);
    }
  }
  Shares per_pair(const Shares& sums) const {
    const double people = static_cast<double>(data_.group.size());
    const double pairs = people * (people - 1) / 2;
    return {sums.never / pairs, sums.twice / pairs, sums.thrice / pairs, sums.four / pairs};
  }
  std::size_t cell(int a, int b) const {
    if (!by_group_) return 0;
    const auto [g, h] = std::minmax(data_.group[at(a)], data_.group[at(b)]);
    return at(g * data_.groups + h);
  }
  int days_met(int a, int b, Span span) const {
    const auto found = met_.find({a, b});
    if (found == met_.end()) return 0;
    const auto begin = found->second.begin();
    return static_cast<int>(std::count(begin + span.first, begin + span.last, true));
  }
  int days_together(int a, int b, Span span) const {
    if (!by_presence_) return span.days();
    int days = 0;
    for (int d = span.first; d < span.last; ++d) {
      days += there_[at(a)][at(d)] && there_[at(b)][at(d)] ? 1 : 0;
    }
    return days;
  }
  std::vector<double> chances(Span from) const {
    std::vector<double> met(at(data_.groups * data_.groups), 0), together = met;
    each_pair([&](int a, int b) {
      met[cell(a, b)] += days_met(a, b, from);
      together[cell(a, b)] += days_together(a, b, from);
    });
    for (std::size_t i = 0; i < met.size(); ++i) {
      met[i] = together[i] > 0 ? met[i] / together[i] : 0;
    }
    return met;
  }

  const ContactData& data_;
  bool by_presence_, by_group_;
  std::vector<std::vector<bool>> there_;                  // per person and day
  std::map<std::pair<int, int>, std::vector<bool>> met_;  // per pair that ever met, and day
};

std::string row(const std::string& what, const Shares& shares, int days) {
  std::string text = fmt::format("| {} | {:.1f} |", what, 100 * shares.never);
  int times = 2;
  for (const double share : {shares.twice, shares.thrice, shares.four}) {
    text += times++ <= days ? fmt::format(" {:.2f} |", 100 * share) : std::string(" |");
  }
  return text;
}

std::vector<std::string> rows(const std::string& what, const PairModel& model, Span from,
                              Span span) {
  std::vector<std::string> all = {row(what + ", observed", model.observed(span), span.days())};
  for (const double kappa : kKappas) {
    const auto add = [&](Fit fit, const char* how) {
      all.push_back(row(fmt::format("{}, kappa {}{}", what, kappa, how),
                        model.predicted(from, span, kappa, fit), span.days()));
    };
    add(Fit::SameMean, "");
    if (!std::isinf(kappa)) add(Fit::Program, ", program");
  }
  return all;
}

constexpr double kNone = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("With frailty more pairs never meet and more meet often, as in the contact data",
          "[contacts]") {
  for (const ContactSet& set : {kOffice, kConference}) {
    const auto data = data_of(set);
    if (!data) return;
    const PairModel model(*data, true);
    const Shares seen = model.observed(model.all());
    const Shares with = model.predicted(model.all(), model.all(), 1, Fit::SameMean);
    const Shares without = model.predicted(model.all(), model.all(), kNone, Fit::SameMean);
    INFO(set.name);
    CHECK(std::abs(with.never - seen.never) < std::abs(without.never - seen.never));
    CHECK(std::abs(with.twice - seen.twice) < std::abs(without.twice - seen.twice));
    if (data->days < 4) continue;
    CHECK(std::abs(with.thrice - seen.thrice) < std::abs(without.thrice - seen.thrice));
    CHECK(std::abs(with.four - seen.four) < std::abs(without.four - seen.four));
  }
}

TEST_CASE("The three kappas of a report lie on both sides of the never-meet share that was seen",
          "[contacts]") {
  for (const ContactSet& set : {kOffice, kConference}) {
    const auto data = data_of(set);
    if (!data) return;
    const PairModel model(*data, true);
    const double kappa = model.kappa_of_never();
    INFO(set.name << ": kappa " << kappa);
    CHECK(kappa > kKappas[0]);
    CHECK(kappa < 10);
    check_stated({fmt::format("| {}, kappa of the never-meet share | {:.2f} |", set.name, kappa)});
  }
}

TEST_CASE("Second halves are predicted from first halves within the stated bands", "[contacts]") {
  for (const ContactSet& set : {kOffice, kConference}) {
    const auto data = data_of(set);
    if (!data) return;
    const PairModel model(*data, true);
    const Span later = model.second_half();
    const Shares seen = model.observed(later);
    for (const double kappa : kKappas) {
      const Shares shares = model.predicted(model.first_half(), later, kappa, Fit::Program);
      INFO(set.name << ", kappa " << kappa);
      CHECK(std::abs(shares.never - seen.never) < 0.03);
      CHECK(std::abs(shares.twice - seen.twice) < 0.005);
    }
  }
}

TEST_CASE("The page on validity states the days on which pairs met as they are", "[contacts]") {
  for (const ContactSet& set : {kOffice, kConference}) {
    const auto data = data_of(set);
    if (!data) return;
    const std::string name = set.name;
    const PairModel model(*data, true), always(*data, false), alike(*data, true, false);
    check_stated(rows(name, model, model.all(), model.all()));
    check_stated(rows(name + ", second half", model, model.first_half(), model.second_half()));
    check_stated({row(name + ", presence ignored, kappa 1",
                      always.predicted(always.all(), always.all(), 1, Fit::SameMean), data->days)});
    if (data->groups == 1) continue;
    for (const double kappa : kKappas) {
      check_stated(
          {row(fmt::format("{}, one mean for all, kappa {}", name, kappa),
               alike.predicted(alike.all(), alike.all(), kappa, Fit::SameMean), data->days)});
    }
  }
}
