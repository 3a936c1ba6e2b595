"""Choosing an adjustment from the catalogue by typing a few letters of it, in either language."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.adjustment import AdjustmentDraft, AdjustmentRow, function_name, matching
from app.domain.language import _, language
from app.services.adjustment import AdjustmentService
from ui.common.button import Button
from ui.common.card import Card
from ui.common.dialog import Dialog
from ui.common.fonts import Role
from ui.common.form_dialog import FormDialog
from ui.common.rows import Row, RowList
from ui.common.segments import Segments, name_parts
from ui.common.text import Text
from ui.common.text_field import TextField
from ui.common.tokens import Token

SPOKEN = (("da", "Dansk"), ("en", "English"))  # each is named in itself
Take = Callable[[AdjustmentRow, str], object]  # the line, and the language it is in
AddOwn = Callable[[AdjustmentDraft, QWidget], FormDialog[AdjustmentDraft]]  # like it, over what


class AdjustmentPicker(Dialog):
    """Shows the lines that hold what is typed; Enter goes to them, and takes one."""

    def __init__(
        self, catalogue: AdjustmentService, words: str, take: Take, parent: QWidget | None = None
    ) -> None:
        # i18n: Danish: »Tilpasninger til arbejdspladsen«
        super().__init__(_("Adjustments at work"), parent, width=680)
        self._catalogue, self._take = catalogue, take
        self._spoken = Segments(SPOKEN, name=_("Language of the plan"))
        name_parts("spoken", _("Language of the plan"), self._spoken.parts())
        self._spoken.set_value("da" if language() == "da" else "en")
        self._search = TextField(
            # i18n: Danish: »Fx koncentration, støj, pauser, b140«
            placeholder=_("For example concentration, noise, breaks, b140"),
            icon="search",
        )
        self._search.set_name("find_adjustment", _("Find an adjustment"))
        self._rows = RowList(bare=True)
        self._rows.setObjectName("adjustments")
        self._card = Card()
        self._card.add(self._rows, flush=True)
        self._build()
        self._search.set_value(words if self._found(words) else "")
        self._show()
        self._search.changed.connect(self._show)
        self._search.submitted.connect(self._rows.setFocus)
        self._spoken.chosen.connect(lambda _code: self._show())
        self._rows.opened.connect(self._choose)

    @override
    def open(self) -> None:
        super().open()
        self._search.setFocus()

    def offer_own(self, add: AddOwn, typed: str = "") -> None:
        """Put a button into the foot that adds a line of one's own: what was `typed` already, else
        what one looked for in vain."""

        def begin() -> None:
            looked_for = str(self._search.value()).strip()
            found = self._found(looked_for)
            text = typed or ("" if found else looked_for)
            first = found[0].facts.function.value if found and looked_for else ""
            add(AdjustmentDraft(function=first, text=text), self).saved.connect(self._show_all)

        # i18n: Danish: »Føj til min liste«
        button = Button(_("Add to my list"), icon="plus", keys="Ctrl+N", pressed=begin)
        button.setObjectName("add_own")
        self.add_left(button)

    def _show_all(self) -> None:
        """Show every line: one's own stand first."""
        self._search.set_value("")
        self._show()
        self._rows.setFocus()

    def _build(self) -> None:
        # i18n: Danish: »Skriv, hvad der er svært, eller hvad der hjælper. Teksten kan rettes
        # bagefter.«
        how = _("Type what is hard, or what helps. The words can be changed afterwards.")
        self.body.addWidget(Text(how, Role.SECONDARY, tone=Token.INK2, wrap=True))
        self.body.addWidget(self._spoken)
        self.body.addWidget(self._search)
        self.body.addWidget(self._card)
        self.body.addStretch(1)
        cancel = self.add_button(Button(_("Cancel"), keys="Esc", pressed=self.reject))
        cancel.setObjectName("cancel")

    def _found(self, words: str) -> tuple[AdjustmentRow, ...]:
        return matching(self._catalogue.catalogue(self._spoken.value()), words)

    def _show(self) -> None:
        found = self._found(str(self._search.value()))
        self._rows.show_first(found, self._row)
        # i18n: Danish: »Intet i listen passer. Skriv tilpasningen selv i aftalen, eller føj den til
        # din liste.«
        empty = _(
            "Nothing in the list fits. Write the adjustment yourself in the agreement, or add it "
            "to your list."
        )
        self._card.set_empty(None if found else empty)

    def _row(self, one: AdjustmentRow) -> Row:
        name = function_name(one.facts.function, self._spoken.value())
        # i18n: Danish: »egen«, of a line one has added oneself
        whose = (_("own"),) if one.id else ()
        if not one.id and not one.checked:
            # i18n: Danish: »ikke holdt op mod en kilde«
            whose = (_("not held against a source"),)
        detail = " · ".join((name, f"ICF {', '.join(one.icf)}", *whose))
        return Row(one.facts.text, detail, key=one, wrap=True)

    def _choose(self, one: AdjustmentRow) -> None:
        self.accept()
        self._take(one, self._spoken.value())
