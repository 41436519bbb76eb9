// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <set>

#include "io/ifc_findings.h"
#include "io/ifc_storey.h"

namespace trefpunt {

namespace {

// "3 IFCSLAB, 1 IFCROOF".
std::string listed(const std::map<std::string, int>& counts) {
  std::string list;
  for (const auto& [type, count] : counts)
    list += fmt::format("{}{} {}", list.empty() ? "" : ", ", count, type);
  return list;
}

Finding skip_finding(int code, Severity severity, const Text& why, const std::string& list) {
  return {code, severity, {why.nl + ": " + list + ".", why.en + ": " + list + "."},
          "",   "",       std::nullopt};
}

Text reason(IfcSkip why) {
  switch (why) {
    case IfcSkip::NoShape:
      return {"Niet gelezen, omdat de vorm ontbreekt of niet bekend is",
              "Not read, because the shape is missing or not known"};
    case IfcSkip::TooLarge:
      return {"Weggelaten, omdat de vorm te veel delen heeft of te ver weg ligt",
              "Left out, because the shape has too many parts or lies too far away"};
    case IfcSkip::NotInPlan:
      return {"Niet gebruikt, omdat een plattegrond deze soorten niet nodig heeft",
              "Not used, because a plan does not need these kinds"};
    case IfcSkip::Overhead:
      return {"Niet gebruikt, omdat het boven 1,5 m hangt en niemand in de weg staat",
              "Not used, because it hangs above 1.5 m and is in nobody's way"};
    case IfcSkip::GrossFloor:
      return {"Niet als ruimte gelezen, omdat het een bruto-oppervlak is",
              "Not read as a space, because it is a gross floor area"};
    case IfcSkip::WholeOfParts:
      return {"Niet als ruimte gelezen, omdat de delen ervan zelf ruimten zijn",
              "Not read as a space, because its parts are spaces themselves"};
    case IfcSkip::UnknownMeaning:
      return {"Niet gebruikt, omdat code en naam niet zeggen wat het is",
              "Not used, because neither code nor name says what it is"};
  }
  return {};
}

// Things that stand in the building and that no part of the reader looks at.
std::map<std::string, int> unread(const IfcReading& reading) {
  static const std::set<std::string_view> kRead = {
      "IFCSPACE",          "IFCOPENINGELEMENT",       "IFCRAILING",
      "IFCVIRTUALELEMENT", "IFCBUILDINGELEMENTPROXY", "IFCANNOTATION",
      "IFCGRID",           "IFCSANITARYTERMINAL"};
  std::set<std::uint32_t> read;
  for (const IfcKind kind :
       {IfcKind::Wall, IfcKind::CurtainWall, IfcKind::Plate, IfcKind::Door, IfcKind::Window,
        IfcKind::Stair, IfcKind::Ramp, IfcKind::Lift, IfcKind::Furniture}) {
    for (const std::uint32_t id : reading.all(kind)) read.insert(id);
  }
  std::map<std::string, int> counts;
  std::set<std::uint32_t> seen;
  for (const std::uint32_t id : reading.file.all("IFCRELCONTAINEDINSPATIALSTRUCTURE")) {
    const auto values = reading.file.values(id);
    if (values.size() < 5) continue;
    for (const StepValue& one : values[4].items) {
      const std::string_view type = reading.file.type(one.ref);
      if (!type.empty() && !kRead.contains(type) && !read.contains(one.ref) &&
          seen.insert(one.ref).second) {
        ++counts[std::string(type)];
      }
    }
  }
  return counts;
}

}  // namespace

void report_skipped(const IfcReading& reading, std::vector<Finding>& findings) {
  std::map<IfcSkip, std::map<std::string, int>> all = reading.skipped;
  for (const auto& [type, count] : reading.shapes.skipped()) all[IfcSkip::NoShape][type] += count;
  for (const auto& [type, count] : reading.shapes.too_large())
    all[IfcSkip::TooLarge][type] += count;
  for (const auto& [type, count] : unread(reading)) all[IfcSkip::NotInPlan][type] += count;
  for (const auto& [id, kind] : reading.proxies) {
    if (kind == IfcKind::None) ++all[IfcSkip::UnknownMeaning]["IFCBUILDINGELEMENTPROXY"];
  }
  for (const auto& [why, counts] : all) {
    const bool is_lost = why == IfcSkip::NoShape || why == IfcSkip::TooLarge;
    findings.push_back(skip_finding(is_lost ? finding::kWithoutGeometry : finding::kUnknownKind,
                                    is_lost ? Severity::Warning : Severity::Note, reason(why),
                                    listed(counts)));
  }
  if (!reading.moved.empty()) {
    findings.push_back(
        skip_finding(finding::kOtherStorey, Severity::Note,
                     {"Op de verdieping van hun hoogte gezet, omdat het bestand geen of een andere "
                      "verdieping noemt",
                      "Put on the storey of their height, because the file names no storey or "
                      "another one"},
                     listed(reading.moved)));
  }
}

}  // namespace trefpunt
