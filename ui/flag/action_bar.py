"""What can be done with the flag one stands on, each act with its key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from app.domain.flag import FlagCard
from app.domain.flag_choice import MAY_RING, STATUS_LABELS, FlagStatus
from app.domain.language import _
from ui.common.badge import CodeTag
from ui.common.button import Button, IconButton, Kind, Size
from ui.common.flow_layout import FlowLayout
from ui.common.fonts import Role
from ui.common.paint import CARD_RADIUS, draw_box
from ui.common.text import Text
from ui.common.tokens import Token

# Where a hand may move a flag on to; what follows rests on a consent or needs a reason.
ONWARD = {
    FlagStatus.RAISED: FlagStatus.DOCTOR_ASKS,
    FlagStatus.DOCTOR_ASKS: FlagStatus.AWAITING,
}
BACK = {
    FlagStatus.DOCTOR_ASKS: FlagStatus.RAISED,
    FlagStatus.AWAITING: FlagStatus.DOCTOR_ASKS,
    FlagStatus.CLOSED: FlagStatus.AWAITING,
}


class ActionBar(QWidget):
    """Acts on one flag."""

    move_on_requested = Signal()
    move_back_requested = Signal()
    open_requested = Signal()
    slip_requested = Signal()
    close_requested = Signal()
    ring_requested = Signal()
    relay_requested = Signal()
    remove_requested = Signal()
    focus_lost = Signal()  # the button that had the keyboard is gone

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        compact = Size.COMPACT
        self._tag = CodeTag("")
        self._move = Button("", Kind.PRIMARY, icon="arrow-right", keys="Alt+→", size=compact)
        self._back = IconButton("arrow-left", "", kind=Kind.SECONDARY, size=compact)
        # i18n: Danish: »Åbn«, »Kodeseddel (PDF)«, »Slet nu«
        self._open = Button(_("Open"), keys="Enter", size=compact)
        self._slip = Button(_("Slip as PDF"), icon="file-text", size=compact)
        self._slip.setToolTip(_("See the slip for the patient, and save it"))
        self._close = Button(_("Close …"), size=compact)
        self._ring = Button(_("The citizen rings"), size=compact)
        self._ring.setToolTip(_("Start the first talk with the citizen who says this code"))
        self._relay = Button(_("The doctor has a yes"), size=compact)
        self._relay.setToolTip(_("Record name and number that the doctor passes on"))
        self._remove = Button(
            _("Delete now"), Kind.DESTRUCTIVE, icon="trash-2", keys="Del", size=compact
        )
        # i18n: Danish: »»Samtykke givet« kræver et registreret samtykke«
        self._rule = Text(_("»Consent given« needs a recorded consent"), Role.SECONDARY)
        self._build()
        self._connect()
        self.show_card(None)

    def show_card(self, card: FlagCard | None) -> None:
        """Act on this flag; None leaves nothing to act on."""
        held = QApplication.focusWidget()
        held = held if held is not None and self.isAncestorOf(held) else None
        self.setVisible(card is not None)
        if card is None:
            return
        self._show_acts(card)
        if held is not None and not held.isVisible():
            # Qt would hand the keyboard to the next button, which deletes.
            self.focus_lost.emit()

    def talk(self) -> QWidget | None:
        """Return the button that begins the first talk, where a citizen may ring."""
        return None if self._ring.isHidden() else self._ring

    def _show_acts(self, card: FlagCard) -> None:
        self._tag.set_code(card.code)
        onward, back = ONWARD.get(card.status), BACK.get(card.status)
        self._move.setVisible(onward is not None)
        self._back.setVisible(back is not None)
        if onward is not None:
            # i18n: Danish: »Flyt til {column}«
            self._move.setText(_("Move to {column}").format(column=_column(onward)))
            self._move.updateGeometry()
        if back is not None:
            words = _("Move back to {column} (Alt+←)").format(column=_column(back))
            self._back.set_name(words)
        self._close.setVisible(card.status is not FlagStatus.CLOSED)
        for button in (self._ring, self._relay):
            button.setVisible(card.status in MAY_RING)
        self._rule.setVisible(card.status is FlagStatus.AWAITING)
        self._flow.invalidate()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self.rect(), Token.SURFACE, Token.ACCENT_LINE, radius=CARD_RADIUS)
        painter.end()

    def _connect(self) -> None:
        for name, button, signal in (
            ("move_on", self._move, self.move_on_requested),
            ("move_back", self._back, self.move_back_requested),
            ("correct_flag", self._open, self.open_requested),
            ("print_slip", self._slip, self.slip_requested),
            ("close_flag", self._close, self.close_requested),
            ("citizen_rings", self._ring, self.ring_requested),
            ("relay_yes", self._relay, self.relay_requested),
            ("remove_flag", self._remove, self.remove_requested),
        ):
            button.setObjectName(name)
            button.clicked.connect(signal)

    def _build(self) -> None:
        tag = QWidget()
        row = QHBoxLayout(tag)
        row.setContentsMargins(4, 4, 8, 4)
        row.addWidget(self._tag)
        acts = QWidget()
        self._flow = FlowLayout(acts, gap=6)
        self._rule.setContentsMargins(4, 7, 4, 7)
        for widget in (
            *(tag, self._move, self._back, self._open, self._slip),
            *(self._close, self._ring, self._relay, self._rule),
        ):
            self._flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        acts.setSizePolicy(policy)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(12, 8, 12, 8)
        outer.setSpacing(12)
        outer.addWidget(acts, 1)
        outer.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)


def _column(status: FlagStatus) -> str:
    return _(STATUS_LABELS[status])
