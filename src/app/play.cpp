// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/play.h"

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <sstream>
#include <thread>

#include "io/level_name.h"
#include "report/report_model.h"
#include "space/field_columns.h"

namespace trefpunt {

namespace {

constexpr float kFrameTime = 1.0f / 60;

// As the window's own back end does it: ImGui's keys are GLFW's.
void map_keys(ImGuiIO& io) {
  io.KeyMap[ImGuiKey_Tab] = GLFW_KEY_TAB;
  io.KeyMap[ImGuiKey_LeftArrow] = GLFW_KEY_LEFT;
  io.KeyMap[ImGuiKey_RightArrow] = GLFW_KEY_RIGHT;
  io.KeyMap[ImGuiKey_UpArrow] = GLFW_KEY_UP;
  io.KeyMap[ImGuiKey_DownArrow] = GLFW_KEY_DOWN;
  io.KeyMap[ImGuiKey_PageUp] = GLFW_KEY_PAGE_UP;
  io.KeyMap[ImGuiKey_PageDown] = GLFW_KEY_PAGE_DOWN;
  io.KeyMap[ImGuiKey_Home] = GLFW_KEY_HOME;
  io.KeyMap[ImGuiKey_End] = GLFW_KEY_END;
  io.KeyMap[ImGuiKey_Insert] = GLFW_KEY_INSERT;
  io.KeyMap[ImGuiKey_Delete] = GLFW_KEY_DELETE;
  io.KeyMap[ImGuiKey_Backspace] = GLFW_KEY_BACKSPACE;
  io.KeyMap[ImGuiKey_Space] = GLFW_KEY_SPACE;
  io.KeyMap[ImGuiKey_Enter] = GLFW_KEY_ENTER;
  io.KeyMap[ImGuiKey_Escape] = GLFW_KEY_ESCAPE;
  io.KeyMap[ImGuiKey_KeyPadEnter] = GLFW_KEY_KP_ENTER;
  io.KeyMap[ImGuiKey_A] = GLFW_KEY_A;
  io.KeyMap[ImGuiKey_C] = GLFW_KEY_C;
  io.KeyMap[ImGuiKey_V] = GLFW_KEY_V;
  io.KeyMap[ImGuiKey_X] = GLFW_KEY_X;
  io.KeyMap[ImGuiKey_Y] = GLFW_KEY_Y;
  io.KeyMap[ImGuiKey_Z] = GLFW_KEY_Z;
}

int key_of(const std::string& name) {
  static const std::map<std::string, int> kNames = {
      {"Enter", GLFW_KEY_ENTER},  {"Escape", GLFW_KEY_ESCAPE}, {"Tab", GLFW_KEY_TAB},
      {"Space", GLFW_KEY_SPACE},  {"Delete", GLFW_KEY_DELETE}, {"Backspace", GLFW_KEY_BACKSPACE},
      {"Left", GLFW_KEY_LEFT},    {"Right", GLFW_KEY_RIGHT},   {"Up", GLFW_KEY_UP},
      {"Down", GLFW_KEY_DOWN},    {"Home", GLFW_KEY_HOME},     {"End", GLFW_KEY_END},
      {"PgUp", GLFW_KEY_PAGE_UP}, {"PgDn", GLFW_KEY_PAGE_DOWN}};
  const auto found = kNames.find(name);
  if (found != kNames.end()) return found->second;
  if (name.size() >= 2 && name[0] == 'F') return GLFW_KEY_F1 + std::atoi(name.c_str() + 1) - 1;
  return name.size() == 1 ? std::toupper(static_cast<unsigned char>(name[0])) : 0;
}

}  // namespace

Result<std::unique_ptr<Stage>> Stage::make(Surroundings surroundings,
                                           const std::string& sample_path, int width, int height,
                                           float scale) {
  auto offscreen = Offscreen::make(width, height);
  if (!offscreen) return offscreen.error();
  std::unique_ptr<Stage> stage(new Stage);
  stage->offscreen_ = std::move(*offscreen);
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  map_keys(io);
  io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
  io.MousePos = {-1, -1};
  ImGui_ImplOpenGL3_Init("#version 330 core");
  stage->desktop_ = std::make_unique<Desktop>(std::move(surroundings), sample_path);
  stage->desktop_->ui.scale = scale;
  return stage;
}

Stage::~Stage() {
  if (!desktop_) return;
  desktop_.reset();
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext();
}

void Stage::frame() {
  if (desktop_->wants_fonts) {
    desktop_->wants_fonts = false;
    set_up(desktop_->ui);
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
  }
  ImGuiIO& io = ImGui::GetIO();
  io.DeltaTime = kFrameTime;
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  draw_frame(*desktop_);
  ImGui::Render();
}

bool Stage::settle() {
  const auto start = std::chrono::steady_clock::now();
  frame();
  for (int quiet = 0; quiet < 3;) {
    if (std::chrono::steady_clock::now() - start > std::chrono::minutes(1)) return false;
    if (is_busy(*desktop_)) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    quiet = is_busy(*desktop_) ? 0 : quiet + 1;
    frame();
  }
  return true;
}

Status Stage::picture(const std::string& path) {
  frame();  // what was asked for in the last frame is drawn in this one
  offscreen_->begin();
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  return offscreen_->write_png(path);
}

void Stage::move(ImVec2 to) {
  ImGui::GetIO().MousePos = to;
  frame();
}

void Stage::click(ImVec2 at, int button) {
  move(at);
  ImGui::GetIO().MouseDown[button] = true;
  frame();
  ImGui::GetIO().MouseDown[button] = false;
  frame();
  // Two clicks of a script are no double click.
  for (int i = 0; i < 25; ++i) frame();
}

void Stage::drag(const std::vector<ImVec2>& along) {
  if (along.empty()) return;
  move(along.front());
  ImGui::GetIO().MouseDown[0] = true;
  frame();
  for (std::size_t i = 1; i < along.size(); ++i) {
    constexpr int kSteps = 6;
    for (int k = 1; k <= kSteps; ++k) {
      const float t = static_cast<float>(k) / kSteps;
      move({along[i - 1].x + t * (along[i].x - along[i - 1].x),
            along[i - 1].y + t * (along[i].y - along[i - 1].y)});
    }
  }
  ImGui::GetIO().MouseDown[0] = false;
  frame();
}

void Stage::press(const std::string& keys) {
  ImGuiIO& io = ImGui::GetIO();
  std::stringstream stream(keys);
  int key = 0;
  for (std::string part; std::getline(stream, part, '+');) {
    if (part == "Ctrl") {
      io.KeyCtrl = true;
    } else if (part == "Shift") {
      io.KeyShift = true;
    } else {
      key = key_of(part);
    }
  }
  const int at = std::clamp(key, 0, static_cast<int>(IM_ARRAYSIZE(io.KeysDown)) - 1);
  io.KeysDown[at] = true;
  frame();
  io.KeysDown[at] = false;
  io.KeyCtrl = io.KeyShift = false;
  frame();
}

void Stage::type(const std::string& text) {
  // One letter per frame, as people type.
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    ImGui::GetIO().AddInputCharactersUTF8(text.substr(i, end - i).c_str());
    frame();
    i = end;
  }
}

