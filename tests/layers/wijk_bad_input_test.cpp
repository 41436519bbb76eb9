// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are wrong, or ask for more than themselves: one sentence each, nothing left behind.
#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "layer_text.h"

using namespace trefpunt;
using Catch::Contains;

namespace {

const std::string kStreet = line_feature("", {{136000, 455000}, {136100, 455000}});

// A port of this machine at which someone would have knocked.
class Doorbell {
 public:
  Doorbell() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(::bind(socket_, reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(::listen(socket_, 4) == 0);
    REQUIRE(::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port_ = ntohs(address.sin_port);
  }
  ~Doorbell() { ::close(socket_); }
  std::string url() const { return fmt::format("http://127.0.0.1:{}/x", port_); }
  bool has_rung() const {
    pollfd waiting{socket_, POLLIN, 0};
    return ::poll(&waiting, 1, 50) > 0;
  }

 private:
  int socket_;
  int port_ = 0;
};

std::string gml(const std::string& attributes, const std::string& geometry) {
  return fmt::format(R"(<?xml version="1.0" encoding="UTF-8"?>
<x:FeatureCollection xmlns:x="http://example.org/x" xmlns:gml="http://www.opengis.net/gml"
  xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" {}>
 <gml:featureMember><x:wegvakken gml:id="w1"><x:naam>Laan</x:naam><x:lijn>{}</x:lijn></x:wegvakken></gml:featureMember>
</x:FeatureCollection>)",
                     attributes, geometry);
}

constexpr const char* kLine =
    R"(<gml:LineString srsName="EPSG:28992"><gml:posList>136000 455000 136100 455000</gml:posList></gml:LineString>)";

}  // namespace

TEST_CASE("A layer without a CRS is refused, and read when the user states one", "[wijk]") {
  const Folder folder;
  const std::string path = folder.file(
      "kaal.geojson", R"({"type":"FeatureCollection","crs":null,"features":[)" + kStreet + "]}");
  CHECK_THAT(refusal({path}), Contains("names no coordinate system"));
  WijkReadOptions options;
  options.crs = "EPSG:28992";
  CHECK(good({path}, options).wijk.streets->front().line.front() == Point{136000, 455000});
  options.crs = "EPSG:12345678";
  CHECK_THAT(refusal({path}, options), Contains("is unknown"));
}

TEST_CASE("RD coordinates that say they are WGS 84 are refused and recognised", "[wijk]") {
  const Folder folder;
  const std::string path = folder.file("wegen.geojson", features({kStreet}, ""));
  CHECK_THAT(refusal({path}), Contains("They are values of RD New"));
}

TEST_CASE("Degrees that say they are RD New are refused", "[wijk]") {
  const Folder folder;
  const std::string path =
      folder.file("wegen.geojson", features({line_feature("", {{5.1, 52.1}, {5.2, 52.1}})}));
  CHECK_THAT(refusal({path}), Contains("look like degrees"));
}

TEST_CASE("A file above 2 GiB is refused with the bound, unread", "[wijk]") {
  const Folder folder;
  const std::string path =
      folder.file("groot.osm.pbf", std::string("\0\0\0\x0e\x0a\x09OSMHeader", 15));
  std::filesystem::resize_file(path, std::uintmax_t{4} << 30);  // a hole: takes no room
  CHECK_THAT(refusal({path}), Contains("larger than 2 GiB"));
}

TEST_CASE("Damaged GeoJSON, GML, OpenStreetMap and CityJSON are one sentence", "[wijk]") {
  const Folder folder;
  const std::string whole = features({kStreet});
  CHECK_THAT(refusal({folder.file("a.geojson", whole.substr(0, whole.size() - 20))}),
             Contains("damaged"));
  const std::string line = gml("", kLine);
  CHECK_THAT(refusal({folder.file("a.gml", line.substr(0, line.size() / 2))}), Contains("damaged"));
  CHECK_THAT(refusal({folder.file("a.osm", "<osm version=\"0.6\"><node id=\"1\" lat=\"49\"")}),
             Contains("damaged"));
  CHECK_THAT(
      refusal({folder.file("a.osm.pbf", std::string("\0\0\0\x0e\x0a\x09OSMHeader\x18\xff", 17) +
                                            std::string(200, 'x'))}),
      Contains("damaged"));
  CHECK_THAT(
      refusal({folder.file(
          "a.json",
          R"({"type":"CityJSON","vertices":[[0,0,0]],"CityObjects":{"a":{"type":"Road","geometry":[{"boundaries":[[[0,1,2]]]}]}}})")}),
      Contains("damaged"));
  CHECK_THAT(refusal({folder.file("b.json", R"({"type":"CityJSON","CityObjects":{}})")}),
             Contains("damaged"));
  CHECK_THAT(refusal({folder.file("a.osm.gz", "\x1f\x8b\x08 no gzip at all")}),
             Contains("damaged"));
  CHECK_THAT(refusal({folder.file("a.gpkg", "SQLite format 3" + std::string(1, '\0') + "no more")}),
             Contains("damaged"));
  CHECK_THAT(refusal({folder.file("a.bin", "nothing")}), Contains("no file with layers"));
  CHECK_THAT(refusal({"/bestaat/niet.gpkg"}), Contains("does not exist"));
}

TEST_CASE("A VRT is never followed, whatever it is called", "[wijk]") {
  const Folder folder;
  const Doorbell bell;
  const std::string aim = folder.file("doel.geojson", features({kStreet}));
  const std::string vrt = fmt::format(
      "<OGRVRTDataSource><OGRVRTLayer name=\"doel\"><SrcDataSource>{}</SrcDataSource>"
      "</OGRVRTLayer><OGRVRTLayer name=\"ver\"><SrcDataSource>/vsicurl/{}</SrcDataSource>"
      "</OGRVRTLayer></OGRVRTDataSource>",
      aim, bell.url());
  for (const char* name : {"a.vrt", "a.gml", "a.geojson", "a.gpkg", "a.osm"}) {
    CHECK_THAT(refusal({folder.file(name, vrt)}), Contains("no file with layers"));
  }
  CHECK(!bell.has_rung());
}

TEST_CASE("GML is read by itself: no schema, no link, no entity is fetched, nothing is left",
          "[wijk]") {
  const Folder folder;
  const Doorbell bell;
  const std::string path = folder.file(
      "wegen.gml",
      gml(fmt::format("xsi:schemaLocation=\"http://example.org/x {}\"", bell.url()), kLine));
  const WijkImport import = good({path});
  CHECK(import.wijk.streets->size() == 1);
  CHECK(folder.names() == std::vector<std::string>{"wegen.gml"});  // no .gfs beside it

  const std::string other = folder.file("ander.gml", gml("", kLine));
  for (const std::string& aim : {bell.url() + "#l1", "file://" + other + "#w1", other + "#w1"}) {
    const Result<WijkImport> linked =
        read({folder.file("link.gml", gml("", "<gml:curveProperty xlink:href=\"" + aim + "\"/>"))});
    CHECK(!linked);
  }
  const std::string entity =
      R"(<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>)";
  CHECK_THAT(refusal({folder.file("entiteit.gml", entity + gml("", kLine).substr(38))}),
             Contains("DOCTYPE"));
  CHECK(!bell.has_rung());
}

TEST_CASE("A list without rows, or with the same file twice, does not trip", "[wijk]") {
  const Folder folder;
  CHECK_THAT(refusal({folder.file("leeg.csv", "naam;categorie;lon;lat\n")}), Contains("no rows"));
  const std::string path = folder.file("wegen.geojson", features({kStreet}));
  CHECK(good({path, path}).wijk.streets->size() == 1);
  CHECK(!read({}));
}

TEST_CASE("Reading stops when it is told to", "[wijk]") {
  const Folder folder;
  const std::string path = folder.file("wegen.geojson", features({kStreet}));
  std::stop_source stop;
  stop.request_stop();
  Job job(stop.get_token());
  const Result<WijkImport> import = read_wijk({path}, {}, job);
  REQUIRE(!import);
  CHECK(import.error().code == Code::Cancelled);
}
