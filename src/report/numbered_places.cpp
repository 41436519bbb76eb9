// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/numbered_places.h"

#include <algorithm>
#include <map>
#include <set>

#include "report/csv.h"
#include "report/wijk_names.h"

namespace trefpunt {

namespace {

constexpr std::size_t kMostPlaces = 12;
constexpr int kPerCriterion = 3;
constexpr std::size_t kMostStoreys = 2;

// Where the places may be, once each, in order of importance to the reader.
class Candidates {
 public:
  void add(NumberedPlace place) {
    if (known_.insert(place.object).second) all_.push_back(std::move(place));
  }
  bool has(const std::string& object) const { return known_.contains(object); }
  std::vector<NumberedPlace>& all() { return all_; }

 private:
  std::set<std::string> known_;
  std::vector<NumberedPlace> all_;
};

void add_of_plan(const ReportModel& model, Candidates& into) {
  const Building& building = *model.building();
  const PlanNames names(building);
  // A door is known by a code that says nothing to who does not draw.
  const auto label = [&](const std::string& object, Lang lang) {
    const std::string kind = object[0] == 'D' ? kind_of_object(object).in(lang) + " " : "";
    const std::string own = names.label(object, lang);
    return own.starts_with(kind) ? own : kind + own;
  };
  const auto add = [&](const std::string& object, int storey, Point at) {
    const PlanName* name = names.find(object);
    into.add({0,
              object,
              {label(object, Lang::Nl), label(object, Lang::En)},
              name ? squeeze(name->number) : "",
              storey,
              at});
  };
  for (const ReportTheme& theme : model.themes) {
    for (const ReportCriterion& entry : theme.criteria) {
      if (!is_open_question(entry) || !entry.outcome || entry.is_of_wijk) continue;
      int taken = 0;
      for (const PlanPlace& place : entry.outcome->places) {
        const bool is_drawn =
            place.storey >= 0 && place.storey < static_cast<int>(building.storeys.size());
        if (taken == kPerCriterion || !is_drawn || place.object.empty()) continue;
        add(place.object, place.storey, place.at);
        ++taken;
      }
    }
  }
  for (std::size_t s = 0; s < building.storeys.size(); ++s) {
    for (const Space& space : building.storeys[s]->spaces) {
      if (is_meeting_place(space.use)) add(to_string(space.id), static_cast<int>(s), space.anchor);
    }
  }
}

void add_of_wijk(const ReportModel& model, Candidates& into) {
  const Wijk& wijk = *model.input.project.wijk;
  const WijkNames names(wijk);
  const auto add = [&](const std::string& object, Point at) {
    into.add(
        {0, object, {names.label(object, Lang::Nl), names.label(object, Lang::En)}, "", -1, at});
  };
  for (const ReportTheme& theme : model.themes) {
    for (const ReportCriterion& entry : theme.criteria) {
      if (!is_open_question(entry) || !entry.outcome || !entry.is_of_wijk) continue;
      int taken = 0;
      for (const PlanPlace& place : entry.outcome->places) {
        // Where people live is nothing to remark on.
        if (taken == kPerCriterion || place.object.empty() || place.object[0] == 'H') continue;
        if (!names.at(place.object)) continue;
        add(place.object, place.at);
        ++taken;
      }
    }
  }
  for (const WijkPlace& place : wijk.places ? *wijk.places : std::vector<WijkPlace>()) {
    if (is_meeting_place(place)) add(to_string(place.id), place.at);
  }
}

// The storeys with most candidates among the first; below goes before above.
std::set<int> drawn_storeys(const std::vector<NumberedPlace>& all) {
  std::map<int, int> counts;
  for (std::size_t i = 0; i < all.size() && i < 2 * kMostPlaces; ++i) ++counts[all[i].storey];
  std::vector<std::pair<int, int>> order;
  for (const auto& [storey, count] : counts) order.emplace_back(-count, storey);
  std::sort(order.begin(), order.end());
  std::set<int> drawn;
  for (const auto& [count, storey] : order) {
    if (drawn.size() < kMostStoreys) drawn.insert(storey);
  }
  return drawn;
}

std::string metres(double value, Lang lang) {
  std::string out = format_number(value, 3, Lang::En);
  std::erase(out, ',');
  if (lang == Lang::Nl) std::replace(out.begin(), out.end(), '.', ',');
  return out;
}

}  // namespace

bool is_open_question(const ReportCriterion& entry) {
  const StatusCode status = entry.verdict->status;
  return status == StatusCode::B || status == StatusCode::C || status == StatusCode::E ||
         status == StatusCode::X;
}

std::vector<NumberedPlace> numbered_places(const ReportModel& model) {
  Candidates candidates;
  if (model.building() && model.result()) {
    add_of_plan(model, candidates);
  } else if (model.input.project.wijk) {
    add_of_wijk(model, candidates);
  }
  const std::set<int> drawn = drawn_storeys(candidates.all());
  std::vector<NumberedPlace> places;
  for (NumberedPlace& one : candidates.all()) {
    if (places.size() == kMostPlaces || !drawn.contains(one.storey)) continue;
    one.number = static_cast<int>(places.size()) + 1;
    places.push_back(std::move(one));
  }
  return places;
}

std::vector<int> numbered_storeys(const std::vector<NumberedPlace>& places) {
  std::set<int> storeys;
  for (const NumberedPlace& one : places) storeys.insert(one.storey);
  return {storeys.begin(), storeys.end()};
}

std::string remarks_csv(const ReportInput& input, Lang lang) {
  const ReportModel model = make_model(input);
  const Building* building = model.building();
  std::string out = "\xEF\xBB\xBF";
  out += lang == Lang::Nl ? "nummer;ruimte;plek;verdieping;x;y;opmerking;van;datum\r\n"
                          : "number;room;place;storey;x;y;remark;by;date\r\n";
  for (const NumberedPlace& one : numbered_places(model)) {
    const std::string storey =
        one.storey < 0 ? "" : building->storeys[static_cast<std::size_t>(one.storey)]->name;
    out += std::to_string(one.number) + ";" + csv_cell(one.object, ';') + ";" +
           csv_cell(one.label.in(lang), ';') + ";" + csv_cell(storey, ';') + ";" +
           metres(one.at.x, lang) + ";" + metres(one.at.y, lang) + ";;;\r\n";
  }
  out += std::string(";;\"") + (lang == Lang::Nl ? "het hele plan" : "the whole plan") +
         "\";;;;;;\r\n";
  return out;
}

}  // namespace trefpunt
