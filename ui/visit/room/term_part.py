"""The fourth point: two words that doctors and municipality mix up."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.language import _
from app.domain.visit import VisitId, VisitSheet
from app.domain.visit_summary import Term
from ui.common.attempt import attempt
from ui.common.badge import Badge
from ui.common.button import Button, Size
from ui.common.card import Card
from ui.common.desk import Desk
from ui.common.fonts import Role
from ui.common.rows import Row, RowList
from ui.common.text import Text
from ui.common.tokens import Tone
from ui.visit.room.part import Part


class TermPart(Part):
    """Choose a pair; it stands at the left, and on the summary."""

    def __init__(self, desk: Desk, visit_id: VisitId, parent: QWidget | None = None) -> None:
        super().__init__(_("Term of the day"), parent)
        self._desk, self._visit_id = desk, visit_id
        self._chosen = ""
        self._rows = RowList(bare=True)
        self._none = Button(_("No term today"), size=Size.LARGE, pressed=lambda: self._set(""))
        self._build()
        self._rows.opened.connect(self._on_opened)

    @override
    def show_sheet(self, sheet: VisitSheet) -> None:
        self._chosen = sheet.term.code if sheet.term else ""
        terms = self._desk.services.visit.terms()
        self._rows.set_rows([_row(term, chosen=term.code == self._chosen) for term in terms])
        self._rows.select(self._chosen or None)
        self._none.setVisible(bool(self._chosen))

    @override
    def begin(self) -> None:
        rows = self._rows.rows()
        here = next((row for row in rows if row.key == self._chosen), rows[0] if rows else None)
        if here is not None:
            here.setFocus()

    def _on_opened(self, code: object) -> None:
        if isinstance(code, str):
            self._set(code)

    def _set(self, code: str) -> None:
        attempt(self, lambda: self._desk.services.visit.set_term(self._visit_id, code))

    def _build(self) -> None:
        self.head.addStretch(1)
        words = _("Enter chooses. The pair you choose is printed on the summary.")
        self.body.addWidget(Text(words, Role.SECONDARY, wrap=True))
        card = Card()
        card.add(self._rows, flush=True)
        self.body.addWidget(card)
        self.body.addStretch(1)
        self._none.setObjectName("no_term")
        self.foot.addStretch(1)
        self.foot.addWidget(self._none)
        self.use_foot()


def _row(term: Term, *, chosen: bool) -> Row:
    title = _("{left} and {right}").format(left=term.left, right=term.right.lower())
    marks = [Badge(_("Chosen"), Tone.ACCENT, "check")] if chosen else []
    detail = f"{term.left_text} {term.right_text}"
    return Row(title, detail, key=term.code, trailing=marks, wrap=True)
