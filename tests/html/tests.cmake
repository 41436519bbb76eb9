add_test(NAME "html: reports pass axe-core and fit a narrow screen"
  COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/html/check.sh ${CMAKE_BINARY_DIR}/bin/trefpunt)
set_tests_properties("html: reports pass axe-core and fit a narrow screen" PROPERTIES
  ENVIRONMENT "LSAN_OPTIONS=suppressions=${CMAKE_CURRENT_SOURCE_DIR}/lsan.supp:print_suppressions=0"
  TIMEOUT 300
  COST 100)  # the longest first, so that none runs on alone
