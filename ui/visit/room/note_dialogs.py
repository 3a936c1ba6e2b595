"""Correcting a certificate question, and noting who promised what."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.draft import DraftKind
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
from ui.common.dated_dialog import DatedDialog
from ui.common.day_field import DayField
from ui.common.desk import Desk
from ui.common.draft_memory import DraftMemory
from ui.common.draft_place import place_of
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.note_field import NoteField
from ui.common.removal import Removal, offer_removal
from ui.common.segments import SegmentField
from ui.common.text_field import TextField
from ui.flag.flag_fields import options


def add_question_fields(form: Form) -> None:
    """Add the fields of a question to `form`."""
    # i18n: Danish: »Spørgsmål«, »Svar«
    form.add("question", _("Question"), TextField(placeholder=_("What did the doctor ask?")))
    hint = _("May wait. Without an answer it is owed, and comes up at the next visit.")
    form.add("answer", _("Answer"), NoteField(rows=3, limit=ANSWER_LIMIT), hint)


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
        form.add("what", _("What"), TextField(), _("Without names. It stands on the summary."))
        form.add("who", _("Who"), SegmentField(options(PROMISER_LABELS)))
        form.add("due_on", _("No later than"), DayField(self._today, by=True))


class NoteDialogs:
    """Opens the forms of one visit over `room`."""

    def __init__(self, desk: Desk, visit_id: VisitId, room: QWidget) -> None:
        self._desk, self._visit_id, self._room = desk, visit_id, room
        self._visits = desk.services.visit

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
