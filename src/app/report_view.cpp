// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report_view.h"

#include <GLFW/glfw3.h>
#include <fmt/format.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>

#include "app/gl_picture.h"
#include "app/report_layout.h"
#include "app/task.h"
#include "criteria/scale.h"
#include "report/report.h"
#include "report/svg_picture.h"

namespace trefpunt {

namespace {

constexpr std::size_t kMostFigures = 40;  // kept on the graphics card

struct Made {
  ReportPage page;
  std::vector<std::string> folded;  // the words of each block, to look for
};

struct DrawnFigure {
  GlPicture picture;
  bool is_refused = false;
  int seen_at = 0;  // frame
};

}  // namespace

struct ReportView::State {
  Task<std::shared_ptr<const Made>> making;
  std::shared_ptr<const Evaluated> asked_of, made_of;
  Lang asked_lang = Lang::Nl, made_lang = Lang::Nl;
  std::shared_ptr<const Made> made;
  std::optional<Error> refused;

  LaidPage laid;
  std::shared_ptr<const Made> laid_of;
  float laid_width = 0, laid_scale = 0;

  std::map<std::string, DrawnFigure> figures;  // by what is drawn and how wide
  Task<SvgPicture> drawing;
  std::string drawn_key;

  std::string search, searched;
  std::vector<std::size_t> found;
  std::size_t found_at = 0;
  std::optional<std::size_t> jump;  // to this block, in the next frame
  int link_at = -1;                 // among the links in sight: has the keyboard
  std::size_t drawn = 0;
  float scroll = 0;            // of the page in the last frame
  float blockers_height = 60;  // of all of them, as drawn in the last frame
};

ReportView::ReportView() : state(std::make_unique<State>()) {}
ReportView::~ReportView() = default;

bool is_busy(const ReportView& view) {
  return view.state->making.is_running() || view.state->drawing.is_running();
}

ReportShown shown_of(const ReportView& view) {
  const ReportView::State& s = *view.state;
  ReportShown shown;
  shown.blocks = s.made ? s.made->page.blocks.size() : 0;
  shown.drawn = s.drawn;
  shown.figures = s.figures.size();
  shown.is_current = s.made && s.made_of == s.asked_of && !s.making.is_running();
  shown.width = s.laid.width;
  shown.height = s.laid.height;
  return shown;
}

namespace {

// As it would be written now; on a thread, since it takes longer than a frame.
void follow_page(Ui& ui, const Workspace& workspace, ReportView::State& s) {
  if (auto done = s.making.take()) {
    if (*done) {
      s.made = std::move(**done);
      s.refused.reset();
    } else {
      s.refused = done->error();
    }
    s.made_of = s.asked_of;
    s.made_lang = s.asked_lang;
  }
  const std::shared_ptr<const Evaluated> now = workspace.shared_evaluated();
  const bool is_made = s.made_of == now && s.made_lang == ui.lang;
  if (!now || workspace.is_stale() || is_made || s.making.is_running()) return;
  s.asked_of = now;
  s.asked_lang = ui.lang;
  s.making.start(
      [now, project = workspace.with_past(*now->project), lang = ui.lang, today = workspace.today(),
       &catalogue = workspace.whole_catalogue()](Job&) -> Result<std::shared_ptr<const Made>> {
        const Catalogue own = at_scale(catalogue, now->evaluation.scale);
        auto page = report_page(report_html({project, now->evaluation, own, today}, lang));
        if (!page) return page.error();
        Made made{std::move(*page), {}};
        for (const ReportBlock& block : made.page.blocks)
          made.folded.push_back(fold(words_of(block)));
        return std::make_shared<const Made>(std::move(made));
      },
      workspace.wake());
}

void follow_layout(Ui& ui, ReportView::State& s, float width) {
  if (s.laid_of == s.made && s.laid_width == width && s.laid_scale == ui.scale) return;
  s.laid = lay_out(ui, s.made->page, width);
  s.laid_of = s.made;
  s.laid_width = width;
  s.laid_scale = ui.scale;
}

void follow_search(ReportView::State& s) {
  const std::string wanted = fold(squeeze(s.search));
  const std::string key = wanted + fmt::format("/{}", fmt::ptr(s.made.get()));
  if (s.searched == key) return;
  s.searched = key;
  s.found.clear();
  s.found_at = 0;
  if (wanted.size() < 2) return;
  for (std::size_t i = 0; i < s.made->folded.size(); ++i) {
    if (s.made->folded[i].find(wanted) != std::string::npos) s.found.push_back(i);
  }
  if (!s.found.empty()) s.jump = s.found.front();
}

void draw_search(Ui& ui, ReportView::State& s) {
  ImGui::SetNextItemWidth(ui.em(12));
  ui.take_focus("report-search");
  ImGui::InputTextWithHint("###report-search", ui.t({"Zoek in het rapport", "Find in the report"}),
                           &s.search);
  const bool is_entered =
      ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false);
  ui.mark("report-search");
  if (s.search.empty()) return;
  const auto step = [&](std::size_t by) {
    s.found_at = (s.found_at + by) % s.found.size();
    s.jump = s.found[s.found_at];
  };
  ImGui::SameLine();
  const bool has_any = !s.found.empty();
  if (button(ui, "report-previous", {"‹", "‹"}, has_any)) step(s.found.size() - 1);
  ImGui::SameLine();
  if (button(ui, "report-next", {"›", "›"}, has_any) || (is_entered && has_any)) {
    step(1);
    if (is_entered) ui.focus = "report-search";
  }
  ImGui::SameLine();
  ImGui::TextUnformatted(has_any ? fmt::format(fmt::runtime(ui.t({"{} van {}", "{} of {}"})),
                                               s.found_at + 1, s.found.size())
                                       .c_str()
                                 : ui.t({"niet gevonden", "not found"}));
  ui.mark("report-found");
}

void draw_banner(Ui& ui, const Workspace& workspace, UiState& state, ReportView::State& s) {
  const Evaluated* evaluated = workspace.evaluated();
  if (!evaluated) return;
  const Judgement& judgement = evaluated->evaluation.judgement;
  ImGui::PushFont(ui.bold);
  const std::string words =
      judgement.is_final
          ? ui.t({"Definitief: niets houdt dit rapport tegen.",
                  "Final: nothing blocks this report."})
          : fmt::format(fmt::runtime(ui.t({"Concept: nog {} voor een definitief rapport.",
                                           "Draft: {} more before a final report."})),
                        judgement.blockers.size());
  paragraph(ui, words);
  ui.mark("report-banner");
  ImGui::PopFont();
  const bool is_old =
      workspace.is_stale() || s.made_of != workspace.shared_evaluated() || s.made_lang != ui.lang;
  if (is_old && s.made) {
    paragraph(ui, Text{"Wordt bijgewerkt …", "Being brought up to date …"}.in(ui.lang), true);
  }
  if (!evaluated->project->programme.empty()) {
    paragraph(ui,
              Text{"Hier staan ontmoetingen uit de formule. Een rapport dat u maakt, neemt ze uit "
                   "de nabootsing.",
                   "Here encounters come from the formula. A report that you make takes them from "
                   "the simulation."}
                  .in(ui.lang),
              true);
  }
  if (judgement.is_final) return;
  // As high as its lines, to a bound, so that the report keeps its room.
  const float line = ImGui::GetTextLineHeightWithSpacing();
  const float high = std::min(5.5f * line, s.blockers_height);
  ImGui::BeginChild("report-blockers", {0, high}, false);
  draw_blockers(ui, workspace, state, judgement);
  s.blockers_height = ImGui::GetCursorPosY() + 2;
  ImGui::EndChild();
}

std::string words_in_line(const ReportRuns& runs) {
  std::string words;
  for (const ReportRun& run : runs) words += run.words;
  return squeeze(words);
}

void draw_contents_list(Ui& ui, ReportView::State& s, float scroll) {
  const auto& blocks = s.made->page.blocks;
  std::optional<std::size_t> here;
  for (std::size_t i = 0; i < blocks.size() && i < s.laid.blocks.size(); ++i) {
    const bool is_listed = blocks[i].kind == ReportBlock::Kind::Heading && blocks[i].level <= 3;
    if (is_listed && s.laid.blocks[i].top <= scroll + ui.em(3)) here = i;
  }
  int number = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind != ReportBlock::Kind::Heading || blocks[i].level > 3) continue;
    const float in = ui.em(blocks[i].level == 3 ? 0.8f : 0);
    if (in > 0) ImGui::Indent(in);
    const std::string words = words_in_line(blocks[i].runs);
    const float width = ImGui::GetContentRegionAvail().x;
    ImFont* font = blocks[i].level < 3 ? ui.bold : ui.body;
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, 1e9f, width, words.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string name = fmt::format("contents:{}", number++);
    ui.take_focus(name);
    if (ImGui::Selectable(("###" + name).c_str(), here == i, 0, {0, size.y})) s.jump = i;
    ui.mark(name);
    const Rgb ink = blocks[i].level < 3 ? ui.palette().ink : ui.palette().soft;
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize, at, colour(ink), words.c_str(),
                                        nullptr, width);
    if (in > 0) ImGui::Unindent(in);
  }
}

