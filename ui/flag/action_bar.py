"""What can be done with the flag one stands on, each act with its key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from app.domain.flag import FlagCard
from app.domain.flag_choice import MAY_RING, STATUS_LABELS, FlagStatus
from app.domain.language import N_, _
from ui.common.badge import CodeTag
from ui.common.button import Button, Kind, Size
from ui.common.flow_layout import FlowLayout
from ui.common.fonts import Role
from ui.common.keys import KeyHint
from ui.common.paint import CARD_RADIUS, draw_box
from ui.common.shown import as_tip
from ui.common.text import Text
from ui.common.tokens import Token

# Where a hand may move a flag on to; what follows begins a talk or asks for a reason.
ONWARD = {
    FlagStatus.RAISED: FlagStatus.DOCTOR_ASKS,
    FlagStatus.DOCTOR_ASKS: FlagStatus.AWAITING,
}
BACK = {
    FlagStatus.DOCTOR_ASKS: FlagStatus.RAISED,
    FlagStatus.AWAITING: FlagStatus.DOCTOR_ASKS,
    FlagStatus.CLOSED: FlagStatus.AWAITING,
}
_SIDE, _APART, _GAP = 12, 12, 6
# i18n: Danish: »»Samtykke givet« kræver et registreret samtykke«, »Hviler på et samtykke. Det
# i18n: trækkes tilbage i forløbet.«
_RULES: dict[FlagStatus, str] = {
    FlagStatus.AWAITING: N_("»Consent given« needs a recorded consent"),
    FlagStatus.CONSENTED: N_("It rests on a consent, which is withdrawn in the follow-up"),
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
        arrows = KeyHint("← ↑ ↓ →")
        arrows.setToolTip(_("From flag to flag"))
        self._arrows = _padded(arrows)
        self._move = Button("", Kind.PRIMARY, icon="arrow-right", keys="Alt+→", size=compact)
        self._back = Button("", icon="arrow-left", keys="Alt+←", size=compact)
        # i18n: Danish: »Åbn«, »Kodeseddel …«, »Slet nu«
        self._open = Button(_("Open"), keys="Enter", size=compact)
        self._slip = Button(_("Slip …"), size=compact)
        self._slip.setToolTip(_("See the slip for the patient, and save it"))
        self._close = Button(_("Close …"), size=compact)
        self._ring = Button(_("The citizen rings"), size=compact)
        self._ring.setToolTip(_("Start the first talk with the citizen who says this code"))
        self._relay = Button(_("The doctor has a yes"), size=compact)
        self._relay.setToolTip(_("Record name and number that the doctor passes on"))
        self._remove = Button(
            _("Delete now"), Kind.DESTRUCTIVE, icon="trash-2", keys="Del", size=compact
        )
        self._rule = Text("", Role.SECONDARY)
        self._rule.setContentsMargins(2, 7, 0, 7)
        self._status: FlagStatus | None = None
        self._acts = QWidget()
        self._flow = FlowLayout(self._acts, gap=_GAP)
        self._parts = (
            *(_padded(self._tag), self._arrows, self._move, self._back, self._open),
            *(self._slip, self._close, self._ring, self._relay, self._rule),
        )
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
        talk = self._move if self._status is FlagStatus.AWAITING else self._ring
        return None if talk.isHidden() else talk

    def goes_back(self) -> bool:
        """Whether a hand can move the flag back: the button listens to its key as long as it is
        shown."""
        return not self._back.isHidden()

    def _show_acts(self, card: FlagCard) -> None:
        self._status = status = card.status
        self._tag.set_code(card.code)
        self._show_move(status)
        back = BACK.get(status)
        self._back.setVisible(back is not None)
        if back is not None:
            words = _("Move back to {column}").format(column=_column(back))
            self._back.setAccessibleName(words)
            self._back.setToolTip(as_tip(words))
        self._close.setVisible(status in MAY_RING)
        self._ring.setVisible(status in ONWARD)
        self._relay.setVisible(status in MAY_RING)
        rule = _RULES.get(status)
        self._rule.setText(_(rule) if rule else "")
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        """Tell the rule and the arrows where they fit beside the acts; where the acts take two
        lines anyhow, the rule has room on the second."""
        self._rule.setVisible(False)
        self._arrows.setVisible(False)
        left = self._left()
        ruled = bool(self._rule.text()) and not 0 <= left < self._rule.sizeHint().width()
        self._rule.setVisible(ruled)
        self._arrows.setVisible(self._left() >= self._arrows.sizeHint().width())
        self._flow.invalidate()

    def _left(self) -> int:
        """Return how much room is left on a line that holds all that is shown."""
        shown = [part.sizeHint().width() + _GAP for part in self._parts if not part.isHidden()]
        return self.width() - 2 * _SIDE - _APART - self._remove.sizeHint().width() - sum(shown)

    def _show_move(self, status: FlagStatus) -> None:
        """Show what the key to move on does: after the answer it is a talk, then an end."""
        onward = ONWARD.get(status)
        words, why = "", ""
        if onward is not None:
            # i18n: Danish: »Flyt til {column}«
            words = _("Move to {column}").format(column=_column(onward))
        elif status is FlagStatus.AWAITING:
            words, why = self._ring.text(), self._ring.toolTip()
        elif status is FlagStatus.CONSENTED:
            words = self._close.text()
        self._move.setVisible(bool(words))
        self._move.setText(words)
        self._move.setToolTip(as_tip(why))
        self._move.updateGeometry()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_what_fits()

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
        for part in self._parts:
            self._flow.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._acts.setSizePolicy(policy)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(_SIDE, 8, _SIDE, 8)
        outer.setSpacing(_APART)
        outer.addWidget(self._acts, 1)
        outer.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)


def _padded(mark: QWidget) -> QWidget:
    """Return `mark` standing in the middle of a line of buttons."""
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(1, 0, 1, 0)
    row.addWidget(mark)
    part.setFixedHeight(Size.COMPACT)
    return part


def _column(status: FlagStatus) -> str:
    return _(STATUS_LABELS[status])
