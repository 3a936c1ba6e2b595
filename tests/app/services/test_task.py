"""Tasks: one's own, a practice's, a follow-up's."""

from __future__ import annotations

from datetime import date

import pytest

from app.bootstrap import Services
from app.changes import Topic
from app.domain.followup import FollowupDraft, FollowupId
from app.domain.problem import NotFound, Rejected
from app.domain.task import TaskSubject
from tests.builders import practice_draft, task_draft

NANCY = "Nancy Ann Test Berggren"


@pytest.fixture
def followup(services: Services) -> FollowupId:
    return services.followup.begin(
        FollowupDraft(name=NANCY, given_on="1/9/2026", told_voluntary=True)
    )


def test_tasks_come_by_day_up_to_the_day_asked_for(services: Services) -> None:
    services.task.add_task(task_draft("Senere", due_on="30/9/2026"))
    services.task.add_task(task_draft("Først", due_on="8/9/2026"))
    week = services.task.list_tasks(date(2026, 9, 16))
    assert [row.what for row in week] == ["Først"]
    assert [row.what for row in services.task.list_tasks()] == ["Først", "Senere"]


def test_the_first_tasks_come_with_how_many_there_are_and_those_done_last(
    services: Services,
) -> None:
    for day, what in ((10, "Først"), (11, "Midt"), (12, "Senere")):
        services.task.add_task(task_draft(what, due_on=f"{day}/9/2026"))
    services.task.tick_task(services.task.list_tasks()[0].id, done=True)
    first = services.task.first_tasks(None, 2, done=True)
    assert [row.what for row in first.rows] == ["Midt", "Senere"]
    assert (first.to_do, first.count) == (2, 3)
    assert services.task.first_tasks(date(2026, 9, 11), 2).count == 1


def test_one_task_is_read_by_its_id_until_it_is_removed(services: Services) -> None:
    task_id = services.task.add_task(task_draft("Bestil sedler"))
    assert services.task.task(task_id).what == "Bestil sedler"
    services.task.remove_task(task_id)
    with pytest.raises(NotFound):
        services.task.task(task_id)


def test_a_practices_task_carries_the_practices_name(services: Services) -> None:
    practice = services.practice.add_practice(practice_draft())
    services.task.add_task(task_draft(subject="practice", subject_id=str(practice)))
    row = services.task.list_tasks()[0]
    assert (row.subject, row.about) == (TaskSubject.PRACTICE, "Lægehuset Søndergade")


def test_a_followups_task_may_name_the_citizen(services: Services, followup: FollowupId) -> None:
    services.task.add_task(
        task_draft(f"Ring til {NANCY}", subject="followup", subject_id=str(followup))
    )
    row = services.task.list_tasks()[0]
    assert (row.what, row.about) == (f"Ring til {NANCY}", NANCY)


@pytest.mark.usefixtures("followup")
@pytest.mark.parametrize("subject", ["own", "practice"])
def test_no_other_task_may_name_a_citizen(services: Services, subject: str) -> None:
    heard: list[frozenset[Topic]] = []
    practice = services.practice.add_practice(practice_draft())
    services.changes.subscribe(heard.append)
    draft = task_draft(f"Ring til {NANCY}", subject=subject, subject_id=str(practice))
    with pytest.raises(Rejected):
        services.task.add_task(draft)
    assert services.task.list_tasks() == ()
    assert heard == [frozenset({Topic.AUDIT})], "only that it was refused"


def test_a_task_about_a_practice_says_which_one(services: Services) -> None:
    with pytest.raises(Rejected) as rejection:
        services.task.add_task(task_draft(subject="practice"))
    assert [problem.field for problem in rejection.value.problems] == ["subject_id"]


def test_a_task_can_be_corrected_and_comes_back_as_it_was_typed(services: Services) -> None:
    task = services.task.add_task(task_draft())
    practice = services.practice.add_practice(practice_draft())
    mended = task_draft(
        "Find ny dato",
        who="Praksispersonalet",
        due_on="15.09.2026",
        subject="practice",
        subject_id=str(practice),
    )
    services.task.correct_task(task, mended)
    assert services.task.task_draft(task) == mended


def test_a_ticked_task_leaves_the_list_and_can_come_back(services: Services) -> None:
    task = services.task.add_task(task_draft())
    services.task.tick_task(task, done=True)
    assert services.task.list_tasks() == ()
    assert services.task.list_tasks(done=True)[0].done
    services.task.tick_task(task, done=False)
    assert not services.task.list_tasks()[0].done


def test_a_removed_task_is_gone(services: Services) -> None:
    task = services.task.add_task(task_draft())
    services.task.remove_task(task)
    with pytest.raises(NotFound):
        services.task.task_draft(task)


def test_a_task_can_be_about_every_live_practice_and_open_followup(
    services: Services, followup: FollowupId
) -> None:
    practice = services.practice.add_practice(practice_draft())
    services.practice.archive_practice(services.practice.add_practice(practice_draft("Væk")))
    assert services.task.subjects() == (
        (TaskSubject.PRACTICE, str(practice), "Lægehuset Søndergade"),
        (TaskSubject.FOLLOWUP, str(followup), NANCY),
    )
