tp_test(encounter
  SOURCES
    ../support/contact_data.cpp
    contact_days_test.cpp
    contact_times_test.cpp
    meeting_chance_test.cpp
    repeats_test.cpp
    simulation_test.cpp
    starts_test.cpp
  LINK tp_encounter)
