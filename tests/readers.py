"""Random states of consent, and what each of four readers may read of a person in them.

The readers are the employer (the plan), the doctor (the visit summary), the citizen (the form and
what is read aloud) and oneself (the matrix and the roundtable). What may be read is worked out here
from the state alone; what is read comes from the program's own views, and from finished papers.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert
from sqlmodel import Session

from app.bootstrap import Services
from app.changes import Topic
from app.data.consent import CellRecord, ConsentRecord
from app.data.followup import get_followup
from app.data.roundtable import get_roundtable
from app.data.visit import get_visit
from app.domain.consent import ConsentKind, ConsentStatus, Direction, Information, PartyId
from app.domain.consent_form import ConsentFormSheet
from app.domain.employer_sheet import EmployerSheet
from app.domain.followup import FollowupId
from app.domain.problem import Refused
from app.domain.purpose import Purpose
from app.domain.roundtable import RoundtableId
from app.domain.sender import Sender, settle_sender
from app.domain.visit import AttendanceDraft, VisitId
from app.domain.visit_summary import VisitSummary
from app.reports import consent_form, employer_sheet, visit_summary
from app.reports.sheet import Rendered
from app.services.citizen import cell_rows, party_rows
from app.services.consent_view import form_sheet_of, read_aloud_lines
from app.services.employer_view import employer_sheet_of
from app.services.roundtable_view import roundtable_sheet
from app.services.visit_view import visit_summary as summary_of
from tests.builders import (
    action_draft,
    agreement_draft,
    flag_draft,
    followup_draft,
    party_draft,
    practice_draft,
    roundtable_draft,
    sender_draft,
    step_draft,
    visit_draft,
)
from tests.papers import read, reader
from ui.consent.matrix_rows import matrix_rows

TODAY = date(2026, 9, 9)
SENDER: Sender = settle_sender(sender_draft())
EMPLOYER, DOCTOR, UNION = "Eksempel Tømmerhandel A/S", "Lægen", "TR"
# Words that stand in the plan in one kind of information only.
MARKS: dict[Information, tuple[str, ...]] = {
    Information.FUNCTION: ("Funktionsordet",),
    Information.CONSIDERATIONS: ("Tilpasningsordet", "Opgaveordet", "Kollegaordet", "Handleordet"),
    Information.HOURS: ("17.25",),
    Information.DURATION: ("Varighedsordet",),
}
TOLD = "We are in contact with the citizen."
UNTOLD = "Nothing to report."


class Fate(Enum):
    """What became of one cell."""

    HOLDS = auto()
    LAST_DAY = auto()
    RAN_OUT = auto()
    REFUSED = auto()
    WITHDRAWN = auto()
    EXPIRED = auto()
    INVALID = auto()
    FULFILLED = auto()


class YesFate(Enum):
    """What became of the yes that the cells of one party and direction belong to."""

    HOLDS = auto()
    FELL = auto()
    RAN_OUT = auto()


HOLDING = (Fate.HOLDS, Fate.LAST_DAY)
ENDED: dict[Fate, ConsentStatus] = {
    Fate.REFUSED: ConsentStatus.REFUSED,
    Fate.WITHDRAWN: ConsentStatus.WITHDRAWN,
    Fate.EXPIRED: ConsentStatus.EXPIRED,
    Fate.INVALID: ConsentStatus.INVALID,
    Fate.FULFILLED: ConsentStatus.FULFILLED,
}
UNTILS: dict[Fate, date] = {
    Fate.LAST_DAY: TODAY,
    Fate.RAN_OUT: TODAY - timedelta(days=1),
}
Way = tuple[PartyId, Direction]
Place = tuple[PartyId, Direction, Information]


@dataclass(frozen=True, slots=True)
class Yes:
    """What one party may hear one way: the yes, and a fate for each cell it has."""

    fate: YesFate
    cells: dict[Information, Fate]


State = dict[Way, Yes]


@dataclass(frozen=True, slots=True)
class Stage:
    """A person whose plan, flag and parties are there; what may be read changes with the state."""

    services: Services
    followup: FollowupId
    citizen: UUID
    roundtable: RoundtableId
    visit: VisitId
    parties: dict[str, PartyId]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the four readers read in one state."""

    plan: EmployerSheet | None
    summary: VisitSummary
    form: ConsentFormSheet
    aloud: str
    holding: frozenset[Place]
    seated: frozenset[str]


def set_stage(services: Services) -> Stage:
    """Make the person: everything a plan can hold, each kind in its own words."""
    services.settings.save_sender(sender_draft())
    practice = services.practice.add_practice(practice_draft())
    flag = services.flag.raise_flag(practice, None, flag_draft())
    followup = services.followup.begin(followup_draft(flag_id=flag.id.hex, origin="flag"))
    add = services.party.add_party
    parties = {
        EMPLOYER: add(followup, party_draft(EMPLOYER)),
        DOCTOR: add(followup, party_draft(DOCTOR, kind="gp")),
        UNION: add(followup, party_draft(UNION, kind="union_rep")),
    }
    roundtable = _plan(services, followup)
    visit = services.visit.plan_visit(visit_draft(practice))
    services.visit.start_visit(visit)
    services.visit.give_feedback(visit, flag.id)
    services.visit.note_attendance(visit, AttendanceDraft(doctors="2"))
    citizen = services.followup.followup(followup).citizen_id
    return Stage(services, followup, citizen, roundtable, visit, parties)


