"""The note of a flag: read by the guard at every key, with a way out of what it finds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.flag import NOTE_LIMIT
from app.domain.flag_choice import FUNCTION_LABELS
from app.domain.guard import RULE_TEXTS, Finding, Rule, Severity, functions_for, without_findings
from app.domain.language import N_, _
from ui.common.announce import announce
from ui.common.button import Button, Size
from ui.common.field import FieldValue
from ui.common.fonts import Role
from ui.common.note_field import NoteField
from ui.common.notice import Notice
from ui.common.text import Text
from ui.common.tokens import Tone

Traces = Callable[[str], Sequence[Finding]]

# Some traces are numbers, the rest are called »it«.
_NUMBERS = frozenset({Rule.CPR, Rule.PHONE, Rule.CASE_NUMBER, Rule.DIGITS, Rule.PLATE})
_TITLES: dict[Rule, str] = {
    # i18n: Danish: »Flaget kan ikke gemmes: noten rummer noget, der ligner et CPR-nummer«
    Rule.CPR: N_("The flag cannot be saved: the note holds something that looks like a CPR number"),
    Rule.PHONE: N_(
        "The flag cannot be saved: the note holds something that looks like a phone number"
    ),
    Rule.EMAIL: N_(
        "The flag cannot be saved: the note holds something that looks like an e-mail address"
    ),
    Rule.NAME: N_("The flag cannot be saved: the note holds something that looks like a name"),
}


class GuardedNote(NoteField):
    """A note of 120 characters at most. `guarded` tells when it is refused, or no longer is.

    What is refused here is not kept anywhere, not even as an unfinished edit.
    """

    guarded = Signal(bool)

    def __init__(self, traces: Traces, *, rows: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(rows=rows, limit=NOTE_LIMIT, parent=parent)
        self._traces = traces
        self._found: tuple[Finding, ...] = ()
        self._notice = Notice(Tone.DANGER, "")
        self._notice.setObjectName("guard")
        self._second_look = Text("", Role.SECONDARY, tone=Tone.WARN, wrap=True)
        self._second_look.setObjectName("second_look")
        for widget in (self._second_look, self._notice):
            widget.setVisible(False)
            self._column.addWidget(widget)
        self.changed.connect(self._look)

    def is_refused(self) -> bool:
        """Whether the guard sees a person in what is typed."""
        return bool(self._found)

    def remove_found(self) -> None:
        """Take out what the guard found, and nothing else."""
        self._write(without_findings(self.value(), self._found))

    def clear_note(self) -> None:
        """Take out everything."""
        self._write("")

    @override
    def set_value(self, value: FieldValue) -> None:
        super().set_value(value)
        self._look()

    @override
    def set_problem(self, text: str | None) -> None:
        # The notice says it already, and better.
        super().set_problem(None if self.is_refused() else text)
        self._show_edge(wrong=self.is_refused() or bool(text))

    def _write(self, text: str) -> None:
        self.set_value(text)
        self._report()
        self.setFocus()

    def _look(self) -> None:
        traces = self._traces(self.value())
        was = self.is_refused()
        self._found = tuple(one for one in traces if one.severity is Severity.REFUSE)
        self.set_marks([(one.start, one.end) for one in traces])
        self._show_edge(wrong=self.is_refused())
        self._show_notice(was=was)
        doubts = [one for one in traces if one.severity is Severity.WARN]
        self._second_look.setText(_second_look(self.value(), doubts[0]) if doubts else "")
        self._second_look.setVisible(bool(doubts) and not self.is_refused())
        if was != self.is_refused():
            self.guarded.emit(self.is_refused())

    def _show_notice(self, *, was: bool) -> None:
        self._notice.setVisible(self.is_refused())
        if not self.is_refused():
            return
        rule = self._found[0].rule
        words = _title(rule)
        if was and words == self._notice.what():
            return
        self._notice.set_words(words, _why(rule))
        self._notice.set_acts(self._acts(rule))
        announce(self, words)

    def _acts(self, rule: Rule) -> Sequence[Button]:
        # i18n: Danish: »Fjern nummeret«, »Ryd noten«
        label = _("Remove the number") if rule in _NUMBERS else _("Remove it")
        remove = Button(
            label, icon="eraser", keys="Alt+F", size=Size.COMPACT, pressed=self.remove_found
        )
        clear = Button(_("Clear the note"), size=Size.COMPACT, pressed=self.clear_note)
        remove.setObjectName("remove_found")
        clear.setObjectName("clear_note")
        return (remove, clear)


def _second_look(note: str, doubt: Finding) -> str:
    """Return why the words may tell of somebody, and better words where we know some."""
    why = _(RULE_TEXTS[doubt.rule])
    functions = functions_for(note[doubt.start : doubt.end])
    if not functions:
        return why
    labels = ", ".join(_(FUNCTION_LABELS[function]) for function in functions)
    better = _("Better words for it: {functions}.").format(functions=labels)
    return f"{why} {better}"


def _title(rule: Rule) -> str:
    if rule in _TITLES:
        return _(_TITLES[rule])
    return _("The flag cannot be saved: the note points to a person")


def _why(rule: Rule) -> str:
    words = _(
        "A flag must never lead back to a person. Nothing of the note is kept, not even as a"
        " draft. The doctor asks the patient first; only after a yes may we have name and number."
    )
    # What the title says of a known kind of trace, the rule's own sentence says of the others.
    return words if rule in _TITLES else f"{_(RULE_TEXTS[rule])} {words}"
