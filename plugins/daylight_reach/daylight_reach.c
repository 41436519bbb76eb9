// SPDX-License-Identifier: GPL-3.0-or-later
// The share of a space's floor that daylight from a facade window reaches by a rule of thumb: what
// lies within `depth_factor` x `head_height` of such a window. See README.md.
#include <math.h>
#include <stddef.h>
#include <string.h>

#include "trefpunt_plugin.h"

static const double kCell = 0.1;  // m: the floor is counted in squares of at most this size

typedef struct box {
  double left, bottom, right, top;
} box;

static int is_use(const char* use, const char* const* list) {
  for (; *list != NULL; ++list) {
    if (strcmp(use, *list) == 0) return 1;
  }
  return 0;
}

// Nobody stays there for long.
static int is_left_out(const char* use) {
  static const char* const uses[] = {"storage",  "technical", "stairs", "lift",
                                     "void",     "outdoor",   "toilet", "accessible_toilet",
                                     "bathroom", NULL};
  return is_use(use, uses);
}

static int is_outside(const tp_plan* plan, int32_t space) {
  static const char* const uses[] = {"outdoor", "void", NULL};
  return space < 0 || is_use(plan->space_use[space], uses);
}

// Whether the window lights this space from outside.
static int lights(const tp_plan* plan, uint32_t window, uint32_t space) {
  const int32_t one = plan->window_space[2 * window];
  const int32_t other = plan->window_space[2 * window + 1];
  if (one == (int32_t)space) return is_outside(plan, other);
  if (other == (int32_t)space) return is_outside(plan, one);
  return 0;
}

static double square_distance(tp_point p, tp_point a, tp_point b) {
  const double dx = b.x - a.x, dy = b.y - a.y;
  const double square = dx * dx + dy * dy;
  double t = square > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / square : 0;
  t = t < 0 ? 0 : t > 1 ? 1 : t;
  const double x = p.x - a.x - t * dx, y = p.y - a.y - t * dy;
  return x * x + y * y;
}

// Even-odd over the edge and the holes.
static int is_on_floor(const tp_plan* plan, uint32_t space, tp_point p) {
  int inside = 0;
  for (uint32_t r = plan->space_ring_begin[space]; r < plan->space_ring_begin[space + 1]; ++r) {
    const uint32_t begin = plan->ring_point_begin[r], end = plan->ring_point_begin[r + 1];
    for (uint32_t i = begin, j = end - 1; i < end; j = i++) {
      const tp_point a = plan->ring_points[i], b = plan->ring_points[j];
      if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) {
        inside = !inside;
      }
    }
  }
  return inside;
}

static box box_of(const tp_plan* plan, uint32_t space) {
  box all = {INFINITY, INFINITY, -INFINITY, -INFINITY};
  const uint32_t edge = plan->space_ring_begin[space];
  for (uint32_t i = plan->ring_point_begin[edge]; i < plan->ring_point_begin[edge + 1]; ++i) {
    const tp_point p = plan->ring_points[i];
    if (p.x < all.left) all.left = p.x;
    if (p.x > all.right) all.right = p.x;
    if (p.y < all.bottom) all.bottom = p.y;
    if (p.y > all.top) all.top = p.y;
  }
  return all;
}

static int is_reached(const tp_plan* plan, uint32_t space, tp_point p, double depth) {
  for (uint32_t w = 0; w < plan->window_count; ++w) {
    if (!lights(plan, w, space)) continue;
    if (square_distance(p, plan->window_a[w], plan->window_b[w]) <= depth * depth) return 1;
  }
  return 0;
}

static int has_facade_window(const tp_plan* plan, uint32_t space) {
  for (uint32_t w = 0; w < plan->window_count; ++w) {
    if (lights(plan, w, space)) return 1;
  }
  return 0;
}

// Cells lie in the space's own box: moving a plan changes nothing.
static double share_reached(const tp_plan* plan, uint32_t space, double depth) {
  if (!has_facade_window(plan, space)) return 0;
  const box all = box_of(plan, space);
  const double width = all.right - all.left, height = all.top - all.bottom;
  const long columns = (long)ceil(width / kCell - 1e-9), rows = (long)ceil(height / kCell - 1e-9);
  long floor_cells = 0, reached = 0;
  for (long row = 0; row < rows; ++row) {
    for (long column = 0; column < columns; ++column) {
      const tp_point p = {all.left + width * ((double)column + 0.5) / (double)columns,
                          all.bottom + height * ((double)row + 0.5) / (double)rows};
      if (!is_on_floor(plan, space, p)) continue;
      ++floor_cells;
      if (is_reached(plan, space, p, depth)) ++reached;
    }
  }
  return floor_cells > 0 ? (double)reached / (double)floor_cells : 0;
}

