"""Watching that nothing here opens a way to the net: every socket of this process is seen."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from app.selftest.check import Facts, need

_INTERNET = frozenset({2, 10, 23, 30})  # AF_INET, and AF_INET6 of Linux, Windows and macOS
# What Python tells of, and whether it is about the net: files as addresses stay on this machine.
_WAYS_OUT: Mapping[str, Callable[[tuple[object, ...]], bool]] = {
    "socket.__new__": lambda told: told[1] in _INTERNET,
    "socket.connect": lambda told: isinstance(told[1], tuple),
    "socket.getaddrinfo": lambda _told: True,
    "socket.gethostbyname": lambda _told: True,
}
_TABLES = ("tcp", "tcp6", "udp", "udp6", "raw", "raw6")


class SocketWatch:
    """Counts sockets that could reach the net, from `begin` on and for good."""

    def __init__(self) -> None:
        self._asked: list[str] = []

    def begin(self) -> None:
        """Begin to listen; Python has no way to end this but the end of the process."""
        sys.addaudithook(self._hear)

    def check(self, _folder: Path) -> Facts:
        """Fail if one was asked for, or is open now."""
        need(not self._asked, f"asked for: {' '.join(self._asked)}")
        found = open_internet_sockets()
        need(not found, f"open: {' '.join(found)}")
        return {"asked": 0, "open": len(found)}

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in _WAYS_OUT and _WAYS_OUT[event](arguments):
            self._asked.append(event)


def open_internet_sockets() -> list[str]:
    """Return this process's sockets that stand in the tables of the net; Linux alone tells."""
    own = Path("/proc/self/fd")
    if not own.is_dir():
        return []
    targets = {_target(entry) for entry in own.iterdir()}
    known: set[str] = set()
    for name in _TABLES:
        table = Path("/proc/self/net") / name
        if table.exists():
            known |= {row.split()[9] for row in table.read_text().splitlines()[1:]}
    return sorted(target for target in targets if target.removeprefix("socket:[")[:-1] in known)


def _target(entry: Path) -> str:
    try:
        return str(entry.readlink())
    except OSError:  # closed meanwhile
        return ""
