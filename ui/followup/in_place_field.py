"""Which adjustments were really there this week: yes, partly or no for each; nothing by default."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _
from app.domain.measure import IN_PLACE_LABELS, AdjustmentInPlace, InPlace, write_in_place
from ui.common.button import Size
from ui.common.field import Field, FieldValue, as_codes
from ui.common.fonts import Role
from ui.common.segments import Segments, name_parts
from ui.common.text import Text

NOT_ASKED = ""


class InPlaceField(Field):
    """One switch for each adjustment. `value()` holds those that were answered."""

    def __init__(self, adjustments: Sequence[str], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._adjustments = tuple(adjustments)
        self._switches = [_switch() for _adjustment in self._adjustments]
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for adjustment, switch in zip(self._adjustments, self._switches, strict=True):
            column.addWidget(Text(adjustment, Role.BODY, wrap=True))
            column.addWidget(switch)
            column.addSpacing(6)
            switch.chosen.connect(lambda _code: self._report())
        self._put(self._switches[0] if self._switches else shown, shown)

    @override
    def value(self) -> tuple[str, ...]:
        return tuple(
            write_in_place(AdjustmentInPlace(adjustment=said, in_place=InPlace(switch.value())))
            for said, switch in zip(self._adjustments, self._switches, strict=True)
            if switch.value() != NOT_ASKED
        )

    @override
    def set_value(self, value: FieldValue) -> None:
        known = {text.partition(":")[2]: text.partition(":")[0] for text in as_codes(value)}
        for adjustment, switch in zip(self._adjustments, self._switches, strict=True):
            switch.set_value(known.get(adjustment, NOT_ASKED))

    @override
    def set_name(self, name: str, label: str, help_text: str = "") -> None:
        super().set_name(name, label, help_text)
        pairs = zip(self._adjustments, self._switches, strict=True)
        for place, (adjustment, switch) in enumerate(pairs):
            name_parts(f"{name}_{place}", adjustment, switch.parts())


def _switch() -> Segments:
    # i18n: Danish: »Ikke spurgt«
    states = tuple((code.value, _(label)) for code, label in IN_PLACE_LABELS.items())
    switch = Segments(((NOT_ASKED, _("Not asked")), *states), size=Size.COMPACT)
    switch.set_value(NOT_ASKED)
    return switch
