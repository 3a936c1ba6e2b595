"""Names: of people we know, after a word of kinship or a title, and mere capitals."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.domain.guard.initials import find_initials
from app.domain.guard.plain import plain
from app.domain.guard.rule import Place, Rule, word_set
from app.domain.guard.word import Word, starts_sentence, words_of

_SHORTEST_PART = 3
_NEVER_ALONE = word_set("test von van der den del dos bin ben abu ibn the and och med")
# Names that are common words too: on their own they count only with a capital inside a sentence.
_WORDS_TOO = word_set(
    "ask bach bager bak bang bent berg bill bjerg bo bonde bro brun dag dam dan due eng fisker "
    "frank frost gade glad grace gry hans have hede holm holst hope hvid jan joy just karl kim "
    "kok krog kær lang lind line liv lone lund lykke lys maj mark max may mester mia møller mor "
    "ny per pia rask ravn rob rose sam sine skov smed snedker sol sommer sten stor storm ung vang "
    "vest vinter vita will winter øst"
)

_RELATIVE = (
    r"(?:ægtefælle|kæreste|samlever|samleverske|hustru|kone|mand|søn|datter|barn|barnebarn|bror|broder"
    r"|søster|mor|moder|far|fader|forældre|onkel|tante|faster|moster|farbror|morbror|kusine|fætter"
    r"|nevø|niece|svigermor|svigerfar|svigersøn|svigerdatter|svoger|svigerinde|stedmor|stedfar"
    r"|papmor|papfar|nabo|kollega|ven|veninde|chef|leder|mester|husband|wife|partner|son|daughter"
    r"|child|brother|sister|mother|father|parents?|uncle|aunt|cousin|nephew|neighbou?r|colleague"
    r"|friend|boss|manager|mum|dad)"
)
_HALF = r"(?:lille|store|halv|sted|pap|pleje|e[ksx]+-?)?"
_KIN = re.compile(
    rf"\b{_HALF}{_RELATIVE}(?:e?n|nen|e?ren|et)?(?:'?s)?"
    r",? (?:(?:til|hedder|som hedder|der hedder|ved navn|er|named|called|of|is|to) )?"
    r"(?=[^\W\d_])",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:hedder|kaldet|kaldes|ved navn|navn(?:et)? er|navn:|hr\.?|fru|frk\.?|fr\."
    r"|doktor|dr\.?|overlæge|læge|psykolog|mr\.?|mrs\.?|ms\.|miss|named|called|name is"
    r"|name:) (?=[^\W\d_])",
    re.IGNORECASE,
)
_LETTERS = "a-zæøåéèüöäáíóúñçčšžłß"
_NAME = re.compile(
    rf"[A-ZÆØÅÉÖÜÄŁÇČŠŽ](?:[{_LETTERS}]+|\.)(?:[ '-][A-ZÆØÅÉÖÜÄ](?:[{_LETTERS}]+|\.)){{0,4}}"
)
_NOBODY = word_set("ok ja nej se obs nb vil kan har er med og")
_NO_NAMES = re.compile(
    r"(?:kommune|region|jobcent|læge|praksis|arbejd|sygehus|hospital|afdeling|fagforening|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|"
    r"june|july|august|september|october|november|december|danish|danmark|denmark|dansk|fasthold)",
    re.IGNORECASE,
)

_WRITTEN_SMALL = word_set(
    "bo liv lone sten stein rose gro siv vibe bent ben palle anker birk stig gry maj"
)
_KIN_IN_SMALL = re.compile(
    rf"\b{_HALF}{_RELATIVE}(?:e?n|nen|e?ren|et)?(?: til)? (?P<name>[a-zæøå]+)\b", re.IGNORECASE
)

_CAPITAL = re.compile(r"(?<![^\W_])[A-ZÆØÅÉÖÜÄ][a-zæøåéüöä]{2,}(?![^\W_])")


@dataclass(frozen=True, slots=True)
class _Known:
    """The known people: every part of a name, and every name of several parts."""

    parts: frozenset[str]
    wholes: frozenset[tuple[str, ...]]
    lengths: tuple[int, ...]


def find_known(text: str, words: list[Word], names: frozenset[str]) -> Iterator[Place]:
    """Yield where `text` names one of the people called `names`, in any case, whole or in part."""
    if not names:
        return
    known = _known(names)
    for place, word in enumerate(words):
        if _is_part(word.folded, known.parts) and _stands_alone(text, words, place, known.parts):
            yield word.start, word.end, Rule.NAME
        for length in known.lengths:
            row = words[place : place + length]
            if tuple(part.folded for part in row) in known.wholes:
                yield word.start, row[-1].end, Rule.NAME


def find_names(text: str) -> Iterator[Place]:
    """Yield names that follow a word of kinship or a title, and initials."""
    for pattern, rule in ((_KIN, Rule.KINSHIP), (_TITLE, Rule.NAME)):
        for found in pattern.finditer(text):
            name = _NAME.match(text, found.end())
            if name and not _NO_NAMES.match(name[0]) and name[0].lower() not in _NOBODY:
                yield found.start(), name.end(), rule
    for found in _KIN_IN_SMALL.finditer(text):
        if found["name"].lower() in _WRITTEN_SMALL:
            yield found.start(), found.end(), Rule.KINSHIP
    yield from find_initials(text)


def find_capitals(text: str) -> Iterator[Place]:
    """Yield words with a capital inside a sentence: a place, an employer, perhaps a name."""
    for found in _CAPITAL.finditer(text):
        if not starts_sentence(text, found.start()) and not _NO_NAMES.match(found[0]):
            yield found.start(), found.end(), Rule.CAPITAL


@lru_cache(maxsize=4)
def _known(names: Collection[str]) -> _Known:
    rows = [tuple(word.folded for word in words_of(plain(name).text)) for name in names]
    parts = {part for row in rows for part in row if len(part) >= _SHORTEST_PART or len(row) == 1}
    wholes = frozenset(row for row in rows if len(row) > 1)
    return _Known(
        frozenset(parts - _NEVER_ALONE), wholes, tuple(sorted({len(row) for row in wholes}))
    )


def _is_part(folded: str, parts: frozenset[str]) -> bool:
    return folded in parts or (folded.endswith("s") and folded[:-1] in parts)


def _stands_alone(text: str, words: list[Word], place: int, parts: frozenset[str]) -> bool:
    """Return whether this part tells by itself: a common word does so only as a name."""
    word = words[place]
    if len(word.folded) >= _SHORTEST_PART and word.folded not in _WORDS_TOO:
        return True
    beside = words[max(0, place - 1) : place] + words[place + 1 : place + 2]
    if any(_is_part(other.folded, parts) for other in beside):
        return True
    return word.capital and not starts_sentence(text, word.start)
