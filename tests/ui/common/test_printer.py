"""Printers are only asked for where they answer on this machine."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ui.common import printer
from ui.common.printer import has_printer


def test_where_no_printing_system_answers_on_the_machine_there_is_no_printer(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(printer, "CUPS", str(tmp_path / "nothing"))
    assert not has_printer()
