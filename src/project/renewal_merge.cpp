// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <cmath>

#include "project/renewal_parts.h"

namespace trefpunt {

namespace {

Text in_both(const std::string& words) {
  return {words, words};
}

Text words_of_access(Access access) {
  switch (access) {
    case Access::Public:
      return {"voor iedereen", "public"};
    case Access::Appointment:
      return {"op afspraak", "by appointment"};
    case Access::Staff:
      return {"alleen personeel", "staff only"};
    case Access::Unknown:
      return {};
  }
  return {};
}
Text words_of_lock(Lock lock) {
  switch (lock) {
    case Lock::Free:
      return {"vrij", "free"};
    case Lock::Controlled:
      return {"alleen met toestemming", "controlled"};
    case Lock::Unknown:
      return {};
  }
  return {};
}
Text words_of_entrance(Entrance entrance) {
  switch (entrance) {
    case Entrance::Public:
      return {"voor iedereen", "public"};
    case Entrance::Staff:
      return {"voor personeel", "staff"};
    case Entrance::None:
      return {"geen ingang", "no entrance"};
    case Entrance::Unknown:
      return {};
  }
  return {};
}

// What people say goes before what the file says; where neither is empty the difference is told.
template <typename T, typename Words>
void keep_said(const char* field, const T& old, T& now, RenewalFields& fields, Words words) {
  if (now == old) return;
  const Text was = old == T() ? Text() : words(old), is = now == T() ? Text() : words(now);
  if (old == T()) {
    fields.changed.push_back(field_changed(field, "", is.en, was, is));
    return;
  }
  if (now != T()) fields.kept.push_back(field_kept(field, was.en, is.en, was, is));
  now = old;
}

// What the file says goes before what was there; what it does not say stays.
void take_text(const char* field, const std::string& old, std::string& now, RenewalFields& fields) {
  if (now.empty()) now = old;
  if (now != old) fields.changed.push_back(field_changed(field, old, now));
}

void take_metres(const char* field, std::optional<double> old, std::optional<double>& now,
                 RenewalFields& fields) {
  if (!now) now = old;
  if (now == old) return;
  if (old && std::abs(*now - *old) < kListedWidth) return;
  fields.changed.push_back(metres_changed(field, old, now));
}

// A plan that says nothing of glass says false.
void take_glass(bool old, bool& now, RenewalFields& fields) {
  if (now == old) return;
  const Text yes{"ja", "yes"}, no{"nee", "no"};
  if (old) {
    fields.kept.push_back(field_kept("is_glass", "yes", "no", yes, no));
  } else {
    fields.changed.push_back(field_changed("is_glass", "no", "yes", no, yes));
  }
  now = true;
}

void keep_key(const std::string& old, std::string& now) {
  if (now.empty()) now = old;
}

void take_use(const Space& old, Space& now, const RenewalRules& rules, RenewalFields& fields) {
  const bool is_said_now = rules.has_use_list && !now.use_is_suggested && now.use != Use::Unknown;
  const bool stays = old.use != Use::Unknown && !old.use_is_suggested && !is_said_now;
  const std::string was(old.use == Use::Unknown ? "" : id_of(old.use)),
      is(now.use == Use::Unknown ? "" : id_of(now.use));
  if (stays) {
    if (now.use != old.use && now.use != Use::Unknown) {
      fields.kept.push_back(field_kept("use", was, is, name_of(old.use), name_of(now.use)));
    }
    now.use = old.use;
    now.use_is_suggested = false;
  } else if (now.use == Use::Unknown) {
    now.use = old.use;
    now.use_is_suggested = old.use_is_suggested;
  } else if (now.use != old.use) {
    fields.changed.push_back(field_changed("use", was, is, name_of(old.use), name_of(now.use)));
  }
}

std::string unit_name(UnitId unit, const RenewalRules& rules) {
  const auto found = rules.units.find(unit);
  return found != rules.units.end() ? found->second : to_string(unit);
}

}  // namespace

void merge(const Space& old, Space& now, const RenewalRules& rules, RenewalFields& fields) {
  const bool is_listed = rules.has_room_list && !old.number.empty() && old.number == now.number;
  if (is_listed && !old.name.empty() && now.name != old.name) {
    if (!now.name.empty()) {
      fields.kept.push_back(
          field_kept("name", old.name, now.name, in_both(old.name), in_both(now.name)));
    }
    now.name = old.name;
  }
  take_text("name", old.name, now.name, fields);
  take_text("number", old.number, now.number, fields);
  take_use(old, now, rules, fields);
  keep_said("unit", old.unit, now.unit, fields,
            [&](UnitId unit) { return in_both(unit_name(unit, rules)); });
  keep_said("beds", old.beds, now.beds, fields,
            [](std::optional<int> beds) { return in_both(std::to_string(*beds)); });
  keep_said("access", old.access, now.access, fields, words_of_access);
  keep_said("building_function", old.building_function, now.building_function, fields, in_both);
  keep_said("opening_hours", old.opening_hours, now.opening_hours, fields, in_both);
  if (!now.stated_area_m2 || (is_listed && old.stated_area_m2)) {
    now.stated_area_m2 = old.stated_area_m2;
  }
  // The point that holds a space may have been put in one of its halves.
  if (const auto floor = rules.floors->find(now.id); floor != rules.floors->end()) {
    if (contains(floor->second, old.anchor)) now.anchor = old.anchor;
  }
  keep_key(old.source_key, now.source_key);
  now.id = old.id;
}

void merge(const Wall& old, Wall& now, const RenewalRules&, RenewalFields& fields) {
  take_glass(old.is_glass, now.is_glass, fields);
  keep_key(old.source_key, now.source_key);
  now.id = old.id;
}

void merge(const Door& old, Door& now, const RenewalRules&, RenewalFields& fields) {
  take_text("name", old.name, now.name, fields);
  take_metres("clear_width", old.clear_width, now.clear_width, fields);
  if (std::abs(old.opening_width() - now.opening_width()) > 2 * kListedWidth) {
    fields.changed.push_back(
        metres_changed("opening_width", old.opening_width(), now.opening_width()));
  }
  take_metres("threshold_height", old.threshold_height, now.threshold_height, fields);
  keep_said("lock", old.lock, now.lock, fields, words_of_lock);
  keep_said("entrance", old.entrance, now.entrance, fields, words_of_entrance);
  take_glass(old.is_glass, now.is_glass, fields);
  if (old.is_opening != now.is_opening) {
    const Text yes{"ja", "yes"}, no{"nee", "no"};
    fields.changed.push_back(now.is_opening ? field_changed("is_opening", "no", "yes", no, yes)
                                            : field_changed("is_opening", "yes", "no", yes, no));
  }
  keep_key(old.source_key, now.source_key);
  now.id = old.id;
}

void merge(const Window& old, Window& now, const RenewalRules&, RenewalFields& fields) {
  take_metres("sill_height", old.sill_height, now.sill_height, fields);
  keep_key(old.source_key, now.source_key);
  now.id = old.id;
}

void merge(const Seat& old, Seat& now, const RenewalRules&, RenewalFields& fields) {
  if (old.places != now.places) {
    fields.changed.push_back(
        field_changed("places", std::to_string(old.places), std::to_string(now.places)));
  }
  keep_key(old.source_key, now.source_key);
  now.id = old.id;
}

void merge(const Furniture& old, Furniture& now, const RenewalRules&, RenewalFields& fields) {
  take_text("name", old.name, now.name, fields);
  keep_key(old.source_key, now.source_key);
  now.id = old.id;
}

void merge(const Link& old, Link& now, const RenewalRules&, RenewalFields& fields) {
  if (old.kind != now.kind) {
    const Text was = words_of_thing(old), is = words_of_thing(now);
    fields.changed.push_back(field_changed("kind", was.en, is.en, was, is));
  }
  take_metres("walking_length", old.walking_length, now.walking_length, fields);
  take_metres("slope", old.slope, now.slope, fields);
  keep_key(old.source_key, now.source_key);
  now.id = old.id;
}

void merge(const Boundary& old, Boundary& now, const RenewalRules&, RenewalFields&) {
  keep_key(old.source_key, now.source_key);
  now.id = old.id;
}

std::vector<RenewedField> said_of(const Space& space, const RenewalRules& rules) {
  std::vector<RenewedField> fields;
  if (space.use != Use::Unknown && !space.use_is_suggested) {
    fields.push_back(field_said("use", std::string(id_of(space.use)), name_of(space.use)));
  }
  const auto say = [&](const char* field, const Text& words) {
    if (!words.empty()) fields.push_back(field_said(field, words.en, words));
  };
  if (space.unit) say("unit", in_both(unit_name(space.unit, rules)));
  if (space.beds) say("beds", in_both(std::to_string(*space.beds)));
  say("access", words_of_access(space.access));
  say("building_function", in_both(space.building_function));
  say("opening_hours", in_both(space.opening_hours));
  return fields;
}

std::vector<RenewedField> said_of(const Door& door, const RenewalRules&) {
  std::vector<RenewedField> fields;
  const auto say = [&](const char* field, const Text& words) {
    if (!words.empty()) fields.push_back(field_said(field, words.en, words));
  };
  say("lock", words_of_lock(door.lock));
  say("entrance", words_of_entrance(door.entrance));
  return fields;
}

std::vector<RenewedField> said_of(const Link& link, const RenewalRules&) {
  if (!link.walking_length) return {};
  const double length = *link.walking_length;
  return {field_said(
      "walking_length", fmt::format("{:.2f}", length),
      {format_number(length, 2, Lang::Nl) + " m", format_number(length, 2, Lang::En) + " m"})};
}

}  // namespace trefpunt
