"""What is read of a person in a random state of consent, against what the state lets be read.

The readers are those of the four sheets of a roundtable (the employer, the citizen's own doctor,
the citizen, oneself), and beside the sheets the doctor's visit summary, the citizen's consent form
and what is read aloud, one's own matrix. What is read comes from the program's own views, and from
finished papers.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlmodel import Session

from app.bootstrap import Services
from app.changes import Topic
from app.data.followup import get_followup
from app.data.roundtable import RoundtableRecord, get_roundtable
from app.data.visit import get_visit
from app.domain.audience import Reader
from app.domain.consent import Direction, Information, PartyId
from app.domain.consent_form import ConsentFormSheet
from app.domain.problem import Refused
from app.domain.sender import Sender, settle_sender
from app.domain.visit_summary import VisitSummary
from app.reports import consent_form, visit_summary
from app.reports.sheet import Rendered
from app.services.citizen import cell_rows, party_rows
from app.services.citizen_view import citizen_sheet_of, own_sheet_of
from app.services.consent_view import form_sheet_of, read_aloud_lines
from app.services.doctor_view import doctor_sheet_of
from app.services.employer_view import employer_sheet_of
from app.services.reader_paper import Sheet, print_sheet
from app.services.roundtable_view import roundtable_sheet
from app.services.visit_view import visit_summary as summary_of
from tests.builders import sender_draft
from tests.papers import read, reader
from tests.reader_states import (
    DOCTOR,
    EMPLOYER,
    TODAY,
    Place,
    Stage,
    State,
    allowed_in,
    in_state,
    may_read,
    random_state,
    set_stage,
)
from tests.reader_words import WORDS, covered_for, words_for, words_in
from ui.consent.matrix_rows import matrix_rows

SENDER: Sender = settle_sender(sender_draft())
TOLD = "We are in contact with the citizen."
UNTOLD = "Nothing to report."
GATHER: dict[Reader, Callable[[Session, RoundtableRecord, date, Sender], Sheet]] = {
    Reader.EMPLOYER: employer_sheet_of,
    Reader.DOCTOR: doctor_sheet_of,
    Reader.CITIZEN: citizen_sheet_of,
    Reader.OWN: own_sheet_of,
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What is read in one state. Who may be told nothing has no sheet."""

    sheets: dict[Reader, Sheet]
    summary: VisitSummary
    form: ConsentFormSheet
    aloud: str
    holding: frozenset[Place]
    seated: frozenset[str]


def see(stage: Stage, session: Session) -> Seen:
    """Return what is read now."""
    followup = get_followup(session, stage.followup)
    record = get_roundtable(session, stage.roundtable)
    parties = party_rows(session, stage.citizen)
    rows = matrix_rows(parties, cell_rows(session, stage.citizen, TODAY), TODAY)
    table = roundtable_sheet(session, record, TODAY, SENDER)
    return Seen(
        sheets=_sheets_of(session, stage),
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


def _sheets_of(session: Session, stage: Stage) -> dict[Reader, Sheet]:
    record = get_roundtable(session, stage.roundtable)
    sheets: dict[Reader, Sheet] = {}
    for who, gather in GATHER.items():
        try:
            sheets[who] = gather(session, record, TODAY, SENDER)
        except Refused:
            continue
    return sheets


def check(stage: Stage, state: State, seen: Seen) -> None:
    """Compare every value that is seen with what the state lets be seen."""
    for who in Reader:
        _check_sheet(seen.sheets.get(who), who, covered_for(stage, state, who))
    told = bool(may_read(state, stage.parties[DOCTOR], Direction.FEEDBACK))
    assert [line.text for line in seen.summary.feedback] == [TOLD if told else UNTOLD]
    allowed = allowed_in(state)
    assert _ticked(stage, seen.form) == allowed
    assert seen.holding == allowed
    assert ("until" in seen.aloud) is bool(allowed)
    employer = may_read(state, stage.parties[EMPLOYER], Direction.PASS_ON)
    assert seen.seated == {kind.value for kind in employer}


def _check_sheet(sheet: Sheet | None, who: Reader, covered: frozenset[Information]) -> None:
    assert (sheet is not None) is bool(covered), (who, covered)
    if sheet is not None:
        assert words_in(str(asdict(sheet))) == words_for(who, covered), (who, covered)
        assert sheet.weekly_hours == (37 if Information.HOURS in covered else 0)


def _ticked(stage: Stage, form: ConsentFormSheet) -> set[Place]:
    parties: dict[str, PartyId] = stage.parties
    return {
        (parties[row.party], row.direction, information)
        for row in form.rows
        for information in row.information
    }


def check_papers(stage: Stage, state: State, seen: Seen) -> None:
    """Print what is seen, and read in the finished papers what the state lets be read."""
    for who, sheet in seen.sheets.items():
        expected = words_for(who, covered_for(stage, state, who))
        assert words_in(_words_of_sheet(sheet)) == expected, who
    told = bool(may_read(state, stage.parties[DOCTOR], Direction.FEEDBACK))
    summary = _words_of_summary(seen.summary)
    assert (TOLD in summary, UNTOLD in summary) == (told, not told)
    ticks, form = _form(seen.form)
    how_given = 1 if seen.form.terms else 0
    assert ticks == how_given + len(allowed_in(state))
    assert not words_in(f"{summary} {form}")


# Equal views give equal papers, to the byte: each is printed and read once.
@cache
def _words_of_sheet(sheet: Sheet) -> str:
    return read(print_sheet(sheet))


@cache
def _words_of_summary(summary: VisitSummary) -> str:
    return read(visit_summary.render(summary))


@cache
def _form(form: ConsentFormSheet) -> tuple[int, str]:
    paper = consent_form.render(form)
    return _drawn_ticks(paper), read(paper)


def files_read() -> int:
    """Return how many different papers were printed and read."""
    kept = (_words_of_sheet, _words_of_summary, _form)
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
                    papers += 2 + len(seen.sheets)
    values = states * values_compared(stage)
    return Tally(states=states, values=values, papers=papers, files=files_read() - before)


def values_compared(stage: Stage) -> int:
    """Return how many values are compared in one state: each cell in the form and in the matrix,
    each word of the plan and the hours on each of its sheets, each kind of information at the
    roundtable, what is told and read aloud."""
    cells = len(stage.parties) * len(Direction) * len(Information)
    return 2 * cells + len(Reader) * (len(WORDS) + 1) + len(Information) + 2
