"""A withdrawal killed before each single statement of it."""

from __future__ import annotations

from pathlib import Path

from tests.killing import kill_everywhere


def test_a_withdrawal_killed_before_any_statement_leaves_all_of_it_or_nothing(
    tmp_path: Path,
) -> None:
    killed = kill_everywhere(tmp_path, every=1)
    *early, after_commit = killed.left
    assert len(early) > 40
    assert all(left == killed.before for left in early)
    assert after_commit == killed.after
