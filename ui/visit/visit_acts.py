"""What a hand can do with a planned or proposed visit: forms, questions, and taking back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.domain.draft import DraftKind
from app.domain.language import _, ngettext
from app.domain.plan_load import DayLoad
from app.domain.plan_move import MoveOutlook
from app.domain.practice import PracticeId
from app.domain.typed import write_day, write_time
from app.domain.visit import MoveDraft, MoveScope, VisitDraft, VisitId, VisitRow
from app.domain.words import weekday_and_day
from ui.common.attempt import attempt
from ui.common.desk import Desk
from ui.common.removal import Removal
from ui.common.segments import Options
from ui.common.tokens import Tone
from ui.visit.move_dialog import MoveDialog
from ui.visit.plan_rows import Block, BlockState
from ui.visit.room.next_date import next_date
from ui.visit.visit_dialog import MissedDialog, VisitDialog


class VisitActs:
    """Books, moves and removes visits, with the forms over `parent`."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk, self._parent = desk, parent
        self._visits = desk.services.visit

    def plan_visit(self, draft: VisitDraft | None = None) -> VisitDialog:
        """Open the form of a new visit."""
        dialog = VisitDialog(
            _("New visit"),
            draft or self._begun(),
            self._visits.plan_visit,
            self._parent,
            practices=self._practices(),
            today=self._desk.services.today.day,
            week=self._week,
            memory=self._desk.memory(DraftKind.VISIT),
            save_text=_("Plan it"),
        )
        dialog.open()
        return dialog

    def move_visit_by_hand(self, visit_id: VisitId, start: datetime | None = None) -> MoveDialog:
        """Open the form in which a visit gets another day: at first `start`, if that is given."""
        was, plan = self._visits.visit_draft(visit_id), self._desk.services.plan
        draft = MoveDraft(practice_id=was.practice_id, day=was.day, at=was.at, minutes=was.minutes)
        if start is not None:
            draft = replace(draft, day=write_day(start.date()), at=write_time(start.time()))
        practice = self._visits.visit(visit_id).row.practice
        dialog = MoveDialog(
            draft,
            partial(self._move_as_typed, visit_id, practice),
            self._parent,
            at=practice,
            following=plan.following(visit_id),
            preview=partial(plan.series, visit_id),
            today=self._desk.services.today.day,
            week=partial(self._week, moving=visit_id),
            memory=self._desk.memory(DraftKind.VISIT, visit_id.hex),
        )
        dialog.open()
        return dialog

    def outlook(self, block: Block) -> MoveOutlook:
        """Return what comes of each day the visit could be carried to."""
        plan = self._desk.services.plan
        if block.visit is not None:
            return plan.outlook(block.visit.id)
        return plan.outlook_for(block.practice_id, block.start, block.minutes)

    def drop(self, block: Block, start: datetime) -> VisitId | None:
        """Do what letting a carried visit go means: book it if it is only proposed, ask about
        the ones planned after it if there are any, or else move it. Return the visit."""
        if block.visit is None:
            return self.accept(block, start)
        if self._desk.services.plan.following(block.visit.id):
            self.move_visit_by_hand(block.visit.id, start)
        else:
            self.move(block, block.visit, start)
        return block.visit.id

    def refuse_drop(self, why: str) -> None:
        """Say why a carried visit cannot be let go where it is."""
        self._desk.message.say(why, tone=Tone.WARN)

    def accept(self, block: Block, start: datetime) -> VisitId | None:
        """Book what is proposed; return the new visit unless something is in its way."""
        booked: list[VisitId] = []
        accept = self._desk.services.plan.accept
        book = partial(accept, block.practice_id, start, block.minutes)
        if not attempt(self._parent, lambda: booked.append(book())):
            return None
        said = _("The visit to {practice} is on {day}.")
        self._desk.message.say(
            said.format(practice=block.practice, day=weekday_and_day(start.date())),
            undo=lambda: attempt(self._parent, lambda: self._visits.remove_visit(booked[0])),
        )
        return booked[0]

    def move(self, block: Block, visit: VisitRow, start: datetime) -> None:
        """Move a visit to `start`, this one only."""
        before = self._visits.visit_draft(visit.id)
        after = replace(before, day=write_day(start.date()), at=write_time(start.time()))
        move = self._visits.move_visit
        if not attempt(self._parent, lambda: move(visit.id, after)):
            return
        said = _("The visit at {practice} is moved to {day}.")
        said = f"{said} {self._rest_words(visit.id)}"
        # From a day on which nobody can come there is no way back to it.
        back = None if block.state is BlockState.CONFLICT else partial(move, visit.id, before)
        self._desk.message.say(
            said.format(practice=visit.practice, day=weekday_and_day(start.date())),
            undo=None if back is None else lambda: attempt(self._parent, back),
        )

    def miss(self, visit: VisitRow) -> MissedDialog:
        """Ask why a visit did not happen."""
        dialog = MissedDialog(partial(self._visits.miss_visit, visit.id), self._parent)
        dialog.open()
        return dialog

    def take_back_end(self, visit: VisitRow) -> None:
        """Let a visit that was ended earlier today run again."""
        ends, desk = self._desk.services.visit_end, self._desk
        if not attempt(self._parent, lambda: ends.take_back_end(ends.ended_earlier(visit.id))):
            return
        desk.go("visit_room", visit.id.hex)
        said = _("The visit at {practice} runs again.").format(practice=visit.practice)
        booked = next_date(desk, visit).booked
        if booked is not None:
            stays = _("The next one stays booked on {day}.")
            said = f"{said} {stays.format(day=weekday_and_day(booked.start.date()))}"
        desk.message.say(said)

    def removal(self, visit: VisitRow) -> Removal:
        """Return how a visit that was never held is removed."""
        text = _("{practice}, {day}. The plan then proposes another day.")
        return Removal(
            "remove_visit",
            _("Remove this visit?"),
            text.format(practice=visit.practice, day=weekday_and_day(visit.start.date())),
            _("Remove the visit"),
            lambda: self._remove(visit.id),
        )

    def draft_for(self, practice_id: PracticeId, day: datetime | None = None) -> VisitDraft:
        """Return a draft of a new visit, as the practice wishes it."""
        wished = self._desk.services.practice.draft(practice_id)
        return VisitDraft(
            practice_id=str(practice_id),
            day=write_day(day.date()) if day else "",
            at=wished.at,
            minutes=wished.minutes,
        )

    def _move_as_typed(self, visit_id: VisitId, practice: str, draft: VisitDraft) -> None:
        if not isinstance(draft, MoveDraft) or draft.scope != MoveScope.FOLLOWING:
            back = partial(self._visits.move_visit, visit_id, self._visits.visit_draft(visit_id))
            self._visits.move_visit(visit_id, draft)
            said = _("The visit at {practice} is moved.").format(practice=practice)
            self._desk.message.say(
                f"{said} {self._rest_words(visit_id)}", undo=lambda: attempt(self._parent, back)
            )
            return
        plan = self._desk.services.plan
        before = plan.move_series(visit_id, draft)
        count = len(before) - 1
        said = ngettext(
            "The visit at {practice} is moved, and {n} following one with it.",
            "The visit at {practice} is moved, and {n} following ones with it.",
            count,
        )
        self._desk.message.say(
            said.format(practice=practice, n=count),
            undo=lambda: attempt(self._parent, lambda: plan.move_back(before)),
        )

    def _rest_words(self, visit_id: VisitId) -> str:
        """Return what becomes of the visits after one that was moved alone."""
        if self._desk.services.plan.following(visit_id):
            return _("The others stay.")
        return _("What is proposed after it counts from the new day.")

    def _remove(self, visit_id: VisitId) -> None:
        self._visits.remove_visit(visit_id)
        self._desk.services.draft.drop(DraftKind.VISIT, visit_id.hex)
        self._desk.message.say(_("The visit is removed."))

    def _week(
        self, day: date, practice_id: str, moving: VisitId | None = None
    ) -> Sequence[DayLoad]:
        where = PracticeId(UUID(practice_id)) if practice_id else None
        return self._desk.services.plan.week(day, where, moving)

    def _begun(self) -> VisitDraft:
        """Return an empty draft; where there is only one practice, as it is usually visited."""
        rows = self._desk.services.practice.list_practices()
        if len(rows) != 1:
            return VisitDraft()
        usual = self._desk.services.practice.draft(rows[0].id)
        return VisitDraft(practice_id=str(rows[0].id), at=usual.at, minutes=usual.minutes)

    def _practices(self) -> Options:
        rows = self._desk.services.practice.list_practices()
        return [(str(row.id), row.name) for row in rows]
