// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/geopackage_file.h"

#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

namespace trefpunt {

namespace fs = std::filesystem;

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "trefpunt-XXXXXX").string();
  path_ = mkdtemp(name.data());
}

Folder::~Folder() {
  fs::remove_all(path_);
}

std::vector<std::string> Folder::files() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(path_)) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void change(const std::string& path, const std::string& sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  char* message = nullptr;
  const int code = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message);
  INFO(sql << ": " << (message ? message : ""));
  CHECK(code == SQLITE_OK);
  sqlite3_free(message);
  sqlite3_close(database);
}

std::string content(const std::string& path) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  std::string all;
  std::vector<std::string> tables;
  const auto collect = [](void* into, int count, char** values, char**) {
    for (int i = 0; i < count; ++i) {
      static_cast<std::string*>(into)->append(values[i] ? values[i] : "NULL").append("|");
    }
    static_cast<std::string*>(into)->append("\n");
    return 0;
  };
  const auto name = [](void* into, int, char** values, char**) {
    static_cast<std::vector<std::string>*>(into)->push_back(values[0]);
    return 0;
  };
  sqlite3_exec(database, "SELECT sql FROM sqlite_master", collect, &all, nullptr);
  sqlite3_exec(database, "SELECT name FROM sqlite_master WHERE type = 'table'", name, &tables,
               nullptr);
  for (const std::string& table : tables) {
    all += table + "\n";
    std::string columns;
    const auto quoted = [](void* into, int, char** values, char**) {
      auto& list = *static_cast<std::string*>(into);
      list += (list.empty() ? "quote(\"" : ",quote(\"") + std::string(values[1]) + "\")";
      return 0;
    };
    sqlite3_exec(database, ("PRAGMA table_info(" + table + ")").c_str(), quoted, &columns, nullptr);
    sqlite3_exec(database, ("SELECT " + columns + " FROM " + table).c_str(), collect, &all,
                 nullptr);
  }
  sqlite3_close(database);
  return all;
}

std::string text_in(const std::string& path, const std::string& sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  std::vector<std::string> found;
  const auto take = [](void* into, int, char** values, char**) {
    static_cast<std::vector<std::string>*>(into)->push_back(values[0] ? values[0] : "NULL");
    return 0;
  };
  INFO(sql);
  CHECK(sqlite3_exec(database, sql.c_str(), take, &found, nullptr) == SQLITE_OK);
  sqlite3_close(database);
  REQUIRE_FALSE(found.empty());
  return found.front();
}

double number_in(const std::string& path, const std::string& sql) {
  return std::stod(text_in(path, sql));
}

}  // namespace trefpunt
