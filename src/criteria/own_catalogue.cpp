// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "criteria/counted.h"
#include "criteria/criterion_reader.h"

namespace trefpunt {

namespace {

constexpr int kOwnSchema = 1;
constexpr const char* kCarried = "trefpunt";  // what "extends" may name

void check_measure(ObjectReader& entry, const std::string& measure, const char* key) {
  if (measure.empty() || info_of(measure)) return;
  entry.fail({fmt::format("De maat ‘{}’ bestaat niet. Zie ‘trefpunt measures’.", measure),
              fmt::format("There is no measure '{}'. See 'trefpunt measures'.", measure)},
             key);
}

void check_measures(ObjectReader& entry, const Criterion& criterion) {
  check_measure(entry, criterion.measure, "measure");
  if (criterion.in_wijk) check_measure(entry, criterion.in_wijk->measure, "wijk");
}

// Puts the criterion in the place of the one with its id, or behind all others.
void put(ObjectReader& entry, Catalogue& catalogue, Criterion criterion) {
  OwnCriteria& own = *catalogue.own;
  if (is_rule(criterion)) {
    entry.fail({"De regels van het rapport zijn van het programma. Een eigen bestand heeft alleen "
                "criteria.",
                "The rules of the report are the program's. A file of your own has criteria only."},
               "entry_type");
    return;
  }
  const auto named = [&](const std::vector<std::string>& ids) {
    return std::find(ids.begin(), ids.end(), criterion.id) != ids.end();
  };
  if (named(own.added) || named(own.replaced)) {
    entry.fail({fmt::format("{} staat er twee keer.", criterion.id),
                fmt::format("{} stands there twice.", criterion.id)},
               "id");
    return;
  }
  const auto same =
      std::find_if(catalogue.criteria.begin(), catalogue.criteria.end(),
                   [&](const Criterion& carried) { return carried.id == criterion.id; });
  if (same == catalogue.criteria.end()) {
    own.added.push_back(criterion.id);
    catalogue.criteria.push_back(std::move(criterion));
  } else if (is_rule(*same)) {
    entry.fail({fmt::format("{} is een regel van het rapport en blijft zoals die is.", same->id),
                fmt::format("{} is a rule of the report and stays as it is.", same->id)},
               "id");
  } else {
    own.replaced.push_back(criterion.id);
    *same = std::move(criterion);
  }
}

void add_scopes(ObjectReader scopes, Catalogue& catalogue) {
  for (const std::string& name : scopes.keys()) {
    std::vector<std::string>& ids = catalogue.scopes[name];
    for (const std::string& id : scopes.texts(name.c_str())) {
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    }
  }
}

// A criterion that no report asks for would be left out without anyone seeing it.
void check_in_scope(ObjectReader& root, const Catalogue& catalogue) {
  for (const std::string& id : catalogue.own->added) {
    const bool is_asked =
        std::any_of(catalogue.scopes.begin(), catalogue.scopes.end(), [&](const auto& scope) {
          return std::find(scope.second.begin(), scope.second.end(), id) != scope.second.end();
        });
    if (is_asked) continue;
    root.fail({fmt::format("{} staat in geen enkele reikwijdte. Noem het bij ‘scopes’, "
                           "bijvoorbeeld bij ‘wijk’.",
                           id),
               fmt::format("{} stands in no scope. Name it under 'scopes', for instance in "
                           "'wijk'.",
                           id)},
              "scopes");
  }
}

Result<Catalogue> extended(ObjectReader root, std::optional<Error>& fault,
                           const std::string& name) {
  root.schema(kOwnSchema);
  Catalogue catalogue = builtin_catalogue();
  if (const std::string base = root.text("extends"); base != kCarried) {
    root.fail({fmt::format("‘{}’ kan hier niet. Wel: {}.", base, kCarried),
               fmt::format("'{}' cannot stand here. What can: {}.", base, kCarried)},
              "extends");
  }
  catalogue.own = OwnCriteria{name, root.text("name"), {}, false, {}, {}};
  for (ObjectReader& theme : root.objects("themes")) {
    catalogue.themes.push_back({theme.text("id"), theme.both("title")});
    theme.end();
  }
  for (ObjectReader& entry : root.objects("criteria")) {
    Criterion criterion = read_criterion(entry);
    check_measures(entry, criterion);
    put(entry, catalogue, std::move(criterion));
  }
  if (catalogue.own->added.empty() && catalogue.own->replaced.empty()) {
    root.fail({"Een eigen bestand noemt ten minste één criterium.",
               "A file of your own names at least one criterion."},
              "criteria");
  }
  if (root.has("scopes")) add_scopes(root.object("scopes"), catalogue);
  root.end();
  check_whole(root, catalogue);
  check_in_scope(root, catalogue);
  if (fault) return *fault;
  return catalogue;
}

}  // namespace

Result<Catalogue> parse_own_catalogue(const std::string& text, const std::string& name) {
  const Result<nlohmann::json> parsed = parse_strict_json(text, name);
  if (!parsed) return parsed.error();
  std::optional<Error> fault;
  if (parsed->is_object() && parsed->contains("extends")) {
    return extended(ObjectReader(*parsed, name, fault), fault, name);
  }
  Result<Catalogue> whole = parse_catalogue(text, name);
  if (!whole) return whole;
  ObjectReader root(*parsed, name, fault);
  for (ObjectReader& entry : root.objects("criteria")) {
    check_measures(entry, *whole->find(entry.text("id")));
  }
  if (fault) return *fault;
  whole->own = OwnCriteria{name, "", {}, true, {}, {}};
  return whole;
}

}  // namespace trefpunt
