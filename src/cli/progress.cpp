// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress.h"

#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>

namespace trefpunt {

namespace {

volatile std::sig_atomic_t interrupted = 0;

void on_interrupt(int) {
  interrupted = 1;
}

}  // namespace

Progress::Progress(std::string what)
    : what_(std::move(what)), job_(stop_.get_token()), thread_([this] { watch(); }) {
  std::signal(SIGINT, on_interrupt);
  std::signal(SIGTERM, on_interrupt);
}

Progress::~Progress() {
  done_ = true;
  thread_.join();
}

void Progress::watch() {
  using namespace std::chrono_literals;
  const bool is_terminal = isatty(STDERR_FILENO) != 0;
  bool shown = false;
  const auto start = std::chrono::steady_clock::now();
  while (!done_) {
    std::this_thread::sleep_for(20ms);
    if (interrupted != 0) stop_.request_stop();
    if (!is_terminal || std::chrono::steady_clock::now() - start < 500ms) continue;
    const int permille = job_.permille();
    const int full = permille * 30 / 1000;
    std::fprintf(stderr, "\r%s [%s%s] %3d %%", what_.c_str(), std::string(full, '#').c_str(),
                 std::string(30 - full, ' ').c_str(), permille / 10);
    std::fflush(stderr);
    shown = true;
  }
  if (shown) std::fprintf(stderr, "\r\033[K");
}

}  // namespace trefpunt
