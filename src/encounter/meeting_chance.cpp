// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

#include "base/check.h"
#include "encounter/starts.h"

namespace trefpunt {

namespace {

// Two kinds of starts, 0 and 1. A start of kind k meets a start of the other kind that follows it
// within window[k].
using Windows = std::array<double, 2>;

// A stretch of the day in which both rates are constant; rate[k] per minute.
struct Stretch {
  double from, to;
  std::array<double, 2> rate;
  bool idle() const { return rate[0] <= 0 && rate[1] <= 0; }
};
constexpr double kRounding = 1e-9;

// Stretches that follow each other; as a circle, the last ends a day after the first begins.
using Stretches = std::vector<Stretch>;

// Stays too short to overlap anyone are no starts: the share of the others, and their windows.
struct LongEnough {
  double share = 0, mean = 0, longest = 0;
  std::array<double, kDwellClasses> window{};
  std::size_t count = 0;  // of different windows, each as likely
};

LongEnough long_enough(const Dwell& dwell, double overlap_min) {
  LongEnough of;
  for (const double tau : dwell) {
    if (tau < overlap_min) continue;
    of.share += 1.0 / kDwellClasses;
    of.window[of.count++] = tau - overlap_min;
    of.longest = std::max(of.longest, tau - overlap_min);
  }
  if (of.count > 0 && of.window[0] == of.longest) of.count = 1;
  for (std::size_t i = 0; i < of.count; ++i) {
    of.mean += of.window[i] / static_cast<double>(of.count);
  }
  return of;
}

// Leaves so many starts of a kind that exp(their number) is finite: the chance that none meets is
// nothing long before. Returns the share that is left.
double thin(LongEnough& of, const Starts& starts) {
  constexpr double kMostStarts = 300;
  const double kept = std::min(1.0, kMostStarts / (of.share * mean_number(starts)));
  of.share *= kept;
  return kept;
}

double highest_rate(const Starts& starts) {
  double rate = 0;
  for (const StartPiece& piece : starts) rate = std::max(rate, piece.per_min);
  return rate;
}

Stretches circle_of(const Starts& a, double share_a, const Starts& b, double share_b) {
  std::vector<double> times = {0, kDayMin};
  for (const Starts* starts : {&a, &b}) {
    for (const StartPiece& piece : *starts) {
      times.push_back(piece.from_min);
      times.push_back(piece.to_min);
    }
  }
  std::sort(times.begin(), times.end());
  Stretches circle;
  circle.reserve(times.size());
  auto in_a = a.begin(), in_b = b.begin();
  const auto rate_at = [](Starts::const_iterator& piece, const Starts& starts, double time) {
    while (piece != starts.end() && piece->to_min <= time) ++piece;
    return piece != starts.end() && piece->from_min <= time ? piece->per_min : 0;
  };
  for (std::size_t i = 0; i + 1 < times.size(); ++i) {
    if (times[i] == times[i + 1]) continue;
    const std::array<double, 2> rate = {share_a * rate_at(in_a, a, times[i]),
                                        share_b * rate_at(in_b, b, times[i])};
    if (!circle.empty() && circle.back().rate == rate) {
      circle.back().to = times[i + 1];
    } else {
      circle.push_back({times[i], times[i + 1], rate});
    }
  }
  if (circle.size() > 1 && circle.front().rate == circle.back().rate) {
    circle.back().to = circle.front().to + kDayMin;
    circle.erase(circle.begin());
  }
  return circle;
}

// Looks along the circle from before (or from) stretch i.
class Around {
 public:
  explicit Around(const Stretches& circle) : circle_(circle), n_(circle.size()) {}

  // The nearest stretch before stretch i with starts of this kind; its time on the line of i.
  Stretch last(std::size_t i, std::size_t kind) const {
    for (std::size_t back = 1; back <= n_; ++back) {
      const Stretch& at = circle_[(i + n_ - back) % n_];
      if (at.rate[kind] > 0) return moved(at, back > i ? -kDayMin : 0);
    }
    return {-kDayMin, -kDayMin, {}};
  }
  // As last(), from stretch i on.
  Stretch next(std::size_t i, std::size_t kind) const {
    for (std::size_t on = 0; on < n_; ++on) {
      const Stretch& at = circle_[(i + on) % n_];
      if (at.rate[kind] > 0) return moved(at, i + on >= n_ ? kDayMin : 0);
    }
    return {2 * kDayMin, 2 * kDayMin, {}};
  }

