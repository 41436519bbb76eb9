// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/renewal.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "project/renewal_parts.h"

namespace trefpunt {

namespace {

constexpr std::size_t kNowhere = 1'000'000;  // storeys of the file without a partner, from here

template <typename Thing>
double margin_of(const Thing&) {
  return std::is_same_v<Thing, Space> || std::is_same_v<Thing, Seat> ? 0.25 : 0.1;
}

template <typename Thing>
const Polygon* floor_of(const Thing& thing, const SpaceFloors& floors) {
  if constexpr (std::is_same_v<Thing, Space>) {
    const auto found = floors.find(thing.id);
    if (found != floors.end()) return &found->second;
  }
  return nullptr;
}

// Makes the building anew, a kind of thing at a time.
class RenewalWork {
 public:
  RenewalWork(const Project& old, std::size_t building, const RevisedPlan& revised,
              const FloorsOf& floors_of, bool is_same_building)
      : project_(old),
        at_(building),
        old_(old.buildings[building]),
        now_(revised.building),
        revised_(revised),
        floors_of_(floors_of),
        is_same_building_(is_same_building) {}

  Result<Renewal> run() {
    Result<SpaceFloors> old_floors = floors_of_(old_), now_floors = floors_of_(now_);
    if (!old_floors) return old_floors.error();
    if (!now_floors) return now_floors.error();
    old_floors_ = std::move(*old_floors);
    now_floors_ = std::move(*now_floors);
    made_ = project_;
    partners_ = storey_partners(old_, now_);
    for (std::size_t s = 0; s < partners_.size(); ++s) {
      if (partners_[s] && !now_.storeys[s]->source_key.empty() &&
          now_.storeys[s]->source_key == old_.storeys[*partners_[s]]->source_key) {
        ++storeys_by_key_;
      }
    }
    Building building = renewed_building(old_, now_, partners_, made_.next, spaces_);
    units_ = renew_units(now_, building, made_.next);
    rules_ = {{}, revised_.has_use_list, false, &now_floors_};
    for (const Unit& unit : building.units) rules_.units[unit.id] = unit.name;
    rules_.has_room_list = std::any_of(project_.sources.begin(), project_.sources.end(),
                                       [](const Source& one) { return one.role == "room list"; });
    for (const auto& storey : building.storeys) {
      storeys_.push_back(std::const_pointer_cast<Storey>(storey));  // not shared yet
    }
    for (const auto& storey : old_.storeys) {
      for (const Space& space : storey->spaces) space_keys_.insert(space.source_key);
    }
    has_own_keys_ = is_same_building_ || own_keys_hold();
    renew_kind(&Storey::spaces);
    lists_ = &things_;
    renew_kind(&Storey::doors);
    renew_kind(&Storey::links);
    renew_kind(&Storey::windows);
    renew_kind(&Storey::seats);
    renew_kind(&Storey::furniture);
    renew_kind(&Storey::walls);
    renew_kind(&Storey::boundaries);
    if (!is_same_building_ && !is_recognised()) return not_recognised();
    lists_ = &spaces_;
    if (const Status settled = settle_spaces(building); !settled) return settled.error();
    std::stable_sort(building.storeys.begin(), building.storeys.end(),
                     [](const auto& a, const auto& b) { return a->level < b->level; });
    made_.buildings[at_] = std::move(building);
    return finished();
  }

 private:
  template <typename Thing>
  RenewalItem item_of(const Thing& thing, std::size_t storey, const SpaceFloors& floors) const {
    RenewalItem item{storey, thing.source_key, {}, floor_of(thing, floors)};
    item.box = box_of(item.floor ? item.floor->outer : points_of(thing)).grown(margin_of(thing));
    return item;
  }
  template <typename Thing>
  std::vector<RenewalItem> items_of(const Building& building, std::vector<Thing> Storey::*list,
                                    bool is_now) const {
    std::vector<RenewalItem> items;
    for (std::size_t s = 0; s < building.storeys.size(); ++s) {
      const std::size_t number = is_now ? partners_[s].value_or(kNowhere + s) : s;
      for (const Thing& one : (*building.storeys[s]).*list) {
        items.push_back(item_of(one, number, is_now ? now_floors_ : old_floors_));
      }
    }
    return items;
  }

