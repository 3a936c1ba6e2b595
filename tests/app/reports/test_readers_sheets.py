"""The other sheets of a roundtable: the citizen's, the doctor's, and one's own."""

from __future__ import annotations

from dataclasses import replace

from app.domain.audience import Audience
from app.reports import citizen_sheet, doctor_sheet, employer_sheet, own_sheet
from tests.papers import CITIZEN, DOCTOR, EMPLOYER, OWN, read


def test_the_citizen_reads_everything_and_who_else_may_read_it() -> None:
    words = read(citizen_sheet.render(CITIZEN))
    for told in (
        "Nærmeste leder, Arbejdsgiver",
        "Mandag er den tunge dag Your employer, your doctor and you",
        "Your employer and you",
        "Expected duration 10–14 uger",
        "What we do not agree on Tempoet efter nytår",
        "Changed since version 1 – Added: Rolig plads",
    ):
        assert told in words


def test_readers_of_the_adjustments_stand_in_a_column_only_where_they_differ() -> None:
    one = "The adjustments are read by: Your employer and you."
    assert one in read(citizen_sheet.render(CITIZEN))
    other = replace(CITIZEN.agreements[0], audience=Audience.ALL)
    both = replace(CITIZEN, agreements=(*CITIZEN.agreements, other), lines=())
    words = read(citizen_sheet.render(both))
    assert one not in words
    assert "Responsible Read by" in words


def test_a_first_version_has_changed_nothing() -> None:
    assert "Changed" not in read(citizen_sheet.render(replace(CITIZEN, version=1, changes=())))


def test_the_doctor_reads_nothing_of_who_does_what_at_work() -> None:
    words = read(doctor_sheet.render(DOCTOR))
    assert "Kort koncentrationstid Ordrebehandling Rolig plads" in words
    assert "– Mandag er den tunge dag" in words
    for absent in ("Responsible", "Nærmeste leder", "Tømmerhandel", "colleagues", "duration"):
        assert absent not in words


def test_where_the_consent_covers_hours_only_the_doctor_reads_hours_only() -> None:
    hours = replace(DOCTOR, agreements=(), lines=(), changes=())
    words = read(doctor_sheet.render(hours))
    assert "20 hours" in words
    assert "Adjustments" not in words
    assert "noted" not in words


def test_ones_own_sheet_says_what_is_held_and_what_was_not_reached() -> None:
    words = read(own_sheet.render(OWN))
    for told in (
        "Går til psykolog torsdag Held: only me",
        "Lederen virker presset Only me",
        "Agenda, 5 minutes",
        "Næste møde Carried over from 2 July 5 Not reached in time",
        "Nærmeste leder Arbejdsgiver Did not take part",
    ):
        assert told in words


def test_lines_for_the_workplace_stand_on_its_plan() -> None:
    assert "Also noted for the workplace – Mandag er den tunge dag" in read(
        employer_sheet.render(EMPLOYER)
    )
    assert "Also noted" not in read(employer_sheet.render(replace(EMPLOYER, lines=())))
