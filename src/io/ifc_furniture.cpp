// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "io/ifc_storey.h"
#include "io/level_name.h"

namespace trefpunt {

namespace {

constexpr double kHangsAbove = 1.5;  // m: what hangs higher does not stand on the floor
constexpr double kEyes = 1.6;        // m: what is higher is not seen over
constexpr double kSeatLength = 0.6;  // m of a sofa or bench for one
constexpr double kWashroom = 12.0;   // m2: a larger room with a toilet in it is something else

// PredefinedType of the thing or its type: CHAIR, SOFA, BED, TOILETPAN. IFC2x3 types end in where
// a piece is put together instead, which says nothing.
std::string_view kind_stated(const IfcReading& reading, std::uint32_t id) {
  const auto told = [](const StepValue& value) {
    return value.kind == StepValue::Kind::Enum && value.text != "NOTDEFINED" &&
           value.text != "USERDEFINED" && value.text != "SITE" && value.text != "FACTORY";
  };
  const auto values = reading.file.values(id);
  if (values.size() > 8 && told(values[8])) return values[8].text;
  const auto type = reading.file.values(reading.relations.type_of(id));
  return !type.empty() && told(type.back()) ? type.back().text : std::string_view{};
}

bool is_long_seat(const std::string& called) {
  return says_any(called, {"sofa", "couch", "bench", "zitbank", "bankstel", "sitzbank", "canape"});
}

// What the file says of places to sit, else by length.
int ifc_places(const IfcReading& reading, std::uint32_t id, bool is_long, const Ring& rectangle) {
  const auto properties = reading.properties(id);
  if (const IfcProperty* said =
          find_property(properties, {"numberofseats", "seats", "aantalzitplaatsen", "zitplaatsen",
                                     "numberofplaces", "anzahlplatze"})) {
    const double count = said->value.kind == StepValue::Kind::Number
                             ? said->value.number
                             : number_from_text(said->value.str()).value_or(0);
    if (count >= 1 && count < 1000) return static_cast<int>(count);
  }
  if (!is_long) return 1;
  const double size =
      std::max(distance(rectangle[0], rectangle[1]), distance(rectangle[1], rectangle[2]));
  return std::max(1, static_cast<int>(size / kSeatLength));
}

RoomDraft* room_at(IfcStorey& storey, Point p) {
  RoomDraft* found = nullptr;
  for (RoomDraft& room : storey.draft.rooms) {
    if (contains(room.polygon, p) && (!found || area(room.polygon) < area(found->polygon)))
      found = &room;
  }
  return found;
}

void add_piece(IfcReading& reading, std::uint32_t id) {
  const Solid solid = reading.body(id);
  IfcStorey* storey = reading.storey_of(id, solid);
  const auto between = heights(solid);
  Ring hull = convex_hull(seen_from_above(solid));
  snap_ring(hull);
  if (!storey || hull.size() < 3) return reading.skip(id, IfcSkip::NoShape);
  if (between->first > storey->floor + kHangsAbove) return reading.skip(id, IfcSkip::Overhead);
  const IfcName name = name_of(reading.file, id);
  const std::string called = reading.called(id);
  const std::string_view kind = kind_stated(reading, id);
  const bool is_bed = kind == "BED" || (kind.empty() && is_ifc_bed(called));
  const bool is_long = kind == "SOFA" || (kind != "CHAIR" && is_long_seat(called));
  const bool is_seat = kind == "CHAIR" || kind == "SOFA" || (kind.empty() && is_ifc_seat(called));
  const Ring rectangle = smallest_rectangle(hull);
  if (is_seat && !is_bed && !rectangle.empty()) {
    storey->draft.raw.storey.seats.push_back(
        {{}, snap(centroid(hull)), ifc_places(reading, id, is_long, rectangle), name.id});
    return;
  }
  if (is_bed) {
    if (RoomDraft* room = room_at(*storey, centroid(hull));
        room && !reading.states_beds.contains(room->space.source_key)) {
      room->space.beds = room->space.beds.value_or(0) + 1;
    }
  }
  storey->draft.raw.storey.furniture.push_back(
      {{}, hull, between->second > storey->floor + kEyes, name.name, name.id});
}

// A room without a telling name is a toilet or bathroom by what stands in it.
void add_sanitary(IfcReading& reading, std::uint32_t id) {
  const Solid solid = reading.body(id);
  IfcStorey* storey = reading.storey_of(id, solid);
  if (!storey) return;
  const std::string_view kind = kind_stated(reading, id);
  const std::string called = reading.called(id);
  const bool is_toilet = kind == "TOILETPAN" || kind == "WCSEAT" || kind == "URINAL" ||
                         says_any(called, {"toilet", "closet", "wc ", "wc-", "urino"});
  const bool is_bath =
      kind == "BATH" || kind == "SHOWER" || says_any(called, {"douche", "shower", "dusche", "bad"});
  const Ring hull = convex_hull(seen_from_above(solid));
  if (hull.size() < 3 || (!is_toilet && !is_bath)) return;
  RoomDraft* room = room_at(*storey, centroid(hull));
  if (!room || area(room->polygon) > kWashroom) return;
  Space& space = room->space;
  if (space.use == Use::Unknown || (is_bath && space.use == Use::Toilet && space.use_is_suggested &&
                                    reading.by_sanitary.contains(space.source_key))) {
    space.use = is_bath ? Use::Bathroom : Use::Toilet;
    space.use_is_suggested = true;
    reading.by_sanitary.insert(space.source_key);
  }
}

}  // namespace

bool is_ifc_bed(const std::string& called) {
  if (says_any(called, {"bedside", "nacht", "bedkast", "bedtafel"})) return false;
  return says_any(called, {"bed ", "bed-", "bed:", "bett ", "bett-", "bett:", "ziekenhuisbed",
                           "hospital bed", "krankenbett", "pflegebett"}) ||
         called == "bed" || called == "bett" || called.ends_with(" bed") ||
         called.ends_with(" bett");
}

bool is_ifc_seat(const std::string& called) {
  return is_long_seat(called) ||
         says_any(called, {"chair", "stoel", "stuhl", "seat", "zetel", "fauteuil", "kruk", "hocker",
                           "stool", "sessel", "poef"});
}

void add_ifc_furniture(IfcReading& reading) {
  for (IfcStorey& storey : reading.storeys) {
    for (const RoomDraft& room : storey.draft.rooms) {
      if (room.space.beds) reading.states_beds.insert(room.space.source_key);
    }
  }
  for (const std::uint32_t id : reading.all(IfcKind::Furniture)) add_piece(reading, id);
  for (const char* type : {"IFCSANITARYTERMINAL", "IFCFLOWTERMINAL"}) {
    for (const std::uint32_t id : reading.file.all(type)) add_sanitary(reading, id);
  }
}

}  // namespace trefpunt
