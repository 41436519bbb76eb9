// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "report/report_model.h"

namespace trefpunt {

namespace {

std::string shown(const std::optional<Value>& value, const Criterion& criterion) {
  if (!value) return {};
  const Measure* measure = find_measure(criterion.measure);
  return quantity(*value, criterion.unit, measure ? measure->info().decimals : 2, Lang::Nl);
}

std::optional<ComparedCell> cell_of(const Evaluation& evaluation, const std::string& criterion) {
  for (const Verdict& verdict : evaluation.judgement.verdicts) {
    if (verdict.criterion != criterion) continue;
    return ComparedCell{verdict.status, verdict.underlying, verdict.value, verdict.threshold};
  }
  return std::nullopt;
}

void mark_differences(ComparedRow& row, const std::vector<const Evaluation*>& evaluations) {
  const std::optional<ComparedCell>* first = nullptr;
  for (std::size_t i = 0; i < evaluations.size(); ++i) {
    if (!evaluations[i]) continue;
    if (!first) {
      first = &row.cells[i];
      continue;
    }
    const std::optional<ComparedCell>& other = row.cells[i];
    if (first->has_value() != other.has_value()) row.status_differs = true;
    if (!*first || !other) continue;
    const ComparedCell &a = **first, &b = *other;
    row.status_differs = row.status_differs || a.status != b.status || a.underlying != b.underlying;
    row.threshold_differs = row.threshold_differs || a.threshold != b.threshold;
    row.value_differs =
        row.value_differs || shown(a.value, *row.criterion) != shown(b.value, *row.criterion);
  }
}

enum class Kind { Same, Less, More, Other, OneNumber, NoNumber, OneSide };

// What is told of one space or door: the kind, and how much more or less.
struct Told {
  Kind kind = Kind::Same;
  double by = 0;
};

Told told(const Value* was, const Value* is, const MeasureInfo& info) {
  if (!was || !is) return {Kind::OneNumber};
  const double *a = std::get_if<double>(was), *b = std::get_if<double>(is);
  if (a && b && std::isfinite(*a) && std::isfinite(*b)) {
    if (row_words(*was, info, Lang::Nl) == row_words(*is, info, Lang::Nl)) return {};
    return {*b < *a ? Kind::Less : Kind::More, *b - *a};
  }
  if (has_number(*was) != has_number(*is)) return {Kind::OneNumber};
  if (std::holds_alternative<NotApplicable>(*was) && std::holds_alternative<NotApplicable>(*is)) {
    return {};
  }
  return {Kind::NoNumber};
}

std::set<std::string> things_of(const Building& building) {
  std::set<std::string> ids;
  for (const auto& storey : building.storeys) {
    for (const Space& space : storey->spaces) ids.insert(to_string(space.id));
    for (const Door& door : storey->doors) ids.insert(to_string(door.id));
  }
  return ids;
}

std::map<std::string, Use> uses_of(const Building& building) {
  std::map<std::string, Use> uses;
  for (const auto& storey : building.storeys) {
    for (const Space& space : storey->spaces) uses[to_string(space.id)] = space.use;
  }
  return uses;
}

std::map<std::string, Told> told_by_use(const Building& first, const Building& other) {
  std::map<std::string, Told> all;
  const std::map<std::string, Use> before = uses_of(first);
  for (const auto& [id, use] : uses_of(other)) {
    const auto was = before.find(id);
    if (was != before.end()) all[id] = {was->second == use ? Kind::Same : Kind::Other};
  }
  return all;
}

std::map<std::string, Told> told_by_rows(const Outcome& first, const Outcome& other,
                                         const MeasureInfo& info) {
  std::map<std::string, const Value*> was, is;
  for (const Row& row : first.rows) was[row.object] = &row.value;
  for (const Row& row : other.rows) is[row.object] = &row.value;
  std::map<std::string, Told> all;
  for (const auto& [id, value] : was) {
    const auto now = is.find(id);
    all[id] = told(value, now == is.end() ? nullptr : now->second, info);
  }
  for (const auto& [id, value] : is) {
    if (!was.contains(id)) all[id] = told(nullptr, value, info);
  }
  return all;
}

// One or two classes on each side of "equal": the differences themselves when there are no more,
// else of a round size.
class Steps {
 public:
  Steps(const std::vector<double>& all, const MeasureInfo& info) : decimals_(row_decimals(info)) {
    std::set<std::string> less, more;
    for (const double by : all) {
      most_ = std::max(most_, std::abs(by));
      (by < 0 ? less : more).insert(amount(by, Lang::Nl));
    }
    const double power = std::pow(10.0, std::floor(std::log10(std::max(most_ / 2, 1e-9))));
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
      step_ = factor * power;
      if (2 * step_ >= most_ * (1 - 1e-9)) break;
    }
    if (less.size() > 2 || more.size() > 2) return;
    for (const double by : all) {
      auto& side = by < 0 ? less_ : more_;
      const auto like = [&](double other) {
        return amount(other, Lang::Nl) == amount(by, Lang::Nl);
      };
      if (std::none_of(side.begin(), side.end(), like)) side.push_back(std::abs(by));
    }
    std::sort(less_.begin(), less_.end());
    std::sort(more_.begin(), more_.end());
  }

