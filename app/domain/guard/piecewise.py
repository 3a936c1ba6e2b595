"""A long text read piece by piece while it is typed: what has not changed is not read again.

Saving reads the text as a whole. Here each sentence or line is read together with the one after
it, so that what stands across the two is seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from app.domain.guard.rule import Finding

SHORT = 240  # signs up to which a text is read as a whole within a key press
_PIECE = re.compile(r".{1,300}?(?:\n+|[.!?:;] +|\Z)|.{300}", re.DOTALL)


class Piecewise:
    """Finds what `find` finds, and remembers what it found in each piece."""

    def __init__(self, find: Callable[[str], Sequence[Finding]]) -> None:
        self._find = find
        self._known: dict[str, Sequence[Finding]] = {}

    def __call__(self, text: str) -> tuple[Finding, ...]:
        """Return the findings in `text`, in order."""
        if len(text) <= SHORT:
            return tuple(self._find(text))
        pieces = _PIECE.findall(text)
        pairs = [left + right for left, right in zip(pieces, (*pieces[1:], ""), strict=True)]
        known = self._known
        self._known = {pair: known[pair] if pair in known else self._find(pair) for pair in pairs}
        return _joined(list(self._moved(pieces, pairs)))

    def _moved(self, pieces: Sequence[str], pairs: Sequence[str]) -> Iterator[Finding]:
        """Yield what was found in each pair of pieces, at its place in the whole."""
        start = 0
        for piece, pair in zip(pieces, pairs, strict=True):
            for one in self._known[pair]:
                yield Finding(start + one.start, start + one.end, one.rule, one.severity)
            start += len(piece)


def _joined(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    if not findings:
        return ()
    from app.domain.guard.search import joined  # its patterns are slow to compile

    return tuple(joined(findings))
