// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/wijk_files.h"

#include <cpl_error.h>
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <openssl/evp.h>

#include <filesystem>
#include <fstream>
#include <tuple>
#include <vector>

#ifdef TREFPUNT_BZIP2
#include <bzlib.h>
#endif

#include "base/text.h"
#include "io/files.h"
#include "io/gdal.h"

namespace trefpunt {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPiece = 1 << 20;

Error cancelled() {
  return {Code::Cancelled, {"Gestopt.", "Stopped."}, {}};
}

Error damaged(const std::string& name) {
  return {Code::BadInput,
          {"Dit ingepakte bestand is beschadigd.", "This packed file is damaged."},
          name};
}

Error too_large(const std::string& name, std::uintmax_t bound, bool is_unpacked) {
  const std::string gib = fmt::format("{} GiB", bound >> 30);
  return {Code::TooLarge,
          is_unpacked
              ? Text{fmt::format("Uitgepakt is dit bestand groter dan {}, de grens van dit "
                                 "programma. Knip het gebied eerst uit.",
                                 gib),
                     fmt::format("Unpacked this file is larger than {}, the limit of this program. "
                                 "Cut out the area first.",
                                 gib)}
              : Text{fmt::format("Dit bestand is groter dan {}, de grens van dit programma. Knip "
                                 "het gebied eerst uit.",
                                 gib),
                     fmt::format("This file is larger than {}, the limit of this program. Cut out "
                                 "the area first.",
                                 gib)},
          name};
}

std::string first_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string head(kPiece, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  return head;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

WijkFormat json_format(std::string_view head) {
  const auto stated = [&](std::string_view kind) {
    for (std::size_t at = head.find(kind); at != std::string_view::npos;
         at = head.find(kind, at + 1)) {
      const std::size_t before = head.find_last_not_of(" \t\r\n", at - 1);
      if (before != std::string_view::npos && head[before] == ':') return true;
    }
    return false;
  };
  if (stated("\"CityJSON\"") || has(head, "\"CityObjects\"")) return WijkFormat::CityJson;
  if (stated("\"FeatureCollection\"") || stated("\"Feature\"")) return WijkFormat::GeoJson;
  if (has(head, "\"value\"")) return WijkFormat::TableJson;
  return has(head, "\"features\"") ? WijkFormat::GeoJson : WijkFormat::Unknown;
}

Result<std::string> unpack_gzip(const std::string& path, const std::string& name, Job& job) {
  prepare_gdal();
  const std::string address = "/vsigzip/" + fs::absolute(path).string();
  CPLPushErrorHandler(CPLQuietErrorHandler);
  CPLErrorReset();
  VSILFILE* file = VSIFOpenL(address.c_str(), "rb");
  std::string bytes, piece(kPiece, '\0');
  bool is_too_large = false, is_stopped = false;
  while (file != nullptr) {
    const std::size_t read = VSIFReadL(piece.data(), 1, piece.size(), file);
    bytes.append(piece, 0, read);
    is_too_large = bytes.size() > kLargestUnpacked;
    is_stopped = job.stopped();
    if (read < piece.size() || is_too_large || is_stopped) break;
  }
  const bool is_damaged = file == nullptr || CPLGetLastErrorType() >= CE_Failure || bytes.empty();
  if (file != nullptr) VSIFCloseL(file);
  CPLPopErrorHandler();
  if (is_stopped) return cancelled();
  if (is_too_large) return too_large(name, kLargestUnpacked, true);
  if (is_damaged) return damaged(name);
  return bytes;
}

Result<std::string> unpack_bzip2(const std::string& path, const std::string& name, Job& job) {
#ifdef TREFPUNT_BZIP2
  std::ifstream in(path, std::ios::binary);
  std::string bytes, packed(kPiece, '\0'), piece(kPiece, '\0');
  bz_stream stream{};
  bool is_good = BZ2_bzDecompressInit(&stream, 0, 0) == BZ_OK;
  bool is_open = is_good;  // a file may hold several streams behind each other
  while (is_good && bytes.size() <= kLargestUnpacked && !job.stopped()) {
    if (stream.avail_in == 0) {
      in.read(packed.data(), static_cast<std::streamsize>(packed.size()));
      stream.next_in = packed.data();
      stream.avail_in = static_cast<unsigned>(in.gcount());
      if (stream.avail_in == 0) break;
    }
    if (!is_open) {
      const auto rest = std::pair(stream.next_in, stream.avail_in);
      BZ2_bzDecompressEnd(&stream);
      stream = {};
      is_good = BZ2_bzDecompressInit(&stream, 0, 0) == BZ_OK;
      std::tie(stream.next_in, stream.avail_in) = rest;
      is_open = true;
    }
    stream.next_out = piece.data();
    stream.avail_out = static_cast<unsigned>(piece.size());
    const int state = BZ2_bzDecompress(&stream);
    bytes.append(piece, 0, piece.size() - stream.avail_out);
    is_open = state == BZ_OK;
    is_good = is_good && (state == BZ_OK || state == BZ_STREAM_END);
  }
  BZ2_bzDecompressEnd(&stream);
  if (job.stopped()) return cancelled();
  if (bytes.size() > kLargestUnpacked) return too_large(name, kLargestUnpacked, true);
  if (!is_good || is_open || bytes.empty()) return damaged(name);
  return bytes;
#else
  (void)path, (void)job;
  return Error{Code::Unsupported,
               {"Deze versie van het programma pakt geen bz2 uit. Pak het bestand eerst zelf uit.",
                "This build of the program does not unpack bz2. Unpack the file yourself first."},
               name};
#endif
}

}  // namespace

WijkFormat wijk_format_of(std::string_view head, const std::string& name) {
  if (head.starts_with("\x1f\x8b") || head.starts_with("BZh")) return WijkFormat::OsmXml;
  if (head.starts_with("SQLite format 3")) return WijkFormat::GeoPackage;
  if (head.starts_with(std::string_view("\x00\x00\x27\x0a", 4))) return WijkFormat::Shapefile;
  if (head.starts_with("fgb\x03")) return WijkFormat::FlatGeobuf;
  if (head.substr(0, 64).find("OSMHeader") != std::string_view::npos) return WijkFormat::OsmPbf;
  std::string_view text = head;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return WijkFormat::Unknown;
  text.remove_prefix(start);
  if (text.starts_with('{')) return json_format(text);
  if (text.starts_with('<')) {
    if (has(text, "<osm ") || has(text, "<osm>")) return WijkFormat::OsmXml;
    if (has(text.substr(0, 65536), "opengis.net/gml")) return WijkFormat::Gml;
    return WijkFormat::Unknown;
  }
  const std::string lower = fold(name);
  if ((lower.ends_with(".csv") || lower.ends_with(".txt") || lower.ends_with(".tsv")) &&
      !has(text, std::string_view("\0", 1))) {
    return WijkFormat::Table;
  }
  return WijkFormat::Unknown;
}

Result<WijkFile> open_wijk_file(const std::string& path, Job& job) {
  std::error_code failed;
  WijkFile file{path, file_name(path), WijkFormat::Unknown, nullptr};
  if (!fs::exists(path, failed)) {
    return Error{Code::NotFound, {"Dit bestand bestaat niet.", "This file does not exist."}, path};
  }
  if (!fs::is_regular_file(path, failed)) {
    return Error{
        Code::BadInput, {"Dit is een map, geen bestand.", "This is a folder, not a file."}, path};
  }
  if (fs::file_size(path, failed) > kLargestWijkFile) {
    return too_large(file.name, kLargestWijkFile, false);
  }
  std::string head = first_bytes(path), inner = file.name;
  const bool is_gzip = head.starts_with("\x1f\x8b"), is_bzip2 = head.starts_with("BZh");
  if (is_gzip || is_bzip2) {
    Result<std::string> bytes =
        is_gzip ? unpack_gzip(path, file.name, job) : unpack_bzip2(path, file.name, job);
    if (!bytes) return bytes.error();
    file.bytes = std::make_shared<const std::string>(std::move(*bytes));
    head = file.bytes->substr(0, kPiece);
    inner = inner.substr(0, inner.rfind('.'));
  }
  file.format = wijk_format_of(head, inner);
  return file;
}

Result<std::string> sha256_of_file(const std::string& path, Job& job) {
  std::ifstream in(path, std::ios::binary);
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        &EVP_MD_CTX_free);
  TP_CHECK(EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1);
  std::vector<char> piece(kPiece);
  while (in) {
    if (job.stopped()) return cancelled();
    in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    EVP_DigestUpdate(context.get(), piece.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (!in.eof()) {
    return Error{Code::BadInput,
                 {"Dit bestand kan niet worden gelezen.", "This file cannot be read."},
                 path};
  }
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  EVP_DigestFinal_ex(context.get(), digest, &length);
  std::string hex;
  for (unsigned int i = 0; i < length; ++i) hex += fmt::format("{:02x}", digest[i]);
  return hex;
}

}  // namespace trefpunt
