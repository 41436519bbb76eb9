// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "street/network.h"

namespace trefpunt {

// What is wrong with a network, each time with its place: ends that nearly touch another street,
// islands, links that lie twice, lines that cross without meeting (docs/findings.md).
std::vector<Finding> network_findings(const std::vector<Street>& streets,
                                      const StreetNetwork& network);

// Whether all its coordinates can be those of a place.
bool has_place(const Street& street);
// A street of which nothing became a link: without coordinates, or without length.
Finding left_out(const Street& street, std::size_t row);

}  // namespace trefpunt
