#!/usr/bin/env bash
# Builds a release and assesses the sample health centre, or the plan files given as arguments:
#   bash samples/run.sh                      the sample
#   bash samples/run.sh plan.dxf [more ...]  your own plan; options of `trefpunt assess` may follow
set -euo pipefail
here=$(pwd)
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

xargs -a "$root/samples/packages.txt" bash "$root/samples/setup.sh"

build=$root/build/release
log=$build.log
mkdir -p "$root/build"
if [ ! -f "$build/build.ninja" ] || ! ninja -C "$build" -n 2>/dev/null | grep -q 'no work to do'; then
  echo "Building (the first time takes some minutes; log: ${log#"$here"/})"
  if ! { (cd "$root" && cmake --preset release) && ninja -C "$build"; } >"$log" 2>&1; then
    grep -E 'error|FAILED' "$log" | head -20 >&2 || tail -20 "$log" >&2
    echo "trefpunt: error: the build failed; see $log" >&2
    exit 2
  fi
fi

trefpunt=$build/bin/trefpunt
if [ $# -gt 0 ]; then
  status=0
  "$trefpunt" assess "$@" -o "$here/trefpunt-report" || status=$?
  exit $status
fi

sample=$root/samples/gezondheidscentrum
status=0
"$trefpunt" assess "$sample/gezondheidscentrum.geojson" \
  --rooms "$sample/ruimtestaat.csv" --uses "$sample/uses.json" \
  --programme "$sample/programme.json" \
  --ambition "$sample/ambition.json" --answers "$sample/answers.json" \
  --date 2026-11-05 -o "$root/build/report-gezondheidscentrum" || status=$?
# A draft (1) is a good end of this script: the sample shows one if something is still missing.
[ "$status" -le 1 ] || exit "$status"
