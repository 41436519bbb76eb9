// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace trefpunt {

// A folder that goes when the test is over.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  std::vector<std::string> files() const;  // names, sorted

 private:
  std::filesystem::path path_;
};

std::string bytes_of(const std::string& path);

// Changes a file as another program might.
void change(const std::string& path, const std::string& sql);

// Every row of every table as text, in the order of the file.
std::string content(const std::string& path);

// The first column of the first row, which must be there: as text, and as a number.
std::string text_in(const std::string& path, const std::string& sql);
double number_in(const std::string& path, const std::string& sql);

}  // namespace trefpunt