  int rank(double by) const {  // -2, -1, 1 or 2
    const std::vector<double>& side = by < 0 ? less_ : more_;
    bool is_far = std::abs(by) > step_ * (1 + 1e-9);
    if (!side.empty()) is_far = amount(by, Lang::Nl) == amount(side.back(), Lang::Nl);
    return (by < 0 ? -1 : 1) * (is_far ? 2 : 1);
  }

  std::string words(int rank, Lang lang) const {
    const bool is_dutch = lang == Lang::Nl;
    const std::vector<double>& side = rank < 0 ? less_ : more_;
    const std::string near = format_short(step_, decimals_ + 1, lang);
    std::string words = std::abs(rank) == 1 ? (is_dutch ? "tot " : "up to ") + near
                                            : near + (is_dutch ? " tot " : " to ") +
                                                  format_short(2 * step_, decimals_ + 1, lang);
    if (!side.empty()) words = amount(std::abs(rank) == 1 ? side.front() : side.back(), lang);
    if (rank < 0) return words + (is_dutch ? " minder" : " less");
    return words + (is_dutch ? " meer" : " more");
  }

 private:
  std::string amount(double by, Lang lang) const {
    return format_short(std::abs(by), decimals_, lang);
  }
  int decimals_;
  double most_ = 0, step_ = 1;
  std::vector<double> less_, more_;  // at most two each, when that is all there is
};

// Orange and rising is more, blue and falling is less; paler is less of it.
Paint paint_of(int rank) {
  if (rank <= -2) return {0x8fb2dd, Hatch::Falling, 0x2f5a8c};
  if (rank == -1) return {0xd3e2f3, Hatch::Falling, 0x6d93c0};
  if (rank == 1) return {0xfae0bd, Hatch::Rising, 0xc08a45};
  return {0xe9a656, Hatch::Rising, 0x8a4a10};
}
constexpr Paint kSame = {0xf1f1ef, Hatch::None, 0};
constexpr Paint kOther = {0xe3d7ec, Hatch::Level, 0x8a6aac};
constexpr Paint kOneNumber = {0xfff8d8, Hatch::Dots, 0x7a6a1c};
constexpr Paint kNoNumber = {0xffffff, Hatch::Crossed, 0x9a9a9a};
constexpr Paint kOneSide = {0xcfe8d2, Hatch::Upright, 0x2f7a45};

// Keeps the order of the legend: less, equal, more, and what has no number.
int order_of(const Told& one, const Steps* scale, bool is_yes_no) {
  switch (one.kind) {
    case Kind::Less:
      return is_yes_no || !scale ? -1 : scale->rank(one.by);
    case Kind::More:
      return is_yes_no || !scale ? 1 : scale->rank(one.by);
    case Kind::Same:
      return 0;
    case Kind::Other:
      return 10;
    case Kind::OneNumber:
      return 11;
    case Kind::NoNumber:
      return 12;
    case Kind::OneSide:
      return 13;
  }
  return 0;
}

LegendEntry entry_of(int order, const Steps* scale, const YesNoWords& yes_no, Lang lang) {
  const auto in = [&](const char* nl, const char* en) { return Text{nl, en}.in(lang); };
  if (order == 0) return {kSame, in("gelijk", "equal")};
  if (order == 10) return {kOther, in("ander gebruik", "another use")};
  if (order == 11) return {kOneNumber, in("alleen aan één kant een getal", "a number on one side")};
  if (order == 12) return {kNoNumber, in("niet te bepalen", "cannot be determined")};
  if (order == 13) return {kOneSide, in("alleen in deze variant", "only in this variant")};
  if (!yes_no.empty()) {
    const std::string& now = order > 0 ? yes_no.yes : yes_no.no;
    const std::string& before = order > 0 ? yes_no.no : yes_no.yes;
    return {paint_of(2 * order), now + in(", eerst ", ", before: ") + before};
  }
  return {paint_of(order), scale ? scale->words(order, lang) : ""};
}

template <typename T>
const T* find(const std::vector<T>& things, const T& like) {
  const auto found = std::find_if(things.begin(), things.end(),
                                  [&](const T& thing) { return thing.id == like.id; });
  return found == things.end() ? nullptr : &*found;
}

// Compares the things of one kind; `line` gives the points and whether they close.
template <typename T, typename Line, typename Same>
void add_changes(std::vector<Change>& into, const std::vector<T>& first,
                 const std::vector<T>& other, Line line, Same same) {
  for (const T& was : first) {
    const T* is = find(other, was);
    if (is && same(was, *is)) continue;
    const auto [points, is_closed] = line(was);
    into.push_back(
        {to_string(was.id), points, is ? line(*is).first : std::vector<Point>{}, is_closed});
  }
  for (const T& is : other) {
    if (find(first, is)) continue;
    const auto [points, is_closed] = line(is);
    into.push_back({to_string(is.id), {}, points, is_closed});
  }
}

}  // namespace

