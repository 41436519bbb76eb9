// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/raster.h"

#include <cpl_string.h>
#include <gdal_priv.h>

#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <functional>
#include <limits>

#include "io/files.h"
#include "io/gdal.h"
#include "io/underlay_reader.h"
#include "support/rich_project.h"

using namespace trefpunt;

namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "trefpunt-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path_); }
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

void write(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}
std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

using Values = std::function<double(int x, int y, int band)>;

// A picture file made by a driver from values per pixel and band.
struct Made {
  const char* driver = "PNG";
  int width = 8, height = 4, bands = 3;
  GDALDataType type = GDT_Byte;
  std::vector<std::string> options;
  std::vector<GDALColorEntry> palette;
  std::vector<double> transform;
  std::string crs;
};

void make(const std::string& path, const Made& made, const Values& values) {
  prepare_gdal();
  GDALDriverManager& drivers = *GetGDALDriverManager();
  std::unique_ptr<GDALDataset> memory(drivers.GetDriverByName("MEM")->Create(
      "", made.width, made.height, made.bands, made.type, nullptr));
  for (int band = 1; band <= made.bands; ++band) {
    std::vector<double> all;
    for (int y = 0; y < made.height; ++y) {
      for (int x = 0; x < made.width; ++x) all.push_back(values(x, y, band));
    }
    REQUIRE(memory->GetRasterBand(band)->RasterIO(GF_Write, 0, 0, made.width, made.height,
                                                  all.data(), made.width, made.height, GDT_Float64,
                                                  0, 0, nullptr) == CE_None);
  }
  if (!made.palette.empty()) {
    GDALColorTable table;
    for (std::size_t i = 0; i < made.palette.size(); ++i) {
      table.SetColorEntry(static_cast<int>(i), &made.palette[i]);
    }
    memory->GetRasterBand(1)->SetColorTable(&table);
  }
  if (!made.transform.empty()) {
    std::vector<double> transform = made.transform;
    memory->SetGeoTransform(transform.data());
  }
  if (!made.crs.empty()) {
    OGRSpatialReference system;
    REQUIRE(system.SetFromUserInput(made.crs.c_str()) == OGRERR_NONE);
    memory->SetSpatialRef(&system);
  }
  CPLStringList options;
  for (const std::string& option : made.options) options.AddString(option.c_str());
  const std::unique_ptr<GDALDataset> file(
      drivers.GetDriverByName(made.driver)
          ->CreateCopy(path.c_str(), memory.get(), FALSE, options.List(), nullptr, nullptr));
  REQUIRE(file != nullptr);
}

Raster read(const std::string& path, const RasterOptions& options = {}) {
  Job job;
  Result<Raster> raster = read_raster(path, options, job);
  if (!raster) FAIL(to_string(raster.error(), Lang::En));
  return *std::move(raster);
}

Error refusal(const std::string& path, const RasterOptions& options = {}) {
  Job job;
  const Result<Raster> raster = read_raster(path, options, job);
  REQUIRE_FALSE(raster);
  CHECK_FALSE(raster.error().sentence.nl.empty());
  CHECK(raster.error().sentence.nl != raster.error().sentence.en);
  CHECK(raster.error().where == file_name(path));
  return raster.error();
}

using Rgba = std::array<int, 4>;

Rgba at(const Raster& raster, int x, int y) {
  const auto i = static_cast<std::size_t>(y * raster.width + x) * 4;
  REQUIRE(i + 3 < raster.rgba.size());
  return {raster.rgba[i], raster.rgba[i + 1], raster.rgba[i + 2], raster.rgba[i + 3]};
}

double red_at(int x, int, int band) {
  return band == 1 ? 10 * x : 0;
}

