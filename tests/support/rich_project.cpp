// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rich_project.h"

#include <string_view>

namespace trefpunt {

namespace {

const std::string kQuotes = R"('Kamer "12"'; DROP TABLE walls;--)";
const std::string kMarkup = "<script>alert(1)</script>&amp;";
const std::string kEmoji = "Café ☕ \U0001F469\u200D\U0001F9BD";
const std::string kRightToLeft = "\u202Eabc\u200F עברית\u202C";
const std::string kLong(10000, 'x');
const std::string kLines = "een\ntwee\r\n\tdrie ";
const std::string kWithZero("a\0b", 3);

// Numbers that a decimal text of few digits would change.
constexpr double kThird = 1.0 / 3;
constexpr double kFar = 463098.1204000001;

Storey ground_floor() {
  Storey storey;
  storey.id = {7};
  storey.name = kQuotes;
  storey.level = 0;
  storey.elevation = -kThird;
  storey.source_key = "2XPyKWY018sA1ygZKgQPtU";
  storey.outline = {{0, 0}, {kFar, 0}, {kFar, 20.000001}, {0, 20.000001}};
  storey.spaces = {
      {{3},
       {kThird, 1e-300},
       kMarkup,
       "0.12",
       Use::GroupRoom,
       true,
       {2},
       4,
       17.25,
       Access::Appointment,
       "bijeenkomstfunctie",
       "ma-vr 8:00-17:00",
       kRightToLeft},
      {{1}, {155012.341700, kFar}, "", "", Use::Unknown},
      {{2}, {2, 3}, kLong, kEmoji, Use::AccessibleToilet, false, {1}, 0, 0.0, Access::Public}};
  storey.walls = {{{5}, {{0, -0.0}, {kThird, 1e-6}, {5, 0.1 + 0.2}}, false, true, "2F"},
                  {{1}, {{0, 0}, {4, 0}, {4, 0.3}, {0, 0.3}}, true, false, ""},
                  {{2}, {{0, 0}, {0, 0}}, false, false, kLines},
                  {{3}, {}, false, false, kWithZero},
                  {{4}, {}, true, true, ""},
                  {{6}, {{9, 9}}, true, true, ""}};
  storey.doors = {{{12},
                   {1, 0},
                   {1.93, 0},
                   {{1, 0.15}, {1, -0.15}, {1.93, -0.15}, {1.93, 0.15}},
                   0.85,
                   0.02,
                   Lock::Controlled,
                   Entrance::Staff,
                   true,
                   false,
                   kEmoji,
                   "D-1"},
                  {{11},
                   {3, 0},
                   {3, kThird},
                   {},
                   std::nullopt,
                   std::nullopt,
                   Lock::Unknown,
                   Entrance::Unknown,
                   false,
                   true,
                   "",
                   ""},
                  {{13}, {4, 0}, {5, 0}, {}, 0.0, 0.0, Lock::Free, Entrance::None},
                  {{14}, {6, 0}, {7, 0}, {}, kThird, std::nullopt, Lock::Free, Entrance::Public}};
  storey.windows = {{{1}, {0, 1}, {0, 2}, {{0, 1}, {0.3, 1}, {0.3, 2}, {0, 2}}, 0.9, "V1"},
                    {{2}, {0, 3}, {0, 4}, {}, std::nullopt, ""}};
  storey.seats = {{{1}, {kThird, kFar}, 3, "bank"}, {{2}, {1, 1}}};
  storey.furniture = {{{1}, {{1, 1}, {2, 1}, {2, 2}}, true, kMarkup, "F"},
                      {{2}, {}, false, "", ""}};
  storey.links = {{{1}, LinkKind::Stairs, {{0, 0}, {1, 0}, {1, 3}, {0, 3}}, 7.5, std::nullopt, "T"},
                  {{2}, LinkKind::Lift, {{5, 5}, {6, 5}, {6, 6}}, std::nullopt, std::nullopt, ""},
                  {{3}, LinkKind::Ramp, {{8, 5}, {9, 5}, {9, 6}}, 12.0, 1.0 / 12, ""}};
  storey.boundaries = {{{2}, {{0, 0}, {kThird, 3}}, false, "B"},
                       {{1}, {{0, 0}, {1, 0}, {1, 1}}, true, ""}};
  storey.underlay =
      Underlay{kQuotes, small_picture(), 3, 2, {kThird, kFar}, kThird, -0.1, 0.1 + 0.2, false};
  return storey;
}

Storey first_floor() {
  Storey storey;
  storey.id = {2};
  storey.name = kEmoji;
  storey.level = 0.5;
  storey.spaces = {{{20},
                    {1, 1},
                    "Bovenzaal",
                    "1.01",
                    Use::Lounge,
                    false,
                    {},
                    std::nullopt,
                    std::nullopt,
                    Access::Staff}};
  storey.seats = {{{9}, {-1e6, 1e-6}, 1, ""}};
  return storey;
}

Storey empty_floor() {
  Storey storey;
  storey.id = {1};
  storey.level = -1;
  return storey;
}

}  // namespace

PictureBytes small_picture() {
  static constexpr std::string_view kHex =
      "89504e470d0a1a0a0000000d49484452000000030000000208020000001216f14d00000016494441"
      "5478da63f8cfc0c000c30c0d0d0dffffff07003a61077b029fdff40000000049454e44ae426082";
  std::string bytes;
  for (std::size_t i = 0; i + 1 < kHex.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(std::string(kHex.substr(i, 2)), nullptr, 16));
  }
  return std::make_shared<const std::string>(bytes);
}

