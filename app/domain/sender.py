"""Who hands out the papers: the consultant's own details, on every paper."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import date

from app.domain.days import months_after
from app.domain.guard import About
from app.domain.language import _
from app.domain.settling import Settling
from app.domain.typed import LINE_LIMIT, NAME_LIMIT, read_line, read_required

MONTHS_TRUSTED = 6  # after they were looked through
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}")
_PHONE = re.compile(r"\+?[0-9][0-9 ]{6,18}[0-9]")


@dataclass(frozen=True, slots=True, kw_only=True)
class SenderDraft:
    """My details as typed."""

    name: str = ""
    title: str = ""
    phone: str = ""
    email: str = ""
    reachable: str = ""
    municipality: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """My details, complete: what every paper's contact block and head print."""

    name: str
    title: str
    phone: str
    email: str
    reachable: str
    municipality: str
    office: str

    @property
    def by_right(self) -> tuple[str, ...]:
        """Everything: it tells whom to turn to."""
        return (
            self.name,
            self.title,
            self.phone,
            self.email,
            self.reachable,
            self.municipality,
            self.office,
        )


def settle_sender(draft: SenderDraft) -> Sender:
    """Return the details, or raise `Rejected`: no paper is handed out without a way back."""
    form = Settling()
    sender = Sender(
        name=form.read("name", lambda: read_required(draft.name, NAME_LIMIT), ""),
        title=form.read("title", lambda: read_required(draft.title, NAME_LIMIT), ""),
        phone=form.read("phone", lambda: read_required(draft.phone, 20), ""),
        email=form.read("email", lambda: read_required(draft.email, NAME_LIMIT), ""),
        reachable=form.read("reachable", lambda: read_required(draft.reachable, NAME_LIMIT), ""),
        municipality=form.read(
            "municipality", lambda: read_required(draft.municipality, NAME_LIMIT), ""
        ),
        office=form.read("office", lambda: read_line(draft.office, LINE_LIMIT), ""),
    )
    for field, text in asdict(draft).items():
        form.guard(field, text, about=About.CONTACT)
    if sender.email and not is_email(sender.email):
        form.refuse("email", _("Write the e-mail like name@municipality.example."))
    if sender.phone and not is_phone(sender.phone):
        form.refuse("phone", _("Write the phone number with at least eight digits."))
    form.finish()
    return sender


def is_worn(checked_on: date | None, today: date) -> bool:
    """Return whether the details should be looked through: they stand on every paper."""
    return checked_on is None or today > months_after(checked_on, MONTHS_TRUSTED)


def is_email(text: str) -> bool:
    """Return whether `text` is written as an e-mail address."""
    return _EMAIL.fullmatch(text) is not None


def is_phone(text: str) -> bool:
    """Return whether `text` is written as a phone number."""
    return _PHONE.fullmatch(text) is not None
