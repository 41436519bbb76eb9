// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/plan_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "io/drawing.h"
#include "io/dxf.h"
#include "io/files.h"
#include "io/geojson.h"
#include "io/ifc.h"
#include "io/indoor_geojson.h"
#include "io/layer_map.h"
#include "io/level_name.h"
#include "io/pdf.h"
#include "io/same_keys.h"
#include "io/uses.h"

namespace trefpunt {

namespace {

constexpr double kWidest = 2000;  // m: a wider building is more likely a wrong unit
constexpr double kNarrowest = 2;  // m

enum class Format { Dxf, GeoJson, Dwg, Ifc, IfcZip, IfcXml, Pdf, Unknown };

Format format_of(const std::string& bytes) {
  if (bytes.starts_with("AC10") || bytes.starts_with("AC1.")) return Format::Dwg;
  if (bytes.starts_with("AutoCAD Binary DXF")) return Format::Dxf;
  if (looks_like_ifc(bytes)) return Format::Ifc;
  if (looks_like_pdf(bytes)) return Format::Pdf;
  if (looks_like_zip(bytes)) return Format::IfcZip;
  if (bytes.starts_with("<") && bytes.substr(0, 4096).find("ifcXML") != std::string::npos) {
    return Format::IfcXml;
  }
  if (looks_like_json(bytes)) return Format::GeoJson;
  // A text DXF starts with group code 0 and SECTION, after comments (999).
  const std::string head = squeeze(bytes.substr(0, 4096));
  if (head.starts_with("0 SECTION") || head.starts_with("999 ")) return Format::Dxf;
  return Format::Unknown;
}

// A storey with where it came from, before levels and ids are settled.
struct Found {
  RawStorey raw;
  std::string file;
  bool is_part = false;  // the file's name then speaks of other storeys too
  bool is_level_stated = false;
};

Result<RawPlan> read_one(const PlanFile& file, std::shared_ptr<const std::string> bytes,
                         const LayerMap& layers, const PlanOptions& options, Point low, Job& job) {
  switch (format_of(*bytes)) {
    case Format::Dxf: {
      std::optional<SheetPart> part;
      if (file.part) part = SheetPart{*file.part, low};
      return read_dxf(file.path, layers, options, job, part);
    }
    case Format::GeoJson:
      if (file.part) {
        return Error{Code::Unsupported,
                     {"Alleen een tekening (DXF) is met een rechthoek te verdelen; in GeoJSON zegt "
                      "\"level\" op welke verdieping iets ligt.",
                      "Only a drawing (DXF) can be split by a rectangle; in GeoJSON \"level\" says "
                      "on which storey something lies."},
                     file_name(file.path)};
      }
      return read_indoor_geojson(file.path, options, job);
    case Format::Dwg:
      return Error{
          Code::Unsupported,
          {"Dit is een DWG-bestand. Bewaar de tekening als DXF (ASCII, 2000 of later) en "
           "lees die in.",
           "This is a DWG file. Save the drawing as DXF (ASCII, 2000 or later) and read that."},
          file_name(file.path)};
    case Format::IfcZip: {
      Result<std::string> unpacked = unzip_ifc(file.path, job);
      if (!unpacked) return unpacked.error();
      return read_ifc(std::make_shared<const std::string>(*std::move(unpacked)),
                      file_name(file.path), options, job);
    }
    case Format::Ifc:
      return read_ifc(std::move(bytes), file_name(file.path), options, job);
    case Format::IfcXml:
      return Error{Code::Unsupported,
                   {"Dit is ifcXML. Bewaar het model als IFC (STEP) en lees dat in.",
                    "This is ifcXML. Save the model as IFC (STEP) and read that."},
                   file_name(file.path)};
    case Format::Pdf:
      return read_pdf(std::move(bytes), file_name(file.path), file.page, layers, options, job,
                      file.part, low);
    case Format::Unknown:
      break;
  }
  return Error{
      Code::BadInput,
      {"Dit is geen plattegrond die dit programma kent: het is geen DXF, IFC, PDF of GeoJSON.",
       "This is no floor plan that this program knows: it is not DXF, IFC, PDF or GeoJSON."},
      file_name(file.path)};
}

Result<LayerMap> layer_map_of(const PlanOptions& options) {
  LayerMap map = builtin_layer_map();
  if (!options.layers_path.empty()) {
    const Result<std::string> text = read_file(options.layers_path);
    if (!text) return text.error();
    Result<LayerMap> parsed = parse_layer_map(*text, file_name(options.layers_path), map);
    if (!parsed) return parsed.error();
    map = std::move(*parsed);
  }
  map.said = options.layers;
  return map;
}

void settle_levels(std::vector<Found>& storeys, std::vector<Finding>& findings) {
  std::set<double> taken;
  const auto take = [&](Found& found, std::optional<double> level) {
    if (!level || !taken.insert(*level).second) return false;
    found.raw.storey.level = *level;
    found.is_level_stated = true;
    return true;
  };
  // What the user says goes first, then the data, then the file's name.
  for (Found& found : storeys) {
    if (found.raw.keeps_level) take(found, found.raw.level);
  }
  for (Found& found : storeys) {
    if (!found.is_level_stated) take(found, level_from_name(found.raw.storey.name));
  }
  for (Found& found : storeys) {
    if (!found.is_level_stated) take(found, found.raw.level);
  }
  for (Found& found : storeys) {
    if (!found.is_level_stated && !found.is_part) take(found, level_from_name(found.file));
  }
  double next = 0;
  for (Found& found : storeys) {
    if (found.is_level_stated) continue;
    while (taken.contains(next)) ++next;
    taken.insert(next);
    found.raw.storey.level = next;
    if (storeys.size() == 1) continue;  // the only storey needs no order
    findings.push_back(
        {finding::kLevelGuessed,
         Severity::Warning,
         {fmt::format(
              "{}: de verdieping staat niet in het bestand; uit de volgorde van de bestanden "
              "is niveau {} aangenomen.",
              found.file, format_short(next, 1, Lang::Nl)),
          fmt::format("{}: the file does not state its storey; level {} was assumed from the order "
                      "of the files.",
                      found.file, format_short(next, 1, Lang::En))},
         found.raw.storey.name,
         "",
         std::nullopt});
  }
  std::stable_sort(storeys.begin(), storeys.end(), [](const Found& a, const Found& b) {
    return a.raw.storey.level < b.raw.storey.level;
  });
}

void settle_names(std::vector<Found>& storeys) {
  std::set<std::string> names;
  for (Found& found : storeys) {
    std::string& name = found.raw.storey.name;
    if (name.empty()) name = name_of_level(found.raw.storey.level);
    const std::string base = name;
    for (int i = 2; !names.insert(name).second; ++i) name = fmt::format("{} ({})", base, i);
  }
}

void give_ids(Storey& storey, Counters& next) {
  storey.id = {next.storey++};
  for (Space& space : storey.spaces) space.id = {next.space++};
  for (Wall& wall : storey.walls) wall.id = {next.wall++};
  for (Door& door : storey.doors) door.id = {next.door++};
  for (Window& window : storey.windows) window.id = {next.window++};
  for (Seat& seat : storey.seats) seat.id = {next.seat++};
  for (Furniture& piece : storey.furniture) piece.id = {next.furniture++};
  for (Link& link : storey.links) link.id = {next.link++};
  for (Boundary& boundary : storey.boundaries) boundary.id = {next.boundary++};
}

Unit& unit_called(const std::string& name, Building& building, Counters& next) {
  for (Unit& unit : building.units) {
    if (fold(unit.name) == fold(name)) return unit;
  }
  building.units.push_back({{next.unit++}, name, "", std::nullopt, std::nullopt});
  return building.units.back();
}

// Whether what is said does not contradict what is known; an empty value says nothing.
template <typename T>
bool take(const T& said, T& known) {
  if (said == T()) return true;
  if (known == T()) known = said;
  return known == said;
}

Status state_units(const std::vector<Unit>& said, const std::string& file, Building& building,
                   Counters& next) {
  for (const Unit& unit : said) {
    Unit& known = unit_called(unit.name, building, next);
    if (!take(unit.kind, known.kind) || !take(unit.beds, known.beds) ||
        !take(unit.is_overnight, known.is_overnight)) {
      return Error{Code::BadInput,
                   {fmt::format("Over de afdeling \"{}\" stond eerder iets anders.", unit.name),
                    fmt::format("Something else was said before of the unit \"{}\".", unit.name)},
                   file + ": units"};
    }
  }
  return Done{};
}

void give_units(Found& found, Building& building, Counters& next) {
  RawStorey& raw = found.raw;
  for (std::size_t i = 0; i < raw.storey.spaces.size() && i < raw.unit_of_space.size(); ++i) {
    const std::string name = squeeze(raw.unit_of_space[i]);
    if (!name.empty()) raw.storey.spaces[i].unit = unit_called(name, building, next).id;
  }
}

void give_use(Space& space, const UseMapping& mapping) {
  if (const std::optional<Use> said = mapping.find(space.number, space.name)) {
    space.use = *said;
    space.use_is_suggested = false;
    return;
  }
  if (space.use != Use::Unknown && !space.use_is_suggested) return;
  if (const std::optional<Use> guess = suggest_use(space.name)) space.use = *guess;
  space.use_is_suggested = space.use != Use::Unknown;
}

void report_duplicates(const std::vector<Found>& storeys, std::vector<Finding>& findings) {
  std::map<std::string, std::vector<std::pair<const Storey*, const Space*>>> spaces;
  for (const Found& found : storeys) {
    for (const Space& space : found.raw.storey.spaces) {
      if (!space.number.empty()) spaces[space.number].emplace_back(&found.raw.storey, &space);
    }
  }
  for (const auto& [number, same] : spaces) {
    if (same.size() < 2) continue;
    const auto& [storey, space] = same[1];
    findings.push_back({finding::kDuplicateNumber,
                        Severity::Warning,
                        {fmt::format("Ruimtenummer {} komt {} keer voor.", number, same.size()),
                         fmt::format("Room number {} occurs {} times.", number, same.size())},
                        storey->name,
                        to_string(space->id),
                        space->anchor});
  }
}

void report_size(const std::vector<Found>& storeys, std::vector<Finding>& findings) {
  Box box;
  for (const Found& found : storeys) box.add(box_of(found.raw.storey));
  const double size = std::max(box.width(), box.height());
  if (box.empty() || (size <= kWidest && size >= kNarrowest)) return;
  findings.push_back(
      {finding::kSizeSuspicious,
       Severity::Warning,
       {fmt::format("De plattegrond is {} m breed: klopt de eenheid van de tekening?",
                    format_short(size, 3, Lang::Nl)),
        fmt::format("The plan is {} m wide: is the unit of the drawing right?",
                    format_short(size, 3, Lang::En))},
       "",
       "",
       std::nullopt});
}

// Entries of the mapping that name no space: most likely a typing error.
void report_unused(const UseMapping& mapping, const std::vector<Found>& storeys,
                   const std::string& file, std::vector<Finding>& findings) {
  std::set<std::string> numbers, names;
  for (const Found& found : storeys) {
    for (const Space& space : found.raw.storey.spaces) {
      numbers.insert(squeeze(space.number));
      names.insert(fold(squeeze(space.name)));
    }
  }
  const auto report = [&](const std::string& what) {
    findings.push_back({finding::kUseNotUnderstood,
                        Severity::Warning,
                        {fmt::format("{}: geen ruimte heet \"{}\".", file, what),
                         fmt::format("{}: no space is called \"{}\".", file, what)},
                        "",
                        "",
                        std::nullopt});
  };
  for (const auto& [number, use] : mapping.by_number) {
    if (!numbers.contains(number)) report(number);
  }
  for (const auto& [name, use] : mapping.by_name) {
    if (!names.contains(name)) report(name);
  }
}

// What the names of the files have in common: "huis-bg.dxf", "huis-1.dxf" -> "huis".
std::string common_name(const std::vector<PlanFile>& files) {
  std::string common;
  for (std::size_t i = 0; i < files.size(); ++i) {
    std::string stem = file_name(files[i].path);
    stem = stem.substr(0, stem.find_last_of('.'));
    if (i == 0) common = stem;
    std::size_t same = 0;
    while (same < common.size() && same < stem.size() && common[same] == stem[same]) ++same;
    common.resize(same);
  }
  while (!common.empty() &&
         std::string_view("-_ .").find(common.back()) != std::string_view::npos) {
    common.pop_back();
  }
  return common;
}

// A page of a PDF is a file of its own.
std::string key_of_file(const PlanFile& file) {
  return file.page > 0 ? fmt::format("{}#{}", file.path, file.page) : file.path;
}

Status check_arguments(const std::vector<PlanFile>& files) {
  std::map<std::string, bool> is_split;
  std::set<std::string> names;
  for (const PlanFile& file : files) {
    const auto [at, is_new] = is_split.try_emplace(key_of_file(file), file.part.has_value());
    if (!is_new && !(at->second && file.part)) {
      return Error{Code::BadInput,
                   {"Dit bestand is twee keer opgegeven.", "This file is given twice."},
                   file.path};
    }
    if (!file.storey_name.empty() && !names.insert(fold(file.storey_name)).second) {
      return Error{Code::BadInput,
                   {fmt::format("De verdieping \"{}\" is twee keer opgegeven.", file.storey_name),
                    fmt::format("The storey \"{}\" is given twice.", file.storey_name)},
                   file.path};
    }
  }
  return Done{};
}

}  // namespace

Result<PlanImport> read_plan(const std::vector<PlanFile>& files, const PlanOptions& options,
                             Job& job) {
  if (const Status good = check_arguments(files); !good) return good.error();
  Result<LayerMap> layers = layer_map_of(options);
  if (!layers) return layers.error();

  PlanImport import;
  PlanOptions shared = options;
  bool has_drawing = false, has_paper = false;
  std::vector<Found> storeys;
  std::set<std::string> read;
  const auto sheet = std::find_if(files.begin(), files.end(),
                                  [](const PlanFile& file) { return file.part.has_value(); });
  const Point low = sheet != files.end() ? sheet->part->low : Point{};
  for (const PlanFile& file : files) {
    Result<std::string> read_bytes = read_file(file.path);
    if (!read_bytes) return read_bytes.error();
    const auto bytes = std::make_shared<const std::string>(*std::move(read_bytes));
    Result<RawPlan> plan = read_one(file, bytes, *layers, shared, low, job);
    if (!plan) return plan.error();
    const Format format = format_of(*bytes);
    has_drawing |= format == Format::Dxf || format == Format::Pdf;
    has_paper |= format == Format::Pdf;
    std::string name = file_name(file.path);
    if (file.page > 0) name += fmt::format(" (p. {})", file.page);
    if (!file.storey_name.empty() && plan->storeys.size() > 1) {
      return Error{Code::BadInput,
                   {fmt::format("Dit bestand heeft {} verdiepingen; geef het zonder --storey.",
                                plan->storeys.size()),
                    fmt::format("This file has {} storeys; give it without --storey.",
                                plan->storeys.size())},
                   name};
    }
    if (shared.crs.empty()) shared.crs = plan->placement.crs;
    if (import.sources.empty()) {
      import.building.placement = plan->placement;
    } else if (import.building.placement.crs != plan->placement.crs) {
      return Error{
          Code::BadInput,
          {"De bestanden liggen in verschillende coördinatenstelsels en passen niet op elkaar.",
           "The files lie in different coordinate systems and do not fit each other."},
          name};
    }
    if (import.building.name.empty()) import.building.name = plan->name;
    if (Status said = state_units(plan->units, name, import.building, import.next); !said) {
      return said.error();
    }
    if (read.insert(key_of_file(file)).second) {
      import.sources.push_back({name, "plan", sha256(*bytes), plan->placement.crs, ""});
      for (LayerUse& use : plan->layers) {
        use.file = name;
        import.layers.push_back(std::move(use));
      }
    }
    for (Finding& finding : plan->findings) {
      const bool is_new =
          std::none_of(import.findings.begin(), import.findings.end(),
                       [&](const Finding& other) { return other.sentence == finding.sentence; });
      if (is_new) import.findings.push_back(std::move(finding));
    }
    for (RawStorey& raw : plan->storeys) {
      if (!file.storey_name.empty()) raw.storey.name = file.storey_name;
      storeys.push_back({std::move(raw), name, file.part.has_value(), false});
    }
  }

  if (options.metres_per_unit && !has_drawing) {
    return Error{Code::Unsupported,
                 {"Alleen een tekening (DXF, PDF) heeft een eenheid die te kiezen is.",
                  "Only a drawing (DXF, PDF) has a unit that can be chosen."},
                 {}};
  }
  if (options.paper_scale && !has_paper) {
    return Error{Code::Unsupported,
                 {"Alleen een PDF heeft een schaal; een DXF heeft een eenheid (--unit).",
                  "Only a PDF has a scale; a DXF has a unit (--unit)."},
                 {}};
  }

  UseMapping mapping;
  if (!options.uses_path.empty()) {
    const Result<std::string> text = read_file(options.uses_path);
    if (!text) return text.error();
    const std::string name = file_name(options.uses_path);
    Result<UseMapping> parsed = parse_uses(*text, name);
    if (!parsed) return parsed.error();
    mapping = std::move(*parsed);
    import.sources.push_back({name, "uses", sha256(*text), "", ""});
  }

  settle_levels(storeys, import.findings);
  settle_names(storeys);
  if (import.building.name.empty()) import.building.name = common_name(files);
  for (Found& found : storeys) {
    give_ids(found.raw.storey, import.next);
    give_units(found, import.building, import.next);
    for (Space& space : found.raw.storey.spaces) give_use(space, mapping);
    for (Finding& finding : found.raw.findings) {
      finding.storey = found.raw.storey.name;
      import.findings.push_back(std::move(finding));
    }
  }
  report_duplicates(storeys, import.findings);
  report_size(storeys, import.findings);
  report_unused(mapping, storeys, file_name(options.uses_path), import.findings);
  for (Found& found : storeys) {
    report_same_keys(found.raw.storey, import.findings);
    import.building.storeys.push_back(std::make_shared<const Storey>(std::move(found.raw.storey)));
  }
  return import;
}

Result<std::vector<LayerUse>> read_layers(const std::vector<PlanFile>& files,
                                          const PlanOptions& options, Job& job) {
  const Result<LayerMap> layers = layer_map_of(options);
  if (!layers) return layers.error();
  std::vector<LayerUse> all;
  std::set<std::string> read;
  for (const PlanFile& file : files) {
    if (!read.insert(key_of_file(file)).second) continue;
    Result<std::string> bytes = read_file(file.path);
    if (!bytes) return bytes.error();
    const Format format = format_of(*bytes);
    if (format != Format::Dxf && format != Format::Pdf) continue;
    Result<std::vector<LayerUse>> found =
        format == Format::Dxf
            ? read_dxf_layers(file.path, *layers, options, job)
            : read_pdf_layers(std::make_shared<const std::string>(*std::move(bytes)),
                              file_name(file.path), file.page, *layers, options, job);
    if (!found) return found.error();
    for (LayerUse& use : *found) {
      use.file = file_name(file.path);
      all.push_back(std::move(use));
    }
  }
  return all;
}

Result<std::vector<Segment>> read_paper_lines(const std::vector<PlanFile>& files, Job& job) {
  for (const PlanFile& file : files) {
    Result<std::string> bytes = read_file(file.path);
    if (!bytes) return bytes.error();
    if (format_of(*bytes) != Format::Pdf) continue;
    return read_pdf_lines(std::make_shared<const std::string>(*std::move(bytes)),
                          file_name(file.path), file.page, job);
  }
  return std::vector<Segment>{};
}

}  // namespace trefpunt
