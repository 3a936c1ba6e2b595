"""Laying out the Debian package and having dpkg-deb build it."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from bundle.content import IDENTIFIER
from bundle.icons import MARK, SIDES

from linux.needs import needs

HERE = Path(__file__).parent
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
CONTROL = """\
Package: fasthold
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: {recommends}
Suggests: gnome-keyring | kwalletmanager
Section: misc
Priority: optional
Description: offline desktop tool of a job-retention consultant
 Fasthold plans the visits to GP practices, catches anonymous flags, keeps
 the consents and prints the papers. Everything lies in one encrypted file
 on the computer, and nothing is ever sent.
"""
MAINTAINER = "The Fasthold maintainers <fasthold@kommune.example>"
CHANGES = """\
fasthold ({version}) unstable; urgency=medium

  * See "What is new" in the help of the program.

 -- {maintainer}  {when}
"""


def build(bundle: Path, made: Path, version: str, out: Path) -> Path:
    """Build the package of `bundle` in `out`; return its path."""
    architecture = ARCHITECTURES[os.uname().machine]
    tree = out / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    _lay_out(bundle, made, version, tree)
    _write_control(bundle, version, architecture, tree)
    _settle_modes(tree)
    target = out / f"fasthold_{version}_{architecture}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(target)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(tree)
    return target


def epoch() -> int:
    """Return the moment this build belongs to: the same source makes the same package."""
    return int(os.environ["SOURCE_DATE_EPOCH"])


def _lay_out(bundle: Path, made: Path, version: str, tree: Path) -> None:
    share, own = tree / "usr" / "share", tree / "usr" / "lib" / "fasthold"
    shutil.copytree(bundle, own, symlinks=True)
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "usr" / "bin" / "fasthold").symlink_to("../lib/fasthold/fasthold")
    _copy(HERE / f"{IDENTIFIER}.desktop", share / "applications")
    _write(share / "metainfo" / f"{IDENTIFIER}.metainfo.xml", metainfo(version))
    for side in SIDES:
        icons = share / "icons" / "hicolor" / f"{side}x{side}" / "apps"
        _copy(made / f"{side}.png", icons, f"{IDENTIFIER}.png")
    _copy(MARK, share / "icons" / "hicolor" / "scalable" / "apps", f"{IDENTIFIER}.svg")
    _write_zipped(share / "man" / "man1" / "fasthold.1.gz", (HERE / "fasthold.1").read_text())
    told = {"version": version, "maintainer": MAINTAINER}
    changes = CHANGES.format(**told, when=_day("%a, %d %b %Y %H:%M:%S +0000"))
    _write_zipped(share / "doc" / "fasthold" / "changelog.gz", changes)
    _write(share / "doc" / "fasthold" / "copyright", _copyright(bundle))


def metainfo(version: str) -> str:
    """Return what software centres are told."""
    text = (HERE / f"{IDENTIFIER}.metainfo.xml.in").read_text(encoding="utf-8")
    return text.replace("@VERSION@", version).replace("@DATE@", _day("%Y-%m-%d"))


def _copyright(bundle: Path) -> str:
    own = "Fasthold. Copyright its maintainers.\n\nThe LGPL and the GPL, version 3, also lie in "
    own += "/usr/share/common-licenses/LGPL-3 and GPL-3.\nThe licences of all parts in full: "
    notice = (bundle / "lib" / "licences" / "NOTICE.txt").read_text(encoding="utf-8")
    return f"{own}/usr/lib/fasthold/lib/licences\n\n{notice}"


def _write_control(bundle: Path, version: str, architecture: str, tree: Path) -> None:
    must, should = needs(bundle)
    size = sum(path.lstat().st_size for path in tree.rglob("*") if not path.is_dir())
    control = CONTROL.format(
        version=version,
        architecture=architecture,
        maintainer=MAINTAINER,
        size=-(-size // 1024),
        depends=", ".join(must),
        recommends=", ".join(should),
    )
    _write(tree / "DEBIAN" / "control", control)
    files = sorted(path for path in (tree / "usr").rglob("*") if path.is_file())
    _write(tree / "DEBIAN" / "md5sums", "".join(_sums(tree, files)))


def _sums(tree: Path, files: Iterable[Path]) -> Iterable[str]:
    for path in files:
        if not path.is_symlink():
            digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
            yield f"{digest}  {path.relative_to(tree)}\n"


def _settle_modes(tree: Path) -> None:
    """Give every file the rights of a package, and the moment of the source."""
    for path in [tree, *tree.rglob("*")]:
        if path.is_symlink():
            continue
        runs = path.is_dir() or (path.name == "fasthold" and path.parent.name == "fasthold")
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (epoch(), epoch()))


def _copy(source: Path, folder: Path, name: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, folder / (name or source.name))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _write_zipped(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def _day(form: str) -> str:
    return datetime.fromtimestamp(epoch(), UTC).strftime(form)
