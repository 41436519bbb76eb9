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

bool open_part(Ui& ui, const std::string& name, const std::string& words) {
  const bool is_open = ImGui::TreeNode((words + "###" + name).c_str());
  ui.mark(name);
  return is_open;
}

std::string times_words(double from, double to) {
  return text_of_minutes(from) + "–" + text_of_minutes(to > 1440 ? to - 1440 : to);
}

void draw_presences(Ui& ui, ProgrammeForm& form, Role& role) {
  std::size_t gone = role.presence.size();
  for (std::size_t p = 0; p < role.presence.size(); ++p) {
    Presence& presence = role.presence[p];
    const std::string name = fmt::format("presence:{}:", p);
    const std::string times = times_words(presence.from_min, presence.to_min);
    form.of(name, role.name + ", " + times + " ");
    if (!open_part(ui, name,
                   fmt::format("{} {}, {} {}", ui.t({"aanwezig", "present"}), times,
                               ui.t({"kans", "chance"}),
                               format_short(presence.probability, 3, ui.lang)))) {
      continue;
    }
    form.time("from", {"van", "from"}, presence.from_min);
    form.time("to", {"tot", "to"}, presence.to_min);
    form.number("probability", {"kans per dag", "chance a day"}, presence.probability,
                {"(0 tot 1)", "(0 to 1)"});
    form.weekdays(presence.weekdays);
    form.source(presence.source);
    if (role.presence.size() > 1 &&
        form.press("remove", {"Tijd verwijderen", "Remove the time"}, {"verwijderen", "removed"})) {
      gone = p;
    }
    ImGui::TreePop();
  }
  if (gone < role.presence.size()) {
    role.presence.erase(role.presence.begin() + static_cast<std::ptrdiff_t>(gone));
  }
  form.of("role-", role.name + ", ");
  if (form.press("presence-add", {"Tijd toevoegen", "Add a time"},
                 {"tijd toevoegen", "add a time"})) {
    role.presence.push_back({8 * 60, 17 * 60, 0, {1, 2, 3, 4, 5}, ""});
  }
}

void draw_times(Ui& ui, ProgrammeForm& form, Errand& errand) {
  if (errand.when.empty()) paragraph(ui, ui.t({"Op elke tijd.", "At any time."}), true);
  std::size_t gone = errand.when.size();
  for (std::size_t w = 0; w < errand.when.size(); ++w) {
    TimeWeight& when = errand.when[w];
    const std::string name = fmt::format("when{}-", w);
    form.time(name + "from", {"begint van", "begins from"}, when.from_min);
    form.time(name + "to", {"begint tot", "begins until"}, when.to_min);
    form.number(name + "weight", {"gewicht", "weight"}, when.weight, {});
    if (form.press(name + "remove", {"Begintijd verwijderen", "Remove these times"},
                   {"begintijd verwijderen", "remove times"})) {
      gone = w;
    }
  }
  if (gone < errand.when.size()) {
    errand.when.erase(errand.when.begin() + static_cast<std::ptrdiff_t>(gone));
  }
  if (form.press("when-add", {"Begintijd toevoegen", "Add times to begin"},
                 {"begintijd toevoegen", "add times"})) {
    errand.when.push_back({9 * 60, 17 * 60, 1});
  }
}

void draw_errand(Ui& ui, ProgrammeForm& form, Errand& errand) {
  form.text("id", {"naam", "name"}, errand.id);
  form.place("to", {"waarheen", "where to"}, errand.to);
  form.number("per-day", {"per dag", "a day"}, errand.per_day,
              {"keer op een hele dag", "times on a whole day"});
  form.number("dwell", {"verblijf", "stay"}, errand.dwell_min, {"min", "min"});
  form.number("spread", {"spreiding van het verblijf", "spread of the stay"}, errand.dwell_spread,
              {"(0: altijd even lang)", "(0: always as long)"});
  draw_times(ui, form, errand);
  form.place("from", {"vanwaar", "from where"}, errand.from);
  form.yes_no("stays", {"blijft daar tot de volgende bezigheid", "stays until the next errand"},
              errand.stays);
  if (errand.stays) errand.then.reset();
  bool goes_on = errand.then.has_value();
  if (!errand.stays)
    form.yes_no("goes-on", {"gaat daarna ergens anders heen", "then goes elsewhere"}, goes_on);
  if (goes_on != errand.then.has_value()) {
    errand.then.reset();
    if (goes_on) errand.then = home_place();
  }
  if (errand.then) form.place("then", {"daarna", "then"}, *errand.then);
  form.source(errand.source);
}

