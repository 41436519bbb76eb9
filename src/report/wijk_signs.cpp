// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/wijk_signs.h"

#include "report/wijk_map.h"

namespace trefpunt {

namespace {

constexpr Rgb kMeeting = 0x0b5a6b;
constexpr Rgb kOther = 0x6a4a1c;
constexpr Rgb kFurnishing = 0x3c4a5e;

}  // namespace

Text letters_of(PlaceCategory category) {
  switch (category) {
    case PlaceCategory::CommunityCentre:
      return {"Bu", "Co"};
    case PlaceCategory::Library:
      return {"Bi", "Li"};
    case PlaceCategory::Cafe:
      return {"Ca", "Ca"};
    case PlaceCategory::Worship:
      return {"Ge", "Wo"};
    case PlaceCategory::School:
      return {"Sc", "Sc"};
    case PlaceCategory::Childcare:
      return {"Ki", "Ch"};
    case PlaceCategory::Sport:
      return {"Sp", "Sp"};
    case PlaceCategory::Culture:
      return {"Cu", "Cu"};
    case PlaceCategory::Care:
      return {"Zo", "Cr"};
    case PlaceCategory::Pharmacy:
      return {"Ap", "Ph"};
    case PlaceCategory::Supermarket:
      return {"Su", "Su"};
    case PlaceCategory::Shop:
      return {"Wi", "Sh"};
    case PlaceCategory::Hairdresser:
      return {"Ka", "Ha"};
    case PlaceCategory::Market:
      return {"Ma", "Ma"};
    case PlaceCategory::Park:
      return {"Pa", "Pa"};
    case PlaceCategory::Playground:
      return {"Sl", "Pl"};
    case PlaceCategory::Garden:
      return {"Tu", "Ga"};
    case PlaceCategory::Square:
      return {"Pl", "Sq"};
    case PlaceCategory::Other:
      break;
  }
  return {"An", "Ot"};
}

std::vector<Shape> sign_of(PlaceCategory category, bool is_meeting_place, Lang lang) {
  const Rgb colour = is_meeting_place ? kMeeting : kOther;
  std::vector<Shape> sign;
  if (is_meeting_place) {
    sign = {Dot{{{0, 0}}, 8, 0xffffff}, Dot{{{0, 0}}, 7, colour}};
  } else {
    const auto box = [](double h) { return Ring{{-h, -h}, {h, -h}, {h, h}, {-h, h}}; };
    sign = {Area{{box(7)}, {0xffffff}}, Area{{box(6.2)}, {colour}}};
  }
  // White letters with the outline of the sign around them; on paper the colour still is dark.
  Word letters{{0, 3}, letters_of(category).in(lang), 8.5, Anchor::Middle, true};
  letters.colour = 0xffffff;
  sign.push_back(std::move(letters));
  return sign;
}

std::vector<Shape> sign_of(FurnishingKind kind) {
  switch (kind) {
    case FurnishingKind::Bench:
      return {Stroke{{{{-3.5, 0}, {3.5, 0}}, {{-2.5, 0}, {-2.5, 2.5}}, {{2.5, 0}, {2.5, 2.5}}},
                     false,
                     1.4,
                     kFurnishing}};
    case FurnishingKind::PicnicTable:
      return {Stroke{
          {{{-3.5, -1.5}, {3.5, -1.5}}, {{-3.5, 1.5}, {3.5, 1.5}}}, false, 1.2, kFurnishing}};
    case FurnishingKind::Stop:
      return {Stroke{{{{0, -4.5}, {4.5, 0}, {0, 4.5}, {-4.5, 0}}}, true, 1.5, kFurnishing}};
    case FurnishingKind::Toilet:
      break;
  }
  return {Stroke{{{{-4, -4}, {4, -4}}, {{0, -4}, {0, 4}}}, false, 1.8, kFurnishing}};
}

std::optional<Paint> printed_paint_of(Ground ground) {
  switch (ground) {
    case Ground::Water:
      return Paint{0xd3e5f1, Hatch::Level, 0xb3cde0};
    case Ground::Park:
      return Paint{0xd6e9c6, Hatch::Dots, 0x9dbf84};
    case Ground::Green:
      return Paint{0xe8f1dd};
    case Ground::Playground:
      return Paint{0xf6dcb6, Hatch::Crossed, 0xd9ae72};
    case Ground::Pitch:
      return Paint{0xcfe5d2, Hatch::Upright, 0xa6c8ab};
    case Ground::Square:
    case Ground::Pedestrian:
      return Paint{0xf3e3c3, Hatch::Falling, 0xdcc08c};
    case Ground::LivingStreet:
      return Paint{0xeaddd9};
    case Ground::Courtyard:
    case Ground::Garden:
      return Paint{0xe3edc0, Hatch::Rising, 0xbccb83};
    default:
      return {};
  }
}

}  // namespace trefpunt
