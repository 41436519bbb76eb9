// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "app/programme_fields.h"
#include "project/programme_json.h"

namespace trefpunt {

namespace {

// A night is written 23:00 to 07:00; reading makes it go on over midnight again.
void draw_span(ProgrammeForm& form, const std::string& name, const Text& from, const Text& to,
               double& from_min, double& to_min) {
  const double before = from_min, folded = to_min > 1440 ? to_min - 1440 : to_min;
  double end = folded;
  form.time(name + "from", from, from_min);
  form.time(name + "to", to, end);
  if (from_min != before || end != folded) to_min = end;
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
    draw_span(form, "", {"van", "from"}, {"tot", "to"}, presence.from_min, presence.to_min);
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
    draw_span(form, name, {"begint van", "begins from"}, {"begint tot", "begins until"},
              when.from_min, when.to_min);
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
  form.number("per-day", {"per dag", "per day"}, errand.per_day,
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

}  // namespace

bool open_part(Ui& ui, const std::string& name, const std::string& words) {
  const bool is_open = ImGui::TreeNode((words + "###" + name).c_str());
  ui.mark(name);
  return is_open;
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

}  // namespace trefpunt
