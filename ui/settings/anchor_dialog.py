"""What the audit trail is held against: where its end was noted, and a seal from paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.domain.audit_anchor import DIFFERS, AnchorKind, AnchorRow, Holding, SealDraft
from app.domain.audit_anchor_words import anchor_title, anchor_words
from app.domain.language import _
from app.domain.problem import Rejected
from ui.common.badge import Badge, BadgeLook
from ui.common.button import Button
from ui.common.card import Card
from ui.common.desk import Desk
from ui.common.dialog import Dialog
from ui.common.form import Form
from ui.common.notice import Notice
from ui.common.rows import Row, RowList, RowPart
from ui.common.text_field import TextField
from ui.common.tokens import Tone
from ui.file.stacked import at_left
from ui.settings.failure import tell_failure

Work = Callable[[], tuple[AnchorRow, ...]]

_WIDTH = 640


class AnchorDialog(Dialog):
    """Lists the places; takes a seal from paper and says whether the trail agrees with it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Where the end of the audit trail is noted"), parent, width=_WIDTH)
        self._desk, self._anchor = desk, desk.services.anchor
        self._told = Notice(Tone.ACCENT, _("Comparing …"), _("The keychain may take a while."))
        self._list = RowList(bare=True)
        self._list.setObjectName("anchors")
        self._go_on = Button(_("Go on from here"), pressed=self.go_on_from_here)
        self._form = Form()
        self._compared = Notice(Tone.OK, "")
        self._build()
        self._ask()

    def compare(self) -> None:
        """Compare the trail with the seal that is typed."""
        self._compared.setVisible(False)
        try:
            row = self._anchor.compare_printed(self._form.draft(SealDraft))
        except Rejected as rejection:
            self._form.show_problems(rejection.problems)
            return
        self._form.show_problems(())
        self._compared.set_words(_look(row).text, anchor_words(row))
        self._compared.set_tone(_look(row).tone)
        self._compared.setVisible(True)

    def go_on_from_here(self) -> None:
        """Let the keychain know the trail as it is now."""
        self._go_on.setEnabled(False)
        self._run(self._anchor.go_on_from_here)

    def _ask(self) -> None:
        self._run(self._anchor.anchors)

    def _run(self, work: Work) -> None:
        self._desk.tasks.run(work, owner=self, done=self._show, failed=self._on_failed)

    def _show(self, rows: Sequence[AnchorRow]) -> None:
        what, why, tone = _judged(rows)
        self._told.set_words(what, why)
        self._told.set_tone(tone)
        self._list.set_parts([RowPart(rows=[_row(place, row) for place, row in enumerate(rows)])])
        chain = [row for row in rows if row.kind is AnchorKind.KEYCHAIN]
        self._go_on.setVisible(any(row.holding in DIFFERS for row in chain))
        self._go_on.setEnabled(True)

    def _on_failed(self, error: BaseException) -> None:
        self.reject()
        tell_failure(self._desk, error)

    def _build(self) -> None:
        self.body.addWidget(self._told)
        card = Card()
        card.add(self._list, flush=True)
        self.body.addWidget(card)
        self._go_on.setObjectName("go_on_from_here")
        self._go_on.setVisible(False)
        self.add_left(self._go_on)
        self._build_form()
        close = Button(_("Close"), keys="Esc", pressed=self.reject)
        close.setObjectName("close")
        self.add_button(close).setFocus()

    def _build_form(self) -> None:
        self._form.add_section(
            _("A seal from paper"),
            _("Type what was printed or written down, and see whether the file still holds it."),
        )
        self._form.add("number", _("No."), TextField())
        seal = self._form.add_beside("seal", _("Seal, 16 signs"), TextField())
        seal.submitted.connect(self.compare)
        self.body.addWidget(self._form)
        compare = Button(_("Compare"), pressed=self.compare)
        compare.setObjectName("compare_printed")
        self.body.addWidget(at_left(compare))
        self._compared.setVisible(False)
        self.body.addWidget(self._compared)
        self.body.addStretch(1)


def _judged(rows: Sequence[AnchorRow]) -> tuple[str, str, Tone]:
    """Return what the places say together, and what to do about it."""
    if any(row.holding in DIFFERS for row in rows):
        why = _(
            "Keep the file as it is, save a copy, and tell your data protection officer which place"
            " differs."
        )
        return _("The audit trail does not agree with every place."), why, Tone.DANGER
    if any(row.holding is Holding.OLDER for row in rows):
        return _("An older copy was put back."), "", Tone.WARN
    return _("Nothing was cut off, as far as the places that answer can tell."), "", Tone.OK


def _row(place: int, row: AnchorRow) -> Row:
    look = _look(row)
    return Row(
        anchor_title(row),
        anchor_words(row),
        key=place,
        trailing=[Badge(look.text, look.tone)],
        opens=False,
        wrap=True,
    )


def _look(row: AnchorRow) -> BadgeLook:
    if row.holding in DIFFERS:
        return BadgeLook(_("Differs"), Tone.DANGER)
    return {
        Holding.AGREES: BadgeLook(_("Agrees"), Tone.OK),
        Holding.OLDER: BadgeLook(_("Older copy"), Tone.WARN),
        Holding.SILENT: BadgeLook(_("No answer")),
    }.get(row.holding, BadgeLook(_("Nothing to compare")))
