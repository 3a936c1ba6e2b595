"""Who does what: the citizen in the middle, everybody else round about, and what may go wrong.

A line is solid when everything the citizen said yes to outlasts the party's next step. The three
warnings are those of a coordinated effort: nobody drives, aims pull apart, two do the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations

from app.domain.consent import CellRow, ConsentStatus, PartyId
from app.domain.followup import OUTCOME_LABELS, Outcome
from app.domain.language import _
from app.domain.party import PARTY_LABELS, PartyKind, PartyRow
from app.domain.words import joined, long_day, quoted

_WORD = re.compile(r"\w{4,}")
_STEM = 5
_LEAST_WORDS = 2
LEFT = (PartyKind.GP, PartyKind.SPECIALIST, PartyKind.HOSPITAL, PartyKind.TREATMENT)


class Bond(StrEnum):
    """How far the consent about a party reaches."""

    OUTLASTS = "outlasts"
    ENDS_BEFORE = "ends_before"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class MapBox:
    """One box of the map. Without a party it is the consultant's own."""

    party_id: PartyId | None
    kind: PartyKind | None
    title: str
    name: str
    next_step: str
    next_on: date | None
    aim: str
    drives: bool
    bond: Bond
    consent_until: date | None

    @property
    def said(self) -> str:
        """Everything the box and its line show, as sentences."""
        parts = (
            self.title if self.name in ("", self.title) else f"{self.title}: {self.name}",
            _("Drives it") if self.drives else "",
            self._said_step(),
            _("Aim: {aim}").format(aim=self.aim) if self.aim else "",
            "" if self.party_id is None else self._said_bond(),
        )
        return ". ".join(part for part in parts if part) + "."

    def _said_step(self) -> str:
        if not self.next_step:
            return _("No next step")
        if self.next_on is None:
            return _("Next step: {step}").format(step=self.next_step)
        text = _("Next step: {step}, {day}")
        return text.format(step=self.next_step, day=long_day(self.next_on))

    def _said_bond(self) -> str:
        if self.consent_until is None:
            return _("No consent holds")
        until = long_day(self.consent_until)
        if self.bond is Bond.OUTLASTS:
            return _("The consent holds until {day}, past the next step").format(day=until)
        return _("A consent ends {day}, before the next step").format(day=until)


class Warn(StrEnum):
    """What may go wrong when an effort is not coordinated."""

    NOBODY_DRIVES = "nobody_drives"
    AIMS_APART = "aims_apart"
    SAME_STEP = "same_step"


@dataclass(frozen=True, slots=True, kw_only=True)
class MapWarning:
    """One warning in words."""

    kind: Warn
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyMap:
    """The boxes in their fixed order: the consultant first at the left, the employer at the
    right; and what the citizen does now."""

    citizen: str
    left: tuple[MapBox, ...]
    right: tuple[MapBox, ...]
    warnings: tuple[MapWarning, ...]

    @property
    def boxes(self) -> tuple[MapBox, ...]:
        """Every box, row by row."""
        return (*self.left, *self.right)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What somebody does next, and by when."""

    what: str
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """What the citizen does now, in words, and the rung they aim at, if that is known."""

    said: str
    aim: Outcome | None


def map_of(
    parties: Sequence[PartyRow],
    cells: Sequence[CellRow],
    mine: Step,
    citizen: Doing,
    today: date,
    *,
    i_drive: bool,
) -> PartyMap:
    """Return the map as it stands `today`."""
    boxes = [_box(party, parties, cells, today) for party in parties]
    me = MapBox(
        party_id=None,
        kind=None,
        title=_("Me"),
        name="",
        next_step=mine.what,
        next_on=mine.day,
        aim="",
        drives=i_drive,
        bond=Bond.OUTLASTS,
        consent_until=None,
    )
    return PartyMap(
        citizen=citizen.said,
        left=(me, *(box for box in boxes if box.kind in LEFT)),
        right=tuple(box for box in boxes if box.kind not in LEFT),
        warnings=_warnings(me, boxes, parties, citizen.aim),
    )


def is_same_step(one: str, other: str) -> bool:
    """Return whether two steps look the same: all words of the shorter are in the longer."""
    first, second = sorted((_stems(one), _stems(other)), key=len)
    return bool(first) and (len(first) >= _LEAST_WORDS or first == second) and first <= second


def _box(
    party: PartyRow, parties: Sequence[PartyRow], cells: Sequence[CellRow], today: date
) -> MapBox:
    facts = party.facts
    alone = sum(one.facts.kind is facts.kind for one in parties) == 1
    ends = [
        cell.until
        for cell in cells
        if cell.party_id == party.id and cell.status is ConsentStatus.LIVE
    ]
    until = min(ends, default=None)
    bond = Bond.NONE
    if until is not None:
        bond = Bond.OUTLASTS if until >= (facts.next_on or today) else Bond.ENDS_BEFORE
    return MapBox(
        party_id=party.id,
        kind=facts.kind,
        title=_(PARTY_LABELS[facts.kind]) if alone else facts.name,
        name=facts.name,
        next_step=facts.next_step,
        next_on=facts.next_on,
        aim=_aim(facts.aim, facts.aim_rung),
        drives=facts.drives,
        bond=bond,
        consent_until=until,
    )


def _aim(said: str, rung: Outcome | None) -> str:
    parts = ("" if rung is None else _(OUTCOME_LABELS[rung]), said)
    return " · ".join(part for part in parts if part)


def _warnings(
    me: MapBox, boxes: Sequence[MapBox], parties: Sequence[PartyRow], aim: Outcome | None
) -> tuple[MapWarning, ...]:
    found = []
    if not any(box.drives for box in (me, *boxes)):
        text = _("Nobody drives this. Agree on who coordinates.")
        found.append(MapWarning(kind=Warn.NOBODY_DRIVES, text=text))
    if text := _aims_apart(boxes, parties, aim):
        found.append(MapWarning(kind=Warn.AIMS_APART, text=text))
    for one, other in combinations((me, *boxes), 2):
        if is_same_step(one.next_step, other.next_step):
            found.append(MapWarning(kind=Warn.SAME_STEP, text=_same(one, other)))
    return tuple(found)


def _aims_apart(boxes: Sequence[MapBox], parties: Sequence[PartyRow], aim: Outcome | None) -> str:
    rungs: dict[Outcome, list[str]] = {}
    if aim is not None:
        rungs[aim] = [_("The citizen")]
    for box, party in zip(boxes, parties, strict=True):
        if party.facts.aim_rung is not None:
            rungs.setdefault(party.facts.aim_rung, []).append(box.title)
    if len(rungs) < 2:
        return ""
    aims = [
        _("{who} at {aim}").format(who=joined(rungs[rung]), aim=_(OUTCOME_LABELS[rung]).lower())
        for rung in Outcome
        if rung in rungs
    ]
    return _("The aims pull apart: {aims}. Take it up together.").format(aims=joined(aims))


def _same(one: MapBox, other: MapBox) -> str:
    text = _("{who} look set to do the same: {step}. Agree on who does it.")
    return text.format(who=joined([one.title, other.title]), step=quoted(one.next_step))


def _stems(step: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(step.casefold()))
