// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "measure/plugin_host.h"
#include "plugin/evaluate.h"

using namespace trefpunt;

namespace {

namespace fs = std::filesystem;

std::string folder_of(const std::string& name) {
  return std::string(TREFPUNT_TEST_PLUGINS) + "/" + name;
}

Plugins load(const std::string& name) {
  return load_plugins({folder_of(name)});
}

// Why the only plugin in the folder was refused; it names the file and speaks both languages.
Text refusal(const std::string& name) {
  const Plugins plugins = load(name);
  INFO(name);
  CHECK(plugins.measures.empty());
  REQUIRE(plugins.refused.size() == 1);
  const Error& error = plugins.refused.front();
  CHECK(error.where == folder_of(name) + "/" + name + ".so");
  CHECK_FALSE(error.sentence.nl.empty());
  CHECK_FALSE(error.sentence.en.empty());
  return error.sentence;
}

bool says(const std::string& sentence, const std::string& words) {
  INFO(sentence << " ~ " << words);
  CHECK(sentence.find(words) != std::string::npos);
  return sentence.find(words) != std::string::npos;
}

Outcome outcome_of(const std::string& name, double first = 4) {
  const Plugins plugins = load(name);
  INFO(name << (plugins.refused.empty() ? "" : plugins.refused[0].sentence.en));
  REQUIRE(plugins.measures.size() == 1);
  const TestScene scene(clinic());
  Job job;
  const Result<Outcome> outcome = evaluate(*plugins.measures[0], scene, job, {{"first", first}});
  REQUIRE(outcome);
  return *outcome;
}

// What stands in the place of the numbers of a plugin that went wrong.
std::string failure(const std::string& name) {
  const Outcome outcome = outcome_of(name);
  CHECK(outcome.rows.empty());
  REQUIRE(is_not_computed(outcome.headline));
  const Text& reason = std::get<NotComputed>(outcome.headline).reason;
  says(reason.nl, name + ".so");
  says(reason.en, name + ".so");
  return reason.en;
}

struct Scratch {
  Scratch() {
    char name[] = "/tmp/trefpunt-test-XXXXXX";
    path = mkdtemp(name);
  }
  ~Scratch() { fs::remove_all(path); }
  fs::path path;
};

}  // namespace

TEST_CASE("A plugin becomes a measure with its texts, numbers and origin", "[plugin]") {
  const Plugins plugins = load("good");
  CHECK(plugins.refused.empty());
  REQUIRE(plugins.measures.size() == 1);
  const MeasureInfo& info = plugins.measures[0]->info();
  CHECK(info.id == "one");
  CHECK(info.version == 3);
  CHECK(info.name == Text{"Eerste", "First"});
  CHECK(info.row_name.en == "space");
  CHECK(info.decimals == 1);
  CHECK(info.better == Better::Lower);
  CHECK(info.source.nl == "Bron.");
  REQUIRE(info.plugin);
  CHECK(info.plugin->maker == "Proef");
  CHECK(info.plugin->path == folder_of("good") + "/good.so");
  CHECK(info.plugin->sha256.size() == 64);
  REQUIRE(info.parameters.size() == 1);
  CHECK(info.parameters[0].id == "first");
  CHECK(info.parameters[0].label.en == "Number");
  CHECK(info.parameters[0].value == 4);
  CHECK(info.parameters[0].minimum == 0);
  CHECK(info.parameters[0].maximum == 10);
}

TEST_CASE("Each value goes to its own thing, with its state and reason", "[plugin]") {
  const Outcome outcome = outcome_of("good", 2.5);
  CHECK(number(outcome.headline) == 2.5);
  REQUIRE(outcome.rows.size() == 6);
  CHECK(outcome.rows[0].object == "S1");
  CHECK(number(row(outcome, "S1")) == 1);
  CHECK(std::get<NotApplicable>(row(outcome, "S2")).reason.en == "Not applicable.");
  CHECK(std::get<NotComputed>(row(outcome, "S3")).reason.nl == "Onbekend.");
  CHECK(number(row(outcome, "S6")) == 6);
  CHECK(outcome_of("per_building").rows.empty());
  CHECK(number(outcome_of("per_building").headline) == 4);
}

