// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace trefpunt {

enum class Basis {
  Legal,
  CitedGuideline,
  CitedRuleOfThumb,
  SourceProcess,
  OwnProcess,
  PlannerDeclared,
  NoneContextOnly
};
std::string_view id_of(Basis basis);  // "planner_declared"

enum class Comparison { AtLeast, AtMost, Equal, Filled };

// Where a criterion comes from: a document by its own name, and the place in it.
struct Citation {
  Text document;
  Text locator;
  std::string url;
  std::string read;  // "whole", "excerpt", "not_read"
};

struct Choice {
  std::string id;
  Text label;
};

// One field of a declared answer.
struct Field {
  std::string id;
  std::string kind;  // "text", "choice", "number", "date", "yesno"
  Text label;
  bool required = true;
  std::vector<Choice> choices;
  std::string required_if_field, required_if_value;  // only then required
};

struct CriterionParameter {
  std::string id;
  std::string unit;
  double value = 0;
  Text assumption;
};

struct Threshold {
  Comparison comparison = Comparison::AtLeast;
  std::optional<double> value;  // the default; empty: none
  Basis basis = Basis::PlannerDeclared;
  bool basis_read = true;  // false: the source of the number was not read
  Text suggestion;         // an illustration in words, never used as a value
  Text note;
};

// What of a criterion is different in a wijk, where another measure answers it than in a building.
struct WijkForm {
  Text text;
  std::string measure, headline;
  Text unit;
  std::string direction;
  std::vector<CriterionParameter> parameters;
  Text suggestion;
};

// One entry of the catalogue: what is asked, where it comes from, how it is measured or declared.
struct Criterion {
  std::string id, entry_type, kind;
  std::vector<std::string> scale;
  std::string theme;  // "privacy", "encounter", "access", "process", "context"
  Text title, text;
  std::vector<Citation> sources;
  std::string measure, headline;  // empty: declared only
  Text unit;
  std::string direction;
  std::vector<CriterionParameter> parameters;
  std::optional<WijkForm> in_wijk;
  std::vector<Field> fields;  // of a declared answer
  Text complete_when;
  Threshold threshold;
  // What makes "partly" possible: secondary values of the measure; or choices of a field, whose
  // first choice then complies and whose others depart.
  std::vector<std::string> parts;
  std::vector<std::string> needs_declaration;  // "work", "accessibility_sector"
  std::string evidence;                        // "E1".."E4"
  Text evidence_note;
  std::vector<std::string> pair_with;
  std::vector<int> rvs_approach, wac_elements;
};

// A rule that the program keeps itself: nobody answers it, no scope has it and no plan is held
// against it. A report says what its rules are.
inline bool is_rule(const Criterion& criterion) {
  return criterion.entry_type == "rule";
}

struct Theme {
  std::string id;
  Text title;
};

// What somebody's own file changed in the catalogue that the program carries.
struct OwnCriteria {
  std::string file;  // its name, without folders
  std::string name;  // as the file calls itself; may be empty
  std::string sha256;
  bool is_whole = false;                     // the file takes the place of the whole catalogue
  std::vector<std::string> added, replaced;  // ids, in the file's order
};

// Norms are data. Themes and criteria are in the order of the report: privacy first.
struct Catalogue {
  std::string version;
  std::vector<Theme> themes;
  std::map<std::string, std::vector<std::string>> scopes;
  std::vector<Criterion> criteria;
  std::optional<OwnCriteria> own;  // empty: the program's own catalogue as it is

  const Criterion* find(const std::string& id) const;  // null when there is none
};

// The catalogue that the program carries.
const Catalogue& builtin_catalogue();

// Errors: BadInput with line and column for broken JSON, or with the entry and key that is wrong.
// `name` is the file, for messages.
Result<Catalogue> parse_catalogue(const std::string& json, const std::string& name);

// A gemeente's own file: with "extends" it adds criteria to the program's catalogue or replaces
// some, without it it is a whole catalogue. The form is docs/criteria-format.md.
// Errors: as parse_catalogue; a measure that is not there, a rule of the report, a criterion that
// is added and stands in no scope.
Result<Catalogue> parse_own_catalogue(const std::string& json, const std::string& name);

}  // namespace trefpunt
