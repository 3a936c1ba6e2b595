"""What can be done with flags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, delete

from app.changes import Topic
from app.data.audit import note_act
from app.data.consent import known_names
from app.data.feedback import find_times, flags_to_tell_of
from app.data.flag import (
    FlagFunctionRecord,
    FlagOutcomeRecord,
    FlagRecord,
    find_flag_by_code,
    find_flags,
    flag_codes,
    functions_of,
    get_flag,
)
from app.data.flag_link import is_rested_on
from app.data.flag_list import ListedFlag, find_listed_flags
from app.data.held import hold
from app.data.practice import DoctorRecord, get_practice
from app.data.vault import Vault
from app.data.visit import VisitRecord
from app.domain.audit import Action
from app.domain.flag import (
    CorrectionDraft,
    FlagCard,
    FlagDraft,
    FlagFacts,
    FlagId,
    FlagTime,
    find_going,
    first_status,
    going_by,
    not_of_the_practice,
    raised_by,
    settle_correction,
    settle_flag,
    shrinks_on,
)
from app.domain.flag_choice import CloseReason, FlagStatus, Function
from app.domain.flag_code import near_flag_codes, new_flag_code, read_flag_code
from app.domain.guard import Finding, find_traces
from app.domain.language import _
from app.domain.practice import DoctorId, PracticeId
from app.domain.problem import Problem, Refused, Rejected
from app.domain.typed import write_day
from app.domain.visit import VisitId
from app.services.retention import kept_for
from app.system.clock import Today


class FlagService:
    """Raise, correct, move, close and shrink flags."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def list_flags(self) -> tuple[FlagCard, ...]:
        """Return every flag, oldest first."""
        with self._vault.read() as session:
            return self._cards(session, find_listed_flags(session), functions_of(session))

    def flags_of_visit(self, visit_id: VisitId) -> tuple[FlagCard, ...]:
        """Return the flags raised at a visit, oldest first."""
        with self._vault.read() as session:
            flags = find_listed_flags(session, visit_id=visit_id)
            return self._cards(session, flags, functions_of(session))

    def note_traces(self, note: str) -> tuple[Finding, ...]:
        """Return the places in a note that point, or might point, to a person."""
        with self._vault.read() as session:
            return find_traces(note, known_names(session))

    def flag(self, flag_id: FlagId) -> FlagCard:
        """Return one flag."""
        with self._vault.read() as session:
            return self._card(session, get_flag(session, flag_id))

    def find_by_code(self, text: str) -> FlagCard | None:
        """Return the flag whose code someone says, however it is written."""
        code = read_flag_code(text)
        if code is None:
            return None
        with self._vault.read() as session:
            record = find_flag_by_code(session, code)
            if record is None:
                return None
            return self._card(session, record)

    def codes_like(self, text: str) -> tuple[str, ...]:
        """Return the codes of flags that are easily taken for `text`, which is no right code."""
        with self._vault.read() as session:
            taken = flag_codes(session)
        return tuple(code for code in near_flag_codes(text) if code in taken)

    def new_code(self) -> str:
        """Return a random code no flag has."""
        with self._vault.read() as session:
            return new_flag_code(flag_codes(session))

    def draft(self, flag_id: FlagId) -> CorrectionDraft:
        """Return the flag as a draft to correct."""
        return _draft(self.flag(flag_id))

    def raise_flag(
        self, practice_id: PracticeId, visit_id: VisitId | None, draft: FlagDraft, code: str = ""
    ) -> FlagCard:
        """Save a new flag, at a visit if one is given; raise `Rejected` if it breaks a rule."""
        with self._vault.write(Topic.FLAG) as session:
            facts = settle_flag(draft, self._today(), known_names(session))
            get_practice(session, practice_id)
            _refuse_stranger(session, facts, practice_id)
            status, reason = first_status(facts)
            taken = flag_codes(session)
            record = FlagRecord(
                code=code if code and code not in taken else new_flag_code(taken),
                practice_id=practice_id,
                visit_id=visit_id,
                raised_on=self._today(),
                noted_on=self._today(),
                status=status,
                close_reason=reason,
                **_columns(facts),
            )
            session.add(record)
            session.flush()
            _add_functions(session, record.id, facts.functions)
            return self._card(session, record)

    def correct_flag(self, flag_id: FlagId, draft: CorrectionDraft) -> None:
        """Save a flag's mended fields; a raised one moves on with its next step."""
        with self._vault.write(Topic.FLAG) as session:
            record = get_flag(session, flag_id)
            saved = self._card(session, record)
            mended = settle_correction(draft, saved, self._today(), known_names(session))
            facts = mended.facts
            _refuse_stranger(session, facts, record.practice_id)
            record.sqlmodel_update(_columns(facts))
            record.raised_on, record.close_reason = mended.raised_on, mended.close_reason
            if record.status is FlagStatus.RAISED:
                record.status, record.close_reason = first_status(facts)
            _set_functions(session, record.id, facts.functions)

    def move_flag(self, flag_id: FlagId, status: FlagStatus) -> None:
        """Hand the ball on; `Refused` where a recorded consent or a reason is what moves it."""
        if status is FlagStatus.CONSENTED:
            raise Refused(_("Only a recorded consent moves a flag to »Consent given«."))
        if status is FlagStatus.CLOSED:
            raise Refused(_("Close the flag with a reason."))
        with self._vault.write(Topic.FLAG) as session:
            record = get_flag(session, flag_id)
            if record.status is FlagStatus.CONSENTED:
                raise Refused(_("This flag rests on a consent. Withdraw the consent instead."))
            # A closed one that is taken up again still rests on the consent, if there is one.
            rests = is_rested_on(session, record.id)
            record.status = FlagStatus.CONSENTED if rests else status
            record.close_reason = None

    def close_flag(self, flag_id: FlagId, reason: CloseReason) -> None:
        """Close the flag, saying why."""
        with self._vault.write(Topic.FLAG) as session:
            record = get_flag(session, flag_id)
            record.status, record.close_reason = FlagStatus.CLOSED, reason

    def remove_flag(self, flag_id: FlagId) -> None:
        """Delete the flag now; nothing of it is left, not even for counting."""
        with self._vault.write(Topic.FLAG, Topic.FOLLOWUP) as session:
            session.delete(get_flag(session, flag_id))
            note_act(session, Action.FLAG_REMOVED)

    def list_going(self) -> tuple[FlagCard, ...]:
        """Return the flags that are reduced within 14 days, the first to go first."""
        return find_going(self.list_flags(), self._today())

    def count_going(self) -> int:
        """Return how many flags are reduced within 14 days."""
        last = going_by(self._today())
        with self._vault.read() as session:
            kept = kept_for(session).flag_time()
            found = find_times(session, raised_by(last, kept))
            return sum(shrinks_on(*facts, kept) <= last for facts in found)

    def shrink_due(self) -> int:
        """Reduce every flag whose time is up to month, practice and theme; return how many."""
        with self._vault.write(Topic.FLAG, Topic.FOLLOWUP) as session:
            kept, today = kept_for(session).flag_time(), self._today()
            flags = find_flags(session)
            _held = hold(session, VisitRecord, {flag.feedback_visit_id for flag in flags})
            due = [flag for flag in flags if _shrinks_on(session, flag, kept) <= today]
            for flag in due:
                month = f"{flag.raised_on:%Y-%m}"
                session.add(
                    FlagOutcomeRecord(month=month, practice_id=flag.practice_id, theme=flag.theme)
                )
                session.delete(flag)
            if due:
                note_act(session, Action.FLAGS_SHRUNK, len(due))
            return len(due)

    def _card(self, session: Session, record: FlagRecord) -> FlagCard:
        flags = find_listed_flags(session, flag_id=record.id)
        return self._cards(session, flags, functions_of(session, record.id))[0]

    def _cards(
        self,
        session: Session,
        flags: Sequence[ListedFlag],
        functions: Mapping[str, tuple[Function, ...]],
    ) -> tuple[FlagCard, ...]:
        consented = [UUID(flag.flag) for flag in flags if flag.status is FlagStatus.CONSENTED]
        told = {one.hex for one in flags_to_tell_of(session, consented, self._today())}
        kept = kept_for(session).flag_time()
        return tuple(
            _card(flag, functions.get(flag.flag, ()), kept, may_be_told=flag.flag in told)
            for flag in flags
        )