// Two pages: 200 x 100 points red, 300 x 100 points with a black left half.
std::string two_pages() {
  std::string pdf = "%PDF-1.4\n";
  std::vector<std::size_t> places;
  const auto add = [&](const std::string& object) {
    places.push_back(pdf.size());
    pdf += std::to_string(places.size()) + " 0 obj\n" + object + "\nendobj\n";
  };
  const auto page = [&](const std::string& size, const std::string& content, int stream) {
    add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + size + "] /Contents " +
        std::to_string(stream) + " 0 R /Resources << >> >>");
    add("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream");
  };
  add("<< /Type /Catalog /Pages 2 0 R >>");
  add("<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>");
  page("200 100", "1 0 0 rg 0 0 200 100 re f", 4);
  page("300 100", "0 0 0 rg 0 0 150 100 re f", 6);
  const std::size_t start = pdf.size();
  pdf += "xref\n0 " + std::to_string(places.size() + 1) + "\n0000000000 65535 f \n";
  for (const std::size_t place : places) {
    const std::string digits = std::to_string(place);
    pdf += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
  }
  return pdf + "trailer\n<< /Size " + std::to_string(places.size() + 1) +
         " /Root 1 0 R >>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
}

void big_endian(std::string& bytes, std::size_t at, unsigned value) {
  for (int i = 0; i < 4; ++i) bytes[at + static_cast<std::size_t>(i)] = char(value >> (24 - 8 * i));
}

}  // namespace

TEST_CASE("A PNG is read as red, green, blue and opacity, rows from above") {
  Folder folder;
  write(folder / "a.png", *small_picture());
  const Raster raster = read(folder / "a.png");
  CHECK(raster.width == 3);
  CHECK(raster.height == 2);
  CHECK(at(raster, 0, 0) == Rgba{255, 0, 0, 255});
  CHECK(at(raster, 2, 0) == Rgba{0, 0, 255, 255});
  CHECK(at(raster, 1, 1) == Rgba{128, 128, 128, 255});
  CHECK_FALSE(raster.is_reduced);
  CHECK_FALSE(raster.place);
}

TEST_CASE("Palettes, greys, single bits, sixteen bits and see-through pictures come out right") {
  Folder folder;
  Made made;
  made.bands = 1;
  made.palette = {{255, 255, 255, 255}, {0, 0, 128, 255}, {9, 9, 9, 0}};
  make(folder / "palette.png", made, [](int x, int, int) { return x % 3; });
  CHECK(at(read(folder / "palette.png"), 1, 0) == Rgba{0, 0, 128, 255});
  CHECK(at(read(folder / "palette.png"), 2, 0)[3] == 0);

  made.palette.clear();
  make(folder / "grey.png", made, [](int x, int, int) { return 30 * x; });
  CHECK(at(read(folder / "grey.png"), 5, 1) == Rgba{150, 150, 150, 255});

  made.type = GDT_UInt16;
  make(folder / "sixteen.png", made, [](int x, int, int) { return x == 7 ? 65535 : 257 * x; });
  CHECK(at(read(folder / "sixteen.png"), 3, 0) == Rgba{3, 3, 3, 255});
  CHECK(at(read(folder / "sixteen.png"), 7, 0) == Rgba{255, 255, 255, 255});

  made.driver = "GTiff";
  made.type = GDT_Float32;  // heights, say: from the lowest to the highest
  make(folder / "real.tif", made, [](int x, int, int) { return -10 + x; });
  CHECK(at(read(folder / "real.tif"), 0, 0) == Rgba{0, 0, 0, 255});
  CHECK(at(read(folder / "real.tif"), 7, 0) == Rgba{255, 255, 255, 255});

  made.type = GDT_Byte;
  made.options = {"NBITS=1", "COMPRESS=CCITTFAX4", "PHOTOMETRIC=MINISWHITE"};
  make(folder / "scan.tif", made, [](int x, int, int) { return x == 2; });
  CHECK(at(read(folder / "scan.tif"), 1, 1) == Rgba{255, 255, 255, 255});
  CHECK(at(read(folder / "scan.tif"), 2, 1) == Rgba{0, 0, 0, 255});

  made.options = {"PHOTOMETRIC=MINISWHITE"};
  make(folder / "negative.tif", made, [](int x, int, int) { return 30 * x; });
  CHECK(at(read(folder / "negative.tif"), 1, 1) == Rgba{225, 225, 225, 255});

  made.options = {"PHOTOMETRIC=CMYK"};
  made.bands = 4;
  make(folder / "inks.tif", made, [](int x, int, int band) {
    return (x == 1 && band == 1) || (x == 2 && band == 4) ? 255 : 0;
  });
  CHECK(at(read(folder / "inks.tif"), 0, 0) == Rgba{255, 255, 255, 255});
  CHECK(at(read(folder / "inks.tif"), 1, 0) == Rgba{0, 255, 255, 255});
  CHECK(at(read(folder / "inks.tif"), 2, 0) == Rgba{0, 0, 0, 255});

  Made clear;
  clear.bands = 4;
  make(folder / "clear.png", clear, [](int x, int, int band) { return band == 4 ? 30 * x : 200; });
  CHECK(at(read(folder / "clear.png"), 2, 3) == Rgba{200, 200, 200, 60});
}

