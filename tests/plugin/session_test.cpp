// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session.h"

#include <chrono>
#include <thread>

#include "engine/measure_settings.h"
#include "measure/plugin_host.h"
#include "plugin/evaluate.h"

using namespace trefpunt;

namespace {

// The plugin of that folder is in use as long as this lives.
struct InUse {
  explicit InUse(const std::string& name) {
    use_measures(load_plugins({std::string(TREFPUNT_TEST_PLUGINS) + "/" + name}).measures);
  }
  ~InUse() { use_measures({}); }
};

Project project() {
  Project made;
  made.buildings = {building_of({clinic()})};
  return made;
}

Result<Evaluation> evaluate(Session& session, const Project& project, Job& job) {
  Result<Scope> scope = named_scope(builtin_catalogue(), "gebouw");
  REQUIRE(scope);
  return session.evaluate(project, {*scope, "2026-11-05"}, job);
}

std::vector<std::string> remade(const Evaluation& evaluation) {
  std::vector<std::string> stages;
  for (const StageNote& note : evaluation.notes) {
    if (note.was_remade) stages.push_back(note.stage);
  }
  return stages;
}

}  // namespace

TEST_CASE("A set parameter remakes the outcome of that plugin and nothing else", "[plugin]") {
  const InUse in_use("good");
  Session session(builtin_catalogue());
  Job job;
  Project plan = project();
  const Result<Evaluation> first = evaluate(session, plan, job);
  REQUIRE(first);
  CHECK(number(first->buildings[0].outcomes.at("one")->headline) == 4);
  const Result<Ambition> ambition = with_settings(plan.ambition, {"one.first=7", "one.first=2.5"});
  REQUIRE(ambition);
  REQUIRE(ambition->parameters.size() == 1);  // the last one counts
  plan.ambition = *ambition;
  const Result<Evaluation> second = evaluate(session, plan, job);
  REQUIRE(second);
  CHECK(number(second->buildings[0].outcomes.at("one")->headline) == 2.5);
  CHECK(remade(*second) == std::vector<std::string>{"measure one"});
}

TEST_CASE("A plugin that goes wrong leaves the other measures as they are", "[plugin]") {
  Session session(builtin_catalogue());
  Job job;
  const Result<Evaluation> without = evaluate(session, project(), job);
  REQUIRE(without);
  const InUse in_use("bare_failure");
  const Result<Evaluation> with = evaluate(session, project(), job);
  REQUIRE(with);
  CHECK(remade(*with) == std::vector<std::string>{"measure one"});
  CHECK(with->buildings[0].outcomes.size() == without->buildings[0].outcomes.size() + 1);
  CHECK(is_not_computed(with->buildings[0].outcomes.at("one")->headline));
}

TEST_CASE("A session stops a plugin that never ends", "[plugin]") {
  const InUse in_use("endless");
  Session session(builtin_catalogue());
  std::stop_source source;
  Job job(source.get_token());
  std::thread other([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));  // by then it is in the plugin
    source.request_stop();
  });
  const Result<Evaluation> evaluation = evaluate(session, project(), job);
  other.join();
  REQUIRE_FALSE(evaluation);
  CHECK(evaluation.error().code == Code::Cancelled);
}
