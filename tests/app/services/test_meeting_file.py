"""The calendar file of a participant: a day and a time under a consent, and nothing of whom."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from icalendar import Calendar
from sqlmodel import select

from app.bootstrap import Services
from app.data.disclosure import DisclosureRecord
from app.domain.consent import Direction
from app.domain.problem import Refused
from app.domain.roundtable import ParticipantDraft, RoundtableId, Seat
from tests.builders import grant_draft, party_draft, roundtable_draft
from tests.followups import NANCY, SENDER, Case, with_employer


@pytest.fixture
def case(services: Services) -> Case:
    services.settings.save_sender(SENDER)
    case = with_employer(services)
    services.consent.grant(case.id, grant_draft(case.employer, "function", direction="take_part"))
    return case


@pytest.fixture
def planned(services: Services, case: Case) -> RoundtableId:
    draft = roundtable_draft(day="24/9-2026", at="13.00", review_on="")
    return services.roundtable.plan_roundtable(case.id, draft)


def seat(services: Services, planned: RoundtableId, who: Seat) -> UUID:
    rows = services.roundtable.roundtable(planned).participants
    return next(row.id for row in rows if row.seat is who)


def left(services: Services) -> list[DisclosureRecord]:
    with services.vault.read() as session:
        found = list(session.exec(select(DisclosureRecord)).all())
        for one in found:
            session.expunge(one)
        return found


@pytest.mark.parametrize(
    ("who", "basis"), [(Seat.PARTY, "consent"), (Seat.CITIZEN, "self"), (Seat.CONSULTANT, "none")]
)
def test_each_participant_gets_a_file_on_a_basis_of_their_own(
    services: Services, planned: RoundtableId, tmp_path: Path, who: Seat, basis: str
) -> None:
    part = seat(services, planned, who)
    place = services.meeting_file.save(planned, part, "da", tmp_path)
    assert place.name == "meeting-2026-09-001.ics"
    (noted,) = left(services)
    assert (noted.basis, noted.paper, noted.file_name) == (basis, "meeting", place.name)


def test_the_file_says_when_and_nothing_of_whom_where_or_why(
    services: Services, planned: RoundtableId, tmp_path: Path
) -> None:
    part = seat(services, planned, Seat.PARTY)
    content = services.meeting_file.save(planned, part, "da", tmp_path).read_text(encoding="utf-8")
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert str(event["summary"]) == "Møde"
    assert "DTSTART;TZID=Europe/Copenhagen:20260924T130000" in content
    assert not {"LOCATION", "DESCRIPTION", "ATTENDEE", "ORGANIZER"} & set(event)
    for word in (*NANCY.split(), "Eksempel", "rundbord"):
        assert word.lower() not in content.lower()


def test_without_a_consent_to_meet_there_is_none_and_it_says_why(
    services: Services, case: Case, planned: RoundtableId, tmp_path: Path
) -> None:
    part = seat(services, planned, Seat.PARTY)
    services.consent.withdraw_party(case.id, case.employer, Direction.TAKE_PART)
    with pytest.raises(Refused):
        services.meeting_file.save(planned, part, "da", tmp_path)
    assert left(services) == []
    assert not list(tmp_path.glob("*.ics"))


def test_a_party_that_may_not_come_is_listed_with_the_reason(
    services: Services, case: Case, planned: RoundtableId
) -> None:
    other = services.party.add_party(case.id, party_draft("Anden Eksempel", kind="union"))
    services.agreement.add_participant(planned, ParticipantDraft(who=other.hex))
    reasons = {one.name: one.reason for one in services.meeting_file.choices(planned)}
    (refused,) = [reason for reason in reasons.values() if reason]
    assert "No consent covers meeting with" in refused


def test_a_moved_meeting_is_newer_in_the_same_entry(
    services: Services, planned: RoundtableId, tmp_path: Path
) -> None:
    part = seat(services, planned, Seat.PARTY)
    events = [
        Calendar.from_ical(content).walk("VEVENT")[0]
        for content in (
            services.meeting_file.save(planned, part, "en", tmp_path).read_bytes() for _time in "12"
        )
    ]
    assert len({str(event["uid"]) for event in events}) == 1
    assert [int(str(event["sequence"])) for event in events] == [0, 1]


def test_a_roundtable_without_a_time_has_no_file(
    services: Services, case: Case, tmp_path: Path
) -> None:
    draft = roundtable_draft(day="24/9-2026", at="", review_on="")
    planned = services.roundtable.plan_roundtable(case.id, draft)
    part = seat(services, planned, Seat.CITIZEN)
    with pytest.raises(Refused, match="time of the roundtable"):
        services.meeting_file.save(planned, part, "da", tmp_path)
