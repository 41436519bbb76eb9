// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/use.h"

#include "base/check.h"

namespace trefpunt {

namespace {

struct Entry {
  Use use;
  std::string_view id;
  Text name;
};

const std::vector<Entry>& entries() {
  static const std::vector<Entry> list = {
      {Use::Unknown, "unknown", {"gebruik onbekend", "use unknown"}},
      {Use::Bedroom, "bedroom", {"patiënten- of bewonerskamer", "bedroom"}},
      {Use::Consulting, "consulting", {"spreekkamer", "consulting room"}},
      {Use::Treatment, "treatment", {"behandelkamer", "treatment room"}},
      {Use::Waiting, "waiting", {"wachtruimte", "waiting area"}},
      {Use::Lounge, "lounge", {"ontmoetingsruimte", "lounge"}},
      {Use::Dayroom, "dayroom", {"dagverblijf", "dayroom"}},
      {Use::Living, "living", {"huiskamer", "living room"}},
      {Use::FamilyRoom, "family_room", {"familiekamer", "family room"}},
      {Use::GroupRoom, "group_room", {"groepsruimte", "group room"}},
      {Use::Meeting, "meeting", {"vergaderruimte", "meeting room"}},
      {Use::Quiet, "quiet", {"stilteruimte", "quiet room"}},
      {Use::ThirdPlace, "third_place", {"inloop of koffieplek", "third place"}},
      {Use::Activity, "activity", {"activiteitenruimte", "activity room"}},
      {Use::Toilet, "toilet", {"toilet", "toilet"}},
      {Use::AccessibleToilet, "accessible_toilet", {"toegankelijk toilet", "accessible toilet"}},
      {Use::Bathroom, "bathroom", {"badkamer", "bathroom"}},
      {Use::Reception, "reception", {"balie", "reception"}},
      {Use::Entrance, "entrance", {"entree", "entrance"}},
      {Use::Corridor, "corridor", {"gang", "corridor"}},
      {Use::Stairs, "stairs", {"trap", "stairs"}},
      {Use::Lift, "lift", {"lift", "lift"}},
      {Use::Office, "office", {"kantoor", "office"}},
      {Use::StaffRoom, "staff_room", {"personeelsruimte", "staff room"}},
      {Use::Kitchen, "kitchen", {"keuken", "kitchen"}},
      {Use::Pantry, "pantry", {"pantry", "pantry"}},
      {Use::Pharmacy, "pharmacy", {"apotheek", "pharmacy"}},
      {Use::Storage, "storage", {"berging", "storage"}},
      {Use::Technical, "technical", {"technische ruimte", "technical room"}},
      {Use::Outdoor, "outdoor", {"buitenruimte", "outdoor space"}},
      {Use::Void, "void", {"vide of schacht", "void or shaft"}},
      {Use::Other, "other", {"overig", "other"}},
  };
  return list;
}

const Entry& entry(Use use) {
  const Entry& found = entries()[static_cast<std::size_t>(use)];
  TP_CHECK(found.use == use);
  return found;
}

}  // namespace

const std::vector<Use>& all_uses() {
  static const std::vector<Use> list = [] {
    std::vector<Use> uses;
    for (const Entry& e : entries()) uses.push_back(e.use);
    return uses;
  }();
  return list;
}

std::string_view id_of(Use use) {
  return entry(use).id;
}
const Text& name_of(Use use) {
  return entry(use).name;
}

std::optional<Use> use_from_id(std::string_view id) {
  for (const Entry& e : entries()) {
    if (e.id == id) return e.use;
  }
  return std::nullopt;
}

bool is_meeting_place(Use use) {
  switch (use) {
    case Use::Lounge:
    case Use::Dayroom:
    case Use::Living:
    case Use::FamilyRoom:
    case Use::GroupRoom:
    case Use::ThirdPlace:
    case Use::Activity:
      return true;
    default:
      return false;
  }
}

bool is_informal_meeting_place(Use use) {
  return use == Use::Lounge || use == Use::Dayroom || use == Use::Living || use == Use::ThirdPlace;
}

bool is_private_room(Use use) {
  return use == Use::Bedroom || use == Use::Consulting || use == Use::Treatment;
}

bool is_circulation(Use use) {
  return use == Use::Corridor || use == Use::Entrance || use == Use::Stairs || use == Use::Lift;
}

bool is_floor(Use use) {
  return use != Use::Void && use != Use::Outdoor && use != Use::Stairs && use != Use::Lift;
}

}  // namespace trefpunt
