"""What can be done with visits: plan, move, hold, note, end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlmodel import Session

from app.changes import Topic
from app.data.feedback import links_of_told_flags
from app.data.flag import get_flag
from app.data.held import hold
from app.data.practice import PracticeRecord
from app.data.vault import Vault
from app.data.visit import (
    VisitRecord,
    find_visits,
    get_visit,
    has_visits,
    running_visit,
    upcoming_visit,
)
from app.domain.flag import FlagId
from app.domain.language import _
from app.domain.practice import PracticeId
from app.domain.problem import NotFound, Problem, Refused, Rejected
from app.domain.sender import Sender
from app.domain.visit import (
    AttendanceDraft,
    MissedDraft,
    VisitDraft,
    VisitId,
    VisitRow,
    VisitSheet,
    VisitStatus,
    settle_attendance,
    settle_missed,
    settle_visit,
)
from app.domain.visit_summary import Term, VisitSummary
from app.services.feedback import forget_empty_feedback, tells_something
from app.services.term import find_term, terms
from app.services.visit_note import VisitNotes
from app.services.visit_time import (
    book,
    move_to,
    refuse_unfit_time,
    refuse_unmovable,
    refuse_unplanned,
)
from app.services.visit_view import (
    visit_draft,
    visit_row,
    visit_row_of,
    visit_sheet,
    visit_summary,
)
from app.system.clock import Now, Today, local, now_utc


class VisitService(VisitNotes):
    """Plan and hold visits; gather what the visit room and the summary show."""

    def __init__(
        self, vault: Vault, today: Today, sender: Callable[[], Sender], now: Now = now_utc
    ) -> None:
        super().__init__(vault, today)
        self._sender = sender
        self._now = now

    def list_visits(self, practice_id: PracticeId | None = None) -> tuple[VisitRow, ...]:
        """Return visits in time order, of one practice if given; without one, an archived
        practice's plans are left out."""
        with self._vault.read() as session:
            visits = find_visits(session, practice_id=practice_id)
            return _rows(session, visits, every=practice_id is not None)

    def find_visit(self, visit_id: VisitId) -> VisitRow | None:
        """Return one visit in the plan or a list, if it is there; never the plan of an archived
        practice."""
        with self._vault.read() as session:
            record = session.get(VisitRecord, visit_id)
            rows = () if record is None else _rows(session, [record], every=False)
            return rows[0] if rows else None

    def has_visits(self) -> bool:
        """Return whether there is any visit."""
        with self._vault.read() as session:
            return has_visits(session)

    def visit(self, visit_id: VisitId) -> VisitSheet:
        """Return everything the visit room shows."""
        with self._vault.read() as session:
            return visit_sheet(session, get_visit(session, visit_id), self._today())

    def running(self) -> VisitRow | None:
        """Return the visit that runs, if one does."""
        with self._vault.read() as session:
            record = running_visit(session)
            return None if record is None else visit_row(session, record)

    def next_visit(self) -> VisitRow | None:
        """Return the visit that runs, or else the first one planned from today on."""
        with self._vault.read() as session:
            record = upcoming_visit(session, self._today())
            return None if record is None else visit_row(session, record)

    def plan_visit(self, draft: VisitDraft) -> VisitId:
        """Save a new visit; raise `Rejected` for a day or time it cannot have."""
        with self._vault.write(Topic.VISIT) as session:
            facts = settle_visit(draft, self._today())
            return book(session, facts)

    def visit_draft(self, visit_id: VisitId) -> VisitDraft:
        """Return the visit as a draft to move."""
        with self._vault.read() as session:
            return visit_draft(get_visit(session, visit_id))

    def move_visit(self, visit_id: VisitId, draft: VisitDraft) -> None:
        """Move a planned visit, this one only; the day it was first planned for is kept."""
        with self._vault.write(Topic.VISIT) as session:
            facts = settle_visit(draft, self._today())
            record = get_visit(session, visit_id)
            refuse_unmovable(record, facts)
            refuse_unfit_time(session, facts, moving=record)
            move_to(record, facts.start)
            record.minutes = facts.minutes

    def miss_visit(self, visit_id: VisitId, draft: MissedDraft) -> None:
        """Say why a planned visit did not happen."""
        with self._vault.write(Topic.VISIT) as session:
            reason = settle_missed(draft)
            record = get_visit(session, visit_id)
            refuse_unplanned(record)
            record.status, record.missed_reason = VisitStatus.MISSED, reason

    def remove_visit(self, visit_id: VisitId) -> None:
        """Remove a visit that was never held; `Refused` for one that was, or that runs."""
        with self._vault.write(Topic.VISIT, Topic.FLAG) as session:
            record = get_visit(session, visit_id)
            if record.status is VisitStatus.HELD:
                raise Refused(_("This visit was held. The next date counts from it, so it stays."))
            if record.status is VisitStatus.RUNNING:
                raise Refused(_("This visit runs. End it first."))
            session.delete(record)

    def start_visit(self, visit_id: VisitId) -> None:
        """Start a planned visit, on its day or another one; only one runs at a time."""
        with self._vault.write(Topic.VISIT, Topic.FOLLOWUP) as session:
            record = get_visit(session, visit_id)
            self._refuse_start(record, session.get_one(PracticeRecord, record.practice_id))
            other = running_visit(session)
            if other is not None:
                practice = session.get_one(PracticeRecord, other.practice_id)
                text = _("The visit at {practice} still runs. End it first.")
                raise Refused(text.format(practice=practice.name))
            self._cut_told_links(session)
            now = self._now()
            if record.start.date() > self._today():
                # Held before its day: the next date must count from today.
                at = local(now).time().replace(second=0, microsecond=0, tzinfo=None)
                move_to(record, datetime.combine(self._today(), at))
            record.status, record.started_at = VisitStatus.RUNNING, now

    def end_visit(self, visit_id: VisitId) -> VisitId:
        """End the running visit; raise `Rejected` until it says how many doctors were there."""
        with self._vault.write(Topic.VISIT, Topic.FLAG) as session:
            record = get_visit(session, visit_id)
            if record.status is not VisitStatus.RUNNING:
                raise Refused(_("This visit does not run. Start it first."))
            if record.present_doctors is None:
                raise Rejected([Problem("doctors", _("Write how many doctors were there."))])
            forget_empty_feedback(session, record, self._today())
            record.status, record.ended_at = VisitStatus.HELD, self._now()
            return visit_id

    def reopen_visit(self, visit_id: VisitId) -> None:
        """Take back the end of a visit, on the day it was ended."""
        with self._vault.write(Topic.VISIT) as session:
            record = get_visit(session, visit_id)
            if why := self._why_stays_ended(session, record):
                raise Refused(why)
            record.status, record.ended_at = VisitStatus.RUNNING, None

    def why_stays_ended(self, visit_id: VisitId) -> str:
        """Return why the end of a visit cannot be taken back; nothing if it can."""
        with self._vault.read() as session:
            return self._why_stays_ended(session, get_visit(session, visit_id))

    def _why_stays_ended(self, session: Session, record: VisitRecord) -> str:
        ended_at = record.ended_at
        if ended_at is None or local(ended_at).date() != self._today():
            return _("A visit can only be reopened on the day it ended.")
        if running_visit(session) is not None:
            return _("Another visit runs. End it first.")
        held = find_visits(session, practice_id=record.practice_id, statuses=(VisitStatus.HELD,))
        # What was open here was carried on to that one.
        if any(one.ended_at is not None and one.ended_at > ended_at for one in held):
            return _("Another visit was held here after this one.")
        return ""

    def note_attendance(self, visit_id: VisitId, draft: AttendanceDraft) -> None:
        """Save how many were there; never who."""
        with self._vault.write(Topic.VISIT) as session:
            doctors, trainees = settle_attendance(draft)
            record = get_visit(session, visit_id)
            record.present_doctors, record.present_trainees = doctors, trainees

    def terms(self) -> tuple[Term, ...]:
        """Return the pairs of words a visit can have as its term of the day."""
        return terms()

    def set_term(self, visit_id: VisitId, code: str) -> None:
        """Choose the term of the day; an empty code means none."""
        if code and find_term(code) is None:
            raise NotFound(_("This term is no longer in the list. Choose another one."))
        with self._vault.write(Topic.VISIT) as session:
            get_visit(session, visit_id).term = code or None

    def give_feedback(self, visit_id: VisitId, flag_id: FlagId) -> None:
        """Note that the doctor heard at this visit what may be said about the flag."""
        with self._vault.write(Topic.FLAG) as session:
            visit, flag = get_visit(session, visit_id), get_flag(session, flag_id)
            if visit.started_at is None:
                raise Refused(_("The visit has not been held yet. Start it first."))
            if flag.practice_id != visit.practice_id:
                raise Refused(_("This flag belongs to another practice."))
            held = visit.status is VisitStatus.HELD
            if held and not tells_something(session, flag, self._today()):
                raise Refused(_("There is nothing to report about this flag."))
            flag.feedback_visit_id = visit_id

    def take_back_feedback(self, visit_id: VisitId, flag_id: FlagId) -> None:
        """Take back that the doctor heard about the flag at this visit."""
        with self._vault.write(Topic.FLAG) as session:
            flag = get_flag(session, flag_id)
            if flag.feedback_visit_id == visit_id:
                flag.feedback_visit_id = None

    def summary(self, visit_id: VisitId) -> VisitSummary:
        """Gather what the summary prints, in the language in force; `Refused` without a sender."""
        with self._vault.read() as session:
            record = get_visit(session, visit_id)
            return visit_summary(session, record, self._sender(), self._today())

    def forget_told_links(self) -> int:
        """Cut the link to each flag whose doctor heard back on an earlier day; return how many."""
        with self._vault.write(Topic.FOLLOWUP) as session:
            return self._cut_told_links(session)

    def _cut_told_links(self, session: Session) -> int:
        told = links_of_told_flags(session, self._today())
        for followup in told:
            followup.flag_id = None
        return len(told)

    def _refuse_start(self, record: VisitRecord, practice: PracticeRecord) -> None:
        if record.status is VisitStatus.RUNNING:
            raise Refused(_("This visit already runs."))
        if record.status is VisitStatus.HELD:
            raise Refused(_("This visit was held already. Plan a new one."))
        if record.status is VisitStatus.MISSED:
            raise Refused(_("This visit did not happen. Plan a new one."))
        if practice.archived_on is not None:
            raise Refused(_("This practice is archived. Restore it first."))


def _rows(session: Session, visits: Sequence[VisitRecord], *, every: bool) -> tuple[VisitRow, ...]:
    at = {one.id: one for one in hold(session, PracticeRecord, {v.practice_id for v in visits})}
    return tuple(
        visit_row_of(visit, at[visit.practice_id])
        for visit in visits
        if every
        or visit.status is not VisitStatus.PLANNED
        or at[visit.practice_id].archived_on is None
    )
