// SPDX-License-Identifier: GPL-3.0-or-later
#include "encounter/lay_out.h"
#include "engine/session.h"
#include "space/walk.h"

namespace trefpunt {

namespace {

// Raised when the same input may give another result.
constexpr int kNetworkVersion = 1;
constexpr int kRoutesVersion = 1;
constexpr int kEncounterVersion = 1;

Key key_of(const LaidOut& laid) {
  Hasher hasher;
  for (const Station& station : laid.model.stations) {
    hasher.add(station.place.storey).add(station.place.at);
  }
  for (const auto& [one, other] : laid.pairs) hasher.add(one).add(other);
  return hasher.key();
}

std::size_t bytes_of(const LaidOut& laid) {
  std::size_t bytes = sizeof(LaidOut) + laid.model.stations.size() * sizeof(Station);
  for (const PersonClass& person : laid.model.classes) {
    bytes += sizeof(PersonClass);
    for (const auto& to : person.to) bytes += sizeof(to) + to.size() * sizeof(Destination);
  }
  return bytes + laid.pairs.size() * sizeof(std::pair<int, int>);
}

std::size_t bytes_of(const Encounters& encounters) {
  return sizeof(Encounters) + encounters.pairs.size() * sizeof(RolePair) +
         encounters.places.size() * sizeof(PlaceMeetings);
}

}  // namespace

// What a result by building, without measures, is made on.
struct Session::OwnGround {
  const Building& building;
  Layouts layouts;
  StoreySights sights;
  std::shared_ptr<const WalkGraph> on_foot;
  Key key = 0;

