// SPDX-License-Identifier: GPL-3.0-or-later
#include "space/field_columns.h"

namespace trefpunt {

namespace {

const Text kNone{"", ""};
const Text kCells{"cellen", "cells"};
const Text kSteps{"stappen", "steps"};
const Text kBits{"bit", "bit"};
const Text kMetres{"m", "m"};
const Text kSquareMetres{"m²", "m²"};
const Text kQuarterTurns{"kwartslagen", "quarter turns"};

const std::vector<FieldColumnInfo> kVisibility = {
    {"connectivity",
     {"Cellen in zicht", "Connectivity"},
     kCells,
     {"Hoeveel cellen u hier in één keer ziet.", "How many cells are seen from here at once."}},
    {"node_count",
     {"Bereikte cellen", "Node count"},
     kCells,
     {"Hoeveel cellen met zicht te bereiken zijn, in één of meer stappen.",
      "How many cells sight leads to, in one step or more."}},
    {"mean_depth",
     {"Gemiddelde zichtdiepte", "Mean depth"},
     kSteps,
     {"Hoeveel stappen van zicht de rest van de vloer gemiddeld weg is. Hoog: afgelegen.",
      "How many steps of sight the rest of the floor is away, on average. High: secluded."}},
    {"integration_hh",
     {"Integratie (HH)", "Integration (HH)"},
     kNone,
     {"Hoe dicht de plek met zicht bij alle andere ligt. Hoog: midden in het gebouw.",
      "How close the place lies to all others by sight. High: amid the building."}},
    {"integration_tekl",
     {"Integratie (Tekl)", "Integration (Tekl)"},
     kNone,
     {"Als integratie (HH), met een andere correctie voor de grootte.",
      "As integration (HH), corrected for size in another way."}},
    {"entropy",
     {"Entropie", "Entropy"},
     kBits,
     {"Hoe gelijk de vloer over de diepten verdeeld is. Laag: bijna alles op één diepte.",
      "How evenly the floor is spread over the depths. Low: almost all at one depth."}},
    {"relativised_entropy",
     {"Relatieve entropie", "Relativised entropy"},
     kBits,
     {"Hoe ver de verdeling over de diepten afwijkt van wat bij deze diepte te verwachten is.",
      "How far the spread over the depths is from what is expected at this depth."}},
    {"first_moment",
     {"Som van de afstanden", "First moment"},
     kMetres,
     {"De afstanden tot alle cellen in zicht, opgeteld.",
      "The distances to all cells that are seen, added up."}},
    {"second_moment",
     {"Som van de kwadraten", "Second moment"},
     kSquareMetres,
     {"De kwadraten van die afstanden, opgeteld: verre cellen tellen zwaarder.",
      "The squares of those distances, added up: far cells weigh more."}}};

const std::vector<FieldColumnInfo> kLocal = {
    {"clustering",
     {"Clustering", "Clustering"},
     kNone,
     {"Welk deel van wat u ziet, elkaar ook ziet. 1: een overzichtelijke kamer. Laag: een hoek of "
      "kruising.",
      "The share of what you see that also sees each other. 1: a plain room. Low: a corner or a "
      "crossing."}},
    {"control",
     {"Controle", "Control"},
     kNone,
     {"Hoeveel plekken vooral vanaf hier te zien zijn. Gemiddeld 1.",
      "How many places are seen mostly from here. 1 on average."}},
    {"controllability",
     {"Overzienbaarheid", "Controllability"},
     kNone,
     {"Hoe makkelijk de plek vanuit haar omgeving te overzien is.",
      "How easily the place is overlooked from its surroundings."}}};

const std::vector<FieldColumnInfo> kIsovist = {
    {"area",
     {"Oppervlakte van het zichtveld", "Isovist area"},
     kSquareMetres,
     {"Hoeveel vloer u hier in één keer ziet.", "How much floor is seen from here at once."}},
    {"perimeter",
     {"Omtrek van het zichtveld", "Isovist perimeter"},
     kMetres,
     {"De rand van wat u ziet, opgeteld.", "The edge of what is seen, added up."}},
    {"compactness",
     {"Compactheid", "Compactness"},
     kNone,
     {"Hoe rond het zicht is. 1: een cirkel. Laag: lange slierten, een gang.",
      "How round the view is. 1: a circle. Low: long strips, a corridor."}},
    {"occlusivity",
     {"Verhullende randen", "Occlusivity"},
     kMetres,
     {"De lengte van de randen waarachter vloer ligt die u niet ziet.",
      "The length of the edges behind which lies floor that is not seen."}},
    {"drift_magnitude",
     {"Afstand tot het zwaartepunt", "Drift"},
     kMetres,
     {"Hoe ver het midden van wat u ziet, van u af ligt.",
      "How far the middle of what is seen lies from you."}},
    {"drift_angle",
     {"Richting van het zwaartepunt", "Drift angle"},
     {"graden", "degrees"},
     {"Naar welke kant het midden van wat u ziet ligt: 0 is rechts op de tekening, 90 boven.",
      "To which side the middle of what is seen lies: 0 is right on the drawing, 90 up."}},
    {"min_radial",
     {"Kortste zichtlijn", "Least radial"},
     kMetres,
     {"Hoe ver het naaste punt van de rand ligt.", "How far the nearest place of the edge lies."}},
    {"max_radial",
     {"Langste zichtlijn", "Greatest radial"},
     kMetres,
     {"Hoe ver u hier hoogstens ziet.", "How far is seen from here at most."}}};

const std::vector<FieldColumnInfo> kMetric = {
    {"mean_distance",
     {"Gemiddelde loopafstand", "Mean distance"},
     kMetres,
     {"Hoe ver de rest van de vloer gemiddeld lopen is.",
      "How far the rest of the floor is to walk, on average."}},
    {"mean_straight_distance",
     {"Gemiddelde afstand hemelsbreed", "Mean straight distance"},
     kMetres,
     {"Hoe ver de rest van de vloer gemiddeld is, dwars door de muren.",
      "How far the rest of the floor is on average, straight through walls."}},
    {"mean_turn",
     {"Gemiddelde draaiing", "Mean turning"},
     kQuarterTurns,
     {"Hoeveel u draait op de kortste weg naar de rest van de vloer.",
      "How much one turns on the shortest way to the rest of the floor."}}};

const std::vector<FieldColumnInfo> kAngular = {
    {"mean_angular_depth",
     {"Gemiddelde hoekdiepte", "Mean angular depth"},
     kQuarterTurns,
     {"Hoe weinig draaien volstaat om de rest van de vloer te bereiken. Hoog: om veel hoeken.",
      "How little turning suffices to reach the rest of the floor. High: around many corners."}}};

const std::vector<FieldColumnInfo> kThrough = {
    {"through",
     {"Doorzicht", "Through vision"},
     {"lijnen", "lines"},
     {"Hoeveel lijnen tussen plekken die elkaar zien, hierover lopen.",
      "How many lines between places that see each other pass over here."}}};

}  // namespace

const std::vector<FieldColumnInfo>& field_columns(FieldKind kind) {
  switch (kind) {
    case FieldKind::Visibility:
      return kVisibility;
    case FieldKind::Local:
      return kLocal;
    case FieldKind::Isovist:
      return kIsovist;
    case FieldKind::Metric:
      return kMetric;
    case FieldKind::Angular:
      return kAngular;
    case FieldKind::Through:
      break;
  }
  return kThrough;
}

std::optional<NamedColumn> named_column(std::string_view name) {
  const std::size_t dot = name.find('.');
  const auto kind = field_kind(name.substr(0, dot));
  if (!kind || dot == std::string_view::npos) return std::nullopt;
  for (const FieldColumnInfo& column : field_columns(*kind)) {
    if (name.substr(dot + 1) == column.id) return NamedColumn{*kind, &column};
  }
  return std::nullopt;
}

std::string name_of_column(FieldKind kind, std::string_view column) {
  for (const FieldInfo& info : field_kinds()) {
    if (info.kind == kind) return std::string(info.name) + "." + std::string(column);
  }
  return {};
}

}  // namespace trefpunt
