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
  const bool is_typing = ImGui::IsItemActive() && squeeze(value).size() < 10;
  if (squeeze(value).empty()) return true;
  if (is_iso_date(value)) {
    paragraph(ui, format_date(value, ui.lang), true);
    return true;
  }
  const bool is_day = is_iso_date(iso_day_of(value));
  if (!is_typing && !is_day) {
    warning(ui, {"‘" + value + "’ is geen dag die bestaat. Schrijf bijvoorbeeld 2027-03-01.",
                 "‘" + value + "’ is not a day that exists. Write, for instance, 2027-03-01."});
    ui.mark(name + ":wrong");
  }
  return is_day;
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

void warning(Ui& ui, const Text& words) {
  ImGui::PushStyleColor(ImGuiCol_Text, colour(ui.palette().warning));
  paragraph(ui, words.in(ui.lang));
  ImGui::PopStyleColor();
}

}  // namespace trefpunt