static int32_t evaluate(const tp_plan* plan, const double* parameters, tp_result* result,
                        const tp_host* host) {
  const double depth = parameters[0] * parameters[1];
  double floor = 0, reached = 0;
  int is_known = 0, is_asked = 0;
  for (uint32_t s = 0; s < plan->space_count; ++s) {
    if (!host->step(host->self, s, plan->space_count)) return TP_STOPPED;
    if (is_left_out(plan->space_use[s])) {
      result->states[s] = TP_NOT_APPLICABLE;
      continue;
    }
    is_asked = 1;
    // A plan without a single window does not show them; that says nothing of daylight.
    if (plan->window_count == 0 || isnan(plan->space_area[s])) {
      result->states[s] = TP_NOT_COMPUTED;
      continue;
    }
    is_known = 1;
    result->values[s] = share_reached(plan, s, depth);
    result->states[s] = TP_VALUE;
    floor += plan->space_area[s];
    reached += plan->space_area[s] * result->values[s];
  }
  result->written = plan->space_count;
  if (is_known && floor > 0) {
    result->headline = reached / floor;
    result->headline_state = TP_VALUE;
  } else {
    result->headline_state =
        is_asked || plan->space_count == 0 ? TP_NOT_COMPUTED : TP_NOT_APPLICABLE;
  }
  return TP_OK;
}

static const tp_parameter head_height = {
    .id = "head_height",
    .label = {"Hoogte van de bovenkant van het raam", "Height of the window head"},
    .unit = {"m", "m"},
    .minimum = 1.5,
    .maximum = 6,
    .default_value = 2.4,
    .why = {"Op een plattegrond staat deze hoogte niet; 2,4 m is een gewone waarde bij een "
            "verdieping van 2,6 m.",
            "A floor plan does not state this height; 2.4 m is usual under a ceiling of 2.6 m."}};

static const tp_parameter depth_factor = {
    .id = "depth_factor",
    .label = {"Diepte, in raamhoogten", "Depth, in window heights"},
    .unit = {"", ""},
    .minimum = 0.5,
    .maximum = 4,
    .default_value = 2,
    .why = {"Vuistregel: 1 tot 2 keer de raamhoogte met zonwering, tot 2,5 keer zonder.",
            "Rule of thumb: 1 to 2 times the window head height with blinds, up to 2.5 times "
            "without."}};

static const tp_parameter* const parameters[] = {&head_height, &depth_factor};

const tp_plugin TP_PLUGIN_SYMBOL = {
    .abi_major = TP_ABI_MAJOR,
    .abi_minor = TP_ABI_MINOR,
    .struct_size = sizeof(tp_plugin),
    .version = 1,
    .id = "daylight_reach",
    .maker = "Trefpunt",
    .per = TP_PER_SPACE,
    .decimals = 2,
    .better = 1,
    .title = {"Vloer bij een raam", "Floor near a window"},
    .unit = {"deel van de vloer (0-1)", "share of the floor (0-1)"},
    .row_unit = {"deel van de vloer (0-1)", "share of the floor (0-1)"},
    .formula = {"Deel van de vloer dat dichter bij een raam in de gevel van dezelfde ruimte ligt "
                "dan de raamhoogte maal de diepte in raamhoogten.",
                "Share of the floor that lies nearer to a facade window of the same space than the "
                "window head height times the depth in window heights."},
    .source = {"Vuistregel, geen norm en geen daglichtberekening: C.F. Reinhart, ‘A "
               "simulation-based review of the ubiquitous window-head-height to daylit zone depth "
               "rule-of-thumb’, Building Simulation 2005, Montréal.",
               "Rule of thumb, neither a norm nor a daylight calculation: C.F. Reinhart, ‘A "
               "simulation-based review of the ubiquitous window-head-height to daylit zone depth "
               "rule-of-thumb’, Building Simulation 2005, Montréal."},
    .not_applicable = {"Hier verblijft niemand lang.", "Nobody stays here for long."},
    .not_computed = {"Op de tekening staan geen ramen, of de vloer van de ruimte is niet bekend.",
                     "The drawing shows no windows, or the floor of the space is not known."},
    .parameter_count = 2,
    .parameters = parameters,
    .evaluate = evaluate};
