"""What is recorded of one yes, in lines of a label and its words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.consent import FORM_LABELS
from app.domain.followup_sheet import ConsentRow
from app.domain.language import _
from app.domain.words import long_day
from ui.common.fonts import Role
from ui.common.text import Text
from ui.common.tokens import Token

LABEL_WIDTH = 150


def record_lines(consent: ConsentRow) -> tuple[tuple[str, str], ...]:
    """Return label and words of everything that is recorded; what is empty is left out."""
    given = _("{day}, {form}").format(
        day=long_day(consent.given_on), form=_(FORM_LABELS[consent.form]).lower()
    )
    received = " · ".join(part for part in (consent.received_by, consent.received_place) if part)
    said = (
        _("Text {number}").format(number=consent.wording_version)
        if consent.worded
        else _("Not known which text")
    )
    lies = consent.original_at or (_("Not noted") if consent.original_wanted else "")
    lines = (
        (_("What for"), consent.purpose),
        (_("Given"), given),
        (_("Received by"), received),
        (_("What was said"), f"{said}. {consent.told}" if consent.told else said),
        (_("Held back"), consent.hold_back),
        (_("Why held back"), consent.hold_back_why),
        (_("The original"), lies),
    )
    return tuple((label, words) for label, words in lines if words)


def record_grid(consent: ConsentRow) -> QWidget:
    """Return the lines under each other."""
    held = QWidget()
    held.setObjectName("record")
    grid = QGridLayout(held)
    grid.setContentsMargins(0, 4, 0, 4)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnMinimumWidth(0, LABEL_WIDTH)
    grid.setColumnStretch(1, 1)
    top = Qt.AlignmentFlag.AlignTop
    for line, (label, words) in enumerate(record_lines(consent)):
        grid.addWidget(Text(label, Role.CAPTION), line, 0, top)
        grid.addWidget(Text(words, Role.SECONDARY, tone=Token.INK, wrap=True), line, 1)
    return held
