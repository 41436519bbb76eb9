// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "project/project.h"

namespace trefpunt {

// The steps of a document, each a whole project that shares with the one before what it did not
// change. Unlimited; a value.
class History {
 public:
  // Starts with that project, not saved.
  explicit History(std::shared_ptr<const Project> project);

  // A step further; what was undone is gone.
  void push(Text label, std::shared_ptr<const Project> project);
  // The last step gives another project, so that a drag is one step. There must be a step, and
  // nothing undone.
  void replace_last(std::shared_ptr<const Project> project);

  const std::shared_ptr<const Project>& current() const { return steps_[at_].project; }

  bool can_undo() const { return at_ > 0; }
  bool can_redo() const { return at_ + 1 < steps_.size(); }
  // What undo() and redo() would do: "Deur verplaatsen"; empty when they do nothing.
  Text undo_label() const;
  Text redo_label() const;
  void undo();
  void redo();

  // The current project is what the file holds.
  void mark_saved() { saved_ = current(); }
  bool is_saved() const { return saved_ == current(); }

 private:
  struct Step {
    Text label;
    std::shared_ptr<const Project> project;
  };
  std::vector<Step> steps_;
  std::size_t at_ = 0;
  std::shared_ptr<const Project> saved_;
};

}  // namespace trefpunt
