"""How long things are kept, and who goes soon: reading the rules, and changing them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from sqlmodel import Session

from app.changes import Topic
from app.data.audit import note_act
from app.data.consent import CitizenRecord
from app.data.due import find_over
from app.data.retention_rule import (
    RetentionRuleRecord,
    drop_retention_rules,
    find_retention_rules,
)
from app.data.stay import find_stays
from app.data.vault import Vault
from app.domain.audit import Action, Word
from app.domain.erasure import ErasureReason
from app.domain.retention import (
    AHEAD,
    GoingRow,
    Kept,
    KeptFor,
    RetentionDraft,
    RetentionRule,
    Stay,
    default_rules,
    settle_rule,
    when_gone,
)
from app.domain.typed import write_day
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
            going = find_going(session, self._today() + AHEAD)
            stays = find_stays(session, [citizen for citizen, _day, _why in going])
            rows = [
                _row(citizen, stays[citizen.id], (day, reason)) for citizen, day, reason in going
            ]
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
    stays = find_stays(session, looked_at)
    ends = ((citizen, when_gone(stays[citizen.id], kept)) for citizen in looked_at)
    return tuple((citizen, *end) for citizen, end in ends if end and end[0] <= until)


def goes_on(
    session: Session, citizen: CitizenRecord, kept: KeptFor
) -> tuple[date, ErasureReason] | None:
    """Return the day the rules erase a citizen, and by which rule; None of one who is kept."""
    return when_gone(find_stays(session, [citizen])[citizen.id], kept)


def going_row(session: Session, citizen: CitizenRecord, kept: KeptFor) -> GoingRow | None:
    """Return when the rules erase the citizen, if they do as it stands."""
    stay = find_stays(session, [citizen])[citizen.id]
    return _row(citizen, stay, when_gone(stay, kept))


def _row(
    citizen: CitizenRecord, stay: Stay, due: tuple[date, ErasureReason] | None
) -> GoingRow | None:
    """Return none of whoever is only known by a relayed yes, which lapses on its own day."""
    if stay.followup_id is None or due is None:
        return None
    return GoingRow(
        followup_id=stay.followup_id,
        citizen=citizen.name,
        number=stay.number,
        goes_on=due[0],
        reason=due[1],
    )


def _rule_of(record: RetentionRuleRecord) -> RetentionRule:
    return RetentionRule(
        kept=record.kept,
        amount=record.amount,
        source=record.source,
        valid_from=record.valid_from,
        last_checked=record.last_checked,
        shortened_on=record.shortened_on,
    )
