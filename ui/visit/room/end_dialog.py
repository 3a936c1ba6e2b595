"""Ending a visit in two minutes: who was there, what comes up again, when the next one is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.clean import clean_line
from app.domain.feedback import NOTHING
from app.domain.flag_doctor import by_doctor
from app.domain.language import _, ngettext
from app.domain.problem import FastholdError
from app.domain.typed import write_day, write_time
from app.domain.visit import AttendanceDraft, VisitDraft, VisitSheet, settle_attendance
from app.domain.visit_end import EndedVisit, OpenPoint, PointKind
from app.domain.visit_note import PROMISER_LABELS, Promiser
from app.domain.visit_pause import PauseKind, time_stood
from app.domain.visit_people import count_present, waiting_line
from app.domain.words import joined, short_day_and_year
from ui.common.attempt import attempt
from ui.common.badge import Badge, CodeTag
from ui.common.card import Card
from ui.common.check import CheckField
from ui.common.day_field import DayField
from ui.common.desk import Desk
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.number_field import NumberField, TimeField
from ui.common.rows import Row, RowList, RowPart
from ui.common.text import Text
from ui.common.tokens import Tone
from ui.visit.proposal_list import ProposalList
from ui.visit.room.next_date import NextDate
from ui.visit.room.people_part import is_line

_MOST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class EndDraft:
    """Attendance as typed, and the next date: the one chosen, or another day as typed."""

    doctors: str = ""
    trainees: str = "0"
    book: bool = True
    day: str = ""
    at: str = ""


class EndDialog(FormDialog[EndDraft]):
    """Asks what only the end knows; saving it ends the visit."""

    def __init__(
        self,
        desk: Desk,
        sheet: VisitSheet,
        found: NextDate,
        parent: QWidget,
        *,
        flag_begun: bool,
    ) -> None:
        self._desk, self._sheet, self._next = desk, sheet, found
        self._begun = flag_begun
        self._dates = ProposalList()
        self._points = RowList(bare=True)
        super().__init__(
            # i18n: Danish: »Afslut besøg«
            _("End the visit"),
            _draft(sheet),
            self._end,
            parent,
            save_text=_("End visit and show the summary"),
            width=600,
        )
        self.form.changed.connect(self._keep_attendance)
        self._points.ticked.connect(self._on_ticked)

    @override
    def build(self, form: Form) -> None:
        form.add("doctors", _("Doctors who were there"), NumberField(0, _MOST))
        form.add_beside("trainees", _("Trainees"), NumberField(0, _MOST))
        stood = _stood(self._sheet, self._desk.services.today.moment())
        unfinished = _unfinished(self._sheet, flag_begun=self._begun)
        for said in (_there(self._sheet), stood, *unfinished):
            if said:
                form.add_widget(Text(said, Role.SECONDARY, wrap=True))
        form.add_section(_("Next visit"))
        self._build_next(form)
        tasks = _tasks(self._sheet)
        if tasks:
            form.add_section(_("Your tasks"), tasks)
        self._build_points(form)

    def _build_next(self, form: Form) -> None:
        if self._next.booked is not None:
            form.add_widget(Text(f"{self._next.head()}: {self._next.day()}", wrap=True))
            return
        if self._next.proposed:
            form.add("book", "", CheckField(_("Book the date chosen here")))
            self._dates.show_dates(self._next.proposed, choose_first=True)
            form.add_widget(self._dates)
        else:
            form.add_widget(Text(self._next.day(), wrap=True))
        form.add("day", _("Or another day"), DayField(self._desk.services.today.day))
        form.add_beside("at", _("Time"), TimeField())

    def _build_points(self, form: Form) -> None:
        self._show_points()
        if not self._points.rows():
            return
        words = _("What is ticked comes up at the next visit. Take the tick away to drop it.")
        form.add_section(_("Still open"), words)
        if any(one.kind is PointKind.FEEDBACK for one in self._open()):
            same = _(
                "On the summary, what was not told stands as “{words}”: the same words as of"
                " every flag that waits. So the paper does not show who has rung."
            )
            form.add_widget(Text(same.format(words=_(NOTHING)), Role.SECONDARY, wrap=True))
        card = Card()
        card.add(self._points, flush=True)
        form.add_widget(card)

    def _show_points(self) -> None:
        today = self._desk.services.today.day()
        self._points.set_parts(_parts(self._open(), today))

    def _open(self) -> Sequence[OpenPoint]:
        return self._desk.services.visit_end.open_points(self._sheet.row.id)

    def _on_ticked(self, key: object, carry: bool) -> None:  # noqa: FBT001 -- a signal's payload
        point = next((one for one in self._open() if one.id == key), None)
        if point is None or not isinstance(key, UUID):
            return
        ends = self._desk.services.visit_end
        drop = partial(ends.drop_point, self._sheet.row.id, point.kind, key)
        attempt(self, partial(ends.carry_point, point.kind, key) if carry else drop)
        self._show_points()

    def _keep_attendance(self) -> None:
        """Keep what is typed at once, as soon as it can be read."""
        draft = _attendance(self.draft())
        try:
            settle_attendance(draft)
            self._desk.services.visit.note_attendance(self._sheet.row.id, draft)
        except FastholdError:
            return  # said when the visit is ended

    def _end(self, draft: EndDraft) -> EndedVisit:
        return self._desk.services.visit_end.close_visit(
            self._sheet.row.id, _attendance(draft), self._next_visit(draft)
        )

    def _next_visit(self, draft: EndDraft) -> VisitDraft | None:
        """Return what is to be booked, if anything is: a day that is typed is always meant."""
        row, chosen = self._sheet.row, self._dates.value()
        if clean_line(draft.day):
            day, at = draft.day, draft.at or write_time(row.start.time())
        elif draft.book and chosen is not None:
            day, at = write_day(chosen.start.date()), write_time(chosen.start.time())
        else:
            return None
        return VisitDraft(
            practice_id=str(row.practice_id), day=day, at=at, minutes=str(row.minutes)
        )


def _parts(points: Sequence[OpenPoint], today: date) -> Sequence[RowPart]:
    """Return the codes under the doctor they are owed to, then what is open besides."""
    codes = [point for point in points if point.kind is PointKind.FEEDBACK]
    others = [_row(point, today) for point in points if point.kind is not PointKind.FEEDBACK]
    parts = [
        RowPart(heading=owed.heading, rows=[_row(point, today) for point in owed.lines])
        for owed in by_doctor(codes)
    ]
    if others:
        heading = _("Promises and questions") if any(part.heading for part in parts) else ""
        parts.append(RowPart(heading=heading, rows=others))
    return parts


def _row(point: OpenPoint, today: date) -> Row:
    return Row(
        point.text,
        _detail(point, today),
        key=point.id,
        leading=CodeTag(point.code) if point.code else None,
        trailing=[Badge(_("Dropped"), Tone.NEUTRAL, "x")] if point.dropped else [],
        done=not point.dropped,
        opens=False,
        role=Role.BODY,
        wrap=True,
    )


def _detail(point: OpenPoint, today: date) -> str:
    """Return what kind of thing is open; of a promise, whose and when: two may read alike."""
    if point.who is not None and point.made_on is not None:
        words = _("{who}, promised {day}, not ticked")
        day = short_day_and_year(point.made_on, today)
        return words.format(who=_(PROMISER_LABELS[point.who]), day=day)
    if point.kind is PointKind.FEEDBACK:
        return _("Not told at this visit")
    return _("Certificate question without an answer")


def _there(sheet: VisitSheet) -> str:
    """Return whom the list of doctors has, since the number comes from it."""
    names = [one.name for one in sheet.people if one.is_present]
    words = _("Came in: {names}.") if is_line(sheet) else _("Ticked: {names}.")
    return words.format(names=joined(names)) if names else ""


def _stood(sheet: VisitSheet, now: datetime) -> str:
    """Return for how long the visit was interrupted, if it was."""
    interruptions = [one for one in sheet.pauses if one.kind is PauseKind.INTERRUPTION]
    minutes = -(-time_stood(interruptions, now) // timedelta(minutes=1))
    if not minutes:
        return ""
    words = ngettext(
        "The visit was interrupted for {n} minute.",
        "The visit was interrupted for {n} minutes.",
        minutes,
    )
    return words.format(n=minutes)


def _unfinished(sheet: VisitSheet, *, flag_begun: bool) -> Sequence[str]:
    """Return what is in the middle of something, one sentence each."""
    waiting = [one.name for one in waiting_line(sheet.people)]
    found = []
    if flag_begun:
        found.append(_("A flag is begun and not saved. It is kept as a draft."))
    if waiting:
        found.append(_("Still in line: {names}.").format(names=joined(waiting)))
    return found


def _tasks(sheet: VisitSheet) -> str:
    """Return which tasks the end makes, if any."""
    mine = [row for row in sheet.promises if row.facts.who is Promiser.CONSULTANT and not row.kept]
    if not mine:
        return ""
    words = ngettext(
        "A task is made of what you promised: {what}.",
        "Tasks are made of what you promised: {what}.",
        len(mine),
    )
    return words.format(what=joined([row.facts.what for row in mine]))


def _draft(sheet: VisitSheet) -> EndDraft:
    """Return what was typed before; else what the list of doctors counts, if anyone is on it."""
    doctors, trainees = sheet.present_doctors, sheet.present_trainees
    if any(one.is_present for one in sheet.people) and doctors is None:
        doctors, trainees = count_present(sheet.people)
    return EndDraft(doctors="" if doctors is None else str(doctors), trainees=str(trainees or 0))


def _attendance(draft: EndDraft) -> AttendanceDraft:
    return AttendanceDraft(doctors=draft.doctors, trainees=draft.trainees)
