"""Where everything stands on a tile of the board."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import ceil

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QFontMetricsF

from ui.common.badge import HEIGHT as BADGE_HEIGHT
from ui.common.fonts import Role, font
from ui.common.tokens import Token

_SIDE, _GAP = 9, 4
_CODE = 24
_ICON, _BESIDE_ICON = 14, 6
_ABOVE_WORDS, _ROUND_RULE = 5, 6

# Theme, functions and practice, from the top.
_ROLES = (Role.ROW_TITLE, Role.SECONDARY, Role.CAPTION)


@dataclass(frozen=True, slots=True)
class TileLine:
    """One line of words on a tile."""

    room: QRect
    text: str
    role: Role

    def ink(self) -> Token:
        """Return its colour."""
        return Token.INK if self.role is Role.ROW_TITLE else Token.INK2

    def is_cut(self) -> bool:
        """Whether there is too little room for all of it."""
        return QFontMetrics(font(self.role)).horizontalAdvance(self.text) > self.room.width()


def code_room(width: int) -> QRect:
    """Return where a code stands that is so wide."""
    return QRect(_SIDE, _SIDE, width, _CODE)


def badge_room(tile: int, code: int) -> QRect:
    """Return what is left for a badge beside a code, on a tile so wide."""
    left, top = _SIDE + code + _GAP, _SIDE + (_CODE - BADGE_HEIGHT) // 2
    return QRect(left, top, tile - _SIDE - left, BADGE_HEIGHT)


def word_lines(tile: int, *texts: str) -> list[TileLine]:
    """Return the lines below the head, each as wide as the tile lets it be."""
    lines, top = [], _SIDE + _CODE + _ABOVE_WORDS
    for text, role in zip(texts, _ROLES, strict=True):
        lines.append(TileLine(QRect(_SIDE, top, tile - 2 * _SIDE, _height(role)), text, role))
        top += _height(role) + 1
    return lines


def rule_room(tile: int) -> QRect:
    """Return where the line above the foot stands."""
    words = sum(_height(role) + 1 for role in _ROLES)
    top = _SIDE + _CODE + _ABOVE_WORDS + words - 1 + _ROUND_RULE
    return QRect(_SIDE, top, tile - 2 * _SIDE, 1)


def foot_room(tile: int) -> QRect:
    """Return where the foot stands; with words as high as with a badge."""
    rule = rule_room(tile)
    return QRect(_SIDE, rule.bottom() + _ROUND_RULE + 1, rule.width(), BADGE_HEIGHT)


def foot_icon(foot: QRect) -> QRect:
    """Return where the icon at the foot stands."""
    return QRect(foot.left(), foot.top() + (foot.height() - _ICON) // 2, _ICON, _ICON)


def foot_line(foot: QRect, text: str) -> TileLine:
    """Return the words beside it."""
    return TileLine(foot.adjusted(_ICON + _BESIDE_ICON, 0, 0, 0), text, Role.CAPTION)


def tile_height() -> int:
    """Return how high a tile is."""
    return foot_room(0).bottom() + 1 + _SIDE


@cache
def _height(role: Role) -> int:
    return ceil(QFontMetricsF(font(role)).height())
