# SPDX-License-Identifier: GPL-3.0-or-later
# Counts the junctions and links of what one may walk along, from the ways that
# `osmium cat -t way -f opl` prints: by the numbers of their nodes, not by coordinates.
#   osmium cat -t way -f opl -o - FILE | awk -f count_osm.awk

function tag(key) { return key in tags ? tags[key] : "" }

function may_walk(  way, foot) {
  way = tag("highway")
  sub(/_link$/, "", way)
  if (way == "" || tag("area") == "yes") return 0
  if (way ~ /^(construction|proposed|planned|abandoned|razed|raceway|busway|corridor|bus_guideway|elevator|escape|disused|rest_area|services)$/) return 0
  foot = tag("foot")
  if (foot ~ /^(yes|designated|permissive|destination|official)$/) return 1
  if (foot ~ /^(no|private|use_sidepath)$/ || tag("access") ~ /^(no|private)$/) return 0
  if (way ~ /^(motorway|trunk)$/ && tag("sidewalk") !~ /^(both|left|right|yes)$/) return 0
  return tag("motorroad") != "yes"
}

{
  delete tags
  nodes = ""
  for (f = 2; f <= NF; ++f) {
    if (substr($f, 1, 1) == "N") nodes = substr($f, 2)
    if (substr($f, 1, 1) != "T") continue
    n = split(substr($f, 2), pairs, ",")
    for (i = 1; i <= n; ++i) {
      at = index(pairs[i], "=")
      tags[substr(pairs[i], 1, at - 1)] = substr(pairs[i], at + 1)
    }
  }
  if (nodes == "" || !may_walk()) next
  ways[++count] = nodes
  n = split(nodes, one, ",")
  for (i = 1; i <= n; ++i) ++uses[one[i]]
  uses[one[1]] += 2
  uses[one[n]] += 2
}

END {
  for (node in uses) if (uses[node] > 1) ++junctions
  for (w = 1; w <= count; ++w) {
    n = split(ways[w], one, ",")
    for (i = 2; i <= n; ++i) if (uses[one[i]] > 1) ++links
  }
  print junctions, links
}
