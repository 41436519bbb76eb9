# The reader of IFC on every file of the corpus: what the fuzzer once found stays found.
if(NOT TREFPUNT_FUZZ)
  add_executable(replay_ifc fuzz/ifc.cpp fuzz/replay.cpp)
  target_link_libraries(replay_ifc PRIVATE tp_io tp_options tp_test_options)
  add_test(NAME "fuzz: the corpus of the IFC reader" COMMAND replay_ifc ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus)
  set_tests_properties("fuzz: the corpus of the IFC reader" PROPERTIES
    ENVIRONMENT "LSAN_OPTIONS=suppressions=${CMAKE_CURRENT_SOURCE_DIR}/lsan.supp:print_suppressions=0")
  return()
endif()
# Preset fuzz, clang: ninja -C build/fuzz fuzz_ifc; docs/contributing.md has the run.
add_executable(fuzz_ifc EXCLUDE_FROM_ALL fuzz/ifc.cpp)
target_compile_definitions(fuzz_ifc PRIVATE TREFPUNT_LIBFUZZER)
target_link_libraries(fuzz_ifc PRIVATE tp_io -fsanitize=fuzzer)
