#!/usr/bin/env bash
# Makes what the golden tests found the approved result; look at `git diff` before committing it.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
find "$root/samples" -name '*.out.json' -o -name '*.out.html' | while read -r file; do
  mv -v "$file" "$(sed -E 's/\.out\.(json|html)$/.\1/' <<<"$file")"
done
