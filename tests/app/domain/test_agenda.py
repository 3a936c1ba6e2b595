"""An agenda begins with a template, and its points are short and have minutes."""

from __future__ import annotations

import tomllib
from datetime import date
from uuid import UUID

import pytest

from app.domain.agenda import (
    TEMPLATES,
    AgendaKind,
    PointDraft,
    PointFacts,
    PointRow,
    PointState,
    agenda_points,
    carried_words,
    minutes_of,
    missed,
    settle_agenda,
    settle_point,
)
from app.domain.language import in_language
from app.domain.problem import Rejected


def point(state: PointState, minutes: int = 5, carried: date | None = None) -> PointRow:
    facts = PointFacts(title="Næste møde", minutes=minutes)
    return PointRow(id=UUID(int=1), facts=facts, state=state, carried_from=carried)


def test_every_kind_of_meeting_has_a_template_with_its_source_in_both_languages() -> None:
    read = tomllib.loads(TEMPLATES.read_text(encoding="utf-8"))["agenda"]
    assert [entry["code"] for entry in read] == [kind.value for kind in AgendaKind]
    assert all(entry["source"] and entry["valid_from"] and entry["last_checked"] for entry in read)
    assert all(one["da"] and one["en"] for entry in read for one in entry["point"])


def test_a_roundtable_takes_an_hour_and_is_said_in_the_language_in_force() -> None:
    assert sum(one.minutes for one in agenda_points(AgendaKind.ROUNDTABLE)) == 60
    with in_language("da"):
        assert agenda_points(AgendaKind.ROUNDTABLE)[-1].title == "Næste møde"


def test_no_template_is_an_empty_agenda_and_an_unknown_one_is_refused() -> None:
    assert settle_agenda("") == ()
    with pytest.raises(Rejected):
        settle_agenda("party")


@pytest.mark.parametrize(
    ("title", "minutes", "field"),
    [("", "5", "title"), ("Næste møde", "0", "minutes"), ("251248-9996", "5", "title")],
)
def test_a_point_says_what_and_how_long(title: str, minutes: str, field: str) -> None:
    with pytest.raises(Rejected) as refusal:
        settle_point(PointDraft(title=title, minutes=minutes))
    assert [problem.field for problem in refusal.value.problems] == [field]


def test_an_open_point_was_not_reached_at_the_end() -> None:
    points = [point(state, minutes=10) for state in PointState]
    assert [each.state for each in missed(points)] == [PointState.OPEN, PointState.NOT_REACHED]
    assert minutes_of(points) == 30


def test_a_carried_point_says_from_which_day() -> None:
    carried = point(PointState.OPEN, carried=date(2026, 8, 27))
    assert carried_words(carried) == "Carried over from 27 August"
    assert carried_words(point(PointState.OPEN)) == ""
