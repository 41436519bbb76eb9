tp_test(space SOURCES layout_test.cpp access_graph_test.cpp walk_test.cpp field_grid_test.cpp sight_runs_test.cpp
  visual_depth_test.cpp local_measures_test.cpp gallery_test.cpp isovist_test.cpp isovist_field_test.cpp
  isovist_gallery_test.cpp seen_from_test.cpp path_fields_test.cpp storey_sight_test.cpp field_test.cpp
  field_columns_test.cpp LINK tp_space tp_io)

# CGAL's visibility, the tests' oracle; without sanitizers, as all of CGAL.
add_library(visibility_oracle OBJECT space/visibility_oracle.cpp)
target_include_directories(visibility_oracle PRIVATE ${CMAKE_CURRENT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/src)
target_link_libraries(visibility_oracle PRIVATE CGAL::CGAL)
target_compile_options(visibility_oracle PRIVATE -O2 -g0 -ffp-contract=off)
set_property(TARGET visibility_oracle PROPERTY JOB_POOL_COMPILE cgal)
target_sources(test_space PRIVATE $<TARGET_OBJECTS:visibility_oracle>)
target_link_libraries(test_space PRIVATE $<LINK_ONLY:CGAL::CGAL>)
