"""Views of the flags: which are shown, kept under a name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from app.domain.flag import FlagCard
from app.domain.flag_choice import Urgency
from app.domain.language import _
from app.domain.settling import Settling
from app.domain.typed import read_required

VIEW_NAME_LIMIT = 40
SOON = 30  # days to the deletion from which a flag warns


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagFilter:
    """What is asked for of the flags; nothing chosen means all. `practice_id` is the id as text."""

    practice_id: str = ""
    theme: str = ""
    urgent: bool = False
    soon: bool = False

    def is_active(self) -> bool:
        """Whether anything is left out."""
        return self != FlagFilter()

    def passes(self, card: FlagCard, days_left: int) -> bool:
        """Whether this flag, with so many days left, is asked for."""
        return (
            self.practice_id in ("", card.practice_id.hex)
            and self.theme in ("", card.facts.theme.value)
            and (not self.urgent or card.facts.urgency is not Urgency.CAN_WAIT)
            and (not self.soon or days_left <= SOON)
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
