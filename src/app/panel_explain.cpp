// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "app/form_parts.h"
#include "app/panels.h"
#include "criteria/explanation.h"
#include "report/report_words.h"

namespace trefpunt {

namespace {

bool has(const std::string& text) {
  return !squeeze(text).empty();
}

// The nine fields of criteria.md section 8, in order.
int filled(const Explanation& e) {
  const bool has_end = e.duration == "lasting" || (e.duration == "temporary" && has(e.until));
  const bool fields[] = {has(e.departs),
                         has(e.why) && has(e.obstacle),
                         has(e.weighed),
                         has(e.instead),
                         has_end,
                         has(e.decided_by) && has(e.date),
                         has(e.consulted),
                         has(e.review_date) && has(e.reviewer),
                         !e.attachments.empty()};
  return static_cast<int>(std::count(std::begin(fields), std::end(fields), true));
}

void obstacle_input(Ui& ui, Explanation& draft) {
  static const std::vector<std::string> kIds = {"",    "space", "financing", "building handbook",
                                                "law", "rent",  "other"};
  const int other = static_cast<int>(kIds.size()) - 1;
  std::vector<std::string> words = {"–"};
  for (std::size_t i = 1; i < kIds.size(); ++i)
    words.push_back(obstacle_words(kIds[i]).in(ui.lang));
  const auto known = std::find(kIds.begin(), kIds.end(), draft.obstacle);
  int index = known == kIds.end() ? other : static_cast<int>(known - kIds.begin());
  if (choose(ui, "explain-obstacle",
             {"Wat stond vooral in de weg?", "What mainly stood in the way?"}, index, words)) {
    draft.obstacle = kIds[static_cast<std::size_t>(index)];
  }
  if (index != other) return;
  std::string own = draft.obstacle == "other" ? "" : draft.obstacle;
  line_input(ui, "explain-obstacle-own", {"In uw eigen woord", "In a word of your own"}, own);
  draft.obstacle = has(own) ? own : "other";
}

bool duration_input(Ui& ui, Explanation& draft) {
  static const std::vector<std::string> kIds = {"", "temporary", "lasting"};
  std::vector<std::string> words = {"–"};
  for (std::size_t i = 1; i < kIds.size(); ++i)
    words.push_back(duration_words(kIds[i]).in(ui.lang));
  const auto known = std::find(kIds.begin(), kIds.end(), draft.duration);
  int index = known == kIds.end() ? 0 : static_cast<int>(known - kIds.begin());
  if (choose(ui, "explain-duration",
             {"5. Is dit tijdelijk of blijvend?", "5. Is this temporary or lasting?"}, index,
             words)) {
    draft.duration = kIds[static_cast<std::size_t>(index)];
  }
  if (draft.duration != "temporary") return true;
  return day_input(ui, "explain-until", {"Tot wanneer", "Until when"}, draft.until);
}

void attachments_input(Ui& ui, Explanation& draft) {
  std::string lines;
  for (const std::string& one : draft.attachments) lines += (lines.empty() ? "" : "\n") + one;
  std::string typed = lines;
  page_input(
      ui, "explain-attachments",
      {"9. Welke bijlagen horen erbij? Een naam per regel; mag leeg. Trefpunt opent ze niet.",
       "9. Which attachments belong to it? One name per line; may be empty. Trefpunt does "
       "not open them."},
      typed, 2);
  if (typed == lines) return;
  draft.attachments.clear();
  for (std::size_t begin = 0; begin < typed.size();) {
    const std::size_t end = std::min(typed.find('\n', begin), typed.size());
    const std::string one = squeeze(typed.substr(begin, end - begin));
    if (!one.empty()) draft.attachments.push_back(one);
    begin = end + 1;
  }
}

// Who was heard, in the words of the decider; a record of it can be named in one press.
Request consulted_input(Ui& ui, const Workspace& workspace, UiState& state, Explanation& draft) {
  page_input(ui, "explain-consulted",
             {"7. Wie is gehoord, en wat zeiden zij?", "7. Who was heard, and what did they say?"},
             draft.consulted, 2);
  const auto& heard = workspace.project().answers.consultations;
  for (std::size_t i = 0; i < heard.size(); ++i) {
    const std::string said =
        fmt::format("{} ({})", heard[i].body, format_date(heard[i].date, ui.lang));
    if (draft.consulted.find(said) != std::string::npos) continue;
    const std::string label = ui.t({"Noem: ", "Name: "}) + said;
    if (wrapped_entry(ui, fmt::format("explain-heard:{}", i), label))
      draft.consulted += (has(draft.consulted) ? "\n" : "") + said;
  }
  return draw_consultation(ui, workspace, state);
}

// With what was measured beside it, never in it.
void measured_beside(Ui& ui, const MeasuredWords& measured) {
  if (measured.value.empty()) return;
  std::string words = ui.t({"Gemeten: ", "Measured: "}) + measured.value + ".";
  if (!measured.threshold.empty())
    words += ui.t({" Drempel: ", " Threshold: "}) + measured.threshold + ".";
  paragraph(ui, words, true);
}

}  // namespace

std::vector<std::string> departures_of(const Judgement& judgement) {
  std::vector<std::string> found;
  for (const Verdict& verdict : judgement.verdicts) {
    const auto departs = [](StatusCode code) {
      return code == StatusCode::B || code == StatusCode::C;
    };
    if (departs(verdict.status) || departs(verdict.underlying)) found.push_back(verdict.criterion);
  }
  return found;
}

void open_explanation(const Workspace& workspace, UiState& state, const std::string& criterion) {
  auto& forms = state.forms.explanations;
  if (forms.contains(criterion)) return;
  const Explanation* written = explanation_of(criterion, workspace.project().answers);
  Explanation& form = forms[criterion];
  if (written) form = *written;
  form.criterion = criterion;
  if (written) return;
  form.date = workspace.today();
  form.decided_by = state.decider;
}

namespace {

// "Afwijking 2 van 5" and the way to the others; what is typed here stays.
void draw_walk(Ui& ui, const Workspace& workspace, UiState& state, const std::string& criterion) {
  const Evaluated* evaluated = workspace.evaluated();
  if (!evaluated) return;
  const std::vector<std::string> all = departures_of(evaluated->evaluation.judgement);
  const auto at = std::find(all.begin(), all.end(), criterion);
  if (at == all.end() || all.size() < 2) return;
  const auto go = [&](const std::string& to) {
    open_explanation(workspace, state, to);
    state.criterion = to;
    ui.reveal = "explain-progress";
    ui.focus = "explain-departs";
  };
  paragraph(ui, fmt::format(fmt::runtime(ui.t({"Afwijking {} van {}", "Departure {} of {}"})),
                            at - all.begin() + 1, all.size()));
  if (button(ui, "explain-previous", {"‹ Vorige", "‹ Previous"}, at != all.begin())) go(*(at - 1));
  ImGui::SameLine();
  if (button(ui, "explain-next", {"Volgende ›", "Next ›"}, at + 1 != all.end())) go(*(at + 1));
}

}  // namespace

Request draw_explanation(Ui& ui, const Workspace& workspace, UiState& state,
                         const Criterion& criterion, const MeasuredWords& measured) {
  const Answers& all = workspace.project().answers;
  const Explanation* written = explanation_of(criterion.id, all);
  auto& forms = state.forms.explanations;
  if (!forms.contains(criterion.id)) {
    if (button(ui, "explain",
               written ? Text{"Uitleg wijzigen …", "Change the explanation …"}
                       : Text{"Uitleg schrijven …", "Write the explanation …"},
               true, written == nullptr)) {
      open_explanation(workspace, state, criterion.id);
    }
    return {};
  }
  Explanation& draft = forms.at(criterion.id);
  heading(ui, {"Uitleg", "Explanation"});
  draw_walk(ui, workspace, state, criterion.id);
  const int done = filled(draft);
  ImGui::ProgressBar(
      static_cast<float>(done) / 9, {-1, 0},
      fmt::format(fmt::runtime(ui.t({"{} van 9 ingevuld", "{} of 9 filled in"})), done).c_str());
  ui.mark("explain-progress");
  page_input(ui, "explain-departs", {"1. Wat wijkt er af?", "1. What departs?"}, draft.departs);
  measured_beside(ui, measured);
  page_input(ui, "explain-why", {"2. Waarom is dat zo?", "2. Why is that?"}, draft.why);
  obstacle_input(ui, draft);
  page_input(ui, "explain-weighed",
             {"3. Wat is ertegen afgewogen, en wat telde zwaarder? Zoals privacy, veiligheid, "
              "infectiepreventie, ruimte, kosten, wet, erfgoed of wensen van bewoners.",
              "3. What was weighed against it, and what counted more? Such as privacy, safety, "
              "infection prevention, space, cost, law, heritage or wishes of residents."},
             draft.weighed);
  page_input(ui, "explain-instead",
             {"4. Wat doet u in plaats daarvan, en hoe dient dat hetzelfde doel?",
              "4. What do you do instead, and how does it serve the same aim?"},
             draft.instead);
  bool has_days = duration_input(ui, draft);
  line_input(ui, "explain-by",
             {"6. Wie heeft dit besloten? Een functie, geen naam",
              "6. Who decided this? A function, not a name"},
             draft.decided_by);
  has_days &= day_input(ui, "explain-date", {"Wanneer is dat besloten?", "When was that decided?"},
                        draft.date);
  Request request = consulted_input(ui, workspace, state, draft);
  has_days &= day_input(ui, "explain-review",
                        {"8. Wanneer kijkt u er opnieuw naar?", "8. When do you look again?"},
                        draft.review_date);
  line_input(ui, "explain-reviewer",
             {"Wie doet dat? Een functie, geen naam", "Who does that? A function, not a name"},
             draft.reviewer);
  attachments_input(ui, draft);
  ImGui::Spacing();
  for (const Text& empty : empty_fields(draft)) paragraph(ui, "• " + empty.in(ui.lang));
  for (const Text& hint : quality_hints(draft, all, workspace.today())) {
    paragraph(ui, ui.t({"Tip: ", "Hint: "}) + hint.in(ui.lang), true);
  }
  if (button(ui, "explain-save", {"Uitleg bewaren", "Keep the explanation"}, has_days, true)) {
    Answers after = all;
    for (std::string* day : {&draft.until, &draft.date, &draft.review_date})
      *day = iso_day_of(*day);
    put_entry(after.explanations, draft);
    bool is_kept = false;
    const std::string by = draft.decided_by;
    request = keep_answers(workspace, state, ui, std::move(after),
                           {"Uitleg schrijven", "Write an explanation"}, is_kept);
    if (is_kept) {
      forms.erase(criterion.id);
      ui.reveal = "criterion:" + criterion.id;  // the panel became shorter
      if (!has(state.decider)) state.decider = by;
    }
  }
  ImGui::SameLine();
  if (button(ui, "explain-cancel", {"Annuleren", "Cancel"})) forms.erase(criterion.id);
  if (!has_days) {
    warning(ui, {"Bewaren kan als elke datum een dag is die bestaat.",
                 "It can be kept when every date is a day that exists."});
  }
  return request;
}

}  // namespace trefpunt
