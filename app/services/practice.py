"""What can be done with practices, their doctors and the days they are closed."""

from __future__ import annotations

from sqlmodel import Session

from app.changes import Topic
from app.data.consent import known_names
from app.data.cooperation import find_cooperations
from app.data.flag import find_flags
from app.data.lesson import find_lessons
from app.data.practice import (
    ClosedRecord,
    DoctorRecord,
    PracticeRecord,
    count_doctors,
    find_closed,
    find_doctors,
    find_practices,
    get_closed,
    get_doctor,
    get_practice,
    has_practices,
)
from app.data.vault import Vault
from app.data.visit import find_visits, last_held_days, next_planned_days, running_visit
from app.domain.flag_choice import FlagStatus
from app.domain.language import _, ngettext
from app.domain.look_alike import look_alike
from app.domain.practice import (
    ClosedDraft,
    ClosedId,
    DoctorDraft,
    DoctorId,
    PracticeDraft,
    PracticeId,
    PracticeRow,
    PracticeSheet,
    settle_closed,
    settle_doctor,
    settle_practice,
)
from app.domain.practice_history import PracticeHistory
from app.domain.problem import Refused
from app.domain.rhythm import rhythm_kept
from app.domain.typed import write_day
from app.domain.visit import VisitStatus
from app.services.meeting import meetings
from app.services.practice_view import (
    closed_row,
    doctor_row,
    practice_columns,
    practice_draft,
    practice_facts,
    staff_names,
)
from app.services.visit_view import promise_rows
from app.system.clock import Today


