"""The card of the papers: the consent form, and what was handed over."""

from __future__ import annotations

from app.domain.followup_sheet import FollowupSheet
from app.domain.language import _
from ui.common.button import Button, Kind, Size
from ui.common.card import Card
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.news import News
from ui.common.rows import Row, RowList
from ui.common.tokens import Token


class PaperCard(Card):
    """Lists what was handed over; `form` asks for the consent form."""

    def __init__(self) -> None:
        super().__init__(_("Papers"))
        self._news = News()
        self.list = RowList()
        self.form = Button(_("Consent form"), Kind.QUIET, icon="file-text", size=Size.COMPACT)
        self.form.setObjectName("prepare_consent_form")
        # i18n: Danish: »Gem alle …«
        self.all = Button(_("Save all …"), Kind.QUIET, icon="files", size=Size.COMPACT)
        self.all.setObjectName("save_all_papers")
        self.all.setAccessibleName(_("Save all papers of the case"))
        self.add_action(self.all)
        self.add_action(self.form)
        self.add(self.list, flush=True)

    def show_sheet(self, sheet: FollowupSheet) -> None:
        """Show what was handed over."""
        if self._news.are(sheet.disclosures):
            self.list.show_things([("", sheet.disclosures)], _row)
            self.set_empty(None if sheet.disclosures else _("Nothing has been handed over."))


def _row(line: str) -> Row:
    icon = IconLabel("file-text", Token.INK2, 18)
    return Row(line, leading=icon, opens=False, role=Role.SECONDARY, wrap=True)
