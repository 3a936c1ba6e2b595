"""One row of a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from ui.common.focus_ring import Ring, set_ring
from ui.common.fonts import Role
from ui.common.marks import Held, Mark, mark_of
from ui.common.paint import draw_box
from ui.common.row_face import TICK_AREA, RowFace
from ui.common.shown import as_tip
from ui.common.tokens import Token, colour


class Row(QAbstractButton):
    """One line of a list: something leading, a title, a detail beneath, marks at the right.

    `key` is what the row is about; the list hands it back when the row is opened. `done` makes
    it a row to tick. What does not fit ends in …, unless `wrap` lets the row grow.
    """

    ticked = Signal(bool)
    opened = Signal()

    def __init__(
        self,
        title: str,
        detail: str = "",
        *,
        key: object = None,
        leading: Mark | QWidget | None = None,
        trailing: Sequence[Mark | QWidget] = (),
        opens: bool = True,
        done: bool | None = None,
        role: Role = Role.ROW_TITLE,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.key, self._selected = key, False
        self._face = RowFace(
            title=title,
            detail=detail,
            leading=mark_of(leading) if leading is not None else None,
            trailing=tuple(mark_of(one) for one in trailing),
            opens=opens,
            done=done,
            role=role,
            wrap=wrap,
        )
        for held in self._face.held():
            held.widget.setParent(self)
        self._wear()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted anew under the pointer
        set_ring(self, Ring.NONE)

    @property
    def done(self) -> bool | None:
        """Whether it is ticked; None if it is not there to be."""
        return self._face.done

    @property
    def opens(self) -> bool:
        """Whether there is more behind it."""
        return self._face.opens

    def title(self) -> str:
        """Return the first line."""
        return self._face.title

    def words(self) -> Sequence[str]:
        """Return every text painted here."""
        face = self._face
        parts = (face.title, face.detail, *(mark.said for mark in self.marks()))
        return [part for part in parts if part]

    def marks(self) -> Sequence[Mark]:
        """Return what stands at both ends."""
        face = self._face
        return [mark for mark in (face.leading, *face.trailing) if mark is not None]

    def become(self, other: Row) -> bool:
        """Be about what `other` is about, if nothing in them is a widget; tell whether it is."""
        if self._face.held() or other._face.held():
            return False
        self.key = other.key
        if other._face != self._face:
            self._face = other._face
            self._wear()
            self.updateGeometry()
            self.update()
        self.setAccessibleName(other.accessibleName())
        self.setToolTip(as_tip(other.toolTip()))
        return True

    def select(self, *, selected: bool) -> None:
        """Mark it, or not, as the one shown beside the list."""
        if selected is not self._selected:
            self._selected = selected
            self.update()

    def tip_at(self, place: QPoint) -> str:
        """Return the words there, if they are cut."""
        return self._face.cut_at(place, self.rect())

    @override
    def sizeHint(self) -> QSize:
        return self._face.wish()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._face.least_width(), self._face.lowest())

    @override
    def heightForWidth(self, width: int) -> int:
        return self._face.height_for(width)

    @override
    def nextCheckState(self) -> None:
        """Ticking is asked for with `ticked`; what is shown follows when the list is read again."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.done is not None:
            self._tick()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.opens:
            self.opened.emit()
        else:
            event.ignore()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.isDown() and self.rect().contains(event.position().toPoint())
        self.setDown(False)
        if inside and self.done is not None and event.position().x() < TICK_AREA:
            self._tick()
        elif inside and self.opens:
            self.opened.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._face.held():
            for mark, place in self._face.places(self.rect()):
                if isinstance(mark, Held):
                    mark.widget.setGeometry(place)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        hover = self.underMouse()
        if self._selected:
            painter.fillRect(self.rect(), colour(Token.ACCENT_SOFT))
        elif hover and (self.opens or self.done is not None):
            painter.fillRect(self.rect(), colour(Token.CANVAS))
        if self.hasFocus():
            inner = self.rect().adjusted(2, 2, -2, -2)
            draw_box(painter, inner, None, Token.ACCENT, width=2)
        self._face.draw(painter, self.rect(), hover=hover)
        painter.end()

    def _tick(self) -> None:
        self.ticked.emit(not self.done)

    def _wear(self) -> None:
        self.setAccessibleName(self._face.said())
        self.setCheckable(self.done is not None)
        self.setChecked(bool(self.done))
        policy = QSizePolicy.Policy
        grows = policy.Preferred if self._face.wrap else policy.Fixed
        stands = QSizePolicy(policy.Preferred, grows)
        stands.setHeightForWidth(self._face.wrap)
        self.setSizePolicy(stands)


def tick_row(
    title: str,
    detail: str = "",
    *,
    done: bool,
    key: object = None,
    trailing: Sequence[Mark | QWidget] = (),
    opens: bool = True,
) -> Row:
    """Return a row that can be ticked; it grows with what is to be done."""
    return Row(title, detail, key=key, trailing=trailing, opens=opens, done=done, wrap=True)
