"""The flags that are soon reduced to what is counted: which, when, and what stays of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.flag import TOLD_AHEAD, FlagCard, FlagId
from app.domain.flag_choice import THEME_LABELS
from app.domain.language import _, ngettext
from app.domain.words import days_left, month_and_year
from ui.common.badge import Badge, CodeTag, code_width
from ui.common.button import Button, Size
from ui.common.card import Card
from ui.common.dialog import Dialog
from ui.common.fonts import Role
from ui.common.notice import Notice
from ui.common.rows import Row, RowList
from ui.common.text import Text
from ui.common.tokens import Tone

GOING = "going"  # asks the page of flags, in place of one flag, for those that are soon reduced


class GoingNotice(Notice):
    """Says that flags are soon reduced; hidden while none is. `brief` leaves to the list what
    stays of them."""

    def __init__(
        self, ask: Callable[[], object], parent: QWidget | None = None, *, brief: bool = False
    ) -> None:
        which = Button(_("See which"), size=Size.COMPACT, pressed=ask)
        which.setObjectName("see_going")
        self._stays = "" if brief else what_stays()
        super().__init__(
            Tone.NEUTRAL, "", acts=(which,), icon="hourglass", beside=True, parent=parent
        )
        self.setVisible(False)

    def show_count(self, count: int) -> None:
        """Say how many."""
        self.set_words(going_words(count), self._stays)
        self.setVisible(count > 0)


class GoingDialog(Dialog):
    """Lists the flags that are soon reduced; `open_flag` is called with the one opened."""

    def __init__(
        self,
        cards: Sequence[FlagCard],
        today: date,
        open_flag: Callable[[FlagId], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(going_words(len(cards)), parent)
        self._open_flag = open_flag
        self.body.addWidget(Text(what_stays(), Role.BODY, wrap=True))
        widest = max((code_width(card.code) for card in cards), default=0)
        rows = RowList([_row(card, today, widest) for card in cards], bare=True)
        rows.setObjectName("going")
        rows.opened.connect(self._on_opened)
        card = Card()
        card.add(rows, flush=True)
        self.body.addWidget(card)
        self.body.addStretch(1)
        close = self.add_button(Button(_("Close"), keys="Esc", pressed=self.reject))
        close.setObjectName("cancel")

    def _on_opened(self, flag_id: FlagId) -> None:
        self.accept()
        self._open_flag(flag_id)


def going_words(count: int) -> str:
    """Return how many flags are soon reduced."""
    # i18n: Danish: »3 flag bliver reduceret inden for 14 dage«
    words = ngettext(
        "{n} flag is reduced within {days} days", "{n} flags are reduced within {days} days", count
    )
    return words.format(n=count, days=TOLD_AHEAD)


def what_stays() -> str:
    """Return what goes when a flag is reduced, and what stays."""
    return _(
        "Only month, practice and theme are kept, for counting. The code, the note and all the "
        "rest go, and a slip with the code leads nowhere."
    )


def _row(card: FlagCard, today: date, code_room: int) -> Row:
    left = days_left(card.shrinks_on, today)
    tag = CodeTag(card.code)
    tag.setFixedWidth(code_room)
    # i18n: Danish: »Gemmes: september 2026 · Lægehuset Søndergade · Smerter«
    stays = _("Kept: {month} · {practice} · {theme}").format(
        month=month_and_year(card.raised_on),
        practice=card.practice,
        theme=_(THEME_LABELS[card.facts.theme]),
    )
    badge = Badge(left[:1].upper() + left[1:], Tone.WARN, "hourglass")
    title = _(THEME_LABELS[card.facts.theme])
    return Row(title, stays, key=card.id, leading=tag, trailing=(badge,))
