"""What was done with each citizen: contacts, tasks, measures, roundtables, papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

from sqlmodel import Session, SQLModel, col, update

from app.data.disclosure import Basis, DisclosureRecord
from app.data.followup import ContactRecord
from app.data.measure import MeasureRecord
from app.data.roundtable import AgreementRecord, ParticipantRecord, RoundtableRecord, StepRecord
from app.data.task import TaskRecord
from app.data.transfer import TransferRecord
from app.demo.decade.people import Followed
from app.demo.decade.story import Story, write
from app.demo.roundtables import AGREEMENTS
from app.domain.audience import Audience
from app.domain.contact import Channel, ContactOutcome, Way
from app.domain.paper import PaperKind
from app.domain.roundtable import RoundtableStatus, Seat
from app.domain.transfer import TransferKind

COPIED_AFTER = 30  # days
MET_ONE_IN, WILL_MEET_ONE_IN = 4, 15
DONE, MEASURED, MEASURED_LONGEST = 4, 3, 300
_TOGETHER = 100
_OPEN_OVER, _OPEN_BEFORE = 90, 10  # days: when what is to be done is due
_NOTES = (
    "Tre timer ad gangen går. Støj er svær.",
    "Aftalt at tale med lederen.",
    "Ringede selv og vil gerne have hjælp.",
    "Plan for optrapning drøftet.",
)
_TASKS = ("Ring som aftalt", "Overfør notat til fagsystemet", "Følg op på planen med lederen")


def add_work(session: Session, story: Story, everybody: Sequence[Followed]) -> None:
    """Write it all; the roundtables that were agreed are locked last."""
    for first in range(0, len(everybody), _TOGETHER):
        few = everybody[first : first + _TOGETHER]
        write(session, [row for one in few for row in _done(story, one)])
    _add_roundtables(session, story, everybody)


def _done(story: Story, one: Followed) -> list[SQLModel]:
    contacts = list(_contacts(story, one))
    copied = _copied(story, contacts)
    return [*contacts, *copied, *_tasks(story, one), *_measures(story, one), _paper(one)]


def _contacts(story: Story, one: Followed) -> Iterator[ContactRecord]:
    dice, count = story.dice, story.scale.contacts_of(one.number)
    for number in range(count):
        yield ContactRecord(
            id=uuid4(),
            followup_id=one.id,
            party_id=one.parties[0] if number % 3 == 2 else None,
            day=_spread(story, one, number, count),
            at=time(8 + number % 8, number * 7 % 60),
            channel=dice.choice(list(Channel)),
            way=dice.choice(list(Way)),
            outcome=dice.choice(list(ContactOutcome)),
            note=dice.choice(_NOTES),
        )


def _spread(story: Story, one: Followed, number: int, count: int) -> date:
    """Return the day of one of `count` things that are spread over a follow-up."""
    span = ((one.ended_on or story.today) - one.started_on).days
    return one.started_on + timedelta(days=number * span // count)


def _copied(story: Story, contacts: Sequence[ContactRecord]) -> Iterator[TransferRecord]:
    for contact in contacts[::2]:
        day = contact.day + timedelta(days=COPIED_AFTER)
        if day <= story.today:
            yield TransferRecord(
                kind=TransferKind.CONTACT,
                entry=contact.id.hex,
                followup_id=contact.followup_id,
                transferred_on=day,
            )


def _tasks(story: Story, one: Followed) -> Iterator[TaskRecord]:
    for number in range(DONE):
        day = _spread(story, one, number, DONE)
        what = _TASKS[number % len(_TASKS)]
        yield TaskRecord(id=uuid4(), followup_id=one.id, what=what, due_on=day, done_on=day)
    if one.ended_on is None:
        days = one.number * 13 % _OPEN_OVER - _OPEN_BEFORE
        due_on = story.today + timedelta(days=days)
        yield TaskRecord(id=uuid4(), followup_id=one.id, what=_TASKS[0], due_on=due_on)


def _measures(story: Story, one: Followed) -> Iterator[MeasureRecord]:
    count = MEASURED if one.number else MEASURED_LONGEST
    days = {_spread(story, one, number, count) for number in range(count)}
    for number, day in enumerate(sorted(days)):
        yield MeasureRecord(
            id=uuid4(),
            followup_id=one.id,
            day=day,
            work_ability=number % 9,
            worked_hours=float(number % 30),
            planned_hours=30.0,
        )


def _paper(one: Followed) -> DisclosureRecord:
    at = datetime.combine(one.started_on, time(9), UTC)
    return DisclosureRecord(
        id=uuid4(),
        basis=Basis.SELF,
        citizen_id=one.citizen_id,
        paper=PaperKind.CONSENT_FORM.value,
        file_name=f"consent-form-{at:%Y-%m}-{one.number % 1000:03}.pdf",
        at=at,
        sha256=f"{one.number:064x}",
    )


def _add_roundtables(session: Session, story: Story, everybody: Sequence[Followed]) -> None:
    held, ahead = list(_held(story, everybody)), list(_ahead(story, everybody))
    write(session, [table for _one, table in held] + ahead)
    write(session, [part for one, table in held for part in _parts(one, table)])
    final = {"status": RoundtableStatus.FINAL, "finalised_on": RoundtableRecord.day}
    over = col(RoundtableRecord.day) < story.today
    session.exec(update(RoundtableRecord).where(over).values(final))


def _held(
    story: Story, everybody: Sequence[Followed]
) -> Iterator[tuple[Followed, RoundtableRecord]]:
    for one in everybody:
        if one.number % MET_ONE_IN == 0 and one.started_on < story.today:
            yield one, _roundtable(one, _spread(story, one, 1, 2))


def _ahead(story: Story, everybody: Sequence[Followed]) -> Iterator[RoundtableRecord]:
    for one in everybody:
        if one.number % WILL_MEET_ONE_IN == 1 and one.ended_on is None:
            yield _roundtable(one, story.today + timedelta(days=one.number % 30))


def _roundtable(one: Followed, day: date) -> RoundtableRecord:
    return RoundtableRecord(
        id=uuid4(),
        followup_id=one.id,
        version=1,
        status=RoundtableStatus.DRAFT,
        day=day,
        at=time(13),
        place="Hos arbejdsgiveren",
    )


def _parts(one: Followed, table: RoundtableRecord) -> Iterator[SQLModel]:
    last = table.day + timedelta(weeks=6)
    for seat in Seat:
        party_id = one.parties[0] if seat is Seat.PARTY else None
        yield ParticipantRecord(
            id=uuid4(), roundtable_id=table.id, who=seat, party_id=party_id, attended=1
        )
    for position, (function, task, adjustment, owner) in enumerate(AGREEMENTS):
        yield AgreementRecord(
            id=uuid4(),
            roundtable_id=table.id,
            position=position,
            function=function,
            task=task,
            adjustment=adjustment,
            first=table.day,
            last=last,
            review_on=last,
            owner=owner,
            audience=Audience.EMPLOYER,
        )
    yield StepRecord(id=uuid4(), roundtable_id=table.id, first=table.day, last=last, hours=20.0)
