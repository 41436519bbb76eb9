tp_test(project SOURCES answers_json_test.cpp edit_test.cpp json_test.cpp LINK tp_project)
