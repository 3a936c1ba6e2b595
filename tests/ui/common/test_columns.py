from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from tests.ui.conftest import Show
from ui.common.columns import Columns

GAP = 16


def test_stacked_columns_stand_right_below_each_other(show: Show) -> None:
    columns, first, second = Columns(gap=GAP), QLabel("first"), QLabel("second")
    columns.add_left(first)
    columns.add_right(second)
    show(columns).resize(500, 700)
    below = first.mapTo(columns, QPoint(0, first.height())).y()
    assert second.mapTo(columns, QPoint(0, 0)).y() - below == GAP
