"""The system packages Fasthold's window needs on Debian, Ubuntu and their kin."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig

# Each line is one need; where releases name it differently, the newer name stands first.
# Debian 13 and Ubuntu 24.04 renamed libraries for 64-bit time (t64).
LIBRARIES = (
    ("libglib2.0-0t64", "libglib2.0-0"),
    ("libxcb-shape0",),
    ("libxcb-cursor0",),
    ("libxcb-icccm4",),
    ("libxcb-keysyms1",),
    ("libxcb-image0",),
    ("libxcb-render-util0",),
    ("libxcb-randr0",),
    ("libxcb-shm0",),
    ("libxcb-sync1",),
    ("libxcb-xfixes0",),
    ("libxcb-xkb1",),
    ("libx11-xcb1",),
    ("libxkbcommon-x11-0",),
    ("libegl1",),
    ("libgl1",),
    ("libdbus-1-3",),
    ("libfontconfig1",),
    ("libfreetype6",),
    ("libwayland-cursor0",),
    ("libgssapi-krb5-2",),  # QtPdf is linked to Qt's network library, which is linked to this
)

# What packing needs: PyInstaller looks into libraries with binutils, and takes Python's own along,
# which Debian keeps in a package of its own; the installer for Windows is compiled by nsis.
PACKING = (("binutils",), ("nsis",), ("dpkg",), ("xz-utils",))


def install_missing_packages(*, packing: bool = False) -> None:
    """Install what is missing as root; otherwise say the one line that does, and stop."""
    if shutil.which("dpkg-query") is None or shutil.which("apt-get") is None:
        return
    missing = _missing_needs(packing=packing)
    if not missing:
        return
    if os.geteuid() != 0:
        wanted = " ".join(_choose(need) for need in missing)
        sys.exit(
            f"Some system packages are missing. Run this, then try again:\n"
            f"sudo apt-get install {wanted}"
        )
    _apt("update", "-qq")
    names = [_choose(need) for need in missing]
    print("Installing system packages: " + " ".join(names), flush=True)
    _apt("install", "-y", "-qq", "--no-install-recommends", *names)


def _missing_needs(*, packing: bool) -> list[tuple[str, ...]]:
    needs = [*LIBRARIES, *(PACKING if packing else ())]
    if packing and not sysconfig.get_config_var("LDLIBRARY").endswith(".so"):
        needs.append((f"libpython3.{sys.version_info.minor}",))
    if importlib.util.find_spec("ensurepip") is None:
        needs.insert(0, (f"python3.{sys.version_info.minor}-venv",))
    installed = _installed({name for need in needs for name in need})
    return [need for need in needs if installed.isdisjoint(need)]


def _installed(names: set[str]) -> set[str]:
    # Names dpkg never heard of go to stderr with exit 1; the others are still listed.
    answer = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *sorted(names)],
        capture_output=True,
        text=True,
        check=False,
    )
    lines = (line.split() for line in answer.stdout.splitlines())
    return {words[0] for words in lines if words[-1] == "installed"}


def _choose(need: tuple[str, ...]) -> str:
    for name in need[:-1]:
        policy = subprocess.run(
            ["apt-cache", "policy", name],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
        if "Candidate:" in policy.stdout and "Candidate: (none)" not in policy.stdout:
            return name
    return need[-1]


def _apt(*arguments: str) -> None:
    done = subprocess.run(
        ["apt-get", *arguments],
        stdout=subprocess.DEVNULL,
        check=False,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    )
    if done.returncode != 0:
        sys.exit(f"apt-get {arguments[0]} failed; its own words stand above.")
