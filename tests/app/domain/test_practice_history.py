from __future__ import annotations

from datetime import date

from app.domain.practice import DoctorFacts, DoctorRole
from app.domain.practice_history import Meeting, meeting, newcomers

LAST = date(2026, 7, 29)


def test_a_doctor_is_new_from_the_visit_they_were_introduced_at() -> None:
    assert meeting(None, LAST) is Meeting.NOT_MET
    assert meeting(date(2026, 8, 3), LAST) is Meeting.NEW
    assert meeting(LAST, LAST) is Meeting.NEW
    assert meeting(date(2026, 6, 17), LAST) is Meeting.KNOWN
    assert meeting(date(2026, 6, 17), None) is Meeting.KNOWN


def test_who_was_seen_is_met_and_who_stays_away_is_missed() -> None:
    assert meeting(None, LAST, seen=True) is Meeting.UNTOLD
    assert meeting(date(2026, 6, 17), LAST, seen=True, missed=3) is Meeting.AWAY
    assert meeting(date(2026, 6, 17), LAST, seen=True, missed=2) is Meeting.KNOWN


def test_those_who_are_known_are_no_new_faces() -> None:
    doctor = DoctorFacts(name="Ny Eksempel", role=DoctorRole.OWNER, introduced_on=None)
    new = newcomers([(doctor, Meeting.NOT_MET), (doctor, Meeting.KNOWN)])
    assert [one.meeting for one in new] == [Meeting.NOT_MET]
