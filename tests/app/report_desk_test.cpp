// SPDX-License-Identifier: GPL-3.0-or-later
// The report in the window: what is read before it is written, how an explanation is written, and
// how the report goes to a folder.
#include "app/desk.h"
#include "app/form_parts.h"
#include "app/panels.h"
#include "app/play.h"
#include "criteria/explanation.h"
#include "io/files.h"
#include "report/report_blocks.h"
#include "report/svg_picture.h"

using namespace trefpunt;

namespace {

const std::string kSample = std::string(TREFPUNT_ROOT) + "/samples/gezondheidscentrum";

// The sample health centre in a window that nobody sees.
class Centre {
 public:
  explicit Centre(float scale = 1, Lang lang = Lang::Nl) {
    auto made = Stage::make(surroundings(folder_.path()), kSample, static_cast<int>(1400 * scale),
                            static_cast<int>(900 * scale), scale);
    if (!made) FAIL(made.error().sentence.en);
    stage = *std::move(made);
    desktop().ui.lang = lang;
    stage->frame();
    run_command(desktop(), "open-sample");
    REQUIRE(stage->settle());
    REQUIRE(workspace().evaluated());
  }
  Desktop& desktop() { return stage->desktop(); }
  Workspace& workspace() { return desktop().workspace(); }
  UiState& state() { return desktop().state; }
  const Answers& answers() { return workspace().project().answers; }
  bool sees(const std::string& name) {
    stage->frame();
    return desktop().ui.marks.contains(name);
  }
  void click(const std::string& name) {
    INFO(name);
    for (int i = 0; i < 3; ++i) stage->frame();
    REQUIRE(desktop().ui.marks.contains(name));
    if (!desktop().ui.marks.at(name).is_in_sight) {
      desktop().ui.reveal = name;
      for (int i = 0; i < 3; ++i) stage->frame();
    }
    stage->click(desktop().ui.marks.at(name).middle());
  }
  void fill(const std::string& name, const std::string& words) {
    click(name);
    stage->press("Ctrl+A");
    stage->type(words);
  }
  void choose(const std::string& name, int index) {
    click(name);
    click(name + ":" + std::to_string(index));
  }
  // What is typed counts when the field is left.
  void leave() {
    stage->press("Tab");
    stage->frame();
  }
  // A threshold that the plan does not meet.
  void depart(const std::string& criterion, double value) {
    Ambition ambition = workspace().project().ambition;
    std::erase_if(ambition.thresholds,
                  [&](const DeclaredThreshold& one) { return one.criterion == criterion; });
    ambition.thresholds.push_back(
        {criterion, value, "proef", "raad van bestuur", "2026-11-01", false});
    REQUIRE(workspace().edit(edit::SetAmbition{ambition}));
    REQUIRE(stage->settle());
  }

