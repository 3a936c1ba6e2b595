"""Where somebody is found: mail and web addresses, street and number, postcode and town."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.guard.harmless import UNIT
from app.domain.guard.lists import places
from app.domain.guard.rule import Place, Rule, word_set
from app.domain.guard.vocabulary import is_simple_word
from app.domain.guard.word import fold

_MAIL = re.compile(r"@")
_SPELLED_MAIL = re.compile(
    r"[(\[{<] ?(?:a|at|snabel-?a|alfakrølle) ?[)\]}>]|\b(?:snabel-?a|alfakrølle)\b"
)
_USER_NAME = re.compile(
    r"\b(?:g?mail|e-mail|hotmail|outlook|insta(?:gram)?|snap(?:chat)?|facebook|messenger|brugernavn|profil)"
    r"(?:en|adressen?)?(?: er| hedder|:| is)? ?:? ?[a-z][a-z._-]{2,30}\d{1,6}(?![^\W_])"
)
_TOP = r"(?:dk|com|net|org|eu|info|io|biz|me|nu|se|no|de|uk|gl|fo|is|pl|gov|edu|app|dev|example)"
_WEB = (
    re.compile(r"\b(?:https?|hxxps?|ftp) ?: ?/"),
    re.compile(r"\bwww ?\. ?\S"),
    re.compile(
        rf"(?<![^\W_])(?!(?:hjemme)?arb\.pl)"  # arbejdsplads, not Poland
        rf"(?:[a-z0-9æøåéü_-]{{1,63}}\.){{1,5}}{_TOP}(?![^\W_]|\.[^\W_])"
    ),
    re.compile(r"(?<![^\W_])[a-z0-9æøå-]{2,62} ?\. ?(?:dk|com)(?![^\W_])"),
    re.compile(
        r"[(\[{] ?(?:dot|punktum|prik) ?[)\]}] ?[a-z]{2,3}\b"
        r"|\b(?:dot|punktum|prik) (?:dk|com|org|net|eu)\b"
    ),
)

_STREET = (
    r"(?:vej|gade|stræde|torv|vænge|boulevard|esplanade|chaussé|plads|kaj"
    r"|park|have|draget|dal|kær|mose|holm|løkke|passage|hegnet|banke|skov|vang|bakke|toft|mark|eng|lund|høj|gård|sti|brink|krog|skrænt|bryn|sving|slette|kilde|kløft|vange)"
    r"(?:e?n|e?t)?|all[eé](?:en)?|broen?|str\.|blvd\."
)
_HOUSE = (
    r",? ?(?:nr\.? ?|no\.? ?|# ?)?\d{1,3}(?!\d|[.:,]\d)"
    rf"(?!\.? ?(?![th]\.|[th] ?[vh]\b){UNIT})(?!\. ?[a-zæøå]{{3,}})"
    r"(?: ?[a-zæøå]\b)?(?:,? ?(?:\d{1,2}\. ?|st\.? ?)(?:sal|tv|th|mf)\b)?"
)
_STREETS = re.compile(rf"(?:{_STREET}){_HOUSE}")
_ENGLISH_STREET = re.compile(
    r"(?<!\d)\d{1,4} [a-z]{3,} (?:street|road|avenue|lane|drive)(?![^\W_])"
)
# "husnr 14 på Elmevej", "opgang 3, Kanalgade", "bor på Elmevej": the street has no number after it.
_ENDS_AS_STREET = (
    r"[A-ZÆØÅ][^\W\d_]{2,}(?:vej|gade|stræde|torv|vænge|boulevard|allé|plads|parken|haven|bakken"
    r"|vangen|toften|bo)(?:en|et)?(?![^\W\d_])"
)
_STREET_LAST = (
    re.compile(rf"\b[Bb]or(?:ende)? (?:på|i|ved) {_ENDS_AS_STREET}"),
    re.compile(
        rf"\b(?:[Oo]pgang|[Hh]us ?n(?:r|ummer)|[Nn]r)\.? ?\d{{1,3}}[a-zA-Z]?,? (?:på |i |ved )?"
        rf"{_ENDS_AS_STREET}"
    ),
)
_BEFORE = re.compile(
    r"(?:(?:[A-ZÆØÅ][^\W\d_]*\.?|søndre|nordre|nørre|vestre|vester|østre|øster|gamle|gl\.|lille|store|skt\.) )+$"
)
_QUARTER = re.compile(
    r"(?:søndre|nordre|nørre|vestre|vester|østre|øster|gamle|gl\.|lille|store|skt\.) $", re.IGNORECASE
)
_BEFORE_SIGNS = 60
# Words that end like a street but are work, transport or talk.
_NO_STREETS = word_set(
    "bidraget foredraget uddraget fradraget skov mose dal kær holm banke passage skandal "
    "alle arbejdsplads arbejdspladsen parkeringsplads parkeringspladsen praktikplads "
    "praktikpladsen læreplads lærepladsen elevplads elevpladsen uddannelsesplads studieplads "
    "byggeplads byggepladsen jobplads genvej genvejen omvej omvejen halvvej undervej "
    "kontorplads kontorpladsen siddeplads legeplads legepladsen børnehave børnehaven seng "
    "sengen sygeseng gave opgave udgave bemærk marked have bakke høj vej vejen plads pladsen "
    "slette sletten kilde kilden indkomstkilde sving svinget opsving opsvinget park parken haven bro broen gård gården sti stien lund mark marken eng krog kaj"
)

_WORD = re.compile(r"[^\W\d_]+")

_CODE_FIRST = re.compile(
    r"(?<!\d)(?<!\d[^\w\n])(?:dk[- ]?)?(\d ?\d ?\d ?\d)(?:,? |-|(?=[a-zæøå]{4}))([^\W\d_]{2,})"
)
_NUMBER_BEFORE = re.compile(r"\d[\W_]{1,3}$")
_TOWN_FIRST = re.compile(r"(?<![^\W_])[A-ZÆØÅ][a-zæøå]{3,},? (?:DK[- ]?)?(\d{4})(?!\d)")
_YEARS = range(1900, 2050)
_TOWN_WITH_YEARS = re.compile(r"frederiksberg|københavn|kbh|copenhagen|frb")
_COUNTED = word_set(
    "kr kroner dkk euro eur timer timers skridt kcal meter km mg ml gram kg medarbejdere ansatte "
    "gange gang borgere personer mennesker patienter times steps hours people employees persons og eller til men "
    "som er var blev har kan skal vil for med hvor når fordi af om fra and or to is was with in "
    "on at by of pr per"
)


def find_places(text: str, low: str) -> Iterator[Place]:
    """Yield mail, web and postal addresses in `text`; `low` is the same in lower case."""
    for pattern, rule in _WORDS:
        yield from _whole_words(low, pattern, rule)
    yield from _streets(text, low)
    yield from _postcodes(text, low)


def _streets(text: str, low: str) -> Iterator[Place]:
    for found in _STREETS.finditer(low):
        word = _word_start(low, found.start())
        before = _BEFORE.search(text, max(0, word - _BEFORE_SIGNS), word)
        start = before.start() if before else word
        if _is_name_of_street(text, start, word):
            yield start, found.end(), Rule.ADDRESS
    for pattern in _STREET_LAST:
        for found in pattern.finditer(text):
            yield found.start(), found.end(), Rule.ADDRESS
    for found in _ENGLISH_STREET.finditer(low):
        yield found.start(), found.end(), Rule.ADDRESS


def _postcodes(text: str, low: str) -> Iterator[Place]:
    for found in _CODE_FIRST.finditer(low):
        joined = _NUMBER_BEFORE.search(low, max(0, found.start() - 4), found.start())
        capital = text[found.start(2)].isupper()
        code = int(found[1].replace(" ", ""))
        told = found[1].isdigit() or (capital and _may_be_town(found[2]))
        if told and _is_town(code, found[2]) and (capital or not joined):
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


def _word_start(low: str, place: int) -> int:
    while place > 0 and (low[place - 1].isalpha() or low[place - 1] in "'-"):
        place -= 1
    return place


def _is_name_of_street(text: str, start: int, word: int) -> bool:
    """Return whether `text` from `start` names a street: a common word does so only in a name."""
    name = _WORD.match(text, word)
    if name is None or name[0].lower() not in _NO_STREETS:
        return True
    capitals = start < word and name[0][0].isupper()
    return capitals or _QUARTER.search(text, start, word) is not None


def _may_be_town(word: str) -> bool:
    return fold(word) in places() or not is_simple_word(word)


def _is_town(code: int, word: str) -> bool:
    if code in _YEARS:
        return _TOWN_WITH_YEARS.match(word) is not None
    return word not in _COUNTED
