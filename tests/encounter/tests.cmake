tp_test(encounter
  SOURCES
    ../support/contact_data.cpp
    ../support/storey_from_text.cpp
    contact_days_test.cpp
    contact_times_test.cpp
    meeting_chance_test.cpp
    overlaps_test.cpp
    passing_test.cpp
    repeats_test.cpp
    routes_test.cpp
    sensitivity_test.cpp
    shared_way_cache_test.cpp
    simulation_run_test.cpp
    simulation_test.cpp
    starts_test.cpp
    walk_network_test.cpp
  LINK tp_encounter)
