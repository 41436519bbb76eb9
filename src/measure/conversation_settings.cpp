// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/conversation_settings.h"

#include <algorithm>
#include <cmath>

#include "base/index.h"
#include "measure/public_ways.h"
#include "measure/seating.h"
#include "measure/values.h"
#include "space/cells_in_view.h"

namespace trefpunt {

namespace {

constexpr int kFewest = 2, kMost = 4;  // places of a setting

// Seats of one space that stand near each other, one leading to the next.
std::vector<std::vector<SeatRef>> groups_of(const Scene& scene, const std::vector<SeatRef>& seats,
                                            double gap) {
  std::vector<std::vector<SeatRef>> groups;
  std::vector<char> is_taken(seats.size(), 0);
  for (std::size_t first = 0; first < seats.size(); ++first) {
    if (is_taken[first]) continue;
    is_taken[first] = 1;
    std::vector<SeatRef> group{seats[first]};
    for (std::size_t i = 0; i < group.size(); ++i) {
      for (std::size_t j = first + 1; j < seats.size(); ++j) {
        if (is_taken[j] || !(seats[j].space == seats[first].space)) continue;
        if (distance(seat_of(scene, group[i]).at, seat_of(scene, seats[j]).at) > gap) continue;
        is_taken[j] = 1;
        group.push_back(seats[j]);
      }
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

int places_of(const Scene& scene, const std::vector<SeatRef>& group) {
  int places = 0;
  for (const SeatRef& ref : group) places += seat_of(scene, ref).places;
  return places;
}

// m2 of floor in view of the seat from which most is seen; empty when no seat has a view.
std::optional<double> floor_in_view(const StoreySight& sight, const std::vector<Isovist>& views) {
  std::optional<double> most;
  for (const Isovist& view : views) {
    if (view.state != Isovist::State::Seen) continue;
    const double spacing = sight.grid.spacing_m();
    most = std::max(most.value_or(0), static_cast<double>(cells_in_view(sight.grid, view).size()) *
                                          spacing * spacing);
  }
  return most;
}

bool sees_route_within(double reach, const std::vector<Point>& route,
                       const std::vector<Isovist>& views) {
  return std::any_of(views.begin(), views.end(), [&](const Isovist& view) {
    return std::any_of(route.begin(), route.end(), [&](Point place) {
      return distance(place, view.from) < reach && sees(view, place);
    });
  });
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

}  // namespace

const MeasureInfo& ConversationSettings::info() const {
  static const MeasureInfo info{
      "conversation_settings",
      1,
      {"Zitjes voor een gesprek", "Settings for a conversation"},
      {"zitjes per ontmoetingsplek", "settings per meeting place"},
      2,
      {"Groepjes van 2 tot 4 zitplaatsen in een ontmoetingsplek, met weinig vloer in zicht en op "
       "afstand van elke hoofdroute die in zicht is, gedeeld door alle ontmoetingsplekken.",
       "Groups of 2 to 4 places to sit in a meeting place, with little floor in view and away "
       "from every main route in view, over all meeting places."},
      {{"gap",
        {"m", "m"},
        1.5,
        {"Aanname: zo ver zitten mensen die samen praten hooguit uit elkaar.",
         "Assumption: people who talk together sit no further apart."},
        {"Stoelen van één zitje, hooguit uit elkaar", "Seats of one setting, at most apart"},
        0},
       {"view",
        {"m²", "m²"},
        60,
        {"Alleen een voorbeeld, geen norm.", "An illustration only, not a norm."},
        {"Vloer in zicht, hooguit", "Floor in view, at most"},
        0},
       {"route_distance",
        {"m", "m"},
        3,
        {"Eigen keuze in de formule, geen norm.", "Our own choice in the formula, not a norm."},
        {"Afstand tot een hoofdroute, minstens", "Distance to a main route, at least"},
        0}},
      {{"settings", {"Zitjes voor een gesprek", "Settings for a conversation"}, {"", ""}},
       {"seat_groups", {"Groepjes van 2 tot 4 zitplaatsen", "Groups of 2 to 4 places"}, {"", ""}},
       {"floor_in_view",
        {"Vloer in zicht van een groepje (mediaan)", "Floor in view of a group (median)"},
        {"m²", "m²"}}},
      {"ontmoetingsplek", "meeting place"},
      {"zitjes", "settings"}};
  return info;
}

Result<Outcome> ConversationSettings::evaluate(const Scene& scene, Job& job) const {
  if (job.stopped()) return stopped();
  Outcome outcome;
  note_uses(scene, outcome);
  const std::vector<SpaceRef> meeting = spaces_of(scene, is_meeting_place);
  if (meeting.empty()) return without_numbers(outcome, info(), no_meeting_place(scene));
  if (!shows_seats(scene)) return without_numbers(outcome, info(), no_seats_drawn());
  const std::vector<PublicEntrance> entrances = public_entrances(scene);
  if (!has_certain_entrance(entrances))
    return without_numbers(outcome, info(), no_public_entrance());
  note_entrances(scene, entrances, outcome);
  const MainRoutes routes = main_routes(scene, entrances);
  if (routes.empty()) return without_numbers(outcome, info(), no_public_way(scene));

  const std::vector<SeatRef> seats =
      seats_in(scene, [](const Space& space) { return is_meeting_place(space.use); });
  std::vector<int> settings_of(meeting.size(), 0);
  std::vector<double> in_view;
  int groups = 0, settings = 0;
  for (const auto& group : groups_of(scene, seats, scene.parameter("gap"))) {
    if (job.stopped()) return stopped();
    const int places = places_of(scene, group);
    if (places < kFewest || places > kMost) continue;
    ++groups;
    std::vector<Isovist> views;
    for (const SeatRef& seat : group) views.push_back(view_from(scene, seat));
    const SpaceRef space = group.front().space;
    const std::optional<double> floor = floor_in_view(*scene.sights[at(space.storey)], views);
    if (!floor) continue;
    in_view.push_back(*floor);
    if (*floor > scene.parameter("view") ||
        sees_route_within(scene.parameter("route_distance"), routes.places[at(space.storey)],
                          views)) {
      continue;
    }
    ++settings;
    ++settings_of[at(
        static_cast<int>(std::find(meeting.begin(), meeting.end(), space) - meeting.begin()))];
  }
  for (std::size_t i = 0; i < meeting.size(); ++i) {
    outcome.rows.push_back(
        {to_string(space_of(scene, meeting[i]).id), static_cast<double>(settings_of[i])});
    if (settings_of[i] == 0) outcome.places.push_back(place_of(scene, meeting[i]));
  }
  outcome.headline = static_cast<double>(settings) / static_cast<double>(meeting.size());
  outcome.secondary["settings"] = static_cast<double>(settings);
  outcome.secondary["seat_groups"] = static_cast<double>(groups);
  if (in_view.empty()) {
    outcome.secondary["floor_in_view"] =
        NotApplicable{{"Er zijn geen groepjes van 2 tot 4 zitplaatsen.",
                       "There are no groups of 2 to 4 places."}};
  } else {
    outcome.secondary["floor_in_view"] = median(in_view);
  }
  note_sight(scene, outcome);
  return outcome;
}

}  // namespace trefpunt
