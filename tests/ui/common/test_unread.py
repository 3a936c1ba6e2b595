"""PySide reads no source of ours on the way to the first window."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

import ui.common.unread  # noqa: F401


def test_no_source_is_read_when_a_module_is_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[object] = []

    def source(module: object) -> str:
        read.append(module)
        return ""

    (tmp_path / "brought_in.py").write_text("from PySide6.QtCore import QObject\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(inspect, "getsource", source)
    __import__("brought_in")
    assert read == []
