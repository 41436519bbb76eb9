tp_test(street
  SOURCES access_test.cpp hill_test.cpp open_ground_test.cpp
  LINK tp_street)