namespace {

Programme rich_programme() {
  Role patient;
  patient.id = "patient";
  patient.name = kQuotes + kEmoji;
  patient.count = 12;
  patient.home.use = Use::Bedroom;
  patient.home.unit = "Afdeling " + kQuotes;
  patient.speed = kThird;
  patient.window_days = 10;
  patient.source = kLong;
  patient.presence = {{1380, 1860, kThird, {1, 7}, kMarkup}, {420, 900, 0.5, {1}, ""}};
  Errand coffee;
  coffee.id = "koffie";
  coffee.to.use = Use::Lounge;
  coffee.to.spread = true;
  coffee.then = home_place();
  coffee.per_day = kThird;
  coffee.when = {{0, 60, kThird}, {420, 900, 2}};
  coffee.dwell_spread = 0.1;
  coffee.source = kRightToLeft;
  patient.errands = {coffee};
  patient.business = {{std::nullopt, "", "0.1"}};
  Role relative;
  relative.id = "naaste";
  relative.kind = RoleKind::Relative;
  relative.count = 3;
  relative.home.role = "patient";
  relative.presence = {{}};
  Programme programme;
  programme.name = kMarkup;
  programme.preset = "verpleegafdeling";
  programme.roles = {patient, relative};
  GroupSession session;
  session.id = "groep";
  session.place.is_entrance = true;
  session.weekdays = {2};
  session.start_min = 600;
  session.members = {{"naaste", 1, 2, kThird}};
  programme.sessions = {session};
  programme.relations = {{"patient", "naaste", Wish::Wanted}};
  programme.peer_rooms = {{{Use::Quiet}, kQuotes, kLines}};
  programme.rules.sight_m = {7.5, kEmoji};
  return programme;
}

}  // namespace

Project rich_project() {
  Project project;
  project.name = kQuotes + kEmoji;
  Building main;
  main.name = "Gezondheidscentrum";
  main.storeys = {std::make_shared<const Storey>(ground_floor()),
                  std::make_shared<const Storey>(first_floor())};
  main.units = {{{2}, "Afdeling " + kQuotes, "verpleegafdeling", 24, true},
                {{1}, "", "", std::nullopt, std::nullopt},
                {{3}, "Huisartsen", "huisartsen", 0, false}};
  main.placement = {"EPSG:28992", 0.25, 0.001};
  Building annex;
  annex.storeys = {std::make_shared<const Storey>(empty_floor())};
  annex.placement = {"EPSG:28992", 0, 1};
  project.buildings = {main, annex};

  project.ambition.thresholds = {{"RVS-4.1a", kThird, kQuotes, "bestuurder", "2026-10-05", true},
                                 {"RVS-4.1b", 0, kLong, "", "", false}};
  project.ambition.parameters = {{"RVS-4.1d", "afstand", 1e-9, kEmoji}};
  project.ambition.work = "verbouw";
  project.ambition.accessibility_sector = false;

  project.answers.project = "Gezondheidscentrum";
  project.answers.answers = {
      {"RVS-A4b", {{"wie", kMarkup}, {"", kLines}, {"wanneer", "2026"}}, "directeur", "2026-10-01"},
      {"RVS-2.2", {}, "", ""}};
  project.answers.not_applicable = {{"RVS-3.3a", kQuotes, "bestuur", "2026-01-01"}};
  project.answers.explanations = {{"RVS-4.1j",
                                   "a",
                                   "b",
                                   "c",
                                   kEmoji,
                                   "temporary",
                                   "2027-01-01",
                                   "bestuur",
                                   "2026-01-01",
                                   "cliëntenraad",
                                   "2028-01-01",
                                   "controller",
                                   {"bijlage 1.pdf", kRightToLeft},
                                   "brandweer"},
                                  {"RVS-4.1g"}};
  project.answers.no_threshold = {{{"RVS-4.1c", "RVS-4.1d"}, kLong, "bestuur", "2026-02-02"}, {}};
  project.answers.undetermined = {{"WAC-4a", "breedtes", "architect", "2026-12-01"}};
  project.answers.consultations = {{"cliëntenraad", "2026-03-03", "positive", kMarkup, kLines}};

  project.answers.cover = {kMarkup, "raad van bestuur", kEmoji};

  project.programme = rich_programme();

  project.decisions = {{"2026-10-05", "bestuurder", "thresholds", "RVS-4.1a", "", kMarkup},
                       {"2026-11-05T14:03:20Z", kEmoji, "explanations", "", kLines, ""},
                       {}};
  project.remarks = {{"R1", kQuotes, "bewoner", "2026-11-01", "S7", "R3", Point{kThird, kFar}},
                     {"R2", kLong, "cliëntenraad", "", "", "", {}}};

  project.sources = {{"bg.dxf", "plan", std::string(64, 'a'), "EPSG:28992", "2026-01-01"},
                     {kQuotes, "room list", "", "", ""}};
  project.import_findings = {
      {101, Severity::Note, {"De eenheid is geraden.", "The unit was guessed."}, "", "", {}},
      {208, Severity::Error, {kMarkup, kQuotes}, kEmoji, "D12", Point{kThird, kFar}},
      {301, Severity::Warning, {"", ""}, "", "ruimtestaat: row 4", Point{0, 0}}};
  project.next = {8, 21, 7, 15, 3, 10, 3, 4, 3, 40};
  return project;
}

}  // namespace trefpunt
