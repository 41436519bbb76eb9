// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/gdal.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogr_srs_api.h>

#include <filesystem>
#include <mutex>

namespace trefpunt {

struct GdalFile::State {
  std::vector<std::pair<std::string, std::string>> before;  // settings to put back; empty: unset
  std::string complaint;
  bool catching = false;
  GDALDataset* dataset = nullptr;

  ~State() {
    if (dataset != nullptr) GDALClose(dataset);
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
  if (kind >= CE_Failure && complaint->empty()) *complaint = message;
}

void prepare_once() {
  static std::once_flag once;
  std::call_once(once, [] {
    GDALAllRegister();
    OSRSetPROJEnableNetwork(0);
  });
}

}  // namespace

GdalFile::GdalFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
GdalFile::GdalFile(GdalFile&&) noexcept = default;
GdalFile::~GdalFile() = default;

GDALDataset& GdalFile::dataset() const {
  return *state_->dataset;
}
const std::string& GdalFile::complaint() const {
  return state_->complaint;
}

Result<GdalFile> open_gdal(const std::string& path, const GdalRequest& request) {
  prepare_once();
  const std::string name = std::filesystem::path(path).filename().string();
  std::error_code error;
  // A path on disk only: "/vsicurl/..." and the like reach elsewhere.
  if (!std::filesystem::is_regular_file(path, error)) {
    return Error{Code::NotFound, {"Dit bestand is er niet.", "This file does not exist."}, path};
  }
  auto state = std::make_unique<GdalFile::State>();
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
  const std::string absolute = std::filesystem::absolute(path, error).string();
  state->dataset =
      static_cast<GDALDataset*>(GDALOpenEx(absolute.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                           drivers.data(), options.data(), nullptr));
  if (state->dataset == nullptr) {
    return Error{Code::BadInput,
                 {"Dit bestand is beschadigd of van een andere soort dan zijn naam zegt.",
                  "This file is damaged or of another kind than its name says."},
                 name};
  }
  return GdalFile(std::move(state));
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