// One figure at a time is drawn on a thread.
void draw_figure(Ui& ui, ReportView::State& s, ImDrawList& list, const ReportBlock& block,
                 ImVec2 low, ImVec2 high, bool is_old) {
  const int width = static_cast<int>(std::lround(high.x - low.x));
  const int height = static_cast<int>(std::lround(high.y - low.y));
  const std::string key =
      fmt::format("{:x} {} {}", std::hash<std::string>{}(block.svg), width, block.svg.size());
  const auto found = s.figures.find(key);
  if (found != s.figures.end()) {
    found->second.seen_at = ImGui::GetFrameCount();
    if (!found->second.is_refused) {
      list.AddImage(found->second.picture.id(), low, high, {0, 0}, {1, 1},
                    IM_COL32(255, 255, 255, is_old ? 110 : 255));
      list.AddRect(low, high, colour(ui.palette().line));
      return;
    }
  } else if (!s.drawing.is_running()) {
    s.drawn_key = key;
    s.drawing.start([svg = block.svg, width, height](
                        Job&) -> Result<SvgPicture> { return svg_picture(svg, width, height); },
                    nullptr);
  }
  list.AddRect(low, high, colour(ui.palette().line));
  const bool is_refused = found != s.figures.end();
  list.AddText(
      ui.body, ui.body->FontSize, {low.x + ui.em(1), low.y + ui.em(1)}, colour(ui.palette().soft),
      is_refused ? ui.t({"Deze figuur is niet te tekenen.", "This figure cannot be drawn."})
                 : ui.t({"Figuur …", "Figure …"}));
}

