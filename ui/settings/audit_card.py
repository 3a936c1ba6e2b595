"""The audit trail: how long it is, when it was checked, and what it can and cannot show."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from app.domain.audit import AuditCheck, AuditRow, AuditStanding
from app.domain.audit_words import checked_words, end_words, fault_words, last_fault, seal_words
from app.domain.language import _, ngettext
from app.domain.words import long_day, long_span, number
from app.system.clock import local
from ui.common.button import Button
from ui.common.card import Card
from ui.common.desk import Desk
from ui.common.fonts import Role
from ui.common.notice import Notice
from ui.common.text import Text
from ui.common.tokens import Tone
from ui.file.stacked import stacked
from ui.settings.act_row import ActRow
from ui.settings.anchor_dialog import AnchorDialog
from ui.settings.audit_dialog import AuditDialog
from ui.settings.failure import tell_failure

TOLD_FOR = timedelta(days=30)


class AuditCard(Card):
    """Shows how the trail stands; lists its entries, and checks it on request."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        # i18n: Danish: »Revisionsspor«
        super().__init__(_("Audit trail"), icon="scroll-text", parent=parent)
        self._desk, self._audit = desk, desk.services.audit
        show = Button(_("Show entries …"), pressed=self.show_entries)
        show.setObjectName("show_audit")
        check = Button(_("Check now"), pressed=self.check)
        check.setObjectName("check_audit")
        self._first = show
        self._length = ActRow("", "", show)
        self._checked = ActRow(_("Last check"), "", check)
        compare = Button(_("Compare …"), pressed=self.show_anchors)
        compare.setObjectName("compare_audit")
        self._seal = ActRow(_("Seal of the newest entry"), "", compare)
        self._trouble = Notice(Tone.DANGER, "")
        self._fill()

    def show_state(self) -> None:
        """Show how the trail stands."""
        standing = self._audit.standing()
        self._length.set_title(_length(standing))
        self._length.say(_days(standing))
        self._checked.say(_last_check(standing))
        self._seal.say(seal_words(standing.last) if standing.last else "")
        what, why = _trouble(standing, self._desk.services.today.day())
        self._trouble.set_words(what, why)
        self._trouble.set_tone(Tone.DANGER if last_fault(standing) else Tone.WARN)
        self._trouble_cell.setVisible(bool(what))

    def first_button(self) -> QWidget:
        """Return where one who came for the trail begins."""
        return self._first

    def show_entries(self) -> None:
        """List the entries, the newest first."""
        AuditDialog(self._audit, self).open()

    def show_anchors(self) -> None:
        """Hold the end of the trail against the places where it was noted."""
        AnchorDialog(self._desk, self).open()

    def check(self) -> None:
        """Walk the trail: at once if nobody would notice, else away from the window."""
        if self._audit.is_quick():
            self._on_checked(self._audit.check())
            return
        self._checked.set_working(_("Checking every entry …"))
        self._desk.tasks.run(
            self._audit.check, owner=self, done=self._on_checked, failed=self._on_failed
        )

    def _on_checked(self, check: AuditCheck) -> None:
        self._rest()
        tone = Tone.DANGER if check.fault else Tone.OK
        self._desk.message.say(checked_words(check), tone=tone)

    def _on_failed(self, error: BaseException) -> None:
        self._rest()
        tell_failure(self._desk, error)

    def _rest(self) -> None:
        self._checked.set_working("")
        self.show_state()

    def _fill(self) -> None:
        self.add(self._length, flush=True)
        self.add_rule()
        self.add(self._checked, flush=True)
        self._trouble_cell = stacked(self._trouble)
        self._trouble_cell.setContentsMargins(16, 0, 16, 16)
        self.add(self._trouble_cell, flush=True)
        self.add_rule()
        self.add(self._seal, flush=True)
        self.add_rule()
        words = [Text(text, Role.QUIET, wrap=True) for text in what_it_shows()]
        told = stacked(*words, gap=8)
        told.setContentsMargins(16, 12, 16, 12)
        self.add(told, flush=True)


def what_it_shows() -> tuple[str, str, str]:
    """Return what stands in the trail, what a check finds, and what it cannot find."""
    return (
        _(
            "Here stands what was opened, looked up, recorded, handed out and erased, in codes and"
            " counts: never a name, never a word that was typed."
        ),
        _(
            "A check shows whether entries were changed, taken out, put in or moved, by others or"
            " by accident. That the end was cut off shows by what was noted elsewhere: beside the"
            " file, in the keychain, in saved copies. Entries go after five years."
        ),
        _(
            "Whoever has a key to the file can write the whole trail anew. That shows only against"
            " a seal that was printed or written down before."
        ),
    )


def _length(standing: AuditStanding) -> str:
    return ngettext("{n} entry", "{n} entries", standing.entries).format(n=number(standing.entries))


def _days(standing: AuditStanding) -> str:
    days = [local(row.at).date() for row in (standing.first, standing.last) if row and row.at]
    return long_span(min(days), max(days)) if days else ""


def _last_check(standing: AuditStanding) -> str:
    """Return when it was checked last, and what was found."""
    if standing.checked is None:
        return _("Not checked yet. Fasthold does it once a week.")
    fault = last_fault(standing)
    found = fault_words(fault) if fault else _("All entries fit together.")
    return f"{_day_of(standing.checked)}: {found}"


def _trouble(standing: AuditStanding, today: date) -> tuple[str, str]:
    """Return what is wrong with the trail, and what to do about it. An end that was missing is told
    of for a while; then it stands among the entries."""
    if last_fault(standing) is not None:
        return (
            _("The audit trail has been tampered with, or damaged."),
            _(
                "What stands before that entry can be trusted, what follows cannot. Keep the file"
                " as it is, save a copy, and tell your data protection officer."
            ),
        )
    recent = [row for row in standing.ends_missing if _is_recent(row, today)]
    if not recent:
        return "", ""
    newest = recent[0]
    return (
        _("Entries have been missing at the end."),
        f"{_day_of(newest)}: {end_words(newest)} "
        + _(
            "So it is when an older copy is put back. If nobody did, tell your data protection"
            " officer."
        ),
    )


def _is_recent(row: AuditRow, today: date) -> bool:
    return row.at is None or local(row.at).date() >= today - TOLD_FOR


def _day_of(row: AuditRow) -> str:
    return long_day(local(row.at).date()) if row.at else _("On a day that cannot be read")
