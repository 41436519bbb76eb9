// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "app/request.h"
#include "app/ui.h"
#include "app/ui_state.h"
#include "app/workspace.h"

namespace trefpunt {

// The fields of a programme. Each changes its value when it is left, and remembers for the name of
// the step what was changed: "Verpleegkundige, koffie per dag".
class ProgrammeForm {
 public:
  ProgrammeForm(Ui& ui, ProgrammeDraft& draft, Programme& programme)
      : ui_(ui), draft_(draft), programme_(programme) {}

  // What the fields that follow are of: their names and the words of the step begin with it.
  void of(const std::string& name, const std::string& words) {
    name_ = name;
    words_ = words;
  }

  void text(const std::string& name, const Text& label, std::string& value);
  void number(const std::string& name, const Text& label, double& value, const Text& unit);
  void whole(const std::string& name, const Text& label, int& value, const Text& unit);
  void time(const std::string& name, const Text& label, double& minutes);
  void yes_no(const std::string& name, const Text& label, bool& value);
  void one_of(const std::string& name, const Text& label, int& index,
              const std::vector<std::string>& choices);
  void weekdays(std::vector<int>& days);
  void place(const std::string& name, const Text& label, PlaceQuery& query);
  // Where the numbers come from; says that they are assumptions when nobody said.
  void source(std::string& words);
  void changed(const Text& label);
  bool press(const std::string& name, const Text& label,
             const Text& what);  // a button that changes

  bool is_changed() const { return is_changed_; }
  const Text& what() const { return what_; }  // was changed

 private:
  std::string full(const std::string& name) const { return name_ + name; }
  Text shown(const Text& label) const;

  Ui& ui_;
  ProgrammeDraft& draft_;
  Programme& programme_;
  std::string name_, words_;
  bool is_changed_ = false;
  Text what_;
};

// A part that folds away; ImGui::TreePop() follows when it is open.
bool open_part(Ui& ui, const std::string& name, const std::string& words);
// All fields of one role of the programme.
void draw_role(Ui& ui, ProgrammeForm& form, Programme& programme, Role& role);

// "lezing", "lezing-2", ...: the first that nothing is called.
template <typename Thing>
std::string free_id(const std::vector<Thing>& things, const std::string& wanted) {
  std::string id = wanted;
  const auto is_taken = [&](const Thing& thing) { return thing.id == id; };
  for (int number = 2; std::any_of(things.begin(), things.end(), is_taken); ++number) {
    id = fmt::format("{}-{}", wanted, number);
  }
  return id;
}

// Without a programme: presets to start from, or a file.
Request draw_no_programme(Ui& ui);
// The programme itself: roles, groups and rules.
Request draw_programme(Ui& ui, const Workspace& workspace, UiState& state);

}  // namespace trefpunt
