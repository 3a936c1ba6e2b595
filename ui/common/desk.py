"""What every page and dialog is handed when it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from app.domain.consent import CitizenId
from app.domain.draft import DraftKind
from ui.common.change_bridge import ChangeBridge
from ui.common.draft_memory import DraftMemory
from ui.common.message_bar import MessageBar
from ui.common.tasks import TaskRunner

if TYPE_CHECKING:
    # Importing it for real loads the database; the window must be there before that.
    from app.bootstrap import Services


class Go(Protocol):
    """Shows another page, and there the thing with `entity_id` if one is named."""

    def __call__(self, page: str, entity_id: object | None = None) -> None:
        """Go there."""


class ShowRoom(Protocol):
    """Lets a room (the visit, a roundtable) take the whole window; None goes back to the page."""

    def __call__(self, room: QWidget | None) -> None:
        """Show it. A room that is left is deleted."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The services of the open file, news of changes to it, a worker for slow things,
    the way to other pages and rooms, and the bar for quiet sentences."""

    services: Services
    changes: ChangeBridge
    tasks: TaskRunner
    go: Go
    message: MessageBar
    room: ShowRoom

    def memory(
        self, kind: DraftKind, entity: str = "", citizen_id: CitizenId | None = None
    ) -> DraftMemory:
        """Return what keeps the form for this thing, with what was typed in it before.

        `citizen_id` lets the draft go when the person is erased.
        """
        drafts = self.services.draft
        waiting = drafts.find(kind, entity)
        return DraftMemory(
            lambda values: drafts.keep(kind, entity, values, citizen_id),
            lambda: drafts.drop(kind, entity),
            waiting.values if waiting else None,
        )
