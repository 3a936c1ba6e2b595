from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.windows import find
from ui.common.roving import GroupButton
from ui.common.segments import SegmentField, Segments

OPTIONS = [("now", "Now"), ("soon", "Soon"), ("late", "Late")]


def test_arrows_choose_and_stop_at_the_ends(qtbot: QtBot) -> None:
    segments = Segments(OPTIONS)
    qtbot.addWidget(segments)
    segments.set_value("soon")
    segments.show()
    first, soon, late = segments.parts()
    qtbot.keyClick(soon, Qt.Key.Key_Right)
    assert segments.value() == "late"
    qtbot.keyClick(late, Qt.Key.Key_Right)
    assert segments.value() == "late"
    qtbot.keyClick(late, Qt.Key.Key_Home)
    assert segments.value() == "now"
    assert first.isChecked()


def test_a_digit_chooses(qtbot: QtBot) -> None:
    segments = Segments(OPTIONS)
    qtbot.addWidget(segments)
    segments.show()
    with qtbot.waitSignal(segments.chosen) as chosen:
        qtbot.keyClick(segments.parts()[0], Qt.Key.Key_3)
    assert chosen.args == ["late"]
    qtbot.keyClick(segments.parts()[2], Qt.Key.Key_9)
    assert segments.value() == "late"


def test_the_group_is_one_tab_stop(qtbot: QtBot) -> None:
    segments = Segments(OPTIONS)
    qtbot.addWidget(segments)
    segments.set_value("late")
    stops = [part.focusPolicy() & Qt.FocusPolicy.TabFocus for part in segments.parts()]
    assert [bool(stop) for stop in stops] == [False, False, True]


def test_a_field_reports_what_a_hand_chose_and_nothing_else(qtbot: QtBot) -> None:
    field = SegmentField(OPTIONS)
    qtbot.addWidget(field)
    field.show()
    heard: list[str] = []
    field.changed.connect(lambda: heard.append(field.value()))
    field.set_value("soon")
    qtbot.keyClick(field.editor(), Qt.Key.Key_1)
    assert heard == ["now"]


def test_an_unknown_code_chooses_nothing(qtbot: QtBot) -> None:
    field = SegmentField(OPTIONS)
    qtbot.addWidget(field)
    field.set_value("gone")
    assert field.value() == ""


def test_other_options_keep_what_was_chosen_among_them(qtbot: QtBot) -> None:
    field = SegmentField(OPTIONS)
    qtbot.addWidget(field)
    field.set_value("soon")
    field.set_options([("soon", "Soon"), ("never", "Never")])
    assert field.value() == "soon"


def test_each_part_says_its_group_aloud(qtbot: QtBot) -> None:
    field = SegmentField(OPTIONS)
    qtbot.addWidget(field)
    field.set_name("urgency", "Urgency")
    part = find(field, GroupButton, "urgency_soon")
    assert part.accessibleName() == "Urgency: Soon"
