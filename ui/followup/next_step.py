"""The status sentence of a follow-up, and the one button that comes next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.followup_advice import Act, Advice
from app.domain.language import N_, _
from ui.common.button import Button, Size
from ui.common.news import News
from ui.common.notice import Notice
from ui.common.tokens import Tone

LABELS: dict[Act, tuple[str, str]] = {  # words, icon
    Act.RENEW: (N_("Record a new consent"), "refresh-cw"),
    Act.ADD_PARTY: (N_("Add the employer"), "plus"),
    Act.GRANT: (N_("Record a consent"), "handshake"),
    Act.PLAN_ROUNDTABLE: (N_("Plan the roundtable"), "users"),
    Act.OPEN_ROUNDTABLE: (N_("Open the roundtable"), "users"),
    Act.LOG_CONTACT: (N_("Log a contact"), "phone"),
}


class NextStep(QWidget):
    """What may be done today, and the act that follows."""

    act_requested = Signal(object)  # Act

    def __init__(self) -> None:
        super().__init__()
        self._news = News()
        self.notice = Notice(Tone.ACCENT, "", beside=True, icon="route")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notice)

    def show_advice(self, advice: Advice, clock: str) -> None:
        """Show the sentence and its button, and beneath it where the clock stands."""
        if not self._news.are(advice, clock):
            return
        self.notice.set_words(advice.text, clock)
        self.notice.set_acts([self._button(advice.act)] if advice.act in LABELS else [])

    def _button(self, act: Act) -> Button:
        words, icon = LABELS[act]
        button = Button(_(words), icon=icon, size=Size.COMPACT)
        button.clicked.connect(lambda: self.act_requested.emit(act))
        button.setObjectName("next_act")
        return button
