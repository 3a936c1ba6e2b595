"""Settling a draft: reading each field, gathering every problem, giving up once at the end."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from app.domain.clean import clean
from app.domain.guard import RULE_TEXTS, About, Rule, find_traces, first_refused
from app.domain.language import _
from app.domain.problem import Problem, Rejected
from app.domain.typed import Unreadable, read_day

Value = TypeVar("Value")
Code = TypeVar("Code", bound=StrEnum)

LONGEST_SPAN = timedelta(days=366)


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
        ends = self.read("last", lambda: read_day(last, today), None) if clean(last) else begins
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

    def refuse(self, field: str, text: str, rule: Rule | None = None) -> None:
        """Note that `field` needs mending as `text` says, because of a `rule` of the guard."""
        self._problems.append(Problem(field, text, rule))

    def guard(
        self,
        field: str,
        text: str,
        known_names: Collection[str] = (),
        *,
        about: About = About.NOBODY,
        language: str = "da",
        allowed: Collection[str] = (),
    ) -> None:
        """Refuse `text` when it holds a trace that may not stand in a text about this."""
        stop = first_refused(
            find_traces(text, known_names, about=about, language=language, allowed=allowed)
        )
        if stop is not None:
            self.refuse(field, _(RULE_TEXTS[stop.rule]), stop.rule)

    def finish(self) -> None:
        """Raise `Rejected` with all problems noted, if any."""
        if self._problems:
            raise Rejected(self._problems)