TEST_CASE("A large picture is read reduced, and its thin lines are not lost") {
  Folder folder;
  Made made;
  made.width = 400;
  made.height = 100;
  made.bands = 1;
  make(folder / "line.png", made, [](int x, int, int) { return x == 201 ? 0 : 255; });
  RasterOptions options;
  options.most_pixels = 50;
  const Raster raster = read(folder / "line.png", options);
  CHECK(raster.width == 50);
  CHECK(raster.height == 12);
  CHECK(raster.is_reduced);
  CHECK(at(raster, 24, 6) == Rgba{255, 255, 255, 255});
  CHECK(at(raster, 25, 6)[0] == 223);  // one of eight columns is black
  // A hidden colour of what is clear does not show in what is not.
  made.bands = 4;
  make(folder / "clear.png", made, [](int x, int, int band) {
    return band == 4 ? 255 * (x % 2) : x % 2 ? 90 : 0;
  });
  CHECK(at(read(folder / "clear.png", options), 3, 3) == Rgba{90, 90, 90, 128});
}

TEST_CASE("A photograph that was taken on its side stands upright") {
  Folder folder;
  Made made;
  made.driver = "JPEG";
  made.width = 32;
  made.height = 16;
  make(folder / "a.jpg", made, [](int x, int, int) { return x < 16 ? 0 : 255; });
  std::string bytes = bytes_of(folder / "a.jpg");
  const std::string exif = {'\xFF', '\xE1', 0, 34, 'E', 'x', 'i', 'f', 0, 0,  'M', 'M',
                            0,      42,     0, 0,  0,   8,   0,   1,   1, 18, 0,   3,
                            0,      0,      0, 1,  0,   6,   0,   0,   0, 0,  0,   0};
  write(folder / "side.jpg", bytes.substr(0, 2) + exif + bytes.substr(2));
  CHECK(read(folder / "a.jpg").width == 32);
  const Raster raster = read(folder / "side.jpg");
  CHECK(raster.width == 16);
  CHECK(raster.height == 32);
  CHECK(at(raster, 8, 2)[0] < 10);
  CHECK(at(raster, 8, 29)[0] > 245);
  const auto shared = std::make_shared<const std::string>(bytes_of(folder / "side.jpg"));
  const Result<RasterSize> size = size_of_raster(shared, "side.jpg");
  REQUIRE(size);
  CHECK(size->width == 16);
}

TEST_CASE("A page of a PDF is drawn at the dots per inch that are asked for") {
  Folder folder;
  write(folder / "plan.pdf", two_pages());
  RasterOptions options;
  options.dots_per_inch = 144;
  const Raster first = read(folder / "plan.pdf", options);
  CHECK(first.width == 400);
  CHECK(first.height == 200);
  CHECK(at(first, 100, 100) == Rgba{255, 0, 0, 255});
  options.page = 2;
  const Raster second = read(folder / "plan.pdf", options);
  CHECK(second.width == 600);
  CHECK(at(second, 100, 100) == Rgba{0, 0, 0, 255});
  CHECK(at(second, 500, 100) == Rgba{255, 255, 255, 255});
  CHECK_FALSE(second.place);
  // No more pixels than there is room for: drawn smaller, not cut off.
  options.most_pixels = 300;
  const Raster small = read(folder / "plan.pdf", options);
  CHECK(small.width <= 300);
  CHECK(small.width >= 295);
  CHECK(at(small, 50, 50) == Rgba{0, 0, 0, 255});
}

