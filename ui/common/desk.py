"""What every page and dialog is handed when it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from ui.common.change_bridge import ChangeBridge
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
