// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/memo.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <thread>
#include <vector>

using namespace trefpunt;

namespace {

std::shared_ptr<const int> ask(Memo& memo, Key key, int value, int& made, std::size_t bytes = 1) {
  bool was_made = false;
  auto result = memo.get<int>(
      key,
      [&]() -> Result<int> {
        ++made;
        return value;
      },
      [&](const int&) { return bytes; }, was_made);
  return *result;
}

}  // namespace

TEST_CASE("What was made is not made again under the same key", "[memo]") {
  Memo memo(100);
  int made = 0;
  CHECK(*ask(memo, 1, 7, made) == 7);
  CHECK(*ask(memo, 1, 8, made) == 7);
  CHECK(*ask(memo, 2, 9, made) == 9);
  CHECK(made == 2);
}

TEST_CASE("Beyond its bytes a memo forgets what was asked for longest ago", "[memo]") {
  Memo memo(10);
  int made = 0;
  ask(memo, 1, 1, made, 4);
  ask(memo, 2, 2, made, 4);
  ask(memo, 1, 1, made, 4);  // 2 is now the oldest
  ask(memo, 3, 3, made, 4);
  CHECK(memo.bytes() == 8);
  made = 0;
  ask(memo, 1, 1, made, 4);
  CHECK(made == 0);
  ask(memo, 2, 2, made, 4);
  CHECK(made == 1);
}

TEST_CASE("An error is not remembered", "[memo]") {
  Memo memo(100);
  int made = 0;
  bool was_made = false;
  const auto refuse = memo.get<int>(
      5,
      [&]() -> Result<int> {
        return Error{Code::Cancelled, {"nee", "no"}, {}};
      },
      [](const int&) { return std::size_t{1}; }, was_made);
  CHECK_FALSE(refuse);
  CHECK(*ask(memo, 5, 1, made) == 1);
  CHECK(made == 1);
}

TEST_CASE("Of many who ask for one key at the same time one makes it", "[memo]") {
  Memo memo(100);
  std::atomic<int> made{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      bool was_made = false;
      auto result = memo.get<int>(
          1,
          [&]() -> Result<int> {
            ++made;
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            return 3;
          },
          [](const int&) { return std::size_t{1}; }, was_made);
      if (!result || **result != 3) std::abort();
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(made == 1);
}
