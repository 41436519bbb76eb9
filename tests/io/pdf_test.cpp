// SPDX-License-Identifier: GPL-3.0-or-later
// PDF as a plan, by pages of a few lines that are written here.
#include "io/pdf.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "io/dxf_arcs.h"
#include "io/pdf_arc.h"
#include "io/pdf_file.h"
#include "io/pdf_ink.h"
#include "io/pdf_page.h"
#include "io/plan_reader.h"

using namespace trefpunt;

namespace {

namespace fs = std::filesystem;

std::string stream(const std::string& content, const std::string& entries = "") {
  return "<< /Length " + std::to_string(content.size()) + " " + entries + " >>\nstream\n" +
         content + "\nendstream";
}

// Objects from 1 on: 1 is the catalog, 2 the pages.
std::string pdf_of(const std::vector<std::string>& objects, const std::string& trailer = "") {
  std::string pdf = "%PDF-1.7\n";
  int number = 0;
  for (const std::string& object : objects) {
    pdf += std::to_string(++number) + " 0 obj\n" + object + "\nendobj\n";
  }
  return pdf + "trailer\n<< /Root 1 0 R " + trailer + " >>\nstartxref\n0\n%%EOF\n";
}

// One sheet of A4; whoever draws on it does so in millimetres.
std::string sheet(const std::string& content, const std::string& page = "",
                  const std::string& catalog = "", const std::vector<std::string>& more = {}) {
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R " + catalog + " >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.276 841.89] /Contents 4 0 R /Resources << "
      "/Font << /F1 5 0 R >> /Properties << /L1 6 0 R /L2 7 0 R /L3 8 0 R >> /XObject << /X 9 0 R "
      ">> >> " +
          page + " >>",
      stream("2.83464567 0 0 2.83464567 0 0 cm\n" + content),
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
      "<< /Type /OCG /Name (21_BUITENWANDEN) >>",
      "<< /Type /OCG /Name <FEFF0033003200200044006500750072> >>",
      "<< /Type /OCG /Name (MAATVOERING) >>"};
  objects.insert(objects.end(), more.begin(), more.end());
  return pdf_of(objects);
}

// A room of 4 x 3 m at 1:100 inside solid walls of 0.2 m, with an opening of 1 m in the south wall
// and a door in it; a table, the name of the room and a word as small as the text of a dimension.
const std::string kRoom =
    "0 g 50 50 10 2 re f 70 50 24 2 re f 50 82 44 2 re f 50 52 2 30 re f 92 52 2 30 re f\n"
    "0.18 w 60 52 m 60 62 l S 60 62 m 65.523 62 70 57.523 70 52 c S\n"
    "0.5 0.5 0.5 RG 0.13 w 75 60 8 8 re S\n"
    "BT /F1 3 Tf 65 72 Td (0.01 Spreekkamer) Tj 0 -4 Td [(12,) -20 (0 m\\262)] TJ ET\n"
    "0.5 g 10 10 1 1 re f\n";
const std::map<std::string, Meaning> kMeant = {{"vlak zwart", Meaning::Wall},
                                               {"lijn 0,18 mm zwart", Meaning::Door}};

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("trefpunt-pdf-" + std::to_string(++count_))) {
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
  }

 private:
  inline static int count_ = 0;
  fs::path path_;
};

