// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "encounter/repeats.h"
#include "encounter/routes.h"
#include "encounter/starts.h"
#include "plan/programme.h"
#include "space/storey_sight.h"

namespace trefpunt {

// A place where people stay: a space, and the point on its floor where ways end.
struct Station {
  int storey = 0;
  int space = 0;  // index into the storey's spaces; -1: inside an entrance
  Place place;
  double chance = 0;  // that two people there notice each other: docs/encounter.md
  int seats = 0;
};

// A walk between two stations, as a distribution over destinations: only its flows matter.
struct Trip {
  int pair = -1;        // into RouteSet::pairs; -1: no way to go (same station)
  bool forward = true;  // from the pair's first station to its second
};

// One place an errand of a class may lead to.
struct Destination {
  int station = 0;
  double probability = 1;
  Trip out, back;
};

// People of one role who cannot be told apart: same home, same sessions, same linked room.
struct PersonClass {
  int role = 0;
  int home = -1;  // station
  int first = 0;  // persons first .. first + count - 1 (numbered over all roles)
  int count = 0;
  std::vector<int> sessions;  // of which they are members
  int link = 0;               // tells apart who goes to different people; 0: to nobody
  std::vector<std::vector<Destination>> to;  // per visit of the role: where; empty: nowhere to go
};

// An errand of a role in one of its presences.
struct Visit {
  int errand = 0;    // index into the role's errands
  int presence = 0;  // index into the role's presences
  Stays stays;       // given that the person is there in that presence
};

struct ModelRole {
  int first_person = 0, count = 0;
  double speed = 1.33;  // m/s
  double window_days = 7;
  std::vector<std::array<double, 7>> presence;  // per presence and weekday: probability
  std::vector<Visit> visits;
};

struct ModelSession {
  int station = 0;
  std::array<bool, 7> on{};
  double start_min = 0, minutes = 0;
  double weeks = 8;
  std::vector<double> attendance;  // per person (numbered over all roles); 0: no member
};

// A programme laid on a building: numbers and indices only, nothing points into a document.
struct EncounterModel {
  std::vector<Station> stations;
  std::vector<ModelRole> roles;  // as Programme::roles
  std::vector<PersonClass> classes;
  std::vector<ModelSession> sessions;
  std::shared_ptr<const RouteSet> routes;
  // Per piece of the routes: whether one can stop beside it (two seats within 5 m, or a meeting
  // place or waiting place), so that a passing can become a conversation.
  std::vector<bool> can_stop;
  double overlap_min = 1, beside_m = 2, notice = 1;
  int times = 2;
  std::array<double, 3> kappas = kKappas;  // frailties that repeats are given for
  int persons = 0;
  std::vector<Text> assumptions;  // what was taken for granted in laying it on the plan
};

}  // namespace trefpunt
