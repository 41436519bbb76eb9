// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace.h"

#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <charconv>
#include <filesystem>

#include "criteria/scale.h"
#include "io/files.h"
#include "io/project_file.h"
#include "project/decisions.h"
#include "report/encounter_maps.h"

namespace trefpunt {

namespace {

namespace fs = std::filesystem;

// At most 10 s of work may be lost: in a pause, or in the middle of it.
constexpr auto kAutosaveAfter = std::chrono::seconds(3);
constexpr auto kAutosaveAtLatest = std::chrono::seconds(6);
constexpr const char* kAutosave = "autosave-";

std::vector<std::vector<std::optional<Polygon>>> polygons_of(const Layouts& layouts) {
  std::vector<std::vector<std::optional<Polygon>>> storeys;
  for (const auto& layout : layouts) {
    storeys.emplace_back();
    for (const SpaceShape& shape : layout->shapes) storeys.back().push_back(shape.polygon);
  }
  return storeys;
}

// `kept` is the project with its history, which is what goes into the file.
Status write(const Project& project, const Project& kept, const Evaluated* evaluated,
             const Catalogue& catalogue, const std::string& path, Job& job) {
  SpacePolygons polygons;
  Session session(catalogue);  // its own: another thread may be evaluating
  for (std::size_t b = 0; b < project.buildings.size(); ++b) {
    if (evaluated && evaluated->project.get() == &project) {
      polygons.push_back(polygons_of(evaluated->evaluation.buildings[b].layouts));
      continue;
    }
    Result<Layouts> layouts = session.layouts(project.buildings[b], job);
    if (!layouts) return layouts.error();
    polygons.push_back(polygons_of(*layouts));
  }
  return save_project(kept, polygons, path);
}

std::map<std::string, Outcome> maps_of(const Project& project, const Evaluation& evaluation) {
  std::map<std::string, Outcome> maps;
  if (evaluation.buildings.empty()) return maps;
  const EncounterResult* result = evaluation.buildings.front().encounter.get();
  if (!result || result->refused) return maps;
  for (const EncounterMap map : encounter_maps()) {
    maps[encounter_info(map).id] =
        encounter_outcome(project.buildings.front(), *result->encounters, map);
  }
  return maps;
}

EvaluateOptions options_for(const Catalogue& catalogue, const Project& project,
                            const std::string& today) {
  const std::string name = usual_scope(project);
  const Scale scale = scale_for(name, project);
  Result<Scope> scope = named_scope(at_scale(catalogue, scale), name);
  return {scope ? *scope : Scope{}, today, {}, scale};
}

}  // namespace

Workspace::Workspace(Surroundings surroundings)
    : around_(std::move(surroundings)),
      session_(around_.catalogue, around_.memo_bytes),
      reader_(around_.catalogue),
      history_(std::make_shared<const Project>()) {}

const Catalogue& Workspace::catalogue() const {
  return session_.catalogue(scale_for(usual_scope(project()), project()));
}

Status Workspace::edit(const Edit& one) {
  return edit(label_of(one), {one});
}

Status Workspace::edit(const Text& label, const std::vector<Edit>& edits) {
  discard();
  Project after = *history_.current();
  for (const Edit& one : edits) {
    Result<Project> next = trefpunt::apply(after, one);
    if (!next) return next.error();
    after = std::move(*next);
  }
  step(label, std::move(after));
  return Done{};
}

void Workspace::step(const Text& label, Project after) {
  discard();
  history_.push(label, std::make_shared<const Project>(std::move(after)));
  has_design_ = true;
  evaluate(true);
}

Status Workspace::preview(const Edit& one) {
  Result<Project> next = trefpunt::apply(*history_.current(), one);
  if (!next) return next.error();
  draft_ = std::make_shared<const Project>(std::move(*next));
  draft_label_ = label_of(one);
  evaluate(false);
  return Done{};
}

void Workspace::commit() {
  if (!draft_) return;
  history_.push(draft_label_, std::exchange(draft_, nullptr));
  evaluate(true);
}

void Workspace::discard() {
  if (!draft_) return;
  draft_.reset();
  evaluate(true);
}

void Workspace::undo() {
  discard();
  history_.undo();
  evaluate(true);
}

void Workspace::redo() {
  discard();
  history_.redo();
  evaluate(true);
}

void Workspace::start_new(const Text& name) {
  Project project;
  project.name = name.nl;
  auto storey = std::make_shared<Storey>();
  storey->id = {project.next.storey++};
  storey->name = "begane grond";
  project.buildings.push_back({project.name, {storey}, {}, {}});
  adopt({std::move(project), {}}, "");
  mark_untouched();
}

void Workspace::adopt(Input input, const std::string& path) {
  forget_autosave();
  draft_.reset();
  untouched_.reset();
  history_ = History(std::make_shared<const Project>(std::move(input.project)));
  if (!path.empty()) history_.mark_saved();
  const bool has_past = !path.empty() || !project().decisions.empty();
  in_file_ = has_past ? history_.current() : nullptr;
  layers_ = std::move(input.layers);
  path_ = path;
  has_design_ = true;
  evaluated_.reset();
  is_of_earlier_design_ = evaluating_.is_running();
  autosaved_ = history_.current();
  kept_at_ = std::chrono::steady_clock::now();
  evaluate(true);
}

void Workspace::copy_from(const Workspace& other, const Counters& next) {
  Project project = *other.history().current();
  project.next = next;
  adopt({std::move(project), other.layers_}, "");
  autosaved_.reset();  // nothing on disk holds it
  in_file_ = other.in_file_;
  if (!other.evaluated_ || other.evaluated_->project != other.history().current()) return;
  // What followed there follows here: no number is asked for again.
  evaluating_.cancel();
  evaluated_ = std::make_shared<const Evaluated>(
      Evaluated{history_.current(), other.evaluated_->evaluation, other.evaluated_->maps});
}

void Workspace::open(const InputOptions& options) {
  loading_.start(
      [this, options](Job& job) { return read_input(options, around_.catalogue, reader_, job); },
      around_.wake);
}

void Workspace::cancel() {
  loading_.cancel();
  evaluating_.cancel();
}

int Workspace::permille() const {
  return loading_.is_running() ? loading_.permille() : evaluating_.permille();
}

// The newest project is evaluated; one that is overtaken is stopped when it is a finished edit, and
// runs out during a drag, or no number would ever follow the mouse.
void Workspace::evaluate(bool is_urgent) {
  changed_at_ = std::chrono::steady_clock::now();
  asked_ = shared();
  if (evaluating_.is_running()) {
    if (is_urgent && running_ != asked_) evaluating_.cancel();
    return;
  }
  running_ = asked_;
  evaluating_.start(
      [this, project = running_](Job& job) -> Result<std::shared_ptr<const Evaluated>> {
        Result<Evaluation> evaluation = session_.evaluate(
            *project, options_for(around_.catalogue, *project, around_.today), job);
        if (!evaluation) return evaluation.error();
        auto maps = maps_of(*project, *evaluation);
        return std::make_shared<const Evaluated>(
            Evaluated{project, std::move(*evaluation), std::move(maps)});
      },
      around_.wake);
}

bool Workspace::poll() {
  bool is_new = false;
  if (auto result = evaluating_.take()) {
    is_new = true;
    const bool is_wanted = !std::exchange(is_of_earlier_design_, false);
    if (*result && is_wanted) {
      evaluated_ = **result;
    } else if (!*result && result->error().code != Code::Cancelled) {
      errors_.push_back(result->error());
    }
    if (asked_ != running_) evaluate(false);
  }
  if (auto result = autosaving_.take(); result && !*result) errors_.push_back(result->error());
  autosave();
  return is_new;
}

Project Workspace::with_past(const Project& project) const {
  return in_file_ ? with_history(*in_file_, project, "", around_.today) : project;
}

Status Workspace::save(const std::string& path) {
  commit();
  (void)autosaving_.take();
  Job job;
  const auto kept = std::make_shared<const Project>(with_past(*history_.current()));
  if (Status status =
          write(*history_.current(), *kept, evaluated_.get(), around_.catalogue, path, job);
      !status)
    return status;
  in_file_ = kept;
  path_ = path;
  history_.mark_saved();
  forget_autosave();
  return Done{};
}

std::string Workspace::autosave_path() const {
  if (around_.state_folder.empty()) return {};
  return fmt::format("{}/{}{}-{}.trefpunt", around_.state_folder, kAutosave, getpid(),
                     around_.number);
}

void Workspace::autosave() {
  const std::string path = autosave_path();
  if (path.empty() || !has_design_ || autosaving_.is_running() || loading_.is_running()) return;
  const SharedProject project = history_.current();
  const auto now = std::chrono::steady_clock::now();
  if (project == autosaved_ || history_.is_saved()) {
    kept_at_ = now;
    return;
  }
  if (now - changed_at_ < kAutosaveAfter && now - kept_at_ < kAutosaveAtLatest) return;
  if (Status status = make_folder(around_.state_folder); !status) {
    autosaved_ = project;
    errors_.push_back(status.error());
    return;
  }
  autosaved_ = project;
  kept_at_ = now;
  autosaving_.start(
      [this, project, path, kept = with_past(*project),
       evaluated = evaluated_](Job& job) -> Result<Done> {
        return write(*project, kept, evaluated.get(), around_.catalogue, path, job);
      },
      around_.wake);
}

void Workspace::forget_autosave() {
  while (autosaving_.is_running() && !autosaving_.take()) usleep(1000);
  const std::string path = autosave_path();
  std::error_code ignored;
  if (!path.empty()) fs::remove(path, ignored);
}

void Workspace::take_over_autosave(const std::string& left) {
  std::error_code ignored;
  if (!autosave_path().empty()) fs::rename(left, autosave_path(), ignored);
}

std::vector<std::string> Workspace::left_behind() const {
  std::vector<std::string> paths;
  std::error_code ignored;
  if (around_.state_folder.empty()) return paths;
  for (const auto& file : fs::directory_iterator(around_.state_folder, ignored)) {
    const std::string name = file.path().filename();
    if (!name.starts_with(kAutosave) || !name.ends_with(".trefpunt")) continue;
    int owner = 0;
    const char* digits = name.data() + std::string_view(kAutosave).size();
    std::from_chars(digits, name.data() + name.size(), owner);
    if (owner > 0 && kill(owner, 0) == 0) continue;  // that run is still there
    paths.push_back(file.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace trefpunt
