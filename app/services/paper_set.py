"""All papers of a case, or all visit summaries of a year, saved as one numbered set.

Each paper leaves by the one way out, with its own basis. A set that was stopped is taken up again:
a file that is there and was noted as it left is not made anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from app.data.disclosure import is_noted
from app.data.followup import get_followup
from app.data.roundtable import find_roundtables
from app.data.vault import Vault
from app.data.visit import held_between
from app.domain.audience import Reader
from app.domain.consent import CitizenId
from app.domain.followup import FollowupId
from app.domain.language import _
from app.domain.paper import PAPER_LABELS, PaperKind, Prepared
from app.domain.paper_set import NotSaved, SavedSet, SetPaper, set_name
from app.domain.problem import Refused
from app.domain.roundtable import RoundtableId, RoundtableStatus
from app.domain.visit import VisitId, VisitStatus
from app.domain.words import long_day
from app.services.export import ExportService
from app.services.reader_paper import KINDS, READERS
from app.services.roundtable_view import newest_versions
from app.services.visit import VisitService
from app.system.clock import Today

Report = Callable[[int, int], object]  # how many of how many; may raise to stop the job
_OF_ROUNDTABLE = (Reader.EMPLOYER, Reader.CITIZEN, Reader.DOCTOR)


class PaperSetService:
    """Say what a set would hold, and save it."""

    def __init__(
        self, vault: Vault, today: Today, export: ExportService, visits: VisitService
    ) -> None:
        self._vault = vault
        self._today = today
        self._export = export
        self._visits = visits

    def papers_of_case(self, followup_id: FollowupId) -> tuple[SetPaper, ...]:
        """Return the papers there can be of a case: the consent form, how it goes, and the sheets
        of each final roundtable in its newest version. One's own papers stay, and what the citizen
        asks to see is given by itself."""
        with self._vault.read() as session:
            followup = get_followup(session, followup_id)
            citizen_id = CitizenId(followup.citizen_id)
            tables = [
                (RoundtableId(table.id), table.day)
                for table in newest_versions(find_roundtables(session, followup_id=followup_id))
                if table.status is RoundtableStatus.FINAL
            ]
        today = self._today()
        kinds = (PaperKind.CONSENT_FORM, PaperKind.PROGRESS_SHEET)
        own = [_paper(kind, followup_id, citizen_id, today, today) for kind in kinds]
        sheets = [
            _paper(KINDS[reader], table, citizen_id, today, day)
            for table, day in sorted(tables, key=lambda each: each[1])
            for reader in _OF_ROUNDTABLE
        ]
        return (*own, *sheets)

    def summaries_of_year(self, year: int) -> tuple[SetPaper, ...]:
        """Return the summaries of the visits that were held in a year, in the order of their days;
        they speak of nobody."""
        return tuple(
            SetPaper(
                kind=PaperKind.VISIT_SUMMARY,
                subject=row.id,
                citizen_id=None,
                day=row.start.date(),
                label=f"{row.practice}, {long_day(row.start.date())}",
            )
            for row in self._visits.list_visits()
            if row.status is VisitStatus.HELD and row.start.year == year
        )

    def years(self) -> tuple[int, ...]:
        """Return the years from the first visit that was held to the last, newest first."""
        with self._vault.read() as session:
            span = held_between(session)
        return () if span is None else tuple(range(span[1].year, span[0].year - 1, -1))

    def save(
        self, papers: Sequence[SetPaper], folder: Path, language: str, report: Report
    ) -> SavedSet:
        """Save the papers in `folder`, one after the other; what may not leave is told with its
        reason. `report` hears how far it is, and stops the job by raising: what is saved stays."""
        named = [(set_name(number, paper), paper) for number, paper in enumerate(papers, start=1)]
        wanted = [
            (name, paper) for name, paper in named if not self._is_there(folder / name, paper)
        ]
        there, refused, saved = len(named) - len(wanted), list[NotSaved](), 0
        for done, (name, paper) in enumerate(wanted, start=there):
            report(done, len(papers))
            try:
                self._export.save(self._prepared(paper, language), folder, name=name)
            except Refused as refusal:
                refused.append(NotSaved(label=paper.label, why=str(refusal)))
            else:
                saved += 1
        report(len(papers), len(papers))
        return SavedSet(folder=folder, saved=saved, there=there, refused=tuple(refused))

    def _is_there(self, place: Path, paper: SetPaper) -> bool:
        """Return whether the file left here before; raise `Refused` if another has its name."""
        if not place.is_file():
            return False
        digest = hashlib.sha256(place.read_bytes()).hexdigest()
        with self._vault.read() as session:
            known = is_noted(session, paper.kind.value, place.name, digest, paper.citizen_id)
        if not known:
            # i18n: Danish: »Mappen har allerede filer fra et andet sæt. Vælg en tom mappe.«
            raise Refused(_("The folder holds files of another set. Choose an empty folder."))
        return True

    def _prepared(self, paper: SetPaper, language: str) -> Prepared:
        if paper.kind is PaperKind.VISIT_SUMMARY:
            return self._export.prepare_visit_summary(VisitId(paper.subject), language)
        if paper.kind is PaperKind.CONSENT_FORM:
            return self._export.prepare_consent_form(FollowupId(paper.subject), language)
        if paper.kind is PaperKind.PROGRESS_SHEET:
            return self._export.prepare_progress_sheet(FollowupId(paper.subject), language)
        table = RoundtableId(paper.subject)
        return self._export.prepare_sheet(table, READERS[paper.kind], language)


def _paper(
    kind: PaperKind, subject: FollowupId | RoundtableId, citizen: CitizenId, today: date, day: date
) -> SetPaper:
    label = _(PAPER_LABELS[kind])
    if day != today:
        # i18n: Danish: »Plan til arbejdsgiver, 27. august 2026«
        label = _("{paper}, {day}").format(paper=label, day=long_day(day))
    return SetPaper(kind=kind, subject=subject, citizen_id=citizen, day=day, label=label)
