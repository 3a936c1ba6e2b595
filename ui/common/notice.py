"""A tinted box: what is the case, why, and at most two things to do about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.common.button import Button, Kind, Size
from ui.common.discard import clear
from ui.common.flow_layout import FlowLayout
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.override import override
from ui.common.paint import RADIUS, draw_box
from ui.common.text import Text
from ui.common.tokens import TONE_FILL, TONE_LINE, TONE_TEXT, Token, Tone

_ICONS = {
    Tone.NEUTRAL: "info",
    Tone.ACCENT: "info",
    Tone.OK: "shield-check",
    Tone.WARN: "triangle-alert",
    Tone.DANGER: "ban",
}

Act = tuple[str, Callable[[], object]]  # label and what it does


class Notice(QWidget):
    """Bold first sentence (what), plain second (why, what now), then the actions."""

    def __init__(
        self,
        tone: Tone,
        what: str,
        why: str = "",
        *,
        acts: Sequence[Act | Button] = (),
        icon: str = "",
        beside: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._icon = IconLabel(icon or _ICONS[tone], TONE_TEXT[tone], 20)
        self._what = Text(what, Role.ROW_TITLE, wrap=True)
        self._why = Text(why, Role.SECONDARY, tone=Token.INK, wrap=True)
        self._acts = QWidget()
        self._build(beside=beside)
        self.set_tone(tone, icon)
        self.set_words(what, why)
        self.set_acts(acts)

    def set_words(self, what: str, why: str = "") -> None:
        """Say something else."""
        self._what.setText(what)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self.setAccessibleName(f"{what} {why}".strip())

    def set_tone(self, tone: Tone, icon: str = "") -> None:
        """Change colour and icon."""
        self._tone = tone
        self._icon.set_icon(icon or _ICONS[tone], TONE_TEXT[tone])
        self._what.set_tone(Tone.DANGER if tone is Tone.DANGER else Token.INK)
        self.update()

    def set_acts(self, acts: Sequence[Act | Button]) -> None:
        """Offer these actions and no others."""
        clear(self._flow)
        for place, act in enumerate(acts):
            button = act if isinstance(act, Button) else _button(act)
            button.setObjectName(button.objectName() or f"act_{place}")
            self._flow.addWidget(button)
        self._acts.setVisible(bool(acts))

    def what(self) -> str:
        """Return the first sentence."""
        return self._what.text()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, edge = TONE_FILL[self._tone], TONE_LINE[self._tone]
        draw_box(painter, self.rect(), fill, edge, radius=RADIUS)
        painter.end()

    def _build(self, *, beside: bool) -> None:
        self._flow = FlowLayout(self._acts, gap=8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._what)
        words.addWidget(self._why)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(12)
        align = Qt.AlignmentFlag
        row.addWidget(self._icon, 0, align.AlignVCenter if beside else align.AlignTop)
        row.addLayout(words, 1)
        if beside:
            row.addWidget(self._acts, 0, Qt.AlignmentFlag.AlignVCenter)
            self._acts.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        else:
            self._flow.setContentsMargins(0, 6, 0, 0)
            words.addWidget(self._acts)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)


def _button(act: Act) -> Button:
    label, pressed = act
    return Button(label, Kind.SECONDARY, size=Size.COMPACT, pressed=pressed)
