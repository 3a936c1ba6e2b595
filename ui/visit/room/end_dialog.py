"""Ending a visit in two minutes: who was there, what is open, when the next one is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.language import _, ngettext
from app.domain.plan_shape import Candidate
from app.domain.problem import FastholdError
from app.domain.visit import AttendanceDraft, VisitId, VisitSheet, settle_attendance
from ui.common.check import CheckField
from ui.common.desk import Desk
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.notice import Notice
from ui.common.number_field import NumberField
from ui.common.text import Text
from ui.common.tokens import Tone
from ui.visit.proposal_list import ProposalList
from ui.visit.room.next_date import NextDate

_MOST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class EndDraft:
    """Attendance as typed, and whether the chosen date is to be booked."""

    doctors: str = ""
    trainees: str = "0"
    book: bool = True


class EndDialog(FormDialog[EndDraft]):
    """Asks what only the end knows; saving it ends the visit."""

    def __init__(
        self,
        desk: Desk,
        sheet: VisitSheet,
        found: NextDate,
        open_points: Sequence[str],
        parent: QWidget,
    ) -> None:
        self._desk, self._sheet, self._next, self._open = desk, sheet, found, open_points
        self._dates = ProposalList()
        super().__init__(
            # i18n: Danish: »Afslut besøg«
            _("End the visit"),
            _draft(sheet),
            self._end,
            parent,
            save_text=_("End visit and show the summary"),
            width=600,
        )
        self.form.changed.connect(self._keep_attendance)

    @override
    def build(self, form: Form) -> None:
        form.add("doctors", _("Doctors who were there"), NumberField(0, _MOST))
        form.add_beside("trainees", _("Trainees"), NumberField(0, _MOST))
        if self._open:
            words = _("Still open. You can end the visit all the same.")
            form.add_widget(Notice(Tone.WARN, words, "\n".join(self._open)))
        form.add_section(_("Next visit"))
        if self._next.booked is not None or not self._next.proposed:
            form.add_widget(Text(f"{self._next.head()}: {self._next.day()}", wrap=True))
            return
        form.add("book", "", CheckField(_("Book the date chosen here")))
        self._dates.show_dates(self._next.proposed, choose_first=True)
        form.add_widget(self._dates)

    def _keep_attendance(self) -> None:
        """Keep what is typed at once, as soon as it can be read."""
        draft = _attendance(self.draft())
        try:
            settle_attendance(draft)
            self._desk.services.visit.note_attendance(self._sheet.row.id, draft)
        except FastholdError:
            return  # said when the visit is ended

    def _end(self, draft: EndDraft) -> VisitId:
        services, row = self._desk.services, self._sheet.row
        services.visit.note_attendance(row.id, _attendance(draft))
        chosen = self._chosen(draft)
        if chosen is not None:
            services.plan.accept(row.practice_id, chosen.start, row.minutes)
        return services.visit.end_visit(row.id)

    def _chosen(self, draft: EndDraft) -> Candidate | None:
        return self._dates.value() if draft.book else None


def open_points(sheet: VisitSheet, *, flag_begun: bool) -> tuple[str, ...]:
    """Return what is not finished, one sentence each."""
    untold = sum(not line.given for line in sheet.feedback)
    unanswered = sum(not row.facts.answer for row in (*sheet.questions, *sheet.owed_questions))
    found: list[str] = []
    if flag_begun:
        found.append(_("A flag is begun and not saved. It is kept as a draft."))
    if untold:
        words = ngettext("{n} code has not been told.", "{n} codes have not been told.", untold)
        found.append(words.format(n=untold))
    if unanswered:
        words = ngettext(
            "{n} question has no answer; it comes up next time.",
            "{n} questions have no answer; they come up next time.",
            unanswered,
        )
        found.append(words.format(n=unanswered))
    if sheet.owed:
        words = ngettext(
            "{n} promise from earlier is not ticked.",
            "{n} promises from earlier are not ticked.",
            len(sheet.owed),
        )
        found.append(words.format(n=len(sheet.owed)))
    return tuple(found)


def _draft(sheet: VisitSheet) -> EndDraft:
    doctors, trainees = sheet.present_doctors, sheet.present_trainees
    return EndDraft(doctors="" if doctors is None else str(doctors), trainees=str(trainees or 0))


def _attendance(draft: EndDraft) -> AttendanceDraft:
    return AttendanceDraft(doctors=draft.doctors, trainees=draft.trainees)
