"""Names no list holds, told by their position, their ending or their sound.

What is no word of Danish or English, names no place, and stands where people stand, is a name:
after "talt med" or "søster til", before "har ondt", beside another such word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from app.domain.guard.lists import (
    also_words,
    employers,
    names,
    no_names,
    places,
    sound,
    sounds,
)
from app.domain.guard.rule import Place, Rule, word_set
from app.domain.guard.vocabulary import is_simple_word, is_word
from app.domain.guard.word import Word

_SHORTEST, _FOUR, _LONG_ENOUGH, _LONG_ENOUGH_IN_SMALL, _LONGEST = 3, 4, 5, 6, 30
_MEETS = re.compile(
    r"\b(?:talt?e?r? med|snakk?e?[tdr]? med|aftalt?e?r? med|møde med|mødt?e?s?r? med|samtale med"
    r"|kontakt(?:e[tr]?)? (?:til|med)|kontakt(?:e[tr]?)?|ring(?:e[tr]?)?(?: til)?|ringede til"
    r"|spørg(?:er|e)?|spurgte?|hils(?:er|en|e)?(?: fra| til)?|skriv(?:er|e)? til|skrevet til"
    r"|besked (?:til|fra)|mail (?:til|fra)|med[dv]? vennlig hilsen|med venlig hilsen|mvh\.?|vh\.?"
    r"|patient(?:en)?|borger(?:en)?|pt\.?|klienten?|flaget om|det er|hun er|han er|vedr\.?"
    r"|vedrørende|angående|talked? (?:to|with)|spoke (?:to|with)|speak (?:to|with)|met|met with"
    r"|meeting with|call(?:ed)?|rang|ring|ask(?:ed)?|regards|patient|client|about) $",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:hedder|kaldet|kaldes|ved navn|navn(?:et)? er|navn:?|hr\.?|fru|frk\.?|named|called"
    r"|søster til|bror til|søn af|datter af|gift med|kæreste med|mor til|far til|barn af"
    r"|sister of|brother of|married to|son of|daughter of) $",
    re.IGNORECASE,
)
_DOES = re.compile(
    r" (?:har|havde|er|var|vil|ville|kan|kunne|skal|skulle|må|siger|sagde|fortæller|ringer|ringede"
    r"|ønsker|arbejder|kommer|bor|får|fik|spørger|lider|føler|tør|savner|frygter|håber|mener"
    r"|has|had|is|was|wants|works|says|said|needs|will|would|can|cannot|feels|lives|called|asks)"
    r"(?![^\W\d_])"
)
_OWNS = re.compile(
    r"s?'?s? (?:mor|far|mand|kone|søn|datter|søster|bror|chef|leder|job|stilling|arbejde|læge"
    r"|sygemelding|forløb|flag|sag|børn|familie|arbejdsgiver|kolleg[ae]r?|boss|job|wife|husband"
    r"|mother|father|son|daughter|work|sick)(?![^\W\d_])"
)
_OF_A_BODY = re.compile(
    r" (?:skulder|ryg|knæ|nakke|hofte|hånd|hænder|arm|ben|fod|ankel|hoved|søvn|mor|far"
    r"|mand|kone|chef"
    r"|leder|job|vagter)(?![^\W\d_])"
)
_HUMP = re.compile(r"[A-ZÆØÅ][^\W\d_]*[^\W\d_A-ZÆØÅ][A-ZÆØÅ][^\W\d_A-ZÆØÅ]{2,}")
_HUMPS = re.compile(r"(?<=[^\W\d_A-ZÆØÅ])(?=[A-ZÆØÅ])")
_INITIAL = re.compile(r"(?<![^\W_])[A-ZÆØÅ]\. ?$")
# "Kiarash på apotek": a note that begins with whom it is about, and where.
_IS_AT = re.compile(r" (?:på|i|ved|hos|fra|on|at|in|from|við) [^\W\d_]")
_AT = word_set("i på ved fra hos in at from near by of for som bruger uden via med")
_LOOK_BACK, _GAP = 40, 3
_PERSONS_ENDING = re.compile(
    r"(?:[^s]sen|gaard|ovic|evic|ovich|wicz|czyk|enko|chuk|czuk|escu|oglu|zadeh|ullah|uddin|rahman"
    r"|ratnam|rajah|lingam|pillai|nathan|eswaran|sson|dottir|dotter|kov|kova|ovsky|owski|owska"
    r"|ewski|ewska|inski|inska|auskas|opoulos|idze|shvili|yan|singam|mariam|yohannes|skiene|aite|ienė|iene|yte)s?$"
)


def find_unknown(text: str, words: list[Word]) -> Iterator[Place]:
    """Yield which of `words`, the words of `text`, must be names though no list holds them."""
    unknown = [_is_unknown(word) for word in words]
    for left, right in pairwise(range(len(words))):
        if _are_beside(text, words[left], words[right]) and (
            (unknown[left] and unknown[right] and _are_two(words[left], words[right]))
            or ((unknown[left] or unknown[right]) and _are_capital(words[left], words[right]))
        ):
            yield words[left].start, words[right].end, Rule.NAME
    for place, word in enumerate(words):
        if not unknown[place]:
            continue
        if (
            _is_hump(word)
            or _has_initial(text, word)
            or _tells_by_itself(word)
            or _tells_by_place(text, words, place)
        ):
            yield word.start, word.end, Rule.NAME


def is_elsewhere(word: Word) -> bool:
    """Return whether `word` names a place, an employer, a program or an illness."""
    bare = word.folded.removesuffix("s")
    return any(
        word.folded in known or bare in known for known in (no_names(), employers(), places())
    )


def _is_unknown(word: Word) -> bool:
    shortest = _LONG_ENOUGH if word.text.isupper() else _SHORTEST
    if not shortest <= len(word.text) <= _LONGEST or word.folded in also_words():
        return False
    if word.folded in names() or is_elsewhere(word):
        return False
    return not is_word(word.text.lower())


def _are_beside(text: str, word: Word, after: Word) -> bool:
    between = text[word.end : after.start]
    return len(between) <= _GAP and not any(sign.isalnum() for sign in between)


def _are_capital(word: Word, after: Word) -> bool:
    """Return whether two words have the capitals of a name, that of a sentence aside."""
    if not word.capital or not after.inside or is_elsewhere(word) or is_elsewhere(after):
        return False
    return word.inside or not is_simple_word(word.text.lower())


def _are_two(word: Word, after: Word) -> bool:
    """Return whether both are long enough in small letters, or have the capitals of a name."""
    if word.capital and after.capital:
        return True
    return min(len(word.text), len(after.text)) >= _LONG_ENOUGH


def _is_hump(word: Word) -> bool:
    """Return whether two words that are none were written as one, LikeThis; WorkZone is a tool."""
    if _HUMP.fullmatch(word.text) is None:
        return False
    return not all(is_word(part.lower()) for part in _HUMPS.split(word.text))


def _has_initial(text: str, word: Word) -> bool:
    return word.capital and _INITIAL.search(text[max(0, word.start - 4) : word.start]) is not None


def _tells_by_itself(word: Word) -> bool:
    if _PERSONS_ENDING.search(word.folded) and len(word.text) > _LONG_ENOUGH:
        return word.capital or not is_simple_word(word.text.lower())
    fewest = _LONG_ENOUGH if word.capital else _LONG_ENOUGH_IN_SMALL
    return len(word.text) >= fewest and sound(word.folded) in sounds()


def _tells_by_place(text: str, words: list[Word], place: int) -> bool:
    word = words[place]
    before = text[max(0, word.start - _LOOK_BACK) : word.start]
    if _NAMED.search(before) or _is_owner(text, word):
        return True
    if not word.capital:
        return False
    if _MEETS.search(before) or _OWNS.match(text, word.end):
        return True
    if place == 0 and len(word.text) >= _FOUR and _IS_AT.match(text, word.end):
        return True
    at = place > 0 and words[place - 1].folded in _AT
    return not at and _DOES.match(text, word.end) is not None


def _is_owner(text: str, word: Word) -> bool:
    """Return whether what is owned is of a body, so that its owner is a person: aneelas skulder."""
    owned = word.text.endswith("s") and len(word.text) > _LONG_ENOUGH_IN_SMALL
    return owned and _OF_A_BODY.match(text, word.end) is not None
