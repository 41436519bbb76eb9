tp_test(encounter
  SOURCES
    ../support/storey_from_text.cpp
    overlaps_test.cpp
    passing_test.cpp
    repeats_test.cpp
    routes_test.cpp
    walk_network_test.cpp
  LINK tp_encounter)
