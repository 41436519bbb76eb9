// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/office.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <random>
#include <string_view>

#include "base/program.h"
#include "io/files.h"

namespace trefpunt {

namespace {

namespace fs = std::filesystem;

constexpr const char* kPdfFilter =
    "pdf:writer_pdf_Export:{\"PDFUACompliance\":{\"type\":\"boolean\",\"value\":\"true\"},"
    "\"SelectPdfVersion\":{\"type\":\"long\",\"value\":\"2\"},"
    "\"ExportBookmarks\":{\"type\":\"boolean\",\"value\":\"true\"}}";

struct Kind {
  const char *extension, *filter, *name;
};

Kind kind_of(OfficeForm form) {
  switch (form) {
    case OfficeForm::Pdf:
      return {"pdf", kPdfFilter, "PDF"};
    case OfficeForm::Odt:
      return {"odt", "odt:writer8", "ODT"};
    case OfficeForm::Docx:
      return {"docx", "docx:MS Word 2007 XML", "DOCX"};
  }
  TP_CHECK(false);
}

// A folder of nobody else, gone at the end.
class WorkFolder {
 public:
  WorkFolder() {
    std::error_code failed;
    std::random_device random;
    path =
        fs::temp_directory_path(failed) / fmt::format("trefpunt-{:08x}{:08x}", random(), random());
    is_made = !failed && fs::create_directory(path, failed);
    if (is_made) fs::permissions(path, fs::perms::owner_all, failed);
  }
  ~WorkFolder() {
    std::error_code ignored;
    if (is_made) fs::remove_all(path, ignored);
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;

  fs::path path;
  bool is_made = false;
};

std::string url_of(const std::string& path) {
  std::string url = "file://";
  for (const char letter : path) {
    const auto byte = static_cast<unsigned char>(letter);
    const bool is_plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                          (byte >= '0' && byte <= '9') || byte == '/' || byte == '-' ||
                          byte == '_' || byte == '.';
    url += is_plain ? std::string(1, letter) : fmt::format("%{:02X}", byte);
  }
  return url;
}

// Whether the file starts and ends as one of its kind does.
bool is_whole(OfficeForm form, std::string_view bytes) {
  if (form == OfficeForm::Pdf) {
    const std::string_view tail =
        bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 64));
    return bytes.starts_with("%PDF-") && tail.find("%%EOF") != std::string_view::npos;
  }
  const std::string_view tail =
      bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 66));
  return bytes.starts_with("PK\x03\x04") && tail.find("PK\x05\x06") != std::string_view::npos;
}

Text not_made(OfficeForm form, ProgramEnd end, std::chrono::milliseconds limit) {
  const char* name = kind_of(form).name;
  if (end == ProgramEnd::TooLong) {
    const double seconds = static_cast<double>(limit.count()) / 1000;
    return {fmt::format("Er is geen {} gemaakt: LibreOffice was na {} seconden nog niet klaar.",
                        name, format_short(seconds, 1, Lang::Nl)),
            fmt::format("No {} was made: LibreOffice was not ready after {} seconds.", name,
                        format_short(seconds, 1, Lang::En))};
  }
  return {fmt::format("Er is geen {} gemaakt: LibreOffice kon het rapport niet omzetten.", name),
          fmt::format("No {} was made: LibreOffice could not convert the report.", name)};
}

}  // namespace

std::string office_program(const OfficeOptions& options) {
  if (!options.program.empty()) return find_program(options.program);
  if (const char* named = std::getenv("TREFPUNT_SOFFICE"); named && *named) {
    return find_program(named);
  }
  const std::string found = find_program("soffice");
  return found.empty() ? find_program("libreoffice") : found;
}

Result<OfficeFiles> office_forms(const std::string& fodt, const std::vector<OfficeForm>& forms,
                                 const OfficeOptions& options, Job& job) {
  OfficeFiles made;
  if (forms.empty()) return made;
  const std::string program = office_program(options);
  if (program.empty()) {
    made.notices.push_back(
        {"PDF, ODT en DOCX zijn niet gemaakt: LibreOffice is niet gevonden. Met LibreOffice maakt "
         "u "
         "ze zelf van report.fodt.",
         "PDF, ODT and DOCX were not made: LibreOffice was not found. With LibreOffice you can "
         "make "
         "them from report.fodt."});
    return made;
  }
  const WorkFolder work;
  const std::string source = (work.path / "report.fodt").string();
  if (!work.is_made || !write_file(source, fodt)) {
    made.notices.push_back(
        {"PDF, ODT en DOCX zijn niet gemaakt: er is geen ruimte voor tijdelijke bestanden.",
         "PDF, ODT and DOCX were not made: there is no room for temporary files."});
    return made;
  }
  for (const OfficeForm form : forms) {
    const Kind kind = kind_of(form);
    const ProgramEnd end = run_program(
        {program, "--headless", "--norestore",
         "-env:UserInstallation=" + url_of((work.path / "settings").string()), "--convert-to",
         kind.filter, "--outdir", (work.path / "made").string(), source},
        options.limit, job);
    if (end == ProgramEnd::Cancelled) {
      return Error{Code::Cancelled, {"gestopt", "stopped"}, {}};
    }
    Result<std::string> bytes =
        read_file((work.path / "made" / (std::string("report.") + kind.extension)).string());
    if (end == ProgramEnd::Done && bytes && is_whole(form, *bytes)) {
      made.files.push_back({form, *std::move(bytes)});
    } else {
      made.notices.push_back(not_made(form, end, options.limit));
    }
  }
  return made;
}

}  // namespace trefpunt
