#!/usr/bin/env bash
# kill.sh DESKTOP TREFPUNT: ends the desktop without mercy while it saves and while someone draws.
# The project file opens each time; the autosave holds what was drawn ten seconds before.
set -euo pipefail
desktop=$1 trefpunt=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TREFPUNT_PLAY_OUT=$work XDG_STATE_HOME=$work/state

spaces() { "$trefpunt" show "$1" --json | grep -c '"use"' || true; }
# Starts a script; returns when it has drawn its first picture.
start() {
  rm -f "$work/ready.png"
  "$desktop" --date 2026-11-05 --play "$1" 2>"$work/log" &
  pid=$!
  for _ in $(seq 600); do
    [ -f "$work/ready.png" ] && return
    kill -0 $pid 2>/dev/null || break
    sleep 0.05
  done
  cat "$work/log" >&2
  exit 1
}
end() {
  kill -0 $pid  # it must still be at work
  kill -9 $pid
  wait $pid 2>/dev/null || true
}

cat >"$work/new.txt" <<'STEPS'
command new
wait
key s
click-plan 0,0
command save-as
frames 3
key Ctrl+A
type $OUT/plan.trefpunt
key Enter
frames 2
expect saved yes
STEPS
"$desktop" --date 2026-11-05 --play "$work/new.txt"
[ "$(spaces "$work/plan.trefpunt")" -eq 1 ]

# During saving, over and over: with one space, with two.
{
  printf 'open $OUT/plan.trefpunt\nkey s\nclick-plan 2,2\npicture $OUT/ready.png\n'
  for _ in $(seq 400); do printf 'key Ctrl+S\nkey Ctrl+Z\nkey Ctrl+S\nkey Ctrl+Shift+Z\n'; done
} >"$work/save.txt"
for round in $(seq 10); do
  start "$work/save.txt"
  moment=0.$((RANDOM % 7))$((RANDOM % 10))
  sleep $moment
  end
  count=$(spaces "$work/plan.trefpunt")
  # What was left unsaved by the round before is not asked about: another run, another autosave.
  if [ "$count" -lt 1 ] || [ "$count" -gt $((round + 1)) ]; then
    echo "killed after $moment s: the project has $count spaces" >&2
    exit 1
  fi
done

# In the middle of drawing, never resting for three seconds.
rm -rf "$work/state"
{
  printf 'command new\nwait\nkey s\nclick-plan 0,0\nclick-plan 1,0\npicture $OUT/ready.png\n'
  for _ in $(seq 200); do printf 'click-plan 2,1\npass 0.3\n'; done
} >"$work/draw.txt"
start "$work/draw.txt"
sleep 10
end
kept=$(ls "$work"/state/trefpunt/autosave-*.trefpunt)
[ "$(spaces "$kept")" -ge 2 ]

# It is offered, taken, and still there when that run is killed too.
cat >"$work/recover.txt" <<'STEPS'
expect visible recover:0
click recover:0
wait
expect visible plan
expect saved no
picture $OUT/ready.png
pass 60
STEPS
start "$work/recover.txt"
end
kept=$(ls "$work"/state/trefpunt/autosave-*.trefpunt)
[ "$(spaces "$kept")" -ge 2 ]
