"""Erasing a person for good: what goes, what was handed over, which copies still hold them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from app.domain.erasure import (
    KIND_LABELS,
    CopyPlace,
    CopyRow,
    ErasedKind,
    ErasureDraft,
    ErasurePreview,
    copies_here,
)
from app.domain.language import _, ngettext
from app.domain.words import joined, long_day
from ui.common.badge import Badge
from ui.common.button import Button, Kind, Size
from ui.common.card import Card
from ui.common.check import CheckField
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.icons import IconLabel
from ui.common.notice import Notice
from ui.common.rows import Row, RowList
from ui.common.text import Text
from ui.common.text_field import TextField
from ui.common.tick_list import TickList
from ui.common.tokens import Token, Tone
from ui.file.stacked import stacked

WIDTH = 640
SHOWN = 5  # of what was handed over; the rest is on the list


class ErasureDialog(FormDialog[ErasureDraft]):
    """Shows all that goes, and erases the person once the initials shown are written.

    Looking into the copies takes a while: `show_copies` says what was found there.
    """

    def __init__(
        self,
        preview: ErasurePreview,
        erase: Callable[[ErasureDraft], object],
        print_list: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        self._preview, self._print = preview, print_list
        self.copies = CopiesPart()
        sure = tuple(task.id.hex for task in preview.tasks if task.surely)
        super().__init__(
            _("Erase this person?"),
            ErasureDraft(tasks=sure),
            erase,
            parent,
            save_text=_("Erase for good"),
            save_kind=Kind.DESTRUCTIVE,
            width=WIDTH,
        )

    def show_copies(self, copies: Sequence[CopyRow]) -> None:
        """Say which copies hold the person, and offer to erase those at hand."""
        self.copies.show_copies(copies)
        self.form.set_asked("copies", asked=bool(copies_here(copies)))
        self.fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.cancel.setFocus()  # what is destroyed is read from the top before anything is written

    @override
    def build(self, form: Form) -> None:
        form.add_widget(self._what_goes())
        form.add_widget(self._handed_over())
        form.add_widget(self.copies)
        words = _("Erase the copies at hand now. A new copy is saved and checked first.")
        form.add("copies", "", CheckField(words))
        form.set_asked("copies", asked=False)
        self._ask_for_tasks(form)
        label = _("Write the person's initials: {initials}")
        form.add("initials", label.format(initials=self._preview.initials), TextField())

    def _what_goes(self) -> Card:
        card, inner = Card(_("This goes for good")), QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        grid.addWidget(Text(self._preview.name, Role.ROW_TITLE, wrap=True), 0, 0, 1, 4)
        counts = [(kind, n) for kind in ErasedKind if (n := self._preview.counts.get(kind))]
        rows = (len(counts) + 1) // 2
        for place, (kind, n) in enumerate(counts):
            line, side = place % rows + 1, 2 * (place // rows)
            grid.addWidget(Text(_(KIND_LABELS[kind]), Role.SECONDARY), line, side)
            grid.addWidget(Text(str(n), Role.BODY), line, side + 1, Qt.AlignmentFlag.AlignLeft)
        card.add(inner)
        return card

    def _handed_over(self) -> Card:
        card = Card(_("Handed over before"))
        show = Button(_("Print the list"), icon="printer", size=Size.COMPACT, pressed=self._print)
        show.setObjectName("print_disclosures")
        card.add_action(show)
        told = self._preview.disclosures
        if not told:
            card.set_empty(_("Nothing has been handed over."))
            return card
        words = _("This stays with those who got it. Give the person the list before you erase.")
        lines = [Text(line, Role.SECONDARY, tone=Token.INK, wrap=True) for line in told[:SHOWN]]
        if len(told) > SHOWN:
            more = ngettext("and {n} more, on the list", "and {n} more, on the list",
                            len(told) - SHOWN)  # fmt: skip
            lines.append(Text(more.format(n=len(told) - SHOWN), Role.SECONDARY))
        card.add(stacked(Text(words, Role.SECONDARY, wrap=True), stacked(*lines, gap=4)))
        return card

    def _ask_for_tasks(self, form: Form) -> None:
        tasks = self._preview.tasks
        if tasks:
            words = _("Tasks that name the person; those ticked go too")
            form.add("tasks", words, TickList([(one.id.hex, one.what, "") for one in tasks]))
        if self._preview.named_in:
            what = _("The name also stands elsewhere, and stays there.")
            why = _("Mend it there: {places}.").format(places=joined(self._preview.named_in))
            form.add_widget(Notice(Tone.WARN, what, why))


class CopiesPart(Card):
    """Which copies still hold the person, and when each goes by itself."""

    def __init__(self) -> None:
        super().__init__(_("Copies that still hold the person"))
        self._words = Text("", Role.SECONDARY, wrap=True)
        self._list = RowList()
        self._list.setObjectName("copies_list")
        self.add(self._words)
        self.add(self._list, flush=True)
        self.set_empty(_("Looking into the copies …"))

    def show_copies(self, copies: Sequence[CopyRow]) -> None:
        """Show these."""
        if not copies:
            self.set_empty(_("None that Fasthold knows of."))
            return
        self._words.setText(
            _(
                "Should one of them be opened, the person is erased in it before anything is shown."
                " Copies that somebody made by hand are not known here."
            )
        )
        self.set_empty(None)
        self._list.set_rows([copy_row(copy) for copy in copies])


def copy_row(copy: CopyRow) -> Row:
    """Return a copy as a row: which file, where, and when it goes."""
    return Row(
        copy.path.name,
        f"{_when(copy)} · {copy.path.parent}",
        key=copy.path,
        leading=IconLabel("hard-drive", Token.INK2, 18),
        trailing=(copy_badge(copy),),
        opens=False,
        wrap=True,
    )


def copy_badge(copy: CopyRow) -> Badge:
    """Return when the copy goes, or what keeps it."""
    if copy.place is CopyPlace.IN_USE:
        return Badge(_("In use"), Tone.NEUTRAL, "file-text")
    if copy.place is CopyPlace.AWAY:
        return Badge(_("Not at hand"), Tone.WARN, "unplug")
    return Badge(_("Goes {day}").format(day=long_day(copy.goes_on)), Tone.NEUTRAL, "hourglass")


def _when(copy: CopyRow) -> str:
    saved = long_day(copy.saved_on)
    if copy.place is CopyPlace.AWAY:
        words = _("Saved {day}, to go {last}")
        return words.format(day=saved, last=long_day(copy.goes_on))
    return _("Saved {day}").format(day=saved)
