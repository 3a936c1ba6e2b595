"""Said once after an upgrade: that Fasthold is another one now, and where to read what is new."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.language import _
from ui.common.button import Button, Size
from ui.common.discard import discard
from ui.common.notice import Notice
from ui.common.tokens import Tone
from ui.help.help_dialog import HelpDialog


def tell_of_upgrade(version: str, shell: QWidget, add: Callable[[Notice], QWidget]) -> None:
    """Say above the pages that Fasthold is `version` now; `add` puts it there."""

    def see() -> None:
        discard(frame)
        HelpDialog(shell, page="changes").open()

    acts = (
        _button(_("See what is new"), "see_news", see),
        _button(_("Later"), "news_later", lambda: discard(frame)),
    )
    what = _("Fasthold was updated to {version}.").format(version=version)
    why = _("What is new stands in the help as well.")
    frame = add(Notice(Tone.ACCENT, what, why, acts=acts, icon="book-open", beside=True))


def _button(text: str, name: str, pressed: Callable[[], object]) -> Button:
    button = Button(text, size=Size.COMPACT, pressed=pressed)
    button.setObjectName(name)
    return button