def _card(
    flag: ListedFlag, functions: tuple[Function, ...], kept: FlagTime, *, may_be_told: bool
) -> FlagCard:
    told_on = flag.told_at.date() if flag.told_at else None
    return FlagCard(
        id=FlagId(UUID(flag.flag)),
        code=flag.code,
        practice_id=PracticeId(flag.practice_id),
        practice=flag.practice,
        raised_on=flag.raised_on,
        noted_on=flag.noted_on,
        status=flag.status,
        close_reason=flag.close_reason,
        fed_back_on=told_on,
        shrinks_on=shrinks_on(flag.raised_on, flag.noted_on, flag.status, told_on, kept),
        may_be_told=may_be_told,
        facts=_facts(flag, functions),
        doctor=flag.doctor or "",
        kept_days=kept.days,
    )


def _refuse_stranger(session: Session, facts: FlagFacts, practice_id: UUID) -> None:
    if facts.told_by is None:
        return
    doctor = session.get(DoctorRecord, facts.told_by)
    if doctor is None or doctor.practice_id != practice_id:
        raise Rejected([Problem("told_by", not_of_the_practice())])


def _fed_back_on(session: Session, record: FlagRecord) -> date | None:
    if record.feedback_visit_id is None:
        return None
    return session.get_one(VisitRecord, record.feedback_visit_id).start.date()


