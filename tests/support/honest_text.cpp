// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/honest_text.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <string_view>

#include "base/text.h"

namespace honest {

namespace {

constexpr std::string_view kEnough = "enough contact";

struct Forbidden {
  std::string_view rule;
  std::vector<const char*> patterns;  // folded
};

const std::vector<Forbidden>& forbidden() {
  static const std::vector<Forbidden> rules = {
      {"loneliness as an effect",
       {"minder eenzaam",
        "eenzaamheid vermind",
        "vermindert eenzaamheid",
        "vermindert de eenzaamheid",
        "verlaagt de eenzaamheid",
        "verlaagt eenzaamheid",
        "eenzaamheid daalt",
        "eenzaamheid neemt af",
        "voorkomt eenzaamheid",
        "lost eenzaamheid op",
        "tegen eenzaamheid",
        "tegen de eenzaamheid",
        "less lonel",
        "less loneliness",
        "reduces loneliness",
        "reduce loneliness",
        "lowers loneliness",
        "prevents loneliness",
        "against loneliness",
        "combats loneliness",
        "loneliness falls",
        "loneliness decreases"}},
      {kEnough,
       {"genoeg contact", "voldoende contact", "contact genoeg", "enough contact",
        "sufficient contact", "enough social contact", "genoeg sociale contacten"}},
      {"total score",
       {"totaalscore",      "totaalcijfer",     "eindcijfer",    "eindscore",     "eindoordeel",
        "gemiddelde score", "gemiddeld cijfer", "rapportcijfer", "ranglijst",     "rangorde",
        "total score",      "total_score",      "overall score", "overall_score", "average score",
        "final mark",       "final score",      "ranking",       "league table",  "beste buurt",
        "slechtste buurt"}},
      {"compliance with the rvs",
       {"voldoet aan rvs", "voldoet aan de rvs", "voldoet aan het advies",
        "voldoet aan gezond verb", "meets the rvs", "meets rvs", "complies with the rvs",
        "complies with rvs", "in line with the rvs", "rvs-proof"}},
  };
  return rules;
}

// Text between tags; a tag that ends a block ends a sentence.
std::string without_tags(const std::string& html) {
  static const std::set<std::string, std::less<>> inline_tags = {"strong", "bdi", "a",    "span",
                                                                 "em",     "b",   "code", "tspan"};
  std::string plain;
  for (std::size_t i = 0; i < html.size(); ++i) {
    if (html[i] != '<') {
      plain += html[i];
      continue;
    }
    std::size_t name = i + 1;
    if (name < html.size() && html[name] == '/') ++name;
    std::size_t end = name;
    while (end < html.size() && std::isalnum(static_cast<unsigned char>(html[end]))) ++end;
    const std::string_view tag = std::string_view(html).substr(name, end - name);
    if (!inline_tags.contains(tag)) plain += '\n';
    const std::size_t close =
        tag == "style" && html[i + 1] != '/' ? html.find("</style", i) - 1 : html.find('>', i);
    if (close == std::string::npos || close < i) break;
    i = close;
  }
  return plain;
}

std::vector<std::string> sentences_of(const std::string& produced) {
  const bool is_page = produced.find("<html") != std::string::npos;
  const std::string plain = is_page ? without_tags(produced) : produced;
  std::vector<std::string> sentences(1);
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const char c = plain[i];
    const bool ends = c == '\n' || c == '"' || c == ';' || c == '!' || c == '?' ||
                      (c == '.' && (i + 1 == plain.size() ||
                                    std::isspace(static_cast<unsigned char>(plain[i + 1]))));
    ends ? void(sentences.emplace_back()) : void(sentences.back() += c);
  }
  for (std::string& sentence : sentences) sentence = trefpunt::fold(trefpunt::squeeze(sentence));
  std::erase_if(sentences, [](const std::string& sentence) { return sentence.empty(); });
  return sentences;
}

bool denies(const std::string& words) {
  const std::string padded = ' ' + words + ' ';
  for (const char* word :
       {" geen ", " niet ", " nooit ", " niets ", " no ", " not ", " never ", " nothing "}) {
    if (padded.find(word) != std::string::npos) return true;
  }
  return false;
}

bool has_digit(const std::string& words) {
  return words.find_first_of("0123456789") != std::string::npos;
}

// "een tegen eenzaamheid" is the name of a programme and of its committee; between ‘ and ’ stands a
// heading of a source, in the source's words.
bool is_title(const std::string& sentence, std::size_t at) {
  const std::size_t quote = sentence.rfind("‘", at);
  if (quote != std::string::npos && sentence.find("’", quote) > at) return true;
  return sentence.substr(0, at).ends_with("een ") && sentence.compare(at, 6, "tegen ") == 0;
}

}  // namespace

std::vector<std::string> broken_rules(const std::string& produced) {
  std::vector<std::string> broken;
  for (const std::string& sentence : sentences_of(produced)) {
    for (const Forbidden& rule : forbidden()) {
      for (const char* pattern : rule.patterns) {
        const std::size_t at = sentence.find(pattern);
        if (at == std::string::npos || is_title(sentence, at)) continue;
        // "Voor genoeg contact bestaat geen norm": denied behind it, and without a number.
        const bool is_enough = rule.rule == kEnough && !has_digit(sentence) && denies(sentence);
        if (is_enough || denies(sentence.substr(0, at))) continue;
        broken.push_back(std::string(rule.rule) + ": " + sentence);
        break;
      }
    }
  }
  return broken;
}

std::string before_privacy(const std::string& produced, const std::vector<std::string>& privacy_ids,
                           const std::vector<std::string>& encounter_ids) {
  std::size_t privacy = std::string::npos;
  for (const std::string& id : privacy_ids) privacy = std::min(privacy, produced.find(id));
  for (const std::string& id : encounter_ids) {
    const std::size_t at = produced.find(id);
    if (at != std::string::npos && at < privacy) return id;
  }
  return "";
}

}  // namespace honest
