"""Ten thousand states of consent seen by four readers, five thousand of them on finished papers."""

from __future__ import annotations

import pytest

from app.bootstrap import Services
from tests.readers import walk

RUNS = 20


@pytest.mark.parametrize("seed", range(RUNS))
def test_in_any_state_each_reader_reads_what_is_covered_and_nothing_else(
    services: Services, seed: int
) -> None:
    walk(services, states=500, printed=250, seed=1_000 + seed)
