// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "app/desk.h"
#include "app/desktop.h"

using namespace trefpunt;

TEST_CASE("settings come back as they were kept") {
  const Folder folder;
  Settings settings;
  settings.lang = Lang::En;
  settings.contrast = Contrast::High;
  for (int i = 0; i < 14; ++i) settings.recent.push_back("/tmp/" + std::to_string(i) + ".dxf");
  save_settings(settings, folder / "nieuw/map");
  const Settings back = load_settings(folder / "nieuw/map");
  CHECK(back.lang == Lang::En);
  CHECK(back.contrast == Contrast::High);
  REQUIRE(back.recent.size() == 10);
  CHECK(back.recent.front() == "/tmp/0.dxf");
}

TEST_CASE("a damaged settings file is as none, and what is whole in it counts") {
  for (const char* text : {"", "{", "[]", "null", "\"nl\"", R"({"lang": 3})",
                           R"({"high_contrast": "ja", "lang": null})", R"({"recent": "a.dxf"})",
                           R"({"recent": {"a": 1}})", "\xff\xfe\x00"}) {
    const Folder folder;
    folder.write("settings.json", text);
    INFO(text);
    const Settings settings = load_settings(folder.path());
    CHECK(settings.lang == Lang::Nl);
    CHECK(settings.contrast == Contrast::Normal);
    CHECK(settings.recent.empty());
  }
  const Folder folder;
  folder.write("settings.json", R"({"lang": "en", "recent": [1, "a.dxf", null]})");
  CHECK(load_settings(folder.path()).lang == Lang::En);
  CHECK(load_settings(folder.path()).recent == std::vector<std::string>{"a.dxf"});
}

TEST_CASE("settings without a folder are kept nowhere") {
  save_settings({}, "");
  CHECK(load_settings("").lang == Lang::Nl);
  CHECK(load_settings("/proc/none").recent.empty());
  save_settings({}, "/proc/none");
}

TEST_CASE("a file name that is not UTF-8 does not end the program") {
  const Folder folder;
  Settings settings;
  settings.recent = {"/tmp/caf\xe9.dxf", "/tmp/b.dxf"};
  save_settings(settings, folder.path());
  CHECK(load_settings(folder.path()).recent.back() == "/tmp/b.dxf");
}
