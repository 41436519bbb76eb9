// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/job.h"
#include "encounter/model.h"
#include "encounter/stay_pairs.h"

namespace trefpunt {

// Who comes to which place: for two people who go there on several errands one encounter on a day
// is as good as three, so the errands of a person are taken together.
struct Guests {
  // The visits of a role in a presence that lead to the place, each with its chance to.
  struct Kind {
    int role = 0, presence = 0;
    std::vector<std::pair<int, double>> visits;
    bool operator==(const Kind&) const = default;
  };
  struct Place {
    int storey = 0, space = 0;
    double chance = 0;  // that two people there notice each other, `notice` included
    std::vector<Kind> kinds;
  };
  struct Here {
    std::int32_t place = 0, presence = 0;
    std::int32_t kind = 0;  // into the place's
  };
  std::vector<Place> places;
  std::vector<std::vector<Here>> of_class;  // by place, then presence
};
Guests find_guests(const EncounterModel& model);

// Per place kinds x kinds, of one person of each, given both presences.
struct GuestPairs {
  struct Pair {
    double stays = 0;    // expected encounters a day
    double minutes = 0;  // together and in sight
    double hazard = 0;   // -ln of the chance that they do not meet on a day
  };
  std::vector<std::vector<Pair>> tables;
};

// Depends on schedules, dwell, chances and who goes where, not on routes. Errors: Cancelled.
Result<std::shared_ptr<const GuestPairs>> make_guest_pairs(const EncounterModel& model,
                                                           const Guests& guests,
                                                           const StayPairs& stays, Job& job);
std::size_t memory_of(const GuestPairs& pairs);
Key key_of_guests(const Guests& guests);  // with key_of_stays() all that make_guest_pairs() reads

}  // namespace trefpunt
