"""What is kept, and how long; and who is kept beyond that, with the reason."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.hold import HoldRow
from app.domain.language import _
from app.domain.retention import KEPT_LABELS, RetentionRule, amount_words, rule_words
from app.domain.words import long_day
from ui.common.badge import Badge
from ui.common.button import Button, Size
from ui.common.card import Card
from ui.common.desk import Desk
from ui.common.fonts import Role
from ui.common.rows import Row, RowList
from ui.common.text import Text
from ui.common.tokens import Tone
from ui.file.stacked import stacked
from ui.settings.retention_acts import RetentionActs


class RetentionCard(Card):
    """Lists the rules with their source, and the people who are held."""

    def __init__(self, desk: Desk, acts: RetentionActs, parent: QWidget | None = None) -> None:
        # i18n: Danish: »Hvad der gemmes, og hvor længe«
        super().__init__(_("What is kept, and how long"), icon="hourglass", parent=parent)
        self._retention, self._holds = desk.services.retention, desk.services.hold
        self._today = desk.services.today.day
        usual = Button(_("The usual ones …"), size=Size.COMPACT, pressed=acts.use_default_rules)
        usual.setObjectName("use_default_rules")
        usual.setAccessibleName(_("Use the usual times"))
        self.add_action(usual)
        self.list, self.held = RowList(), RowList()
        self.list.setObjectName("retention_rules")
        self.list.opened.connect(lambda kept: acts.correct_rule(kept))
        self.held.setObjectName("holds")
        self.held.opened.connect(acts.open_person)
        self.add(self.list, flush=True)
        self.add(_stays(), flush=True)
        self.add_rule()
        self._nobody = stacked(Text(_("Nobody is kept beyond that."), Role.SECONDARY, wrap=True))
        self._nobody.setContentsMargins(16, 12, 16, 12)
        self.add(self._nobody, flush=True)
        self.add(self.held, flush=True)

    def show_state(self) -> None:
        """Show the rules as they are saved, and who is held."""
        self.list.set_rows([_row(rule, self._today()) for rule in self._retention.list_rules()])
        holds = self._holds.list_holds()
        self.held.set_rows([_held(row, self._today()) for row in holds])
        self.held.setVisible(bool(holds))
        self._nobody.setVisible(not holds)


def _row(rule: RetentionRule, today: date) -> Row:
    marks = [Badge(_("Check again"), Tone.WARN, "triangle-alert")] if rule.is_old(today) else []
    checked = " · ".join(
        (
            rule.source,
            _("In force since {day}").format(day=long_day(rule.valid_from)),
            _("Last checked {day}").format(day=long_day(rule.last_checked)),
        )
    )
    title = f"{_(KEPT_LABELS[rule.kept])}: {amount_words(rule)}"
    detail = f"{rule_words(rule)}\n{checked}"
    return Row(title, detail, key=rule.kept, trailing=marks, wrap=True)


def _held(row: HoldRow, today: date) -> Row:
    asked = _("Ask now") if row.is_asked_about(today) else ""
    marks = [Badge(asked, Tone.WARN, "hourglass")] if asked else []
    detail = _("Kept since {day}: {reason}").format(day=long_day(row.held_on), reason=row.reason)
    again = _("Asked about again {day}").format(day=long_day(row.review_on))
    title = f"{row.citizen} · {row.number}"
    return Row(title, f"{detail} · {again}", key=row.followup_id, trailing=marks, wrap=True)


def _stays() -> QWidget:
    """Return what goes by no rule."""
    words = _(
        "Kept as long as the file: practices, visits, the counts of reduced flags, and the ledger "
        "of who was erased, without names. How long the audit trail is kept stands on its own card."
    )
    held = stacked(Text(words, Role.CAPTION, wrap=True))
    held.setContentsMargins(16, 8, 16, 12)
    return held
