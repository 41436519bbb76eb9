tp_test(io
  SOURCES
    ../support/geopackage_file.cpp ../support/project_text.cpp ../support/rich_project.cpp
    ../support/rich_wijk.cpp project_file_test.cpp wijk_file_test.cpp wijk_results_test.cpp
    geo_text.cpp files_test.cpp indoor_geojson_test.cpp indoor_osm_test.cpp level_name_test.cpp
    opening_shape_test.cpp plan_crs_test.cpp plan_reader_test.cpp real_plans_test.cpp
    room_list_test.cpp uses_test.cpp
    ../support/ifc_building.cpp
    ifc_bad_input_test.cpp
    dxf_test.cpp ifc_test.cpp
    ifc_reading_test.cpp
    import_choices_test.cpp layer_map_test.cpp raster_test.cpp
    pdf_test.cpp
  LINK tp_io)
