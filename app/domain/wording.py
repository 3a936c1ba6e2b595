"""What is said to a citizen who gives a consent: numbered texts, of which none that was used ever
changes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date

from app.domain.language import mark


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingTexts:
    """The sentences of one numbered text in one language; `{name}` is who received the consent."""

    purpose: str
    employer: str
    voluntary: str
    withdraw: str
    ends: str

    def fingerprint(self) -> str:
        """Return what tells these sentences from any others, however their lines are broken."""
        sentences = (" ".join(sentence.split()) for sentence in astuple(self))
        return hashlib.sha256("\0".join(sentences).encode()).hexdigest()

    def told(self, name: str) -> tuple[str, str, str]:
        """Return what is said aloud by `name`: voluntary, withdrawal, how long it holds."""
        withdraw = self.withdraw.replace("{name}", name)
        return mark(self.voluntary), mark(withdraw), mark(self.ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One numbered text in one language, and since when it is said."""

    version: int
    language: str
    valid_from: date
    source: str
    last_checked: date
    texts: WordingTexts


def newest_on(wordings: Sequence[Wording], day: date) -> Wording:
    """Return the text in force on `day`; before all of them, the first."""
    begun = [one for one in wordings if one.valid_from <= day]
    return max(begun or [min(wordings, key=_order)], key=_order)


def _order(wording: Wording) -> tuple[date, int]:
    return wording.valid_from, wording.version
