"""What a hand can do with the texts of the slip."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.draft import DraftKind
from app.domain.language import _
from app.domain.slip import SlipLanguage
from ui.common.desk import Desk
from ui.common.draft_memory import DraftMemory
from ui.common.removal import Removal, offer_removal
from ui.settings.slip_dialog import SlipDialog


class SlipActs:
    """Opens the texts of one language over `parent`."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk, self._parent = desk, parent
        self._slips = desk.services.slip

    def change_texts(self, language: SlipLanguage) -> SlipDialog:
        """Open the texts of one language; a changed one can go back to what is shipped."""
        memory = self._desk.memory(DraftKind.SLIP, language.value)
        sheet = self._slips.sheet(language)
        dialog = SlipDialog(
            _("Text of the slip: {language}").format(language=sheet.labels.name),
            self._slips.slip_draft(language),
            partial(self._slips.save_texts, language),
            self._parent,
            memory=memory,
            language=language,
            translated=sheet.labels.translated,
        )
        dialog.saved.connect(lambda: self._say(_("The text is saved. New slips carry it.")))
        if sheet.changed:
            offer_removal(dialog, self._way_back(language, memory))
        dialog.open()
        return dialog

    def resume(self, entity: str) -> bool:
        """Open the texts an unfinished edit was typed in."""
        if entity not in list(SlipLanguage):
            return False
        self.change_texts(SlipLanguage(entity))
        return True

    def _way_back(self, language: SlipLanguage, memory: DraftMemory) -> Removal:
        def go_back() -> None:
            self._slips.use_shipped_texts(language)
            memory.drop()
            self._say(_("The shipped text is back. New slips carry it."))

        return Removal(
            "use_shipped_texts",
            _("Go back to the shipped text?"),
            _("What you have written for this language goes."),
            _("Back to the shipped text"),
            go_back,
        )

    def _say(self, words: str) -> None:
        self._desk.message.say(words)
