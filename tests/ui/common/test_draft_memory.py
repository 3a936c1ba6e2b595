from __future__ import annotations

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from app.domain.problem import DiskFull
from tests.ui.conftest import Show
from tests.windows import type_into
from ui.common.button import Button
from ui.common.draft_memory import DraftMemory, flush_all, pack, unpack
from ui.common.field import FieldValue
from ui.common.form import Form
from ui.common.text_field import TextField


class Drawer:
    """Where a test keeps what the memory hands out."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.dropped = 0

    def drop(self) -> None:
        self.dropped += 1


@pytest.fixture
def drawer() -> Drawer:
    return Drawer()


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form()
    form.add("name", "Name", TextField())
    qtbot.addWidget(form)
    return form


@pytest.fixture
def memory(form: Form, drawer: Drawer) -> DraftMemory:
    memory = DraftMemory(drawer.kept.append, drawer.drop)
    memory.watch(form)
    return memory


def test_what_is_typed_is_kept_within_a_second(
    qtbot: QtBot, form: Form, memory: DraftMemory, drawer: Drawer
) -> None:
    type_into(form, "name", "fig")
    qtbot.waitUntil(lambda: drawer.kept == ['{"name": "fig"}'], timeout=1_000)


def test_one_who_never_rests_is_kept_after_a_second(
    qtbot: QtBot, form: Form, memory: DraftMemory, drawer: Drawer
) -> None:
    for _ in range(8):
        qtbot.keyClicks(form.field("name").editor(), "a")
        qtbot.wait(150)
    assert drawer.kept


def test_the_lock_keeps_everything_at_once(form: Form, memory: DraftMemory, drawer: Drawer) -> None:
    type_into(form, "name", "fig")
    flush_all()
    assert drawer.kept == ['{"name": "fig"}']
    flush_all()
    assert len(drawer.kept) == 1


def test_leaving_a_field_keeps_it_at_once(
    form: Form, memory: DraftMemory, drawer: Drawer, show: Show
) -> None:
    button = Button("Elsewhere")
    show(form, button)
    type_into(form, "name", "fig")
    button.setFocus()
    assert drawer.kept == ['{"name": "fig"}']


def test_what_was_saved_is_forgotten(form: Form, memory: DraftMemory, drawer: Drawer) -> None:
    type_into(form, "name", "fig")
    memory.drop()
    flush_all()
    assert drawer.dropped == 1
    assert not drawer.kept


def test_failure_is_told_and_tried_again(qtbot: QtBot, form: Form) -> None:
    def full(_: str) -> None:
        raise DiskFull

    memory = DraftMemory(full, lambda: None)
    memory.watch(form)
    type_into(form, "name", "fig")
    for _ in range(2):
        with qtbot.waitSignal(memory.failed):
            memory.flush()


@pytest.mark.parametrize("text", ["", "[1]", "{", '"a"', '{"name": 3}'])
def test_what_cannot_be_read_back_is_nothing(text: str) -> None:
    assert unpack(text) == {}


def test_what_is_kept_comes_back_as_it_was() -> None:
    values: dict[str, FieldValue] = {"name": "æ\u202e👩", "colours": ("r", "g"), "ripe": True}
    assert unpack(pack(values)) == values


def test_a_form_that_was_closed_before_does_not_stop_the_lock(form: Form, drawer: Drawer) -> None:
    gone = DraftMemory(drawer.kept.append, drawer.drop, parent=form)
    gone.watch(form)
    shiboken6.delete(gone)
    flush_all()
    assert drawer.kept == []
