"""Over a reader's sheet: whose it is, what it holds, and what it leaves out."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.audience import Reader
from app.domain.consent import INFORMATION_LABELS, Information
from app.domain.language import N_, _, ngettext
from app.domain.roundtable import RoundtableSheet
from app.domain.words import joined
from ui.common.badge import Badge, BadgeLook
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.paint import draw_box, draw_hatch
from ui.common.text import ShortText, Text
from ui.common.tokens import Token, Tone
from ui.roundtable.left_out import may_see, withheld, withheld_words

_WHAT: dict[Reader, str] = {
    # i18n: Danish: »Arbejdsgiver ser kun det, samtykket dækker«
    Reader.EMPLOYER: N_("The employer sees only what the consent covers"),
    Reader.CITIZEN: N_("The citizen reads all that others may read"),
    Reader.DOCTOR: N_("The doctor sees only what the consent covers"),
    Reader.OWN: N_("All there is, for your own eyes"),
}
_WITH: dict[Reader, str] = {
    Reader.CITIZEN: N_("It needs no consent: it is the citizen's own plan."),
    Reader.OWN: N_("It is read here, and cannot be saved as a file."),
}


class Banner(QWidget):
    """»The employer sees only what the consent covers«, and what that is today."""

    def __init__(self) -> None:
        super().__init__()
        self._what = ShortText("", Role.ROW_TITLE)
        self._with = Text("", Role.SECONDARY, tone=Token.INK2, wrap=True)
        self._count = Badge("", Tone.DANGER, "eye-off")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(IconLabel("shield-check", Token.ACCENT, 20))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._what)
        words.addWidget(self._with)
        words.addStretch(1)
        row.addLayout(words, 1)
        row.addWidget(self._count)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_sheet(self, sheet: RoundtableSheet, reader: Reader) -> None:
        """Say what is in, and how many fields are left out."""
        self._what.setText(_(_WHAT[reader]))
        self._with.setText(_(_WITH[reader]) if reader in _WITH else _covered(sheet, reader))
        count = len(withheld(sheet, reader).kinds)
        # i18n: Danish: »1 felt udeladt«
        words = ngettext("{n} field left out", "{n} fields left out", count).format(n=count)
        self._count.show_look(BadgeLook(words, Tone.DANGER, "eye-off"))
        self._count.setVisible(bool(count))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self.rect(), Token.ACCENT_SOFT, None, radius=0)
        painter.end()


class WithheldBox(QWidget):
    """A hatched box that names what is left out. It is only here, never on the paper."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Text("", Role.SECONDARY_STRONG, tone=Tone.DANGER, wrap=True)
        self._why = Text("", Role.CAPTION, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 18, 28, 18)
        row.setSpacing(12)
        row.addWidget(IconLabel("eye-off", Token.DANGER, 18))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._words)
        words.addWidget(self._why)
        row.addLayout(words, 1)
        self.setVisible(False)

    def show_sheet(self, sheet: RoundtableSheet, reader: Reader) -> None:
        """Name what is left out, or hide; where nothing is covered there is no paper at all."""
        what, cells = withheld_words(sheet, reader) if may_see(sheet, reader) else ("", "")
        # i18n: Danish: »Vises kun her. I PDF’en er der intet tomt felt.«
        where = _("Shown only here. The paper has no gap for it.")
        self._words.setText(what)
        self._why.setText(f"{cells} {where}".strip())
        self.setVisible(bool(what))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = self.rect().adjusted(16, 8, -16, -8)
        draw_hatch(painter, box, Token.DANGER_SOFT)
        draw_box(painter, box, None, Token.DANGER_LINE, dashed=True)
        painter.end()


def _covered(sheet: RoundtableSheet, reader: Reader) -> str:
    seen = [kind for kind in Information if kind in may_see(sheet, reader)]
    kinds = joined([_(INFORMATION_LABELS[kind]).lower() for kind in seen])
    # i18n: Danish: »Med: funktion, skånehensyn, timer og ordninger«
    return _("With: {kinds}").format(kinds=kinds) if seen else _("With: nothing yet")