namespace {

// One step of a script.
class Player {
 public:
  Player(Stage& stage, std::string where) : stage_(stage), where_(std::move(where)) {}

  Status step(const std::string& verb, const std::string& rest) {
    if (verb == "import") {
      stage_.desktop().asks_on_import = true;
      open_paths(stage_.desktop(), paths_in(rest));
      return settled();
    }
    if (verb == "focus") {
      stage_.desktop().ui.focus = rest;
      return stage_.frame(), stage_.frame(), Status(Done{});
    }
    if (verb == "open") {
      stage_.desktop().asks_on_import = false;
      open_paths(stage_.desktop(), {rest});
      return settled();
    }
    if (verb == "wait") return settled();
    if (verb == "click" || verb == "right-click") return click(rest, verb == "click" ? 0 : 1);
    if (verb == "click-plan") return click_plan(rest);
    if (verb == "shift-click-plan") {
      ImGui::GetIO().KeyShift = true;
      const Status done = click_plan(rest);
      ImGui::GetIO().KeyShift = false;
      return done;
    }
    if (verb == "drag-plan") return drag_plan(rest);
    if (verb == "move-plan") {
      const std::vector<Point> at = points(rest);
      if (at.empty()) return wrong("schrijf een plek als X,Y", "write a place as X,Y");
      stage_.move(stage_.desktop().state.camera(at.front()));
      return Done{};
    }
    if (verb == "pass") {  // so many seconds of the clock, for what happens by itself
      const auto end =
          std::chrono::steady_clock::now() + std::chrono::duration<double>(std::atof(rest.c_str()));
      while (std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        stage_.frame();
      }
      return Done{};
    }
    if (verb == "close") {  // the window's cross
      stage_.desktop().wants_close = true;
      return stage_.frame(), Status(Done{});
    }
    if (verb == "key") return stage_.press(rest), Status(Done{});
    if (verb == "type") return stage_.type(rest), Status(Done{});
    if (verb == "command")
      return run_command(stage_.desktop(), rest), stage_.frame(), Status(Done{});
    if (verb == "frames") {
      for (int i = std::atoi(rest.c_str()); i > 0; --i) stage_.frame();
      return Done{};
    }
    if (verb == "picture") return stage_.picture(rest);
    if (verb == "expect") return expect(rest);
    if (verb == "fit") {
      return run_command(stage_.desktop(), "fit"), stage_.frame(), Status(Done{});
    }
    return wrong("onbekende stap '" + verb + "'", "unknown step '" + verb + "'");
  }

