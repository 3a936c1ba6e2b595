"""Passphrases: five random Danish words, or one's own of at least 14 signs.

No rules of composition and no expiry: length and not being guessable are what counts. Five words
of a list of 2,153 are 55 bits, behind a slow derivation.
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from app.domain.language import _
from app.domain.problem import Problem, Rejected
from app.system.paths import resource

WORDS = 5
LEAST = 14
STRENGTHS = 5
DIFFERENT_LEAST = 6

_KNOWN = ("123456", "password", "adgangskode", "fasthold", "qwerty", "kodeord", "sommer20")


def normal(text: str) -> str:
    """Return `text` as it is hashed: NFC, without the line end that a paste leaves."""
    return unicodedata.normalize("NFC", text.rstrip("\r\n"))


def propose() -> str:
    """Return five random words with dashes between."""
    return "-".join(secrets.choice(words()) for _word in range(WORDS))


def settle_passphrase(text: str, not_these: Iterable[str] = ()) -> str:
    """Return the passphrase, or raise `Rejected` if it is easy to guess."""
    phrase = normal(text)
    if len(phrase) < LEAST:
        raise _rejected(
            _("Write at least {least} characters, or take the five words.").format(least=LEAST)
        )
    if _is_easy(phrase) or _plain(phrase) in {_plain(other) for other in not_these}:
        raise _rejected(_("This is easy to guess. Take the five words, or write something else."))
    return phrase


def strength(text: str) -> int:
    """Return 0 to 5: 0 is refused, 3 is enough, 5 is as good as five words or better."""
    phrase = normal(text)
    if len(phrase) < LEAST or _is_easy(phrase):
        return min(2, len(phrase) // 7)
    return min(STRENGTHS, 3 + (len(phrase) >= 20) + (len(phrase) >= 26))


@cache
def words() -> tuple[str, ...]:
    """Return the list that words are drawn from."""
    lines = resource("words", "danish_words.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def _is_easy(phrase: str) -> bool:
    plain = _plain(phrase)
    rest = plain
    for known in _KNOWN:
        rest = rest.replace(known, "")
    return len(set(plain)) < DIFFERENT_LEAST or len(rest) < LEAST // 2 or _repeats(plain)


def _repeats(plain: str) -> bool:
    """Whether it is one short piece written again and again, or a run like abcdefg."""
    run = all(ord(right) - ord(left) == 1 for left, right in pairwise(plain))
    return run or (plain + plain).find(plain, 1) < LEAST // 2


def _plain(text: str) -> str:
    return "".join(sign for sign in normal(text).casefold() if sign.isalnum())


def _rejected(sentence: str) -> Rejected:
    return Rejected([Problem("passphrase", sentence)])
