// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "criteria/evaluation.h"
#include "encounter/simulation.h"
#include "engine/memo.h"
#include "project/project.h"

namespace trefpunt {

struct EvaluateOptions {
  Scope scope;
  std::string today;  // ISO day
  // Encounters by simulation instead of by formula: for a report, not for a drag.
  std::optional<SimulationOptions> simulate;
};

struct EncounterOptions {
  std::optional<SimulationOptions> simulate;  // else by formula
  double kappa = 1;                           // the middle one
  bool with_privacy = true, with_sensitivity = false;
};

// Remembers what it made. The same project gives the same evaluation, remembered or not, whatever
// the number of threads. One evaluation at a time; the catalogue outlives the session.
class Session {
 public:
  explicit Session(const Catalogue& catalogue, std::size_t memo_bytes = std::size_t{1} << 30)
      : catalogue_(catalogue), memo_(memo_bytes) {}

  // Errors: Cancelled, and what a measure could not survive.
  Result<Evaluation> evaluate(const Project& project, const EvaluateOptions& options, Job& job);

  // Only the first stage: what the storeys of a building mean.
  Result<Layouts> layouts(const Building& building, Job& job);

  // Who meets whom in a building, without any measure.
  Result<EncounterResult> encounters(const Building& building, const Programme& programme,
                                     const EncounterOptions& options, Job& job);
  // Whether the one of two buildings with more repeated pairs stays ahead when all assumptions
  // change together. Errors: also what either building refuses of the programme.
  Result<OrderCheck> compare_encounters(const Building& a, const Building& b,
                                        const Programme& programme, Job& job);

 private:
  // The named parts of a stage's key, to say afterwards which of them changed.
  using Parts = std::vector<std::pair<std::string, Key>>;
  StageNote note(const std::string& stage, const Parts& parts, bool was_made);
  Result<Layouts> layouts(const Building& building, Job& job, std::vector<Key>& keys,
                          std::vector<StageNote>& notes);
  // Of the walker with this number.
  Result<std::vector<std::shared_ptr<const StoreyWalk>>> storey_walks(
      const Building& building, const Layouts& layouts, const std::vector<Key>& layout_keys,
      int number, const Walker& who, Job& job);
  Result<std::shared_ptr<const StoreySight>> sight(const Storey& storey, const Layout& layout,
                                                   Key layout_key, Job& job, bool& was_made);
  Result<BuildingResult> evaluate(const Building& building, const Project& project,
                                  const EvaluateOptions& options, Job& job,
                                  std::vector<StageNote>& notes);
  Result<WijkResult> evaluate_wijk(const Project& project, const EvaluateOptions& options, Job& job,
                                   std::vector<StageNote>& notes);
  // The stages of an encounter result: network, places of the programme, routes, what they share,
  // formula or simulation, privacy.
  struct Ground {
    const Building& building;
    const Layouts& layouts;
    const StoreySights& sights;
    const WalkGraph& on_foot;
    Key key;  // of layouts, attributes, doors and links
  };
  Result<EncounterResult> encounters(const Ground& ground, const Programme& programme,
                                     const EncounterOptions& options, Job& job,
                                     std::vector<StageNote>& notes);
  struct OwnGround;
  Result<OwnGround> own_ground(const Building& building, Job& job);
  Figure figure(const Ground& ground, Job& job);  // repeated_pairs(), by formula

  const Catalogue& catalogue_;
  Memo memo_;
  std::map<std::string, Parts> last_;  // per stage
};

}  // namespace trefpunt