std::vector<ComparedRow> compare(const Catalogue& catalogue,
                                 const std::vector<const Evaluation*>& evaluations) {
  std::vector<const Theme*> themes;
  for (const Theme& theme : catalogue.themes) themes.push_back(&theme);
  std::stable_partition(themes.begin(), themes.end(),
                        [](const Theme* theme) { return theme->id == "privacy"; });
  std::vector<ComparedRow> rows;
  for (const Theme* theme : themes) {
    for (const Criterion& criterion : catalogue.criteria) {
      if (criterion.theme != theme->id) continue;
      ComparedRow row{theme, &criterion, {}};
      bool is_judged = false;
      for (const Evaluation* evaluation : evaluations) {
        row.cells.push_back(evaluation ? cell_of(*evaluation, criterion.id) : std::nullopt);
        is_judged = is_judged || row.cells.back();
      }
      if (!is_judged) continue;
      mark_differences(row, evaluations);
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

Text difference_words(const ComparedRow& row) {
  Text words;
  const auto add = [&](bool differs, const char* nl, const char* en) {
    if (!differs) return;
    words.nl += (words.nl.empty() ? "" : ", ") + std::string(nl);
    words.en += (words.en.empty() ? "" : ", ") + std::string(en);
  };
  add(row.status_differs, "oordeel", "judgement");
  add(row.value_differs, "uitkomst", "result");
  add(row.threshold_differs, "drempel", "threshold");
  return words;
}

std::vector<RowColours> shared_colours(const std::vector<const Outcome*>& outcomes,
                                       const MeasureInfo& info, Lang lang) {
  // One outcome of all rows, named after their design, gets one scale.
  Outcome all;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    if (!outcomes[i]) continue;
    for (const Row& row : outcomes[i]->rows) {
      all.rows.push_back({std::to_string(i) + ' ' + row.object, row.value});
    }
  }
  const RowColours together = colours_of(all, info, lang);
  std::vector<RowColours> colours(outcomes.size(), {together.title, together.entries, {}});
  for (const auto& [name, entry] : together.entry_of) {
    const std::size_t space = name.find(' ');
    colours[std::stoul(name.substr(0, space))].entry_of[name.substr(space + 1)] = entry;
  }
  return colours;
}

std::vector<RowColours> difference_colours(const std::vector<ComparedPlan>& plans,
                                           const MeasureInfo* info, const std::string& first_name,
                                           Lang lang) {
  std::vector<RowColours> colours(plans.size());
  if (plans.empty() || !plans[0].building) return colours;
  std::vector<std::map<std::string, Told>> all(plans.size());
  const std::set<std::string> of_first = things_of(*plans[0].building);
  std::vector<double> amounts;
  for (std::size_t i = 1; i < plans.size(); ++i) {
    if (!plans[i].building) continue;
    if (!info) {
      all[i] = told_by_use(*plans[0].building, *plans[i].building);
    } else if (plans[0].outcome && plans[i].outcome) {
      all[i] = told_by_rows(*plans[0].outcome, *plans[i].outcome, *info);
    }
    const std::set<std::string> here = things_of(*plans[i].building);
    // A door is coloured only by a measure of doors.
    const auto is_shown = [&](const std::string& id) {
      return id[0] != DoorTag::letter || all[i].contains(id);
    };
    for (const std::string& id : of_first) {
      if (!here.contains(id) && is_shown(id)) all[0][id] = {Kind::OneSide};
    }
    for (const std::string& id : here) {
      if (!of_first.contains(id) && is_shown(id)) all[i][id] = {Kind::OneSide};
    }
    std::erase_if(all[i], [&](const auto& one) { return !here.contains(one.first); });
    for (const auto& [id, one] : all[i]) {
      if (one.by != 0) amounts.push_back(one.by);
    }
  }
  const YesNoWords yes_no = info ? yes_no_of(*info, lang) : YesNoWords{};
  const std::optional<Steps> scale =
      info && !amounts.empty() ? std::optional<Steps>(Steps(amounts, *info)) : std::nullopt;
  const Steps* by = scale ? &*scale : nullptr;

  std::map<int, int> entry_of_order = {{0, 0}};
  for (const auto& one : all) {
    for (const auto& [id, what] : one) entry_of_order[order_of(what, by, !yes_no.empty())] = 0;
  }
  RowColours shared;
  shared.title = Text{"Verschil met ", "Difference from "}.in(lang) + first_name + ": " +
                 (info ? info->name.in(lang) : Text{"gebruik", "use"}.in(lang));
  if (info && yes_no.empty() && !info->row_unit.empty()) {
    shared.title += ", in " + info->row_unit.in(lang);
  }
  for (auto& [order, entry] : entry_of_order) {
    entry = static_cast<int>(shared.entries.size());
    shared.entries.push_back(entry_of(order, by, yes_no, lang));
  }
  for (std::size_t i = 0; i < plans.size(); ++i) {
    colours[i] = shared;
    for (const auto& [id, what] : all[i]) {
      colours[i].entry_of[id] = entry_of_order[order_of(what, by, !yes_no.empty())];
    }
  }
  return colours;
}

std::vector<Change> changes(const Storey& first, const Storey& other) {
  using Points = std::pair<std::vector<Point>, bool>;
  std::vector<Change> all;
  add_changes(
      all, first.walls, other.walls,
      [](const Wall& wall) {
        return Points{wall.points, wall.is_closed};
      },
      [](const Wall& a, const Wall& b) {
        return a.points == b.points && a.is_closed == b.is_closed && a.is_glass == b.is_glass;
      });
  add_changes(
      all, first.doors, other.doors,
      [](const Door& door) {
        return Points{{door.a, door.b}, false};
      },
      [](const Door& a, const Door& b) {
        return a.a == b.a && a.b == b.b && a.is_glass == b.is_glass &&
               a.is_opening == b.is_opening && a.clear_width == b.clear_width;
      });
  add_changes(
      all, first.windows, other.windows,
      [](const Window& window) {
        return Points{{window.a, window.b}, false};
      },
      [](const Window& a, const Window& b) { return a.a == b.a && a.b == b.b; });
  add_changes(
      all, first.seats, other.seats,
      [](const Seat& seat) {
        return Points{{seat.at}, false};
      },
      [](const Seat& a, const Seat& b) { return a.at == b.at && a.places == b.places; });
  add_changes(
      all, first.furniture, other.furniture,
      [](const Furniture& piece) {
        return Points{piece.ring, true};
      },
      [](const Furniture& a, const Furniture& b) { return a.ring == b.ring; });
  add_changes(
      all, first.links, other.links,
      [](const Link& link) {
        return Points{link.footprint, true};
      },
      [](const Link& a, const Link& b) { return a.footprint == b.footprint && a.kind == b.kind; });
  add_changes(
      all, first.boundaries, other.boundaries,
      [](const Boundary& line) {
        return Points{line.points, line.is_closed};
      },
      [](const Boundary& a, const Boundary& b) {
        return a.points == b.points && a.is_closed == b.is_closed;
      });
  return all;
}

std::optional<int> storey_on(const Building& building, double level) {
  for (std::size_t s = 0; s < building.storeys.size(); ++s) {
    if (building.storeys[s]->level == level) return static_cast<int>(s);
  }
  return std::nullopt;
}

}  // namespace trefpunt
