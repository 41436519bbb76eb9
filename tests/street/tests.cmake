tp_test(street
  SOURCES
    access_test.cpp
    angular_test.cpp
    centrality_test.cpp
    hill_test.cpp
    incremental_test.cpp
    network_test.cpp
    open_ground_test.cpp
    reach_test.cpp
  LINK tp_street)
