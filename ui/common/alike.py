"""Widgets that stay for what they show, and that take over what others of their kind show.

To take a widget out of a window and put another in its place takes ten times as long as to let it
show something else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, Self, TypeVar


class Changing(Protocol):
    """A widget that can be about something else."""

    def become(self, other: Self, /) -> bool:
        """Be about what `other` is about, if it can; tell whether it is."""


Thing = TypeVar("Thing")
Shown = TypeVar("Shown", bound=Changing)
Parts = tuple[tuple[str, tuple[Thing, ...]], ...]  # of each part its heading, and its things


def spread(parts: Parts[Thing]) -> Iterator[Thing]:
    """Yield the things of all parts."""
    return (thing for _heading, part in parts for thing in part)


def keep_or_make(
    parts: Parts[Thing],
    shown: Iterable[tuple[object, Shown]],
    make: Callable[[Thing], Shown],
) -> list[list[Shown]]:
    """Return a widget for each thing of each part: the one `shown` for it, else one that is made,
    or one shown for a thing that goes which has become like the one made."""
    kept: dict[object, list[Shown]] = {}
    for thing, widget in shown:
        kept.setdefault(thing, []).append(widget)
    found = [[kept[one].pop(0) if kept.get(one) else None for one in part] for _, part in parts]
    spare = [widget for left in kept.values() for widget in left]
    return [
        [
            widget if widget is not None else _like(make(one), spare)
            for widget, one in zip(widgets, part, strict=True)
        ]
        for widgets, (_heading, part) in zip(found, parts, strict=True)
    ]


def _like(made: Shown, spare: list[Shown]) -> Shown:
    """Return one to spare that has become like the one `made`, or else that one."""
    for widget in spare:
        if widget.become(made):
            spare.remove(widget)
            return widget
    return made
