"""What to do first in a new file: own details, the first practice, the first visit."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.language import _
from ui.common.badge import Badge
from ui.common.card import Card
from ui.common.rows import Row, RowList
from ui.common.tokens import Tone


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do first: the page it is done on, in words, and whether it is done."""

    page: str
    what: str
    why: str
    done: bool


class FirstSteps(Card):
    """Three steps, each a row that leads to its page; hidden once all are done."""

    step_requested = Signal(object)  # the page's name

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Begin here"), tone=Tone.ACCENT, icon="list-checks", parent=parent)
        self.set_detail(_("Three steps, then Fasthold knows enough to help."))
        self._next = 0
        self._list = RowList()
        self._list.setObjectName("first_steps")
        self._list.opened.connect(self.step_requested)
        self.add(self._list, flush=True)

    def show_steps(self, *, details: bool, practice: bool, visit: bool) -> None:
        """Show which of the steps are done."""
        steps = (
            Step(
                "settings",
                _("Write your details"),
                _("Name, phone and e-mail stand on every paper."),
                details,
            ),
            Step(
                "practices",
                _("Register your first practice"),
                _("With its doctors and the days it likes to be visited."),
                practice,
            ),
            Step(
                "visits",
                _("Accept the plan"),
                _("Fasthold proposes a day; you say yes or choose another one."),
                visit,
            ),
        )
        self._next = next((place for place, step in enumerate(steps) if not step.done), 0)
        placed = [(place, step, place == self._next) for place, step in enumerate(steps)]
        self._list.show_things([("", placed)], lambda one: _row(*one))
        self.setVisible(not all(step.done for step in steps))

    def next_row(self) -> QWidget:
        """Return the row of the step to take now."""
        return self._list.rows()[self._next]


def _row(place: int, step: Step, is_next: bool) -> Row:  # noqa: FBT001 -- one of a list's things
    what = _("{number}. {what}").format(number=place + 1, what=step.what)
    return Row(what, step.why, key=step.page, trailing=_mark(step, is_next=is_next))


def _mark(step: Step, *, is_next: bool) -> tuple[Badge, ...]:
    if step.done:
        return (Badge(_("Done"), Tone.OK),)
    return (Badge(_("Next"), Tone.ACCENT, "arrow-right"),) if is_next else ()
