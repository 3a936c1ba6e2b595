"""Widgets that stay for what they show, and that take over what others of their kind show.

To take a widget out of a window and put another in its place takes ten times as long as to let it
show something else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, Self, TypeVar

from PySide6.QtWidgets import QWidget

from ui.common.badge import Badge, CodeTag
from ui.common.icons import IconLabel
from ui.common.text import Text


class Changing(Protocol):
    """A widget that can be about something else."""

    def become(self, other: Self, /) -> bool:
        """Be about what `other` is about, if it is made of the same parts; tell whether it is."""


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
    *,
    alike: bool,
) -> list[list[Shown]]:
    """Return a widget for each thing of each part: the one `shown` for it, else one that is `made`.
    Where they are `alike`, one shown for a thing that goes becomes like the one made."""
    kept: dict[object, list[Shown]] = {}
    for thing, widget in shown:
        kept.setdefault(thing, []).append(widget)
    found = [[kept[one].pop(0) if kept.get(one) else None for one in part] for _, part in parts]
    spare = [widget for left in kept.values() for widget in left] if alike else []
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


def take_after(these: Sequence[QWidget], others: Sequence[QWidget]) -> bool:
    """Let `these` show what `others` show, and tell so; if they are not alike, do nothing."""
    if len(these) != len(others):
        return False
    pairs = list(zip(these, others, strict=True))
    if not all(_alike(one, other) for one, other in pairs):
        return False
    for one, other in pairs:
        _take_after(one, other)
    return True


def _alike(one: QWidget, other: QWidget) -> bool:
    if type(one) is not type(other) or one.minimumSize() != other.minimumSize():
        return False
    if isinstance(one, Text) and isinstance(other, Text):
        return one.role() is other.role() and one.wordWrap() == other.wordWrap()
    return isinstance(one, Badge | CodeTag | IconLabel)


def _take_after(one: QWidget, other: QWidget) -> None:
    if isinstance(one, Text) and isinstance(other, Text):
        if one.tone() != other.tone():
            one.set_tone(other.tone())
        one.setText(other.text())
    elif isinstance(one, IconLabel) and isinstance(other, IconLabel):
        one.set_icon(*other.icon())
    elif isinstance(one, Badge) and isinstance(other, Badge):
        one.show_look(other.look())
    elif isinstance(one, CodeTag) and isinstance(other, CodeTag):
        one.set_code(other.code())
