"""What is not in the case system yet is listed until somebody says that it is."""

from __future__ import annotations

from datetime import date

import pytest

from app.bootstrap import Services
from app.domain.followup import FollowupId
from app.domain.problem import Rejected
from app.domain.transfer import TransferDraft, write_key
from tests.builders import contact_draft
from tests.followups import started


@pytest.fixture
def followup(services: Services) -> FollowupId:
    """A follow-up of which the yes it began with is copied already."""
    followup = started(services)
    keys = tuple(write_key(row.key) for row in services.timeline.to_transfer(followup))
    draft = TransferDraft(entries=keys, transferred_on="9/9/2026")
    services.timeline.transfer(followup, draft)
    return followup


def test_contacts_are_listed_oldest_first_until_they_are_copied(
    services: Services, followup: FollowupId
) -> None:
    services.party.log_contact(followup, contact_draft("Ringede igen.", day="5/9/2026"))
    first = services.party.log_contact(followup, contact_draft("Ringede.", day="3/9/2026"))
    waiting = services.timeline.to_transfer(followup)
    assert [row.detail for row in waiting] == ["Ringede.", "Ringede igen."]
    keys = (write_key(waiting[0].key),)
    draft = TransferDraft(entries=keys, transferred_on="9/9/2026")
    assert services.timeline.transfer(followup, draft) == 1
    assert [row.detail for row in services.timeline.to_transfer(followup)] == ["Ringede igen."]
    assert services.party.contact_draft(first).transferred_on == "09.09.2026"


@pytest.mark.parametrize(
    ("day", "field"), [("10/9/2026", "transferred_on"), ("1/9/2026", "transferred_on")]
)
def test_nothing_is_copied_before_it_happened_or_after_today(
    services: Services, followup: FollowupId, day: str, field: str
) -> None:
    services.party.log_contact(followup, contact_draft())
    keys = tuple(write_key(row.key) for row in services.timeline.to_transfer(followup))
    with pytest.raises(Rejected) as rejection:
        services.timeline.transfer(followup, TransferDraft(entries=keys, transferred_on=day))
    assert [problem.field for problem in rejection.value.problems] == [field]


def test_saying_so_of_nothing_is_no_save(services: Services, followup: FollowupId) -> None:
    with pytest.raises(Rejected, match="Tick what you have copied"):
        services.timeline.transfer(followup, TransferDraft(transferred_on="9/9/2026"))


def test_a_contact_can_be_taken_out_of_the_case_system_again(
    services: Services, followup: FollowupId
) -> None:
    contact = services.party.log_contact(followup, contact_draft(transferred_on="9/9/2026"))
    assert services.timeline.to_transfer(followup) == ()
    services.party.correct_contact(contact, contact_draft())
    assert len(services.timeline.to_transfer(followup)) == 1


def test_a_removed_contact_leaves_no_mark_behind(services: Services, followup: FollowupId) -> None:
    contact = services.party.log_contact(followup, contact_draft(transferred_on="9/9/2026"))
    services.party.remove_contact(contact)
    with services.vault.read() as session:
        kinds = session.connection().exec_driver_sql("SELECT kind FROM transfer").scalars()
        assert kinds.all() == ["consent"]
    assert services.followup.followup(followup).contacts == ()


def test_an_attempt_is_noted_as_of_now(services: Services, followup: FollowupId) -> None:
    services.party.log_attempt(followup)
    facts = services.followup.followup(followup).contacts[0].facts
    assert facts.day == date(2026, 9, 9)
    assert facts.at is not None
