"""Settings kept in the encrypted file: my details, lock times, and what the file is."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import date, timedelta

from sqlmodel import Session

from app.changes import Topic
from app.data.audit import note_act
from app.data.setting import MetaRecord, find_settings
from app.data.vault import Vault
from app.domain.audit import Action, Word
from app.domain.language import _
from app.domain.plan_times import PlanTimesDraft, settle_plan_times
from app.domain.problem import Refused, Rejected
from app.domain.sender import Sender, SenderDraft, is_worn, settle_sender
from app.domain.settling import Settling
from app.domain.typed import Unreadable, read_whole
from app.services.audit_note import change_settings, note_apart, note_once_a_day
from app.services.own_calendar import plan_times, put_plan_times
from app.system.clock import Today
from app.system.log import event

LOCK_MINUTES = 5
LOCK_MINUTES_IN_VISIT = 15
LONGEST_LOCK = 15
LONGEST_LOCK_IN_VISIT = 60
LONGEST_ABSENCE = timedelta(days=14)  # what goes is shown as long ahead, and no longer

_CODE_TRIED = "code_tried"
_LAST_COPIED = "last_copied"
_LAST_SEEN = "last_seen"
_MADE_UP = "made_up"
_PRINT_WARNED = "print_warned"
_SENDER_CHECKED = "sender_checked"


class SettingsService:
    """Read and save what is set in the file."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def sender(self) -> Sender | None:
        """Return my details, or None as long as they are not complete."""
        try:
            return settle_sender(self.sender_draft())
        except Rejected:
            return None

    def needed_sender(self) -> Sender:
        """Return my details; `Refused` without them, since no paper leaves without a way back."""
        sender = self.sender()
        if sender is None:
            raise Refused(_("Write your details in Settings first: they stand on every paper."))
        return sender

    def sender_draft(self) -> SenderDraft:
        """Return my details as they were last saved."""
        with self._vault.read() as session:
            saved = find_settings(session)
        names = [field.name for field in fields(SenderDraft)]
        return SenderDraft(**{name: saved.get(f"sender.{name}", "") for name in names})

    def save_sender(self, draft: SenderDraft) -> None:
        """Save my details; raise `Rejected` if a paper could not be answered."""
        with self._vault.write(Topic.SETTINGS) as session:
            sender = settle_sender(draft)
            named = {f"sender.{name}": value for name, value in asdict(sender).items()}
            change_settings(session, Word.SENDER, named)
            _put_meta(session, _SENDER_CHECKED, self._today().isoformat())

    def confirm_sender(self) -> None:
        """Remember that my details were looked through today."""
        self._note(_SENDER_CHECKED, self._today().isoformat())

    def sender_checked_on(self) -> date | None:
        """Return the day my details were looked through last, if it is known."""
        with self._vault.read() as session:
            day = _meta(session, _SENDER_CHECKED)
        return None if day is None else date.fromisoformat(day)

    def sender_is_worn(self) -> bool:
        """Return whether my details should be looked through before they leave on a paper."""
        return is_worn(self.sender_checked_on(), self._today())

    def lock_minutes(self) -> int:
        """Return after how many idle minutes the window locks."""
        return self._minutes("lock_minutes", LONGEST_LOCK, LOCK_MINUTES)

    def lock_minutes_in_visit(self) -> int:
        """Return after how many idle minutes the window locks while a visit runs."""
        return self._minutes("lock_minutes_in_visit", LONGEST_LOCK_IN_VISIT, LOCK_MINUTES_IN_VISIT)

    def save_lock_minutes(self, lock_minutes: str, lock_minutes_in_visit: str) -> None:
        """Save both lock times as typed; raise `Rejected` for what is out of bounds."""
        form = Settling()
        usual = form.read("lock_minutes", lambda: read_whole(lock_minutes, 1, LONGEST_LOCK), 1)
        in_visit = form.read(
            "lock_minutes_in_visit",
            lambda: read_whole(lock_minutes_in_visit, 1, LONGEST_LOCK_IN_VISIT),
            1,
        )
        form.finish()
        with self._vault.write(Topic.SETTINGS) as session:
            times = {"lock_minutes": str(usual), "lock_minutes_in_visit": str(in_visit)}
            change_settings(session, Word.LOCK_TIMES, times)

    def plan_times_draft(self) -> PlanTimesDraft:
        """Return how long the way and a roundtable take, as they were last saved."""
        with self._vault.read() as session:
            times = plan_times(session)
        return PlanTimesDraft(travel=str(times.travel), roundtable=str(times.roundtable))

    def save_plan_times(self, draft: PlanTimesDraft) -> None:
        """Save how long they take; visits already booked too near show up as conflicts."""
        with self._vault.write(Topic.SETTINGS, Topic.CALENDAR) as session:
            times = settle_plan_times(draft)
            put_plan_times(session, times)

    def made_up(self) -> bool:
        """Return whether everything in this file is made up, to look around in."""
        with self._vault.read() as session:
            return _meta(session, _MADE_UP) == "1"

    def mark_made_up(self) -> None:
        """Say of this file, for good, that everything in it is made up."""
        with self._vault.write(Topic.SETTINGS) as session:
            session.merge(MetaRecord(key=_MADE_UP, value="1"))

    def code_tried(self) -> bool:
        """Return whether somebody has shown that they can read the printed code."""
        with self._vault.read() as session:
            return _meta(session, _CODE_TRIED) == "1"

    def note_code_tried(self, *, tried: bool = True) -> None:
        """Remember that the printed code can be read, or that there is a new one."""
        self._note(_CODE_TRIED, "1" if tried else "0")

    def print_warned(self) -> bool:
        """Return whether somebody has read what a printer keeps."""
        with self._vault.read() as session:
            return _meta(session, _PRINT_WARNED) == "1"

    def note_print_warned(self) -> None:
        """Remember that it was read, here and in the audit trail."""
        with self._vault.write(Topic.SETTINGS) as session:
            note_act(session, Action.PRINT_WARNED)
            _put_meta(session, _PRINT_WARNED, "1")

    def last_copied(self) -> date | None:
        """Return the day a copy was saved last, if ever."""
        with self._vault.read() as session:
            day = _meta(session, _LAST_COPIED)
        return None if day is None else date.fromisoformat(day)

    def note_copied(self, day: date) -> None:
        """Remember the day a copy was saved."""
        self._note(_LAST_COPIED, day.isoformat())

    def note_seen(self, today: date) -> None:
        """Remember the day the file was last worked in."""
        with self._vault.write(Topic.SETTINGS) as session:
            if self._clock_jump() is not None:
                note_act(session, Action.DAY_CONFIRMED)
            session.merge(MetaRecord(key=_LAST_SEEN, value=today.isoformat()))

    def last_seen(self) -> date | None:
        """Return the day the file was last worked in, if it is known."""
        with self._vault.read() as session:
            seen = _meta(session, _LAST_SEEN)
        try:
            return date.fromisoformat(seen or "")
        except ValueError:
            return None

    def clock_jumped(self) -> bool:
        """Return whether today is before the day last seen, or more than 14 days after it.

        Then nothing may lapse or shrink until somebody has said that the day is right: of what
        has come due since, nobody can have seen that it would go.
        """
        return self._clock_jump() is not None

    def note_clock_doubted(self) -> None:
        """Note that nothing was let go of, because the clock has jumped."""
        jump = self._clock_jump()
        if jump is not None:
            note_apart(
                self._vault, lambda session: note_once_a_day(session, Action.CLOCK_DOUBTED, jump)
            )

    def _clock_jump(self) -> Word | None:
        """Return which way the clock has jumped, if it has."""
        seen = self.last_seen()
        if seen is None or seen <= self._today() <= seen + LONGEST_ABSENCE:
            return None
        return Word.BACK if self._today() < seen else Word.AHEAD

    def _note(self, key: str, value: str) -> None:
        with self._vault.write(Topic.SETTINGS) as session:
            _put_meta(session, key, value)

    def _minutes(self, name: str, longest: int, default: int) -> int:
        with self._vault.read() as session:
            saved = find_settings(session).get(name)
        if saved is None:
            return default
        try:
            return read_whole(saved, 1, longest)
        except Unreadable:
            event("settings.value_ignored")
            return default


def _put_meta(session: Session, key: str, value: str) -> None:
    session.merge(MetaRecord(key=key, value=value))


def _meta(session: Session, key: str) -> str | None:
    record = session.get(MetaRecord, key)
    return None if record is None else record.value
