add_test(NAME "ifc: spaces have the floor that web-ifc finds"
  COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/ifc/check.sh ${CMAKE_BINARY_DIR}/bin/trefpunt)
set_tests_properties("ifc: spaces have the floor that web-ifc finds" PROPERTIES
  ENVIRONMENT "LSAN_OPTIONS=suppressions=${CMAKE_CURRENT_SOURCE_DIR}/lsan.supp:print_suppressions=0"
  TIMEOUT 300)
