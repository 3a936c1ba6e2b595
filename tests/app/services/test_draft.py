"""What is typed survives; of a flag nothing does that tells of a person."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from app.bootstrap import Services
from app.domain.draft import DraftKind
from app.domain.flag_choice import (
    Actor,
    AgeBand,
    Employment,
    Function,
    Mentioned,
    NextStep,
    Sector,
    Theme,
    Urgency,
)
from app.domain.followup import FollowupDraft
from tests.builders import doctor_draft, practice_draft
from tests.clock import Clock
from tests.followups import erase

NANCY = "Nancy Ann Test Berggren"


def _keep_flag(services: Services, **fields: Any) -> dict[str, Any]:
    services.draft.keep(DraftKind.FLAG, "", json.dumps(fields))
    found = services.draft.find(DraftKind.FLAG, "")
    assert found is not None
    kept: dict[str, Any] = json.loads(found.values)
    return kept


def test_what_was_typed_comes_back_as_it_was(services: Services) -> None:
    typed = json.dumps({"name": "Lægehuset Sønd", "at": "25:", "weekdays": ["1"]})
    services.draft.keep(DraftKind.PRACTICE, "", typed)
    found = services.draft.find(DraftKind.PRACTICE, "")
    assert found is not None
    assert found.values == typed


def test_typing_on_keeps_one_draft_per_form(services: Services) -> None:
    for what in ("R", "Ri", "Ring"):
        services.draft.keep(DraftKind.TASK, "", json.dumps({"what": what}))
    services.draft.keep(DraftKind.TASK, "another", "{}")
    newest = services.draft.find(DraftKind.TASK, "")
    assert newest is not None
    assert json.loads(newest.values) == {"what": "Ring"}
    assert len(services.draft.waiting()) == 2


def test_a_dropped_draft_is_gone_and_dropping_twice_does_nothing(services: Services) -> None:
    services.draft.keep(DraftKind.TASK, "", "{}")
    services.draft.drop(DraftKind.TASK, "")
    services.draft.drop(DraftKind.TASK, "")
    assert services.draft.find(DraftKind.TASK, "") is None


@pytest.mark.parametrize("note", ["Er 251248-9996", "Ring 23 45 67 89", NANCY, "a@b.example"])
def test_a_note_that_points_to_a_person_is_left_out_and_the_rest_is_kept(
    services: Services, note: str
) -> None:
    services.followup.begin(FollowupDraft(name=NANCY, given_on="1/9/2026", told_voluntary=True))
    kept = _keep_flag(services, theme="pain", functions=["lifting"], act_by="23/9", note=note)
    assert kept == {"theme": "pain", "functions": ["lifting"], "act_by": "23/9", "note": ""}


def test_nobody_hides_in_another_field_of_a_flag(services: Services) -> None:
    kept = _keep_flag(
        services, act_by="251248-9996", functions=["lifting", "251248-9996"], note={"a": "b"}
    )
    assert kept == {"act_by": "", "functions": ["lifting"], "note": ""}


@pytest.mark.parametrize("note", [None, 5, True, ["x"]])
def test_a_note_that_is_no_text_is_kept_as_none(services: Services, note: object) -> None:
    assert _keep_flag(services, note=note)["note"] == ""


@pytest.mark.parametrize("note", ["a\0b", "🙂", "\u202eabc", "\ud800", "x" * 20_000])
def test_odd_signs_in_a_flag_stand_in_nobodys_way(services: Services, note: str) -> None:
    assert _keep_flag(services, theme="pain", note=note)["theme"] == "pain"


def test_half_a_sign_does_not_lose_the_rest_of_a_form(services: Services) -> None:
    typed = json.dumps({"what": "Ring \ud800"}, ensure_ascii=False)
    services.draft.keep(DraftKind.TASK, "", typed)
    found = services.draft.find(DraftKind.TASK, "")
    assert found is not None
    assert json.loads(found.values) == {"what": "Ring \ufffd"}


def test_every_choice_of_a_flag_survives_as_a_draft(services: Services) -> None:
    lists = (Theme, Employment, Sector, AgeBand, Urgency, Mentioned, NextStep, Actor)
    for number in range(max(len(codes) for codes in lists)):
        chosen = {codes.__name__: list(codes)[number % len(codes)].value for codes in lists}
        typed = {**chosen, "functions": list(Function), "may_quote": True, "note": "Kort note"}
        assert _keep_flag(services, **typed) == typed


def test_practice_and_doctor_of_a_flag_survive_as_a_draft(services: Services) -> None:
    for _number in range(8):  # most ids hold digits that could be a person's number
        practice = services.practice.add_practice(practice_draft())
        doctor = services.practice.add_doctor(practice, doctor_draft())
        typed = {"practice_id": practice.hex, "told_by": doctor.hex, "note": ""}
        assert _keep_flag(services, **typed) == typed
    strange = {"told_by": "251248-9996", "practice_id": "2512489996" * 3, "note": "2512489996"}
    assert set(_keep_flag(services, **strange).values()) == {""}


def test_erasing_a_citizen_takes_the_drafts_about_them_along(services: Services) -> None:
    followup = services.followup.begin(
        FollowupDraft(name=NANCY, given_on="1/9/2026", told_voluntary=True)
    )
    citizen = services.followup.followup(followup).citizen_id
    services.draft.keep(DraftKind.CONTACT, "", json.dumps({"note": "Talt"}), citizen)
    erase(services, followup)
    assert services.draft.waiting() == ()


def test_a_draft_nobody_finished_is_forgotten_after_thirty_days(
    services: Services, clock: Clock
) -> None:
    services.draft.keep(DraftKind.TASK, "", "{}")
    clock.day = date(2026, 10, 9)
    assert services.draft.forget_old() == 0
    clock.day = date(2026, 10, 10)
    assert services.draft.forget_old() == 1
    assert services.draft.waiting() == ()
