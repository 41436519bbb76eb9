if(NOT TARGET tp_app)
  return()
endif()
tp_test(app
  SOURCES snapping_test.cpp plan_mesh_test.cpp camera_test.cpp workspace_test.cpp
    autosave_test.cpp settings_test.cpp panels_test.cpp panel_encounters_test.cpp
    compare_test.cpp variants_test.cpp field_desk_test.cpp field_picture_test.cpp look_test.cpp
    small_wijk.cpp wijk_objects_test.cpp wijk_mesh_test.cpp catchment_test.cpp wijk_panels_test.cpp
    wijk_map_test.cpp
    report_desk_test.cpp
    ../support/project_text.cpp ../support/rich_project.cpp ../support/storey_from_text.cpp
    ../support/large_project.cpp
  LINK tp_app)
if(TREFPUNT_SANITIZE)
  target_sources(test_app PRIVATE ${PROJECT_SOURCE_DIR}/src/app/keep_loaded.cpp)
endif()
add_dependencies(test_app plugin_daylight_reach plugin_seat_company)

# Played sessions: one test per file, with what it leaves behind looked at by a script beside it.
file(GLOB sessions RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}/app/sessions
  CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/app/sessions/*.txt)
set(programs $<TARGET_FILE:trefpunt-desktop> $<TARGET_FILE:trefpunt>)
function(tp_app_script name)
  add_test(NAME "app: ${name}" COMMAND bash ${ARGN} WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}/app)
  set_tests_properties("app: ${name}" PROPERTIES
    ENVIRONMENT "LSAN_OPTIONS=suppressions=${CMAKE_CURRENT_SOURCE_DIR}/lsan.supp:print_suppressions=0"
    TIMEOUT 120 COST 50)
endfunction()
foreach(session ${sessions})
  get_filename_component(name ${session} NAME_WE)
  tp_app_script("session ${name}" play.sh ${name} ${programs})
endforeach()
tp_app_script("a kill at any moment leaves the project and the autosave" kill.sh ${programs})
tp_app_script("a real window is driven by mouse and keyboard" window.sh ${programs})
