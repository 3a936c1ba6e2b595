"""Names as used in Denmark today, found in any case and under disguises.

A name that is a common word too ("Bo", "Storm", "Liv", "Dag") is one by its position: with a
capital inside a sentence, or beside another name. At the start of a sentence a common verb after
it lets it pass ("Bo tæt på"); else it asks for a second look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.guard.lists import also_words, names, no_names, places
from app.domain.guard.rule import Place, Rule, Severity, word_set
from app.domain.guard.vocabulary import is_listed_word, is_word
from app.domain.guard.word import Word, fold

Found = tuple[Place, Severity]

_SHORTEST_GLUED, _LONGEST_GLUED = 3, 40
# Small words before or after which two of these words say nothing: "den lange dag", "per dag".
_FIRST_NAMES_TOO = word_set(
    "bo liv maj lone sten stein ask storm tage max rose gro siv tim tom kaj vibe bent ben palle"
    " anker birk falk bjoern orm ravn storm engel rosa silke soes sol saga fred stig jan mark gry"
)
_SURNAMES_TOO = word_set(
    "holm skov lund berg bach bjerg dam krog kok munk borg falk toft kvist bang storm ravn birk"
    " lind smed bonde fisker bager vinter sommer kjaer moeller hede bro strand gade kruse brix"
    " krabbe frost hjort just lykke winther moerk rask skytte snedker svane vind anker ladefoged"
    " jaeger drejer broder brun hvid groen kamp nissen"
)
_IN = word_set("i ved naer omkring in near")
_MONTHS = word_set("may june jun april august jan maj")
_VERBS = word_set(
    "er har var bliver blev kan skal vil må bør får fik går gik står siger mener ønsker vil tager"
    " kommer kører bor arbejder virker sker sættes gives tages holdes udgør ligger gør giver i på"
    " med om af til for fra ved over under og eller men som der at ikke tæt langt alene hos uden"
    " is has was will can at in on of the and with for to"
)
_JOINED = re.compile(
    r"(?<![^\W\d_])[^\W\d_]{1,30}(?:[-.'*_/·|+,~^]\n?[^\W\d_]{1,30}){1,12}(?![^\W\d_])"
)
_SPACED = re.compile(r"(?<![^\W_])[^\W\d_](?:(?:[^\w\n]|_){1,2}[^\W\d_](?![^\W_])){2,40}(?![^\W_])")
_INITIAL = re.compile(r"(?<![^\W_])[A-ZÆØÅ]\. ?$")
_CALLED = re.compile(
    r"\b(?:hedder|kaldet|kaldes|ved navn|navn(?:et)? er|navn:|hr\.?|fru|frk\.?|named|called) $",
    re.IGNORECASE,
)
_LOOK_BACK = 20
_PARTS = re.compile(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])")
_HUMPS = re.compile(r"[a-zæøå](?=[A-ZÆØÅ][a-zæøå])")
_MIXED = re.compile(r"(?<![\w$!|€])[\w$!|€]{4,40}(?![\w$!|€])")
_TABLES = (
    str.maketrans("0134578$!|€", "oieastbsile"),
    str.maketrans("0134578$!|€", "oleastbslle"),
)
_BETWEEN_LETTERS = re.compile(r"[^\W\d_]{1,}\d+[^\W\d_]{2,}|[^\W\d_]{2,}\d+[^\W\d_]")
_MANY_LETTERS = 5


def find_listed(text: str, words: list[Word]) -> Iterator[Found]:
    """Yield the listed names among `words`, the words of `text`."""
    for place, word in enumerate(words):
        after_initial = _INITIAL.search(text[max(0, word.start - 4) : word.start])
        if _is_town(text, words, place):
            continue  # `find_singling` asks for a second look
        if is_name(word) or (after_initial and word.folded in also_words()):
            yield (word.start, word.end, Rule.NAME), Severity.REFUSE
        elif word.folded in also_words():
            yield from _name_by_position(text, words, place)
        elif 2 * _SHORTEST_GLUED < len(word.text) <= _LONGEST_GLUED and _is_glued(word):
            yield (word.start, word.end, Rule.NAME), Severity.REFUSE
    for start, end in _disguised(text):
        yield (start, end, Rule.NAME), Severity.REFUSE


def is_name(word: Word) -> bool:
    """Return whether `word` is a listed name and nothing else, also in the genitive."""
    known = names()
    if word.folded in known:
        return True
    genitive = word.folded.endswith("s") and word.folded[:-1] in known
    return genitive and (word.inside or not is_listed_word(word.text.lower()))


def _name_by_position(text: str, words: list[Word], place: int) -> Iterator[Found]:
    word = words[place]
    beside = [other for other in (_before(text, words, place), _after(text, words, place)) if other]
    after = _after(text, words, place)
    called = _CALLED.search(text[max(0, word.start - _LOOK_BACK) : word.start])
    if called or any(is_name(other) for other in beside) or _is_pair(word, after):
        end = after.end if after and _is_pair(word, after) else word.end
        yield (word.start, end, Rule.NAME), Severity.REFUSE
    elif (
        word.inside
        and word.folded not in _MONTHS
        and not _is_part_of_word(text, word)
        and not _is_saint(words, place)
    ):
        yield (word.start, word.end, Rule.NAME), Severity.REFUSE
    elif word.capital and after and after.text.lower() not in _VERBS:
        yield (word.start, word.end, Rule.CAPITAL), Severity.WARN


def _is_pair(word: Word, after: Word | None) -> bool:
    """Return whether both together are a first name and a surname."""
    if after is None:
        return False
    if word.capital and after.inside:
        return after.folded not in no_names() and after.text[1:].islower()
    return word.folded in _FIRST_NAMES_TOO and after.folded in _SURNAMES_TOO


def _before(text: str, words: list[Word], place: int) -> Word | None:
    if place and text[words[place - 1].end : words[place].start] in (" ", "-", "\n", "_"):
        return words[place - 1]
    return None


def _after(text: str, words: list[Word], place: int) -> Word | None:
    if place + 1 < len(words) and _before(text, words, place + 1):
        return words[place + 1]
    return None


def _is_town(text: str, words: list[Word], place: int) -> bool:
    """Return whether a name that is a place too is one here: "i Kolding"."""
    if place == 0 or words[place].folded not in places() or words[place - 1].folded not in _IN:
        return False
    after = _after(text, words, place)
    return words[place].capital and not (after and (after.inside or is_name(after)))


def _is_part_of_word(text: str, word: Word) -> bool:
    return text[word.end : word.end + 1] == "-" or text[word.start - 1 : word.start] == "-"


def _is_saint(words: list[Word], place: int) -> bool:
    return place > 0 and words[place - 1].folded in {"sankt", "sct", "skt", "st"}


def _is_glued(word: Word) -> bool:
    """Return whether two names were written as one word: JensHansen, jenshansen."""
    hump = _HUMPS.search(word.text)
    if hump:
        return any(fold(part) in names() for part in _PARTS.split(word.text))
    return _is_two_names(word.folded) and not is_word(word.text.lower())


def _is_two_names(folded: str) -> bool:
    known = names()
    return any(
        folded[:place] in known and folded[place:] in known
        for place in range(_SHORTEST_GLUED, len(folded) - _SHORTEST_GLUED + 1)
    )


def _disguised(text: str) -> Iterator[tuple[int, int]]:
    """Yield names with signs between their letters, and with digits for letters."""
    for found in _SPACED.finditer(text):
        letters = fold(re.sub(r"[\W_]", "", found[0]))
        if len(letters) >= _MANY_LETTERS or letters in names():
            yield found.span()
    for found in _JOINED.finditer(text):
        whole = re.sub(r"[\W_]", "", found[0])
        folded = fold(whole)
        if (folded in names() or _is_two_names(folded)) and not is_word(whole.lower()):
            yield found.span()
    for found in _MIXED.finditer(text):
        if not found[0].isalpha() and any(map(_hides_name, (found[0],) * 2, _TABLES)):
            yield found.span()


def _hides_name(disguised: str, table: dict[int, int]) -> bool:
    """Return whether digits stand for the letters of a name, or of a word nobody knows."""
    read = disguised.translate(table)
    return _is_read_as_name(read) or _is_no_other_word(disguised, read)


def _is_read_as_name(text: str) -> bool:
    folded = fold(text)
    return len(folded) > _SHORTEST_GLUED and (
        folded in names() or _is_two_names(folded) or folded.removesuffix("s") in names()
    )


def _is_no_other_word(disguised: str, text: str) -> bool:
    """Return whether digits between the letters only hide a word nobody knows."""
    hidden = _BETWEEN_LETTERS.search(disguised) and text.isalpha()
    return bool(hidden) and not is_word(text.lower())
