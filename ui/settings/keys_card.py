"""The three keys of the file: passphrase, code on paper, keychain."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.language import _
from ui.common.button import Button
from ui.common.card import Card
from ui.common.confirm import confirm
from ui.common.desk import Desk
from ui.common.tokens import Tone
from ui.file.keychain_name import keychain_name, no_keychain
from ui.file.new_code_dialog import NewCodeDialog
from ui.file.new_passphrase_dialog import NewPassphraseDialog
from ui.settings.act_row import ActRow
from ui.settings.choices import Choices
from ui.settings.failure import tell_failure


class KeysCard(Card):
    """Changes each of them; any one of them opens the file."""

    def __init__(self, desk: Desk, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(_("Keys of the file"), icon="key-round", parent=parent)
        self._desk, self._choices = desk, choices
        self._by_keychain = False
        self._has_keychain = True
        self._change = _button(_("Change …"), "set_passphrase", self.change_passphrase)
        self._make = _button(_("Make a new code …"), "new_recovery_code", self.make_new_code)
        self._switch = _button("", "set_keychain", self.switch_keychain)
        self._phrase_row = ActRow(_("Passphrase"), _("Opens the file each day."), self._change)
        self._code_row = ActRow(_("Recovery code"), "", self._make)
        self._chain_row = ActRow(keychain_name(), "", self._switch)
        for place, row in enumerate((self._phrase_row, self._code_row, self._chain_row)):
            if place:
                self.add_rule()
            self.add(row, flush=True)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._choices.acts.run(
            lambda loaded: loaded.files.has_keychain(), owner=self, done=self._on_keychain_found
        )

    def show_state(self) -> None:
        """Show which keys the file knows."""
        services = self._desk.services
        self._by_keychain = "keychain" in services.file.slots(self._choices.path)
        self._code_row.say(
            _("Opens the file when the passphrase is forgotten. Your paper was tried.")
            if services.settings.code_tried()
            else _("Opens the file when the passphrase is forgotten. It has not been tried.")
        )
        self._switch.setText(_("Switch off") if self._by_keychain else _("Switch on"))
        # One that was switched on where there was a keychain can still be switched off.
        self._switch.setVisible(self._has_keychain or self._by_keychain)
        self._chain_row.say(self._keychain_words())

    def change_passphrase(self) -> None:
        """Ask for a new passphrase."""
        dialog = NewPassphraseDialog(
            self._choices.acts, self._choices.path, self._desk.services, self
        )
        dialog.set_anew.connect(
            lambda: self._desk.message.say(_("The new passphrase opens the file from now on."))
        )
        dialog.open()

    def make_new_code(self) -> None:
        """Ask whether the old paper may become worthless, then show a new code."""
        confirm(
            self,
            _("Make a new recovery code?"),
            _("The paper you have now will open nothing from then on. Tear it up then."),
            _("Make a new code"),
            self._make_code,
        )

    def switch_keychain(self) -> None:
        """Let the keychain open the file, or no longer."""
        path, dek, on = self._choices.path, self._desk.services.vault.dek, not self._by_keychain
        self._chain_row.set_working(_("Asking the keychain …"))
        self._choices.acts.run(
            lambda loaded: loaded.files.set_keychain(path, dek, on=on),
            owner=self,
            done=lambda active: self._on_keychain_set(wanted=on, active=active),
            failed=self._on_failed,
        )

    def _keychain_words(self) -> str:
        if not self._has_keychain:
            return " ".join((no_keychain(), _("You write the passphrase each time.")))
        if self._by_keychain:
            return _("Opens the file when you start Fasthold, but not after a lock.")
        return _("Switched off: the passphrase is needed each time.")

    def _on_keychain_found(self, there: bool) -> None:  # noqa: FBT001 -- what the task answers
        self._has_keychain = there
        self.show_state()

    def _make_code(self) -> None:
        path, dek = self._choices.path, self._desk.services.vault.dek
        self._code_row.set_working(_("Making a new code …"))
        self._choices.acts.run(
            lambda loaded: loaded.files.new_recovery_code(path, dek),
            owner=self,
            done=self._on_code_made,
            failed=self._on_failed,
        )

    def _on_code_made(self, code: str) -> None:
        self._rest()
        self._desk.services.settings.note_code_tried(tried=False)
        dialog = NewCodeDialog(code, self._desk.services.settings, self)
        dialog.tried.connect(self.show_state)
        dialog.open()

    def _on_keychain_set(self, *, wanted: bool, active: bool) -> None:
        self._rest()
        if wanted and not active:
            words = _("The keychain of this computer did not answer. Nothing has changed.")
            self._desk.message.say(words, tone=Tone.WARN)
        elif active:
            self._desk.message.say(_("The keychain opens the file at the next start."))
        else:
            self._desk.message.say(_("The keychain no longer opens the file."))

    def _on_failed(self, error: BaseException) -> None:
        self._rest()
        tell_failure(self._desk, error)

    def _rest(self) -> None:
        for row in (self._code_row, self._chain_row):
            row.set_working("")
        self.show_state()


def _button(text: str, name: str, pressed: Callable[[], object]) -> Button:
    button = Button(text, pressed=pressed)
    button.setObjectName(name)
    return button
