"""The language sentences are read in: Danish or English, English in the source.

The language is a ContextVar, so that one paper can be printed in the other language.
The pseudo-language `xx` puts every translated text in brackets; tests use it to find text
that is not in the catalogue.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

LANGUAGES = ("da", "en")
PSEUDO = "xx"
LOCALE_FOLDER = Path(__file__).parents[2] / "resources" / "locale"

_language: ContextVar[str] = ContextVar("language", default="en")


def language() -> str:
    """Return the language in force: `da`, `en` or the pseudo-language `xx`."""
    return _language.get()


def use_language(code: str) -> None:
    """Speak `code` from now on."""
    _language.set(code)


@contextmanager
def in_language(code: str) -> Iterator[None]:
    """Speak `code` inside the block."""
    token = _language.set(code)
    try:
        yield
    finally:
        _language.reset(token)


def N_(text: str) -> str:  # noqa: N802 -- gettext's own name for "marked, translated later"
    """Mark `text` for the catalogue and return it as it is."""
    return text


def _(text: str) -> str:
    """Return `text` in the language in force."""
    return mark(_catalogue(_language.get()).gettext(text))


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of the sentence that fits `count`; the caller formats the number in."""
    return mark(_catalogue(_language.get()).ngettext(one, many, count))


def pgettext(context: str, text: str) -> str:
    """Return `text` as it is said in `context` (a word with two meanings has two contexts)."""
    return mark(_catalogue(_language.get()).pgettext(context, text))


def mark(text: str) -> str:
    """Return `text`, in brackets when the pseudo-language is spoken."""
    return f"⟦{text}⟧" if _language.get() == PSEUDO and text else text


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    if code in ("en", PSEUDO):
        return gettext.NullTranslations()
    return gettext.translation("fasthold", LOCALE_FOLDER, [code], fallback=True)
