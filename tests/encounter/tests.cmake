tp_test(encounter
  SOURCES
    ../support/contact_data.cpp
    repeats_test.cpp contact_days_test.cpp contact_times_test.cpp
  LINK tp_encounter)
