"""The consent form a citizen signs and keeps a copy of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.consent import ConsentForm, Direction, Information
from app.domain.sender import Sender
from app.domain.wording import Wording, WordingTexts


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentTerms:
    """What one yes is for, when and how it was given, and its last day."""

    purpose: str
    given_on: date
    until: date
    form: ConsentForm
    original_at: str
    received_by: str = ""
    received_place: str = ""
    hold_back: str = ""
    wording_version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentFormRow:
    """One row of the consent form: a party, a direction, and what was ticked; no terms if it is
    nothing."""

    party: str
    direction: Direction
    information: frozenset[Information]
    terms: ConsentTerms | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentFormSheet:
    """All that the consent form prints; blank fields are written by hand.

    `together` is the yes to working together: what is printed while nobody else may hear anything.
    `wording` is the newest text that was said of those printed.
    """

    citizen: str
    number: str
    together: ConsentTerms | None
    rows: tuple[ConsentFormRow, ...]
    printed_on: date
    sender: Sender
    wording_version: int
    wording: WordingTexts

    @property
    def terms(self) -> tuple[ConsentTerms, ...]:
        """What is true of the rows: each different set of terms once, none on a blank form."""
        ticked = [row.terms for row in self.rows if row.terms is not None]
        alone = [self.together] if self.together is not None else []
        return tuple(dict.fromkeys(ticked or alone))


def blank_form(sender: Sender, today: date, wording: Wording) -> ConsentFormSheet:
    """Return the form with nothing filled in: to be written by hand."""
    return ConsentFormSheet(
        citizen="",
        number="",
        together=None,
        rows=(),
        printed_on=today,
        sender=sender,
        wording_version=wording.version,
        wording=wording.texts,
    )
