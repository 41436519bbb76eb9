tp_test(layers
  SOURCES
    wijk_crs_test.cpp
  LINK tp_io)
