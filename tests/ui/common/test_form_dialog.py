from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.domain.problem import Problem, Refused, Rejected
from tests.ui.conftest import Show
from tests.windows import click, find, type_into
from ui.common.button import Button
from ui.common.day_field import DayField
from ui.common.dialog import WIDEST
from ui.common.draft_memory import DraftMemory
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.notice import Notice
from ui.common.text_field import TextField


@dataclass(frozen=True, slots=True, kw_only=True)
class FruitDraft:
    name: str = ""


class FruitDialog(FormDialog[FruitDraft]):
    @override
    def build(self, form: Form) -> None:
        form.add("name", "Name", TextField())


@dataclass(frozen=True, slots=True, kw_only=True)
class PickedDraft:
    picked_on: str = ""


class PickedDialog(FormDialog[PickedDraft]):
    @override
    def build(self, form: Form) -> None:
        form.add("picked_on", "Picked on", DayField(lambda: date(2026, 9, 9)))


Open = Callable[..., FruitDialog]


@pytest.fixture
def opened(qtbot: QtBot, show: Show) -> Iterator[Open]:
    window = show(QWidget())

    def ask(
        submit: Callable[[FruitDraft], object], memory: DraftMemory | None = None
    ) -> FruitDialog:
        dialog = FruitDialog("New fruit", FruitDraft(), submit, window, memory=memory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        with qtbot.waitActive(dialog):
            dialog.open()
            dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    yield ask
    for dialog in window.findChildren(FruitDialog):
        dialog.hide()


def told(dialog: FruitDialog) -> list[str]:
    return [notice.what() for notice in dialog.findChildren(Notice) if notice.isVisible()]


def refuse(_: FruitDraft) -> None:
    raise Rejected([Problem("name", "Write a name.")])


def test_what_is_typed_is_handed_over_and_the_dialog_closes(opened: Open) -> None:
    saved: list[FruitDraft] = []
    dialog = opened(saved.append)
    type_into(dialog, "name", "fig")
    click(dialog, "save")
    assert saved == [FruitDraft(name="fig")]
    assert not dialog.isVisible()


def test_two_hundred_clicks_on_save_are_one_act(opened: Open) -> None:
    saved: list[FruitDraft] = []
    dialog = opened(saved.append)
    save = find(dialog, Button, "save")
    for _click in range(200):
        save.click()
    assert len(saved) == 1


def test_a_refused_form_can_be_saved_once_it_is_mended(opened: Open) -> None:
    saved: list[FruitDraft] = []

    def submit(draft: FruitDraft) -> None:
        if not draft.name:
            refuse(draft)
        saved.append(draft)

    dialog = opened(submit)
    for _click in range(200):
        click(dialog, "save")
    type_into(dialog, "name", "fig")
    click(dialog, "save")
    assert saved == [FruitDraft(name="fig")]


def test_ctrl_enter_saves(opened: Open, qtbot: QtBot) -> None:
    saved: list[FruitDraft] = []
    dialog = opened(saved.append)
    field = find(dialog, QLineEdit, "name")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert saved == [FruitDraft()]


def test_a_bad_draft_keeps_the_dialog_and_says_why(opened: Open) -> None:
    dialog = opened(refuse)
    type_into(dialog, "name", " ")
    click(dialog, "save")
    assert dialog.isVisible()
    assert find(dialog, QLabel, "name_problem").text() == "Write a name."
    assert dialog.draft() == FruitDraft(name=" ")


def test_a_refusal_is_scrolled_into_view(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(refuse)
    area = find(dialog, QScrollArea)
    dialog.form.add_widget(Tall())
    dialog.form.add("colour", "Colour", TextField())
    for name, problem in (("colour", "Write a colour."), ("name", "Write a name.")):
        dialog.form.show_problems([Problem(name, problem)])
        said = find(dialog, QLabel, f"{name}_problem")
        qtbot.waitUntil(partial(is_seen, area, said))
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    dialog.form.show_problems([Problem("basket", "Choose a basket first.")])
    notice = next(one for one in dialog.form.findChildren(Notice) if one.isVisible())
    qtbot.waitUntil(partial(is_seen, area, notice))


def is_seen(area: QScrollArea, widget: QWidget) -> bool:
    place = QRect(widget.mapTo(area.viewport(), QPoint(0, 0)), widget.size())
    return area.viewport().rect().contains(place)


class Tall(QWidget):
    """More than any screen shows at once."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(100, 3_000)


def test_a_refusal_is_told_in_the_dialog(opened: Open) -> None:
    def no(_: FruitDraft) -> None:
        raise Refused("There is no consent yet.")

    dialog = opened(no)
    click(dialog, "save")
    assert told(dialog) == ["There is no consent yet."]


def test_escape_closes_what_nobody_touched(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(refuse)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_escape_asks_before_it_throws_away_what_was_typed(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(refuse)
    type_into(dialog, "name", "fig")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert told(dialog) == ["What you typed is not saved."]
    click(dialog, "keep_writing")
    assert dialog.draft() == FruitDraft(name="fig")
    click(dialog, "cancel")
    click(dialog, "throw_away")
    assert not dialog.isVisible()


def test_an_unfinished_edit_is_shown_with_the_saved_one_a_press_away(opened: Open) -> None:
    memory = DraftMemory(lambda _: None, lambda: None, '{"name": "half a fi"}')
    dialog = opened(refuse, memory)
    assert told(dialog) == ["You were in the middle of this."]
    assert dialog.draft() == FruitDraft(name="half a fi")
    notice = next(notice for notice in dialog.findChildren(Notice) if notice.isVisible())
    click(notice, "act_0")
    assert dialog.draft() == FruitDraft()
    click(notice, "act_0")
    assert dialog.draft() == FruitDraft(name="half a fi")


def test_escape_throws_no_unfinished_edit_away_that_is_out_of_sight(
    opened: Open, qtbot: QtBot
) -> None:
    dropped: list[bool] = []
    memory = DraftMemory(lambda _: None, lambda: dropped.append(True), '{"name": "half a fi"}')
    dialog = opened(refuse, memory)
    click(next(one for one in dialog.findChildren(Notice) if one.isVisible()), "act_0")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.draft() == FruitDraft(name="half a fi")
    assert told(dialog) == ["What you typed is not saved."]
    assert dropped == []


def test_saving_forgets_the_unfinished_edit(opened: Open) -> None:
    dropped: list[bool] = []
    memory = DraftMemory(lambda _: None, lambda: dropped.append(True))
    dialog = opened(lambda _: None, memory)
    type_into(dialog, "name", "fig")
    click(dialog, "save")
    assert dropped == [True]


def test_a_day_written_out_as_the_form_closes_is_no_unfinished_edit(
    show: Show, qtbot: QtBot
) -> None:
    kept: list[str] = []
    memory = DraftMemory(kept.append, kept.clear)
    dialog = PickedDialog("Pick", PickedDraft(), lambda _: None, show(QWidget()), memory=memory)
    with qtbot.waitActive(dialog):
        dialog.open()
        dialog.activateWindow()
    line = find(dialog, QLineEdit, "picked_on")
    qtbot.keyClicks(line, "tomorrow")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.accept()
    line.editingFinished.emit()  # as when its window goes
    memory.flush()
    assert kept == []


def test_the_title_bar_says_nothing_of_the_work(opened: Open) -> None:
    dialog = opened(refuse)
    assert dialog.windowTitle() == "Fasthold"
    assert dialog.accessibleName() == "New fruit"
    assert dialog.width() <= WIDEST