  Folder folder_;
  std::unique_ptr<Stage> stage;
};

std::string html_of(Workspace& workspace, Lang lang) {
  const Evaluated& evaluated = *workspace.evaluated();
  return report_html(
      {*evaluated.project, evaluated.evaluation, workspace.catalogue(), workspace.today()}, lang);
}

// All letters that a browser would show of it, without blanks, the contents and the drawings.
std::string letters_of_html(std::string html) {
  html = html.substr(html.find("<main"), html.rfind("</main>") - html.find("<main"));
  for (const auto& [from, to] :
       {std::pair<std::string, std::string>{"<nav", "</nav>"}, {"<svg", "</svg>"}}) {
    for (std::size_t at = html.find(from); at != std::string::npos; at = html.find(from))
      html.erase(at, html.find(to, at) + to.size() - at);
  }
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<'))
    html.erase(at, html.find('>', at) + 1 - at);
  for (const auto& [code, letter] : {std::pair<std::string, std::string>{"&lt;", "<"},
                                     {"&gt;", ">"},
                                     {"&quot;", "\""},
                                     {"&#39;", "'"},
                                     {"&amp;", "&"}}) {
    for (std::size_t at = html.find(code); at != std::string::npos; at = html.find(code, at + 1))
      html.replace(at, code.size(), letter);
  }
  std::erase_if(html, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
  return html;
}

std::string letters_of_blocks(const ReportPage& page) {
  std::string letters;
  for (const ReportBlock& block : page.blocks) {
    if (block.kind != ReportBlock::Kind::Drawing) letters += words_of(block);
  }
  std::erase_if(letters, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
  return letters;
}

void check_same(const std::string& wanted, const std::string& found) {
  std::size_t at = 0;
  while (at < wanted.size() && at < found.size() && wanted[at] == found[at]) ++at;
  INFO("from: " << wanted.substr(at, 120));
  INFO("but:  " << found.substr(at, 120));
  CHECK(wanted == found);
}

}  // namespace

TEST_CASE("the blocks of a report say all that its page says, in the same order") {
  Centre centre;
  for (const Lang lang : {Lang::Nl, Lang::En}) {
    const std::string html = html_of(centre.workspace(), lang);
    const auto page = report_page(html);
    REQUIRE(page);
    // Three quarters of a megabyte: said once where they part, not printed whole.
    check_same(letters_of_html(html), letters_of_blocks(*page));
    int tables = 0, drawings = 0, signs = 0;
    const auto look_at = [&](const ReportRuns& runs) {
      for (const ReportRun& run : runs) {
        signs += run.status.has_value();
        INFO(run.link);
        if (!run.link.empty()) CHECK(page->anchors.contains(run.link));
      }
    };
    for (const ReportBlock& block : page->blocks) {
      look_at(block.runs);
      for (const auto& row : block.rows) {
        for (const ReportCell& cell : row) look_at(cell.runs);
      }
      if (block.kind == ReportBlock::Kind::Drawing) {
        ++drawings;
        CHECK_FALSE(block.runs.empty());
      }
      if (block.kind != ReportBlock::Kind::Table) continue;
      ++tables;
      REQUIRE(block.header_rows == 1);
      for (const auto& row : block.rows) CHECK(row.size() == block.rows.front().size());
      for (const ReportCell& cell : block.rows.front()) CHECK(cell.is_header);
    }
    CHECK(tables > 10);
    CHECK(drawings > 5);
    CHECK(signs > 20);
    CHECK(page->blocks.front().kind != ReportBlock::Kind::Drawing);
    CHECK(page->anchors.contains("summary"));
  }
}

TEST_CASE("a figure of the report is drawn with what figures share, and what is none is refused") {
  Centre centre;
  const auto page = report_page(html_of(centre.workspace(), Lang::Nl));
  REQUIRE(page);
  for (const ReportBlock& block : page->blocks) {
    if (block.kind != ReportBlock::Kind::Drawing) continue;
    const auto picture = svg_picture(block.svg, 300, 290);
    REQUIRE(picture);
    REQUIRE(picture->rgba.size() == 300u * 290 * 4);
    int inked = 0;
    for (std::size_t i = 0; i + 3 < picture->rgba.size(); i += 4) inked += picture->rgba[i] < 200;
    CHECK(inked > 500);
  }
  CHECK(svg_picture("<p>geen tekening</p>", 10, 10).error().code == Code::BadInput);
  CHECK(svg_picture("", 10, 10).error().code == Code::BadInput);
  CHECK(svg_picture("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", 0, 10).error().code ==
        Code::BadInput);
  CHECK(svg_picture("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", 9000, 9000).error().code ==
        Code::TooLarge);
}

TEST_CASE("what is no page of a report is refused with a sentence") {
  for (const char* text : {"", "<main>", "</main><main>", "<main><p></main>", "<p>iets</p>"}) {
    INFO(text);
    const auto page = report_page(text);
    REQUIRE_FALSE(page);
    CHECK(page.error().code == Code::BadInput);
  }
  const auto odd = report_page("<main>los<ul><li>een<ol><li>twee</li></ol></li></ul></main>");
  REQUIRE(odd);
  CHECK(odd->blocks.size() == 3);
  CHECK(odd->blocks[2].mark == "1.");
  CHECK(odd->blocks[2].level == 1);
}

TEST_CASE("the report is read beside the design, only as far as it is in sight, and follows it") {
  Centre centre;
  run_command(centre.desktop(), "report-view");
  REQUIRE(centre.stage->settle());
  const ReportShown before = shown_of(*centre.desktop().report);
  CHECK(before.is_current);
  CHECK(before.blocks > 200);
  CHECK(before.drawn > 3);
  CHECK(before.drawn < 60);
  CHECK(before.height > 20 * before.width);
  CHECK_FALSE(centre.sees("tool-wall:never"));
  CHECK(centre.sees("report-banner"));
  // An entry of the contents leads there: figures come, and are drawn on a thread.
  centre.click("contents:6");
  REQUIRE(centre.stage->settle());
  // What is looked for is found, and gone to.
  centre.fill("report-search", "drempel");
  CHECK(centre.sees("report-found"));
  centre.stage->press("Enter");
  // A change of the design changes the report.
  centre.depart("RVS-4.1a", 90);
  const ReportShown after = shown_of(*centre.desktop().report);
  CHECK(after.is_current);
  CHECK(after.blocks != before.blocks);
  // What blocks it leads to the form where it is put right.
  centre.click("blocker:RVS-4.1a");
  centre.stage->frame();
  CHECK(centre.state().criterion == "RVS-4.1a");
  CHECK(centre.state().forms.explanations.contains("RVS-4.1a"));
  CHECK(centre.sees("explain-departs"));
  run_command(centre.desktop(), "report-view");
  CHECK_FALSE(centre.sees("report-banner"));
}

TEST_CASE(
    "an explanation is written field by field, departure after departure, and nothing is lost") {
  Centre centre;
  centre.depart("RVS-4.1a", 90);
  const std::vector<std::string> departures =
      departures_of(centre.workspace().evaluated()->evaluation.judgement);
  REQUIRE(departures.size() > 1);
  REQUIRE(departures.front() != "");
  const auto at = std::find(departures.begin(), departures.end(), "RVS-4.1a");
  REQUIRE(at != departures.end());
  centre.click("criterion:RVS-4.1a");
  centre.click("explain");
  // The program fills in no words of an explanation.
  const Explanation& fresh = centre.state().forms.explanations.at("RVS-4.1a");
  CHECK((fresh.departs + fresh.why + fresh.weighed + fresh.instead + fresh.consulted).empty());
  centre.fill("explain-departs", "De groepsruimte is kleiner.");
  const bool has_next = at + 1 != departures.end();
  centre.click(has_next ? "explain-next" : "explain-previous");
  const std::string other = has_next ? *(at + 1) : *(at - 1);
  CHECK(centre.state().criterion == other);
  CHECK(centre.sees("explain-departs"));
  centre.click(has_next ? "explain-previous" : "explain-next");
  CHECK(centre.state().forms.explanations.at("RVS-4.1a").departs == "De groepsruimte is kleiner.");

  // A day that does not exist: a sentence at the field, and it is not kept.
  centre.fill("explain-review", "2027-02-31");
  centre.leave();
  CHECK(centre.sees("explain-review:wrong"));
  centre.click("explain-save");
  CHECK(centre.state().forms.explanations.contains("RVS-4.1a"));
  CHECK(explanation_of("RVS-4.1a", centre.answers()) == nullptr);
  // As the Dutch write it, it becomes the day.
  centre.fill("explain-review", "1 november 2027");
  centre.leave();
  CHECK_FALSE(centre.sees("explain-review:wrong"));
  CHECK(centre.state().forms.explanations.at("RVS-4.1a").review_date == "2027-11-01");

  // An obstacle of one's own, and an end when it is temporary.
  centre.choose("explain-obstacle", 6);
  centre.fill("explain-obstacle-own", "monument");
  centre.choose("explain-duration", 1);
  centre.fill("explain-until", "2028-01-01");
  // Who was heard is a record of its own, and one step.
  const std::size_t heard = centre.answers().consultations.size();
  centre.click("heard-add");
  centre.choose("heard-suggestion", 5);
  centre.fill("heard-date", "3-3-2026");
  centre.choose("heard-advice", 2);
  centre.fill("heard-text", "Te klein.");
  centre.leave();
  centre.click("heard-save");
  REQUIRE(centre.stage->settle());
  REQUIRE(centre.answers().consultations.size() == heard + 1);
  CHECK(centre.answers().consultations.back().body == "omwonenden");
  CHECK(centre.answers().consultations.back().date == "2026-03-03");
  CHECK(centre.answers().consultations.back().advice == "negative");
  CHECK(centre.workspace().history().undo_label().nl == "Vastleggen wie is gehoord");
  centre.click("explain-heard:" + std::to_string(heard));
  CHECK(centre.state().forms.explanations.at("RVS-4.1a").consulted == "omwonenden (3 maart 2026)");
  centre.click("explain-save");
  REQUIRE(centre.stage->settle());
  const Explanation* kept = explanation_of("RVS-4.1a", centre.answers());
  REQUIRE(kept);
  CHECK(kept->obstacle == "monument");
  CHECK(kept->until == "2028-01-01");
  CHECK(centre.workspace().history().undo_label().nl == "Uitleg schrijven");
  centre.workspace().undo();
  CHECK(explanation_of("RVS-4.1a", centre.answers()) == nullptr);
  CHECK(centre.answers().consultations.size() == heard + 1);
}

TEST_CASE("days are read as people write them") {
  CHECK(iso_day_of("2026-11-05") == "2026-11-05");
  CHECK(iso_day_of(" 5-11-2026 ") == "2026-11-05");
  CHECK(iso_day_of("5 november 2026") == "2026-11-05");
  CHECK(iso_day_of("5 November 2026") == "2026-11-05");
  CHECK(iso_day_of("29-2-2028") == "2028-02-29");
  for (const char* wrong : {"31-2-2027", "5 nov 26", "2026-13-01", "morgen", "1 2", "1 2 2026 3"})
    CHECK(iso_day_of(wrong) == wrong);
}

TEST_CASE("one reason holds for several criteria without a threshold, and one does not apply") {
  Centre centre;
  REQUIRE(centre.workspace().edit(edit::SetAmbition{}));
  Answers none;
  REQUIRE(centre.workspace().edit(edit::SetAnswers{none}));
  REQUIRE(centre.stage->settle());
  std::vector<std::string> without;
  for (const Verdict& verdict : centre.workspace().evaluated()->evaluation.judgement.verdicts) {
    if (verdict.needs_threshold_reason) without.push_back(verdict.criterion);
  }
  REQUIRE(without.size() > 2);
  centre.click("criterion:" + without[0]);
  centre.click("no-threshold");
  centre.fill("no-threshold-reason", "Nog geen besluit.");
  centre.fill("no-threshold-by", "raad van bestuur");
  centre.click("no-threshold-also:" + without[2]);
  centre.click("no-threshold-save");
  REQUIRE(centre.stage->settle());
  REQUIRE(centre.answers().no_threshold.size() == 1);
  CHECK(centre.answers().no_threshold[0].criteria ==
        std::vector<std::string>{without[0], without[2]});
  CHECK(centre.state().decider == "raad van bestuur");  // asked once
  centre.click("not-applicable");
  centre.fill("not-applicable-reason", "Er is hier geen bezoek.");
  CHECK(centre.state().forms.not_applicable.at(without[0]).decided_by == "raad van bestuur");
  centre.leave();
  centre.click("not-applicable-save");
  REQUIRE(centre.stage->settle());
  REQUIRE(centre.answers().not_applicable.size() == 1);
  centre.click("not-applicable");
  centre.click("not-applicable-remove");
  REQUIRE(centre.stage->settle());
  CHECK(centre.answers().not_applicable.empty());
}

TEST_CASE(
    "a report is written beside the frames, says what it wrote, and stopped it leaves nothing") {
  Centre centre;
  const std::string out = centre.folder_ / "rapport";
  make_report(centre.desktop(), out);
  CHECK(centre.desktop().exporting.writing.is_running());
  centre.desktop().exporting.writing.cancel();
  REQUIRE(centre.stage->settle());
  CHECK_FALSE(std::filesystem::exists(out));
  CHECK(centre.state().message == "Gestopt; er is geen rapport geschreven.");
  CHECK(centre.state().dialog.empty());

  run_command(centre.desktop(), "report");
  centre.stage->frame();
  CHECK(centre.sees("export-language"));
  centre.choose("export-language", 1);
  make_report(centre.desktop(), out);
  REQUIRE(centre.stage->settle());
  CHECK(centre.state().message.find("report.html") != std::string::npos);
  CHECK(centre.state().message.find("report.json") != std::string::npos);
  const auto html = read_file(out + "/report.html");
  REQUIRE(html);
  CHECK(html->find("<html lang=\"en\">") != std::string::npos);

  make_report(centre.desktop(), "/proc/rapport");
  REQUIRE(centre.stage->settle());
  CHECK(centre.state().dialog == "failed");
}

TEST_CASE("the list of findings writes a BCF file alone, in the version that is chosen") {
  Centre centre;
  centre.click("tab-findings");
  centre.click("findings-bcf");
  CHECK(centre.state().dialog == "report");
  CHECK(centre.sees("export-version"));
  CHECK_FALSE(centre.sees("export-form:1"));
  const std::string out = centre.folder_ / "bcf";
  make_report(centre.desktop(), out);
  REQUIRE(centre.stage->settle());
  CHECK(centre.state().message == "BCF gemaakt in " + out + ": report.bcf.");
  run_command(centre.desktop(), "bcf");
  centre.choose("export-version", 1);
  make_report(centre.desktop(), out);
  REQUIRE(centre.stage->settle());
  CHECK(std::filesystem::exists(out + "/report-2.1.bcf"));
  CHECK(std::filesystem::file_size(out + "/report.bcf") > 10000);
  CHECK_FALSE(std::filesystem::exists(out + "/report.json"));
  // The report of before is still there to be made, with BCF among its forms.
  run_command(centre.desktop(), "report");
  CHECK_FALSE(centre.sees("export-version"));
  CHECK(centre.sees("export-form:" + std::to_string(static_cast<int>(Form::Bcf))));
}

// Pictures to look at: TREFPUNT_KEEP_PICTURES names a folder for them.
TEST_CASE("the report view at every scale and in both languages") {
  const char* kept = std::getenv("TREFPUNT_KEEP_PICTURES");
  for (const float scale : {1.0f, 2.0f}) {
    for (const Lang lang : {Lang::Nl, Lang::En}) {
      if (!kept && scale == 2.0f && lang == Lang::Nl) continue;
      Centre centre(scale, lang);
      centre.depart("RVS-4.1a", 90);
      run_command(centre.desktop(), "report-view");
      REQUIRE(centre.stage->settle());
      const auto picture = [&](const std::string& name) {
        REQUIRE(centre.stage->settle());
        if (!kept) return;
        const char* tongue = lang == Lang::Nl ? "nl" : "en";
        REQUIRE(centre.stage->picture(std::string(kept) + "/report-" + name + "-" + tongue +
                                      std::to_string(static_cast<int>(scale)) + ".png"));
      };
      picture("top");
      centre.click("contents:8");
      picture("results");
      centre.click("contents:10");
      picture("figures");
      centre.click("blocker:RVS-4.1a");
      picture("form");
      if (!kept) continue;
      centre.fill("explain-review", "2027-02-31");
      centre.leave();
      picture("wrong-day");
      centre.click("heard-add");
      picture("heard");
      run_command(centre.desktop(), "report");
      picture("export");
      run_command(centre.desktop(), "bcf");
      picture("bcf");
    }
  }
}
