"""Setting a new passphrase over the open file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.language import _
from app.domain.problem import Rejected
from ui.common.button import Button, Kind
from ui.common.dialog import Dialog
from ui.common.fonts import Role
from ui.common.text import Text
from ui.file.file_acts import FileActs
from ui.file.new_passphrase import NewPassphrase
from ui.file.stopped_foot import StoppedFoot
from ui.file.trouble_place import TroublePlace

if TYPE_CHECKING:
    from app.bootstrap import Services


class NewPassphraseDialog(Dialog):
    """Asks for a passphrase that opens the file from now on; `set_anew` tells that it does."""

    set_anew = Signal()

    def __init__(
        self, acts: FileActs, path: Path, services: Services, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Set a new passphrase"), parent)
        self._acts, self._path, self._services = acts, path, services
        self._new = NewPassphrase(services.file)
        self._save = StoppedFoot(Button(_("Set the passphrase"), Kind.PRIMARY, keys="Ctrl+Enter"))
        self._trouble = TroublePlace(self._on_save_clicked, self.reject, _("Close"))
        self._build()
        self._on_changed()
        self._new.focus()

    def _on_changed(self) -> None:
        self._save.set_stopped(self._new.stopped())

    def _on_save_clicked(self) -> None:
        dek, phrase = self._services.vault.dek, self._new.value()
        self._save.set_stopped(_("Changing the passphrase …"))
        self._acts.run(
            lambda loaded: loaded.files.set_passphrase(self._path, dek, phrase),
            owner=self,
            done=self._on_set,
            failed=self._on_failed,
        )

    def _on_set(self, _none: None) -> None:
        self.set_anew.emit()
        self.accept()

    def _on_failed(self, error: BaseException) -> None:
        self._on_changed()
        if isinstance(error, Rejected):
            self._new.show_problems(error.problems)
        else:
            self._trouble.show_error(error)
        self.fit()

    def _build(self) -> None:
        words = _(
            "From then on it opens the file, and the old one no longer does. Copies saved earlier"
            " keep the passphrase they had."
        )
        self.body.addWidget(Text(words, Role.QUIET, wrap=True))
        self.body.addWidget(self._new)
        self.body.addWidget(self._trouble)
        self.body.addStretch(1)
        later = self.add_button(Button(_("Not now"), keys="Esc", pressed=self.reject))
        later.setObjectName("cancel")
        self._save.button.setObjectName("set_passphrase")
        self._save.button.clicked.connect(self._on_save_clicked)
        self._save.put_into(self)
        self._new.changed.connect(self._on_changed)
