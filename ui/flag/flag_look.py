"""How a flag is told: its one badge, its functions, its age, the day it goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.flag import FlagCard
from app.domain.flag_choice import (
    CLOSE_LABELS,
    FUNCTION_LABELS,
    MENTIONED_LABELS,
    OFTEN,
    STATUS_LABELS,
    URGENCY_LABELS,
    CloseReason,
    FlagStatus,
    Mentioned,
    Urgency,
)
from app.domain.flag_view import SOON
from app.domain.language import N_, _, ngettext
from app.domain.words import days_left, short_day
from ui.common.badge import BadgeLook, badge_width
from ui.common.tokens import Tone

STATUS_ICONS: dict[FlagStatus, str] = {
    FlagStatus.RAISED: "flag",
    FlagStatus.DOCTOR_ASKS: "stethoscope",
    FlagStatus.AWAITING: "hourglass",
    FlagStatus.CONSENTED: "handshake",
    FlagStatus.CLOSED: "archive",
}
_CLOSE_ICONS: dict[CloseReason, str] = {
    CloseReason.ADVICE_ONLY: "message-square",
    CloseReason.PATIENT_DECLINED: "ban",
    CloseReason.CITIZEN_ADVISED: "check",
    CloseReason.NO_LONGER_NEEDED: "check",
}


# Shorter ways of saying it, for a card is narrow and a code may be wide: the longest that fits.
# i18n: Danish: »Patient: nej«, »Nej«, »Vejledt«, »Ikke behov«, »Slut«
_CLOSE_SHORT: dict[CloseReason, tuple[str, ...]] = {
    CloseReason.ADVICE_ONLY: (N_("Advice"),),
    CloseReason.PATIENT_DECLINED: (N_("Patient: no"), N_("Said no")),
    CloseReason.CITIZEN_ADVISED: (N_("Advised"),),
    CloseReason.NO_LONGER_NEEDED: (N_("Not needed"), N_("No need")),
}


def badge_ways(card: FlagCard) -> tuple[str, ...]:
    """Return the ways in which a card may say what its one badge says, the longest first."""
    look = badge_of(card)
    if look is None:
        return ()
    shorter: tuple[str, ...] = ()
    if card.close_reason is not None:
        shorter = _CLOSE_SHORT[card.close_reason]
    elif card.may_be_told:
        # i18n: Danish: »Må siges«
        shorter = (N_("Tell"),)
    elif card.facts.urgency is Urgency.WITHIN_14_DAYS:
        # i18n: Danish: »14 dage«
        shorter = (N_("14 days"),)
    elif card.facts.urgency is Urgency.CAN_WAIT:
        # i18n: Danish: »Flere gange«, »Ofte«
        shorter = (N_("Often"),) if card.facts.mentioned is Mentioned.MORE else ()
    return (look.text, *(_(words) for words in shorter))


def badge_within(card: FlagCard, width: int) -> BadgeLook | None:
    """Return the badge that says it in the longest way that is no wider than `width`."""
    look = badge_of(card)
    if look is None:
        return None
    looks = [replace(look, text=words) for words in badge_ways(card)]
    return next((one for one in looks if badge_width(one) <= width), looks[-1])


def badge_of(card: FlagCard) -> BadgeLook | None:
    """Return the one badge: why it was closed, or that it may be told of; else how urgent, else how
    often mentioned."""
    if card.close_reason is not None:
        words, icon = CLOSE_LABELS[card.close_reason], _CLOSE_ICONS[card.close_reason]
        return BadgeLook(_(words), Tone.NEUTRAL, icon)
    if card.status is FlagStatus.CLOSED:
        return None
    if card.may_be_told:
        # i18n: Danish: »Må fortælles«
        return BadgeLook(_("May be told"), Tone.OK, "circle-check")
    if card.facts.urgency is not Urgency.CAN_WAIT:
        week = card.facts.urgency is Urgency.THIS_WEEK
        tone = Tone.DANGER if week else Tone.WARN
        return BadgeLook(_(URGENCY_LABELS[card.facts.urgency]), tone, "zap")
    if card.facts.mentioned in OFTEN:
        return BadgeLook(mentioned_words(card.facts.mentioned), Tone.NEUTRAL, "repeat")
    return None


def mentioned_words(mentioned: Mentioned) -> str:
    """Return how often the patient has brought it up, where nothing beside it says so."""
    if mentioned is Mentioned.MORE:
        return _("Often mentioned")
    return _(MENTIONED_LABELS[mentioned])


def status_look(status: FlagStatus) -> BadgeLook:
    """Return a flag's state as a badge."""
    tone = Tone.OK if status is FlagStatus.CONSENTED else Tone.NEUTRAL
    return BadgeLook(_(STATUS_LABELS[status]), tone, STATUS_ICONS[status])


def functions_of(card: FlagCard) -> str:
    """Return the functions in one line, or that none was stated."""
    names = [_(FUNCTION_LABELS[function]) for function in card.facts.functions]
    if not names:
        # i18n: Danish: »Ingen oplyst«
        return _("None stated")
    return ", ".join([names[0], *(name[:1].lower() + name[1:] for name in names[1:])])


def age_of(card: FlagCard, today: date) -> str:
    """Return how old the flag is in words."""
    return age_words((today - card.raised_on).days)


def age_words(days: int) -> str:
    """Return an age of so many days in words."""
    if not days:
        return _("today")
    return ngettext("{n} day", "{n} days", days).format(n=days)


def goes_soon(card: FlagCard, today: date) -> bool:
    """Whether the flag is deleted within 30 days."""
    return (card.shrinks_on - today).days <= SOON


def deletion_of(card: FlagCard, today: date) -> str:
    """Return how long it is until the flag is deleted, in words."""
    # i18n: Danish: »Slettes om 48 dage«
    return _("Deleted {when}").format(when=left_of(card, today))


def left_of(card: FlagCard, today: date) -> str:
    """Return how many days the flag has left; a late one waits for nothing but a word."""
    return days_left(max(card.shrinks_on, today), today)


def days_of(card: FlagCard) -> str:
    """Return the days on which the flag was raised and is deleted."""
    # i18n: Danish: »Rejst 9. sep., slettes 8. dec.«
    return _("Raised {raised}, deleted {deleted}").format(
        raised=short_day(card.raised_on), deleted=short_day(card.shrinks_on)
    )
