"""A citizen rings and says the code from the slip. No name stands where a code is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.language import _
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.text import Text
from ui.common.text_field import TextField


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeDraft:
    """The code as it was said."""

    code: str = ""


class CodeDialog(FormDialog[CodeDraft]):
    """Finds the flag; the first talk begins in a window of its own."""

    def __init__(
        self, submit: Callable[[CodeDraft], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("The citizen says a code"),
            CodeDraft(),
            submit,
            parent,
            save_text=_("Go on"),
            width=480,
        )

    @override
    def build(self, form: Form) -> None:
        words = _("Write the code from the slip. It is not shown again beside the name.")
        form.add_widget(Text(words, Role.SECONDARY, wrap=True))
        form.add("code", _("Code"), TextField(placeholder="K7-QX"))
