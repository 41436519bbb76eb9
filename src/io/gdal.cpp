// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/gdal.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogr_srs_api.h>

#include <atomic>
#include <filesystem>
#include <mutex>

namespace trefpunt {

struct GdalFile::State {
  std::vector<std::pair<std::string, std::string>> before;  // settings to put back; empty: unset
  std::string complaint;
  bool catching = false;
  GDALDataset* dataset = nullptr;
  std::shared_ptr<const std::string> bytes;  // the library reads them where they lie
  std::string address_of_bytes;

  ~State() {
    if (dataset != nullptr) GDALClose(dataset);
    if (bytes) VSIUnlink(address_of_bytes.c_str());
    if (catching) CPLPopErrorHandler();
    for (auto setting = before.rbegin(); setting != before.rend(); ++setting) {
      CPLSetThreadLocalConfigOption(setting->first.c_str(),
                                    setting->second.empty() ? nullptr : setting->second.c_str());
    }
  }
  void set(const std::string& key, const std::string& value) {
    const char* old = CPLGetThreadLocalConfigOption(key.c_str(), nullptr);
    before.emplace_back(key, old != nullptr ? old : "");
    CPLSetThreadLocalConfigOption(key.c_str(), value.c_str());
  }
};

namespace {

void keep_complaint(CPLErr kind, CPLErrorNum, const char* message) {
  auto* complaint = static_cast<std::string*>(CPLGetErrorHandlerUserData());
  // A JPEG that was cut off is only warned of: the rest is grey.
  const bool is_cut_off = std::string_view(message).find("Premature end") != std::string::npos;
  if ((kind >= CE_Failure || is_cut_off) && complaint->empty()) *complaint = message;
}

}  // namespace

void prepare_gdal() {
  static std::once_flag once;
  std::call_once(once, [] {
    GDALAllRegister();
    OSRSetPROJEnableNetwork(0);
  });
}

GdalFile::GdalFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
GdalFile::GdalFile(GdalFile&&) noexcept = default;
GdalFile::~GdalFile() = default;

GDALDataset& GdalFile::dataset() const {
  return *state_->dataset;
}
const std::string& GdalFile::complaint() const {
  return state_->complaint;
}

Result<GdalFile> GdalFile::open(std::unique_ptr<State> state, const std::string& address,
                                const GdalRequest& request, const std::string& name) {
  CPLPushErrorHandlerEx(keep_complaint, &state->complaint);
  state->catching = true;
  state->set("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR");
  state->set("GDAL_PAM_ENABLED", "NO");
  for (const auto& [key, value] : request.config) state->set(key, value);

  std::vector<const char*> drivers, options;
  for (const std::string& driver : request.drivers) drivers.push_back(driver.c_str());
  drivers.push_back(nullptr);
  for (const std::string& option : request.open_options) options.push_back(option.c_str());
  options.push_back(nullptr);
  const unsigned kind = request.is_raster ? GDAL_OF_RASTER : GDAL_OF_VECTOR;
  state->dataset = static_cast<GDALDataset*>(GDALOpenEx(address.c_str(), kind | GDAL_OF_READONLY,
                                                        drivers.data(), options.data(), nullptr));
  if (state->dataset == nullptr) {
    return Error{Code::BadInput,
                 {"Dit bestand is beschadigd of van een andere soort dan zijn naam zegt.",
                  "This file is damaged or of another kind than its name says."},
                 name};
  }
  return GdalFile(std::move(state));
}

Result<GdalFile> open_gdal(const std::string& path, const GdalRequest& request) {
  prepare_gdal();
  const std::string name = std::filesystem::path(path).filename().string();
  std::error_code error;
  // A path on disk only: "/vsicurl/..." and the like reach elsewhere.
  if (!std::filesystem::is_regular_file(path, error)) {
    return Error{Code::NotFound, {"Dit bestand is er niet.", "This file does not exist."}, path};
  }
  std::string address = std::filesystem::absolute(path, error).string();
  if (request.page > 0) address = "PDF:" + std::to_string(request.page) + ":" + address;
  return GdalFile::open(std::make_unique<GdalFile::State>(), address, request, name);
}

Result<GdalFile> open_gdal_bytes(std::shared_ptr<const std::string> bytes,
                                 const GdalRequest& request, const std::string& name) {
  prepare_gdal();
  static std::atomic<int> count{0};
  auto state = std::make_unique<GdalFile::State>();
  const std::string address = "/vsimem/trefpunt-" + std::to_string(++count);
  // Opened for reading only: the library changes nothing through this pointer.
  auto* data = reinterpret_cast<GByte*>(const_cast<char*>(bytes->data()));
  VSILFILE* file = VSIFileFromMemBuffer(address.c_str(), data, bytes->size(), FALSE);
  if (file != nullptr) VSIFCloseL(file);
  state->bytes = std::move(bytes);
  state->address_of_bytes = address;
  return GdalFile::open(std::move(state), address, request, name);
}

std::string to_utf8(const std::string& bytes, const std::string& encoding) {
  std::string ignored;
  CPLPushErrorHandlerEx(keep_complaint, &ignored);
  char* recoded = CPLRecode(bytes.c_str(), encoding.c_str(), CPL_ENC_UTF8);
  std::string text = recoded != nullptr && ignored.empty() ? recoded : bytes;
  CPLFree(recoded);
  CPLPopErrorHandler();
  return text;
}

}  // namespace trefpunt
