"""Names that a reader takes for each other, however they were written."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.clean import clean_line
from app.domain.guard.plain import plain
from app.domain.guard.word import fold

# Small letters of other scripts, and signs of our own, that are taken for these.
_TAKEN_FOR = str.maketrans("кмтнвѵԛԝӏɑɡαρκυνετγօսոցıi1|0", "kmthbvqwlagapkuvetyoungllllo")


def skeleton(name: str) -> str:
    """Return what the eye keeps of `name`: two with the same one look alike."""
    letters = fold(plain(clean_line(name)).text.casefold().translate(_TAKEN_FOR))
    return "".join(sign for sign in letters if sign.isalnum())


def look_alike(name: str, others: Iterable[str]) -> str:
    """Return the first of `others` that looks like `name`, or nothing."""
    looks = skeleton(name)
    return next((other for other in others if looks and skeleton(other) == looks), "")
