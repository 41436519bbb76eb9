// SPDX-License-Identifier: GPL-3.0-or-later
// The smallest useful measure: the floor of a space for each seat in it. Replace it by your own.
#include <math.h>
#include <stddef.h>

#include "trefpunt_plugin.h"

static int32_t evaluate(const tp_plan* plan, const double* parameters, tp_result* result,
                        const tp_host* host) {
  const double smallest = parameters[0];
  double all_floor = 0, all_places = 0;
  for (uint32_t space = 0; space < plan->space_count; ++space) {
    if (!host->step(host->self, space, plan->space_count)) return TP_STOPPED;
    double places = 0;
    for (uint32_t seat = 0; seat < plan->seat_count; ++seat) {
      if (plan->seat_space[seat] == (int32_t)space) places += plan->seat_places[seat];
    }
    const double floor = plan->space_area[space];
    if (isnan(floor)) {
      result->states[space] = TP_NOT_COMPUTED;
    } else if (places == 0 || floor < smallest) {
      result->states[space] = TP_NOT_APPLICABLE;
    } else {
      result->values[space] = floor / places;
      result->states[space] = TP_VALUE;
      all_floor += floor;
      all_places += places;
    }
  }
  result->written = plan->space_count;
  if (all_places > 0) {
    result->headline = all_floor / all_places;
    result->headline_state = TP_VALUE;
  } else {
    result->headline_state = TP_NOT_APPLICABLE;
  }
  return TP_OK;
}

static const tp_parameter smallest = {
    .id = "smallest",
    .label = {"Kleinste ruimte die meetelt", "Smallest space that counts"},
    .unit = {"m²", "m²"},
    .minimum = 0,
    .maximum = 100,
    .default_value = 4,
    .why = {"Een aanname.", "An assumption."}};
static const tp_parameter* const parameters[] = {&smallest};

const tp_plugin TP_PLUGIN_SYMBOL = {
    .abi_major = TP_ABI_MAJOR,
    .abi_minor = TP_ABI_MINOR,
    .struct_size = sizeof(tp_plugin),
    .version = 1,
    .id = "my_plugin",
    .maker = "Your name",
    .per = TP_PER_SPACE,
    .decimals = 1,
    .better = 0,
    .title = {"Vloer per zitplek", "Floor per seat"},
    .unit = {"m²", "m²"},
    .row_unit = {"m²", "m²"},
    .formula = {"Oppervlakte van een ruimte gedeeld door de zitplekken erin.",
                "Area of a space divided by the seats in it."},
    .source = {"Eigen maat, zonder bron.", "Own measure, without a source."},
    .not_applicable = {"Hier zijn geen zitplekken, of de ruimte is te klein.",
                       "There are no seats here, or the space is too small."},
    .not_computed = {"De vloer van deze ruimte is niet bekend.",
                     "The floor of this space is not known."},
    .parameter_count = 1,
    .parameters = parameters,
    .evaluate = evaluate};