void take_figure(ReportView::State& s) {
  auto done = s.drawing.take();
  if (!done) return;
  DrawnFigure& figure = s.figures[s.drawn_key];
  figure.seen_at = ImGui::GetFrameCount();
  figure.is_refused = !*done;
  if (*done) {
    Raster raster;
    raster.width = (*done)->width;
    raster.height = (*done)->height;
    raster.rgba = std::move((*done)->rgba);
    figure.picture.send(raster);
  }
  while (s.figures.size() > kMostFigures) {
    const auto oldest = std::min_element(
        s.figures.begin(), s.figures.end(),
        [](const auto& a, const auto& b) { return a.second.seen_at < b.second.seen_at; });
    s.figures.erase(oldest);
  }
}

struct LinkInSight {
  ImVec2 low, high;
  std::string to;
};

void draw_words(Ui& ui, ImDrawList& list, const LaidWords& words, ImVec2 origin, bool is_old,
                std::vector<LinkInSight>& links) {
  const ImVec2 at{std::floor(origin.x + words.at.x), std::floor(origin.y + words.at.y)};
  const double alpha = is_old ? 0.5 : 1;
  if (words.status) {
    const float radius = words.size * 0.42f;
    status_symbol(ui, list, {at.x + radius, at.y + words.size * 0.68f}, radius, *words.status);
    return;
  }
  const bool is_link = !words.link.empty();
  const Rgb ink = is_link         ? ui.palette().accent
                  : words.is_soft ? ui.palette().soft
                                  : ui.palette().ink;
  list.AddText(words.font, words.size, at, colour(ink, alpha), words.words.c_str());
  if (!is_link) return;
  const ImVec2 size = words.font->CalcTextSizeA(words.size, 1e9f, 0, words.words.c_str());
  const float under = at.y + words.size * 1.2f;
  list.AddLine({at.x, under}, {at.x + size.x, under}, colour(ink, alpha));
  links.push_back({at, {at.x + size.x, at.y + words.size * 1.3f}, words.link});
}

