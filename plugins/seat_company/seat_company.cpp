// SPDX-License-Identifier: GPL-3.0-or-later
// The share of the seats of a space that have another seat within talking distance. See README.md.
#include <cmath>
#include <vector>

#include "trefpunt_plugin.hpp"

namespace {

using trefpunt_sdk::Call;

struct Count {
  double places = 0, with_company = 0;
};

double distance(tp_point a, tp_point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

// A bench for two is company in itself.
bool has_company(const tp_plan& plan, std::uint32_t seat, const std::vector<std::uint32_t>& near,
                 double reach) {
  if (plan.seat_places[seat] > 1) return true;
  for (const std::uint32_t other : near) {
    if (other != seat && distance(plan.seat_at[seat], plan.seat_at[other]) <= reach + 1e-9) {
      return true;
    }
  }
  return false;
}

void measure(const Call& call) {
  const tp_plan& plan = call.plan;
  const double reach = call.parameters[0];
  std::vector<std::vector<std::uint32_t>> seats(plan.space_count);
  for (std::uint32_t s = 0; s < plan.seat_count; ++s) {
    if (plan.seat_space[s] >= 0) {
      seats[static_cast<std::size_t>(plan.seat_space[s])].push_back(s);
    }
  }
  Count all;
  for (std::uint32_t space = 0; space < plan.space_count; ++space) {
    call.step(space, plan.space_count);
    Count here;
    for (const std::uint32_t seat : seats[space]) {
      const double places = plan.seat_places[seat];
      here.places += places;
      if (has_company(plan, seat, seats[space], reach)) here.with_company += places;
    }
    all.places += here.places;
    all.with_company += here.with_company;
    if (plan.seat_count == 0) {
      call.not_computed(space);  // a plan without a single seat does not show them
    } else if (here.places > 0) {
      call.value(space, here.with_company / here.places);
    } else {
      call.not_applicable(space);
    }
  }
  if (all.places > 0) {
    call.headline(all.with_company / all.places);
  } else {
    call.headline_not_computed();
  }
}

constexpr tp_parameter kReach{
    .id = "reach",
    .label = {"Grootste afstand tot een andere zitplek", "Farthest distance to another seat"},
    .unit = {"m", "m"},
    .minimum = 0.9,
    .maximum = 3.6,
    .default_value = 2.1,
    .why = {"Tot hier (7 voet) reikt bij Hall de nabije sociale afstand, waarop mensen een praatje "
            "maken; de verre reikt tot 3,6 m. Hij nam dit waar in de Verenigde Staten.",
            "This far (7 feet) reaches Hall's close social distance, at which people chat; the far "
            "phase ends at 3.6 m. He observed it in the United States."}};

constexpr const tp_parameter* kParameters[] = {&kReach};

}  // namespace

extern "C" const tp_plugin TP_PLUGIN_SYMBOL = {
    .abi_major = TP_ABI_MAJOR,
    .abi_minor = TP_ABI_MINOR,
    .struct_size = sizeof(tp_plugin),
    .version = 1,
    .id = "seat_company",
    .maker = "Trefpunt",
    .per = TP_PER_SPACE,
    .decimals = 2,
    .better = 1,
    .title = {"Zitplekken met gezelschap", "Seats with company"},
    .unit = {"deel van de zitplekken (0-1)", "share of the seats (0-1)"},
    .row_unit = {"deel van de zitplekken (0-1)", "share of the seats (0-1)"},
    .formula = {"Deel van de zitplekken met een andere zitplek in dezelfde ruimte op "
                "gespreksafstand, van midden tot midden; een bank voor twee telt als gezelschap.",
                "Share of the seats with another seat in the same space within talking distance, "
                "from middle to middle; a bench for two counts as company."},
    .source = {"Edward T. Hall, The Hidden Dimension (1966), hoofdstuk ‘Distances in Man’: sociale "
               "afstand 1,2 tot 3,6 m (4 tot 12 voet).",
               "Edward T. Hall, The Hidden Dimension (1966), chapter ‘Distances in Man’: social "
               "distance 1.2 to 3.6 m (4 to 12 feet)."},
    .not_applicable = {"Hier zijn geen zitplekken getekend.", "No seats are drawn here."},
    .not_computed = {"Op de tekening staan geen zitplekken.", "The drawing shows no seats."},
    .parameter_count = 1,
    .parameters = kParameters,
    .evaluate = trefpunt_sdk::guarded<measure, 1>};
