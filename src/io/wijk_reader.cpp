// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/wijk_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.h"
#include "io/files.h"
#include "io/wijk_areas.h"
#include "io/wijk_attribution.h"
#include "io/wijk_cityjson.h"
#include "io/wijk_draft.h"
#include "io/wijk_files.h"
#include "io/wijk_gdal.h"
#include "io/wijk_lists.h"
#include "io/wijk_place_layers.h"

namespace trefpunt {

namespace {

constexpr double kFar = 50'000;  // m from the middle of everything

Result<std::vector<WijkSourceLayer>> read_layers_of(const WijkFile& file, Job& job) {
  switch (file.format) {
    case WijkFormat::Unknown:
      return Error{Code::Unsupported,
                   {"Dit is geen bestand met lagen dat dit programma leest (zie trefpunt formats).",
                    "This is no file with layers that this program reads (see trefpunt formats)."},
                   file.name};
    case WijkFormat::CityJson:
      return read_cityjson(file, job);
    case WijkFormat::Table:
    case WijkFormat::TableJson: {
      Result<WijkSourceLayer> table = read_wijk_table(file);
      if (!table) return table.error();
      std::vector<WijkSourceLayer> layers;
      layers.push_back(std::move(*table));
      return layers;
    }
    default:
      return read_gdal_layers(file, job);
  }
}

Status read_files(const std::vector<std::string>& paths, const WijkReadOptions& options,
                  const WijkMap& map, std::vector<MappedLayer>& layers, WijkImport& import,
                  Job& job) {
  std::set<std::string> read;
  for (const std::string& path : paths) {
    if (!read.insert(path).second) continue;
    Result<WijkFile> file = open_wijk_file(path, job);
    if (!file) return file.error();
    Result<std::vector<WijkSourceLayer>> found = read_layers_of(*file, job);
    if (!found) return found.error();
    Result<std::string> sum = sha256_of_file(path, job);
    if (!sum) return sum.error();
    const std::size_t first = layers.size();
    for (WijkSourceLayer& source : *found) {
      LayerMapping mapping = mapping_of(source, map);
      if (source.features.empty() && source.without_geometry == 0) continue;
      layers.push_back({std::move(source), std::move(mapping), map.columns});
      MappedLayer& layer = layers.back();
      const WijkMeaning meaning = layer.mapping.meaning;
      const bool is_of_points = meaning == WijkMeaning::Homes || meaning == WijkMeaning::Places ||
                                meaning == WijkMeaning::Furnishings;
      if (layer.source.is_table && is_of_points) {
        if (Status status = place_rows(layer.source, options.crs, map.columns); !status) {
          return status;
        }
      }
    }
    import.sources.push_back({file->name, "wijk", std::move(*sum), crs_of(layers, first), "",
                              attribution_of(layers, first)});
  }
  return Done{};
}

void report_layers(const std::vector<MappedLayer>& layers, std::vector<Finding>& findings) {
  for (const MappedLayer& layer : layers) {
    if (layer.mapping.meaning == WijkMeaning::Unknown) {
      findings.push_back(
          {finding::kLayerNotRecognised,
           Severity::Warning,
           {"Deze laag is niet herkend en wordt niet gebruikt; zeg met --map wat hij is.",
            "This layer was not recognised and is not used; say with --map what it is."},
           "",
           layer.where()});
    } else if (layer.source.without_geometry > 0 && layer.mapping.meaning != WijkMeaning::Ignore &&
               !layer.source.is_tagged) {
      const int count = layer.source.without_geometry;
      findings.push_back(
          {finding::kWithoutUsableGeometry,
           Severity::Warning,
           {fmt::format("{} objecten zonder bruikbare geometrie zijn overgeslagen.", count),
            fmt::format("{} features without usable geometry were skipped.", count)},
           "",
           layer.where()});
    }
  }
}

void convert(MappedLayer& layer, WijkDraft& draft) {
  switch (layer.mapping.meaning) {
    case WijkMeaning::Streets:
      return add_streets(layer, draft);
    case WijkMeaning::Homes:
      return add_homes(layer, draft);
    case WijkMeaning::OpenSpaces:
      return add_open_spaces(layer, draft);
    case WijkMeaning::Footprints:
      return add_footprints(layer, draft);
    case WijkMeaning::Areas:
      return add_areas(layer, draft);
    default:
      return;
  }
}

// Takes from the tags what no layer of its own gives; says which kinds were left.
void merge_tagged(WijkDraft& draft, WijkDraft tagged) {
  std::vector<Text> left;
  const auto merge = [&](auto& to, auto& from, const Text& name) {
    if (!from) return;
    if (to) {
      left.push_back(name);
    } else {
      to = std::move(from);
    }
  };
  merge(draft.streets, tagged.streets, {"straten", "streets"});
  merge(draft.homes, tagged.homes, {"woningen", "homes"});
  merge(draft.footprints, tagged.footprints, {"gebouwen", "buildings"});
  merge(draft.open_spaces, tagged.open_spaces, {"open ruimte", "open space"});
  if (tagged.places) {
    std::vector<WijkPlace>& places = WijkDraft::given(draft.places);
    places.insert(places.end(), tagged.places->begin(), tagged.places->end());
  }
  if (tagged.furnishings) {
    std::set<FurnishingKind> own;
    if (draft.furnishings) {
      for (const Furnishing& thing : *draft.furnishings) own.insert(thing.kind);
    }
    std::vector<Furnishing>& furnishings = WijkDraft::given(draft.furnishings);
    std::set<FurnishingKind> dropped;
    for (const Furnishing& thing : *tagged.furnishings) {
      if (own.contains(thing.kind)) {
        dropped.insert(thing.kind);
      } else {
        furnishings.push_back(thing);
      }
    }
    for (const FurnishingKind kind : dropped) left.push_back(name_of(kind));
  }
  for (Finding& finding : tagged.findings) {
    if (finding.code == finding::kHomesApproximated && !draft.homes) continue;
    const bool is_moot = finding.code == finding::kHomesApproximated &&
                         std::ranges::count(left, Text{"woningen", "homes"}) > 0;
    if (!is_moot) draft.findings.push_back(std::move(finding));
  }
  if (left.empty()) return;
  Text names;
  for (const Text& name : left) {
    names.nl += (names.nl.empty() ? "" : ", ") + name.nl;
    names.en += (names.en.empty() ? "" : ", ") + name.en;
  }
  draft.findings.push_back(
      {finding::kTagsReplaced,
       Severity::Note,
       {fmt::format("Een laag van een andere bron gaat voor OpenStreetMap bij: {}.", names.nl),
        fmt::format("A layer of another source goes before OpenStreetMap for: {}.", names.en)},
       "",
       ""});
}

template <typename Thing>
WijkLayer<Thing> numbered(std::optional<std::vector<Thing>>& things, int& next) {
  if (!things) return nullptr;
  for (Thing& thing : *things) thing.id = {next++};
  return std::make_shared<const std::vector<Thing>>(std::move(*things));
}

void report_far(const Wijk& wijk, std::vector<Finding>& findings) {
  std::vector<Point> points;
  const auto take = [&](const auto& layer, const auto& point) {
    if (!layer) return;
    for (const auto& thing : *layer) points.push_back(point(thing));
  };
  take(wijk.streets, [](const Street& s) { return s.line.front(); });
  take(wijk.homes, [](const Home& h) { return h.at; });
  take(wijk.places, [](const WijkPlace& p) { return p.at; });
  take(wijk.furnishings, [](const Furnishing& f) { return f.at; });
  take(wijk.footprints, [](const Footprint& f) { return f.polygon.outer.front(); });
  take(wijk.open_spaces, [](const OpenSpace& o) { return o.polygon.outer.front(); });
  if (points.empty()) return;
  const auto middle_by = [&](auto member) {
    const auto half = points.begin() + static_cast<std::ptrdiff_t>(points.size() / 2);
    std::ranges::nth_element(points, half, {}, member);
    return (*half).*member;
  };
  const Point middle{middle_by(&Point::x), middle_by(&Point::y)};
  const auto far =
      std::ranges::count_if(points, [&](Point p) { return distance(p, middle) > kFar; });
  if (far == 0) return;
  const Box box = box_of(points);
  const auto corner = [](Point p, Lang lang) {
    return fmt::format("({}; {})", format_number(p.x, 0, lang), format_number(p.y, 0, lang));
  };
  findings.push_back(
      {finding::kFarAway,
       Severity::Warning,
       {fmt::format("{} objecten liggen meer dan 50 km van de rest; ze blijven. Alles samen ligt "
                    "tussen {} en {}.",
                    far, corner(box.low, Lang::Nl), corner(box.high, Lang::Nl)),
        fmt::format("{} features lie more than 50 km from the rest; they stay. Everything lies "
                    "between {} and {}.",
                    far, corner(box.low, Lang::En), corner(box.high, Lang::En))},
       "",
       ""});
}

void report_year(const WijkDraft& draft, std::vector<Finding>& findings) {
  if (!draft.areas || draft.areas->empty()) return;
  if (std::ranges::any_of(*draft.areas, [](const StatisticalArea& a) { return a.year != 0; })) {
    return;
  }
  findings.push_back({finding::kYearNotStated,
                      Severity::Note,
                      {"Van de gebieden is het jaar niet bekend; codes veranderen per jaar.",
                       "The year of the areas is not known; codes change from year to year."},
                      "",
                      ""});
}

// Of things with one key the first; returns how many others there were.
template <typename Thing, typename KeyOf>
int keep_first(std::optional<std::vector<Thing>>& things, KeyOf key_of) {
  if (!things) return 0;
  std::set<std::string> seen;
  return static_cast<int>(std::erase_if(*things, [&](const Thing& thing) {
    const std::string key = key_of(thing);
    return !key.empty() && !seen.insert(key).second;
  }));
}

void leave_out_twins(WijkDraft& draft) {
  const auto tell = [&](int count, const Text& what) {
    if (count == 0) return;
    draft.findings.push_back(
        {finding::kGivenTwice,
         Severity::Warning,
         {fmt::format("Dubbel gegeven en één keer geteld: {} {}.", count, what.nl),
          fmt::format("Given twice and counted once: {} {}.", count, what.en)},
         "",
         ""});
  };
  const auto at = [](const std::string& key, Point p) {
    return key.empty() ? key : fmt::format("{} {:.3f} {:.3f}", key, p.x, p.y);
  };
  tell(keep_first(draft.homes, [&](const Home& home) { return at(home.source_key, home.at); }),
       {"adressen", "addresses"});
  // A pand of several parts has its key in each of them.
  tell(keep_first(draft.footprints,
                  [&](const Footprint& one) { return at(one.source_key, one.polygon.outer[0]); }),
       {"gebouwen", "buildings"});
  tell(keep_first(draft.areas, [](const StatisticalArea& area) { return area.code; }),
       {"gebieden", "areas"});
}

}  // namespace

Result<WijkImport> read_wijk(const std::vector<std::string>& paths, const WijkReadOptions& options,
                             Job& job) {
  WijkImport import;
  WijkMap map;
  if (!options.map_path.empty()) {
    Result<std::string> text = read_file(options.map_path);
    if (!text) return text.error();
    Result<WijkMap> parsed = parse_wijk_map(*text, file_name(options.map_path));
    if (!parsed) return parsed.error();
    map = std::move(*parsed);
  }
  std::vector<MappedLayer> layers;
  if (Status status = read_files(paths, options, map, layers, import, job); !status) {
    return status.error();
  }
  const bool is_any_used = std::ranges::any_of(layers, [](const MappedLayer& layer) {
    return layer.mapping.meaning != WijkMeaning::Unknown &&
           layer.mapping.meaning != WijkMeaning::Ignore;
  });
  if (!is_any_used) {
    return Error{Code::BadInput,
                 {"Geen enkele laag is herkend. Zeg met --map wat elke laag is.",
                  "Not a single layer was recognised. Say with --map what each layer is."},
                 paths.empty() ? std::string() : file_name(paths.front())};
  }
  WijkDraft draft, tagged;
  Result<WijkCrs> crs = place_layers(layers, options.crs, draft.findings, job);
  if (!crs) return crs.error();
  report_layers(layers, draft.findings);
  for (MappedLayer& layer : layers) {
    if (job.stopped()) return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
    if (layer.mapping.meaning == WijkMeaning::Tags) {
      add_tagged(layer, tagged);
    } else {
      convert(layer, draft);
    }
  }
  approximate_homes(tagged, layers);
  for (const auto& [key, entry] : tagged.addresses.by_address) {
    draft.addresses.by_address.try_emplace(key, entry);
  }
  for (MappedLayer& layer : layers) {
    if (layer.mapping.meaning == WijkMeaning::Places) add_places(layer, draft);
    if (layer.mapping.meaning == WijkMeaning::Furnishings) add_furnishings(layer, draft);
  }
  merge_tagged(draft, std::move(tagged));
  if (Status status = join_tables(layers, draft); !status) return status.error();
  report_year(draft, draft.findings);

  leave_out_twins(draft);

  Wijk& wijk = import.wijk;
  wijk.crs = *crs;
  wijk.name = paths.empty() ? "" : file_name(paths.front());
  wijk.name = wijk.name.substr(0, wijk.name.find('.'));
  wijk.streets = numbered(draft.streets, import.next.street);
  wijk.homes = numbered(draft.homes, import.next.home);
  wijk.places = numbered(draft.places, import.next.place);
  wijk.furnishings = numbered(draft.furnishings, import.next.furnishing);
  wijk.open_spaces = numbered(draft.open_spaces, import.next.open_space);
  wijk.footprints = numbered(draft.footprints, import.next.footprint);
  if (draft.areas) {
    wijk.areas = std::make_shared<const std::vector<StatisticalArea>>(std::move(*draft.areas));
  }
  report_far(wijk, draft.findings);
  import.findings = std::move(draft.findings);
  for (MappedLayer& layer : layers) import.mapping.push_back(std::move(layer.mapping));
  return import;
}

}  // namespace trefpunt
