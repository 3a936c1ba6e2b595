"""Migrations are numbered one by one, and each stands in its place in the list of steps."""

from __future__ import annotations

from app.data.migrate import STEPS
from tests.source import ROOT


def test_every_step_has_its_number_and_none_is_missing() -> None:
    names = sorted(path.stem for path in (ROOT / "app/data/migrations").glob("m[0-9]*.py"))
    assert [name[:5] for name in names] == [f"m{number:04}" for number in range(1, len(names) + 1)]
    assert [step.__name__.rpartition(".")[2] for step in STEPS] == names  # type: ignore[attr-defined]
