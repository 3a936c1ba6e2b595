"""The package for everybody else: a folder that runs from wherever it is put."""

from __future__ import annotations

import lzma
import os
import tarfile
from io import BytesIO
from pathlib import Path

from linux.debian_package import epoch
from linux.needs import needs

README = """\
Fasthold {version}

Pak mappen ud, hvor du vil, og kør »fasthold« i den. Den skal ikke installeres,
og den kræver ingen særlige rettigheder. Dine data ligger ikke i mappen, men i
~/.local/share/Fasthold. Slet mappen, når du vil af med programmet.

Unpack the folder wherever you like, and run "fasthold" in it. It needs no
installation and no special rights. Your data does not lie in the folder but in
~/.local/share/Fasthold. Delete the folder to be rid of the program.

Needed of the system, there on nearly every desktop (Debian names):
{needs}
"""


def build(bundle: Path, version: str, out: Path) -> Path:
    """Pack `bundle` into one archive in `out`; return its path."""
    name = f"fasthold-{version}-linux-{os.uname().machine}"
    target = out / f"{name}.tar.xz"
    must, _should = needs(bundle)
    text = README.format(version=version, needs="\n".join(f"  {need}" for need in must))
    with lzma.open(target, "wb", preset=6) as packed, tarfile.open(fileobj=packed, mode="w") as tar:
        _add_text(tar, f"{name}/README.txt", text)
        for path in sorted(bundle.rglob("*")):
            tar.add(path, f"{name}/{path.relative_to(bundle)}", recursive=False, filter=_plain)
    return target


def _add_text(tar: tarfile.TarFile, name: str, text: str) -> None:
    content = text.encode()
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(content), 0o644
    tar.addfile(_plain(entry), BytesIO(content))


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Take away who built it and when."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = epoch()
    entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
    return entry