def _plan(services: Services, followup: FollowupId) -> RoundtableId:
    draft = roundtable_draft(duration="Varighedsordet", colleagues_told="Kollegaordet")
    roundtable = services.roundtable.plan_roundtable(followup, draft)
    services.agreement.add_agreement(
        roundtable,
        agreement_draft("Funktionsordet", task="Opgaveordet", adjustment="Tilpasningsordet"),
    )
    services.agreement.add_step(roundtable, step_draft(hours="17,25"))
    services.agreement.add_action(roundtable, action_draft("Handleordet"))
    return roundtable


def random_state(stage: Stage, dice: random.Random) -> State:
    """Return a state: mostly nothing, and of the rest every fate as often as any."""
    filled = dice.choice((0.1, 0.4, 0.8))
    fates = list(Fate)
    return {
        (party, direction): Yes(
            dice.choice((*(YesFate.HOLDS,) * 6, YesFate.FELL, YesFate.RAN_OUT)),
            {kind: dice.choice(fates) for kind in Information if dice.random() < filled},
        )
        for party in stage.parties.values()
        for direction in Direction
        if dice.random() < filled
    }


def may_read(state: State, party: PartyId, direction: Direction) -> frozenset[Information]:
    """Return what the state lets go this way."""
    yes = state.get((party, direction))
    if yes is None or yes.fate is not YesFate.HOLDS:
        return frozenset()
    return frozenset(kind for kind, fate in yes.cells.items() if fate in HOLDING)


def allowed_in(state: State) -> set[Place]:
    """Return everything that the state lets go."""
    return {(*way, kind) for way in state for kind in may_read(state, *way)}


@contextmanager
def in_state(stage: Stage, session: Session, state: State) -> Iterator[None]:
    """Let the file hold `state` inside the block, and be as before after it."""
    with session.begin_nested() as nested:
        _store(stage, session, state)
        session.expire_all()
        yield
        nested.rollback()
    session.expire_all()


def _store(stage: Stage, session: Session, state: State) -> None:
    consents, cells, fell = [], [], []
    for (party, direction), yes in state.items():
        consent = uuid4()
        ran_out = yes.fate is YesFate.RAN_OUT
        ends = TODAY - timedelta(days=1) if ran_out else date(2027, 8, 1)
        consents.append(_consent(consent, stage.citizen, ends))
        fell += [consent] if yes.fate is YesFate.FELL else []
        for information, fate in yes.cells.items():
            status = ENDED.get(fate, ConsentStatus.LIVE)
            cell = {"id": uuid4(), "consent_id": consent, "party_id": party, "status": status}
            cell |= {"direction": direction, "information": information}
            cell["until"] = min(ends, UNTILS.get(fate, ends))
            cell["ended_on"] = None if status is ConsentStatus.LIVE else TODAY
            cells.append(cell)
    if consents:
        session.execute(insert(ConsentRecord), consents)
    if cells:
        session.execute(insert(CellRecord), cells)
    for consent in fell:
        record = session.get_one(ConsentRecord, consent)
        record.status, record.ended_on = ConsentStatus.WITHDRAWN, TODAY
    session.flush()


def _consent(consent: UUID, citizen: UUID, ends: date) -> dict[str, object]:
    return {
        "id": consent,
        "citizen_id": citizen,
        "kind": ConsentKind.CONFIRMED,
        "form": "spoken",
        "status": ConsentStatus.LIVE,
        "given_on": date(2026, 8, 20),
        "expires_on": ends,
        "purpose": "",
        "purpose_code": Purpose.PLAN,
        "relayed_by": "",
        "original_at": "",
        "wording_version": 1,
        "received_by": "",
        "received_place": "",
        "told": "",
        "wording_hash": "",
        "hold_back": "",
        "hold_back_why": "",
    }


def see(stage: Stage, session: Session) -> Seen:
    """Return what the readers read now."""
    followup = get_followup(session, stage.followup)
    record = get_roundtable(session, stage.roundtable)
    parties = party_rows(session, stage.citizen)
    rows = matrix_rows(parties, cell_rows(session, stage.citizen, TODAY), TODAY)
    table = roundtable_sheet(session, record, TODAY, SENDER)
    return Seen(
        plan=_plan_of(session, stage),
        summary=summary_of(session, get_visit(session, stage.visit), SENDER, TODAY),
        form=form_sheet_of(session, followup, TODAY, SENDER),
        aloud="\n".join(read_aloud_lines(session, stage.citizen, TODAY)),
        holding=frozenset(
            (row.party.id, row.direction, cell.information)
            for row in rows
            for cell in row.cells
            if cell.holds
        ),
        seated=frozenset(kind.value for kind in table.employer_may_see),
    )


