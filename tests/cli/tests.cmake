tp_test(cli
  SOURCES
    ../support/honest_text.cpp
    bad_input_test.cpp
    cli_test.cpp
    field_test.cpp
    golden_test.cpp
    plugins_test.cpp
    real_data_test.cpp
    streets_test.cpp
    wijk_options_test.cpp
  LINK tp_base nlohmann_json::nlohmann_json SQLite::SQLite3)
add_dependencies(test_cli trefpunt plugin_daylight_reach plugin_seat_company)