TEST_CASE("A plugin can measure per seat", "[plugin]") {
  const TestScene scene(storey_from_text("#####\n#1ss#\n##E##", {{'1', space("", Use::Lounge)}}));
  const Plugins plugins = load("per_seat");
  REQUIRE(plugins.measures.size() == 1);
  CHECK(plugins.measures[0]->info().row_name.nl == "zitplek");
  Job job;
  const Result<Outcome> outcome = evaluate(*plugins.measures[0], scene, job, {{"first", 4}});
  REQUIRE(outcome);
  REQUIRE(outcome->rows.size() == 2);
  CHECK(number(row(*outcome, "Z1")) == 1);
  CHECK(is_not_applicable(row(*outcome, "Z2")));
  CHECK(job.permille() == 1000);
}

TEST_CASE("A greater minor version is accepted and its tail ignored", "[plugin]") {
  const Plugins plugins = load("later_minor");
  REQUIRE(plugins.measures.size() == 1);
  CHECK(plugins.measures[0]->info().id == "later");
}

TEST_CASE("What does not keep to the rules is refused with its own sentence", "[plugin]") {
  says(refusal("other_major").en, "made for version 2");
  says(refusal("without_symbol").en, "symbol 'trefpunt_plugin' is missing");
  says(refusal("cut_off").en, "cut off");
  says(refusal("wrong_size").en, "bytes");
  says(refusal("builtin_id").en, "Trefpunt itself");
  says(refusal("odd_id").en, "'Eigen maat' cannot be the id");
  says(refusal("null_id").en, "text 'id' is missing");
  says(refusal("null_title").en, "text 'title (nl)' is missing");
  says(refusal("empty_title").en, "text 'title (nl)' is missing");
  says(refusal("crossed_bounds").en, "parameter 'first' is impossible: from 10 to 0");
  says(refusal("no_bounds").en, "impossible");
  says(refusal("default_outside").en, "from 5 to 10, default 4");
  says(refusal("odd_level").en, "measures per 9");
  says(refusal("no_function").en, "no function evaluate");
}

TEST_CASE("Two plugins with one id: the second is refused and both paths are named", "[plugin]") {
  const Plugins plugins = load_plugins({folder_of("good"), folder_of("again")});
  REQUIRE(plugins.measures.size() == 1);
  CHECK(plugins.measures[0]->info().plugin->path == folder_of("good") + "/good.so");
  REQUIRE(plugins.refused.size() == 1);
  CHECK(plugins.refused[0].where == folder_of("again") + "/again.so");
  says(plugins.refused[0].sentence.en, folder_of("good") + "/good.so");
}

TEST_CASE("A file that is no library is refused, and other files are not looked at", "[plugin]") {
  const Scratch scratch;
  std::ofstream(scratch.path / "words.so") << "not a library";
  std::ofstream(scratch.path / "half.so") << "\177ELF and then nothing";
  std::ofstream(scratch.path / "empty.so") << "";
  std::ofstream(scratch.path / "README.md") << "# plugins";
  fs::create_directory(scratch.path / "folder.so");
  const Plugins plugins = load_plugins({scratch.path.string()});
  CHECK(plugins.measures.empty());
  REQUIRE(plugins.refused.size() == 3);  // in the order of their names
  says(plugins.refused[0].where, "/empty.so");
  says(plugins.refused[0].sentence.en, "not a library");
  says(plugins.refused[1].where, "/half.so");
  says(plugins.refused[1].sentence.en, "cannot be loaded");
  says(plugins.refused[2].sentence.en, "not a library");
}

