"""The clock of a visit stands and goes on, and the time it stood is kept."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from app.bootstrap import Services
from app.domain.practice import PracticeId
from app.domain.problem import Refused
from app.domain.visit import AttendanceDraft, VisitId
from app.domain.visit_pause import PauseKind, standing_pause, time_stood
from tests.builders import practice_draft, visit_draft
from tests.clock import Clock

NOON = datetime(2026, 9, 9, 12)  # noqa: DTZ001 -- visits are in local Danish time


@pytest.fixture
def practice(services: Services) -> PracticeId:
    return services.practice.add_practice(practice_draft())


@pytest.fixture
def visit(services: Services, practice: PracticeId) -> VisitId:
    visit = services.visit.plan_visit(visit_draft(practice))
    services.visit.start_visit(visit)
    return visit


def stood(services: Services, visit: VisitId) -> int:
    pauses = services.visit.visit(visit).pauses
    return int(time_stood(pauses, NOON + timedelta(hours=2)).total_seconds() // 60)


def test_an_interruption_is_kept_with_its_time(
    services: Services, visit: VisitId, clock: Clock
) -> None:
    clock.at = time(10, 41)
    services.visit_pause.stop_clock(visit, PauseKind.INTERRUPTION)
    clock.at = time(10, 48)
    services.visit_pause.go_on(visit)
    (pause,) = services.visit.visit(visit).pauses
    assert pause.kind is PauseKind.INTERRUPTION
    assert (pause.began_at, pause.ended_at) == (
        NOON + timedelta(minutes=41),
        NOON + timedelta(minutes=48),
    )
    assert stood(services, visit) == 7


def test_a_pause_that_becomes_an_interruption_is_two_times(
    services: Services, visit: VisitId, clock: Clock
) -> None:
    services.visit_pause.stop_clock(visit, PauseKind.PAUSE)
    clock.at = time(10, 33)
    services.visit_pause.stop_clock(visit, PauseKind.INTERRUPTION)
    clock.at = time(10, 40)
    services.visit_pause.go_on(visit)
    assert [one.kind for one in services.visit.visit(visit).pauses] == list(PauseKind)
    assert stood(services, visit) == 10


def test_a_clock_set_back_makes_no_time_less_than_none(
    services: Services, visit: VisitId, clock: Clock
) -> None:
    services.visit_pause.stop_clock(visit, PauseKind.PAUSE)
    clock.at = time(9, 0)
    services.visit_pause.go_on(visit)
    assert stood(services, visit) == 0


def test_the_end_of_a_visit_ends_its_pause(
    services: Services, visit: VisitId, clock: Clock
) -> None:
    services.visit_pause.stop_clock(visit, PauseKind.PAUSE)
    assert standing_pause(services.visit.visit(visit).pauses) is not None
    services.visit_end.close_visit(visit, AttendanceDraft(doctors="2"))
    assert standing_pause(services.visit.visit(visit).pauses) is None


def test_a_visit_that_does_not_run_has_no_clock_to_stop(
    services: Services, practice: PracticeId
) -> None:
    planned = services.visit.plan_visit(visit_draft(practice, "21/10/2026"))
    with pytest.raises(Refused, match="does not run"):
        services.visit_pause.stop_clock(planned, PauseKind.PAUSE)
