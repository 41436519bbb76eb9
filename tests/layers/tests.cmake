tp_test(layers
  SOURCES
    layer_text.cpp real_layers_test.cpp wijk_areas_test.cpp wijk_bad_input_test.cpp wijk_crs_test.cpp
    wijk_reader_test.cpp
  LINK tp_io)
