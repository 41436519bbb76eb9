// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/history.h"

#include <catch2/catch.hpp>

using namespace trefpunt;

namespace {

std::shared_ptr<const Project> named(const std::string& name) {
  Project project;
  project.name = name;
  return std::make_shared<const Project>(std::move(project));
}

Text label(const std::string& name) {
  return {name + " nl", name + " en"};
}

// Started with "a", then "b" and "c".
History three_steps() {
  History history(named("a"));
  history.push(label("b"), named("b"));
  history.push(label("c"), named("c"));
  return history;
}

}  // namespace

TEST_CASE("A history that has just begun has nothing to undo or redo", "[history]") {
  History history(named("a"));
  CHECK_FALSE(history.can_undo());
  CHECK_FALSE(history.can_redo());
  CHECK(history.undo_label().empty());
  CHECK(history.redo_label().empty());
  history.undo();
  history.redo();
  CHECK(history.current()->name == "a");
}

TEST_CASE("Undo and redo walk the steps and say which one", "[history]") {
  History history = three_steps();
  const auto last = history.current();
  CHECK(history.undo_label() == label("c"));
  history.undo();
  CHECK(history.current()->name == "b");
  CHECK(history.undo_label() == label("b"));
  CHECK(history.redo_label() == label("c"));
  history.undo();
  CHECK(history.current()->name == "a");
  CHECK_FALSE(history.can_undo());
  history.redo();
  history.redo();
  CHECK(history.current() == last);
  CHECK_FALSE(history.can_redo());
}

TEST_CASE("A new step drops what was undone", "[history]") {
  History history = three_steps();
  history.undo();
  history.push(label("d"), named("d"));
  CHECK(history.current()->name == "d");
  CHECK_FALSE(history.can_redo());
  history.undo();
  CHECK(history.current()->name == "b");
}

TEST_CASE("A drag that replaces the last step is undone at once", "[history]") {
  History history = three_steps();
  history.replace_last(named("c1"));
  history.replace_last(named("c2"));
  CHECK(history.current()->name == "c2");
  CHECK(history.undo_label() == label("c"));
  history.undo();
  CHECK(history.current()->name == "b");
}

TEST_CASE("A history is saved only where it was marked", "[history]") {
  History history = three_steps();
  CHECK_FALSE(history.is_saved());
  history.mark_saved();
  CHECK(history.is_saved());
  history.undo();
  CHECK_FALSE(history.is_saved());
  history.redo();
  CHECK(history.is_saved());
  history.replace_last(named("c"));
  CHECK_FALSE(history.is_saved());
}

TEST_CASE("When the saved step is dropped no step is the saved one", "[history]") {
  History history = three_steps();
  history.mark_saved();
  history.undo();
  history.push(label("d"), named("d"));
  CHECK_FALSE(history.is_saved());
  history.undo();
  CHECK_FALSE(history.is_saved());
  history.undo();
  CHECK_FALSE(history.is_saved());
}

TEST_CASE("A history is a value: a copy goes its own way", "[history]") {
  History history = three_steps();
  const History copy = history;
  history.undo();
  CHECK(history.current()->name == "b");
  CHECK(copy.current()->name == "c");
}
