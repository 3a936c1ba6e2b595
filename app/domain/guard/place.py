"""Where somebody is found: mail and web addresses, postcode and town, and streets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.guard.harmless import UNIT
from app.domain.guard.lists import places
from app.domain.guard.rule import Place, Rule, word_set
from app.domain.guard.street import find_streets
from app.domain.guard.vocabulary import is_simple_word
from app.domain.guard.word import fold

_MAIL = re.compile(r"@")
_SPELLED_MAIL = re.compile(
    r"[(\[{<] ?(?:a|at|snabel-?a|alfakrølle) ?[)\]}>]|\b(?:snabel[- ]?a|alfakrølle)\b"
    r"|_(?:at|a)_|\b(?:at|a) [a-z0-9-]{2,30} ?(?:\.|dot|punktum|punkt|prik|_dot_) ?"
    r"(?:dk|com|net|org|de|se|no|eu|example)\b"
)
_USER_NAME = re.compile(
    r"\b(?:g?mail|e-mail|hotmail|outlook|insta(?:gram)?|snap(?:chat)?|facebook|messenger|brugernavn|profil)"
    r"(?:en|adressen?)?(?: er| hedder|:| is)? ?:? ?[a-z][a-z._-]{2,30}\d{1,6}(?![^\W_])"
)
_TOP = r"(?:dk|com|net|org|eu|info|io|biz|me|nu|se|no|de|uk|gl|fo|is|pl|gov|edu|app|dev|example)"
_WEB = (
    re.compile(r"\b(?:https?|hxxps?|ftp) ?: ?/"),
    re.compile(r"\bwww\b"),
    re.compile(
        rf"(?<![^\W_])(?!(?:hjemme)?arb\.pl)"  # arbejdsplads, not Poland
        rf"(?:[a-z0-9æøåéü_-]{{1,63}}\.){{1,5}}{_TOP}(?![^\W_]|\.[^\W_])"
    ),
    re.compile(r"(?<![^\W_])[a-z0-9æøå-]{2,62} ?\.[ \n]?(?:dk|com)(?![^\W_])"),
    re.compile(
        r"[(\[{] ?(?:dot|punktum|prik) ?[)\]}] ?[a-z]{2,3}\b"
        r"|\b(?:dot|punktum|prik) (?:dk|com|org|net|eu)\b"
    ),
)

_CODE_FIRST = re.compile(
    r"(?<!\d)(?<!\d[^\w\n])(?:dk[- ]?)?(\d ?\d[ .-]?\d ?\d)(?:,? | i |[-_\n]|(?=[a-zæøå]{4}))"
    r"([^\W\d_]{2,})"
)
_GERMAN_CODE = re.compile(r"(?<!\d)\d{5} (?=[A-ZÆØÅ][a-zæøåäöü]{3,})([^\W\d_]+)")
_NUMBER_BEFORE = re.compile(r"\d[\W_]{1,3}$")
_TOWN_FIRST = re.compile(
    r"(?<![^\W_])(?:[A-ZÆØÅ][a-zæøå]{3,}|[A-ZÆØÅ]{5,}),? \(?(?:DK[- ]?)?(\d{4})(?!\d)"
)
_FOREIGN_CODE = re.compile(r"(?<![^\W_])(?:dk|fo|gl|se|no|is|de)-\d{3,5}(?!\d)")
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


def find_places(text: str, low: str) -> Iterator[Place]:
    """Yield mail, web and postal addresses in `text`; `low` is the same in lower case."""
    for pattern, rule in _WORDS:
        yield from _whole_words(low, pattern, rule)
    yield from find_streets(text, low)
    yield from _postcodes(text, low)


def _postcodes(text: str, low: str) -> Iterator[Place]:
    for found in _CODE_FIRST.finditer(low):
        joined = _NUMBER_BEFORE.search(low, max(0, found.start() - 4), found.start())
        capital = text[found.start(2)].isupper()
        code = int(re.sub(r"\D", "", found[1]))
        blanks = found[1].replace(" ", "").isdigit() and "\n" not in found[0]
        told = blanks and (found[1].isdigit() or (capital and _may_be_town(found[2])))
        told = told or fold(found[2]) in places()
        if told and _is_town(code, found[2]) and (capital or not joined):
            yield found.start(), found.end(), Rule.POSTCODE
    for found in _GERMAN_CODE.finditer(text):
        if _may_be_town(found[1]):
            yield found.start(), found.end(), Rule.POSTCODE
    for found in _FOREIGN_CODE.finditer(low):
        yield found.start(), found.end(), Rule.POSTCODE
    for found in _TOWN_FIRST.finditer(text):
        if int(found[1]) not in _YEARS:
            yield found.start(), found.end(), Rule.POSTCODE


_WORDS = (
    (_MAIL, Rule.EMAIL),
    (_SPELLED_MAIL, Rule.EMAIL),
    (_USER_NAME, Rule.EMAIL),
    *((pattern, Rule.URL) for pattern in _WEB),
)


def _whole_words(low: str, pattern: re.Pattern[str], rule: Rule) -> Iterator[Place]:
    """Yield each match with all that hangs on to it, across one blank on each side."""
    reached = 0
    for found in pattern.finditer(low):
        if found.end() > reached:
            reached = _stretch(low, found.end(), 1)
            yield _stretch(low, found.start() - 1, -1) + 1, reached, rule


def _stretch(low: str, place: int, step: int) -> int:
    if 0 <= place < len(low) and low[place] == " ":
        place += step
    while 0 <= place < len(low) and not low[place].isspace():
        place += step
    return place


def _may_be_town(word: str) -> bool:
    return fold(word) in places() or not is_simple_word(word)


def _is_town(code: int, word: str) -> bool:
    if code in _YEARS:
        return _TOWN_WITH_YEARS.match(word) is not None
    return word not in _COUNTED and not _UNIT.match(word)
