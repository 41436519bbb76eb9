// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "criteria/declared.h"

namespace trefpunt {

namespace {

struct Mandatory {
  std::string Explanation::*field;
  const char* nl;
  const char* en;
};

constexpr Mandatory kMandatory[] = {
    {&Explanation::departs, "wat er afwijkt", "what departs"},
    {&Explanation::why, "waarom", "why"},
    {&Explanation::weighed, "wat er tegenover is afgewogen, en wat zwaarder telde",
     "what was weighed against it, and what counted more"},
    {&Explanation::instead, "wat u in plaats daarvan doet", "what is done instead"},
    {&Explanation::duration, "of het tijdelijk of blijvend is",
     "whether it is temporary or lasting"},
    {&Explanation::until, "tot wanneer het duurt", "until when it lasts"},
    {&Explanation::decided_by, "wie besliste (functie)", "who decided (function)"},
    {&Explanation::date, "wanneer dat is besloten", "when that was decided"},
    {&Explanation::consulted, "wie is gehoord, en wat die vond",
     "who was consulted, and what they said"},
    {&Explanation::review_date, "wanneer u er opnieuw naar kijkt", "when it is reviewed"},
    {&Explanation::reviewer, "wie er opnieuw naar kijkt (functie)", "who reviews it (function)"},
    {&Explanation::obstacle, "wat in de weg staat (zoals ruimte, geld, bouwhandboek, wet of huur)",
     "what stands in the way (such as space, financing, building handbook, law or rent)"},
};

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char c : fold(text)) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '.') continue;  // "n.v.t." is one word
    if (std::isalnum(byte) || byte >= 0x80) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// Whether the text says one of `words`, and beside them nothing but `fillers`.
bool says_only(const std::string& text, const std::set<std::string>& words,
               const std::set<std::string>& fillers) {
  bool says = false;
  for (const std::string& word : words_of(text)) {
    if (words.contains(word)) {
      says = true;
    } else if (!fillers.contains(word)) {
      return false;
    }
  }
  return says;
}

bool only_costs(const std::string& why) {
  static const std::set<std::string> costs = {
      "kosten",     "kost", "geld",  "budget", "duur",      "geldgebrek", "financien",
      "financieel", "cost", "costs", "money",  "expensive", "financial"};
  static const std::set<std::string> fillers = {
      "de",  "het",    "te",    "is",      "zijn",    "was",  "waren", "vanwege", "wegens", "door",
      "om",  "uit",    "reden", "redenen", "hoge",    "hoog", "veel",  "er",      "geen",   "voor",
      "van", "teveel", "the",   "too",     "because", "of",   "high",  "no",      "it",     "for",
      "a",   "much",   "in",    "dit",     "dat",     "en",   "and",   "tekort",  "gebrek", "aan"};
  return says_only(why, costs, fillers);
}

bool no_alternative(const std::string& instead) {
  static const std::set<std::string> nothing = {"geen", "niets", "niks", "nvt",
                                                "nee",  "none",  "no",   "nothing"};
  static const std::set<std::string> fillers = {
      "er",           "is",          "een",           "we",       "wij",
      "doen",         "alternatief", "alternatieven", "the",      "mogelijk",
      "beschikbaar",  "voor",        "there",         "an",       "alternative",
      "alternatives", "do",          "available",     "possible", "in",
      "plaats",       "daarvan",     "instead",       "extra"};
  return words_of(instead).empty() || says_only(instead, nothing, fillers);
}

// "2026-11-05" -> "2030-11-05"; ISO days compare as text.
std::string years_later(const std::string& day, int years) {
  return fmt::format("{:04}{}", std::stoi(day.substr(0, 4)) + years, day.substr(4));
}

