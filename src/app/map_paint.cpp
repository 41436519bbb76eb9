// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map_paint.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace trefpunt {

const Text& name_of(MapLayer layer) {
  static const std::map<MapLayer, Text> kNames = {
      {MapLayer::Areas, {"Buurten", "Buurten"}},
      {MapLayer::Ground, {"Open ruimte", "Open ground"}},
      {MapLayer::Water, {"Water", "Water"}},
      {MapLayer::Footprints, {"Panden", "Buildings"}},
      {MapLayer::Streets, {"Straten en paden", "Streets and paths"}},
      {MapLayer::Buildings, {"Eigen plattegrond", "Own plan"}},
      {MapLayer::Homes, {"Woningen", "Homes"}},
      {MapLayer::Places, {"Plekken", "Places"}},
      {MapLayer::Furnishings, {"Banken, haltes, toiletten", "Benches, stops, toilets"}},
      {MapLayer::Names, {"Namen", "Names"}}};
  return kNames.at(layer);
}

Paint paint_of(Ground ground) {
  switch (ground) {
    case Ground::Other:
      return {0xf1efeb};
    case Ground::Carriageway:
      return {0xe3e3e3};
    case Ground::Parking:
      return {0xdcdce2, Hatch::Upright, 0xb9b9c4};
    case Ground::Cycleway:
      return {0xecd5cf};
    case Ground::Footway:
      return {0xf2ead9};
    case Ground::Pedestrian:
      return {0xf4e3c3};
    case Ground::LivingStreet:
      return {0xf1e0cb, Hatch::Dots, 0xb99a6b};
    case Ground::Square:
      return {0xf7dfa9, Hatch::Level, 0xcfa646};
    case Ground::Park:
      return {0xc9e4b4, Hatch::Dots, 0x6d9a4f};
    case Ground::Green:
      return {0xdcebcd};
    case Ground::Playground:
      return {0xf3d9e4, Hatch::Dots, 0xb9688f};
    case Ground::Pitch:
      return {0xbfdcb0, Hatch::Upright, 0x86b070};
    case Ground::Courtyard:
      return {0xf4e9d4, Hatch::Crossed, 0xc9ad7c};
    case Ground::Garden:
      return {0xd3e8c0, Hatch::Rising, 0x7fa860};
    case Ground::Water:
      return {0xbcd9ec};
  }
  return {};
}

StreetLook look_of(StreetKind kind) {
  switch (kind) {
    case StreetKind::Road:
      return {0xffffff, 0x6f6a63, 4.2, 6.0, 0};
    case StreetKind::Residential:
      return {0xffffff, 0x9a948b, 3.0, 4.4, 0};
    case StreetKind::LivingStreet:
      return {0xfbe8cf, 0xa07a43, 3.0, 4.4, 0};
    case StreetKind::Pedestrian:
      return {0xf8e2b4, 0xa07a43, 2.6, 4.0, 0};
    case StreetKind::Service:
      return {0xffffff, 0xb0aaa2, 1.8, 3.0, 0};
    case StreetKind::Cycleway:
      return {0xb4533c, 0xb4533c, 1.5, 0, 0};
    case StreetKind::Footway:
      return {0x8a5a22, 0x8a5a22, 1.5, 0, 0};
    case StreetKind::Path:
      return {0x8a5a22, 0x8a5a22, 1.5, 0, 6};
    case StreetKind::Steps:
      return {0x5c3a10, 0x5c3a10, 3.6, 0, 1};
    case StreetKind::Unknown:
      return {0x6b7280, 0x6b7280, 1.5, 0, 0};
  }
  return {};
}

float growth_at(double scale) {
  return static_cast<float>(std::clamp(std::sqrt(scale / kMapScale), 0.45, 3.0));
}