 private:
  static Stretch moved(const Stretch& stretch, double by) {
    return {stretch.from + by, stretch.to + by, stretch.rate};
  }
  const Stretches& circle_;
  std::size_t n_;
};

// Starts out of reach of any of the other kind meet nobody: without them there is less to solve.
Stretches without_unreachable(const Stretches& circle, const Windows& window) {
  const Around around(circle);
  Stretches kept;
  kept.reserve(circle.size() + 4);
  for (std::size_t i = 0; i < circle.size(); ++i) {
    const Stretch& at = circle[i];
    if (at.idle() || (at.rate[0] > 0 && at.rate[1] > 0)) {
      kept.push_back(at);
      continue;
    }
    const std::size_t kind = at.rate[0] > 0 ? 0 : 1, other = 1 - kind;
    const double reached = around.last(i, other).to + window[other];
    const double reaches = around.next(i, other).from - window[kind];
    const double rest_from = std::clamp(reached, at.from, at.to);
    const double rest_to = std::clamp(reaches, at.from, at.to);
    if (rest_from >= rest_to) {
      kept.push_back(at);
      continue;
    }
    if (at.from < rest_from) kept.push_back({at.from, rest_from, at.rate});
    kept.push_back({rest_from, rest_to, {}});
    if (rest_to < at.to) kept.push_back({rest_to, at.to, at.rate});
  }
  return kept;
}

// About how many pairs meet across the beginning of stretch i; 0: exactly none.
double pairs_across(const Stretches& circle, std::size_t i, const Windows& window) {
  const Around around(circle);
  double pairs = 0;
  for (std::size_t kind = 0; kind < 2; ++kind) {
    const Stretch before = around.last(i, kind), after = around.next(i, 1 - kind);
    const double within = window[kind] - (after.from - before.to);
    if (within < kRounding) continue;
    pairs += before.rate[kind] * after.rate[1 - kind] * within * within;
  }
  return pairs;
}

// A run of stretches of which no start meets one outside: the pairs that meet, and eta of
// H = chance pairs / (1 + eta).
struct Cluster {
  double pairs = 0, eta = 0;
};

// Values of a function on a grid, 0 before it; read over a step, some steps ago, as the mean of the
// lines between the grid's points.
constexpr int kMaxSteps = 1024;
struct History {
  explicit History(double delay_steps)
      : whole(std::max(1, static_cast<int>(std::ceil(delay_steps)))),
        weight{(1 - (whole - delay_steps)) * (1 - (whole - delay_steps)) / 2, 0,
               (whole - delay_steps) * (whole - delay_steps) / 2} {
    weight[1] = 1 - weight[0] - weight[2];
    std::fill_n(value.begin(), whole + 3, 0.0);
  }
  double& at(int step) { return value[static_cast<std::size_t>(step + whole)]; }
  double delayed(int step) const {
    const double* v = &value[static_cast<std::size_t>(step)];
    return weight[0] * v[0] + weight[1] * v[1] + weight[2] * v[2];
  }
  int whole;
  std::array<double, 3> weight;
  std::array<double, 2 * kMaxSteps + 4> value;
};

constexpr int kParts = 32;  // of the grid, for the mean over starts

// What is lost when only the first encounter of each start of one kind counts, however many of the
// other kind it meets: eta of H = chance pairs / (1 + eta). Exact if there is no more to merge.
Cluster merged_for(const double* starts, History& other_sum, int steps, double step,
                   const LongEnough& own, const LongEnough& other, double chance) {
  const auto until = [&](double at) {
    if (at <= 0) return 0.0;
    if (at >= steps) return other_sum.at(steps);
    const int before = static_cast<int>(at);
    return other_sum.at(before) + (at - before) * (other_sum.at(before + 1) - other_sum.at(before));
  };
  double pairs = 0, hazard = 0;
  const int stride = (steps + kParts - 1) / kParts;
  for (int n = 0; n < steps; n += stride) {
    const int end = std::min(steps, n + stride);
    const double number = std::accumulate(starts + n, starts + end, 0.0), middle = (n + end) / 2.0;
    if (number <= 0) continue;
    double gone = 0;
    for (std::size_t i = 0; i < other.count; ++i) {
      gone += until(middle - other.window[i] / step) / static_cast<double>(other.count);
    }
    for (std::size_t i = 0; i < own.count; ++i) {
      const double met = until(middle + own.window[i] / step) - gone;
      pairs += number * met / static_cast<double>(own.count);
      hazard += number * (1 - std::exp(-chance * met)) / static_cast<double>(own.count);
    }
  }
  return {pairs, pairs > kRounding ? std::max(0.0, chance * pairs / hazard - 1) : 0};
}

// The same dwell for all: the mean.
LongEnough of_mean_window(const LongEnough& of) {
  return {of.share, of.mean, of.mean, {of.mean}, 1};
}

// For starts of kind 0 and 1 with these windows. Solved for mean windows and chance 1:
// -ln P(no start of one kind follows a start of the other within that one's window).
//
// Only two starts in succession of different kind need to be looked at: what comes between them is
// nearer to one of both. With S0 the chance of no start yet, S_k of no encounter yet and k the last
// start's kind, r_k the rates and L(t) the integral of both,
//   S_k' = -r_j S_k + r_k S0 + r_k(t) S_j(t - w_j) exp(-L(t) + L(t - w_j)),  j the other kind;
// with z_k = S_k exp(L) that is z_k' = r_k (1 + z_k + z_j(t - w_j)), and P = exp(-L) (1 + z_0 +
// z_1).
//
// The pairs are those of the same grid: what it does wrong is then wrong in both and not in their
// ratio. To second order in the rates P = 1 - pairs, so that with R_k the integral of r_k
//   pairs = R_0 R_1 - integral of r_0(t) R_1(t - w_1) + r_1(t) R_0(t - w_0).
//
// Other windows and chances change eta as they change the sum of both one-sided ones, which is
// exact to first order.
Cluster solve(const Stretch* begin, const Stretch* end, const std::array<LongEnough, 2>& of,
              double chance, double thinned) {
  Windows window = {of[0].mean, of[1].mean};
  const double from = begin->from, length = (end - 1)->to - from;
  std::array<double, 2> number{}, highest{};
  for (const Stretch* s = begin; s != end; ++s) {
    for (std::size_t kind = 0; kind < 2; ++kind) {
      number[kind] += s->rate[kind] * (s->to - s->from);
      highest[kind] = std::max(highest[kind], s->rate[kind]);
    }
  }
  for (double& w : window) w = std::min(w, length);
  const double sum = window[0] + window[1], longest = std::max(window[0], window[1]);
  if (number[0] <= 0 || number[1] <= 0) return {};
  // With these steps H is wrong by 0.03 % (root mean square; 0.5 % at worst) over random stays.
  double step = 0.05 * std::sqrt(sum / std::max(highest[0], highest[1]));
  step = std::min({step, longest, length / 64});
  const int steps = std::min(kMaxSteps, static_cast<int>(std::ceil(length / step)));
  step = length / steps;

  std::array<std::array<double, kMaxSteps>, 2> starts;  // integral of r_k over the step
  std::array<std::array<double, kMaxSteps>, 2> growth;  // its exp - 1
  for (std::size_t kind = 0; kind < 2; ++kind) {
    std::fill_n(starts[kind].begin(), steps, 0.0);
    for (const Stretch* s = begin; s != end; ++s) {
      if (s->rate[kind] <= 0) continue;
      const double first = (s->from - from) / step, last = (s->to - from) / step;
      const double whole = s->rate[kind] * step;
      for (int i = std::max(0, static_cast<int>(first)); i < steps && i < last; ++i) {
        starts[kind][static_cast<std::size_t>(i)] +=
            i >= first && i + 1 <= last
                ? whole
                : whole * (std::min<double>(i + 1, last) - std::max<double>(i, first));
      }
    }
    double same = 0, grown = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(steps); ++i) {
      if (starts[kind][i] != same) {
        same = starts[kind][i];
        grown = std::expm1(same);
      }
      growth[kind][i] = grown;
    }
  }

