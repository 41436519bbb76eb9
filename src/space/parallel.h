// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace trefpunt {

// Runs work(i) once for every i below count, on up to `threads` threads (0: as many as the machine
// has). The work must write only to what belongs to i; the order of the calls is not fixed.
template <typename Work>  // void(int)
void parallel_for(int count, int threads, Work work) {
  if (threads <= 0) threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  std::atomic<int> next{0};
  const auto run = [&] {
    for (int i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::jthread> others;
  for (int t = 1; t < std::min(threads, count); ++t) others.emplace_back(run);
  run();
}

}  // namespace trefpunt
