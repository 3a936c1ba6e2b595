"""The deadlines of the clock become the municipality's own with the first change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.bootstrap import Services
from app.domain.clock_rule import ClockRuleDraft, default_clock_rules
from app.domain.problem import NotFound
from tests.builders import contact_draft, followup_draft
from tests.followups import started

REVIEW = ClockRuleDraft(
    weeks="22",
    name="revurdering",
    source="Sygedagpengeloven § 24",
    valid_from="1/1/2026",
    last_checked="1/9/2026",
)


def weeks(services: Services) -> list[int]:
    return [row.rule.weeks for row in services.clock_rule.list_clock_rules()]


def test_a_new_file_has_the_usual_deadlines(services: Services) -> None:
    assert services.clock_rule.list_clock_rules() == default_clock_rules()


def test_a_deadline_is_added_to_the_usual_ones(services: Services) -> None:
    services.clock_rule.add_clock_rule(REVIEW)
    assert weeks(services) == [4, 5, 8, 22]


def test_a_usual_deadline_is_corrected_and_every_follow_up_counts_towards_it(
    services: Services,
) -> None:
    followup = services.followup.begin(followup_draft(sick_since="30/7/2026"))
    last = services.clock_rule.list_clock_rules()[-1].id
    draft = services.clock_rule.clock_rule_draft(last)
    services.clock_rule.correct_clock_rule(last, replace(draft, weeks="26"))
    clock = services.followup.followup(followup).clock
    assert [mark.day for mark in clock.marks][-1] == date(2027, 1, 28)


def test_only_one_deadline_is_compared_with(services: Services) -> None:
    services.clock_rule.add_clock_rule(replace(REVIEW, compares=True))
    compared = [
        row.rule.weeks for row in services.clock_rule.list_clock_rules() if row.rule.compares
    ]
    assert compared == [22]


def test_a_usual_deadline_is_removed_and_the_usual_ones_taken_back(services: Services) -> None:
    first = services.clock_rule.list_clock_rules()[0].id
    services.clock_rule.remove_clock_rule(first)
    assert weeks(services) == [5, 8]
    with pytest.raises(NotFound):
        services.clock_rule.clock_rule_draft(first)
    services.clock_rule.use_default_clock_rules()
    assert services.clock_rule.list_clock_rules() == default_clock_rules()


def test_the_first_talk_is_the_first_time_the_citizen_was_reached(services: Services) -> None:
    followup = started(services)
    services.party.log_contact(followup, contact_draft("", day="1/8/2026", outcome="not_reached"))
    assert services.followup.followup(followup).clock.first_talk_on == date(2026, 8, 13)
    services.party.log_contact(followup, contact_draft(day="10/8/2026"))
    assert services.followup.followup(followup).clock.first_talk_on == date(2026, 8, 10)
