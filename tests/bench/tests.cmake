# Built when asked for, in a Release build: ninja bench_fields, bench_encounters,
# bench_desktop.
add_executable(bench_fields EXCLUDE_FROM_ALL bench/fields.cpp)
target_link_libraries(bench_fields PRIVATE tp_space tp_io tp_options)
target_compile_definitions(bench_fields PRIVATE TREFPUNT_ROOT="${PROJECT_SOURCE_DIR}")
add_executable(bench_encounters EXCLUDE_FROM_ALL bench/encounters.cpp)
target_link_libraries(bench_encounters PRIVATE tp_encounter tp_options)
if(NOT TARGET tp_app)
  return()
endif()
add_executable(bench_desktop EXCLUDE_FROM_ALL bench/desktop.cpp support/large_project.cpp)
target_include_directories(bench_desktop PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(bench_desktop PRIVATE tp_app tp_options)
target_compile_definitions(bench_desktop PRIVATE TREFPUNT_ROOT="${PROJECT_SOURCE_DIR}")
