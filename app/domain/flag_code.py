"""The code of a flag, like `K7-QX`: three random signs and one that checks them.

The alphabet has no 0, 1, I or O, so that a code read aloud or written by hand comes back whole.
Its 32 signs are the elements of a field with 32 elements; the check sign is a weighted sum in
that field. The weights differ, so one wrong sign, or any two signs swapped, is always noticed.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import product

from app.domain.guard import find_traces, first_refused
from app.domain.language import _
from app.domain.problem import Refused

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

_FIELD = 0b100101  # x^5 + x^2 + 1, irreducible: sums and products stay within 32 elements
_WEIGHTS = (2, 4, 31)  # the check sign's own weight is 1; all four differ
_TRIES = 10_000
_SHAPE = re.compile(r"[A-Z0-9]{4}")
_LOOSE = re.compile(r"[\W_]+")
# No code has the signs at the left: who writes one means one of those at the right. The check sign
# tells which, for it leaves but one right sign in a place.
_MEANT = {"0": "QDC", "O": "QDC", "1": "L7", "I": "LJT"}


def new_flag_code(
    taken: Collection[str], choose: Callable[[Sequence[str]], str] = secrets.choice
) -> str:
    """Return a code nobody holds, with a letter and a digit in it so that it is never a word, and
    none that the guard takes for a name (`AY-A6`): no paper with it could leave."""
    for _attempt in range(_TRIES):
        body = "".join(choose(ALPHABET) for _place in range(len(_WEIGHTS)))
        code = f"{body[:2]}-{body[2]}{check_sign(body)}"
        if code not in taken and _is_mixed(code) and not first_refused(find_traces(code)):
            return code
    raise Refused(_("There is no free flag code left. Let old flags shrink first."))


def read_flag_code(text: str) -> str | None:
    """Return the code in `text` as it is written here, or None if it is not a right code.

    Case, spaces and the hyphen do not matter, and a 0, 1, I or O is read for the sign it stands
    for.
    """
    signs = _signs_of(text)
    if not _SHAPE.fullmatch(signs):
        return None
    right = [read for read in _readings(signs) if check_sign(read[:3]) == read[3]]
    return _written(right[0]) if len(right) == 1 else None


def near_flag_codes(text: str) -> tuple[str, ...]:
    """Return the right codes that `text`, which is none, is written for by a slip: one sign in it
    is another, or two signs beside each other have changed places."""
    signs = _signs_of(text)
    if not _SHAPE.fullmatch(signs) or read_flag_code(text) is not None:
        return ()
    read = dict.fromkeys(read_flag_code(each) for each in _slips(signs))
    return tuple(code for code in read if code is not None)


def looks_like_a_code(text: str) -> bool:
    """Return whether somebody means a code by `text`, right or wrong."""
    signs = _signs_of(text)
    return _SHAPE.fullmatch(signs) is not None and _is_mixed(signs)


def check_sign(body: str) -> str:
    """Return the sign that follows the three signs of `body`."""
    total = 0
    for weight, sign in zip(_WEIGHTS, body, strict=True):
        total ^= _times(weight, ALPHABET.index(sign))
    return ALPHABET[total]


def _signs_of(text: str) -> str:
    return _LOOSE.sub("", unicodedata.normalize("NFKC", text)).upper()


def _slips(signs: str) -> Iterator[str]:
    """Yield `signs` with each sign made another, then with each two beside each other swapped."""
    for place in range(len(signs)):
        yield from (signs[:place] + other + signs[place + 1 :] for other in ALPHABET)
    for place in range(len(signs) - 1):
        yield signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :]


def _readings(signs: str) -> Iterator[str]:
    """Yield `signs` with each one that no code has read for what it may stand for."""
    return map("".join, product(*(_MEANT.get(sign, sign) for sign in signs)))


def _written(signs: str) -> str:
    return f"{signs[:2]}-{signs[2:]}"


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
