"""The band over a follow-up that is restricted: since when, why, and what can still be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.language import _
from app.domain.restriction import Restriction, restricted_line, restricted_reason
from ui.common.button import Button, Size
from ui.common.notice import Notice
from ui.common.tokens import Tone


class RestrictionBand(Notice):
    """Hidden while nothing is restricted."""

    disclosures_requested = Signal()
    lift_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        told = Button(_("What was handed over"), icon="file-text", size=Size.COMPACT)
        told.setObjectName("prepare_disclosure_list")
        lift = Button(_("Lift …"), icon="undo-2", size=Size.COMPACT)
        lift.setObjectName("lift_restriction")
        lift.setAccessibleName(_("Lift the restriction"))
        super().__init__(Tone.WARN, "", acts=(told, lift), icon="lock", parent=parent)
        told.clicked.connect(self.disclosures_requested)
        lift.clicked.connect(self.lift_requested)
        self.setVisible(False)

    def show_restriction(self, restriction: Restriction | None) -> None:
        """Say since when and why, or nothing."""
        self.setVisible(restriction is not None)
        if restriction is not None:
            self.set_words(restricted_line(restriction), restricted_reason(restriction))
