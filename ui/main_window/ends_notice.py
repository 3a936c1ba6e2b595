"""A calm word after unlocking: which consents end within thirty days. It names nobody, since it
stands above the flags too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.consent import WARN_DAYS
from app.domain.language import _, ngettext
from app.domain.words import day_and_month
from ui.common.button import Button, Size
from ui.common.discard import discard
from ui.common.notice import Notice
from ui.common.tokens import Tone
from ui.shell.shell import Shell
from ui.today.today_page import EXPIRING


class EndsNotice:
    """Stands above the pages until it is put away or nothing ends soon; `add` puts it there."""

    def __init__(self, shell: Shell, add: Callable[[Notice], QWidget]) -> None:
        self._shell, self._add = shell, add
        self._consent = shell.desk.services.consent
        self._frame: QWidget | None = None

    def say(self) -> None:
        """Say how many soon end, and when the first does."""
        self.put_away()
        rows = self._consent.expiring()
        if not rows:
            return
        what = ngettext(
            "{n} consent ends within {days} days.",
            "{n} consents end within {days} days.",
            len(rows),
        )
        why = _("The first one ends {day}. Ask in good time whether it may go on.")
        self._frame = self._add(
            Notice(
                Tone.ACCENT,
                what.format(n=len(rows), days=WARN_DAYS),
                why.format(day=day_and_month(rows[0].until)),
                acts=(
                    _button(_("See them on Today"), "see_expiring", self._see),
                    _button(_("Later"), "expiring_later", self.put_away),
                ),
                icon="hourglass",
                beside=True,
            )
        )

    def follow(self) -> None:
        """Say it anew after a change, if it is still said."""
        if self._frame is not None:
            self.say()

    def put_away(self) -> None:
        """Say it no longer."""
        if self._frame is not None:
            discard(self._frame)
            self._frame = None

    def _see(self) -> None:
        self.put_away()
        self._shell.go("today", EXPIRING)


def _button(text: str, name: str, pressed: Callable[[], object]) -> Button:
    button = Button(text, size=Size.COMPACT, pressed=pressed)
    button.setObjectName(name)
    return button
