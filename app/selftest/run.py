"""The checks in their order, and carrying them out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from platformdirs.testing import isolated_dirs

from app.selftest import parts, work
from app.selftest.check import Check, Told, attempt
from app.selftest.network import SocketWatch

CHECKS = (
    Check("versions", parts.versions),
    Check("cipher", work.cipher),
    Check("keychain", parts.keychain),
    Check("typefaces", parts.typefaces),
    Check("catalogues", parts.catalogues),
    Check("time zone", parts.time_zone),
    Check("workspace", work.workspace),
    Check("absent modules", parts.absent),
)


def run(more: Iterable[Check] = ()) -> Iterator[Told]:
    """Carry out every check, `more` among them, and last of all see that no socket was opened."""
    watch = SocketWatch()
    watch.begin()
    # The folders of this user stay untouched: keys, settings and log go to the temporary one too.
    with TemporaryDirectory(prefix="fasthold-selftest-") as place, isolated_dirs(place):
        for check in (*CHECKS, *more, Check("no network", watch.check)):
            yield attempt(check, Path(place))
