"""The one place where a roundtable becomes what a reader may be told, and what a correction changes
for that reader.

Each line is looked at twice: is it for this reader, and is its kind of information `covered`? A
remark says what is to be considered, so it goes with the considerations; one that is held goes to
nobody. Whatever is not told is empty here, and no paper looks past it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from app.data.measure import find_measures
from app.data.roundtable import RoundtableRecord
from app.domain.agenda import POINT_LABELS, PointRow
from app.domain.agreement import ActionFacts, AgreementFacts, StepFacts
from app.domain.audience import AUDIENCE_LABELS, Audience, Reader, may_read
from app.domain.consent import Information
from app.domain.hours_ladder import WorkedWeek, until_review, worked_by_week, worked_on
from app.domain.language import _
from app.domain.remark import RemarkFacts, is_held
from app.domain.scheme import SchemeFacts, scheme_name, state_words
from app.domain.words import hours, long_day, quoted, short_day
from app.services.roundtable_line import (
    action_rows,
    agreement_rows,
    point_rows,
    remark_rows,
    scheme_rows,
    step_rows,
)

Covered = Collection[Information]
EVERYTHING: Covered = frozenset(Information)
_NAMES_READERS = (Reader.CITIZEN, Reader.OWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one reader may be told of a version."""

    agreements: tuple[AgreementFacts, ...]
    remarks: tuple[RemarkFacts, ...]
    steps: tuple[StepFacts, ...]
    worked: tuple[WorkedWeek, ...]
    actions: tuple[ActionFacts, ...]
    schemes: tuple[SchemeFacts, ...]
    colleagues_told: str
    duration: str
    disagreements: str
    agenda: tuple[PointRow, ...]


def told_to(session: Session, record: RoundtableRecord, reader: Reader, covered: Covered) -> Told:
    """Return what `reader` may be told where these kinds of information are `covered`."""
    considerations = Information.CONSIDERATIONS in covered
    plan = considerations and reader is not Reader.DOCTOR
    duration = Information.DURATION in covered and reader is not Reader.DOCTOR
    steps = _steps(session, record, reader) if Information.HOURS in covered else ()
    told = Information.SCHEMES in covered and reader is not Reader.DOCTOR
    schemes = scheme_rows(session, record.id) if told else ()
    said = reader in _NAMES_READERS
    return Told(
        agreements=_agreements(session, record, reader, covered),
        remarks=_remarks(session, record, reader) if considerations else (),
        steps=steps,
        worked=worked_beside(session, record, steps) if steps else (),
        actions=tuple(row.facts for row in action_rows(session, record.id)) if plan else (),
        schemes=tuple(row.facts for row in schemes),
        colleagues_told=record.colleagues_told if plan else "",
        duration=record.duration if duration else "",
        disagreements=record.disagreements if said else "",
        agenda=point_rows(session, record.id) if reader is Reader.OWN else (),
    )


def worked_beside(
    session: Session, record: RoundtableRecord, steps: Sequence[StepFacts]
) -> tuple[WorkedWeek, ...]:
    """Return the hours that were worked in the weeks of these steps, and nothing else of a
    measure."""
    lines = find_measures(session, record.followup_id)
    return worked_on(steps, worked_by_week((line.day, line.worked_hours) for line in lines))


def changes_for(
    session: Session, record: RoundtableRecord, reader: Reader, covered: Covered
) -> tuple[str, ...]:
    """Return what this version changes in the one before, of what `reader` may be told today."""
    if record.previous_id is None:
        return ()
    previous = session.get_one(RoundtableRecord, record.previous_id)
    was = told_to(session, previous, reader, covered)
    told = told_to(session, record, reader, covered)
    before, now = _lines(previous, was, reader), _lines(record, told, reader)
    if reader is not Reader.OWN:
        whole = told_to(session, record, Reader.OWN, EVERYTHING)
        before_told = _still_told(was, told, whole, named=reader in _NAMES_READERS)
    else:
        before_told = before
    added = [_("Added: {line}").format(line=line) for line in now if line not in before]
    gone = [_("Removed: {line}").format(line=line) for line in before_told if line not in now]
    return tuple(added + gone)


