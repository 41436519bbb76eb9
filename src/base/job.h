// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <stop_token>
#include <utility>

namespace trefpunt {

// What a long computation may ask of, and tell to, whoever started it. Any thread may call it.
class Job {
 public:
  explicit Job(std::stop_token stop = {}) : stop_(std::move(stop)) {}

  bool stopped() const { return stop_.stop_requested(); }
  std::stop_token token() const { return stop_; }  // for a part that is stopped with the whole

  // Reports done of total; returns false when the work is no longer wanted.
  bool step(int done, int total) {
    permille_.store(total > 0 ? static_cast<int>(1000LL * done / total) : 0,
                    std::memory_order_relaxed);
    return !stopped();
  }
  int permille() const { return permille_.load(std::memory_order_relaxed); }

 private:
  std::stop_token stop_;
  std::atomic<int> permille_{0};
};

}  // namespace trefpunt
