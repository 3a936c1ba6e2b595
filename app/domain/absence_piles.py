"""What a calendar file would do to the days that are kept, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.calendar_reading import AwayEntry, CalendarReading, NotTakenEntry
from app.domain.language import N_, ngettext
from app.domain.words import joined

Key = tuple[str, str]  # the entry, and which of its times
Days = tuple[date, date]  # first and last


class Pile(StrEnum):
    """What becomes of one time away."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    SAME = "same"


PILE_LABELS: dict[Pile, str] = {
    Pile.NEW: N_("New"),
    Pile.CHANGED: N_("Changed"),
    Pile.GONE: N_("No longer there"),
    Pile.SAME: N_("Already here"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PiledAway:
    """Days away and their pile; `before` are the days kept now, where they differ."""

    pile: Pile
    key: Key
    days: Days
    before: Days | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayPiles:
    """All that a file says, in piles."""

    lines: tuple[PiledAway, ...]
    not_taken: tuple[NotTakenEntry, ...]

    def pile(self, pile: Pile) -> tuple[PiledAway, ...]:
        """Return one pile, first day first."""
        return tuple(line for line in self.lines if line.pile is pile)

    def news(self) -> int:
        """Return how many lines would change what is kept."""
        return sum(line.pile is not Pile.SAME for line in self.lines)


def news_words(piles: AwayPiles) -> str:
    """Return in words how many times away came in, changed and went: `2 new and 1 changed`."""
    new, changed, gone = (len(piles.pile(one)) for one in (Pile.NEW, Pile.CHANGED, Pile.GONE))
    parts = (
        (new, ngettext("{n} new", "{n} new", new)),
        (changed, ngettext("{n} changed", "{n} changed", changed)),
        (gone, ngettext("{n} removed", "{n} removed", gone)),
    )
    return joined([text.format(n=count) for count, text in parts if count])


def pile_up(reading: CalendarReading, kept: Mapping[Key, Days], today: date) -> AwayPiles:
    """Sort what was read beside what is kept. Days that have passed stay as they are."""
    told = {(entry.event, entry.occurrence): entry for entry in reading.entries}
    lines = [_piled(entry, kept.get(key)) for key, entry in told.items()]
    lines += [
        PiledAway(pile=Pile.GONE, key=key, days=days)
        for key, days in kept.items()
        if key[0] in reading.events and key not in told and days[1] >= today
    ]
    lines.sort(key=lambda line: (line.days, line.key))
    return AwayPiles(lines=tuple(lines), not_taken=reading.not_taken)


def _piled(entry: AwayEntry, before: Days | None) -> PiledAway:
    key, days = (entry.event, entry.occurrence), (entry.first, entry.last)
    if before is None:
        return PiledAway(pile=Pile.NEW, key=key, days=days)
    if before == days:
        return PiledAway(pile=Pile.SAME, key=key, days=days)
    return PiledAway(pile=Pile.CHANGED, key=key, days=days, before=before)
