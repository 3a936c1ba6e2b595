"""The third point: what the doctors ask about certificates, and what is still owed."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.draft import DraftKind
from app.domain.language import _
from app.domain.problem import FastholdError, Rejected
from app.domain.visit import VisitId, VisitSheet
from app.domain.visit_note import QuestionDraft, QuestionId, QuestionRow
from ui.common.badge import Badge
from ui.common.button import Button, Kind, Size
from ui.common.card import Card
from ui.common.desk import Desk
from ui.common.draft_place import place_of
from ui.common.form import Form
from ui.common.notice import Notice
from ui.common.reveal import reveal
from ui.common.rows import Row, RowList
from ui.common.tokens import Tone
from ui.visit.room.note_dialogs import add_question_fields
from ui.visit.room.part import Part


class QuestionPart(Part):
    """A form for the next question, and those already there to answer or correct."""

    opened = Signal(object)  # QuestionId

    def __init__(self, desk: Desk, visit_id: VisitId, parent: QWidget | None = None) -> None:
        super().__init__(_("Certificate questions"), parent)
        self._desk, self._visit_id = desk, visit_id
        self.form = Form()
        self._notice = Notice(Tone.DANGER, "")
        self._owed = Card(_("Owed from earlier"), tone=Tone.WARN, icon="hourglass")
        self._owed_rows = RowList()
        self._asked = Card(_("At this visit"))
        self._asked_rows = RowList()
        self._build()
        self._memory = desk.memory(DraftKind.QUESTION, place_of(visit_id))
        self._remember()
        for rows in (self._owed_rows, self._asked_rows):
            rows.opened.connect(self._on_opened)

    def flush(self) -> None:
        """Keep what stands in the fields now."""
        self._memory.flush()

    def is_begun(self) -> bool:
        """Whether a question stands half typed in the fields."""
        return any(self._memory.waiting.values())

    @override
    def show_sheet(self, sheet: VisitSheet) -> None:
        self._owed.setVisible(bool(sheet.owed_questions))
        self._owed.set_count(len(sheet.owed_questions))
        self._owed_rows.set_rows(_rows(sheet.owed_questions))
        self._asked.set_count(len(sheet.questions) or None)
        self._asked.set_empty(None if sheet.questions else _("No question yet."))
        self._asked_rows.set_rows(_rows(sheet.questions))

    @override
    def begin(self) -> None:
        self.form.focus_first()

    def save(self) -> None:
        """Save the question, and clear the fields for the next one."""
        self._notice.setVisible(False)
        try:
            self._desk.services.visit.add_question(self._visit_id, self.form.draft(QuestionDraft))
        except Rejected as rejection:
            self.form.show_problems(rejection.problems)
        except FastholdError as error:
            self._tell_unsaved(error)
        else:
            self._memory.drop()
            self.form.show_draft(QuestionDraft())
            self.begin()

    def _tell_unsaved(self, error: FastholdError) -> None:
        words = _("The question was not saved. The fields are still here.")
        self._notice.set_words(words, str(error))
        self._notice.setVisible(True)
        reveal(self._notice)

    def _on_opened(self, key: object) -> None:
        if isinstance(key, UUID):
            self.opened.emit(QuestionId(key))

    def _remember(self) -> None:
        self._memory.setParent(self)
        self._memory.watch(self.form)
        self._memory.failed.connect(self._tell_unsaved)
        self.form.show_draft(QuestionDraft())
        self.form.set_values(self._memory.waiting)

    def _build(self) -> None:
        self.head.addStretch(1)
        self._notice.setVisible(False)
        add_question_fields(self.form)
        self._owed.add(self._owed_rows, flush=True)
        self._asked.add(self._asked_rows, flush=True)
        for widget in (self._notice, self.form, self._owed, self._asked):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        save = Button(_("Save question"), Kind.PRIMARY, keys="Ctrl+Enter", size=Size.LARGE)
        save.setObjectName("add_question")
        save.clicked.connect(self.save)
        self.foot.addStretch(1)
        self.foot.addWidget(save)
        self.use_foot()


def _rows(questions: Sequence[QuestionRow]) -> list[Row]:
    return [_row(question) for question in questions]


def _row(question: QuestionRow) -> Row:
    answer = question.facts.answer
    marks = [] if answer else [Badge(_("No answer yet"), Tone.WARN)]
    return Row(question.facts.question, answer, key=question.id, trailing=marks, wrap=True)
