// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <tbb/global_control.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <ctime>
#include <memory>

#include "cli/commands.h"

namespace {

using namespace trefpunt;

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm day{};
  localtime_r(&now, &day);
  return fmt::format("{:04}-{:02}-{:02}", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

// How plan files are read.
void add_storeys(CLI::App& command, InputOptions& input) {
  command.add_option("--layers", input.layers, "layer map (JSON)");
  command.add_option("--unit", input.metres_per_unit,
                     "metres per unit of a drawing that states none, or a wrong one: 0.001");
  command.add_option("--scale", input.scale, "of a PDF that states none, or a wrong one: 1:100");
  command.add_option("--uses", input.uses, "uses of spaces (JSON)");
  command
      .add_option("--storey", input.storeys,
                  "NAME=FILE, a storey with its name; NAME=FILE@x1,y1,x2,y2 takes a rectangle (m) "
                  "of a drawing with several storeys")
      ->allow_extra_args(false);
}

void add_input(CLI::App& command, InputOptions& input) {
  command.add_option(
      "INPUT", input.inputs,
      "plan files (IFC, DXF, PDF, GeoJSON; FILE.pdf#2 is its second page) or a project; "
      "layers of a wijk, see --wijk");
  command.add_option("--rooms", input.rooms, "room list (CSV, XLSX, ODS)");
  add_storeys(command, input);
  command
      .add_option("--wijk", input.wijk,
                  "layers of the neighbourhood (GeoPackage, Shapefile, GeoJSON, GML, FlatGeobuf, "
                  "OSM, CityJSON, CSV); may be given again")
      ->allow_extra_args(false);
  command.add_option("--map", input.wijk_map, "what the layers of the wijk mean (JSON)");
  command.add_option("--wijk-crs", input.wijk_crs, "CRS of layers that state none: EPSG:28992");
}

bool has_plan(const InputOptions& input) {
  return !input.inputs.empty() || !input.storeys.empty() || !input.wijk.empty();
}

void add_decisions(CLI::App& command, InputOptions& input) {
  command.add_option("--ambition", input.ambition, "declared thresholds (JSON)");
  command.add_option("--answers", input.answers, "answers and explanations (JSON)");
  command.add_option("--programme", input.programme, "who is there, when, on which errands (JSON)");
  command.add_option("--remarks", input.remarks, "opmerkingen.csv, filled in by readers");
  command.add_option("--catalogue", input.catalogue, "own criteria (docs/criteria-format.md)");
}

void add_wijk(CLI::App& command, InputOptions& input) {
  command.add_option("--wijk-assumptions", input.wijk_assumptions,
                     "who walks where how often in the neighbourhood (JSON)");
  command
      .add_option("--place-building", input.place_building,
                  "X,Y,ANGLE: where the plan's origin lies in the neighbourhood (m), and the "
                  "degrees it is turned counter-clockwise")
      ->allow_extra_args(false);
}

int fail(const Error& error, Lang lang) {
  fmt::print(stderr, "trefpunt: error: {}\n", to_string(error, lang));
  return 2;
}

int finish(const Result<int>& result, Lang lang) {
  return result ? *result : fail(result.error(), lang);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Trefpunt: room to meet in care buildings, held against cited criteria"};
  app.set_version_flag("--version", std::string("trefpunt ") + TREFPUNT_VERSION);
  app.require_subcommand(1);
  app.fallthrough();
  std::string lang_name = "nl";
  int threads = 0;
  app.add_option("--lang", lang_name, "nl or en")->check(CLI::IsMember({"nl", "en"}));
  app.add_option("--threads", threads, "at most this many")->check(CLI::Range(1, 1024));

  std::vector<std::string> plugin_folders;
  app.add_option("--plugins", plugin_folders, "folder with plugins; may be given again")
      ->allow_extra_args(false);

  AssessOptions assess;
  CLI::App* assess_command = app.add_subcommand("assess", "measure a plan and write the report");
  add_input(*assess_command, assess.input);
  add_decisions(*assess_command, assess.input);
  add_wijk(*assess_command, assess.input);
  assess_command->add_option("--scope", assess.scope,
                             "rvs-a4, gebouw, wijk, volledig or a JSON file");
  assess_command->add_option("--date", assess.input.date, "YYYY-MM-DD, the date of the report");
  assess_command
      ->add_option("--set", assess.settings, "MEASURE.PARAMETER=VALUE, of a plugin's measure")
      ->allow_extra_args(false);
  assess_command->add_flag("--explain", assess.explain, "say why each stage was made");
  assess_command->add_option(
      "--forms", assess.forms,
      "csv, fodt, pdf, odt, docx, bcf, bcf21, or alles (all); json and html are always made");
  assess_command->add_option("-o", assess.folder, "folder for the report")->required();

  VersionsCommand versions;
  CLI::App* compare_command =
      app.add_subcommand("compare", "what changed between two reports or projects");
  compare_command
      ->add_option("REPORT", versions.inputs,
                   "two: report.json, the folder of a report, a project or a plan")
      ->required()
      ->expected(2);
  CLI::App* portfolio_command =
      app.add_subcommand("portfolio", "several locations side by side, without a ranking");
  portfolio_command
      ->add_option("REPORT", versions.inputs,
                   "one per location: report.json, the folder of a report, a project or a plan")
      ->required();
  portfolio_command->add_option("--title", versions.title, "of the page");
  for (CLI::App* command : {compare_command, portfolio_command}) {
    command->add_option("--date", versions.date, "YYYY-MM-DD, for what is not a report yet");
    command->add_option("-o", versions.folder, "folder for the page")->required();
  }

  NewOptions create;
  CLI::App* new_command = app.add_subcommand("new", "make a project file of a plan");
  add_input(*new_command, create.input);
  add_decisions(*new_command, create.input);
  add_wijk(*new_command, create.input);
  new_command->add_option("--date", create.input.date,
                          "YYYY-MM-DD, the day of what is decided otherwise than in the project");
  new_command->add_option("-o", create.path, "project file (.trefpunt)")->required();

  RenewCommand renew;
  CLI::App* renew_command = app.add_subcommand(
      "renew", "a new version of the architect's file in the place of the older one");
  renew_command->add_option("PROJECT", renew.project, "project file (.trefpunt)")->required();
  renew_command->add_option("NEW", renew.files.inputs, "plan files of the new version");
  renew_command->add_option("--building", renew.building, "name of the building, of several");
  add_storeys(*renew_command, renew.files);
  renew_command->add_option("--date", renew.files.date, "YYYY-MM-DD, the day of the renewal");
  renew_command->add_flag("--anyway", renew.is_same_building,
                          "also when nothing in the file is recognised");
  renew_command->add_flag("--json", renew.json, "for programs");
  renew_command->add_option("-o", renew.path, "project file (.trefpunt), may be the same")
      ->required();

  ShowOptions show;
  CLI::App* show_command = app.add_subcommand("show", "what is recognised in a plan or project");
  add_input(*show_command, show.input);
  show_command->add_flag("--json", show.json, "for programs");

  PictureOptions picture;
  CLI::App* picture_command =
      app.add_subcommand("picture", "draw a storey, plain or with a measure");
  add_input(*picture_command, picture.input);
  picture_command->add_option("--ambition", picture.input.ambition, "declared thresholds (JSON)");
  picture_command->add_option("--programme", picture.input.programme,
                              "who is there, when, on which errands (JSON)");
  picture_command->add_option("--show", picture.measure,
                              "id of a measure, or with a programme encounters_distinct_pairs, "
                              "_expected, _minutes, _peak");
  picture_command->add_option("--of", picture.storey, "storey: its name or level");
  picture_command->add_option("--width", picture.width, "pixels")->check(CLI::Range(200, 8000));
  picture_command->add_option("-o", picture.path, ".svg or .png")->required();

  FieldCommand field;
  CLI::App* field_command =
      app.add_subcommand("field", "visibility and other fields over the floor of a storey");
  field_command
      ->add_option("KIND", field.kind, "visibility, local, isovist, metric, angular or through")
      ->required();
  add_input(*field_command, field.input);
  field_command->add_option("--grid", field.spacing, "metres between the cells (0.25)");
  field_command->add_option("--from", field.from, "X,Y: a place on the floor; none: every door")
      ->allow_extra_args(false);
  field_command->add_option("--of", field.storey, "storey: its name or level");
  field_command->add_option("--radius", field.radius, "steps of sight, for visibility")
      ->check(CLI::Range(1, 1000));
  field_command->add_option("--doors", field.doors, "open or shut")
      ->check(CLI::IsMember({"open", "shut"}));
  field_command->add_option("-o", field.path, ".csv or .gpkg")->required();

  EncountersCommand encounters;
  CLI::App* encounters_command =
      app.add_subcommand("encounters", "who meets whom, how often, where: model figures");
  add_input(*encounters_command, encounters.input);
  encounters_command->add_option("--programme", encounters.input.programme,
                                 "who is there, when, on which errands (JSON)");
  encounters_command->add_option("--against", encounters.against,
                                 "another plan or project, for the same programme: differences");
  encounters_command->add_flag("--simulate", encounters.simulate,
                               "weeks are drawn, with intervals; else by formula");
  encounters_command
      ->add_option("--weeks", encounters.weeks, "how many; none: until 2 % is reached")
      ->check(CLI::Range(2, 100000));
  encounters_command->add_option("--seed", encounters.seed, "of the random numbers (1)");
  encounters_command->add_option("-o", encounters.path, ".json")->required();

  StreetsCommand streets;
  CLI::App* streets_command =
      app.add_subcommand("streets", "how near and how much passed by the streets of a network are");
  streets_command
      ->add_option(
          "NETWORK", streets.network,
          "OpenStreetMap (.osm.pbf, .osm), GeoPackage, Shapefile, GeoJSON, GML, FlatGeobuf")
      ->required();
  streets_command->add_option("--radius", streets.radii, "metres, one or more: 400,800")
      ->delimiter(',')
      ->required();
  streets_command->add_option("--per", streets.per, "junction or segment")
      ->check(CLI::IsMember({"junction", "segment"}));
  streets_command->add_flag("--angular", streets.angular,
                            "also the ways that turn least, per segment");
  streets_command->add_option("--snap", streets.snap, "metres within which loose ends are joined");
  streets_command
      ->add_option("--wheelchair", streets.wheelchair,
                   "only streets that are stated to be usable, or that may be: stated or possible")
      ->check(CLI::IsMember({"stated", "possible"}));
  streets_command->add_option("--crs", streets.crs, "of a file that names none: EPSG:28992");
  streets_command->add_option("--layer", streets.layer, "name of the layer with streets");
  streets_command->add_option("--links", streets.links, "write the network itself (.csv)");
  streets_command->add_option("--findings", streets.findings, "write what is wrong with it (.csv)");
  streets_command->add_option("-o", streets.path, ".csv or .gpkg")->required();

  ProgrammeOptions programme;
  CLI::App* programme_command =
      app.add_subcommand("programme", "the presets of a programme, or one of them to edit");
  programme_command->add_option("--preset", programme.preset, "id of a preset");
  programme_command->add_option("-o", programme.path, "file to write (.json); none: print it");

  bool json = false;
  FormatsOptions formats;
  InputOptions listing;
  CLI::App* measures_command = app.add_subcommand("measures", "the measures");
  CLI::App* criteria_command = app.add_subcommand("criteria", "the criteria with their sources");
  CLI::App* formats_command = app.add_subcommand("formats", "the file formats");
  criteria_command->add_option("--catalogue", listing.catalogue, "own criteria (JSON)");
  bool markdown = false;
  criteria_command->add_flag("--markdown", markdown, "as a page (docs/criteria.md)");
  formats_command->add_flag("--layers", formats.layers, "the built-in layer map, to edit (JSON)");
  formats_command->add_flag("--wijk-assumptions", formats.wijk_assumptions,
                            "the built-in assumptions on a neighbourhood, to edit (JSON)");
  CLI::App* plugins_command =
      app.add_subcommand("plugins", "the plugins that are loaded, and those refused");
  for (CLI::App* command : {measures_command, criteria_command, formats_command, plugins_command}) {
    command->add_flag("--json", json, "for programs");
  }

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // help and version
    fmt::print(stderr, "trefpunt: error: {}\n", error.what());
    return 2;
  }
  const Lang lang = lang_name == "en" ? Lang::En : Lang::Nl;
  std::unique_ptr<tbb::global_control> limit;
  if (threads > 0) {
    limit = std::make_unique<tbb::global_control>(tbb::global_control::max_allowed_parallelism,
                                                  static_cast<std::size_t>(threads));
  }

  const Result<std::vector<Error>> refused =
      use_plugins(plugin_folders, static_cast<bool>(*plugins_command), lang);
  if (!refused) return fail(refused.error(), lang);
  if (*plugins_command) return run_plugins(*refused, json, lang);

  for (std::string* date :
       {&assess.input.date, &create.input.date, &renew.files.date, &versions.date}) {
    if (date->empty()) *date = today();
    if (!is_iso_date(*date)) {
      return fail(
          {Code::BadInput, {"schrijf --date als JJJJ-MM-DD", "write --date as YYYY-MM-DD"}, *date},
          lang);
    }
  }
  versions.lang = lang;
  if (*compare_command) return finish(run_compare(versions), lang);
  if (*portfolio_command) return finish(run_portfolio(versions), lang);
  if (*assess_command) {
    if (!has_plan(assess.input) && assess.input.answers.empty()) {
      return fail({Code::BadInput,
                   {"geef een plattegrond, een project of --answers op",
                    "name a plan, a project or --answers"},
                   {}},
                  lang);
    }
    assess.lang = lang;
    return finish(run_assess(assess), lang);
  }
  programme.lang = lang;
  if (*programme_command) return finish(run_programme(programme), lang);
  streets.lang = lang;
  if (*streets_command) return finish(run_streets(streets), lang);
  create.lang = show.lang = picture.lang = field.lang = encounters.lang = lang;
  field.threads = encounters.threads = threads;
  for (const auto& [command, input] : {std::pair{new_command, &create.input},
                                       {show_command, &show.input},
                                       {picture_command, &picture.input},
                                       {field_command, &field.input},
                                       {encounters_command, &encounters.input}}) {
    if (*command && !has_plan(*input)) {
      return fail({Code::BadInput,
                   {"geef een plattegrond of een project op", "name a plan or a project"},
                   {}},
                  lang);
    }
  }
  if (*new_command) return finish(run_new(create), lang);
  renew.lang = lang;
  if (*renew_command) return finish(run_renew(renew), lang);
  if (*show_command) return finish(run_show(show), lang);
  if (*picture_command) return finish(run_picture(picture), lang);
  if (*field_command) return finish(run_field(field), lang);
  if (*encounters_command) return finish(run_encounters(encounters), lang);
  if (*measures_command) return run_measures(json, lang);
  if (*criteria_command) {
    const CriteriaForm form = json       ? CriteriaForm::Json
                              : markdown ? CriteriaForm::Markdown
                                         : CriteriaForm::Plain;
    return finish(run_criteria(listing, form, lang), lang);
  }
  formats.json = json;
  formats.lang = lang;
  return run_formats(formats);
}
