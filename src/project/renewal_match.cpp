// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <tuple>

#include "geom/boxes.h"
#include "geom/clip.h"
#include "project/renewal_parts.h"

namespace trefpunt {

namespace {

constexpr double kHalf = 0.5;
constexpr std::size_t kManyOfOneKey = 250'000;  // pairs; a file that gives one key to everything

using RenewalIndices = std::vector<std::size_t>;

double size_of_box(const Box& box) {
  return box.width() * box.height();
}

// The smaller of the two shares that lie in the other.
double shared(const RenewalItem& a, const RenewalItem& b) {
  if (!overlap(a.box, b.box)) return 0;
  if ((a.floor == nullptr) != (b.floor == nullptr)) return 0;
  if (a.floor == nullptr) {
    return size_of_box(common(a.box, b.box)) / std::max(size_of_box(a.box), size_of_box(b.box));
  }
  const double larger = std::max(area(*a.floor), area(*b.floor));
  return larger > 0 ? common_area(*a.floor, *b.floor).value_or(0) / larger : 0;
}

double between(const RenewalItem& a, const RenewalItem& b) {
  return distance(middle(a.box.low, a.box.high), middle(b.box.low, b.box.high));
}

class RenewalPairing {
 public:
  RenewalPairing(const std::vector<RenewalItem>& old, const std::vector<RenewalItem>& now)
      : old_(old), now_(now), is_taken_(old.size()), partners_(now.size()) {}

  void by_key(bool has_own_keys) {
    const auto counts = [&](const std::string& key) {
      return is_global_id(key) || (has_own_keys && !key.empty());
    };
    std::map<std::string, std::pair<RenewalIndices, RenewalIndices>> groups;
    for (std::size_t i = 0; i < old_.size(); ++i) {
      if (counts(old_[i].key)) groups[old_[i].key].first.push_back(i);
    }
    for (std::size_t i = 0; i < now_.size(); ++i) {
      if (counts(now_[i].key)) groups[now_[i].key].second.push_back(i);
    }
    for (const auto& [key, group] : groups) {
      const auto& [olds, nows] = group;
      if (olds.size() * nows.size() > kManyOfOneKey) {
        for (std::size_t i = 0; i < std::min(olds.size(), nows.size()); ++i)
          take(olds[i], nows[i], true);
        continue;
      }
      std::vector<std::tuple<bool, double, std::size_t, std::size_t>> pairs;
      for (const std::size_t a : olds) {
        for (const std::size_t b : nows) {
          pairs.emplace_back(old_[a].storey != now_[b].storey, between(old_[a], now_[b]), a, b);
        }
      }
      std::sort(pairs.begin(), pairs.end());
      for (const auto& [is_elsewhere, away, a, b] : pairs) take(a, b, true);
    }
  }

  void by_place() {
    std::map<std::size_t, std::pair<RenewalIndices, RenewalIndices>> storeys;
    for (std::size_t i = 0; i < old_.size(); ++i) {
      if (!is_taken_[i]) storeys[old_[i].storey].first.push_back(i);
    }
    for (std::size_t i = 0; i < now_.size(); ++i) {
      if (!partners_[i]) storeys[now_[i].storey].second.push_back(i);
    }
    const bool has_ids = std::any_of(
        now_.begin(), now_.end(), [](const RenewalItem& item) { return is_global_id(item.key); });
    for (auto& [storey, lists] : storeys) {
      auto& [olds, nows] = lists;
      std::sort(nows.begin(), nows.end(), [&](std::size_t a, std::size_t b) {
        return std::tuple(now_[a].box.low.x, a) < std::tuple(now_[b].box.low.x, b);
      });
      std::vector<std::tuple<double, std::size_t, std::size_t>> pairs;
      for (const std::size_t a : olds) {
        for (const std::size_t b : nows) {
          if (now_[b].box.low.x > old_[a].box.high.x) break;
          // Where others still have one, a GlobalId that is not there was taken away.
          if (has_ids && is_global_id(old_[a].key) && now_[b].key.empty()) continue;
          const double share = shared(old_[a], now_[b]);
          if (share >= kHalf) pairs.emplace_back(-share, a, b);
        }
      }
      std::sort(pairs.begin(), pairs.end());
      for (const auto& [share, a, b] : pairs) take(a, b, false);
    }
  }

  std::vector<std::optional<RenewalPartner>> partners() { return std::move(partners_); }

 private:
  void take(std::size_t old, std::size_t now, bool is_by_key) {
    if (is_taken_[old] || partners_[now]) return;
    is_taken_[old] = true;
    partners_[now] = RenewalPartner{old, is_by_key};
  }

  const std::vector<RenewalItem>& old_;
  const std::vector<RenewalItem>& now_;
  std::vector<bool> is_taken_;
  std::vector<std::optional<RenewalPartner>> partners_;
};

}  // namespace

std::vector<std::optional<RenewalPartner>> partners_of(const std::vector<RenewalItem>& old,
                                                       const std::vector<RenewalItem>& now,
                                                       bool has_own_keys) {
  RenewalPairing pairing(old, now);
  pairing.by_key(has_own_keys);
  pairing.by_place();
  return pairing.partners();
}

bool keys_hold(const std::vector<RenewalItem>& old, const std::vector<RenewalItem>& now) {
  RenewalPairing pairing(old, now);
  pairing.by_key(true);
  const auto partners = pairing.partners();
  std::size_t same_key = 0, same_place = 0;
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (!partners[i] || is_global_id(now[i].key)) continue;
    const RenewalItem& was = old[partners[i]->old];
    ++same_key;
    same_place += was.storey == now[i].storey && shared(was, now[i]) >= kHalf ? 1 : 0;
  }
  return 2 * same_place >= same_key;
}

std::vector<std::optional<std::size_t>> storey_partners(const Building& old, const Building& now) {
  std::vector<std::optional<std::size_t>> partners(now.storeys.size());
  std::vector<bool> is_taken(old.storeys.size());
  const auto pair_where = [&](auto is_same) {
    for (std::size_t n = 0; n < now.storeys.size(); ++n) {
      for (std::size_t o = 0; o < old.storeys.size() && !partners[n]; ++o) {
        if (is_taken[o] || !is_same(*old.storeys[o], *now.storeys[n])) continue;
        partners[n] = o;
        is_taken[o] = true;
      }
    }
  };
  pair_where([](const Storey& a, const Storey& b) {
    return !a.source_key.empty() && a.source_key == b.source_key;
  });
  pair_where([](const Storey& a, const Storey& b) {
    return fold(squeeze(a.name)) == fold(squeeze(b.name));
  });
  pair_where([](const Storey& a, const Storey& b) { return a.level == b.level; });
  return partners;
}

}  // namespace trefpunt
