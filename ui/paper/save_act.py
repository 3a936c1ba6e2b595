"""Where a paper is saved, and with which password, if it gets one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.language import _
from ui.common.check import CheckBox
from ui.common.choose_file import choose_folder
from ui.common.desk import Desk
from ui.paper.password_dialog import PasswordDialog

Save = Callable[[Path, str], object]  # folder, password or nothing


def protect_box() -> CheckBox:
    """Return the box that asks for a password when the paper is saved."""
    box = CheckBox(_("Protect with a password"))
    box.setObjectName("protect")
    return box


def ask_where(desk: Desk, parent: QWidget, save: Save, *, protected: bool) -> None:
    """Ask for a password if it is to be `protected`, then for the folder, then `save`."""
    if not protected:
        _ask_folder(parent, save, "")
        return
    services = desk.services
    dialog = PasswordDialog(
        services.file.propose_passphrase, services.export.settle_password, parent
    )
    dialog.saved.connect(lambda password: _ask_folder(parent, save, password))
    dialog.open()


def _ask_folder(parent: QWidget, save: Save, password: str) -> None:
    title = _("Where is the paper saved?")
    choose_folder(parent, title, Path.home(), lambda folder: save(folder, password))
