# Sourced by the checks that run in a bare Debian: makes one, and carries in this machine's package settings.
#
# Gives: say, carry, make_bare_root SUITE ROOT [DEBOOTSTRAP OPTION …], bare COMMAND …, and $settings.

say() { echo "== $(date +%T) $*"; }

# Mounts made in a namespace of our own go away with it, however this ends.
in_own_mounts() {
    if [ "$(id -u)" -ne 0 ] || ! command -v debootstrap >/dev/null; then
        echo "This needs root and debootstrap." >&2
        exit 1
    fi
    if [ "${OWN_MOUNTS:-}" != yes ]; then
        OWN_MOUNTS=yes exec unshare --mount --propagation private "$0" "$@"
    fi
}

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

make_bare_root() {
    suite=$1 root=$2
    shift 2
    mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | head -n 1)
    say "making a bare $suite in $root"
    mkdir -p "$root"
    debootstrap --variant=minbase "$@" "$suite" "$root" ${mirror:+"$mirror"} >"$root.log" 2>&1 ||
        { tail -n 20 "$root.log" >&2; exit 1; }
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    say "carrying in package settings and certificates"
    carry /etc/apt/apt.conf.d /etc/apt/trusted.gpg.d /etc/apt/keyrings /usr/share/keyrings \
        /etc/ssl/certs /usr/local/share/ca-certificates /etc/resolv.conf /etc/hosts \
        /etc/pip.conf /etc/xdg/pip "$HOME/.config/pip" "$HOME/.pip"
    mkdir -p "$root$HOME"
}
