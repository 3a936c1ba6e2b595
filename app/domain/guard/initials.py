"""Initials: with dots or blanks, said to be initials, or owning somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.guard.lists import no_names
from app.domain.guard.rule import Place, Rule, word_set
from app.domain.guard.vocabulary import is_word

_INITIALS = re.compile(
    r"(?<![^\W_])(?<![^\W_]\.)(?:[A-ZÆØÅ] ?\.[ \n]?){1,3}[A-ZÆØÅ](?: ?\.|(?![^\W_]))"
)
_SMALL_INITIALS = re.compile(r"(?<![^\W_])(?<![^\W_]\.)(?:[a-zæøå]\. ?){2,5}(?![^\W_]\.)")
_SHORTENED = re.compile(r"(?<![^\W_])(?:Aa|Ch|Chr|Fr|Jo|Kr|Sv|Th)\. ?[A-ZÆØÅ]\.")
_SAID_TO_BE = re.compile(
    r"\b(?:initialerne|initialer|initials|forbogstaver|init?\.?):? ?(?:er |are )?"
    r"[^\W\d_](?:[. ]?[^\W\d_]){0,3}(?![^\W_])",
    re.IGNORECASE,
)
_PATIENT = re.compile(
    r"\b(?:pt|patient(?:en)?|borger(?:en)?|klient(?:en)?|medarb(?:ejder(?:en)?)?)\.? "
    r"([A-ZÆØÅ]{2,3})(?![^\W_])"
)
_TWO_CAPITALS = re.compile(r"(?<![^\W_])[A-ZÆØÅ] [A-ZÆØÅ]'?s(?![^\W_])")
_CALLED_INITIALS = re.compile(r"\((?:initialer|init\.?|initials)\)", re.IGNORECASE)
_OWNING = re.compile(
    r"(?<![^\W_])[^\W\d_]{2,3}'s (?=(?:mand|kone|hustru|søn|datter|mor|far|søster|bror|kæreste"
    r"|chef|leder|læge|husband|wife|son|mother|father|boss)\b)",
    re.IGNORECASE,
)
_NAME_AND_INITIAL = re.compile(r"(?<![^\W_])([A-ZÆØÅ][^\W\d_A-ZÆØÅ]{2,}) [A-ZÆØÅ]\.(?![^\W_])")
_ABBREVIATIONS = word_set(
    "pga mht ifm ift ifa mv mm ol oa el eg ie am pm fm em pt su dd då dm fx nb ps pba pbv ff ad od "
    "io ok mao osv dvs tom fom prn aka ia fs us uk eu bid tid sm na iht jf"
)
_IN_CAPITALS = word_set("ps nb obs us uk eu tv apv aka dd mht pga fx su ok ad")
_LETTERED = word_set(
    "vitamin hepatitis afdeling gruppe type plan klasse team hold patient borger læge option group "
    "ward del punkt fase niveau kategori sektion bygning case person kandidat influenza sag"
)
_ALWAYS = (_SHORTENED, _SAID_TO_BE, _OWNING, _TWO_CAPITALS, _CALLED_INITIALS)


def find_initials(text: str) -> Iterator[Place]:
    """Yield initials, abbreviations left out."""
    for pattern in _ALWAYS:
        yield from (_place(found) for found in pattern.finditer(text))
    for pattern, known in ((_INITIALS, _IN_CAPITALS), (_SMALL_INITIALS, _ABBREVIATIONS)):
        for found in pattern.finditer(text):
            if re.sub(r"\W", "", found[0]).lower() not in known:
                yield _place(found)
    yield from _capitals_of_somebody(text)


def _capitals_of_somebody(text: str) -> Iterator[Place]:
    for found in _PATIENT.finditer(text):
        low = found[1].lower()
        if low not in _ABBREVIATIONS | no_names() and not is_word(low):
            yield found.start(1), found.end(1), Rule.INITIALS
    for found in _NAME_AND_INITIAL.finditer(text):
        if found[1].lower() not in _LETTERED:
            yield _place(found)


def _place(found: re.Match[str]) -> Place:
    return found.start(), found.end(), Rule.INITIALS
