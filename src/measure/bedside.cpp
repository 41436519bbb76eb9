// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/bedside.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace trefpunt {

namespace {

// Letters only, in lower case, without what parts words: "Sofa-bed 90x200" is "sofabedx".
std::string letters(const std::string& name) {
  std::string kept;
  for (const char c : fold(name)) {
    if (c >= 'a' && c <= 'z') kept += c;
  }
  return kept;
}

constexpr std::array<std::string_view, 14> kSleepingPlaces = {
    "slaapbank", "slaapstoel", "slaapfauteuil", "logeerbed", "bedbank",
    "opklapbed", "uitklapbed", "vouwbed",       "roomingin", "stretcher",
    "sofabed",   "guestbed",   "foldingbed",    "schlafsofa"};

}  // namespace

bool is_sleeping_place(const std::string& name) {
  const std::string own = letters(name);
  return std::any_of(kSleepingPlaces.begin(), kSleepingPlaces.end(),
                     [&](std::string_view word) { return own.find(word) != std::string::npos; });
}

bool is_bed(const std::string& name) {
  if (is_sleeping_place(name)) return false;
  std::string word;  // "BED_90": a word that ends in bed; "bedkastje" is none
  for (const char c : fold(name) + " ") {
    if (c >= 'a' && c <= 'z') {
      word += c;
      continue;
    }
    if (word.ends_with("bed") || word.ends_with("bett")) return true;
    word.clear();
  }
  return false;
}

Value no_bedroom(const Scene& scene) {
  if (all_uses_known(scene)) {
    return NotApplicable{{"De plattegrond heeft geen slaapkamers.", "The plan has no bedrooms."}};
  }
  return NotComputed{{"Er zijn geen slaapkamers bekend.", "No bedrooms are known."}};
}

std::vector<const Furniture*> furniture_in(const Scene& scene, SpaceRef ref) {
  const auto storey = static_cast<std::size_t>(ref.storey);
  const SpaceId id = space_of(scene, ref).id;
  std::vector<const Furniture*> found;
  for (const Furniture& piece : scene.building.storeys[storey]->furniture) {
    if (space_at(*scene.layouts[storey], centroid(piece.ring)) == id) found.push_back(&piece);
  }
  return found;
}

}  // namespace trefpunt
