// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/scope.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>

using namespace trefpunt;

namespace {

constexpr std::size_t kRules = 4;  // of the report; in no scope and never left out

Error scope_error(const std::string& text) {
  const Result<Scope> scope = parse_scope(builtin_catalogue(), text, "scope.json");
  REQUIRE_FALSE(scope);
  return scope.error();
}

}  // namespace

TEST_CASE("The scope rvs-a4 holds what the RVS asks in its fourth recommendation", "[scope]") {
  const Result<Scope> scope = named_scope(builtin_catalogue(), "rvs-a4");
  REQUIRE(scope);
  CHECK(std::set<std::string>(scope->criteria.begin(), scope->criteria.end()) ==
        std::set<std::string>{"RVS-A4a", "RVS-A4b", "RVS-A4c", "RVS-4.1j", "RVS-4.3a", "RVS-2.2"});
}

TEST_CASE("What a scope leaves out is listed", "[scope]") {
  const Result<Scope> scope = named_scope(builtin_catalogue(), "rvs-a4");
  REQUIRE(scope);
  CHECK(scope->criteria.size() + scope->left_out.size() ==
        builtin_catalogue().criteria.size() - kRules);
  const Result<Scope> all = named_scope(builtin_catalogue(), "volledig");
  REQUIRE(all);
  CHECK(all->left_out.empty());
}

TEST_CASE("A scope that does not exist is refused with the names that do", "[scope]") {
  const Result<Scope> scope = named_scope(builtin_catalogue(), "huis");
  REQUIRE_FALSE(scope);
  CHECK(scope.error().code == Code::NotFound);
  CHECK(scope.error().sentence.nl ==
        "De reikwijdte ‘huis’ bestaat niet. Wel: gebouw, rvs-a4, volledig, wijk.");
}

TEST_CASE("The scope file of the documentation is read as it stands", "[scope]") {
  std::ifstream file(std::string(TREFPUNT_ROOT) + "/docs/answers-format.md");
  std::stringstream all;
  all << file.rdbuf();
  const std::string page = all.str();
  const std::size_t from = page.find("```json\n", page.find("## A scope file")) + 8;
  const std::string text = page.substr(from, page.find("\n```", from) - from);
  const Result<Scope> scope = parse_scope(builtin_catalogue(), text, "scope.json");
  REQUIRE(scope);
  CHECK(scope->name == "alleen de lounge");
  CHECK(scope->criteria == std::vector<std::string>{"RVS-4.1j", "RVS-4.1b", "RVS-4.1d"});
  REQUIRE(scope->left_out.size() == builtin_catalogue().criteria.size() - kRules - 3);
  CHECK(scope->left_out[0].criterion == "RVS-4.1a");
  CHECK_FALSE(scope->left_out[0].reason.empty());
  CHECK(scope->left_out[1].reason.empty());
}

TEST_CASE("A scope file with an unknown, double or absent criterion is refused", "[scope]") {
  CHECK(scope_error(R"({"name": "x", "criteria": ["RVS-9"]})").sentence.en ==
        "There is no criterion 'RVS-9'.");
  CHECK(scope_error(R"({"name": "x", "criteria": ["RVS-A4b", "RVS-A4b"]})").sentence.en ==
        "RVS-A4b stands there twice.");
  CHECK(scope_error(R"({"name": "x", "criteria": []})").where == "scope.json: criteria");
  CHECK(scope_error(
            R"({"name": "x", "criteria": ["RVS-A4b"],
                "left_out": [{"criterion": "RVS-A4b", "reason": "y"}]})")
            .where == "scope.json: left_out 1 (RVS-A4b): criterion");
}

TEST_CASE("A scope file leaves nothing out without a reason, and keeps to its keys", "[scope]") {
  CHECK(scope_error(
            R"({"name": "x", "criteria": ["RVS-A4b"], "left_out": [{"criterion": "RVS-A4a"}]})")
            .where == "scope.json: left_out 1 (RVS-A4a): reason");
  CHECK(scope_error(R"({"name": "x", "criteria": ["RVS-A4b"], "more": 1})").where ==
        "scope.json: more");
  CHECK(scope_error(R"({"schema": 2, "name": "x", "criteria": ["RVS-A4b"]})").code == Code::Newer);
  CHECK(scope_error("{").sentence.en.find("line 1") != std::string::npos);
}
