// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/variants.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/check.h"
#include "io/files.h"

namespace trefpunt {

namespace {

constexpr const char* kBetween = " - ";
constexpr std::size_t kMemoBytes = std::size_t{1} << 28;  // of each but the first

constexpr int Counters::*kCounters[] = {
    &Counters::storey,   &Counters::space, &Counters::wall,      &Counters::door,
    &Counters::window,   &Counters::seat,  &Counters::furniture, &Counters::link,
    &Counters::boundary, &Counters::unit};

}  // namespace

Variants::Variants(Surroundings around) : around_(std::move(around)) {
  all_.push_back({"Variant 1", make(), {}});
}

std::unique_ptr<Workspace> Variants::make() {
  Surroundings around = around_;
  around.number = ++made_;
  if (around.number > 1) around.memo_bytes = kMemoBytes;
  return std::make_unique<Workspace>(std::move(around));
}

void Variants::show(std::size_t index) {
  TP_CHECK(index < size());
  at_ = index;
}

Workspace& Variants::add(const std::string& name) {
  TP_CHECK(!is_full());
  all_.push_back({name, make(), {}});
  at_ = size() - 1;
  return active();
}

void Variants::duplicate(const std::string& name) {
  Workspace& from = active();
  from.commit();
  Counters next = from.project().next;
  for (const auto counter : kCounters) {
    // The first thousand that no variant has reached.
    for (const Variant& variant : all_) {
      next.*counter = std::max(next.*counter, variant.workspace->project().next.*counter);
    }
    next.*counter = (next.*counter / 1000 + 1) * 1000;
  }
  add(name).copy_from(from, next);
}

void Variants::close(std::size_t index) {
  TP_CHECK(index < size() && size() > 1);
  all_[index].workspace->forget_autosave();
  all_.erase(all_.begin() + static_cast<std::ptrdiff_t>(index));
  if (at_ > index || at_ == size()) --at_;
}

void Variants::close_others() {
  for (std::size_t i = size(); i-- > 0;) {
    if (i != at_) close(i);
  }
}

bool Variants::poll() {
  bool is_new = false;
  for (const Variant& variant : all_) is_new = variant.workspace->poll() || is_new;
  return is_new;
}

bool Variants::is_busy() const {
  return std::any_of(all_.begin(), all_.end(), [](const Variant& variant) {
    return variant.workspace->is_evaluating() || variant.workspace->is_loading();
  });
}

std::vector<Error> Variants::take_errors() {
  std::vector<Error> errors;
  for (const Variant& variant : all_) {
    for (Error& error : variant.workspace->take_errors()) errors.push_back(std::move(error));
  }
  return errors;
}

void Variants::forget_autosaves() {
  for (const Variant& variant : all_) variant.workspace->forget_autosave();
}

std::string Variants::free_name() const {
  for (std::size_t number = size() + 1;; ++number) {
    std::string name = fmt::format("Variant {}", number);
    if (std::none_of(all_.begin(), all_.end(), [&](const Variant& v) { return v.name == name; })) {
      return name;
    }
  }
}

std::string variant_name_of(const std::string& path) {
  const std::string name = std::filesystem::path(path).stem();
  const std::size_t at = name.rfind(kBetween);
  return at == std::string::npos ? ""
                                 : squeeze(name.substr(at + std::string_view(kBetween).size()));
}

std::string variant_file_name(const std::string& project, const std::string& variant) {
  std::string name = project + kBetween + variant;
  std::replace(name.begin(), name.end(), '/', '-');
  return name + ".trefpunt";
}

}  // namespace trefpunt
