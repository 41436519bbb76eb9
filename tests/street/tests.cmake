tp_test(street SOURCES angular_test.cpp centrality_test.cpp incremental_test.cpp network_test.cpp reach_test.cpp LINK tp_street)