TEST_CASE("A GeoTIFF or a world file says where the picture lies") {
  Folder folder;
  Made made;
  made.driver = "GTiff";
  made.transform = {155000, 0.5, 0, 463000, 0, -0.5};
  made.crs = "EPSG:28992";
  make(folder / "rd.tif", made, red_at);
  const Raster rd = read(folder / "rd.tif");
  REQUIRE(rd.place);
  CHECK(rd.place->origin == Point{155000, 462998});
  CHECK(rd.place->metres_per_pixel == 0.5);
  CHECK(rd.place->angle == 0);
  RasterOptions options;
  options.most_pixels = 4;
  CHECK(read(folder / "rd.tif", options).place->metres_per_pixel == 1);

  made.crs = "EPSG:4326";  // degrees do not lie under a plan
  make(folder / "degrees.tif", made, red_at);
  CHECK_FALSE(read(folder / "degrees.tif").place);
  made.crs.clear();
  made.transform = {0, 0.5, 0, 0, 0, -0.7};  // not true to scale
  make(folder / "askew.tif", made, red_at);
  CHECK_FALSE(read(folder / "askew.tif").place);

  write(folder / "scan.png", *small_picture());
  // Turned a quarter: to the right on the picture is up on the map.
  write(folder / "scan.pgw", "0\n2\n2\n0\n1001\n501\n");
  const Raster scan = read(folder / "scan.png");
  REQUIRE(scan.place);
  CHECK(scan.place->metres_per_pixel == 2);
  CHECK(scan.place->angle == Approx(1.5707963));
  CHECK(scan.place->origin == Point{1004, 500});
  write(folder / "scan.pgw", "rubbish");
  CHECK_FALSE(read(folder / "scan.png").place);
}

TEST_CASE("What is not a picture is refused in one sentence") {
  Folder folder;
  CHECK(refusal(folder / "none.png").code == Code::NotFound);
  fs::create_directory(folder / "map.png");
  CHECK(refusal(folder / "map.png").sentence.nl == "Dit is een map; kies een afbeelding.");
  write(folder / "empty.png", "");
  CHECK(refusal(folder / "empty.png").sentence.nl == "Dit bestand is leeg.");
  write(folder / "text.png", "dit is tekst, geen afbeelding");
  CHECK(refusal(folder / "text.png").sentence.nl ==
        "Dit is geen afbeelding. Kies een PNG, een JPEG, een TIFF of een PDF.");
  // A recipe that reaches for other files is not opened, whatever it is called.
  write(folder / "recipe.tif",
        "<VRTDataset rasterXSize=\"1\" rasterYSize=\"1\"><VRTRasterBand band=\"1\"/></VRTDataset>");
  CHECK(refusal(folder / "recipe.tif").code == Code::BadInput);
}

TEST_CASE("A picture that was cut off is refused") {
  Folder folder;
  Made made;
  made.width = made.height = 200;
  const auto noise = [](int x, int y, int band) {  // that does not compress
    unsigned mixed = static_cast<unsigned>((x * 200 + y) * 3 + band) * 2654435761u;
    mixed = (mixed ^ (mixed >> 15)) * 2246822519u;
    return static_cast<int>(mixed >> 24);
  };
  for (const auto& [driver, name] :
       {std::pair{"PNG", "a.png"}, {"JPEG", "a.jpg"}, {"GTiff", "a.tif"}}) {
    INFO(name);
    made.driver = driver;
    make(folder / name, made, noise);
    const std::string bytes = bytes_of(folder / name);
    REQUIRE(bytes.size() > 3000);
    for (const std::size_t kept : {bytes.size() / 2, bytes.size() * 9 / 10}) {
      write(folder / name, bytes.substr(0, kept));
      CHECK(refusal(folder / name).code == Code::BadInput);
    }
    write(folder / name, bytes.substr(0, 20));
    CHECK(refusal(folder / name).code == Code::BadInput);
  }
  write(folder / "a.pdf", two_pages().substr(0, 60));
  CHECK(refusal(folder / "a.pdf").sentence.nl ==
        "Deze PDF is beschadigd of met een wachtwoord beveiligd.");
}

TEST_CASE("A page that is not there and dots that cannot be are refused") {
  Folder folder;
  write(folder / "plan.pdf", two_pages());
  RasterOptions options;
  for (const int page : {0, -1, 3, 100000}) {
    options.page = page;
    CHECK(refusal(folder / "plan.pdf", options).sentence.nl ==
          "Deze PDF heeft 2 pagina’s; pagina " + std::to_string(page) + " is er niet.");
  }
  options.page = 1;
  for (const double dots : {0.0, -72.0, 1e9, std::numeric_limits<double>::quiet_NaN()}) {
    options.dots_per_inch = dots;
    CHECK(refusal(folder / "plan.pdf", options).code == Code::BadInput);
  }
}

