"""The consent form as a paper: blank or filled, as usual or in large type."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.followup import FollowupId
from app.domain.language import _
from app.domain.paper import PaperKind
from ui.common.desk import Desk
from ui.paper.paper_dialog import PaperDialog, Version


def open_consent_form(desk: Desk, parent: QWidget, followup_id: FollowupId | None) -> PaperDialog:
    """Show the form over `parent`: filled with what the follow-up holds, or blank without one."""
    prepare = desk.services.export.prepare_consent_form
    usual = Version(
        PaperKind.CONSENT_FORM, _("As usual"), lambda spoken: prepare(followup_id, spoken)
    )
    large = Version(
        PaperKind.CONSENT_FORM_LARGE,
        _("Large type"),
        lambda spoken: prepare(followup_id, spoken, large=True),
    )
    dialog = PaperDialog(desk, [usual, large], parent)
    dialog.open()
    return dialog