  bool own_keys_hold() const {
    std::vector<RenewalItem> old, now;
    int kind_number = 0;
    each_kind([&](const auto& kind) {
      const std::string prefix = std::to_string(kind_number++) + ":";  // a key is of one kind
      for (auto [building, items, is_now] : {std::tuple{&old_, &old, false}, {&now_, &now, true}}) {
        for (RenewalItem& item : items_of(*building, kind.things, is_now)) {
          if (!item.key.empty() && !is_global_id(item.key)) item.key = prefix + item.key;
          items->push_back(std::move(item));
        }
      }
    });
    return keys_hold(old, now);
  }

  template <typename Thing>
  bool is_hidden(const Thing& thing) {
    if constexpr (!std::is_same_v<Thing, Boundary>) {
      return false;
    } else {
      // The edge of a space is told with the space.
      return !thing.source_key.empty() && space_keys_.contains(thing.source_key);
    }
  }

  template <typename Thing>
  void renew_kind(std::vector<Thing> Storey::*list) {
    std::vector<std::pair<const Thing*, std::size_t>> olds;
    for (std::size_t s = 0; s < old_.storeys.size(); ++s) {
      for (const Thing& one : (*old_.storeys[s]).*list) olds.emplace_back(&one, s);
    }
    const std::vector<RenewalItem> old_items = items_of(old_, list, false),
                                   now_items = items_of(now_, list, true);
    const auto partners = partners_of(old_items, now_items, has_own_keys_);
    bool has_keyless = false;  // the file itself has things of this kind without a key
    for (const RenewalItem& item : now_items) has_keyless |= item.key.empty();
    std::vector<bool> is_used(olds.size());
    std::size_t i = 0;
    for (std::size_t s = 0; s < now_.storeys.size(); ++s) {
      for (Thing thing : (*now_.storeys[s]).*list) {
        const std::string read_id = to_string(thing.id);
        if constexpr (std::is_same_v<Thing, Space>) {
          space_keys_.insert(thing.source_key);
          if (thing.unit) thing.unit = units_.at(thing.unit);
        }
        const auto& partner = partners[i++];
        if (partner) {
          is_used[partner->old] = true;
          const auto [old, storey] = olds[partner->old];
          ++(partner->is_by_key ? lists_->by_key : lists_->by_place);
          keep(*old, storey, thing, s, partner->is_by_key);
        } else {
          thing.id = new_id<Thing>(made_.next);
          if (!is_hidden(thing)) {
            lists_->came.push_back(
                {to_string(thing.id), words_of_thing(thing), storeys_[s]->name, {}, false});
          }
        }
        ids_[read_id] = to_string(thing.id);
        ((*storeys_[s]).*list).push_back(std::move(thing));
      }
    }
    std::vector<std::string> hand_made(storeys_.size());
    for (std::size_t o = 0; o < olds.size(); ++o) {
      if (is_used[o]) continue;
      const auto [old, storey] = olds[o];
      const auto here = std::find(partners_.begin(), partners_.end(), std::optional(storey));
      const bool is_ours =
          old->source_key.empty() && (std::is_same_v<Thing, Space> || !has_keyless);
      if (!is_ours || here == partners_.end()) {
        went(*old, storey);
        continue;
      }
      const auto s = static_cast<std::size_t>(here - partners_.begin());
      ((*storeys_[s]).*list).push_back(*old);
      if constexpr (std::is_same_v<Thing, Space>) {
        ours_.emplace_back(old->id, storey);
      } else {
        hand_made[s] += (hand_made[s].empty() ? "" : ", ") + to_string(old->id);
      }
    }
    for (std::size_t s = 0; s < hand_made.size(); ++s) {
      if (hand_made[s].empty()) continue;
      const std::vector<Thing>& all = (*storeys_[s]).*list;
      stay(hand_made[s], words_of_thing(all.back()), storeys_[s]->name);
    }
  }

