"""Capturing a flag in under fifteen seconds, by keys alone."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.draft import DraftKind
from app.domain.flag import FlagCard, FlagDraft
from app.domain.language import _
from app.domain.problem import FastholdError, Rejected
from app.domain.visit import VisitSheet
from app.domain.visit_people import may_tell, teller
from ui.common.announce import announce
from ui.common.badge import CodeTag
from ui.common.button import Button, Kind, Size
from ui.common.desk import Desk
from ui.common.field import FieldValue
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.icons import IconLabel
from ui.common.keys import key_text
from ui.common.notice import Notice
from ui.common.reveal import reveal
from ui.common.shown import as_tip
from ui.common.text import ShortText
from ui.common.tokens import Token, Tone
from ui.flag.flag_dialog import CODE
from ui.flag.flag_fields import add_flag_fields
from ui.visit.room.part import Part

UNDO_SECONDS = 10


class FlagPart(Part):
    """The fields of a new flag. What stands in them is kept, and is there again after a lock."""

    saved = Signal(object)  # FlagCard
    begun_changed = Signal()  # whether a flag is being typed

    def __init__(self, desk: Desk, sheet: VisitSheet, parent: QWidget | None = None) -> None:
        # i18n: Danish: »Nyt anonymt flag«
        super().__init__(_("New anonymous flag"), parent)
        self._desk, self._row = desk, sheet.row
        self.form = Form(stacked=False, gap=12)
        self._told_by, self._note = add_flag_fields(self.form, desk, Size.LARGE)
        self._in_turn = ""  # the doctor in the room: a flag is told by that one if nothing is said
        self._tag = CodeTag("")
        self._notice = Notice(Tone.DANGER, "")
        self._said_icon = IconLabel("venetian-mask", Token.INK2, 18)
        self._said = ShortText("", Role.SECONDARY)
        self._undo = Button(_("Undo"), icon="undo-2", keys="Ctrl+Z", size=Size.COMPACT)
        self._timer = QTimer(self, singleShot=True, interval=UNDO_SECONDS * 1_000)
        self._cleared: Mapping[str, FieldValue] = {}
        self._was_begun = self._taken_up = False
        self._blank: Mapping[str, FieldValue] = {}
        self._memory = desk.memory(DraftKind.FLAG, sheet.row.id.hex)
        self._build()
        self._show_people(sheet)
        self.form.show_draft(self._empty())
        self._blank = self._begun_values()
        self._remember()
        self._connect()

    def is_begun(self) -> bool:
        """Whether something stands in the fields that is not saved."""
        return self._begun_values() != self._blank

    def flush(self) -> None:
        """Keep what stands in the fields now."""
        self._memory.flush()

    @override
    def show_sheet(self, sheet: VisitSheet) -> None:
        self._row = sheet.row
        self._show_people(sheet)

    @override
    def begin(self) -> None:
        self.form.focus_first()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_begun():
            self.clear()
        else:
            super().keyPressEvent(event)

    def save(self) -> None:
        """Save the flag, and clear the fields for the next one."""
        self._notice.setVisible(False)
        try:
            card = self._desk.services.flag.raise_flag(
                self._row.practice_id, self._row.id, self.form.draft(FlagDraft), self._tag.code()
            )
        except Rejected as rejection:
            self.form.show_problems(rejection.problems)
        except FastholdError as error:
            self._tell_unsaved(error)
        else:
            self._on_saved(card)

    def clear(self) -> None:
        """Empty the fields; for ten seconds they can be had back."""
        self._desk.message.clear()  # Ctrl+Z takes back one thing, and now it is this
        # A note in which the guard sees a person is gone for good.
        gone = {"note": ""} if self._note.is_refused() else {}
        cleared = self.form.values() | gone
        self._begin_anew()
        self._cleared = cleared
        self._say(_("The fields are cleared."), "eraser", Token.INK2)
        self._undo.setVisible(True)

    def take_back(self) -> None:
        """Put what was cleared back into the fields."""
        cleared, self._cleared = self._cleared, {}
        self.rest()
        if cleared:
            self.form.set_values(cleared)
            self.form.changed.emit()
            self.begin()

    def go_to(self, name: str) -> None:
        """Put the keyboard on the field called `name`."""
        field = self.form.field(name)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.area.ensureWidgetVisible(field)

    def _show_people(self, sheet: VisitSheet) -> None:
        """Offer who may have told of the flag; what is being typed stays with whom it began."""
        doctors = {one.id.hex: one.name for one in sheet.people}
        self._told_by.set_doctors(doctors, [one.id.hex for one in may_tell(sheet.people)])
        self.form.set_asked("told_by", asked=self._told_by.has_doctors())
        before, found = self._in_turn, teller(sheet.people)
        self._in_turn = found.hex if found else ""
        if self._in_turn != before and not self.is_begun():
            self._told_by.set_value(self._in_turn)

    def _empty(self) -> FlagDraft:
        return FlagDraft(told_by=self._in_turn)

    def _begun_values(self) -> dict[str, FieldValue]:
        """Return what stands in the fields, but for who tells: that alone begins no flag."""
        return {name: value for name, value in self.form.values().items() if name != "told_by"}

    def _on_saved(self, card: FlagCard) -> None:
        self._cleared = {}
        self._begin_anew()
        self._tag.set_code(self._desk.services.flag.new_code())
        self._undo.setVisible(False)
        words = _("{code} is saved. Begin the next one.").format(code=card.code)
        self._say(words, "circle-check", Token.OK)
        self.saved.emit(card)

    def _begin_anew(self) -> None:
        self._memory.drop()
        self._taken_up = False
        self.form.show_draft(self._empty())
        self._note_begun()
        self.begin()

    def _tell_unsaved(self, error: FastholdError) -> None:
        # i18n: Danish: »Flaget blev ikke gemt. Felterne står her stadig.«
        words = _("The flag was not saved. The fields are still here.")
        self._notice.set_words(words, str(error))
        self._notice.setVisible(True)
        reveal(self._notice)

    def _say(self, words: str, icon: str, ink: Token) -> None:
        self._said.setText(words)
        self._said_icon.set_icon(icon, ink)
        announce(self, words)
        self._timer.start()

    def rest(self) -> None:
        """Say nothing in particular; what was cleared can no longer be had back."""
        self._timer.stop()
        self._cleared = {}
        self._undo.setVisible(False)
        if self._taken_up:  # until it is saved or cleared: a message may lie over it at first
            self._said_icon.set_icon("save", Token.ACCENT)
            self._said.setText(
                _("You were in the middle of this flag. Nothing of it is saved yet.")
            )
            return
        self._said_icon.set_icon("venetian-mask", Token.INK2)
        # i18n: Danish: »Valgene passer på mange. Kun noten bliver kontrolleret.«
        self._said.setText(_("The choices fit many people. Only the note is checked."))

    def _note_begun(self) -> None:
        if self.is_begun() != self._was_begun:
            self._was_begun = self.is_begun()
            self.begun_changed.emit()

    def _on_changed(self) -> None:
        if self._cleared and self.is_begun():
            self.rest()  # a new flag is begun: what was cleared is not wanted any more
        self._note_begun()
        if not self.is_begun():
            self._memory.drop()  # emptied by hand: nothing is left to offer when the visit ends

    def _on_guarded(self, refused: bool) -> None:  # noqa: FBT001 -- a signal's payload
        reason = _("Stopped: the note points to a person.") if refused else ""
        self._save.setEnabled(not refused)
        self._save.setToolTip(as_tip(reason))
        self._save.setAccessibleDescription(reason or key_text("Ctrl+Enter"))
        self.rest()
        if refused:
            self._said.setText(reason)
            self._said_icon.set_icon("ban", Token.DANGER)
            QTimer.singleShot(0, self, self._show_guard)

    def _show_guard(self) -> None:
        """Bring the notice and its ways out into view, once it is laid out."""
        bottom = self._note.mapTo(self.form, self._note.rect().bottomLeft())
        self.area.ensureVisible(0, self.form.y() + bottom.y(), 0, 16)

    def _remember(self) -> None:
        """Keep every field and the code: it may stand on a slip before the flag is saved."""
        memory = self._memory
        memory.setParent(self)
        memory.watch(self.form)
        memory.watch_values(lambda: self.form.values() | {CODE: self._tag.code()})
        memory.failed.connect(self._tell_unsaved)
        code = memory.waiting.get(CODE)
        self._tag.set_code(str(code) if code else self._desk.services.flag.new_code())
        if memory.waiting:
            self.form.set_values(memory.waiting)
        self._was_begun = self._taken_up = self.is_begun()
        self.rest()
        if self._taken_up:
            announce(self, self._said.text())

    def _connect(self) -> None:
        self.form.changed.connect(self._on_changed)
        self._note.guarded.connect(self._on_guarded)
        self._timer.timeout.connect(self.rest)
        self._undo.clicked.connect(self.take_back)

    def _build(self) -> None:
        # i18n: Danish: »Koden er tilfældig. Skriv den på kodesedlen til patienten.«
        hint = _("The code is random. Write it on the slip for the patient.")
        self.head.addWidget(self._tag)
        self.head.addWidget(ShortText(hint, Role.SECONDARY), 1)
        self._notice.setVisible(False)
        self._notice.setObjectName("unsaved")
        self.body.addWidget(self._notice)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        # i18n: Danish: »Ryd«, »Gem flag«
        clear = Button(_("Clear"), keys="Esc", size=Size.LARGE, pressed=self.clear)
        clear.setObjectName("clear")
        self._save = Button(
            _("Save flag"), Kind.PRIMARY, icon="flag", keys="Ctrl+Enter", size=Size.LARGE
        )
        self._save.setObjectName("raise_flag")
        self._save.clicked.connect(self.save)
        self._undo.setObjectName("undo_clear")
        self._undo.setVisible(False)
        self.foot.addWidget(self._said_icon)
        self.foot.addWidget(self._said, 1)
        self.foot.addWidget(self._undo)
        self.foot.addWidget(clear)
        self.foot.addWidget(self._save)
        self.use_foot()
