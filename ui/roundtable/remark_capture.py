"""Typing what is said while people talk: Enter adds a line, and the hands stay on the keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.audience import FOR_EMPLOYER, Audience
from app.domain.guard import About, Finding, find_traces
from app.domain.language import N_, _
from app.domain.problem import FastholdError, Rejected
from app.domain.remark import RemarkDraft
from ui.common.button import Button, Size
from ui.common.draft_memory import DraftMemory
from ui.common.errors import show_error
from ui.common.fonts import Role
from ui.common.guarded import GuardedLine
from ui.common.segments import Segments, name_parts
from ui.common.text import Text
from ui.common.tokens import Token

SHORT_LABELS: dict[Audience, str] = {
    # i18n: who reads a line, on narrow buttons: »Kun mig«, »Borger«, »Læge«, »Arbejdsgiver«, »Alle«
    Audience.OWN: N_("Only me"),
    Audience.CITIZEN: N_("Citizen"),
    Audience.DOCTOR: N_("Doctor"),
    Audience.EMPLOYER: N_("Employer"),
    Audience.ALL: N_("All of them"),
}


class RemarkCapture(QWidget):
    """A line and its readers; Enter asks to add it. After each one it is for oneself again."""

    added = Signal(object)  # RemarkDraft

    def __init__(self) -> None:
        super().__init__()
        self._memory: DraftMemory | None = None
        self.readers = Segments(
            [(one.value, _(label)) for one, label in SHORT_LABELS.items()],
            size=Size.COMPACT,
            name=_("Who may read it"),
        )
        name_parts("readers", _("Who may read it"), self.readers.parts())
        self.readers.set_value(Audience.OWN.value)
        self.line = GuardedLine(
            About.CITIZEN,
            # i18n: Danish: »Skriv, hvad der bliver sagt. Enter tilføjer linjen.«
            placeholder=_("Type what is said. Enter adds the line."),
            traces=self._traces,
        )
        self.line.set_name("remark_text", _("What is said"))
        self._build()
        self.line.submitted.connect(self.submit)
        self.line.changed.connect(self._note)
        self.readers.chosen.connect(lambda _code: self._on_readers_chosen())
        for place, audience in enumerate(Audience, start=1):
            keys = QShortcut(QKeySequence(f"Alt+{place}"), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(partial(self.choose, audience))

    def draft(self) -> RemarkDraft:
        """Return what is typed."""
        return RemarkDraft(text=str(self.line.value()), audience=self.readers.value())

    def choose(self, audience: Audience) -> None:
        """Let this be who reads the line."""
        self.readers.set_value(audience.value)
        self._on_readers_chosen()

    def remember(self, memory: DraftMemory) -> None:
        """Keep what is typed with `memory`, and show what it holds."""
        if self._memory is not None:
            self._memory.flush()
            self._memory.deleteLater()
        self._memory = memory
        memory.setParent(self)
        memory.watch_values(lambda: {"text": self.line.value(), "audience": self.readers.value()})
        memory.failed.connect(lambda error: show_error(self, error))
        self.readers.set_value(str(memory.waiting.get("audience") or Audience.OWN.value))
        self.line.set_value(str(memory.waiting.get("text", "")))
        self.line.set_problem(None)

    def submit(self) -> None:
        """Ask to add the line, if there is one."""
        if str(self.line.value()).strip():
            self.added.emit(self.draft())

    def clear(self) -> None:
        """Be empty and for oneself again: the line is saved."""
        if self._memory is not None:
            self._memory.drop()
        self.readers.set_value(Audience.OWN.value)
        self.line.set_value("")
        self.line.set_problem(None)
        self.line.setFocus()

    def refuse(self, error: FastholdError) -> None:
        """Say why the line was not added; it stays as it is typed."""
        if isinstance(error, Rejected):
            self.line.set_problem(" ".join(problem.text for problem in error.problems))
        else:
            show_error(self, error)

    def _traces(self, text: str) -> Sequence[Finding]:
        employer = Audience(self.readers.value() or Audience.OWN.value) in FOR_EMPLOYER
        return find_traces(text, about=About.EMPLOYER if employer else About.CITIZEN)

    def _on_readers_chosen(self) -> None:
        self.line.set_value(self.line.value())  # read it once more, for these
        self._note()

    def _note(self) -> None:
        if self._memory is not None:
            self._memory.note()

    def _build(self) -> None:
        add = Button(_("Add"), icon="plus", size=Size.COMPACT, keys="Enter", listens=False)
        add.setObjectName("add_remark")
        add.clicked.connect(self.submit)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.readers)
        row.addStretch(1)
        row.addWidget(add)
        # i18n: Danish: »Alt+1–5 vælger, hvem der læser linjen. Borgeren kan altid få indsigt.«
        how = _("Alt+1–5 chooses who reads the line. The citizen can always ask for access.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addLayout(row)
        column.addWidget(Text(how, Role.CAPTION, tone=Token.INK2, wrap=True))
