// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A measure of your own for Trefpunt, in C11 or anything that can export a C struct.
// The guide is docs/plugins.md; plugins/template is a folder to copy.
//
// A plugin is a shared library (.so) with one symbol: `const tp_plugin trefpunt_plugin`. It says
// what it measures, and one function turns a building into numbers. Trefpunt does the rest: it
// reads the plan, draws, stores, reports.
//
// Lifetime  What the plugin declares lives as long as the library; it is never unloaded. What
//           evaluate() is given lives until evaluate() returns: keep no pointer to it.
// Units     Lengths are metres, areas square metres, numbers double. Texts are UTF-8 and end in
//           NUL. x goes right, y goes up, in the plan's own coordinates.
// Threads   evaluate() may run on several threads at the same time, each with its own arguments.
//           It keeps no state between calls, and gives the same numbers for the same arguments:
//           no clock, no random numbers without a fixed seed, no locale.
// Errors    Nothing is thrown across these functions (trefpunt_plugin.hpp helps in C++).
// Trust     A plugin is native code and can do all that the user can. Trefpunt loads only what
//           lies in folders that the user named or installed, and the report names each plugin
//           with its version and its SHA-256.

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// The version of this header. Another major number is refused. A greater minor number is
// accepted: additions come at the end of a struct, and who does not know them does not read them.
#define TP_ABI_MAJOR 1u
#define TP_ABI_MINOR 0u

// A sentence or word for people, in plain Dutch and in English. Neither is ever null.
typedef struct tp_text {
  const char* nl;
  const char* en;
} tp_text;

// What one value belongs to.
enum {
  TP_PER_BUILDING = 0,  // no values but the headline
  TP_PER_SPACE = 1,     // one for each of tp_plan::space_count, in their order
  TP_PER_SEAT = 2       // one for each of tp_plan::seat_count, in their order
};

// What a number says. Missing is not zero: a number counts only when its state is TP_VALUE.
enum {
  TP_NOTHING_SAID = 0,    // as the host hands it over; leaving it so is refused
  TP_VALUE = 1,           // the number; it must be finite
  TP_NOT_APPLICABLE = 2,  // the question makes no sense here: a store room and its seats
  TP_NOT_COMPUTED = 3     // the question makes sense, the plan lacks the data
};

// What evaluate() returns. Any other number counts as TP_FAILED.
enum {
  TP_OK = 0,       // every value and the headline are filled
  TP_STOPPED = 1,  // step() said stop
  TP_FAILED = 2    // fail() said why
};

typedef struct tp_point {
  double x;
  double y;
} tp_point;

// The building, as columns: `space_area[i]`, `space_use[i]` and all other `space_` columns speak of
// space i. Read only. A column of a kind with count 0 may be null.
//
// "Offsets": `x_begin` has count + 1 entries; thing i has the entries from x_begin[i] up to,
// not including, x_begin[i + 1].
typedef struct tp_plan {
  uint32_t struct_size;  // bytes of this struct as the host knows it; may be more than yours

  uint32_t storey_count;           // from low to high
  const char* const* storey_name;  // "Begane grond"
  const double* storey_level;      // 0 the ground floor, -1 below it, 0.5 between

  uint32_t unit_count;           // wards, practices, departments
  const char* const* unit_id;    // "U1"
  const char* const* unit_name;  // may be ""
  const int32_t* unit_beds;      // -1: not known

  uint32_t space_count;             // rooms and open areas
  const char* const* space_id;      // "S12"
  const char* const* space_name;    // may be ""
  const char* const* space_number;  // as on the door; may be ""
  const char* const* space_use;     // "corridor", "lounge", ...: docs/plugins.md has all; "unknown"
  const uint32_t* space_storey;     // index of its storey
  const int32_t* space_unit;        // index of its unit; -1: none
  const int32_t* space_beds;        // -1: not known
  const double* space_area;         // m2, net, holes taken off; NaN: its floor is not known
  const uint32_t* space_ring_begin;  // offsets into the rings. The first ring of a space is its
                                     // edge, counter-clockwise; the others are holes, clockwise.
                                     // No rings: its floor is not known
  uint32_t ring_count;               // of all spaces together
  const uint32_t* ring_point_begin;  // offsets into ring_points
  const tp_point* ring_points;       // the last point of a ring joins the first

  uint32_t wall_count;
  const char* const* wall_id;  // "W3"
  const uint32_t* wall_storey;
  const uint8_t* wall_is_closed;     // 1: its points are the ring of a solid wall
  const uint8_t* wall_is_glass;      // 1: is seen through
  const uint32_t* wall_point_begin;  // offsets into wall_points
  const tp_point* wall_points;

  uint32_t door_count;         // openings without a leaf are here too
  const char* const* door_id;  // "D7"
  const uint32_t* door_storey;
  const tp_point* door_a;          // from jamb ...
  const tp_point* door_b;          // ... to jamb
  const double* door_clear_width;  // m, as stated; NaN: not stated
  const uint8_t* door_is_glass;
  const uint8_t* door_is_opening;  // 1: without a leaf
  const int32_t* door_space;       // two per door: the space on either side; -1: none
  const uint8_t* door_is_outside;  // two per door: 1 when that side is outside the building

  uint32_t window_count;
  const char* const* window_id;  // "V2"
  const uint32_t* window_storey;
  const tp_point* window_a;     // along the middle of the window ...
  const tp_point* window_b;     // ... from end to end
  const double* window_sill;    // m above the floor; NaN: not stated
  const int32_t* window_space;  // two per window: the space on either side; -1: none. One
                                // space and one -1: a window in the facade

  uint32_t seat_count;
  const char* const* seat_id;  // "Z5"
  const uint32_t* seat_storey;
  const tp_point* seat_at;
  const int32_t* seat_places;  // how many people sit here; 1 for a chair
  const int32_t* seat_space;   // index of the space it stands in; -1: none

  uint32_t furniture_count;
  const char* const* furniture_id;    // "F9"
  const char* const* furniture_name;  // may be ""
  const uint32_t* furniture_storey;
  const uint8_t* furniture_is_tall;       // 1: is not seen over
  const uint32_t* furniture_point_begin;  // offsets into furniture_points
  const tp_point* furniture_points;       // a ring

  uint32_t link_count;               // ways between storeys
  const char* const* link_id;        // "K1"
  const uint32_t* link_storey;       // the storey it is drawn on
  const uint8_t* link_kind;          // 0 stairs, 1 lift, 2 ramp
  const double* link_length;         // m walked to the next storey; NaN: not stated
  const uint32_t* link_point_begin;  // offsets into link_points
  const tp_point* link_points;       // a ring
} tp_plan;

