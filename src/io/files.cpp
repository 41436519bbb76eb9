// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/files.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <system_error>

#include "base/check.h"

namespace trefpunt {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestFile = std::uintmax_t{512} << 20;
constexpr std::size_t kReadAtOnce = std::size_t{1} << 20;

Error not_writable(const std::string& path) {
  return {Code::NotWritable,
          {"Hier kan niet worden geschreven: bestaat de map, mag u erin schrijven en is er ruimte?",
           "This cannot be written: does the folder exist, may you write there, is there room?"},
          path};
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  std::error_code failed;
  const fs::file_status status = fs::status(path, failed);
  if (status.type() == fs::file_type::not_found) {
    return Error{Code::NotFound, {"Dit bestand bestaat niet.", "This file does not exist."}, path};
  }
  if (status.type() == fs::file_type::directory) {
    return Error{
        Code::BadInput, {"Dit is een map, geen bestand.", "This is a folder, not a file."}, path};
  }
  const std::uintmax_t size = fs::file_size(path, failed);
  if (!failed && size > kLargestFile) {
    return Error{Code::TooLarge,
                 {"Dit bestand is groter dan 512 MiB, de grens van dit programma.",
                  "This file is larger than 512 MiB, the limit of this program."},
                 path};
  }
  std::ifstream in(path, std::ios::binary);
  std::string bytes;
  if (in) {
    // By blocks: an iterator over the stream goes byte by byte and copies the whole once more.
    // A pipe has no size; a file may have grown.
    std::size_t filled = 0;
    bytes.resize(failed ? 0 : static_cast<std::size_t>(size));
    while (in) {
      if (filled == bytes.size() && in.peek() == std::ifstream::traits_type::eof()) break;
      if (filled == bytes.size()) bytes.resize(filled + kReadAtOnce);
      in.read(bytes.data() + filled, static_cast<std::streamsize>(bytes.size() - filled));
      filled += static_cast<std::size_t>(in.gcount());
    }
    bytes.resize(filled);
    if (!in.bad()) in.clear();  // the end of the file is no fault
  }
  if (!in || in.bad()) {
    return Error{Code::BadInput,
                 {"Dit bestand kan niet worden gelezen.", "This file cannot be read."},
                 path};
  }
  return bytes;
}

Status write_files(const std::vector<FileToWrite>& files) {
  std::error_code ignored;
  const auto beside = [](const FileToWrite& file) { return file.path + ".deel"; };
  const auto give_up = [&](const FileToWrite& at) {
    for (const FileToWrite& file : files) fs::remove(beside(file), ignored);
    return not_writable(at.path);
  };
  for (const FileToWrite& file : files) {
    if (fs::is_directory(file.path, ignored)) return give_up(file);
    std::ofstream out(beside(file), std::ios::binary | std::ios::trunc);
    out.write(file.bytes.data(), static_cast<std::streamsize>(file.bytes.size()));
    out.close();  // a full disk may show itself only here
    if (!out) return give_up(file);
  }
  for (const FileToWrite& file : files) {
    std::error_code failed;
    fs::rename(beside(file), file.path, failed);
    if (failed) return give_up(file);
  }
  return Done{};
}

Status write_file(const std::string& path, const std::string& bytes) {
  return write_files({{path, bytes}});
}

Status make_folder(const std::string& path) {
  std::error_code failed;
  fs::create_directories(path, failed);
  if (failed || !fs::is_directory(path, failed)) return not_writable(path);
  return Done{};
}

std::string sha256(const std::string& bytes) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  TP_CHECK(EVP_Digest(bytes.data(), bytes.size(), digest, &length, EVP_sha256(), nullptr) == 1);
  std::string hex;
  for (unsigned int i = 0; i < length; ++i) hex += fmt::format("{:02x}", digest[i]);
  return hex;
}

std::string file_name(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

}  // namespace trefpunt
