"""Choosing the password of a paper that is to be saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _
from app.domain.password import PasswordDraft
from ui.common.button import Button, Size
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.text import Text
from ui.common.text_field import SecretField


class PasswordDialog(FormDialog[PasswordDraft]):
    """Proposes five words, or lets a password be typed twice; it is kept nowhere."""

    def __init__(
        self,
        propose: Callable[[], str],
        settle: Callable[[PasswordDraft], str],
        parent: QWidget | None = None,
    ) -> None:
        self._propose = propose
        title, further = _("Protect the paper with a password"), _("Choose the folder")
        super().__init__(title, PasswordDraft(), settle, parent, save_text=further)

    @override
    def build(self, form: Form) -> None:
        tell = _(
            "Whoever gets the file opens it with this password. Give it to them in another way than"
            " the file: by phone, or face to face."
        )
        form.add_widget(Text(tell, Role.QUIET, wrap=True))
        form.add_widget(self._words_offered())
        hint = _("At least 14 characters, and never the passphrase that opens Fasthold.")
        form.add("password", _("Password"), SecretField(size=Size.LARGE), hint)
        form.add("again", _("Once more"), SecretField(size=Size.LARGE))
        kept = _(
            "Write it down before you go on. Fasthold does not keep it, and nobody can open the"
            " file without it; you can always save the paper anew."
        )
        form.add_widget(Text(kept, Role.SECONDARY, wrap=True))

    def _words_offered(self) -> QWidget:
        """Return five words, which one button takes and another changes."""
        self._words = Text(self._propose(), Role.CARD_TITLE, wrap=True)
        self._words.setObjectName("offered")
        take = Button(_("Use these words"), size=Size.COMPACT, pressed=self._take)
        take.setObjectName("take_words")
        others = Button(_("Other words"), icon="refresh-cw", size=Size.COMPACT)
        others.setObjectName("other_words")
        others.clicked.connect(lambda: self._words.setText(self._propose()))
        offer = QWidget()
        row = QHBoxLayout(offer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(take)
        row.addWidget(others)
        return offer

    def _take(self) -> None:
        words = self._words.text()
        self.form.set_values({"password": words, "again": words})
        self.form.show_problems(())
