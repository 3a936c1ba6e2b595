"""A field nobody sees: what a form keeps about what is typed in it, and carries like the rest."""

from __future__ import annotations

from ui.common.field import Field, FieldValue, as_text
from ui.common.override import override


class UnseenField(Field):
    """Holds a text that the form itself puts in."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""

    @override
    def value(self) -> FieldValue:
        return self._text

    @override
    def set_value(self, value: FieldValue) -> None:
        self._text = as_text(value)
