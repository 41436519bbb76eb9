#!/usr/bin/env bash
# play.sh NAME DESKTOP TREFPUNT: replays sessions/NAME.txt in a folder of its own, then looks at what
# it left there with sessions/NAME.check, when there is one.
set -euo pipefail
name=$1 desktop=$2
export DESKTOP=$2 TREFPUNT=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_STATE_HOME=$work/state TREFPUNT_PLAY_OUT=$work/out TREFPUNT_SAMPLES=$here/../../samples
mkdir "$work/out" "$work/home"
cp "$TREFPUNT_SAMPLES/gezondheidscentrum/"{bg.dxf,bg.pdf,gezondheidscentrum.ifc,ruimtestaat.csv,programme.json} "$here/sessions/plan.png" "$work/home"
cd "$work/home"
"$desktop" --date 2026-11-05 --play "$here/sessions/$name.txt"
if [ -f "$here/sessions/$name.check" ]; then
  cd "$work/out"
  bash -euo pipefail "$here/sessions/$name.check"
fi
