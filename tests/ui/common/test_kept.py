from __future__ import annotations

import sys

import pytest

from ui.common.kept import keep_what_qt_drops


@pytest.mark.parametrize("constant", [None, True, False])
def test_no_day_at_work_uses_up_what_qt_drops(constant: object) -> None:
    keep_what_qt_drops()
    assert sys.getrefcount(constant) > 1_000_000_000