def _still_told(was: Told, told: Told, whole: Told, *, named: bool) -> list[str]:
    """Return the lines of the version before whose going may be told to somebody else: a line that
    only has other readers by now is not named, nor are words that were written anew."""
    kept = {facts.adjustment for facts in whole.agreements} | {one.text for one in whole.remarks}
    hidden = kept - {facts.adjustment for facts in told.agreements}
    agreements = tuple(one for one in was.agreements if one.adjustment not in hidden)
    return _plan(replace(was, agreements=agreements, remarks=()), named=named)


def _steps(session: Session, record: RoundtableRecord, reader: Reader) -> tuple[StepFacts, ...]:
    """Return the hours ladder; others than the two who know it all are told it until the review."""
    steps = [row.facts for row in step_rows(session, record.id)]
    return tuple(steps) if reader in _NAMES_READERS else until_review(steps, record.review_on)


def _agreements(
    session: Session, record: RoundtableRecord, reader: Reader, covered: Covered
) -> tuple[AgreementFacts, ...]:
    function = Information.FUNCTION in covered
    considerations = Information.CONSIDERATIONS in covered
    if not (function or considerations):
        return ()
    return tuple(
        replace(
            row.facts,
            function=row.facts.function if function else "",
            task=row.facts.task if considerations else "",
            adjustment=row.facts.adjustment if considerations else "",
        )
        for row in agreement_rows(session, record.id)
        if may_read(reader, row.facts.audience)
    )


def _remarks(session: Session, record: RoundtableRecord, reader: Reader) -> tuple[RemarkFacts, ...]:
    """Return the remarks for `reader`: the guard reads them once more, as its lists may have grown
    since."""
    return tuple(
        row.facts
        for row in remark_rows(session, record.id)
        if may_read(reader, row.facts.audience, held=row.facts.held)
        and (reader is Reader.OWN or not is_held(row.facts.text, row.facts.audience))
    )


def _lines(record: RoundtableRecord, told: Told, reader: Reader) -> list[str]:
    """Return every line in words, so that two versions can be told apart."""
    named = reader in _NAMES_READERS
    review = record.review_on
    words = (
        _("held on {day}").format(day=long_day(record.day)),
        record.place if named else "",
        _("followed up on {day}").format(day=long_day(review)) if review else "",
        told.duration,
        told.colleagues_told,
        told.disagreements,
    )
    return [*(line for line in words if line), *_plan(told, named=named)]


def _plan(told: Told, *, named: bool) -> list[str]:
    return [
        *(_agreement(facts, named=named) for facts in told.agreements),
        *(_remark(facts, named=named) for facts in told.remarks),
        *(_step(facts) for facts in told.steps),
        *(_action(facts) for facts in told.actions),
        *(_scheme(facts) for facts in told.schemes),
        *(_point(point) for point in told.agenda),
    ]


def _agreement(facts: AgreementFacts, *, named: bool) -> str:
    what = " – ".join(part for part in (facts.function, facts.task, facts.adjustment) if part)
    line = _("{what}, {first} to {last}, reviewed {review}, {owner}").format(
        what=what,
        first=short_day(facts.first),
        last=short_day(facts.last),
        review=short_day(facts.review_on),
        owner=facts.owner,
    )
    return _with_readers(line, facts.audience) if named else line


def _remark(facts: RemarkFacts, *, named: bool) -> str:
    line = quoted(facts.text)
    return _with_readers(line, facts.audience) if named else line


def _with_readers(line: str, audience: Audience) -> str:
    return _("{line} ({readers})").format(line=line, readers=_(AUDIENCE_LABELS[audience]))


def _step(facts: StepFacts) -> str:
    line = _("{hours} a week, {first} to {last}").format(
        hours=hours(facts.hours), first=short_day(facts.first), last=short_day(facts.last)
    )
    return f"{line}, {facts.days}" if facts.days else line


def _action(facts: ActionFacts) -> str:
    line = f"{facts.who} – {facts.what}"
    return f"{line}, {short_day(facts.due_on)}" if facts.due_on else line


def _scheme(facts: SchemeFacts) -> str:
    return ", ".join(part for part in (scheme_name(facts), state_words(facts), facts.who) if part)


def _point(point: PointRow) -> str:
    return _("Agenda: {point}, {state}").format(
        point=point.facts.title, state=_(POINT_LABELS[point.state]).lower()
    )
