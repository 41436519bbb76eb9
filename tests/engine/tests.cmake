tp_test(engine SOURCES import_test.cpp session_test.cpp memo_test.cpp
  renewal_test.cpp
  ../support/project_text.cpp
  LINK tp_engine tp_report TBB::tbb)
