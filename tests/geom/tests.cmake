tp_test(geom SOURCES mesh_test.cpp shapes_test.cpp text_test.cpp LINK tp_geom)
