"""How often a key did not fit since the file was last opened.

Nobody without a key can write in the file, so it is counted beside the machine's settings until the
next one who has a key opens it. Only numbers are kept, under a hash of the place.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from app.domain.problem import FastholdError
from app.system.files import write_whole
from app.system.key_file import KINDS, far_mark
from app.system.paths import config_folder, made

MOST = 9_999


def add_try(workspace: Path, kind: str) -> None:
    """Count a key of `kind` that did not fit; what cannot be kept is not counted."""
    tries = read_tries(workspace)
    tries[kind] = min(tries.get(kind, 0) + 1, MOST)
    with suppress(OSError, FastholdError):
        write_whole(_place(workspace), json.dumps(tries).encode(), overwrite=True)


def read_tries(workspace: Path) -> dict[str, int]:
    """Return how many keys of each kind did not fit; nothing where none is known."""
    try:
        found = json.loads(_place(workspace).read_bytes())
        counts = {kind: min(int(found[kind]), MOST) for kind in sorted(KINDS & set(found))}
    except (OSError, ValueError, TypeError):
        return {}
    return {kind: count for kind, count in counts.items() if count > 0}


def forget_tries(workspace: Path) -> None:
    """Count from the beginning: they stand in the file now."""
    with suppress(OSError):
        _place(workspace).unlink(missing_ok=True)


def _place(workspace: Path) -> Path:
    return made(config_folder() / "tries") / f"{far_mark(workspace)}.json"
