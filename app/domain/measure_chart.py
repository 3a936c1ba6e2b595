"""What the charts of the measures are drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.agreement import StepFacts
from app.domain.measure import MeasureRow


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureView:
    """The measures, oldest first, and the hours agreed for each week."""

    rows: tuple[MeasureRow, ...]
    steps: tuple[StepFacts, ...]
    today: date
