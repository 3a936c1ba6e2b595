"""All that is kept about one citizen, put together for that citizen: the right of access (GDPR,
article 15), on paper and as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.sender import Sender

Value = str | int | float | bool | tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessField:
    """One thing that is kept: `name` is what the file calls it, `label` and `words` say it in
    words, and `value` is it as data."""

    name: str
    label: str
    words: str
    value: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessEntry:
    """What belongs together, by what it is called and by the table it stands in, and the `parts`
    that hang on it."""

    table: str
    label: str
    fields: tuple[AccessField, ...]
    parts: tuple[AccessEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessChapter:
    """Entries that are kept for the same purpose, and that come from the same people."""

    name: str
    title: str
    purpose: str
    source: str
    entries: tuple[AccessEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessReport:
    """All that the report tells. `kept` says how long and by which rule, `rights` what the citizen
    can ask for, `left_out` what is not told and why."""

    citizen: str
    number: str
    chapters: tuple[AccessChapter, ...]
    kept: tuple[str, ...]
    rights: tuple[str, ...]
    left_out: tuple[str, ...]
    printed_on: date
    sender: Sender
