"""One choice from a longer list, as a drop-down."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QWidget
from typing_extensions import override

from ui.common.button import Size
from ui.common.field import Field, FieldValue, as_text
from ui.common.focus_ring import Ring, set_ring
from ui.common.icons import draw_icon
from ui.common.paint import draw_box, draw_text
from ui.common.segments import Options
from ui.common.style_sheet import LIST, SCROLL_BARS, wear
from ui.common.tokens import Token

_ARROW = 16
_SHOWN_AT_ONCE = 12


class ChoiceBox(QComboBox):
    """A drop-down in our colours. The wheel scrolls the page, not the choice.

    With `snug` it is as wide as what is chosen, else as the widest there is to choose.
    """

    def __init__(
        self,
        options: Options = (),
        *,
        placeholder: str = "",
        label: str = "",
        size: int = Size.STANDARD,
        snug: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.wrong = False
        self._label, self._snug = label, snug
        self._options: list[tuple[str, str]] = []
        self._offered = _Offered()
        self.setView(self._offered)
        self.setMaxVisibleItems(_SHOWN_AT_ONCE)
        self.setPlaceholderText(placeholder)
        self.setFixedHeight(size)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted anew under the pointer
        if label:
            self.setAccessibleName(label)
        set_ring(self, Ring.SELF)
        self.set_options(options)
        if snug:
            self.currentIndexChanged.connect(self.updateGeometry)

    def set_options(self, options: Options) -> None:
        """Offer these (code, label) pairs; what was chosen stays if it is among them."""
        if list(options) == self._options:
            return
        self._options = list(options)
        chosen = self.value()
        blocked = self.blockSignals(True)
        self.clear()
        for code, label in options:
            self.addItem(label, code)
        self.set_value(chosen)
        self.blockSignals(blocked)

    def value(self) -> str:
        """Return the code chosen, or nothing."""
        code = self.currentData()
        return code if isinstance(code, str) else ""

    def set_value(self, code: str) -> None:
        """Choose `code`; an unknown one chooses nothing."""
        self.setCurrentIndex(self.findData(code))

    @override
    def sizeHint(self) -> QSize:
        words = [self.placeholderText(), self.currentText()]
        if not self._snug:
            words.extend(self.itemText(place) for place in range(self.count()))
        widest = max(self.fontMetrics().horizontalAdvance(text) for text in words)
        return QSize(widest + self._label_width() + 24 + _ARROW + 8, self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 120), self.height())

    @override
    def showPopup(self) -> None:
        self._offered.dress()
        self._offered.setMinimumWidth(self._offered.sizeHintForColumn(0) + 32)
        super().showPopup()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw_ground(painter)
        left = 12
        if self._label:
            label = QRect(left, 0, self._label_width(), self.height())
            draw_text(painter, label, self._label, Token.INK2)
            left += self._label_width()
        room = QRect(left, 0, self.width() - left - _ARROW - 16, self.height())
        empty = self.currentIndex() < 0
        words = self.placeholderText() if empty else self.currentText()
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        ink = Token.INK3 if empty or not self.isEnabled() else Token.INK
        draw_text(painter, room, shown, ink)
        arrow = QRect(self.width() - _ARROW - 10, (self.height() - _ARROW) // 2, _ARROW, _ARROW)
        draw_icon(painter, "chevron-down", arrow, Token.INK2 if self.isEnabled() else Token.INK3)
        painter.end()

    def _label_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._label) + 8 if self._label else 0

    def _draw_ground(self, painter: QPainter) -> None:
        if self.wrong:
            draw_box(painter, self.rect(), Token.SURFACE, Token.DANGER, width=2)
            return
        hover = self.underMouse() and self.isEnabled()
        fill = Token.SURFACE if self.isEnabled() else Token.CANVAS
        draw_box(painter, self.rect(), fill, Token.INK2 if hover else Token.LINE2)


class _Offered(QListView):
    """The list that drops down; dressed when it first does, which for most is never."""

    def __init__(self) -> None:
        super().__init__()
        self._dressed = False

    def dress(self) -> None:
        """Wear the colours of the theme from now on."""
        if not self._dressed:
            self._dressed = True
            wear(self, LIST, SCROLL_BARS)


class ChoiceField(Field):
    """One choice from a list in a form. Letters jump, arrows choose, Alt+↓ opens the list."""

    def __init__(
        self, options: Options = (), *, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._box = ChoiceBox(options, placeholder=placeholder)
        self._put(self._box, self._box)
        self._box.activated.connect(self._report)

    @override
    def value(self) -> str:
        return self._box.value()

    @override
    def set_value(self, value: FieldValue) -> None:
        self._box.set_value(as_text(value))

    def set_options(self, options: Options) -> None:
        """Offer other choices."""
        self._box.set_options(options)

    @override
    def _show_edge(self, *, wrong: bool) -> None:
        self._box.wrong = wrong
        self._box.update()
