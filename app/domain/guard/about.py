"""What a text is about, and which traces may not stand in it for that reason: the whole policy.

Fields, titles, file names, calendar texts, imports and finished papers all say what they are about,
and nothing else decides. What stands in a text by right is handed over as a value (`allowed`).
"""

from __future__ import annotations

from enum import StrEnum

from app.domain.guard.rule import Rule, Severity


class About(StrEnum):
    """Whom a text is about, and who reads it."""

    NOBODY = "nobody"  # flags, visits, teaching, titles, file names, papers without a consent
    CITIZEN = "citizen"  # a citizen's own file, where names belong and numbers do not
    EMPLOYER = "employer"  # the lines of it that an employer reads
    CONTACT = "contact"  # who somebody is, and the one field for how to reach them


# No form of Fasthold has a use for a CPR number (security.md § 6.1).
_NOWHERE = frozenset({Rule.ERROR, Rule.CPR})
_ONLY_AS_CONTACT = frozenset(
    {
        Rule.EMAIL,
        Rule.URL,
        Rule.PHONE,
        Rule.CASE_NUMBER,
        Rule.PLATE,
        Rule.ADDRESS,
        Rule.POSTCODE,
    }
)
_NOT_FOR_EMPLOYERS = frozenset({Rule.HEALTH, Rule.PRIVATE})

_REFUSED: dict[About, frozenset[Rule]] = {
    About.CITIZEN: _NOWHERE | _ONLY_AS_CONTACT,
    About.EMPLOYER: _NOWHERE | _ONLY_AS_CONTACT | _NOT_FOR_EMPLOYERS,
    About.CONTACT: _NOWHERE,
}


def severity_of(rule: Rule, found: Severity, about: About) -> Severity | None:
    """Return how serious a trace is in a text about this; None if it may stand there.

    Where a text is about nobody, what was found is as serious as the rule says; families and money
    are a theme of flags.
    """
    if about is About.NOBODY:
        return None if rule is Rule.PRIVATE else found
    return Severity.REFUSE if rule in _REFUSED[about] else None
