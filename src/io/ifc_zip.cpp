// SPDX-License-Identifier: GPL-3.0-or-later
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/text.h"
#include "io/files.h"
#include "io/ifc.h"

namespace trefpunt {

namespace {

constexpr int kMostNames = 1000;

struct CloseFile {
  void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
struct CloseFolder {
  void operator()(VSIDIR* folder) const { VSICloseDir(folder); }
};

// The flag of encryption of the first file in it.
bool is_locked(const std::string& path) {
  const std::unique_ptr<VSILFILE, CloseFile> file(VSIFOpenL(path.c_str(), "rb"));
  char head[8] = {};
  return file && VSIFReadL(head, 1, sizeof head, file.get()) == sizeof head && (head[6] & 1) != 0;
}

}  // namespace

// Nothing is unpacked to a file, so that a name such as ../x.ifc in it leads nowhere; and sizes
// that the zip states are not believed.
Result<std::string> unzip_ifc(const std::string& path, Job& job, std::size_t most) {
  const std::string name = file_name(path), zip = "/vsizip/{" + path + "}";
  const auto fault = [&](Code code, Text sentence) {
    return Error{code, std::move(sentence), name};
  };
  if (is_locked(path)) {
    return fault(Code::Unsupported, {"Dit zip-bestand is met een wachtwoord beveiligd.",
                                     "This zip file is protected by a password."});
  }
  const std::unique_ptr<VSIDIR, CloseFolder> folder(VSIOpenDir(zip.c_str(), 3, nullptr));
  if (!folder) {
    return fault(Code::BadInput, {"Dit zip-bestand is niet te lezen: het is stuk of afgebroken.",
                                  "This zip file cannot be read: it is broken or cut off."});
  }
  std::string inside;
  int seen = 0;
  for (const VSIDIREntry* entry = VSIGetNextDirEntry(folder.get()); entry;
       entry = VSIGetNextDirEntry(folder.get())) {
    if (++seen > kMostNames) break;
    const std::string folded = fold(entry->pszName);
    if (folded.ends_with(".ifcxml")) {
      return fault(Code::Unsupported,
                   {"In dit zip-bestand zit ifcXML. Bewaar het model als IFC (STEP).",
                    "This zip file holds ifcXML. Save the model as IFC (STEP)."});
    }
    if (!folded.ends_with(".ifc")) continue;
    if (!inside.empty()) {
      return fault(Code::BadInput, {"In dit zip-bestand zit meer dan één IFC-bestand.",
                                    "This zip file holds more than one IFC file."});
    }
    inside = entry->pszName;
  }
  if (inside.empty()) {
    return fault(Code::BadInput,
                 {"In dit zip-bestand zit geen IFC-bestand.", "This zip file holds no IFC file."});
  }
  const std::unique_ptr<VSILFILE, CloseFile> file(VSIFOpenL((zip + "/" + inside).c_str(), "rb"));
  std::string bytes;
  std::string block(std::size_t{1} << 20, '\0');
  while (file) {
    const std::size_t read = VSIFReadL(block.data(), 1, block.size(), file.get());
    bytes.append(block, 0, read);
    if (bytes.size() > most) {
      return fault(Code::TooLarge,
                   {fmt::format("Uitgepakt is dit bestand groter dan {} MiB.", most >> 20),
                    fmt::format("Unpacked this file is larger than {} MiB.", most >> 20)});
    }
    if (job.stopped()) return fault(Code::Cancelled, {"gestopt", "stopped"});
    if (read < block.size()) break;
  }
  if (bytes.empty()) {
    return fault(Code::BadInput, {"Het IFC-bestand in dit zip-bestand is niet uit te pakken.",
                                  "The IFC file in this zip file cannot be unpacked."});
  }
  return bytes;
}

}  // namespace trefpunt
