from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtGui import QColor

from ui.common.tokens import DARK, LIGHT, TONE_FILL, TONE_TEXT, Token, Tone, colour, use_colours

T = Token
TEXT, EDGE = 4.5, 3.0  # WCAG 2.2 AA

PAIRS = (
    *((ink, ground, TEXT) for ink in (T.INK, T.INK2) for ground in (T.SURFACE, T.CANVAS)),
    *((T.INK2, ground, TEXT) for ground in (T.RAIL, T.SUNKEN, T.OK_SOFT, T.DANGER_SOFT)),
    *((T.INK3, ground, TEXT) for ground in (T.SURFACE, T.CANVAS, T.SUNKEN, T.RAIL)),
    *((T.ACCENT, ground, TEXT) for ground in (T.SURFACE, T.CANVAS, T.ACCENT_SOFT)),
    (T.ON_ACCENT, T.ACCENT, TEXT),
    (T.ON_ACCENT, T.ACCENT_HOVER, TEXT),
    *((ink, T.SURFACE, TEXT) for ink in (T.OK, T.WARN, T.DANGER)),
    (T.INK, T.WARN_SOFT, TEXT),
    (T.INK, T.DANGER_SOFT, TEXT),
    (T.INK2, T.ACCENT_SOFT, TEXT),
    *((TONE_TEXT[tone], TONE_FILL[tone], TEXT) for tone in Tone),
    *((T.LINE2, ground, EDGE) for ground in (T.SURFACE, T.CANVAS, T.SUNKEN)),
)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "needed"), PAIRS)
def test_it_can_be_read(
    ink: Token, ground: Token, needed: float, colours: Mapping[Token, str]
) -> None:
    assert contrast(colours[ink], colours[ground]) >= needed


def test_both_themes_have_every_colour() -> None:
    assert set(LIGHT) == set(DARK) == set(Token)


def test_the_colours_in_force_are_the_ones_last_asked_for() -> None:
    use_colours(DARK)
    assert colour(Token.INK) == QColor(DARK[Token.INK])
    use_colours(LIGHT)
    assert colour(Token.INK) == QColor(LIGHT[Token.INK])


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def luminance(shade: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = linear(shade.redF()), linear(shade.greenF()), linear(shade.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
