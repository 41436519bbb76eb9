// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the program as a user would and looks at what it printed.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace run {

namespace fs = std::filesystem;
using Json = nlohmann::json;

inline const fs::path kRoot = TREFPUNT_ROOT;
inline const fs::path kSample = kRoot / "samples/gezondheidscentrum";

struct Ran {
  int exit = -1;
  std::string out, err;
};

// A folder of this test alone, gone afterwards.
class Folder {
 public:
  Folder() {
    char name[] = "/tmp/trefpunt-test-XXXXXX";
    path_ = mkdtemp(name);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  fs::path operator/(const std::string& name) const { return path_ / name; }
  const fs::path& path() const { return path_; }

  fs::path write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return path_ / name;
  }

 private:
  fs::path path_;
};

inline std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

inline std::string quoted(const std::string& word) {
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

// Of `assess` only the forms that are always there, unless the words name others: the rest of them
// take most of its time here.
inline Ran trefpunt(std::vector<std::string> words) {
  const Folder folder;
  if (!words.empty() && words[0] == "assess" &&
      std::find(words.begin(), words.end(), "--forms") == words.end()) {
    words.insert(words.end(), {"--forms", "json"});
  }
  std::string command = quoted(std::string(TREFPUNT_BIN) + "/trefpunt");
  for (const std::string& word : words) command += " " + quoted(word);
  command += " >" + quoted(folder / "out") + " 2>" + quoted(folder / "err") + " </dev/null";
  const int status = std::system(command.c_str());
  Ran ran;
  ran.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  ran.out = text_of(folder / "out");
  ran.err = text_of(folder / "err");
  return ran;
}

inline std::vector<std::string> sample_words(const std::string& name = "gezondheidscentrum") {
  const fs::path sample = kRoot / "samples" / name;
  return {(sample / (name + ".geojson")).string(), "--rooms",
          (sample / "ruimtestaat.csv").string(),   "--uses",
          (sample / "uses.json").string(),         "--programme",
          (sample / "programme.json").string(),    "--ambition",
          (sample / "ambition.json").string(),     "--answers",
          (sample / "answers.json").string()};
}

inline std::vector<std::string> operator+(std::vector<std::string> a,
                                          const std::vector<std::string>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

// The folder with real data, or empty with a notice.
inline fs::path real_data(const std::string& folder) {
  const char* set = std::getenv("TREFPUNT_DATA");
  const fs::path data = set != nullptr ? fs::path(set) : kRoot / "../shared/data";
  if (fs::exists(data / folder)) return data / folder;
  std::fprintf(stderr, "Notice: %s is not there; this test is skipped.\n", folder.c_str());
  return {};
}

}  // namespace run
