// SPDX-License-Identifier: GPL-3.0-or-later
// What libFuzzer calls with bytes that may be an IFC file: they are read as a plan, or refused.
// Half of the changes put one token of the file in the place of another, so that references go
// round and parameters change kind, which bytes changed at random seldom do.
#include "io/ifc.h"

#include <cstdint>
#include <cstring>
#include <random>
#include <string_view>
#include <vector>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  trefpunt::Job job;
  const auto bytes = std::make_shared<const std::string>(reinterpret_cast<const char*>(data), size);
  const auto plan = trefpunt::read_ifc(bytes, "x.ifc", {}, job);
  return plan && plan->storeys.empty() ? -1 : 0;  // -1: not kept
}

#ifdef TREFPUNT_LIBFUZZER
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  std::minstd_rand random(seed);
  if (random() % 2 == 0) return LLVMFuzzerMutate(data, size, most);
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::vector<std::string_view> tokens;
  for (std::size_t from = 0; from < size;) {
    const std::size_t at = std::min(text.find_first_of("(),;=", from), size);
    if (at > from) tokens.push_back(text.substr(from, at - from));
    from = at + 1;
  }
  if (tokens.size() < 2) return LLVMFuzzerMutate(data, size, most);
  const std::string_view old = tokens[random() % tokens.size()];
  static constexpr std::string_view kOdd[] = {
      "$",    "*",  "0.",  "-1.",  "1E308",      "1E-300",
      "#1",   "()", "1E9", ".T.",  "((#1))",     "IFCLABEL('x')",
      "1E15", "''", "3",   "-1E5", "#4294967295"};
  const std::string put(random() % 3 == 0 ? kOdd[random() % std::size(kOdd)]
                                          : tokens[random() % tokens.size()]);
  if (size - old.size() + put.size() > most) return LLVMFuzzerMutate(data, size, most);
  const std::size_t at = static_cast<std::size_t>(old.data() - text.data());
  const std::size_t end = at + old.size();
  std::memmove(data + at + put.size(), data + end, size - end);
  std::memcpy(data + at, put.data(), put.size());
  return size - old.size() + put.size();
}
#endif
