"""What stands above the page after unlocking: the clock, lost saves, keys, unfinished edits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.changes import Topic
from app.domain.draft import DRAFT_KEPT, DRAFT_LABELS, DraftKind, WaitingDraft
from app.domain.language import _, ngettext
from app.domain.visit import VisitId
from app.domain.words import clock_time, day_with_weekday, short_day
from app.system.clock import local, today
from ui.common.button import Button, Size
from ui.common.discard import discard
from ui.common.draft_place import read_place
from ui.common.notice import Notice
from ui.common.tokens import Tone
from ui.main_window.audit_notice import AuditNotice
from ui.main_window.ends_notice import EndsNotice
from ui.main_window.navigation import PAGE_OF_DRAFT
from ui.main_window.news_notice import tell_of_upgrade
from ui.shell.shell import Shell


class Welcome:
    """Says what has to be said once, above every page."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._services = shell.desk.services
        self._waiting: list[WaitingDraft] = []
        self._draft_notice: QWidget | None = None
        self._day_question: QWidget | None = None
        self._ends = EndsNotice(shell, self._add)
        self._trail = AuditNotice(shell, self._add)
        self._running: VisitId | None = None
        shell.desk.changes.changed.connect(self._on_changed)

    def say_all(self) -> None:
        """Let go of what is due, and say what there is to say."""
        self._warn_of_lost_saves()
        self._trail.say()
        self.begin_day()
        if not self._services.settings.made_up():
            self._remind_of_code()
            self._remind_of_details()
        self._running = self._visit()
        self._say_what_ends()
        self._waiting = list(self._services.draft.waiting())
        self._offer_draft()

    def tell_of_upgrade(self, version: str) -> None:
        """Say that Fasthold is `version` now."""
        tell_of_upgrade(version, self._shell, self._add)

    def begin_day(self) -> None:
        """Let go of what is due today, or ask first whether it is today."""
        self._withdraw_question()
        seen = self._services.settings.last_seen()
        if self._services.tidy.tidy().waits and seen is not None:
            self._ask_the_day(seen)
        else:
            self._let_copies_go()

    def _ask_the_day(self, seen: date) -> None:
        day = day_with_weekday(self._services.today.day())
        yes = _button(_("Yes, it is {day}").format(day=day), "day_is_right", self._on_day_right)
        later = _button(_("Not now"), "day_not_now", self._withdraw_question)
        words = _(
            "The computer's clock says {day}, and this file was last used on {seen}. Until you say"
            " that the day is right, no flag is reduced, no consent lapses and nothing is deleted."
            " If it is wrong, set the clock."
        )
        notice = Notice(
            Tone.WARN,
            _("Is today's date right?"),
            words.format(day=day, seen=day_with_weekday(seen)),
            acts=(yes, later),
            beside=True,
        )
        self._day_question = self._add(notice)

    def _on_day_right(self) -> None:
        self._withdraw_question()
        self._services.tidy.tidy_on_this_day()
        self._let_copies_go()

    def _let_copies_go(self) -> None:
        """Let the copies go whose time is over; whole files are read and written, and drives may be
        slow. Those that are left go another day."""
        desk = self._shell.desk
        roll_out = self._services.copies.roll_out_due
        desk.tasks.run(roll_out, owner=self._shell, done=_nothing, failed=_nothing)

    def _withdraw_question(self) -> None:
        if self._day_question is not None:
            discard(self._day_question)
            self._day_question = None

    def _warn_of_lost_saves(self) -> None:
        warning = self._services.file.missing_saves_warning(self._services.vault)
        if warning:
            understood = _button(_("I have seen it"), "seen", lambda: discard(notice))
            notice = Notice(
                Tone.DANGER, _("Something is missing."), warning, acts=(understood,), beside=True
            )
            self._add(notice)

    def _say_what_ends(self) -> None:
        """Not while the day is in doubt, nor in the room of a visit."""
        if self._day_question is None and self._running is None:
            self._ends.say()

    def _remind_of_code(self) -> None:
        if self._services.settings.code_tried():
            return
        self._remind(
            _("Your recovery code has not been tried."),
            _("Without it nobody can help you if you forget the passphrase."),
            _("Make a new code"),
            "make_new_code",
        )

    def _remind_of_details(self) -> None:
        if self._services.settings.sender() is not None:
            return
        self._remind(
            _("Your details are missing."),
            _("They stand on every paper, and no paper is saved without them."),
            _("Write my details"),
            "write_details",
        )

    def _remind(self, what: str, why: str, act: str, name: str) -> None:
        def go() -> None:
            discard(notice)
            self._shell.go("settings", name)

        later = _button(_("Later"), f"{name}_later", lambda: discard(notice))
        notice = Notice(Tone.WARN, what, why, acts=(_button(act, name, go), later), beside=True)
        self._add(notice)

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        """An edit finished elsewhere is offered no longer; one just begun is not offered at all."""
        if Topic.VISIT in topics:
            self._follow_visit()
        if Topic.CONSENT in topics:
            self._ends.follow()
        if Topic.DRAFT not in topics or not self._waiting:
            return
        left = {(one.kind, one.entity) for one in self._services.draft.waiting()}
        kept = [one for one in self._waiting if (one.kind, one.entity) in left]
        if len(kept) != len(self._waiting):
            self._waiting = kept
            self._offer_draft()

    def _follow_visit(self) -> None:
        """Offer what was left unsaved when a visit ended; not while it runs again."""
        before, self._running = self._running, self._visit()
        if before == self._running:
            return
        kept = [one for one in self._waiting if not _was_begun_at(one, before, self._running)]
        ended = [one for one in self._services.draft.waiting() if _was_begun_at(one, before)]
        self._waiting = [*ended, *kept]
        self._offer_draft()

    def _visit(self) -> VisitId | None:
        running = self._services.visit.running()
        return running.id if running else None

    def _offer_draft(self) -> None:
        if self._draft_notice is not None:
            discard(self._draft_notice)
            self._draft_notice = None
        if not self._waiting:
            return
        newest, *others = self._waiting
        go_on = _button(_("Go on with it"), "resume_draft", lambda: self._resume(newest))
        throw = _button(_("Throw it away"), "drop_draft", lambda: self._drop(newest))
        notice = Notice(
            Tone.OK,
            _what_waits(newest),
            _how_many_more(others),
            acts=(go_on, throw),
            icon="save",
            beside=True,
        )
        self._draft_notice = self._add(notice)

    def _resume(self, draft: WaitingDraft) -> None:
        self._waiting.remove(draft)
        self._offer_draft()
        self._shell.go(PAGE_OF_DRAFT[draft.kind])
        page = self._shell.page()
        if page is not None and not page.resume(draft.kind, draft.entity):
            self._shell.message.say(
                _("Open the form again: what you typed is there."), tone=Tone.ACCENT
            )

    def _drop(self, draft: WaitingDraft) -> None:
        self._services.draft.drop(draft.kind, draft.entity)

    def _add(self, notice: Notice) -> QWidget:
        """Put `notice` above the pages, in line with what stands on them."""
        frame = QWidget()
        column = QVBoxLayout(frame)
        column.setContentsMargins(24, 12, 24, 0)
        column.addWidget(notice)
        notice.destroyed.connect(frame.deleteLater)
        self._shell.add_notice(frame)
        return frame


def _nothing(_result: object) -> None:
    """Take what nobody is told of."""


def _was_begun_at(draft: WaitingDraft, *visits: VisitId | None) -> bool:
    """Return whether a flag, a question or a promise was begun at one of these visits."""
    if draft.kind in (DraftKind.QUESTION, DraftKind.PROMISE):
        return read_place(draft.entity)[0] in {one for one in visits if one}
    return draft.kind is DraftKind.FLAG and draft.entity in {one.hex for one in visits if one}


def _what_waits(draft: WaitingDraft) -> str:
    at = local(draft.typed_at)
    when = clock_time(at) if at.date() == today() else short_day(at.date())
    return _("You were in the middle of {what} ({when}).").format(
        what=_(DRAFT_LABELS[draft.kind]), when=when
    )


def _how_many_more(others: Sequence[WaitingDraft]) -> str:
    kept = _(DRAFT_KEPT)
    if not others:
        return kept
    more = ngettext("{count} more edit waits.", "{count} more edits wait.", len(others))
    return f"{kept} {more.format(count=len(others))}"


def _button(text: str, name: str, pressed: Callable[[], object]) -> Button:
    button = Button(text, size=Size.COMPACT, pressed=pressed)
    button.setObjectName(name)
    return button
