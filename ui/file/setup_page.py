"""Making one's file: keychain, passphrase, code, trying the code, and one's details.

One can go back at any time. The file is made on the way from the passphrase to the code; after
that, going back changes its keys.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.draft import DraftKind
from app.domain.language import _
from app.domain.problem import Rejected
from ui.common.button import Button, Kind, Size
from ui.common.card import Rule
from ui.common.draft_memory import DraftMemory
from ui.common.fonts import Role
from ui.common.scroll_area import ScrollArea
from ui.common.text import Text
from ui.file.code_step import CodeStep
from ui.file.details_step import DetailsStep
from ui.file.file_acts import FileActs
from ui.file.keychain_step import KeychainStep
from ui.file.loaded import Loaded
from ui.file.passphrase_step import PassphraseStep
from ui.file.scrolling import keep_width
from ui.file.step import STEP_ACTS, Step, StepView
from ui.file.step_bar import StepBar
from ui.file.stopped_foot import StoppedFoot
from ui.file.trouble_place import TroublePlace
from ui.file.try_step import TryStep

if TYPE_CHECKING:
    from app.bootstrap import Services
    from app.services.file import FileService, MadeFile

Result = TypeVar("Result")

WIDEST = 768
MINUTES_IN_VISIT = "15"
IDLE_MINUTES = 5
_SIDE = 24  # px beside the page where the window is narrow
_ROUND_FOCUS = 24  # px kept in view above and below where the keyboard is


class SetupPage(QWidget):
    """Walks through the steps; `finished` hands over the open file."""

    made = Signal(object)  # Path
    finished = Signal(object)  # Services
    cancelled = Signal()
    other_file_requested = Signal()

    def __init__(
        self, acts: FileActs, files: FileService, path: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._acts, self._files = acts, files
        self._file: MadeFile | None = None
        self._strength = 0
        self._working = False
        self.services: Services | None = None
        self._keychain = KeychainStep(acts, files, path)
        self._phrase = PassphraseStep(files)
        self._code, self._try, self._details = CodeStep(), TryStep(), DetailsStep()
        self._step = Step.KEYCHAIN
        self._views: dict[Step, StepView] = {
            Step.KEYCHAIN: self._keychain,
            Step.PASSPHRASE: self._phrase,
            Step.CODE: self._code,
            Step.TRY: self._try,
            Step.DETAILS: self._details,
        }
        self._bar = StepBar()
        self._back = Button(_("Back"), icon="arrow-left", size=Size.LARGE)
        go_on = Button("", Kind.PRIMARY, icon="arrow-right", keys="Ctrl+Enter", size=Size.LARGE)
        self._next = StoppedFoot(go_on)
        self._trouble = TroublePlace(self._on_next_clicked, self.other_file_requested.emit)
        self._build()
        self._connect()
        self._go(Step.KEYCHAIN)

    @property
    def path(self) -> Path:
        """Where the file is, or is to be made."""
        return self._keychain.path

    @property
    def is_made(self) -> bool:
        """Whether there is a file to be locked."""
        return self._file is not None

    def idle_minutes(self) -> int:
        """Return after how many idle minutes this page is locked."""
        return IDLE_MINUTES

    def step(self) -> Step:
        """Return where one is."""
        return self._step

    def focus(self) -> None:
        """Put the keyboard where one goes on."""
        self._views[self._step].enter()

    def _go(self, step: Step) -> None:
        self._step = step
        self._bar.set_current(step)
        for other, view in self._views.items():
            view.setVisible(other is step)
        self._trouble.clear()
        self._next.button.setText(_(STEP_ACTS[step]))
        self._next.button.updateGeometry()
        self._area.verticalScrollBar().setValue(0)
        self._views[step].enter()
        self._on_changed()
        # Where things are is known only when the step has been laid out.
        QTimer.singleShot(0, self, self._show_focus)

    def _show_focus(self) -> None:
        here = self.focusWidget()
        if here is not None:
            self._area.ensureWidgetVisible(here, 0, _ROUND_FOCUS)

    def _on_changed(self) -> None:
        if self._working:
            return
        self._next.set_stopped(self._views[self._step].stopped())
        self._bar.set_left_out(Step.KEYCHAIN, self._left_out())
        first = self._step.previous is None
        self._back.setVisible(not (first and self.is_made))

    def _left_out(self) -> str:
        """Return what the mark of the keychain says instead, once one has left its step."""
        return "" if self._step is Step.KEYCHAIN else self._keychain.left_out()

    def _on_back_clicked(self) -> None:
        previous = self._step.previous
        if previous is None and not self.is_made:
            self.cancelled.emit()
        elif previous is not None:
            self._go(previous)

    def _on_next_clicked(self) -> None:
        leave: dict[Step, Callable[[], None]] = {
            Step.KEYCHAIN: self._leave_keychain,
            Step.PASSPHRASE: self._leave_passphrase,
            Step.CODE: lambda: self._go(Step.TRY),
            Step.TRY: self._leave_try,
            Step.DETAILS: self._leave_details,
        }
        leave[self._step]()

    def _leave_keychain(self) -> None:
        if self._file is None or self._file.keychain_active == self._keychain.wants_keychain():
            self._go(Step.PASSPHRASE)
            return
        dek, wanted = self._file.dek, self._keychain.wants_keychain()
        self._work(
            _("Asking the keychain …"),
            lambda loaded: loaded.files.set_keychain(self.path, dek, on=wanted),
            self._on_keychain_set,
        )

    def _on_keychain_set(self, active: bool) -> None:  # noqa: FBT001 -- what the task answers
        if self._file is not None:
            self._file = replace(self._file, keychain_active=active)
            self._show_code()
        self._go(Step.PASSPHRASE)

    def _leave_passphrase(self) -> None:
        phrase, wanted, path = self._phrase.phrase(), self._keychain.wants_keychain(), self.path
        if self._file is None:
            self._work(
                _("Making the encrypted file …"),
                lambda loaded: loaded.files.make(path, phrase, keychain=wanted),
                lambda made: self._on_made(made, phrase),
            )
        elif phrase:
            dek = self._file.dek
            self._work(
                _("Changing the passphrase …"),
                lambda loaded: loaded.files.set_passphrase(path, dek, phrase),
                lambda _none: self._on_phrase_set(phrase),
            )
        else:
            self._go(Step.CODE)

    def _on_made(self, made: MadeFile, phrase: str) -> None:
        self._file = made
        self._keychain.fix_place()
        self._try.set_code(made.recovery_code)
        self.made.emit(self.path)
        self._on_phrase_set(phrase)

    def _on_phrase_set(self, phrase: str) -> None:
        self._phrase.set_chosen()
        self._strength = self._files.strength(phrase)
        self._show_code()
        self._go(Step.CODE)

    def _show_code(self) -> None:
        if self._file is not None:
            self._code.show_code(
                self._file.recovery_code,
                keychain=self._file.keychain_active,
                strength=self._strength,
            )

    def _leave_try(self) -> None:
        if self._file is None or not self._try.settle():
            return
        if self.services is not None:
            self._go(Step.DETAILS)
            return
        path, dek, code = self.path, self._file.dek, self._file.recovery_code

        def open_by_paper(loaded: Loaded) -> Services:
            # Not only compared: the code has opened the file once before it is relied on.
            loaded.files.check_code(path, dek, code)
            return loaded.open_services(path, dek)

        self._work(_("Trying the code …"), open_by_paper, self._on_tried)

    def _on_tried(self, services: Services) -> None:
        self.services = services
        services.settings.note_code_tried()
        services.settings.save_lock_minutes(self._code.minutes(), MINUTES_IN_VISIT)
        self._details.remember(_memory_of_details(services))
        self._go(Step.DETAILS)

    def _leave_details(self) -> None:
        if self.services is None:
            return
        try:
            self.services.settings.save_sender(self._details.draft())
        except Rejected as rejection:
            self._details.show_problems(rejection.problems)
            return
        self.services.settings.save_lock_minutes(self._code.minutes(), MINUTES_IN_VISIT)
        self._details.forget()
        self.finished.emit(self.services)

    def _work(
        self, what: str, act: Callable[[Loaded], Result], done: Callable[[Result], object]
    ) -> None:
        """Do `act` away from the window; meanwhile nothing can be pressed, and `what` says why."""
        self._set_working(what)

        def on_done(result: Result) -> None:
            self._set_working("")
            done(result)

        self._acts.run(act, owner=self, done=on_done, failed=self._on_failed)

    def _set_working(self, what: str) -> None:
        self._working = bool(what)
        self._back.setEnabled(not what)
        self._views[self._step].setEnabled(not what)
        self._trouble.clear()
        self._next.set_stopped(what or None)

    def _on_failed(self, error: BaseException) -> None:
        self._set_working("")
        self._on_changed()
        if isinstance(error, Rejected):
            self._phrase.show_problems(error.problems)
        else:
            self._trouble.show_error(error)

    def _connect(self) -> None:
        self._back.setObjectName("back")
        self._next.button.setObjectName("next")
        self._back.clicked.connect(self._on_back_clicked)
        self._next.button.clicked.connect(self._on_next_clicked)
        for view in self._views.values():
            view.changed.connect(self._on_changed)

    def _build(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addLayout(_head())
        column.addWidget(self._bar)
        for view in self._views.values():
            column.addWidget(view)
        column.addWidget(self._trouble)
        column.addStretch(1)
        whole, across = _in_the_middle(column, 20)
        self._area = ScrollArea(whole)
        wide = keep_width(self._area, across)
        foot, below = _in_the_middle(self._foot(), 0)
        below.setContentsMargins(_SIDE + wide, 0, _SIDE + wide, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._area, 1)
        outer.addWidget(foot)

    def _foot(self) -> QVBoxLayout:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._next.reason.setAlignment(right)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._back)
        row.addWidget(self._next.reason, 1)
        row.addStretch(0)
        row.addWidget(self._next.button)
        row.setContentsMargins(0, 12, 0, 16)
        foot = QVBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(Rule())
        foot.addLayout(row)
        return foot


def _in_the_middle(column: QVBoxLayout, above: int) -> tuple[QWidget, QHBoxLayout]:
    """Return `column` no wider than the page is to be, in the middle of the window."""
    column.setContentsMargins(0, 0, 0, 0)
    block = QWidget()
    block.setMaximumWidth(WIDEST)
    block.setLayout(column)
    whole = QWidget()
    across = QHBoxLayout(whole)
    across.setContentsMargins(_SIDE, above, _SIDE, above)
    across.addStretch(1)
    across.addWidget(block, 100)
    across.addStretch(1)
    return whole, across


def _head() -> QVBoxLayout:
    head = QVBoxLayout()
    head.setSpacing(2)
    # i18n: Danish: »Sikr dine data«
    head.addWidget(Text(_("Secure your file"), Role.LOCK_TITLE))
    # i18n: Danish: »Alt bliver på denne pc. Uden nøglen kan ingen læse det, heller ikke kommunens
    # it-afdeling.«
    words = _(
        "Everything stays on this computer. Without the key nobody can read it, not even the"
        " municipality's IT department."
    )
    head.addWidget(Text(words, Role.QUIET, wrap=True))
    return head


def _memory_of_details(services: Services) -> DraftMemory:
    waiting = services.draft.find(DraftKind.SENDER, "")
    return DraftMemory(
        lambda text: services.draft.keep(DraftKind.SENDER, "", text),
        lambda: services.draft.drop(DraftKind.SENDER, ""),
        waiting.values if waiting else None,
    )
