tp_test(encounter
  SOURCES
    meeting_chance_test.cpp
    repeats_test.cpp
    simulation_test.cpp
    starts_test.cpp
  LINK tp_encounter)
