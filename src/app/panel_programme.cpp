// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "app/panels.h"
#include "app/programme_fields.h"
#include "project/programme_json.h"
#include "project/programme_presets.h"
#include "report/plan_names.h"

namespace trefpunt {

namespace {

void draw_roles(Ui& ui, ProgrammeForm& form, ProgrammeDraft& draft, Programme& programme) {
  std::size_t gone = programme.roles.size();
  for (std::size_t r = 0; r < programme.roles.size(); ++r) {
    Role& role = programme.roles[r];
    const bool is_open = draft.role == role.id;
    if (entry(ui, "role:" + role.id, fmt::format("{} ({})", role.name, role.count), is_open)) {
      draft.role = is_open ? "" : role.id;
    }
    if (!is_open) continue;
    ImGui::PushID(role.id.c_str());
    ImGui::Indent(ui.em(0.8f));
    draw_role(ui, form, programme, role);
    form.of("role-", role.name + " ");
    if (form.press("remove", {"Rol verwijderen", "Remove the role"}, {"verwijderen", "removed"})) {
      gone = r;
    }
    ImGui::Unindent(ui.em(0.8f));
    ImGui::Separator();
    ImGui::PopID();
  }
  if (gone < programme.roles.size()) {
    const std::string id = programme.roles[gone].id;
    programme.roles.erase(programme.roles.begin() + static_cast<std::ptrdiff_t>(gone));
    std::erase_if(programme.relations,
                  [&](const Relation& one) { return one.a == id || one.b == id; });
    for (GroupSession& session : programme.sessions) {
      std::erase_if(session.members, [&](const SessionMembers& one) { return one.role == id; });
    }
  }
  form.of("", "");
  if (form.press("role-add", {"Rol toevoegen", "Add a role"}, {"rol toevoegen", "add a role"})) {
    Role role;
    role.id = free_id(programme.roles, ui.t({"rol", "role"}));
    role.name = ui.t({"Nieuwe rol", "New role"});
    role.kind = RoleKind::Neighbour;
    role.count = 1;
    role.home.is_entrance = true;
    role.presence.push_back({9 * 60, 17 * 60, 1, {1, 2, 3, 4, 5}, ""});
    draft.role = role.id;
    programme.roles.push_back(std::move(role));
  }
}

void draw_members(ProgrammeForm& form, const Programme& programme, GroupSession& session) {
  std::vector<std::string> names;
  for (const Role& role : programme.roles) names.push_back(role.name);
  std::size_t gone = session.members.size();
  for (std::size_t m = 0; m < session.members.size(); ++m) {
    SessionMembers& members = session.members[m];
    const std::string name = fmt::format("members{}-", m);
    int role = programme.role_index(members.role);
    const int before = role;
    form.one_of(name + "role", {"leden", "members"}, role, names);
    if (role != before) members.role = programme.roles[static_cast<std::size_t>(role)].id;
    form.whole(name + "count", {"aantal leden", "number of members"}, members.count, {});
    int first = members.first + 1;
    form.whole(name + "first", {"vanaf persoon", "from person"}, first, {});
    members.first = first - 1;
    form.number(name + "attendance", {"kans dat ieder komt", "chance that each comes"},
                members.attendance, {"(0 tot 1)", "(0 to 1)"});
    if (session.members.size() > 1 &&
        form.press(name + "remove", {"Leden verwijderen", "Remove members"},
                   {"leden verwijderen", "remove members"})) {
      gone = m;
    }
  }
  if (gone < session.members.size()) {
    session.members.erase(session.members.begin() + static_cast<std::ptrdiff_t>(gone));
  }
  if (form.press("members-add", {"Leden toevoegen", "Add members"},
                 {"leden toevoegen", "add members"}) &&
      !programme.roles.empty()) {
    session.members.push_back({programme.roles.front().id, 0, 1, 1});
  }
}

void draw_sessions(Ui& ui, ProgrammeForm& form, Programme& programme) {
  heading(ui, {"Groepen op vaste tijden", "Groups at fixed times"});
  std::size_t gone = programme.sessions.size();
  for (std::size_t s = 0; s < programme.sessions.size(); ++s) {
    GroupSession& session = programme.sessions[s];
    const std::string name = fmt::format("session:{}:", s);
    form.of(name, session.name + ", ");
    if (!open_part(ui, name,
                   fmt::format("{}, {}", session.name, text_of_minutes(session.start_min)))) {
      continue;
    }
    form.text("name", {"naam", "name"}, session.name);
    form.place("place", {"plek", "place"}, session.place);
    form.weekdays(session.weekdays);
    form.time("start", {"begint om", "begins at"}, session.start_min);
    form.number("minutes", {"duur", "length"}, session.minutes, {"min", "min"});
    form.number("weeks", {"reeks", "series"}, session.weeks, {"weken", "weeks"});
    draw_members(form, programme, session);
    form.source(session.source);
    if (form.press("remove", {"Groep verwijderen", "Remove the group"},
                   {"verwijderen", "removed"})) {
      gone = s;
    }
    ImGui::TreePop();
  }
  if (gone < programme.sessions.size()) {
    programme.sessions.erase(programme.sessions.begin() + static_cast<std::ptrdiff_t>(gone));
  }
  form.of("", "");
  if (!programme.roles.empty() && form.press("session-add", {"Groep toevoegen", "Add a group"},
                                             {"groep toevoegen", "add a group"})) {
    GroupSession session;
    session.id = free_id(programme.sessions, ui.t({"groep", "group"}));
    session.name = ui.t({"Nieuwe groep", "New group"});
    session.place.use = Use::GroupRoom;
    session.weekdays = {1};
    session.start_min = 10 * 60;
    session.members.push_back({programme.roles.front().id, 0, 1, 1});
    programme.sessions.push_back(std::move(session));
  }
}

void draw_rules(Ui& ui, ProgrammeForm& form, EncounterRules& rules) {
  heading(ui, {"Wat als ontmoeting telt", "What counts as an encounter"});
  const auto rule = [&](const char* name, const Text& label, const Text& unit, Assumption& one) {
    form.of(std::string("rule:") + name + ":", "");
    form.number("value", label, one.value, unit);
    form.of(std::string("rule:") + name + ":", label.in(ui.lang) + ", ");
    form.source(one.source);
  };
  rule("overlap", {"samen op een plek telt vanaf", "together in a place counts from"},
       {"min", "min"}, rules.overlap_min);
  rule("sight", {"elkaar opmerken binnen", "noticing each other within"}, {"m", "m"},
       rules.sight_m);
  rule("beside", {"naast elkaar lopen binnen", "walking beside each other within"}, {"m", "m"},
       rules.beside_m);
  rule("detour", {"spreiding van routekeuze", "spread of route choice"}, {}, rules.detour);
  rule("notice", {"deel dat elkaar opmerkt", "share that notices"}, {"(0 tot 1)", "(0 to 1)"},
       rules.notice);
  rule("times", {"herhaald is op zo veel dagen", "repeated is on so many days"}, {"dagen", "days"},
       rules.times);
}

Request set_programme(Programme programme, const Text& what) {
  Request request;
  request.edits.push_back(edit::SetProgramme{std::move(programme)});
  request.label = {"Programma wijzigen: " + what.nl, "Change the programme: " + what.en};
  return request;
}

}  // namespace

Request draw_no_programme(Ui& ui) {
  Request request;
  paragraph(ui, ui.t({"Wie ontmoet wie volgt uit een programma: wie er is, wanneer, en waarheen "
                      "men loopt. Dit ontwerp heeft er nog geen.",
                      "Who meets whom follows from a programme: who is there, when, and where "
                      "people walk. This design has none yet."}));
  for (const PresetInfo& info : presets()) {
    const Text label{"Begin met: " + info.name.nl, "Begin with: " + info.name.en};
    if (button(ui, "preset:" + std::string(info.id), label, true, true)) {
      request.edits.push_back(edit::SetProgramme{preset(info.id)});
      request.label = {"Programma beginnen: " + info.name.nl, "Begin a programme: " + info.name.en};
    }
    paragraph(ui, info.what.in(ui.lang), true);
  }
  paragraph(ui,
            ui.t({"Elk getal daarin is een aanname, met zijn bron of ‘door de planner te "
                  "verklaren’, en is te wijzigen.",
                  "Every number in it is an assumption, with its source or ‘for the planner to "
                  "declare’, and can be changed."}),
            true);
  if (button(ui, "programme-open", {"Programma openen …", "Open a programme …"})) {
    request.command = "programme-open";
  }
  return request;
}

Request draw_programme(Ui& ui, const Workspace& workspace, UiState& state) {
  Request request;
  ProgrammeDraft& draft = state.programme;
  Programme programme = draft.refused ? *draft.refused : workspace.project().programme;
  if (draft.refused) {
    ImGui::PushStyleColor(ImGuiCol_Text, colour(ui.palette().warning));
    paragraph(ui, ui.t({"Dit kan zo niet: ", "This cannot be: "}) + draft.why);
    ImGui::PopStyleColor();
    ui.mark("programme-refused");
    if (button(ui, "programme-back",
               {"Terug naar wat het laatst klopte", "Back to what was right last"})) {
      draft.refused.reset();
      return request;
    }
  }
  paragraph(ui,
            ui.t({"Elk getal is een aanname tot iemand geteld heeft. Mensen staan er naar "
                  "functie in, niet bij naam.",
                  "Every number is an assumption until somebody has counted. People stand here "
                  "by function, not by name."}),
            true);
  ProgrammeForm form(ui, draft, programme);
  form.of("programme-", "");
  form.text("name", {"naam van het programma", "name of the programme"}, programme.name);
  heading(ui, {"Rollen", "Roles"});
  draw_roles(ui, form, draft, programme);
  draw_sessions(ui, form, programme);
  draw_rules(ui, form, programme.rules);
  ImGui::Separator();
  if (button(ui, "programme-open", {"Ander programma openen …", "Open another programme …"})) {
    request.command = "programme-open";
  }
  if (button(ui, "programme-save", {"Programma bewaren als …", "Save the programme as …"},
             !draft.refused)) {
    request.command = "programme-save";
  }
  if (button(ui, "programme-remove", {"Programma weghalen", "Take the programme away"})) {
    draft.refused.reset();
    request.edits.push_back(edit::SetProgramme{});
    request.label = {"Programma weghalen", "Take the programme away"};
    return request;
  }
  if (!form.is_changed()) return request;
  // As its file would be read: what is refused there is refused here.
  const Result<Programme> read = programme_from_json(to_json(programme), "");
  if (!read) {
    draft.refused = std::move(programme);
    draft.why = read.error().sentence.in(ui.lang);
    return request;
  }
  draft.refused.reset();
  return set_programme(*read, form.what());
}

}  // namespace trefpunt
