"""What the audit trail is held against: the seal of its newest entry, as it was noted elsewhere.

A chain cannot see that its end was cut off, or that all of it was exchanged. Each place where its
newest seal was noted can: beside the file, in the computer's keychain, in a saved copy, on paper.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.language import _
from app.domain.problem import Problem, Rejected

SEAL_SIGNS = 16
_NUMBER = re.compile(r"[1-9]\d{0,8}")
_SEAL = re.compile(rf"[0-9a-f]{{{SEAL_SIGNS}}}")


class AnchorKind(StrEnum):
    """Where a seal was noted."""

    STATE = "state"
    KEYCHAIN = "keychain"
    COPY = "copy"
    PRINTED = "printed"


class Holding(StrEnum):
    """How the trail stands to a seal that was noted."""

    AGREES = "agrees"
    MISSING = "missing"  # entries at the end are gone
    OTHER = "other"  # another entry stands at this place
    OLDER = "older"  # the whole file is older than what was noted
    BEFORE = "before"  # what was noted is older than where the trail begins
    SILENT = "silent"  # the place does not answer
    NOTHING = "nothing"  # nothing was noted there yet


DIFFERS = frozenset({Holding.MISSING, Holding.OTHER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """The newest entry as it was noted elsewhere, and how many saves the file then had."""

    seq: int
    mac: str
    saves: int
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorRow:
    """One place, and how the trail stands to what was noted there. `missing` counts entries."""

    kind: AnchorKind
    holding: Holding
    seq: int = 0
    missing: int = 0
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SealDraft:
    """A seal as it is typed from paper. May be incomplete."""

    number: str = ""
    seal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SealFacts:
    """The number of an entry and the first signs of its seal."""

    seq: int
    signs: str


def settle_seal(draft: SealDraft) -> SealFacts:
    """Return the seal as facts, or raise `Rejected` with everything there is to mend."""
    number = re.sub(r"[\s.]", "", draft.number)
    signs = re.sub(r"\s", "", draft.seal).lower()
    problems = []
    if not _NUMBER.fullmatch(number):
        problems.append(Problem("number", _("Write the number that stands before the seal.")))
    if not _SEAL.fullmatch(signs):
        words = _("Write the {n} signs of the seal: digits and the letters a to f.")
        problems.append(Problem("seal", words.format(n=SEAL_SIGNS)))
    if problems:
        raise Rejected(problems)
    return SealFacts(seq=int(number), signs=signs)
