"""The code of a flag, which leads to what a doctor told of somebody: it never stands with a name.

Without a hyphen small letters are read as a code only where they stand together, and not after the
digits, so that »10kg« and »uge 42 og« are none; the check sign leaves one in 32 of what only looks
like one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.flag_code import looks_like_a_code, read_flag_code
from app.domain.guard.rule import Place, Rule

_EDGE, _END = r"(?<![^\W_])(?<![^\W_]-)", r"(?![^\W_])(?!-[^\W_])"
_HYPHENED = re.compile(
    rf"{_EDGE}[2-9A-HJ-NP-Za-hj-np-z]{{2}} ?- ?[2-9A-HJ-NP-Za-hj-np-z]{{2}}{_END}"
)
_TOGETHER = re.compile(rf"{_EDGE}(?!\d+[a-z]+{_END})[2-9a-hj-np-z]{{4}}{_END}")
_CAPITALS = re.compile(rf"{_EDGE}[0-9A-Z]{{2}}[ -]?[0-9A-Z]{{2}}{_END}")


def find_codes(text: str) -> Iterator[Place]:
    """Yield where a right code of a flag stands."""
    for pattern in (_HYPHENED, _TOGETHER, _CAPITALS):
        for found in pattern.finditer(text):
            if looks_like_a_code(found[0]) and read_flag_code(found[0]) is not None:
                yield found.start(), found.end(), Rule.FLAG_CODE
