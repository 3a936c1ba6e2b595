"""What people wrote, made ready to stand among our own words on the window."""

from __future__ import annotations

import re
from textwrap import fill

from PySide6.QtGui import Qt

_TIP_LINE, _TIP_LONGEST = 160, 1_000  # signs
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff"
# From the first to the last sign of scripts written from right to left, no other letter between.
_RUN = f"[{_RIGHT}](?:[{_RIGHT}\\W\\d_]*[{_RIGHT}])?"
_TURNS = re.compile("[\u202a-\u202e]")  # may stand in the name of a file somebody else made
_ISOLATED = "\N{FIRST STRONG ISOLATE}\\g<0>\N{POP DIRECTIONAL ISOLATE}"
_LONG_WORD = re.compile(r"\S{33,}")
_PART = re.compile(r".{4}(?=.)")
_MAY_BREAK = "\\g<0>\N{ZERO WIDTH SPACE}"


def as_tip(text: str) -> str:
    """Return `text` for a tool tip: there Qt reads markup, and puts all of it on one line."""
    shown = as_shown(text)
    if Qt.mightBeRichText(shown):
        shown = shown.replace("<", "<\N{ZERO WIDTH SPACE}")
    if len(shown) > _TIP_LONGEST:
        shown = f"{shown[:_TIP_LONGEST]} …"
    return "\n".join(fill(line, _TIP_LINE) for line in shown.split("\n"))


def as_shown(text: str) -> str:
    """Return `text` so that no script turns what stands beside it, and no word is too long to wrap.

    Nothing of it changes to the eye; it is for showing only and is never kept.
    """
    if not text.isascii():
        text = re.sub(_RUN, _ISOLATED, _TURNS.sub("", text))
    return _LONG_WORD.sub(lambda word: _PART.sub(_MAY_BREAK, word[0]), text)
