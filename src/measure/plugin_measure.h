// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure/measure.h"
#include "plugin/trefpunt_plugin.h"

namespace trefpunt {

// What is wrong with what a plugin declares, in one sentence; fine when it says nothing. Reads
// struct_size bytes of the plugin at most, and nothing beyond abi_major when that is not ours.
// `where` is the file.
Status check_plugin(const tp_plugin& plugin, const std::string& where);

// A checked plugin as a measure like any other. What goes wrong in it (a failure code, a value
// without its state, a wrong length) is an outcome that is not computed, with the sentence: a
// plugin never stops a run.
class PluginMeasure final : public Measure {
 public:
  PluginMeasure(const tp_plugin& plugin, PluginFile file);

  const MeasureInfo& info() const override { return info_; }
  Result<Outcome> evaluate(const Scene& scene, Job& job) const override;

 private:
  const tp_plugin& plugin_;  // lives as long as the program
  MeasureInfo info_;
};

}  // namespace trefpunt
