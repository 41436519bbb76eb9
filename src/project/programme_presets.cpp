// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/programme_presets.h"

#include <algorithm>

#include "embedded/gezondheidscentrum_json.h"
#include "embedded/verpleegafdeling_json.h"
#include "project/programme_json.h"

namespace trefpunt {

const std::vector<PresetInfo>& presets() {
  static const std::vector<PresetInfo> list = {
      {"gezondheidscentrum",
       {"gezondheidscentrum", "health centre"},
       {"patiënten en naasten van huisarts, fysiotherapeut en verloskundige, medewerkers, "
        "vrijwilligers en buurtgenoten, met een wandelgroep",
        "patients and relatives of GP, physiotherapist and midwife, staff, volunteers and "
        "neighbours, with a walking group"},
       embedded::gezondheidscentrum_json},
      {"verpleegafdeling",
       {"verpleegafdeling", "ward"},
       {"patiënten en naasten van longgeneeskunde en geriatrie, medewerkers in drie diensten, "
        "vrijwilligers en buurtgenoten, met een oefengroep",
        "patients and relatives of lung medicine and geriatrics, staff in three shifts, "
        "volunteers and neighbours, with an exercise group"},
       embedded::verpleegafdeling_json},
  };
  return list;
}

Programme preset(std::string_view id) {
  const auto found = std::find_if(presets().begin(), presets().end(),
                                  [&](const PresetInfo& one) { return one.id == id; });
  TP_CHECK(found != presets().end());
  return *programme_from_json(std::string(found->json), std::string(id) + ".json");
}

}  // namespace trefpunt
