"""The audit trail at the start of each week: checked quietly, told of only if it does not fit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.audit import AuditCheck, End
from app.domain.audit_anchor import DIFFERS, AnchorRow, Holding
from app.domain.audit_anchor_words import anchor_title, anchor_words
from app.domain.audit_words import checked_words
from app.domain.language import _, ngettext
from ui.common.button import Button, Size
from ui.common.discard import discard
from ui.common.notice import Notice
from ui.common.tokens import Tone
from ui.settings.settings_page import AUDIT
from ui.shell.shell import Shell


class AuditNotice:
    """Stands above the pages when the trail was tampered with; `add` puts it there."""

    def __init__(self, shell: Shell, add: Callable[[Notice], QWidget]) -> None:
        self._shell, self._add = shell, add
        self._audit = shell.desk.services.audit

    def say(self) -> None:
        """Say what is missing at the end; then check the trail if that was not done this week."""
        vault = self._shell.desk.services.vault
        if not vault.missing_saves:  # else that is said already, and is the same thing
            self._say_end(vault.audit_end)
        self._follow()
        if not self._audit.check_is_due():
            return
        if self._audit.is_quick():
            self._on_checked(self._audit.check())
            return
        self._shell.desk.tasks.run(self._audit.check, owner=self._shell, done=self._on_checked)

    def _follow(self) -> None:
        """Hold the end against the keychain, which may take a while, and note today's there."""
        services = self._shell.desk.services
        quiet = services.vault.missing_saves or services.vault.audit_end != End()
        self._shell.desk.tasks.run(
            services.anchor.follow,
            owner=self._shell,
            done=(lambda _row: None) if quiet else self._say_anchor,
            failed=lambda _error: None,  # locked meanwhile, or the disk is full: told elsewhere
        )

    def _say_anchor(self, row: AnchorRow) -> None:
        if row.holding is Holding.OLDER:
            self._tell(_("An older copy was put back."), anchor_words(row), tone=Tone.WARN)
        elif row.holding in DIFFERS:
            where = f"{anchor_title(row)}: {anchor_words(row)}"
            self._tell(_("The audit trail does not end as it should."), where)

    def _say_end(self, end: End) -> None:
        if end.other:
            why = _("The last entries are others than this computer had noted.")
        elif end.missing:
            why = ngettext(
                "The last entry is missing.", "The last {n} entries are missing.", end.missing
            ).format(n=end.missing)
        else:
            return
        put_back = _("It is an older copy, or somebody has taken them out.")
        self._tell(_("The audit trail does not end as it should."), f"{why} {put_back}")

    def _on_checked(self, check: AuditCheck) -> None:
        if check.fault is not None:
            what = _("The audit trail has been tampered with, or damaged.")
            self._tell(what, checked_words(check))

    def _tell(self, what: str, why: str, *, tone: Tone = Tone.DANGER) -> None:
        def see() -> None:
            discard(frame)
            self._shell.go("settings", AUDIT)

        acts = (
            _button(_("See the audit trail"), "see_audit", see),
            _button(_("Later"), "audit_later", lambda: discard(frame)),
        )
        frame = self._add(Notice(tone, what, why, acts=acts, beside=True))


def _button(text: str, name: str, pressed: Callable[[], object]) -> Button:
    button = Button(text, size=Size.COMPACT, pressed=pressed)
    button.setObjectName(name)
    return button
