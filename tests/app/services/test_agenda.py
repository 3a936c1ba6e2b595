"""The agenda of a roundtable: filled, ticked off, and carried over to the next one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.bootstrap import Services
from app.domain.agenda import PointDraft, PointRow, PointState, minutes_of
from app.domain.problem import NotFound, Refused, Rejected
from app.domain.roundtable import RoundtableId
from tests.builders import roundtable_draft
from tests.followups import held, started, with_employer


def planned(services: Services, **typed: str) -> RoundtableId:
    return services.roundtable.plan_roundtable(started(services), roundtable_draft(**typed))


def agenda(services: Services, roundtable: RoundtableId) -> tuple[PointRow, ...]:
    return services.roundtable.roundtable(roundtable).agenda


def titles(services: Services, roundtable: RoundtableId) -> list[str]:
    return [point.facts.title for point in agenda(services, roundtable)]


def talked(services: Services, *reached: str) -> tuple[RoundtableId, RoundtableId]:
    """Hold a roundtable with two points, of which some were reached, and plan the next."""
    case = with_employer(services)
    first = held(services, case)
    for title in ("Timer", "Kolleger"):
        point = services.agenda.add_point(first, PointDraft(title=title, minutes="10"))
        if title in reached:
            services.agenda.mark_point(point, PointState.REACHED)
    services.roundtable.finalise(first)
    draft = roundtable_draft(day="10/9/2026", agenda="followup")
    return first, services.roundtable.plan_roundtable(case.id, draft)


def test_a_roundtable_is_planned_with_the_points_of_its_template(services: Services) -> None:
    points = agenda(services, planned(services, agenda="roundtable"))
    assert (len(points), minutes_of(points)) == (7, 60)
    assert {point.state for point in points} == {PointState.OPEN}


def test_without_a_template_there_is_no_agenda_until_one_is_chosen(services: Services) -> None:
    roundtable = planned(services)
    assert agenda(services, roundtable) == ()
    services.agenda.fill_agenda(roundtable, "first_talk")
    assert len(agenda(services, roundtable)) == 5


def test_a_template_that_is_not_there_plans_nothing(services: Services) -> None:
    with pytest.raises(Rejected):
        planned(services, agenda="?")
    assert services.roundtable.list_roundtables() == ()


def test_points_are_added_renamed_moved_and_removed(services: Services) -> None:
    roundtable = planned(services)
    first = services.agenda.add_point(roundtable, PointDraft(title="Ramme", minutes="5"))
    second = services.agenda.add_point(roundtable, PointDraft(title="Timer", minutes="10"))
    services.agenda.move_point(second, -1)
    services.agenda.move_point(second, -1)
    assert titles(services, roundtable) == ["Timer", "Ramme"], "at the top it stays"
    draft = services.agenda.point_draft(first)
    services.agenda.correct_point(first, replace(draft, title="Ramme og samtykke"))
    services.agenda.remove_point(second)
    assert titles(services, roundtable) == ["Ramme og samtykke"]
    with pytest.raises(NotFound):
        services.agenda.point_draft(second)


def test_what_was_not_reached_is_said_so_in_the_version(services: Services) -> None:
    first, _second = talked(services, "Timer")
    states = [point.state for point in agenda(services, first)]
    assert states == [PointState.REACHED, PointState.NOT_REACHED]


def test_what_was_not_reached_stands_first_on_the_next_agenda(services: Services) -> None:
    _first, second = talked(services, "Timer")
    point = agenda(services, second)[0]
    assert (point.facts.title, point.facts.minutes) == ("Kolleger", 10)
    assert (point.state, point.carried_from) == (PointState.OPEN, date(2026, 8, 27))
    assert len(agenda(services, second)) == 6


def test_a_point_that_is_carried_over_is_not_taken_from_the_template_too(
    services: Services,
) -> None:
    case = with_employer(services)
    services.roundtable.finalise(held(services, case, agenda="roundtable"))
    draft = roundtable_draft(day="10/9/2026", agenda="roundtable")
    points = agenda(services, services.roundtable.plan_roundtable(case.id, draft))
    assert len({point.facts.title for point in points}) == len(points) == 7


def test_what_was_not_reached_goes_to_a_roundtable_that_is_planned_already(
    services: Services,
) -> None:
    case = with_employer(services)
    first = held(services, case)
    services.agenda.add_point(first, PointDraft(title="Kolleger"))
    ahead = services.roundtable.plan_roundtable(case.id, roundtable_draft(day="10/9/2026"))
    services.roundtable.finalise(first)
    assert titles(services, ahead) == ["Kolleger"]


def test_a_correction_carries_nothing_over_twice(services: Services) -> None:
    first, second = talked(services)
    services.roundtable.finalise(services.roundtable.new_version(first))
    assert titles(services, second)[:3] == ["Timer", "Kolleger", "How does it go?"]


def test_a_correction_has_the_agenda_too_and_lists_what_changed_in_it(services: Services) -> None:
    first, _second = talked(services, "Timer")
    version = services.roundtable.new_version(first)
    services.agenda.mark_point(agenda(services, version)[1].id, PointState.REACHED)
    assert services.roundtable.roundtable(version).changes == (
        "Added: Agenda: Kolleger, reached",
        "Removed: Agenda: Kolleger, not reached in time",
    )


def test_the_agenda_of_a_final_version_is_locked(services: Services) -> None:
    first, _second = talked(services)
    point = agenda(services, first)[0].id
    for act in (
        lambda: services.agenda.fill_agenda(first, "roundtable"),
        lambda: services.agenda.add_point(first, PointDraft(title="Mere")),
        lambda: services.agenda.correct_point(point, PointDraft(title="Mere")),
        lambda: services.agenda.mark_point(point, PointState.REACHED),
        lambda: services.agenda.move_point(point, 1),
        lambda: services.agenda.remove_point(point),
    ):
        with pytest.raises(Refused):
            act()
