"""The steps of setting up, and what a step's view must be able to do."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.language import N_


class Step(StrEnum):
    """Where one is. The file is made on the way from the passphrase to the code."""

    KEYCHAIN = "keychain"
    PASSPHRASE = "phrase"  # noqa: S105 -- the name of a step
    CODE = "code"
    TRY = "try"
    DETAILS = "details"

    @property
    def next(self) -> Step:
        """The step after this one; the last one is its own."""
        steps = list(Step)
        return steps[min(steps.index(self) + 1, len(steps) - 1)]

    @property
    def previous(self) -> Step | None:
        """The step before this one, if any."""
        place = list(Step).index(self)
        return list(Step)[place - 1] if place else None


STEP_LABELS: dict[Step, str] = {
    # i18n: Danish: »Nøglering«, »Adgangssætning«, »Genskabelseskode«, »Prøv koden«
    Step.KEYCHAIN: N_("Keychain"),
    Step.PASSPHRASE: N_("Passphrase"),
    Step.CODE: N_("Recovery code"),
    Step.TRY: N_("Try the code"),
    Step.DETAILS: N_("My details"),
}
STEP_HINTS: dict[Step, str] = {
    Step.KEYCHAIN: N_("Remembers the key"),
    Step.PASSPHRASE: N_("What you write each day"),
    Step.CODE: N_("Print and keep"),
    Step.TRY: N_("Open without the phrase"),
    Step.DETAILS: N_("Who stands on the papers"),
}
# What the button leading on says.
STEP_ACTS: dict[Step, str] = {
    Step.KEYCHAIN: N_("Choose a passphrase"),
    Step.PASSPHRASE: N_("Make the file"),
    Step.CODE: N_("Try the code"),
    Step.TRY: N_("Write my details"),
    Step.DETAILS: N_("Begin"),
}


class StepView(QWidget):
    """What one step shows; `changed` tells that `stopped` may answer otherwise."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)

    def stopped(self) -> str | None:
        """Return why one cannot go on yet, or None."""
        raise NotImplementedError

    def enter(self) -> None:
        """Be shown: read what may have changed, and take the keyboard."""
        raise NotImplementedError