class PracticeService:
    """Keep the register of practices."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def list_practices(self, *, archived: bool = False) -> tuple[PracticeRow, ...]:
        """Return the practices by name; archived ones too when asked for."""
        with self._vault.read() as session:
            doctors = count_doctors(session)
            held = last_held_days(session)
            ahead = next_planned_days(session, self._today())
            return tuple(
                PracticeRow(
                    id=PracticeId(record.id),
                    name=record.name,
                    format=record.format,
                    rhythm_weeks=record.rhythm_weeks,
                    doctors=doctors.get(record.id, (0, 0))[0],
                    trainees=doctors.get(record.id, (0, 0))[1],
                    last_held_on=held.get(record.id),
                    next_on=ahead.get(record.id),
                    archived=record.archived_on is not None,
                )
                for record in find_practices(session, archived=archived)
            )

    def has_practices(self) -> bool:
        """Return whether any practice is registered, be it archived."""
        with self._vault.read() as session:
            return has_practices(session)

    def practice(self, practice_id: PracticeId) -> PracticeSheet:
        """Return everything the page of one practice shows."""
        with self._vault.read() as session:
            record = get_practice(session, practice_id)
            flags = find_flags(session, practice_id=record.id)
            return PracticeSheet(
                id=practice_id,
                facts=practice_facts(record),
                doctors=tuple(doctor_row(one) for one in find_doctors(session, record.id)),
                closed=tuple(closed_row(one) for one in find_closed(session, record.id)),
                last_held_on=last_held_days(session, record.id).get(record.id),
                next_on=next_planned_days(session, self._today(), record.id).get(record.id),
                open_flags=sum(flag.status is not FlagStatus.CLOSED for flag in flags),
                visits=len(find_visits(session, practice_id=record.id)),
                archived=record.archived_on is not None,
            )

    def history(self, practice_id: PracticeId) -> PracticeHistory:
        """Return the rhythm that was kept at a practice, and what was promised there."""
        with self._vault.read() as session:
            record = get_practice(session, practice_id)
            held = find_visits(session, practice_id=practice_id, statuses=(VisitStatus.HELD,))
            kept = rhythm_kept(
                [visit.start.date() for visit in held],
                record.tolerated_from,
                record.tolerated_to,
                self._today(),
            )
            return PracticeHistory(
                rhythm=kept,
                promises=promise_rows(session, held, carried=True)[::-1],
                meetings={
                    doctor: how for doctor, (_facts, how) in meetings(session, practice_id).items()
                },
            )

    def find_alike(self, name: str, besides: PracticeId | None = None) -> str:
        """Return the name of another practice, archived or not, that looks like `name`, if any."""
        with self._vault.read() as session:
            others = find_practices(session, archived=True)
            return look_alike(name, [one.name for one in others if one.id != besides])

    def draft(self, practice_id: PracticeId) -> PracticeDraft:
        """Return the practice as a draft to correct."""
        with self._vault.read() as session:
            return practice_draft(practice_facts(get_practice(session, practice_id)))

    def add_practice(self, draft: PracticeDraft) -> PracticeId:
        """Save a new practice; raise `Rejected` if the draft breaks a rule."""
        with self._vault.write(Topic.PRACTICE) as session:
            facts = settle_practice(draft, known_names(session))
            record = PracticeRecord(**practice_columns(facts))
            session.add(record)
            session.flush()
            return PracticeId(record.id)

    def correct_practice(self, practice_id: PracticeId, draft: PracticeDraft) -> None:
        """Save mended fields of a practice."""
        with self._vault.write(Topic.PRACTICE) as session:
            record = get_practice(session, practice_id)
            facts = settle_practice(draft, known_names(session), staff_names(session, practice_id))
            record.sqlmodel_update(practice_columns(facts))

    def archive_practice(self, practice_id: PracticeId) -> None:
        """Put a practice away: it is no longer planned, and keeps its history."""
        with self._vault.write(Topic.PRACTICE) as session:
            record = get_practice(session, practice_id)
            _refuse_while_visited(session, practice_id)
            record.archived_on = record.archived_on or self._today()

    def restore_practice(self, practice_id: PracticeId) -> None:
        """Take a practice out of the archive."""
        with self._vault.write(Topic.PRACTICE) as session:
            get_practice(session, practice_id).archived_on = None

    def removal_consequence(self, practice_id: PracticeId) -> str:
        """Return one sentence on what goes with the practice."""
        with self._vault.read() as session:
            get_practice(session, practice_id)
            visits = len(find_visits(session, practice_id=practice_id))
            flags = len(find_flags(session, practice_id=practice_id))
            more = bool(
                find_lessons(session, practice_id) or find_cooperations(session, practice_id)
            )
        said = _("This also removes {visits} and {flags}.").format(
            visits=ngettext("{n} visit", "{n} visits", visits).format(n=visits),
            flags=ngettext("{n} flag", "{n} flags", flags).format(n=flags),
        )
        if not more:
            return said
        return " ".join((said, _("Its topics and its cooperation agreement go too.")))

    def remove_practice(self, practice_id: PracticeId) -> None:
        """Remove a practice with its visits and flags; `Refused` while a visit runs there."""
        topics = (Topic.VISIT, Topic.FLAG, Topic.TASK, Topic.FOLLOWUP)
        with self._vault.write(Topic.PRACTICE, *topics) as session:
            record = get_practice(session, practice_id)
            _refuse_while_visited(session, practice_id)
            session.delete(record)

    def add_doctor(self, practice_id: PracticeId, draft: DoctorDraft) -> DoctorId:
        """Save a new doctor of a practice."""
        with self._vault.write(Topic.PRACTICE) as session:
            facts = settle_doctor(draft, self._today())
            get_practice(session, practice_id)
            record = DoctorRecord(
                practice_id=practice_id,
                name=facts.name,
                role=facts.role,
                introduced_on=facts.introduced_on,
            )
            session.add(record)
            session.flush()
            return DoctorId(record.id)

    def doctor_draft(self, doctor_id: DoctorId) -> DoctorDraft:
        """Return the doctor as a draft to correct."""
        with self._vault.read() as session:
            record = get_doctor(session, doctor_id)
            return DoctorDraft(
                name=record.name,
                role=record.role.value,
                introduced_on=write_day(record.introduced_on),
            )

    def correct_doctor(self, doctor_id: DoctorId, draft: DoctorDraft) -> None:
        """Save mended fields of a doctor."""
        with self._vault.write(Topic.PRACTICE) as session:
            facts = settle_doctor(draft, self._today())
            record = get_doctor(session, doctor_id)
            record.name, record.role = facts.name, facts.role
            record.introduced_on = facts.introduced_on

    def remove_doctor(self, doctor_id: DoctorId) -> None:
        """Remove a doctor."""
        with self._vault.write(Topic.PRACTICE) as session:
            session.delete(get_doctor(session, doctor_id))

    def add_closed(self, practice_id: PracticeId, draft: ClosedDraft) -> ClosedId:
        """Save days a practice is closed."""
        with self._vault.write(Topic.PRACTICE) as session:
            facts = settle_closed(draft, self._today(), known_names(session))
            get_practice(session, practice_id)
            record = ClosedRecord(
                practice_id=practice_id, first=facts.first, last=facts.last, reason=facts.reason
            )
            session.add(record)
            session.flush()
            return ClosedId(record.id)

    def closed_draft(self, closed_id: ClosedId) -> ClosedDraft:
        """Return the closed days as a draft to correct."""
        with self._vault.read() as session:
            record = get_closed(session, closed_id)
            return ClosedDraft(
                first=write_day(record.first), last=write_day(record.last), reason=record.reason
            )

    def correct_closed(self, closed_id: ClosedId, draft: ClosedDraft) -> None:
        """Save mended closed days."""
        with self._vault.write(Topic.PRACTICE) as session:
            facts = settle_closed(draft, self._today(), known_names(session))
            record = get_closed(session, closed_id)
            record.first, record.last, record.reason = facts.first, facts.last, facts.reason

    def remove_closed(self, closed_id: ClosedId) -> None:
        """Remove closed days: the practice is open then after all."""
        with self._vault.write(Topic.PRACTICE) as session:
            session.delete(get_closed(session, closed_id))


def _refuse_while_visited(session: Session, practice_id: PracticeId) -> None:
    running = running_visit(session)
    if running is not None and running.practice_id == practice_id:
        raise Refused(_("A visit runs here. End the visit first."))
