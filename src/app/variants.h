// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/ui_state.h"
#include "app/workspace.h"

namespace trefpunt {

// One of the designs that are open beside each other.
struct Variant {
  std::string name;
  std::unique_ptr<Workspace> workspace;
  UiState left;  // its selection and half-typed texts while another one is worked on
};

// Up to four designs, each with its own history, evaluation and file; one is worked on. Never
// empty. No window, no ImGui.
class Variants {
 public:
  static constexpr std::size_t kMost = 4;

  explicit Variants(Surroundings around);

  std::size_t size() const { return all_.size(); }
  bool is_full() const { return size() == kMost; }
  std::size_t at() const { return at_; }  // which is worked on
  Variant& operator[](std::size_t index) { return all_[index]; }
  const Variant& operator[](std::size_t index) const { return all_[index]; }
  Workspace& active() { return *all_[at_].workspace; }
  const Workspace& active() const { return *all_[at_].workspace; }

  void show(std::size_t index);
  // A copy of the active design, as it is now and not saved, with a history of its own. It becomes
  // the active one. What is added to it later gets other numbers than what is added to the rest, so
  // that the same id is the same thing. Only when not full.
  void duplicate(const std::string& name);
  // An empty one at the end, that becomes the active one. Only when not full.
  Workspace& add(const std::string& name);
  // Its unsaved work is gone. Not the last one.
  void close(std::size_t index);
  void close_others();

  bool poll();  // all of them; true when there is something new to draw
  bool is_busy() const;
  std::vector<Error> take_errors();
  void forget_autosaves();

  std::string free_name() const;  // "Variant 2"

 private:
  std::unique_ptr<Workspace> make();

  Surroundings around_;
  int made_ = 0;
  std::vector<Variant> all_;
  std::size_t at_ = 0;
};

// What a project's file is called as a variant: "Zorghuis - Serre.trefpunt" is "Serre". Empty: its
// name says nothing of a variant.
std::string variant_name_of(const std::string& path);
// The name to save one under: "Zorghuis - Serre.trefpunt".
std::string variant_file_name(const std::string& project, const std::string& variant);

}  // namespace trefpunt
