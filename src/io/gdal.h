// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

class GDALDataset;

namespace trefpunt {

// How a file may be opened: by which drivers only, with which settings.
struct GdalRequest {
  std::vector<std::string> drivers;                         // "DXF"; never "VRT"
  std::vector<std::pair<std::string, std::string>> config;  // for this thread, while it is open
  std::vector<std::string> open_options;                    // "KEY=VALUE", of the driver
  bool is_raster = false;                                   // a picture, not features
  int page = 0;                                             // of a PDF, from 1; 0: the file itself
};

// An open file. Belongs to the thread that opened it, and files close in the reverse order of
// opening: settings and the catching of messages end with it.
class GdalFile {
 public:
  GdalFile(GdalFile&&) noexcept;
  GdalFile& operator=(GdalFile&&) = delete;
  ~GdalFile();

  GDALDataset& dataset() const;
  // The first error the library spoke of since the file was opened, in its own English; or empty.
  const std::string& complaint() const;

 private:
  struct State;
  explicit GdalFile(std::unique_ptr<State> state);
  static Result<GdalFile> open(std::unique_ptr<State> state, const std::string& address,
                               const GdalRequest& request, const std::string& name);
  friend Result<GdalFile> open_gdal(const std::string& path, const GdalRequest& request);
  friend Result<GdalFile> open_gdal_bytes(std::shared_ptr<const std::string> bytes,
                                          const GdalRequest& request, const std::string& name);
  std::unique_ptr<State> state_;
};

// The only place that opens through GDAL: a file on disk, read-only, the named drivers, no
// neighbouring files, no network. Errors: NotFound, BadInput (none of the drivers knows it).
Result<GdalFile> open_gdal(const std::string& path, const GdalRequest& request);

// The same, of the bytes of a file; `name` is for messages. Errors: BadInput.
Result<GdalFile> open_gdal_bytes(std::shared_ptr<const std::string> bytes,
                                 const GdalRequest& request, const std::string& name);

// The drivers, for who writes with one: opening does it by itself.
void prepare_gdal();

// To UTF-8 from a named encoding ("CP1252"); the bytes as they are when it is not known.
std::string to_utf8(const std::string& bytes, const std::string& encoding);

}  // namespace trefpunt