void follow_link(ReportView::State& s, const std::string& to) {
  const auto found = s.made->page.anchors.find(to);
  if (found != s.made->page.anchors.end()) s.jump = found->second;
}

// Keys of a page that is read: ImGui's own go from widget to widget.
void use_keys(Ui& ui, ReportView::State& s, const std::vector<LinkInSight>& links, float room) {
  if (!ImGui::IsWindowFocused() || ImGui::GetIO().WantTextInput || ImGui::GetIO().KeyCtrl) return;
  float by = 0;
  if (ImGui::IsKeyPressed(GLFW_KEY_DOWN)) by = ui.em(3);
  if (ImGui::IsKeyPressed(GLFW_KEY_UP)) by = -ui.em(3);
  if (ImGui::IsKeyPressed(GLFW_KEY_PAGE_DOWN) || ImGui::IsKeyPressed(GLFW_KEY_SPACE))
    by = room * 0.9f;
  if (ImGui::IsKeyPressed(GLFW_KEY_PAGE_UP)) by = -room * 0.9f;
  if (by != 0)
    ImGui::SetScrollY(std::clamp(ImGui::GetScrollY() + by, 0.0f, ImGui::GetScrollMaxY()));
  if (ImGui::IsKeyPressed(GLFW_KEY_HOME)) ImGui::SetScrollY(0);
  if (ImGui::IsKeyPressed(GLFW_KEY_END)) ImGui::SetScrollY(ImGui::GetScrollMaxY());
  if (links.empty()) return;
  const int count = static_cast<int>(links.size());
  if (ImGui::IsKeyPressed(GLFW_KEY_RIGHT)) s.link_at = (std::max(s.link_at, -1) + 1) % count;
  if (ImGui::IsKeyPressed(GLFW_KEY_LEFT)) s.link_at = (std::max(s.link_at, 0) + count - 1) % count;
  if (s.link_at >= 0 && s.link_at < count && ImGui::IsKeyPressed(GLFW_KEY_ENTER, false))
    follow_link(s, links[static_cast<std::size_t>(s.link_at)].to);
}

