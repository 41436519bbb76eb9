// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/form_parts.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <sstream>

#include "criteria/verdict.h"

namespace trefpunt {

namespace {

constexpr std::array kMonths = {std::pair{"januari", "january"},
                                std::pair{"februari", "february"},
                                std::pair{"maart", "march"},
                                std::pair{"april", "april"},
                                std::pair{"mei", "may"},
                                std::pair{"juni", "june"},
                                std::pair{"juli", "july"},
                                std::pair{"augustus", "august"},
                                std::pair{"september", "september"},
                                std::pair{"oktober", "october"},
                                std::pair{"november", "november"},
                                std::pair{"december", "december"}};

std::optional<int> whole(const std::string& text) {
  int value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<int> month_of(const std::string& text) {
  const std::string name = fold(text);
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (name == kMonths[i].first || name == kMonths[i].second) return static_cast<int>(i) + 1;
  }
  return whole(text);
}

}  // namespace

std::string iso_day_of(const std::string& typed) {
  const std::string text = squeeze(typed);
  if (is_iso_date(text)) return text;
  std::string spaced = text;
  for (char& c : spaced) {
    if (c == '-' || c == '/' || c == '.') c = ' ';
  }
  std::stringstream stream(spaced);
  std::string day, month, year, more;
  stream >> day >> month >> year >> more;
  const auto d = whole(day), m = month_of(month), y = whole(year);
  if (!d || !m || !y || !more.empty() || year.size() != 4) return text;
  const std::string iso = fmt::format("{:04}-{:02}-{:02}", *y, *m, *d);
  return is_iso_date(iso) ? iso : text;
}

bool day_input(Ui& ui, const std::string& name, const Text& label, std::string& value) {
  const Text asked{label.nl + " (jaar-maand-dag)", label.en + " (year-month-day)"};
  if (line_input(ui, name, asked, value)) value = iso_day_of(value);
  const bool is_typing = ImGui::IsItemActive();
  const std::string day = iso_day_of(value);
  const bool is_day = is_iso_date(day), is_empty = squeeze(value).empty();
  // One line in each case, so that nothing moves from under the mouse when the field is left.
  if (is_day) {
    paragraph(ui, format_date(day, ui.lang), true);
  } else if (is_empty || is_typing) {
    paragraph(ui, ui.t({"bijvoorbeeld 2027-03-01", "for instance 2027-03-01"}), true);
  } else {
    warning(ui, {"‘" + value + "’ is geen bestaande dag.", "‘" + value + "’ is not a real day."});
    ui.mark(name + ":wrong");
  }
  return is_day || is_empty;
}

Request keep_answers(const Workspace& workspace, UiState& state, Ui& ui, Answers all, Text label,
                     bool& is_kept) {
  // A wrong answer would be refused when the project is read again: say so now.
  const Status fine = check_answers(workspace.whole_catalogue(), all, "");
  is_kept = static_cast<bool>(fine);
  if (!fine) {
    state.message = to_string(fine.error(), ui.lang);
    state.message_is_error = true;
    return {};
  }
  Request request;
  request.edits.push_back(edit::SetAnswers{std::move(all)});
  request.label = std::move(label);
  return request;
}

void decider_input(Ui& ui, UiState& state) {
  if (state.forms.empty()) return;
  line_input(ui, "decider", {"Uw functie (geen naam)", "Your function (not a name)"},
             state.decider);
  ImGui::Spacing();
}

bool wrapped_entry(Ui& ui, const std::string& name, const std::string& words) {
  const float width = ImGui::GetContentRegionAvail().x, in = ui.em(1.2f);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 size = ui.body->CalcTextSizeA(ui.body->FontSize, 1e9f, width - in, words.c_str());
  ui.take_focus(name);
  const bool is_used = ImGui::Selectable(("###" + name).c_str(), false, 0, {0, size.y});
  ui.mark(name);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddText(ui.bold, ui.bold->FontSize, at, colour(ui.palette().accent), "›");
  list.AddText(ui.body, ui.body->FontSize, {at.x + in, at.y}, colour(ui.palette().ink),
               words.c_str(), nullptr, width - in);
  return is_used;
}

void warning(Ui& ui, const Text& words) {
  ImGui::PushStyleColor(ImGuiCol_Text, colour(ui.palette().warning));
  paragraph(ui, words.in(ui.lang));
  ImGui::PopStyleColor();
}

}  // namespace trefpunt
