// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/task.h"
#include "engine/read_input.h"
#include "engine/session.h"
#include "project/edit.h"
#include "project/history.h"

namespace trefpunt {

using SharedProject = std::shared_ptr<const Project>;

// What followed from a project, and from which.
struct Evaluated {
  SharedProject project;
  Evaluation evaluation;
  std::map<std::string, Outcome> maps;  // of what a programme gives, by encounter_info()
};

// What a workspace needs from its surroundings.
struct Surroundings {
  const Catalogue& catalogue;
  std::string today;           // ISO day
  std::string state_folder;    // for autosave and recent files; empty: neither
  std::function<void()> wake;  // from any thread: there is something to poll
  int number = 1;              // of the design among those of this run, for its autosave
  std::size_t memo_bytes = std::size_t{1} << 30;
};

// The open design: its history, what follows from it, and where it is saved. No window, no ImGui.
// Everything long runs on a thread; poll() takes what is done. A failure leaves the design as it
// is.
class Workspace {
 public:
  explicit Workspace(Surroundings surroundings);

  const Project& project() const { return *shared(); }
  SharedProject shared() const { return draft_ ? draft_ : history_.current(); }
  const History& history() const { return history_; }
  const std::string& path() const { return path_; }  // empty: never saved
  bool has_design() const { return has_design_; }
  bool is_saved() const { return history_.is_saved(); }
  // Whether leaving it would lose what someone did.
  bool has_work() const { return has_design_ && !is_saved() && history_.current() != untouched_; }
  // What the design is judged on, at its scale; and all of it, to check answers against.
  const Catalogue& catalogue() const;
  const Catalogue& whole_catalogue() const { return around_.catalogue; }
  const std::string& today() const { return around_.today; }
  const std::vector<LayerUse>& layers() const { return layers_; }
  const std::function<void()>& wake() const { return around_.wake; }

  // The latest evaluation; null before the first. Stale: it is of an earlier project.
  const Evaluated* evaluated() const { return evaluated_.get(); }
  std::shared_ptr<const Evaluated> shared_evaluated() const { return evaluated_; }
  bool is_stale() const { return !evaluated_ || evaluated_->project != shared(); }
  bool is_evaluating() const { return evaluating_.is_running(); }

  Status edit(const Edit& edit);
  Status edit(const Text& label, const std::vector<Edit>& edits);
  // A step that is no edit: what a list makes of the project.
  void step(const Text& label, Project after);
  // While the mouse moves: the edit is shown and evaluated, but enters the history at commit().
  Status preview(const Edit& edit);
  void commit();
  void discard();
  bool has_draft() const { return draft_ != nullptr; }
  void undo();
  void redo();

  void start_new(const Text& name);
  void adopt(Input input, const std::string& path);  // a project that was read
  // As it is now nobody worked on it: the sample, an empty plan.
  void mark_untouched() { untouched_ = history_.current(); }
  // The design of another workspace as it is now, not saved; its next ids are given.
  void copy_from(const Workspace& other, const Counters& next);
  void open(const InputOptions& options);  // take with loaded()
  bool is_loading() const { return loading_.is_running(); }
  std::optional<Result<Input>> loaded() { return loading_.take(); }
  Status save(const std::string& path);
  // The project with what was decided otherwise since the design was opened or saved: what a save
  // writes and a report tells. Before its first file a design has no history.
  Project with_past(const Project& project) const;
  void cancel();  // what is running, except saving
  int permille() const;

  // True when there is something new to draw. Also autosaves, a few seconds after an edit.
  bool poll();
  std::vector<Error> take_errors() { return std::exchange(errors_, {}); }

  // Designs that an earlier run left unsaved when it ended.
  std::vector<std::string> left_behind() const;
  void forget_autosave();
  // That file is now of this run: it holds the design that was just adopted.
  void take_over_autosave(const std::string& left);

 private:
  void evaluate(bool is_urgent);
  void autosave();
  std::string autosave_path() const;

  Surroundings around_;
  Session session_;
  Session reader_;  // of files; a session evaluates one thing at a time
  History history_;
  SharedProject draft_, untouched_;
  SharedProject in_file_;  // as it was written or read last, with its history; null: in no file
  Text draft_label_;
  std::string path_;
  bool has_design_ = false;
  bool is_of_earlier_design_ = false;  // what is being evaluated
  std::vector<LayerUse> layers_;
  std::shared_ptr<const Evaluated> evaluated_;
  SharedProject asked_, running_;
  Task<std::shared_ptr<const Evaluated>> evaluating_;
  Task<Input> loading_;
  Task<Done> autosaving_;
  SharedProject autosaved_;
  std::chrono::steady_clock::time_point changed_at_;
  std::chrono::steady_clock::time_point kept_at_;  // when all work was last in a file
  std::vector<Error> errors_;
};

}  // namespace trefpunt
