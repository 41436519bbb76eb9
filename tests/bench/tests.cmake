# Built when asked for, in a Release build: ninja bench_fields, bench_encounters, bench_ward,
# bench_agreement, bench_wijk_encounters, bench_desktop.
add_executable(bench_fields EXCLUDE_FROM_ALL bench/fields.cpp)
target_link_libraries(bench_fields PRIVATE tp_space tp_io tp_options)
target_compile_definitions(bench_fields PRIVATE TREFPUNT_ROOT="${PROJECT_SOURCE_DIR}")
add_executable(bench_encounters EXCLUDE_FROM_ALL bench/encounters.cpp)
target_link_libraries(bench_encounters PRIVATE tp_encounter tp_options)
add_executable(bench_ward EXCLUDE_FROM_ALL bench/ward.cpp)
target_link_libraries(bench_ward PRIVATE tp_engine tp_options)
target_compile_definitions(bench_ward PRIVATE TREFPUNT_ROOT="${PROJECT_SOURCE_DIR}")
add_executable(bench_wijk_encounters EXCLUDE_FROM_ALL bench/wijk_encounters.cpp
  support/random_wijk.cpp)
target_include_directories(bench_wijk_encounters PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(bench_wijk_encounters PRIVATE tp_encounter tp_options)
# Not only a benchmark: with fewer weeks its bounds are tested in every run.
add_executable(bench_agreement bench/agreement.cpp support/random_building.cpp)
add_test(NAME "encounter: the closed form and the simulation agree" COMMAND bench_agreement 20 5 10 100)
set_tests_properties("encounter: the closed form and the simulation agree" PROPERTIES
  ENVIRONMENT "LSAN_OPTIONS=suppressions=${CMAKE_CURRENT_SOURCE_DIR}/lsan.supp:print_suppressions=0")
target_include_directories(bench_agreement PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(bench_agreement PRIVATE tp_encounter tp_options)
if(NOT TARGET tp_app)
  return()
endif()
add_executable(bench_desktop EXCLUDE_FROM_ALL bench/desktop.cpp support/large_project.cpp)
target_include_directories(bench_desktop PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(bench_desktop PRIVATE tp_app tp_options)
target_compile_definitions(bench_desktop PRIVATE TREFPUNT_ROOT="${PROJECT_SOURCE_DIR}")
