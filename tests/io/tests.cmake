tp_test(io
  SOURCES
    ../support/project_text.cpp ../support/rich_project.cpp
    project_file_test.cpp
  LINK tp_io)
