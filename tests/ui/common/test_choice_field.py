from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from pytestqt.qtbot import QtBot

from ui.common.check import CheckField
from ui.common.choice_field import ChoiceBox, ChoiceField

OPTIONS = [("a", "Lægehuset Søndergade"), ("b", "Lægerne ved Torvet")]


def test_the_code_of_what_is_chosen_is_its_value(qtbot: QtBot) -> None:
    field = ChoiceField(OPTIONS, placeholder="Choose a practice")
    qtbot.addWidget(field)
    assert field.value() == ""
    with qtbot.waitSignal(field.changed):
        qtbot.keyClick(field.editor(), Qt.Key.Key_Down)
    assert field.value() == "a"


def test_a_code_that_is_gone_chooses_nothing(qtbot: QtBot) -> None:
    field = ChoiceField(OPTIONS)
    qtbot.addWidget(field)
    field.set_value("gone")
    assert field.value() == ""


def test_other_options_keep_what_was_chosen_among_them(qtbot: QtBot) -> None:
    field = ChoiceField(OPTIONS)
    qtbot.addWidget(field)
    field.set_value("b")
    field.set_options([("b", "Lægerne ved Torvet"), ("c", "Åhavnens Lægehus")])
    assert field.value() == "b"


def test_the_wheel_scrolls_the_page_and_not_the_choice(qtbot: QtBot) -> None:
    box = ChoiceBox(OPTIONS)
    qtbot.addWidget(box)
    box.set_value("a")
    turned = QWheelEvent(
        QPointF(),
        QPointF(),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    box.wheelEvent(turned)
    assert box.value() == "a"


def test_a_tick_is_a_yes(qtbot: QtBot) -> None:
    field = CheckField("The doctor may be quoted")
    qtbot.addWidget(field)
    field.set_name("quotable", "")
    assert field.value() is False
    with qtbot.waitSignal(field.changed):
        qtbot.keyClick(field.editor(), Qt.Key.Key_Space)
    assert field.value() is True
    assert field.editor().accessibleName() == "The doctor may be quoted"


def test_long_words_of_a_tick_wrap(qtbot: QtBot) -> None:
    field = CheckField("The doctor may be quoted, with practice and date, " * 3)
    qtbot.addWidget(field)
    assert field.heightForWidth(240) > field.heightForWidth(2_000)
