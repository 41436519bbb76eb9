// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "space/field.h"

namespace trefpunt {

// What a column of a field is called and what it says, before any is made.
struct FieldColumnInfo {
  const char* id;  // as in FieldColumn
  Text title;
  Text unit;  // as in FieldColumn
  Text what;  // one sentence: what a high value says of the place
};

// In the order in which make_field() gives them.
const std::vector<FieldColumnInfo>& field_columns(FieldKind kind);

// By its whole name, "isovist.area"; nothing when there is no such field or column.
struct NamedColumn {
  FieldKind kind;
  const FieldColumnInfo* column;
};
std::optional<NamedColumn> named_column(std::string_view name);
std::string name_of_column(FieldKind kind, std::string_view column);

}  // namespace trefpunt
