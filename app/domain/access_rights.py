"""What the access report says beside what is kept: how long, what the citizen can ask for, and what
is left out and why."""

from __future__ import annotations

from datetime import date

from app.domain.consent import RELAYED_DAYS
from app.domain.erasure import COPY_DAYS
from app.domain.language import _
from app.domain.words import long_day

AFTER_END, AFTER_CONSENT = 183, 30  # days until a person goes (product.md § 5)


def kept_words(goes_on: date | None) -> tuple[str, ...]:
    """Return how long it is kept and by which rule; `goes_on` is the day, where it is known."""
    day = _("By these rules it is erased after {day}, if nothing changes before.")
    return (
        *((day.format(day=long_day(goes_on)),) if goes_on is not None else ()),
        _("{n} days after your follow-up has ended, all of it is erased.").format(n=AFTER_END),
        _("When you take back your last consent, all of it is erased after {n} days.").format(
            n=AFTER_CONSENT
        ),
        _(
            "When a doctor has passed on your yes, and no first talk comes of it, your name and how"
            " you are reached are erased after {n} days."
        ).format(n=RELAYED_DAYS),
        _("Saved copies of the file are deleted after {n} days at the latest.").format(n=COPY_DAYS),
        _(
            "The log, and a list of who was erased when, stay. They know you by a mark that leads"
            " to nobody once you are erased."
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
