// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/commands.h"
#include "cli/keep_inputs.h"
#include "cli/progress.h"
#include "io/files.h"
#include "io/point_table.h"
#include "io/street_reader.h"
#include "io/wijk_crs.h"
#include "street/angular.h"
#include "street/centrality.h"

namespace trefpunt {

namespace {

Error unusable(const char* nl, const char* en, const std::string& where = {}) {
  return {Code::BadInput, {nl, en}, where};
}

// What can be said without looking at the network.
Status check(const StreetsCommand& command) {
  if (!command.path.ends_with(".csv") && !command.path.ends_with(".gpkg")) {
    return Error{Code::Unsupported,
                 {"straten worden .csv of .gpkg", "streets become .csv or .gpkg"},
                 command.path};
  }
  for (const std::string& path : {command.links, command.findings}) {
    if (!path.empty() && !path.ends_with(".csv")) {
      return Error{Code::Unsupported,
                   {"--links en --findings worden .csv", "--links and --findings become .csv"},
                   path};
    }
  }
  if (command.angular && command.per == "junction") {
    return unusable("hoeken zijn er per stuk straat: geef --angular met --per segment",
                    "angles belong to pieces of street: give --angular with --per segment");
  }
  if (!(command.snap >= 0 && command.snap <= 50)) {
    return unusable("--snap is een afstand van 0 tot 50 meter",
                    "--snap is a distance of 0 to 50 metres");
  }
  return Done{};
}

// Halfway along the link.
Point middle_of(const StreetLink& link) {
  double left = link.length / 2;
  for (std::size_t i = 1; i < link.shape.size(); ++i) {
    const double piece = distance(link.shape[i - 1], link.shape[i]);
    if (piece >= left && piece > 0) {
      return snap(link.shape[i - 1] + (left / piece) * (link.shape[i] - link.shape[i - 1]));
    }
    left -= piece;
  }
  return link.shape.back();
}

void add(PointTable& table, const std::string& name, double radius, std::vector<double> values) {
  table.columns.push_back(fmt::format("{}_{}", name, radius));
  table.values.push_back(std::move(values));
}

PointTable per_junction(const StreetNetwork& network, std::vector<StreetValues> all) {
  PointTable table;
  table.name = "junctions";
  table.points = network.junctions;
  for (StreetValues& values : all) {
    add(table, "harmonic", values.radius, std::move(values.harmonic));
    add(table, "farness", values.radius, std::move(values.farness));
    add(table, "gravity", values.radius, std::move(values.gravity));
    add(table, "betweenness", values.radius, std::move(values.betweenness));
    add(table, "betweenness_decayed", values.radius, std::move(values.betweenness_decayed));
    add(table, "density", values.radius, std::move(values.density));
    add(table, "reach", values.radius, std::move(values.reach));
  }
  return table;
}

PointTable per_segment(const StreetNetwork& network, std::vector<StreetValues> all) {
  PointTable table;
  table.name = "segments";
  for (const StreetLink& link : network.links) {
    table.points.push_back(middle_of(link));
    table.lines.push_back(link.shape);
  }
  for (StreetValues& values : all) {
    const auto mean = [&](const std::vector<double>& of) { return mean_of_ends(network, of); };
    add(table, "harmonic", values.radius, mean(values.harmonic));
    add(table, "farness", values.radius, mean(values.farness));
    add(table, "gravity", values.radius, mean(values.gravity));
    add(table, "betweenness", values.radius, std::move(values.link_betweenness));
    add(table, "betweenness_decayed", values.radius, std::move(values.link_betweenness_decayed));
    add(table, "density", values.radius, mean(values.density));
    add(table, "reach", values.radius, mean(values.reach));
  }
  return table;
}

std::string links_of(const StreetNetwork& network) {
  std::string text = "from,to,length\n";
  for (const StreetLink& link : network.links) {
    fmt::format_to(std::back_inserter(text), "{},{},{}\n", link.from, link.to, link.length);
  }
  return text;
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string findings_csv(const std::vector<Finding>& findings, Lang lang) {
  std::string text = "x,y,code,severity,street,sentence\n";
  for (const Finding& finding : findings) {
    if (finding.place) {
      fmt::format_to(std::back_inserter(text), "{},{}", finding.place->x, finding.place->y);
    } else {
      text += ",";
    }
    fmt::format_to(std::back_inserter(text), ",{},{},{},{}\n", finding.code,
                   id_of(finding.severity), quoted(finding.object),
                   quoted(finding.sentence.in(lang)));
  }
  return text;
}

void print_summary(const StreetsCommand& command, const StreetSource& source,
                   const StreetNetwork& network, const std::vector<Finding>& findings) {
  double metres = 0;
  for (const StreetLink& link : network.links) metres += link.length;
  const auto sentence = [&](Lang lang) {
    const auto count = [lang](std::size_t n) {
      return format_number(static_cast<double>(n), 0, lang);
    };
    const std::string km = format_number(metres / 1000, 1, lang);
    return lang == Lang::Nl
               ? fmt::format(
                     "{} kruispunten, {} stukken straat, {} km, in {}; {} lijnen zijn niet "
                     "om langs te lopen",
                     count(network.junctions.size()), count(network.links.size()), km,
                     source.crs.code, count(static_cast<std::size_t>(source.not_walkable)))
               : fmt::format(
                     "{} junctions, {} pieces of street, {} km, in {}; {} lines are not to "
                     "walk along",
                     count(network.junctions.size()), count(network.links.size()), km,
                     source.crs.code, count(static_cast<std::size_t>(source.not_walkable)));
  };
  fmt::print("{}\n", Text{sentence(Lang::Nl), sentence(Lang::En)}.in(command.lang));
  std::map<int, int> by_code;
  for (const Finding& finding : findings) ++by_code[finding.code];
  std::string counts;
  for (const auto& [code, count] : by_code) {
    counts += fmt::format("{}{} × {}", counts.empty() ? "" : ", ", code, count);
  }
  if (!counts.empty()) {
    fmt::print("{}: {}\n", Text{"bevindingen", "findings"}.in(command.lang), counts);
  }
}

NetworkOptions network_options(const StreetsCommand& command) {
  NetworkOptions options;
  options.snap_tolerance = command.snap;
  if (command.wheelchair == "stated") options.walkers = Walkers::WheelchairStated;
  if (command.wheelchair == "possible") options.walkers = Walkers::WheelchairPossible;
  return options;
}

}  // namespace

Result<int> run_streets(const StreetsCommand& command) {
  if (const Status good = check(command); !good) return good.error();
  if (const Status kept =
          keep_inputs({command.network}, {command.path, command.links, command.findings});
      !kept) {
    return kept.error();
  }
  Progress progress(Text{"Rekenen", "Computing"}.in(command.lang));
  const Result<StreetSource> source =
      read_streets(command.network, {command.crs, command.layer}, progress.job());
  if (!source) return source.error();
  const Result<StreetNetwork> network =
      make_street_network(source->streets, network_options(command), progress.job());
  if (!network) return network.error();
  if (network->links.empty()) {
    return unusable("er blijft geen straat over om langs te lopen",
                    "no street is left to walk along", file_name(command.network));
  }
  CentralityOptions options;
  options.radii = command.radii;
  std::sort(options.radii.begin(), options.radii.end());
  options.radii.erase(std::unique(options.radii.begin(), options.radii.end()), options.radii.end());
  options.with_links = command.per == "segment" || command.angular;
  options.with_reach = true;
  Result<std::vector<StreetValues>> values = street_centrality(*network, options, progress.job());
  if (!values) return values.error();
  PointTable table = options.with_links ? per_segment(*network, *std::move(values))
                                        : per_junction(*network, *std::move(values));
  if (command.angular) {
    Result<std::vector<AngularValues>> all =
        street_angular(*network, options.radii, progress.job());
    if (!all) return all.error();
    for (AngularValues& angular : *all) {
      add(table, "angular_harmonic", angular.radius, std::move(angular.harmonic));
      add(table, "angular_farness", angular.radius, std::move(angular.farness));
      add(table, "angular_betweenness", angular.radius, std::move(angular.betweenness));
      add(table, "angular_density", angular.radius, std::move(angular.density));
    }
  }
  table.crs = definition_of(source->crs);
  std::vector<Finding> findings = source->findings;
  findings.insert(findings.end(), network->findings.begin(), network->findings.end());
  const std::string links = links_of(*network), told = findings_csv(findings, command.lang);
  std::vector<FileToWrite> beside;
  if (!command.links.empty()) beside.push_back({command.links, links});
  if (!command.findings.empty()) beside.push_back({command.findings, told});
  if (const Status written = write_points(table, command.path); !written) return written.error();
  if (const Status written = write_files(beside); !written) return written.error();
  print_summary(command, *source, *network, findings);
  return 0;
}

}  // namespace trefpunt
