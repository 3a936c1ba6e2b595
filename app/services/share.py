"""The one way out: whatever leaves Fasthold is shared here, and nowhere else.

A paper, a calendar file, a text on the clipboard, a package: each asks the consent it rests on, is
read by the guard once more, is noted with its hash, and then is put where it was asked for, all in
one transaction. What is put is what was noted. A house test finds any other way out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sqlmodel import Session

from app.changes import Topic
from app.data.consent import CellRecord, ConsentRecord, known_names
from app.data.vault import Vault
from app.domain.audit import Action
from app.domain.calendar_file import CalendarKind
from app.domain.consent import CellId, ConsentStatus, Information, cell_status
from app.domain.guard import RULE_TEXTS, About
from app.domain.language import _
from app.domain.paper import PRINTED, SHOWN, STAYS, Basis, PaperKind, Reading
from app.domain.problem import Refused
from app.domain.restriction import OPEN_PAPERS
from app.services.audit_note import note_alone
from app.services.door import Leaving, note_leaving, trace_in
from app.services.restriction import refuse_restricted
from app.system.clock import Now, Today
from app.system.files import free_place, write_whole

Check = Callable[[Session], object]


class Outlet(Protocol):
    """Where something is put: it says under which name, then takes the content."""

    def name(self, wanted: str) -> str:
        """Return the name it will have there."""

    def put(self, content: bytes) -> None:
        """Take the content."""


class FolderOutlet:
    """A folder that somebody chose; `place` is the file once it was named."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.place = folder

    def name(self, wanted: str) -> str:
        """Return a name that is free there."""
        self.place = free_place(self._folder, wanted)
        return self.place.name

    def put(self, content: bytes) -> None:
        """Write the file whole or not at all."""
        write_whole(self.place, content)


class TableOutlet:
    """The eyes of those at the table; `content` is what is shown to them."""

    def __init__(self) -> None:
        self.content = b""

    def name(self, wanted: str) -> str:
        """Return what is noted instead of a file's name."""
        return SHOWN

    def put(self, content: bytes) -> None:
        """Keep it for the screen."""
        self.content = content


class PrinterOutlet:
    """A printer; `draw` puts the content on its paper."""

    def __init__(self, draw: Callable[[bytes], object]) -> None:
        self._draw = draw

    def name(self, wanted: str) -> str:
        """Return what is noted in place of a file's name."""
        stem, _dot, _ending = wanted.partition(".")
        return stem + PRINTED

    def put(self, content: bytes) -> None:
        """Print it."""
        self._draw(content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """Something that is to leave: its kind, name and bytes, why it may, what the guard reads.
    `also` is why others may who get the same."""

    kind: PaperKind | CalendarKind
    file_name: str
    content: bytes
    basis: Basis
    reading: Reading
    also: tuple[Basis, ...] = ()


def refuse_what_stays(kind: PaperKind | CalendarKind) -> None:
    """Refuse what is read in the program and nowhere else."""
    if kind in STAYS:
        # i18n: Danish: »Din egen sag bliver i Fasthold. Borgeren får alt i en indsigt.«
        raise Refused(
            _("Your own file stays in Fasthold. The citizen gets it in an access report.")
        )


class Door:
    """Lets out what may leave. `doubted` says whether somebody must first say what day it is."""

    def __init__(self, vault: Vault, today: Today, now: Now, doubted: Callable[[], bool]) -> None:
        self._vault = vault
        self._today = today
        self._now = now
        self._doubted = doubted

    def share(self, parcel: Parcel, outlet: Outlet, still_stands: Check) -> None:
        """Put `parcel` into `outlet` and note it; raise `Refused` if its basis fell, if the guard
        finds somebody in it, or if what was shown no longer stands."""
        refuse_what_stays(parcel.kind)
        self.read(parcel.reading)
        with self._vault.write(Topic.DISCLOSURE, Topic.FOLLOWUP) as session:
            still_stands(session)
            self._note(session, parcel, outlet.name(parcel.file_name))
            outlet.put(parcel.content)

    def read(self, reading: Reading) -> None:
        """Raise `Refused` with the rule that something in it breaks, and note that it was."""
        with self._vault.read() as session:
            names = known_names(session)
        about = reading.about
        rule = trace_in(reading.view, reading.body, names, about, reading.language)
        if rule is None:
            return
        note_alone(self._vault, Action.GUARD_REFUSED, rule)
        if about is About.EMPLOYER:
            words = _("The plan holds something that no employer may read. {why}")
        else:
            words = _("The paper holds something that points to a person. {why}")
        raise Refused(words.format(why=_(RULE_TEXTS[rule])))

    def _note(self, session: Session, parcel: Parcel, name: str) -> None:
        """Note for each who gets it that it leaves, once every basis was asked."""
        bases = (parcel.basis, *parcel.also)
        for basis in bases:
            self._refuse_fallen(session, parcel.kind, basis)
        digest = hashlib.sha256(parcel.content).hexdigest()
        for basis in bases:
            leaving = Leaving(kind=parcel.kind, file_name=name, sha256=digest, basis=basis)
            note_leaving(session, leaving, self._now())

    def _refuse_fallen(
        self, session: Session, kind: PaperKind | CalendarKind, basis: Basis
    ) -> None:
        """Ask the consent, or the person, that it rests on."""
        if basis.citizen_id is None:
            return
        if basis.consent_id is not None or kind not in OPEN_PAPERS:
            refuse_restricted(session, basis.citizen_id)
        if basis.consent_id is None:
            return
        if self._doubted():
            raise Refused(
                _("Say first whether today's date is right: a consent holds until its last day.")
            )
        if not basis.cells or not all(
            self._covers(session, basis, cell_id, information)
            for cell_id, information in basis.cells
        ):
            raise Refused(
                _("The consent has changed since this was shown. Close it and open it again.")
            )

    def _covers(
        self, session: Session, basis: Basis, cell_id: CellId, information: Information
    ) -> bool:
        """Return whether a cell holds today and is of this party, direction and information."""
        cell = session.get(CellRecord, cell_id)
        if cell is None:
            return False
        consent = session.get_one(ConsentRecord, cell.consent_id)
        today = self._today()
        holds = {
            cell_status(cell.status, cell.until, today),
            cell_status(consent.status, consent.expires_on, today),
        }
        place = (cell.party_id, cell.direction, cell.information, consent.citizen_id)
        asked = (basis.party_id, basis.direction, information, basis.citizen_id)
        return holds == {ConsentStatus.LIVE} and place == asked
