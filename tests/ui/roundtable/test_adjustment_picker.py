"""An adjustment is taken from the catalogue by keyboard, in the language of the plan."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.adjustment import AdjustmentDraft
from app.domain.agreement import AgreementDraft
from tests.clock import Clock
from tests.windows import click, find, in_front, opened, press, type_into, words
from ui.common.rows import RowList
from ui.common.segments import Segments
from ui.roundtable.adjustment_acts import AdjustmentDialog
from ui.roundtable.adjustment_picker import AdjustmentPicker
from ui.roundtable.part_dialog import AgreementDialog


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(window: QWidget, services: Services, clock: Clock) -> AgreementDialog:
    dialog = AgreementDialog("New", AgreementDraft(), lambda _draft: None, clock.today, window)
    dialog.offer_catalogue(services.adjustment, lambda like, over: own_dialog(services, like, over))
    dialog.open()
    return dialog


def own_dialog(services: Services, like: AdjustmentDraft, over: QWidget) -> AdjustmentDialog:
    dialog = AdjustmentDialog("New", like, services.adjustment.add_adjustment, over)
    dialog.open()
    return dialog


def leave(dialog: AgreementDialog) -> None:
    for picker in dialog.findChildren(AdjustmentPicker):
        picker.reject()
    dialog.throw_away()


def picker_of(dialog: AgreementDialog) -> AdjustmentPicker:
    click(dialog, "choose_adjustment")
    picker = opened(dialog, AdjustmentPicker)
    in_front(picker)
    return picker


def find_and_take(picker: AdjustmentPicker, text: str) -> None:
    type_into(picker, "find_adjustment", text)
    QTest.keyClick(find(picker, QWidget, "find_adjustment"), Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)


def typed(dialog: AgreementDialog) -> tuple[str, str]:
    draft = dialog.draft()
    return draft.function, draft.adjustment


def test_a_line_brings_its_function_along(dialog: AgreementDialog) -> None:
    find_and_take(picker_of(dialog), "støj plads")
    assert typed(dialog) == ("Noise", "Seat away from traffic and machines")
    leave(dialog)


def test_a_second_line_stands_after_the_first_and_leaves_the_function(
    dialog: AgreementDialog,
) -> None:
    type_into(dialog, "function", "Kort koncentrationsspand")
    type_into(dialog, "adjustment", "Rolig plads.")
    find_and_take(picker_of(dialog), "checklists")
    assert typed(dialog) == (
        "Kort koncentrationsspand",
        "Rolig plads. Checklists for fixed procedures",
    )
    leave(dialog)


def test_the_plan_may_be_in_the_other_language(dialog: AgreementDialog) -> None:
    picker = picker_of(dialog)
    find(picker, Segments).set_value("da")
    picker._show()
    find_and_take(picker, "checklists")
    assert typed(dialog) == ("Hukommelse", "Tjeklister ved faste arbejdsgange")
    leave(dialog)


def test_it_begins_with_what_is_hard_if_the_list_knows_it(dialog: AgreementDialog) -> None:
    type_into(dialog, "function", "Memory")
    rows = find(picker_of(dialog), RowList, "adjustments").rows()
    assert all("Memory · ICF b144" in row.accessibleName() for row in rows)
    leave(dialog)


def test_what_nobody_has_thought_of_is_to_be_written_oneself(dialog: AgreementDialog) -> None:
    picker = picker_of(dialog)
    type_into(picker, "find_adjustment", "hængekøje")
    assert "Write the adjustment yourself" in words(picker)
    leave(dialog)


def test_ones_own_line_stands_first_and_says_so(
    dialog: AgreementDialog, services: Services
) -> None:
    services.adjustment.add_adjustment(AdjustmentDraft(function="noise", text="Ørepropper"))
    first = find(picker_of(dialog), RowList, "adjustments").rows()[0]
    assert first.accessibleName() == "Ørepropper, Noise · ICF b230, b156, e250 · own"
    leave(dialog)


def test_the_agreement_knows_which_lines_it_was_made_of(dialog: AgreementDialog) -> None:
    find_and_take(picker_of(dialog), "checklists")
    find_and_take(picker_of(dialog), "støj plads")
    assert dialog.draft().taken_from == "memory-2 noise-1"
    leave(dialog)


def test_what_is_typed_into_the_emptied_field_was_not_taken(dialog: AgreementDialog) -> None:
    find_and_take(picker_of(dialog), "checklists")
    type_into(dialog, "adjustment", "")
    type_into(dialog, "adjustment", "Noget helt andet")
    assert dialog.draft().taken_from == ""
    leave(dialog)


def test_what_was_typed_becomes_a_line_of_ones_own(
    dialog: AgreementDialog, services: Services
) -> None:
    type_into(dialog, "function", "Noise")
    type_into(dialog, "adjustment", "Ørepropper ved maskinen")
    picker = picker_of(dialog)
    click(picker, "add_own")
    own = opened(picker, AdjustmentDialog)
    assert own.draft() == AdjustmentDraft(function="noise", text="Ørepropper ved maskinen")
    click(own, "save")
    [row] = services.adjustment.own_adjustments()
    assert row.facts.text == "Ørepropper ved maskinen"
    first = find(picker, RowList, "adjustments").rows()[0]
    assert first.accessibleName().startswith("Ørepropper ved maskinen")
    leave(dialog)


def test_what_was_looked_for_in_vain_becomes_a_line_of_ones_own(dialog: AgreementDialog) -> None:
    picker = picker_of(dialog)
    type_into(picker, "find_adjustment", "Hængekøje")
    click(picker, "add_own")
    own = opened(picker, AdjustmentDialog)
    assert own.draft() == AdjustmentDraft(text="Hængekøje")
    own.throw_away()
    leave(dialog)
