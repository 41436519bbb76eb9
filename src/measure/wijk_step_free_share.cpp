// SPDX-License-Identifier: GPL-3.0-or-later
#include <numeric>

#include "measure/wijk_list.h"
#include "measure/wijk_parts.h"

namespace trefpunt {

namespace {

constexpr double kNarrow = 0.85;  // m

YesNo of(std::optional<bool> stated) {
  if (!stated) return YesNo::Unknown;
  return *stated ? YesNo::Yes : YesNo::No;
}

// Whether a wheelchair user can go along it.
YesNo is_usable(const Street& street) {
  if (street.wheelchair) return of(street.wheelchair);
  if (street.kind == StreetKind::Steps) return YesNo::No;
  if (street.width && *street.width < kNarrow) return YesNo::No;
  if (street.kind == StreetKind::Path || street.kind == StreetKind::Unknown) return YesNo::Unknown;
  return YesNo::Yes;
}

// The network cut up where a wheelchair user cannot go on.
class Pieces {
 public:
  Pieces(const WijkScene& scene, YesNo at_least)
      : network_(*scene.ground.network), leader_(network_.junctions.size()) {
    std::iota(leader_.begin(), leader_.end(), 0);
    for (const StreetLink& link : network_.links) {
      usable_.push_back(is_usable((*scene.wijk().streets)[link.street]) >= at_least);
      if (usable_.back()) leader_[leader(link.from)] = leader(link.to);
    }
    std::vector<double> size(leader_.size(), 0);
    for (std::size_t l = 0; l < network_.links.size(); ++l) {
      if (usable_[l]) size[leader(network_.links[l].from)] += network_.links[l].length;
    }
    for (std::size_t j = 0; j < size.size(); ++j) {
      if (main_ < 0 || size[j] > size[main_]) main_ = static_cast<int>(j);
    }
  }
  // Whether the foothold lies in the piece with the most metres.
  bool has(const Foothold& at) {
    return usable_[at.link] && leader(network_.links[at.link].from) == leader(main_);
  }

 private:
  int leader(int i) {
    while (leader_[i] != i) i = leader_[i] = leader_[leader_[i]];
    return i;
  }

  const StreetNetwork& network_;
  std::vector<int> leader_;
  std::vector<bool> usable_;
  int main_ = -1;
};

Result<Outcome> evaluate_step_free_share(const WijkScene& scene, Job& job, Outcome outcome) {
  const std::vector<int> places =
      places_where(scene, [](const WijkPlace& place) { return is_meeting_place(place); });
  if (places.empty()) {
    outcome.headline = NotComputed{{"In de laag ‘plekken’ staat geen ontmoetingsplek.",
                                    "There is no meeting place in the layer 'places'."}};
    return outcome;
  }
  Pieces certain(scene, YesNo::Yes), possible(scene, YesNo::Unknown);
  if (job.stopped()) return stopped();
  Tally whole, by_street;
  const Text not_known{
      "Van een deel van de plekken is niet bekend of de ingang zonder treden is, of van straten of "
      "een rolstoel er "
      "kan komen.",
      "For some places it is not known whether the entrance has no steps, or of streets whether a "
      "wheelchair can go there."};
  for (const int p : places) {
    const WijkPlace& place = (*scene.wijk().places)[p];
    const std::optional<Foothold>& at = scene.ground.places[p];
    YesNo street = YesNo::No;
    if (at && possible.has(*at)) street = certain.has(*at) ? YesNo::Yes : YesNo::Unknown;
    const YesNo own = std::min(street, of(place.step_free));
    whole.add(own);
    by_street.add(street);
    outcome.rows.push_back({to_string(place.id), value_of(own, not_known)});
    if (own != YesNo::Yes) outcome.places.push_back(place_at(to_string(place.id), place.at));
  }
  outcome.headline = whole.share(not_known);
  outcome.secondary["by_street"] = by_street.share(not_known);
  outcome.assumptions.push_back(
      {"Een straat zonder trap waarvan niets anders is vermeld, is met een rolstoel te gebruiken. "
       "Van een pad of een lijn zonder soort is dat niet bekend.",
       "A street without steps of which nothing else is stated can be used with a wheelchair. Of a "
       "path or a line without a kind that is not known."});
  return outcome;
}

}  // namespace

const WijkMeasure& wijk_step_free_share() {
  static const Text share{"deel van de ontmoetingsplekken (0-1)", "share of meeting places (0-1)"};
  static const WijkMeasureOf measure(
      {"wijk_step_free_share",
       1,
       {"Route zonder treden naar ontmoetingsplekken", "Step-free way to meeting places"},
       share,
       2,
       {"Ontmoetingsplekken met een ingang zonder treden, die met een rolstoel over straat te "
        "bereiken zijn, gedeeld door alle ontmoetingsplekken.",
        "Meeting places with an entrance without steps that can be reached along the streets with "
        "a wheelchair, over all meeting places."},
       {},
       {{"by_street",
         {"Over straat te bereiken, ingang of niet", "Reached along the streets, entrance or not"},
         share}},
       {"ontmoetingsplek", "meeting place"},
       {"1 is ja, 0 is nee", "1 is yes, 0 is no"}},
      {kStreets, kPlaces}, evaluate_step_free_share);
  return measure;
}

}  // namespace trefpunt
