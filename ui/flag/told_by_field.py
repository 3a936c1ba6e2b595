"""Who told of a flag: the doctors who may have, and that it is not said."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from typing_extensions import override

from app.domain.language import _
from ui.common.chips import ChipsField
from ui.common.field import FieldValue, as_text
from ui.common.segments import name_parts

_NOT_SAID = "not_said"


class ToldByField(ChipsField):
    """One doctor, or nobody: `value()` is the doctor's id, or empty when it is not said.

    A value that is no doctor on offer is remembered until the doctors it belongs to are.
    """

    def __init__(self, size: int) -> None:
        self._doctors: Mapping[str, str] = {}
        self._offered: tuple[str, ...] = ()
        self._wanted = ""
        self._name = ("", "")
        super().__init__((), size=size)

    def set_doctors(
        self, doctors: Mapping[str, str], offered: Collection[str] | None = None
    ) -> None:
        """Offer `doctors` (id, name), or of them those `offered` and the one chosen."""
        self._doctors = doctors
        self._offered = tuple(doctors if offered is None else offered)
        self.set_value(self._wanted)

    def has_doctors(self) -> bool:
        """Whether there is anybody to choose."""
        return bool(self._doctors)

    @override
    def value(self) -> str:
        code = as_text(super().value())
        return "" if code == _NOT_SAID else code

    @override
    def set_value(self, value: FieldValue) -> None:
        code = as_text(value)
        wanted = "" if code == _NOT_SAID else code
        self._offer(wanted)
        self._wanted = wanted
        super().set_value(wanted if wanted in self._doctors else _NOT_SAID)

    @override
    def set_name(self, name: str, label: str, help_text: str = "") -> None:
        super().set_name(name, label, help_text)
        self._name = (name, label)

    def _offer(self, wanted: str) -> None:
        """Offer the doctors anew, if they are others than those on offer."""
        offered = {*self._offered, wanted}
        doctors = [(code, name) for code, name in self._doctors.items() if code in offered]
        options = [*doctors, (_NOT_SAID, _("Not said"))]
        if [chip.code for chip in self.chips()] != [code for code, _words in options]:
            self.set_options(options)
            name_parts(*self._name, self.chips())