  // The kind whose steps look back furthest goes first: the other may look into this very step.
  const std::size_t one = window[1] >= window[0] ? 0 : 1, two = 1 - one;
  History z_one(window[one] / step), z_two(window[two] / step);
  History sum_one(window[one] / step), sum_two(window[two] / step);
  double apart = 0;
  for (int n = 0; n < steps; ++n) {
    const auto i = static_cast<std::size_t>(n);
    const double now_one = z_one.at(n), now_two = z_two.at(n);
    z_two.at(n + 1) = now_two;  // for a longest window of less than a step
    z_one.at(n + 1) = now_one + growth[one][i] * (1 + now_one + z_two.delayed(n));
    z_two.at(n + 1) = now_two + growth[two][i] * (1 + now_two + z_one.delayed(n));
    sum_one.at(n + 1) = sum_one.at(n) + starts[one][i];
    sum_two.at(n + 1) = sum_two.at(n) + starts[two][i];
    apart += starts[one][i] * sum_two.delayed(n) + starts[two][i] * sum_one.delayed(n);
  }
  const double pairs = number[0] * number[1] - apart;
  const double hazard = number[0] + number[1] - std::log(1 + z_one.at(steps) + z_two.at(steps));
  const double eta = pairs > kRounding ? std::max(0.0, pairs / thinned / hazard - 1) : 0;
  const bool one_length = of[0].count == 1 && of[1].count == 1;
  if (one_length && (chance == 1 || eta < 0.05)) {
    return {pairs, chance * eta};  // what is left out is less than eta^2 / 3
  }
  const auto merged = [&](const LongEnough& of_one, const LongEnough& of_two, double of_chance) {
    const Cluster ones =
        merged_for(starts[one].data(), sum_two, steps, step, of_one, of_two, of_chance);
    const Cluster twos =
        merged_for(starts[two].data(), sum_one, steps, step, of_two, of_one, of_chance);
    return Cluster{(ones.pairs + twos.pairs) / 2, ones.eta + twos.eta};
  };
  const Cluster given = merged(of[one], of[two], chance);
  const Cluster solved = merged(of_mean_window(of[one]), of_mean_window(of[two]), 1);
  return {one_length ? pairs : given.pairs,
          solved.eta > 0 ? eta * given.eta / solved.eta : given.eta};
}

// The line is cut where fewest pairs are lost, and into clusters where none is.
std::vector<Cluster> clusters_of(const Stretches& circle, const std::array<LongEnough, 2>& of,
                                 double chance, double thinned) {
  const Windows window = {of[0].longest, of[1].longest};
  std::vector<double> across;
  across.reserve(circle.size());
  for (std::size_t i = 0; i < circle.size(); ++i) across.push_back(pairs_across(circle, i, window));
  const auto cut = std::min_element(across.begin(), across.end()) - across.begin();
  std::rotate(across.begin(), across.begin() + cut, across.end());
  Stretches line = circle;
  for (auto s = line.begin(); s != line.begin() + cut; ++s) {
    s->from += kDayMin;
    s->to += kDayMin;
  }
  std::rotate(line.begin(), line.begin() + cut, line.end());

  std::vector<Cluster> clusters;
  for (std::size_t i = 0; i < line.size();) {
    std::size_t next = i + 1;
    while (next < line.size() && across[next] > 0) ++next;
    const Stretch *begin = &line[i], *end = line.data() + next;
    i = next;
    while (begin != end && begin->idle()) ++begin;
    while (begin != end && (end - 1)->idle()) --end;
    if (begin == end) continue;
    const Cluster cluster = solve(begin, end, of, chance, thinned);
    if (cluster.pairs > kRounding) clusters.push_back(cluster);
  }
  return clusters;
}

}  // namespace

