"""The code of a flag, like `K7-QX`: three random signs and one that checks them.

The alphabet has no 0, 1, I or O, so that a code read aloud or written by hand comes back whole.
Its 32 signs are the elements of a field with 32 elements; the check sign is a weighted sum in
that field. The weights differ, so one wrong sign, or any two signs swapped, is always noticed.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Callable, Collection, Sequence

from app.domain.language import _
from app.domain.problem import Refused

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

_FIELD = 0b100101  # x^5 + x^2 + 1, irreducible: sums and products stay within 32 elements
_WEIGHTS = (2, 4, 31)  # the check sign's own weight is 1; all four differ
_TRIES = 10_000
_SHAPE = re.compile(rf"[{ALPHABET}]{{4}}")
_LOOSE = re.compile(r"[\W_]+")


def new_flag_code(
    taken: Collection[str], choose: Callable[[Sequence[str]], str] = secrets.choice
) -> str:
    """Return a code nobody holds, with a letter and a digit in it so that it is never a word."""
    for _attempt in range(_TRIES):
        body = "".join(choose(ALPHABET) for _place in range(len(_WEIGHTS)))
        code = f"{body[:2]}-{body[2]}{check_sign(body)}"
        if code not in taken and _is_mixed(code):
            return code
    raise Refused(_("There is no free flag code left. Let old flags shrink first."))


def read_flag_code(text: str) -> str | None:
    """Return the code in `text` as it is written here, or None if it is not a right code.

    Case, spaces and the hyphen do not matter.
    """
    signs = _LOOSE.sub("", unicodedata.normalize("NFKC", text)).upper()
    if not _SHAPE.fullmatch(signs) or check_sign(signs[:3]) != signs[3]:
        return None
    return f"{signs[:2]}-{signs[2:]}"


def check_sign(body: str) -> str:
    """Return the sign that follows the three signs of `body`."""
    total = 0
    for weight, sign in zip(_WEIGHTS, body, strict=True):
        total ^= _times(weight, ALPHABET.index(sign))
    return ALPHABET[total]


def _is_mixed(code: str) -> bool:
    return any(sign.isdigit() for sign in code) and any(sign.isalpha() for sign in code)


def _times(left: int, right: int) -> int:
    product = 0
    while right:
        if right & 1:
            product ^= left
        left <<= 1
        if left & 0b100000:
            left ^= _FIELD
        right >>= 1
    return product
