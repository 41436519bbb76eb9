// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/field_columns.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "field_plans.h"
#include "space/field.h"

using namespace trefpunt;

namespace {

FieldOptions options_of(FieldKind kind, double spacing) {
  FieldOptions options;
  options.kind = kind;
  options.grid.spacing = spacing;
  options.grid.from = {{1, 1}, {10, 7}, {5, 4}, {2, 6}, {9, 2}};
  options.threads = 2;
  return options;
}

FloorField field_of(const Storey& storey, const FieldOptions& options) {
  Job job;
  Result<FloorField> field = make_field(storey, options, job);
  if (!field) FAIL(field.error().sentence.en);
  return *std::move(field);
}

// Bit for bit, and both missing.
bool same(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] != b[i] && !(std::isnan(a[i]) && std::isnan(b[i]))) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("A field that was followed while it grew is the field that was not") {
  const Storey storey = random_plan(3, 11.3, 8.1, 24, 0);
  FieldOptions options = options_of(FieldKind::Visibility, 0.2);
  const FloorField plain = field_of(storey, options);
  REQUIRE(plain.grid.size() > 1024);
  int calls = 0;
  std::size_t exact_before = 0;
  options.progress = [&](const FloorField& so_far) {
    ++calls;
    REQUIRE(so_far.columns.size() == plain.columns.size());
    for (std::size_t c = 0; c < plain.columns.size(); ++c) {
      const FieldColumn& column = so_far.columns[c];
      REQUIRE(column.values.size() == plain.columns[c].values.size());
      if (column.is_exact.empty()) {  // known from the start
        CHECK(same(column.values, plain.columns[c].values));
        continue;
      }
      for (std::size_t i = 0; i < column.values.size(); ++i) {
        const double end = plain.columns[c].values[i];
        if (column.is_exact[i] && !std::isnan(end)) REQUIRE(column.values[i] == end);
      }
    }
    const std::vector<char>& depth = so_far.columns[2].is_exact;
    const auto exact = static_cast<std::size_t>(std::count(depth.begin(), depth.end(), char{1}));
    CHECK(exact >= exact_before);
    exact_before = exact;
  };
  const FloorField followed = field_of(storey, options);
  CHECK(calls == 1 + (plain.grid.size() + 511) / 512);
  CHECK(exact_before == static_cast<std::size_t>(plain.grid.size()));
  for (std::size_t c = 0; c < plain.columns.size(); ++c) {
    INFO(plain.columns[c].id);
    CHECK(followed.columns[c].id == plain.columns[c].id);
    CHECK(same(followed.columns[c].values, plain.columns[c].values));
    CHECK(followed.columns[c].is_exact.empty());
  }
}

TEST_CASE("A field that is stopped while it grows gives no field") {
  const Storey storey = random_plan(3, 11.3, 8.1, 24, 0);
  FieldOptions options = options_of(FieldKind::Visibility, 0.2);
  std::stop_source stop;
  int calls = 0;
  options.threads = 1;
  options.progress = [&](const FloorField&) {
    if (++calls == 2) stop.request_stop();
  };
  Job job(stop.get_token());
  const auto field = make_field(storey, options, job);
  REQUIRE_FALSE(field);
  CHECK(field.error().code == Code::Cancelled);
  CHECK(calls == 2);
}

TEST_CASE("Every column of every field has a name, and its unit is the field's own") {
  const Storey storey = random_plan(1, 11.3, 8.1, 12, 0);
  for (const FieldInfo& info : field_kinds()) {
    INFO(info.name);
    const FloorField field = field_of(storey, options_of(info.kind, 0.5));
    const std::vector<FieldColumnInfo>& columns = field_columns(info.kind);
    REQUIRE(columns.size() == field.columns.size());
    for (std::size_t c = 0; c < columns.size(); ++c) {
      CHECK(columns[c].id == field.columns[c].id);
      CHECK(columns[c].unit == field.columns[c].unit);
      for (const Text& words : {columns[c].title, columns[c].what}) {
        CHECK_FALSE(words.nl.empty());
        CHECK_FALSE(words.en.empty());
      }
      const std::string name = name_of_column(info.kind, columns[c].id);
      const auto found = named_column(name);
      REQUIRE(found);
      CHECK(found->kind == info.kind);
      CHECK(found->column == &columns[c]);
    }
  }
  CHECK_FALSE(named_column("isovist"));
  CHECK_FALSE(named_column("isovist.depth"));
  CHECK_FALSE(named_column("nothing.area"));
}
