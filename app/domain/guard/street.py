"""Streets with a number, in the many ways Danish names and numbers them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.guard.harmless import UNIT
from app.domain.guard.rule import Place, Rule, word_set

_STREET = (
    r"(?:vej|gade|str(?:æ|ae)de|torv|vænge|boulevard|esplanade|chaussé|plads|kaj"
    r"|park|have|draget|dal|kær|mose|holm|løkke|passage|hegnet|banke|skov|vang|bakke|toft|mark|eng|lund|høj|gård|sti|brink|krog|skrænt|bryn|sving|slette|kilde|kløft|vange)"
    r"(?:e?n|e?t)?|all[eé](?:en)?|broen?|str\.|blvd\.|(?<=[a-zæøå]{3})(?:v|vj|g|gd|pl)\."
)
_HOUSE = (
    r"[,.]? ?(?:nr\.? ?|no\.? ?|# ?)?\d{1,3}(?!\d|[.:,]\d)"
    rf"(?!\.? ?(?![th]\.|[th] ?[vh]\b){UNIT})(?!\. ?[a-zæøå]{{3,}})"
    r"(?: ?[a-zæøå]\b)?(?:,? ?(?:\d{1,2}\. ?|st\.? ?)(?:sal|tv|th|mf)\b)?"
)
_STREETS = re.compile(rf"(?:{_STREET}){_HOUSE}")
_LEET = re.compile(r"(?<![^\W_])((?=[^\W_]*\d)(?=[^\W_]*[^\W\d_])[^\W_]{5,30}) \d{1,4}(?!\d)")
_LEET_TABLE = str.maketrans("0134578", "oieastb")
_STREET_END = re.compile(rf"(?:{_STREET})$")
_ENGLISH_STREET = re.compile(
    r"(?<!\d)\d{1,4} [a-z]{3,} (?:street|road|avenue|lane|drive)(?![^\W_])"
)
# "husnr 14 på Elmevej", "opgang 3, Kanalgade", "bor på Elmevej": the street has no number after it.
_ENDS_AS_STREET = (
    r"[A-ZÆØÅ][^\W\d_]{2,}(?:vej|gade|stræde|torv|vænge|boulevard|allé|plads|parken|haven|bakken"
    r"|vangen|toften|bo)(?:en|et)?(?![^\W\d_])"
)
_STREET_LAST = (
    # "Svinget 7", "Strandpromenaden 12": a street is called by one word, and numbered.
    re.compile(
        r"(?<![^\W_])(?!(?:Uge|Afdeling|Fase|Gruppe|Kategori|Niveau|Punkt|Periode|Måned|Modul|Trin"
        r"|Samtale|Besøg|Runde|Holdet|Team|Stillingen|Antallet|Skånetime)[a-z]*)"
        r"[A-ZÆØÅ][a-zæøå]{3,}(?:en|et|erne)[ -]\d{1,3}(?! ?\d|[.,:/%-]\d|-)"
        rf"(?! ?(?:{UNIT}|\d))(?: ?[A-Za-zæøå](?![^\W_]))?(?=[,.;)]|$| (?:i|på|st|\d|kl|er|har)\b)"
    ),
    # "Ahorn vej 26": written apart.
    re.compile(
        r"(?<![^\W_])(?!(?:På|I|Ad|En|Den|Min|Hans|Hendes|Lang|Ny|Anden|Ingen|Fast|Ved|Af|Til)\b)"
        rf"[A-ZÆØÅ][a-zæøå]{{2,}} (?:vej|gade|alle|vænge|torv|stræde) \d{{1,3}}(?! ?{UNIT})(?!\d)"
    ),
    re.compile(rf"\b[Bb]or(?:ende)? (?:på|i|ved) {_ENDS_AS_STREET}"),
    re.compile(
        rf"\b(?:[Oo]pgang|[Hh]us ?n(?:r|ummer)|[Nn]r"
        rf"|[Nn]ummer)\.? ?\d{{1,3}}[a-zA-Z]?,? (?:på |i |ved )?"
        rf"{_ENDS_AS_STREET}"
    ),
)
_BEFORE = re.compile(
    r"(?:(?:[A-ZÆØÅ][^\W\d_]*\.?|søndre|nordre|nørre|vestre|vester|østre|øster|gamle|gl\."
    r"|lille|store|skt\.) )+$"
)
_QUARTER = re.compile(
    r"(?:søndre|nordre|nørre|vestre|vester|østre|øster|gamle|gl\.|lille|store|skt\.) $",
    re.IGNORECASE,
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
    "slette sletten kilde kilden indkomstkilde sving svinget opsving opsvinget park "
    "parken haven bro broen gård gården sti stien lund mark marken eng krog kaj"
)

_WORD = re.compile(r"[^\W\d_]+")


def find_streets(text: str, low: str) -> Iterator[Place]:
    """Yield streets in `text`; `low` is the same in small letters."""
    for found in _STREETS.finditer(low):
        word = _word_start(low, found.start())
        before = _BEFORE.search(text, max(0, word - _BEFORE_SIGNS), word)
        start = before.start() if before else word
        if _is_name_of_street(text, start, word):
            yield start, found.end(), Rule.ADDRESS
    for pattern in _STREET_LAST:
        for found in pattern.finditer(text):
            yield found.start(), found.end(), Rule.ADDRESS
    for found in _LEET.finditer(low):
        if _STREET_END.search(found[1].translate(_LEET_TABLE)):
            yield found.start(), found.end(), Rule.ADDRESS
    for found in _ENGLISH_STREET.finditer(low):
        yield found.start(), found.end(), Rule.ADDRESS


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