const PlaceSign& sign_of(PlaceCategory category) {
  using S = PlaceSign::Shape;
  constexpr Rgb kMeeting = 0x8c1d5b, kDaily = 0x0b5a6b, kLearning = 0x5a4790, kOutdoors = 0x2f6b2f,
                kOther = 0x4b5563;
  using C = PlaceCategory;
  static const std::map<PlaceCategory, PlaceSign> kSigns = {
      {C::Other, {S::Square, kOther, {"?", "?"}}},
      {C::CommunityCentre, {S::Circle, kMeeting, {"Bh", "Cc"}}},
      {C::Library, {S::Circle, kMeeting, {"Bi", "Li"}}},
      {C::Cafe, {S::Circle, kMeeting, {"Ca", "Ca"}}},
      {C::Worship, {S::Circle, kMeeting, {"Ge", "Wo"}}},
      {C::Culture, {S::Circle, kMeeting, {"Cu", "Cu"}}},
      {C::Sport, {S::Circle, kMeeting, {"Sp", "Sp"}}},
      {C::Market, {S::Circle, kMeeting, {"Ma", "Ma"}}},
      {C::School, {S::Hexagon, kLearning, {"Sc", "Sc"}}},
      {C::Childcare, {S::Hexagon, kLearning, {"Ko", "Ch"}}},
      {C::Care, {S::Hexagon, kLearning, {"Zo", "He"}}},
      {C::Pharmacy, {S::Square, kDaily, {"Ap", "Ph"}}},
      {C::Supermarket, {S::Square, kDaily, {"Su", "Su"}}},
      {C::Shop, {S::Square, kDaily, {"Wi", "Sh"}}},
      {C::Hairdresser, {S::Square, kDaily, {"Ka", "Ha"}}},
      {C::Park, {S::Diamond, kOutdoors, {"Pa", "Pa"}}},
      {C::Playground, {S::Diamond, kOutdoors, {"Sl", "Pl"}}},
      {C::Garden, {S::Diamond, kOutdoors, {"Tu", "Ga"}}},
      {C::Square, {S::Diamond, kOutdoors, {"Pl", "Sq"}}}};
  return kSigns.at(category);
}

namespace {

void add_shape(ImDrawList& list, ImVec2 middle, float radius, PlaceSign::Shape shape, ImU32 ink) {
  switch (shape) {
    case PlaceSign::Shape::Circle:
      return list.AddCircleFilled(middle, radius, ink);
    case PlaceSign::Shape::Square:
      return list.AddRectFilled({middle.x - radius * 0.9f, middle.y - radius * 0.9f},
                                {middle.x + radius * 0.9f, middle.y + radius * 0.9f}, ink, 1.5f);
    case PlaceSign::Shape::Diamond:
      return list.AddNgonFilled(middle, radius * 1.25f, ink, 4);
    case PlaceSign::Shape::Hexagon:
      return list.AddNgonFilled(middle, radius * 1.1f, ink, 6);
  }
}

}  // namespace

void draw_sign(Ui& ui, ImDrawList& list, ImVec2 middle, float radius, const PlaceSign& sign) {
  add_shape(list, middle, radius + 1.5f * ui.scale, sign.shape, IM_COL32(255, 255, 255, 255));
  add_shape(list, middle, radius, sign.shape, colour(sign.fill));
  const float size = radius * 1.15f;
  if (size < 7 * ui.scale) return;  // no longer to be read
  const std::string& letters = sign.letters.in(ui.lang);
  const ImVec2 extent = ui.bold->CalcTextSizeA(size, 1e9f, 0, letters.c_str());
  list.AddText(ui.bold, size, {middle.x - extent.x / 2, middle.y - extent.y / 2},
               IM_COL32(255, 255, 255, 255), letters.c_str());
}

void draw_sign(Ui& ui, ImDrawList& list, ImVec2 middle, float radius, FurnishingKind kind) {
  const ImU32 paper = IM_COL32(255, 255, 255, 255);
  const ImU32 ink = colour(0x1f3a5f);
  const float line = std::max(1.0f, radius * 0.3f);
  const auto at = [&](float x, float y) {
    return ImVec2{middle.x + x * radius, middle.y + y * radius};
  };
  list.AddRectFilled(at(-1.25f, -1.1f), at(1.25f, 1.1f), paper, 2);
  switch (kind) {
    case FurnishingKind::Bench:  // back, seat and two legs
      list.AddLine(at(-1, -0.6f), at(1, -0.6f), ink, line);
      list.AddLine(at(-1, 0.1f), at(1, 0.1f), ink, line);
      list.AddLine(at(-0.75f, 0.1f), at(-0.75f, 0.9f), ink, line);
      list.AddLine(at(0.75f, 0.1f), at(0.75f, 0.9f), ink, line);
      return;
    case FurnishingKind::PicnicTable:
      list.AddLine(at(-0.7f, -0.7f), at(0.7f, -0.7f), ink, line);
      list.AddLine(at(-0.35f, -0.7f), at(-0.8f, 0.9f), ink, line);
      list.AddLine(at(0.35f, -0.7f), at(0.8f, 0.9f), ink, line);
      list.AddLine(at(-1.1f, 0.1f), at(1.1f, 0.1f), ink, line);
      return;
    case FurnishingKind::Stop:
      list.AddRect(at(-1, -0.9f), at(1, 0.9f), ink, 2, 0, line);
      list.AddText(ui.bold, radius * 1.6f, at(-0.5f, -0.85f), ink, "H");
      return;
    case FurnishingKind::Toilet:
      list.AddCircle(middle, radius, ink, 0, line);
      list.AddText(ui.bold, radius * 1.1f, at(-0.75f, -0.6f), ink, "WC");
      return;
  }
}

}  // namespace trefpunt
