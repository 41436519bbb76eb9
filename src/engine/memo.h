// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <list>
#include <memory>
#include <mutex>
#include <set>
#include <unordered_map>

#include "base/hash.h"
#include "base/result.h"

namespace trefpunt {

// Remembers results by what they were made from. Nothing is ever marked dirty: a changed input
// simply asks under another key. Errors are not remembered; of two who ask for one key at the same
// time the second waits. Beyond its bytes it forgets what was asked for longest ago.
class Memo {
 public:
  explicit Memo(std::size_t bytes) : limit_(bytes) {}

  // `make` gives a Result<T>, `size` the bytes of a T; `was_made` says whether make ran.
  template <typename T, typename Make, typename Size>
  Result<std::shared_ptr<const T>> get(Key key, Make make, Size size, bool& was_made) {
    was_made = false;
    std::unique_lock lock(mutex_);
    made_or_free_.wait(lock, [&] { return !in_flight_.contains(key); });
    if (const auto found = entries_.find(key); found != entries_.end()) {
      order_.splice(order_.begin(), order_, found->second.place);
      return std::static_pointer_cast<const T>(found->second.value);
    }
    in_flight_.insert(key);
    lock.unlock();
    was_made = true;
    Result<T> value = make();
    std::shared_ptr<const T> shared;
    if (value) shared = std::make_shared<const T>(std::move(*value));
    lock.lock();
    in_flight_.erase(key);
    made_or_free_.notify_all();
    if (!shared) return value.error();
    keep(key, shared, size(*shared));
    return shared;
  }

  std::size_t bytes() const {
    std::lock_guard lock(mutex_);
    return bytes_;
  }

 private:
  struct Entry {
    std::shared_ptr<const void> value;
    std::size_t bytes = 0;
    std::list<Key>::iterator place;
  };

  void keep(Key key, std::shared_ptr<const void> value, std::size_t bytes) {
    order_.push_front(key);
    entries_[key] = {std::move(value), bytes, order_.begin()};
    bytes_ += bytes;
    while (bytes_ > limit_ && order_.size() > 1) {
      const Key oldest = order_.back();
      bytes_ -= entries_[oldest].bytes;
      entries_.erase(oldest);
      order_.pop_back();
    }
  }

  mutable std::mutex mutex_;
  std::condition_variable made_or_free_;
  std::unordered_map<Key, Entry> entries_;
  std::list<Key> order_;  // last asked for first
  std::set<Key> in_flight_;
  std::size_t limit_;
  std::size_t bytes_ = 0;
};

}  // namespace trefpunt
