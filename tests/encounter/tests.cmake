tp_test(encounter
  SOURCES
    repeats_test.cpp
    simulation_test.cpp
  LINK tp_encounter)
