"""Whatever the state of consent, each reader reads what it covers and nothing else."""

from __future__ import annotations

from app.bootstrap import Services
from tests.readers import walk


def test_in_any_state_each_reader_reads_what_is_covered_and_nothing_else(
    services: Services,
) -> None:
    tally = walk(services, states=300, printed=300, seed=5)
    assert (tally.states, tally.papers >= 1_200) == (300, True)
