#!/usr/bin/env bash
# npm.sh FOLDER WORK: puts the check of that folder in WORK with the packages that it names.
set -euo pipefail
folder=$1 work=$2
cp "$folder/package.json" "$folder/.npmrc" "$folder/check.mjs" "$work"
cd "$work"
if ! npm install --prefer-offline --no-audit --no-fund --no-package-lock >npm.log 2>&1; then
  tail -5 npm.log >&2
  echo "the packages of $(basename "$folder")/package.json could not be installed with npm" >&2
  exit 1
fi
