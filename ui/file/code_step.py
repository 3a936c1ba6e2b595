"""Step three: the code on paper, and how soon the window locks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _
from ui.common.card import Card
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.notice import Notice
from ui.common.segments import Segments
from ui.common.text import Text
from ui.common.tokens import Token, Tone
from ui.file.code_card import CodeCard
from ui.file.keychain_name import keychain_name
from ui.file.new_passphrase import Strength
from ui.file.stacked import stacked
from ui.file.step import StepView

LOCK_TIMES = ("2", "5", "10")
USUAL = "5"
_BESIDE = 560  # px: below this the two small cards stand below one another


class CodeStep(StepView):
    """Shows the code until both ticks are set."""

    def __init__(self) -> None:
        super().__init__()
        self._so_far = _SoFar()
        self._card = CodeCard()
        self._minutes = Segments(
            [(time, _("{minutes} min").format(minutes=time)) for time in LOCK_TIMES],
            name=_("Automatic lock"),
        )
        self._minutes.set_value(USUAL)
        self._build()
        self._card.changed.connect(self.changed)

    def show_code(self, code: str, *, keychain: bool, strength: int) -> None:
        """Show `code`, and what has been settled so far."""
        self._so_far.show_settled(keychain=keychain, strength=strength)
        self._card.show_code(code)

    def minutes(self) -> str:
        """Return after how many idle minutes the window is to lock."""
        return self._minutes.value()

    @override
    def stopped(self) -> str | None:
        return self._card.stopped()

    @override
    def enter(self) -> None:
        self._card.focus()

    def _build(self) -> None:
        # i18n: Danish: »Mister du både adgangssætning og genskabelseskode, kan ingen åbne dine
        # data. De kan så kun slettes.«
        lost = _("If you lose both the passphrase and the code, nobody can open your file.")
        self.column.addWidget(self._so_far)
        self.column.addWidget(self._card)
        self.column.addWidget(Notice(Tone.WARN, lost, _("It can then only be deleted.")))
        self.column.addWidget(self._lock_card())

    def _lock_card(self) -> Card:
        # i18n: Danish: »Automatisk lås« and »Også når pc’en går i dvale eller klappes sammen.«
        words = stacked(
            Text(_("Automatic lock"), Role.ROW_TITLE),
            Text(_("Also when the computer sleeps or is closed."), Role.SECONDARY, wrap=True),
            gap=0,
        )
        for part in self._minutes.parts():
            part.setObjectName(f"lock_minutes_{part.code}")
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(IconLabel("timer", Token.INK2, 20))
        row.addWidget(words, 1)
        row.addWidget(self._minutes)
        card = Card()
        card.add(line)
        return card


class _SoFar(QWidget):
    """Keychain and passphrase, settled."""

    def __init__(self) -> None:
        super().__init__()
        self._chain_title = Text(keychain_name(), Role.ROW_TITLE)
        self._chain = Text("", Role.SECONDARY, wrap=True)
        self._strength = Strength()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(12)
        self._chain_icon = IconLabel("circle-check", Token.OK, 20, bold=True)
        done = IconLabel("circle-check", Token.OK, 20, bold=True)
        phrase = Text(_("Passphrase"), Role.ROW_TITLE)
        self._add(self._chain_icon, stacked(self._chain_title, self._chain, gap=2))
        self._add(done, stacked(phrase, self._strength, gap=4))

    def show_settled(self, *, keychain: bool, strength: int) -> None:
        """Say what was chosen."""
        if keychain:
            # i18n: Danish: »Låser op sammen med dit login. Kan slås fra, så sætningen altid
            # kræves.«
            words = _("Opens the file when you start. Switched off, the phrase is always needed.")
            self._chain.setText(words)
        else:
            self._chain.setText(_("Is not used: you write the passphrase each time."))
        icon = ("circle-check", Token.OK) if keychain else ("minus", Token.INK2)
        self._chain_icon.set_icon(*icon)
        good = _("Very good") if strength >= 5 else _("Good") if strength >= 4 else _("Enough")
        self._strength.show_level(strength, good)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        beside = self.width() >= _BESIDE
        self._sides.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def _add(self, icon: IconLabel, words: QWidget) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        card = Card()
        card.add(line)
        self._sides.addWidget(card, 1)
