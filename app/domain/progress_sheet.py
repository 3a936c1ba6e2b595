"""The paper on which a citizen takes home how it goes, in their own numbers and words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.measure_chart import MeasureView
from app.domain.sender import Sender


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressSheet:
    """What the paper prints."""

    citizen: str
    measures: MeasureView
    printed_on: date
    sender: Sender
