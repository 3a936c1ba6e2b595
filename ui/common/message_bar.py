"""A quiet sentence over the page, with undo where there is something to undo, or a way to go on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from app.domain.language import _
from ui.common.announce import announce
from ui.common.button import Button, IconButton, Size
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.keyboard import LAID_OUT
from ui.common.message_place import MOST_WIDE, SIDE, free_place, is_in_the_way
from ui.common.paint import draw_box
from ui.common.text import Text
from ui.common.tokens import TONE_FILL, TONE_LINE, TONE_TEXT, Token, Tone

SECONDS = 10
Act = tuple[str, Callable[[], object]]  # label and what it does
_ROUND, _GAP, _ICON = 14, 12, 18
_ICONS = {Tone.OK: "circle-check", Tone.WARN: "triangle-alert", Tone.DANGER: "circle-alert"}


class MessageBar(QWidget):
    """Says one thing for ten seconds. Errors stay until they are closed.

    It lies over the page and moves nothing: what one is about to press stays where it is.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.OK
        self._undo: Callable[[], object] | None = None
        self._act: Callable[[], object] | None = None
        self._icon = IconLabel("circle-check", Token.OK, _ICON)
        self._area: QWidget | None = None
        self._text = Text("", Role.BODY, wrap=True)
        self._undo_button = Button(_("Undo"), size=Size.COMPACT, icon="undo-2", keys="Ctrl+Z")
        self._undo_button.clicked.connect(self._on_undo_clicked)
        self._act_button = Button("", size=Size.COMPACT)
        self._act_button.clicked.connect(self._on_act_clicked)
        self._close = IconButton("x", _("Close"), pressed=self.clear)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.clear)
        self._quiet = False
        self._waiting: Callable[[], object] | None = None  # to be said after the quiet
        self._turned = False  # to another page, since the message was laid
        self._settling = QTimer(self, singleShot=True, interval=LAID_OUT)
        self._settling.timeout.connect(self._make_way)
        self._build()
        self.setVisible(False)

    def say(
        self,
        text: str,
        *,
        tone: Tone = Tone.OK,
        undo: Callable[[], object] | None = None,
        act: Act | None = None,
    ) -> None:
        """Show `text`; `undo` and `act` are offered as long as it is shown."""
        if self._quiet:
            self._waiting = lambda: self.say(text, tone=tone, undo=undo, act=act)
            return
        self._tone, self._undo, self._act = tone, undo, act[1] if act else None
        self._act_button.setText(act[0] if act else "")
        self._act_button.setVisible(act is not None)
        self._text.setText(text)
        self._text.ensurePolished()  # else it would be measured in another font
        self._icon.set_icon(_ICONS.get(tone, "info"), TONE_TEXT[tone])
        self._undo_button.setVisible(undo is not None)
        self.setAccessibleName(text)
        self._lie()
        self.setVisible(True)
        self._settling.start()  # what was done may show the page anew
        self.update()
        announce(self, text)
        self._timer.stop()
        if tone is not Tone.DANGER:
            self._timer.start(int(SECONDS * 1_000))

    def set_quiet(self, *, quiet: bool) -> None:
        """Say nothing while others look on, and afterwards the last of what was to be said."""
        self._quiet = quiet
        waiting, self._waiting = self._waiting, None
        if quiet:
            self.clear()
        elif waiting is not None:
            waiting()

    def clear(self) -> None:
        """Say nothing any more."""
        self._timer.stop()
        self._undo = self._act = None
        self.setVisible(False)

    def lie_over(self, area: QWidget) -> None:
        """Let messages lie over `area`, a part of the same window."""
        if self._area is not None:
            self._area.removeEventFilter(self)
        self._area = area
        area.installEventFilter(self)
        self.raise_()
        self._lie()

    def lie_anew(self) -> None:
        """Find the best place again, soon: another page lies beneath."""
        self._turned = True
        self._settling.start()

    def text(self) -> str:
        """Return what is said, or nothing."""
        return "" if self.isHidden() else self._text.text()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self.rect(), TONE_FILL[self._tone], TONE_LINE[self._tone])
        painter.end()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._lie()
        return False

    def _on_focus_changed(self) -> None:
        if not self.isHidden():
            self._settling.start()

    def _make_way(self) -> None:
        """Lie elsewhere if what one is about to use has come beneath."""
        if self._area is None or self.isHidden():
            return
        here = QRect(self.mapTo(self.window(), QPoint(0, 0)), self.size())
        if self._turned or is_in_the_way(here, self._area):
            self._lie()
        self._turned = False

    def _lie(self) -> None:
        """Lie where least is covered."""
        parent = self.parentWidget()
        if self._area is None or parent is None:
            return
        place = free_place(self._wanted(self._area.width() - 2 * SIDE), self._area)
        corner = parent.mapFrom(parent.window(), place.topLeft())
        self.setGeometry(corner.x(), corner.y(), place.width(), place.height())

    def _wanted(self, room: int) -> QSize:
        buttons = (self._act_button, self._undo_button, self._close)
        shown = [button.sizeHint().width() for button in buttons if not button.isHidden()]
        words = self._text.fontMetrics().horizontalAdvance(self._text.text()) + 2
        needed = sum(shown) + words + _ICON + _ROUND + 6 + _GAP * (len(shown) + 1)
        width = min(needed, room, MOST_WIDE)
        return QSize(width, self.heightForWidth(width))

    def _on_undo_clicked(self) -> None:
        undo = self._undo
        self.clear()
        if undo is not None:
            undo()

    def _on_act_clicked(self) -> None:
        act = self._act
        self.clear()
        if act is not None:
            act()

    def _build(self) -> None:
        self._undo_button.setObjectName("undo")
        self._act_button.setObjectName("message_act")
        self._text.setObjectName("message")
        row = QHBoxLayout(self)
        row.setContentsMargins(_ROUND, 6, 6, 6)
        row.setSpacing(_GAP)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self._act_button)
        row.addWidget(self._undo_button)
        row.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusObjectChanged.connect(self._on_focus_changed)
