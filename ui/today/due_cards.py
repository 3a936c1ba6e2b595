"""The cards at the right of Today: late practices, agreements to go through, consents that end,
flags that wait."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.consent import DIRECTION_LABELS, INFORMATION_LABELS, ExpiringRow
from app.domain.cooperation import ReviewRow
from app.domain.flag_choice import STATUS_LABELS
from app.domain.language import _, ngettext
from app.domain.today import FirstWaiting, OverdueRow, WaitingFlag, over_words
from app.domain.visit import MISSED_LABELS
from app.domain.words import day_and_month, days_left, joined, short_day
from ui.common.badge import Badge, CodeTag, code_width
from ui.common.button import Button, Kind, Size
from ui.common.card import Card, Rule
from ui.common.card_head import SIDE
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.lines import FIRST, Lines
from ui.common.rows import Row, RowList
from ui.common.text import Text
from ui.common.tokens import Token, Tone

SOON = 30


class OverdueCard(Card):
    """Practices nobody has visited for longer than they tolerate; hidden while there is none."""

    date_requested = Signal(object)  # PracticeId

    def __init__(self, parent: QWidget | None = None) -> None:
        # i18n: Danish: »Besøg over tid«
        super().__init__(_("Overdue visits"), tone=Tone.WARN, icon="triangle-alert", parent=parent)
        self._lines = Lines(gap=12)
        self.add(self._lines, flush=True)

    def show_rows(self, rows: Sequence[OverdueRow]) -> None:
        """Show these practices, the latest first."""
        self.set_empty(None)
        self.set_count(len(rows))
        self.setVisible(bool(rows))
        self._lines.show_first(rows, self._line)

    def _line(self, row: OverdueRow) -> QWidget:
        line = QWidget()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text(row.practice, Role.ROW_TITLE, wrap=True))
        words.addWidget(Text(overdue_words(row), Role.SECONDARY, wrap=True))
        # i18n: Danish: »Find dato«
        find = Button(_("Find a date"), icon="calendar-plus")
        find.setObjectName("find_date")
        find.setAccessibleName(_("Find a date for {practice}").format(practice=row.practice))
        find.clicked.connect(lambda: self.date_requested.emit(row.practice_id))
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addLayout(words, 1)
        across.addWidget(find, 0, Qt.AlignmentFlag.AlignBottom)
        return line


class ReviewCard(Card):
    """Cooperation agreements to be gone through; hidden while there is none."""

    opened = Signal(object)  # PracticeId

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Agreements to go through"), parent=parent)
        self.setVisible(False)
        self._list = RowList(at_once=FIRST)
        self._list.setObjectName("reviews")
        self._list.opened.connect(self.opened)
        self.add(self._list, flush=True)

    def show_rows(self, rows: Sequence[ReviewRow], today: date) -> None:
        """Show these agreements, the nearest day first."""
        self.set_count(len(rows))
        self.setVisible(bool(rows))
        self._list.show_first(rows, lambda row: _review(row, today), beside=today)


class ExpiringCard(Card):
    """Consents that end within 30 days. It names people, so it never shows a code."""

    opened = Signal(object)  # the follow-up's id

    def __init__(self, parent: QWidget | None = None) -> None:
        # i18n: Danish: »Samtykker, der udløber«
        super().__init__(_("Consents that end soon"), parent=parent)
        self._list = RowList(at_once=FIRST)
        self._list.setObjectName("expiring")
        self._list.opened.connect(self.opened)
        self.add(self._list, flush=True)

    def show_rows(self, rows: Sequence[ExpiringRow], today: date) -> None:
        """Show these consents, the nearest end first."""
        self._list.show_first(rows, lambda row: _expiring(row, today), beside=today)
        # i18n: Danish: »3 inden for 30 dage«
        text = ngettext("{n} within {days} days", "{n} within {days} days", len(rows))
        self.set_detail(text.format(n=len(rows), days=SOON))
        self.set_empty(None if rows else _("None within {days} days.").format(days=SOON))

    def take_keyboard(self) -> None:
        """Put the keyboard on the first one."""
        for row in self._list.rows()[:1]:
            row.setFocus(Qt.FocusReason.OtherFocusReason)


class WaitingCard(Card):
    """Flags the doctor has the ball of. It shows codes, so it never names anybody."""

    opened = Signal(object)  # FlagId
    all_requested = Signal()
    more_asked = Signal()  # for `most` flags

    def __init__(self, parent: QWidget | None = None) -> None:
        # i18n: Danish: »Flag, der venter på lægen«
        super().__init__(_("Flags waiting for the doctor"), parent=parent)
        # i18n: Danish: »Se alle flag«
        self._see_all = Button(
            _("See all flags"), Kind.QUIET, size=Size.COMPACT, trailing="chevron-right"
        )
        self._see_all.setObjectName("see_flags")
        self._see_all.clicked.connect(self.all_requested)
        self.add_action(self._see_all)
        self._list = RowList(at_once=FIRST)
        self._list.setObjectName("waiting")
        self._list.opened.connect(self.opened)
        self._list.more_asked.connect(self.more_asked)
        self.add(self._list, flush=True)
        self.add(Rule(), flush=True)
        self.add(_anonymous(), flush=True)

    def most(self) -> int:
        """Return how many flags are shown, if there are so many."""
        return self._list.most

    def show_rows(self, flags: FirstWaiting, today: date) -> None:
        """Show these flags, the one that goes first at the top."""
        widest = max((code_width(row.code) for row in flags.rows), default=0)
        self._list.show_first(
            flags.rows,
            lambda row: _waiting(row, today, widest),
            beside=(today, widest),
            count=flags.count,
        )
        self.set_count(flags.count or None)
        self._see_all.setVisible(bool(flags.rows))
        self.set_empty(None if flags.rows else _("None."))


def overdue_words(row: OverdueRow) -> str:
    """Return how late a practice is, what came between, and whether a date is set."""
    # i18n: Danish: »Sidst besøgt 7. juli, 22 dage over rytmen. Praksis aflyste 18. august.«
    sentences = [
        _("Last visited {day}, {over}.").format(
            day=day_and_month(row.last_held_on), over=over_words(row.days_over)
        )
    ]
    if row.missed_on is not None and row.missed_reason is not None:
        reason = _(MISSED_LABELS[row.missed_reason])
        text = _("{reason} on {day}.")
        sentences.append(text.format(reason=reason, day=day_and_month(row.missed_on)))
    if row.next_on is not None:
        text = _("The next visit is planned for {day}.")
        sentences.append(text.format(day=day_and_month(row.next_on)))
    return " ".join(sentences)


def _expiring(row: ExpiringRow, today: date) -> Row:
    if row.direction is None:
        detail = _("The yes to working together")
    else:
        # i18n: Danish: »Videregive til arbejdsgiver: timer og skånehensyn«
        detail = _("{direction}, {party}: {information}").format(
            direction=_(DIRECTION_LABELS[row.direction]),
            party=row.party,
            information=joined([_(INFORMATION_LABELS[one]).lower() for one in row.information]),
        )
    left = days_left(row.until, today)
    badge = Badge(left[:1].upper() + left[1:], Tone.WARN, "hourglass")
    return Row(row.citizen, detail, key=row.followup_id, trailing=(badge,))


def _review(row: ReviewRow, today: date) -> Row:
    detail = _("Cooperation agreement, by {day}").format(day=day_and_month(row.review_on))
    left = days_left(row.review_on, today)
    late = row.review_on < today
    badge = Badge(
        left[:1].upper() + left[1:],
        Tone.DANGER if late else Tone.WARN,
        "circle-alert" if late else "hourglass",
    )
    return Row(row.practice, detail, key=row.practice_id, trailing=(badge,))


def _waiting(row: WaitingFlag, today: date, code_room: int) -> Row:
    age = ngettext("{n} day", "{n} days", row.age_days).format(n=row.age_days)
    detail = f"{age} · {_(STATUS_LABELS[row.status]).lower()}"
    # i18n: Danish: »Slettes 5. okt.«
    goes = _("Deleted {day}").format(day=short_day(row.shrinks_on))
    if (row.shrinks_on - today).days <= SOON:
        end: QWidget = Badge(goes, Tone.WARN, "hourglass")
    else:
        end = Text(goes, Role.CAPTION)
    tag = CodeTag(row.code)
    tag.setFixedWidth(code_room)
    return Row(row.practice, detail, key=row.id, leading=tag, trailing=(end,))


def _anonymous() -> QWidget:
    # i18n: Danish: »Flag er anonyme. De kan ikke søges frem på navn og bliver slettet, hvis der
    # i18n: ikke sker mere.«
    words = _(
        "Flags are anonymous. They cannot be found by name, and they go by themselves if nothing "
        "more happens."
    )
    note = QWidget()
    row = QHBoxLayout(note)
    row.setContentsMargins(SIDE, 12, SIDE, 10)
    row.setSpacing(12)
    row.addWidget(IconLabel("venetian-mask", Token.INK2, 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(words, Role.SECONDARY, wrap=True), 1)
    return note