TEST_CASE("A picture of 100,000 by 100,000 pixels is refused before it is read") {
  Folder folder;
  // Only the header says so: width at byte 16, height at 20, then the checksum of the header.
  std::string bytes = *small_picture();
  big_endian(bytes, 16, 100000);
  big_endian(bytes, 20, 100000);
  unsigned crc = 0xFFFFFFFFu;
  for (std::size_t i = 12; i < 29; ++i) {
    crc ^= static_cast<unsigned char>(bytes[i]);
    for (int bit = 0; bit < 8; ++bit) crc = crc & 1 ? crc >> 1 ^ 0xEDB88320u : crc >> 1;
  }
  big_endian(bytes, 29, ~crc);
  write(folder / "huge.png", bytes);
  const Error error = refusal(folder / "huge.png");
  CHECK(error.code == Code::TooLarge);
  CHECK(error.sentence.nl ==
        "Deze afbeelding is 100000 bij 100000 beeldpunten; dat is te groot om te lezen.");
}

TEST_CASE("Reading a picture stops when it is no longer wanted") {
  Folder folder;
  write(folder / "a.png", *small_picture());
  std::stop_source source;
  source.request_stop();
  Job job(source.get_token());
  const Result<Raster> raster = read_raster(folder / "a.png", {}, job);
  REQUIRE_FALSE(raster);
  CHECK(raster.error().code == Code::Cancelled);
}

TEST_CASE("A PNG goes into the project as it is, a TIFF and a page of a PDF as a PNG") {
  Folder folder;
  Job job;
  write(folder / "a.png", *small_picture());
  const Result<ReadUnderlay> png = read_underlay(folder / "a.png", {}, job);
  REQUIRE(png);
  CHECK(*png->underlay.picture == *small_picture());
  CHECK(png->underlay.name == "a.png");
  CHECK(png->underlay.width == 3);
  CHECK_FALSE(png->is_placed);

  Made made;
  made.driver = "GTiff";
  made.transform = {155000, 0.5, 0, 463000, 0, -0.5};
  make(folder / "rd.tif", made, red_at);
  const Result<ReadUnderlay> tiff = read_underlay(folder / "rd.tif", {}, job);
  REQUIRE(tiff);
  CHECK(tiff->underlay.picture->substr(1, 3) == "PNG");
  CHECK(tiff->is_placed);
  CHECK(tiff->underlay.metres_per_pixel == 0.5);
  const Result<Raster> again = decode_raster(tiff->underlay.picture, "rd.tif", {}, job);
  REQUIRE(again);
  CHECK(again->rgba == read(folder / "rd.tif").rgba);

  write(folder / "plan.pdf", two_pages());
  const Result<ReadUnderlay> page = read_underlay(folder / "plan.pdf", {2, 72, 4096}, job);
  REQUIRE(page);
  CHECK(page->underlay.picture->substr(1, 3) == "PNG");
  CHECK(page->underlay.width == 300);
  CHECK(page->underlay.name == "plan.pdf (p. 2)");
  CHECK_FALSE(read_underlay(folder / "none.png", {}, job));
}

TEST_CASE("A photograph that is reduced stays a photograph, and a clear picture stays clear") {
  Folder folder;
  Job job;
  RasterOptions options;
  options.most_pixels = 100;
  Made made;
  made.width = made.height = 300;
  made.driver = "JPEG";
  make(folder / "a.jpg", made, [](int x, int, int) { return x / 2; });
  const Result<ReadUnderlay> photograph = read_underlay(folder / "a.jpg", options, job);
  REQUIRE(photograph);
  CHECK(photograph->underlay.picture->substr(0, 2) == "\xFF\xD8");
  CHECK(photograph->underlay.width == 100);
  made.driver = "PNG";
  made.bands = 4;
  make(folder / "a.png", made, [](int, int, int band) { return band == 4 ? 60 : 200; });
  const Result<ReadUnderlay> clear = read_underlay(folder / "a.png", options, job);
  REQUIRE(clear);
  const Result<Raster> again = decode_raster(clear->underlay.picture, "a.png", {}, job);
  REQUIRE(again);
  CHECK(at(*again, 5, 5) == Rgba{200, 200, 200, 60});
}
