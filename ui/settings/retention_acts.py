"""What a hand can do with how long things are kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.language import _
from app.domain.retention import Kept
from ui.common.attempt import attempt
from ui.common.confirm import confirm
from ui.common.desk import Desk
from ui.settings.retention_dialog import RetentionDialog


class RetentionActs:
    """Opens the forms over `parent`."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk, self._parent = desk, parent
        self._retention = desk.services.retention

    def correct_rule(self, kept: Kept) -> None:
        """Open the form of a rule."""
        RetentionDialog(
            kept,
            self._retention.rule_draft(kept),
            partial(self._retention.correct_rule, kept),
            self._desk.services.today.day,
            self._parent,
        ).open()

    def use_default_rules(self) -> None:
        """Ask whether the rules may become those every new file has."""
        confirm(
            self._parent,
            _("Go back to the usual times?"),
            _("What you have changed in this list goes."),
            _("Use the usual times"),
            lambda: attempt(self._parent, self._retention.use_default_rules),
        )

    def open_person(self, followup_id: object) -> None:
        """Go to the page of somebody who is kept for now."""
        self._desk.go("followups", followup_id)
