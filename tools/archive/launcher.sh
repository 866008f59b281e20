#!/bin/sh
# Starts Faultline from the release that this file stands in, also through a link.
set -eu
release=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")
exec node "$release/dist/api/cli/main.mjs" "$@"
