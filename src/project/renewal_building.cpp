// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "project/renewal_parts.h"

namespace trefpunt {

namespace {

Text storey_words(const Storey& storey) {
  return {"verdieping " + storey.name, "storey " + storey.name};
}

Text level_words(double level) {
  return {format_short(level, 2, Lang::Nl), format_short(level, 2, Lang::En)};
}

// The levels that people know, when the file's order still fits them; else those of the file.
std::vector<double> levels_of(const Building& old, const Building& now,
                              const std::vector<std::optional<std::size_t>>& partners) {
  std::vector<double> ours, theirs;
  for (std::size_t s = 0; s < now.storeys.size(); ++s) {
    theirs.push_back(now.storeys[s]->level);
    ours.push_back(partners[s] ? old.storeys[*partners[s]]->level : theirs.back());
  }
  const bool fits = std::is_sorted(ours.begin(), ours.end(), std::less_equal<>());
  return fits ? ours : theirs;
}

// "verdieping (2)" when another storey is called so.
std::string free_name(const std::string& name, const std::set<std::string>& taken) {
  std::string free = name;
  for (int i = 2; taken.contains(fold(squeeze(free))); ++i) free = fmt::format("{} ({})", name, i);
  return free;
}

}  // namespace

Building renewed_building(const Building& old, const Building& now,
                          const std::vector<std::optional<std::size_t>>& partners, Counters& next,
                          Renewal& out) {
  Building building = old;
  building.storeys.clear();
  building.placement = now.placement;
  if (old.placement.in_wijk) building.placement.in_wijk = old.placement.in_wijk;
  const std::vector<double> levels = levels_of(old, now, partners);
  std::set<std::string> taken;
  for (std::size_t s = 0; s < partners.size(); ++s) {
    if (partners[s]) taken.insert(fold(squeeze(old.storeys[*partners[s]]->name)));
  }
  for (std::size_t s = 0; s < now.storeys.size(); ++s) {
    const Storey& said = *now.storeys[s];
    auto storey = std::make_shared<Storey>();
    storey->name = said.name;
    storey->level = levels[s];
    storey->elevation = said.elevation;
    storey->source_key = said.source_key;
    storey->outline = said.outline;
    if (!partners[s]) {
      storey->id = {next.storey++};
      storey->name = free_name(said.name, taken);
      taken.insert(fold(squeeze(storey->name)));
      out.came.push_back({to_string(storey->id), storey_words(*storey), storey->name, {}, false});
    } else {
      const Storey& was = *old.storeys[*partners[s]];
      storey->id = was.id;
      storey->underlay = was.underlay;
      RenewalEntry kept{to_string(was.id), storey_words(was), was.name, {}, false}, changed = kept;
      if (!was.name.empty()) storey->name = was.name;
      if (was.name != said.name && !was.name.empty() && !said.name.empty()) {
        kept.fields.push_back(
            field_kept("name", was.name, said.name, {was.name, was.name}, {said.name, said.name}));
      }
      if (was.level != levels[s]) {
        changed.fields.push_back(field_changed("level", level_words(was.level).en,
                                               level_words(levels[s]).en, level_words(was.level),
                                               level_words(levels[s])));
      }
      if (!storey->elevation) storey->elevation = was.elevation;
      if (storey->source_key.empty()) storey->source_key = was.source_key;
      if (storey->outline.empty()) storey->outline = was.outline;
      if (!kept.fields.empty()) out.kept.push_back(std::move(kept));
      if (!changed.fields.empty()) out.changed.push_back(std::move(changed));
    }
    building.storeys.push_back(std::move(storey));
  }
  for (std::size_t o = 0; o < old.storeys.size(); ++o) {
    if (std::count(partners.begin(), partners.end(), std::optional(o)) > 0) continue;
    const Storey& gone = *old.storeys[o];
    out.went.push_back({to_string(gone.id), storey_words(gone), gone.name, {}, false});
    if (gone.underlay) {
      out.depended.push_back({fmt::format("De onderlegger {} lag op verdieping {} en gaat mee weg.",
                                          gone.underlay->name, gone.name),
                              fmt::format("The underlay {} lay on storey {} and goes with it.",
                                          gone.underlay->name, gone.name)});
    }
  }
  return building;
}

std::map<UnitId, UnitId> renew_units(const Building& now, Building& building, Counters& next) {
  std::map<UnitId, UnitId> here;
  for (const Unit& said : now.units) {
    const auto known =
        std::find_if(building.units.begin(), building.units.end(),
                     [&](const Unit& unit) { return fold(unit.name) == fold(said.name); });
    if (known == building.units.end()) {
      building.units.push_back(said);
      building.units.back().id = {next.unit++};
      here[said.id] = building.units.back().id;
      continue;
    }
    here[said.id] = known->id;
    if (known->kind.empty()) known->kind = said.kind;
    if (!known->beds) known->beds = said.beds;
    if (!known->is_overnight) known->is_overnight = said.is_overnight;
  }
  return here;
}

void renew_record(const Building& old, const RevisedPlan& revised,
                  const std::map<std::string, std::string>& ids,
                  const std::map<std::string, std::string>& names, Project& project) {
  const bool is_only = project.buildings.size() == 1;
  const auto is_replaced = [&](const Source& source) {
    if (source.role == "uses") return revised.has_use_list;
    return source.role == "plan" &&
           (is_only || std::any_of(revised.sources.begin(), revised.sources.end(),
                                   [&](const Source& one) { return one.name == source.name; }));
  };
  std::vector<Source> kept;
  auto first = project.sources.size();  // where the plan stood
  for (const Source& source : project.sources) {
    if (!is_replaced(source)) {
      kept.push_back(source);
    } else {
      first = std::min(first, kept.size());
    }
  }
  first = std::min(first, kept.size());
  kept.insert(kept.begin() + static_cast<std::ptrdiff_t>(first), revised.sources.begin(),
              revised.sources.end());
  project.sources = std::move(kept);

  // What reading the older file told (1xx, 2xx) is told anew; of several buildings nobody knows
  // whose a finding without a storey was.
  const auto is_of_old = [&](const Finding& finding) {
    if (finding.code / 100 != 1 && finding.code / 100 != 2 &&
        !(finding.code == finding::kUseNotUnderstood && revised.has_use_list)) {
      return false;
    }
    return is_only || std::any_of(old.storeys.begin(), old.storeys.end(), [&](const auto& storey) {
             return storey->name == finding.storey;
           });
  };
  const auto place =
      std::find_if(project.import_findings.begin(), project.import_findings.end(), is_of_old);
  auto at = std::count_if(project.import_findings.begin(), place,
                          [&](const Finding& finding) { return !is_of_old(finding); });
  std::erase_if(project.import_findings, is_of_old);
  for (Finding finding : revised.findings) {
    if (const auto id = ids.find(finding.object); id != ids.end()) finding.object = id->second;
    if (const auto name = names.find(finding.storey); name != names.end())
      finding.storey = name->second;
    project.import_findings.insert(project.import_findings.begin() + at++, std::move(finding));
  }
}

}  // namespace trefpunt
