"""Opening the file: each day, and after every lock. Nothing of the work stands here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.language import _, ngettext
from ui.common.button import Button, Kind, Size
from ui.common.fonts import Role
from ui.common.icons import AppMark, IconLabel
from ui.common.override import override
from ui.common.paint import draw_box
from ui.common.text import Text
from ui.common.text_field import SecretField
from ui.common.tokens import Token, Tone
from ui.file.attempts import Attempts
from ui.file.file_acts import FileActs
from ui.file.keychain_name import keychain_name
from ui.file.scrolling import in_the_middle
from ui.file.trouble_place import TroublePlace

if TYPE_CHECKING:
    from ui.common.notice import Notice
    from ui.file.code_field import CodeField
    from ui.file.loaded import Loaded
    from ui.file.locked import Locked

WIDTH = 400
SECOND = 1_000


class UnlockPage(QWidget):
    """Takes the passphrase, the printed code or, on a fresh start only, the keychain."""

    opened = Signal(object)  # Services
    opened_by_code = Signal(object)  # Services
    other_file_requested = Signal()
    start_page_requested = Signal()

    def __init__(
        self,
        acts: FileActs,
        path: Path,
        attempts: Attempts,
        *,
        locked: Locked | None = None,
        demo_phrase: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._acts, self._path, self._attempts = acts, path, attempts
        self._locked, self._demo_phrase = locked, demo_phrase
        self._busy = self._by_code = False
        self._phrase = SecretField()
        self._code: CodeField | None = None
        self._way = Text("", Role.LABEL)
        self._hint = Text("", Role.SECONDARY, wrap=True)
        self._unlock = Button(
            self._act_words(), Kind.PRIMARY, icon="lock-open", keys="Enter", size=Size.LOCK
        )
        self._keychain = Button(keychain_name(), icon="monitor", size=Size.LARGE)
        self._other_way = Button("", icon="life-buoy", size=Size.LARGE)
        self._trouble = TroublePlace(self._on_again_clicked, self.other_file_requested.emit)
        self._tick = QTimer(self, interval=SECOND)
        self._tick.timeout.connect(self._show_pause)
        self._build()
        self._choose_way(by_code=False)
        self._show_pause()

    def look(self) -> None:
        """See, once that is possible, whether the file is there and which keys it knows."""
        self._acts.run(
            lambda loaded: loaded.files.look(self._path),
            owner=self,
            done=self._on_looked,
            failed=self._trouble.show_error,
        )

    def focus(self) -> None:
        """Put the keyboard where one types."""
        (self._code or self._phrase if self._by_code else self._phrase).setFocus()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self.rect(), Token.RAIL, None, radius=0)
        painter.end()

    def _on_looked(self, kinds: frozenset[str]) -> None:
        self._trouble.clear()
        self._keychain.setVisible("keychain" in kinds and self._locked is None)

    def _on_unlock_clicked(self) -> None:
        if self._by_code and self._code is not None:
            code = self._code.value()
            self._open(lambda loaded: loaded.files.open_by_code(self._path, code))
        elif not self._phrase.value():
            self._phrase.set_problem(_("Write your passphrase."))
        elif not self._attempts.seconds_to_wait():
            typed = self._phrase.value()
            self._open(lambda loaded: loaded.files.open_by_passphrase(self._path, typed))

    def _on_keychain_clicked(self) -> None:
        self._open(lambda loaded: loaded.files.open_by_keychain(self._path))

    def _open(self, key_of: Callable[[Loaded], bytes]) -> None:
        if self._busy:
            return
        self._set_busy(busy=True)
        self._trouble.clear()

        def act(loaded: Loaded) -> object:
            return self._enter(loaded, key_of(loaded))

        self._acts.run(act, owner=self, done=self._on_opened, failed=self._on_failed)

    def _enter(self, loaded: Loaded, key: bytes) -> object:
        """Return what the key opens."""
        return loaded.open_services(self._path, key)

    def _on_opened(self, services: object) -> None:
        self._attempts.succeed()
        self._phrase.clear()
        (self.opened_by_code if self._by_code else self.opened).emit(services)

    def _on_failed(self, error: BaseException) -> None:
        from app.domain.problem import Rejected, WrongPassphrase

        self._set_busy(busy=False)
        if isinstance(error, WrongPassphrase) and not self._by_code:
            self._on_wrong_passphrase()
        elif self._code is not None and isinstance(error, Rejected | WrongPassphrase):
            self._code.set_problem(str(error))
        else:
            self._trouble.show_error(error)
        self.focus()

    def _on_wrong_passphrase(self) -> None:
        left = self._attempts.fail()
        line = self._phrase.editor()
        if isinstance(line, QLineEdit):
            line.selectAll()
        self._show_pause()
        if left:
            # i18n: Danish: »Adgangssætningen passer ikke. 3 forsøg tilbage.«
            self._say(
                ngettext(
                    "The passphrase does not fit. {count} attempt left.",
                    "The passphrase does not fit. {count} attempts left.",
                    left,
                ).format(count=left)
            )

    def _say(self, problem: str) -> None:
        from ui.common.announce import announce

        self._phrase.set_problem(problem)
        announce(self, problem)

    def _on_again_clicked(self) -> None:
        self._trouble.clear()
        if self._phrase.value() or self._by_code:
            self._on_unlock_clicked()
        else:
            self.look()

    def _choose_way(self, *, by_code: bool) -> None:
        """Show the field for the printed code, or the one for the passphrase."""
        self._by_code = by_code
        if by_code and self._code is None:
            self._code = self._code_field()
            self._column.insertWidget(self._column.indexOf(self._phrase), self._code)
        if self._code is not None:
            self._code.setVisible(by_code)
        self._phrase.setVisible(not by_code)
        # i18n: Danish: »Adgangssætning« and »Genskabelseskode«
        self._way.setText(_("Recovery code") if by_code else _("Passphrase"))
        self._other_way.setText(_("Passphrase") if by_code else _("Recovery code"))
        self._other_way.set_icon("key-round" if by_code else "life-buoy")
        self._show_pause()

    def _show_pause(self) -> None:
        """Let no passphrase be tried while the pause lasts, and say how long that is."""
        seconds = 0 if self._by_code else self._attempts.seconds_to_wait()
        if seconds:
            self._tick.start()
            self._phrase.set_problem(None)
        else:
            self._tick.stop()
        self._phrase.setEnabled(not seconds)
        self._unlock.setEnabled(not seconds and not self._busy)
        self._hint.setText(self._pause_text(seconds))

    def _pause_text(self, seconds: int) -> str:
        if seconds:
            time = f"{seconds // 60}:{seconds % 60:02}"
            return _("Five attempts did not fit. You can try again in {time}.").format(time=time)
        if self._by_code:
            return _("The eight groups on your code sheet, in small or large letters.")
        # i18n: Danish: »Efter fem forkerte forsøg venter Fasthold ét minut.«
        return _("After five wrong attempts Fasthold waits one minute.")

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._unlock.setText(_("Opening …") if busy else self._act_words())
        fields = (self._unlock, self._keychain, self._other_way, self._phrase, self._code)
        for widget in fields:
            if widget is not None:
                widget.setEnabled(not busy)
        self._show_pause()

    def _build(self) -> None:
        column = self._column = self._middle_column()
        column.setSpacing(8)
        column.addWidget(self._head())
        column.addSpacing(16)
        column.addWidget(self._way)
        column.addWidget(self._phrase)
        column.addWidget(_with_icon("info", self._hint))
        column.addSpacing(4)
        column.addWidget(self._unlock)
        column.addSpacing(4)
        column.addLayout(self._ways())
        column.addSpacing(8)
        for notice in self._notices():
            column.addWidget(notice)
        column.addLayout(self._links())
        self._connect()

    def _connect(self) -> None:
        self._phrase.set_name("passphrase", _("Passphrase"))
        self._unlock.setObjectName("unlock")
        self._keychain.setObjectName("by_keychain")
        self._other_way.setObjectName("other_way")
        self._unlock.clicked.connect(self._on_unlock_clicked)
        self._phrase.submitted.connect(self._on_unlock_clicked)
        self._keychain.clicked.connect(self._on_keychain_clicked)
        self._other_way.clicked.connect(self._on_other_way_clicked)

    def _code_field(self) -> CodeField:
        from ui.file.code_field import CodeField

        field = CodeField()
        field.set_name("code", _("Recovery code"))
        field.submitted.connect(self._on_unlock_clicked)
        return field

    def _on_other_way_clicked(self) -> None:
        self._choose_way(by_code=not self._by_code)
        self.focus()

    def _act_words(self) -> str:
        """Return what the button says."""
        return _("Unlock")

    def _words(self) -> tuple[str, str]:
        """Return the title, and the sentence beneath it."""
        if self._locked:
            # i18n: Danish: »Fasthold er låst«
            return _("Fasthold is locked"), self._locked.sentence()
        return _("Open Fasthold"), _("Everything stays on this computer.")

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        words = QVBoxLayout()
        words.setSpacing(0)
        title, told = self._words()
        words.addWidget(Text(title, Role.LOCK_TITLE))
        words.addWidget(Text(told, Role.QUIET, wrap=True))
        row.addWidget(AppMark(44), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return head

    def _ways(self) -> QHBoxLayout:
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(self._keychain, 1)
        ways.addWidget(self._other_way, 1)
        self._keychain.setVisible(False)
        return ways

    def _notices(self) -> list[QWidget]:
        notices: list[QWidget] = [self._trouble]
        if self._demo_phrase:
            words = _("The passphrase is {phrase}").format(phrase=self._demo_phrase)
            what = _("Everything in this file is made up.")
            notices.append(_notice(Tone.WARN, what, words, "venetian-mask"))
        if self._locked and self._locked.draft_waits:
            notices.append(_draft_notice())
        return notices

    def _links(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        for name, text, signal in (
            ("open_other", _("Open another file"), self.other_file_requested),
            ("to_start", _("To the start page"), self.start_page_requested),
        ):
            link = Button(text, Kind.QUIET, size=Size.INLINE)
            link.setObjectName(name)
            link.clicked.connect(signal)
            row.addWidget(link)
        row.addStretch(1)
        return row

    def _middle_column(self) -> QVBoxLayout:
        """Return the column everything stands in, in the middle of the window."""
        block = QWidget()
        middle = in_the_middle(self, block)
        # i18n: Danish: »Ingen navne, koder eller besøg vises, mens skærmen er låst.«
        shown = _("No names, codes or visits are shown while the screen is locked.")
        middle.addWidget(Text(shown, Role.SECONDARY), 0, Qt.AlignmentFlag.AlignHCenter)
        block.setFixedWidth(WIDTH)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        return column


def _with_icon(name: str, words: Text) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(IconLabel(name, Token.INK2, 14), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(words, 1)
    return line


def _draft_notice() -> Notice:
    # i18n: Danish: »En kladde venter.« and »Teksten, du var i gang med, er gemt krypteret og åbner,
    # når du låser op.«
    what = _("A draft is waiting.")
    why = _("The text you were writing is kept encrypted, and opens when you unlock.")
    return _notice(Tone.OK, what, why, "save")


def _notice(tone: Tone, what: str, why: str, icon: str) -> Notice:
    from ui.common.notice import Notice

    return Notice(tone, what, why, icon=icon)
