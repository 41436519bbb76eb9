// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/contact_data.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <stdexcept>
#include <tuple>

namespace trefpunt {

namespace {

constexpr int kDay = 86400;
constexpr int kStep = 20;  // s, of one line

std::string unzipped(const std::string& path) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(("gzip -dc '" + path + "'").c_str(), "r"),
                                                   pclose);
  if (!pipe) throw std::runtime_error("gzip could not be started");
  std::string text;
  std::array<char, 65536> part;
  for (std::size_t n; (n = fread(part.data(), 1, part.size(), pipe.get())) > 0;) {
    text.append(part.data(), n);
  }
  if (text.empty()) throw std::runtime_error(path + " gives no text");
  return text;
}

}  // namespace

int ContactData::day_of(int second) const {
  // A line tells of the 20 seconds before it.
  const int day = (second - kStep) / kDay;
  return static_cast<int>(std::lower_bound(calendar_days.begin(), calendar_days.end(), day) -
                          calendar_days.begin());
}

std::optional<ContactData> read_contacts(const std::string& stem) {
  const char* set = std::getenv("TREFPUNT_DATA");
  const std::string folder =
      (set ? std::string(set) : TREFPUNT_ROOT "/../shared/data") + "/sociopatterns-cc0/";
  const std::string path = folder + stem + "_tij.dat.gz";
  if (!std::filesystem::exists(path)) return std::nullopt;
  ContactData data;
  std::map<int, int> person;  // of the data's own numbers
  const std::string text = unzipped(path);
  const char* at = text.c_str();
  const auto number = [&] {
    char* end = nullptr;
    const long value = std::strtol(at, &end, 10);
    at = end;
    return static_cast<int>(value);
  };
  while (true) {
    const char* const line = at;
    const int second = number(), one = number(), other = number();
    if (at == line) break;
    const auto index = [&](int own) {
      return person.emplace(own, static_cast<int>(person.size())).first->second;
    };
    const int a = index(one), b = index(other);
    data.contacts.push_back({second, std::min(a, b), std::max(a, b)});
    data.calendar_days.push_back((second - kStep) / kDay);
  }
  auto& days = data.calendar_days;
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  data.days = static_cast<int>(days.size());
  data.group.assign(person.size(), 0);
  std::ifstream metadata(folder + stem + "_metadata.txt");
  std::map<std::string, int> groups;
  std::string name;
  for (int own = 0; metadata >> own >> name;) {
    const auto found = person.find(own);
    if (found == person.end()) continue;  // wore a sensor, met nobody
    data.group[static_cast<std::size_t>(found->second)] =
        groups.emplace(name, static_cast<int>(groups.size())).first->second;
  }
  data.groups = std::max(1, static_cast<int>(groups.size()));
  return data;
}

std::vector<Met> merged(const ContactData& data, double gap_s) {
  std::vector<Contact> sorted = data.contacts;
  std::sort(sorted.begin(), sorted.end(), [](const Contact& one, const Contact& other) {
    return std::tie(one.a, one.b, one.second) < std::tie(other.a, other.b, other.second);
  });
  std::vector<Met> all;
  for (const Contact& contact : sorted) {
    const int day = data.day_of(contact.second);
    const double to = contact.second - data.calendar_days[static_cast<std::size_t>(day)] * kDay;
    if (!all.empty()) {
      Met& last = all.back();
      if (last.a == contact.a && last.b == contact.b && last.day == day &&
          to - kStep - last.to_s < gap_s) {
        last.to_s = to;
        continue;
      }
    }
    all.push_back({contact.a, contact.b, day, to - kStep, to});
  }
  return all;
}

}  // namespace trefpunt
