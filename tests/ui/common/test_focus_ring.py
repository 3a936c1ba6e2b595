"""What has the keyboard is seen whole, with the ring round it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from tests.ui.conftest import Show
from ui.common.chips import ChipsField
from ui.common.choice_field import ChoiceBox, ChoiceField
from ui.common.field import Field
from ui.common.focus_ring import bring_into_view
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


def test_the_list_of_a_drop_down_leaves_the_form_where_it_is(show: Show) -> None:
    form, area = Form(), QScrollArea(widgetResizable=True)
    for name in ("one", "two", "three", "four", "five"):
        form.add(name, name, ChoiceField((("a", "Apple"), ("b", "Pear"))))
    area.setWidget(form)
    show(area).resize(400, 230)
    QTest.qWait(20)
    box = form.field("two").findChild(ChoiceBox)
    assert box is not None
    box.showPopup()
    before = area.verticalScrollBar().value()
    box.view().window().move(0, 600)  # as far below as a low screen puts it
    bring_into_view(box.view())
    assert area.verticalScrollBar().value() == before
    box.hidePopup()