Result<RawPlan> plan_of(const std::string& bytes, PlanOptions options, int page = 0) {
  Job job;
  LayerMap layers = builtin_layer_map();
  layers.said = options.layers;
  return read_pdf(std::make_shared<const std::string>(bytes), "x.pdf", page, layers, options, job,
                  std::nullopt, {});
}
PlanOptions at_scale(double scale) {
  PlanOptions options;
  options.layers = kMeant;
  options.paper_scale = scale;
  return options;
}
std::string refusal(const std::string& bytes, const PlanOptions& options = at_scale(100),
                    int page = 0) {
  const auto plan = plan_of(bytes, options, page);
  if (plan) return "read";
  CHECK_FALSE(plan.error().sentence.en.empty());
  return plan.error().sentence.nl;
}
Result<PdfPage> page_of(const std::string& bytes) {
  Job job;
  const auto file = PdfFile::read(std::make_shared<const std::string>(bytes), "x.pdf", job);
  REQUIRE(file);
  return read_pdf_page(*file, 0, 1'000'000, job);
}
std::set<std::string> layers_of(const std::string& bytes) {
  std::set<std::string> names;
  const auto page = page_of(bytes);
  REQUIRE(page);
  for (const DxfItem& item : page->content.items) names.insert(item.layer);
  return names;
}
bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("A page at a scale gives its room, walls, door and name in metres", "[pdf]") {
  const auto plan = plan_of(sheet(kRoom), at_scale(100));
  REQUIRE(plan);
  REQUIRE(plan->storeys.size() == 1);
  const Storey& storey = plan->storeys[0].storey;
  CHECK(storey.walls.size() == 5);
  CHECK(box_of(storey).width() == Approx(4.4).margin(1e-4));
  CHECK(box_of(storey).low.x == Approx(5).margin(1e-4));
  REQUIRE(storey.spaces.size() == 1);
  CHECK(storey.spaces[0].number == "0.01");
  CHECK(storey.spaces[0].name == "Spreekkamer");
  CHECK(storey.spaces[0].stated_area_m2 == Approx(12));
  REQUIRE(storey.doors.size() == 1);
  CHECK(storey.doors[0].opening_width() == Approx(1).margin(0.001));
  REQUIRE_FALSE(plan->findings.empty());
  CHECK(plan->findings[0].code == finding::kPlanFromPdf);
  CHECK(plan->findings[0].severity == Severity::Note);
  CHECK(plan->findings[0].sentence.nl ==
        "Dit is een PDF: lijnen zonder betekenis, gelezen op schaal 1:100 (zoals opgegeven). Een "
        "tiende millimeter op papier is 10 mm in het gebouw. Niet gelezen: 1 vlak kleiner dan 2 mm "
        "op papier.");
}

TEST_CASE("A known distance says the scale as well as a scale does", "[pdf]") {
  PlanOptions options = at_scale(100);
  options.paper_scale.reset();
  options.metres_per_unit = 8.8 / 44;  // the outer wall of 44 mm is 8.8 m
  const auto plan = plan_of(sheet(kRoom), options);
  REQUIRE(plan);
  CHECK(box_of(plan->storeys[0].storey).width() == Approx(8.8).margin(1e-4));
  CHECK(has(plan->findings[0].sentence.nl, "1:200"));
}

TEST_CASE("Pens and fills are layers with names for people", "[pdf]") {
  CHECK(layers_of(sheet(kRoom)) == std::set<std::string>{"vlak zwart", "lijn 0,18 mm zwart",
                                                         "lijn 0,13 mm grijs #808080", "tekst"});
  CHECK(layers_of(sheet("1 0 0 RG 0 w 10 10 m 50 10 l S [3 1] 0 d 0.35 w 10 20 m 50 20 l S "
                        "1 G 10 30 m 50 30 l S")) ==
        std::set<std::string>{"haarlijn rood #FF0000", "lijn 0,35 mm rood #FF0000 gestreept"});
  // A scaled drawing has the pens that come on paper.
  CHECK(layers_of(sheet("q 0.01 0 0 0.01 0 0 cm 50 w 1000 1000 m 5000 1000 l S Q")) ==
        std::set<std::string>{"lijn 0,50 mm zwart"});
  PdfInk ink;
  set_ink(ink, {0, 0, 0, 1});
  CHECK(fill_name(ink) == "vlak zwart");
}

TEST_CASE("Layers of the file go before pens, and one that is off is not read", "[pdf]") {
  const std::string drawn =
      "/OC /L1 BDC 10 10 m 50 10 l S EMC /OC /L2 BDC 10 20 m 50 20 l S EMC "
      "/OC /L3 BDC 10 30 m 50 30 l S EMC";
  CHECK(layers_of(sheet(drawn)) ==
        std::set<std::string>{"21_BUITENWANDEN", "32 Deur", "MAATVOERING"});
  CHECK(layers_of(sheet(drawn, "", "/OCProperties << /D << /OFF [8 0 R] >> >>")) ==
        std::set<std::string>{"21_BUITENWANDEN", "32 Deur"});
}

