"""The citizens: official test persons over and over, each with the consents they are here by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

from sqlmodel import Session, SQLModel

from app.data.audit import note_act
from app.data.consent import CitizenRecord, ConsentRecord, PartyRecord
from app.data.followup import FollowupRecord
from app.demo.decade.story import Story, write
from app.demo.people import EINER, NANCY, SCHWENDLUND
from app.domain.audit import Action
from app.domain.consent import (
    RELAYED_DAYS,
    ConsentForm,
    ConsentKind,
    ConsentStatus,
    ReachKind,
    RelayedFacts,
)
from app.domain.days import a_year_after
from app.domain.flag_choice import Employment
from app.domain.followup import Origin, Outcome
from app.domain.giving import GivingFacts
from app.domain.party import PartyKind
from app.domain.renewal import RenewalFacts
from app.services.consent_record import relayed_records, together_record

NAMES = (NANCY, EINER, SCHWENDLUND)
ENDED_ONE_IN, ARCHIVED_ONE_IN = 7, 14
KEPT_AFTER_END = 170  # days: a little less than six months
RESTS_ON_A_FLAG = 80  # days: a little less than a flag lives
_EMPLOYERS = ("Eksempel Tømmerhandel A/S", "Eksempel Transport ApS", "Eksempel Kontor A/S")
_PARTIES = ((PartyKind.GP, "Egen læge"), (PartyKind.UNION, "Fagforeningen"))
_JOBS = ("Ordrebehandler", "Chauffør", "Kontorassistent", "Lagermedarbejder")


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """One follow-up as the other parts of the story need it; its first party is the employer."""

    id: UUID
    number: int
    citizen_id: UUID
    started_on: date
    ended_on: date | None
    parties: tuple[UUID, ...]


def add_people(session: Session, story: Story) -> tuple[Followed, ...]:
    """Write the citizens, their consents and parties, and the follow-ups they let one begin."""
    write(
        session, [row for number in range(story.scale.relayed) for row in _relayed(story, number)]
    )
    everybody = tuple(_starts(story))
    write(session, [row for one, _number in everybody for row in _person(story, one)])
    write(session, [party for one, _number in everybody for party in _parties_of(one)])
    write(session, [_followup(story, one, number) for one, number in everybody])
    for one, _number in everybody:
        note_act(session, Action.CONSENT_GIVEN, ConsentKind.CONFIRMED, person=one.citizen_id)
    return tuple(one for one, _number in everybody)


def giving(day: date) -> GivingFacts:
    """Return how each yes of the story was given."""
    return GivingFacts(
        given_on=day,
        form=ConsentForm.WRITTEN,
        received_by="Kim Eksempelsen",
        received_place="Hos egen læge",
        original_at="Kommunens fagsystem",
        told="",
    )


def expired(consent: ConsentRecord) -> ConsentRecord:
    """Return the consent as it stands once its last day is over."""
    consent.status, consent.ended_on = ConsentStatus.EXPIRED, consent.expires_on
    return consent


def begun_lately(story: Story, everybody: Sequence[Followed]) -> list[Followed]:
    """Return the follow-ups that can still rest on a flag."""
    return [one for one in everybody if one.started_on >= story.ago(RESTS_ON_A_FLAG)]


def _starts(story: Story) -> Iterator[tuple[Followed, str]]:
    """Yield the follow-ups in the order they began, each with its number in its year."""
    count, span = story.scale.citizens - story.scale.relayed, 365 * story.scale.years - 1
    in_year: Counter[int] = Counter()
    for number in range(count):
        day = story.first_day + timedelta(days=number * span // count)
        in_year[day.year] += 1
        yield _followed(story, number, day), f"{day:%y}-{in_year[day.year]:03}"


def _followed(story: Story, number: int, day: date) -> Followed:
    ended_on = story.ago(number * 11 % KEPT_AFTER_END)
    ends = number % ENDED_ONE_IN == ENDED_ONE_IN - 1 and day < story.ago(KEPT_AFTER_END)
    return Followed(
        id=uuid4(),
        number=number,
        citizen_id=uuid4(),
        started_on=day,
        ended_on=ended_on if ends else None,
        parties=tuple(uuid4() for _kind in (PartyKind.EMPLOYER, *_PARTIES)),
    )


def _person(story: Story, followed: Followed) -> list[SQLModel]:
    yeses = list(_yeses(story, followed))
    citizen = CitizenRecord(
        id=followed.citizen_id,
        name=NAMES[followed.number % len(NAMES)],
        reach_kind=ReachKind.PHONE,
        reach="00 00 00 11",
        safe_when="Hverdage efter kl. 15",
        root_consent_id=yeses[-1].id,
    )
    return [citizen, *yeses]


def _yeses(story: Story, followed: Followed) -> Iterator[ConsentRecord]:
    """Yield a citizen's yes to working together, renewed on the day the one before it ran out."""
    day = followed.started_on
    while (until := a_year_after(day)) < story.today:
        yield expired(_together(followed, day, until))
        day = until
    yield _together(followed, day, until)


def _together(followed: Followed, day: date, until: date) -> ConsentRecord:
    return together_record(RenewalFacts(giving=giving(day), expires_on=until), followed.citizen_id)


def _parties_of(one: Followed) -> list[PartyRecord]:
    kinds = ((PartyKind.EMPLOYER, _EMPLOYERS[one.number % len(_EMPLOYERS)]), *_PARTIES)
    return [
        PartyRecord(id=party_id, citizen_id=one.citizen_id, kind=kind, name=name)
        for party_id, (kind, name) in zip(one.parties, kinds, strict=True)
    ]


def _followup(story: Story, one: Followed, number: str) -> FollowupRecord:
    ended = one.ended_on is not None
    lately = one.started_on >= story.ago(RESTS_ON_A_FLAG)
    return FollowupRecord(
        id=one.id,
        citizen_id=one.citizen_id,
        number=number,
        origin=Origin.FLAG if lately else Origin.CITIZEN,
        employment=Employment.PARTLY_SICK,
        job_title=_JOBS[one.number % len(_JOBS)],
        weekly_hours=37.0,
        sick_since=one.started_on,
        functions="Kan samle sig en time ad gangen.",
        wishes="Vil gerne beholde jobbet.",
        started_on=one.started_on,
        ended_on=one.ended_on,
        outcome=story.dice.choice(list(Outcome)) if ended else None,
        archived_on=one.ended_on if one.number % ARCHIVED_ONE_IN == ENDED_ONE_IN - 1 else None,
    )


def _relayed(story: Story, number: int) -> tuple[SQLModel, SQLModel]:
    """Return a yes a doctor passed on of late, and whose it is."""
    day = story.ago(number % RELAYED_DAYS)
    return relayed_records(
        RelayedFacts(
            name=NAMES[number % len(NAMES)],
            reach_kind=ReachKind.PHONE,
            reach="00 00 00 13",
            safe_when="Kun tirsdag formiddag",
            relayed_by="Anna Eksempel",
            given_on=day,
            expires_on=day + timedelta(days=RELAYED_DAYS),
            form=ConsentForm.SPOKEN,
            flag_id=None,
        )
    )
