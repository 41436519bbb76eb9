// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <utility>

#include "base/job.h"

namespace trefpunt {

// Works through [0, count) in chunks of a fixed size on all threads, and adds what they give in
// the order of the chunks, so that rounding does not depend on the number of threads. make() gives
// a thread its room, work(first, past, room) the sum of a chunk, add(sum) takes it. False: stopped.
template <typename Make, typename Work, typename Add>
bool in_chunks(int count, int size, Job& job, Make make, Work work, Add add) {
  using Sum = decltype(work(0, 0, *std::declval<decltype(make())*>()));
  const int chunks = (count + size - 1) / size;
  std::atomic<int> next{0};
  std::mutex mutex;
  std::map<int, Sum> ready;  // those whose turn has not come
  int added = 0;
  const auto run = [&](int) {
    auto room = make();
    for (int c = next++; c < chunks && !job.stopped(); c = next++) {
      Sum sum = work(c * size, std::min(count, (c + 1) * size), room);
      const std::lock_guard lock(mutex);
      ready.emplace(c, std::move(sum));
      for (; !ready.empty() && ready.begin()->first == added; ++added) {
        add(ready.begin()->second);
        ready.erase(ready.begin());
      }
      job.step(added, chunks);
    }
  };
  const int threads = std::min(chunks, tbb::this_task_arena::max_concurrency());
  tbb::parallel_for(0, threads, run, tbb::simple_partitioner());
  return added == chunks;
}

}  // namespace trefpunt
