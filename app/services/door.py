"""The one door out: what is to leave is read by the guard first, and noted as it leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import uuid4

from sqlmodel import Session

from app.data import disclosure as stored
from app.data.audit import note_act
from app.data.disclosure import DisclosureCellRecord, DisclosureRecord
from app.domain.audit import Action, Word
from app.domain.calendar_file import CalendarKind
from app.domain.guard import About, Rule, find_on_paper, find_traces, first_refused
from app.domain.paper import Basis, PaperKind, was_printed
from app.domain.printed import texts_of, words_by_right
from app.reports.typeface import printable


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """One file on its way out: its kind, its name, its hash, and why it may."""

    kind: PaperKind | CalendarKind
    file_name: str
    sha256: str
    basis: Basis


def trace_in(
    view: object, body: str, names: frozenset[str], about: About, language: str
) -> Rule | None:
    """Return what in a finished paper may not leave, if anything: of what its `view` tells, each
    text by itself, as its field was read; then of the whole `body`, as it can be read."""
    right = _words_by_right(view)
    for words in texts_of(view):
        stop = first_refused(
            find_traces(words, names, about=about, language=language, allowed=right)
        )
        if stop is not None:
            return stop.rule
    printed = right | {printable(words) for words in right}
    stop = first_refused(find_on_paper(body, names, about=about, allowed=printed))
    return None if stop is None else stop.rule


def _words_by_right(view: object) -> frozenset[str]:
    """Return the words that stand in `view` by right, but for those that hold a CPR number: nobody
    is called that."""
    told = words_by_right(view)
    return frozenset(
        word for word in told if first_refused(find_traces(word, about=About.CONTACT)) is None
    )


def note_leaving(session: Session, leaving: Leaving, at: datetime) -> None:
    """Write down what leaves, and the consent cells it rests on; these come first, so that the
    database can check them."""
    disclosure_id, basis = uuid4(), leaving.basis
    for cell_id, information in basis.cells:
        session.add(
            DisclosureCellRecord(
                disclosure_id=disclosure_id, cell_id=cell_id, information=information
            )
        )
    session.flush()
    session.add(
        DisclosureRecord(
            id=disclosure_id,
            basis=_stored_basis(basis),
            consent_id=basis.consent_id,
            citizen_id=basis.citizen_id,
            party_id=basis.party_id,
            direction=basis.direction,
            paper=leaving.kind.value,
            file_name=leaving.file_name,
            at=at,
            sha256=leaving.sha256,
        )
    )
    session.flush()
    what: list[StrEnum] = [leaving.kind, _stored_basis(basis)]
    what += [Word.PRINTED] if was_printed(leaving.file_name) else []
    what += [] if basis.direction is None else [basis.direction]
    what += dict.fromkeys(kind for _cell, kind in basis.cells)
    note_act(session, Action.DISCLOSED, *what, person=basis.citizen_id)


def _stored_basis(basis: Basis) -> stored.Basis:
    if basis.consent_id is not None:
        return stored.Basis.CONSENT
    return stored.Basis.NONE if basis.citizen_id is None else stored.Basis.SELF
