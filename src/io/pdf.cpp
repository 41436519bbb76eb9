// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/pdf.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <set>

#include "io/dxf.h"
#include "io/dxf_blocks.h"
#include "io/pdf_page.h"

namespace trefpunt {

namespace {

constexpr double kSmallestScale = 10, kLargestScale = 5000;  // 1:10 to 1:5000

Error pdf_refusal(Code code, std::string nl, std::string en, const std::string& file) {
  return {code, {std::move(nl), std::move(en)}, file};
}

// The scales that texts of the page speak of: "Schaal 1:100", "1 : 100".
std::set<int> scales_in(const DxfContent& content) {
  std::set<int> scales;
  for (const DxfItem& item : content.items) {
    if (item.kind != DxfItem::Kind::Text) continue;
    std::string text = item.text;
    std::erase(text, ' ');
    for (std::size_t at = text.find("1:"); at != std::string::npos; at = text.find("1:", at + 1)) {
      if (at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9') continue;  // 21:15
      int scale = 0;
      const char* end = text.data() + text.size();
      if (std::from_chars(text.data() + at + 2, end, scale).ec != std::errc()) continue;
      if (scale >= kSmallestScale && scale <= kLargestScale) scales.insert(scale);
    }
  }
  return scales;
}

struct PaperScale {
  double metres_per_mm = 0;
  Severity severity = Severity::Note;
  Text origin;
};

Result<PaperScale> scale_of(const PdfPage& page, const PlanOptions& options,
                            const std::string& file) {
  if (options.metres_per_unit) {
    return PaperScale{*options.metres_per_unit, Severity::Note, {"zoals opgegeven", "as was said"}};
  }
  if (options.paper_scale) {
    return PaperScale{
        *options.paper_scale / 1000, Severity::Note, {"zoals opgegeven", "as was said"}};
  }
  if (page.metres_per_mm) {
    return PaperScale{*page.metres_per_mm,
                      Severity::Note,
                      {"volgens de maatgegevens in de PDF", "by the measure stored in the PDF"}};
  }
  const std::set<int> said = scales_in(page.content);
  if (said.size() == 1) {
    return PaperScale{*said.begin() / 1000.0,
                      Severity::Warning,
                      {"volgens een tekst op de bladzijde; meet een bekende afstand na, want een "
                       "PDF kan verkleind zijn afgedrukt",
                       "by a text on the page; check a distance that you know, for a PDF may have "
                       "been printed smaller"}};
  }
  std::string list;
  for (const int scale : said) list += fmt::format("{}1:{}", list.empty() ? "" : ", ", scale);
  const Text several = said.empty() ? Text{}
                                    : Text{fmt::format(" Op de bladzijde staan er meer: {}.", list),
                                           fmt::format(" The page speaks of several: {}.", list)};
  return pdf_refusal(Code::BadInput,
                     "De schaal van deze PDF is niet bekend." + several.nl +
                         " Geef haar op, bijvoorbeeld met --scale 1:100, of klik bij het inlezen "
                         "twee punten aan waarvan u de afstand weet.",
                     "The scale of this PDF is not known." + several.en +
                         " Say it, for instance with --scale 1:100, or click two points whose "
                         "distance you know when importing it.",
                     file);
}

struct FoundPage {
  PdfPage page;
  int number = 1;
  std::size_t pages = 1;
};

// What was on the page and is not in the plan.
std::string left_out(const PdfPage& page, Lang lang) {
  if (page.images + page.specks + page.hidden == 0) return {};
  std::string list;
  const auto name = [&](int count, const Text& one, const Text& more) {
    if (count == 0) return;
    list += (list.empty() ? "" : ", ") + std::to_string(count) + " " +
            (count == 1 ? one : more).in(lang);
  };
  name(page.images, {"afbeelding", "picture"}, {"afbeeldingen", "pictures"});
  name(page.specks, {"vlak kleiner dan 2 mm op papier", "fill smaller than 2 mm on paper"},
       {"vlakken kleiner dan 2 mm op papier", "fills smaller than 2 mm on paper"});
  name(page.hidden, {"ding op een laag die uit staat", "thing on a layer that is switched off"},
       {"dingen op een laag die uit staat", "things on a layer that is switched off"});
  return Text{" Niet gelezen: ", " Not read: "}.in(lang) + list + ".";
}

Finding from_pdf(const PaperScale& scale, const FoundPage& found) {
  const double ratio = 1000 * scale.metres_per_mm;
  const auto sentence = [&](Lang lang) {
    const std::string which =
        found.pages > 1
            ? fmt::format(fmt::runtime(Text{" (bladzijde {} van {})", " (page {} of {})"}.in(lang)),
                          found.number, found.pages)
            : "";
    const Text words{
        "Dit is een PDF{}: lijnen zonder betekenis, gelezen op schaal 1:{} ({}). Een tiende "
        "millimeter op papier is {} mm in het gebouw.",
        "This is a PDF{}: lines without a meaning, read at a scale of 1:{} ({}). A tenth of a "
        "millimetre on paper is {} mm in the building."};
    return fmt::format(fmt::runtime(words.in(lang)), which, format_short(ratio, 1, lang),
                       scale.origin.in(lang), format_short(ratio / 10, 1, lang)) +
           left_out(found.page, lang);
  };
  return {finding::kPlanFromPdf, scale.severity, {sentence(Lang::Nl), sentence(Lang::En)}, "", "",
          std::nullopt};
}

Result<FoundPage> find_page(std::shared_ptr<const std::string> bytes, const std::string& file,
                            int page, int max_segments, Job& job) {
  const Result<PdfFile> pdf = PdfFile::read(std::move(bytes), file, job);
  if (!pdf) return pdf.error();
  const std::size_t pages = pdf->pages().size();
  if (page == 0 && pages > 1) {
    return pdf_refusal(
        Code::BadInput,
        fmt::format("Deze PDF heeft {} bladzijden. Zeg welke de plattegrond is: {}#2.", pages,
                    file),
        fmt::format("This PDF has {} pages. Say which one is the plan: {}#2.", pages, file), file);
  }
  if (page < 0 || static_cast<std::size_t>(page) > pages) {
    const bool is_one = pages == 1;
    return pdf_refusal(
        Code::NotFound,
        fmt::format("Deze PDF heeft {} bladzijde{}; bladzijde {} is er niet.", pages,
                    is_one ? "" : "n", page),
        fmt::format("This PDF has {} page{}; there is no page {}.", pages, is_one ? "" : "s", page),
        file);
  }
  FoundPage found{{}, std::max(1, page), pages};
  Result<PdfPage> read = read_pdf_page(*pdf, found.number - 1, max_segments, job);
  if (!read) return read.error();
  found.page = *std::move(read);
  const auto& items = found.page.content.items;
  if (std::all_of(items.begin(), items.end(),
                  [](const DxfItem& item) { return item.kind == DxfItem::Kind::Text; })) {
    if (found.page.images > 0) {
      return pdf_refusal(Code::BadInput,
                         "Op deze bladzijde staan geen lijnen maar een afbeelding: een scan. Leg "
                         "haar als onderlegger onder een verdieping en trek haar over.",
                         "This page holds no lines but a picture: a scan. Lay it under a storey as "
                         "an underlay and draw over it.",
                         file);
    }
    return pdf_refusal(Code::BadInput, "Deze bladzijde is leeg: er staan geen lijnen op.",
                       "This page is empty: it has no lines.", file);
  }
  return found;
}

DxfDrawing drawing_of(PdfPage& page) {
  DxfDrawing drawing;
  drawing.model = std::move(page.content);
  return drawing;
}

}  // namespace

std::pair<std::string, int> split_page(const std::string& path) {
  const std::size_t at = path.rfind('#');
  std::error_code ignored;
  if (at == std::string::npos || std::filesystem::exists(path, ignored)) return {path, 0};
  int page = 0;
  const char *from = path.data() + at + 1, *end = path.data() + path.size();
  const auto read = std::from_chars(from, end, page);
  if (from == end || read.ec != std::errc() || read.ptr != end || page < 1) return {path, 0};
  return {path.substr(0, at), page};
}

bool looks_like_pdf(const std::string& bytes) {
  return std::string_view(bytes).substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

Result<RawPlan> read_pdf(std::shared_ptr<const std::string> bytes, const std::string& file,
                         int page, const LayerMap& layers, const PlanOptions& options, Job& job,
                         const std::optional<Box>& part, Point low) {
  Result<FoundPage> found = find_page(std::move(bytes), file, page, options.max_segments, job);
  if (!found) return found.error();
  const Result<PaperScale> scale = scale_of(found->page, options, file);
  if (!scale) return scale.error();
  PlanOptions scaled = options;
  scaled.metres_per_unit = scale->metres_per_mm;
  std::optional<SheetPart> sheet;
  if (part) sheet = SheetPart{*part, low};
  Result<RawPlan> plan = plan_of_drawing(drawing_of(found->page), file, layers, scaled, job, sheet);
  if (!plan) return plan;
  plan->findings.insert(plan->findings.begin(), from_pdf(*scale, *found));
  return plan;
}

Result<std::vector<LayerUse>> read_pdf_layers(std::shared_ptr<const std::string> bytes,
                                              const std::string& file, int page,
                                              const LayerMap& layers, const PlanOptions& options,
                                              Job& job) {
  Result<FoundPage> found = find_page(std::move(bytes), file, page, options.max_segments, job);
  if (!found) return found.error();
  Result<FlatDrawing> flat = flatten(drawing_of(found->page), layers, options.max_segments, file);
  if (!flat) return flat.error();
  return std::move(flat->layers);
}

Result<std::vector<Segment>> read_pdf_lines(std::shared_ptr<const std::string> bytes,
                                            const std::string& file, int page, Job& job) {
  Result<FoundPage> found =
      find_page(std::move(bytes), file, page, PlanOptions().max_segments, job);
  if (!found) return found.error();
  std::vector<Segment> lines;
  for (const DxfItem& item : found->page.content.items) {
    if (item.kind == DxfItem::Kind::Text) continue;
    for (std::size_t i = 0; i + 1 < item.points.size(); ++i) {
      lines.push_back({item.points[i], item.points[i + 1]});
    }
    if (item.kind != DxfItem::Kind::Open) lines.push_back({item.points.back(), item.points[0]});
  }
  return lines;
}

}  // namespace trefpunt
