"""The consent form a citizen signs and keeps a copy of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.consent import ConsentForm, Direction, Information
from app.domain.sender import Sender


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentFormRow:
    """One row of the consent form: a party, a direction, and what was ticked."""

    party: str
    direction: Direction
    information: frozenset[Information]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentFormSheet:
    """All that the consent form prints; blank fields are written by hand."""

    citizen: str
    number: str
    purpose: str
    given_on: date | None
    until: date | None
    rows: tuple[ConsentFormRow, ...]
    form: ConsentForm | None
    printed_on: date
    sender: Sender


def blank_form(sender: Sender, today: date) -> ConsentFormSheet:
    """Return the form with nothing filled in: to be written by hand."""
    return ConsentFormSheet(
        citizen="",
        number="",
        purpose="",
        given_on=None,
        until=None,
        rows=(),
        form=None,
        printed_on=today,
        sender=sender,
    )
