"""How what left is told: which file, to whom, on which day."""

from __future__ import annotations

from sqlmodel import Session

from app.data.consent import PartyRecord
from app.data.disclosure import Basis, DisclosureRecord
from app.domain.calendar_file import CalendarKind
from app.domain.language import _
from app.domain.paper import PAPER_LABELS, SHOWN, PaperKind, was_printed
from app.domain.words import long_day
from app.system.clock import local


def disclosure_line(session: Session, record: DisclosureRecord) -> str:
    """Return one thing that left, in words."""
    if record.basis is Basis.CONSENT and record.party_id is not None:
        receiver = session.get_one(PartyRecord, record.party_id).name
    else:
        receiver = _("the citizen")
    if record.file_name == SHOWN:
        # i18n: Danish: »Arbejdsgiverark vist til Eksempel Tømmerhandel ved bordet, 9. september«
        return _("{paper} shown to {receiver} at the table, {day}").format(
            paper=_paper(record.paper), receiver=receiver, day=long_day(local(record.at).date())
        )
    # i18n: Danish: »Samtykkeerklæring til borgeren, 9. september 2026 · consent-form-….pdf«
    return _("{paper} to {receiver}, {day} · {file}").format(
        paper=_paper(record.paper),
        receiver=receiver,
        day=long_day(local(record.at).date()),
        file=_("printed") if was_printed(record.file_name) else record.file_name,
    )


def _paper(code: str) -> str:
    """Return what a paper is called; of one that is no longer made, the code it was noted under."""
    if code == CalendarKind.MEETING.value:
        return _("Calendar file of a meeting")
    return _(PAPER_LABELS[PaperKind(code)]) if code in set(PaperKind) else code