  // Something that was made here and that the file does not know.
  void stay(const std::string& ids, Text words, const std::string& storey) {
    const auto count = std::count(ids.begin(), ids.end(), ',') + 1;
    if (count > 1) {
      words = {fmt::format("{} × {}", count, words.nl), fmt::format("{} × {}", count, words.en)};
    }
    lists_->kept.push_back(
        {ids,
         words,
         storey,
         {{"own", "", "", {"zelf gemaakt, blijft staan", "made here, stays as it is"}}},
         false});
  }

  template <typename Thing>
  void keep(const Thing& old, std::size_t old_storey, Thing& now, std::size_t s, bool is_by_key) {
    RenewalFields fields;
    merge(old, now, rules_, fields);
    if (partners_[s] != old_storey) {
      fields.changed.push_back(
          field_changed("storey", old_.storeys[old_storey]->name, storeys_[s]->name));
    }
    const RenewalEntry entry{
        to_string(now.id), words_of_thing(now), storeys_[s]->name, {}, !is_by_key};
    if (!fields.kept.empty()) {
      lists_->kept.push_back(entry);
      lists_->kept.back().fields = std::move(fields.kept);
    }
    if constexpr (std::is_same_v<Thing, Space>) {
      lists_->changed.push_back(entry);  // its floor is known later
      lists_->changed.back().fields = std::move(fields.changed);
      is_slight_.push_back(!(old.anchor == now.anchor));
    } else {
      if (is_hidden(now)) return;
      const std::vector<Point> was = points_of(old), is = points_of(now);
      const double far = apart(was, is);
      if (far > kListedMove) fields.changed.push_back(moved_by(far));
      if (!fields.changed.empty()) {
        lists_->changed.push_back(entry);
        lists_->changed.back().fields = std::move(fields.changed);
      } else if (was != is) {
        ++lists_->slight;
      }
    }
  }

  template <typename Thing>
  void went(const Thing& old, std::size_t storey) {
    if constexpr (std::is_same_v<Thing, Space>) {
      gone_.spaces.emplace_back(old, old_.storeys[storey]->name);
    }
    if (is_hidden(old)) return;
    lists_->went.push_back({to_string(old.id), words_of_thing(old), old_.storeys[storey]->name,
                            said_of(old, rules_), false});
  }

  bool is_recognised() const {
    if (storeys_by_key_ + spaces_.by_key + things_.by_key > 0) return true;
    bool has_spaces = false;
    for (const auto& storey : old_.storeys) has_spaces |= !storey->spaces.empty();
    return has_spaces ? spaces_.by_place > 0 : things_.by_place > 0;
  }
  static Error not_recognised() {
    return {Code::BadInput,
            {"In dit bestand wordt niets herkend: geen kenmerk (GlobalId) en geen ruimte op "
             "dezelfde plek. Waarschijnlijk is het een ander gebouw.",
             "Nothing in this file is recognised: no key (GlobalId) and no space in the same "
             "place. It is probably another building."},
            {}};
  }

