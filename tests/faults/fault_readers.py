"""Ten thousand states of consent seen by four readers, five thousand of them on finished papers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict

import pytest

from app.bootstrap import Services
from tests.readers import walk

RUNS = 20
Note = Callable[[str, object], None]


@pytest.mark.parametrize("seed", range(RUNS))
def test_in_any_state_each_reader_reads_what_is_covered_and_nothing_else(
    services: Services, seed: int, record_property: Note
) -> None:
    tally = walk(services, states=500, printed=250, seed=1_000 + seed)
    for what, count in asdict(tally).items():
        record_property(what, count)  # `--junit-xml FILE` writes them down
    assert (tally.states, tally.papers >= 4 * 250, tally.files > 100) == (500, True, True)
