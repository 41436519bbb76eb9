tp_test(encounter
  SOURCES
    ../support/storey_from_text.cpp
    closed_form_test.cpp
    lay_out_test.cpp
    meeting_chance_test.cpp
    opportunity_test.cpp
    overlaps_test.cpp
    passing_test.cpp
    repeats_test.cpp
    routes_test.cpp
    shared_way_cache_test.cpp
    simulation_run_test.cpp
    simulation_test.cpp
    starts_test.cpp
    walk_network_test.cpp
  LINK tp_encounter)
