"""What every page and dialog is handed when it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

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


@dataclass(frozen=True, slots=True)
class Desk:
    """The services of the open file, news of changes to it, a worker for slow things,
    the way to other pages, and the bar for quiet sentences."""

    services: Services
    changes: ChangeBridge
    tasks: TaskRunner
    go: Go
    message: MessageBar
