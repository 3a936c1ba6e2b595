"""The way into the visit room: starting a visit, coming back to one that runs."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.language import _
from app.domain.problem import FastholdError
from app.domain.visit import VisitId, VisitRow, VisitStatus, is_far_off
from app.domain.visit_pause import standing_pause
from app.domain.words import clock_time, days_left, long_day
from ui.common.attempt import attempt
from ui.common.confirm import confirm
from ui.common.desk import Desk
from ui.common.errors import show_error
from ui.common.ids import as_id
from ui.visit.summary_paper import show_summary
from ui.visit.visit_room import VisitRoom


def enter_visit(desk: Desk, visit_id: object) -> None:
    """Start the visit if it is planned, and show its room; one that was held shows its summary.

    One planned for a day to come, or for one long past, is started only if that is meant.
    """
    found = as_id(visit_id)
    if found is None:
        return
    visit, window = VisitId(found), desk.message.window()
    try:
        row = desk.services.visit.visit(visit).row
    except FastholdError as error:
        show_error(window, error)
        return
    today = desk.services.today.day()
    if row.status is VisitStatus.HELD:
        show_summary(desk, visit)
    elif row.status is VisitStatus.RUNNING:
        _come_back(desk, visit)
    elif row.status is VisitStatus.PLANNED and is_far_off(row.start.date(), today):
        _ask_first(desk, window, row)
    else:
        _start(desk, window, visit)


def return_to_visit(desk: Desk, visit_id: VisitId) -> None:
    """Show the room of a visit that runs after the file was closed, and say how its clock fared."""
    room = _come_back(desk, visit_id)
    room.take_up()
    if not room.clock.is_paused():
        text = _("The visit runs. Its clock went on meanwhile: it counts from {time}.")
        desk.message.say(text.format(time=clock_time(room.clock.started)))


def _come_back(desk: Desk, visit_id: VisitId) -> VisitRoom:
    """Show the room of a visit that runs; a clock that stands is told of, it may be forgotten."""
    room = VisitRoom(desk, visit_id)
    desk.room(room)
    standing = standing_pause(desk.services.visit.visit(visit_id).pauses)
    if standing is not None:
        text = _("The visit is still there. Its clock stands since {time}.")
        desk.message.say(text.format(time=clock_time(standing.began_at)))
    return room


def _ask_first(desk: Desk, window: QWidget, row: VisitRow) -> None:
    """Start a visit that is not planned for about today only if that is meant."""
    day, today = row.start.date(), desk.services.today.day()
    question = _("The visit was planned for {day}, {when}. Write it down now?")
    what = _("It is noted as held on that day. If it was held on another day, move it first.")
    act = _("Write it down")
    if day > today:
        question = _("The visit is planned for {day}, {when}. Hold it today instead?")
        what = _("It moves to today, and the next visit is counted from today.")
        act = _("Hold it today")
    asked = question.format(day=long_day(day), when=days_left(day, today))
    start = partial(_start, desk, window, row.id)
    confirm(window, asked, what, act, start, destructive=False, careful=True)


def _start(desk: Desk, window: QWidget, visit: VisitId) -> None:
    if attempt(window, partial(desk.services.visit.start_visit, visit)):
        desk.room(VisitRoom(desk, visit))
