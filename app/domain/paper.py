"""A finished paper on its way out: the bytes shown are the bytes saved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.domain.consent import CellId, CitizenId, ConsentId, Direction, Information, PartyId
from app.domain.guard import About
from app.domain.language import N_


class PaperKind(StrEnum):
    """The papers that exist; the code begins the file's name."""

    VISIT_SUMMARY = "visit-summary"
    SLIP = "slip"
    SLIP_SHEET = "slip-sheet"
    CONSENT_FORM = "consent-form"
    CONSENT_FORM_LARGE = "consent-form-large"
    EMPLOYER_SHEET = "employer-sheet"
    CITIZEN_SHEET = "citizen-sheet"
    DOCTOR_SHEET = "doctor-sheet"
    OWN_SHEET = "own-sheet"
    PREPARATION_SHEET = "preparation-sheet"
    COOPERATION_AGREEMENT = "cooperation-agreement"
    DISCLOSURE_LIST = "disclosure-list"
    ACCESS_REPORT = "access-report"
    ACCESS_DATA = "access-data"
    DELETION_REPORT = "deletion-report"
    PROGRESS_SHEET = "progress-sheet"


PAPER_LABELS: dict[PaperKind, str] = {
    PaperKind.VISIT_SUMMARY: N_("Visit summary"),
    PaperKind.SLIP: N_("Slip"),
    PaperKind.SLIP_SHEET: N_("Slips to cut out"),
    PaperKind.CONSENT_FORM: N_("Consent form"),
    PaperKind.CONSENT_FORM_LARGE: N_("Consent form in large type"),
    PaperKind.EMPLOYER_SHEET: N_("Employer sheet"),
    PaperKind.CITIZEN_SHEET: N_("Citizen sheet"),
    PaperKind.DOCTOR_SHEET: N_("Doctor sheet"),
    PaperKind.OWN_SHEET: N_("Own sheet"),
    PaperKind.PREPARATION_SHEET: N_("Preparation sheet"),
    PaperKind.COOPERATION_AGREEMENT: N_("Cooperation agreement"),
    PaperKind.DISCLOSURE_LIST: N_("What was handed over"),
    PaperKind.ACCESS_REPORT: N_("Access report"),
    PaperKind.ACCESS_DATA: N_("Access report as data"),
    PaperKind.DELETION_REPORT: N_("Deletion report"),
    PaperKind.PROGRESS_SHEET: N_("How it goes"),
}


# Instead of a file's name: the sheet was shown to those present, and nothing was handed over.
SHOWN = "shown-at-the-table"

# What is read in the program and never leaves it.
STAYS = frozenset({PaperKind.OWN_SHEET})


# What a disclosure calls a paper that was printed, in place of the ending of a file.
PRINTED = ".print"


def was_printed(file_name: str) -> bool:
    """Return whether what left under this name is no file, but was printed."""
    return file_name.endswith(PRINTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """Why a paper may leave: nothing set = it speaks of nobody; a citizen = to that citizen;
    a party = under these cells of a consent."""

    citizen_id: CitizenId | None = None
    party_id: PartyId | None = None
    direction: Direction | None = None
    consent_id: ConsentId | None = None
    cells: tuple[tuple[CellId, Information], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the guard reads of a file: what it was made from, every word that can be read in it,
    whom it may be about, and its language."""

    view: object
    body: str
    about: About
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A paper as it is shown before saving. `left_out` says what the consent does not cover,
    `unread` that nobody who speaks the language has read the words yet."""

    kind: PaperKind
    subject: UUID | None
    language: str
    file_name: str
    pdf: bytes
    sha256: str
    pages: int
    basis: Basis
    reading: Reading
    left_out: tuple[Information, ...] = ()
    unread: bool = False
