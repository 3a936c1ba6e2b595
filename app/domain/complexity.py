"""How much a follow-up has to be coordinated: signs are ticked, a level is proposed in words, and
the person decides.

The signs are those of the analysis of coordination between health and employment (source 004).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.language import N_, _, ngettext
from app.domain.settling import Settling
from app.domain.words import joined


class Level(StrEnum):
    """How much coordination is needed."""

    PLAIN = "plain"
    FORESEEABLE = "foreseeable"
    COORDINATION = "coordination"


LEVEL_LABELS: dict[Level, str] = {
    Level.PLAIN: N_("Plain"),
    Level.FORESEEABLE: N_("Foreseeable, but long"),
    Level.COORDINATION: N_("Needs coordination"),
}


class Sign(StrEnum):
    """One thing that can be seen, and that speaks for a level."""

    SHORT = "short"
    SETTLED = "settled"
    BACK_SOON = "back_soon"
    LONG = "long"
    LASTING = "lasting"
    SEVERAL = "several"
    DIFFUSE = "diffuse"
    HARD_TO_SETTLE = "hard_to_settle"
    FEW_AROUND = "few_around"
    LITTLE_SCHOOLING = "little_schooling"
    OTHER_RISK = "other_risk"


SIGN_LABELS: dict[Sign, str] = {
    Sign.SHORT: N_("The absence is short"),
    Sign.SETTLED: N_("What happens next is settled"),
    Sign.BACK_SOON: N_("The citizen can soon be back at work"),
    Sign.LONG: N_("It is a long way back, or to the end of working life"),
    Sign.LASTING: N_("The absence may weaken the hold on work for good"),
    Sign.SEVERAL: N_("There are several health matters at once"),
    Sign.DIFFUSE: N_("The picture is unclear, of body and mind together"),
    Sign.HARD_TO_SETTLE: N_("It is hard to settle what helps"),
    Sign.FEW_AROUND: N_("There are few people around the citizen"),
    Sign.LITTLE_SCHOOLING: N_("There is no training to build on"),
    Sign.OTHER_RISK: N_("Something else makes it likelier to lose work"),
}
SIGNS: dict[Level, tuple[Sign, ...]] = {
    Level.PLAIN: (Sign.SHORT, Sign.SETTLED, Sign.BACK_SOON),
    Level.FORESEEABLE: (Sign.LONG,),
    Level.COORDINATION: (
        Sign.LASTING,
        Sign.SEVERAL,
        Sign.DIFFUSE,
        Sign.HARD_TO_SETTLE,
        Sign.FEW_AROUND,
        Sign.LITTLE_SCHOOLING,
        Sign.OTHER_RISK,
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Complexity:
    """The signs that are ticked, in their order, and what the person decided, and when."""

    signs: tuple[Sign, ...]
    level: Level | None
    decided_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the signs speak for, in words; no level as long as none is ticked."""

    level: Level | None
    text: str


def propose(signs: Collection[Sign]) -> Proposal:
    """Return what the signs speak for: one sign for coordination is enough to propose it."""
    for level in (Level.COORDINATION, Level.FORESEEABLE, Level.PLAIN):
        found = [sign for sign in SIGNS[level] if sign in signs]
        if found:
            return Proposal(level=level, text=_proposed(level, found))
    text = _("Tick the signs you see; then a level is proposed. You decide.")
    return Proposal(level=None, text=text)


def settle_signs(codes: Iterable[str]) -> tuple[Sign, ...]:
    """Return the signs of these codes in their order; unknown ones are none."""
    ticked = set(codes)
    return tuple(sign for sign in Sign if sign.value in ticked)


def settle_level(code: str) -> Level | None:
    """Return the level chosen, or none; raise `Rejected` for one that is not there."""
    form = Settling()
    level = form.choose("level", code, Level, Level.PLAIN) if code else None
    form.finish()
    return level


def _proposed(level: Level, found: Collection[Sign]) -> str:
    text = ngettext(
        "Proposal: {level}. {n} sign speaks for it: {signs}.",
        "Proposal: {level}. {n} signs speak for it: {signs}.",
        len(found),
    )
    return text.format(
        level=_(LEVEL_LABELS[level]).lower(),
        n=len(found),
        signs=joined([_lower_first(_(SIGN_LABELS[sign])) for sign in found]),
    )


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]
