"""Which words of the plan each of its four readers may read, whatever the program thinks of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from app.domain.audience import Audience, Reader
from app.domain.consent import Direction, Information
from tests.reader_states import AGREED, DOCTOR, EMPLOYER, HELD, SAID, Stage, State, may_read

CITIZENS = {Reader.CITIZEN, Reader.OWN}
WORKPLACE = CITIZENS | {Reader.EMPLOYER}
FOR: dict[Audience, set[Reader]] = {
    Audience.OWN: {Reader.OWN},
    Audience.CITIZEN: CITIZENS,
    Audience.DOCTOR: CITIZENS | {Reader.DOCTOR},
    Audience.EMPLOYER: WORKPLACE,
    Audience.ALL: set(Reader),
}
EVERYTHING = frozenset(Information)
DOCTORS = {Information.FUNCTION, Information.CONSIDERATIONS, Information.HOURS}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the plan: of which kind of information it is, and who could ever read it."""

    text: str
    kind: Information
    readers: Collection[Reader]


_PARTS = {
    "funktion": Information.FUNCTION,
    "opgave": Information.CONSIDERATIONS,
    "tilpasning": Information.CONSIDERATIONS,
}
WORDS: tuple[Word, ...] = (
    *(Word(AGREED[who] + part, _PARTS[part], FOR[who]) for who in Audience for part in _PARTS),
    *(Word(SAID[who], Information.CONSIDERATIONS, FOR[who]) for who in Audience),
    Word(HELD, Information.CONSIDERATIONS, {Reader.OWN}),
    Word("Kollegaordet", Information.CONSIDERATIONS, WORKPLACE),
    Word("Handleordet", Information.CONSIDERATIONS, WORKPLACE),
    Word("Uenighedsordet", Information.CONSIDERATIONS, CITIZENS),
    Word("Varighedsordet", Information.DURATION, WORKPLACE),
    Word("Ordningsordet", Information.SCHEMES, WORKPLACE),
    Word("17.25", Information.HOURS, set(Reader)),
)


def covered_for(stage: Stage, state: State, reader: Reader) -> frozenset[Information]:
    """Return what the state lets this reader read; a paper leaves in one direction, so of two the
    one that covers more is taken, and of two alike the feedback."""
    if reader in CITIZENS:
        return EVERYTHING
    if reader is Reader.EMPLOYER:
        return may_read(state, stage.parties[EMPLOYER], Direction.PASS_ON)
    ways = [
        may_read(state, stage.parties[DOCTOR], way) & DOCTORS
        for way in (Direction.FEEDBACK, Direction.PASS_ON)
    ]
    return max(ways, key=len)


def words_for(reader: Reader, covered: frozenset[Information]) -> set[str]:
    """Return the words that this reader may read, and has to."""
    return {word.text for word in WORDS if reader in word.readers and word.kind in covered}


def words_in(text: str) -> set[str]:
    """Return the words of the plan that stand in the text."""
    return {word.text for word in WORDS if word.text in text}
