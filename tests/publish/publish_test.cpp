// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/publish.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <thread>

#include "base/program.h"
#include "io/files.h"
#include "report/support/report_fixture.h"

using namespace trefpunt;
namespace fs = std::filesystem;

namespace {

struct Folder {
  Folder() : path(fs::temp_directory_path() / ("trefpunt-publish-" + std::to_string(getpid()))) {
    fs::remove_all(path);
    fs::create_directories(path);
  }
  ~Folder() { fs::remove_all(path); }
  std::string at(const std::string& name) const { return (path / name).string(); }
  fs::path path;
};

// A program that stands in for LibreOffice.
std::string script(const Folder& folder, const std::string& lines) {
  const std::string path = folder.at("soffice");
  std::ofstream(path) << "#!/bin/sh\n" << lines << "\n";
  fs::permissions(path, fs::perms::owner_all);
  return path;
}

PublishOptions all_forms(const std::string& program) {
  PublishOptions options;
  options.forms = *forms_named("alles");
  options.office.program = program;
  options.office.limit = std::chrono::milliseconds(500);
  return options;
}

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

const std::vector<std::string> kOwnFiles = {"leesversie.html", "opmerkingen.csv", "report-2.1.bcf",
                                            "report.bcf",      "report.csv",      "report.fodt",
                                            "report.html",     "report.json"};

}  // namespace

TEST_CASE("Forms are named in a list, and the page and its data are always there", "[publish]") {
  CHECK(*forms_named("") == std::vector<Form>{Form::Json, Form::Html});
  CHECK(*forms_named("pdf, csv,pdf") ==
        std::vector<Form>{Form::Json, Form::Html, Form::Csv, Form::Pdf});
  CHECK(forms_named("alles")->size() == 11);
  CHECK(forms_named("all")->size() == 11);
  const auto wrong = forms_named("html,xls");
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().where == "--forms xls");
}

TEST_CASE(
    "Without LibreOffice, or with one that fails or writes rubbish, the other forms are there",
    "[publish]") {
  const ReportFixture fixture;
  const Folder folder;
  const std::string rubbish =
      "for a in \"$@\"; do [ \"$b\" = --outdir ] && d=$a; b=$a; done; mkdir -p \"$d\"\n"
      "for e in pdf odt docx; do echo rubbish > \"$d/report.$e\"; done";
  const std::string out = folder.at("out");
  for (const std::string& program : {std::string("/nonexistent/soffice"), script(folder, "exit 3"),
                                     script(folder, "exit 0"), script(folder, rubbish)}) {
    Job job;
    const auto published = publish(fixture.input(), out, all_forms(program), job);
    REQUIRE(published);
    CHECK(names_in(out) == kOwnFiles);
    CHECK(published->notices.size() == (program == "/nonexistent/soffice" ? 1 : 3));
    for (const Text& notice : published->notices) CHECK_FALSE(notice.empty());
  }
}

TEST_CASE("A LibreOffice that hangs is ended with all it started, and the other forms are there",
          "[publish]") {
  const ReportFixture fixture;
  const Folder folder;
  const std::string pid = folder.at("pid");
  PublishOptions options = all_forms(script(folder, "sleep 600 & echo $! > " + pid + "\nwait"));
  options.forms = *forms_named("pdf");
  Job job;
  const auto published = publish(fixture.input(), folder.at("out"), options, job);
  REQUIRE(published);
  REQUIRE(published->notices.size() == 1);
  CHECK(published->notices[0].nl ==
        "Er is geen PDF gemaakt: LibreOffice was na 0,5 seconden nog niet klaar.");
  CHECK(names_in(folder.at("out")) == std::vector<std::string>{"report.html", "report.json"});
  int child = 0;
  std::ifstream(pid) >> child;
  REQUIRE(child > 0);
  std::string state;
  for (int i = 0; i < 100; ++i) {  // gone, or a zombie that nobody waits for
    std::ifstream in("/proc/" + std::to_string(child) + "/stat");
    std::string number, name;
    state.clear();
    in >> number >> name >> state;
    if (state.empty() || state == "Z") break;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  CHECK((state.empty() || state == "Z"));
}

TEST_CASE("Who stops the export gets nothing", "[publish]") {
  const ReportFixture fixture;
  const Folder folder;
  std::stop_source source;
  Job job(source.get_token());
  PublishOptions options = all_forms(script(folder, "sleep 600"));
  options.office.limit = std::chrono::seconds(60);
  std::thread stopper([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(700));
    source.request_stop();
  });
  const auto published = publish(fixture.input(), folder.at("out"), options, job);
  stopper.join();
  REQUIRE_FALSE(published);
  CHECK(published.error().code == Code::Cancelled);
  CHECK_FALSE(fs::exists(folder.at("out")));
}

