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
# It belongs to a flag, which is about nobody; beside a name it would say whose flag it was
# (product.md § 2).
_NEVER_WITH_A_NAME = frozenset({Rule.FLAG_CODE})
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

_FINE_OF_NOBODY = _NEVER_WITH_A_NAME | {Rule.PRIVATE}

_REFUSED: dict[About, frozenset[Rule]] = {
    About.CITIZEN: _NOWHERE | _NEVER_WITH_A_NAME | _ONLY_AS_CONTACT,
    About.EMPLOYER: _NOWHERE | _NEVER_WITH_A_NAME | _ONLY_AS_CONTACT | _NOT_FOR_EMPLOYERS,
    About.CONTACT: _NOWHERE | _NEVER_WITH_A_NAME,
}


def severity_of(rule: Rule, found: Severity, about: About) -> Severity | None:
    """Return how serious a trace is in a text about this; None if it may stand there.

    Where a text is about nobody, what was found is as serious as the rule says; families and money
    are a theme of flags, and a code is what it is known by.
    """
    if about is About.NOBODY:
        return None if rule in _FINE_OF_NOBODY else found
    return Severity.REFUSE if rule in _REFUSED[about] else None
