// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/files.h"

#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>

#include "geo_text.h"

using namespace trefpunt;

TEST_CASE("A missing file and a folder are each told apart") {
  const TestFolder folder;
  const auto missing = read_file(folder.path() + "/weg.dxf");
  REQUIRE(!missing);
  CHECK(missing.error().code == Code::NotFound);
  CHECK(missing.error().sentence.nl == "Dit bestand bestaat niet.");
  const auto directory = read_file(folder.path());
  REQUIRE(!directory);
  CHECK(directory.error().code == Code::BadInput);
}

TEST_CASE("A file is written whole and read back byte for byte") {
  const TestFolder folder;
  const std::string path = folder.path() + "/a.bin";
  const std::string bytes("a\0b\r\n\xff", 6);
  REQUIRE(write_file(path, bytes));
  CHECK(*read_file(path) == bytes);
  REQUIRE(write_file(path, "nieuw"));
  CHECK(*read_file(path) == "nieuw");
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("Writing under a file, or over a folder, is refused and leaves nothing behind") {
  const TestFolder folder;
  const std::string file = folder.file("vast", "x");
  const Status under = write_file(file + "/rapport.html", "x");
  REQUIRE(!under);
  CHECK(under.error().code == Code::NotWritable);
  REQUIRE(!make_folder(file + "/map"));
  REQUIRE(make_folder(folder.path() + "/a/b"));
  REQUIRE(!write_file(folder.path() + "/a", "x"));
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 2);
}

TEST_CASE("Of files that belong together all are written, or none") {
  const TestFolder folder;
  const std::string json = folder.file("report.json", "oud"), html = folder.path() + "/report.html";
  REQUIRE(make_folder(html));
  const Status half = write_files({{json, "nieuw"}, {html, "nieuw"}});
  REQUIRE(!half);
  CHECK(half.error().where == html);
  CHECK(*read_file(json) == "oud");
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 2);
  std::filesystem::remove(html);
  REQUIRE(write_files({{json, "nieuw"}, {html, "ook"}}));
  CHECK(*read_file(json) == "nieuw");
  CHECK(*read_file(html) == "ook");
}

TEST_CASE("A disk that fills up leaves the old file as it was") {
  const TestFolder folder;
  const std::string path = folder.file("rapport.json", "oud");
  rlimit old{};
  REQUIRE(getrlimit(RLIMIT_FSIZE, &old) == 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{4096, old.rlim_max};
  REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
  const Status written = write_file(path, std::string(1 << 20, 'x'));
  REQUIRE(setrlimit(RLIMIT_FSIZE, &old) == 0);
  std::signal(SIGXFSZ, handler);
  REQUIRE(!written);
  CHECK(written.error().code == Code::NotWritable);
  CHECK(*read_file(path) == "oud");
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("A checksum is the published one") {
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("A file name is what follows the last slash") {
  CHECK(file_name("/a/b/c.dxf") == "c.dxf");
  CHECK(file_name("c.dxf") == "c.dxf");
}
