"""The sheets of a roundtable, one for each reader: gathered, printed, and on which basis each may
leave."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from app.data.consent import CellRecord
from app.data.followup import get_followup
from app.data.roundtable import RoundtableRecord, get_roundtable
from app.domain.audience import Reader
from app.domain.citizen_sheet import CitizenSheet
from app.domain.consent import CellRow, CitizenId, ConsentId, Information
from app.domain.doctor_sheet import FOR_DOCTOR, DoctorSheet
from app.domain.employer_sheet import EmployerSheet
from app.domain.followup import FollowupId
from app.domain.guard import About
from app.domain.language import _
from app.domain.own_sheet import OwnSheet
from app.domain.paper import Basis, PaperKind
from app.domain.problem import Refused
from app.domain.roundtable import RoundtableId, RoundtableStatus
from app.reports import citizen_sheet, doctor_sheet, employer_sheet, own_sheet
from app.reports.sheet import Rendered
from app.services.doctor_view import doctor_cells
from app.services.employer_view import employer_cells
from app.services.roundtable import RoundtableService

Sheet = EmployerSheet | CitizenSheet | DoctorSheet | OwnSheet

KINDS: dict[Reader, PaperKind] = {
    Reader.EMPLOYER: PaperKind.EMPLOYER_SHEET,
    Reader.CITIZEN: PaperKind.CITIZEN_SHEET,
    Reader.DOCTOR: PaperKind.DOCTOR_SHEET,
    Reader.OWN: PaperKind.OWN_SHEET,
}
READERS: dict[PaperKind, Reader] = {kind: reader for reader, kind in KINDS.items()}
ABOUT: dict[Reader, About] = {
    Reader.EMPLOYER: About.EMPLOYER,
    Reader.CITIZEN: About.CONTACT,
    Reader.DOCTOR: About.CITIZEN,
    Reader.OWN: About.CONTACT,
}


def gather_sheet(
    roundtables: RoundtableService, roundtable_id: RoundtableId, reader: Reader
) -> Sheet:
    """Gather the sheet for a reader; `Refused` if nothing may be told to them today."""
    if reader is Reader.EMPLOYER:
        return roundtables.employer_sheet(roundtable_id)
    if reader is Reader.DOCTOR:
        return roundtables.doctor_sheet(roundtable_id)
    if reader is Reader.CITIZEN:
        return roundtables.citizen_sheet(roundtable_id)
    return roundtables.own_sheet(roundtable_id)


def print_sheet(sheet: Sheet) -> Rendered:
    """Print a sheet the way its reader gets it."""
    if isinstance(sheet, EmployerSheet):
        return employer_sheet.render(sheet)
    if isinstance(sheet, DoctorSheet):
        return doctor_sheet.render(sheet)
    if isinstance(sheet, CitizenSheet):
        return citizen_sheet.render(sheet)
    return own_sheet.render(sheet)


def basis_for(session: Session, roundtable_id: RoundtableId, reader: Reader, today: date) -> Basis:
    """Return why the sheet may go to its reader: under these cells, or to the citizen."""
    record = get_roundtable(session, roundtable_id)
    citizen_id = CitizenId(get_followup(session, FollowupId(record.followup_id)).citizen_id)
    cells = _cells(session, record, reader, today)
    if not cells:
        return Basis(citizen_id=citizen_id)
    consent_id = session.get_one(CellRecord, cells[0].id).consent_id
    return Basis(
        citizen_id=citizen_id,
        party_id=cells[0].party_id,
        direction=cells[0].direction,
        consent_id=ConsentId(consent_id),
        cells=tuple((cell.id, cell.information) for cell in cells),
    )


def left_out_of(basis: Basis, reader: Reader) -> tuple[Information, ...]:
    """Return the kinds of information the consent does not let the reader have."""
    asked = {Reader.EMPLOYER: frozenset(Information), Reader.DOCTOR: FOR_DOCTOR}
    covered = {information for _cell, information in basis.cells}
    return tuple(
        kind for kind in Information if kind in asked.get(reader, ()) and kind not in covered
    )


def refuse_unready(session: Session, roundtable_id: RoundtableId, reader: Reader) -> None:
    """Refuse what would leave before it is final."""
    final = get_roundtable(session, roundtable_id).status is RoundtableStatus.FINAL
    if reader is not Reader.OWN and not final:
        raise Refused(_("Finalise the roundtable first; only a numbered version leaves."))


def refuse_other_reader(
    session: Session, roundtable_id: RoundtableId, reader: Reader, basis: Basis, today: date
) -> None:
    """Refuse a sheet that would go to somebody else by now than it was made for."""
    if basis_for(session, roundtable_id, reader, today).party_id == basis.party_id:
        return
    if reader is Reader.EMPLOYER:
        raise Refused(_("The plan is for another employer by now. Open it again."))
    raise Refused(_("The sheet is for another doctor by now. Open it again."))


def _cells(
    session: Session, record: RoundtableRecord, reader: Reader, today: date
) -> tuple[CellRow, ...]:
    if reader is Reader.EMPLOYER:
        return employer_cells(session, record, today)
    return doctor_cells(session, record, today) if reader is Reader.DOCTOR else ()
