"""Which of Qt's own colours each colour of a text is kept under.

Qt then draws the text by itself, and draws it anew when the theme changes: no widget has to ask.
Where Qt has no word for a colour of ours, it stands under one that nothing else here is drawn in.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from ui.common.tokens import TONE_TEXT, Token, Tone

INKS: Mapping[Token, QPalette.ColorRole] = {
    Token.INK: QPalette.ColorRole.ButtonText,
    Token.INK2: QPalette.ColorRole.BrightText,
    Token.INK3: QPalette.ColorRole.PlaceholderText,
    Token.ON_ACCENT: QPalette.ColorRole.HighlightedText,
    Token.ACCENT: QPalette.ColorRole.Link,
    Token.OK: QPalette.ColorRole.LinkVisited,
    Token.WARN: QPalette.ColorRole.Midlight,
    Token.DANGER: QPalette.ColorRole.Shadow,
}


def ink_of(tone: Tone | Token) -> QPalette.ColorRole:
    """Return what Qt calls the colour of a text in this tone."""
    return INKS[TONE_TEXT[tone] if isinstance(tone, Tone) else tone]


@cache
def see_through() -> QPalette:
    """Return the colours of a field that is drawn by what it stands in."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
    return palette
