// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/programme_presets.h"

#include <catch2/catch.hpp>
#include <numeric>

#include "project/programme_json.h"

using namespace trefpunt;

namespace {

bool is_marked(const std::string& source) {
  return source.find("aanname: ") != std::string::npos ||
         source.find("door de planner te verklaren") != std::string::npos ||
         source.starts_with("opgenomen");
}

int people(const Programme& programme) {
  return std::accumulate(programme.roles.begin(), programme.roles.end(), 0,
                         [](int sum, const Role& role) { return sum + role.count; });
}

}  // namespace

TEST_CASE("Every preset is a programme that knows its preset", "[presets]") {
  REQUIRE(presets().size() == 2);
  for (const PresetInfo& info : presets()) {
    const auto read = programme_from_json(std::string(info.json), "preset.json");
    if (!read) FAIL(to_string(read.error(), Lang::En));
    CHECK(preset(info.id).preset == info.id);
    CHECK_FALSE(preset(info.id).empty());
  }
}

TEST_CASE("Every number of a preset says what it rests on", "[presets]") {
  for (const PresetInfo& info : presets()) {
    const Programme programme = preset(info.id);
    for (const Role& role : programme.roles) {
      CAPTURE(info.id, role.id);
      CHECK(is_marked(role.source));
      for (const Presence& presence : role.presence) CHECK(is_marked(presence.source));
      for (const Errand& errand : role.errands) {
        CAPTURE(errand.id);
        CHECK(is_marked(errand.source));
      }
    }
    for (const GroupSession& session : programme.sessions) CHECK(is_marked(session.source));
    const EncounterRules& rules = programme.rules;
    for (const Assumption* rule : {&rules.overlap_min, &rules.sight_m, &rules.beside_m,
                                   &rules.detour, &rules.notice, &rules.times}) {
      CHECK(is_marked(rule->source));
    }
  }
}

TEST_CASE("The ward has 60 people in 12 roles, both presets groups and wishes", "[presets]") {
  const Programme ward = preset("verpleegafdeling");
  CHECK(ward.roles.size() == 12);
  CHECK(people(ward) == 60);
  for (const PresetInfo& info : presets()) {
    const Programme programme = preset(info.id);
    CHECK(programme.sessions.size() == 2);
    for (const Wish wish : {Wish::Wanted, Wish::Unwanted}) {
      CHECK(std::any_of(programme.relations.begin(), programme.relations.end(),
                        [&](const Relation& relation) { return relation.wish == wish; }));
    }
  }
}
