"""What goes by itself and when: data with a source, within limits that no municipality can pass.

A new file has the rules of resources/reference/retention.toml. Whatever goes is shown for 14 days
before: a rule that is made shorter, a hold or a restriction that is lifted, gives that time too.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.clock_rule import CHECKED_FOR
from app.domain.consent import RELAYED_DAYS
from app.domain.days import months_after
from app.domain.erasure import COPY_DAYS, ErasureReason
from app.domain.flag import KEPT_DAYS, KEPT_DAYS_AFTER_FEEDBACK, TOLD_AHEAD, FlagTime
from app.domain.followup import FollowupId
from app.domain.guard import About
from app.domain.language import N_, _, language, mark, ngettext
from app.domain.settling import Settling
from app.domain.typed import read_day, read_required, read_whole
from app.domain.words import days_left, long_day

RULES = Path(__file__).parents[2] / "resources" / "reference" / "retention.toml"
A_YEAR = tuple(date(2025, 1, 1) + timedelta(days=n) for n in range(365))  # before no leap year
AHEAD = timedelta(days=TOLD_AHEAD)


class Kept(StrEnum):
    """What is kept for a time."""

    FLAG = "flag"
    FLAG_TOLD = "flag_told"
    RELAYED = "relayed"
    ENDED = "ended"
    CONSENT_FELL = "consent_fell"
    DRAFT = "draft"
    COPY = "copy"


KEPT_LABELS: dict[Kept, str] = {
    Kept.FLAG: N_("A flag"),
    Kept.FLAG_TOLD: N_("A flag the doctor has heard back about"),
    Kept.RELAYED: N_("Name and contact from a yes the doctor passed on"),
    Kept.ENDED: N_("A person whose follow-up has ended"),
    Kept.CONSENT_FELL: N_("A person without a consent that holds"),
    Kept.DRAFT: N_("An unfinished edit that nobody takes up"),
    Kept.COPY: N_("A saved copy of the file"),
}
# How little and how much each may be kept: days, or months where `MONTHS` says so.
LIMITS: dict[Kept, tuple[int, int]] = {
    Kept.FLAG: (TOLD_AHEAD, KEPT_DAYS),
    Kept.FLAG_TOLD: (1, KEPT_DAYS_AFTER_FEEDBACK),
    Kept.RELAYED: (7, RELAYED_DAYS),
    Kept.ENDED: (1, 12),
    Kept.CONSENT_FELL: (TOLD_AHEAD, 90),
    Kept.DRAFT: (1, 30),
    Kept.COPY: (7, COPY_DAYS),
}
MONTHS = frozenset({Kept.ENDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRule:
    """How long one thing is kept. `shortened_on` is the day it was last made to go sooner."""

    kept: Kept
    amount: int
    source: str
    valid_from: date
    last_checked: date
    shortened_on: date | None = None

    def is_old(self, today: date) -> bool:
        """Whether nobody has checked the rule for a year."""
        return self.last_checked + CHECKED_FOR < today

    @property
    def not_before(self) -> date:
        """Nothing goes by the shorter time before this day, so that it is seen first."""
        return date.min if self.shortened_on is None else self.shortened_on + AHEAD


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionDraft:
    """A rule as typed."""

    amount: str = ""
    source: str = ""
    valid_from: str = ""
    last_checked: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoingRow:
    """One person whom the rules erase on a day, and by which rule."""

    followup_id: FollowupId
    citizen: str
    number: str
    goes_on: date
    reason: ErasureReason


class KeptFor:
    """How long everything is kept, as the rules stand."""

    def __init__(self, rules: Iterable[RetentionRule]) -> None:
        self._rules = {rule.kept: rule for rule in rules}

    def amount(self, kept: Kept) -> int:
        """Return the days or months of a rule."""
        return self._rules[kept].amount

    def flag_time(self) -> FlagTime:
        """Return how long flags are kept."""
        days, told = self._rules[Kept.FLAG], self._rules[Kept.FLAG_TOLD]
        return FlagTime(
            days=days.amount,
            told_days=told.amount,
            not_before=max(days.not_before, told.not_before),
        )

    def goes_after_end(self, ended_on: date) -> date:
        """Return the day a person goes whose follow-up ended."""
        return self._first_day(Kept.ENDED, months_after(ended_on, self.amount(Kept.ENDED)))

    def goes_after_consent(self, fell_on: date) -> date:
        """Return the day a person goes whose last consent fell."""
        days = timedelta(days=self.amount(Kept.CONSENT_FELL))
        return self._first_day(Kept.CONSENT_FELL, fell_on + days)

    def may_be_over(self, until: date) -> tuple[date, date]:
        """Return the last days on which a follow-up may have ended, and a consent fallen, of
        somebody who goes by `until`; months are counted as their shortest."""
        ended = until - timedelta(days=_fewest_days(self.amount(Kept.ENDED)))
        return ended, until - timedelta(days=self.amount(Kept.CONSENT_FELL))

    def _first_day(self, kept: Kept, last: date) -> date:
        return max(last + timedelta(days=1), self._rules[kept].not_before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """What it depends on when a person goes: whether they are `kept`, restricted or held; when each
    follow-up ended, if it did; when the last consent fell, or will; and on which days they were let
    go of who had been kept. With the newest follow-up, if there is one."""

    followup_id: FollowupId | None
    number: str
    kept: bool
    ended_on: tuple[date | None, ...]
    fell_on: date
    let_go_on: tuple[date, ...]


def when_gone(stay: Stay, kept: KeptFor) -> tuple[date, ErasureReason] | None:
    """Return the day the rules erase a person, and by which rule; None of one who is kept. Whoever
    was kept is shown again for a while, so that it is seen they go."""
    if stay.kept:
        return None
    ends = [day for day in stay.ended_on if day is not None]
    if stay.ended_on and len(ends) == len(stay.ended_on):
        day, reason = kept.goes_after_end(max(ends)), ErasureReason.ENDED
    else:
        day, reason = kept.goes_after_consent(stay.fell_on), ErasureReason.CONSENT_FELL
    return max([day, *(let_go + AHEAD for let_go in stay.let_go_on)]), reason


def default_rules() -> tuple[RetentionRule, ...]:
    """Return the rules a new file has, in the language in force."""
    spoken = "da" if language() == "da" else "en"
    return tuple(
        RetentionRule(
            kept=Kept(entry["code"]),
            amount=entry["amount"],
            source=mark(entry[f"source_{spoken}"]),
            valid_from=entry["valid_from"],
            last_checked=entry["last_checked"],
        )
        for entry in _entries()
    )


def settle_rule(draft: RetentionDraft, before: RetentionRule, today: date) -> RetentionRule:
    """Return the mended rule, or raise `Rejected`; none passes its limits."""
    form, (least, most) = Settling(), LIMITS[before.kept]
    amount = form.read("amount", lambda: read_whole(draft.amount, least, most), before.amount)
    rule = RetentionRule(
        kept=before.kept,
        amount=amount,
        source=form.read("source", lambda: read_required(draft.source), ""),
        valid_from=form.read("valid_from", lambda: read_day(draft.valid_from, today), today),
        last_checked=form.read("last_checked", lambda: read_day(draft.last_checked, today), today),
        shortened_on=today if amount < before.amount else before.shortened_on,
    )
    form.guard("source", draft.source, about=About.CONTACT)  # laws have days and addresses
    form.finish()
    return rule


def amount_words(rule: RetentionRule) -> str:
    """Return how long it is kept, in words."""
    if rule.kept in MONTHS:
        return ngettext("{n} month", "{n} months", rule.amount).format(n=rule.amount)
    return ngettext("{n} day", "{n} days", rule.amount).format(n=rule.amount)


def rule_words(rule: RetentionRule) -> str:
    """Return when it goes, in a sentence."""
    sentences = {
        Kept.FLAG: _("{time} after it was raised it is reduced to month, practice and theme."),
        Kept.FLAG_TOLD: _("{time} after a closed or consented one was told of."),
        Kept.RELAYED: _("{time} after the yes, unless the first talk was held."),
        Kept.ENDED: _("{time} after the last day, unless kept for now with a reason."),
        Kept.CONSENT_FELL: _("{time} after the last consent fell, unless kept for now."),
        Kept.DRAFT: _("{time} after it was last typed in."),
        Kept.COPY: _("{time} after it was saved; a newer one lies in its place."),
    }
    return sentences[rule.kept].format(time=amount_words(rule))


def goes_words(row: GoingRow, today: date, *, live: bool) -> str:
    """Return when a person goes, and why; `live` says that a consent still holds."""
    day, left = long_day(row.goes_on), days_left(row.goes_on, today)
    if row.reason is ErasureReason.ENDED:
        text = _("Erased {day}, {left}: the time after the follow-up's end is over then.")
    elif live:
        text = _("Erased {day}, {left}, unless the consent is renewed before.")
    else:
        text = _("Erased {day}, {left}, unless the citizen says yes again.")
    return text.format(day=day, left=left)


@cache
def _fewest_days(months: int) -> int:
    """Return how many days pass in so many months at least, whichever day they begin on."""
    return min((months_after(day, months) - day).days for day in A_YEAR)


@cache
def _entries() -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = tomllib.loads(RULES.read_text(encoding="utf-8"))["kept"]
    return found
