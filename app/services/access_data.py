"""What is kept about a citizen, as data: what the access report tells, for a program to read.

The form of the file, JSON in UTF-8, is told here and held by a test:

    document    "access-report", and `version` of this form
    language    of the words; `printed_on` is the day as YYYY-MM-DD
    controller  whom to ask: municipality, office, name, phone and so on
    citizen     the name, and `followup` the number
    chapters    each with name, title, purpose, source and entries
    entries     each with the table it stands in, a label, fields, and parts: what hangs on it
    fields      each with the name in the file, a label, the value, and the value in words
    kept, rights, left_out   sentences, as on the paper
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from app.data.disclosure import count_files
from app.data.vault import Vault
from app.domain.access_report import AccessReport
from app.domain.followup import FollowupId
from app.domain.guard import About
from app.domain.language import in_language
from app.domain.paper import Basis, PaperKind, Reading
from app.services.access_report import AccessService
from app.services.share import Door, FolderOutlet, Parcel
from app.system.clock import Today
from app.system.files import neutral_name

VERSION = 1
KIND = PaperKind.ACCESS_DATA


class AccessDataService:
    """Hands a citizen what is kept about them as data."""

    def __init__(self, vault: Vault, today: Today, door: Door, access: AccessService) -> None:
        self._vault = vault
        self._today = today
        self._door = door
        self._access = access

    def save(self, followup_id: FollowupId, language: str, folder: Path) -> Path:
        """Save it in `folder` for the citizen, and note that it left; return where it is."""
        with in_language(language):
            report = self._access.report(followup_id)
        body = as_json(report, language)
        parcel = Parcel(
            kind=KIND,
            file_name=self._file_name(),
            content=body.encode(),
            basis=Basis(citizen_id=self._access.citizen(followup_id)),
            reading=Reading(view=report, body=body, about=About.CONTACT, language=language),
        )
        outlet = FolderOutlet(folder)
        self._door.share(parcel, outlet, lambda _session: None)
        return outlet.place

    def _file_name(self) -> str:
        today = self._today()
        with self._vault.read() as session:
            number = count_files(session, f"{KIND.value}-{today:%Y-%m}-") + 1
        return neutral_name(KIND.value, today, number, "json")


def as_json(report: AccessReport, language: str) -> str:
    """Return the report as data."""
    told = {
        "document": PaperKind.ACCESS_REPORT.value,
        "version": VERSION,
        "language": language,
        "printed_on": report.printed_on.isoformat(),
        "controller": asdict(report.sender),
        "citizen": report.citizen,
        "followup": report.number,
        "chapters": [asdict(chapter) for chapter in report.chapters],
        "kept": report.kept,
        "rights": report.rights,
        "left_out": report.left_out,
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
