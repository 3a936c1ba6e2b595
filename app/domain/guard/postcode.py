"""A postcode beside its town: before it or after it, in figures or spelled, Danish or foreign."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from app.domain.guard.harmless import UNIT
from app.domain.guard.lists import places
from app.domain.guard.rule import Place, Rule, word_set
from app.domain.guard.vocabulary import is_simple_word
from app.domain.guard.word import fold

_CODE_FIRST = re.compile(
    r"(?<!\d)(?<!\d[^\w\n])(?:dk[- ]?)?(\d ?\d[ .-]?\d ?\d)(?:,? | i |[-_\n]|(?=[a-zæøå]{4}))"
    r"([^\W\d_]{2,})"
)
_SPELLED_CODE = re.compile(r"(?<!\d)\d(?:[ ,.-]{1,2}\d){3}[ ,-]{1,2}([^\W\d_]{2,})")
_TOWN_BEFORE = re.compile(
    r"(?<![^\W_])([a-zæøå]{3,})(?: [cnsvkøk])?[ ,-]{1,2}(\d{4}|\d(?:[ ,-]{1,2}\d){3})(?!\d)"
)
_GERMAN_CODE = re.compile(r"(?<!\d)\d{5} (?=[A-ZÆØÅ][a-zæøåäöü]{3,})([^\W\d_]+)")
_FOREIGN_CODE = re.compile(r"(?<![^\W_])(?:dk|fo|gl|se|no|is|de)-\d{3,5}(?!\d)")
_CAPITAL_TOWN_FIRST = re.compile(
    r"(?<![^\W_])(?:[A-ZÆØÅ][a-zæøå]{3,}|[A-ZÆØÅ]{5,}),? \(?(?:DK[- ]?)?(\d{4})(?!\d)"
)
_NUMBER_BEFORE = re.compile(r"\d[\W_]{1,3}$")
_UNIT = re.compile(UNIT)
_YEARS = range(1900, 2050)
_TOWN_WITH_YEARS = re.compile(r"frederiksberg|københavn|kbh|copenhagen|frb")
_COUNTED = word_set(
    "kr kroner dkk euro eur timer timers skridt kcal meter km mg ml gram kg medarbejdere ansatte "
    "gange gang borgere personer mennesker patienter times steps hours people employees "
    "persons og eller til men "
    "som er var blev har kan skal vil for med hvor når fordi af om fra and or to is was with in "
    "on at by of pr per"
)


def find_postcodes(text: str, low: str) -> Iterator[Place]:
    """Yield postcodes with their towns in `text`; `low` is the same in small letters."""
    for found in _CODE_FIRST.finditer(low):
        if _is_code_and_town(found, text, low):
            yield _place(found)
    for pattern, is_told in _IN_SMALL:
        yield from (_place(found) for found in pattern.finditer(low) if is_told(found))
    for pattern, is_told in _WITH_CAPITAL:
        yield from (_place(found) for found in pattern.finditer(text) if is_told(found))


def _is_code_and_town(found: re.Match[str], text: str, low: str) -> bool:
    joined = _NUMBER_BEFORE.search(low, max(0, found.start() - 4), found.start())
    capital = text[found.start(2)].isupper()
    if joined and not capital:
        return False
    blanks = found[1].replace(" ", "").isdigit() and "\n" not in found[0]
    told = blanks and (found[1].isdigit() or (capital and _may_be_town(found[2])))
    return (told or _is_place(found[2])) and _is_town(_number(found[1]), found[2])


def _is_place(word: str) -> bool:
    return fold(word) in places()


def _may_be_town(word: str) -> bool:
    return _is_place(word) or not is_simple_word(word)


def _is_town(code: int, word: str) -> bool:
    if code in _YEARS:
        return _TOWN_WITH_YEARS.match(word) is not None
    return word not in _COUNTED and not _UNIT.match(word)


def _number(digits: str) -> int:
    return int(re.sub(r"\D", "", digits))


def _place(found: re.Match[str]) -> Place:
    return found.start(), found.end(), Rule.POSTCODE


_Told = Callable[[re.Match[str]], bool]
_IN_SMALL: tuple[tuple[re.Pattern[str], _Told], ...] = (
    (_SPELLED_CODE, lambda found: _is_place(found[1])),
    (_TOWN_BEFORE, lambda found: _is_place(found[1]) and _number(found[2]) not in _YEARS),
    (_FOREIGN_CODE, lambda _found: True),
)
_WITH_CAPITAL: tuple[tuple[re.Pattern[str], _Told], ...] = (
    (_GERMAN_CODE, lambda found: _may_be_town(found[1])),
    (_CAPITAL_TOWN_FIRST, lambda found: int(found[1]) not in _YEARS),
)
