tp_test(report
  SOURCES
    ../support/honest_text.cpp
    rules_test.cpp
    ../support/random_wijk.cpp ../support/storey_from_text.cpp support/page_checks.cpp support/report_fixture.cpp support/wijk_fixture.cpp
    json_test.cpp html_test.cpp profile_test.cpp drawing_test.cpp heat_scale_test.cpp wijk_encounters_json_test.cpp wijk_test.cpp
    inert_test.cpp
    versions_test.cpp
  LINK tp_report pugixml::pugixml)
