"""Colours and type sizes of everything printed (points; A4 papers and the small slip)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache
from typing import Any

from reportlab.lib.colors import HexColor

from app.reports.tags import Role
from app.reports.typeface import REGULAR, STRONG

INK = HexColor(0x12232B)
QUIET = HexColor(0x3E5058)
RULE = HexColor(0xD2DBDA)
STRONG_RULE = HexColor(0x74858A)
ACCENT = HexColor(0x0B5568)
TINT = HexColor(0xEDF5F7)
TINT_EDGE = HexColor(0x8FBCC7)
BAR = HexColor(0xD9EBEF)
WHITE = HexColor(0xFFFFFF)

_LARGER = 1.2  # what is 10 pt becomes 12
_LEAST_READ, _LEAST_LARGE = 9.5, 12.0  # from this size on it is read, and never smaller than that

_large: ContextVar[bool] = ContextVar("large", default=False)


class Align(Enum):
    """Where a line stands that does not fill its width."""

    LEFT = auto()
    CENTRE = auto()
    RIGHT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How words are set in Source Sans, and what they are read as."""

    size: float
    leading: float
    strong: bool
    colour: Any
    align: Align
    role: Role

    @property
    def font(self) -> str:
        """The name of the cut."""
        return STRONG if self.strong else REGULAR


@contextmanager
def in_large_type(*, large: bool) -> Iterator[None]:
    """Set what is printed inside the block in large type, or as usual."""
    token = _large.set(large)
    try:
        yield
    finally:
        _large.reset(token)


def larger() -> float:
    """Return how many times as large as usual things are drawn now."""
    return _LARGER if _large.get() else 1.0


def sized(style: Style) -> Style:
    """Return `style` in the size that is printed now."""
    return _larger_style(style) if _large.get() else style


@cache
def fill_of(colour: Any) -> str:
    """Return `colour` for what is filled, letters too, in the format's own words."""
    return f"{colour.red:.4g} {colour.green:.4g} {colour.blue:.4g} rg"


@cache
def stroke_of(colour: Any) -> str:
    """Return `colour` for what is drawn as a line, in the format's own words."""
    return f"{colour.red:.4g} {colour.green:.4g} {colour.blue:.4g} RG"


@cache
def _larger_style(style: Style) -> Style:
    size = style.size * _LARGER
    if style.size >= _LEAST_READ:
        size = max(size, _LEAST_LARGE)
    return replace(style, size=size, leading=style.leading * size / style.size)


def style(
    size: float,
    leading: float,
    *,
    strong: bool = False,
    colour: Any = INK,
    align: Align = Align.LEFT,
    role: Role = Role.TEXT,
) -> Style:
    """Return a style, in the usual colour and at the left unless told."""
    return Style(size=size, leading=leading, strong=strong, colour=colour, align=align, role=role)


TITLE = style(19, 24, strong=True, role=Role.TITLE)
LEAD = style(10.5, 15, colour=QUIET)
HEADING = style(11, 15, strong=True, role=Role.HEADING)
BODY = style(10, 14.5)
BODY_STRONG = style(10, 14.5, strong=True)
BODY_CLOSE = style(10, 13)
NOTE = style(10, 14.5, colour=QUIET)
CELL = style(9.5, 13)
CELL_CENTRE = style(9.5, 13, align=Align.CENTRE)
CELL_STRONG = style(9.5, 13, strong=True)
LABEL = style(8.5, 11, strong=True, colour=QUIET)
LABEL_CENTRE = style(8.5, 11, strong=True, colour=QUIET, align=Align.CENTRE)
CAPTION = style(8.5, 11, colour=QUIET)
CAPTION_CENTRE = style(8.5, 11, colour=QUIET, align=Align.CENTRE)
FOOT = style(8.25, 10.5, colour=QUIET)
FOOT_CENTRE = style(8.25, 10.5, colour=QUIET, align=Align.CENTRE)
FOOT_RIGHT = style(8.25, 10.5, colour=QUIET, align=Align.RIGHT)
HEAD = style(11, 14, strong=True)
HEAD_QUIET = style(9, 12, colour=QUIET)
HEAD_RIGHT = style(9.5, 14, strong=True, align=Align.RIGHT)
HEAD_QUIET_RIGHT = style(9, 12, colour=QUIET, align=Align.RIGHT)
CAPTION_RIGHT = style(8.5, 11, colour=QUIET, align=Align.RIGHT)
BAR_CENTRE = style(9.5, 12, strong=True, align=Align.CENTRE)
SMALL_TITLE = style(15, 19, strong=True, role=Role.TITLE)
SMALL = style(9.25, 12.5)
SMALL_QUIET = style(9.25, 12.5, colour=QUIET)
BIG = style(17, 22, strong=True)
CELL_QUIET = style(9.5, 13, colour=QUIET)
