tp_test(space SOURCES layout_test.cpp access_graph_test.cpp walk_test.cpp field_grid_test.cpp sight_runs_test.cpp visual_depth_test.cpp local_measures_test.cpp gallery_test.cpp LINK tp_space tp_io)