TEST_CASE("The PDF carries language, title, tags, alternatives, table headers and bookmarks",
          "[publish][pdf]") {
  if (office_program().empty() || find_program("qpdf").empty()) {
    std::cerr << "Notice: no LibreOffice or qpdf here; the PDF is not tested.\n";
    return;
  }
  const ReportFixture fixture;
  const Folder folder;
  PublishOptions options;
  options.forms = *forms_named("pdf,odt,docx");
  Job job;
  const auto published = publish(fixture.input(), folder.at("out"), options, job);
  REQUIRE(published);
  CHECK(published->notices.empty());
  for (const char* name : {"report.pdf", "report.odt", "report.docx"}) {
    CHECK(fs::file_size(folder.at("out") + "/" + name) > 5000);
  }
  const std::string pdf = folder.at("out") + "/report.pdf";
  const std::string bytes = *read_file(pdf);
  CHECK(bytes.find("<pdfuaid:part>1</pdfuaid:part>") != std::string::npos);
  CHECK(bytes.find("<pdfaid:part>2</pdfaid:part>") != std::string::npos);

  const std::string json = folder.at("pdf.json");
  REQUIRE(run_program({find_program("qpdf"), "--json", pdf, json}, std::chrono::seconds(60), job) ==
          ProgramEnd::Done);
  const auto document = nlohmann::json::parse(*read_file(json));
  CHECK(document["outlines"].size() >= 1);
  const auto& objects = document["qpdf"][1];
  const auto value = [&](const nlohmann::json& reference) {
    return objects["obj:" + reference.get<std::string>()]["value"];
  };
  const auto root = value(objects["trailer"]["value"]["/Root"]);
  CHECK(root["/Lang"] == "u:nl-NL");
  CHECK(root["/MarkInfo"]["/Marked"] == true);
  CHECK(root["/ViewerPreferences"]["/DisplayDocTitle"] == true);
  CHECK(root.contains("/StructTreeRoot"));
  int figures = 0, headers = 0;
  std::map<std::string, int> tags;
  for (const auto& [id, object] : objects.items()) {
    if (!object.contains("value") || !object["value"].is_object()) continue;
    const auto& entry = object["value"];
    if (entry.value("/Type", "") == "/StructElem") {
      const std::string tag = entry["/S"];
      ++tags[tag];
      if (tag == "/Figure") {
        ++figures;
        CHECK(entry.contains("/Alt"));
      }
      if (tag == "/TH") {
        ++headers;
        CHECK(entry["/A"].dump().size() > 2);
        CHECK(([&] {
          for (const auto& part : entry["/A"]) {
            const auto attributes = part.is_string() ? value(part) : part;
            if (attributes.contains("/Scope")) return true;
          }
          return false;
        }()));
      }
    }
    if (entry.value("/Type", "") == "/FontDescriptor") {
      CHECK((entry.contains("/FontFile2") || entry.contains("/FontFile3") ||
             entry.contains("/FontFile")));
    }
    if (entry.value("/Subtype", "") == "/Link") CHECK(entry.contains("/Contents"));
  }
  CHECK(figures == count_of(fixture.html(), "role=\"img\""));
  CHECK(headers > 10);
  for (const char* tag : {"/H1", "/H2", "/H3", "/H4", "/L", "/LI", "/Table", "/TR", "/TD"}) {
    INFO(tag);
    CHECK(tags[tag] > 0);
  }
}
