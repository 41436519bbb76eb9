// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "encounter/contributors.h"
#include "plan/programme.h"

namespace trefpunt {

// What is read of who meets whom.
struct EncounterChoice {
  bool is_programme = false;   // the programme is on the screen instead of what it gives
  int figure = 0;              // of a pair: expected a week, or repeated with one of the kappas
  std::string role_a, role_b;  // the chosen pair, by id; empty: all
  bool shows_all_rooms = false;

  // The last that was taken apart: it takes too long to be made in each frame.
  struct TakenApart {
    std::shared_ptr<const Encounters> of;
    WhichEncounters which;
    Contributions found;
  } taken_apart;
};

// What is being filled in of a programme.
struct ProgrammeDraft {
  std::string role;                  // the one whose fields are shown, by id
  std::string field, typed;          // the text that is being typed, and where
  bool is_no_time = false;           // what was typed there is no time of day
  std::optional<Programme> refused;  // with a value that cannot be: kept until it is put right
  std::string why;                   // of that
};

}  // namespace trefpunt