TEST_CASE("A plugin that goes wrong gives a sentence in the place of its numbers", "[plugin]") {
  for (const char* name : {"nan_value", "infinite_value", "odd_state"}) {
    says(failure(name), "value 1 of 6 has no valid state");
  }
  says(failure("nothing_said"), "value 4 of 6 has no valid state");
  says(failure("nan_headline"), "headline has no valid state");
  says(failure("headline_unsaid"), "headline has no valid state");
  says(failure("too_few"), "it gave 5 values where 6 are needed");
  says(failure("overrun"), "beyond the end");
  says(failure("bare_failure"), "failure code 5");
  says(failure("told_failure"), "something is missing");
}

TEST_CASE("A parameter outside its bounds never reaches a plugin", "[plugin]") {
  for (const double value : {-0.1, 10.1, std::nan("")}) {
    CHECK(is_not_computed(outcome_of("good", value).headline));
  }
  CHECK(number(outcome_of("good", 10).headline) == 10);
}

TEST_CASE("A plugin is stopped through step()", "[plugin]") {
  const Plugins plugins = load("endless");
  REQUIRE(plugins.measures.size() == 1);
  const TestScene scene(clinic());
  std::stop_source source;
  Job job(source.get_token());
  std::thread other([&] {
    while (job.permille() != 500) std::this_thread::yield();
    source.request_stop();
  });
  const Result<Outcome> outcome = evaluate(*plugins.measures[0], scene, job, {{"first", 4}});
  other.join();
  REQUIRE_FALSE(outcome);
  CHECK(outcome.error().code == Code::Cancelled);
}

TEST_CASE("An exception out of a plugin is a sentence, not a crash", "[plugin]") {
  static const tp_plugin thrower = [] {
    tp_plugin plugin{};
    plugin.abi_major = TP_ABI_MAJOR;
    plugin.struct_size = sizeof(tp_plugin);
    plugin.version = 1;
    plugin.id = "thrower";
    plugin.maker = "Proef";
    const tp_text words{"Woorden.", "Words."};
    plugin.title = plugin.unit = plugin.row_unit = plugin.formula = plugin.source = words;
    plugin.not_applicable = plugin.not_computed = words;
    plugin.evaluate = [](const tp_plan*, const double*, tp_result*,
                         const tp_host*) -> std::int32_t { throw 1; };
    return plugin;
  }();
  REQUIRE(check_plugin(thrower, "thrower.so"));
  const PluginMeasure measure(thrower, {"/x/thrower.so", "Proef", ""});
  const TestScene scene(clinic());
  Job job;
  const Result<Outcome> outcome = evaluate(measure, scene, job, {});
  REQUIRE(outcome);
  CHECK(is_not_computed(outcome->headline));
}

TEST_CASE("Measures in use are listed after the built-in ones and found by id", "[plugin]") {
  use_measures(load("good").measures);
  CHECK(all_measures().size() == builtin_measures().size() + 1);
  CHECK(all_measures().back()->info().id == "one");
  CHECK(find_measure("one") == all_measures().back());
  use_measures({});
  CHECK(all_measures() == builtin_measures());
  CHECK(find_measure("one") == nullptr);
}

TEST_CASE("Folders: the named ones first, then the environment; each once", "[plugin]") {
  const std::string listed = folder_of("again") + "::/is/not/there:" + folder_of("good");
  setenv("TREFPUNT_PLUGINS", listed.c_str(), 1);
  const auto folders = plugin_folders({folder_of("good")});
  unsetenv("TREFPUNT_PLUGINS");
  REQUIRE(folders);
  const std::vector<std::string> wanted = {fs::canonical(folder_of("good")),
                                           fs::canonical(folder_of("again"))};
  CHECK(*folders == wanted);
  const auto wrong = plugin_folders({"/is/not/there"});
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().code == Code::NotFound);
  CHECK(wrong.error().where == "/is/not/there");
}
