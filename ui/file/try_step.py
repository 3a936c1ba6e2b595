"""Step four: two groups of the code, read from the paper."""

from __future__ import annotations

import secrets

from typing_extensions import override

from app.domain.language import _
from ui.common.card import Card
from ui.common.fonts import Role
from ui.common.reveal import reveal
from ui.common.text import Text
from ui.file.code_field import GROUPS, CodeField
from ui.file.stacked import stacked
from ui.file.step import StepView


class TryStep(StepView):
    """Asks for two groups, others each time."""

    def __init__(self) -> None:
        super().__init__()
        self._code: list[str] = []
        self._field = CodeField((0, 1))
        self._words = Text("", Role.QUIET, wrap=True)
        self._card = Card(_("Try the code"), icon="life-buoy")
        self._card.add(stacked(self._words, self._field, gap=14))
        self.column.addWidget(self._card)
        self._field.changed.connect(self.changed)

    def set_code(self, code: str) -> None:
        """Ask for groups of `code`."""
        self._code = code.split("-")

    def places(self) -> tuple[int, ...]:
        """Return the groups asked for, from 0."""
        return self._field.places()

    def settle(self) -> bool:
        """Whether both groups are as on the paper; says so if not."""
        typed = self._field.value().split("-")
        asked = [self._code[place] for place in self.places()]
        if [_read(group) for group in typed] == [_read(group) for group in asked]:
            return True
        self._field.set_problem(_("This is not as on the paper. Look at both groups again."))
        reveal(self._field)
        return False

    @override
    def stopped(self) -> str | None:
        return None if self._field.is_complete() else _("Write both groups.")

    @override
    def enter(self) -> None:
        places = tuple(sorted(secrets.SystemRandom().sample(range(GROUPS), 2)))
        self._field.ask_for(places)
        self._field.set_name("try", _("Recovery code"))
        first, second = (place + 1 for place in places)
        self._words.setText(
            _(
                "Take your paper, and write group {first} and group {second} from it. So you know"
                " that it can be read, and that you have it."
            ).format(first=first, second=second)
        )
        self._field.setFocus()
        self.changed.emit()


def _read(group: str) -> str:
    """Return `group` with the signs that are read as others."""
    return group.upper().translate(str.maketrans("OIL", "011"))
