"""Where a follow-up stands: rungs, signs, and the level the person decides."""

from __future__ import annotations

from datetime import date

import pytest

from app.bootstrap import Services
from app.domain.complexity import Level, Sign
from app.domain.followup import FollowupId, Outcome
from app.domain.goal import Goal, GoalDraft, goal_line
from app.domain.problem import Rejected
from tests.clock import Clock
from tests.followups import started


@pytest.fixture
def followup(services: Services) -> FollowupId:
    return started(services)


def test_rungs_are_kept_as_far_as_they_are_known(services: Services, followup: FollowupId) -> None:
    assert services.goal.goal(followup) == Goal(now=None, aim=None)
    services.goal.set_goal(followup, GoalDraft(aim="same_job"))
    assert goal_line(services.goal.goal(followup)) == "Aim: same job"
    services.goal.set_goal(followup, GoalDraft(now="other_duties", aim="same_job"))
    goal = services.goal.goal(followup)
    assert (goal.now, goal.aim) == (Outcome.OTHER_DUTIES, Outcome.SAME_JOB)
    assert goal_line(goal) == "Now: other duties, same workplace · Aim: same job"


def test_a_rung_that_is_not_there_is_refused(services: Services, followup: FollowupId) -> None:
    with pytest.raises(Rejected):
        services.goal.set_goal(followup, GoalDraft(now="?", aim="same_job"))


def test_ticking_signs_changes_nothing_that_was_decided(
    services: Services, followup: FollowupId, clock: Clock
) -> None:
    services.goal.decide_level(followup, "plain")
    clock.day = date(2026, 9, 20)
    services.goal.tick_signs(followup, ("lasting", "short"))
    complexity = services.followup.followup(followup).complexity
    assert complexity.signs == (Sign.SHORT, Sign.LASTING)
    assert (complexity.level, complexity.decided_on) == (Level.PLAIN, date(2026, 9, 9))
    services.goal.tick_signs(followup, ())
    assert services.followup.followup(followup).complexity.signs == ()


def test_every_sign_and_every_level_can_be_kept(services: Services, followup: FollowupId) -> None:
    services.goal.tick_signs(followup, [sign.value for sign in Sign])
    assert services.followup.followup(followup).complexity.signs == tuple(Sign)
    for level in Level:
        services.goal.decide_level(followup, level.value)
        assert services.followup.followup(followup).complexity.level is level


def test_a_decision_can_be_taken_back(services: Services, followup: FollowupId) -> None:
    services.goal.decide_level(followup, "coordination")
    services.goal.decide_level(followup, "")
    complexity = services.followup.followup(followup).complexity
    assert (complexity.level, complexity.decided_on) == (None, None)


def test_the_citizens_aim_stands_in_the_middle_of_the_map(
    services: Services, followup: FollowupId
) -> None:
    services.goal.set_goal(followup, GoalDraft(aim="same_job"))
    assert services.followup.followup(followup).map.citizen == "Aim: same job"
