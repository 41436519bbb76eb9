#!/usr/bin/env bash
# window.sh DESKTOP TREFPUNT: the desktop in a real window under Xvfb, moved by xdotool. Press and
# release fall in different frames, as with people.
set -euo pipefail
desktop=$1 trefpunt=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
pids=()
cleanup() {
  kill "${pids[@]}" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT
export XDG_STATE_HOME=$work/state

fail() {
  echo "$1" >&2
  cat "$work/log" >&2
  exit 1
}
walls() { ogrinfo -so "$1" walls 2>/dev/null | sed -n 's/^Feature Count: //p'; }
title() { xdotool getwindowname "$window"; }
await_title() {
  for _ in $(seq 100); do
    [[ $(title) == "$1" ]] && return
    sleep 0.1
  done
  fail "the title should be '$1', it is '$(title)'"
}
press() {
  for key in "$@"; do xdotool keydown "$key"; done
  sleep 0.3
  for key in "$@"; do xdotool keyup "$key"; done
  sleep 0.2
}
click() {
  xdotool mousemove "$1" "$2"
  sleep 0.2
  xdotool mousedown 1
  sleep 0.2
  xdotool mouseup 1
  sleep 0.2
}
ticks() { awk '{print $14 + $15}' "/proc/$1/stat"; }

"$trefpunt" new "$here/../../samples/gezondheidscentrum/bg.dxf" -o "$work/plan.trefpunt" >/dev/null
before=$(walls "$work/plan.trefpunt")
[ "$before" -gt 0 ]

mkfifo "$work/display"
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp -noreset 3>"$work/display" 2>/dev/null &
pids+=($!)
read -r number <"$work/display"
export DISPLAY=:$number
"$desktop" --date 2026-11-05 "$work/plan.trefpunt" 2>"$work/log" &
app=$!
pids+=($app)
for _ in $(seq 200); do
  window=$(xdotool search --onlyvisible --name Trefpunt 2>/dev/null | head -1) || true
  [ -n "$window" ] && xdotool windowfocus "$window" 2>/dev/null && break
  sleep 0.1
done
[ -n "$window" ] || fail "there is no window"
await_title "plan.trefpunt – Trefpunt"

# Idle: at rest it waits, and uses no processor.
sleep 4
start=$(ticks $app)
sleep 3
used=$(($(ticks $app) - start))
[ $used -le 6 ] || fail "idle it used $used ticks of 1/100 s in 3 s"

# A wall with the mouse, beside the building.
press w
click 300 700
click 700 720
press Return
await_title "plan.trefpunt * – Trefpunt"
press ctrl z
await_title "plan.trefpunt – Trefpunt"
press ctrl shift z
await_title "plan.trefpunt * – Trefpunt"
press ctrl s
await_title "plan.trefpunt – Trefpunt"
after=$(walls "$work/plan.trefpunt")
[ "$after" -eq $((before + 1)) ] || fail "there were $before walls, now $after"
"$trefpunt" show "$work/plan.trefpunt" --json >"$work/shown.json"
grep -q '"storeys"' "$work/shown.json"

press ctrl q
for _ in $(seq 100); do
  kill -0 $app 2>/dev/null || break
  sleep 0.1
done
status=0
wait $app || status=$?
[ $status -eq 0 ] || fail "it ended with $status"
[ -z "$(ls "$work"/state/trefpunt/autosave-* 2>/dev/null)" ] || fail "an autosave was left"
