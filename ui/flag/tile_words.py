"""What a tile on the board says of a flag, in words. Nothing of it tells who the flag is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.flag import FlagCard
from app.domain.flag_choice import THEME_LABELS
from app.domain.language import _
from ui.flag.flag_look import age_of, badge_of, days_of, deletion_of, functions_of, goes_soon


@dataclass(frozen=True, slots=True, kw_only=True)
class TileWords:
    """A tile in words. Its badge is empty where it has none; one that is soon deleted warns."""

    code: str
    badge: str
    theme: str
    functions: str
    where: str
    left: str
    warns: bool
    days: str

    def spoken(self) -> str:
        """Return all of it for a screen reader, in the order it stands."""
        said = (self.code, self.badge, self.theme, self.functions, self.where, self.left)
        return ", ".join(part for part in said if part)


def words_of(card: FlagCard, today: date) -> TileWords:
    """Return what is said of a flag on a day."""
    look = badge_of(card)
    return TileWords(
        code=card.code,
        badge=look.text if look else "",
        theme=_(THEME_LABELS[card.facts.theme]),
        functions=functions_of(card),
        where=_("{practice} · {age}").format(practice=card.practice, age=age_of(card, today)),
        left=deletion_of(card, today),
        warns=goes_soon(card, today),
        days=days_of(card),
    )