 private:
  Error wrong(const std::string& nl, const std::string& en) const {
    return {Code::BadInput, {nl, en}, where_};
  }

  // One path, which may have spaces in it, or several.
  static std::vector<std::string> paths_in(const std::string& words) {
    if (std::filesystem::exists(words)) return {words};
    std::vector<std::string> paths;
    std::stringstream stream(words);
    for (std::string path; stream >> path;) paths.push_back(path);
    return paths;
  }

  Status settled() {
    if (stage_.settle()) return Done{};
    return wrong("het rekenen duurt langer dan een minuut", "computing takes over a minute");
  }

  Status click(const std::string& name, int button) {
    const auto& marks = stage_.desktop().ui.marks;
    if (!marks.contains(name)) stage_.frame();
    auto found = marks.find(name);
    if (found != marks.end() && !found->second.is_in_sight) {  // as people scroll to it
      stage_.desktop().ui.reveal = name;
      stage_.frame();
      stage_.frame();
      found = marks.find(name);
    }
    if (found == marks.end() || !found->second.is_in_sight) {
      return wrong("er is geen '" + name + "' in beeld", "there is no '" + name + "' in sight");
    }
    stage_.click(found->second.middle(), button);
    return Done{};
  }

  std::vector<Point> points(const std::string& words) const {
    std::vector<Point> found;
    std::stringstream stream(words);
    for (std::string pair; stream >> pair;) {
      const std::size_t comma = pair.find(',');
      if (comma == std::string::npos) return {};
      const auto x = number_from_text(pair.substr(0, comma));
      const auto y = number_from_text(pair.substr(comma + 1));
      if (!x || !y) return {};
      found.push_back({*x, *y});
    }
    return found;
  }

