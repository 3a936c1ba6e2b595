"""What a hand can do with the teaching log of a practice."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.draft import DraftKind
from app.domain.language import _
from app.domain.lesson import LessonDraft, LessonId
from app.domain.practice import PracticeId
from ui.common.attempt import attempt
from ui.common.desk import Desk
from ui.common.draft_memory import DraftMemory
from ui.common.removal import Removal, offer_removal, removing
from ui.practice.lesson_dialog import LessonDialog


class LessonActs:
    """Opens the forms of topics over `parent`."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk, self._parent = desk, parent
        self._lessons = desk.services.lesson
        self._today = desk.services.today.day

    def add_lesson(self, practice_id: PracticeId) -> None:
        """Open the form of a new topic."""
        LessonDialog(
            _("New topic"),
            LessonDraft(),
            partial(self._lessons.add_lesson, practice_id),
            self._today,
            self._parent,
            memory=self._desk.memory(DraftKind.LESSON, f"{practice_id.hex}."),
        ).open()

    def correct_lesson(self, practice_id: PracticeId, lesson_id: LessonId) -> None:
        """Open the form of a topic, from which it can be removed too."""
        memory = self._desk.memory(DraftKind.LESSON, f"{practice_id.hex}.{lesson_id.hex}")
        draft = self._lessons.lesson_draft(lesson_id)
        dialog = LessonDialog(
            _("Correct the topic"),
            draft,
            partial(self._lessons.correct_lesson, lesson_id),
            self._today,
            self._parent,
            memory=memory,
        )
        offer_removal(dialog, self.lesson_removal(lesson_id, draft.topic, memory))
        dialog.open()

    def teach_lesson(self, lesson_id: LessonId) -> None:
        """Say that a planned topic was taught today, with the way back in reach."""
        before = self._lessons.lesson_draft(lesson_id)
        if attempt(self._parent, lambda: self._lessons.teach_lesson(lesson_id)):
            self._desk.message.say(
                _("“{topic}” was taught today.").format(topic=before.topic),
                undo=lambda: self._lessons.correct_lesson(lesson_id, before),
            )

    def lesson_removal(
        self, lesson_id: LessonId, topic: str, memory: DraftMemory | None = None
    ) -> Removal:
        """Return how a topic is removed."""
        return Removal(
            "remove_lesson",
            _("Remove “{topic}”?").format(topic=topic),
            _("It goes from the teaching log, with what was noted."),
            _("Remove the topic"),
            removing(self._desk, partial(self._lessons.remove_lesson, lesson_id), memory),
        )
