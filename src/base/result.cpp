// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"

namespace trefpunt {

std::string to_string(const Error& error, Lang lang) {
  const std::string& sentence = error.sentence.in(lang);
  return error.where.empty() ? sentence : error.where + ": " + sentence;
}

}  // namespace trefpunt
