"""Who is at the visit: a list to tick, or a line of doctors who drop in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.language import _
from app.domain.practice import ROLE_LABELS, VisitFormat
from app.domain.visit import VisitSheet
from app.domain.visit_people import (
    ATTENDANCE_LABELS,
    Attendance,
    VisitDoctor,
    count_present,
    in_the_room,
    one_step_on,
    waiting_line,
)
from app.domain.words import joined
from ui.common.announce import announce
from ui.common.attempt import attempt
from ui.common.badge import Badge
from ui.common.button import Button, Size
from ui.common.card import Card
from ui.common.desk import Desk
from ui.common.fonts import Role
from ui.common.keys import KeyHint
from ui.common.roving import digit_of
from ui.common.rows import Row, RowList
from ui.common.text import Text
from ui.common.tokens import Tone
from ui.visit.room.part import Part

_TONES = {
    Attendance.WAITING: (Tone.NEUTRAL, "hourglass"),
    Attendance.IN_ROOM: (Tone.ACCENT, "circle-play"),
    Attendance.SEEN: (Tone.OK, "check"),
}


class PeoplePart(Part):
    """The doctors of the practice; a digit, Space or Enter takes one of them on."""

    def __init__(self, desk: Desk, sheet: VisitSheet, parent: QWidget | None = None) -> None:
        self._line = is_line(sheet)
        super().__init__(people_title(sheet), parent)
        self._desk, self._visit_id = desk, sheet.row.id
        self._people: tuple[VisitDoctor, ...] = ()
        self._card = Card()
        self._rows = RowList(bare=True)
        self._next = Button(
            _("Next doctor"), trailing="arrow-right", size=Size.LARGE, pressed=self.next_doctor
        )
        self._why = Text(_("Nobody stands in line."), Role.SECONDARY)
        self._build()
        self._rows.ticked.connect(lambda key, _on: self._step(key))
        self._rows.opened.connect(self._step)

    @override
    def show_sheet(self, sheet: VisitSheet) -> None:
        self._people = sheet.people
        empty = _("No doctor is noted at this practice. You write how many came when you end.")
        self._card.set_empty(None if sheet.people else empty)
        line = waiting_line(sheet.people)
        self._rows.set_rows(
            [
                _line_row(one, place, line) if self._line else _list_row(one, place)
                for place, one in enumerate(sheet.people, start=1)
            ]
        )
        busy = any(one.attendance is Attendance.IN_ROOM for one in sheet.people)
        self._next.setEnabled(bool(line) or busy)
        self._why.setVisible(self._line and not line and not busy)

    @override
    def begin(self) -> None:
        rows = self._rows.rows()
        (rows[0] if rows else self.area).setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = digit_of(event)
        if place is not None and place < len(self._people):
            self._step(self._people[place].id)
        else:
            super().keyPressEvent(event)

    def next_doctor(self) -> None:
        """Let the next in line come in, and whoever was in the room go."""
        people, before = self._desk.services.visit_people, self._people
        if attempt(self, lambda: people.next_doctor(self._visit_id)):
            self._say(self._in_room() or _("Nobody waits."), before)

    def _sheet(self) -> VisitSheet:
        return self._desk.services.visit.visit(self._visit_id)

    def _in_room(self) -> str:
        """Return who is in the room, and the codes that are owed to them and not told yet."""
        sheet = self._sheet()
        there = {one.id: one.name for one in in_the_room(sheet.people)}
        if not there:
            return ""
        said = _("{name} is in the room.").format(name=", ".join(there.values()))
        owed = [
            line.code
            for line in sheet.feedback
            if not line.given and line.told_by is not None and line.told_by.id in there
        ]
        to_give = _("Feedback to give: {codes}.").format(codes=joined(owed))
        return f"{said} {to_give}" if owed else said

    def _step(self, key: object) -> None:
        before = self._people
        one = next((each for each in before if each.id == key), None)
        if one is None:
            return
        after = one_step_on(one.attendance) if self._line else _ticked(one)
        note = self._desk.services.visit_people.note_doctor
        if not attempt(self, lambda: note(self._visit_id, one.id, after)):
            return
        where = _(ATTENDANCE_LABELS[after]) if after else _("Not here")
        words = f"{one.name}: {where}"
        if self._line:
            self._say(words, before)
        else:
            announce(self, words)  # another press takes the tick back

    def _say(self, words: str, before: tuple[VisitDoctor, ...]) -> None:
        people = self._desk.services.visit_people

        def undo() -> None:
            attempt(self, lambda: people.restore(self._visit_id, before))

        self._desk.message.say(words, undo=undo if self._sheet().people != before else None)

    def _build(self) -> None:
        self.head.addStretch(1)
        words = _("The digit or Space ticks who is there. The summary only tells how many came.")
        if self._line:
            words = _(
                "The digit, Space or Enter takes a doctor one step on: into the line, into the"
                " room, out again. Alt+D calls the next one in, wherever you are in the visit."
            )
        self.body.addWidget(Text(words, Role.SECONDARY, wrap=True))
        self._card.add(self._rows, flush=True)
        self.body.addWidget(self._card)
        self.body.addStretch(1)
        self._next.setObjectName("next_doctor")
        if self._line:
            self.foot.addStretch(1)
            self.foot.addWidget(self._why)
            self.foot.addWidget(self._next)
            self.use_foot()
        self.area.setFocusPolicy(Qt.FocusPolicy.ClickFocus)


def _ticked(one: VisitDoctor) -> Attendance | None:
    return None if one.is_present else Attendance.SEEN


def _list_row(one: VisitDoctor, place: int) -> Row:
    role, digit = _(ROLE_LABELS[one.role]), _digit(place)
    return Row(one.name, role, key=one.id, leading=digit, done=one.is_present, opens=False)


def _line_row(one: VisitDoctor, place: int, line: Sequence[VisitDoctor]) -> Row:
    marks = []
    if one.attendance is not None:
        words = _(ATTENDANCE_LABELS[one.attendance])
        if one in line:
            words = _("No. {n} in line").format(n=line.index(one) + 1)
        marks.append(Badge(words, *_TONES[one.attendance]))
    role, digit = _(ROLE_LABELS[one.role]), _digit(place)
    return Row(one.name, role, key=one.id, leading=digit, trailing=marks)


def _digit(place: int) -> KeyHint | None:
    return KeyHint(str(place)) if place < 10 else None


def is_line(sheet: VisitSheet) -> bool:
    """Whether the doctors come in one by one."""
    return sheet.row.format is VisitFormat.DROP_IN


def people_title(sheet: VisitSheet) -> str:
    """Return what the list of doctors is called."""
    return _("The line") if is_line(sheet) else _("Who is here")


def people_words(sheet: VisitSheet) -> str:
    """Return in a few words who is there, or who comes next."""
    if not sheet.people:
        return _("No doctor is noted")
    if not is_line(sheet):
        there = sum(count_present(sheet.people))
        return _("{n} of {all} ticked").format(n=there, all=len(sheet.people))
    line = waiting_line(sheet.people)
    if line:
        return _("Next: {name}").format(name=line[0].name)
    inside = [one.name for one in sheet.people if one.attendance is Attendance.IN_ROOM]
    if inside:
        return _("{name} is in the room").format(name=", ".join(inside))
    through = sum(one.attendance is Attendance.SEEN for one in sheet.people)
    return _("{n} seen, nobody waits").format(n=through) if through else _("Nobody waits")
