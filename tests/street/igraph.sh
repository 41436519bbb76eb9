#!/usr/bin/env bash
# igraph.sh TREFPUNT IGRAPH_CHECK: the street values of a real network equal igraph's at every
# junction, and a second reading of the file (osmium, by the numbers of nodes) confirms its size.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
network=${TREFPUNT_DATA:-$here/../../../shared/data}/networks/poa.osm.pbf
if [ ! -f "$network" ]; then
  echo "Notice: networks/poa.osm.pbf is not there; this test is skipped."
  exit 0
fi
folder=$(mktemp -d /tmp/trefpunt-test-XXXXXX)
trap 'rm -rf "$folder"' EXIT
"$1" streets "$network" --radius 400,800 --links "$folder/links.csv" -o "$folder/values.csv"
"$2" "$folder/links.csv" "$folder/values.csv" 400 800

read -r junctions links < <(osmium cat -t way -f opl -o - "$network" | awk -f "$here/count_osm.awk")
our_junctions=$(($(wc -l <"$folder/values.csv") - 1))
our_links=$(($(wc -l <"$folder/links.csv") - 1))
echo "junctions: $our_junctions, by the second reading $junctions; links: $our_links, $links"
awk -v a="$our_junctions" -v b="$junctions" -v c="$our_links" -v d="$links" '
  function far(x, y) { return x > 1.02 * y || x < 0.98 * y }
  BEGIN { exit far(a, b) || far(c, d) }'
