tp_test(publish
  SOURCES
    ../report/support/report_fixture.cpp
    ../support/storey_from_text.cpp
    bcf_test.cpp
    publish_test.cpp
  LINK tp_publish nlohmann_json::nlohmann_json pugixml::pugixml)
