// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/check.h"
#include "measure/activity_space.h"
#include "measure/avoidability.h"
#include "measure/chance_nodes.h"
#include "measure/conversation_settings.h"
#include "measure/edge_seat_share.h"
#include "measure/group_capacity.h"
#include "measure/level_change_ok.h"
#include "measure/lounge_m2_per_bed.h"
#include "measure/min_clear_width.h"
#include "measure/open_reach.h"
#include "measure/peer_room.h"
#include "measure/programmed_share.h"
#include "measure/recurrence_index.h"
#include "measure/room_to_lounge_distance.h"
#include "measure/rooming_in_share.h"
#include "measure/single_room_compensation.h"
#include "measure/space_depth.h"
#include "measure/space_integration.h"
#include "measure/step_free_share.h"
#include "measure/third_place_m2.h"
#include "measure/toilet_distance.h"
#include "measure/turning_circle_share.h"
#include "measure/unit_lounge_coverage.h"
#include "measure/view_share.h"
#include "measure/visibility_percentile.h"
#include "measure/visitor_places_per_room.h"

namespace trefpunt {

namespace {

template <typename M>
const Measure* one() {
  static const M measure;
  return &measure;
}

struct InUse {
  explicit InUse(std::vector<std::shared_ptr<const Measure>> of_plugins)
      : plugins(std::move(of_plugins)), all(builtin_measures()) {
    for (const auto& measure : plugins) all.push_back(measure.get());
  }
  std::vector<std::shared_ptr<const Measure>> plugins;
  std::vector<const Measure*> all;
};

// Libraries are loaded into the whole program, and so is this list of theirs.
InUse& in_use() {
  static InUse state({});
  return state;
}

}  // namespace

double Scene::parameter(const std::string& id) const {
  const auto found = parameters.find(id);
  TP_CHECK(found != parameters.end());
  return found->second;
}

const std::vector<const Measure*>& builtin_measures() {
  static const std::vector<const Measure*> list = {
      one<Avoidability>(),
      one<GroupCapacity>(),
      one<UnitLoungeCoverage>(),
      one<LoungeM2PerBed>(),
      one<RoomToLoungeDistance>(),
      one<SingleRoomCompensation>(),
      one<OpenReach>(),
      one<StepFreeShare>(),
      one<ToiletDistance>(),
      one<MinClearWidth>(),
      one<LevelChangeOk>(),
      one<TurningCircleShare>(),
      one<VisibilityPercentile>(),
      one<ConversationSettings>(),
      one<EdgeSeatShare>(),
      one<ViewShare>(),
      one<RecurrenceIndex>(),
      one<ChanceNodes>(),
      one<ProgrammedShare>(),
      one<PeerRooms>(),
      one<ThirdPlaceM2>(),
      one<VisitorPlacesPerRoom>(),
      one<RoomingInShare>(),
      one<ActivitySpace>(),
      one<SpaceDepth>(),
      one<SpaceIntegration>(),
  };
  return list;
}

const std::vector<const Measure*>& all_measures() {
  return in_use().all;
}

void use_measures(std::vector<std::shared_ptr<const Measure>> of_plugins) {
  in_use() = InUse(std::move(of_plugins));
}

const Measure* find_measure(const std::string& id) {
  for (const Measure* measure : all_measures()) {
    if (measure->info().id == id) return measure;
  }
  return nullptr;
}

}  // namespace trefpunt