  // Spaces without a key stay when they have a floor of their own in what came of the plan; then
  // the areas of all can be held beside the older ones.
  Status settle_spaces(const Building& building) {
    const Result<SpaceFloors> floors = floors_of_(building);
    if (!floors) return floors.error();
    for (const auto& [id, old_storey] : ours_) {
      for (const auto& storey : storeys_) {
        std::vector<Space>& all = storey->spaces;
        const auto found = std::find_if(all.begin(), all.end(),
                                        [id = id](const Space& one) { return one.id == id; });
        if (found == all.end()) continue;
        if (floors->contains(id)) {
          stay(to_string(id), words_of_thing(*found), storey->name);
        } else {
          const Space old = *found;
          all.erase(found);
          went(old, old_storey);
        }
        break;
      }
    }
    std::size_t record = 0;
    for (RenewalEntry& entry : spaces_.changed) {
      const SpaceId id = id_from<SpaceId>(entry.id);
      if (!id) continue;  // a storey
      const bool is_slight = compare_floors(id, old_floors_, *floors, entry.fields);
      if (entry.fields.empty() && (is_slight || is_slight_[record])) ++spaces_.slight;
      ++record;
    }
    std::erase_if(spaces_.changed, [](const RenewalEntry& entry) { return entry.fields.empty(); });
    for (std::size_t s = 0; s < storeys_.size(); ++s) {
      if (!partners_[s]) continue;
      report_lost_seats(*old_.storeys[*partners_[s]], old_floors_, *storeys_[s], *floors,
                        spaces_.depended);
    }
    return Done{};
  }

  Renewal finished() {
    const auto append = [](auto& to, auto& from) {
      to.insert(to.end(), std::make_move_iterator(from.begin()),
                std::make_move_iterator(from.end()));
    };
    Renewal out = std::move(spaces_);
    append(out.came, things_.came);
    append(out.went, things_.went);
    append(out.changed, things_.changed);
    append(out.kept, things_.kept);
    out.by_key += things_.by_key + storeys_by_key_;
    out.by_place += things_.by_place;
    out.slight += things_.slight;
    std::map<std::string, std::string> names;
    for (std::size_t s = 0; s < storeys_.size(); ++s) {
      names[now_.storeys[s]->name] = storeys_[s]->name;
      ids_[to_string(now_.storeys[s]->id)] = to_string(storeys_[s]->id);
    }
    for (std::size_t o = 0; o < old_.storeys.size(); ++o) {
      if (std::count(partners_.begin(), partners_.end(), std::optional(o)) == 0)
        gone_.storeys.insert(to_string(old_.storeys[o]->id));
    }
    renew_record(old_, revised_, ids_, names, made_);
    std::vector<Text> depended = depended_on(project_, made_, at_, gone_);
    append(out.depended, depended);
    out.project = std::move(made_);
    return out;
  }

  const Project& project_;
  std::size_t at_;
  const Building &old_, &now_;
  const RevisedPlan& revised_;
  const FloorsOf& floors_of_;
  bool is_same_building_, has_own_keys_ = true;
  SpaceFloors old_floors_, now_floors_;
  std::vector<std::optional<std::size_t>> partners_;  // of storeys
  int storeys_by_key_ = 0;
  std::map<UnitId, UnitId> units_;
  RenewalRules rules_;
  std::vector<std::shared_ptr<Storey>> storeys_;  // of what is made, as the file has them
  std::set<std::string> space_keys_;
  std::vector<std::pair<SpaceId, std::size_t>> ours_;  // spaces without a key, with their storey
  std::vector<bool> is_slight_;                        // per recognised space, in its order
  std::map<std::string, std::string> ids_;             // of the file's things, here
  RenewalGone gone_;
  Project made_;
  Renewal spaces_, things_;    // lists only
  Renewal* lists_ = &spaces_;  // being written
};

}  // namespace

Result<Renewal> renewed(const Project& old, std::size_t building, const RevisedPlan& revised,
                        const FloorsOf& floors_of, bool is_same_building) {
  if (building >= old.buildings.size()) {
    return Error{Code::NotFound,
                 {"Er is geen gebouw om te vernieuwen.", "There is no building to renew."},
                 {}};
  }
  const std::optional<Point> shift = common_shift(old.buildings[building], revised.building);
  if (!shift) return RenewalWork(old, building, revised, floors_of, is_same_building).run();
  const Project moved = shifted(old, building, *shift);
  Result<Renewal> renewal =
      RenewalWork(moved, building, revised, floors_of, is_same_building).run();
  if (renewal) renewal->shift = shift;
  return renewal;
}

}  // namespace trefpunt