  Ground ground() const { return {building, layouts, sights, *on_foot, key}; }
};

Result<Session::OwnGround> Session::own_ground(const Building& building, Job& job) {
  std::vector<Key> layout_keys;
  std::vector<StageNote> notes;
  Result<Layouts> made = layouts(building, job, layout_keys, notes);
  if (!made) return made.error();
  OwnGround own{building, std::move(*made), {}, nullptr, 0};
  Hasher hasher;
  for (std::size_t s = 0; s < building.storeys.size(); ++s) {
    bool was_made = false;
    auto one = sight(*building.storeys[s], *own.layouts[s], layout_keys[s], job, was_made);
    if (!one) return one.error();
    own.sights.push_back(*one);
    hasher.add(layout_keys[s]);
    hash_attributes(hasher, *building.storeys[s]);
  }
  for (const Unit& unit : building.units) hasher.add(unit.id.number).add(unit.name);
  auto walks = storey_walks(building, own.layouts, layout_keys, 0, walker(), job);
  if (!walks) return walks.error();
  own.on_foot = join_storeys(building, own.layouts, std::move(*walks), walker());
  own.key = hasher.key();
  return own;
}

Result<EncounterResult> Session::encounters(const Building& building, const Programme& programme,
                                            const EncounterOptions& options, Job& job) {
  std::vector<StageNote> notes;
  const auto own = own_ground(building, job);
  if (!own) return own.error();
  return encounters(own->ground(), programme, options, job, notes);
}

// Of the changed programmes nothing but the number is kept.
Figure Session::figure(const Ground& ground, Job& job) {
  return [this, &ground, &job](const Assumptions& assumptions) -> Result<double> {
    std::vector<StageNote> notes;
    Job own(job.token());
    const auto made = encounters(ground, assumptions.programme,
                                 {std::nullopt, assumptions.kappa, false, false}, own, notes);
    if (!made) return made.error();
    if (made->refused) return *made->refused;
    return repeated_pairs(assumptions.programme, *made->encounters);
  };
}

Result<OrderCheck> Session::compare_encounters(const Building& a, const Building& b,
                                               const Programme& programme, Job& job) {
  const auto own_a = own_ground(a, job);
  if (!own_a) return own_a.error();
  const auto own_b = own_ground(b, job);
  if (!own_b) return own_b.error();
  const Ground ground_a = own_a->ground(), ground_b = own_b->ground();
  return check_order(figure(ground_a, job), figure(ground_b, job), {programme, 1}, job);
}

Result<EncounterResult> Session::encounters(const Ground& ground, const Programme& programme,
                                            const EncounterOptions& options, Job& job,
                                            std::vector<StageNote>& notes) {
  const std::optional<SimulationOptions>& simulate = options.simulate;
  const auto note_of = [&](const char* stage, const Parts& parts, bool was_made) {
    notes.push_back(note(stage, parts, was_made));
  };
  const auto key_of_parts = [](const char* stage, const Parts& parts) {
    Hasher hasher;
    hasher.add(stage);
    for (const auto& [name, key] : parts) hasher.add(name).add(key);
    return hasher.key();
  };
  bool was_made = false;
  Parts parts = {{"plan", ground.key}, {"version", kNetworkVersion}};
  auto network = memo_.get<WalkNetwork>(
      key_of_parts("network", parts),
      [&]() -> Result<WalkNetwork> { return make_walk_network(ground.building, ground.layouts); },
      [](const WalkNetwork& value) { return memory_of(value); }, was_made);
  if (!network) return network.error();
  note_of("walking network", parts, was_made);

  const EncounterGround on{ground.building, ground.layouts, ground.sights, **network,
                           ground.on_foot};
  const Key programme_key = Hasher().add(programme).key();
  parts = {{"plan", ground.key}, {"programme", programme_key}, {"version", kEncounterVersion}};
  const Parts whole = parts;
  auto laid = memo_.get<LaidOut>(
      key_of_parts("laid out", parts), [&] { return lay_out(programme, on, job); },
      [](const LaidOut& value) { return bytes_of(value); }, was_made);
  if (!laid) {
    if (laid.error().code == Code::Cancelled) return laid.error();
    EncounterResult refused;
    refused.refused = laid.error();
    return refused;
  }
  note_of("programme on the plan", parts, was_made);

  const RouteOptions detours{programme.rules.detour.value};
  parts = {{"plan", ground.key},
           {"stations", key_of(**laid)},
           {"detour", Hasher().add(detours.detour).key()},
           {"version", kRoutesVersion}};
  auto routes = memo_.get<RouteSet>(
      key_of_parts("routes", parts),
      [&] {
        std::vector<Place> stations;
        for (const Station& station : (*laid)->model.stations) stations.push_back(station.place);
        return make_routes(**network, stations, (*laid)->pairs, detours, job);
      },
      [](const RouteSet& value) { return memory_of(value); }, was_made);
  if (!routes) return routes.error();
  note_of("routes", parts, was_made);
  const Key routes_key = key_of_parts("routes", parts);

  EncounterResult result;
  EncounterModel with_ways = with_routes(**laid, *routes, on);
  with_ways.kappas[1] = options.kappa;
  result.model = std::make_shared<const EncounterModel>(std::move(with_ways));
  const EncounterModel& model = *result.model;
  using SharedStays = std::shared_ptr<const StayPairs>;
  using SharedPassings = std::shared_ptr<const Passings>;
  const Key stays_key = key_of_stays(model.roles, model.overlap_min);
  auto stays = memo_.get<SharedStays>(
      stays_key, [&] { return make_stay_pairs(model.roles, model.overlap_min, job); },
      [](const SharedStays& value) { return memory_of(*value); }, was_made);
  if (!stays) return stays.error();
  note_of("stays", {{"schedules", stays_key}}, was_made);
  const Guests guests = find_guests(model);
  using SharedGuests = std::shared_ptr<const GuestPairs>;
  parts = {{"schedules", stays_key}, {"who goes where", key_of_guests(guests)}};
  auto guest_pairs = memo_.get<SharedGuests>(
      key_of_parts("guests", parts), [&] { return make_guest_pairs(model, guests, ***stays, job); },
      [](const SharedGuests& value) { return memory_of(*value); }, was_made);
  if (!guest_pairs) return guest_pairs.error();
  note_of("who comes to a place", parts, was_made);
  parts = {{"routes", routes_key}, {"who walks where", key_of_walks(model)}};
  auto passings = memo_.get<SharedPassings>(
      key_of_parts("passings", parts), [&] { return make_passings(model, job); },
      [](const SharedPassings& value) { return memory_of(*value); }, was_made);
  if (!passings) return passings.error();
  note_of("passings", parts, was_made);
  result.stays = **stays;
  result.passings = **passings;
  Parts formula_parts = whole;
  formula_parts.emplace_back("kappa", Hasher().add(options.kappa).key());
  auto formula = memo_.get<Encounters>(
      key_of_parts("closed form", formula_parts),
      [&]() -> Result<Encounters> {
        return closed_form(model, *result.stays, guests, ***guest_pairs, *result.passings);
      },
      [](const Encounters& value) { return bytes_of(value); }, was_made);
  if (!formula) return formula.error();
  note_of("encounters by formula", whole, was_made);
  result.formula = result.encounters = *formula;
  if (simulate) {
    parts = whole;
    parts.emplace_back("simulation", Hasher()
                                         .add(simulate->seed)
                                         .add(simulate->min_weeks)
                                         .add(simulate->max_weeks)
                                         .add(simulate->precision)
                                         .key());
    auto simulated = memo_.get<Simulation>(
        key_of_parts("simulation", parts),
        [&] { return trefpunt::simulate(model, *simulate, job); },
        [](const Simulation& value) {
          return bytes_of(value.result) + value.total_of_week.size() * 2 * sizeof(double);
        },
        was_made);
    if (!simulated) return simulated.error();
    note_of("encounters, simulated", parts, was_made);
    result.simulation = *simulated;
    result.encounters = {*simulated, &(*simulated)->result};
  }
  if (options.with_sensitivity) {
    auto tornado_made = memo_.get<Tornado>(
        key_of_parts("sensitivity", whole),
        [&] {
          return tornado(figure(ground, job), {programme, options.kappa}, job);
        },
        [](const Tornado& value) { return value.rows.size() * sizeof(Tornado::Row); }, was_made);
    if (!tornado_made) return tornado_made.error();
    note_of("sensitivity", whole, was_made);
    result.sensitivity = *tornado_made;
  }
  if (!options.with_privacy) return result;
  using Costs = std::vector<PrivacyCost>;
  auto privacy = memo_.get<Costs>(
      key_of_parts("privacy", whole), [&] { return privacy_costs(programme, model, on, job); },
      [](const Costs& value) { return value.size() * sizeof(PrivacyCost); }, was_made);
  if (!privacy) return privacy.error();
  note_of("privacy of rooms", whole, was_made);
  result.privacy = *privacy;
  return result;
}

}  // namespace trefpunt
