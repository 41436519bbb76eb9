// SPDX-License-Identifier: GPL-3.0-or-later
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>

#include <atomic>
#include <memory>

#include "io/gdal.h"
#include "io/raster.h"

namespace trefpunt {

namespace {

// Grey, colour, or colour with opacity: no more bands than the picture needs.
int bands_of(const std::vector<unsigned char>& rgba) {
  bool has_colour = false;
  for (std::size_t i = 0; i + 3 < rgba.size(); i += 4) {
    if (rgba[i + 3] != 255) return 4;
    has_colour = has_colour || rgba[i] != rgba[i + 1] || rgba[i] != rgba[i + 2];
  }
  return has_colour ? 3 : 1;
}

struct Close {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, Close>;

}  // namespace

Result<std::string> encode_raster(const Raster& raster) {
  const Error failure{Code::TooLarge,
                      {"Deze afbeelding is te groot voor het geheugen.",
                       "This picture is too large for the memory."},
                      {}};
  prepare_gdal();
  GDALDriver* memory = GetGDALDriverManager()->GetDriverByName("MEM");
  GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(raster.is_jpeg ? "JPEG" : "PNG");
  if (!memory || !driver) return failure;
  const int bands = raster.is_jpeg ? 3 : bands_of(raster.rgba);
  Dataset pixels(memory->Create("", raster.width, raster.height, bands, GDT_Byte, nullptr));
  if (!pixels) return failure;
  auto* bytes = const_cast<unsigned char*>(raster.rgba.data());  // GDAL writes from it
  const GSpacing row = static_cast<GSpacing>(raster.width) * 4;
  if (pixels->RasterIO(GF_Write, 0, 0, raster.width, raster.height, bytes, raster.width,
                       raster.height, GDT_Byte, bands, nullptr, 4, row, 1, nullptr) != CE_None) {
    return failure;
  }
  if (bands == 4) pixels->GetRasterBand(4)->SetColorInterpretation(GCI_AlphaBand);
  static std::atomic<int> count{0};
  const std::string address = "/vsimem/trefpunt-out-" + std::to_string(++count);
  CPLStringList options;
  if (raster.is_jpeg) options.SetNameValue("QUALITY", "90");
  CPLPushErrorHandler(CPLQuietErrorHandler);
  Dataset copy(
      driver->CreateCopy(address.c_str(), pixels.get(), FALSE, options.List(), nullptr, nullptr));
  const bool is_written = copy != nullptr;
  copy.reset();
  CPLPopErrorHandler();
  vsi_l_offset size = 0;
  GByte* written = is_written ? VSIGetMemFileBuffer(address.c_str(), &size, FALSE) : nullptr;
  std::string encoded;
  if (written) encoded.assign(reinterpret_cast<const char*>(written), size);
  VSIUnlink(address.c_str());
  VSIUnlink((address + ".aux.xml").c_str());
  if (encoded.empty()) return failure;
  return encoded;
}

}  // namespace trefpunt
