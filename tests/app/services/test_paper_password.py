from __future__ import annotations

import pytest

from app.domain.password import PasswordDraft
from app.domain.problem import Rejected
from app.services.paper_password import settle_password

GOOD = "havre-kaffe-vindue-bro-lygte"


def test_a_password_is_taken_as_it_was_typed() -> None:
    assert settle_password(PasswordDraft(password=GOOD, again=GOOD)) == GOOD


@pytest.mark.parametrize(
    ("password", "again", "field"),
    [
        ("", "", "password"),
        ("kort", "kort", "password"),
        ("aaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaa", "password"),
        (GOOD * 8, GOOD * 8, "password"),
        (GOOD, "", "again"),
        (GOOD, GOOD + "!", "again"),
    ],
)
def test_what_would_not_hold_is_said_at_its_field(password: str, again: str, field: str) -> None:
    with pytest.raises(Rejected) as rejection:
        settle_password(PasswordDraft(password=password, again=again))
    assert [problem.field for problem in rejection.value.problems] == [field]
