#!/usr/bin/env bash
# Writes reports of the sample with the program named as argument and checks them in Chromium.
set -euo pipefail
trefpunt=$1
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
sample=$here/../../samples/gezondheidscentrum
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

bash "$here/../npm.sh" "$here" "$work"

"$trefpunt" assess "$sample/gezondheidscentrum.geojson" --rooms "$sample/ruimtestaat.csv" \
  --uses "$sample/uses.json" --ambition "$sample/ambition.json" --answers "$sample/answers.json" \
  --date 2026-11-05 -o "$work/final" >"$work/profile.txt"
# A draft in the other language shows what is missing; remarks of readers that are hard to print.
status=0
printf 'ruimte;opmerking;van;datum\n0.10;"<script>alert(1)</script> =cmd()";bewoner;2026-11-01\n' \
  >"$work/remarks.csv"
"$trefpunt" assess "$sample/gezondheidscentrum.geojson" --remarks "$work/remarks.csv" --lang en \
  --date 2026-11-05 -o "$work/draft" >"$work/profile.txt" || status=$?
[ "$status" -eq 1 ]
wijk=$here/../../samples/wijk
status=0
"$trefpunt" assess "$wijk/wijk.gpkg" "$wijk/ontmoetingsplekken.csv" "$wijk/eenzaamheid-verzonnen.csv" \
  --ambition "$wijk/ambition.json" --answers "$wijk/answers.json" --date 2026-11-05 \
  -o "$work/wijk" >"$work/profile.txt" || status=$?
[ "$status" -le 1 ]
for lang in nl en; do
  "$trefpunt" compare "$work/draft" "$work/final" --lang "$lang" -o "$work/$lang" >"$work/profile.txt"
  "$trefpunt" portfolio "$work/final" "$work/draft" "$work/wijk" "$work/final" "$work/draft" \
    "$work/wijk" "$work/final" "$work/draft" "$work/wijk" --lang "$lang" -o "$work/$lang" \
    >"$work/profile.txt"
done
(cd "$work" && node check.mjs final/report.html draft/report.html wijk/report.html \
  final/leesversie.html draft/leesversie.html wijk/leesversie.html \
  nl/comparison.html en/comparison.html nl/portfolio.html en/portfolio.html)
