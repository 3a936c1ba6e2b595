"""What a reader's sheet leaves out of a roundtable, and which cells of the consent are empty."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.audience import Reader, may_read
from app.domain.consent import (
    DIRECTION_SENTENCES,
    INFORMATION_LABELS,
    LEFT_OUT_LABELS,
    Direction,
    Information,
)
from app.domain.doctor_sheet import FOR_DOCTOR
from app.domain.language import _, ngettext
from app.domain.roundtable import RoundtableSheet
from app.domain.words import joined
from ui.roundtable.blocked import left_out, written_kinds

_WAYS: dict[Reader, Direction] = {
    Reader.EMPLOYER: Direction.PASS_ON,
    Reader.DOCTOR: Direction.FEEDBACK,
}


@dataclass(frozen=True, slots=True)
class Withheld:
    """Kinds of information that are not covered, lines for others, and lines that are held."""

    kinds: tuple[Information, ...]
    others: int
    held: int


def may_see(sheet: RoundtableSheet, reader: Reader) -> frozenset[Information]:
    """Return what the consent lets `reader` have; nobody asks it for citizen and own file."""
    if reader is Reader.EMPLOYER:
        return sheet.employer_may_see
    return sheet.doctor_may_see if reader is Reader.DOCTOR else frozenset(Information)


def name_of(sheet: RoundtableSheet, reader: Reader) -> str:
    """Return who the reader is, or nothing while nobody or several could be meant."""
    return sheet.row.employer if reader is Reader.EMPLOYER else sheet.doctor


def withheld(sheet: RoundtableSheet, reader: Reader) -> Withheld:
    """Return what is written and stands not on the sheet of `reader`."""
    if reader is Reader.OWN:
        return Withheld((), 0, 0)
    remarks = [row.facts for row in sheet.remarks]
    audiences = [
        *(row.facts.audience for row in sheet.agreements),
        *(facts.audience for facts in remarks),
    ]
    held = sum(1 for one in remarks if one.held and may_read(reader, one.audience))
    others = sum(1 for audience in audiences if not may_read(reader, audience))
    return Withheld(_kinds(sheet, reader), others, held)


def withheld_words(sheet: RoundtableSheet, reader: Reader) -> tuple[str, str]:
    """Return what is left out, and why: the cells that are empty, lines for others, lines held."""
    out = withheld(sheet, reader)
    names = joined([_(LEFT_OUT_LABELS[kind]).lower() for kind in out.kinds])
    lines = ngettext("{n} line for others", "{n} lines for others", out.others)
    held = ngettext("{n} line that is held", "{n} lines that are held", out.held)
    told = [
        *([names] if names else []),
        *([lines.format(n=out.others)] if out.others else []),
        *([held.format(n=out.held)] if out.held else []),
    ]
    if not told:
        return "", ""
    # i18n: Danish: »Udeladt: forventet varighed«
    return _("Left out: {kinds}").format(kinds=joined(told)), empty_cells(sheet, reader)


def empty_cells(sheet: RoundtableSheet, reader: Reader) -> str:
    """Return which cells of the consent are empty, of what is written."""
    kinds = [_(INFORMATION_LABELS[kind]).lower() for kind in _kinds(sheet, reader)]
    way = _WAYS.get(reader)
    if not kinds or way is None:
        return ""
    # i18n: Danish: »Tomt i samtykket: give oplysninger til Eksempel A/S om varighed.«
    return _("Empty in the consent: {way} {party} about {kinds}.").format(
        way=_(DIRECTION_SENTENCES[way]), party=name_of(sheet, reader), kinds=joined(kinds)
    )


def _kinds(sheet: RoundtableSheet, reader: Reader) -> tuple[Information, ...]:
    if reader is Reader.EMPLOYER:
        return left_out(sheet)
    if reader is not Reader.DOCTOR:
        return ()
    return tuple(
        kind
        for kind in written_kinds(sheet, reader)
        if kind in FOR_DOCTOR and kind not in sheet.doctor_may_see
    )
