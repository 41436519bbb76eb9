// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/underlay_desk.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "app/desktop.h"
#include "geom/boxes.h"
#include "io/files.h"

namespace trefpunt {

namespace {

void say_both(Desktop& desktop, const Text& words) {
  desktop.state.message = words.in(desktop.ui.lang);
  desktop.state.message_is_error = false;
}

void refuse(Desktop& desktop, const Error& error) {
  desktop.state.message = to_string(error, desktop.ui.lang);
  desktop.state.message_is_error = true;
  desktop.state.dialog = "failed";
}

const std::vector<std::string> kExtensions = {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".pdf"};

bool is_pdf(const std::string& name) {
  return fold(name).ends_with(".pdf");
}

void read(Desktop& desktop, const std::string& path) {
  UnderlayDesk& desk = desktop.underlay;
  const auto storey = storey_of(desktop.workspace().project(), desktop.state);
  if (!storey) return;
  desktop.state.underlay_wanted = storey->id;
  RasterOptions options;
  options.page = static_cast<int>(std::clamp(desk.page.value_or(1), -1.0, 1e6));
  options.dots_per_inch = desk.dots.value_or(options.dots_per_inch);
  desk.reading.start([path, options](Job& job) { return read_underlay(path, options, job); },
                     desktop.workspace().wake());
}

const Storey* find_storey(const Project& project, StoreyId id) {
  for (const Building& building : project.buildings) {
    for (const auto& storey : building.storeys) {
      if (storey->id == id) return storey.get();
    }
  }
  return nullptr;
}

// A sharper scan of the same sheet lies where the one before lay.
bool is_same_sheet(const Underlay& a, const Underlay& b) {
  const double before = double(a.width) / a.height, after = double(b.width) / b.height;
  constexpr double kSame = 0.005;
  return std::abs(before - after) < kSame * before;
}

}  // namespace

void ask_for_underlay(Desktop& desktop) {
  desktop.state.dialog = "underlay";
  FileBrowser& browser = desktop.browser;
  browser.extensions = kExtensions;
  browser.is_saving = false;
  browser.may_choose_folder = false;
  browser.name.clear();
  browser.read_from.clear();
  desktop.underlay.page = 1;
}

bool lay_under(Desktop& desktop, const std::string& path) {
  const std::string name = fold(path);
  const bool is_picture = std::any_of(kExtensions.begin(), kExtensions.end(),
                                      [&](const auto& one) { return name.ends_with(one); });
  if (!is_picture || !desktop.workspace().has_design()) return false;
  desktop.underlay.page = 1;
  read(desktop, path);
  return true;
}

void draw_underlay_dialog(Desktop& desktop) {
  Ui& ui = desktop.ui;
  if (!begin_dialog(desktop, "dialog-underlay", {"Onderlegger", "Underlay"}, {46, 38})) return;
  paragraph(ui,
            Text{"Een afbeelding (PNG, JPEG, TIFF) of een pagina van een PDF. Zij komt onder de "
                 "plattegrond te liggen om over te tekenen, en wordt in het project bewaard.",
                 "A picture (PNG, JPEG, TIFF) or a page of a PDF. It lies under the plan to draw "
                 "over, and is kept in the project."}
                .in(ui.lang),
            true);
  if (is_pdf(desktop.browser.name)) {
    UnderlayDesk& desk = desktop.underlay;
    number_input(ui, "underlay-page", {"Pagina van de PDF", "Page of the PDF"}, desk.page, "");
    number_input(ui, "underlay-dots", {"Scherpte", "Sharpness"}, desk.dots,
                 ui.t({"punten per inch", "dots per inch"}));
  }
  if (const auto path = draw_browser(ui, desktop.browser, {"Toevoegen", "Add"})) {
    desktop.state.dialog.clear();
    read(desktop, *path);
  }
  end_dialog(desktop, "underlay");
}

void draw_calibrate_dialog(Desktop& desktop) {
  Ui& ui = desktop.ui;
  UiState& state = desktop.state;
  if (!begin_dialog(desktop, "dialog-calibrate", {"Op maat brengen", "Set the size"}, {30, 0})) {
    return;
  }
  const auto storey = storey_of(desktop.workspace().project(), state);
  const bool can = storey && storey->underlay && state.underlay_of == storey->id &&
                   state.underlay_points.size() == 2;
  if (!can) {
    state.dialog.clear();
    return end_dialog(desktop, "calibrate");
  }
  if (ImGui::IsWindowAppearing()) {
    desktop.underlay.metres.reset();
    ui.focus = "calibrate-metres";
  }
  paragraph(ui, Text{"Hoe ver liggen deze twee punten in het echt van elkaar?",
                     "How far apart are these two points in reality?"}
                    .in(ui.lang));
  number_input(ui, "calibrate-metres", {"Afstand in meters", "Distance in metres"},
               desktop.underlay.metres, "m");
  ImGui::Spacing();
  const bool is_entered = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter)) ||
                          ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_KeyPadEnter));
  const bool is_given = desktop.underlay.metres.has_value();
  const bool is_used =
      button(ui, "calibrate-ok", {"Op maat brengen", "Set the size"}, is_given, true);
  if ((is_used || is_entered) && is_given) {
    const auto& points = state.underlay_points;
    const Result<Underlay> sized =
        calibrated(*storey->underlay, points[0], points[1], *desktop.underlay.metres);
    const Text label{"Onderlegger op maat brengen", "Set the size of the underlay"};
    state.dialog.clear();
    Status done = sized ? Status(Done{}) : Status(sized.error());
    if (sized) done = desktop.workspace().edit(label, {edit::SetUnderlay{storey->id, *sized}});
    if (!done) {
      refuse(desktop, done.error());
    } else {
      say_both(desktop, label);
      if (box_of(*storey).empty()) state.camera.is_placed = false;
    }
  }
  ImGui::SameLine();
  if (button(ui, "calibrate-cancel", {"Annuleren", "Cancel"})) state.dialog.clear();
  end_dialog(desktop, "calibrate");
}

