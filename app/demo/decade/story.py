"""What every part of the made-up decade is written from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from random import Random

from sqlmodel import Session, SQLModel

from app.demo.decade.scale import Scale

_BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Story:
    """The day it ends on, how much there is to tell, and the dice."""

    today: date
    scale: Scale
    dice: Random = field(repr=False)

    @property
    def first_day(self) -> date:
        """The day it begins on."""
        return self.today - timedelta(days=365 * self.scale.years)

    def ago(self, days: int) -> date:
        """Return the day so many days before the last one."""
        return self.today - timedelta(days=days)


def write(session: Session, records: Sequence[SQLModel]) -> None:
    """Write many rows at once, and hold on to none of them."""
    left = iter(records)
    while batch := list(islice(left, _BATCH)):
        session.add_all(batch)
        session.flush()
    session.expunge_all()


def each_after(first: date, days: int, last: date) -> Iterator[date]:
    """Yield `first` and every so many days after it, up to `last`."""
    while first <= last:
        yield first
        first += timedelta(days=days)
