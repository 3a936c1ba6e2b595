"""The chosen visit beside the plan: when, why on that day, other dates, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _, ngettext
from app.domain.plan_shape import Candidate
from app.domain.visit import VisitId, VisitStatus
from app.domain.words import (
    clock_time,
    short_weekday_and_day,
    time_span,
    week,
    weekday_and_day,
)
from ui.common.badge import Badge, BadgeLook
from ui.common.button import Button, IconButton, Kind, Size
from ui.common.card import Card, Rule
from ui.common.card_head import SIDE
from ui.common.discard import clear
from ui.common.flow_layout import FlowLayout
from ui.common.fonts import Role
from ui.common.keys import KeyHint
from ui.common.notice import Notice
from ui.common.roving import digit_of
from ui.common.shown import as_tip
from ui.common.text import Text
from ui.common.tokens import Token, Tone
from ui.visit.plan_block import STATE_LOOKS
from ui.visit.plan_rows import STATE_LABELS, Block, BlockState
from ui.visit.proposal_list import ProposalList

_TONES: dict[BlockState, Tone] = {
    BlockState.HELD: Tone.OK,
    BlockState.TODAY: Tone.ACCENT,
    BlockState.PLANNED: Tone.ACCENT,
    BlockState.PROPOSED: Tone.ACCENT,
    BlockState.MOVED: Tone.NEUTRAL,
    BlockState.MISSED: Tone.NEUTRAL,
    BlockState.CONFLICT: Tone.DANGER,
    BlockState.UNSETTLED: Tone.WARN,
}

_KEYS = {"prepare_visit": "Ctrl+P", "take_back_end": "Ctrl+Z"}
_FRAME = frozenset({"take_back_end"})  # its keys are the message's too: the page hears them


class VisitPanel(Card):
    """Shows one block of the plan; every act is asked for with a signal."""

    closed = Signal()
    accepted = Signal(object)  # the datetime to book
    moved = Signal(object)  # the datetime to move to
    other_day_requested = Signal()
    missed_requested = Signal()
    series_requested = Signal()
    opened = Signal()
    removed = Signal()
    calendar_requested = Signal()
    preparation_requested = Signal()
    end_taken_back = Signal(object)  # the VisitRow that is to run again
    _end_asked = Signal()

    def __init__(
        self, why_stays_ended: Callable[[VisitId], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._why_stays_ended = why_stays_ended
        self._block: Block | None = None
        self._practice = Text("", Role.PAGE_TITLE, wrap=True)
        self._when = Text("", Role.SECONDARY, wrap=True)
        self._badge = Badge("")
        self._notice = Notice(Tone.ACCENT, "")
        self._dates = ProposalList()
        self._dates_part = QWidget()
        self._primary = Button("", Kind.PRIMARY, size=Size.LARGE)
        self._hint = Text("", Role.CAPTION, wrap=True)
        self._others = QWidget()
        self._build_panel()
        self._connect()

    def block(self) -> Block | None:
        """Return the block shown, if any."""
        return self._block

    def show_block(self, block: Block, dates: Sequence[Candidate]) -> None:
        """Show `block`; `dates` are other days it could have."""
        kept = self._dates.value() if self._block and self._block.key == block.key else None
        self._block = block
        self._practice.setText(block.practice)
        self._when.setText(when_words(block))
        look = STATE_LOOKS[block.state]
        self._badge.setVisible(True)
        self._set_badge(block, look.icon)
        self._show_reasons(block)
        self._dates.show_dates(dates, choose_first=block.state is BlockState.CONFLICT)
        if kept is not None and kept in dates:
            self._dates.choose(list(dates).index(kept))
        self._dates_part.setVisible(bool(dates))
        self._show_acts(block)

    def chosen_start(self) -> datetime | None:
        """Return the proposed date that is chosen, if one is."""
        chosen = self._dates.value()
        return chosen.start if chosen else None

    def focus_first(self) -> None:
        """Put the keyboard on what is done next."""
        self._primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_date(self, place: int) -> bool:
        """Choose the date at `place` (from 0), if it is offered."""
        return not self._dates_part.isHidden() and self._dates.choose(place)

    def take_back_end(self) -> bool:
        """Ask for the end of the visit shown to be taken back, if it can be."""
        block = self._block
        if not self.isVisible() or block is None or self._stays_ended(block) != "":
            return False
        self.end_taken_back.emit(block.visit)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = digit_of(event)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Delete and self._can_remove():
            self.removed.emit()
        elif place is None or not self.choose_date(place):
            super().keyPressEvent(event)

    def _can_remove(self) -> bool:
        visit = self._block.visit if self._block else None
        return visit is not None and visit.status in (VisitStatus.PLANNED, VisitStatus.MISSED)

    def _set_badge(self, block: Block, icon: str) -> None:
        label = _(STATE_LABELS[block.state])
        if block.visit is not None and block.visit.status is VisitStatus.RUNNING:
            label = _("Runs now")
        self._badge.show_look(BadgeLook(label, _TONES[block.state], icon))

    def _show_reasons(self, block: Block) -> None:
        what = _reason_title(block)
        self._notice.setVisible(bool(what))
        if what:
            self._notice.set_tone(*_reason_look(block.state))
            self._notice.set_words(what, "\n".join(block.reasons or _no_reasons(block)))

    def _show_acts(self, block: Block) -> None:
        """Show what can be done: the likeliest large, the others beneath."""
        self._show_primary(block)
        clear(self._flow)
        for name, words, kind, act in self._offered(block):
            button = Button(words, kind, keys=_KEYS.get(name, ""), listens=name not in _FRAME)
            button.setObjectName(name)
            if name == "take_back_end" and (why := self._stays_ended(block)):
                button.setEnabled(False)
                button.setToolTip(as_tip(why))
                button.setAccessibleDescription(why)
            button.clicked.connect(act)
            self._flow.addWidget(button)
            button.setVisible(True)

    def _show_primary(self, block: Block) -> None:
        chosen = self._dates.value()
        words, name = _primary_words(block, chosen)
        self._primary.setText(words)
        self._primary.setObjectName(name)
        self._primary.setVisible(bool(words))
        self._primary.updateGeometry()
        hint = ""
        if block.state is BlockState.PLANNED and chosen is None:
            hint = _("Choose one of the dates to move the visit there.")
        ended = self._stays_ended(block)
        self._hint.setText(hint or ended or "")
        self._hint.setVisible(bool(ended) or (bool(hint) and not self._dates_part.isHidden()))

    def _stays_ended(self, block: Block) -> str | None:
        """Return why the end cannot be taken back, nothing if it can; None without an end."""
        if block.state is not BlockState.HELD or block.visit is None:
            return None
        return self._why_stays_ended(block.visit.id)

    def _offered(self, block: Block) -> list[tuple[str, str, Kind, SignalInstance]]:
        planned = block.visit is not None and block.visit.status is VisitStatus.PLANNED
        plain = Kind.SECONDARY
        acts: list[tuple[str, str, Kind, SignalInstance]] = []
        if (planned or block.state is BlockState.PROPOSED) and not self._is_ahead(block):
            acts.append(("other_day", _("Another day …"), plain, self.other_day_requested))
        if planned or block.state is BlockState.PROPOSED:
            # i18n: Danish: »Hele rækken …«
            acts.append(("see_series", _("The whole series …"), plain, self.series_requested))
        if planned:
            acts.append(("miss_visit", _("Did not happen …"), plain, self.missed_requested))
            # i18n: Danish: »Forberedelse«
            acts.append(("prepare_visit", _("Preparation"), plain, self.preparation_requested))
        if block.state in (BlockState.PLANNED, BlockState.CONFLICT):
            acts.append(("open_visit", _("Start the visit"), plain, self.opened))
        if planned and block.state is not BlockState.UNSETTLED:
            save = _("This visit as calendar file …")
            acts.append(("save_visit_calendar", save, plain, self.calendar_requested))
        if block.state is BlockState.HELD:
            back = _("Take the ending back")
            acts.append(("take_back_end", back, plain, self._end_asked))
        if self._can_remove():
            acts.append(("remove_visit", _("Remove"), Kind.DESTRUCTIVE, self.removed))
        return acts

    def _is_ahead(self, block: Block) -> bool:
        """Return whether the large button is one that harms nothing: the visit is days away."""
        return block.state is BlockState.PLANNED and self._dates.value() is None

    def _on_primary_clicked(self) -> None:
        block, chosen = self._block, self._dates.value()
        if block is None:
            return
        if block.state is BlockState.PROPOSED:
            self.accepted.emit(chosen.start if chosen else block.start)
        elif block.state is BlockState.MISSED or self._is_ahead(block):
            self.other_day_requested.emit()
        elif chosen is not None and block.visit is not None:
            self.moved.emit(chosen.start)
        else:
            self.opened.emit()

    def _on_date_chosen(self) -> None:
        if self._block is not None:
            self._show_acts(self._block)

    def _build_panel(self) -> None:
        self._practice.setObjectName("chosen_practice")
        self._when.setObjectName("chosen_when")
        top = QWidget()
        head = QVBoxLayout(top)
        head.setContentsMargins(SIDE, 12, 8, 14)
        head.setSpacing(2)
        line = QHBoxLayout()
        # i18n: Danish: »Valgt besøg«
        line.setSpacing(10)
        line.addWidget(Text(_("Chosen visit"), Role.CAPTION, tone=Token.INK2))
        line.addWidget(self._badge)
        line.addStretch(1)
        self._close = IconButton("x", _("Close"))
        line.addWidget(self._close)
        head.addLayout(line)
        head.addWidget(self._practice)
        head.addWidget(self._when)
        self.add(top, flush=True)
        self._add_part(self._notice)
        self._add_dates()
        acts = QWidget()
        foot = QVBoxLayout(acts)
        foot.setContentsMargins(SIDE, 8, SIDE, 14)
        foot.setSpacing(10)
        self._flow = FlowLayout(self._others, gap=8)
        for widget in (self._hint, self._primary, self._others):
            foot.addWidget(widget)
        self.add(acts, flush=True)

    def _add_part(self, widget: QWidget) -> None:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(SIDE, 0, SIDE, 8)
        column.addWidget(widget)
        self.add(part, flush=True)

    def _add_dates(self) -> None:
        column = QVBoxLayout(self._dates_part)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(10)
        column.addWidget(Rule())
        head = QHBoxLayout()
        head.setContentsMargins(SIDE, 0, SIDE, 0)
        head.setSpacing(6)
        # i18n: Danish: »Forslag til ny dato«
        head.addWidget(Text(_("Proposed dates"), Role.ROW_TITLE), 1)
        for digit in ("1", "2", "3"):
            head.addWidget(KeyHint(digit))
        column.addLayout(head)
        dates = QVBoxLayout()
        dates.setContentsMargins(SIDE, 0, SIDE, 0)
        dates.addWidget(self._dates)
        column.addLayout(dates)
        self.add(self._dates_part, flush=True)

    def _connect(self) -> None:
        self._close.clicked.connect(self.closed)
        self._end_asked.connect(self.take_back_end)
        self._primary.clicked.connect(self._on_primary_clicked)
        self._dates.chosen.connect(self._on_date_chosen)


def when_words(block: Block) -> str:
    """Return the day, the time and the week of a visit in words, and when its practice is due."""
    day = weekday_and_day(block.start.date())
    visit = block.visit
    span = time_span(block.start, block.minutes)
    if visit is not None and visit.began is not None:  # it was held: tell when, not the plan
        span = time_span(visit.began, visit.lasted) if visit.lasted else clock_time(visit.began)
    when = _("{day}, {time} · {week}").format(
        day=day[:1].upper() + day[1:],
        time=span,
        week=week(block.start.date()),
    )
    due = (block.due[:1].upper() + block.due[1:]).rstrip(".")  # `okt.` has its stop already
    return f"{when}\n{due}." if due else when


def _reason_title(block: Block) -> str:
    """Return the bold sentence over the reasons, or nothing if there is nothing to say."""
    if block.state is BlockState.UNSETTLED:
        return _("The day has passed. Was the visit held, or did it not happen?")
    if not block.reasons and block.state is not BlockState.PROPOSED:
        return ""
    count = len(block.reasons)
    if block.state is BlockState.CONFLICT:
        # i18n: Danish: »To grunde til at flytte besøget«
        text = ngettext("A reason to move the visit", "{n} reasons to move the visit", count)
        return text.format(n=count)
    titles = {
        BlockState.PROPOSED: _("Why this day"),
        BlockState.MISSED: _("Why it did not happen"),
        BlockState.MOVED: _("Moved from here"),
    }
    return titles.get(block.state, _("Good to know"))


def _reason_look(state: BlockState) -> tuple[Tone, str]:
    """Return the tone and the icon of the reasons."""
    if state in (BlockState.PLANNED, BlockState.TODAY):  # the day is better avoided
        return Tone.WARN, "circle-alert"
    return Tone.NEUTRAL if state is BlockState.HELD else _TONES[state], STATE_LOOKS[state].icon


def _no_reasons(block: Block) -> tuple[str, ...]:
    """Return what to say of a day that had no hindrance."""
    if block.state is BlockState.PROPOSED:
        return (_("The rhythm leads to this day, and nothing stands in its way."),)
    return ()


def _primary_words(block: Block, chosen: Candidate | None) -> tuple[str, str]:
    """Return the words and the name of the large button."""
    if block.state is BlockState.PROPOSED:
        start = chosen.start if chosen else block.start
        return _("Accept {day}").format(day=short_weekday_and_day(start.date())), "accept"
    if block.state is BlockState.MISSED:
        return _("Plan a new visit …"), "plan_visit"
    if block.state is BlockState.HELD:
        return _("See the visit"), "open_visit"
    if chosen is not None:
        # i18n: Danish: »Flyt kun dette besøg«
        return _("Move only this visit"), "move_visit"
    if block.state is BlockState.PLANNED:
        return _("Another day …"), "other_day"
    if block.visit is not None and block.visit.status is VisitStatus.RUNNING:
        return _("Back to the visit"), "open_visit"
    return _("Start the visit"), "open_visit"
