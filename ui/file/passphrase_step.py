"""Step two: the passphrase."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from typing_extensions import override

from app.domain.language import _
from app.domain.problem import Problem
from ui.common.card import Card
from ui.common.fonts import Role
from ui.common.notice import Notice
from ui.common.text import Text
from ui.common.tokens import Tone
from ui.file.new_passphrase import NewPassphrase
from ui.file.stacked import stacked
from ui.file.step import StepView

if TYPE_CHECKING:
    from app.services.file import FileService


class PassphraseStep(StepView):
    """Asks for a passphrase; once there is one, another may be chosen or it is left as it is."""

    def __init__(self, files: FileService) -> None:
        super().__init__()
        self._chosen = False
        self._new = NewPassphrase(files)
        self._done = Notice(
            Tone.OK,
            _("Your passphrase is chosen."),
            _("Go on, or write another one below. The one written last opens the file."),
            icon="circle-check",
        )
        self._build()
        self._new.changed.connect(self.changed)

    def phrase(self) -> str:
        """Return the passphrase to be set; nothing if the one chosen is to stay."""
        return "" if self._chosen and self._new.is_empty() else self._new.value()

    def set_chosen(self) -> None:
        """Remember that the passphrase has been set."""
        self._chosen = True
        self._done.setVisible(True)
        self._new.clear()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show what is wrong with the passphrase."""
        self._new.show_problems(problems)

    @override
    def stopped(self) -> str | None:
        return None if self._chosen and self._new.is_empty() else self._new.stopped()

    @override
    def enter(self) -> None:
        self._new.focus()

    def _build(self) -> None:
        words = _(
            "You write it each day and after every lock. Nobody can reset it, so take one that"
            " you remember. Five random words are easy to learn and hard to guess."
        )
        card = Card(_("Choose a passphrase"), icon="key-round")
        card.add(stacked(Text(words, Role.QUIET, wrap=True), self._new, gap=14))
        self._done.setVisible(False)
        self.column.addWidget(self._done)
        self.column.addWidget(card)
