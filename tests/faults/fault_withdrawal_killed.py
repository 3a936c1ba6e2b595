"""A withdrawal killed before each single statement of it."""

from __future__ import annotations

from pathlib import Path

from tests.killing import kill_everywhere


def test_a_withdrawal_killed_before_any_statement_leaves_all_of_it_or_nothing(
    tmp_path: Path,
) -> None:
    killed = kill_everywhere(tmp_path, every=1)
    done = [left == killed.after for left in killed.left]
    assert all(left in (killed.before, killed.after) for left in killed.left)
    assert done == sorted(done), "once all of it is there, it stays"
    assert (done.count(False) > 40, done[-1]) == (True, True)
