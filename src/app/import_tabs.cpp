// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "app/import_paper.h"
#include "app/import_sheet.h"
#include "engine/import_choices.h"
#include "io/files.h"
#include "io/level_name.h"
#include "io/pdf.h"
#include "report/report_words.h"

namespace trefpunt {

namespace {

constexpr ImGuiTableFlags kImportTable =
    ImGuiTableFlags_RowBg | ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingStretchProp;

void warn(Ui& ui, const std::string& words) {
  if (words.empty()) return;
  ImGui::PushStyleColor(ImGuiCol_Text, colour(ui.palette().warning));
  paragraph(ui, words);
  ImGui::PopStyleColor();
}

struct Column {
  Text title;
  float share;  // of the width
};

bool begin_table(Ui& ui, const char* name, const std::vector<Column>& columns) {
  if (!ImGui::BeginTable(name, static_cast<int>(columns.size()), kImportTable)) return false;
  for (const Column& column : columns) {
    ImGui::TableSetupColumn(ui.t(column.title), ImGuiTableColumnFlags_WidthStretch, column.share);
  }
  // Plain words instead of TableHeadersRow(): the keyboard has nothing to do there.
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  for (const Column& column : columns) {
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(ui.t(column.title));
  }
  return true;
}

void cell(const std::string& words) {
  ImGui::TableNextColumn();
  ImGui::AlignTextToFramePadding();
  ImGui::TextWrapped("%s", words.c_str());
}

std::string counted(std::size_t count, const Text& one, const Text& more, Lang lang) {
  return fmt::format("{} {}", count, (count == 1 ? one : more).in(lang));
}

double area_of(const ImportSheet& sheet, const Storey& storey) {
  double area = 0;
  for (const Space& space : storey.spaces) {
    const auto found = sheet.read->areas_m2.find(space.id);
    if (found != sheet.read->areas_m2.end()) area += found->second;
  }
  return area;
}

std::string summary(const ImportSheet& sheet, Lang lang) {
  std::size_t spaces = 0, doors = 0;
  double area = 0;
  const auto& storeys = sheet.project.buildings.front().storeys;
  for (const auto& storey : storeys) {
    spaces += storey->spaces.size();
    doors += storey->doors.size();
    area += area_of(sheet, *storey);
  }
  std::string words =
      counted(storeys.size(), {"verdieping", "storey"}, {"verdiepingen", "storeys"}, lang) + " · " +
      counted(spaces, {"ruimte", "space"}, {"ruimten", "spaces"}, lang) + " · " +
      counted(doors, {"deur", "door"}, {"deuren", "doors"}, lang);
  if (area > 0) words += " · " + format_number(area, 0, lang) + " m²";
  return words;
}

// Applies the typed name and level of a storey; what cannot be is said, and the old one stays.
void set_storey(Ui& ui, ImportSheet& sheet, StoreyId id, const ImportSheet::StoreyText& text) {
  const Storey* storey = nullptr;
  for (const auto& one : sheet.project.buildings.front().storeys) {
    if (one->id == id) storey = one.get();
  }
  const std::optional<double> level = number_from_text(text.level);
  sheet.problem.clear();
  if (!level) {
    sheet.problem = ui.t({"Een niveau is een getal: 0 is de begane grond, -1 de kelder.",
                          "A level is a number: 0 is the ground floor, -1 the basement."});
  } else if (storey != nullptr) {
    Result<Project> after = *level != storey->level
                                ? with_level(sheet.project, id, *level)
                                : with_storeys(sheet.project, {{id, {squeeze(text.name), *level}}});
    if (after) {
      sheet.project = std::move(*after);
    } else {
      sheet.problem = to_string(after.error(), ui.lang);
    }
  }
  sheet.storeys.clear();
}

void draw_storey_table(Ui& ui, ImportSheet& sheet) {
  if (!begin_table(ui, "import-storeys",
                   {{{"Verdieping", "Storey"}, 24},
                    {{"Niveau", "Level"}, 6},
                    {{"Ruimten", "Spaces"}, 6},
                    {{"Deuren", "Doors"}, 6},
                    {{"Wanden", "Walls"}, 6},
                    {{"Oppervlakte", "Area"}, 8}})) {
    return;
  }
  std::optional<StoreyId> changed;
  for (const auto& storey : sheet.project.buildings.front().storeys) {
    const std::string key = std::to_string(storey->id.number);
    const auto [text, is_new] = sheet.storeys.try_emplace(storey->id);
    if (is_new) text->second = {storey->name, format_short(storey->level, 2, ui.lang)};
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    if (line_input(ui, "import-storey-name:" + key, {}, text->second.name)) changed = storey->id;
    ImGui::TableNextColumn();
    if (line_input(ui, "import-storey-level:" + key, {}, text->second.level)) changed = storey->id;
    cell(std::to_string(storey->spaces.size()));
    cell(std::to_string(storey->doors.size()));
    cell(std::to_string(storey->walls.size()));
    const double area = area_of(sheet, *storey);
    cell(area > 0 ? format_number(area, 0, ui.lang) + " m²" : ui.t({"niet bekend", "not known"}));
  }
  ImGui::EndTable();
  if (changed) {
    const ImportSheet::StoreyText text = sheet.storeys[*changed];
    set_storey(ui, sheet, *changed, text);
  }
}

void draw_unit(Ui& ui, ImportSheet& sheet) {
  const bool is_paper = !sheet.read->paper.empty();
  heading(ui, is_paper ? Text{"Schaal van de PDF", "Scale of the PDF"}
                       : Text{"Eenheid van de tekening", "Unit of the drawing"});
  for (const Finding& finding : sheet.project.import_findings) {
    const bool is_of_unit =
        finding.code == finding::kUnitGuessed || finding.code == finding::kSizeSuspicious ||
        (finding.code == finding::kPlanFromPdf && finding.severity == Severity::Warning);
    if (is_of_unit) {
      warn(ui, finding.sentence.in(ui.lang));
    }
  }
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(ui.t(is_paper ? Text{"1 mm op papier =", "1 mm on paper ="}
                                       : Text{"1 tekeneenheid =", "1 drawing unit ="}));
  ImGui::SameLine();
  ImGui::SetNextItemWidth(ui.em(8));
  ui.take_focus("import-unit");
  ImGui::InputText("###import-unit", &sheet.unit_text, ImGuiInputTextFlags_AutoSelectAll);
  ui.mark("import-unit");
  ImGui::SameLine();
  ImGui::TextUnformatted("m");
  struct Unit {
    const char* name;
    Text label, metres;
  };
  static const std::array<Unit, 4> kUnits = {
      {{"mm", {"millimeter", "millimetre"}, {"0,001", "0.001"}},
       {"cm", {"centimeter", "centimetre"}, {"0,01", "0.01"}},
       {"m", {"meter", "metre"}, {"1", "1"}},
       {"inch", {"inch", "inch"}, {"0,0254", "0.0254"}}}};
  static const std::array<Unit, 4> kScales = {{{"1:50", {"1:50", "1:50"}, {"0,05", "0.05"}},
                                               {"1:100", {"1:100", "1:100"}, {"0,1", "0.1"}},
                                               {"1:200", {"1:200", "1:200"}, {"0,2", "0.2"}},
                                               {"1:500", {"1:500", "1:500"}, {"0,5", "0.5"}}}};
  for (const Unit& unit : is_paper ? kScales : kUnits) {
    ImGui::SameLine();
    if (button(ui, std::string("import-unit:") + unit.name, unit.label)) {
      sheet.unit_text = unit.metres.in(ui.lang);
    }
  }
  if (!said_unit(sheet)) {
    warn(ui, ui.t({"Schrijf een getal tussen 0,000001 en 10.000.",
                   "Write a number between 0.000001 and 10,000."}));
  }
  if (is_paper) draw_paper_scale(ui, sheet);
  if (sheet.read->refused) return;
  Box box;
  for (const auto& storey : sheet.project.buildings.front().storeys) box.add(box_of(*storey));
  if (box.empty()) return;
  const double was = sheet.project.buildings.front().placement.metres_per_unit;
  const auto next = said_unit(sheet);
  const bool is_other = sheet.unit_text != sheet.unit_shown && next && *next && was > 0;
  const double factor = is_other ? **next / was : 1;
  const auto side = [&](double metres) { return format_short(factor * metres, 2, ui.lang); };
  const Text words = is_other ? Text{"Na opnieuw inlezen is de plattegrond {} × {} m.",
                                     "After reading again the plan is {} × {} m."}
                              : Text{"De plattegrond is {} × {} m.", "The plan is {} × {} m."};
  paragraph(ui, fmt::format(fmt::runtime(ui.t(words)), side(box.width()), side(box.height())),
            !is_other);
}

void draw_lists(Ui& ui, ImportSheet& sheet, ImportRequest& request) {
  struct Place {
    const char* role;
    std::string InputOptions::*path;
  };
  static const std::array<Place, 5> kPlaces = {{{"room list", &InputOptions::rooms},
                                                {"uses", &InputOptions::uses},
                                                {"layers", &InputOptions::layers},
                                                {"ambition", &InputOptions::ambition},
                                                {"answers", &InputOptions::answers}}};
  bool is_first = true;
  for (const Place& place : kPlaces) {
    const std::string& path = sheet.options.*place.path;
    if (path.empty()) continue;
    if (is_first) heading(ui, {"Komt mee", "Taken along"});
    is_first = false;
    ImGui::AlignTextToFramePadding();
    const std::string words = role_words(place.role).in(ui.lang) + ": " + file_name(path);
    ImGui::TextUnformatted(words.c_str());
    ImGui::SameLine();
    if (button(ui, std::string("import-drop:") + place.role, {"Weglaten", "Leave out"})) {
      request.read_with = chosen_options(sheet);
      (*request.read_with).*place.path = "";
    }
  }
}

void draw_files(Ui& ui, ImportSheet& sheet, ImportRequest& request) {
  std::string names;
  for (const std::string& path : sheet.options.inputs) {
    names += (names.empty() ? "" : ", ") + file_name(path);
  }
  paragraph(ui, names, true);
  draw_paper_page(ui, sheet, request);
  if (!sheet.project.buildings.empty()) {
    ImGui::Spacing();
    if (line_input(ui, "import-name", {"Naam van het ontwerp", "Name of the design"}, sheet.name) &&
        !squeeze(sheet.name).empty()) {
      sheet.project.name = squeeze(sheet.name);
    }
    if (!ImGui::IsItemActive()) sheet.name = sheet.project.name;
    ImGui::Spacing();
    draw_storey_table(ui, sheet);
    ImGui::Spacing();
    const std::string crs = sheet.project.buildings.front().placement.crs;
    fact(ui, {"Plaats op de kaart", "Place on the map"},
         crs.empty()                ? ui.t({"niet bekend: een tekening zonder coördinatenstelsel",
                                            "not known: a drawing without a coordinate system"})
         : crs.starts_with("+proj") ? ui.t({"een vlak in meters rond het gebouw: ",
                                            "a plane in metres around the building: "}) +
                                          crs
                                    : crs);
  }
  if (!sheet.read->layers.empty() && (sheet.read->refused || !sheet.project.buildings.empty())) {
    draw_unit(ui, sheet);
  }
  draw_lists(ui, sheet, request);
}

void draw_layers(Ui& ui, ImportSheet& sheet) {
  paragraph(
      ui,
      ui.t({"Wat op een laag ligt, is aan haar naam herkend. Klopt dat niet? Kies iets anders "
            "en lees opnieuw in.",
            "What lies on a layer was recognised by its name. Is it wrong? Choose something "
            "else and read again."}),
      true);
  if (!begin_table(ui, "import-layers",
                   {{{"Laag", "Layer"}, 26},
                    {{"Aantal", "Count"}, 6},
                    {{"Betekenis", "Meaning"}, 16},
                    {{"Was", "Was"}, 12}})) {
    return;
  }
  std::vector<std::string> words;
  for (const Meaning meaning : all_meanings()) words.push_back(name_of(meaning).in(ui.lang));
  for (const LayerUse& use : sheet.read->layers) {
    ImGui::TableNextRow();
    cell(use.name);
    cell(std::to_string(use.count));
    ImGui::TableNextColumn();
    const auto chosen = sheet.layers.find(use.name);
    const Meaning meaning = chosen != sheet.layers.end() ? chosen->second : use.meaning;
    int index = static_cast<int>(std::find(all_meanings().begin(), all_meanings().end(), meaning) -
                                 all_meanings().begin());
    if (choose(ui, "import-layer:" + use.name, {}, index, words)) {
      sheet.layers[use.name] = all_meanings()[static_cast<std::size_t>(index)];
    }
    cell(meaning != use.meaning ? name_of(use.meaning).in(ui.lang) : "");
  }
  ImGui::EndTable();
}

void draw_uses(Ui& ui, ImportSheet& sheet) {
  if (sheet.open_uses.empty()) {
    paragraph(ui, ui.t({"Van alle ruimten staat het gebruik vast.",
                        "The use of every space is stated."}));
    return;
  }
  paragraph(ui,
            ui.t({"Van deze ruimten is het gebruik uit de naam afgeleid, of niet bekend. De knop "
                  "stelt het vast voor alle ruimten met die naam.",
                  "The use of these spaces was taken from the name, or is not known. The button "
                  "states it for all spaces of that name."}),
            true);
  std::vector<std::pair<std::string, Use>> named;
  for (const Use one : all_uses()) named.push_back({name_of(one).in(ui.lang), one});
  std::sort(named.begin(), named.end());
  std::vector<std::string> words;
  for (const auto& [name, use] : named) words.push_back(name);
  std::map<SpaceId, std::pair<const Space*, const Storey*>> spaces;
  std::map<std::string, std::vector<SpaceId>> same;
  for (const Building& building : sheet.project.buildings) {
    for (const auto& storey : building.storeys) {
      for (const Space& space : storey->spaces) {
        spaces[space.id] = {&space, storey.get()};
        if (const std::string name = fold(squeeze(space.name)); !name.empty()) {
          same[name].push_back(space.id);
        }
      }
    }
  }
  if (!begin_table(ui, "import-uses",
                   {{{"Nummer", "Number"}, 6},
                    {{"Naam", "Name"}, 16},
                    {{"Verdieping", "Storey"}, 9},
                    {{"Oppervlakte", "Area"}, 7},
                    {{"Gebruik", "Use"}, 14},
                    {{"Staat vast?", "Stated?"}, 11}})) {
    return;
  }
  std::optional<std::pair<std::vector<SpaceId>, Use>> said;
  for (const SpaceId id : sheet.open_uses) {
    const auto found = spaces.find(id);
    if (found == spaces.end()) continue;
    const auto& [space, storey] = found->second;
    ImGui::TableNextRow();
    cell(space->number.empty() ? to_string(id) : space->number);
    cell(space->name);
    cell(storey->name);
    const auto area = sheet.read->areas_m2.find(id);
    cell(area != sheet.read->areas_m2.end() ? format_number(area->second, 1, ui.lang) + " m²" : "");
    ImGui::TableNextColumn();
    int index = -1;
    for (std::size_t i = 0; i < named.size(); ++i) {
      if (named[i].second == space->use) index = static_cast<int>(i);
    }
    if (choose(ui, "import-use:" + to_string(id), {}, index, words)) {
      said = {{id}, named[static_cast<std::size_t>(index)].second};
    }
    ImGui::TableNextColumn();
    const auto others = same.find(fold(squeeze(space->name)));
    const std::vector<SpaceId> all =
        others != same.end() ? others->second : std::vector<SpaceId>{id};
    const bool is_settled = std::all_of(all.begin(), all.end(), [&](SpaceId other) {
      const Space& one = *spaces.at(other).first;
      return one.use == space->use && !one.use_is_suggested;
    });
    if (space->use == Use::Unknown) {
      ImGui::AlignTextToFramePadding();
      ImGui::TextUnformatted(ui.t({"onbekend", "unknown"}));
    } else if (is_settled) {
      ImGui::AlignTextToFramePadding();
      ImGui::TextUnformatted(ui.t({"✓ vastgesteld", "✓ stated"}));
    } else {
      const std::string count = std::to_string(all.size());
      const Text label = all.size() > 1 ? Text{"Klopt, alle " + count, "Right, all " + count}
                                        : Text{"Klopt", "Right"};
      if (button(ui, "import-use-all:" + to_string(id), label)) said = {all, space->use};
    }
  }
  ImGui::EndTable();
  if (said) sheet.project = with_use(sheet.project, said->first, said->second);
}

void draw_findings(Ui& ui, const ImportSheet& sheet) {
  const std::vector<Finding>& findings = sheet.project.import_findings;
  if (findings.empty()) {
    paragraph(ui, ui.t({"Er zijn geen bevindingen.", "There are no findings."}));
  }
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& finding = findings[i];
    // A row of its own, so that the keyboard can walk through the list.
    (void)entry(ui, fmt::format("import-finding:{}", i),
                fmt::format("{} {}", finding.code, severity_words(finding.severity).in(ui.lang)),
                false);
    ImGui::Indent(ui.em(1));
    paragraph(ui, finding.sentence.in(ui.lang));
    std::string where = finding.storey;
    if (!finding.object.empty()) {
      where += (where.empty() ? "" : ", ") + where_in(finding.object, ui.lang);
    }
    paragraph(ui, where, true);
    ImGui::Unindent(ui.em(1));
  }
}

// What each layer of the wijk became; one that nothing became is not known, which is not empty.
void draw_wijk(Ui& ui, const ImportSheet& sheet) {
  const Wijk& wijk = *sheet.project.wijk;
  fact(ui, {"Coördinaten", "Coordinates"},
       wijk.crs.accuracy > 0
           ? wijk.crs.code + ", ± " + format_short(wijk.crs.accuracy, 3, ui.lang) + " m"
           : wijk.crs.code);
  if (!begin_table(
          ui, "import-wijk",
          {{{"Laag van de wijk", "Layer of the neighbourhood"}, 20}, {{"Aantal", "Count"}, 10}})) {
    return;
  }
  const auto row = [&](const Text& what, const auto& layer) {
    ImGui::TableNextRow();
    cell(ui.t(what));
    cell(layer ? format_number(static_cast<double>(layer->size()), 0, ui.lang)
               : std::string(ui.t({"geen gegevens", "no data"})));
  };
  row({"Straten en paden", "Streets and paths"}, wijk.streets);
  row({"Adressen", "Addresses"}, wijk.homes);
  row({"Plekken", "Places"}, wijk.places);
  row({"Banken, haltes en toiletten", "Benches, stops and toilets"}, wijk.furnishings);
  row({"Open ruimte", "Open ground"}, wijk.open_spaces);
  row({"Panden", "Buildings"}, wijk.footprints);
  row({"Buurten en andere gebieden", "Buurten and other areas"}, wijk.areas);
  ImGui::EndTable();
}

// "straten: 412", or that nothing came of it.
std::string made_words(const LayerMapping& mapping, Lang lang) {
  std::string words;
  for (const auto& [kind, count] : mapping.made) {
    std::string name = kind;
    for (int i = 0; i <= static_cast<int>(WijkMeaning::Unknown); ++i) {
      const auto meaning = static_cast<WijkMeaning>(i);
      if (id_of(meaning) == kind) name = name_of(meaning).in(lang);
    }
    words += (words.empty() ? "" : ", ") + name + ": " + format_number(count, 0, lang);
  }
  return words.empty() ? Text{"niets", "nothing"}.in(lang) : words;
}

// What each layer of the files was taken for. What was not recognised stands first.
void draw_mapping(Ui& ui, const std::vector<LayerMapping>& rows) {
  if (rows.empty()) return;
  heading(ui, {"Wat in de bestanden is herkend", "What was recognised in the files"});
  if (!begin_table(ui, "import-mapping",
                   {{{"Bestand en laag", "File and layer"}, 20},
                    {{"Rijen", "Rows"}, 6},
                    {{"Gelezen als", "Read as"}, 12},
                    {{"Geworden", "Became"}, 16},
                    {{"Kolommen", "Columns"}, 18}})) {
    return;
  }
  for (const bool is_known : {false, true}) {
    for (const LayerMapping& row : rows) {
      if ((row.meaning != WijkMeaning::Unknown) != is_known) continue;
      ImGui::TableNextRow();
      cell(row.layer.empty() ? row.file : row.file + ": " + row.layer);
      cell(format_number(row.count, 0, ui.lang));
      cell(name_of(row.meaning).in(ui.lang) +
           (row.is_said ? ui.t({" (opgegeven)", " (as said)"}) : ""));
      cell(made_words(row, ui.lang));
      std::string columns;
      for (const auto& [role, column] : row.columns) {
        columns += (columns.empty() ? "" : ", ") + column;
      }
      cell(columns);
    }
  }
  ImGui::EndTable();
}

void draw_pages(Ui& ui, ImportSheet& sheet, ImportRequest& request) {
  const auto page = [&](const char* name, const std::string& label, auto draw) {
    const bool is_open =
        ImGui::BeginTabItem((label + "###" + name).c_str(), nullptr,
                            sheet.show_tab == name ? ImGuiTabItemFlags_SetSelected : 0);
    ui.mark(name);
    if (!is_open) return;
    const float below = ImGui::GetFrameHeightWithSpacing() + ImGui::GetStyle().ItemSpacing.y;
    ImGui::BeginChild(name, {0, -below}, false, ImGuiWindowFlags_NavFlattened);
    ImGui::Spacing();
    draw();
    ImGui::EndChild();
    ImGui::EndTabItem();
  };
  const auto with_count = [&](const Text& words, std::size_t count) {
    return fmt::format("{} ({})", words.in(ui.lang), count);
  };
  const bool has_plan = !sheet.project.buildings.empty();
  const bool has_wijk = sheet.project.wijk != nullptr;
  page("import-tab-files",
       ui.t(has_wijk && !has_plan ? Text{"Bestanden", "Files"} : Text{"Verdiepingen", "Storeys"}),
       [&] { draw_files(ui, sheet, request); });
  if (!sheet.read->layers.empty()) {
    page("import-tab-layers", with_count({"Lagen", "Layers"}, sheet.read->layers.size()),
         [&] { draw_layers(ui, sheet); });
  }
  if (has_wijk)
    page("import-tab-wijk", ui.t({"Wijk", "Neighbourhood"}), [&] {
      draw_wijk(ui, sheet);
      draw_mapping(ui, sheet.read->input.wijk_layers);
    });
  if (has_plan) {
    page("import-tab-uses", with_count({"Gebruik", "Uses"}, sheet.open_uses.size()),
         [&] { draw_uses(ui, sheet); });
  }
  if (has_plan || has_wijk) {
    page("import-tab-findings",
         with_count({"Bevindingen", "Findings"}, sheet.project.import_findings.size()),
         [&] { draw_findings(ui, sheet); });
  }
  sheet.show_tab.clear();
  ImGui::EndTabBar();
}

void draw_tabs(Ui& ui, ImportSheet& sheet, ImportRequest& request) {
  // On a dialog's paper the chosen tab needs a colour of its own.
  ImGui::PushStyleColor(ImGuiCol_TabActive, ImGui::GetStyleColorVec4(ImGuiCol_Header));
  ImGui::PushStyleColor(ImGuiCol_ChildBg, colour(ui.palette().paper));
  const bool is_drawn = ImGui::BeginTabBar("import-tabs");
  if (is_drawn) draw_pages(ui, sheet, request);
  ImGui::PopStyleColor(2);
}

void draw_progress(Ui& ui, ImportSheet& sheet, ImportRequest& request) {
  ImGui::ProgressBar(static_cast<float>(sheet.reading.permille()) / 1000, {ui.em(16), 0},
                     ui.t({"inlezen …", "reading …"}));
  ImGui::SameLine();
  if (button(ui, "import-stop", {"Stop", "Stop"})) request.stop = true;
}

}  // namespace

