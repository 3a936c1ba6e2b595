#!/usr/bin/env bash
# Plays first.exe and second.exe in wine: install, upgrade, remove, all in silence. Run in the bare root by
# check_in_wine.sh, as a user without rights.
set -u

exes=$1
export WINEPREFIX=$HOME/.wine WINEDEBUG=-all DISPLAY=:98 WINEDLLOVERRIDES=mscoree,mshtml=
failed=0

must() {
    what=$1
    shift
    if "$@"; then echo "ok     $what"; else echo "FAILED $what"; failed=1; fi
}
none() { [ ! -e "$1" ]; }
listed() {
    wine reg query 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Fasthold' 2>/dev/null |
        grep -q "DisplayVersion.*$1"
}

Xvfb "$DISPLAY" -screen 0 1024x768x24 >/dev/null 2>&1 &
screen=$!
sleep 2
wineboot --init >/dev/null 2>&1
wineserver --wait
local=$WINEPREFIX/drive_c/users/$(whoami)/AppData/Local
program=$local/Programs/Fasthold
start=$WINEPREFIX/drive_c/users/$(whoami)/AppData/Roaming/Microsoft/Windows/'Start Menu'/Programs/Fasthold.lnk
mkdir -p "$local/Fasthold"
echo kept >"$local/Fasthold/workspace.fasthold"

must "installs in silence" wine "$exes/first.exe" /S
must "both programs are there" test -f "$program/fasthold.exe" -a -f "$program/fasthold-console.exe"
must "it stands in the start menu" test -f "$start"
must "Windows lists its version" listed 1.0.0
must "upgrades in place" wine "$exes/second.exe" /S
must "Windows lists the new version" listed 1.0.1
must "what is new came" test -f "$program/lib/new-in-second.txt"
must "what is no longer there went" none "$program/lib/openssl.cnf"
touch "$program/mine.txt"
# _? keeps the uninstaller in place, so that it can be waited for; it then stays itself.
must "is removed in silence" wine "$program/uninstall.exe" /S "_?=C:\\users\\$(whoami)\\AppData\\Local\\Programs\\Fasthold"
must "the programs and libraries are gone" none "$program/lib"
must "the start menu forgot it" none "$start"
must "Windows lists it no longer" sh -c "! wine reg query 'HKCU\\Software\\Fasthold' >/dev/null 2>&1"
must "a file of somebody else's stayed" test -f "$program/mine.txt"
must "the workspace stayed" grep -q kept "$local/Fasthold/workspace.fasthold"

wineserver --kill
kill "$screen"
exit "$failed"
