"""How long it takes to walk an audit trail of many years."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from guard_bench import Figure
from platformdirs.testing import isolated_dirs

from app.bootstrap import open_services
from app.data.audit import FIRST, Trail
from app.data.engine import raw_connect
from app.domain.audit import AuditCheck
from app.services.workspace import make_database
from app.system import keys
from app.system.clock import now_utc

ENTRIES = 100_000  # some twenty years of a busy consultant
AT, PEOPLE = "2026-09-09T10:30:00+00:00", 40


def audit_figures(runs: int) -> list[Figure]:
    """Time the check of a long trail; the middle one of some."""
    with tempfile.TemporaryDirectory() as place, isolated_dirs(place):
        path, dek = Path(place) / "bench.fasthold", keys.new_key()
        make_database(path, dek)
        _fill(path, dek)
        services = open_services(path, dek)
        with closing(services.vault):
            seconds = sorted(_timed(services.audit.check) for _ in range(max(1, runs // 5)))
    return [Figure("audit trail, 100,000 entries walked", seconds[len(seconds) // 2], "s", most=2)]


def _timed(check: Callable[[], AuditCheck]) -> float:
    began = time.perf_counter()
    found = check()
    if found.fault is not None:
        raise RuntimeError("a trail nobody touched does not fit")
    return time.perf_counter() - began


def _fill(path: Path, dek: bytes) -> None:
    trail, mac, rows = Trail(keys.sub_key(dek, "audit"), b"", now_utc), FIRST, []
    for seq in range(1, ENTRIES + 1):
        body = (seq, AT, "viewed", f"{seq % PEOPLE:032x}", "[]", mac)
        mac = trail.seal(body)
        rows.append((*body, mac))
    with closing(raw_connect(path, dek, leak_ok=lambda _: True)) as file:
        file.execute("BEGIN")
        file.executemany("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        file.execute("COMMIT")