TEST_CASE("What is turned, put in a form or cut by a clip lies where it is printed", "[pdf]") {
  const auto box = [](const std::string& bytes) {
    const auto page = page_of(bytes);
    REQUIRE(page);
    Box all;
    for (const DxfItem& item : page->content.items) all.add(box_of(item.points));
    return all;
  };
  const std::string line = "10 20 m 50 20 l S";
  CHECK(distance(box(sheet(line)).low, Point{10, 20}) < 1e-3);
  const Box turned = box(sheet(line, "/Rotate 90"));
  CHECK(turned.low.x == Approx(20).margin(1e-3));
  CHECK(turned.high.y == Approx(200).margin(1e-3));
  CHECK(turned.low.y == Approx(160).margin(1e-3));
  const Box cropped = box(sheet(line, "/CropBox [14.17323 28.34646 500 500]"));
  CHECK(cropped.low.x == Approx(5).margin(1e-3));
  CHECK(cropped.low.y == Approx(10).margin(1e-3));
  const std::string form =
      stream("0 0 m 10 0 l S",
             "/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Matrix [2 0 0 2 "
             "30 40]");
  const Box moved = box(sheet("/X Do", "", "", {form}));
  CHECK(moved.low.x == Approx(30).margin(1e-3));
  CHECK(moved.high.x == Approx(50).margin(1e-3));
  CHECK(moved.low.y == Approx(40).margin(1e-3));
  CHECK(box(sheet("q 0 0 30 30 re W n 10 50 m 20 50 l S Q 10 10 m 20 10 l S")).high.y ==
        Approx(10).margin(1e-3));
  CHECK(box(sheet("-100 -100 m -50 -100 l S " + line)).low.x == Approx(10).margin(1e-3));
}

TEST_CASE("An arc of many short lines is one line, a corner is not", "[pdf]") {
  const auto page = page_of(sheet("10 10 m 11 10.1 l S 11 10.1 m 12 10.4 l S 12 10.4 m 12 12 l S"));
  REQUIRE(page);
  CHECK(page->content.items.size() == 2);
  CHECK(page->content.items[0].points.size() == 3);
}

TEST_CASE("A curve and a row of short lines become arcs in equal pieces", "[pdf]") {
  std::vector<Point> rough;
  for (int i = 0; i <= 9; ++i) {
    const double angle = 0.17453 * i + (i % 2 == 1 ? 0.02 : 0);
    rough.push_back(
        {std::round(900 * std::cos(angle)) / 100, std::round(900 * std::sin(angle)) / 100});
  }
  const std::vector<Point> even = even_arc(rough);
  CHECK(even.size() == 24);
  CHECK(arcs_in(even).size() == 1);
  const std::vector<Point> corner{{0, 0}, {1, 0}, {2, 0}, {2, 1}, {2, 2}};
  CHECK(even_arc(corner) == corner);
  const auto page = page_of(sheet("60 62 m 65.523 62 70 57.523 70 52 c S"));
  REQUIRE(page);
  const auto arcs = arcs_in(page->content.items[0].points);
  REQUIRE(arcs.size() == 1);
  CHECK(distance(arcs[0].centre, Point{60, 52}) < 0.05);
}

TEST_CASE("A fill with a hole is one thing with a hole", "[pdf]") {
  const auto page = page_of(sheet("10 10 40 40 re 12 12 36 36 re f*"));
  REQUIRE(page);
  REQUIRE(page->content.items.size() == 1);
  CHECK(page->content.items[0].holes.size() == 1);
}

TEST_CASE("Letters of a font that tells them are read, also of two bytes", "[pdf]") {
  const std::string table =
      "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0001> <0003> <0041> "
      "endbfrange 1 beginbfchar <0010> <00E9> endbfchar";
  std::string pdf = sheet("BT /F1 5 Tf 20 20 Td <0001000200030010> Tj ET", "", "",
                          {stream("", "/Type /XObject"), stream(table)});
  const std::string plain = "/Subtype /Type1";
  pdf.replace(pdf.find(plain), plain.size(), "/Subtype /Type0 /ToUnicode 10 0 R");
  const auto page = page_of(pdf);
  REQUIRE(page);
  REQUIRE(page->content.items.size() == 1);
  CHECK(page->content.items[0].text == "ABC\xC3\xA9");
  CHECK(page->content.items[0].text_height == Approx(3.5).margin(0.01));
}

