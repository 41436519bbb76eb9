// SPDX-License-Identifier: GPL-3.0-or-later
// The institution's own plans, standing in their wijk. A plan is named "plan:0" by its place in
// the project; what is drawn is the storey nearest to the ground.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/plan_mesh.h"
#include "app/ui_state.h"
#include "app/workspace.h"

namespace trefpunt {

// Where it stands: as someone placed it, or else where its own coordinates say; empty: nowhere.
std::optional<WijkPosition> position_in(const Wijk& wijk, const Building& building);
Point in_wijk(const WijkPosition& position, Point p);

std::optional<std::size_t> plan_index(const std::string& object);  // of "plan:0"
std::string name_of_plan(const Workspace& workspace, const std::string& object);

// As its storey is drawn on its own, turned and moved; one mesh for all.
PlanMesh plans_mesh(const Workspace& workspace, const UiState& state);
std::string key_of_plans(const Workspace& workspace, const UiState& state);  // of what it is made

// Around everything on the ground storey: four corners; empty: no such plan, or nowhere.
std::vector<Point> outline_of_plan(const Workspace& workspace, const UiState& state,
                                   const std::string& object);
std::string plan_in_wijk_at(const Workspace& workspace, const UiState& state, Point p);

// So that the middle of its ground storey comes to lie there.
WijkPosition position_at(const Building& building, Point middle, double angle);
// Turned around that middle.
WijkPosition turned_plan(const Building& building, const WijkPosition& position, double by);

}  // namespace trefpunt
