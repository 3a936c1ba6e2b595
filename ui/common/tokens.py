"""The colours of Fasthold, by meaning, in the light and the dark theme."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtGui import QColor


class Token(StrEnum):
    """What a colour is used for; see `theme.py` for where each is put."""

    CANVAS = "canvas"
    SURFACE = "surface"
    SUNKEN = "sunken"
    RAIL = "rail"
    LINE = "line"
    LINE2 = "line2"
    INK = "ink"
    INK2 = "ink2"
    INK3 = "ink3"
    ACCENT = "accent"
    ACCENT_HOVER = "accent_hover"
    ON_ACCENT = "on_accent"
    ACCENT_SOFT = "accent_soft"
    ACCENT_LINE = "accent_line"
    OK = "ok"
    OK_SOFT = "ok_soft"
    OK_LINE = "ok_line"
    WARN = "warn"
    WARN_SOFT = "warn_soft"
    WARN_LINE = "warn_line"
    DANGER = "danger"
    DANGER_SOFT = "danger_soft"
    DANGER_LINE = "danger_line"
    HATCH = "hatch"
    OFF = "off"


class Tone(StrEnum):
    """The five moods a badge, a notice or a card may have."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    OK = "ok"
    WARN = "warn"
    DANGER = "danger"


LIGHT: Mapping[Token, str] = {
    Token.CANVAS: "#F2F5F4",
    Token.SURFACE: "#FFFFFF",
    Token.SUNKEN: "#E9EEED",
    Token.RAIL: "#E4EBEA",
    Token.LINE: "#D2DBDA",
    Token.LINE2: "#74858A",
    Token.INK: "#12232B",
    Token.INK2: "#3E5058",
    Token.INK3: "#56676E",
    Token.ACCENT: "#0B5568",
    Token.ACCENT_HOVER: "#08424F",
    Token.ON_ACCENT: "#FFFFFF",
    Token.ACCENT_SOFT: "#D9EBEF",
    Token.ACCENT_LINE: "#8FBCC7",
    Token.OK: "#1F6B3B",
    Token.OK_SOFT: "#E0F1E5",
    Token.OK_LINE: "#9CCDAC",
    Token.WARN: "#7A4A00",
    Token.WARN_SOFT: "#FCEFD3",
    Token.WARN_LINE: "#DDB35A",
    Token.DANGER: "#A3211D",
    Token.DANGER_SOFT: "#FCE7E4",
    Token.DANGER_LINE: "#E3A19B",
    Token.HATCH: "#C3CFCF",
    Token.OFF: "#F0F3F2",
}

DARK: Mapping[Token, str] = {
    Token.CANVAS: "#0F181B",
    Token.SURFACE: "#172226",
    Token.SUNKEN: "#202E33",
    Token.RAIL: "#131D21",
    Token.LINE: "#2D3D43",
    Token.LINE2: "#7A8D94",
    Token.INK: "#E9F0F1",
    Token.INK2: "#BBC8CC",
    Token.INK3: "#9CADB2",
    Token.ACCENT: "#7CCBDD",
    Token.ACCENT_HOVER: "#A2DCE9",
    Token.ON_ACCENT: "#06262E",
    Token.ACCENT_SOFT: "#163943",
    Token.ACCENT_LINE: "#3B7482",
    Token.OK: "#86D3A0",
    Token.OK_SOFT: "#163322",
    Token.OK_LINE: "#3C7552",
    Token.WARN: "#F0C56E",
    Token.WARN_SOFT: "#3A2D10",
    Token.WARN_LINE: "#86692A",
    Token.DANGER: "#FFA197",
    Token.DANGER_SOFT: "#441D1B",
    Token.DANGER_LINE: "#94504A",
    Token.HATCH: "#35474E",
    Token.OFF: "#1B282C",
}

TONE_TEXT: Mapping[Tone, Token] = {
    Tone.NEUTRAL: Token.INK2,
    Tone.ACCENT: Token.ACCENT,
    Tone.OK: Token.OK,
    Tone.WARN: Token.WARN,
    Tone.DANGER: Token.DANGER,
}
TONE_FILL: Mapping[Tone, Token] = {
    Tone.NEUTRAL: Token.SUNKEN,
    Tone.ACCENT: Token.ACCENT_SOFT,
    Tone.OK: Token.OK_SOFT,
    Tone.WARN: Token.WARN_SOFT,
    Tone.DANGER: Token.DANGER_SOFT,
}
TONE_LINE: Mapping[Tone, Token] = {
    Tone.NEUTRAL: Token.LINE,
    Tone.ACCENT: Token.ACCENT_LINE,
    Tone.OK: Token.OK_LINE,
    Tone.WARN: Token.WARN_LINE,
    Tone.DANGER: Token.DANGER_LINE,
}

# Widgets paint themselves, many times a second and far from whoever chose the theme; so the
# colours in force are kept here, like the language in force is kept in app.domain.language.
_in_force: dict[Token, QColor] = {token: QColor(code) for token, code in LIGHT.items()}


def use_colours(colours: Mapping[Token, str]) -> None:
    """Paint with `colours` from now on; `Theme.apply` calls this and repaints."""
    _in_force.update({token: QColor(code) for token, code in colours.items()})


def colour(token: Token) -> QColor:
    """Return the colour of `token` in the theme in force."""
    return _in_force[token]
