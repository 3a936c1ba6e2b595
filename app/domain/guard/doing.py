"""What only a person does: it tells that a word before it, which is a name too, is one here.

»Storm er der om vinteren« is weather; »Storm har ringet«, »Liv fra lageret« and »Hans vil gerne«
are people.
"""

from __future__ import annotations

import re

from app.domain.guard.harmless import UNIT
from app.domain.guard.rule import word_set

# First names that are words too. Months and »max« are counted with, so they need more.
FIRST_NAMES = word_set(
    "anker aske august basil ben bent birk bo carol daisy dag dawn dean eve falk fred "
    "faith grace gro gry"
    " hans heather holly hope jack jan josh joy kaj kristen line liv lone lykke maj mark "
    "mynte olive palle"
    " peer penny per perle ray rick rob robin roman rosa rose kamille ruby kis misser bimse basse "
    "saga silke sine siv sol sus stein"
    " sten stig storm svend tage tim tom tone tore ulv urban vagn vibe viva will"
)
_DOES = re.compile(
    r"(?: \([^()]{1,30}\))? (?:(?:har|havde) (?:sagt|ringet|ondt|svært|brug|bedt|spurgt"
    r"|ønsket|valgt|meldt|talt"
    r"|accepteret"
    r"|fået|været|prøvet|aftalt|læst|glemt|sin|sit|sine|selv|en|et|to|ikke|lige|nu|stadig|kun|fri)"
    r"|græder|siger|sagde|ringer|ringede|ønsker|spørger|savner|tør|føler|mener|håber|fortæller|frygter|bor"
    r"|kommer|arbejder|vil (?:gerne|hellere|ikke|helst|have|tale|ringe|prøve|ned|op|tilbage)"
    r"|er (?:nede|syg|sygem|træt|bange|ked|stresset|presset|utryg|glad|klar|gravid|ny"
    r"|tilbage|startet"
    r"|blevet|på vej|i gang|afklaret|motiveret|selv|ansat|vikar|leder|elev|lærling|enig"
    r"|uenig|med|sat"
    r"|faldet|kommet|gået|flyttet|opereret|udskrevet|indlagt|indkaldt|henvist|fyret|opsagt|flov|nervøs|færdig|tilknyttet)"
    r"|(?:skal|må|bør) (?:ned|op|have|ses|ringes|tilbage|starte|til samtale|tale|møde|kontaktes"
    r"|skånes|i praktik|hjem|hvile)"
    r"|kan (?:ikke (?:sidde|stå|løfte|gå|sove|nå|klare|holde|magte|huske|køre|arbejde"
    r"|møde)|godt lide"
    r"|ringes|træffes)"
    r"|fra (?:[^\W\d_]{3,}(?:en|et|eriet|ne)|hr|it|[A-ZÆØÅ]\w+)"
    r"|(?:i|på|fra|ved) (?:receptionen|køkkenet|kantinen|butikken|skranken|kassen|lageret"
    r"|værkstedet"
    r"|børnehaven|hjemmeplejen|klinikken|vaskeriet|produktionen|rengøringen|kontoret|bogholderiet)"
    r"|from the [a-z]+|on (?:reception|nights|days)"
    rf"|på \d\d(?! ?{UNIT})(?!\d)"
    r"|(?:has|had|says|said|wants|works|rang|called|feels|cries|asks|asked|needs|lives)"
    r"|is (?:off|ill|sick|tired|afraid|back|new|ready|worried|pregnant|on)"
    r"|can ?(?:not|'t))(?![^\W\d_])",
    re.IGNORECASE,
)
_OWNED = re.compile(r"'s [a-z]")


def does_as_a_person(folded: str, text: str, end: int) -> bool:
    """Return whether the first name `folded`, which ends at `end` of `text`, is a person there."""
    return folded in FIRST_NAMES and bool(_DOES.match(text, end) or _OWNED.match(text, end))
