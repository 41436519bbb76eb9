// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure/view_share.h"

#include <algorithm>
#include <cmath>

#include "base/index.h"
#include "measure/bedside.h"
#include "measure/places.h"
#include "measure/values.h"

namespace trefpunt {

namespace {

constexpr double kPaneStep = 0.5;    // m between the places where a pane is looked through
constexpr double kDeepest = 0.8;     // m from a pane to the floor on its side
constexpr double kProbeStep = 0.05;  // m

struct Side {
  bool is_outside = false;
  int space = -1;  // index into the storey's spaces; -1: wall, outside or a floor without a name
};

// What lies behind a pane on the side of `away`.
Side behind(const Layout& layout, Point pane, Point away) {
  for (double step = kProbeStep; step <= kDeepest; step += kProbeStep) {
    const int t = layout.mesh->locate(pane + step * away);
    if (t < 0 || layout.zone[at(t)] == Zone::Outside) return {true, -1};
    if (layout.zone[at(t)] != Zone::Floor || layout.is_cavity[at(t)]) continue;
    const int region = layout.region[at(t)];
    return {false, region < 0 ? -1 : layout.space_of_region[at(region)]};
  }
  return {};
}

struct Pane {
  Side left, right;
};

void add_panes(const Layout& layout, Point a, Point b, std::vector<Pane>& panes) {
  const double long_ = distance(a, b);
  if (long_ == 0) return;
  const Point along = (1 / long_) * (b - a);
  const Point left{-along.y, along.x};
  const int count = std::max(1, static_cast<int>(std::floor(long_ / kPaneStep)));
  for (int i = 0; i < count; ++i) {
    const Point place = a + ((i + 0.5) / count * long_) * along;
    panes.push_back({behind(layout, place, left), behind(layout, place, -1.0 * left)});
  }
}

// Windows, glass walls and glass doors of a storey, by what lies on either side.
std::vector<Pane> panes_of(const Storey& storey, const Layout& layout) {
  std::vector<Pane> panes;
  for (const Window& window : storey.windows) add_panes(layout, window.a, window.b, panes);
  for (const Wall& wall : storey.walls) {
    if (!wall.is_glass) continue;
    for (std::size_t i = 1; i < wall.points.size(); ++i) {
      add_panes(layout, wall.points[i - 1], wall.points[i], panes);
    }
    if (wall.is_closed) add_panes(layout, wall.points.back(), wall.points.front(), panes);
  }
  for (const Door& door : storey.doors) {
    if (door.is_glass) add_panes(layout, door.a, door.b, panes);
  }
  return panes;
}

struct Views {
  bool outward = false, inward = false;
};
Views views_of(const Storey& storey, const std::vector<Pane>& panes, int room) {
  Views views;
  for (const Pane& pane : panes) {
    const bool is_left = pane.left.space == room;
    if (!is_left && pane.right.space != room) continue;
    const Side& other = is_left ? pane.right : pane.left;
    if (other.is_outside) views.outward = true;
    if (other.is_outside || other.space < 0 || other.space == room) continue;
    const Use use = storey.spaces[at(other.space)].use;
    if (use == Use::Outdoor || use == Use::Void) {
      views.outward = true;
    } else if (is_circulation(use) || is_meeting_place(use) || use == Use::Waiting ||
               use == Use::Reception) {
      views.inward = true;
    }
  }
  return views;
}

}  // namespace

const MeasureInfo& ViewShare::info() const {
  static const MeasureInfo info{
      "view_share",
      1,
      {"Slaapkamers met zicht naar buiten", "Bedrooms with a view out"},
      {"deel van de slaapkamers (0-1)", "share of bedrooms (0-1)"},
      2,
      {"Slaapkamers met een raam, glaswand of glazen deur naar buiten of naar een binnentuin, "
       "gedeeld door alle slaapkamers.",
       "Bedrooms with a window, glass wall or glass door to the outside or a courtyard, over all "
       "bedrooms."},
      {},
      {{"inward_share",
        {"Met een raam op de afdeling dat de bewoner kan afsluiten",
         "With a window onto the unit that the occupant can close"},
        {"deel van de slaapkamers (0-1)", "share of bedrooms (0-1)"}},
       {"bedrooms", {"Slaapkamers", "Bedrooms"}, {"", ""}}},
      {"slaapkamer", "bedroom"},
      {"1 = ja, 0 = nee", "1 = yes, 0 = no"}};
  return info;
}

Result<Outcome> ViewShare::evaluate(const Scene& scene, Job& job) const {
  if (job.stopped()) return stopped();
  Outcome outcome;
  note_uses(scene, outcome);
  const std::vector<SpaceRef> rooms = spaces_of(scene, Use::Bedroom);
  if (rooms.empty()) return without_numbers(outcome, info(), no_bedroom(scene));
  const Text no_windows{"De tekening toont op deze verdieping geen ramen of glas.",
                        "The drawing shows no windows or glass on this storey."};
  std::vector<std::vector<Pane>> panes;
  for (std::size_t s = 0; s < scene.layouts.size(); ++s) {
    panes.push_back(panes_of(*scene.building.storeys[s], *scene.layouts[s]));
  }
  Tally outward, inward;
  for (const SpaceRef ref : rooms) {
    const bool is_known = !panes[at(ref.storey)].empty() && shape_of(scene, ref).polygon;
    const Views views =
        views_of(*scene.building.storeys[at(ref.storey)], panes[at(ref.storey)], ref.index);
    const YesNo answer = !is_known ? YesNo::Unknown : views.outward ? YesNo::Yes : YesNo::No;
    outward.add(answer);
    // No drawing says who can close a window to the unit.
    inward.add(!is_known || views.inward ? YesNo::Unknown : YesNo::No);
    outcome.rows.push_back({to_string(space_of(scene, ref).id), value_of(answer, no_windows)});
    if (answer == YesNo::No) outcome.places.push_back(place_of(scene, ref));
  }
  outcome.headline = outward.share(no_windows);
  outcome.secondary["inward_share"] =
      inward.share({"De tekening zegt niet of de bewoner het raam op de afdeling kan afsluiten, of "
                    "toont geen ramen.",
                    "The drawing does not say whether the occupant can close the window onto the "
                    "unit, or shows no windows."});
  outcome.secondary["bedrooms"] = static_cast<double>(rooms.size());
  return outcome;
}

}  // namespace trefpunt
