// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/commands.h"
#include "cli/evaluate_input.h"
#include "cli/keep_inputs.h"
#include "cli/progress.h"
#include "io/files.h"
#include "report/comparison.h"
#include "report/portfolio.h"

namespace trefpunt {

namespace {

// The files that stand for what was named: a folder stands for its report.
std::vector<std::string> files_named(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code absent;
    files.push_back(std::filesystem::is_directory(path, absent) ? path + "/report.json" : path);
  }
  return files;
}

std::string last_name(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return file_name(path);
}

Result<ReportDigest> digest_of(const std::string& path, const VersionsCommand& command,
                               const Catalogue& catalogue, Session& session, Job& job) {
  Result<std::string> json = report_json_of(path, command.date, catalogue, session, job);
  if (!json) return json.error();
  return read_report(*json, last_name(path));
}

Status write_pages(const VersionsCommand& command, const std::string& name, const std::string& html,
                   const std::string& json) {
  if (Status status = make_folder(command.folder); !status) return status;
  return write_files({{command.folder + "/" + name + ".html", html},
                      {command.folder + "/" + name + ".json", json}});
}

std::vector<std::string> outputs_of(const VersionsCommand& command, const std::string& name) {
  return {command.folder + "/" + name + ".html", command.folder + "/" + name + ".json"};
}

}  // namespace

Result<int> run_compare(const VersionsCommand& command) {
  if (Status kept = keep_inputs(files_named(command.inputs), outputs_of(command, "comparison"));
      !kept) {
    return kept.error();
  }
  const Catalogue& catalogue = builtin_catalogue();
  Session session(catalogue);
  auto progress = std::make_unique<Progress>(Text{"Rekenen", "Working"}.in(command.lang));
  std::vector<ReportDigest> read;
  for (const std::string& path : command.inputs) {
    Result<ReportDigest> digest = digest_of(path, command, catalogue, session, progress->job());
    if (!digest) return digest.error();
    read.push_back(*std::move(digest));
  }
  progress.reset();
  const ReportComparison comparison = compare_reports(read.front(), read.back());
  const Status written =
      write_pages(command, "comparison", comparison_html(comparison, command.lang),
                  comparison_json(comparison));
  if (!written) return written.error();
  fmt::print("{}\n{}: {}/comparison.html\n", changes_in_status(comparison, command.lang),
             Text{"Vergelijking", "Comparison"}.in(command.lang), command.folder);
  return 0;
}

Result<int> run_portfolio(const VersionsCommand& command) {
  if (Status kept = keep_inputs(files_named(command.inputs), outputs_of(command, "portfolio"));
      !kept) {
    return kept.error();
  }
  const Catalogue& catalogue = builtin_catalogue();
  // One session for all: a plan that comes back is not worked out again.
  Session session(catalogue);
  auto progress = std::make_unique<Progress>(Text{"Rekenen", "Working"}.in(command.lang));
  Portfolio portfolio{command.title, {}};
  for (const std::string& path : command.inputs) {
    Result<ReportDigest> digest = digest_of(path, command, catalogue, session, progress->job());
    if (!digest && digest.error().code == Code::Cancelled) return digest.error();
    Location location{last_name(path), std::nullopt};
    if (digest) {
      location.report = *std::move(digest);
    } else {
      location.refused = digest.error();
    }
    portfolio.locations.push_back(std::move(location));
  }
  progress.reset();
  const auto is_read = [](const Location& one) { return one.report.has_value(); };
  const auto& all = portfolio.locations;
  for (const Location& one : all) {
    if (!one.report) fmt::print(stderr, "{}\n", to_string(one.refused, command.lang));
  }
  if (std::none_of(all.begin(), all.end(), is_read)) {
    return Error{Code::BadInput,
                 {"geen van de locaties was te lezen; er is niets geschreven",
                  "none of the locations could be read; nothing was written"},
                 {}};
  }
  const Status written = write_pages(command, "portfolio", portfolio_html(portfolio, command.lang),
                                     portfolio_json(portfolio));
  if (!written) return written.error();
  fmt::print("{}: {}/portfolio.html ({}/{})\n", Text{"Locaties", "Locations"}.in(command.lang),
             command.folder, std::count_if(all.begin(), all.end(), is_read), all.size());
  return 0;
}

}  // namespace trefpunt
