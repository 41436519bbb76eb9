tp_test(street
  SOURCES
    access_test.cpp
    angular_test.cpp
    centrality_test.cpp
    hill_test.cpp
    incremental_test.cpp
    network_test.cpp
    open_ground_test.cpp
    reach_test.cpp
  LINK tp_street)

# igraph, the tests' oracle and the benchmark's peer; never part of the program. Without sanitizers.
if(NOT TARGET PkgConfig::IGRAPH)
  pkg_check_modules(IGRAPH IMPORTED_TARGET igraph)
endif()
if(IGRAPH_FOUND)
  add_executable(igraph_check street/igraph_check.cpp)
  target_compile_options(igraph_check PRIVATE -O2 -g0)
  target_link_libraries(igraph_check PRIVATE PkgConfig::IGRAPH fmt::fmt)
  add_test(NAME "street: values equal igraph's at every junction of a real network"
    COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/street/igraph.sh $<TARGET_FILE:trefpunt> $<TARGET_FILE:igraph_check>)
  set_tests_properties("street: values equal igraph's at every junction of a real network" PROPERTIES
    ENVIRONMENT "LSAN_OPTIONS=suppressions=${CMAKE_CURRENT_SOURCE_DIR}/lsan.supp:print_suppressions=0")
else()
  message(STATUS "igraph is not there (libigraph-dev): street values are not held against it")
endif()
