if(TARGET trefpunt-desktop)
  add_test(NAME "app: a scan is laid under a design and drawn over"
    COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/underlay/play.sh $<TARGET_FILE:trefpunt-desktop>)
  set_tests_properties("app: a scan is laid under a design and drawn over" PROPERTIES
    ENVIRONMENT "LSAN_OPTIONS=suppressions=${CMAKE_CURRENT_SOURCE_DIR}/lsan.supp:print_suppressions=0"
    TIMEOUT 120)
endif()
