// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "project/edit.h"

namespace trefpunt {

namespace {

// What a kind of thing is called, by the letter of its ids, and what adding one is.
struct Words {
  char letter;
  Text one;
  Text several;
  Text add;
};

// Null for a letter that no id has.
const Words* words_of(char letter) {
  static const Words kWords[] = {
      {WallTag::letter, {"Wand", "wall"}, {"Wanden", "walls"}, {"tekenen", "Draw"}},
      {DoorTag::letter, {"Deur", "door"}, {"Deuren", "doors"}, {"plaatsen", "Place"}},
      {WindowTag::letter, {"Raam", "window"}, {"Ramen", "windows"}, {"plaatsen", "Place"}},
      {SpaceTag::letter, {"Ruimte", "space"}, {"Ruimten", "spaces"}, {"toevoegen", "Add"}},
      {SeatTag::letter, {"Zitplek", "seat"}, {"Zitplekken", "seats"}, {"plaatsen", "Place"}},
      {FurnitureTag::letter,
       {"Meubel", "furniture"},
       {"Meubels", "furniture"},
       {"plaatsen", "Place"}},
      {LinkTag::letter,
       {"Trap of lift", "stairs or lift"},
       {"Trappen of liften", "stairs or lifts"},
       {"plaatsen", "Place"}},
      {BoundaryTag::letter, {"Grens", "boundary"}, {"Grenzen", "boundaries"}, {"tekenen", "Draw"}},
      {UnitTag::letter, {"Afdeling", "unit"}, {"Afdelingen", "units"}, {"toevoegen", "Add"}},
      {StoreyTag::letter,
       {"Verdieping", "storey"},
       {"Verdiepingen", "storeys"},
       {"toevoegen", "Add"}},
      {StreetTag::letter, {"Straat", "street"}, {"Straten", "streets"}, {"tekenen", "Draw"}},
      {HomeTag::letter, {"Adres", "address"}, {"Adressen", "addresses"}, {"plaatsen", "Place"}},
      {PlaceTag::letter, {"Plek", "place"}, {"Plekken", "places"}, {"toevoegen", "Add"}},
      {FurnishingTag::letter,
       {"Straatmeubel", "street furniture"},
       {"Straatmeubels", "street furniture"},
       {"plaatsen", "Place"}},
      {OpenSpaceTag::letter,
       {"Open ruimte", "open space"},
       {"Open ruimten", "open spaces"},
       {"tekenen", "Draw"}},
      {FootprintTag::letter, {"Pand", "building"}, {"Panden", "buildings"}, {"tekenen", "Draw"}},
  };
  const auto found = std::find_if(std::begin(kWords), std::end(kWords),
                                  [&](const Words& words) { return words.letter == letter; });
  return found != std::end(kWords) ? found : nullptr;
}

Text phrase(const Text& what, const Text& verb) {
  return {what.nl + " " + verb.nl, verb.en + " " + what.en};
}

Text phrase_of(const std::vector<std::string>& objects, const Text& verb) {
  const char letter = objects.empty() || objects[0].empty() ? ' ' : objects[0][0];
  const bool is_one_kind = std::all_of(objects.begin(), objects.end(), [&](const std::string& id) {
    return id.starts_with(letter);
  });
  const Words* words = words_of(letter);
  if (!is_one_kind || !words) {
    return phrase(
        {fmt::format("{} dingen", objects.size()), fmt::format("{} things", objects.size())}, verb);
  }
  return phrase(objects.size() == 1 ? words->one : words->several, verb);
}

struct Label {
  const Text change{"wijzigen", "Change"}, remove{"verwijderen", "Remove"},
      move{"verplaatsen", "Move"};

  template <typename Tag>
  static const Words& words(Id<Tag>) {
    const Words* words = words_of(Tag::letter);
    TP_CHECK(words != nullptr);
    return *words;
  }

  // A bench is called one.
  static Text one_of(const Furnishing& furnishing) {
    Text name = name_of(furnishing.kind);
    name.nl[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name.nl[0])));
    return name;
  }
  template <typename Thing>
  static Text one_of(const Thing& thing) {
    return words(thing.id).one;
  }

