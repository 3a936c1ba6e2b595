"""The audit trail: what happened to the file and to what is known of people, in codes alone.

An entry says what was done, and when; whose it was it says by a pseudonym that leads to nobody once
the person is erased. What stands in it are codes of closed lists and counts: no word that anybody
typed has a place there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

YEARS_KEPT = 5


class Action(StrEnum):
    """What can stand in the trail."""

    OPENED = "opened"
    LOCKED = "locked"
    OPEN_FAILED = "open_failed"
    COPY_OPENED = "copy_opened"
    END_MISSING = "end_missing"
    MIGRATED = "migrated"
    COPY_SAVED = "copy_saved"
    KEY_CHANGED = "key_changed"
    SETTINGS_CHANGED = "settings_changed"
    VIEWED = "viewed"
    CONSENT_GIVEN = "consent_given"
    CONSENT_CHANGED = "consent_changed"
    CONSENT_REFUSED = "consent_refused"
    CONSENT_ENDED = "consent_ended"
    DISCLOSED = "disclosed"
    PRINT_WARNED = "print_warned"
    GUARD_REFUSED = "guard_refused"
    CITIZEN_ERASED = "citizen_erased"
    RESTRICTED = "restricted"
    RESTRICTION_LIFTED = "restriction_lifted"
    HELD = "held"
    HOLD_LIFTED = "hold_lifted"
    FLAGS_SHRUNK = "flags_shrunk"
    FLAG_REMOVED = "flag_removed"
    CLOCK_DOUBTED = "clock_doubted"
    DAY_CONFIRMED = "day_confirmed"
    SAVES_MISSING = "saves_missing"
    CHECKED = "checked"
    TRAIL_SHORTENED = "trail_shortened"


class Word(StrEnum):
    """What an entry can say beside its action, and beside the codes of consents and papers."""

    # Which key.
    PASSPHRASE = "passphrase"  # noqa: S105 -- which key, not the key
    CODE = "code"
    KEYCHAIN = "keychain"
    SET = "set"
    REMOVED = "removed"
    # Why it was locked.
    HAND = "hand"
    IDLE = "idle"
    SLEEP = "sleep"
    CLOSED = "closed"
    # How the end of the trail differs from the one known beside the file, and what a check found.
    MISSING = "missing"
    OTHER = "other"
    OLDER = "older"
    WHOLE = "whole"
    # How it left, where that was no file.
    PRINTED = "printed"
    # Which way the clock jumped.
    BACK = "back"
    AHEAD = "ahead"
    # What was changed in the settings.
    SENDER = "sender"
    LOCK_TIMES = "lock_times"
    PLAN_TIMES = "plan_times"
    SLIP = "slip"
    DEADLINES = "deadlines"
    RETENTION = "retention"
    # Why and what of a person went: their time was up, or every consent was taken back.
    DUE = "due"
    AGAIN = "again"  # they came back with an older copy
    EVERYTHING = "everything"
    # What went with a person, each followed by how many.
    CONSENTS = "consents"
    CONTACTS = "contacts"
    ROUNDTABLES = "roundtables"
    TASKS = "tasks"
    DISCLOSURES = "disclosures"


class Flaw(StrEnum):
    """How the first entry that does not fit differs from what was written."""

    GONE = "gone"  # its number is missing
    CHANGED = "changed"  # its seal does not fit what it says
    FOREIGN = "foreign"  # whole in itself, but not written after the one before it


@dataclass(frozen=True, slots=True)
class Fault:
    """The first entry of the trail that does not fit."""

    seq: int
    flaw: Flaw


@dataclass(frozen=True, slots=True)
class End:
    """How the end of the trail differs from the one that was known outside the file: so many
    entries are missing, or others stand there (`other`)."""

    missing: int = 0
    other: bool = False


@dataclass(frozen=True, slots=True)
class AuditCheck:
    """What walking the trail found: so many entries fit, and the first that does not, if any."""

    entries: int
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One entry to show. `action` and `at` are None where somebody tampered with them; `person` and
    `seal` are the first signs of the pseudonym and of the seal."""

    seq: int
    at: datetime | None
    action: Action | None
    detail: tuple[str | int, ...] = ()
    person: str = ""
    seal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditStanding:
    """How the trail stands: how long it is, when and with what result it was checked last, and
    where its end was once missing."""

    entries: int = 0
    first: AuditRow | None = None
    last: AuditRow | None = None
    checked: AuditRow | None = None
    ends_missing: tuple[AuditRow, ...] = ()

    def is_whole(self) -> bool:
        """Whether the last check found every entry to fit."""
        return self.checked is not None and Word.WHOLE in self.checked.detail


def moment_of(at: str) -> datetime | None:
    """Return the moment an entry was written at, or None for what no entry says unless somebody
    tampered with it."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def five_years_before(day: date) -> date:
    """Return the day before which no entry is kept; of 29 February, 28 February."""
    year = day.year - YEARS_KEPT
    leap = day.month == 2 and day.day == 29
    return date(year, 2, 28) if leap else day.replace(year=year)
