"""Entries of the audit trail in words: every code has one, and no name is among them."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum

import pytest

from app.domain.audit import Action, AuditCheck, AuditRow, AuditStanding, Fault, Flaw, Word
from app.domain.audit_words import (
    ACTION_LABELS,
    checked_words,
    end_words,
    entry_detail,
    entry_title,
    fault_words,
    last_fault,
    seal_words,
)
from app.domain.calendar_file import CalendarKind
from app.domain.consent import ConsentKind, Direction, Information
from app.domain.consent_fall import FallKind
from app.domain.guard import Rule
from app.domain.language import in_language
from app.domain.paper import PaperKind
from app.domain.party import PartyKind

SAME = {"Flag"}  # called in Danish what the code calls it
AT = datetime(2026, 9, 9, 10, 30, tzinfo=UTC)


def row(action: Action | None, *detail: str | int, person: str = "", seal: str = "") -> AuditRow:
    return AuditRow(7, AT, action, detail, person, seal)


def test_every_action_has_its_words() -> None:
    assert set(ACTION_LABELS) == set(Action)


@pytest.mark.parametrize(
    ("action", "codes"),
    [
        (Action.SETTINGS_CHANGED, Word),
        (Action.CHECKED, Flaw),
        (Action.CONSENT_ENDED, FallKind),
        (Action.CONSENT_GIVEN, ConsentKind),
        (Action.CONSENT_GIVEN, PartyKind),
        (Action.CONSENT_GIVEN, Direction),
        (Action.CONSENT_GIVEN, Information),
        (Action.DISCLOSED, PaperKind),
        (Action.DISCLOSED, CalendarKind),
        (Action.DISCLOSED, Direction),
        (Action.DISCLOSED, Information),
        (Action.GUARD_REFUSED, Rule),
    ],
)
def test_every_code_has_its_words(action: Action, codes: type[StrEnum]) -> None:
    for code in codes:
        with in_language("da"):
            said = entry_detail(row(action, code.value))
        assert said.casefold() != code.value or said in SAME, code


def test_an_entry_says_what_was_done_to_what_and_to_whom_by_a_mark() -> None:
    entry = row(Action.CONSENT_GIVEN, "employer", "pass_on", "hours", person="3f9a2c")
    assert entry_title(entry) == "Consent recorded"
    assert entry_detail(entry) == "Person 3f9a2c · employer · pass on · hours"


def test_a_count_stands_by_what_it_counts() -> None:
    erased = row(Action.CITIZEN_ERASED, "due", "consents", 3, "contacts", 5)
    assert entry_detail(erased) == "The time was up · consents: 3 · contacts: 5"
    assert entry_detail(row(Action.FLAGS_SHRUNK, 4)) == "4"
    assert entry_detail(row(Action.OPEN_FAILED, "passphrase", 3)) == "Passphrase: 3"
    assert entry_detail(row(Action.MIGRATED, 19, 24)) == "From version 19 to 24"


def test_one_code_may_stand_for_two_things() -> None:
    assert entry_detail(row(Action.DISCLOSED, "slip", "none")) == "Slip · about nobody"
    assert entry_detail(row(Action.SETTINGS_CHANGED, "slip")) == "Texts of the slip"
    assert entry_detail(row(Action.GUARD_REFUSED, "employer")) == "Employer"


def test_what_somebody_tampered_with_is_shown_without_words() -> None:
    assert entry_title(row(None)) == "Entry that cannot be read"
    assert entry_detail(row(None, "x", 3)) == "X: 3"


def test_a_seal_is_read_in_groups() -> None:
    assert seal_words(row(Action.OPENED, seal="4f3a9b2177c01d5e")) == "No. 7: 4f3a 9b21 77c0 1d5e"


@pytest.mark.parametrize(
    ("check", "said"),
    [
        (AuditCheck(1), "The 1 entry fits."),
        (AuditCheck(1234), "All 1234 entries fit together."),
        (AuditCheck(11, Fault(12, Flaw.GONE)), "Entry 12 is missing."),
        (AuditCheck(11, Fault(12, Flaw.CHANGED)), "Entry 12 was changed after it was written."),
        (
            AuditCheck(11, Fault(12, Flaw.FOREIGN)),
            "Entry 12 was not written after the one before it.",
        ),
    ],
)
def test_a_check_is_told_in_a_sentence(check: AuditCheck, said: str) -> None:
    assert checked_words(check) == said


def test_the_last_check_tells_which_entry_did_not_fit() -> None:
    broken = AuditStanding(checked=row(Action.CHECKED, "gone", 12))
    assert not broken.is_whole()
    assert last_fault(broken) == Fault(12, Flaw.GONE)
    assert fault_words(Fault(12, Flaw.GONE)) == "Entry 12 is missing."
    whole = AuditStanding(checked=row(Action.CHECKED, "whole"))
    assert (whole.is_whole(), last_fault(whole), last_fault(AuditStanding())) == (True, None, None)


def test_a_missing_end_is_told_in_a_sentence() -> None:
    assert "last 3 entries were missing" in end_words(row(Action.END_MISSING, "missing", 3))
    assert "last entry was missing" in end_words(row(Action.END_MISSING, "missing", 1))
    assert "were others" in end_words(row(Action.END_MISSING, "other"))
