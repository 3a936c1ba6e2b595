"""The flags that are still there, and of all others what is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from uuid import UUID, uuid4

from sqlmodel import Session

from app.data.flag import FlagFunctionRecord, FlagOutcomeRecord, FlagRecord
from app.data.followup import FollowupRecord
from app.demo.decade.people import Followed
from app.demo.decade.practices import Office
from app.demo.decade.story import Story, write
from app.demo.decade.visits import Held
from app.demo.visits import NOTES
from app.domain.flag_choice import (
    Actor,
    AgeBand,
    CloseReason,
    Employment,
    FlagStatus,
    Function,
    Mentioned,
    NextStep,
    Sector,
    Theme,
    Urgency,
)
from app.domain.flag_code import new_flag_code

KEPT = 85  # days: a little less than a flag lives
TOLD_WITHIN = 12  # days: a little less than a flag lives that the doctor heard back about
_WAITING = (FlagStatus.RAISED, FlagStatus.DOCTOR_ASKS, FlagStatus.DOCTOR_ASKS, FlagStatus.AWAITING)
_FATES = (*_WAITING, FlagStatus.CLOSED)

Visit = tuple[UUID, date]


def add_flags(
    session: Session,
    story: Story,
    offices: Sequence[Office],
    held: Held,
    begun: Sequence[Followed],
) -> None:
    """Write them. The follow-ups `begun` of late rest each on one, which is consented then."""
    functions: list[FlagFunctionRecord] = []
    flags: list[FlagRecord] = []
    taken: set[str] = set()
    places = _places(story, offices, held)
    for number in range(story.scale.live_flags):
        office, visit = places[number % len(places)]
        flag = _flag(story, office, visit, taken)
        flags.append(flag)
        taken.add(flag.code)
        functions += _functions(story, flag.id)
        _tell(story, flag, held[office.id])
    links = _consented(flags, begun)
    write(session, flags)
    write(session, functions)
    for followup_id, flag_id in links:
        session.get_one(FollowupRecord, followup_id).flag_id = flag_id
    write(session, _outcomes(story, offices))


def _places(story: Story, offices: Sequence[Office], held: Held) -> list[tuple[Office, Visit]]:
    """Return where and when a live flag can have been raised."""
    oldest = story.ago(KEPT)
    return [
        (office, visit) for office in offices for visit in held[office.id] if visit[1] >= oldest
    ]


def _flag(story: Story, office: Office, visit: Visit, taken: set[str]) -> FlagRecord:
    dice, (visit_id, day) = story.dice, visit
    status = dice.choice(_FATES)
    closed = status is FlagStatus.CLOSED
    return FlagRecord(
        id=uuid4(),
        code=new_flag_code(taken, choose=dice.choice),
        practice_id=office.id,
        visit_id=visit_id,
        theme=dice.choice(list(Theme)),
        employment=dice.choice(list(Employment)),
        sector=dice.choice(list(Sector)),
        age_band=dice.choice(list(AgeBand)),
        urgency=dice.choice(list(Urgency)),
        mentioned=dice.choice(list(Mentioned)),
        may_quote=dice.randint(0, 1),
        next_step=dice.choice((NextStep.DOCTOR_TALKS, NextStep.PATIENT_RINGS)),
        who_acts=Actor.DOCTOR,
        status=status,
        close_reason=dice.choice(list(CloseReason)) if closed else None,
        raised_on=day,
        noted_on=day,
        act_by=day + timedelta(days=14),
        note=dice.choice(NOTES),
        told_by=dice.choice(office.doctors),
    )


def _functions(story: Story, flag_id: UUID) -> list[FlagFunctionRecord]:
    named = story.dice.sample(list(Function), k=story.dice.randint(1, 2))
    return [FlagFunctionRecord(flag_id=flag_id, function=function) for function in named]


def _tell(story: Story, flag: FlagRecord, visits: Sequence[Visit]) -> None:
    """Let the doctor have heard back about a closed flag, if there was a visit lately."""
    visit_id, day = visits[-1]
    if flag.status is FlagStatus.CLOSED and flag.raised_on < day >= story.ago(TOLD_WITHIN):
        flag.feedback_visit_id = visit_id


def _consented(flags: Sequence[FlagRecord], begun: Sequence[Followed]) -> list[tuple[UUID, UUID]]:
    """Let each follow-up rest on a flag of its own, raised before it began."""
    waiting = [flag for flag in flags if flag.status in _WAITING]
    links = []
    for followup in begun:
        flag = next((one for one in waiting if one.raised_on <= followup.started_on), None)
        if flag is not None:
            waiting.remove(flag)
            flag.status = FlagStatus.CONSENTED
            links.append((followup.id, flag.id))
    return links


def _outcomes(story: Story, offices: Sequence[Office]) -> list[FlagOutcomeRecord]:
    return list(_counted(story, offices, story.scale.flags - story.scale.live_flags))


def _counted(story: Story, offices: Sequence[Office], count: int) -> Iterator[FlagOutcomeRecord]:
    span = (story.ago(KEPT) - story.first_day).days
    for number in range(count):
        day = story.first_day + timedelta(days=number * span // count)
        yield FlagOutcomeRecord(
            id=uuid4(),
            month=f"{day:%Y-%m}",
            practice_id=story.dice.choice(offices).id,
            theme=story.dice.choice(list(Theme)),
        )
