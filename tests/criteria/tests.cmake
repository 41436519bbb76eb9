tp_test(criteria
  SOURCES catalogue_test.cpp check_test.cpp composite_test.cpp explanation_test.cpp own_catalogue_test.cpp scope_test.cpp
          scale_test.cpp status_words_test.cpp verdict_table_test.cpp verdict_test.cpp
  LINK tp_criteria)
