from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.erasure import (
    ErasedKind,
    ErasureDraft,
    ErasurePreview,
    count_words,
    initials_of,
    settle_erasure,
)
from app.domain.problem import Rejected


def preview(name: str) -> ErasurePreview:
    return ErasurePreview(name=name, counts={}, disclosures=(), tasks=(), drafts=(), named_in=())


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Nancy Ann Test Berggren", "NATB"),
        ("Einer Test-Lauridsen", "ETL"),
        ("åse øst", "ÅØ"),
        ("Ann (kaldet Nan)", "AKN"),
    ],
)
def test_initials_are_the_first_letter_of_each_name(name: str, initials: str) -> None:
    assert initials_of(name) == initials


@given(st.text(min_size=1, max_size=40).filter(str.strip))
def test_whatever_a_person_is_called_there_is_something_to_write(name: str) -> None:
    assert settle_erasure(ErasureDraft(initials=preview(name).initials), preview(name)) == set()
    with pytest.raises(Rejected):
        settle_erasure(ErasureDraft(initials=""), preview(name))


def test_only_what_there_is_is_counted_in_words() -> None:
    counts = {ErasedKind.CONTACTS: 3, ErasedKind.CONSENTS: 1, ErasedKind.TASKS: 0}
    assert count_words(counts) == "Consents: 1 · Contacts: 3"