TEST_CASE("Without a scale a PDF is refused, unless the page states one", "[pdf]") {
  PlanOptions options;
  options.layers = kMeant;
  CHECK(has(refusal(sheet(kRoom), options), "De schaal van deze PDF is niet bekend. Geef haar op"));
  const std::string text = kRoom + "BT /F1 4 Tf 120 20 Td (Schaal 1 : 50) Tj ET\n";
  const auto by_text = plan_of(sheet(text), options);
  REQUIRE(by_text);
  CHECK(by_text->findings[0].severity == Severity::Warning);
  CHECK(box_of(by_text->storeys[0].storey).width() == Approx(2.2).margin(1e-4));
  const std::string two = text + "BT /F1 4 Tf 120 40 Td (Detail 1:10) Tj ET\n";
  CHECK(has(refusal(sheet(two), options), "er meer: 1:10, 1:50."));
  // 1 point is 0.0352778 m at 1:100.
  const auto by_measure =
      plan_of(sheet(two,
                    "/VP [<< /BBox [0 0 500 500] /Measure << /Type /Measure /Subtype /RL /X [<< "
                    "/U (m) /C 0.03527778 >>] >> >>]"),
              options);
  REQUIRE(by_measure);
  CHECK(by_measure->findings[0].severity == Severity::Note);
  CHECK(box_of(by_measure->storeys[0].storey).width() == Approx(4.4).margin(1e-3));
  CHECK(box_of(plan_of(sheet(two), at_scale(200))->storeys[0].storey).width() ==
        Approx(8.8).margin(1e-3));
}

TEST_CASE("Which pen is the walls must be said, and the pens are listed", "[pdf]") {
  PlanOptions options;
  options.paper_scale = 100;
  CHECK(has(refusal(sheet(kRoom), options), "'vlak zwart'"));
  Job job;
  const auto layers = read_pdf_layers(std::make_shared<const std::string>(sheet(kRoom)), "x.pdf", 0,
                                      builtin_layer_map(), {}, job);
  REQUIRE(layers);
  CHECK(layers->size() == 4);
}

TEST_CASE("Of several pages one is chosen, each can be a storey", "[pdf]") {
  std::string pages, kids;
  std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>", ""};
  for (int i = 0; i < 1000; ++i) {
    kids += std::to_string(4 + i) + " 0 R ";
    objects.push_back(i == 0 ? stream("2.83464567 0 0 2.83464567 0 0 cm\n" + kRoom) : "");
    objects.back() = i == 0
                         ? objects.back()
                         : "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R "
                           "/Resources << >> >>";
  }
  objects.push_back(objects.back());
  objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count 1000 >>";
  const std::string pdf = pdf_of(objects);
  CHECK(refusal(pdf) == "Deze PDF heeft 1000 bladzijden. Zeg welke de plattegrond is: x.pdf#2.");
  CHECK(refusal(pdf, at_scale(100), 1001) ==
        "Deze PDF heeft 1000 bladzijden; bladzijde 1001 is er niet.");
  CHECK(plan_of(pdf, at_scale(100), 1000));
  const Folder folder;
  const std::string path = folder.write("plan.pdf", pdf);
  CHECK(split_page(path + "#2") == std::pair{path, 2});
  CHECK(split_page(path) == std::pair{path, 0});
  CHECK(split_page(path + "#0").second == 0);
  Job job;
  const auto both =
      read_plan({{path, "Begane grond", std::nullopt, 1}, {path, "Verdieping 1", std::nullopt, 2}},
                at_scale(100), job);
  REQUIRE(both);
  CHECK(both->building.storeys.size() == 2);
  CHECK(both->sources[1].name == "plan.pdf (p. 2)");
  CHECK_FALSE(
      read_plan({{path, "", std::nullopt, 2}, {path, "", std::nullopt, 2}}, at_scale(100), job));
}