  Status click_plan(const std::string& words) {
    const std::vector<Point> at = points(words);
    if (at.empty()) return wrong("schrijf een plek als X,Y", "write a place as X,Y");
    for (const Point p : at) stage_.click(stage_.desktop().state.camera(p));
    return Done{};
  }

  Status drag_plan(const std::string& words) {
    std::vector<ImVec2> along;
    for (const Point p : points(words)) along.push_back(stage_.desktop().state.camera(p));
    if (along.size() < 2) return wrong("een sleep heeft twee plekken", "a drag has two places");
    stage_.drag(along);
    return Done{};
  }

  // expect status ID A | spaces N | storeys N | undo LABEL | message WORDS | dialog NAME |
  // visible NAME | saved yes/no | underlay NAME WIDTH m | closed | variants N | variant NAME |
  // compared ID gelijk/oordeel, uitkomst, drempel | field KIND.COLUMN STATE | field-cells N |
  // field-here VALUE | look WORDS | streets N (homes, places, furnishings, open-spaces) |
  // reach WORDS | report final/draft
  Status expect(const std::string& words) {
    std::stringstream stream(words);
    std::string what, rest;
    stream >> what;
    std::getline(stream >> std::ws, rest);
    std::string found;
    Desktop& desktop = stage_.desktop();
    const Workspace& workspace = desktop.workspace();
    if (what == "status") {
      const std::string id = rest.substr(0, rest.find(' '));
      if (workspace.is_stale())
        return wrong("er wordt nog gerekend: wait", "still computing: wait");
      found = id + " ?";
      for (const Verdict& verdict : workspace.evaluated()->evaluation.judgement.verdicts) {
        if (verdict.criterion == id) found = id + " " + letter(verdict.status);
      }
    } else if (what == "value") {
      const std::string id = rest.substr(0, rest.find(' '));
      found = id + " ?";
      const Evaluation& evaluation = workspace.evaluated()->evaluation;
      for (const Verdict& verdict : evaluation.judgement.verdicts) {
        if (verdict.criterion != id || !verdict.value) continue;
        found = id + " " + value_words(*verdict.value, 3, Lang::En);
      }
    } else if (what == "spaces" || what == "walls" || what == "doors" || what == "seats") {
      const auto storey = storey_of(workspace.project(), desktop.state);
      const std::size_t count = what == "spaces"  ? storey->spaces.size()
                                : what == "walls" ? storey->walls.size()
                                : what == "doors" ? storey->doors.size()
                                                  : storey->seats.size();
      found = std::to_string(count);
    } else if (const auto count = count_in_wijk(workspace.project(), what)) {
      found = *count;
    } else if (what == "reach") {
      for (const std::string& line : reach_words(*desktop.map, desktop.state, desktop.ui.lang))
        found += (found.empty() ? "" : "; ") + line;
      if (!rest.empty() && found.find(rest) != std::string::npos) return Done{};
    } else if (what == "underlay") {
      const auto storey = storey_of(workspace.project(), desktop.state);
      found = "none";
      if (storey->underlay) {
        const Underlay& one = *storey->underlay;
        found = fmt::format("{} {:.1f} m", one.name, one.width * one.metres_per_pixel);
      }
    } else if (what == "storeys") {
      found = std::to_string(workspace.project().buildings.front().storeys.size());
    } else if (what == "undo") {
      found = workspace.history().undo_label().in(desktop.ui.lang);
    } else if (what == "selected") {
      for (const std::string& id : desktop.state.selection)
        found += (found.empty() ? "" : " ") + id;
    } else if (what == "message") {
      found = desktop.state.message;
      if (found.find(rest) != std::string::npos) return Done{};
    } else if (what == "dialog") {
      found = desktop.state.dialog.empty() ? "none" : desktop.state.dialog;
    } else if (what == "visible") {
      found = desktop.ui.marks.contains(rest) ? rest : "niet in beeld";
    } else if (what == "saved") {
      found = workspace.is_saved() ? "yes" : "no";
    } else if (what == "variants") {
      found = std::to_string(desktop.variants.size());
    } else if (what == "variant") {
      found = desktop.variants[desktop.variants.at()].name;
    } else if (what == "compared") {
      const std::string id = rest.substr(0, rest.find(' '));
      found = id + " " + compared_words(desktop, id);
    } else if (what == "field") {
      found = field_found(desktop);
    } else if (what == "field-cells") {
      found = std::to_string(desktop.state.field_now.cells);
    } else if (what == "field-here") {
      const Point at = desktop.state.camera.world(ImGui::GetIO().MousePos);
      found = field_words(desktop.view->field, at, desktop.ui.lang);
    } else if (what == "look") {
      for (const std::string& line : look_words(desktop.view->look, desktop.state, desktop.ui.lang))
        found += (found.empty() ? "" : "; ") + line;
      if (!rest.empty() && found.find(rest) != std::string::npos) return Done{};
    } else if (what == "report") {
      const Evaluated* evaluated = workspace.evaluated();
      found = !evaluated ? "none" : evaluated->evaluation.judgement.is_final ? "final" : "draft";
      if (shows_report(desktop) && !shown_of(*desktop.report).is_current) found += " earlier";
    } else if (what == "closed") {
      found = desktop.is_closed ? "" : "open";
    } else {
      return wrong("'" + what + "' is niet te verwachten", "cannot expect '" + what + "'");
    }
    if (found == rest) return Done{};
    return wrong(fmt::format("verwacht {} '{}', het is '{}'", what, rest, found),
                 fmt::format("expected {} '{}', it is '{}'", what, rest, found));
  }

