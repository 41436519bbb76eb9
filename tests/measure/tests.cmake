tp_test(measure
  SOURCES
    ../support/storey_from_text.cpp ../support/scene.cpp
    storey_from_text_test.cpp values_test.cpp free_circle_test.cpp builtin_test.cpp
    avoidability_test.cpp group_capacity_test.cpp unit_lounge_coverage_test.cpp
    lounge_m2_per_bed_test.cpp room_to_lounge_distance_test.cpp single_room_compensation_test.cpp
    open_reach_test.cpp step_free_share_test.cpp toilet_distance_test.cpp min_clear_width_test.cpp
    level_change_ok_test.cpp turning_circle_share_test.cpp space_depth_test.cpp
    space_integration_test.cpp visibility_percentile_test.cpp conversation_settings_test.cpp
    edge_seat_share_test.cpp view_share_test.cpp main_routes_test.cpp
    recurrence_index_test.cpp chance_nodes_test.cpp programmed_share_test.cpp peer_room_test.cpp
    third_place_m2_test.cpp routines_test.cpp
    bedside_test.cpp
    wijk_access_test.cpp wijk_ground_test.cpp wijk_measures_test.cpp wijk_routes_test.cpp
  LINK tp_measure)
