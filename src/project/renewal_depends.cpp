// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "project/renewal_parts.h"

namespace trefpunt {

namespace {

constexpr std::size_t kShortestName = 4;  // letters: a shorter name stands in a sentence by chance

// Where a query of the programme stands: "rol Bewoner", "groep Koffieochtend".
struct ProgrammePlace {
  Text where;
  const PlaceQuery* query;
};

std::vector<ProgrammePlace> programme_places(const Programme& programme) {
  std::vector<ProgrammePlace> places;
  for (const Role& role : programme.roles) {
    const std::string name = role.name.empty() ? role.id : role.name;
    const Text where{"rol " + name, "role " + name};
    places.push_back({where, &role.home});
    for (const Errand& errand : role.errands) {
      places.push_back({where, &errand.to});
      places.push_back({where, &errand.from});
      if (errand.then) places.push_back({where, &*errand.then});
    }
    for (const PlaceQuery& one : role.business) places.push_back({where, &one});
  }
  for (const GroupSession& session : programme.sessions) {
    const std::string name = session.name.empty() ? session.id : session.name;
    places.push_back({{"groep " + name, "group " + name}, &session.place});
  }
  for (const PeerRoom& room : programme.peer_rooms) {
    places.push_back(
        {{"ruimte voor lotgenoten " + room.group, "peer room " + room.group}, &room.place});
  }
  return places;
}

// As encounter/place_finder.h asks it.
bool is_asked(const PlaceQuery& query, const Space& space, const Building& building) {
  if (query.use && space.use != *query.use) return false;
  if (!query.number.empty() && space.number != query.number) return false;
  if (query.unit.empty()) return true;
  return std::any_of(building.units.begin(), building.units.end(), [&](const Unit& unit) {
    return unit.id == space.unit && unit.name == query.unit;
  });
}

bool is_anywhere(const PlaceQuery& query, const Project& project) {
  for (const Building& building : project.buildings) {
    for (const auto& storey : building.storeys) {
      for (const Space& space : storey->spaces) {
        if (is_asked(query, space, building)) return true;
      }
    }
  }
  return false;
}

Text query_words(const PlaceQuery& query) {
  Text words;
  const auto add = [&](const std::string& nl, const std::string& en) {
    words.nl += (words.nl.empty() ? "" : ", ") + nl;
    words.en += (words.en.empty() ? "" : ", ") + en;
  };
  if (!query.number.empty()) add("ruimte " + query.number, "space " + query.number);
  if (query.use) add(name_of(*query.use).nl, name_of(*query.use).en);
  if (!query.unit.empty()) add("afdeling " + query.unit, "unit " + query.unit);
  return words;
}

bool has_public_entrance(const Building& building) {
  return std::any_of(building.storeys.begin(), building.storeys.end(), [](const auto& storey) {
    return std::any_of(storey->doors.begin(), storey->doors.end(),
                       [](const Door& door) { return door.entrance == Entrance::Public; });
  });
}

// "S12" in "zie S12.", and not in "S120".
bool names_as_word(const std::string& text, const std::string& word) {
  const auto is_part = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 128;
  };
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool is_decimal = end + 1 < text.size() && (text[end] == '.' || text[end] == ',') &&
                            std::isdigit(static_cast<unsigned char>(text[end + 1])) != 0;
    if ((at == 0 || !is_part(text[at - 1])) && (end == text.size() || !is_part(text[end])) &&
        !is_decimal) {
      return true;
    }
  }
  return false;
}

// What people wrote, with where it stands.
std::vector<std::pair<Text, std::string>> written(const Answers& answers) {
  std::vector<std::pair<Text, std::string>> all;
  const auto add = [&](const char* nl, const char* en, const std::string& criterion,
                       std::initializer_list<std::string> texts) {
    std::string text;
    for (const std::string& one : texts) text += one + "\n";
    all.push_back({{std::string(nl) + " " + criterion, std::string(en) + " " + criterion}, text});
  };
  for (const Answer& one : answers.answers) {
    std::string text;
    for (const auto& [field, value] : one.values) text += value + "\n";
    add("het antwoord bij", "the answer at", one.criterion, {text});
  }
  for (const Explanation& one : answers.explanations) {
    add("de uitleg bij", "the explanation at", one.criterion,
        {one.departs, one.why, one.weighed, one.instead, one.consulted});
  }
  for (const NotApplicableAnswer& one : answers.not_applicable) {
    add("de reden bij", "the reason at", one.criterion, {one.reason});
  }
  for (const NoThresholdReason& one : answers.no_threshold) {
    add("de reden bij", "the reason at", one.criteria.empty() ? "" : one.criteria.front(),
        {one.reason});
  }
  for (const Undetermined& one : answers.undetermined) {
    add("wat nog ontbreekt bij", "what is missing at", one.criterion, {one.missing});
  }
  for (const Consultation& one : answers.consultations) {
    add("het advies van", "the advice of", one.body, {one.text, one.done});
  }
  return all;
}

