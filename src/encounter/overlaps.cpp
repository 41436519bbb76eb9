// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/overlaps.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/index.h"
#include "space/parallel.h"

namespace trefpunt {

namespace {

// Directed routes between stations with their probabilities: (2 pair + backward) -> probability.
using Mix = std::map<int, double>;

Mix mix_of(const std::vector<Destination>& to, bool out) {
  Mix mix;
  for (const Destination& destination : to) {
    const Trip& trip = out ? destination.out : destination.back;
    if (trip.pair >= 0 && destination.probability > 0) {
      mix[2 * trip.pair + (trip.forward ? 0 : 1)] += destination.probability;
    }
  }
  return mix;
}

// Expected use of a directed piece (2 piece + backward), or of a turn from one to the next.
struct Flow {
  std::int32_t of = 0;
  std::int32_t spot = 0;  // of a turn: where it leads to
  double flow = 0;
};
struct Bundle {
  std::vector<Flow> pieces, turns;  // by spot, then id
};

class Turns {
 public:
  int id_of(int from, int to) {
    return known_.try_emplace({from, to}, static_cast<int>(known_.size())).first->second;
  }
  std::size_t size() const { return known_.size(); }

 private:
  std::map<std::pair<int, int>, int> known_;
};

std::vector<Flow> sorted(const std::map<std::pair<int, int>, double>& flows) {
  std::vector<Flow> list;
  for (const auto& [key, flow] : flows) list.push_back({key.second, key.first, flow});
  return list;
}

Bundle bundle_of(const Mix& mix, const RouteSet& set, const std::vector<int>& spot_of,
                 Turns& turns) {
  std::map<std::pair<int, int>, double> pieces, bends;  // (spot, id) -> flow
  for (const auto& [directed, share] : mix) {
    const bool backward = directed % 2 == 1;
    for (const Route& route : set.routes[at(directed / 2)]) {
      const double flow = share * route.probability;
      const int count = static_cast<int>(route.pieces.size());
      int last = -1;
      for (int i = 0; i < count; ++i) {
        const RoutePiece& part = route.pieces[at(backward ? count - 1 - i : i)];
        const int piece = 2 * part.piece + (part.forward != backward ? 0 : 1);
        const int spot = spot_of[at(part.piece)];
        pieces[{spot, piece}] += flow;
        if (last >= 0) bends[{spot, turns.id_of(last, piece)}] += flow;
        last = piece;
      }
    }
  }
  return {sorted(pieces), sorted(bends)};
}

// The flows of one bundle laid out by id, to be met by those of others.
struct Row {
  std::vector<double> pieces, turns;
};

void lay_out(const Bundle& bundle, Row& row, bool clear) {
  for (const Flow& flow : bundle.pieces) row.pieces[at(flow.of)] = clear ? 0 : flow.flow;
  for (const Flow& flow : bundle.turns) row.turns[at(flow.of)] = clear ? 0 : flow.flow;
}

void add_shared(const Row& row, const Bundle& other, const std::vector<double>& length,
                std::vector<Overlaps::Shared>& list) {
  auto turn = other.turns.begin();
  for (auto flow = other.pieces.begin(); flow != other.pieces.end();) {
    Overlaps::Shared sum{flow->spot};
    for (; flow != other.pieces.end() && flow->spot == sum.spot; ++flow) {
      const double same = flow->flow * row.pieces[at(flow->of)];
      sum.same_stretches += same;
      sum.same_m += length[at(flow->of / 2)] * same;
      sum.opp_m += length[at(flow->of / 2)] * flow->flow * row.pieces[at(flow->of ^ 1)];
    }
    while (turn != other.turns.end() && turn->spot < sum.spot) ++turn;
    for (; turn != other.turns.end() && turn->spot == sum.spot; ++turn) {
      sum.same_stretches -= turn->flow * row.turns[at(turn->of)];
    }
    sum.same_stretches = std::max(0.0, sum.same_stretches);
    if (sum.opp_m > 0 || sum.same_m > 0 || sum.same_stretches > 0) list.push_back(sum);
  }
}

std::vector<int> find_spots(const EncounterModel& model, Overlaps& overlaps) {
  const std::vector<Piece>& pieces = model.routes->pieces;
  std::map<std::tuple<int, int, bool>, int> number;
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    number[{pieces[p].storey, pieces[p].space, model.can_stop[p]}] = 0;
  }
  for (auto& [spot, index] : number) {
    index = static_cast<int>(overlaps.spots.size());
    overlaps.spots.push_back({std::get<0>(spot), std::get<1>(spot), std::get<2>(spot)});
  }
  std::vector<int> spot_of;
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    spot_of.push_back(number[{pieces[p].storey, pieces[p].space, model.can_stop[p]}]);
  }
  return spot_of;
}

