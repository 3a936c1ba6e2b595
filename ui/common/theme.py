"""The theme: light, dark or as the system has it; switched while the windows are open."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from ui.common.focus_ring import FocusRing
from ui.common.fonts import Role, font, load_fonts
from ui.common.inks import INKS
from ui.common.style_sheet import dress_anew
from ui.common.tokens import DARK, LIGHT, Token, colour, use_colours

STYLE = "Fusion"


class ThemeName(StrEnum):
    """Which colours the windows wear."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_PALETTE: dict[QPalette.ColorRole, Token] = {
    QPalette.ColorRole.Window: Token.CANVAS,
    QPalette.ColorRole.WindowText: Token.INK,
    QPalette.ColorRole.Base: Token.SURFACE,
    QPalette.ColorRole.AlternateBase: Token.CANVAS,
    QPalette.ColorRole.Text: Token.INK,
    QPalette.ColorRole.Button: Token.SURFACE,
    QPalette.ColorRole.Highlight: Token.ACCENT,
    QPalette.ColorRole.ToolTipBase: Token.INK,
    QPalette.ColorRole.ToolTipText: Token.SURFACE,
    QPalette.ColorRole.Mid: Token.LINE,
    QPalette.ColorRole.Dark: Token.LINE2,
    QPalette.ColorRole.Light: Token.SURFACE,
    QPalette.ColorRole.Accent: Token.ACCENT,
}


class Theme(QObject):
    """Dresses the whole application; one for its whole life.

    `dressed` tells that it was started with `STYLE`, which costs less than to change into it.
    """

    changed = Signal()

    def __init__(self, app: QApplication, *, dressed: bool = False) -> None:
        super().__init__(app)
        self._app = app
        self._name = ThemeName.SYSTEM
        load_fonts()
        if not dressed:
            app.setStyle(STYLE)
        app.setFont(QFont(font(Role.BODY)))
        self._ring = FocusRing(app)
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are worn now."""
        if self._name is ThemeName.SYSTEM:
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._name is ThemeName.DARK

    def apply(self, name: str) -> None:
        """Wear the theme called `name` (`light`, `dark`, `system`) from now on."""
        self._name = ThemeName(name)
        use_colours(DARK if self.is_dark else LIGHT)
        palette = _palette()
        if palette == self._app.palette():
            return  # Qt would dress every widget there is once more
        self._app.setPalette(palette)
        dress_anew()
        self.changed.emit()

    def _on_system_changed(self) -> None:
        if self._name is ThemeName.SYSTEM:
            self.apply(self._name)


def _palette() -> QPalette:
    palette = QPalette()
    for role, token in _PALETTE.items():
        palette.setColor(role, colour(token))
    for ink, role in INKS.items():
        palette.setColor(role, colour(ink))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour(Token.INK3))
    return palette