// Where the numbers go. The host made the arrays; the plugin fills them and changes nothing else.
typedef struct tp_result {
  uint32_t struct_size;    // bytes of this struct as the host knows it
  uint32_t count;          // entries in `values` and in `states`: as `per` says
  double* values;          // in the unit of tp_plugin::row_unit
  uint8_t* states;         // TP_VALUE, TP_NOT_APPLICABLE or TP_NOT_COMPUTED beside each value
  uint32_t written;        // the plugin sets it: how many it filled; anything but count is refused
  double headline;         // the one number for the building, in the unit of tp_plugin::unit
  uint8_t headline_state;  // as states
} tp_result;

// What the host does for the plugin during evaluate(). Each may be called on any thread.
typedef struct tp_host {
  uint32_t struct_size;  // bytes of this struct as the host knows it
  void* self;            // to be handed back as the first argument

  // Tells how far the work is. 0: the answer is no longer wanted, return TP_STOPPED soon.
  int32_t (*step)(void* self, uint32_t done, uint32_t total);

  // Why it cannot be done: one sentence a planner understands, in Dutch and in English; copied.
  // Then return TP_FAILED. It stands in the report in place of the numbers.
  void (*fail)(void* self, const char* nl, const char* en);
} tp_host;

// A number that the user may change.
typedef struct tp_parameter {
  const char* id;        // "depth_factor": a-z, 0-9 and _, starts with a letter
  tp_text label;         // "Diepte in raamhoogten"
  tp_text unit;          // "m"; "" for a plain number
  double minimum;        // finite; values outside minimum .. maximum never reach the plugin
  double maximum;        // finite, above minimum
  double default_value;  // within them
  tp_text why;           // where the default comes from; the report marks it as an assumption
} tp_parameter;

// The plugin. Every pointer is there and every text has words, unless it says that it may be "".
typedef struct tp_plugin {
  uint32_t abi_major;    // TP_ABI_MAJOR
  uint32_t abi_minor;    // TP_ABI_MINOR
  uint32_t struct_size;  // sizeof(tp_plugin)
  uint32_t version;      // from 1; raised when the same plan may give another number
  const char* id;        // "daylight_reach": a-z, 0-9 and _, starts with a letter. Never used again
                         // for another formula; two plugins cannot share one
  const char* maker;     // a person or an organisation
  uint32_t per;          // TP_PER_BUILDING, TP_PER_SPACE or TP_PER_SEAT
  uint32_t decimals;     // in reports, at most 9
  int32_t better;        // 1: higher is better, -1: lower is better, 0: neither. Judges nothing
  tp_text title;         // the name of the measure
  tp_text unit;          // of the headline; "" for a plain number
  tp_text row_unit;      // of the values; "" for a plain number
  tp_text formula;       // one sentence: what is computed
  tp_text source;        // the publication it rests on, and its place in there; or say that it is a
                         // rule of thumb
  tp_text not_applicable;                 // the reason that goes with TP_NOT_APPLICABLE
  tp_text not_computed;                   // the reason that goes with TP_NOT_COMPUTED
  uint32_t parameter_count;               // may be 0
  const tp_parameter* const* parameters;  // null when there are none

  // Fills `result`. `parameters` has parameter_count values, in the order declared. [any thread]
  int32_t (*evaluate)(const tp_plan* plan, const double* parameters, tp_result* result,
                      const tp_host* host);
} tp_plugin;

// Makes the symbol visible, also with -fvisibility=hidden. A test that links a plugin into itself
// defines TP_PLUGIN_SYMBOL as another name.
#ifndef TP_PLUGIN_SYMBOL
#define TP_PLUGIN_SYMBOL trefpunt_plugin
#endif
#define TP_EXPORT __attribute__((visibility("default")))

// The one symbol a plugin exports.
TP_EXPORT extern const tp_plugin TP_PLUGIN_SYMBOL;

#ifdef __cplusplus
}
#endif
