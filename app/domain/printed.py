"""What a finished paper prints: every text of its view, and what stands there by right.

A view is a frozen dataclass. Each text in it is read by the guard before the paper leaves, however
deep it lies: a new field is read without anybody thinking of it. A shape whose words may stand on
paper by right (who hands it out, the practice and its doctors, whom a consent names) says so itself
in `by_right`; choices from fixed lists, days and numbers say nothing about anybody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Protocol, runtime_checkable


@runtime_checkable
class ByRight(Protocol):
    """A shape with words that may stand on paper though they name somebody."""

    @property
    def by_right(self) -> tuple[str, ...]:
        """These words."""


def texts_of(view: object) -> Iterator[str]:
    """Yield every text in `view`."""
    for part in _parts(view):
        if isinstance(part, str) and not isinstance(part, Enum):
            yield part


def words_by_right(view: object) -> frozenset[str]:
    """Return the words that stand in `view` by right."""
    told = (part.by_right for part in _parts(view) if isinstance(part, ByRight))
    return frozenset(word for words in told for word in words if word.strip())


def _parts(view: object) -> Iterator[object]:
    yield view
    if is_dataclass(view):
        for field in fields(view):
            yield from _parts(getattr(view, field.name))
    elif isinstance(view, Collection) and not isinstance(view, str | bytes):
        for part in view:
            yield from _parts(part)
