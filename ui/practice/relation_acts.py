"""What a hand can do with what lies between the visits to a practice: promises, topics, the
cooperation agreement, the preparation of the next visit."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.domain.cooperation import CooperationId, CooperationSheet, DutyId, DutyRow
from app.domain.draft import DraftKind
from app.domain.language import _
from app.domain.lesson import LessonId, LessonRow
from app.domain.practice import PracticeId
from app.domain.visit_note import PromiseId
from ui.common.attempt import attempt
from ui.common.desk import Desk
from ui.common.removal import ask_removal
from ui.practice.cooperation_acts import CooperationActs
from ui.practice.lesson_acts import LessonActs
from ui.practice.practice_view import PracticeView
from ui.practice.preparation_dialog import open_preparation

RELATION_FORMS = (DraftKind.LESSON, DraftKind.COOPERATION, DraftKind.DUTY)

Shown = Callable[[], PracticeId]


class RelationActs:
    """Does what the cards of a practice ask for."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk, self._parent = desk, parent
        self._lessons = LessonActs(desk, parent)
        self._cooperations = CooperationActs(desk, parent)

    def follow(self, view: PracticeView, shown: Shown) -> None:
        """Do what `view` asks for; `shown` tells which practice it shows."""
        view.preparation_requested.connect(
            lambda: open_preparation(self._desk, self._parent, shown())
        )
        view.promises.ticked.connect(self._on_promise_ticked)
        view.lessons.new_requested.connect(lambda: self._lessons.add_lesson(shown()))
        view.lessons.opened.connect(lambda one: self._lessons.correct_lesson(shown(), one))
        view.lessons.taught.connect(self._lessons.teach_lesson)
        view.lessons.visit_opened.connect(lambda visit: self._desk.go("visits", visit.hex))
        view.lesson_removed.connect(self._on_lesson_removed)
        view.duty_removed.connect(self._on_duty_removed)
        self._follow_cooperation(view, shown)

    def resume(self, kind: DraftKind, practice_id: PracticeId, part: str) -> bool:
        """Open the form an unfinished edit of a topic, an agreement or a line was typed in."""
        live = self._cooperations.live(practice_id)
        forms: dict[tuple[DraftKind, bool], Callable[[], object]] = {
            (DraftKind.LESSON, False): lambda: self._lessons.add_lesson(practice_id),
            (DraftKind.LESSON, True): lambda: self._lessons.correct_lesson(
                practice_id, LessonId(UUID(part))
            ),
            (DraftKind.COOPERATION, True): lambda: self._cooperations.correct_cooperation(
                practice_id, CooperationId(UUID(part))
            ),
            (DraftKind.DUTY, True): lambda: self._cooperations.correct_duty(
                practice_id, DutyId(UUID(part))
            ),
        }
        if live is None:
            forms[DraftKind.COOPERATION, False] = lambda: self._cooperations.add_cooperation(
                practice_id
            )
        else:
            forms[DraftKind.DUTY, False] = lambda: self._cooperations.add_duty(practice_id, live.id)
        return (kind, bool(part)) in forms and attempt(self._parent, forms[kind, bool(part)])

    def _follow_cooperation(self, view: PracticeView, shown: Shown) -> None:
        card, acts = view.cooperation, self._cooperations
        card.new_requested.connect(lambda: acts.add_cooperation(shown()))
        card.archived_opened.connect(lambda one: acts.correct_cooperation(shown(), one))
        card.duty_requested.connect(partial(self._on_duty_requested, shown))
        for signal, act in (
            (card.correct_requested, lambda one: acts.correct_cooperation(shown(), one.id)),
            (card.review_requested, acts.review_cooperation),
            (card.archive_requested, acts.archive_cooperation),
            (card.paper_requested, lambda one: acts.print_cooperation(one.id)),
        ):
            signal.connect(partial(self._on_live_requested, shown, act))

    def _on_live_requested(self, shown: Shown, act: Callable[[CooperationSheet], object]) -> None:
        live = self._cooperations.live(shown())
        if live is not None:
            act(live)

    def _on_duty_requested(self, shown: Shown, row: DutyRow | None) -> None:
        live = self._cooperations.live(shown())
        if row is not None:
            self._cooperations.correct_duty(shown(), row.id)
        elif live is not None:
            self._cooperations.add_duty(shown(), live.id)

    def _on_promise_ticked(self, promise_id: PromiseId, kept: bool) -> None:  # noqa: FBT001 -- a signal's payload
        keep = self._desk.services.visit.keep_promise
        if attempt(self._parent, lambda: keep(promise_id, kept=kept)):
            said = _("The promise is kept.") if kept else _("The promise is open again.")
            self._desk.message.say(said, undo=lambda: keep(promise_id, kept=not kept))

    def _on_lesson_removed(self, row: LessonRow) -> None:
        if row.id is not None:
            ask_removal(self._parent, self._lessons.lesson_removal(row.id, row.facts.topic))

    def _on_duty_removed(self, row: DutyRow) -> None:
        ask_removal(self._parent, self._cooperations.duty_removal(row.id))
