"""Where the file lies, its copies, and opening another one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.language import _
from app.domain.words import long_day
from app.system.clock import today
from ui.common.button import Button, Kind
from ui.common.card import Card
from ui.common.choose_file import choose_folder
from ui.common.desk import Desk
from ui.common.notice import Notice
from ui.common.tokens import Tone
from ui.file.stacked import stacked
from ui.settings.act_row import ActRow
from ui.settings.choices import Choices
from ui.settings.failure import tell_failure


class CopiesCard(Card):
    """Saves checked copies, and opens them."""

    def __init__(self, desk: Desk, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(_("File and copies"), icon="hard-drive", parent=parent)
        self._desk, self._choices = desk, choices
        save = Button(_("Save a copy …"), Kind.PRIMARY, icon="save", pressed=self._on_save_clicked)
        other = Button(_("Open …"), pressed=choices.other_file_requested.emit)
        save.setObjectName("save_copy")
        other.setObjectName("open_other")
        self._copy_row = ActRow(_("Copy"), "", save)
        self._file_row = ActRow(_("The file lies here"), str(choices.path), QWidget())
        self._open_row = ActRow(
            _("Another file"),
            _("A copy, or a file from another computer. This one is closed first."),
            other,
        )
        self._warning = Notice(Tone.WARN, _("This folder is not only on this computer."))
        self._fill()

    def show_state(self) -> None:
        """Show when the last copy was saved, and whether the folder is a good one."""
        last = self._desk.services.settings.last_copied()
        self._copy_row.say(
            _("Last saved {day}. Keep copies on a drive your municipality has approved.").format(
                day=long_day(last)
            )
            if last
            else _("None saved yet. Keep copies on a drive your municipality has approved.")
        )
        warning = self._desk.services.file.cloud_warning(self._choices.path)
        self._warning.set_words(_("This folder is not only on this computer."), warning)
        self._warning_cell.setVisible(bool(warning))

    def save_copy(self, folder: Path) -> None:
        """Save a checked copy in `folder`, away from the window."""
        vault, path = self._desk.services.vault, self._choices.path
        self._copy_row.set_working(_("Saving a copy and reading it back …"))
        self._choices.acts.run(
            lambda loaded: loaded.files.save_copy(vault, path, folder),
            owner=self,
            done=self._on_saved,
            failed=self._on_failed,
        )

    def _on_save_clicked(self) -> None:
        choose_folder(self, _("Where shall the copy lie?"), Path.home(), self.save_copy)

    def _on_saved(self, target: Path) -> None:
        self._copy_row.set_working("")
        self._desk.services.settings.note_copied(today())
        self.show_state()
        self._desk.message.say(
            _("The copy is saved and checked: {place}. It opens with today's keys.").format(
                place=target
            )
        )

    def _on_failed(self, error: BaseException) -> None:
        self._copy_row.set_working("")
        self.show_state()
        tell_failure(self._desk, error)

    def _fill(self) -> None:
        self.add(self._file_row, flush=True)
        self._warning_cell = stacked(self._warning)
        self._warning_cell.setContentsMargins(16, 0, 16, 16)
        self.add(self._warning_cell, flush=True)
        self.add_rule()
        self.add(self._copy_row, flush=True)
        self.add_rule()
        self.add(self._open_row, flush=True)
