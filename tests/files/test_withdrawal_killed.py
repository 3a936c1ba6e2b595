"""A withdrawal that is killed leaves all of it or nothing, at whatever point it is killed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.killing import kill_everywhere

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills and forks by POSIX means")


def test_a_withdrawal_that_is_killed_leaves_all_of_it_or_nothing(tmp_path: Path) -> None:
    killed = kill_everywhere(tmp_path, every=12)
    *early, after_commit = killed.left
    assert len(early) >= 3
    assert all(left == killed.before for left in early)
    assert after_commit == killed.after
    assert killed.after == {
        "live_consents": 0,
        "live_cells": 0,
        "planned": 0,
        "open_tasks": 0,
        "forms": 0,
        "links": 0,
        "falls": 1,
        "stops": 3,
        "to_tell": 1,
        "flags_consented": 0,
        "noted": killed.after["noted"],
    }
    assert killed.after["noted"] > killed.before["noted"]
