"""What can be done with one roundtable: plan, correct, finalise, make the next version, remove."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtWidgets import QWidget

from app.domain.agenda import AgendaKind, missed
from app.domain.draft import DraftKind
from app.domain.followup import FollowupId
from app.domain.followup_sheet import FollowupSheet
from app.domain.language import _, ngettext
from app.domain.party import PartyKind
from app.domain.roundtable import (
    RoundtableDraft,
    RoundtableId,
    RoundtableSheet,
    RoundtableStatus,
)
from app.domain.typed import write_day
from app.domain.words import clock_time, joined, quoted
from ui.common.attempt import attempt
from ui.common.confirm import confirm
from ui.common.desk import Desk
from ui.common.dialog import Dialog
from ui.common.draft_place import place_of
from ui.common.removal import Removal, ask_removal
from ui.roundtable.meeting_dialog import MeetingDialog
from ui.roundtable.roundtable_dialog import PlanDialog, RoundtableDialog

MOST_NAMED = 3  # points that are called by their names
Open = Callable[[RoundtableId], object]


class RoundtableActs:
    """Opens the dialogs of roundtables; `page` is what they open over, `opened` shows a new one."""

    def __init__(self, desk: Desk, page: QWidget, opened: Open) -> None:
        self._desk, self._page, self._opened = desk, page, opened
        self._roundtables = desk.services.roundtable
        self._today = desk.services.today.day

    def save_calendar(self, sheet: RoundtableSheet) -> MeetingDialog:
        """Let the calendar files of the participants be saved."""
        dialog = MeetingDialog(self._desk, self._page, sheet.row.id)
        dialog.open()
        return dialog

    def plan(self, followup_id: FollowupId) -> PlanDialog:
        """Plan a roundtable of this follow-up."""
        followup = self._desk.services.followup.followup(followup_id)
        employers = [
            (party.id.hex, party.facts.name)
            for party in followup.parties
            if party.facts.kind is PartyKind.EMPLOYER
        ]
        dialog = PlanDialog(
            _("Plan a roundtable"),
            employers,
            _next_meeting(followup, self._today()),
            lambda draft: self._roundtables.plan_roundtable(followup_id, draft),
            self._today,
            self._page,
            memory=self._desk.memory(
                DraftKind.ROUNDTABLE, place_of(followup_id), followup.citizen_id
            ),
        )
        dialog.saved.connect(self._opened)
        dialog.open()
        return dialog

    def correct(self, sheet: RoundtableSheet) -> RoundtableDialog:
        """Correct the roundtable's own words."""
        followup_id, roundtable_id = sheet.row.followup_id, sheet.row.id
        citizen = self._desk.services.followup.followup(followup_id).citizen_id
        place = place_of(followup_id, roundtable_id)
        dialog = RoundtableDialog(
            _("Correct the roundtable"),
            self._roundtables.draft(roundtable_id),
            lambda draft: self._roundtables.correct_roundtable(roundtable_id, draft),
            self._today,
            self._page,
            memory=self._desk.memory(DraftKind.ROUNDTABLE, place, citizen),
        )
        dialog.open()
        return dialog

    def ask_to_finalise(self, sheet: RoundtableSheet) -> Dialog:
        """Lock the version, after saying what that does, and asking whether it was held at all."""
        words = _(
            "It becomes version {number} and can no longer be changed; a correction is a new "
            "version. What has a day becomes a task, and so does the follow-up of the plan."
        ).format(number=sheet.row.version)
        words = " ".join((words, *_loose_ends(sheet)))
        ahead = self._planned_ahead(sheet)
        planned = _("It is planned for {time} today.")
        return confirm(
            self._page,
            _("Was this roundtable held already?") if ahead else _("Finalise this roundtable?"),
            f"{planned.format(time=clock_time(ahead))} {words}" if ahead else words,
            _("Finalise"),
            lambda: self.finalise(sheet.row.id),
            destructive=False,
            careful=ahead is not None,
        )

    def finalise(self, roundtable_id: RoundtableId) -> None:
        """Lock the version."""
        if attempt(self._page, lambda: self._roundtables.finalise(roundtable_id)):
            self._desk.message.say(_("The plan is final. A sheet can be saved for each reader."))

    def new_version(self, sheet: RoundtableSheet) -> None:
        """Make the next version, and show it."""

        def make() -> None:
            self._opened(self._roundtables.new_version(sheet.row.id))

        if attempt(self._page, make):
            self._desk.message.say(_("Everything is copied. Correct what has changed."))

    def ask_to_remove(self, sheet: RoundtableSheet) -> Dialog:
        """Remove a draft or a stopped roundtable."""

        def remove() -> None:
            self._roundtables.remove_roundtable(sheet.row.id)
            self._desk.message.say(_("The roundtable is removed."))

        removal = Removal(
            "remove_roundtable",
            _("Remove this roundtable?"),
            _("What is written in it goes away and cannot be brought back."),
            _("Remove the roundtable"),
            remove,
        )
        return ask_removal(self._page, removal)

    def _planned_ahead(self, sheet: RoundtableSheet) -> time | None:
        """Return the time of a roundtable that would begin later today."""
        at = sheet.facts.at
        if at is None:
            return None
        planned = datetime.combine(sheet.facts.day, at)
        return at if planned > self._desk.services.today.moment() else None


def _next_meeting(followup: FollowupSheet, today: date) -> RoundtableDraft:
    """Return a new roundtable: after one that is final, on the day its plan is followed up."""
    finals = [row for row in followup.roundtables if row.status is RoundtableStatus.FINAL]
    kind = AgendaKind.FOLLOWUP if finals else AgendaKind.ROUNDTABLE
    reviews = [row.review_on for row in finals if row.review_on and row.review_on >= today]
    day = min(reviews, default=today)
    return RoundtableDraft(day=write_day(day), agenda=kind.value)


def _loose_ends(sheet: RoundtableSheet) -> list[str]:
    """Return what was not reached, and what is held: neither is in anybody else's plan."""
    told = []
    titles = [point.facts.title for point in missed(sheet.agenda)]
    if len(titles) > MOST_NAMED:
        text = ngettext(
            "{n} point was not reached; it goes to the next meeting.",
            "{n} points were not reached; they go to the next meeting.",
            len(titles),
        )
        told.append(text.format(n=len(titles)))
    elif titles:
        # i18n: Danish: »Ikke nået: … Det kommer med på næste møde.«
        text = _("Not reached: {points}. They go to the next meeting.")
        told.append(text.format(points=joined([quoted(title) for title in titles])))
    held = sum(1 for row in sheet.remarks if row.facts.held)
    if held:
        text = ngettext("{n} line is held.", "{n} lines are held.", held)
        told.append(text.format(n=held))
    return told
