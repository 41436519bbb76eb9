tp_test(street SOURCES centrality_test.cpp incremental_test.cpp reach_test.cpp LINK tp_street)
