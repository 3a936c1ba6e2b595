"""Views of the flags: which are shown, kept under a name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.flag import TOLD_AHEAD, FlagCard
from app.domain.flag_choice import OFTEN, Urgency
from app.domain.language import _
from app.domain.settling import Settling
from app.domain.typed import read_required

VIEW_NAME_LIMIT = 40
SOON = 30  # days to the deletion from which a flag warns
AGES = (30, 60)  # days, over which a flag is old
LEFTS = (TOLD_AHEAD, SOON)  # days, within which a flag is deleted


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagFilter:
    """What is asked for of the flags; nothing chosen means all. `practice_id` is the id as text.

    `over` and `within` are days: how old a flag is at least by a day, and how few it has left.
    """

    practice_id: str = ""
    theme: str = ""
    over: int = 0
    within: int = 0
    urgent: bool = False
    often: bool = False
    untold: bool = False  # the doctor has had no feedback

    def is_active(self) -> bool:
        """Whether anything is left out."""
        return self != FlagFilter()

    def passes(self, card: FlagCard, today: date) -> bool:
        """Whether this flag is asked for."""
        return (
            self.practice_id in ("", card.practice_id.hex)
            and self.theme in ("", card.facts.theme.value)
            and (not self.over or (today - card.raised_on).days > self.over)
            and (not self.within or (card.shrinks_on - today).days <= self.within)
            and (not self.urgent or card.facts.urgency is not Urgency.CAN_WAIT)
            and (not self.often or card.facts.mentioned in OFTEN)
            and (not self.untold or card.fed_back_on is None)
        )


WITHOUT_FEEDBACK = FlagFilter(untold=True)  # stands among the views without having been kept


def read_filter(kept: Mapping[str, object]) -> FlagFilter:
    """Return what was kept, as far as it is understood: earlier files knew one nearness alone."""
    nearness = SOON if kept.get("soon") is True else 0
    return FlagFilter(
        practice_id=_text(kept, "practice_id"),
        theme=_text(kept, "theme"),
        over=_days(kept, "over", AGES),
        within=_days(kept, "within", LEFTS) or nearness,
        urgent=kept.get("urgent") is True,
        often=kept.get("often") is True,
        untold=kept.get("untold") is True,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagView:
    """A filter under a name."""

    name: str
    shows: FlagFilter


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewDraft:
    """The name of a view as typed."""

    name: str = ""


def settle_view_name(draft: ViewDraft, others: Collection[str], known_names: frozenset[str]) -> str:
    """Return the name, or raise `Rejected`: no other view has it, and it names nobody."""
    form = Settling()
    name = form.read("name", lambda: read_required(draft.name, VIEW_NAME_LIMIT), "")
    if name.casefold() in {other.casefold() for other in others}:
        form.refuse("name", _("There is a view of this name. Choose another name."))
    form.guard("name", draft.name, known_names)
    form.finish()
    return name


def _text(kept: Mapping[str, object], name: str) -> str:
    value = kept.get(name)
    return value if isinstance(value, str) else ""


def _days(kept: Mapping[str, object], name: str, offered: Collection[int]) -> int:
    value = kept.get(name)
    return value if isinstance(value, int) and value in offered else 0
