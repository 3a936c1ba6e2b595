"""What the access report says beside what is kept: how long, what the citizen can ask for, and what
is left out and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.domain.language import _
from app.domain.retention import Kept
from app.domain.words import long_day


def kept_words(times: Mapping[Kept, str], goes_on: date | None) -> tuple[str, ...]:
    """Return how long it is kept and by which rule, each with its time in words; `goes_on` is the
    day all of it goes, where it is known."""
    day = _("As it stands today, it is erased on {day}, if nothing changes before.")
    return (
        *((day.format(day=long_day(goes_on)),) if goes_on is not None else ()),
        _("{time} after your follow-up has ended, all of it is erased.").format(
            time=times[Kept.ENDED]
        ),
        _("When you take back your last consent, all of it is erased after {time}.").format(
            time=times[Kept.CONSENT_FELL]
        ),
        _(
            "When a doctor has passed on your yes, and no first talk comes of it, your name and how"
            " you are reached are erased after {time}."
        ).format(time=times[Kept.RELAYED]),
        _("A text that nobody finishes is erased after {time}.").format(time=times[Kept.DRAFT]),
        _("Saved copies of the file are deleted after {time} at the latest.").format(
            time=times[Kept.COPY]
        ),
        _(
            "It may be kept for longer when there is a reason, and while you have asked that it is"
            " not used. That stands at the beginning then."
        ),
        _(
            "An entry of the log goes after five years; a list of who was erased when stays. They"
            " know you by a mark that leads to nobody once you are erased."
        ),
    )


def right_words(municipality: str) -> tuple[str, ...]:
    """Return what the citizen can ask for, and of whom."""
    return (
        _("You can have it all told again, on paper or as data, as often as you like."),
        _("You can have it put right where something is wrong."),
        _("You can take back a consent, all of it or a part, and need not say why."),
        _("You can have it erased, or kept without being used for a while."),
        _("You can object to the way it is used."),
        _(
            "{municipality} is the data controller. Ask the consultant below, or the municipality's"
            " data protection officer."
        ).format(municipality=municipality),
        _("You can complain to the Danish Data Protection Agency, Datatilsynet."),
    )


def left_out_words() -> tuple[str, ...]:
    """Return what is not told in the report, and why."""
    return (
        _(
            "Names of others who are no part of your follow-up: there stands [somebody else]."
            " How a relative of yours can be reached is theirs to tell."
        ),
        _(
            "The code of the flag by which a doctor may have told of you without your name. A code"
            " and a name never stand together, so that nobody can put the two together later."
        ),
        _(
            "Marks and check sums by which the file holds its rows together: they say nothing about"
            " you."
        ),
        _(
            "Diagnosis, treatment, medicine and your CPR number are not kept: Fasthold has no place"
            " for them."
        ),
    )
