// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/catalogue.h"

#include "criteria/criterion_reader.h"
#include "embedded/catalogue_json.h"

namespace trefpunt {

namespace {

constexpr int kCatalogueSchema = 1;

}  // namespace

const Criterion* Catalogue::find(const std::string& id) const {
  for (const Criterion& criterion : criteria) {
    if (criterion.id == id) return &criterion;
  }
  return nullptr;
}

const Catalogue& builtin_catalogue() {
  static const Catalogue catalogue = [] {
    Result<Catalogue> read =
        parse_catalogue(std::string(embedded::catalogue_json), "catalogue.json");
    TP_CHECK(read);
    return *std::move(read);
  }();
  return catalogue;
}

Result<Catalogue> parse_catalogue(const std::string& text, const std::string& name) {
  const Result<nlohmann::json> parsed = parse_strict_json(text, name);
  if (!parsed) return parsed.error();
  std::optional<Error> fault;
  ObjectReader root(*parsed, name, fault);
  root.schema(kCatalogueSchema);
  Catalogue catalogue;
  catalogue.version = root.text("version");
  for (ObjectReader& theme : root.objects("themes")) {
    catalogue.themes.push_back({theme.text("id"), theme.both("title")});
    theme.end();
  }
  ObjectReader scopes = root.object("scopes");
  for (const std::string& scope : scopes.keys()) {
    catalogue.scopes[scope] = scopes.texts(scope.c_str());
  }
  for (ObjectReader& criterion : root.objects("criteria")) {
    catalogue.criteria.push_back(read_criterion(criterion));
  }
  root.end();
  check_whole(root, catalogue);
  if (fault) return *fault;
  return catalogue;
}

}  // namespace trefpunt
