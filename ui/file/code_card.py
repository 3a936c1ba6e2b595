"""The recovery code on the screen: shown once, printed or written down, never copied."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _
from app.domain.words import long_day
from app.system.clock import today
from ui.common.badge import Badge
from ui.common.button import Button, Kind, Size
from ui.common.card import Rule
from ui.common.check import CheckBox
from ui.common.fonts import Role, font
from ui.common.icons import IconLabel
from ui.common.paint import CARD_RADIUS, draw_box
from ui.common.printer import has_printer
from ui.common.text import Text
from ui.common.tokens import Token, Tone
from ui.file.code_sheet import print_code

_IN_A_ROW = 4


class CodeCard(QWidget):
    """Shows `code` in groups, prints it, and waits for two ticks."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self._groups = QGridLayout()
        self._print = Button(
            _("Print code sheet"), Kind.PRIMARY, icon="printer", keys="Ctrl+P", size=Size.LARGE
        )
        self._no_copy = Text("", Role.SECONDARY, wrap=True)
        self._on_paper = CheckBox()
        # i18n: Danish: »Det ligger et sted, kun jeg kan komme til, og ikke i computertasken«
        self._kept = CheckBox(_("It lies where only I can get at it, and not in the computer bag"))
        self._build()
        self._connect()

    def show_code(self, code: str) -> None:
        """Show `code`, and ask for the ticks anew."""
        self._code = code
        while (item := self._groups.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for place, group in enumerate(code.split("-")):
            self._groups.addWidget(_Group(group), place // _IN_A_ROW, place % _IN_A_ROW)
        self._ask_by_printer(there=has_printer())
        for tick in (self._on_paper, self._kept):
            tick.setChecked(False)

    def stopped(self) -> str | None:
        """Return what is still to be done, or None."""
        if self._on_paper.isChecked() and self._kept.isChecked():
            return None
        # i18n: Danish: »Sæt begge kryds for at gå videre«
        return _("Set both ticks to go on")

    def focus(self) -> None:
        """Put the keyboard on what is done first."""
        there = self._print.isVisibleTo(self)
        (self._print if there else self._on_paper).setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self.rect(), Token.SURFACE, Token.ACCENT, radius=CARD_RADIUS)
        painter.end()

    def _ask_by_printer(self, *, there: bool) -> None:
        self._print.setVisible(there)
        if there:
            # i18n: Danish: »Jeg har udskrevet kodearket«
            self._on_paper.setText(_("I have printed the code sheet"))
            # i18n: Danish: »Koden kan ikke kopieres, mailes eller gemmes som fil.«
            self._no_copy.setText(_("The code cannot be copied, mailed or saved as a file."))
        else:
            # i18n: Danish: »Jeg har skrevet koden af«
            self._on_paper.setText(_("I have written the code down"))
            self._no_copy.setText(
                _("This computer has no printer. Write the code down by hand, all eight groups.")
            )
        self._on_paper.updateGeometry()

    def _on_print_clicked(self) -> None:
        print_code(self, self._code, long_day(today()), self._on_printed)

    def _on_printed(self) -> None:
        self._on_paper.setChecked(True)
        self._kept.setFocus(Qt.FocusReason.TabFocusReason)

    def _connect(self) -> None:
        self._print.setObjectName("print_code")
        self._on_paper.setObjectName("on_paper")
        self._kept.setObjectName("kept_safe")
        self._print.clicked.connect(self._on_print_clicked)
        for tick in (self._on_paper, self._kept):
            tick.toggled.connect(self.changed)

    def _build(self) -> None:
        self._groups.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addLayout(self._head())
        # i18n: Danish: »Koden åbner dine data, hvis du glemmer sætningen, eller pc’en bliver
        # skiftet. Vi kan ikke sende den igen.«
        words = _(
            "The code opens your file if you forget the passphrase, or the computer is changed."
            " Nobody can send it again."
        )
        column.addWidget(Text(words, Role.SECONDARY, wrap=True))
        column.addSpacing(4)
        column.addLayout(self._groups)
        column.addSpacing(4)
        column.addLayout(self._print_row())
        column.addSpacing(4)
        column.addWidget(Rule())
        column.addWidget(self._on_paper)
        column.addWidget(self._kept)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        # i18n: Danish: »Din genskabelseskode« and »Vises kun nu«
        head.addWidget(Text(_("Your recovery code"), Role.CARD_TITLE), 1)
        head.addWidget(Badge(_("Shown only now"), Tone.NEUTRAL, "eye"))
        return head

    def _print_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._print)
        said = QHBoxLayout()
        said.setSpacing(6)
        said.addWidget(IconLabel("ban", Token.INK2, 16))
        said.addWidget(self._no_copy, 1)
        row.addLayout(said, 1)
        return row


class _Group(QWidget):
    """One group in its frame."""

    def __init__(self, signs: str) -> None:
        super().__init__()
        words = Text(signs, Role.PAGE_TITLE)
        spaced = QFont(font(Role.PAGE_TITLE))
        spaced.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 2)
        words.setFont(spaced)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # Read sign by sign, not as a word.
        words.setAccessibleName(" ".join(signs))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.addWidget(words)
        self.setFixedHeight(Size.LOCK)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self.rect(), Token.CANVAS, Token.LINE2)
        painter.end()
