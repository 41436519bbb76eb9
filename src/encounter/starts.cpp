// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/starts.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace trefpunt {

namespace {

double half_square(double x) {
  return x > 0 ? x * x / 2 : 0;
}

double sixth_cube(double x) {
  return x > 0 ? x * x * x / 6 : 0;
}

// Area of (s in a, u in b) with u - s <= x.
double area_up_to(const StartPiece& a, const StartPiece& b, double x) {
  if (x <= b.from_min - a.to_min) return 0;
  if (x >= b.to_min - a.from_min) return (a.to_min - a.from_min) * (b.to_min - b.from_min);
  return half_square(x - b.from_min + a.to_min) - half_square(x - b.from_min + a.from_min) -
         half_square(x - b.to_min + a.to_min);
}

// Integral of (u - s - x)_+ over s in a, u in b.
double excess_over(const StartPiece& a, const StartPiece& b, double x) {
  return sixth_cube(b.to_min - a.from_min - x) - sixth_cube(b.from_min - a.from_min - x) -
         sixth_cube(b.to_min - a.to_min - x) + sixth_cube(b.from_min - a.to_min - x);
}

// Calls take(a's piece, b's piece, product of rates) for all pieces of which some starts u of b lie
// between `before` before and `after` after a start s of a, on the same day or another.
template <class Take>
void for_near_pieces(const Starts& a, const Starts& b, double before, double after, Take take) {
  const double first = -std::ceil(before / kDayMin), last = std::ceil(after / kDayMin);
  for (const StartPiece& p : a) {
    for (const StartPiece& piece : b) {
      for (double day = first; day <= last; ++day) {
        const StartPiece q = {piece.from_min + day * kDayMin, piece.to_min + day * kDayMin,
                              piece.per_min};
        if (q.from_min - p.to_min >= after || q.to_min - p.from_min <= -before) continue;
        take(p, q, p.per_min * q.per_min);
      }
    }
  }
}

// How many of the lengths (ascending) are different: all, or one when they are the same.
std::size_t distinct(const Dwell& dwell) {
  return dwell.front() == dwell.back() ? 1 : dwell.size();
}

double standard_normal_below(double z) {
  return std::erfc(-z / std::sqrt(2.0)) / 2;
}

}  // namespace

Starts added_up(const std::vector<StartPiece>& pieces) {
  std::vector<double> cuts;
  for (const StartPiece& piece : pieces) {
    cuts.push_back(piece.from_min);
    cuts.push_back(piece.to_min);
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  Starts sum;
  for (std::size_t c = 1; c < cuts.size(); ++c) {
    double rate = 0;
    for (const StartPiece& piece : pieces) {
      if (piece.from_min <= cuts[c - 1] && piece.to_min >= cuts[c]) rate += piece.per_min;
    }
    if (rate <= 0) continue;
    if (!sum.empty() && sum.back().to_min == cuts[c - 1] && sum.back().per_min == rate) {
      sum.back().to_min = cuts[c];
    } else {
      sum.push_back({cuts[c - 1], cuts[c], rate});
    }
  }
  return sum;
}

double mean_number(const Starts& starts) {
  double number = 0;
  for (const StartPiece& piece : starts) number += piece.per_min * (piece.to_min - piece.from_min);
  return number;
}

Dwell dwell_of(double mean_min, double spread) {
  TP_CHECK(mean_min >= 0 && spread >= 0);
  Dwell dwell;
  dwell.fill(mean_min);
  if (spread == 0) return dwell;
  // E(X; X <= its quantile p) = mean Phi(z_p - sigma).
  const double sigma = std::sqrt(std::log1p(spread * spread));
  constexpr double kQuarter = 0.6744897501960817;
  const double below[] = {0, standard_normal_below(-kQuarter - sigma),
                          standard_normal_below(-sigma), standard_normal_below(kQuarter - sigma),
                          1};
  for (std::size_t i = 0; i < dwell.size(); ++i) {
    dwell[i] = kDwellClasses * mean_min * (below[i + 1] - below[i]);
  }
  return dwell;
}

double expected_overlaps(const Stays& a, const Stays& b, double overlap_min) {
  // The mean over the combinations of lengths of F(tau_a - t) - F(-(tau_b - t)), F the area up to:
  // each term depends on one length only.
  const auto long_enough = [&](const Dwell& dwell) {
    return static_cast<double>(std::count_if(dwell.begin(), dwell.end(),
                                             [&](double tau) { return tau >= overlap_min; })) /
           kDwellClasses;
  };
  const double share_a = long_enough(a.dwell), share_b = long_enough(b.dwell);
  if (share_a == 0 || share_b == 0) return 0;
  const std::size_t count_a = distinct(a.dwell), count_b = distinct(b.dwell);
  double sum = 0;
  for_near_pieces(a.starts, b.starts, b.dwell.back() - overlap_min, a.dwell.back() - overlap_min,
                  [&](const StartPiece& p, const StartPiece& q, double rates) {
                    double after = 0, before = 0;
                    for (std::size_t i = 0; i < count_a; ++i) {
                      if (a.dwell[i] < overlap_min) continue;
                      after += area_up_to(p, q, a.dwell[i] - overlap_min);
                    }
                    for (std::size_t i = 0; i < count_b; ++i) {
                      if (b.dwell[i] < overlap_min) continue;
                      before += area_up_to(p, q, overlap_min - b.dwell[i]);
                    }
                    sum += rates * (share_b * after / static_cast<double>(count_a) -
                                    share_a * before / static_cast<double>(count_b));
                  });
  return std::max(0.0, sum);
}

double minutes_together(const Stays& a, const Stays& b) {
  // The overlap of [s, s + tau_a] and [u, u + tau_b], d = u - s:
  // (d + tau_b)_+ - d_+ - (d - tau_a + tau_b)_+ + (d - tau_a)_+.
  const std::size_t count_a = distinct(a.dwell), count_b = distinct(b.dwell);
  const auto n_a = static_cast<double>(count_a), n_b = static_cast<double>(count_b);
  double sum = 0;
  for_near_pieces(a.starts, b.starts, b.dwell.back(), a.dwell.back(),
                  [&](const StartPiece& p, const StartPiece& q, double rates) {
                    double kernel = -excess_over(p, q, 0);
                    for (std::size_t j = 0; j < count_b; ++j) {
                      kernel += excess_over(p, q, -b.dwell[j]) / n_b;
                    }
                    for (std::size_t i = 0; i < count_a; ++i) {
                      kernel += excess_over(p, q, a.dwell[i]) / n_a;
                      for (std::size_t j = 0; j < count_b; ++j) {
                        kernel -= excess_over(p, q, a.dwell[i] - b.dwell[j]) / (n_a * n_b);
                      }
                    }
                    sum += rates * kernel;
                  });
  return std::max(0.0, sum);
}

double common_rate(const Starts& a, const Starts& b) {
  double sum = 0;
  for (auto p = a.begin(), q = b.begin(); p != a.end() && q != b.end();) {
    const double common = std::min(p->to_min, q->to_min) - std::max(p->from_min, q->from_min);
    if (common > 0) sum += common * p->per_min * q->per_min;
    (p->to_min < q->to_min ? p : q)++;
  }
  return sum;
}

}  // namespace trefpunt
