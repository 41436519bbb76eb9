// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/keep_inputs.h"

#include <filesystem>

#include "io/pdf.h"

namespace trefpunt {

Status keep_inputs(const std::vector<std::string>& inputs,
                   const std::vector<std::string>& outputs) {
  for (const std::string& output : outputs) {
    for (const std::string& input : inputs) {
      std::error_code absent;
      if (input.ends_with(".trefpunt") || !std::filesystem::equivalent(input, output, absent)) {
        continue;
      }
      return Error{Code::BadInput,
                   {"dit bestand wordt gelezen en zou worden overschreven; kies een andere naam",
                    "this file is read and would be written over; choose another name"},
                   output};
    }
  }
  return Done{};
}

std::vector<std::string> files_of(const InputOptions& options) {
  std::vector<std::string> files;
  for (const std::string& input : options.inputs) files.push_back(split_page(input).first);
  files.insert(files.end(), options.wijk.begin(), options.wijk.end());
  for (const std::string& storey : options.storeys) {
    files.push_back(split_page(storey.substr(storey.find('=') + 1)).first);
  }
  for (const std::string& file : {options.wijk_map, options.rooms, options.layers, options.uses,
                                  options.ambition, options.answers, options.programme,
                                  options.catalogue, options.wijk_assumptions, options.remarks}) {
    if (!file.empty()) files.push_back(file);
  }
  return files;
}

}  // namespace trefpunt
