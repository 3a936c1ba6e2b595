"""Packaging is no package of Fasthold: its modules are found in their own folder."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest

from tests.source import ROOT


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    """Return what brings in a module of packaging/ by its name."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    return import_module
