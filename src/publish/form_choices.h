// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "publish/publish.h"

namespace trefpunt {

// A form of the report as people choose it.
struct FormChoice {
  Form form;
  Text label;
  bool is_always = false;  // part of every report: it cannot be left out
};

// Every form that publish() writes, in the order that it is offered.
const std::vector<FormChoice>& form_choices();

}  // namespace trefpunt
