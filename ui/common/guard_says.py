"""What the guard says of a text while it is typed, beneath its field, and the ways out of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.flag_choice import FUNCTION_LABELS
from app.domain.guard import (
    RULE_TEXTS,
    Finding,
    Rule,
    Severity,
    functions_for,
    month_in,
    with_words,
    without_findings,
)
from app.domain.language import _
from app.domain.words import month_name
from ui.common.announce import announce
from ui.common.button import Button, Size
from ui.common.fonts import Role
from ui.common.guard_words import GuardWords
from ui.common.notice import Notice
from ui.common.reveal import reveal
from ui.common.text import Text
from ui.common.tokens import Tone

Traces = Callable[[str], Sequence[Finding]]

REMOVE_KEYS = "Alt+F"
# Some traces are numbers, the rest are called »it«.
_NUMBERS = frozenset({Rule.CPR, Rule.PHONE, Rule.CASE_NUMBER, Rule.DIGITS, Rule.PLATE})
# What has better words is not taken out, but said otherwise.
_SAID_OTHERWISE = frozenset({Rule.HEALTH, Rule.PRIVATE})
_MOST_OFFERED = 3
_SHORT_WORD = 4  # signs up to which a word may still be the beginning of another


class GuardSays(QWidget):
    """Reads a text, says what stops it and what is better said otherwise, and offers ways out.

    It listens to Alt+F wherever the keyboard is inside `field`.
    """

    guarded = Signal(bool)  # it is stopped now, or no longer is
    rewritten = Signal(str)  # the text as a way out leaves it

    def __init__(self, traces: Traces, words: GuardWords, field: QWidget) -> None:
        super().__init__(field)
        self._traces, self._words = traces, words
        self._text, self._why_told = "", False
        self._refused: tuple[Finding, ...] = ()
        self._doubts: tuple[Finding, ...] = ()
        self._notice = Notice(Tone.DANGER, "")
        self._notice.setObjectName("guard")
        self._better = Notice(Tone.WARN, "")
        self._better.setObjectName("better_words")
        self._second_look = Text("", Role.SECONDARY, tone=Tone.WARN, wrap=True)
        self._second_look.setObjectName("second_look")
        self._build()
        keys = QShortcut(QKeySequence(REMOVE_KEYS), field)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.remove_found)

    def read(self, text: str, *, typing: bool = False) -> None:
        """Read `text`; while it is being typed, its last short word may be half of another."""
        was, self._text = self.is_refused(), text
        found = tuple(self._traces(text))
        self._refused = tuple(one for one in found if _stops(one))
        self._doubts = tuple(
            one for one in found if not _stops(one) and not (typing and self._is_begun(one))
        )
        doubted = not self._better.isHidden()
        self._show_notice(was=was)
        self._show_doubt()
        if typing and (self.is_refused() > was or (not self._better.isHidden()) > doubted):
            reveal(self)
        if was != self.is_refused():
            self.guarded.emit(self.is_refused())

    def is_refused(self) -> bool:
        """Whether something has to be taken out."""
        return bool(self._refused)

    def refused(self) -> list[tuple[int, int]]:
        """Return where something has to be taken out."""
        return [(one.start, one.end) for one in self._refused]

    def doubted(self) -> list[tuple[int, int]]:
        """Return where something is better said otherwise, or asks for a second look."""
        return [(one.start, one.end) for one in self._told_doubts()]

    def tell_why(self, *, told: bool) -> None:
        """Leave out why something is better said otherwise, where the field has `told` it."""
        self._why_told = told
        self._show_doubt()

    def remove_found(self) -> None:
        """Take out what has to go, and nothing else."""
        if self._refused:
            self.rewritten.emit(without_findings(self._text, self._refused))

    def _told_doubts(self) -> tuple[Finding, ...]:
        if self._words.doubts:
            return self._doubts
        return tuple(one for one in self._doubts if one.severity is Severity.REFUSE)

    def _is_begun(self, one: Finding) -> bool:
        return one.end == len(self._text) and one.end - one.start <= _SHORT_WORD

    def _show_notice(self, *, was: bool) -> None:
        self._notice.setVisible(self.is_refused())
        if not self.is_refused():
            return
        first = self._refused[0]
        words = self._words.title(first.rule)
        if was and words == self._notice.what():
            return
        self._notice.set_words(words, self._words.why(first.rule))
        self._notice.set_acts(self._ways_out(first))
        announce(self, words)

    def _ways_out(self, first: Finding) -> Sequence[Button]:
        # i18n: Danish: »Fjern nummeret«
        label = _("Remove the number") if first.rule in _NUMBERS else _("Remove it")
        remove = _act(label, "remove_found", self.remove_found, keys=REMOVE_KEYS, icon="eraser")
        ways = [remove]
        month = month_in(self._text[first.start : first.end]) if first.rule is Rule.DATE else None
        if month is not None:
            # i18n: Danish: »Skriv kun måneden«
            ways.append(_act(_("Write the month only"), "write_month", self._write_month))
        if self._words.clear:
            clear = _act(_(self._words.clear), "clear_note", lambda: self.rewritten.emit(""))
            ways.append(clear)
        return ways

    def _write_month(self) -> None:
        first = self._refused[0]
        month = month_in(self._text[first.start : first.end])
        if month is not None:
            self._replace(first, month_name(date(2000, month, 1)))

    def _show_doubt(self) -> None:
        doubts = self._told_doubts() if not self.is_refused() else ()
        better = next((one for one in doubts if one.severity is Severity.REFUSE), None)
        self._better.setVisible(better is not None)
        if better is not None:
            self._offer_better(better)
        told = doubts and better is None
        self._second_look.setText(_second_look(self._text, doubts[0]) if told else "")
        self._second_look.setVisible(bool(told))

    def _offer_better(self, doubt: Finding) -> None:
        functions = functions_for(self._text[doubt.start : doubt.end])[:_MOST_OFFERED]
        # i18n: Danish: »Skriv det som funktion?«, »Det er ikke til arbejdsgiveren«
        words = _("Write it as a function?") if functions else _("This is not for the employer")
        labels = [_(FUNCTION_LABELS[function]) for function in functions]
        self._better.set_words(words, "" if self._why_told else _(RULE_TEXTS[doubt.rule]))
        self._better.set_acts(
            [_act(label, "", partial(self._replace, doubt, label)) for label in labels]
        )
        announce(self, words)

    def _replace(self, found: Finding, words: str) -> None:
        self.rewritten.emit(with_words(self._text, found, words))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._second_look, self._better, self._notice):
            widget.setVisible(False)
            column.addWidget(widget)


def _stops(one: Finding) -> bool:
    """Return whether this has to be taken out, rather than said otherwise."""
    return one.severity is Severity.REFUSE and one.rule not in _SAID_OTHERWISE


def _act(
    label: str, name: str, pressed: Callable[[], object], *, keys: str = "", icon: str = ""
) -> Button:
    button = Button(label, icon=icon, keys=keys, size=Size.COMPACT, listens=False, pressed=pressed)
    button.setObjectName(name)
    return button


def _second_look(text: str, doubt: Finding) -> str:
    """Return why the words may tell of somebody, and better words where we know some."""
    why = _(RULE_TEXTS[doubt.rule])
    functions = functions_for(text[doubt.start : doubt.end])
    if not functions:
        return why
    labels = ", ".join(_(FUNCTION_LABELS[function]) for function in functions)
    better = _("Better words for it: {functions}.").format(functions=labels)
    return f"{why} {better}"
