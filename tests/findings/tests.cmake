tp_test(findings SOURCES findings_test.cpp LINK tp_io tp_space tp_street)
