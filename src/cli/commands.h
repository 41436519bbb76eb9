// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/result.h"
#include "engine/read_input.h"

namespace trefpunt {

// Each command returns the exit code of the program, or why it could not do its work (exit 2).

struct AssessOptions {
  InputOptions input;                 // its date is the report's
  std::string scope;                  // name or file; empty: "gebouw" with a plan, "rvs-a4" without
  std::string folder;                 // -o
  std::vector<std::string> settings;  // MEASURE.PARAMETER=VALUE, of plugins
  std::string forms;                  // "html,pdf"; empty: all text forms
  Lang lang = Lang::Nl;
  bool explain = false;
};
Result<int> run_assess(const AssessOptions& options);

// Two reports laid side by side, or several locations: each a report.json, the folder of a report,
// a project or a plan.
struct VersionsCommand {
  std::vector<std::string> inputs;
  std::string title;   // of a portfolio; may be empty
  std::string date;    // ISO day, of reports that are made for it
  std::string folder;  // -o
  Lang lang = Lang::Nl;
};
Result<int> run_compare(const VersionsCommand& command);
// What cannot be read is a row with its sentence; an error only when nothing could be.
Result<int> run_portfolio(const VersionsCommand& command);

struct NewOptions {
  InputOptions input;
  std::string path;  // -o
  Lang lang = Lang::Nl;
};
Result<int> run_new(const NewOptions& options);

struct RenewCommand {
  std::string project;   // the .trefpunt to renew
  InputOptions files;    // of the new version; its date is that of the history
  std::string building;  // as RenewOptions
  std::string path;      // -o; may be the project itself
  bool is_same_building = false, json = false;
  Lang lang = Lang::Nl;
};
Result<int> run_renew(const RenewCommand& command);

struct ShowOptions {
  InputOptions input;
  Lang lang = Lang::Nl;
  bool json = false;
};
Result<int> run_show(const ShowOptions& options);
// The part of it that is about the wijk: the mapping sheet, the counts and the sources.
void print_wijk(const Input& input, Lang lang);
nlohmann::ordered_json wijk_json(const Input& input);

// Puts the measures of plugins to use: from the named folders, $TREFPUNT_PLUGINS and the install
// folder. What is refused is said on stderr, unless it is about to be listed.
Result<std::vector<Error>> use_plugins(const std::vector<std::string>& folders, bool is_quiet,
                                       Lang lang);
int run_plugins(const std::vector<Error>& refused, bool json, Lang lang);

struct PictureOptions {
  InputOptions input;
  std::string measure;  // empty: the plan with its uses
  std::string storey;   // name, level or number from 1; empty: the lowest from level 0
  std::string path;     // -o, .svg or .png
  int width = 1600;     // px
  Lang lang = Lang::Nl;
};
Result<int> run_picture(const PictureOptions& options);

struct FieldCommand {
  InputOptions input;
  std::string kind;               // "visibility"
  std::string storey;             // as PictureOptions
  double spacing = 0.25;          // m
  std::vector<std::string> from;  // X,Y in m; none: every door
  std::string doors = "open";     // or "shut"
  int radius = 0;                 // steps; 0: as far as sight leads
  int threads = 0;                // 0: as many as the machine has
  std::string path;               // -o, .csv or .gpkg
  Lang lang = Lang::Nl;
};
Result<int> run_field(const FieldCommand& command);

struct ProgrammeOptions {
  std::string preset;  // id; empty: list them
  std::string path;    // -o; empty: stdout
  Lang lang = Lang::Nl;
};
Result<int> run_programme(const ProgrammeOptions& options);

struct EncountersCommand {
  InputOptions input;
  std::string against;  // another plan, to compare with; empty: none
  bool simulate = false;
  int weeks = 0;  // to simulate; 0: until the precision is reached
  std::uint64_t seed = 1;
  int threads = 0;
  std::string path;  // -o, .json
  Lang lang = Lang::Nl;
};
Result<int> run_encounters(const EncountersCommand& command);

struct StreetsCommand {
  std::string network;        // file of streets
  std::vector<double> radii;  // m
  std::string per;  // "junction" or "segment"; empty: segment with `angular`, else junction
  bool angular = false;
  double snap = 0;         // m
  std::string wheelchair;  // "stated", "possible"; empty: everyone
  std::string crs, layer;  // as StreetReadOptions
  std::string links;       // .csv; empty: none
  std::string findings;    // .csv; empty: none
  std::string path;        // -o, .csv or .gpkg
  Lang lang = Lang::Nl;
};
Result<int> run_streets(const StreetsCommand& command);

int run_measures(bool json, Lang lang);
enum class CriteriaForm { Plain, Json, Markdown };
Result<int> run_criteria(const InputOptions& input, CriteriaForm form, Lang lang);

struct FormatsOptions {
  // Only that file as it is built in, to be saved, edited and given with the option of that name.
  bool layers = false, wijk_assumptions = false;
  Lang lang = Lang::Nl;
  bool json = false;
};
int run_formats(const FormatsOptions& options);

}  // namespace trefpunt