void draw_page(Ui& ui, const Workspace& workspace, ReportView::State& s) {
  const float room = ImGui::GetWindowHeight();
  const bool is_old = workspace.is_stale() || s.made_of != workspace.shared_evaluated();
  const float scroll = s.scroll = ImGui::GetScrollY();
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  ImGui::Dummy({s.laid.width, s.laid.height});
  if (s.jump && *s.jump < s.laid.blocks.size()) {
    ImGui::SetScrollY(std::max(0.0f, s.laid.blocks[*s.jump].top - ui.em(0.6f)));
  }
  s.jump.reset();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto first =
      std::lower_bound(s.laid.blocks.begin(), s.laid.blocks.end(), scroll,
                       [](const LaidBlock& block, float y) { return block.bottom < y; });
  std::vector<LinkInSight> links;
  s.drawn = 0;
  for (auto block = first; block != s.laid.blocks.end() && block->top < scroll + room; ++block) {
    const auto index = static_cast<std::size_t>(block - s.laid.blocks.begin());
    ++s.drawn;
    const bool is_found = !s.found.empty() && s.found[s.found_at] == index;
    if (is_found) {
      list.AddRectFilled({corner.x - ui.em(0.5f), corner.y + block->top},
                         {corner.x - ui.em(0.25f), corner.y + block->bottom},
                         colour(ui.palette().accent));
    }
    const auto is_seen = [&](float low, float high) {
      return high >= scroll && low <= scroll + room;
    };
    for (const LaidBox& box : block->boxes) {
      if (!is_seen(box.low.y, box.high.y)) continue;
      const ImVec2 low{corner.x + box.low.x, corner.y + box.low.y};
      const ImVec2 high{corner.x + box.high.x, corner.y + box.high.y};
      if (box.is_header) list.AddRectFilled(low, high, colour(ui.palette().line, 0.6));
      list.AddLine({low.x, high.y}, high, colour(ui.palette().line));
    }
    const ReportBlock& made = s.made->page.blocks[index];
    if (made.kind == ReportBlock::Kind::Drawing &&
        is_seen(block->figure_low.y, block->figure_high.y)) {
      draw_figure(ui, s, list, made,
                  {corner.x + block->figure_low.x, corner.y + block->figure_low.y},
                  {corner.x + block->figure_high.x, corner.y + block->figure_high.y}, is_old);
    }
    for (const LaidWords& words : block->words) {
      if (is_seen(words.at.y, words.at.y + words.size * 1.4f))
        draw_words(ui, list, words, corner, is_old, links);
    }
  }
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const LinkInSight& link = links[i];
    if (static_cast<int>(i) == s.link_at && ImGui::IsWindowFocused())
      list.AddRect({link.low.x - 3, link.low.y}, {link.high.x + 3, link.high.y + 2},
                   colour(ui.palette().focus), 2, 0, 2 * ui.scale);
    const bool is_over = ImGui::IsWindowHovered() && mouse.x >= link.low.x &&
                         mouse.x <= link.high.x && mouse.y >= link.low.y && mouse.y <= link.high.y;
    Rect rect{link.low, link.high};
    ui.marks.emplace("link:" + link.to, rect);
    if (!is_over) continue;
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (ImGui::IsMouseReleased(0)) follow_link(s, link.to);
  }
  use_keys(ui, s, links, room);
}

}  // namespace

void draw_report_view(Ui& ui, const Workspace& workspace, UiState& state, ReportView& view) {
  ReportView::State& s = *view.state;
  follow_page(ui, workspace, s);
  take_figure(s);
  draw_banner(ui, workspace, state, s);
  if (s.refused) paragraph(ui, to_string(*s.refused, ui.lang));
  if (!s.made) {
    paragraph(ui, Text{"Het rapport wordt gemaakt …", "The report is being made …"}.in(ui.lang),
              true);
    return;
  }
  draw_search(ui, s);
  follow_search(s);
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const bool has_contents = room.x > ui.em(34);
  const float aside = ui.em(13);
  if (has_contents) {
    ImGui::BeginChild("report-contents", {aside, room.y}, true);
    draw_contents_list(ui, s, s.scroll);
    ImGui::EndChild();
    ImGui::SameLine();
  }
  if (ui.focus == "plan" || ui.focus == "report-page") {
    ui.focus.clear();
    ImGui::SetNextWindowFocus();
  }
  ImGui::PushStyleColor(ImGuiCol_ChildBg, colour(ui.palette().paper));
  ImGui::BeginChild("report-page", {0, room.y}, true,
                    ImGuiWindowFlags_AlwaysVerticalScrollbar | ImGuiWindowFlags_NoNavInputs);
  ImGui::PopStyleColor();
  const float margin = ui.em(1);
  ImGui::SetCursorPos({margin, ui.em(0.5f)});
  const float width = ImGui::GetContentRegionAvail().x - margin;
  if (width > ui.em(6)) {
    follow_layout(ui, s, std::floor(width));
    draw_page(ui, workspace, s);
  }
  ImGui::EndChild();
  ui.mark("report-page");
}

}  // namespace trefpunt
