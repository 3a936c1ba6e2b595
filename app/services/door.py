"""The one door out: what is to leave is read by the guard first, and noted as it leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlmodel import Session

from app.data import disclosure as stored
from app.data.disclosure import DisclosureCellRecord, DisclosureRecord
from app.domain.guard import Rule, Severity, find_traces
from app.domain.paper import Basis

# What was typed was guarded as it was typed. In the printed text, where days and times stand, these
# are the traces that can be told from them.
PRINTED_TRACES = frozenset({Rule.CPR, Rule.EMAIL, Rule.NAME, Rule.ERROR})
PERSON_TRACES = frozenset({Rule.CPR, Rule.ERROR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """One file on its way out: its kind, its name, its hash, and why it may."""

    kind: str
    file_name: str
    sha256: str
    basis: Basis


def points_at_somebody(body: str, names: frozenset[str], *, named: bool) -> bool:
    """Return whether the guard sees a person in what can be read in a finished file; a file that
    is `named` may hold the name of the one it is about."""
    rules = PERSON_TRACES if named else PRINTED_TRACES
    findings = find_traces(body, frozenset() if named else names, listed=False)
    return any(found.rule in rules and found.severity is Severity.REFUSE for found in findings)


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
            paper=leaving.kind,
            file_name=leaving.file_name,
            at=at,
            sha256=leaving.sha256,
        )
    )
    session.flush()


def _stored_basis(basis: Basis) -> stored.Basis:
    if basis.consent_id is not None:
        return stored.Basis.CONSENT
    return stored.Basis.NONE if basis.citizen_id is None else stored.Basis.SELF
