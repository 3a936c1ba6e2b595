"""What can be done about how a person is kept."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.followup import FollowupId
from app.domain.hold import HoldDraft, HoldRow, new_hold
from app.domain.language import _
from app.domain.restriction import RestrictionDraft
from app.domain.typed import write_day
from ui.common.attempt import attempt
from ui.common.desk import Desk
from ui.keeping.hold_dialog import HoldDialog
from ui.keeping.restriction_dialog import LiftDialog, RestrictionDialog


class KeepingActs:
    """Opens the dialogs; `page` is what they open over."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        self._desk, self._page = desk, page
        self._holds, self._restrictions = desk.services.hold, desk.services.restriction
        self._today = desk.services.today.day

    def hold(self, followup_id: FollowupId) -> HoldDialog:
        """Keep the person for now."""
        return self._hold(_("Keep for now"), followup_id, new_hold(self._today()))

    def hold_on(self, row: HoldRow) -> HoldDialog:
        """Go on keeping a person who is held, with another day or reason."""
        day = row.review_on
        if row.is_asked_about(self._today()):
            draft = HoldDraft(reason=row.reason, review_on=new_hold(self._today()).review_on)
        else:
            draft = HoldDraft(reason=row.reason, review_on=write_day(day))
        return self._hold(_("Go on keeping"), row.followup_id, draft)

    def lift_hold(self, followup_id: FollowupId) -> None:
        """Let the rules count again; it can be taken back."""
        held = next(row for row in self._holds.list_holds() if row.followup_id == followup_id)
        if attempt(self._page, lambda: self._holds.lift_hold(followup_id)):
            draft = HoldDraft(reason=held.reason, review_on=write_day(held.review_on))
            # i18n: Danish: »Personen er ikke længere bevaret. Reglerne gælder igen.«
            self._desk.message.say(
                _("The person is no longer held. The rules count again."),
                undo=lambda: self._hold_again(followup_id, draft),
            )

    def restrict(self, followup_id: FollowupId) -> RestrictionDialog:
        """Restrict what is done with the person's data."""
        dialog = RestrictionDialog(
            _("Restrict"),
            RestrictionDraft(since=write_day(self._today())),
            lambda draft: self._restrictions.restrict(followup_id, draft),
            self._today,
            self._page,
            save_text=_("Restrict"),
        )
        dialog.open()
        return dialog

    def lift_restriction(self, followup_id: FollowupId) -> LiftDialog:
        """Lift the restriction, saying why."""
        dialog = LiftDialog(
            lambda draft: self._restrictions.lift_restriction(followup_id, draft), self._page
        )
        dialog.saved.connect(lambda: self._desk.message.say(_("The restriction is lifted.")))
        dialog.open()
        return dialog

    def _hold(self, title: str, followup_id: FollowupId, draft: HoldDraft) -> HoldDialog:
        dialog = HoldDialog(
            title,
            draft,
            lambda typed: self._holds.hold(followup_id, typed),
            self._today,
            self._page,
        )
        dialog.saved.connect(lambda: self._desk.message.say(_("The person is kept for now.")))
        dialog.open()
        return dialog

    def _hold_again(self, followup_id: FollowupId, draft: HoldDraft) -> None:
        if any(row.followup_id == followup_id for row in self._holds.list_holds()):
            return
        attempt(self._page, lambda: self._holds.hold(followup_id, draft))
