// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>

#include "app/field_choice.h"
#include "app/task.h"
#include "space/layout.h"

namespace trefpunt {

// What a field is made from: the same order gives the same field.
struct FieldOrder {
  std::shared_ptr<const Storey> storey;
  FieldKind kind = FieldKind::Visibility;
  double spacing = 0;  // m; 0: default_spacing() of the floor
  std::optional<Point> from;
  bool doors_open = true;
  bool operator==(const FieldOrder&) const = default;
};

// Exactly what make_field() gives within the storey's layout, which is made when it is not given.
// Errors: those of make_field() and make_layout(), TooLarge beyond kMostCells.
Result<FloorField> make_ordered_field(const FieldOrder& order, const Layout* layout,
                                      const FieldProgress& progress, Job& job);

// The field that is asked for, made on a thread of its own: first estimated where that can be, then
// exact. What was there before stays until something newer is there. No window, no ImGui.
class FieldDesk {
 public:
  // Each frame: what is wanted now; null: nothing. While something is dragged nothing is started.
  // `layout` is of the order's storey, or null.
  void follow(const FieldOrder* wanted, std::shared_ptr<const Layout> layout, bool is_dragging,
              const std::function<void()>& wake);
  void stop();    // the user has seen enough
  void again();   // after stop(), or an error
  void forget();  // another design

  const FloorField* shown() const { return shown_.get(); }
  const FieldOrder& shown_of() const { return shown_of_; }
  int version() const { return version_; }  // another one when shown() changed
  bool is_running() const { return task_.is_running(); }
  // Whether work goes on or is about to begin.
  bool is_busy() const { return is_running() || is_due_; }
  FieldNow now() const;  // but for the range

 private:
  struct Inbox {  // from the thread that makes the field
    std::mutex mutex;
    std::shared_ptr<const FloorField> newest;
    std::chrono::steady_clock::time_point told_at{};
  };
  void take();
  void start(std::shared_ptr<const Layout> layout, const std::function<void()>& wake);
  void show(std::shared_ptr<const FloorField> field, bool is_final);

  Task<FloorField> task_;
  std::shared_ptr<Inbox> inbox_;
  std::optional<FieldOrder> wanted_, running_;
  std::optional<FieldOrder> refused_;  // stopped or in vain: not started again by itself
  std::optional<Error> problem_;
  std::shared_ptr<const FloorField> shown_;
  FieldOrder shown_of_;
  bool is_final_ = false, is_stopped_ = false, is_due_ = false;
  int version_ = 0;
};

}  // namespace trefpunt
