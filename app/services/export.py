"""Papers: gather a view, render it, show it, and let it leave only on a basis that holds now."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from sqlmodel import Session

from app.data.disclosure import count_files
from app.data.followup import get_followup
from app.data.vault import Vault
from app.domain.audience import Reader
from app.domain.consent import CitizenId, Information
from app.domain.cooperation import CooperationId
from app.domain.flag import FlagId
from app.domain.followup import FollowupId
from app.domain.guard import About
from app.domain.language import _, in_language
from app.domain.paper import Basis, PaperKind, Prepared, Reading
from app.domain.password import PasswordDraft
from app.domain.practice import PracticeId
from app.domain.problem import Refused
from app.domain.roundtable import RoundtableId
from app.domain.sender import Sender
from app.domain.slip import SlipLanguage
from app.domain.visit import VisitId
from app.reports import (
    access_report,
    consent_form,
    cooperation_agreement,
    deletion_report,
    disclosure_list,
    flag_slip,
    preparation_sheet,
    progress_sheet,
    visit_summary,
)
from app.reports.lock import locked
from app.reports.sheet import Rendered
from app.services.access_report import AccessService
from app.services.at_table import others_at_table
from app.services.consent import ConsentService
from app.services.cooperation import CooperationService
from app.services.deletion_report import DeletionService
from app.services.disclosure_list import disclosure_list_of
from app.services.measure import MeasureService
from app.services.paper_password import settle_password
from app.services.preparation import PreparationService
from app.services.reader_paper import (
    ABOUT,
    KINDS,
    READERS,
    basis_for,
    gather_sheet,
    left_out_of,
    print_sheet,
    refuse_other_reader,
    refuse_unready,
)
from app.services.roundtable import RoundtableService
from app.services.share import (
    Door,
    FolderOutlet,
    Outlet,
    Parcel,
    PrinterOutlet,
    TableOutlet,
    refuse_what_stays,
)
from app.services.slip import SlipService
from app.services.visit import VisitService
from app.system.clock import Today
from app.system.files import neutral_name

Subject = TypeVar("Subject", bound=UUID)
View = TypeVar("View")


@dataclass(frozen=True, slots=True)
class _Paper:
    """What a paper is, what it was made from, and whom it is about."""

    kind: PaperKind
    subject: UUID | None
    language: str
    view: object
    about: About = About.NOBODY


class ExportService:
    """Prepare papers, and save the very bytes that were shown.

    Each view is gathered once before its paper's language is spoken: a refusal is for the window.
    Slips bring their own words, and are printed in languages the program does not speak.
    """

    def __init__(
        self,
        vault: Vault,
        today: Today,
        door: Door,
        *,
        visits: VisitService,
        slips: SlipService,
        consents: ConsentService,
        roundtables: RoundtableService,
        preparations: PreparationService,
        cooperations: CooperationService,
        sender: Callable[[], Sender],
        measures: MeasureService,
        access: AccessService,
        deletions: DeletionService,
    ) -> None:
        self._vault = vault
        self._today = today
        self._door = door
        self._visits = visits
        self._slips = slips
        self._consents = consents
        self._roundtables = roundtables
        self._preparations = preparations
        self._cooperations = cooperations
        self._sender = sender
        self._measures = measures
        self._access = access
        self._deletions = deletions

    def prepare_visit_summary(self, visit_id: VisitId, language: str) -> Prepared:
        """Render the summary for the practice; it speaks of nobody."""
        return self._of_nobody(
            PaperKind.VISIT_SUMMARY, visit_id, language, self._visits.summary, visit_summary.render
        )

    def prepare_slip(self, flag_id: FlagId, language: str) -> Prepared:
        """Render the slip of a flag: a number to ring and a code to say."""
        slip = self._slips.slip(flag_id, SlipLanguage(language))
        paper = _Paper(PaperKind.SLIP, flag_id, language, slip)
        return self._prepared(paper, flag_slip.render(slip), unread=slip.sheet.unread)

    def prepare_slip_sheet(self, flag_id: FlagId, language: str) -> Prepared:
        """Render the slips of a flag's practice on sheets to cut: all whose citizens may ring."""
        slips = self._slips.slips_of_practice(flag_id, SlipLanguage(language))
        paper = _Paper(PaperKind.SLIP_SHEET, flag_id, language, slips)
        rendered = flag_slip.render_sheet(slips)
        return self._prepared(paper, rendered, unread=slips[0].sheet.unread)

    def prepare_preparation_sheet(self, practice_id: PracticeId, language: str) -> Prepared:
        """Render what to know and bring before a visit; it speaks of nobody."""
        return self._of_nobody(
            PaperKind.PREPARATION_SHEET,
            practice_id,
            language,
            self._preparations.paper,
            preparation_sheet.render,
        )

    def prepare_cooperation_agreement(
        self, cooperation_id: CooperationId, language: str
    ) -> Prepared:
        """Render the agreement with a practice; it speaks of nobody."""
        return self._of_nobody(
            PaperKind.COOPERATION_AGREEMENT,
            cooperation_id,
            language,
            self._cooperations.paper,
            cooperation_agreement.render,
        )

    def prepare_consent_form(
        self, followup_id: FollowupId | None, language: str, *, large: bool = False
    ) -> Prepared:
        """Render the consent form, blank or filled, for the citizen."""
        self._consents.form_sheet(followup_id)
        basis, about = Basis(), About.NOBODY
        if followup_id is not None:
            with self._vault.read() as session:
                followup = get_followup(session, followup_id)
                basis = Basis(citizen_id=CitizenId(followup.citizen_id))
            about = About.CONTACT
        with in_language(language):
            view = self._consents.form_sheet(followup_id)
            rendered = consent_form.render(view, large=large)
        kind = PaperKind.CONSENT_FORM_LARGE if large else PaperKind.CONSENT_FORM
        paper = _Paper(kind, followup_id, language, view, about)
        return self._prepared(paper, rendered, basis)

    def prepare_disclosure_list(self, followup_id: FollowupId, language: str) -> Prepared:
        """Render the list of what was handed over about the citizen, for the citizen."""
        sender, today = self._sender(), self._today()
        with self._vault.read() as session:
            followup = get_followup(session, followup_id)
            view = disclosure_list_of(session, followup, today, sender)
            basis = Basis(citizen_id=CitizenId(followup.citizen_id))
        with in_language(language):
            rendered = disclosure_list.render(view)
        kind = PaperKind.DISCLOSURE_LIST
        paper = _Paper(kind, followup_id, language, view, About.CONTACT)
        return self._prepared(paper, rendered, basis)

    def prepare_access_report(self, followup_id: FollowupId, language: str) -> Prepared:
        """Render all that is kept about the citizen, for the citizen."""
        basis = Basis(citizen_id=self._access.citizen(followup_id))
        with in_language(language):
            view = self._access.report(followup_id)
            rendered = access_report.render(view)
        paper = _Paper(PaperKind.ACCESS_REPORT, followup_id, language, view, About.CONTACT)
        return self._prepared(paper, rendered, basis)

    def prepare_deletion_report(self, language: str) -> Prepared:
        """Render who was erased, and what still holds them; it names nobody."""
        view = self._deletions.report()
        with in_language(language):
            rendered = deletion_report.render(view)
        paper = _Paper(PaperKind.DELETION_REPORT, None, language, view)
        return self._prepared(paper, rendered)

    def prepare_progress_sheet(self, followup_id: FollowupId, language: str) -> Prepared:
        """Render how it goes, for the citizen."""
        self._measures.progress_sheet(followup_id)
        with self._vault.read() as session:
            followup = get_followup(session, followup_id)
            basis = Basis(citizen_id=CitizenId(followup.citizen_id))
        with in_language(language):
            view = self._measures.progress_sheet(followup_id)
            rendered = progress_sheet.render(view)
        paper = _Paper(PaperKind.PROGRESS_SHEET, followup_id, language, view, About.CONTACT)
        return self._prepared(paper, rendered, basis)

    def prepare_employer_sheet(self, roundtable_id: RoundtableId, language: str) -> Prepared:
        """Render the employer's plan; `Refused` unless live cells cover it today."""
        return self.prepare_sheet(roundtable_id, Reader.EMPLOYER, language)

    def prepare_sheet(self, roundtable_id: RoundtableId, reader: Reader, language: str) -> Prepared:
        """Render a roundtable for one reader; `Refused` unless that reader may be told something
        today."""
        gather_sheet(self._roundtables, roundtable_id, reader)
        with self._vault.read() as session:
            basis = basis_for(session, roundtable_id, reader, self._today())
        with in_language(language):
            view = gather_sheet(self._roundtables, roundtable_id, reader)
            rendered = print_sheet(view)
        paper = _Paper(KINDS[reader], roundtable_id, language, view, ABOUT[reader])
        return self._prepared(paper, rendered, basis, left_out_of(basis, reader))

    def settle_password(self, draft: PasswordDraft) -> str:
        """Return the password; raise `Rejected` if it may not lock a paper."""
        return settle_password(draft)

    def save(self, prepared: Prepared, folder: Path, password: str = "", *, name: str = "") -> Path:
        """Save the bytes that were shown, and note where they went; `Refused` if the basis fell.

        With a `password` the file is made of these bytes and opens only with it; its own hash is
        noted, since it differs from theirs, and from that of every other such file. In a set of
        papers the file has the `name` of its place there.
        """
        outlet = FolderOutlet(folder)
        content = locked(prepared.pdf, password) if password else prepared.pdf
        self._share(replace(prepared, file_name=name or prepared.file_name), outlet, content)
        return outlet.place

    def print_paper(self, prepared: Prepared, draw: Callable[[bytes], object]) -> None:
        """Let `draw` print the bytes that were shown, and note that they left; `Refused` if the
        basis fell."""
        self._share(prepared, PrinterOutlet(draw), prepared.pdf)

    def _share(self, prepared: Prepared, outlet: Outlet, content: bytes) -> None:
        parcel = replace(_parcel(prepared), content=content)
        self._door.share(parcel, outlet, lambda session: self._refuse_fallen(session, prepared))

    def show(self, prepared: Prepared) -> bytes:
        """Return the bytes of a roundtable's sheet for those at the table, and note who sees it;
        `Refused` if one of them may not."""
        refuse_what_stays(prepared.kind)
        reader, roundtable_id = READERS[prepared.kind], prepared.subject
        if roundtable_id is None:
            raise Refused(_("There is no paper to show."))
        today, table = self._today(), RoundtableId(roundtable_id)
        with self._vault.read() as session:
            refuse_other_reader(session, table, reader, prepared.basis, today)
            also = others_at_table(session, table, reader, prepared.basis, today)
        outlet = TableOutlet()

        def still_stands(session: Session) -> None:
            others_at_table(session, table, reader, prepared.basis, today)

        self._door.share(_parcel(prepared, also), outlet, still_stands)
        return outlet.content

    def _of_nobody(
        self,
        kind: PaperKind,
        subject: Subject,
        language: str,
        gather: Callable[[Subject], View],
        render: Callable[[View], Rendered],
    ) -> Prepared:
        """Render a paper that needs nobody's consent."""
        gather(subject)
        with in_language(language):
            view = gather(subject)
            rendered = render(view)
        return self._prepared(_Paper(kind, subject, language, view), rendered)

    def _prepared(
        self,
        paper: _Paper,
        rendered: Rendered,
        basis: Basis | None = None,
        left_out: tuple[Information, ...] = (),
        *,
        unread: bool = False,
    ) -> Prepared:
        kind, today = paper.kind, self._today()
        reading = Reading(
            view=paper.view, body=rendered.body, about=paper.about, language=paper.language
        )
        self._door.read(reading)
        with self._vault.read() as session:
            number = count_files(session, f"{kind.value}-{today:%Y-%m}-") + 1
        return Prepared(
            kind=kind,
            subject=paper.subject,
            language=paper.language,
            file_name=neutral_name(kind.value, today, number),
            pdf=rendered.pdf,
            sha256=hashlib.sha256(rendered.pdf).hexdigest(),
            pages=rendered.pages,
            basis=basis or Basis(),
            reading=reading,
            left_out=left_out,
            unread=unread,
        )

    def _refuse_fallen(self, session: Session, prepared: Prepared) -> None:
        """Refuse a sheet of a roundtable that is not final, or is for another reader by now."""
        reader = READERS.get(prepared.kind)
        if reader is None or prepared.subject is None:
            return
        roundtable_id = RoundtableId(prepared.subject)
        refuse_unready(session, roundtable_id, reader)
        refuse_other_reader(session, roundtable_id, reader, prepared.basis, self._today())


def _parcel(prepared: Prepared, also: tuple[Basis, ...] = ()) -> Parcel:
    return Parcel(
        kind=prepared.kind,
        file_name=prepared.file_name,
        content=prepared.pdf,
        basis=prepared.basis,
        reading=prepared.reading,
        also=also,
    )
