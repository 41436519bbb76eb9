// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/read_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <numbers>
#include <sstream>
#include <tuple>

#include "criteria/verdict.h"
#include "io/files.h"
#include "io/level_name.h"
#include "io/pdf.h"
#include "io/project_file.h"
#include "io/remark_list.h"
#include "io/room_list.h"
#include "project/decisions.h"
#include "project/edit.h"
#include "project/json.h"
#include "project/programme_json.h"
#include "project/wijk_assumptions_json.h"

namespace trefpunt {

namespace {

constexpr double kFarthest = 1e9;  // m

Error bad_input(std::string nl, std::string en, std::string where = {}) {
  return {Code::BadInput, {std::move(nl), std::move(en)}, std::move(where)};
}

Result<bool> is_project(const std::string& path) {
  Result<std::string> bytes = read_file(split_page(path).first);
  if (!bytes) return bytes.error();
  return bytes->starts_with("SQLite format 3");
}

// "1,2.5,-3" -> 1, 2.5, -3; none when one of them is no number.
std::vector<double> numbers_in(const std::string& text) {
  std::vector<double> numbers;
  std::stringstream stream(text);
  for (std::string piece; std::getline(stream, piece, ',');) {
    const std::optional<double> number = number_from_text(piece);
    if (!number || !(std::abs(*number) <= kFarthest)) return {};
    numbers.push_back(*number);
  }
  return numbers;
}

// Takes "@x1,y1,x2,y2" off the end of the path. A file may have an '@' in its own name.
Result<std::optional<Box>> take_part(std::string& path) {
  const std::size_t at = path.rfind('@');
  if (at == std::string::npos || std::filesystem::exists(path)) return std::optional<Box>();
  const std::vector<double> numbers = numbers_in(path.substr(at + 1));
  const std::string whole = std::exchange(path, path.substr(0, at));
  if (numbers.size() != 4) {
    if (std::filesystem::exists(path)) {
      return bad_input("schrijf de rechthoek als @x1,y1,x2,y2, vier getallen in meters",
                       "write the rectangle as @x1,y1,x2,y2, four numbers in metres", whole);
    }
    path = whole;
    return std::optional<Box>();
  }
  if (numbers[0] >= numbers[2] || numbers[1] >= numbers[3]) {
    return bad_input(
        "deze rechthoek is leeg; schrijf eerst de hoek linksonder, dan die rechtsboven",
        "this rectangle is empty; write its lower left corner first, then its upper right", whole);
  }
  return std::optional(Box{{numbers[0], numbers[1]}, {numbers[2], numbers[3]}});
}

Result<std::vector<PlanFile>> plan_files(const InputOptions& options) {
  std::vector<PlanFile> files;
  const auto add = [&](PlanFile file) {
    std::tie(file.path, file.page) = split_page(file.path);
    files.push_back(std::move(file));
  };
  for (const std::string& path : options.inputs) add({path, ""});
  for (const std::string& pair : options.storeys) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size()) {
      return bad_input("schrijf --storey als NAAM=BESTAND", "write --storey as NAME=FILE", pair);
    }
    PlanFile file{pair.substr(equals + 1), pair.substr(0, equals)};
    Result<std::optional<Box>> part = take_part(file.path);
    if (!part) return part.error();
    file.part = *part;
    add(std::move(file));
  }
  return files;
}

