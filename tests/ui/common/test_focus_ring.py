"""What has the keyboard is seen whole, with the ring round it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from tests.ui.conftest import Show
from ui.common.chips import ChipsField
from ui.common.choice_field import ChoiceField
from ui.common.field import Field
from ui.common.form import Form
from ui.common.note_field import NoteField
from ui.common.paint import RING
from ui.common.text_field import TextField

KINDS: dict[str, Callable[[], Field]] = {
    "text": TextField,
    "note": NoteField,
    "choice": lambda: ChoiceField((("a", "Apple"),)),
    "chips": lambda: ChipsField((("a", "Apple"), ("b", "Pear"))),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_at_the_lower_edge_is_scrolled_wholly_into_view(show: Show, kind: str) -> None:
    form, area = Form(), QScrollArea(widgetResizable=True)
    for name in ("one", "two", "three", "four", "five"):
        form.add(name, name, KINDS[kind]())
    area.setWidget(form)
    show(area).resize(400, 230)
    QTest.qWait(20)
    editor = form.field("three").editor()
    shown = form.field("three")
    editor.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.qWait(20)
    seen = QRect(shown.mapTo(area.viewport(), QPoint(0, 0)), shown.size())
    assert area.viewport().rect().contains(seen.adjusted(0, -RING, 0, RING))
