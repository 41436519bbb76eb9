tp_test(plugin
  SOURCES ../support/storey_from_text.cpp ../support/scene.cpp
    host_test.cpp plugin_plan_test.cpp daylight_reach_test.cpp seat_company_test.cpp
    session_test.cpp
  LINK tp_engine)
target_include_directories(test_plugin PRIVATE ${PROJECT_SOURCE_DIR}/src/plugin)

# The plugins of the program, linked into the test, each under a symbol of its own.
foreach(source daylight_reach/daylight_reach.c seat_company/seat_company.cpp)
  get_filename_component(name ${source} NAME_WE)
  add_library(linked_${name} OBJECT ${PROJECT_SOURCE_DIR}/plugins/${source})
  target_include_directories(linked_${name} PRIVATE ${PROJECT_SOURCE_DIR}/src/plugin)
  target_compile_definitions(linked_${name} PRIVATE TP_PLUGIN_SYMBOL=linked_${name})
  target_compile_options(linked_${name} PRIVATE
    $<$<BOOL:${TREFPUNT_SANITIZE}>:-fsanitize=address,undefined>)
  target_sources(test_plugin PRIVATE $<TARGET_OBJECTS:linked_${name}>)
endforeach()

# Each of these lies alone in a folder: <name>/<name>.so.
set(test_plugins ${CMAKE_BINARY_DIR}/tests/plugins)
target_compile_definitions(test_plugin PRIVATE TREFPUNT_TEST_PLUGINS="${test_plugins}")
function(tp_test_plugin name)
  add_library(test_plugin_${name} MODULE plugin/one_plugin.c)
  set_target_properties(test_plugin_${name} PROPERTIES PREFIX "" OUTPUT_NAME ${name}
    LIBRARY_OUTPUT_DIRECTORY ${test_plugins}/${name} C_STANDARD 11)
  target_include_directories(test_plugin_${name} PRIVATE ${PROJECT_SOURCE_DIR}/src/plugin)
  target_compile_definitions(test_plugin_${name} PRIVATE ${ARGN})
  add_dependencies(test_plugin test_plugin_${name})
endfunction()

tp_test_plugin(good)
tp_test_plugin(again)  # the same id in another file
tp_test_plugin(later_minor LATER_MINOR ID="later")
tp_test_plugin(per_building PER=TP_PER_BUILDING)
tp_test_plugin(per_seat PER=TP_PER_SEAT)
tp_test_plugin(other_major MAJOR=2u)
tp_test_plugin(without_symbol WITHOUT_SYMBOL)
tp_test_plugin(cut_off CUT_OFF)
tp_test_plugin(wrong_size SIZE=sizeof\(tp_plugin\)-8)
tp_test_plugin(builtin_id ID="avoidability")
tp_test_plugin(odd_id ID="Eigen\ maat")
tp_test_plugin(null_id ID=NULL)
tp_test_plugin(null_title TITLE=NULL)
tp_test_plugin(empty_title TITLE="")
tp_test_plugin(crossed_bounds MINIMUM=10 MAXIMUM=0)
tp_test_plugin(no_bounds MAXIMUM=INFINITY)
tp_test_plugin(default_outside MINIMUM=5)
tp_test_plugin(odd_level PER=9)
tp_test_plugin(no_function EVALUATE=NULL)
tp_test_plugin(nan_value SPOIL=result->values[0]=NAN)
tp_test_plugin(infinite_value SPOIL=result->values[0]=INFINITY)
tp_test_plugin(odd_state SPOIL=result->states[0]=9)
tp_test_plugin(nothing_said SPOIL=result->states[3]=TP_NOTHING_SAID)
tp_test_plugin(nan_headline SPOIL=result->headline=NAN)
tp_test_plugin(headline_unsaid SPOIL=result->headline_state=TP_NOTHING_SAID)
tp_test_plugin(too_few SPOIL=result->written=result->count-1)
tp_test_plugin(overrun SPOIL=result->values[result->count]=1)
tp_test_plugin(bare_failure SPOIL=return\ 5)
tp_test_plugin(told_failure
  "SPOIL=return host->fail(host->self,\"er ontbreekt iets\",\"something is missing\"),TP_FAILED")
tp_test_plugin(endless "SPOIL=while(host->step(host->self,1,2)){}return TP_STOPPED")
