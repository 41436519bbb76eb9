  SOURCES
    access_test.cpp
    centrality_test.cpp
    hill_test.cpp
    incremental_test.cpp
    open_ground_test.cpp
    reach_test.cpp
tp_test(street
  LINK tp_street)
