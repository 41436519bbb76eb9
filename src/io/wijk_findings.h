// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plan/finding.h"

namespace trefpunt {

// The codes of reading the layers of a wijk, 410 to 439; the others are in plan/finding.h.
namespace finding {
inline constexpr int kLayerNotRecognised = 410;
inline constexpr int kWijkProjected = 411;
inline constexpr int kWithoutUsableGeometry = 412;
inline constexpr int kValueNotUnderstood = 413;
inline constexpr int kEndedLeftOut = 414;  // BAG and BGT keep what is no longer there
inline constexpr int kRowNotPlaced = 415;
inline constexpr int kCodeWithoutArea = 416;
inline constexpr int kAreaWithoutCode = 417;
inline constexpr int kHomesApproximated = 418;  // from OpenStreetMap
inline constexpr int kFarAway = 419;
inline constexpr int kTagsReplaced = 420;  // by a layer of its own
inline constexpr int kYearNotStated = 421;
inline constexpr int kGivenTwice = 422;
}  // namespace finding

}  // namespace trefpunt
