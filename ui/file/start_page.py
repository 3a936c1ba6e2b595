"""The first page ever seen: what Fasthold is, and the three ways to begin."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.language import _, language
from ui.common.button import Button, Kind, Size
from ui.common.fonts import Role
from ui.common.icons import AppMark
from ui.common.segments import Segments
from ui.common.shown import as_tip
from ui.common.text import Text
from ui.file.big_choice import BigChoice
from ui.file.scrolling import in_the_middle
from ui.file.trouble_place import TroublePlace

if TYPE_CHECKING:
    from ui.common.bars import TimeBar

WIDEST = 768


class StartPage(QWidget):
    """Offers to make a file, to look around, or to open one; `known` tells that there is one."""

    make_requested = Signal()
    look_around_requested = Signal()
    open_requested = Signal()
    mine_requested = Signal()
    language_chosen = Signal(str)
    help_requested = Signal()

    def __init__(self, *, known: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self._again: Callable[[], object] = self.look_around_requested.emit
        self._choices = self._make_choices()
        self._made_so_far = Text("", Role.SECONDARY, wrap=True)
        self._bar: TimeBar | None = None
        self._working = QWidget()
        self._trouble = TroublePlace(lambda: self._again(), self.open_requested.emit)
        self._build()
        self.set_working("")

    def set_working(self, text: str) -> None:
        """Say what is being done; until `text` is empty again nothing can be chosen."""
        self._made_so_far.setText(text)
        self._working.setVisible(bool(text))
        if text:
            self.set_progress(0, 1)
        for choice in self._choices:
            choice.setEnabled(not text)
            choice.setToolTip(as_tip(text))
        if text:
            self._trouble.clear()

    def set_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        if self._bar is None:
            self._bar = self._make_bar()
        self._bar.set_done(done / total if total else 0)

    def show_error(self, error: BaseException, again: Callable[[], object]) -> None:
        """Say what went wrong, and offer to do it `again`."""
        self._again = again
        self.set_working("")
        self._trouble.show_error(error)

    def focus(self) -> None:
        """Put the keyboard on what most people want."""
        self._choices[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _make_choices(self) -> list[BigChoice]:
        first = (
            self._choice("open_mine", self.mine_requested.emit)
            if self._known
            else self._choice("make_file", self.make_requested.emit)
        )
        return [
            first,
            self._choice("look_around", self.look_around_requested.emit),
            self._choice("open_file", self.open_requested.emit),
        ]

    def _choice(self, name: str, chosen: Callable[[], object]) -> BigChoice:
        title, detail, icon = _choices()[name]
        strong = name in ("open_mine", "make_file")
        choice = BigChoice(title, detail, icon, strong=strong)
        choice.setObjectName(name)
        choice.clicked.connect(lambda: chosen())
        return choice

    def _build(self) -> None:
        column = self._middle_column()
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addSpacing(8)
        for choice in self._choices:
            column.addWidget(choice)
        column.addWidget(self._trouble)
        column.addWidget(self._progress())
        column.addLayout(self._links())

    def _head(self) -> QVBoxLayout:
        first = QHBoxLayout()
        first.setSpacing(14)
        first.addWidget(AppMark(44))
        first.addWidget(Text("Fasthold", Role.LOCK_TITLE), 1)
        first.addWidget(self._languages(), 0, Qt.AlignmentFlag.AlignVCenter)
        head = QVBoxLayout()
        head.setSpacing(12)
        head.addLayout(first)
        words = _(
            "Fasthold keeps your visits to the practices, their anonymous flags and your follow-ups"
            " in one encrypted file on this computer. Nothing is ever sent: what leaves is a paper"
            " that you hand over yourself."
        )
        head.addWidget(Text(words, Role.QUIET, wrap=True))
        return head

    def _languages(self) -> Segments:
        switch = Segments(language_options(), size=Size.COMPACT, name=_("Language"))
        for part in switch.parts():
            part.setObjectName(f"language_{part.code}")
        switch.set_value(language())
        switch.chosen.connect(self.language_chosen)
        return switch

    def _progress(self) -> QWidget:
        column = QVBoxLayout(self._working)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._made_so_far)
        return self._working

    def _make_bar(self) -> TimeBar:
        from ui.common.bars import TimeBar

        bar = TimeBar()
        column = self._working.layout()
        if column is not None:
            column.addWidget(bar)
        return bar

    def _links(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        if self._known:
            row.addWidget(_link("make_file", _("Make another file"), self.make_requested.emit))
        row.addWidget(_link("help", _("Help"), self.help_requested.emit))
        row.addStretch(1)
        return row

    def _middle_column(self) -> QVBoxLayout:
        """Return the column everything stands in, no wider than it is to be."""
        block = QWidget()
        in_the_middle(self, block, below=2)
        block.setMaximumWidth(WIDEST)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        return column


def _link(name: str, text: str, pressed: Callable[[], object]) -> Button:
    link = Button(text, Kind.QUIET, size=Size.INLINE, pressed=pressed)
    link.setObjectName(name)
    return link


def language_options() -> tuple[tuple[str, str], ...]:
    """Return the languages, each called by its own name."""
    # i18n: each language is called by its own name in both catalogues
    return (("da", _("Dansk")), ("en", _("English")))


def _choices() -> dict[str, tuple[str, str, str]]:
    """Return title, sentence and icon of every way to begin."""
    return {
        "make_file": (
            _("Make my file"),
            _("Five steps: keys, a passphrase, a code on paper, and who you are. Ten minutes."),
            "file-lock",
        ),
        "open_mine": (
            _("Open my file"),
            _("You write your passphrase next."),
            "file-lock",
        ),
        "look_around": (
            _("Look around with made-up data"),
            _("A year of invented visits, kept apart from anything of yours."),
            "venetian-mask",
        ),
        "open_file": (
            _("Open a file I already have"),
            _("From another computer, or a copy. You need its passphrase or its code sheet."),
            "folder-open",
        ),
    }
