"""How much is made up."""

from __future__ import annotations

from dataclasses import dataclass

LIVE_ONE_IN = 9
RELAYED_ONE_IN = 100
LONGEST_ONE_IN = 30  # of all contacts so many are of one person


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How many of each there are, over how many years."""

    practices: int
    flags: int
    citizens: int
    contacts: int
    years: int

    @property
    def live_flags(self) -> int:
        """How many flags are still there as flags."""
        return self.flags // LIVE_ONE_IN

    @property
    def relayed(self) -> int:
        """How many citizens have only said yes to their doctor yet."""
        return self.citizens // RELAYED_ONE_IN

    def contacts_of(self, number: int) -> int:
        """Return how many contacts the follow-up of this number has: the first one has by far the
        most, the others share what is left."""
        longest, others = self.contacts // LONGEST_ONE_IN, self.citizens - self.relayed - 1
        if number == 0:
            return longest
        each, over = divmod(self.contacts - longest, others)
        return each + (number <= over)


DECADE = Scale(practices=200, flags=9_000, citizens=2_000, contacts=60_000, years=10)
