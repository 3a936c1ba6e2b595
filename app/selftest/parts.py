"""What the installation is made of: versions, keychain, type, languages, days, absent modules."""

from __future__ import annotations

import platform
import sys
from datetime import date, datetime
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from app.selftest.check import Facts, need
from app.system.own_version import own_version

# Whoever tries to import one of these in the packaged program must not find it. Packaging leaves
# them out; a house test compares the lists.
FORBIDDEN = (
    "_ssl",
    "ssl",
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtSql",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets",
    "hypothesis",
    "pytest",
    "setuptools",
    "sqlite3",
    "tkinter",
)


def is_packaged() -> bool:
    """Whether this is the packaged program, and not the source."""
    return "frozen" in vars(sys)


def versions(_folder: Path) -> Facts:
    """Tell what runs here."""
    return {
        "fasthold": own_version(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "packaged": is_packaged(),
    }


def keychain(_folder: Path) -> Facts:
    """Tell which keychain was found; a computer without one is no fault of the installation."""
    from app.system.keychain import backend

    found = backend()
    if found is None:
        return {"class": "none"}
    kind = type(found)
    return {"class": f"{kind.__module__}.{kind.__qualname__}"}


def typefaces(_folder: Path) -> Facts:
    """Load the type papers are set in."""
    from app.reports.typeface import load_typeface

    signs = load_typeface()
    need(set("æøåÆØÅ»«–…") <= signs, "the typeface lacks Danish letters")
    return {"signs": len(signs)}


def catalogues(_folder: Path) -> Facts:
    """Say a sentence, a day and a holiday in both languages."""
    from app.domain.days import closed_reason
    from app.domain.language import _, in_language
    from app.domain.words import long_day

    with in_language("da"):
        danish = _("Close"), long_day(date(2026, 5, 14)), closed_reason(date(2026, 5, 14))
    with in_language("en"):
        english = _("Close"), long_day(date(2026, 5, 14)), closed_reason(date(2026, 5, 14))
    alike = any(one == other for one, other in zip(danish, english, strict=True))
    need(not alike, "a text is the same in both languages")
    return {"danish": str(danish[1]), "english": str(english[1])}


def time_zone(_folder: Path) -> Facts:
    """Read the clock of Denmark from the data that came along."""
    from app.system.clock import DENMARK

    summer, winter = (datetime(2026, month, 1, 12, tzinfo=DENMARK) for month in (7, 1))
    hours = [str(moment.utcoffset()) for moment in (winter, summer)]
    need(hours == ["1:00:00", "2:00:00"], "the time zone of Denmark is wrong")
    need(_is_there("tzdata.zoneinfo"), "the data of time zones did not come along")
    return {"tzdata": version("tzdata"), "offsets": hours}


def absent(_folder: Path) -> Facts:
    """Look for what the packaged program must not hold; from source it may well be there."""
    if not is_packaged():
        return {"checked": False}
    there = [name for name in FORBIDDEN if _is_there(name)]
    need(not there, f"these must not be there: {' '.join(there)}")
    return {"checked": True, "absent": list(FORBIDDEN)}


def _is_there(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False