TEST_CASE("A scale is only for a PDF", "[pdf]") {
  const Folder folder;
  Job job;
  const auto plan = read_plan({{folder.write("x.geojson",
                                             "{\"type\":\"FeatureCollection\","
                                             "\"features\":[]}"),
                                ""}},
                              at_scale(100), job);
  CHECK_FALSE(plan);
}

TEST_CASE("What is no plan on a page is refused with a sentence", "[pdf]") {
  const std::string image = stream("x", "/Type /XObject /Subtype /Image");
  CHECK(has(refusal(sheet("/X Do", "", "", {image})), "geen lijnen maar een afbeelding: een scan"));
  CHECK(has(refusal(sheet("BI /W 1 /H 1 ID \x01\x02 EI")), "een scan"));
  CHECK(refusal(sheet("")) == "Deze bladzijde is leeg: er staan geen lijnen op.");
  CHECK(has(refusal(sheet("BT /F1 5 Tf (alleen tekst) Tj ET")), "is leeg"));
  PlanOptions few = at_scale(100);
  few.max_segments = 20;
  CHECK(has(refusal(sheet(kRoom), few), "de grens is 20"));
}

TEST_CASE("A damaged, protected or strange PDF is refused with a sentence", "[pdf]") {
  const std::string whole = sheet(kRoom);
  CHECK(refusal("GIF89a") == "Dit is geen PDF.");
  CHECK(refusal("") == "Dit is geen PDF.");
  CHECK(has(refusal(pdf_of({"<< /Type /Catalog /Pages 2 0 R >>"}, "/Encrypt 9 0 R /ID []")),
            "geen bladzijde"));
  CHECK(has(refusal(pdf_of({"<< /Type /Catalog >>"}, "/Encrypt << /Filter /Standard >>")),
            "Deze PDF is beveiligd"));
  CHECK(has(refusal(pdf_of({"<< /Type /Catalog >>"})), "geen bladzijde"));
  for (std::size_t size = 9; size + 30 < whole.size(); size += 41) {
    CHECK(refusal(whole.substr(0, size)) == "Deze PDF is afgebroken: het einde ontbreekt.");
  }
  CHECK(has(refusal(sheet(kRoom + std::string(1'000'000, '[') + std::string(1'000'000, '<'))),
            "read"));
  CHECK(has(refusal(pdf_of({"<< /Type /Catalog /Pages 2 0 R >>",
                            "<< /Type /Pages /Kids [2 0 R 2 0 R 1 0 R 1 0 R] >>"})),
            "is leeg"));
  // A form that draws itself, and numbers beyond all paper.
  CHECK(refusal(sheet("/X Do " + kRoom, "", "",
                      {stream("/X Do /X Do",
                              "/Type /XObject /Subtype /Form /Resources << /XObject "
                              "<< /X 9 0 R >> >>")})) == "read");
  CHECK(refusal(sheet(
            "1e400 0 m 9999999999999 0 l S 99999999999999999999 0 0 1 0 0 cm 1 1 m 2 2 l S")) ==
        "Deze bladzijde is leeg: er staan geen lijnen op.");
  std::string packed = sheet(kRoom);
  const std::string length = "<< /Length ";
  packed.replace(packed.rfind(length, packed.find("cm\n")), length.size(),
                 "<< /Filter /FlateDecode /Length ");
  CHECK(has(refusal(packed), "niet uit te pakken"));
  packed.replace(packed.find("FlateDecode"), 11, "LZWDecode");
  CHECK(has(refusal(packed), "(LZWDecode)"));
}

TEST_CASE("A PDF that is no longer wanted stops", "[pdf]") {
  std::stop_source source;
  source.request_stop();
  Job job(source.get_token());
  std::string many;
  for (int i = 0; i < 3000; ++i) many += "10 10 m 20 20 l S ";
  const auto plan = read_pdf(std::make_shared<const std::string>(sheet(many)), "x.pdf", 0,
                             builtin_layer_map(), at_scale(100), job, std::nullopt, {});
  REQUIRE_FALSE(plan);
  CHECK(plan.error().code == Code::Cancelled);
}
