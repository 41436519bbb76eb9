// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "space/layout.h"

namespace trefpunt {

// What is wrong with a storey, said where its layout is made; each adds to layout.findings.
void report_open_space(const Storey& storey, const Space& space, Layout& layout);
void report_space_without_face(const Storey& storey, const Space& space, Layout& layout);
void report_two_anchors(const Storey& storey, const Space& first, const Space& second,
                        Layout& layout);
void report_doors(const Storey& storey, Layout& layout);
void report_spaces_without_door(const Storey& storey, Layout& layout);
void report_seats_outside(const Storey& storey, Layout& layout);
void report_faces_without_space(const Storey& storey, Layout& layout);

// "0.12 spreekkamer (S4)": how a finding names a space.
std::string label_of(const Space& space);

}  // namespace trefpunt