double no_meeting_hazard(const Stays& a, const Stays& b, double overlap_min, double chance) {
  TP_CHECK(overlap_min >= 0 && chance >= 0 && chance <= 1);
  const double mean = chance * expected_overlaps(a, b, overlap_min);
  if (mean <= 0) return 0;
  LongEnough of_a = long_enough(a.dwell, overlap_min), of_b = long_enough(b.dwell, overlap_min);
  // H = mean / (1 + eta), eta at most half the number of other starts that a start meets besides
  // (to first order: the next term of the cluster expansion of ln P).
  constexpr double kNegligible = 1e-3;
  const double rates = of_a.share * highest_rate(a.starts) + of_b.share * highest_rate(b.starts);
  if (rates * (of_a.longest + of_b.longest) / 2 < kNegligible) return mean;
  // Nobody meets when nobody of one side comes.
  const double most =
      std::min(of_a.share * mean_number(a.starts), of_b.share * mean_number(b.starts));
  const double thinned = thin(of_a, a.starts) * thin(of_b, b.starts);
  const Stretches circle = without_unreachable(
      circle_of(a.starts, of_a.share, b.starts, of_b.share), {of_a.longest, of_b.longest});
  // What the cut leaves out of the pairs is made good in proportion.
  double pairs = 0, hazard = 0;
  for (const Cluster& cluster : clusters_of(circle, {of_a, of_b}, chance, thinned)) {
    pairs += cluster.pairs;
    hazard += cluster.pairs / (1 + cluster.eta);
  }
  return std::min(most, pairs > 0 ? mean * hazard / pairs : mean);
}

}  // namespace trefpunt
