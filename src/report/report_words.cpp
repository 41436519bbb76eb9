// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_words.h"

#include <map>

namespace trefpunt {

namespace {

Text looked_up(const std::map<std::string, Text>& words, const std::string& id) {
  const auto found = words.find(id);
  return found == words.end() ? Text{id, id} : found->second;
}

}  // namespace

Text scope_words(const std::string& scope) {
  static const std::map<std::string, Text> words = {
      {"rvs-a4", {"Aanbeveling 4 van de RVS (rvs-a4)", "Recommendation 4 of the RVS (rvs-a4)"}},
      {"gebouw", {"gebouw", "building (gebouw)"}},
      {"wijk", {"wijk", "neighbourhood (wijk)"}},
      {"volledig", {"volledig", "all criteria (volledig)"}},
  };
  return looked_up(words, scope);
}

Text role_words(const std::string& role) {
  static const std::map<std::string, Text> words = {
      {"plan", {"plattegrond", "floor plan"}},
      {"room list", {"ruimtestaat", "room list"}},
      {"uses", {"gebruik van ruimten", "uses of spaces"}},
      {"layers", {"lagen van de tekening", "layers of the drawing"}},
      {"wijk", {"laag van de wijk", "layer of the wijk"}},
      {"ambition", {"eigen drempels", "declared thresholds"}},
      {"answers", {"antwoorden en uitleg", "answers and explanations"}},
      {"scope", {"reikwijdte", "scope"}},
      {"remarks", {"opmerkingen van lezers", "remarks of readers"}},
      {"programme", {"programma: wie er is en wanneer", "programme: who is there and when"}},
      {"project", {"project", "project"}},
  };
  return looked_up(words, role);
}

Text read_words(const std::string& read) {
  static const std::map<std::string, Text> words = {
      {"whole", {"helemaal gelezen", "read in full"}},
      {"excerpt", {"alleen een deel gelezen", "read in part only"}},
      {"not_read", {"bron niet ingezien", "source not read"}},
  };
  return looked_up(words, read);
}

Text evidence_words(const std::string& mark) {
  static const std::map<std::string, Text> words = {
      {"E1", {"overzichtsstudie of oordeel van een commissie", "systematic or committee review"}},
      {"E2",
       {"meerdere onderzoeken, of deskundigen die het op grond van gegevens eens zijn",
        "several studies, or experts who agree on the basis of data"}},
      {"E3",
       {"richtlijn, advies van een raad of ervaring uit de praktijk",
        "guideline, council advice or practice"}},
      {"E4", {"verhoudingsgetal of afgeleide maat", "planning ratio or derived measure"}},
  };
  return looked_up(words, mark);
}

Text advice_words(const std::string& advice) {
  static const std::map<std::string, Text> words = {
      {"positive", {"positief", "positive"}},
      {"negative", {"negatief", "negative"}},
      {"none", {"geen advies", "no advice"}},
  };
  return looked_up(words, advice);
}

Text duration_words(const std::string& duration) {
  static const std::map<std::string, Text> words = {
      {"temporary", {"tijdelijk", "temporary"}},
      {"lasting", {"blijvend", "lasting"}},
  };
  return looked_up(words, duration);
}

Text obstacle_words(const std::string& obstacle) {
  static const std::map<std::string, Text> words = {
      {"space", {"te weinig ruimte", "too little space"}},
      {"financing", {"geld", "financing"}},
      {"building handbook", {"bouwhandboek", "building handbook"}},
      {"law", {"wet of regel", "law or rule"}},
      {"rent", {"huur", "rent"}},
      {"other", {"iets anders", "something else"}},
  };
  return looked_up(words, obstacle);
}

Text work_words(const std::string& work) {
  static const std::map<std::string, Text> words = {
      {"nieuwbouw", {"nieuwbouw", "new building (nieuwbouw)"}},
      {"verbouw", {"verbouw", "conversion (verbouw)"}},
      {"bestaand", {"bestaande bouw", "existing building (bestaand)"}},
  };
  return looked_up(words, work);
}

Text severity_words(Severity severity) {
  switch (severity) {
    case Severity::Note:
      return {"opmerking", "note"};
    case Severity::Warning:
      return {"waarschuwing", "warning"};
    case Severity::Error:
      return {"fout", "error"};
  }
  return {};
}

}  // namespace trefpunt
