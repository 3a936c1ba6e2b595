#!/usr/bin/env bash
# Runs both README commands in a bare Debian: debootstrap's smallest, python3, and nothing else by hand.
#
#   check_readme_in_chroot.sh [SUITE] [FOLDER]     as root; SUITE is bookworm or trixie
#
# Carried in from this machine: the last commit, settings of apt and pip, certificates. No package, no cache.
set -eu

if [ "$(id -u)" -ne 0 ] || ! command -v debootstrap >/dev/null; then
    echo "This needs root and debootstrap." >&2
    exit 1
fi
if [ "${OWN_MOUNTS:-}" != yes ]; then
    # Mounts made in a namespace of our own go away with it, however this ends.
    OWN_MOUNTS=yes exec unshare --mount --propagation private "$0" "$@"
fi

suite=${1:-bookworm}
root=${2:-$(mktemp -d)}/$suite
checkout=$(cd "$(dirname "$0")/../.." && pwd)
mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | head -n 1)

say() { echo "== $(date +%T) $*"; }

# Copies each given file or folder that exists to the same place in the bare root, links followed.
carry() {
    for path in "$@"; do
        [ -e "$path" ] || continue
        mkdir -p "$root$(dirname "$path")"
        cp -rL "$path" "$root$(dirname "$path")/" 2>/dev/null || true
    done
}

# NAME=value of each setting that belongs to pip, a proxy or a certificate store.
mapfile -d '' -t settings < <(env -0 | grep -zE \
    '^(PIP_[A-Z_]+|SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|[a-z]+_proxy|[A-Z]+_PROXY)=')

bare() {
    chroot "$root" env -i HOME="$HOME" PATH=/usr/sbin:/usr/bin:/sbin:/bin "${settings[@]}" "$@"
}

# Runs one README command in the bare root and tells how it went and how long it took.
try() {
    say "$*"
    began=$(date +%s)
    code=0
    bare sh -c 'cd /srv/fasthold && exec "$@"' sh "$@" || code=$?
    say "exit $code after $(($(date +%s) - began)) s: $*"
    return "$code"
}

say "making a bare $suite in $root"
mkdir -p "$root"
debootstrap --variant=minbase --include=python3 "$suite" "$root" ${mirror:+"$mirror"} >"$root.log" 2>&1 ||
    { tail -n 20 "$root.log" >&2; exit 1; }
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"

say "carrying in package settings and certificates"
carry /etc/apt/apt.conf.d /etc/apt/trusted.gpg.d /etc/apt/keyrings /usr/share/keyrings \
    /etc/ssl/certs /usr/local/share/ca-certificates /etc/resolv.conf /etc/hosts \
    /etc/pip.conf /etc/xdg/pip "$HOME/.config/pip" "$HOME/.pip"
mkdir -p "$root$HOME" "$root/srv/fasthold"
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
