// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programme_fields.h"

#include <algorithm>
#include <cmath>

#include "project/programme_json.h"
#include "report/plan_names.h"

namespace trefpunt {

namespace {

enum class PlaceKind { Use, Number, Entrance, Home, OfRole };

PlaceKind kind_of(const PlaceQuery& query) {
  if (query.is_entrance) return PlaceKind::Entrance;
  if (query.is_home) return PlaceKind::Home;
  if (!query.role.empty()) return PlaceKind::OfRole;
  return query.use || query.number.empty() ? PlaceKind::Use : PlaceKind::Number;
}

PlaceQuery place_of(PlaceKind kind, const Programme& programme) {
  PlaceQuery query;
  query.is_entrance = kind == PlaceKind::Entrance;
  query.is_home = kind == PlaceKind::Home;
  if (kind == PlaceKind::OfRole && !programme.roles.empty()) query.role = programme.roles[0].id;
  if (kind == PlaceKind::Use) query.use = Use::Lounge;
  return query;
}

const std::vector<Use>& uses_to_stay() {
  static const std::vector<Use> all = [] {
    std::vector<Use> made;
    for (const Use use : all_uses()) {
      if (is_floor(use) && use != Use::Unknown) made.push_back(use);
    }
    std::sort(made.begin(), made.end(), [](Use a, Use b) { return name_of(a).nl < name_of(b).nl; });
    return made;
  }();
  return all;
}

}  // namespace

Text ProgrammeForm::shown(const Text& label) const {
  return {capitalised(label.nl), capitalised(label.en)};
}

void ProgrammeForm::changed(const Text& label) {
  is_changed_ = true;
  what_ = {words_ + label.nl, words_ + label.en};
}

void ProgrammeForm::text(const std::string& name, const Text& label, std::string& value) {
  const std::string field = full(name);
  const bool was_typed = draft_.field == field;
  std::string typed = was_typed ? draft_.typed : value;
  const bool is_done = line_input(ui_, field, shown(label), typed);
  if (ImGui::IsItemActive()) {
    draft_.field = field;
    draft_.typed = typed;
    draft_.is_no_time = false;
  } else if (was_typed) {
    draft_.field.clear();
  }
  if (!is_done || squeeze(typed) == value) return;
  value = squeeze(typed);
  changed(label);
}

void ProgrammeForm::number(const std::string& name, const Text& label, double& value,
                           const Text& unit) {
  std::optional<double> typed = value;
  if (!number_input(ui_, full(name), shown(label), typed, ui_.t(unit)) || !typed) return;
  if (*typed == value) return;
  value = *typed;
  changed(label);
}

void ProgrammeForm::whole(const std::string& name, const Text& label, int& value,
                          const Text& unit) {
  double typed = value;
  number(name, label, typed, unit);
  value = static_cast<int>(std::lround(std::clamp(typed, -1e6, 1e6)));
}

void ProgrammeForm::time(const std::string& name, const Text& label, double& minutes) {
  const std::string field = full(name);
  const bool was_typed = draft_.field == field;
  std::string typed = was_typed ? draft_.typed : text_of_minutes(minutes);
  const bool is_done = line_input(ui_, field, shown(label), typed);
  const std::optional<double> read = minutes_from_text(squeeze(typed));
  if (ImGui::IsItemActive()) {
    draft_.field = field;
    draft_.typed = typed;
    draft_.is_no_time = false;
  } else if (was_typed && (is_done ? read.has_value() : !draft_.is_no_time)) {
    draft_.field.clear();
  } else if (is_done) {
    draft_.is_no_time = true;
  }
  if (was_typed && draft_.is_no_time) {
    paragraph(ui_, ui_.t({"Dit is geen tijd. Schrijf een tijd als 07:30.",
                          "This is no time. Write a time as 07:30."}));
  }
  if (!is_done || !read || *read == minutes) return;
  minutes = *read;
  changed(label);
}

void ProgrammeForm::yes_no(const std::string& name, const Text& label, bool& value) {
  if (tick(ui_, full(name), shown(label), value)) changed(label);
}

void ProgrammeForm::one_of(const std::string& name, const Text& label, int& index,
                           const std::vector<std::string>& choices) {
  if (choose(ui_, full(name), shown(label), index, choices)) changed(label);
}

void ProgrammeForm::weekdays(std::vector<int>& days) {
  static const Text kDays[] = {{"ma", "Mo"}, {"di", "Tu"}, {"wo", "We"}, {"do", "Th"},
                               {"vr", "Fr"}, {"za", "Sa"}, {"zo", "Su"}};
  for (int day = 1; day <= 7; ++day) {
    if (day > 1) ImGui::SameLine(0, 2 * ui_.scale);
    const bool is_on = std::count(days.begin(), days.end(), day) > 0;
    const std::string words = (is_on ? "✓" : "·") + kDays[day - 1].in(ui_.lang);
    if (!entry(ui_, full("day" + std::to_string(day)), words, is_on, ui_.em(2.4f))) continue;
    std::erase(days, day);
    if (!is_on) days.insert(std::upper_bound(days.begin(), days.end(), day), day);
    changed({"weekdagen", "weekdays"});
  }
}

void ProgrammeForm::place(const std::string& name, const Text& label, PlaceQuery& query) {
  int kind = static_cast<int>(kind_of(query));
  const int before = kind;
  one_of(name, label, kind,
         {ui_.t({"een ruimte met dit gebruik", "a space with this use"}),
          ui_.t({"een kamer met dit nummer", "a room with this number"}),
          ui_.t({"de ingang", "the entrance"}), ui_.t({"de eigen plek", "the own place"}),
          ui_.t({"de plek van iemand van deze rol", "the place of someone of this role"})});
  if (kind != before) query = place_of(static_cast<PlaceKind>(kind), programme_);
  ImGui::Indent(ui_.em(1));
  switch (static_cast<PlaceKind>(kind)) {
    case PlaceKind::Use: {
      std::vector<std::string> words;
      int use = -1;
      for (const Use one : uses_to_stay()) {
        if (query.use == one) use = static_cast<int>(words.size());
        words.push_back(name_of(one).in(ui_.lang));
      }
      const int use_before = use;
      one_of(name + "-use", {label.nl + ": gebruik", label.en + ": use"}, use, words);
      if (use != use_before) query.use = uses_to_stay()[static_cast<std::size_t>(use)];
      text(name + "-unit", {label.nl + ": afdeling (mag leeg)", label.en + ": unit (optional)"},
           query.unit);
      yes_no(name + "-spread",
             {"elke even vaak (anders de dichtstbijzijnde)", "each as often (else the nearest)"},
             query.spread);
      break;
    }
    case PlaceKind::Number:
      text(name + "-number", {label.nl + ": kamernummer", label.en + ": room number"},
           query.number);
      break;
    case PlaceKind::OfRole: {
      std::vector<std::string> words;
      for (const Role& role : programme_.roles) words.push_back(role.name);
      int role = programme_.role_index(query.role);
      const int role_before = role;
      one_of(name + "-role", {label.nl + ": rol", label.en + ": role"}, role, words);
      if (role != role_before) query.role = programme_.roles[static_cast<std::size_t>(role)].id;
      break;
    }
    case PlaceKind::Entrance:
    case PlaceKind::Home:
      break;
  }
  ImGui::Unindent(ui_.em(1));
}

void ProgrammeForm::source(std::string& words) {
  text("source", {"bron van deze getallen", "source of these numbers"}, words);
  paragraph(ui_,
            words.empty() ? ui_.t({"Aanname zonder bron.", "An assumption without a source."})
                          : ui_.t({"Aanname, tot iemand geteld heeft.",
                                   "An assumption, until somebody has counted."}),
            true);
}

bool ProgrammeForm::press(const std::string& name, const Text& label, const Text& what) {
  if (!button(ui_, full(name), label)) return false;
  changed(what);
  return true;
}

}  // namespace trefpunt
