// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <thread>

#include "base/job.h"
#include "base/result.h"

namespace trefpunt {

// One piece of long work on a thread of its own. Asked from the frame loop; `wake` is called from
// the thread when there is something to take. Ending a task stops and awaits its work.
template <typename T>
class Task {
 public:
  using Work = std::function<Result<T>(Job&)>;

  Task() = default;
  ~Task() { stop(); }
  Task(const Task&) = delete;
  Task& operator=(const Task&) = delete;

  void start(Work work, std::function<void()> wake) {
    stop();
    state_ = std::make_unique<State>();
    State& state = *state_;
    thread_ = std::jthread(
        [&state, work = std::move(work), wake = std::move(wake)](const std::stop_token& token) {
          state.job.emplace(token);
          state.has_job = true;
          state.result = work(*state.job);
          state.is_done = true;
          if (wake) wake();
        });
  }
  bool is_running() const { return state_ != nullptr; }
  int permille() const { return state_ && state_->has_job ? state_->job->permille() : 0; }
  void cancel() { thread_.request_stop(); }

  // The result, once, when the work is done.
  std::optional<Result<T>> take() {
    if (!state_ || !state_->is_done) return std::nullopt;
    thread_.join();
    std::optional<Result<T>> result = std::move(state_->result);
    state_.reset();
    return result;
  }

 private:
  struct State {
    std::optional<Job> job;
    std::atomic<bool> has_job = false;
    std::atomic<bool> is_done = false;
    std::optional<Result<T>> result;
  };
  void stop() {
    if (thread_.joinable()) {
      thread_.request_stop();
      thread_.join();
    }
    state_.reset();
  }

  std::unique_ptr<State> state_;
  std::jthread thread_;
};

}  // namespace trefpunt