void sum_walked(const Bundle& bundle, const std::vector<double>& length, Overlaps& overlaps) {
  double total = 0;
  std::vector<Overlaps::Walked>& walked = overlaps.walked.emplace_back();
  for (const Flow& flow : bundle.pieces) {
    if (walked.empty() || walked.back().spot != flow.spot) walked.push_back({flow.spot});
    walked.back().m += flow.flow * length[at(flow.of / 2)];
    total += flow.flow * length[at(flow.of / 2)];
  }
  overlaps.length.push_back(total);
}

std::size_t index_of(int a, int b, int bundles) {
  if (a > b) std::swap(a, b);
  return at(a) * at(bundles) - at(a) * (at(a) + 1) / 2 + at(b);
}

}  // namespace

std::span<const Overlaps::Shared> Overlaps::shared(int a, int b) const {
  const std::size_t pair = index_of(a, b, bundles());
  return {table.data() + first[pair], first[pair + 1] - first[pair]};
}

Result<std::shared_ptr<const Overlaps>> make_overlaps(const EncounterModel& model, Job& job,
                                                      int threads) {
  TP_CHECK(model.routes && model.can_stop.size() == model.routes->pieces.size());
  auto overlaps = std::make_shared<Overlaps>();
  const std::vector<int> spot_of = find_spots(model, *overlaps);
  std::vector<double> length;
  for (const Piece& piece : model.routes->pieces) length.push_back(piece.length);

  std::map<Mix, int> known;
  std::vector<Bundle> bundles;
  Turns turns;
  for (const PersonClass& people : model.classes) {
    auto& of_class = overlaps->bundle_of.emplace_back();
    for (const std::vector<Destination>& to : people.to) {
      auto& legs = of_class.emplace_back(std::array{-1, -1});
      for (const int leg : {0, 1}) {
        const Mix mix = mix_of(to, leg == 0);
        if (mix.empty()) continue;
        const auto [found, is_new] = known.try_emplace(mix, static_cast<int>(bundles.size()));
        legs[at(leg)] = found->second;
        if (!is_new) continue;
        bundles.push_back(bundle_of(mix, *model.routes, spot_of, turns));
        sum_walked(bundles.back(), length, *overlaps);
      }
    }
  }

  const int count = overlaps->bundles();
  struct OfBundle {
    std::vector<Overlaps::Shared> shared;
    std::vector<std::size_t> ends;
  };
  std::vector<OfBundle> rows(at(count));
  std::atomic<int> done{0};
  parallel_for(
      count, threads,
      [&] {
        return Row{std::vector<double>(2 * length.size()), std::vector<double>(turns.size())};
      },
      [&](int a, Row& row) {
        if (job.stopped()) return;
        lay_out(bundles[at(a)], row, false);
        for (int b = a; b < count; ++b) {
          add_shared(row, bundles[at(b)], length, rows[at(a)].shared);
          rows[at(a)].ends.push_back(rows[at(a)].shared.size());
        }
        lay_out(bundles[at(a)], row, true);
        job.step(++done, count);
      });
  if (job.stopped()) return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
  overlaps->first.push_back(0);
  for (const OfBundle& row : rows) {
    const std::size_t before = overlaps->table.size();
    for (const std::size_t end : row.ends) overlaps->first.push_back(before + end);
    overlaps->table.insert(overlaps->table.end(), row.shared.begin(), row.shared.end());
  }
  return std::shared_ptr<const Overlaps>(std::move(overlaps));
}

std::size_t memory_of(const Overlaps& overlaps) {
  std::size_t bytes = sizeof(Overlaps) + overlaps.spots.size() * sizeof(Overlaps::Spot) +
                      overlaps.length.size() * sizeof(double) +
                      overlaps.first.size() * sizeof(std::size_t) +
                      overlaps.table.size() * sizeof(Overlaps::Shared);
  for (const auto& of_class : overlaps.bundle_of) bytes += of_class.size() * sizeof(of_class[0]);
  for (const auto& walked : overlaps.walked) bytes += walked.size() * sizeof(Overlaps::Walked);
  return bytes;
}

double passing_window(const Overlaps::Shared& shared, double va, double vb, double beside_m) {
  TP_CHECK(va > 0 && vb > 0 && beside_m >= 0);
  const auto [slow, fast] = std::minmax(va, vb);
  const double opposite = shared.opp_m * (1 / slow + 1 / fast);
  const double beside = std::min(beside_m * shared.same_stretches, shared.same_m);
  const double caught_up = beside / fast + shared.same_m * (1 / slow - 1 / fast);
  const double same = beside / fast + std::max(beside / slow, caught_up);
  return (opposite + same) / 60;
}

}  // namespace trefpunt
