"""A note and a line that the guard reads at every key, with ways out of what it finds."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.guard import About, Piecewise, find_traces
from app.domain.typed import NOTE_LIMIT
from ui.common.field import FieldValue
from ui.common.guard_says import GuardSays, Traces
from ui.common.guard_words import GuardWords, words_about
from ui.common.marked_line import MarkedLine
from ui.common.note_field import NoteField
from ui.common.text_field import TextField


def traces_about(about: About) -> Traces:
    """Return what finds the traces in a text about this; the people of the file are looked for as
    it is saved."""
    return Piecewise(partial(find_traces, about=about))


class GuardedNote(NoteField):
    """A note about somebody or nobody. `guarded` tells when it is refused, or no longer is."""

    guarded = Signal(bool)

    def __init__(
        self,
        about: About,
        *,
        rows: int = 3,
        limit: int = NOTE_LIMIT,
        traces: Traces | None = None,
        words: GuardWords | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(rows=rows, limit=limit, parent=parent)
        self._says = GuardSays(traces or traces_about(about), words or words_about(about), self)
        self.add_beneath(self._says)
        self._says.guarded.connect(self.guarded)
        self._says.rewritten.connect(self._write)
        self.changed.connect(lambda: self._look(typing=True))

    def is_refused(self) -> bool:
        """Whether the guard sees in what is typed what may not stand there."""
        return self._says.is_refused()

    @override
    def set_value(self, value: FieldValue) -> None:
        super().set_value(value)
        self._look(typing=False)

    @override
    def set_problem(self, text: str | None) -> None:
        # The notice says it already, and better.
        super().set_problem(None if self.is_refused() else text)
        self._says.tell_why(told=bool(self.problem()))
        self._show_edge(wrong=self.is_refused() or bool(text))

    def _write(self, text: str) -> None:
        self.set_value(text)
        self._report()
        self.setFocus()

    def _look(self, *, typing: bool) -> None:
        self._says.read(self.value(), typing=typing)
        self.set_marks(self._says.refused(), self._says.doubted())
        self._show_edge(wrong=self.is_refused() or bool(self.problem()))


class GuardedLine(TextField):
    """A line about somebody or nobody."""

    LINE = MarkedLine

    def __init__(
        self,
        about: About,
        *,
        placeholder: str = "",
        traces: Traces | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder=placeholder, parent=parent)
        self._says = GuardSays(traces or traces_about(about), words_about(about), self)
        self.add_beneath(self._says)
        self._says.rewritten.connect(self._write)
        self.changed.connect(lambda: self._look(typing=True))

    @override
    def set_value(self, value: FieldValue) -> None:
        super().set_value(value)
        self._look(typing=False)

    @override
    def set_problem(self, text: str | None) -> None:
        # The notice says it already, and better.
        refused = self._says.is_refused()
        super().set_problem(None if refused else text)
        self._says.tell_why(told=bool(self.problem()))
        self._show_edge(wrong=refused or bool(text))

    def _write(self, text: str) -> None:
        self.set_value(text)
        self._report()
        self.setFocus()

    def _look(self, *, typing: bool) -> None:
        self._says.read(self.value(), typing=typing)
        if isinstance(self._line, MarkedLine):
            self._line.set_marks(self._says.refused(), self._says.doubted())
        self._show_edge(wrong=self._says.is_refused() or bool(self.problem()))
