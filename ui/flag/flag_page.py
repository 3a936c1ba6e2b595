"""The flags: who has the ball, how old each is, when it is deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.changes import Topic
from app.domain.draft import DraftKind
from app.domain.flag import FlagCard, FlagId, find_going
from app.domain.flag_view import WITHOUT_FEEDBACK
from app.domain.language import _, ngettext
from app.domain.problem import NotFound
from app.domain.retention import Kept
from app.domain.visit import VisitId, VisitRow, VisitStatus
from ui.common.bars import EmptyState
from ui.common.button import Button
from ui.common.desk import Desk
from ui.common.ids import as_id
from ui.common.keyboard import LAID_OUT
from ui.common.page import Keys, Page
from ui.common.page_header import PageHeader
from ui.common.paint import RING
from ui.common.tab_order import order_tabs
from ui.common.tokens import Tone
from ui.flag.action_bar import ActionBar
from ui.flag.filter_bar import FilterBar
from ui.flag.flag_acts import FlagActs
from ui.flag.flag_dialog import FlagDialog
from ui.flag.flag_views import FlagViews
from ui.flag.going import GOING, GoingDialog, GoingNotice
from ui.flag.view_acts import ViewActs

# What may stand, with a colon, before the id of one flag; `UNTOLD` alone or before a practice's id
# asks for the flags without feedback.
SAID, UNMOVED, UNTOLD = "code", "unmoved", "untold"


class FlagPage(Page):
    """The board, or the same flags as a list; the bar below acts on the one stood on.

    Who comes here with `code:` and a flag's id has been told the code: the first talk is offered.
    Who comes with `unmoved:` began that talk and ended it without a recorded yes.
    """

    TOPICS = frozenset(
        {Topic.FLAG, Topic.PRACTICE, Topic.VISIT, Topic.CONSENT, Topic.FOLLOWUP, Topic.SETTINGS}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._acts = FlagActs(desk, self)
        self._cards: tuple[FlagCard, ...] = ()
        self._shown: Sequence[FlagCard] = ()  # those the filters let through
        self._said: FlagId | None = None  # the flag whose code has just been typed
        self._header = PageHeader(_("Flags"))
        self._filters = FilterBar()
        self._view_acts = ViewActs(desk, self._filters, self)
        self._going = GoingNotice(self._show_going, brief=True)
        self._views = FlagViews(desk.services.today.day)
        self._board, self._table = self._views.board, self._views.table
        self._none = EmptyState(
            _("No flags yet. Raise them at a visit, or here with Ctrl+N."),
            "flag",
            self._new_button("raise_first"),
        )
        self._clear = Button(_("Clear filters"), icon="x", pressed=self._on_cleared)
        self._clear.setObjectName("clear_all")
        # i18n: Danish: »Ingen flag passer.«
        self._unfit = EmptyState(_("No flags match."), "flag", self._clear)
        self._bar = ActionBar()
        self._stays = self._shortcut("Alt+Left", self._acts.hand_back)
        self._build()
        self._connect()

    @override
    def reload(self) -> None:
        today = self._desk.services.today.day()
        self._cards = self._desk.services.flag.list_flags()
        self._filters.offer(self._cards)
        self._filters.say_kept(self._desk.services.retention.kept_for().amount(Kept.FLAG))
        self._filters.offer_views(self._desk.services.flag_view.list_views())
        self._going.show_count(len(find_going(self._cards, today)))
        self._show()

    @override
    def new(self) -> None:
        if not self._desk.services.practice.list_practices():
            words = _("Add the practice first, under Practices. A flag belongs to one.")
            self._desk.message.say(words, tone=Tone.WARN)
            return
        dialog = self._acts.raise_new()
        self._show_when_saved(dialog)
        if (visit := self._begun_at()) is not None:
            what = _("A flag begun at {practice} waits.").format(practice=visit.practice)
            resume = partial(self._resume_at_visit, visit.id)
            dialog.offer_instead(what, _("Go on with it"), resume)

    @override
    def show_entity(self, entity_id: object) -> None:
        before, _colon, name = str(entity_id).rpartition(":")
        found = as_id(name)
        if entity_id == GOING:
            self._show_going()
        elif UNTOLD in (before, name):
            self._show_untold(found)
        elif found is not None:
            self._show_flag(FlagId(found), before)

    @override
    def resume(self, kind: DraftKind, entity: str) -> bool:
        if kind is not DraftKind.FLAG:
            return False
        if not entity:
            self.new()
            return True
        thing = as_id(entity)
        if thing is None:
            return False
        if any(card.id == thing for card in self._desk.services.flag.list_flags()):
            self._acts.correct(FlagId(thing))
            return True
        return self._resume_at_visit(VisitId(thing))

    @override
    def primary_focus(self) -> QWidget | None:
        card = self._current()
        if card is not None and card.id == self._said and self._bar.talk() is not None:
            return self._bar.talk()
        if not self._unfit.isHidden():
            return self._clear
        return self._views.focus()

    @override
    def regions(self) -> Sequence[QWidget]:
        return (
            self._going,
            self._filters,
            self._unfit,
            self._views.region(),
            self._bar,
        )

    @override
    def keys(self) -> Keys:
        return (
            ("Ctrl+N", _("Raise a flag")),
            ("← → ↑ ↓", _("From flag to flag")),
            ("Alt+→", _("Move to the next column")),
            ("Alt+←", _("Move back")),
            ("Enter", _("Open and correct")),
            ("Del", _("Delete now")),
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        card = self._current()
        if card is None:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Delete:
            self._acts.remove(card)
        else:
            super().keyPressEvent(event)

    def _begun_at(self) -> VisitRow | None:
        """Return the visit, ended since, at which a flag was begun that still waits."""
        begun = {
            one.entity for one in self._desk.services.draft.waiting() if one.kind is DraftKind.FLAG
        }
        visits = self._desk.services.visit.list_visits()
        held = (one for one in visits if one.status is VisitStatus.HELD)
        return next((one for one in held if one.id.hex in begun), None)

    def _resume_at_visit(self, visit_id: VisitId) -> bool:
        try:
            visit = self._desk.services.visit.visit(visit_id).row
        except NotFound:
            return False
        if visit.status is VisitStatus.RUNNING:
            self._desk.go("visit_room", visit_id.hex)
        else:
            self._show_when_saved(self._acts.raise_at_visit(visit.practice_id, visit_id))
        return True

    def _show_when_saved(self, dialog: FlagDialog) -> None:
        dialog.saved.connect(lambda card: self.show_entity(card.id))

    def _show_untold(self, practice_id: UUID | None) -> None:
        """Show the flags without feedback, of one practice if given."""
        self._read_if_stale()
        self._filters.ask(
            replace(WITHOUT_FEEDBACK, practice_id=practice_id.hex if practice_id else "")
        )
        self._take_focus()

    def _show_flag(self, flag_id: FlagId, why: str) -> None:
        self._read_if_stale()
        if any(card.id == flag_id for card in self._shown):
            self._go_to(flag_id)
        elif any(card.id == flag_id for card in self._cards):
            self._filters.clear()
            self._go_to(flag_id)
        else:
            self._desk.message.say(_("This flag is no longer there."), tone=Tone.WARN)
            return
        self._said = flag_id if why == SAID else None
        if why == UNMOVED and (card := self._current()) is not None:
            self._acts.say_unmoved(card)

    def _read_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self.reload()
            order_tabs(self)

    def _show_going(self) -> None:
        """List the flags that are soon reduced, unless the last of them has gone."""
        cards = self._desk.services.flag.list_going()
        if cards:
            GoingDialog(cards, self._desk.services.today.day(), self.show_entity, self).open()

    def _current(self) -> FlagCard | None:
        return self._views.current()

    def _show(self) -> None:
        today, asked = self._desk.services.today.day(), self._filters.asked()
        self._shown = [card for card in self._cards if asked.passes(card, today)]
        self._header.set_subtitle(_subtitle(self._cards, len(self._shown)))
        self._views.show_cards(self._shown)
        self._arrange()

    def _arrange(self) -> None:
        anything = bool(self._cards)
        no_match = anything and not self._shown
        self._filters.setVisible(anything)
        self._views.choice.setEnabled(anything)
        self._none.setVisible(not anything)
        self._unfit.setVisible(no_match)
        self._views.set_visible(shown=anything and not no_match)
        self._act_on(self._current() if self._shown else None)

    def _go_to(self, flag_id: FlagId) -> None:
        self._views.go_to(flag_id)
        if (place := self._views.focus()) is not None:
            place.setFocus()
        self._on_stood_on(self._current())

    def _on_filtered(self) -> None:
        self._show()
        order_tabs(self)  # some cards may be new, and the bar comes after them

    def _on_cleared(self) -> None:
        self._filters.clear()
        self._take_focus()

    def _on_view_chosen(self) -> None:
        card = self._views.left_on()
        self._views.fill()
        self._arrange()
        order_tabs(self)
        if card is not None:
            self._views.go_to(card.id)
            self._act_on(self._current())
        self._views.choice.setFocus()

    def _take_focus(self) -> None:
        place = self.primary_focus()
        if place is not None:
            place.setFocus()

    def _act_on(self, card: FlagCard | None) -> None:
        self._bar.show_card(card)
        self._stays.setEnabled(not self._bar.goes_back())

    def _on_stood_on(self, card: FlagCard | None) -> None:
        if card is None or card.id != self._said:
            self._said = None
        self._act_on(card)
        # The bar may have grown for this flag, and taken of the room above it.
        QTimer.singleShot(LAID_OUT, self, self._reveal)

    def _reveal(self) -> None:
        """Bring all of the card stood on into view."""
        card = self._board.focusProxy()
        if card is not None and card.isVisible():
            self.area.ensureWidgetVisible(card, 0, RING)

    def _connect(self) -> None:
        acts, bar = self._acts, self._bar
        self._filters.changed.connect(self._on_filtered)
        self._views.choice.chosen.connect(self._on_view_chosen)
        self._board.current_changed.connect(self._on_stood_on)
        self._board.opened.connect(self._on_opened)
        self._table.current_changed.connect(self._act_on)
        self._table.opened.connect(self._on_opened)
        bar.focus_lost.connect(self._take_focus)
        bar.open_requested.connect(self._on_opened)
        for signal, act in (
            (bar.move_on_requested, acts.hand_on),
            (bar.move_back_requested, acts.hand_back),
            (bar.slip_requested, acts.print_slip),
            (bar.close_requested, acts.close),
            (bar.ring_requested, acts.start_talk),
            (bar.relay_requested, acts.relay_yes),
            (bar.remove_requested, acts.remove),
        ):
            signal.connect(lambda act=act: self._do(act))

    def _do(self, act: Callable[[FlagCard], object]) -> None:
        card = self._current()
        if card is not None:
            act(card)

    def _on_opened(self) -> None:
        card = self._current()
        if card is not None:
            self._acts.correct(card.id)

    def _shortcut(self, keys: str, act: Callable[[FlagCard], object]) -> QShortcut:
        # Not a key press: where the page scrolls, arrows never come this far.
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self._do(act))
        return shortcut

    def _new_button(self, name: str) -> Button:
        # i18n: Danish: »Nyt flag«
        button = Button(_("New flag"), icon="plus", keys="Ctrl+N", pressed=self.new)
        button.setObjectName(name)
        return button

    def _build(self) -> None:
        self._header.add_action(self._views.choice)
        self._header.add_action(self._new_button("raise_flag"))
        self.body.setSpacing(12)
        for widget in (self._header, self._going, self._filters):
            self.body.addWidget(widget)
        self._views.add_to(self.body)
        self.body.addWidget(self._none, 1)
        self.body.addWidget(self._unfit, 1)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 0, 24, 16)
        row.addWidget(self._bar)
        outer = self.layout()
        if outer is not None:
            outer.addWidget(foot)


def _subtitle(cards: Sequence[FlagCard], shown: int) -> str:
    if not cards:
        return ""
    if shown < len(cards):
        # i18n: Danish: »Viser 3 af 14 anonyme flag«
        words = _("Showing {shown} of {all} anonymous flags")
        return words.format(shown=shown, all=len(cards))
    practices = len({card.practice_id for card in cards})
    # i18n: Danish: »14 anonyme flag fra 4 lægehuse«
    flags = ngettext("{n} anonymous flag", "{n} anonymous flags", len(cards)).format(n=len(cards))
    places = ngettext("{n} practice", "{n} practices", practices).format(n=practices)
    return _("{flags} from {practices}").format(flags=flags, practices=places)
