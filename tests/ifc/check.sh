#!/usr/bin/env bash
# Reads the real building models with the program named as argument and compares the floors of
# their spaces with web-ifc. Without the models (TREFPUNT_DATA) it says so and passes.
set -euo pipefail
trefpunt=$1
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
data=${TREFPUNT_DATA:-$here/../../../shared/data}
if [ ! -d "$data/ifc-duplex" ]; then
  echo "No real data: spaces of building models are not compared."
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bash "$here/../npm.sh" "$here" "$work"
status=0
for model in "$data"/ifc-duplex/*.ifc "$data"/ifc-kit/*.ifc "$data"/ifc-institute/*.ifc \
  "$data"/ifc-bimwhale/*.ifc; do
  echo "$(basename "$model"):"
  "$trefpunt" show --json "$model" >"$work/plan.json"
  (cd "$work" && node check.mjs plan.json "$model") || status=1
done
exit $status
