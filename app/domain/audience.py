"""Who may read a line of a roundtable: chosen for each line, and as few as possible by themselves.

A remark is for its writer alone until somebody else is chosen: data protection by default. An
agreement was made at the table, so the employer and the citizen read it; the doctor, who seldom
sits there, reads it only when »all« is chosen. The citizen reads whatever another reader is given.
"""

from __future__ import annotations

from enum import StrEnum

from app.domain.language import N_


class Audience(StrEnum):
    """Who may read one line."""

    OWN = "own"
    CITIZEN = "citizen"
    DOCTOR = "doctor"
    EMPLOYER = "employer"
    ALL = "all"


AUDIENCE_LABELS: dict[Audience, str] = {
    # i18n: Danish: »Kun mig«, »Borgeren«, »Læge og borger«, »Arbejdsgiver og borger«, »Alle«
    Audience.OWN: N_("Only me"),
    Audience.CITIZEN: N_("The citizen"),
    Audience.DOCTOR: N_("Doctor and citizen"),
    Audience.EMPLOYER: N_("Employer and citizen"),
    Audience.ALL: N_("All of them"),
}


# The same, said to the citizen.
TOLD_LABELS: dict[Audience, str] = {
    Audience.OWN: N_("The consultant only"),
    Audience.CITIZEN: N_("You"),
    Audience.DOCTOR: N_("Your doctor and you"),
    Audience.EMPLOYER: N_("Your employer and you"),
    Audience.ALL: N_("Your employer, your doctor and you"),
}


class Reader(StrEnum):
    """Whose sheet of a roundtable it is."""

    EMPLOYER = "employer"
    CITIZEN = "citizen"
    DOCTOR = "doctor"
    OWN = "own"


READER_LABELS: dict[Reader, str] = {
    # i18n: Danish: »Arbejdsgiver«, »Borger«, »Egen læge«, »Egen sag«
    Reader.EMPLOYER: N_("Employer"),
    Reader.CITIZEN: N_("Citizen"),
    Reader.DOCTOR: N_("Own doctor"),
    Reader.OWN: N_("Own file"),
}

FOR_EMPLOYER = frozenset({Audience.EMPLOYER, Audience.ALL})
_READ: dict[Reader, frozenset[Audience]] = {
    Reader.EMPLOYER: FOR_EMPLOYER,
    Reader.CITIZEN: frozenset(Audience) - {Audience.OWN},
    Reader.DOCTOR: frozenset({Audience.DOCTOR, Audience.ALL}),
    Reader.OWN: frozenset(Audience),
}


def may_read(reader: Reader, audience: Audience, *, held: bool = False) -> bool:
    """Return whether `reader` reads a line for this audience; one that is held only its writer."""
    return audience in _READ[reader] and not (held and reader is not Reader.OWN)
