"""How long things are kept, and who goes soon: reading the rules, and changing them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.changes import Topic
from app.data.audit import note_act
from app.data.consent import CitizenRecord
from app.data.due import find_over
from app.data.followup import find_followups
from app.data.hold import find_hold, last_let_go_on
from app.data.restriction import last_lifted_on
from app.data.retention_rule import (
    RetentionRuleRecord,
    drop_retention_rules,
    find_retention_rules,
)
from app.data.vault import Vault
from app.domain.audit import Action, Word
from app.domain.erasure import ErasureReason
from app.domain.followup import FollowupId
from app.domain.retention import (
    AHEAD,
    GoingRow,
    Kept,
    KeptFor,
    RetentionDraft,
    RetentionRule,
    default_rules,
    settle_rule,
)
from app.domain.typed import write_day
from app.services.citizen import last_consent_fell_on
from app.system.clock import Today

_SHOWN_IN = (Topic.SETTINGS, Topic.FOLLOWUP, Topic.FLAG, Topic.CONSENT)


class RetentionService:
    """Keep the municipality's own rules; until one is changed, it is the usual one."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def list_rules(self) -> tuple[RetentionRule, ...]:
        """Return the rules as they stand."""
        with self._vault.read() as session:
            return retention_rules(session)

    def kept_for(self) -> KeptFor:
        """Return how long everything is kept."""
        return KeptFor(self.list_rules())

    def rule_draft(self, kept: Kept) -> RetentionDraft:
        """Return a rule as a draft to correct."""
        rule = self._rule(kept)
        return RetentionDraft(
            amount=str(rule.amount),
            source=rule.source,
            valid_from=write_day(rule.valid_from),
            last_checked=write_day(rule.last_checked),
        )

    def correct_rule(self, kept: Kept, draft: RetentionDraft) -> None:
        """Save a mended rule; raise `Rejected` if it passes its limits."""
        with self._vault.write(*_SHOWN_IN) as session:
            rule = settle_rule(draft, self._rule(kept), self._today())
            session.merge(RetentionRuleRecord(**asdict(rule)))
            note_act(session, Action.SETTINGS_CHANGED, Word.RETENTION)

    def use_default_rules(self) -> None:
        """Go back to the rules of every new file."""
        with self._vault.write(*_SHOWN_IN) as session:
            note_act(session, Action.SETTINGS_CHANGED, Word.RETENTION)
            drop_retention_rules(session)

    def list_going(self) -> tuple[GoingRow, ...]:
        """Return who is erased by the rules within 14 days, the first to go first."""
        with self._vault.read() as session:
            kept, going = kept_for(session), find_going(session, self._today() + AHEAD)
            rows = [going_row(session, citizen, kept) for citizen, _day, _why in going]
        seen = [row for row in rows if row is not None]
        return tuple(sorted(seen, key=lambda row: (row.goes_on, row.citizen)))

    def _rule(self, kept: Kept) -> RetentionRule:
        return next(rule for rule in self.list_rules() if rule.kept is kept)


def retention_rules(session: Session) -> tuple[RetentionRule, ...]:
    """Return the rules of the file: those that were changed, else the usual ones."""
    own = find_retention_rules(session)
    return tuple(_rule_of(own[rule.kept]) if rule.kept in own else rule for rule in default_rules())


def kept_for(session: Session) -> KeptFor:
    """Return how long everything is kept."""
    return KeptFor(retention_rules(session))


def find_going(
    session: Session, until: date
) -> tuple[tuple[CitizenRecord, date, ErasureReason], ...]:
    """Return whom the rules erase on a day no later than `until`, when, and by which rule."""
    kept = kept_for(session)
    looked_at = find_over(session, *kept.may_be_over(until))
    ends = ((citizen, goes_on(session, citizen, kept)) for citizen in looked_at)
    return tuple((citizen, *end) for citizen, end in ends if end and end[0] <= until)


def goes_on(
    session: Session, citizen: CitizenRecord, kept: KeptFor
) -> tuple[date, ErasureReason] | None:
    """Return the day the rules erase a citizen, and by which rule; None of one who is restricted,
    held, or only known by a relayed yes, which lapses on its own day."""
    if citizen.restricted_at is not None or find_hold(session, citizen.id) is not None:
        return None
    followups = find_followups(session, citizen_id=citizen.id)
    ends = [followup.ended_on for followup in followups if followup.ended_on is not None]
    if followups and len(ends) == len(followups):
        day, reason = kept.goes_after_end(max(ends)), ErasureReason.ENDED
    else:
        fell = last_consent_fell_on(session, citizen.id)
        day, reason = kept.goes_after_consent(fell), ErasureReason.CONSENT_FELL
    return max([day, *_shown_again(session, citizen.id)]), reason


def going_row(session: Session, citizen: CitizenRecord, kept: KeptFor) -> GoingRow | None:
    """Return when the rules erase the citizen, if they do as it stands."""
    followups = find_followups(session, citizen_id=citizen.id)
    due = goes_on(session, citizen, kept)
    if not followups or due is None:
        return None
    return GoingRow(
        followup_id=FollowupId(followups[0].id),
        citizen=citizen.name,
        number=followups[0].number,
        goes_on=due[0],
        reason=due[1],
    )


def _shown_again(session: Session, citizen_id: UUID) -> Iterator[date]:
    """Yield until when somebody stays who was held or restricted, so that it is seen they go."""
    for lifted_on in (last_let_go_on(session, citizen_id), last_lifted_on(session, citizen_id)):
        if lifted_on is not None:
            yield lifted_on + AHEAD


def _rule_of(record: RetentionRuleRecord) -> RetentionRule:
    return RetentionRule(
        kept=record.kept,
        amount=record.amount,
        source=record.source,
        valid_from=record.valid_from,
        last_checked=record.last_checked,
        shortened_on=record.shortened_on,
    )
