// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "io/ifc_findings.h"
#include "io/ifc_storey.h"
#include "io/uses.h"

namespace trefpunt {

namespace {

// How much a zone is a department. A space takes the first of those that are most so.
enum class ZoneRank { Other, Possible, Department };

struct Zone {
  std::string name;
  ZoneRank rank = ZoneRank::Other;
  std::vector<Use> uses;  // of its spaces
};

ZoneRank rank_of(const StepFile& file, std::uint32_t id, const Zone& zone) {
  const auto values = file.values(id);
  const std::string purpose(values.size() > 8 ? values[8].text : "");
  for (const char* other : {"FIRESAFETY", "LIGHTING", "SECURITY", "THERMAL", "VENTILATION",
                            "CONSTRUCTION", "TRANSPORT", "RESERVATION", "INTERFERENCE"}) {
    if (purpose == other) return ZoneRank::Other;
  }
  const IfcName said = name_of(file, id);
  const std::string name = fold(said.name);
  const std::string text = name + " " + fold(said.kind);
  if (says_any(text, {"temperat", "therm",  "klima",    "climat",   "hvac",      "ventil",
                      "luft",     "lucht",  "verlicht", "lighting", "beleucht",  "brand",
                      "fire",     "rook",   "smoke",    "alarm",    "sprinkler", "beveilig",
                      "security", "bvo",    "vvo",      "gbo",      "nen 2580",  "nen2580",
                      "din 277",  "din277", "bouwfase", "phase"})) {
    return ZoneRank::Other;
  }
  if (says_any(text, {"afdeling", "department", "abteilung", "station",   "unit",        "verpleeg",
                      "ward",     "praktijk",   "practice",  "praxis",    "polikliniek", "poli ",
                      "clinic",   "kliniek",    "cluster",   "groep",     "gruppe",      "group",
                      "team",     "woning",     "wohnung",   "apartment", "appartement"})) {
    return ZoneRank::Department;
  }
  // "WC", "Flur", "Einzelzimmer": a kind of room, not whose it is.
  for (const char* kind : {"zimmer", "kamer", "kamers", "ruimte", "ruimten", "ruimtes", "raum",
                           "raume", "room", "rooms"}) {
    if (name.ends_with(kind)) return ZoneRank::Other;
  }
  if (const std::optional<Use> use = suggest_use(said.name)) {
    const auto alike = std::count_if(zone.uses.begin(), zone.uses.end(), [&](Use one) {
      return one == *use || (is_circulation(one) && is_circulation(*use)) ||
             (one == Use::AccessibleToilet && *use == Use::Toilet);
    });
    if (5 * static_cast<std::size_t>(alike) >= 4 * zone.uses.size()) return ZoneRank::Other;
  }
  return ZoneRank::Possible;
}

std::string joined(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

}  // namespace

void give_ifc_units(IfcReading& reading) {
  std::map<std::string, RoomDraft*> rooms;  // by GlobalId
  for (IfcStorey& storey : reading.storeys) {
    for (RoomDraft& room : storey.draft.rooms) rooms[room.space.source_key] = &room;
  }
  std::map<std::uint32_t, RoomDraft*> room_of;
  std::map<std::uint32_t, Zone> zones;
  for (const std::uint32_t id : reading.file.all("IFCSPACE")) {
    const auto room = rooms.find(name_of(reading.file, id).id);
    if (room == rooms.end()) continue;
    room_of[id] = room->second;
    const auto groups = reading.relations.groups.find(id);
    if (groups == reading.relations.groups.end()) continue;
    for (const std::uint32_t group : groups->second)
      zones[group].uses.push_back(room->second->space.use);
  }
  for (auto& [id, zone] : zones) {
    zone.name = squeeze(name_of(reading.file, id).name);
    zone.rank = zone.name.empty() ? ZoneRank::Other : rank_of(reading.file, id, zone);
  }
  std::map<std::uint32_t, bool> is_taken;
  for (const auto& [id, room] : room_of) {
    std::uint32_t best = 0;
    if (const auto groups = reading.relations.groups.find(id);
        groups != reading.relations.groups.end()) {
      for (const std::uint32_t group : groups->second) {
        if (zones[group].rank == ZoneRank::Other) continue;
        if (best == 0 || zones[group].rank > zones[best].rank) best = group;
      }
    }
    if (best != 0) {
      room->unit = zones[best].name;
      is_taken[best] = true;
      continue;
    }
    const auto properties = reading.properties(id);
    if (const IfcProperty* said =
            find_property(properties, {"afdeling", "department", "abteilung"}))
      room->unit = squeeze(said->value.str());
  }
  std::vector<std::string> left;
  for (const auto& [id, zone] : zones) {
    if (!is_taken.contains(id) && !zone.name.empty()) left.push_back(zone.name);
  }
  if (left.empty()) return;
  const std::string list = joined(left);
  reading.findings.push_back(
      {finding::kZoneIsNoUnit,
       Severity::Note,
       {"Niet als afdeling gelezen, omdat deze zones een soort ruimte of een installatie noemen of "
        "hun ruimten al bij een andere zone horen: " +
            list + ".",
        "Not read as a unit, because these zones name a kind of room or an installation, or their "
        "spaces belong to another zone already: " +
            list + "."},
       "",
       "",
       std::nullopt});
}

}  // namespace trefpunt