void take_underlay(Desktop& desktop) {
  auto read = desktop.underlay.reading.take();
  if (!read) return;
  UiState& state = desktop.state;
  if (!*read) {
    if (read->error().code != Code::Cancelled) refuse(desktop, read->error());
    return;
  }
  const StoreyId id = std::exchange(state.underlay_wanted, {});
  if (!id) return;  // another design was opened meanwhile
  const Storey* storey = find_storey(desktop.workspace().project(), id);
  if (!storey) {
    return refuse(desktop, {Code::NotFound,
                            {"De verdieping van deze onderlegger is er niet meer.",
                             "The storey of this underlay is no longer there."},
                            {}});
  }
  Underlay underlay = (*read)->underlay;
  const Box box = box_of(*storey);
  const bool is_placed = (*read)->is_placed && (box.empty() || overlap(box, box_of(underlay)));
  const bool is_drawing = !state.drawing.empty();
  const bool is_alone = box.empty() && !storey->underlay;
  const bool is_replaced = storey->underlay && is_same_sheet(*storey->underlay, underlay);
  if (is_replaced && !is_placed) {
    const Underlay& before = *storey->underlay;
    underlay.metres_per_pixel = before.metres_per_pixel * before.width / underlay.width;
    underlay.origin = before.origin;
    underlay.angle = before.angle;
    underlay.opacity = before.opacity;
  } else if (!is_placed) {
    underlay = fitted(underlay, box);
  }
  const Text label{"Onderlegger toevoegen", "Add underlay"};
  if (Status done = desktop.workspace().edit(label, {edit::SetUnderlay{storey->id, underlay}});
      !done) {
    return refuse(desktop, done.error());
  }
  state.underlay_points.clear();
  if (!is_drawing) {
    state.tool = Tool::Calibrate;
    state.show_tab = Tab::Properties;
  }
  if (is_alone && !is_drawing) state.camera.is_placed = false;
  if (is_placed) {
    say_both(desktop,
             {"Onderlegger toegevoegd; het bestand zegt zelf waar zij ligt en hoe groot zij is",
              "Underlay added; the file itself says where it lies and how large it is"});
  } else {
    say_both(desktop, {"Onderlegger toegevoegd: klik twee punten aan waarvan u de afstand weet",
                       "Underlay added: click two points of which you know the distance"});
  }
}

}  // namespace trefpunt
