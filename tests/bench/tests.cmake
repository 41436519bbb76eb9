if(NOT TARGET tp_app)
  return()
endif()
# Built when asked for, in a Release build: ninja bench_desktop.
add_executable(bench_desktop EXCLUDE_FROM_ALL bench/desktop.cpp support/large_project.cpp)
target_include_directories(bench_desktop PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(bench_desktop PRIVATE tp_app tp_options)
target_compile_definitions(bench_desktop PRIVATE TREFPUNT_ROOT="${PROJECT_SOURCE_DIR}")
