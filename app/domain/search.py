"""What a search can find. A hit holds either a code or a name, never both."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.domain.clean import pasted
from app.domain.language import N_


class HitKind(StrEnum):
    """What a hit opens. `id` is that of the practice, flag or follow-up; of a relayed yes, the
    citizen's; of a first talk, that of the flag whose code was said. The code of a `LIKE_FLAG` is
    only like the one that was written."""

    PRACTICE = "practice"
    FLAG = "flag"
    LIKE_FLAG = "like_flag"
    FIRST_TALK = "first_talk"
    FOLLOWUP = "followup"
    RELAYED = "relayed"


HIT_LABELS: dict[HitKind, str] = {
    HitKind.PRACTICE: N_("Practice"),
    HitKind.FLAG: N_("Flag"),
    HitKind.LIKE_FLAG: N_("Flag"),
    HitKind.FIRST_TALK: N_("Flag"),
    HitKind.FOLLOWUP: N_("Follow-up"),
    HitKind.RELAYED: N_("Relayed yes"),
}


_PLAIN = re.compile(r"[A-Za-z0-9ÆØÅæøå .,-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing found: where it leads, and two lines to know it by."""

    kind: HitKind
    id: UUID
    title: str
    detail: str


def searchable(text: str) -> str:
    """Return `text` so that case, accents and the way signs are written do not matter; å stays, for
    in Danish it is a letter of its own."""
    if _PLAIN.fullmatch(text):  # nothing in it is written in two ways
        return text.casefold()
    plain = unicodedata.normalize("NFKC", pasted(text, lines=False)).casefold()
    return "".join(sign if sign == "å" else _without_accent(sign) for sign in plain)


def finder(words: str) -> Callable[[str], bool]:
    """Return what says of a text whether every word of `words` stands somewhere in it, sign for
    sign; for many texts."""
    wanted = searchable(words).split()

    def holds(text: str) -> bool:
        inside = searchable(text)
        return all(word in inside for word in wanted)

    return holds


def has_words(text: str, words: str) -> bool:
    """Return whether every word of `words` stands somewhere in `text`, sign for sign."""
    return finder(words)(text)


def _without_accent(sign: str) -> str:
    parts = unicodedata.normalize("NFD", sign)
    return "".join(part for part in parts if not unicodedata.combining(part))
