// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/scope.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "project/object_reader.h"

namespace trefpunt {

namespace {

// Whatever the catalogue has and the scope does not is left out, said or unsaid.
void add_unsaid(const Catalogue& catalogue, Scope& scope) {
  std::set<std::string> named(scope.criteria.begin(), scope.criteria.end());
  for (const LeftOut& left : scope.left_out) named.insert(left.criterion);
  for (const Criterion& criterion : catalogue.criteria) {
    if (!named.contains(criterion.id) && !is_rule(criterion))
      scope.left_out.push_back({criterion.id, ""});
  }
}

}  // namespace

Result<Scope> named_scope(const Catalogue& catalogue, const std::string& name) {
  const auto found = catalogue.scopes.find(name);
  if (found == catalogue.scopes.end()) {
    std::string names;
    for (const auto& [known, criteria] : catalogue.scopes) {
      names += (names.empty() ? "" : ", ") + known;
    }
    return Error{Code::NotFound,
                 {fmt::format("De reikwijdte ‘{}’ bestaat niet. Wel: {}.", name, names),
                  fmt::format("There is no scope '{}'. What there is: {}.", name, names)},
                 {}};
  }
  Scope scope{name, found->second, {}};
  add_unsaid(catalogue, scope);
  return scope;
}

Result<Scope> parse_scope(const Catalogue& catalogue, const std::string& text,
                          const std::string& file) {
  const Result<nlohmann::json> parsed = parse_strict_json(text, file);
  if (!parsed) return parsed.error();
  std::optional<Error> fault;
  ObjectReader root(*parsed, file, fault);
  root.schema(1);
  Scope scope;
  scope.name = root.text("name");
  scope.criteria = root.texts("criteria");
  std::set<std::string> named;
  const auto look_up = [&](const std::string& id, ObjectReader& entry, const char* key) {
    const Criterion* criterion = catalogue.find(id);
    if (!criterion) {
      entry.fail({fmt::format("Het criterium ‘{}’ bestaat niet.", id),
                  fmt::format("There is no criterion '{}'.", id)},
                 key);
    } else if (is_rule(*criterion)) {
      entry.fail({fmt::format("{} is een regel van elk rapport, geen criterium.", id),
                  fmt::format("{} is a rule of every report, not a criterion.", id)},
                 key);
    }
    if (!named.insert(id).second) {
      entry.fail(
          {fmt::format("{} staat er twee keer.", id), fmt::format("{} stands there twice.", id)},
          key);
    }
  };
  for (const std::string& id : scope.criteria) look_up(id, root, "criteria");
  if (scope.criteria.empty()) {
    root.fail(
        {"Een reikwijdte noemt ten minste één criterium.", "A scope names at least one criterion."},
        "criteria");
  }
  for (ObjectReader& entry : root.objects("left_out")) {
    scope.left_out.push_back({entry.text("criterion"), entry.text("reason")});
    entry.end();
    look_up(scope.left_out.back().criterion, entry, "criterion");
  }
  root.end();
  if (fault) return *fault;
  add_unsaid(catalogue, scope);
  return scope;
}

}  // namespace trefpunt
