// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/history.h"

#include <utility>

namespace trefpunt {

History::History(std::shared_ptr<const Project> project) {
  TP_CHECK(project != nullptr);
  steps_.push_back({{}, std::move(project)});
}

void History::push(Text label, std::shared_ptr<const Project> project) {
  TP_CHECK(project != nullptr);
  steps_.resize(at_ + 1);
  steps_.push_back({std::move(label), std::move(project)});
  ++at_;
}

void History::replace_last(std::shared_ptr<const Project> project) {
  TP_CHECK(project != nullptr && can_undo() && !can_redo());
  steps_[at_].project = std::move(project);
}

Text History::undo_label() const {
  return can_undo() ? steps_[at_].label : Text{};
}

Text History::redo_label() const {
  return can_redo() ? steps_[at_ + 1].label : Text{};
}

void History::undo() {
  if (can_undo()) --at_;
}

void History::redo() {
  if (can_redo()) ++at_;
}

}  // namespace trefpunt
