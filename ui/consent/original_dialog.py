"""Noting where the signed original of a consent lies."""

from __future__ import annotations

from dataclasses import dataclass

from typing_extensions import override

from app.domain.language import _
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.text_field import TextField


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalDraft:
    """Where it lies, as typed."""

    original_at: str = ""


class OriginalDialog(FormDialog[OriginalDraft]):
    """Nothing else of a consent can be changed."""

    @override
    def build(self, form: Form) -> None:
        form.add(
            "original_at",
            _("Where the original lies"),
            TextField(placeholder=_("For example: the case file, or the cabinet")),
        )
