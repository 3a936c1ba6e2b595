"""What may be said at a visit about each earlier flag, gathered from the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.data.feedback import find_untold, find_untold_practices, flags_to_tell_of
from app.data.flag import FlagRecord, find_flags
from app.data.practice import find_doctors, practice_names
from app.data.visit import VisitRecord, next_planned_days
from app.domain.feedback import feedback_line, is_told, on_paper, paper_line, untold_line
from app.domain.flag import FlagId
from app.domain.flag_choice import FlagStatus
from app.domain.flag_doctor import FlagDoctor
from app.domain.practice import DoctorId, PracticeId
from app.domain.preparation import PreparedFlag
from app.domain.today import UntoldRow
from app.domain.visit import FeedbackLine, VisitStatus
from app.domain.visit_summary import SummaryFeedback
from app.system.clock import local

_OVER = (FlagStatus.CONSENTED, FlagStatus.CLOSED)


def feedback_lines(session: Session, visit: VisitRecord, today: date) -> tuple[FeedbackLine, ...]:
    """Return a line for each earlier flag of the practice, for the screen."""
    flags = _earlier_flags(session, visit, today)
    allowed = flags_to_tell_of(session, [flag.id for flag in flags], today)
    doctors = _doctors(session, visit.practice_id)
    lines = []
    for flag in flags:
        shown, text = feedback_line(
            flag.status,
            flag.close_reason,
            feedback_allowed=flag.id in allowed,
            roundtable_final=allowed.get(flag.id, False),
            asked_days=(today - flag.raised_on).days,
        )
        given = flag.feedback_visit_id == visit.id
        lines.append(
            FeedbackLine(
                flag_id=FlagId(flag.id),
                code=flag.code,
                status=shown,
                text=text,
                given=given,
                told_by=doctors.get(flag.told_by),
            )
        )
    return tuple(lines)


def paper_lines(session: Session, visit: VisitRecord, today: date) -> tuple[SummaryFeedback, ...]:
    """Return the same flags as they stand on paper: what was told at the visit, and no more."""
    lines = []
    for flag, shown, text in _on_paper(session, _earlier_flags(session, visit, today), today):
        told = flag.feedback_visit_id == visit.id
        said = (shown, text) if told else untold_line(shown)
        if said is not None:
            lines.append(SummaryFeedback(code=flag.code, status=said[0], text=said[1]))
    return tuple(lines)


def prepared_flags(
    session: Session, practice_id: PracticeId, coming: VisitRecord | None, today: date
) -> tuple[tuple[PreparedFlag, ...], tuple[PreparedFlag, ...]]:
    """Return the earlier flags of a practice to get ready for: those there is something to tell
    about, and those there is not, each list in the order the flags were raised.

    Of a closed or consented flag that was told, nothing comes up again. One closed because the
    citizen was advised comes up like one that waits: if it were gone, its paper would tell that
    the citizen rang.
    """
    owed: list[PreparedFlag] = []
    waiting: list[PreparedFlag] = []
    doctors = _doctors(session, practice_id)
    visit_id = coming.id if coming else None
    flags = _flags_before(session, practice_id, visit_id, last=today, today=today)
    for flag, shown, text in _on_paper(session, flags, today):
        told = is_told(shown)
        line = PreparedFlag(
            code=flag.code,
            theme=flag.theme,
            told=text if told else "",
            told_by=doctors.get(flag.told_by),
        )
        (owed if told else waiting).append(line)
    return tuple(owed), tuple(waiting)


def untold_rows(session: Session, today: date) -> tuple[UntoldRow, ...]:
    """Return the practices whose doctors have had no feedback on some flag, the one visited first
    at the top."""
    names, ahead = practice_names(session), next_planned_days(session, today)
    to_tell = Counter(_practices_to_tell(session, today))
    flags = Counter(find_untold_practices(session))
    rows = [
        UntoldRow(
            practice_id=PracticeId(practice_id),
            practice=name,
            flags=flags[practice_id.hex],
            to_tell=to_tell[practice_id.hex],
            next_on=ahead.get(practice_id),
        )
        for practice_id, name in names.items()
        if practice_id.hex in flags
    ]
    return tuple(sorted(rows, key=lambda row: (row.next_on or date.max, row.practice)))


def tells_something(session: Session, flag: FlagRecord, today: date) -> bool:
    """Return whether there is anything to tell the doctor about this flag today."""
    return any(is_told(shown) for _flag, shown, _text in _on_paper(session, [flag], today))


def forget_empty_feedback(session: Session, visit: VisitRecord, today: date) -> None:
    """Take back the tick of every line that told the doctor nothing.

    What counts as feedback lets a flag go 14 days later. If "nothing to report" counted, a flag
    whose citizen has rung would be gone from the next paper, and one still waiting would not.
    """
    flags = [flag for flag in find_flags(session) if flag.feedback_visit_id == visit.id]
    for flag, shown, _text in _on_paper(session, flags, today):
        if not is_told(shown):
            flag.feedback_visit_id = None


def _practices_to_tell(session: Session, today: date) -> Iterator[str]:
    """Yield the practice of each flag there is something to tell about, as it is stored."""
    found = find_untold(session, _OVER)  # of others nothing is ever told
    consented = [UUID(one.flag) for one in found if one.status is FlagStatus.CONSENTED]
    allowed = {flag.hex for flag in flags_to_tell_of(session, consented, today)}
    for one in found:
        shown = on_paper(one.status, one.close_reason, feedback_allowed=one.flag in allowed)
        if is_told(shown):
            yield one.practice


def _doctors(session: Session, practice_id: UUID) -> dict[UUID | None, FlagDoctor]:
    return {
        doctor.id: FlagDoctor(id=DoctorId(doctor.id), name=doctor.name)
        for doctor in find_doctors(session, practice_id)
    }


def _on_paper(
    session: Session, flags: list[FlagRecord], today: date
) -> Iterator[tuple[FlagRecord, FlagStatus, str]]:
    allowed = flags_to_tell_of(session, [flag.id for flag in flags], today)
    for flag in flags:
        shown, text = paper_line(
            flag.status,
            flag.close_reason,
            feedback_allowed=flag.id in allowed,
            roundtable_final=allowed.get(flag.id, False),
        )
        yield flag, shown, text


def _earlier_flags(session: Session, visit: VisitRecord, today: date) -> list[FlagRecord]:
    last = _last_day(visit, today)
    return _flags_before(session, visit.practice_id, visit.id, last=last, today=today)


def _flags_before(
    session: Session, practice_id: UUID, visit_id: UUID | None, *, last: date, today: date
) -> list[FlagRecord]:
    """Return the flags raised up to `last`, but not at the visit itself, that are not over."""
    flags = find_flags(session, practice_id=practice_id)
    dropped = _dropped(session, flags, visit_id, today)
    return [
        flag
        for flag in flags
        if flag.raised_on <= last and flag.id not in dropped
        if visit_id is None or flag.visit_id != visit_id
        # A closed or consented flag is told of once; the others come up until something happens.
        if flag.status not in _OVER or flag.feedback_visit_id in (None, visit_id)
    ]


def _dropped(
    session: Session, flags: Sequence[FlagRecord], visit_id: UUID | None, today: date
) -> set[UUID]:
    """Return the flags dropped at another visit; what the citizen lets the doctor hear comes up
    all the same. Whether the citizen has rung makes no difference here."""
    dropped = {flag.id for flag in flags if flag.dropped_visit_id not in (None, visit_id)}
    return dropped - flags_to_tell_of(session, dropped, today).keys()


def _last_day(visit: VisitRecord, today: date) -> date:
    """Return the day up to which flags belong to earlier visits."""
    if visit.status in (VisitStatus.HELD, VisitStatus.RUNNING) and visit.started_at is not None:
        return max(visit.start.date(), local(visit.started_at).date())
    return max(visit.start.date(), today)