ImportRequest draw_import_sheet(Ui& ui, ImportSheet& sheet) {
  ImportRequest request;
  if (sheet.is_choosing_list) {
    paragraph(ui,
              ui.t({"Een ruimtestaat (.csv, .xlsx, .ods), of een lijst met gebruik, drempels of "
                    "antwoorden (.json).",
                    "A room list (.csv, .xlsx, .ods), or a list of uses, thresholds or answers "
                    "(.json)."}),
              true);
    if (button(ui, "import-no-list", {"Terug", "Back"})) sheet.is_choosing_list = false;
    if (const auto path = draw_browser(ui, sheet.browser, {"Toevoegen", "Add"})) {
      sheet.is_choosing_list = false;
      request.add = {*path};
    }
    return request;
  }
  const bool is_reading = sheet.reading.is_running();
  if (!sheet.project.buildings.empty()) {
    ImGui::PushFont(ui.bold);
    paragraph(ui, summary(sheet, ui.lang));
    ImGui::PopFont();
  }
  if (is_reading) draw_progress(ui, sheet, request);
  warn(ui, sheet.problem);
  const bool has_plan = sheet.read && !sheet.read->refused;
  const bool must_read = needs_reading(sheet);
  if (sheet.read) {
    ImGui::BeginDisabled(is_reading);
    draw_tabs(ui, sheet, request);
    ImGui::EndDisabled();
  }
  if (button(ui, "import-adopt", {"Overnemen", "Take over"}, has_plan && !must_read && !is_reading,
             !must_read)) {
    request.adopt = true;
  }
  ImGui::SameLine();
  if (button(ui, "import-read", {"Opnieuw inlezen", "Read again"},
             must_read && said_unit(sheet) && !is_reading, must_read)) {
    request.read = true;
  }
  ImGui::SameLine();
  if (button(ui, "import-add", {"Ruimtestaat toevoegen …", "Add a room list …"},
             sheet.read && !is_reading)) {
    sheet.is_choosing_list = true;
    sheet.browser.extensions = {".csv", ".tsv", ".xlsx", ".ods", ".json"};
    std::error_code ignored;
    const auto path = std::filesystem::absolute(sheet.options.inputs.front(), ignored);
    sheet.browser.folder = path.parent_path().string();
    sheet.browser.name.clear();
    sheet.browser.read_from.clear();
  }
  ImGui::SameLine();
  if (button(ui, "import-cancel", {"Annuleren", "Cancel"})) request.cancel = true;
  return request;
}

}  // namespace trefpunt
