// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace trefpunt {

// An open SQLite file. Sentences are the caller's: here are only the library's codes.
class Database {
 public:
  // A new file, without a journal beside it.
  static Database create(const std::string& path);
  // An existing file, read-only, without trusting what its schema asks for.
  static Database open(const std::string& path);
  Database(Database&& other) noexcept;
  Database& operator=(Database&&) = delete;
  ~Database();

  // The first thing that went wrong; 0 when all is well. After it nothing more is done.
  int trouble() const { return trouble_; }
  void run(const std::string& sql);
  // The first column of the first row, when it is a whole number.
  std::optional<std::int64_t> integer(const std::string& sql);
  // The same, when it is text.
  std::optional<std::string> text(const std::string& sql);
  // Of a table, not of a view. An empty column asks for the table alone.
  bool has(const std::string& table, const std::string& column = {});

 private:
  friend class Statement;
  Database(const std::string& path, int flags);
  void note(int code);

  sqlite3* handle_ = nullptr;
  int trouble_ = 0;
};

// One prepared command on a database that outlives it. Columns and parameters count from 0.
class Statement {
 public:
  Statement(Database& database, const std::string& sql);
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  void bind(int at, std::int64_t value);
  void bind(int at, double value);  // NaN becomes NULL
  void bind_text(int at, const std::string& value);
  void bind_blob(int at, const std::string& value);
  void bind_null(int at);
  bool step();   // whether there is a row
  void reset();  // for the next run; parameters stay

  // Empty when the value is of another type; no conversions.
  std::optional<std::int64_t> integer(int at) const;
  std::optional<double> real(int at) const;
  std::optional<std::string> text(int at) const;
  std::optional<std::string> blob(int at) const;
  bool is_null(int at) const;

 private:
  Database& database_;
  sqlite3_stmt* handle_ = nullptr;
};

}  // namespace trefpunt
