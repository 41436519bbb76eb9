tp_test(project SOURCES
        decisions_test.cpp
        answers_json_test.cpp campus_test.cpp edit_test.cpp edit_building_test.cpp edit_shapes_test.cpp edit_undo_test.cpp edit_wijk_test.cpp
        history_test.cpp json_lines_test.cpp json_test.cpp programme_json_test.cpp programme_presets_test.cpp underlay_test.cpp wijk_assumptions_json_test.cpp ../support/project_text.cpp ../support/rich_project.cpp
        LINK tp_project)
