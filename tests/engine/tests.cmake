tp_test(engine SOURCES session_test.cpp memo_test.cpp LINK tp_engine tp_report TBB::tbb)
