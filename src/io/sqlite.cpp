// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/sqlite.h"

#include <sqlite3.h>

#include <filesystem>
#include <string_view>

#include "base/check.h"

namespace trefpunt {

namespace {

namespace fs = std::filesystem;

std::string uri_of(const std::string& path) {
  std::error_code failed;
  std::string uri = "file:";
  for (const char c : fs::absolute(path, failed).string()) {
    if (std::string_view("?#%").find(c) == std::string_view::npos) {
      uri += c;
    } else {
      constexpr char kHex[] = "0123456789abcdef";
      uri += {'%', kHex[c >> 4], kHex[c & 15]};
    }
  }
  // Another program that has it open (QGIS) leaves files beside it; without them nothing is
  // locked, nothing is made beside it, and a folder without write access is no matter.
  if (!fs::exists(path + "-wal", failed) && !fs::exists(path + "-journal", failed)) {
    uri += "?immutable=1";
  }
  return uri;
}

}  // namespace

Database::Database(const std::string& path, int flags) {
  note(sqlite3_open_v2(path.c_str(), &handle_, flags, nullptr));
}

Database Database::create(const std::string& path) {
  std::error_code failed;
  Database database(fs::absolute(path, failed).string(),
                    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  // The file is thrown away when it is not finished, so it needs no journal of its own; what is
  // committed has reached the disk.
  database.run("PRAGMA journal_mode = MEMORY");
  database.run("PRAGMA synchronous = FULL");
  database.run("PRAGMA temp_store = MEMORY");
  return database;
}

Database Database::open(const std::string& path) {
  Database database(uri_of(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
  if (database.trouble() == 0) {
    sqlite3_db_config(database.handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database.handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_busy_timeout(database.handle_, 2000);  // ms
  }
  database.run("PRAGMA cell_size_check = ON");
  return database;
}

Database::Database(Database&& other) noexcept : handle_(other.handle_), trouble_(other.trouble_) {
  other.handle_ = nullptr;
}

Database::~Database() {
  if (handle_ != nullptr) TP_CHECK(sqlite3_close(handle_) == SQLITE_OK);
}

void Database::note(int code) {
  if (trouble_ == 0 && code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) {
    trouble_ = code;
  }
}

void Database::run(const std::string& sql) {
  if (trouble_ == 0) note(sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr));
}

std::optional<std::int64_t> Database::integer(const std::string& sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.integer(0) : std::nullopt;
}

std::optional<std::string> Database::text(const std::string& sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.text(0) : std::nullopt;
}

bool Database::has(const std::string& table, const std::string& column) {
  if (trouble_ != 0) return false;
  return sqlite3_table_column_metadata(handle_, nullptr, table.c_str(),
                                       column.empty() ? nullptr : column.c_str(), nullptr, nullptr,
                                       nullptr, nullptr, nullptr) == SQLITE_OK;
}

Statement::Statement(Database& database, const std::string& sql) : database_(database) {
  if (database_.trouble() != 0) return;
  database_.note(sqlite3_prepare_v2(database_.handle_, sql.c_str(), -1, &handle_, nullptr));
}

Statement::~Statement() {
  sqlite3_finalize(handle_);
}

void Statement::bind(int at, std::int64_t value) {
  if (database_.trouble() == 0) database_.note(sqlite3_bind_int64(handle_, at + 1, value));
}

void Statement::bind(int at, double value) {
  if (database_.trouble() == 0) database_.note(sqlite3_bind_double(handle_, at + 1, value));
}

void Statement::bind_text(int at, const std::string& value) {
  if (database_.trouble() != 0) return;
  database_.note(sqlite3_bind_text64(handle_, at + 1, value.data(), value.size(), SQLITE_TRANSIENT,
                                     SQLITE_UTF8));
}

void Statement::bind_blob(int at, const std::string& value) {
  if (database_.trouble() != 0) return;
  database_.note(
      sqlite3_bind_blob64(handle_, at + 1, value.data(), value.size(), SQLITE_TRANSIENT));
}

void Statement::bind_null(int at) {
  if (database_.trouble() == 0) database_.note(sqlite3_bind_null(handle_, at + 1));
}

bool Statement::step() {
  if (database_.trouble() != 0) return false;
  const int code = sqlite3_step(handle_);
  database_.note(code);
  return code == SQLITE_ROW;
}

void Statement::reset() {
  sqlite3_reset(handle_);  // says again what step() said
}

std::optional<std::int64_t> Statement::integer(int at) const {
  if (sqlite3_column_type(handle_, at) != SQLITE_INTEGER) return std::nullopt;
  return sqlite3_column_int64(handle_, at);
}

std::optional<double> Statement::real(int at) const {
  if (sqlite3_column_type(handle_, at) != SQLITE_FLOAT) return std::nullopt;
  return sqlite3_column_double(handle_, at);
}

std::optional<std::string> Statement::text(int at) const {
  if (sqlite3_column_type(handle_, at) != SQLITE_TEXT) return std::nullopt;
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_, at));
  return std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_, at)));
}

std::optional<std::string> Statement::blob(int at) const {
  if (sqlite3_column_type(handle_, at) != SQLITE_BLOB) return std::nullopt;
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle_, at));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_, at));
  return size == 0 ? std::string() : std::string(bytes, size);
}

bool Statement::is_null(int at) const {
  return sqlite3_column_type(handle_, at) == SQLITE_NULL;
}

}  // namespace trefpunt
