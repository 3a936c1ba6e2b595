"""Names as used in Denmark today, found in any case.

A name that is a common word too ("Bo", "Storm", "Liv", "Dag") is one by its position: with a
capital inside a sentence, or beside another name. At the start of a sentence a common verb after
it lets it pass ("Bo tæt på"); else it asks for a second look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.guard.doing import does_as_a_person
from app.domain.guard.lists import also_words, names, no_names, places
from app.domain.guard.rule import Place, Rule, Severity, word_set
from app.domain.guard.vocabulary import is_listed_word
from app.domain.guard.word import Word

Found = tuple[Place, Severity]

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
_INITIAL = re.compile(r"(?<![^\W_])[A-ZÆØÅ]\. ?$")
_CALLED = re.compile(
    r"\b(?:hedder|kaldet|kaldes|ved navn|navn(?:et)? er|navn:|hr\.?|fru|frk\.?|named|called|navn"
    r"|(?:ring|ringe|ringet|skriv|hilsen) til|talt med|snakket med|aftalt med) [\"»']?$",
    re.IGNORECASE,
)
_LOOK_BACK = 20


def find_listed(text: str, words: list[Word]) -> Iterator[Found]:
    """Yield the listed names among `words`, the words of `text`."""
    for place, word in enumerate(words):
        after_initial = _INITIAL.search(text[max(0, word.start - 4) : word.start])
        if _is_town(text, words, place):
            continue  # `find_singling` asks for a second look
        if is_name(word) or (after_initial and word.folded in also_words()):
            yield (word.start, word.end, Rule.NAME), Severity.REFUSE
        elif word.folded in also_words() or (word.inside and _is_owner(word)):
            yield from _name_by_position(text, words, place)


def is_name(word: Word) -> bool:
    """Return whether `word` is a listed name and nothing else, also in the genitive."""
    known = names()
    if word.folded in known:
        return True
    genitive = word.folded.endswith("s") and word.folded[:-1] in known
    return genitive and (word.inside or not is_listed_word(word.text.lower()))


def _is_owner(word: Word) -> bool:
    return word.folded.endswith("s") and word.folded[:-1] in also_words()


def _name_by_position(text: str, words: list[Word], place: int) -> Iterator[Found]:
    word = words[place]
    beside = [other for other in (_before(text, words, place), _after(text, words, place)) if other]
    after = _after(text, words, place)
    called = _CALLED.search(text[max(0, word.start - _LOOK_BACK) : word.start])
    if called or any(is_name(other) for other in beside) or _is_pair(word, after):
        end = after.end if after and _is_pair(word, after) else word.end
        yield (word.start, end, Rule.NAME), Severity.REFUSE
    elif (
        word.capital
        and (_has_accent(word.text.lower()) or does_as_a_person(word.folded, text, word.end))
    ) or (
        word.inside
        and word.folded not in _MONTHS
        and not _is_part_of_word(text, word)
        and not _is_saint(words, place)
    ):
        yield (word.start, word.end, Rule.NAME), Severity.REFUSE
    elif word.capital and after and after.text.lower() not in _VERBS:
        yield (word.start, word.end, Rule.CAPITAL), Severity.WARN


def _has_accent(low: str) -> bool:
    """Return whether a word is written with an accent as a name is: René, not the verb »Parkér«."""
    return "é" in low and not low.endswith("ér")


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