  template <typename Thing>
  Text operator()(const edit::Add<Thing>& e) const {
    return phrase(words(e.thing.id).one, words(e.thing.id).add);
  }
  template <typename Thing>
  Text operator()(const edit::Set<Thing>& e) const {
    return phrase(words(e.thing.id).one, change);
  }
  template <typename Thing>
  Text operator()(const edit::Remove<Thing>& e) const {
    return phrase(words(e.id).one, remove);
  }
  Text operator()(const edit::MoveVertex&) const { return phrase({"Hoek", "corner"}, move); }
  Text operator()(const edit::SplitWall& e) const {
    return phrase(words(e.wall).one, {"splitsen", "Split"});
  }
  Text operator()(const edit::MoveThings& e) const { return phrase_of(e.objects, move); }
  Text operator()(const edit::RemoveThings& e) const { return phrase_of(e.objects, remove); }
  Text operator()(const edit::CopyStorey& e) const {
    return phrase(words(e.storey).one, {"kopiëren", "Copy"});
  }
  Text operator()(const edit::SetStorey& e) const { return phrase(words(e.storey).one, change); }
  Text operator()(const edit::RemoveStorey& e) const { return phrase(words(e.storey).one, remove); }
  Text operator()(const edit::SetUnderlay&) const {
    return phrase({"Onderlegger", "underlay"}, change);
  }
  Text operator()(const edit::RemoveUnderlay&) const {
    return phrase({"Onderlegger", "underlay"}, remove);
  }
  Text operator()(const edit::AddUnit& e) const {
    return phrase(words(e.unit.id).one, words(e.unit.id).add);
  }
  Text operator()(const edit::SetUnit& e) const { return phrase(words(e.unit.id).one, change); }
  Text operator()(const edit::RenameProject&) const {
    return phrase({"Project", "project"}, {"hernoemen", "Rename"});
  }
  Text operator()(const edit::SetAmbition&) const {
    return phrase({"Ambitie", "ambition"}, change);
  }
  Text operator()(const edit::SetAnswers&) const {
    return phrase({"Antwoorden", "answers"}, change);
  }
  Text operator()(const edit::SetProgramme&) const {
    return phrase({"Programma", "programme"}, change);
  }
  template <typename Thing>
  Text operator()(const edit::AddToWijk<Thing>& e) const {
    return phrase(one_of(e.thing), words(e.thing.id).add);
  }
  template <typename Thing>
  Text operator()(const edit::SetInWijk<Thing>& e) const {
    return phrase(one_of(e.thing), change);
  }
  template <typename Thing>
  Text operator()(const edit::RemoveFromWijk<Thing>& e) const {
    return phrase(words(e.id).one, remove);
  }
  Text operator()(const edit::MoveStreetVertex&) const {
    return phrase({"Punt van straat", "street vertex"}, move);
  }
  Text operator()(const edit::SplitStreet& e) const {
    return phrase(words(e.street).one, {"splitsen", "Split"});
  }
  Text operator()(const edit::MoveWijkThings& e) const { return phrase_of(e.objects, move); }
  Text operator()(const edit::RemoveWijkThings& e) const { return phrase_of(e.objects, remove); }
  Text operator()(const edit::SetWijk&) const { return phrase({"Wijk", "neighbourhood"}, change); }
  Text operator()(const edit::SetWijkAssumptions&) const {
    return phrase({"Aannamen over de wijk", "assumptions on the neighbourhood"}, change);
  }
  Text operator()(const edit::PlaceBuilding& e) const {
    return e.position ? phrase({"Gebouw in de wijk", "building in the neighbourhood"},
                               {"plaatsen", "Place"})
                      : Text{"Gebouw uit de wijk halen", "Take building out of the neighbourhood"};
  }
};

}  // namespace

Text label_of(const Edit& edit) {
  return std::visit(Label{}, edit);
}

}  // namespace trefpunt
