"""The log: event names from a closed list and numbers, never a word that a person typed.

Messages of exceptions quote what people wrote (`KeyError: 'Jens'`), so neither messages, nor
locals, nor source lines are ever written: only class names and places in our own packages.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType

from typing_extensions import override

NAME = "fasthold"
EVENTS = frozenset(
    {
        "app.started",
        "app.closed",
        "audit.not_written",
        "crash",
        "file.made",
        "file.opened",
        "file.migrated",
        "file.copied",
        "file.locked",
        "file.saves_missing",
        "file.checkpoint_failed",
        "file.state_not_written",
        "ledger.not_written",
        "keys.healed",
        "keys.not_healed",
        "keychain.silent",
        "settings.value_ignored",
    }
)
_OUR_PACKAGES = ("app", "ui")


def start(folder: Path) -> Path:
    """Write the log of this run into `folder` from now on; return the file."""
    from logging.handlers import RotatingFileHandler  # slow, and the first window needs none

    path = folder / "fasthold.log"
    handler = RotatingFileHandler(path, maxBytes=256_000, backupCount=2, encoding="utf-8")
    handler.setFormatter(_Formatter())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger(NAME).setLevel(logging.INFO)
    logging.lastResort = None
    for loud in ("sqlalchemy", "alembic", "PIL", "fontTools", "reportlab", "keyring"):
        logging.getLogger(loud).setLevel(logging.WARNING)
    return path


def event(name: str, level: int = logging.INFO, **numbers: float) -> None:
    """Note that something of the closed list `EVENTS` happened."""
    if name not in EVENTS:
        raise ValueError("not an event of the list")
    logging.getLogger(NAME).log(level, name, extra={"numbers": numbers})


def crash(lines: Sequence[str]) -> None:
    """Note a crash, of which `crash_lines` tells."""
    logging.getLogger(NAME).error("crash", extra={"lines": lines})


def crash_lines(error: BaseException) -> tuple[str, ...]:
    """Return class names and our own `module:line` places, innermost error first."""
    return tuple(line for one in _chain(error) for line in _lines(one))


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__


def _lines(error: BaseException) -> Iterator[str]:
    kind = type(error)
    yield f"{kind.__module__}.{kind.__qualname__}"
    yield from (f"  {place}" for place in _places(error.__traceback__))


def _places(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        if module.split(".", 1)[0] in _OUR_PACKAGES:
            yield f"{module}:{trace.tb_lineno}"
        trace = trace.tb_next


class _Formatter(logging.Formatter):
    """Writes time, level, event and numbers; of foreign records only who spoke."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        moment = self.formatTime(record, "%Y-%m-%dT%H:%M:%S")
        ours = record.name.split(".", 1)[0] == NAME and record.msg in EVENTS
        said = record.msg if ours else f"library.{record.name}"
        return " ".join([moment, record.levelname, str(said), *self._details(record)])

    @staticmethod
    def _details(record: logging.LogRecord) -> list[str]:
        numbers = record.__dict__.get("numbers", {})
        listed = [f"{key}={float(value):g}" for key, value in numbers.items()]
        return [*listed, *(f"\n  {line}" for line in record.__dict__.get("lines", ()))]
