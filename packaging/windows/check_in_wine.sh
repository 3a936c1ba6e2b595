#!/usr/bin/env bash
# Plays the installer for Windows in wine, in a bare Debian: what it does to files, menu and registry. Whether the program runs on
# Windows it cannot tell: the bundle is of this system.
#
#   check_in_wine.sh [FOLDER]     as root, on x86-64, after `dev.py package`
set -eu
. "$(dirname "$0")/../linux/bare_root.sh"
in_own_mounts "$@"

here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$here/../.." && pwd)/.build
folder=${1:-$(mktemp -d)}

make_bare_root bookworm "$folder/wine"
bare useradd --create-home --home-dir /srv/colleague colleague
say "compiling two small installers"
"$here/../../.venv/bin/python" "$here/two_installers.py" "$build/dist/fasthold" "$build/made/fasthold.ico" "$root/srv"
say "wine"
bare dpkg --add-architecture i386
bare apt-get update -qq
bare env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends wine wine32 wine64 xvfb \
    >"$root.log" 2>&1
cp "$here/play_installer.sh" "$root/srv/"
failed=0
bare runuser -u colleague -- env HOME=/srv/colleague bash /srv/play_installer.sh /srv || failed=1
say "$([ "$failed" -eq 0 ] && echo 'the installer does what it should' || echo FAILED)"
exit "$failed"
