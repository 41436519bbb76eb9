// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace trefpunt {

// How many threads are meant: 0 is as many as the machine has.
inline int thread_count(int threads) {
  if (threads > 0) return threads;
  return static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

// Runs work(i) once for every i below count, on up to `threads` threads (0: as many as the machine
// has). The work must write only to what belongs to i; the order of the calls is not fixed.
template <typename Work>  // void(int)
void parallel_for(int count, int threads, Work work) {
  threads = thread_count(threads);
  std::atomic<int> next{0};
  const auto run = [&] {
    for (int i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::jthread> others;
  for (int t = 1; t < std::min(threads, count); ++t) others.emplace_back(run);
  run();
}

// As above, with a room to work in for each thread: make() gives one, work(i, room) uses it. Gives
// the rooms back; which work was done in which is not fixed.
template <typename Make, typename Work>
auto parallel_for(int count, int threads, Make make, Work work) {
  threads = std::max(1, std::min(thread_count(threads), count));
  std::vector<decltype(make())> rooms;
  for (int t = 0; t < threads; ++t) rooms.push_back(make());
  std::atomic<int> next{0};
  parallel_for(threads, threads, [&](int t) {
    for (int i = next++; i < count; i = next++) work(i, rooms[static_cast<std::size_t>(t)]);
  });
  return rooms;
}

}  // namespace trefpunt
