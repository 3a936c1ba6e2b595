"""What was handed over about one citizen, listed for that citizen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.consent import Information
from app.domain.paper import PaperKind
from app.domain.sender import Sender


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureLine:
    """One thing that was handed over; no `receiver` means to the citizen, and then it needed no
    consent and names no `information`. It was `shown` where nobody got it to keep."""

    day: date
    paper: PaperKind
    receiver: str
    information: tuple[Information, ...]
    shown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureList:
    """All that the list prints, oldest first."""

    citizen: str
    number: str
    lines: tuple[DisclosureLine, ...]
    printed_on: date
    sender: Sender
