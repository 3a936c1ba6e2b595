"""The deadlines a follow-up's clock counts towards: data with a source, never law in the code.

A new file has those of resources/reference/clock.toml; each municipality can make the list its own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NewType
from uuid import NAMESPACE_OID, UUID, uuid5

from app.domain.guard import About
from app.domain.language import _, language, mark, ngettext
from app.domain.settling import Settling
from app.domain.typed import NAME_LIMIT, read_day, read_note, read_required, read_whole

ClockRuleId = NewType("ClockRuleId", UUID)

CLOCK = Path(__file__).parents[2] / "resources" / "reference" / "clock.toml"
FEWEST_WEEKS, MOST_WEEKS = 1, 104
STEP_LIMIT = 300
CHECKED_FOR = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRule:
    """One deadline, so many whole weeks after the first sick day. Against the one that `compares`
    the days won are counted."""

    weeks: int
    name: str
    step: str
    source: str
    valid_from: date
    last_checked: date
    compares: bool

    def is_old(self, today: date) -> bool:
        """Whether nobody has checked the rule for a year."""
        return self.last_checked + CHECKED_FOR < today


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRuleDraft:
    """One deadline as typed."""

    weeks: str = ""
    name: str = ""
    step: str = ""
    source: str = ""
    valid_from: str = ""
    last_checked: str = ""
    compares: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRuleRow:
    """One line of the list."""

    id: ClockRuleId
    rule: ClockRule


def default_clock_rules() -> tuple[ClockRuleRow, ...]:
    """Return the deadlines a new file has, in the language in force."""
    spoken = "da" if language() == "da" else "en"
    return tuple(
        ClockRuleRow(
            id=ClockRuleId(uuid5(NAMESPACE_OID, f"clock {entry['weeks']} {entry['en']}")),
            rule=ClockRule(
                weeks=entry["weeks"],
                name=mark(entry[spoken]),
                step=mark(entry[f"step_{spoken}"]),
                source=mark(entry[f"source_{spoken}"]),
                valid_from=entry["valid_from"],
                last_checked=entry["last_checked"],
                compares=entry["compares"],
            ),
        )
        for entry in _entries()
    )


def rule_title(rule: ClockRule) -> str:
    """Return when the deadline is, and what it is."""
    weeks = ngettext("{n} week", "{n} weeks", rule.weeks).format(n=rule.weeks)
    return _("{weeks}: {name}").format(weeks=weeks, name=rule.name)


def settle_clock_rule(draft: ClockRuleDraft, today: date) -> ClockRule:
    """Return the deadline as facts, or raise `Rejected`; none is without a source and its days."""
    form = Settling()
    rule = ClockRule(
        weeks=form.read("weeks", lambda: read_whole(draft.weeks, FEWEST_WEEKS, MOST_WEEKS), 1),
        name=form.read("name", lambda: read_required(draft.name, NAME_LIMIT), ""),
        step=form.read("step", lambda: read_note(draft.step, STEP_LIMIT), ""),
        source=form.read("source", lambda: read_required(draft.source), ""),
        valid_from=form.read("valid_from", lambda: read_day(draft.valid_from, today), today),
        last_checked=form.read("last_checked", lambda: read_day(draft.last_checked, today), today),
        compares=draft.compares,
    )
    for field, text in (("name", draft.name), ("step", draft.step)):
        form.guard(field, text)
    form.guard("source", draft.source, about=About.CONTACT)  # laws have days and addresses
    form.finish()
    return rule


@cache
def _entries() -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = tomllib.loads(CLOCK.read_text(encoding="utf-8"))["clock"]
    return found
