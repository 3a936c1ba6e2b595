"""Settling a draft: reading each field, gathering every problem, giving up once at the end."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from app.domain.guard import RULE_TEXTS, Rule, Severity, find_traces
from app.domain.language import _
from app.domain.problem import Problem, Rejected
from app.domain.typed import Unreadable, read_day

Value = TypeVar("Value")
Code = TypeVar("Code", bound=StrEnum)

LONGEST_SPAN = timedelta(days=366)
NUMBER_RULES = frozenset({Rule.CPR, Rule.ERROR})
NAME_RULES = frozenset({Rule.NAME, Rule.KINSHIP, Rule.INITIALS})
_WORD = re.compile(r"\w{3,}")


class Settling:
    """Collects the problems of one draft; `finish()` raises `Rejected` if there are any."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []

    def read(self, field: str, reader: Callable[[], Value], default: Value) -> Value:
        """Return what `reader` gives; on `Unreadable` note the problem and return `default`."""
        try:
            return reader()
        except Unreadable as trouble:
            self.refuse(field, str(trouble))
            return default

    def span(self, first: str, last: str, today: date) -> tuple[date, date]:
        """Return the days typed in the fields `first` and `last`; no last day means one day."""
        begins = self.read("first", lambda: read_day(first, today), None)
        ends = self.read("last", lambda: read_day(last, today), None) if last.strip() else begins
        if begins is None or ends is None:
            return today, today  # nobody gets them: a day that cannot be read is a problem noted
        if ends < begins:
            self.refuse("last", _("Write a last day that is not before the first."))
        elif ends - begins > LONGEST_SPAN:
            self.refuse("last", _("Write at most a year at a time."))
        return begins, ends

    def choose(self, field: str, code: str, choices: type[Code], default: Code) -> Code:
        """Return the choice named `code`; nothing chosen or an unknown code is a problem."""
        try:
            return choices(code)
        except ValueError:
            self.refuse(field, _("Choose one of these."))
            return default

    def refuse(self, field: str, text: str) -> None:
        """Note that `field` needs mending as `text` says."""
        self._problems.append(Problem(field, text))

    def guard(self, field: str, text: str, known_names: frozenset[str] = frozenset()) -> None:
        """Refuse `text` when it holds any trace of a person (flags, visits, titles)."""
        self._refuse_first(field, text, known_names, frozenset(Rule))

    def guard_foreign(self, field: str, text: str, known_names: frozenset[str]) -> None:
        """Refuse `text` in a language the guard has no words of: there any word may be taken for a
        name, so of names only those of people in the file are looked for."""
        before = len(self._problems)
        self._refuse_first(field, text, frozenset(), frozenset(Rule) - NAME_RULES)
        known = {word for name in known_names for word in _WORD.findall(name.casefold())}
        if before == len(self._problems) and known.intersection(_WORD.findall(text.casefold())):
            self.refuse(field, _(RULE_TEXTS[Rule.NAME]))

    def guard_numbers(self, field: str, text: str) -> None:
        """Refuse a CPR number: Fasthold has no use for one anywhere."""
        self._refuse_first(field, text, frozenset(), NUMBER_RULES)

    def finish(self) -> None:
        """Raise `Rejected` with all problems noted, if any."""
        if self._problems:
            raise Rejected(self._problems)

    def _refuse_first(
        self, field: str, text: str, known_names: frozenset[str], rules: frozenset[Rule]
    ) -> None:
        for finding in find_traces(text, known_names):
            if finding.severity is Severity.REFUSE and finding.rule in rules:
                self.refuse(field, _(RULE_TEXTS[finding.rule]))
                return
