"""Schemes a plan may rest on, and how far one has come with each: from an idea to the answer.

The schemes are data with a source and the days they were checked (resources/reference/scheme.toml);
one that is not in the list can be named in one's own words.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from app.domain.guard import About
from app.domain.language import N_, _, language, mark
from app.domain.settling import Settling
from app.domain.typed import NAME_LIMIT, read_line, read_optional_deadline, read_required
from app.domain.words import long_day, short_day

SCHEMES = Path(__file__).parents[2] / "resources" / "reference" / "scheme.toml"
OTHER = "other"
CHECKED_FOR = timedelta(days=365)


class SchemeState(StrEnum):
    """How far one has come with a scheme."""

    TO_APPLY = "to_apply"
    APPLIED = "applied"
    GRANTED = "granted"
    REFUSED = "refused"


SCHEME_LABELS: dict[SchemeState, str] = {
    # i18n: Danish: »Skal søges«, »Søgt«, »Bevilget«, »Afslag«
    SchemeState.TO_APPLY: N_("To be applied for"),
    SchemeState.APPLIED: N_("Applied for"),
    SchemeState.GRANTED: N_("Granted"),
    SchemeState.REFUSED: N_("Turned down"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A scheme: its name, what it gives, and how far that can be relied on."""

    code: str
    name: str
    line: str
    source: str
    last_checked: date
    certain_until: date | None
    is_own: bool = False  # looked up again by whoever works in the file

    def is_certain(self, day: date) -> bool:
        """Whether the line was checked within a year of `day`, and no change was expected since."""
        if self.certain_until is not None and day > self.certain_until:
            return False
        return day <= self.last_checked + CHECKED_FOR


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeDraft:
    """What is done about a scheme, as typed; `name` is that of one that is not in the list."""

    scheme: str = ""
    name: str = ""
    state: str = SchemeState.TO_APPLY.value
    who: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeFacts:
    """What is done about a scheme: by whom, and until or since when."""

    scheme: str
    name: str
    state: SchemeState
    who: str
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeRow:
    """One scheme of a roundtable."""

    id: UUID
    facts: SchemeFacts


def schemes() -> tuple[Scheme, ...]:
    """Return the schemes of the list, in the language in force."""
    spoken = "da" if language() == "da" else "en"
    return tuple(
        Scheme(
            code=code,
            name=mark(entry[spoken]),
            line=mark(entry[f"line_{spoken}"]),
            source=mark(entry[f"source_{spoken}"]),
            last_checked=entry["last_checked"],
            certain_until=entry.get("certain_until"),
        )
        for code, entry in _entries().items()
    )


def scheme_of(code: str) -> Scheme | None:
    """Return the scheme with this code; None for one's own."""
    return next((scheme for scheme in schemes() if scheme.code == code), None)


def code_name(code: str) -> str:
    """Return what the scheme with this code is called, or that it is one's own."""
    known = scheme_of(code)
    return _("Another scheme") if known is None else known.name


def scheme_name(facts: SchemeFacts) -> str:
    """Return what the scheme is called, in the language in force."""
    known = scheme_of(facts.scheme)
    return facts.name if known is None else known.name


def about_scheme(scheme: Scheme, day: date) -> str:
    """Return what the scheme gives, where that is written, and whether it is to be checked."""
    checked = _("Last checked {day}").format(day=long_day(scheme.last_checked))
    words = f"{scheme.line} {scheme.source.rstrip('.')}. {checked}."
    if scheme.is_certain(day):
        return words
    # i18n: Danish: »Reglerne kan være ændret. Undersøg dem, før I bygger på ordningen.«
    return f"{words} " + _("The rules may have changed. Check them before you build on it.")


def state_words(facts: SchemeFacts) -> str:
    """Return how far one has come, and the day of it."""
    state = _(SCHEME_LABELS[facts.state])
    if facts.day is None:
        return state
    day = short_day(facts.day)
    if facts.state is SchemeState.TO_APPLY:
        # i18n: Danish: »Skal søges, senest 18. sep.«
        return _("{state}, by {day}").format(state=state, day=day)
    return _("{state}, {day}").format(state=state, day=day)


def settle_scheme(draft: SchemeDraft, today: date) -> SchemeFacts:
    """Return the scheme as facts, or raise `Rejected`."""
    form = Settling()
    own = draft.scheme == OTHER
    if not own and draft.scheme not in _entries():
        form.refuse("scheme", _("Choose one of these."))
    facts = SchemeFacts(
        scheme=draft.scheme,
        name=form.read("name", lambda: read_required(draft.name, NAME_LIMIT), "") if own else "",
        state=form.choose("state", draft.state, SchemeState, SchemeState.TO_APPLY),
        who=form.read("who", lambda: read_line(draft.who, NAME_LIMIT), ""),
        day=form.read("day", lambda: read_optional_deadline(draft.day, today), None),
    )
    for field, text in (("name", facts.name), ("who", draft.who)):
        form.guard(field, text, about=About.EMPLOYER)
    form.finish()
    return facts


@cache
def _entries() -> Mapping[str, Mapping[str, Any]]:
    read = tomllib.loads(SCHEMES.read_text(encoding="utf-8"))
    return {entry["code"]: entry for entry in read["scheme"]}
