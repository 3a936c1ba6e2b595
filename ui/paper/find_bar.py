"""Finding words in a paper on screen: a field, how many hits, and a way from one to the next.

The search goes through the paper in memory; what is looked for is kept nowhere.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtPdf import QPdfDocument, QPdfLink, QPdfSearchModel
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _
from ui.common.announce import announce
from ui.common.button import Size
from ui.common.field import as_text
from ui.common.fonts import Role
from ui.common.text import Text
from ui.common.text_field import TextField
from ui.paper.key_button import key_button

_WIDEST = 320  # px; a longer field would push the buttons far away


class FindBar(QWidget):
    """Looks for words in `document`; says which hit is the one in hand."""

    hit_changed = Signal(int)  # its place among the hits, from 0; -1 is none
    closed = Signal()

    def __init__(self, document: QPdfDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = QPdfSearchModel(self)
        self.model.setDocument(document)
        self._place = -1
        self._field = TextField(
            placeholder=_("Find in the paper"), icon="search", size=Size.COMPACT
        )
        self._field.set_name("find", _("Find in the paper"))
        self._field.setMaximumWidth(_WIDEST)
        self._count = Text("", Role.SECONDARY)
        self._count.setObjectName("hits")
        self._before = key_button("chevron-up", _("Hit before"), "Shift+F3", self._go_back)
        self._after = key_button("chevron-down", _("Next hit"), "F3", self._go_on)
        self._lay_out()
        self._field.changed.connect(self._on_typed)
        self._field.submitted.connect(self._go_on)
        self.model.countChanged.connect(self._on_counted)
        self.model.statusChanged.connect(lambda _status: self._on_counted())

    def open(self) -> None:
        """Come into view, ready to be typed into."""
        self.setVisible(True)
        # With this reason Qt selects what was typed before.
        self._field.editor().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        """Go out of view, and look for nothing any more."""
        self.setVisible(False)
        self._field.set_value("")
        self._look_for("")
        self.closed.emit()

    def look_again(self) -> None:
        """Look for the same words in the paper that is shown now."""
        self._look_for("")
        self._look_for(self._words())

    def hit(self) -> QPdfLink | None:
        """Return the hit in hand, if there is one."""
        return None if self._place < 0 else self.model.resultAtIndex(self._place)

    def said(self) -> str:
        """Return what is said of the hits."""
        return self._count.text()

    def step(self, way: int) -> None:
        """Go to the next hit, or the one before; after the last comes the first."""
        if self.model.count():
            self._go((self._place + way) % self.model.count())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()  # and not the dialog the paper stands in
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)  # room for the ring round the field
        row.setSpacing(8)
        row.addWidget(self._field, 1)
        row.addWidget(self._before)
        row.addWidget(self._after)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(key_button("x", _("Close the search"), "Esc", self.close_bar))
        self.setVisible(False)
        self._say()

    def _go_on(self) -> None:
        self.step(1)

    def _go_back(self) -> None:
        self.step(-1)

    def _words(self) -> str:
        return as_text(self._field.value()).strip()

    def _on_typed(self) -> None:
        self._look_for(self._words())

    def _look_for(self, words: str) -> None:
        self._place = -1
        self.model.setSearchString(words)
        self._on_counted()

    def _on_counted(self) -> None:
        """Take the first hit in hand as soon as there is one."""
        if self._place < 0 and self.model.count():
            self._go(0)
        elif not self.model.count():
            self._place = -1
            self.hit_changed.emit(-1)
        self._say()

    def _go(self, place: int) -> None:
        self._place = place
        self._say()
        self.hit_changed.emit(place)

    def _say(self) -> None:
        count = self.model.count()
        self._before.setEnabled(bool(count))
        self._after.setEnabled(bool(count))
        why = "" if count else self._none()
        for button in (self._before, self._after):
            button.setAccessibleDescription(why or button.toolTip())
        words = why
        if count:
            # i18n: Danish: »{place} af {count}«
            words = _("{place} of {count} hits").format(place=self._place + 1, count=count)
        if words != self._count.text():
            self._count.setText(words)
            announce(self, words)

    def _none(self) -> str:
        """Return why there is no hit to go to."""
        document = self.model.document()
        if document is None or not document.pageCount():
            return _("There is no paper to look in yet.")
        if not self._words():
            return _("Type what to look for.")
        if self.model.status() is QPdfSearchModel.Status.Searching:
            return _("Looking …")
        return _("Not in this paper.")
