// SPDX-License-Identifier: GPL-3.0-or-later
// One plugin, good when no define spoils it. Each space gets its place in the list, from 1.
#include <math.h>
#include <stddef.h>

#include "trefpunt_plugin.h"

#ifndef ID
#define ID "one"
#endif
#ifndef MAJOR
#define MAJOR TP_ABI_MAJOR
#endif
#ifndef SIZE
#define SIZE sizeof(tp_plugin)
#endif
#ifndef TITLE
#define TITLE "Eerste"
#endif
#ifndef MINIMUM
#define MINIMUM 0
#endif
#ifndef MAXIMUM
#define MAXIMUM 10
#endif
#ifndef PER
#define PER TP_PER_SPACE
#endif
#ifndef SPOIL
#define SPOIL
#endif
#ifndef EVALUATE
#define EVALUATE evaluate
#endif

#if defined(WITHOUT_SYMBOL)

int an_ordinary_library(void);
int an_ordinary_library(void) {
  return 1;
}

#elif defined(CUT_OFF)

TP_EXPORT extern const uint32_t trefpunt_plugin_words[4];
// The right start, and then the file holds nothing more of it.
const uint32_t trefpunt_plugin_words[4] __asm__("trefpunt_plugin") = {TP_ABI_MAJOR, TP_ABI_MINOR,
                                                                      sizeof(tp_plugin), 1};

#else

static int32_t evaluate(const tp_plan* plan, const double* parameters, tp_result* result,
                        const tp_host* host) {
  (void)plan;
  for (uint32_t i = 0; i < result->count; ++i) {
    if (!host->step(host->self, i + 1, result->count)) return TP_STOPPED;
    result->values[i] = i + 1;
    result->states[i] = i == 1 ? TP_NOT_APPLICABLE : i == 2 ? TP_NOT_COMPUTED : TP_VALUE;
  }
  result->headline = parameters[0];
  result->headline_state = TP_VALUE;
  result->written = result->count;
  SPOIL;
  return TP_OK;
}

static const tp_parameter first = {.id = "first",
                                   .label = {"Getal", "Number"},
                                   .unit = {"m", "m"},
                                   .minimum = MINIMUM,
                                   .maximum = MAXIMUM,
                                   .default_value = 4,
                                   .why = {"Zomaar.", "Just so."}};
static const tp_parameter* const parameters[] = {&first};

#define PLUGIN                                                                                   \
  {                                                                                              \
    .abi_major = MAJOR, .abi_minor = TP_ABI_MINOR, .struct_size = SIZE, .version = 3, .id = ID,  \
    .maker = "Proef", .per = PER, .decimals = 1, .better = -1, .title = {TITLE, "First"},        \
    .unit = {"m", "m"}, .row_unit = {"", ""}, .formula = {"Formule.", "Formula."},               \
    .source = {"Bron.", "Source."}, .not_applicable = {"Nvt.", "Not applicable."},               \
    .not_computed = {"Onbekend.", "Not known."}, .parameter_count = 1, .parameters = parameters, \
    .evaluate = EVALUATE                                                                         \
  }

#if defined(LATER_MINOR)
// As a plugin of a later minor version looks: it is longer than this header says.
typedef struct later_plugin {
  tp_plugin now;
  const char* something_new;
} later_plugin;
TP_EXPORT extern const later_plugin later __asm__("trefpunt_plugin");
#undef SIZE
#define SIZE sizeof(later_plugin)
#undef TP_ABI_MINOR
#define TP_ABI_MINOR 7u
const later_plugin later = {.now = PLUGIN, .something_new = "later"};
#else
const tp_plugin TP_PLUGIN_SYMBOL = PLUGIN;
#endif

#endif
