tp_test(architecture SOURCES architecture_test.cpp)