def _plan_of(session: Session, stage: Stage) -> EmployerSheet | None:
    try:
        return employer_sheet_of(session, get_roundtable(session, stage.roundtable), TODAY, SENDER)
    except Refused:
        return None


def check(stage: Stage, state: State, seen: Seen) -> None:
    """Compare every value that is seen with what the state lets be seen."""
    _check_plan(seen.plan, may_read(state, stage.parties[EMPLOYER], Direction.PASS_ON))
    told = bool(may_read(state, stage.parties[DOCTOR], Direction.FEEDBACK))
    assert [line.text for line in seen.summary.feedback] == [TOLD if told else UNTOLD]
    allowed = allowed_in(state)
    names = {party: name for name, party in stage.parties.items()}
    ticked = {
        (row.party, row.direction, information)
        for row in seen.form.rows
        for information in row.information
    }
    assert ticked == {(names[party], way, kind) for party, way, kind in allowed}
    assert seen.holding == allowed
    assert ("until" in seen.aloud) is bool(allowed)
    employer = may_read(state, stage.parties[EMPLOYER], Direction.PASS_ON)
    assert seen.seated == {kind.value for kind in employer}


def _check_plan(plan: EmployerSheet | None, allowed: frozenset[Information]) -> None:
    assert (plan is not None) is bool(allowed)
    if plan is None:
        return
    function, hours = Information.FUNCTION in allowed, Information.HOURS in allowed
    considerations = Information.CONSIDERATIONS in allowed
    assert bool(plan.agreements) is (function or considerations)
    for one in plan.agreements:
        assert one.function == ("Funktionsordet" if function else "")
        assert one.task == ("Opgaveordet" if considerations else "")
        assert one.adjustment == ("Tilpasningsordet" if considerations else "")
    assert (bool(plan.steps), plan.weekly_hours) == (hours, 37 if hours else 0)
    assert bool(plan.actions) is considerations
    assert plan.colleagues_told == ("Kollegaordet" if considerations else "")
    assert plan.duration == ("Varighedsordet" if Information.DURATION in allowed else "")


def check_papers(stage: Stage, state: State, seen: Seen) -> None:
    """Print what is seen, and read in the finished papers what the state lets be read."""
    allowed = may_read(state, stage.parties[EMPLOYER], Direction.PASS_ON)
    if seen.plan is not None:
        words = _words_of_plan(seen.plan)
        for kind, marks in MARKS.items():
            for mark in marks:
                assert (mark in words) is (kind in allowed), (mark, kind)
    told = bool(may_read(state, stage.parties[DOCTOR], Direction.FEEDBACK))
    summary = _words_of_summary(seen.summary)
    assert (TOLD in summary, UNTOLD in summary) == (told, not told)
    ticks, form = _form(seen.form)
    how_given = 1 if seen.form.terms else 0
    assert ticks == how_given + len(allowed_in(state))
    others = f"{summary} {form}"
    assert not any(mark in others for marks in MARKS.values() for mark in marks)


# Equal views give equal papers, to the byte: each is printed and read once.
@cache
def _words_of_plan(plan: EmployerSheet) -> str:
    return read(employer_sheet.render(plan))


@cache
def _words_of_summary(summary: VisitSummary) -> str:
    return read(visit_summary.render(summary))


@cache
def _form(form: ConsentFormSheet) -> tuple[int, str]:
    paper = consent_form.render(form)
    return _drawn_ticks(paper), read(paper)


def files_read() -> int:
    """Return how many different papers were printed and read."""
    kept = (_words_of_plan, _words_of_summary, _form)
    return sum(one.cache_info().misses for one in kept)


def _drawn_ticks(paper: Rendered) -> int:
    """Return how many boxes are ticked: only ticks are white."""
    pages: Any = reader(paper).pages
    return sum(int(page.get_contents().get_data().count(b"1 1 1 RG")) for page in pages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How much was compared: states, values in views, papers, and different files among them."""

    states: int
    values: int
    papers: int
    files: int


def walk(services: Services, states: int, printed: int, seed: int) -> Tally:
    """See `states` random states, and print the first `printed` of them; return how much it was."""
    stage, dice = set_stage(services), random.Random(seed)
    before, papers = files_read(), 0
    with services.vault.write(Topic.CONSENT) as session:
        for number in range(states):
            state = random_state(stage, dice)
            with in_state(stage, session, state):
                seen = see(stage, session)
                check(stage, state, seen)
                if number < printed:
                    check_papers(stage, state, seen)
                    papers += 2 if seen.plan is None else 3
    values = states * values_compared(stage)
    return Tally(states=states, values=values, papers=papers, files=files_read() - before)


def values_compared(stage: Stage) -> int:
    """Return how many values are compared in one state: each cell in the form and in the matrix,
    each kind of information in the plan and at the roundtable, what is told and read aloud."""
    cells = len(stage.parties) * len(Direction) * len(Information)
    return 2 * cells + 2 * len(Information) + 2
