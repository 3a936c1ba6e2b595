#!/usr/bin/env bash
# Installs the Debian package in a bare Debian by apt alone, plays the main job in the installed program, upgrades
# over it, and removes it: the workspace must stay, and no socket of the net may have been asked for.
#
#   check_in_chroot.sh PACKAGE.deb [SUITE] [FOLDER] [NEXT.deb]     as root; SUITE is bookworm or trixie
#
# NEXT.deb is the package to upgrade to; without one, PACKAGE.deb is given a higher version and taken for it.
# Pictures and papers of the run lie in FOLDER/SUITE.pictures.
set -eu
. "$(dirname "$0")/bare_root.sh"
in_own_mounts "$@"

package=$(readlink -f "$1")
suite=${2:-bookworm}
folder=${3:-$(mktemp -d)}
here=$(cd "$(dirname "$0")" && pwd)
phrase=havre-kaffe-vindue-bro-lygte
display=:97
failed=0

must() {
    what=$1
    shift
    if "$@"; then say "ok     $what"; else say "FAILED $what"; failed=1; fi
}

# As a colleague, who is no administrator.
as_colleague() {
    bare runuser -u colleague -- env HOME=/srv/colleague DISPLAY="$display" LANG=C.UTF-8 "$@"
}

# One line for each thing that must hold; what it says itself goes to the log.
quietly() { "$@" >>"$folder/$suite.log" 2>&1; }

apt_installs() {
    quietly bare env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

whole() { as_colleague fasthold --selftest --json >"$folder/$suite.selftest"; }

later_version() {
    [ -z "${next:-}" ] || return 0
    work=$(mktemp -d)
    dpkg-deb --raw-extract "$package" "$work/tree"
    sed -i 's/^Version: .*/&+later/' "$work/tree/DEBIAN/control"
    next=$work/later.deb
    dpkg-deb --root-owner-group -Zgzip -z1 --build "$work/tree" "$next" >/dev/null
}

make_bare_root "$suite" "$folder/$suite"
bare useradd --create-home --home-dir /srv/colleague colleague

say "installing by apt alone"
cp "$package" "$root/srv/first.deb"
bare apt-get update -qq
must "installs" apt_installs /srv/first.deb
bare dpkg --list | awk '/^ii/ { print $2 }' | sort >"$folder/$suite.packages"
must "the program is whole" whole

say "a screen and a hand for it (no part of what Fasthold needs)"
apt_installs xvfb xdotool imagemagick strace openbox
mkdir -p "$root/srv/play"
cp "$here/play_main_job.sh" "$root/srv/play/"
bare chown -R colleague /srv/play
bare sh -c "Xvfb $display -screen 0 1366x768x24 >/dev/null 2>&1 & sleep 2"
as_colleague sh -c "openbox >/dev/null 2>&1 & sleep 1"

say "the main job"
as_colleague env QT_QPA_PLATFORM=offscreen fasthold demo /srv/colleague/made --today "$(date +%F)" >/dev/null 2>&1
must "made a workspace and papers" test -s "$root/srv/colleague/made/demo.fasthold"
as_colleague sh -c 'cd && exec strace -f -qq -e trace=network -o /srv/play/network fasthold --lang en \
    --file /srv/colleague/made/demo.fasthold' >/dev/null 2>"$folder/$suite.said" &
must "the main job is done" as_colleague bash /srv/play/play_main_job.sh "$phrase" \
    /srv/colleague/papers /srv/play/pictures
as_colleague xdotool key ctrl+q
wait
mkdir -p "$folder/$suite.pictures"
cp -r "$root/srv/play/pictures/." "$root/srv/play/network" "$root/srv/colleague/papers/." "$folder/$suite.pictures/"
must "sockets were watched" grep -q AF_UNIX "$root/srv/play/network"
must "no socket of the net" sh -c "! grep -E 'AF_INET6?' '$root/srv/play/network'"

say "upgrading over it"
next=${4:-}
later_version
cp "$next" "$root/srv/next.deb"
before=$(sha256sum <"$root/srv/colleague/made/demo.fasthold")
must "upgrades" apt_installs /srv/next.deb
must "the upgraded program is whole" whole
must "dpkg finds every file as it was packed" sh -c "[ -z \"\$(chroot '$root' dpkg --verify fasthold)\" ]"

say "removing it"
must "goes" quietly bare env DEBIAN_FRONTEND=noninteractive apt-get purge -y -qq fasthold
must "nothing of it is left in the system" sh -c "[ ! -e '$root/usr/lib/fasthold' ] && [ ! -e '$root/usr/bin/fasthold' ]"
must "the workspace stayed as it was" [ "$before" = "$(sha256sum <"$root/srv/colleague/made/demo.fasthold")" ]
must "the other files of the colleague stayed" test -d "$root/srv/colleague/papers"

say "$([ "$failed" -eq 0 ] && echo "all is well in $suite" || echo FAILED)"
# Whatever still runs in there was started here.
for process in /proc/[0-9]*; do
    if [ "$(readlink "$process/root")" = "$root" ]; then kill "${process#/proc/}"; fi
done
exit "$failed"
