// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <string>
#include <thread>

#include "base/job.h"

namespace trefpunt {

// Watches one job from a thread of its own: a bar on stderr when that is a terminal and the work
// takes longer than half a second, and Ctrl-C asks the job to stop.
class Progress {
 public:
  explicit Progress(std::string what);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  Job& job() { return job_; }

 private:
  void watch();

  std::string what_;
  std::stop_source stop_;
  Job job_;
  std::atomic<bool> done_{false};
  std::thread thread_;
};

}  // namespace trefpunt