class RenewalDependence {
 public:
  RenewalDependence(const Project& old, const Project& now, std::size_t building,
                    const RenewalGone& gone)
      : old_(old), now_(now), building_(building), gone_(gone) {}

  std::vector<Text> all() {
    remarks();
    programme();
    for (const auto& [space, storey] : gone_.spaces) texts_about(space, storey);
    units();
    entrances();
    return std::move(out_);
  }

 private:
  void remarks() {
    for (const Remark& remark : old_.remarks) {
      const auto space =
          std::find_if(gone_.spaces.begin(), gone_.spaces.end(),
                       [&](const auto& one) { return to_string(one.first.id) == remark.space; });
      const bool is_space = space != gone_.spaces.end();
      if (!is_space && !gone_.storeys.contains(remark.storey)) continue;
      const Text what = is_space ? words_of_thing(space->first)
                                 : Text{"verdieping " + remark.storey, "storey " + remark.storey};
      out_.push_back({fmt::format("Opmerking {} gaat over {}, die weg is: “{}”", remark.id, what.nl,
                                  remark.text),
                      fmt::format("Remark {} is about {}, which went: “{}”", remark.id, what.en,
                                  remark.text)});
    }
  }

  void programme() {
    std::set<std::string> told;
    for (const auto& [where, query] : programme_places(old_.programme)) {
      if (!query->use && query->unit.empty() && query->number.empty()) continue;
      if (!is_anywhere(*query, old_) || is_anywhere(*query, now_)) continue;
      const Text what = query_words(*query);
      if (!told.insert(where.nl + what.nl).second) continue;
      out_.push_back(
          {fmt::format("Het programma noemt {} ({}); die is er niet meer.", what.nl, where.nl),
           fmt::format("The programme names {} ({}); it is not there any more.", what.en,
                       where.en)});
    }
  }

  bool is_name_left(const std::string& name) const {
    for (const auto& storey : now_.buildings[building_].storeys) {
      for (const Space& space : storey->spaces) {
        if (space.name == name) return true;
      }
    }
    return false;
  }
  bool is_number_left(const std::string& number) const {
    for (const auto& storey : now_.buildings[building_].storeys) {
      for (const Space& space : storey->spaces) {
        if (space.number == number) return true;
      }
    }
    return false;
  }

  void texts_about(const Space& space, const std::string& storey) {
    std::vector<std::string> words{to_string(space.id)};
    if (space.number.size() > 1 && !is_number_left(space.number)) words.push_back(space.number);
    if (space.name.size() >= kShortestName && !is_name_left(space.name))
      words.push_back(space.name);
    for (const auto& [where, text] : written(old_.answers)) {
      const auto found = std::find_if(
          words.begin(), words.end(),
          [&text = text](const std::string& word) { return names_as_word(text, word); });
      if (found == words.end()) continue;
      const Text what = words_of_thing(space);
      out_.push_back({fmt::format("In {} staat “{}”: {} ({}) is weg. Klopt de tekst nog?", where.nl,
                                  *found, what.nl, storey),
                      fmt::format("{} says “{}”: {} ({}) went. Is the text still right?", where.en,
                                  *found, what.en, storey)});
      out_.back().en[0] =
          static_cast<char>(std::toupper(static_cast<unsigned char>(out_.back().en[0])));
    }
  }

  static bool has_spaces(const Building& building, UnitId unit) {
    return std::any_of(building.storeys.begin(), building.storeys.end(), [&](const auto& storey) {
      return std::any_of(storey->spaces.begin(), storey->spaces.end(),
                         [&](const Space& space) { return space.unit == unit; });
    });
  }
  void units() {
    const Building &was = old_.buildings[building_], &is = now_.buildings[building_];
    for (const Unit& unit : was.units) {
      if (!has_spaces(was, unit.id) || has_spaces(is, unit.id)) continue;
      out_.push_back(
          {fmt::format("Afdeling {} heeft geen ruimten meer; zij blijft staan.", unit.name),
           fmt::format("Unit {} has no spaces any more; it stays.", unit.name)});
    }
  }

  void entrances() {
    if (!has_public_entrance(old_.buildings[building_]) ||
        has_public_entrance(now_.buildings[building_])) {
      return;
    }
    out_.push_back(
        {"De ingang voor iedereen is weg; van geen andere deur staat vast dat zij een "
         "ingang is.",
         "The public entrance went; of no other door is it stated that it is one."});
  }

  const Project &old_, &now_;
  std::size_t building_;
  const RenewalGone& gone_;
  std::vector<Text> out_;
};

}  // namespace

std::vector<Text> depended_on(const Project& old, const Project& now, std::size_t building,
                              const RenewalGone& gone) {
  return RenewalDependence(old, now, building, gone).all();
}

}  // namespace trefpunt
