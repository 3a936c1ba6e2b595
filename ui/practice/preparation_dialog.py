"""Getting ready for a visit, on screen: what the printed sheet says, and the way to print it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.flag_choice import THEME_LABELS
from app.domain.flag_doctor import by_doctor
from app.domain.habits import habit_lines, people_words
from app.domain.language import _
from app.domain.paper import PaperKind
from app.domain.practice import FORMAT_LABELS, ROLE_LABELS, PracticeId
from app.domain.practice_history import MEETING_LABELS, Newcomer
from app.domain.preparation import Preparation, PreparedFlag, nobody_new
from app.domain.visit_note import Promiser
from app.domain.words import day_with_weekday, long_day, long_span, time_span
from ui.common.attempt import attempt
from ui.common.badge import CodeTag, code_width
from ui.common.button import Button, Kind
from ui.common.card import Card
from ui.common.desk import Desk
from ui.common.dialog import WIDEST, Dialog
from ui.common.fonts import Role
from ui.common.notice import Notice
from ui.common.rows import Row, RowList, RowPart
from ui.common.text import Text
from ui.common.tokens import Tone
from ui.paper.paper_dialog import open_paper


def open_preparation(desk: Desk, parent: QWidget, practice_id: PracticeId) -> None:
    """Show what there is to get ready for the next visit at a practice."""

    def show() -> None:
        sheet = desk.services.preparation.preparation(practice_id)
        PreparationDialog(desk, sheet, parent).open()

    attempt(parent, show)


class PreparationDialog(Dialog):
    """One card for each part of the sheet, in the order of the visit."""

    def __init__(self, desk: Desk, sheet: Preparation, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Preparation: {practice}").format(practice=sheet.habits.name), parent, width=WIDEST
        )
        self._desk, self._sheet = desk, sheet
        self.body.addWidget(Text(_when(sheet), Role.QUIET, wrap=True))
        if sheet.clash:
            notice = Notice(Tone.WARN, _("This visit has to be moved."), sheet.clash)
            notice.setObjectName("clash")
            self.body.addWidget(notice)
        for name, title, parts, none in self._parts():
            self.body.addWidget(_card(name, title, parts, none))
        self.body.addStretch(1)
        close = self.add_button(Button(_("Close"), keys="Esc", pressed=self.accept))
        close.setObjectName("close")
        words = _("See and save the paper")
        paper = Button(words, Kind.PRIMARY, icon="printer", keys="Ctrl+P", pressed=self._print)
        self.add_button(paper).setObjectName("print_preparation")
        paper.setFocus()

    def _print(self) -> None:
        prepare = partial(
            self._desk.services.export.prepare_preparation_sheet, self._sheet.practice_id
        )
        open_paper(self._desk, self, PaperKind.PREPARATION_SHEET, prepare)

    def _parts(self) -> Iterator[tuple[str, str, Sequence[RowPart], str]]:
        """Yield name, title and rows of each part, and what is said when there are none."""
        sheet, none = self._sheet, _("None.")
        widest = max((code_width(one.code) for one in (*sheet.owed, *sheet.waiting)), default=0)
        owed = _by_doctor(sheet.owed, widest)
        yield "owed", _("Feedback to the doctors"), owed, _("Nothing to tell this time.")
        waiting = _by_doctor(sheet.waiting, widest)
        yield "waiting", _("Flags with nothing to report yet"), waiting, none
        questions = _together(
            _row(one.question, _("Asked {day}").format(day=long_day(one.asked_on)))
            for one in sheet.questions
        )
        yield "questions", _("Certificate questions without an answer"), questions, none
        yield "promises", _("Promised and not done yet"), _together(_promises(sheet)), none
        new = _together(_newcomer(one) for one in sheet.newcomers)
        yield "newcomers", _("New faces"), new, nobody_new(sheet)
        yield "topics", _("Topics planned"), _together(_topics(sheet)), none
        yield "habits", _("How the practice likes it"), _together(_habits(sheet)), none


def _together(rows: Iterable[Row]) -> Sequence[RowPart]:
    return [RowPart(rows=list(rows))]


def _by_doctor(flags: Sequence[PreparedFlag], code_room: int) -> Sequence[RowPart]:
    return [
        RowPart(heading=owed.heading, rows=[_flag(flag, code_room) for flag in owed.lines])
        for owed in by_doctor(flags)
    ]


def _card(name: str, title: str, parts: Sequence[RowPart], none: str) -> Card:
    card = Card(title)
    shown = RowList()
    shown.set_parts(parts)
    count = len(shown.rows())
    card.set_count(count if count and name != "habits" else None)
    shown.setObjectName(name)
    card.add(shown, flush=True)
    card.set_empty(None if count else none)
    return card


def _row(title: str, detail: str = "", leading: QWidget | None = None) -> Row:
    return Row(title, detail, leading=leading, opens=False, wrap=True)


def _flag(flag: PreparedFlag, code_room: int) -> Row:
    tag = CodeTag(flag.code)
    tag.setFixedWidth(code_room)
    detail = flag.told or _("Nothing to report. Ask what became of it.")
    return _row(_(THEME_LABELS[flag.theme]), detail, tag)


def _newcomer(one: Newcomer) -> Row:
    detail = f"{_(ROLE_LABELS[one.facts.role])} · {_(MEETING_LABELS[one.meeting])}"
    return _row(one.facts.name, detail)


def _promises(sheet: Preparation) -> Iterator[Row]:
    for row in sheet.promises:
        who = _("The practice") if row.facts.who is Promiser.DOCTOR else _("Me")
        parts = [who, _("promised {day}").format(day=long_day(row.made_on))]
        if row.facts.due_on is not None:
            parts.append(_("by {day}").format(day=long_day(row.facts.due_on)))
        yield _row(row.facts.what, " · ".join(parts))


def _topics(sheet: Preparation) -> Iterator[Row]:
    if sheet.term is not None:
        words = _("{left} and {right}").format(left=sheet.term.left, right=sheet.term.right)
        yield _row(words, _("Term of the day"))
    for topic in sheet.topics:
        yield _row(topic.topic, topic.noted)


def _habits(sheet: Preparation) -> Iterator[Row]:
    people = people_words(sheet.doctors, sheet.trainees)
    told = [
        (_("Format"), _(FORMAT_LABELS[sheet.habits.format])),
        (_("Who works there"), people),
        (_("Room"), sheet.habits.place),
        *habit_lines(sheet.habits),
        *((_("Closed"), long_span(one.first, one.last)) for one in sheet.closed),
    ]
    if sheet.review_on is not None:
        review = _("to be gone through together by {day}")
        told.append((_("Cooperation agreement"), review.format(day=long_day(sheet.review_on))))
    told.append((_("Good to know"), sheet.habits.quick_facts))
    for label, words in told:
        if words:
            yield _row(words, label)


def _when(sheet: Preparation) -> str:
    said = _("No visit is planned yet.")
    if sheet.start is not None:
        said = _("Before the visit on {day}, {time}.").format(
            day=day_with_weekday(sheet.start), time=time_span(sheet.start, sheet.minutes)
        )
    if sheet.last_held_on is None:
        return said
    last = _("Last visit {day}.").format(day=long_day(sheet.last_held_on))
    return f"{said} {last}"
