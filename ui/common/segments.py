"""One choice among a few, side by side in one frame: as a switch, and as a field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.domain.language import _
from ui.common.button import Size
from ui.common.discard import discard
from ui.common.field import Field, FieldValue, as_text
from ui.common.focus_ring import Ring, set_ring
from ui.common.fonts import Role, font
from ui.common.icons import draw_icon
from ui.common.override import override
from ui.common.paint import RADIUS, draw_box, draw_text
from ui.common.roving import GroupButton, Roving, digit_of
from ui.common.tokens import Token, colour

Options = Sequence[tuple[str, str]]  # code, label
_CHECK = 16


class Segments(QWidget):
    """A switch: the chosen part is tinted, has a check mark and is bold. Arrows choose."""

    chosen = Signal(str)  # the code a hand chose

    def __init__(
        self,
        options: Options = (),
        *,
        size: int = Size.STANDARD,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.wrong = False
        self._size = size
        self._roving = Roving(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(size)
        self._parts: list[_Segment] = []
        self.set_options(options)

    def set_options(self, options: Options) -> None:
        """Offer these (code, label) pairs; what was chosen stays if it is among them."""
        chosen = self.value()
        for part in self._parts:
            discard(part)
        self._parts = [_Segment(code, label, self) for code, label in options]
        for place, part in enumerate(self._parts):
            part.first, part.last = place == 0, place == len(self._parts) - 1
            part.clicked.connect(lambda _on=False, code=part.code: self._choose(code))
            self._row.addWidget(part)
        self._roving.set_items(self._parts)
        self.set_value(chosen)

    def parts(self) -> Sequence[GroupButton]:
        """Return the parts in order."""
        return self._parts

    def value(self) -> str:
        """Return the code chosen, or nothing."""
        return next((part.code for part in self._parts if part.isChecked()), "")

    def set_value(self, code: str) -> None:
        """Choose `code` quietly; an unknown one chooses nothing."""
        for place, part in enumerate(self._parts):
            part.setChecked(part.code == code)
            part.updateGeometry()
            if part.code == code:
                self._roving.set_current(place)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = digit_of(event)
        if place is not None and place < len(self._parts):
            self._roving.focus(place)
            self._choose(self._parts[place].code)
        elif self._roving.step(event):
            current = self._roving.current()
            if isinstance(current, _Segment):
                self._choose(current.code)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = Token.DANGER if self.wrong else Token.LINE2
        fill = Token.SURFACE if self.isEnabled() else Token.CANVAS
        draw_box(painter, self.rect(), fill, edge, width=2 if self.wrong else 1)
        painter.end()

    def _choose(self, code: str) -> None:
        if code != self.value():
            self.set_value(code)
            self.chosen.emit(code)


class _Segment(GroupButton):
    def __init__(self, code: str, text: str, group: Segments) -> None:
        super().__init__(code, text, group)
        self.first = self.last = False
        self.setAutoExclusive(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        set_ring(self, Ring.PARENT)

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(font(self._role())).horizontalAdvance(self.text())
        return QSize(words + 22 + (_CHECK + 6 if self.isChecked() else 0), 30)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if fill := self._fill():
            painter.fillPath(self._shape(), colour(fill))
        if not self.first:
            draw_box(painter, QRect(0, 0, 1, self.height()), Token.LINE, None, radius=0)
        self._draw_words(painter)
        painter.end()

    def _role(self) -> Role:
        return Role.ROW_TITLE if self.isChecked() else Role.BODY

    def _fill(self) -> Token | None:
        if self.isChecked():
            return Token.ACCENT_SOFT if self.isEnabled() else Token.SUNKEN
        if not self.isEnabled():
            return None
        return Token.SUNKEN if self.isDown() else Token.CANVAS if self.underMouse() else None

    def _shape(self) -> QPainterPath:
        # Rounded where the frame is: the part reaches past its inner end, which is then cut off.
        rect = QRectF(self.rect())
        wide = rect.adjusted(0 if self.first else -9, 0, 0 if self.last else 9, 0)
        path, cut = QPainterPath(), QPainterPath()
        path.addRoundedRect(wide, RADIUS - 1, RADIUS - 1)
        cut.addRect(rect)
        return path.intersected(cut)

    def _draw_words(self, painter: QPainter) -> None:
        ink = Token.INK if self.isEnabled() else Token.INK3
        rect = self.rect()
        if self.isChecked():
            ink = Token.ACCENT if self.isEnabled() else Token.INK3
            content = self.sizeHint().width() - 22
            left = (self.width() - content) // 2
            top = (self.height() - _CHECK) // 2
            draw_icon(painter, "check", QRectF(left, top, _CHECK, _CHECK), ink, bold=True)
            rect = rect.adjusted(left + _CHECK + 6, 0, 0, 0)
        painter.setFont(font(self._role()))
        align = Qt.AlignmentFlag.AlignLeft if self.isChecked() else Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, rect, self.text(), ink, align | Qt.AlignmentFlag.AlignVCenter)


class SegmentField(Field):
    """One choice in a form."""

    def __init__(
        self, options: Options, *, size: int = Size.STANDARD, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._segments = Segments(options, size=size)
        self._put(self._segments, self._segments)
        self._column.setAlignment(self._segments, Qt.AlignmentFlag.AlignLeft)
        self._segments.chosen.connect(self._report)

    @override
    def value(self) -> str:
        return self._segments.value()

    @override
    def set_value(self, value: FieldValue) -> None:
        self._segments.set_value(as_text(value))

    def set_options(self, options: Options) -> None:
        """Offer other choices."""
        self._segments.set_options(options)

    @override
    def set_name(self, name: str, label: str, help_text: str = "") -> None:
        super().set_name(name, label, help_text)
        name_parts(name, label, self._segments.parts())

    @override
    def _show_edge(self, *, wrong: bool) -> None:
        self._segments.wrong = wrong
        self._segments.update()


def name_parts(name: str, label: str, parts: Sequence[GroupButton]) -> None:
    """Give each part a name in code (`field_code`) and say its group aloud with it."""
    for part in parts:
        part.setObjectName(f"{name}_{part.code}")
        part.setAccessibleName(
            _("{label}: {choice}").format(label=label, choice=part.text()) if label else part.text()
        )
