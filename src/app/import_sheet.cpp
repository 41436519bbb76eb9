// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/import_choices.h"
#include "io/level_name.h"

namespace trefpunt {

namespace {

constexpr std::size_t kMemory = std::size_t{64} << 20;  // bytes; nothing is asked twice

std::vector<LayerUse> by_name(const std::vector<LayerUse>& uses) {
  std::vector<LayerUse> rows;
  for (const LayerUse& use : uses) {
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const LayerUse& other) { return other.name == use.name; });
    if (row == rows.end()) {
      rows.push_back(use);
    } else {
      row->count += use.count;
    }
  }
  std::stable_sort(rows.begin(), rows.end(), [](const LayerUse& a, const LayerUse& b) {
    const bool a_known = a.meaning != Meaning::Unknown, b_known = b.meaning != Meaning::Unknown;
    return a_known != b_known ? b_known : a.name < b.name;
  });
  return rows;
}

bool holds_floor(Meaning meaning) {
  return meaning == Meaning::Wall || meaning == Meaning::Glass || meaning == Meaning::Floor ||
         meaning == Meaning::SpaceOutline;
}

// The error of the command line speaks of its options; here there is a list to choose from.
Error words_for_sheet(const Error& error, const std::vector<LayerUse>& layers) {
  const bool has_walls = std::any_of(layers.begin(), layers.end(),
                                     [](const LayerUse& use) { return holds_floor(use.meaning); });
  if (error.code != Code::NotFound || has_walls) return error;
  return {
      Code::NotFound,
      {"Geen laag is als muur herkend. Kies hieronder welke laag de muren heeft en lees opnieuw "
       "in.",
       "No layer was recognised as walls. Choose below which layer holds the walls, and read "
       "again."},
      error.where};
}

std::string number_words(double value, Lang lang) {
  std::string words = fmt::format("{:.10g}", value);
  if (lang == Lang::Nl) std::replace(words.begin(), words.end(), '.', ',');
  return words;
}

}  // namespace

Result<ImportRead> read_import(const InputOptions& options, const Catalogue& catalogue, Job& job) {
  Session session(catalogue, kMemory);
  ImportRead read;
  Result<Input> input = read_input(options, catalogue, session, job);
  if (!input) {
    if (input.error().code == Code::Cancelled) return input.error();
    const Result<std::vector<LayerUse>> layers = list_layers(options, job);
    if (!layers || layers->empty()) return input.error();
    read.layers = by_name(*layers);
    if (Result<std::vector<Segment>> paper = list_paper_lines(options, job)) {
      read.paper = *std::move(paper);
    }
    read.refused = words_for_sheet(input.error(), read.layers);
    return read;
  }
  for (const Building& building : input->project.buildings) {
    const Result<Layouts> layouts = session.layouts(building, job);
    if (!layouts) return layouts.error();
    for (std::size_t s = 0; s < building.storeys.size(); ++s) {
      for (const SpaceShape& shape : (*layouts)[s]->shapes) {
        if (shape.polygon) read.areas_m2[shape.id] = shape.area_m2;
      }
    }
  }
  read.layers = by_name(input->layers);
  if (Result<std::vector<Segment>> paper = list_paper_lines(options, job)) {
    read.paper = *std::move(paper);
  }
  read.input = std::move(*input);
  return read;
}

std::optional<std::optional<double>> said_unit(const ImportSheet& sheet) {
  if (sheet.unit_text == sheet.unit_shown) return sheet.options.metres_per_unit;
  if (squeeze(sheet.unit_text).empty()) return std::optional<double>();  // as the drawing says
  const std::optional<double> number = number_from_text(sheet.unit_text);
  if (!number || !(*number >= 1e-6 && *number <= 1e4)) return std::nullopt;
  return number;
}

bool needs_reading(const ImportSheet& sheet) {
  if (!sheet.read) return false;
  for (const LayerUse& use : sheet.read->layers) {
    const auto chosen = sheet.layers.find(use.name);
    if (chosen != sheet.layers.end() && chosen->second != use.meaning) return true;
  }
  return sheet.unit_text != sheet.unit_shown;
}

bool has_choices(const ImportSheet& sheet) {
  if (needs_reading(sheet) || !sheet.options.layer_meanings.empty() ||
      sheet.options.metres_per_unit) {
    return true;
  }
  if (!sheet.read || sheet.project.buildings.empty()) return false;
  if (sheet.project.name != sheet.read->input.project.name) return true;
  const auto& was = sheet.read->input.project.buildings;
  return !was.empty() && was.front().storeys != sheet.project.buildings.front().storeys;
}

InputOptions chosen_options(const ImportSheet& sheet) {
  InputOptions options = sheet.options;
  for (const auto& [layer, meaning] : sheet.layers) options.layer_meanings[layer] = meaning;
  if (const auto unit = said_unit(sheet)) options.metres_per_unit = *unit;
  return options;
}

void take_read(ImportSheet& sheet, ImportRead now, Lang lang) {
  sheet.options = sheet.asked;
  sheet.layers.clear();
  sheet.problem.clear();
  if (now.refused) {
    // The corrections of an earlier reading wait for the next.
    sheet.problem = to_string(*now.refused, lang);
    // Without its scale a PDF is no plan yet: there it is said.
    const bool lacks_scale = !now.paper.empty() && now.refused->code != Code::NotFound;
    sheet.show_tab = lacks_scale ? "import-tab-files" : "import-tab-layers";
    if (!sheet.read) sheet.read.emplace();
    sheet.read->layers = std::move(now.layers);
    sheet.read->paper = std::move(now.paper);
    sheet.read->refused = std::move(now.refused);
    sheet.unit_shown = sheet.unit_text;
    return;
  }
  const bool has_earlier = sheet.read && !sheet.read->input.project.buildings.empty();
  if (has_earlier) {
    Carried carried = carry_choices(sheet.read->input.project, sheet.project, now.input.project);
    sheet.project = std::move(carried.project);
    if (carried.lost > 0) {
      sheet.problem = fmt::format(
          fmt::runtime(Text{"Van wat u koos past {} keer niet meer op wat er nu is gelezen.",
                            "{} of your choices no longer fit what was read now."}
                           .in(lang)),
          carried.lost);
    }
  } else {
    sheet.project = now.input.project;
    sheet.show_tab = "import-tab-files";
  }
  sheet.open_uses.clear();
  for (const Building& building : now.input.project.buildings) {
    sheet.unit_text = sheet.unit_shown = number_words(building.placement.metres_per_unit, lang);
    for (const auto& storey : building.storeys) {
      for (const Space& space : storey->spaces) {
        if (space.use == Use::Unknown || space.use_is_suggested) {
          sheet.open_uses.push_back(space.id);
        }
      }
    }
  }
  sheet.storeys.clear();
  sheet.read = std::move(now);
}

}  // namespace trefpunt
