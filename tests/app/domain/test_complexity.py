"""Signs are ticked, a level is proposed in words, and the person decides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.complexity import SIGNS, Level, Sign, propose, settle_level, settle_signs
from app.domain.problem import Rejected


def test_every_sign_speaks_for_one_level() -> None:
    listed = [sign for signs in SIGNS.values() for sign in signs]
    assert listed == list(Sign)


def test_nothing_ticked_proposes_nothing() -> None:
    proposal = propose(())
    assert proposal.level is None
    assert proposal.text == "Tick the signs you see; then a level is proposed. You decide."


def test_the_proposal_names_the_signs_that_speak_for_it() -> None:
    proposal = propose((Sign.SHORT, Sign.FEW_AROUND))
    assert proposal.text == (
        "Proposal: needs coordination. 1 sign speaks for it: there are few people around the "
        "citizen."
    )


@pytest.mark.parametrize(
    ("signs", "level"),
    [
        ((Sign.SHORT, Sign.SETTLED), Level.PLAIN),
        ((Sign.SETTLED, Sign.LONG), Level.FORESEEABLE),
        ((Sign.LONG, Sign.LASTING), Level.COORDINATION),
    ],
)
def test_one_sign_of_the_heavier_level_is_enough(signs: tuple[Sign, ...], level: Level) -> None:
    assert propose(signs).level is level


@given(st.sets(st.sampled_from(Sign)), st.sampled_from(Sign))
def test_one_more_sign_never_makes_it_lighter(signs: set[Sign], more: Sign) -> None:
    order = [None, *Level]
    before, after = propose(signs).level, propose(signs | {more}).level
    assert order.index(after) >= order.index(before)


def test_what_is_no_sign_is_not_ticked_and_what_is_no_level_is_refused() -> None:
    assert settle_signs(("long", "?", "short")) == (Sign.SHORT, Sign.LONG)
    assert settle_level("") is None
    with pytest.raises(Rejected):
        settle_level("very")