// The other criteria whose explanation says the same in one of its own words fields.
std::set<std::string> told_alike(const Explanation& explanation, const Answers& answers) {
  std::set<std::string> criteria;
  for (const Explanation& other : answers.explanations) {
    if (other.criterion == explanation.criterion) continue;
    for (const auto field :
         {&Explanation::departs, &Explanation::why, &Explanation::weighed, &Explanation::instead}) {
      const std::vector<std::string> words = words_of(explanation.*field);
      if (!words.empty() && words == words_of(other.*field)) criteria.insert(other.criterion);
    }
  }
  return criteria;
}

}  // namespace

const Explanation* explanation_of(const std::string& criterion, const Answers& answers) {
  for (const Explanation& explanation : answers.explanations) {
    if (explanation.criterion == criterion) return &explanation;
  }
  return nullptr;
}

std::vector<Text> empty_fields(const Explanation& explanation) {
  std::vector<Text> missing;
  for (const Mandatory& mandatory : kMandatory) {
    if (mandatory.field == &Explanation::until && explanation.duration != "temporary") continue;
    if (!is_blank(explanation.*mandatory.field)) continue;
    missing.push_back({fmt::format("In de uitleg ontbreekt {}.", mandatory.nl),
                       fmt::format("The explanation lacks {}.", mandatory.en)});
  }
  return missing;
}

Text no_explanation() {
  Text asked;
  for (const Mandatory& mandatory : kMandatory) {
    if (mandatory.field == &Explanation::until) continue;
    asked.nl += (asked.nl.empty() ? "" : "; ") + std::string(mandatory.nl);
    asked.en += (asked.en.empty() ? "" : "; ") + std::string(mandatory.en);
  }
  return {"Er is nog geen uitleg. Nodig is: " + asked.nl + ".",
          "There is no explanation yet. It must say: " + asked.en + "."};
}

std::vector<Text> quality_hints(const Explanation& explanation, const Answers& answers,
                                const std::string& today) {
  std::vector<Text> hints;
  const std::set<std::string> alike = told_alike(explanation, answers);
  if (!alike.empty()) {
    const std::string names = fmt::format("{}", fmt::join(alike, ", "));
    hints.push_back({"Bij " + names + " staat dezelfde tekst. Past die wel bij beide?",
                     "The same text stands at " + names + ". Does it fit both?"});
  }
  if (only_costs(explanation.why)) {
    hints.push_back({"Als reden staan er alleen kosten. Wat is er nog meer afgewogen?",
                     "Costs are the only reason given. What else was weighed?"});
  }
  if (!is_blank(explanation.instead) && no_alternative(explanation.instead)) {
    hints.push_back({"Er staat geen alternatief. Wat dient hetzelfde doel op een andere manier?",
                     "There is no alternative. What serves the same aim in another way?"});
  }
  if (is_iso_date(explanation.date) && is_iso_date(explanation.review_date) &&
      explanation.review_date < explanation.date) {
    hints.push_back({"De datum om er opnieuw naar te kijken ligt voor de dag van het besluit.",
                     "The review date lies before the day of the decision."});
  }
  if (is_iso_date(today) && is_iso_date(explanation.date) && explanation.date > today) {
    hints.push_back({"De dag van het besluit ligt na de datum van dit rapport.",
                     "The day of the decision lies after the date of this report."});
  }
  if (is_iso_date(today) && explanation.duration == "temporary" && is_iso_date(explanation.until) &&
      explanation.until < today) {
    hints.push_back({"De afwijking zou tijdelijk zijn, maar die tijd is al voorbij.",
                     "The departure was to be temporary, but that time has already passed."});
  }
  if (is_iso_date(today) && is_iso_date(explanation.review_date)) {
    if (explanation.review_date < today) {
      hints.push_back({"De datum om er opnieuw naar te kijken is al voorbij.",
                       "The review date has already passed."});
    } else if (explanation.review_date > years_later(today, 4)) {
      hints.push_back({"De datum om er opnieuw naar te kijken ligt meer dan vier jaar vooruit.",
                       "The review date is more than four years away."});
    }
  }
  return hints;
}

}  // namespace trefpunt
