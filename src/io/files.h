// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace trefpunt {

// The whole file. Errors: NotFound, TooLarge (over 512 MiB), BadInput when it cannot be read.
Result<std::string> read_file(const std::string& path);

// Writes beside the target and renames, so that a reader sees the old file or the new one.
// Errors: NotWritable.
Status write_file(const std::string& path, const std::string& bytes);

struct FileToWrite {
  std::string path;
  std::string_view bytes;
};
// As write_file(), and none is renamed before all are written: files that belong together.
Status write_files(const std::vector<FileToWrite>& files);

// Makes the folder and its parents. Errors: NotWritable.
Status make_folder(const std::string& path);

// Lower-case hex.
std::string sha256(const std::string& bytes);

// The name after the last slash.
std::string file_name(const std::string& path);

}  // namespace trefpunt
