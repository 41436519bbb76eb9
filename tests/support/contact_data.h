// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace trefpunt {

// Two people who wore a sensor on the chest faced each other within about 1.5 m in the 20 seconds
// before `second` (counted from the midnight before the first day). Persons from 0, a < b.
struct Contact {
  int second = 0, a = 0, b = 0;
};

// One SocioPatterns data set (CC0). Days without any contact are left out of the numbering.
struct ContactData {
  std::vector<Contact> contacts;  // by time
  std::vector<int> group;         // per person: department; all 0 when the data have none
  int groups = 1;
  int days = 0;
  int day_of(int second) const;  // counted from 0
  std::vector<int> calendar_days;
};

// Contacts of a pair with less than `gap_s` between them are one encounter.
struct Met {
  int a = 0, b = 0, day = 0;
  double from_s = 0, to_s = 0;  // since the day's midnight
  double seconds() const { return to_s - from_s; }
};
std::vector<Met> merged(const ContactData& data, double gap_s);  // by pair, then by time

// <stem>_tij.dat.gz and, when there, <stem>_metadata.txt from the folder sociopatterns-cc0 of the
// real data; empty when it is not there.
std::optional<ContactData> read_contacts(const std::string& stem);

}  // namespace trefpunt