def _shrinks_on(session: Session, record: FlagRecord, kept: FlagTime) -> date:
    told = _fed_back_on(session, record)
    return shrinks_on(record.raised_on, record.noted_on, record.status, told, kept)


def _facts(flag: ListedFlag, functions: tuple[Function, ...]) -> FlagFacts:
    return FlagFacts(
        theme=flag.theme,
        functions=functions,
        employment=flag.employment,
        sector=flag.sector,
        age_band=flag.age_band,
        urgency=flag.urgency,
        mentioned=flag.mentioned,
        may_quote=bool(flag.may_quote),
        next_step=flag.next_step,
        who_acts=flag.who_acts,
        act_by=flag.act_by,
        note=flag.note,
        told_by=DoctorId(flag.told_by) if flag.told_by else None,
    )


def _columns(facts: FlagFacts) -> dict[str, Any]:
    return {
        "theme": facts.theme,
        "employment": facts.employment,
        "sector": facts.sector,
        "age_band": facts.age_band,
        "urgency": facts.urgency,
        "mentioned": facts.mentioned,
        "may_quote": int(facts.may_quote),
        "next_step": facts.next_step,
        "who_acts": facts.who_acts,
        "act_by": facts.act_by,
        "note": facts.note,
        "told_by": facts.told_by,
    }


def _set_functions(session: Session, flag_id: UUID, functions: tuple[Function, ...]) -> None:
    session.exec(delete(FlagFunctionRecord).where(col(FlagFunctionRecord.flag_id) == flag_id))
    _add_functions(session, flag_id, functions)


def _add_functions(session: Session, flag_id: UUID, functions: tuple[Function, ...]) -> None:
    for function in dict.fromkeys(functions):
        session.add(FlagFunctionRecord(flag_id=flag_id, function=function))


def _draft(card: FlagCard) -> CorrectionDraft:
    facts = card.facts
    return CorrectionDraft(
        theme=facts.theme.value,
        functions=tuple(function.value for function in facts.functions),
        employment=facts.employment.value,
        sector=facts.sector.value,
        age_band=facts.age_band.value,
        urgency=facts.urgency.value,
        mentioned=facts.mentioned.value,
        may_quote=facts.may_quote,
        next_step=facts.next_step.value,
        who_acts=facts.who_acts.value,
        act_by=write_day(facts.act_by),
        note=facts.note,
        told_by=facts.told_by.hex if facts.told_by else "",
        raised_on=write_day(card.raised_on),
        close_reason=card.close_reason.value if card.close_reason else "",
    )
