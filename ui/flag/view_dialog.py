"""Giving a view of the flags its name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.flag_view import ViewDraft
from app.domain.guard import About
from app.domain.language import _
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.guarded import GuardedLine


class ViewDialog(FormDialog[ViewDraft]):
    """Asks for the name; `keep` is called with it."""

    def __init__(
        self, title: str, name: str, keep: Callable[[ViewDraft], object], parent: QWidget
    ) -> None:
        # i18n: Danish: »Gem visning«
        super().__init__(title, ViewDraft(name=name), keep, parent, save_text=_("Save view"))

    @override
    def build(self, form: Form) -> None:
        hint = _("The filters chosen now are kept under this name. It may name nobody.")
        form.add("name", _("Name of the view"), GuardedLine(About.NOBODY), hint)
