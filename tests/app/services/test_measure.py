"""Measures are kept one a day, with the hours and adjustments that were agreed."""

from __future__ import annotations

from datetime import date

import pytest

from app.bootstrap import Services
from app.domain.chart import ChartLook
from app.domain.followup import FollowupId
from app.domain.problem import NotFound, Refused, Rejected
from tests.builders import measure_draft, sender_draft
from tests.clock import Clock
from tests.followups import held, started, with_employer

LOOK = ChartLook(
    ink="#12232b",
    quiet="#3e5058",
    rule="#d2dbda",
    edge="#74858a",
    accent="#0b5568",
    surface="#ffffff",
    soft="#d9ebef",
    family="Source Sans Pro",
)


@pytest.fixture
def followup(services: Services) -> FollowupId:
    return started(services)


def test_a_measure_comes_back_as_typed(services: Services, followup: FollowupId) -> None:
    draft = measure_draft(
        day="03.09.2026",
        sentence="En time ad gangen",
        energy="0",
        worked_hours="7,5",
        planned_hours="10",
        adjustments=("yes:Rolig plads", "no:Pauser"),
    )
    measure = services.measure.log_measure(followup, draft)
    assert services.measure.measure_draft(measure) == draft


def test_a_day_has_one_measure(services: Services, followup: FollowupId) -> None:
    first = services.measure.log_measure(followup, measure_draft())
    with pytest.raises(Rejected, match="This day has a measure already"):
        services.measure.log_measure(followup, measure_draft("6"))
    services.measure.correct_measure(first, measure_draft("6"))
    (row,) = services.measure.list_measures(followup)
    assert row.facts.work_ability == 6


def test_correcting_replaces_the_adjustments(services: Services, followup: FollowupId) -> None:
    draft = measure_draft(adjustments=("yes:Rolig plads", "no:Pauser"))
    measure = services.measure.log_measure(followup, draft)
    services.measure.correct_measure(measure, measure_draft(adjustments=("partly:Pauser",)))
    assert services.measure.measure_draft(measure).adjustments == ("partly:Pauser",)


def test_a_removed_measure_is_gone(services: Services, followup: FollowupId) -> None:
    measure = services.measure.log_measure(followup, measure_draft())
    services.measure.remove_measure(measure)
    assert services.measure.list_measures(followup) == ()
    with pytest.raises(NotFound):
        services.measure.measure_draft(measure)


def test_what_is_asked_are_the_hours_and_adjustments_agreed(services: Services) -> None:
    case = with_employer(services)
    assert services.measure.asked_adjustments(case.id) == ()
    assert services.measure.new_measure(case.id).planned_hours == ""
    roundtable = held(services, case)
    services.roundtable.finalise(roundtable)
    assert services.measure.new_measure(case.id).planned_hours == "10"
    assert services.measure.asked_adjustments(case.id) == (), "its period has not begun"


def test_an_adjustment_is_asked_about_once_its_period_has_begun(
    services: Services, clock: Clock
) -> None:
    case = with_employer(services)
    services.roundtable.finalise(held(services, case))
    clock.day = date(2026, 9, 14)
    assert services.measure.asked_adjustments(case.id) == ("Rolig plads. Kl. 9-11 uden telefon",)


def test_the_charts_come_as_wide_as_asked_for(services: Services, followup: FollowupId) -> None:
    nothing = services.followup.followup(followup).measures
    assert services.measure.charts(nothing, LOOK, 388) == ()
    services.measure.log_measure(followup, measure_draft())
    measures = services.followup.followup(followup).measures
    (chart,) = services.measure.charts(measures, LOOK, 300)
    assert chart.width == 300


def test_the_citizen_takes_the_charts_home(services: Services, followup: FollowupId) -> None:
    services.settings.save_sender(sender_draft())
    with pytest.raises(Refused, match="Nothing has been measured yet"):
        services.measure.progress_sheet(followup)
    services.measure.log_measure(followup, measure_draft(sentence="En time ad gangen"))
    prepared = services.export.prepare_progress_sheet(followup, "da")
    assert prepared.file_name == "progress-sheet-2026-09-001.pdf"
    assert prepared.basis.citizen_id == services.followup.followup(followup).citizen_id
