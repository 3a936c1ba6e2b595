"""Finding things by what was typed: practices and citizens by name, flags by their code only."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from uuid import UUID

from sqlmodel import Session

from app.data.flag import FlagRecord, find_flag_by_code
from app.data.practice import PracticeRecord
from app.data.search import find_citizens, find_practices
from app.data.vault import Vault
from app.domain.clean import clean_line
from app.domain.flag_choice import MAY_RING
from app.domain.flag_code import near_flag_codes, read_flag_code
from app.domain.language import _
from app.domain.search import Hit, HitKind, finder
from app.system.clock import Today

MOST_HITS = 30


class SearchService:
    """Find across nouns. A hit holds either a code or a name, never both."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def find(self, words: str) -> tuple[Hit, ...]:
        """Return what `words` find, read sign for sign; a flag only by its whole code."""
        if not clean_line(words):
            return ()
        with self._vault.read() as session:
            hits = chain(
                _flags(session, words), _practices(session, words), _citizens(session, words)
            )
            return tuple(islice(hits, MOST_HITS))


def _flags(session: Session, words: str) -> Iterator[Hit]:
    """Yield the flag with this code, and the first talk with the citizen who says it; else those
    whose code is like it, which say so. From a code that is doubted no talk begins."""
    code = read_flag_code(words)
    if code is None:
        doubt = _("Ask again: this code is only like the one you wrote.")
        near = (find_flag_by_code(session, one) for one in near_flag_codes(words))
        yield from (_hit(HitKind.LIKE_FLAG, record, doubt) for record in near if record)
    elif (record := find_flag_by_code(session, code)) is not None:
        yield _hit(HitKind.FLAG, record, _place(session, record))
        yield from _first_talk(record)


def _hit(kind: HitKind, record: FlagRecord, detail: str) -> Hit:
    return Hit(kind=kind, id=record.id, title=record.code, detail=detail)


def _first_talk(record: FlagRecord) -> Iterator[Hit]:
    if record.status in MAY_RING:
        title = _("The citizen rings: begin the first talk")
        yield Hit(kind=HitKind.FIRST_TALK, id=record.id, title=title, detail=record.code)


def _place(session: Session, record: FlagRecord) -> str:
    return session.get_one(PracticeRecord, record.practice_id).name


def _practices(session: Session, words: str) -> Iterator[Hit]:
    for practice_id, name, place in find_practices(session, finder(words)):
        yield Hit(kind=HitKind.PRACTICE, id=practice_id, title=name, detail=place)


def _citizens(session: Session, words: str) -> Iterator[Hit]:
    for found in find_citizens(session, finder(words)):
        yield _citizen(*found)


def _citizen(citizen_id: UUID, name: str, followup_id: UUID | None, number: str | None) -> Hit:
    if followup_id is None:
        detail = _("The doctor passed on a yes")
        return Hit(kind=HitKind.RELAYED, id=citizen_id, title=name, detail=detail)
    detail = _("Follow-up {number}").format(number=number)
    return Hit(kind=HitKind.FOLLOWUP, id=followup_id, title=name, detail=detail)
