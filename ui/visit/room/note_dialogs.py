"""Correcting a certificate question, and noting who promised what."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.draft import DraftKind
from app.domain.guard import About
from app.domain.language import _
from app.domain.visit import VisitId
from app.domain.visit_note import (
    ANSWER_LIMIT,
    PROMISER_LABELS,
    PromiseDraft,
    PromiseId,
    QuestionDraft,
    QuestionId,
)
from ui.common.attempt import attempt
from ui.common.dated_dialog import DatedDialog
from ui.common.day_field import DayField
from ui.common.desk import Desk
from ui.common.draft_memory import DraftMemory
from ui.common.draft_place import place_of, read_place
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.guarded import GuardedLine, GuardedNote
from ui.common.removal import Removal, offer_removal
from ui.common.segments import SegmentField
from ui.flag.flag_fields import options

_NOTES = frozenset({DraftKind.QUESTION, DraftKind.PROMISE})


def add_question_fields(form: Form) -> None:
    """Add the fields of a question to `form`."""
    # i18n: Danish: »Spørgsmål«, »Svar«
    form.add(
        "question",
        _("Question"),
        GuardedLine(About.NOBODY, placeholder=_("What did the doctor ask?")),
    )
    hint = _("May wait. Without an answer it is owed, and comes up at the next visit.")
    form.add("answer", _("Answer"), GuardedNote(About.NOBODY, rows=3, limit=ANSWER_LIMIT), hint)


class QuestionDialog(FormDialog[QuestionDraft]):
    """One question and its answer."""

    @override
    def build(self, form: Form) -> None:
        add_question_fields(form)


class PromiseDialog(DatedDialog[PromiseDraft]):
    """I do, or you do; what, and no later than when."""

    @override
    def build(self, form: Form) -> None:
        # What was agreed comes first: it is typed at once, and most promises are one's own.
        form.add(
            "what",
            _("What"),
            GuardedLine(About.NOBODY),
            _("Without names. It stands on the summary."),
        )
        form.add("who", _("Who"), SegmentField(options(PROMISER_LABELS)))
        form.add("due_on", _("No later than"), DayField(self._today, by=True))


class NoteDialogs:
    """Opens the forms of one visit over `room`."""

    def __init__(self, desk: Desk, visit_id: VisitId, room: QWidget) -> None:
        self._desk, self._visit_id, self._room = desk, visit_id, room
        self._visits = desk.services.visit

    def add_question(self) -> QuestionDialog:
        """Finish a question that was begun at this visit, which has ended since."""
        dialog = QuestionDialog(
            _("Certificate question"),
            QuestionDraft(),
            lambda draft: self._visits.add_question(self._visit_id, draft),
            self._room,
            memory=self._desk.memory(DraftKind.QUESTION, place_of(self._visit_id)),
        )
        dialog.open()
        return dialog

    def correct_question(self, question_id: QuestionId) -> QuestionDialog:
        """Answer or correct a question, or remove it."""
        memory = self._desk.memory(DraftKind.QUESTION, place_of(self._visit_id, question_id))
        dialog = QuestionDialog(
            _("Certificate question"),
            self._visits.question_draft(question_id),
            lambda draft: self._visits.correct_question(question_id, draft),
            self._room,
            memory=memory,
        )

        def remove() -> None:
            self._visits.remove_question(question_id)
            memory.drop()

        question = _("Remove this question?")
        consequence = _("Question and answer are gone, from the summary too.")
        offer_removal(
            dialog, Removal("remove_question", question, consequence, _("Remove"), remove)
        )
        dialog.open()
        return dialog

    def take_up(self) -> None:
        """Open again the promise, or the correction, that was being typed at this visit."""
        for draft in self._desk.services.draft.waiting():
            owner, thing = read_place(draft.entity)
            new_question = draft.kind is DraftKind.QUESTION and thing is None  # has its own fields
            if owner != self._visit_id or draft.kind not in _NOTES or new_question:
                continue
            attempt(self._room, partial(_open_note, self, draft.kind, thing))
            return

    def add_promise(self) -> PromiseDialog:
        """Note a promise made at this visit."""
        return self._promise(
            _("Agreed today"),
            PromiseDraft(),
            lambda draft: self._visits.add_promise(self._visit_id, draft),
            self._desk.memory(DraftKind.PROMISE, place_of(self._visit_id)),
        )

    def correct_promise(self, promise_id: PromiseId) -> PromiseDialog:
        """Correct a promise, or remove it."""
        memory = self._desk.memory(DraftKind.PROMISE, place_of(self._visit_id, promise_id))
        dialog = self._promise(
            _("Correct what was agreed"),
            self._visits.promise_draft(promise_id),
            lambda draft: self._visits.correct_promise(promise_id, draft),
            memory,
        )

        def remove() -> None:
            self._visits.remove_promise(promise_id)
            memory.drop()

        question = _("Remove what was agreed?")
        consequence = _("It is gone, from the summary too.")
        offer_removal(dialog, Removal("remove_promise", question, consequence, _("Remove"), remove))
        return dialog

    def _promise(
        self,
        title: str,
        draft: PromiseDraft,
        submit: Callable[[PromiseDraft], object],
        memory: DraftMemory,
    ) -> PromiseDialog:
        today = self._desk.services.today.day
        dialog = PromiseDialog(title, draft, submit, today, self._room, memory=memory)
        dialog.open()
        return dialog


def resume_note(desk: Desk, page: QWidget, kind: DraftKind, place: str) -> bool:
    """Open again the form of a question or a promise; while its visit runs, only its room."""
    visit_id, thing = read_place(place)
    if visit_id is None:
        return False
    running = desk.services.visit.running()
    if running is not None and running.id == visit_id:
        desk.go("visit_room", running.id.hex)
        return False
    visit = VisitId(visit_id)
    if not attempt(page, lambda: desk.services.visit.visit(visit)):  # it may have been removed
        return False
    return attempt(page, partial(_open_note, NoteDialogs(desk, visit, page), kind, thing))


def _open_note(notes: NoteDialogs, kind: DraftKind, thing: UUID | None) -> None:
    if thing is None:
        begin = notes.add_question if kind is DraftKind.QUESTION else notes.add_promise
        begin()
    elif kind is DraftKind.QUESTION:
        notes.correct_question(QuestionId(thing))
    else:
        notes.correct_promise(PromiseId(thing))
