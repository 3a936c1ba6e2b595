"""Step one: whether the computer's keychain may open the file, and where the file lies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

from app.domain.language import _
from ui.common.button import Button, Size
from ui.common.card import Card
from ui.common.check import CheckField
from ui.common.choose_file import choose_save
from ui.common.fonts import Role
from ui.common.notice import Notice
from ui.common.text import ShortText, Text
from ui.common.tokens import Tone
from ui.file.file_acts import FileActs
from ui.file.keychain_name import keychain_name, no_keychain
from ui.file.stacked import stacked
from ui.file.step import StepView

if TYPE_CHECKING:
    from app.services.file import FileService

FILE_KIND = "Fasthold (*.fasthold)"


class KeychainStep(StepView):
    """Asks for both; once the file is made, its place stays."""

    def __init__(self, acts: FileActs, files: FileService, path: Path) -> None:
        super().__init__()
        self._files = files
        self._there = True  # until the computer has been asked
        self.path = path
        self._keychain = CheckField(_("Let the keychain open the file when I start Fasthold"))
        self._keychain.set_name("keychain", "")
        self._promise = Text(_promise(), Role.QUIET, wrap=True)
        self._told = Notice(Tone.NEUTRAL, _("Looking for the keychain of this computer …"))
        self._place = ShortText("", Role.BODY)
        self._change = Button(_("Change …"), size=Size.COMPACT, pressed=self._on_change_clicked)
        self._warning = Notice(Tone.WARN, "")
        self._taken = Notice(Tone.DANGER, "")
        self._build()
        self._show_place()
        acts.run(lambda loaded: loaded.files.has_keychain(), owner=self, done=self._on_asked)

    def wants_keychain(self) -> bool:
        """Return whether the keychain may open the file."""
        return bool(self._keychain.value())

    def left_out(self) -> str:
        """Return why the keychain is not to open the file, or nothing if it is."""
        if self.wants_keychain():
            return ""
        # i18n: Danish: »Ikke på denne pc«, »Bruges ikke«
        return _("Not used") if self._there else _("Not on this computer")

    def fix_place(self) -> None:
        """The file is made: it stays where it is."""
        self._change.setVisible(False)
        self._taken.setVisible(False)

    @override
    def stopped(self) -> str | None:
        if self._change.isHidden() or not self._taken.isVisibleTo(self):
            return None
        return _("Choose another place or name for the file.")

    @override
    def enter(self) -> None:
        self._keychain.setFocus()

    def _on_asked(self, there: bool) -> None:  # noqa: FBT001 -- what the task answers
        self._there = there
        self._keychain.setVisible(there)
        self._keychain.set_value(there)
        self._promise.setVisible(there)
        self._told.setVisible(not there)
        if not there:
            self._told.set_words(no_keychain(), _("You write the passphrase each time."))
        self.changed.emit()

    def _on_change_clicked(self) -> None:
        title = _("Where shall the file lie?")
        choose_save(self, title, self.path, FILE_KIND, self._on_place_chosen)

    def _on_place_chosen(self, path: Path) -> None:
        self.path = path
        self._show_place()
        self.changed.emit()

    def _show_place(self) -> None:
        self._place.setText(str(self.path))
        warning = self._files.cloud_warning(self.path)
        self._warning.set_words(_("This folder is not only on this computer."), warning)
        self._warning.setVisible(bool(warning))
        what, why = self._why_not_here()
        self._taken.set_words(what, why)
        self._taken.setVisible(bool(what))

    def _why_not_here(self) -> tuple[str, str]:
        """Return what stands in the way of a file of this name at this place, and what to do."""
        if told := self._files.name_warning(self.path):
            return told, _("Anybody who uses the computer can read it.")
        if self._files.exists(self.path):
            return (
                _("There is already a file here, or a part of one."),
                _("It is left as it is. Choose another place or name for the new one."),
            )
        return "", ""

    def _build(self) -> None:
        chain = Card(keychain_name(), icon="monitor")
        chain.add(stacked(self._promise, self._keychain, self._told))
        place = Card(_("Where the file lies"), icon="hard-drive")
        place.add_action(self._change)
        self._change.setObjectName("change_place")
        place.add(stacked(self._place, self._warning, self._taken))
        self.column.addWidget(chain)
        self.column.addWidget(place)
        self._promise.setVisible(False)
        self._keychain.setVisible(False)


def _promise() -> str:
    return _(
        "Then one click opens the file after you have signed in to the computer."
        " After a lock the passphrase is needed all the same. You can switch it off later."
    )
