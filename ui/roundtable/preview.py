"""What each reader will read: the very paper, made anew after each change."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.audience import READER_LABELS, Reader
from app.domain.language import N_, _, language
from app.domain.paper import Prepared
from app.domain.problem import FastholdError
from app.domain.roundtable import RoundtableId, RoundtableSheet
from ui.common.button import Button, IconButton, Size
from ui.common.card import Rule
from ui.common.desk import Desk
from ui.common.errors import show_error
from ui.common.fonts import Role
from ui.common.keys import key_text
from ui.common.notice import Notice
from ui.common.paint import CARD_RADIUS, draw_box
from ui.common.segments import Segments, name_parts
from ui.common.shown import as_tip
from ui.common.text import ShortText
from ui.common.tokens import Token, Tone
from ui.paper.paper_keys import PaperTools
from ui.paper.paper_view import PaperView
from ui.paper.print_act import PRINT_KEYS, print_paper, print_words, small_print_button
from ui.paper.save_act import protect_box
from ui.paper.saved import saved_words
from ui.roundtable.left_out import may_see, name_of
from ui.roundtable.preview_banner import Banner, WithheldBox

REST = 250  # ms; several changes in a row make one paper
_NAMES: dict[Reader, str] = {
    Reader.EMPLOYER: N_("What the employer will read"),
    Reader.CITIZEN: N_("What the citizen will read"),
    Reader.DOCTOR: N_("What the doctor will read"),
    Reader.OWN: N_("All there is, for your own eyes"),
}
_NONE: dict[Reader, str] = {
    Reader.EMPLOYER: N_("There is no paper for the employer."),
    Reader.CITIZEN: N_("There is no paper for the citizen."),
    Reader.DOCTOR: N_("There is no paper for the doctor."),
    Reader.OWN: N_("There is no paper of your own."),
}


class Preview(QWidget):
    """The sheet of one reader as the consent lets it be today, or why there is none."""

    ask_requested = Signal()
    settings_requested = Signal()
    followup_requested = Signal()
    prepared_changed = Signal()
    compare_requested = Signal()
    show_requested = Signal()

    def __init__(self, desk: Desk, reader: Reader = Reader.EMPLOYER, *, name: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._sheet: RoundtableSheet | None = None
        self._shown: RoundtableId | None = None
        self._turn = 0
        self.prepared: Prepared | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._prepare)
        spoken = (("da", _("Dansk")), ("en", _("English")))  # each is named in itself
        self._spoken = Segments(spoken, size=Size.COMPACT, name=_("Language of the paper"))
        name_parts(f"{name}language", _("Language of the paper"), self._spoken.parts())
        self._spoken.set_value("en" if language() == "en" else "da")
        self._spoken.chosen.connect(lambda _code: self._rest.start())
        self._readers = _readers(reader, f"{name}reader")
        self._readers.chosen.connect(lambda _code: self._on_reader_chosen())
        self.protect = protect_box()
        self.compare = IconButton(
            # i18n: Danish: »To læsere ved siden af hinanden«
            "columns-2", _("Two readers side by side"), pressed=self.compare_requested.emit
        )  # fmt: skip
        self.compare.setObjectName(f"{name}compare")
        # i18n: Danish: »Vis ved bordet (F11)«
        self.at_table = IconButton(
            "monitor", _("Show at the table (F11)"), pressed=self.show_requested.emit
        )
        self.at_table.setObjectName(f"{name}show_at_table")
        self._print = small_print_button(self.print_paper)
        self._print.setObjectName(f"{name}print")
        self._banner, self._withheld = Banner(), WithheldBox()
        self._refusal = Notice(Tone.DANGER, "")
        self.view = PaperView(whole=True)
        self._build()

    @property
    def reader(self) -> Reader:
        """Whose sheet is shown."""
        return Reader(self._readers.value())

    def show_as(self, reader: Reader) -> None:
        """Show what this reader will read."""
        self._readers.set_value(reader.value)
        self._on_reader_chosen()

    def show_sheet(self, sheet: RoundtableSheet) -> None:
        """Show what the reader of `sheet` may read."""
        if self._shown != sheet.row.id:
            self._forget()
        self._sheet, self._shown = sheet, sheet.row.id
        self._banner.show_sheet(sheet, self.reader)
        self._withheld.show_sheet(sheet, self.reader)
        self.setAccessibleName(_(_NAMES[self.reader]))
        self._rest.start()

    def set_whole(self, *, whole: bool) -> None:
        """Show all of the paper, or let it scroll in the room there is."""
        self.view.set_whole(whole=whole)

    def reason(self) -> str:
        """Return why there is no paper, or nothing."""
        return "" if self._instead.isHidden() else self._refusal.accessibleName()

    def save_into(self, folder: Path, password: str = "") -> None:
        """Save the very bytes shown, locked by `password`; say where, or why not."""
        if self.prepared is None:
            return
        try:
            place = self._desk.services.export.save(self.prepared, folder, password)
        except FastholdError as error:
            show_error(self, error)
            self._rest.start()
        else:
            self._desk.message.say(saved_words(place))

    def set_print_stopped(self, reason: str | None) -> None:
        """Stop the button that prints for `reason`; None lets it be pressed."""
        self._print.setEnabled(reason is None)
        self._print.setToolTip(as_tip(reason or print_words()))
        self._print.setAccessibleDescription(reason or key_text(PRINT_KEYS))

    def print_paper(self) -> None:
        """Print the very bytes shown, on a printer that is asked for."""
        if self.prepared is not None:
            print_paper(self._desk, self, self.prepared, self._rest.start, self._on_not_printed)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rest.start()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self.rect(), Token.SURFACE, Token.LINE, radius=CARD_RADIUS)
        painter.end()

    def _build(self) -> None:
        self._instead = QWidget()
        instead = QVBoxLayout(self._instead)
        instead.setContentsMargins(16, 16, 16, 16)
        instead.addWidget(self._refusal)
        instead.addStretch(1)
        self._instead.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._whose())
        column.addLayout(self._how())
        column.addWidget(Rule())
        column.addWidget(self._banner)
        column.addWidget(self._withheld)
        column.addWidget(self._instead, 1)
        column.addWidget(self.view, 1)
        column.addLayout(self._below())

    def _whose(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 12, 0)
        row.setSpacing(8)
        # i18n: Danish: »Vis som«
        row.addWidget(ShortText(_("Show as"), Role.SECONDARY))
        row.addWidget(self._readers)
        row.addStretch(1)
        return row

    def _how(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 6, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._spoken)
        row.addStretch(1)
        row.addWidget(self.at_table)
        row.addWidget(self.compare)
        row.addWidget(self._print)
        row.addWidget(PaperTools(self.view))
        return row

    def _below(self) -> QHBoxLayout:
        self.protect.setVisible(False)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 12, 0)
        row.addWidget(self.protect)
        return row

    def _on_reader_chosen(self) -> None:
        self._forget()
        self.prepared_changed.emit()
        if self._sheet is not None:
            self.show_sheet(self._sheet)

    def _forget(self) -> None:
        self._turn += 1
        self.prepared = None
        self.view.clear()
        self._show_paper(shown=True)

    def _prepare(self) -> None:
        shown, reader, spoken = self._shown, self.reader, self._spoken.value()
        if shown is None or not self.isVisible():
            return
        self._turn += 1
        turn = self._turn
        export = self._desk.services.export
        self._desk.tasks.run(
            lambda: export.prepare_sheet(shown, reader, spoken),
            owner=self,
            done=lambda prepared: self._on_ready(turn, prepared),
            failed=lambda error: self._on_refused(turn, error),
        )

    def _on_ready(self, turn: int, prepared: Prepared) -> None:
        if turn != self._turn:
            return
        self.prepared = prepared
        self._show_paper(shown=True)
        self.view.show_pdf(prepared.pdf)
        self.prepared_changed.emit()

    def _on_refused(self, turn: int, error: BaseException) -> None:
        if turn != self._turn:
            return
        if not isinstance(error, FastholdError):
            show_error(self, error)
            return
        self.prepared = None
        self.view.clear()
        self._refusal.set_words(_(_NONE[self.reader]), str(error))
        self._refusal.set_acts(self._way_out())
        self._show_paper(shown=False)
        self.prepared_changed.emit()

    def _on_not_printed(self, error: FastholdError) -> None:
        show_error(self, error)
        self._rest.start()

    def _show_paper(self, *, shown: bool) -> None:
        self.view.setVisible(shown)
        self._instead.setVisible(not shown)

    def _way_out(self) -> list[Button]:
        """Return the one button that lifts what stands in the way, if a button can."""
        if self._desk.services.settings.sender() is None:
            return [_act(_("Write my details"), "user-round", self.settings_requested, "settings")]
        sheet, reader = self._sheet, self.reader
        if sheet is None or _is_unclear(sheet, reader):
            return []  # which of several is meant is said by who is seated, beside this
        if reader in (Reader.EMPLOYER, Reader.DOCTOR) and not name_of(sheet, reader):
            words = _("Open the follow-up")
            return [_act(words, "route", self.followup_requested, "open_followup")]
        if not may_see(sheet, reader):
            words = _("Ask for consent")
            return [_act(words, "handshake", self.ask_requested, "ask_employer_consent")]
        return []


def _readers(reader: Reader, name: str) -> Segments:
    options = [(one.value, _(label)) for one, label in READER_LABELS.items()]
    readers = Segments(options, size=Size.COMPACT, name=_("Show as"))
    name_parts(name, _("Show as"), readers.parts())
    readers.set_value(reader.value)
    return readers


def _is_unclear(sheet: RoundtableSheet, reader: Reader) -> bool:
    """Whether several could be meant."""
    if reader is Reader.EMPLOYER:
        return sheet.employers > 1 and sheet.employer_id is None
    return reader is Reader.DOCTOR and sheet.doctors > 1 and sheet.doctor_id is None


def _act(words: str, icon: str, signal: SignalInstance, name: str) -> Button:
    button = Button(words, icon=icon, size=Size.COMPACT)
    button.setObjectName(name)
    button.clicked.connect(signal)
    return button
