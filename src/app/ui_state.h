// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/camera.h"
#include "app/encounter_choice.h"
#include "app/field_choice.h"
#include "app/wijk_choice.h"
#include "plan/ids.h"
#include "project/answers.h"

namespace trefpunt {

enum class Tool {
  Select,
  Wall,
  Door,
  Window,
  Space,
  Seat,
  Furniture,
  Stairs,
  Lift,
  Ruler,
  Calibrate,
  Look,
  Path,  // this and what follows: of a wijk
  Place,
  Furnishing,
  Ground,
  Home
};
enum class Tab { Properties, Criteria, Measures, Encounters, Findings, Contents, Map, Wijk };

// What is on the screen and half done: ids, camera and drafts, never pointers into the project and
// never saved with it.
struct UiState {
  int storey = 0;  // index into Building::storeys
  Camera camera;
  Tool tool = Tool::Select;
  Tab tab = Tab::Criteria;
  std::optional<Tab> show_tab;      // bring this one to the front
  std::set<std::string> selection;  // "S12", "W3"
  std::string hover;                // the object under the mouse
  std::string measure;              // coloured; empty: by use
  std::string criterion;            // opened; its places light up
  bool show_labels = true, show_furniture = true, show_seats = true, show_grid = true;
  bool snap_to_grid = false, is_ortho = false;
  bool shows_report = false;  // in place of the plan or the map, as it would be written now
  bool is_comparing = false;  // the variants side by side
  bool shows_difference = false, shows_only_differences = false;  // of those
  double grid = 0.1;                                              // m

  std::vector<Point> drawing;        // of the tool: the vertices so far
  std::optional<Point> cursor;       // where the next vertex would come, snapped
  std::string snap_words;            // to what
  bool cursor_joins = false;         // the cursor is on a street, which the path would join
  std::string typed;                 // the length being typed
  std::optional<Point> drag_from;    // of a selection or vertex
  std::optional<Point> drag_vertex;  // the vertex that is dragged
  std::optional<Point> box_from;     // of a selection by rectangle
  bool new_door_is_glass = false;
  double new_door_width = 0.93;  // m, clear
  bool new_wall_is_glass = false;

  WijkChoice wijk;
  EncounterChoice encounter;
  ProgrammeDraft programme;
  FieldChoice field;               // under the plan
  FieldNow field_now;              // as it is on the screen
  bool sees_through_doors = true;  // in fields and when looking
  double look_angle = 360;         // degrees; 360: all around
  double look_direction = 0;       // degrees from the direction of x, counter-clockwise

  StoreyId underlay_wanted;            // the storey that a picture is being read for
  StoreyId underlay_of;                // whose underlay the points are on
  std::vector<Point> underlay_points;  // of a known distance: px from its lower left corner
  bool is_underlay_moving = false;     // `drag_from` became a drag

  // Texts that are being typed: kept whatever the project does meanwhile.
  struct SpaceText {
    std::string of, name, number;
    bool is_typed = false;  // in the last frame
  } space_text;
  std::string unit_name;
  std::optional<double> move_x, move_y;  // m
  struct Forms {                         // that are open, by criterion
    std::map<std::string, Explanation> explanations;
    std::map<std::string, DeclaredThreshold> thresholds;
    std::map<std::string, Answer> answers;
    std::map<std::string, NoThresholdReason> no_threshold;
    std::map<std::string, NotApplicableAnswer> not_applicable;
    std::map<std::string, Undetermined> undetermined;
    std::optional<Consultation> consultation;  // being written
    int consultation_at = -1;                  // its place in the answers; -1: a new one
    bool empty() const {
      return explanations.empty() && thresholds.empty() && answers.empty() &&
             no_threshold.empty() && not_applicable.empty() && undetermined.empty() &&
             !consultation;
    }
  } forms;
  std::string decider;  // function of who decides, asked once a session; never a name

  std::string region;   // that F6 gave the keyboard to
  std::string dialog;   // the open one: "open", "save", "import", "help", ...
  std::string message;  // the last thing that was done or refused
  bool message_is_error = false;
};

}  // namespace trefpunt