std::string stem(const std::string& path) {
  const std::string name = file_name(split_page(path).first);
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

// Reads a file that goes into the project as a source of its own.
Result<std::string> read_source(const std::string& path, const std::string& role,
                                Project& project) {
  Result<std::string> text = read_file(path);
  if (!text) return text;
  std::erase_if(project.sources, [&](const Source& source) { return source.role == role; });
  project.sources.push_back({file_name(path), role, sha256(*text), "", ""});
  return text;
}

Status take_wijk_assumptions(const std::string& path, Project& project) {
  if (!project.wijk) {
    return bad_input("aannamen over een wijk horen bij een wijk; geef er een op",
                     "assumptions on a neighbourhood belong to one; name it", file_name(path));
  }
  Result<std::string> text = read_source(path, "wijk assumptions", project);
  if (!text) return text.error();
  Result<WijkAssumptions> read = wijk_assumptions_from_json(*text, file_name(path));
  if (!read) return read.error();
  if (read->groups.empty()) {
    return bad_input("hier staan geen groepen; noem wie er in de wijk lopen",
                     "there are no groups here; name who walks in the neighbourhood",
                     file_name(path));
  }
  Result<Project> after = apply(project, edit::SetWijkAssumptions{std::move(*read)});
  if (!after) return after.error();
  project = std::move(*after);
  return Done{};
}

// The first building, which is the only one that files can give.
Status take_position(const std::string& text, Project& project) {
  const std::vector<double> numbers = numbers_in(text);
  if (numbers.size() != 3) {
    return bad_input(
        "schrijf --place-building als X,Y,HOEK: waar de oorsprong van de plattegrond in de wijk "
        "ligt, in meters, en hoeveel graden linksom hij is gedraaid",
        "write --place-building as X,Y,ANGLE: where the origin of the plan lies in the "
        "neighbourhood, in metres, and how many degrees it is turned counter-clockwise",
        text);
  }
  if (!project.wijk || project.buildings.empty()) {
    return bad_input(
        "een gebouw kan alleen in een wijk worden geplaatst; geef een plattegrond en een "
        "wijk op",
        "a building can only be placed in a neighbourhood; name a plan and a "
        "neighbourhood",
        text);
  }
  const WijkPosition position{{numbers[0], numbers[1]}, numbers[2] * std::numbers::pi / 180};
  Result<Project> after = apply(project, edit::PlaceBuilding{0, position});
  if (!after) return after.error();
  project = std::move(*after);
  return Done{};
}

Result<Input> read_saved(const std::string& path) {
  Result<Project> project = load_project(path);
  if (!project) return project.error();
  return Input{std::move(*project), {}};
}

// "1:100"; "100" is understood too.
Result<PlanOptions> plan_options(const InputOptions& options) {
  PlanOptions plan;
  if (!options.scale.empty()) {
    const std::string said = squeeze(options.scale);
    plan.paper_scale = number_from_text(said.starts_with("1:") ? said.substr(2) : said);
    if (!plan.paper_scale || !(*plan.paper_scale >= 1 && *plan.paper_scale <= 100'000)) {
      return bad_input("schrijf --scale als 1:100", "write --scale as 1:100", options.scale);
    }
  }
  plan.layers_path = options.layers;
  plan.uses_path = options.uses;
  plan.layers = options.layer_meanings;
  plan.metres_per_unit = options.metres_per_unit;
  plan.crs = options.plan_crs;
  return plan;
}

Result<Input> read_plans(const InputOptions& options, Job& job) {
  Result<std::vector<PlanFile>> files = plan_files(options);
  if (!files) return files.error();
  Input input;
  if (files->empty()) return input;
  const Result<PlanOptions> asked = plan_options(options);
  if (!asked) return asked.error();
  Result<PlanImport> plan = read_plan(*files, *asked, job);
  if (!plan) return plan.error();
  input.layers = std::move(plan->layers);
  Project& project = input.project;
  project.name = plan->building.name;
  project.buildings.push_back(std::move(plan->building));
  project.next = plan->next;
  project.import_findings = std::move(plan->findings);
  project.sources = std::move(plan->sources);
  return input;
}

// Inputs that are layers of a neighbourhood move to `wijk`.
InputOptions sorted_inputs(InputOptions options) {
  std::vector<std::string> plans;
  for (std::string& path : options.inputs) {
    (looks_like_wijk(path) ? options.wijk : plans).push_back(std::move(path));
  }
  options.inputs = std::move(plans);
  return options;
}

// A wijk bears the name that its statistics give it, when there is one such.
std::string name_of_wijk(const Wijk& wijk) {
  std::vector<std::string> names;
  if (wijk.areas) {
    for (const StatisticalArea& area : *wijk.areas) {
      if (area.level == AreaLevel::Wijk && !area.name.empty()) names.push_back(area.name);
    }
  }
  return names.size() == 1 ? names.front() : wijk.name;
}

Status add_wijk(Input& input, const InputOptions& options, Job& job) {
  Result<WijkImport> import = read_wijk(options.wijk, {options.wijk_map, options.wijk_crs}, job);
  if (!import) return import.error();
  Project& project = input.project;
  import->wijk.name = name_of_wijk(import->wijk);
  if (project.name.empty() && project.buildings.empty()) project.name = import->wijk.name;
  import->wijk.assumptions = default_assumptions();
  project.wijk = std::make_shared<const Wijk>(std::move(import->wijk));
  project.next_wijk = import->next;
  std::erase_if(project.sources, [](const Source& source) { return source.role == "wijk"; });
  std::erase_if(project.import_findings,
                [](const Finding& f) { return f.code / 10 == 41 || f.code / 10 == 42; });
  std::ranges::move(import->sources, std::back_inserter(project.sources));
  std::ranges::move(import->findings, std::back_inserter(project.import_findings));
  input.wijk_layers = std::move(import->mapping);
  return Done{};
}

}  // namespace

Result<Catalogue> load_catalogue(const InputOptions& options) {
  if (options.catalogue.empty()) return builtin_catalogue();
  Result<std::string> text = read_file(options.catalogue);
  if (!text) return text.error();
  Result<Catalogue> catalogue = parse_own_catalogue(*text, file_name(options.catalogue));
  if (catalogue) catalogue->own->sha256 = sha256(*text);
  return catalogue;
}

Result<Input> read_input(const InputOptions& stated, const Catalogue& catalogue, Session& session,
                         Job& job) {
  const InputOptions options = sorted_inputs(stated);
  bool is_saved = false;
  if (options.inputs.size() == 1 && options.storeys.empty()) {
    Result<bool> saved = is_project(options.inputs.front());
    if (!saved) return saved.error();
    is_saved = *saved;
  }
  Result<Input> input = is_saved ? read_saved(options.inputs.front()) : read_plans(options, job);
  if (!input) return input;
  if (!options.wijk.empty()) {
    if (Status status = add_wijk(*input, options, job); !status) return status.error();
  }
  Result<Project> project = with_lists(input->project, options, catalogue, session, job);
  if (!project) return project.error();
  const bool is_history = is_saved && !options.date.empty();
  input->project = is_history ? with_history(input->project, *std::move(project), "", options.date)
                              : *std::move(project);
  return input;
}

Result<Project> with_lists(Project project, const InputOptions& options, const Catalogue& catalogue,
                           Session& session, Job& job) {
  if (!options.rooms.empty()) {
    if (project.buildings.empty()) {
      return bad_input("een ruimtestaat hoort bij een plattegrond; geef er een op",
                       "a room list belongs to a plan; name one", file_name(options.rooms));
    }
    Result<std::string> text = read_source(options.rooms, "room list", project);
    if (!text) return text.error();
    Result<std::vector<RoomRow>> rows = read_room_list(options.rooms);
    if (!rows) return rows.error();
    const Building& building = project.buildings.front();
    Result<Layouts> layouts = session.layouts(building, job);
    if (!layouts) return layouts.error();
    std::map<SpaceId, double> areas;
    for (const auto& layout : *layouts) {
      for (const SpaceShape& shape : layout->shapes) {
        if (shape.polygon) areas[shape.id] = shape.area_m2;
      }
    }
    // What an earlier list made of the project is said again, or no longer true.
    std::erase_if(project.import_findings, [](const Finding& finding) {
      return finding.code == finding::kRowWithoutRoom || finding.code == finding::kRoomWithoutRow ||
             finding.code == finding::kAreaDiffers || finding.code == finding::kUnitContradicted ||
             (finding.code == finding::kUseNotUnderstood &&
              finding.object.find(": row ") != std::string::npos);
    });
    project = with_room_list(std::move(project), *rows, file_name(options.rooms), areas);
  }
  if (!options.ambition.empty()) {
    Result<std::string> text = read_source(options.ambition, "ambition", project);
    if (!text) return text.error();
    Result<Ambition> ambition = ambition_from_json(*text, file_name(options.ambition));
    if (!ambition) return ambition.error();
    project.ambition = std::move(*ambition);
  }
  if (!options.answers.empty()) {
    Result<std::string> text = read_source(options.answers, "answers", project);
    if (!text) return text.error();
    Result<Answers> answers = answers_from_json(*text, file_name(options.answers));
    if (!answers) return answers.error();
    project.answers = std::move(*answers);
  }
  if (!options.programme.empty()) {
    Result<std::string> text = read_source(options.programme, "programme", project);
    if (!text) return text.error();
    Result<Programme> programme = programme_from_json(*text, file_name(options.programme));
    if (!programme) return programme.error();
    if (programme->empty()) {
      return bad_input("dit programma heeft geen rollen; noem wie er zijn",
                       "this programme has no roles; name who is there",
                       file_name(options.programme));
    }
    project.programme = std::move(*programme);
  }
  if (!options.remarks.empty()) {
    const Result<std::string> text = read_source(options.remarks, "remarks", project);
    if (!text) return text.error();
    const Result<std::vector<RemarkRow>> rows = read_remark_list(options.remarks);
    if (!rows) return rows.error();
    project = with_remarks(std::move(project), *rows, file_name(options.remarks));
  }
  if (!options.wijk_assumptions.empty()) {
    const Status taken = take_wijk_assumptions(options.wijk_assumptions, project);
    if (!taken) return taken.error();
  }
  if (!options.place_building.empty()) {
    const Status taken = take_position(options.place_building, project);
    if (!taken) return taken.error();
  }
  const std::string ambition_name =
      options.ambition.empty() ? "project" : file_name(options.ambition);
  const std::string answers_name = options.answers.empty() ? "project" : file_name(options.answers);
  if (Status status = check_ambition(catalogue, project.ambition, ambition_name); !status) {
    return status.error();
  }
  if (Status status = check_answers(catalogue, project.answers, answers_name); !status) {
    return status.error();
  }
  if (project.name.empty()) {
    // Files of several storeys need not share a name; the answers may say whose they are.
    project.name = !project.answers.project.empty() ? project.answers.project
                   : !options.inputs.empty()        ? stem(options.inputs.front())
                                                    : "project";
  }
  return project;
}

Result<std::vector<LayerUse>> list_layers(const InputOptions& options, Job& job) {
  Result<std::vector<PlanFile>> files = plan_files(options);
  if (!files) return files.error();
  const Result<PlanOptions> asked = plan_options(options);
  if (!asked) return asked.error();
  return read_layers(*files, *asked, job);
}

Result<std::vector<Segment>> list_paper_lines(const InputOptions& options, Job& job) {
  const Result<std::vector<PlanFile>> files = plan_files(options);
  if (!files) return files.error();
  return read_paper_lines(*files, job);
}

}  // namespace trefpunt
