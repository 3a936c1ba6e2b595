"""What a consent is for: one of a short list, so that it is said in either language, and the
citizen's own words."""

from __future__ import annotations

from enum import StrEnum

from app.domain.language import N_, _


class Purpose(StrEnum):
    """What a consent can be for."""

    FIRST_CONTACT = "first_contact"
    TOGETHER = "together"
    PLAN = "plan"
    ROUNDTABLE = "roundtable"
    ABILITY = "ability"
    SCHEME = "scheme"
    COORDINATE = "coordinate"
    FEEDBACK = "feedback"
    OTHER = "other"


PURPOSE_LABELS: dict[Purpose, str] = {
    Purpose.FIRST_CONTACT: N_("A first contact"),
    Purpose.TOGETHER: N_("To work together on keeping the job"),
    Purpose.PLAN: N_("A plan for hours, duties and considerations"),
    Purpose.ROUNDTABLE: N_("A roundtable and what is agreed there"),
    Purpose.ABILITY: N_("To know what is possible at work"),
    Purpose.SCHEME: N_("To apply for a scheme"),
    Purpose.COORDINATE: N_("To agree on who does what"),
    Purpose.FEEDBACK: N_("To tell the doctor how it went"),
    Purpose.OTHER: N_("Something else"),
}

# What a yes about a party can be for; the other two are the person's own.
PARTY_PURPOSES: tuple[Purpose, ...] = (
    Purpose.PLAN,
    Purpose.ROUNDTABLE,
    Purpose.ABILITY,
    Purpose.SCHEME,
    Purpose.COORDINATE,
    Purpose.FEEDBACK,
    Purpose.OTHER,
)


def purpose_words(purpose: Purpose, own: str) -> str:
    """Return the purpose as it is read: what it is, and the citizen's own words if any."""
    if purpose is Purpose.OTHER and own:
        return own
    said = _(PURPOSE_LABELS[purpose])
    return f"{said}: {own}" if own else said
