"""Whether a citizen may be rung; if not, why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.consent import ReachKind
from app.domain.ringing import Reach, ringing_of

PHONE = Reach(kind=ReachKind.PHONE, where="00 00 00 11", safe_when="Efter kl. 15", no_ring=False)


def test_somebody_with_a_number_may_be_rung() -> None:
    ringing = ringing_of(PHONE, ended=False, consent_live=True)
    assert (ringing.number, ringing.safe_when, ringing.stopped) == (
        "00 00 00 11",
        "Efter kl. 15",
        "",
    )


@pytest.mark.parametrize(
    ("reach", "ended", "live", "said"),
    [
        (replace(PHONE, no_ring=True), False, True, "The citizen does not want to be rung."),
        (replace(PHONE, kind=ReachKind.AT_PRACTICE), False, True, "only through the practice."),
        (replace(PHONE, kind=ReachKind.EMAIL), False, True, "reached by e-mail."),
        (replace(PHONE, where=""), False, True, "No number is written down."),
        (PHONE, False, False, "No consent holds."),
        (PHONE, True, True, "The follow-up has ended."),
    ],
)
def test_whoever_may_not_be_rung_shows_no_number_but_the_reason(
    reach: Reach, *, ended: bool, live: bool, said: str
) -> None:
    ringing = ringing_of(reach, ended=ended, consent_live=live)
    assert said in ringing.stopped
    assert ringing.number == ""
