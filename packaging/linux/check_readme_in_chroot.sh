#!/usr/bin/env bash
# Runs both README commands in a bare Debian: debootstrap's smallest, python3, and nothing else by hand.
#
#   check_readme_in_chroot.sh [SUITE] [FOLDER]     as root; SUITE is bookworm or trixie
#
# Carried in from this machine: the last commit, settings of apt and pip, certificates. No package, no cache.
set -eu

. "$(dirname "$0")/bare_root.sh"
in_own_mounts "$@"

checkout=$(cd "$(dirname "$0")/../.." && pwd)

# Runs one README command in the bare root and tells how it went and how long it took.
try() {
    say "$*"
    began=$(date +%s)
    code=0
    bare sh -c 'cd /srv/fasthold && exec "$@"' sh "$@" || code=$?
    say "exit $code after $(($(date +%s) - began)) s: $*"
    return "$code"
}

make_bare_root "${1:-bookworm}" "${2:-$(mktemp -d)}/${1:-bookworm}" --include=python3
mkdir -p "$root/srv/fasthold"
git -C "$checkout" archive HEAD | tar -x -C "$root/srv/fasthold"

failed=0
try python3 packaging/dev.py run || failed=1
try python3 packaging/dev.py test || failed=1
papers=$(find "$root/srv/fasthold/.demo" -name '*.pdf' 2>/dev/null | wc -l)
pictures=$(find "$root/srv/fasthold/.demo" -name '*.png' 2>/dev/null | wc -l)
say "the demo made $papers papers and $pictures pictures"
[ "$papers" -ge 4 ] && [ "$pictures" -ge 8 ] || failed=1
[ -x "$root/srv/fasthold/.venv/bin/fasthold" ] || failed=1
say "$([ "$failed" -eq 0 ] && echo 'both README commands succeed' || echo 'FAILED')"
exit "$failed"
