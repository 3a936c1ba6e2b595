"""Whether the citizen may be rung today; if not, why, and what would change it."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.consent import REACH_LABELS, ReachKind
from app.domain.language import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Ringing:
    """The number and when it is safe; or the reason nobody is rung, in a sentence."""

    number: str
    safe_when: str
    stopped: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How a citizen can be reached, as agreed."""

    kind: ReachKind
    where: str
    safe_when: str
    no_ring: bool


def ringing_of(reach: Reach, *, ended: bool, consent_live: bool) -> Ringing:
    """Return whether the citizen may be rung."""
    stopped = _why_not(reach, ended=ended, consent_live=consent_live)
    number = "" if stopped else reach.where
    return Ringing(number=number, safe_when=reach.safe_when, stopped=stopped)


def _why_not(reach: Reach, *, ended: bool, consent_live: bool) -> str:
    if ended:
        return _("The follow-up has ended. Open it again first.")
    if not consent_live:
        return _("No consent holds. Ask for a new one when the citizen gets in touch.")
    if reach.kind is ReachKind.AT_PRACTICE:
        return _("The citizen is reached only through the practice.")
    if reach.no_ring:
        return _("The citizen does not want to be rung.")
    if reach.kind is not ReachKind.PHONE:
        way = _(REACH_LABELS[reach.kind]).lower()
        return _("There is no number: the citizen is reached by {way}.").format(way=way)
    if not reach.where:
        return _("No number is written down.")
    return ""
