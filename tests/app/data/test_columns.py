"""What is stored is read back as what it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects.sqlite import dialect

from app.data.columns import UidText


def _read() -> Callable[[Any], Any]:
    return UidText().result_processor(dialect(), None)


@given(st.uuids())
def test_an_id_is_read_back_as_it_was(one: UUID) -> None:
    stored = UidText().process_bind_param(one, dialect())
    found = _read()(stored)
    assert (found, hash(found), f"{found!r}", found.is_safe) == (
        one,
        hash(one),
        f"{one!r}",
        one.is_safe,
    )


def test_no_id_is_read_as_none_and_what_is_no_id_is_refused() -> None:
    assert _read()(None) is None
    for text in ("", "12", "x" * 32):
        with pytest.raises(ValueError, match=r"hex|base 16"):
            _read()(text)