void draw_errands(Ui& ui, ProgrammeForm& form, Role& role) {
  std::size_t gone = role.errands.size();
  for (std::size_t e = 0; e < role.errands.size(); ++e) {
    Errand& errand = role.errands[e];
    const std::string name = fmt::format("errand:{}:", e);
    form.of(name, role.name + ", " + errand.id + " ");
    if (!open_part(
            ui, name,
            fmt::format(fmt::runtime(ui.t({"{}, {} per dag, {} min", "{}, {} a day, {} min"})),
                        errand.id, format_short(errand.per_day, 2, ui.lang),
                        format_short(errand.dwell_min, 1, ui.lang)))) {
      continue;
    }
    draw_errand(ui, form, errand);
    if (form.press("remove", {"Bezigheid verwijderen", "Remove the errand"},
                   {"verwijderen", "removed"})) {
      gone = e;
    }
    ImGui::TreePop();
  }
  if (gone < role.errands.size()) {
    role.errands.erase(role.errands.begin() + static_cast<std::ptrdiff_t>(gone));
  }
  form.of("role-", role.name + ", ");
  if (form.press("errand-add", {"Bezigheid toevoegen", "Add an errand"},
                 {"bezigheid toevoegen", "add an errand"})) {
    Errand errand;
    errand.id = free_id(role.errands, ui.t({"bezigheid", "errand"}));
    errand.to.use = Use::Lounge;
    role.errands.push_back(std::move(errand));
  }
}

void draw_wishes(Ui& ui, ProgrammeForm& form, Programme& programme, const Role& role) {
  if (!open_part(ui, "wishes", ui.t({"Met wie ontmoeten gewenst is", "Whom to meet is wanted"}))) {
    return;
  }
  for (const Role& other : programme.roles) {
    int wish = static_cast<int>(programme.wish(role.id, other.id));
    const int before = wish;
    form.of("wish:", role.name + ", ");
    form.one_of(other.id, {"met " + other.name, "with " + other.name}, wish,
                {ui.t({"neutraal", "neutral"}), ui.t({"+ gewenst", "+ wanted"}),
                 ui.t({"− ongewenst", "− unwanted"})});
    if (wish == before) continue;
    std::erase_if(programme.relations, [&](const Relation& one) {
      return (one.a == role.id && one.b == other.id) || (one.a == other.id && one.b == role.id);
    });
    if (wish > 0) programme.relations.push_back({role.id, other.id, static_cast<Wish>(wish)});
  }
  ImGui::TreePop();
}

void draw_business(Ui& ui, ProgrammeForm& form, Role& role) {
  if (!open_part(ui, "business",
                 fmt::format("{} ({})", ui.t({"Heeft ook te zoeken in", "Has business in"}),
                             role.business.size()))) {
    return;
  }
  std::size_t gone = role.business.size();
  for (std::size_t b = 0; b < role.business.size(); ++b) {
    const std::string name = fmt::format("business{}", b);
    form.place(name, {"in", "in"}, role.business[b]);
    if (form.press(name + "-remove", {"Verwijderen", "Remove"},
                   {"plek verwijderen", "remove a place"})) {
      gone = b;
    }
  }
  if (gone < role.business.size()) {
    role.business.erase(role.business.begin() + static_cast<std::ptrdiff_t>(gone));
  }
  if (form.press("business-add", {"Plek toevoegen", "Add a place"},
                 {"plek toevoegen", "add a place"})) {
    PlaceQuery place;
    place.use = Use::Bedroom;
    role.business.push_back(place);
  }
  ImGui::TreePop();
}

void draw_role(Ui& ui, ProgrammeForm& form, Programme& programme, Role& role) {
  form.of("role-", role.name + ", ");
  form.text("name", {"naam", "name"}, role.name);
  std::vector<std::string> kinds;
  for (const RoleKind kind : all_role_kinds()) kinds.push_back(name_of(kind).in(ui.lang));
  int kind = static_cast<int>(role.kind);
  form.one_of("kind", {"soort", "kind"}, kind, kinds);
  role.kind = static_cast<RoleKind>(kind);
  form.whole("count", {"aantal", "count"}, role.count, {"mensen", "people"});
  form.number("speed", {"loopsnelheid", "walking speed"}, role.speed, {"m/s", "m/s"});
  form.number("window", {"dagen om elkaar te leren kennen", "days to come to know each other"},
              role.window_days, {"dagen", "days"});
  form.place("home", {"eigen plek", "own place"}, role.home);
  form.source(role.source);
  heading(ui, {"Wanneer aanwezig", "When present"});
  draw_presences(ui, form, role);
  heading(ui, {"Bezigheden", "Errands"});
  draw_errands(ui, form, role);
  form.of("role-", role.name + ", ");
  draw_business(ui, form, role);
  draw_wishes(ui, form, programme, role);
}

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
