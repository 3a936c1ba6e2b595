"""The head of the visit room: where one is, how long it lasts, curtain and lock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _
from app.domain.practice import FORMAT_LABELS
from app.domain.visit import VisitSheet
from app.domain.words import time_span
from ui.common.announce import announce
from ui.common.badge import Badge, BadgeLook
from ui.common.bars import TimeBar
from ui.common.button import Button, IconButton
from ui.common.cover import CoverButtons
from ui.common.fonts import Role
from ui.common.icons import AppMark
from ui.common.shown import as_tip
from ui.common.text import ShortText, Text
from ui.common.tokens import Token, Tone, colour
from ui.visit.room.visit_clock import WRAP_UP, VisitClock

HEIGHT = 72
_APART = 24  # px between the time and what covers the screen


class RoomHeader(QWidget):
    """Tells the time left in figures, in a bar divided like the agenda, and in words."""

    pause_requested = Signal()  # or to go on
    interruption_requested = Signal()
    full_screen_requested = Signal()

    def __init__(
        self, clock: VisitClock, leave: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._said = ""
        self._is_second = self._slim = False
        self._practice = ShortText("", Role.PAGE_TITLE)
        # i18n: Danish: »Besøgstilstand«
        self._mode = Badge(_("Visit mode"), Tone.ACCENT, "circle-play")
        self._detail = ShortText("", Role.SECONDARY)
        self._figure = Text("", Role.COUNTDOWN)
        self._words = Text("", Role.SECONDARY)
        self._bar = TimeBar()
        # i18n: Danish: »Pause«, »Fortsæt«
        self._pause = Button(
            _("Pause"),
            icon="pause",
            keys="Alt+P",
            listens=False,
            pressed=self.pause_requested.emit,
        )
        self._interrupted = Button(
            "",
            icon="phone-incoming",
            keys="Alt+I",
            listens=False,
            pressed=self.interruption_requested.emit,
        )
        self._again = Badge("", Tone.WARN, "repeat")
        self._full = IconButton("maximize", "", pressed=self.full_screen_requested.emit)
        self._cover = CoverButtons()
        self._mark = AppMark(32)
        self._small = QWidget()
        self._end = QHBoxLayout()
        self._leave = IconButton(
            "arrow-left", _("Leave the room; the visit goes on"), pressed=leave
        )
        self._build()
        clock.ticked.connect(self.show_time)

    def show_sheet(self, sheet: VisitSheet) -> None:
        """Show whose visit it is."""
        self._practice.setText(sheet.row.practice)
        span = time_span(sheet.row.start, sheet.row.minutes)
        # i18n: Danish: »Alle læger samlet · 12.30–13.00 · navne og forløb er skjult på skærmen«
        words = _("{format} · {time} · no names or follow-ups on this screen")
        self._detail.setText(words.format(format=_(FORMAT_LABELS[sheet.row.format]), time=span))
        again = _("Visit no. {n} here today").format(n=sheet.earlier_today + 1)
        self._again.show_look(BadgeLook(again, Tone.WARN, "repeat"))
        self._is_second = sheet.earlier_today > 0
        self._show_badge()
        parts = [item.minutes for item in sheet.agenda if item.minutes]
        self._bar.set_parts(parts or [sheet.row.minutes])
        self.show_time()

    def show_time(self) -> None:
        """Show what is left now."""
        left, words = self._clock.left(), self._clock.words()
        self._figure.setText(self._clock.figure())
        tone = Tone.DANGER if left < 0 else Tone.WARN if left <= WRAP_UP * 60 else None
        if words != self._said:
            self._said = words
            self._words.setText(words)
            for text in (self._figure, self._words):
                text.set_tone(tone)
            if tone is not None:
                announce(self, words)
        token = Token.DANGER if left < 0 else Token.WARN if tone else Token.ACCENT
        self._bar.set_done(self._clock.elapsed() / 60, token)
        paused = self._clock.is_paused()
        self._pause.setText(_("Go on") if paused else _("Pause"))
        self._pause.set_icon("play" if paused else "pause")
        self._small_pause.set_icon("play" if paused else "pause")
        self._small_pause.set_name(_("Go on") if paused else _("Pause"))
        self._show_interrupted()

    def _show_badge(self) -> None:
        # Beside both of them the practice's name would be cut.
        self._mode.setVisible(not self._slim and not self._is_second)
        self._again.setVisible(not self._slim and self._is_second)

    def show_full_screen(self, *, on: bool) -> None:
        """Show the way out of full screen, or the way into it."""
        self._full.set_icon("minimize" if on else "maximize")
        self._full.set_name(_("Leave full screen (F11)") if on else _("Full screen (F11)"))

    def set_slim(self, *, slim: bool) -> None:
        """Take less room where the window is narrow."""
        self._slim = slim
        # Another size, not a shorter name: others must see whose visit it is.
        self._practice.set_role(Role.CARD_TITLE if slim else Role.PAGE_TITLE)
        self._before_cover.changeSize(0 if slim else _APART, 0)
        self._row.invalidate()
        self._mark.setVisible(not slim)
        self._show_badge()
        self._detail.setVisible(not slim)
        self._cover.setVisible(not slim)
        self._pause.setVisible(not slim)
        self._small.setVisible(slim)
        self._show_interrupted()

    def hold_end(self, end: QWidget) -> None:
        """Take the button that ends the visit."""
        self._end.addWidget(end)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Token.SURFACE))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour(Token.LINE))
        painter.end()

    def _build(self) -> None:
        self.setFixedHeight(HEIGHT)
        self._pause.setObjectName("pause")
        self._leave.setObjectName("leave")
        self._interrupted.setObjectName("interruption")
        self._full.setObjectName("full_screen")
        self.show_full_screen(on=False)
        self._words.setObjectName("clock_words")
        self._figure.setObjectName("clock_figure")
        self._build_small()
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 20, 0)
        row.setSpacing(12)
        row.addWidget(self._leave)
        row.addWidget(self._mark)
        row.addLayout(self._names(), 1)
        row.addWidget(self._interrupted)
        row.addWidget(self._pause)
        row.addLayout(self._time())
        self._before_cover = QSpacerItem(_APART, 0)
        row.addItem(self._before_cover)
        row.addWidget(self._cover)
        row.addWidget(self._small)
        row.addWidget(self._full)
        row.addLayout(self._end)

    def _show_interrupted(self) -> None:
        """Offer to stop the clock while it runs; where it is narrow by an icon alone."""
        paused = self._clock.is_paused()
        self._interrupted.setVisible(not paused and not self._slim)
        self._small_interrupted.setVisible(not paused)

    def _build_small(self) -> None:
        row = QHBoxLayout(self._small)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._small_pause = IconButton("pause", _("Pause"), pressed=self.pause_requested.emit)
        interrupted = _("Interrupted: the clock stands (Alt+I)")
        self._interrupted.setAccessibleName(interrupted)
        self._interrupted.setToolTip(as_tip(interrupted))
        self._small_interrupted = IconButton(
            "phone-incoming", interrupted, pressed=self.interruption_requested.emit
        )
        curtain = IconButton(
            "eye-off", _("Curtain (F9)"), pressed=self._cover.curtain_requested.emit
        )
        lock = IconButton("lock", _("Lock (Ctrl+L)"), pressed=self._cover.lock_requested.emit)
        for button in (self._small_interrupted, self._small_pause, curtain, lock):
            row.addWidget(button)
        self._small.setVisible(False)

    def _names(self) -> QVBoxLayout:
        title = QHBoxLayout()
        title.setSpacing(10)
        title.addWidget(self._practice)
        title.addWidget(self._mode)
        title.addWidget(self._again)
        title.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addLayout(title)
        column.addWidget(self._detail)
        column.addStretch(1)
        return column

    def _time(self) -> QVBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self._words, 0, Qt.AlignmentFlag.AlignBottom)
        self._words.setContentsMargins(0, 0, 0, 7)
        line.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addStretch(1)
        column.addLayout(line)
        column.addWidget(self._bar)
        column.addStretch(1)
        self._bar.setMinimumWidth(200)
        return column
