"""Saying, while a name is typed, that there is one already which looks like it."""

from __future__ import annotations

from collections.abc import Callable

from ui.common.field import Field, as_text
from ui.common.tokens import Tone


def tell_look_alikes(field: Field, find: Callable[[str], str], words: str) -> None:
    """Say `words` beneath `field` whenever `find` gives a `{name}` that looks like what is typed.

    It stops nobody: two practices may well be called the same.
    """

    def look() -> None:
        if found := find(as_text(field.value())):
            field.tell(words.format(name=found), Tone.WARN)

    field.changed.connect(look)
    look()
