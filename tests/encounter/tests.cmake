tp_test(encounter
  SOURCES
    repeats_test.cpp
    shared_way_cache_test.cpp
    simulation_run_test.cpp
    simulation_test.cpp
  LINK tp_encounter)
