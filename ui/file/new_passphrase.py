"""Choosing a passphrase: five random words, or one of one's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import N_, _
from app.domain.problem import Problem
from ui.common.bars import TimeBar
from ui.common.button import Button, Size
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.paint import draw_box
from ui.common.reveal import reveal
from ui.common.segments import Segments
from ui.common.text import Text
from ui.common.text_field import SecretField
from ui.common.tokens import Token
from ui.file.stacked import stacked

if TYPE_CHECKING:
    from app.services.file import FileService

WORDS, OWN = "words", "own"
ENOUGH = 3
_STRENGTHS = (
    N_("Too short"),
    N_("Too easy to guess"),
    N_("Too easy to guess"),
    N_("Enough"),
    N_("Good"),
    N_("Very good"),
)


class NewPassphrase(QWidget):
    """Offers five words to be written once, or lets one's own be written twice."""

    changed = Signal()

    def __init__(self, files: FileService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self._way = Segments(
            ((WORDS, _("Five words")), (OWN, _("One of my own"))), name=_("Kind of passphrase")
        )
        self._offer = _Offer()
        self._by_words, self._by_own = Form(), Form()
        self._written = self._by_words.add("written", _("Write the five words once"), _secret())
        self._first = self._by_own.add("passphrase", _("Passphrase"), _secret())
        self._again = self._by_own.add("again", _("Once more"), _secret())
        self._strength = Strength()
        self._build()
        self._propose()
        self._choose(WORDS)

    def value(self) -> str:
        """Return the passphrase as it stands."""
        return self._offer.words() if self._takes_words() else self._first.value()

    def is_empty(self) -> bool:
        """Whether nothing has been written yet."""
        fields = (self._written, self._first, self._again)
        return not any(field.value() for field in fields)

    def stopped(self) -> str | None:
        """Return what is still to be done, or None."""
        if self._takes_words():
            return self._stopped_by_words()
        if self._files.strength(self._first.value()) < ENOUGH:
            return _("Write at least 14 characters that are not easy to guess.")
        if not self._again.value():
            return _("Write the passphrase a second time.")
        return None if self._again.value() == self._first.value() else _not_the_same()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show what is wrong with it."""
        (self._by_words if self._takes_words() else self._by_own).show_problems(problems)

    def focus(self) -> None:
        """Put the keyboard where one writes."""
        (self._written if self._takes_words() else self._first).setFocus()

    def clear(self) -> None:
        """Forget what was written."""
        for field in (self._written, self._first, self._again):
            field.clear()
        self._on_typed()

    def _stopped_by_words(self) -> str | None:
        if self._written.value().strip() == self._offer.words():
            return None
        if self._words_differ():
            return _not_the_words()
        return _("Write the five words once, to learn them.")

    def _words_differ(self) -> bool:
        # Half-way through writing them nothing is wrong yet.
        return not self._offer.words().startswith(self._written.value().strip())

    def _takes_words(self) -> bool:
        return self._way.value() == WORDS

    def _propose(self) -> None:
        self._offer.set_words(self._files.propose_passphrase())
        self.clear()

    def _choose(self, way: str) -> None:
        self._way.set_value(way)
        self._words_side.setVisible(way == WORDS)
        self._own_side.setVisible(way == OWN)
        self.clear()

    def _on_way_chosen(self, way: str) -> None:
        self._choose(way)
        self.focus()

    def _on_typed(self) -> None:
        text = self._first.value()
        level = self._files.strength(text) if text else 0
        self._strength.show_level(level, _(_STRENGTHS[level]) if text else "")
        # Half-way through the second writing nothing is wrong yet.
        differ = not text.startswith(self._again.value())
        _tell(self._again, _not_the_same() if differ else "")
        _tell(self._written, _not_the_words() if self._words_differ() else "")
        self.changed.emit()

    def _build(self) -> None:
        # i18n: Danish: »God: fem ord og mindst 20 tegn.«
        good = Text(_("Good: five words and at least 20 characters."), Role.SECONDARY)
        self._words_side = stacked(self._offer, good, self._by_words)
        self._own_side = stacked(self._by_own, self._strength)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._way, self._words_side, self._own_side):
            column.addWidget(widget)
        for part in self._way.parts():
            part.setObjectName(f"way_{part.code}")
        self._way.chosen.connect(self._on_way_chosen)
        self._offer.others.clicked.connect(self._propose)
        for form in (self._by_words, self._by_own):
            form.changed.connect(self._on_typed)


class _Offer(QWidget):
    """The five words in a frame, with a button for others."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Text("", Role.CARD_TITLE, wrap=True)
        self._words.setObjectName("offered")
        self.others = Button(_("Other words"), icon="refresh-cw", size=Size.COMPACT)
        self.others.setObjectName("other_words")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self.others)

    def words(self) -> str:
        """Return the words as they are to be written."""
        return self._words.text()

    def set_words(self, words: str) -> None:
        """Offer `words`."""
        self._words.setText(words)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self.rect(), Token.CANVAS, Token.LINE2)
        painter.end()


class Strength(QWidget):
    """A bar of five parts, and what it means in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = TimeBar((1,) * 5, token=Token.OK)
        self._words = Text("", Role.SECONDARY)
        self._words.setObjectName("strength")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._bar)
        column.addWidget(self._words)

    def show_level(self, level: int, words: str) -> None:
        """Fill `level` parts, and say what that is worth."""
        self._bar.set_done(level, Token.OK if level >= ENOUGH else Token.WARN)
        self._words.setText(words)


def _tell(field: SecretField, problem: str) -> None:
    """Show what is wrong beneath `field`, in view; an empty one takes it away."""
    if problem != field.problem():
        field.set_problem(problem or None)
        if problem:
            reveal(field)


def _not_the_same() -> str:
    return _("The two are not the same. Write the passphrase once more.")


def _not_the_words() -> str:
    return _("What you wrote is not the five words. Compare them word by word.")


def _secret() -> SecretField:
    return SecretField(size=Size.LARGE)
