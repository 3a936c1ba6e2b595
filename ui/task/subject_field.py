"""What a task is about: the kind, which also decides what can be chosen beneath it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from typing_extensions import override

from app.domain.language import _
from app.domain.task import SUBJECT_LABELS
from ui.common.field import FieldValue
from ui.common.segments import SegmentField


class SubjectField(SegmentField):
    """One's own, a practice or a follow-up. `settled` tells the kind, also when it is set."""

    settled = Signal(str)  # a TaskSubject's code

    def __init__(self) -> None:
        super().__init__([(code.value, _(label)) for code, label in SUBJECT_LABELS.items()])
        self.changed.connect(lambda: self.settled.emit(self.value()))

    @override
    def set_value(self, value: FieldValue) -> None:
        super().set_value(value)
        self.settled.emit(self.value())
