"""What can be done with the deadlines of the clock."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlmodel import Session

from app.changes import Topic
from app.data.audit import note_act
from app.data.clock_rule import ClockRuleRecord, find_clock_rules, get_clock_rule
from app.data.setting import find_settings, put_setting
from app.data.vault import Vault
from app.domain.audit import Action, Word
from app.domain.clock_rule import (
    ClockRule,
    ClockRuleDraft,
    ClockRuleId,
    ClockRuleRow,
    default_clock_rules,
    settle_clock_rule,
)
from app.domain.language import _
from app.domain.problem import NotFound
from app.domain.typed import write_day
from app.system.clock import Today

_OWN_LIST = "clock_rules_own"


class ClockRuleService:
    """Keep the municipality's own deadlines; until they are changed, they are the usual ones."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def list_clock_rules(self) -> tuple[ClockRuleRow, ...]:
        """Return the deadlines, soonest first."""
        with self._vault.read() as session:
            return clock_rules(session)

    def clock_rule_draft(self, rule_id: ClockRuleId) -> ClockRuleDraft:
        """Return a deadline as a draft to correct."""
        rule = next((row.rule for row in self.list_clock_rules() if row.id == rule_id), None)
        if rule is None:
            raise NotFound(_("This deadline is no longer there."))
        return ClockRuleDraft(
            weeks=str(rule.weeks),
            name=rule.name,
            step=rule.step,
            source=rule.source,
            valid_from=write_day(rule.valid_from),
            last_checked=write_day(rule.last_checked),
            compares=rule.compares,
        )

    def add_clock_rule(self, draft: ClockRuleDraft) -> ClockRuleId:
        """Save a new deadline; raise `Rejected` if the draft breaks a rule."""
        with self._vault.write(Topic.SETTINGS, Topic.FOLLOWUP) as session:
            rule = settle_clock_rule(draft, self._today())
            _begin_change(session)
            record = ClockRuleRecord(**_columns(rule))
            _put(session, record)
            return ClockRuleId(record.id)

    def correct_clock_rule(self, rule_id: ClockRuleId, draft: ClockRuleDraft) -> None:
        """Save a mended deadline."""
        with self._vault.write(Topic.SETTINGS, Topic.FOLLOWUP) as session:
            rule = settle_clock_rule(draft, self._today())
            _begin_change(session)
            record = get_clock_rule(session, rule_id)
            record.sqlmodel_update(_columns(rule))
            _put(session, record)

    def remove_clock_rule(self, rule_id: ClockRuleId) -> None:
        """Remove a deadline."""
        with self._vault.write(Topic.SETTINGS, Topic.FOLLOWUP) as session:
            _begin_change(session)
            session.delete(get_clock_rule(session, rule_id))

    def use_default_clock_rules(self) -> None:
        """Go back to the deadlines of every new file; one's own go."""
        with self._vault.write(Topic.SETTINGS, Topic.FOLLOWUP) as session:
            note_act(session, Action.SETTINGS_CHANGED, Word.DEADLINES)
            for record in find_clock_rules(session):
                session.delete(record)
            put_setting(session, _OWN_LIST, "0")


def clock_rules(session: Session) -> tuple[ClockRuleRow, ...]:
    """Return the deadlines of the file: its own ones, or those every new file has."""
    if find_settings(session).get(_OWN_LIST) != "1":
        return default_clock_rules()
    return tuple(
        ClockRuleRow(
            id=ClockRuleId(record.id),
            rule=ClockRule(
                weeks=record.weeks,
                name=record.name,
                step=record.step,
                source=record.source,
                valid_from=record.valid_from,
                last_checked=record.last_checked,
                compares=bool(record.compares),
            ),
        )
        for record in find_clock_rules(session)
    )


def _put(session: Session, record: ClockRuleRecord) -> None:
    """Save the deadline; only one of them is compared with."""
    session.add(record)
    if record.compares:
        for other in find_clock_rules(session):
            other.compares = int(other.id == record.id)
    session.flush()


def _begin_change(session: Session) -> None:
    """Note the change; before the first one, write the usual deadlines into the file."""
    note_act(session, Action.SETTINGS_CHANGED, Word.DEADLINES)
    if find_settings(session).get(_OWN_LIST) == "1":
        return
    for row in default_clock_rules():
        session.add(ClockRuleRecord(id=row.id, **_columns(row.rule)))
    put_setting(session, _OWN_LIST, "1")
    session.flush()


def _columns(rule: ClockRule) -> dict[str, Any]:
    return asdict(rule) | {"compares": int(rule.compares)}
