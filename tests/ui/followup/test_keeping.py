"""The page of a restricted person: what is closed says why, and nothing that was closed before for
a reason of its own is opened by lifting it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.conftest import Show
from ui.common.button import Button
from ui.keeping.closed import Closed


def test_what_is_closed_says_why_and_is_open_again_as_it_was(qtbot: QtBot, show: Show) -> None:
    open_one, closed_one = Button("A", keys="Ctrl+M"), Button("B")
    closed_one.setEnabled(False)
    closed_one.setToolTip("No party yet")
    show(open_one, closed_one)
    before = open_one.accessibleDescription()
    closed = Closed([open_one, closed_one])
    closed.close("Restricted.")
    assert closed.is_closed
    assert [one.isEnabled() for one in (open_one, closed_one)] == [False, False]
    assert (open_one.toolTip(), open_one.accessibleDescription()) == ("Restricted.", "Restricted.")
    assert closed_one.toolTip() == "No party yet"
    closed.open()
    assert [one.isEnabled() for one in (open_one, closed_one)] == [True, False]
    assert (open_one.toolTip(), open_one.accessibleDescription()) == ("", before)
