"""One or several choices as chips, with the digit that chooses each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.domain.language import _
from ui.common.button import Button, Size
from ui.common.discard import discard
from ui.common.field import Field, FieldValue, as_codes
from ui.common.flow_layout import FlowLayout
from ui.common.focus_ring import Ring, set_ring
from ui.common.fonts import Role, font
from ui.common.icons import draw_icon
from ui.common.keys import HINT_HEIGHT, draw_hint, hint_width
from ui.common.paint import draw_box, draw_text
from ui.common.roving import GroupButton, Roving, digit_of
from ui.common.segments import Options, name_parts
from ui.common.tokens import Token

_SIDE, _CHECK, _GAP = 9, 15, 4


class ChipsField(Field):
    """Chips that wrap; `many` lets several be chosen. Arrows move, Space and digits choose.

    `value()` is a tuple of codes when `many`, else one code. With `first`, only so many chips
    are shown until »More« is pressed (those chosen are always shown).
    """

    def __init__(
        self,
        options: Options,
        *,
        many: bool = False,
        size: int = Size.STANDARD,
        first: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._many, self._size, self._first = many, size, first
        self._group = _Group(self)
        self._chips: list[_Chip] = []
        self._more = _More(_("More"), icon="plus", size=Size.COMPACT, pressed=self._show_all)
        self._more.setFixedHeight(size)
        self._more.setObjectName("more")
        self._put(self._group, self._group)
        self.set_options(options)

    @override
    def value(self) -> str | tuple[str, ...]:
        chosen = tuple(chip.code for chip in self._chips if chip.isChecked())
        return chosen if self._many else "".join(chosen[:1])

    @override
    def set_value(self, value: FieldValue) -> None:
        codes = as_codes(value)
        for chip in self._chips:
            chip.setChecked(chip.code in codes)
            chip.updateGeometry()
        self._show_first()

    def set_options(self, options: Options) -> None:
        """Offer these (code, label) pairs; what was chosen stays where it is among them."""
        chosen = self.value()
        for chip in self._chips:
            discard(chip)
        self._chips = [
            _Chip(code, label, str(place) if place < 10 else "", self._size)
            for place, (code, label) in enumerate(options, start=1)
        ]
        for chip in self._chips:
            chip.clicked.connect(lambda _on=False, code=chip.code: self._toggle(code))
        self._group.set_chips(self._chips, self._more)
        self.set_value(chosen)

    def set_labels(self, labels: Mapping[str, str]) -> None:
        """Call the chips, by their codes, something else; the keyboard stays where it is."""
        for chip in self._chips:
            chip.setText(labels[chip.code])
            chip.updateGeometry()
        name_parts(self._group.objectName(), self._group.accessibleName(), self._chips)

    def chips(self) -> Sequence[GroupButton]:
        """Return the chips in order."""
        return self._chips

    def choose_at(self, place: int) -> None:
        """Choose, or give up, the chip at `place` (from 0)."""
        if place < len(self._chips):
            self._toggle(self._chips[place].code)

    @override
    def set_name(self, name: str, label: str, help_text: str = "") -> None:
        super().set_name(name, label, help_text)
        name_parts(name, label, self._chips)

    def _toggle(self, code: str) -> None:
        before = as_codes(self.value())
        if code in before:
            self.set_value(tuple(kept for kept in before if kept != code))
        else:
            self.set_value((*before, code) if self._many else (code,))
        self._report()

    def _show_all(self) -> None:
        place, self._first = self._first, 0
        self._show_first()
        self._group.roving.focus(place)

    def _show_first(self) -> None:
        for place, chip in enumerate(self._chips):
            chip.setVisible(not self._first or place < self._first or chip.isChecked())
        self._more.setVisible(bool(self._first) and self._first < len(self._chips))
        stops = (*self._chips, self._more)
        shown = [stop for stop in stops if not stop.isHidden()]
        # Tab leads to what is chosen; but nothing moves under the hand that is choosing.
        chosen = next((chip for chip in shown if chip.isChecked()), None)
        held = any(chip.hasFocus() for chip in shown)
        current = self._group.roving.current() if held or chosen is None else chosen
        self._group.roving.set_items(shown, shown.index(current) if current in shown else 0)

    @override
    def _show_edge(self, *, wrong: bool) -> None:
        for chip in self._chips:
            chip.wrong = wrong
            chip.update()


class _Group(QWidget):
    def __init__(self, field: ChipsField) -> None:
        super().__init__(field)
        self.roving = Roving(self)
        self._field = field
        self._flow = FlowLayout(self, gap=6, line_gap=6)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_chips(self, chips: Sequence[_Chip], more: Button) -> None:
        while self._flow.count():
            self._flow.takeAt(0)
        for chip in (*chips, more):
            self._flow.addWidget(chip)
        self.roving.set_items(chips)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = digit_of(event)
        if place is not None:
            self._field.choose_at(place)
        elif not self.roving.step(event):
            super().keyPressEvent(event)


class _More(Button):
    """Part of the group: arrows lead to it, Tab does not stop twice."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.click()
        else:
            event.ignore()


class _Chip(GroupButton):
    def __init__(self, code: str, text: str, digit: str, size: int) -> None:
        super().__init__(code, text)
        self.wrong = False
        self._digit, self._size = digit, size
        set_ring(self, Ring.SELF)

    @override
    def sizeHint(self) -> QSize:
        hint = hint_width(self._digit)
        check = _CHECK + _GAP if self.isChecked() else 0
        words = QFontMetrics(font(self._role())).horizontalAdvance(self.text())
        return QSize(2 * _SIDE + check + words + (hint + 2 * _GAP if hint else 0), self._size)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self._draw_ground(painter)
        left = _SIDE
        if self.isChecked():
            top = (self.height() - _CHECK) // 2
            draw_icon(painter, "check", QRect(left, top, _CHECK, _CHECK), ink, bold=True)
            left += _CHECK + _GAP
        painter.setFont(font(self._role()))
        draw_text(painter, self.rect().adjusted(left, 0, 0, 0), self.text(), ink)
        if width := hint_width(self._digit):
            top = (self.height() - HINT_HEIGHT) // 2
            place = QRect(self.width() - width - 9, top, width, HINT_HEIGHT)
            on = self.isChecked() and self.isEnabled()
            hint_ink = Token.ACCENT if on else Token.INK2 if self.isEnabled() else Token.INK3
            fill = None if on or not self.isEnabled() else Token.CANVAS
            draw_hint(painter, place, self._digit, hint_ink, _hint_edge(on=on), fill)
        painter.end()

    def _role(self) -> Role:
        return Role.SECONDARY_STRONG if self.isChecked() else Role.SECONDARY

    def _draw_ground(self, painter: QPainter) -> Token:
        """Draw the chip's box and return the colour of its words."""
        if not self.isEnabled():
            draw_box(painter, self.rect(), Token.CANVAS, Token.LINE)
            return Token.INK3
        if self.isChecked():
            draw_box(painter, self.rect(), Token.ACCENT_SOFT, Token.ACCENT)
            return Token.ACCENT
        fill = Token.SUNKEN if self.isDown() else Token.SURFACE
        if self.underMouse() and not self.isDown():
            fill = Token.CANVAS
        edge = Token.DANGER if self.wrong else Token.LINE2
        draw_box(painter, self.rect(), fill, edge, width=2 if self.wrong else 1)
        return Token.INK


def _hint_edge(*, on: bool) -> Token:
    return Token.ACCENT if on else Token.LINE