  // "streets 12": of the wijk; "none" without that layer. Empty: it is about something else.
  static std::optional<std::string> count_in_wijk(const Project& project, const std::string& what) {
    const auto count = [](const auto& layer) {
      return layer ? std::to_string(layer->size()) : std::string("none");
    };
    const Wijk none;
    const Wijk& wijk = project.wijk ? *project.wijk : none;
    if (what == "streets") return count(wijk.streets);
    if (what == "homes") return count(wijk.homes);
    if (what == "places") return count(wijk.places);
    if (what == "furnishings") return count(wijk.furnishings);
    if (what == "open-spaces") return count(wijk.open_spaces);
    return std::nullopt;
  }

  // "visibility.mean_depth exact", or estimated, earlier, computing, none.
  static std::string field_found(const Desktop& desktop) {
    static const std::map<FieldNow::State, std::string> kStates = {
        {FieldNow::State::None, "none"},
        {FieldNow::State::Computing, "computing"},
        {FieldNow::State::Earlier, "earlier"},
        {FieldNow::State::Estimated, "estimated"},
        {FieldNow::State::Exact, "exact"}};
    const FieldView& view = desktop.view->field;
    const std::string state = kStates.at(desktop.state.field_now.state);
    if (!desktop.state.field.is_shown || !view.desk.shown()) return state;
    return name_of_column(view.desk.shown_of().kind, view.column) + " " + state;
  }

  Stage& stage_;
  std::string where_;
};

}  // namespace

Status play(Stage& stage, const std::string& script, const std::string& name) {
  const char* folder = std::getenv("TREFPUNT_PLAY_OUT");
  std::stringstream lines(script);
  stage.frame();
  stage.frame();
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    const std::string step = squeeze(line);
    if (step.empty() || step[0] == '#') continue;
    const std::size_t space = step.find(' ');
    std::string rest = space == std::string::npos ? "" : step.substr(space + 1);
    for (std::size_t at = rest.find("$OUT"); folder && at != std::string::npos;
         at = rest.find("$OUT")) {
      rest.replace(at, 4, folder);
    }
    Player player(stage, fmt::format("{}: row {}", name, number));
    if (Status done = player.step(step.substr(0, space), rest); !done) return done;
  }
  return Done{};
}

}  // namespace trefpunt
