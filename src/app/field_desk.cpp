// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field_desk.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace trefpunt {

namespace {

// Paths take far longer than sight, with the third power of the number of cells.
constexpr double kUsualCellsOfPaths = 2'000;
constexpr auto kBetweenLooks = std::chrono::milliseconds(100);

double floor_area(const Layout& layout) {
  double area = 0;
  for (int t = 0; t < static_cast<int>(layout.zone.size()); ++t) {
    if (layout.zone[static_cast<std::size_t>(t)] == Zone::Floor) area += layout.mesh->area(t);
  }
  return area;
}

Error too_many(double spacing, double least) {
  const auto sentence = [&](Lang lang, const char* words) {
    return fmt::format(fmt::runtime(words), format_short(spacing, 3, lang),
                       format_short(least, 2, lang));
  };
  return {Code::TooLarge,
          {sentence(Lang::Nl,
                    "Met cellen van {} m worden het er te veel om te tonen; neem {} m of meer."),
           sentence(Lang::En, "Cells of {} m are too many to show; take {} m or more.")},
          {}};
}

}  // namespace

double default_spacing(double floor_m2) {
  constexpr std::array kSteps = {0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5,
                                 0.6,  0.8, 1.0,  1.5, 2.0,  3.0, 5.0};
  const double ideal = std::sqrt(std::max(0.0, floor_m2) / kUsualCells);
  double best = kSteps.front();
  for (const double step : kSteps) {
    if (std::abs(std::log(step / ideal)) < std::abs(std::log(best / ideal))) best = step;
  }
  return best;
}

Result<FloorField> make_ordered_field(const FieldOrder& order, const Layout* layout,
                                      const FieldProgress& progress, Job& job) {
  std::optional<Layout> own;
  if (!layout) {
    Result<Layout> made = make_layout(*order.storey, {}, job);
    if (!made) return made.error();
    layout = &own.emplace(*std::move(made));
  }
  const double area = floor_area(*layout);
  FieldOptions options;
  options.kind = order.kind;
  const bool is_of_paths = order.kind == FieldKind::Metric || order.kind == FieldKind::Angular;
  const double share = is_of_paths ? kUsualCells / kUsualCellsOfPaths : 1;
  options.grid.spacing = order.spacing > 0 ? order.spacing : default_spacing(share * area);
  if (order.from) options.grid.from = {*order.from};
  // From a front door the floor would run on around the building.
  options.grid.within = layout;
  options.sight.doors_open = order.doors_open;
  options.progress = progress;
  if (area / (options.grid.spacing * options.grid.spacing) > kMostCells) {
    return too_many(options.grid.spacing, std::ceil(100 * std::sqrt(area / kMostCells)) / 100);
  }
  return make_field(*order.storey, options, job);
}

void FieldDesk::follow(const FieldOrder* wanted, std::shared_ptr<const Layout> layout,
                       bool is_dragging, const std::function<void()>& wake) {
  wanted_ = wanted ? std::optional(*wanted) : std::nullopt;
  take();
  is_due_ = false;
  if (wanted_ != refused_) {
    refused_.reset();
    problem_.reset();
    is_stopped_ = false;
  }
  if (task_.is_running()) {
    if (is_dragging || running_ != wanted_) task_.cancel();
    is_due_ = wanted_ && running_ != wanted_;
    return;
  }
  const bool is_there = wanted_ && shown_ && shown_of_ == *wanted_ && is_final_;
  if (!wanted_ || is_dragging || is_there || refused_) return;
  start(std::move(layout), wake);
}

void FieldDesk::start(std::shared_ptr<const Layout> layout, const std::function<void()>& wake) {
  running_ = wanted_;
  inbox_ = std::make_shared<Inbox>();
  task_.start(
      [order = *wanted_, layout = std::move(layout), inbox = inbox_, wake](Job& job) {
        const FieldProgress tell = [&](const FloorField& so_far) {
          const auto time = std::chrono::steady_clock::now();
          if (time - inbox->told_at < kBetweenLooks) return;
          inbox->told_at = time;
          auto copy = std::make_shared<const FloorField>(so_far);
          {
            std::lock_guard lock(inbox->mutex);
            inbox->newest = std::move(copy);
          }
          if (wake) wake();
        };
        return make_ordered_field(order, layout.get(), tell, job);
      },
      wake);
}

void FieldDesk::take() {
  if (!inbox_) return;
  std::shared_ptr<const FloorField> estimate;
  {
    std::lock_guard lock(inbox_->mutex);
    estimate = std::move(inbox_->newest);
  }
  // An estimate of what is no longer wanted is not worth the change.
  if (estimate && running_ == wanted_) show(std::move(estimate), false);
  auto result = task_.take();
  if (!result) return;
  inbox_.reset();
  if (*result) {
    if (running_ == wanted_) show(std::make_shared<const FloorField>(**std::move(result)), true);
  } else if (result->error().code != Code::Cancelled) {
    refused_ = running_;
    problem_ = result->error();
  }
}

void FieldDesk::show(std::shared_ptr<const FloorField> field, bool is_final) {
  shown_ = std::move(field);
  shown_of_ = *running_;
  is_final_ = is_final;
  ++version_;
}

void FieldDesk::stop() {
  task_.cancel();
  refused_ = wanted_;
  is_stopped_ = true;
}

void FieldDesk::again() {
  refused_.reset();
  problem_.reset();
  is_stopped_ = false;
}

void FieldDesk::forget() {
  task_.cancel();
  shown_.reset();
  shown_of_ = {};
  is_final_ = false;
  ++version_;
}

FieldNow FieldDesk::now() const {
  using State = FieldNow::State;
  FieldNow now;
  now.is_running = is_busy();
  now.is_stopped = is_stopped_;
  now.permille = task_.permille();
  now.problem = problem_;
  if (!shown_) {
    now.state = is_busy() ? State::Computing : State::None;
    return now;
  }
  now.state = wanted_ != shown_of_ ? State::Earlier : is_final_ ? State::Exact : State::Estimated;
  now.cells = shown_->grid.size();
  now.spacing = shown_->grid.spacing_m();
  now.open_isovists = shown_->open_isovists;
  return now;
}

}  // namespace trefpunt
