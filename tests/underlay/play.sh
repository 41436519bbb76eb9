#!/usr/bin/env bash
# play.sh DESKTOP: replays session.txt in a folder of its own and looks at what it left there.
set -euo pipefail
desktop=$1
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_STATE_HOME=$work/state
mkdir "$work/home"
cp "$here/plan.png" "$work/home"
cd "$work/home"
"$desktop" --lang nl --date 2026-11-05 --play "$here/session.txt"
test -s bewaard.trefpunt
test -s bewaard.png
# The picture is in the project: the file may go.
rm plan.png
"$desktop" --lang nl --render later.png bewaard.trefpunt
test -s later.png
