"""The printed code: 160 random bits as eight groups of four signs and a check sign.

Crockford's signs (no I, L, O, U). The check sign of a group is a weighted sum in GF(2^5) with a
different weight for each place, plus the group's number: any one wrong sign, any two neighbours
swapped and any two groups swapped show, and the wrong group can be named.
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Sequence

from app.domain.language import _
from app.domain.problem import Problem, Rejected

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRET_BYTES = 20
GROUPS = 8
GROUP_SIGNS = 5

_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_WEIGHTS = (2, 4, 8, 16)
_FIELD = 0b100101  # x^5 + x^2 + 1


def new_secret() -> bytes:
    """Return the random secret that a code stands for."""
    return secrets.token_bytes(SECRET_BYTES)


def as_code(secret: bytes) -> str:
    """Return `secret` as it is printed: eight groups with dashes between."""
    number = int.from_bytes(secret, "big")
    values = [(number >> shift) & 31 for shift in range(SECRET_BYTES * 8 - 5, -1, -5)]
    groups = (values[start : start + 4] for start in range(0, len(values), 4))
    return "-".join(_group_text(index, group) for index, group in enumerate(groups))


def read_code(text: str) -> bytes:
    """Return the secret in `text`, or raise `Rejected` naming the group to look at."""
    plain = unicodedata.normalize("NFKC", text).upper()
    signs = "".join(sign for sign in plain if sign.isalnum()).translate(_READ_AS)
    if len(signs) != GROUPS * GROUP_SIGNS:
        raise _rejected(
            _("The code has {whole} characters; here are {count}. Look at the paper again.").format(
                whole=GROUPS * GROUP_SIGNS, count=len(signs)
            )
        )
    groups = [signs[start : start + GROUP_SIGNS] for start in range(0, len(signs), GROUP_SIGNS)]
    wrong = [index for index, group in enumerate(groups) if not _is_group(index, group)]
    if wrong:
        raise _rejected(_what_is_wrong(groups, wrong))
    number = 0
    for value in (SIGNS.index(sign) for group in groups for sign in group[:-1]):
        number = number << 5 | value
    return number.to_bytes(SECRET_BYTES, "big")


def _what_is_wrong(groups: Sequence[str], wrong: Sequence[int]) -> str:
    if len(wrong) > 1 and all(_is_group_elsewhere(groups[index]) for index in wrong):
        return _("The groups seem to stand in another order than on the paper.")
    return _("Group {number} is not as on the paper. Look at it again.").format(number=wrong[0] + 1)


def _is_group_elsewhere(group: str) -> bool:
    return any(_is_group(index, group) for index in range(GROUPS))


def _is_group(index: int, group: str) -> bool:
    values = [SIGNS.find(sign) for sign in group]
    return min(values) >= 0 and _check(index, values[:-1]) == values[-1]


def _group_text(index: int, values: Sequence[int]) -> str:
    return "".join(SIGNS[value] for value in (*values, _check(index, values)))


def _check(index: int, values: Sequence[int]) -> int:
    total = index
    for weight, value in zip(_WEIGHTS, values, strict=True):
        total ^= _times(weight, value)
    return total


def _times(left: int, right: int) -> int:
    """Multiply in GF(2^5)."""
    product = 0
    while right:
        if right & 1:
            product ^= left
        left = left << 1 ^ (_FIELD if left & 16 else 0)
        right >>= 1
    return product


def _rejected(sentence: str) -> Rejected:
    return Rejected([Problem("code", sentence)])
