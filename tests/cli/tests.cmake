tp_test(cli SOURCES cli_test.cpp bad_input_test.cpp field_test.cpp golden_test.cpp plugins_test.cpp real_data_test.cpp streets_test.cpp LINK nlohmann_json::nlohmann_json SQLite::SQLite3)
add_dependencies(test_cli trefpunt plugin_daylight_reach plugin_seat_company)
