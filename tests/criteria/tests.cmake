tp_test(criteria
  SOURCES
          own_catalogue_test.cpp
          record_test.cpp
          catalogue_test.cpp check_test.cpp composite_test.cpp explanation_test.cpp scope_test.cpp
          scale_test.cpp status_words_test.cpp verdict_table_test.cpp verdict_test.cpp
  LINK tp_criteria)
