"""What the page of visits shows while there is no practice to visit."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.language import _
from ui.common.bars import EmptyState
from ui.common.button import Button, Kind


def nothing_yet(go_there: Callable[[], object]) -> EmptyState:
    """Return the sentence that says so, with the way to the practices."""
    # i18n: Danish: »Ingen lægehuse endnu. Opret det første under Lægehuse.«
    text = _("No practices yet. Register the first one under Practices.")
    go = Button(_("Go to Practices"), Kind.PRIMARY, icon="hospital", pressed=go_there)
    go.setObjectName("go_to_practices")
    return EmptyState(text, "calendar-days", go)
