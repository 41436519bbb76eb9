// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/raster.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <locale>

#include "io/files.h"
#include "io/gdal.h"

namespace trefpunt {

namespace {

namespace fs = std::filesystem;

constexpr double kMostPixels = 6e8;  // of a file: an A0 sheet scanned at 600 dots per inch

Error bad_input(const std::string& nl, const std::string& en, const std::string& name) {
  return {Code::BadInput, {nl, en}, name};
}
Error no_picture(const std::string& name) {
  return bad_input("Dit is geen afbeelding. Kies een PNG, een JPEG, een TIFF of een PDF.",
                   "This is not a picture. Choose a PNG, a JPEG, a TIFF or a PDF.", name);
}
Error damaged(const std::string& name) {
  return bad_input("Deze afbeelding is beschadigd of afgebroken.",
                   "This picture is damaged or cut off.", name);
}

// How a photograph must be turned to stand upright (EXIF): 1 as it is, 6 a quarter clockwise.
int orientation_of(GDALDataset& dataset) {
  const char* stated = dataset.GetMetadataItem("EXIF_Orientation");
  const int orientation = stated ? std::atoi(stated) : 1;
  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

Raster upright(Raster raster, int orientation) {
  if (orientation == 1) return raster;
  const int w = raster.width, h = raster.height;
  const bool is_on_its_side = orientation >= 5;
  Raster turned = raster;
  if (is_on_its_side) std::swap(turned.width, turned.height);
  for (int y = 0; y < turned.height; ++y) {
    for (int x = 0; x < turned.width; ++x) {
      const std::array<std::pair<int, int>, 8> from = {{{x, y},
                                                        {w - 1 - x, y},
                                                        {w - 1 - x, h - 1 - y},
                                                        {x, h - 1 - y},
                                                        {y, x},
                                                        {y, h - 1 - x},
                                                        {w - 1 - y, h - 1 - x},
                                                        {w - 1 - y, x}}};
      const auto [u, v] = from[static_cast<std::size_t>(orientation - 1)];
      const std::size_t source = (static_cast<std::size_t>(v) * w + u) * 4;
      const std::size_t target = (static_cast<std::size_t>(y) * turned.width + x) * 4;
      std::copy_n(&raster.rgba[source], 4, &turned.rgba[target]);
    }
  }
  return turned;
}

// One band's values as 0 to 255, or as an index into its palette.
struct Channel {
  GDALRasterBand* band = nullptr;
  GDALColorTable* palette = nullptr;
  double low = 0, high = 255;
  bool is_inverted = false;

  double byte(float value) const {
    if (!std::isfinite(value)) return 255;
    const double share = std::clamp((value - low) / (high - low), 0.0, 1.0);
    return 255 * (is_inverted ? 1 - share : share);
  }
};

Channel channel_of(GDALDataset& dataset, int number) {
  Channel channel{dataset.GetRasterBand(number)};
  const GDALDataType type = channel.band->GetRasterDataType();
  if (type == GDT_Byte || type == GDT_UInt16) {
    channel.palette = channel.band->GetColorTable();
    const char* stated = channel.band->GetMetadataItem("NBITS", "IMAGE_STRUCTURE");
    const int bits = stated ? std::atoi(stated) : type == GDT_Byte ? 8 : 16;
    channel.high = std::exp2(std::clamp(bits, 1, 16)) - 1;
  } else {
    double range[2] = {0, 1};
    if (channel.band->ComputeRasterMinMax(FALSE, range) == CE_None && range[1] > range[0]) {
      channel.low = range[0];
      channel.high = range[1];
    }
  }
  const char* is_white = dataset.GetMetadataItem("MINISWHITE", "IMAGE_STRUCTURE");
  channel.is_inverted = !channel.palette && is_white && EQUAL(is_white, "YES");
  return channel;
}

enum class Colours { Palette, Grey, Rgb, Inks };

using Rgba = std::array<double, 4>;  // 0 to 255

Rgba colour_of(Colours colours, const std::vector<Channel>& channels, const float* values) {
  const auto byte = [&](std::size_t i) { return channels[i].byte(values[i]); };
  if (colours == Colours::Palette) {
    const GDALColorEntry* found = channels[0].palette->GetColorEntry(static_cast<int>(values[0]));
    if (!found) return {255, 255, 255, 0};
    return {double(found->c1), double(found->c2), double(found->c3), double(found->c4)};
  }
  if (colours == Colours::Grey) {
    const double grey = byte(0);
    return {grey, grey, grey, channels.size() == 2 ? byte(1) : 255};
  }
  if (colours == Colours::Inks) {
    const double light = 1 - byte(3) / 255;
    return {(255 - byte(0)) * light, (255 - byte(1)) * light, (255 - byte(2)) * light, 255};
  }
  return {byte(0), byte(1), byte(2), channels.size() == 4 ? byte(3) : 255};
}

// The bands that make the colour of a pixel, in the order of colour_of().
Colours colours_of(GDALDataset& dataset, std::vector<Channel>& channels) {
  const int count = dataset.GetRasterCount();
  const auto add = [&](int number) { channels.push_back(channel_of(dataset, number)); };
  const auto is_opacity = [&](int number) {
    return dataset.GetRasterBand(number)->GetColorInterpretation() == GCI_AlphaBand;
  };
  add(1);
  if (channels[0].palette) return Colours::Palette;
  if (count >= 4 && channels[0].band->GetColorInterpretation() == GCI_CyanBand) {
    add(2), add(3), add(4);
    return Colours::Inks;
  }
  if (count >= 3) {
    add(2), add(3);
    if (count >= 4 && is_opacity(4)) add(4);
    return Colours::Rgb;
  }
  if (count == 2 && is_opacity(2)) add(2);
  return Colours::Grey;
}

// Row by row, each pixel added to the one it falls in: thin lines of a large drawing become grey
// instead of being skipped.
Result<Raster> pixels_of(GDALDataset& dataset, int most_pixels, const std::string& name, Job& job) {
  const int full_width = dataset.GetRasterXSize(), full_height = dataset.GetRasterYSize();
  if (dataset.GetRasterCount() < 1 || full_width < 1 || full_height < 1) return no_picture(name);
  if (double(full_width) * full_height > kMostPixels) {
    return Error{
        Code::TooLarge,
        {fmt::format("Deze afbeelding is {} bij {} beeldpunten; dat is te groot om te lezen.",
                     full_width, full_height),
         fmt::format("This picture is {} by {} pixels; that is too large to read.", full_width,
                     full_height)},
        name};
  }
  std::vector<Channel> channels;
  const Colours colours = colours_of(dataset, channels);
  Raster raster;
  const double shrink = std::max(1.0, double(std::max(full_width, full_height)) / most_pixels);
  raster.width = std::max(1, static_cast<int>(full_width / shrink));
  raster.height = std::max(1, static_cast<int>(full_height / shrink));
  raster.is_reduced = raster.width != full_width || raster.height != full_height;
  const auto target = [](int at, int full, int reduced) {
    return static_cast<std::size_t>(static_cast<long long>(at) * reduced / full);
  };
  const auto width = static_cast<std::size_t>(raster.width);
  const std::size_t count = channels.size();
  raster.rgba.resize(width * static_cast<std::size_t>(raster.height) * 4);
  std::vector<float> row(static_cast<std::size_t>(full_width) * count);
  std::vector<Rgba> sums(width);  // colours times opacity, and opacity
  std::vector<int> added(width);
  for (int y = 0; y < full_height; ++y) {
    if (!job.step(y, full_height)) return Error{Code::Cancelled, {"Gestopt.", "Stopped."}, name};
    for (std::size_t band = 0; band < count; ++band) {
      const auto pixel = static_cast<GSpacing>(count * sizeof(float));
      if (channels[band].band->RasterIO(GF_Read, 0, y, full_width, 1, row.data() + band, full_width,
                                        1, GDT_Float32, pixel, 0, nullptr) != CE_None) {
        return damaged(name);
      }
    }
    for (int x = 0; x < full_width; ++x) {
      const Rgba rgba =
          colour_of(colours, channels, row.data() + static_cast<std::size_t>(x) * count);
      const std::size_t at = target(x, full_width, raster.width);
      for (std::size_t i = 0; i < 3; ++i) sums[at][i] += rgba[i] * rgba[3];
      sums[at][3] += rgba[3];
      ++added[at];
    }
    const std::size_t out = target(y, full_height, raster.height);
    const bool is_complete =
        y + 1 == full_height || target(y + 1, full_height, raster.height) != out;
    if (!is_complete) continue;
    for (std::size_t x = 0; x < width; ++x) {
      unsigned char* bytes = &raster.rgba[(out * width + x) * 4];
      for (std::size_t i = 0; i < 3; ++i) {
        const double value = sums[x][3] > 0 ? sums[x][i] / sums[x][3] : 255;
        bytes[i] = static_cast<unsigned char>(std::lround(value));
      }
      bytes[3] = static_cast<unsigned char>(std::lround(sums[x][3] / added[x]));
    }
    std::fill(sums.begin(), sums.end(), Rgba{});
    std::fill(added.begin(), added.end(), 0);
  }
  return raster;
}

using Transform = std::array<double, 6>;  // as GDAL's, from a pixel's upper left corner

// Only true to scale and in metres; a map in degrees cannot lie under a plan.
std::optional<RasterPlace> place_of(const Transform& t, int full_height, double shrink) {
  const Point right{t[1], t[4]}, down{t[2], t[5]};
  const double size = length(right);
  constexpr double kAskew = 0.01;
  if (!(size > 0) || !std::isfinite(size) ||
      !(distance(down, Point{right.y, -right.x}) < kAskew * size)) {
    return std::nullopt;
  }
  return RasterPlace{Point{t[0], t[3]} + double(full_height) * down, size * shrink,
                     std::atan2(right.y, right.x)};
}

std::optional<Transform> own_transform(GDALDataset& dataset) {
  Transform t{};
  if (dataset.GetGeoTransform(t.data()) != CE_None) return std::nullopt;
  const OGRSpatialReference* system = dataset.GetSpatialRef();
  if (system && !system->IsProjected() && !system->IsLocal()) return std::nullopt;
  const double unit = system ? system->GetLinearUnits() : 1;
  for (double& value : t) value *= unit;
  return t;
}

// plan.pgw, plan.pngw or plan.wld beside plan.png: six numbers.
std::optional<Transform> world_file(const fs::path& path) {
  const std::string extension = path.extension().string();
  if (extension.size() < 3) return std::nullopt;
  for (const std::string& other : {std::string{'.', extension[1], extension.back(), 'w'},
                                   std::string{'.', extension[1], extension.back(), 'W'},
                                   extension + "w", std::string(".wld")}) {
    fs::path beside = path;
    beside.replace_extension(other);
    std::ifstream file(beside);
    file.imbue(std::locale::classic());
    double a = 0, d = 0, b = 0, e = 0, x = 0, y = 0;
    if (!(file >> a >> d >> b >> e >> x >> y)) continue;
    return Transform{x - (a + b) / 2, a, b, y - (d + e) / 2, d, e};
  }
  return std::nullopt;
}

GdalRequest picture_request() {
  GdalRequest request{{"PNG", "JPEG", "GTiff"}, {}, {}};
  request.is_raster = true;
  return request;
}
GdalRequest stored_request() {
  GdalRequest request{{"PNG", "JPEG"}, {}, {}};
  request.is_raster = true;
  return request;
}
GdalRequest page_request(int page, double dots_per_inch) {
  GdalRequest request{{"PDF"}, {}, {fmt::format("DPI={:.4f}", dots_per_inch)}};
  request.is_raster = true;
  request.page = page;
  return request;
}

Result<Raster> raster_of(GdalFile file, const RasterOptions& options, const fs::path& path,
                         const std::string& name, Job& job) {
  GDALDataset& dataset = file.dataset();
  Result<Raster> raster = pixels_of(dataset, options.most_pixels, name, job);
  if (!raster) return raster;
  if (!file.complaint().empty()) return damaged(name);
  const std::string driver = dataset.GetDriverName();
  raster->is_jpeg = driver == "JPEG";
  raster->is_file = driver == "PNG" || driver == "JPEG";
  const int orientation = orientation_of(dataset);
  std::optional<Transform> transform = own_transform(dataset);
  if (!transform && !path.empty()) transform = world_file(path);
  if (transform && orientation == 1) {
    raster->place = place_of(*transform, dataset.GetRasterYSize(),
                             double(dataset.GetRasterXSize()) / raster->width);
  }
  return upright(std::move(*raster), orientation);
}

Error no_page(const std::string& path, const RasterOptions& options, const std::string& name) {
  const Result<GdalFile> whole = open_gdal(path, page_request(0, options.dots_per_inch));
  if (!whole) {
    return bad_input("Deze PDF is beschadigd of met een wachtwoord beveiligd.",
                     "This PDF is damaged or protected by a password.", name);
  }
  char** parts = whole->dataset().GetMetadata("SUBDATASETS");
  const int pages = std::max(1, CSLCount(parts) / 2);
  return bad_input(fmt::format("Deze PDF heeft {} pagina{}; pagina {} is er niet.", pages,
                               pages == 1 ? "" : "’s", options.page),
                   fmt::format("This PDF has {} page{}; there is no page {}.", pages,
                               pages == 1 ? "" : "s", options.page),
                   name);
}

Result<Raster> read_page(const std::string& path, const RasterOptions& options,
                         const std::string& name, Job& job) {
  constexpr double kFewestDots = 1, kMostDots = 1200;
  if (!(options.dots_per_inch >= kFewestDots && options.dots_per_inch <= kMostDots)) {
    return bad_input("Het aantal punten per inch ligt tussen 1 en 1200.",
                     "The number of dots per inch lies between 1 and 1200.", name);
  }
  if (options.page < 1) return no_page(path, options, name);
  double dots = options.dots_per_inch;
  {
    const Result<GdalFile> page = open_gdal(path, page_request(options.page, dots));
    if (!page) return no_page(path, options, name);
    const int side = std::max(page->dataset().GetRasterXSize(), page->dataset().GetRasterYSize());
    // Drawn in the size that is wanted: sharper than drawn larger and reduced.
    if (side > options.most_pixels) dots *= double(options.most_pixels) / side;
  }
  Result<GdalFile> page = open_gdal(path, page_request(options.page, dots));
  if (!page) return damaged(name);
  Result<Raster> raster = raster_of(*std::move(page), options, {}, name, job);
  if (raster) raster->page = options.page;
  return raster;
}

bool is_pdf(const std::string& start) {
  return start.find("%PDF-") != std::string::npos;
}

}  // namespace

Result<Raster> read_raster(const std::string& path, const RasterOptions& options, Job& job) {
  const std::string name = file_name(path);
  std::error_code failed;
  const fs::file_status status = fs::status(path, failed);
  if (status.type() == fs::file_type::not_found) {
    return Error{Code::NotFound, {"Dit bestand bestaat niet.", "This file does not exist."}, name};
  }
  if (fs::is_directory(status)) {
    return bad_input("Dit is een map; kies een afbeelding.", "This is a folder; choose a picture.",
                     name);
  }
  std::ifstream file(path, std::ios::binary);
  if (!fs::is_regular_file(status) || !file) {
    return bad_input("Dit bestand kan niet worden gelezen.", "This file cannot be read.", name);
  }
  std::string start(1024, ' ');
  file.read(start.data(), static_cast<std::streamsize>(start.size()));
  start.resize(static_cast<std::size_t>(file.gcount()));
  if (start.empty()) return bad_input("Dit bestand is leeg.", "This file is empty.", name);
  if (is_pdf(start)) return read_page(path, options, name, job);
  Result<GdalFile> picture = open_gdal(path, picture_request());
  if (!picture) return no_picture(name);
  return raster_of(*std::move(picture), options, path, name, job);
}

Result<Raster> decode_raster(std::shared_ptr<const std::string> bytes, const std::string& name,
                             const RasterOptions& options, Job& job) {
  Result<GdalFile> picture = open_gdal_bytes(std::move(bytes), stored_request(), name);
  if (!picture) return no_picture(name);
  return raster_of(*std::move(picture), options, {}, name, job);
}

Result<RasterSize> size_of_raster(std::shared_ptr<const std::string> bytes,
                                  const std::string& name) {
  const Result<GdalFile> picture = open_gdal_bytes(std::move(bytes), stored_request(), name);
  if (!picture) return no_picture(name);
  GDALDataset& dataset = picture->dataset();
  RasterSize size{dataset.GetRasterXSize(), dataset.GetRasterYSize()};
  if (orientation_of(dataset) >= 5) std::swap(size.width, size.height);
  return size;
}

}  // namespace trefpunt
