"""One roundtable: the plan at the left, what the employer will read at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.audience import Reader
from app.domain.consent import Direction
from app.domain.grant import GrantDraft
from app.domain.language import _
from app.domain.problem import FastholdError, Refused
from app.domain.restriction import (
    Restriction,
    closed_by_restriction,
    restricted_line,
    restricted_reason,
)
from app.domain.roundtable import RoundtableId, RoundtableRow, RoundtableSheet, RoundtableStatus
from app.domain.words import clock_time, long_day
from ui.common.badge import Badge, BadgeLook
from ui.common.button import Button, IconButton, Kind, Size
from ui.common.desk import Desk
from ui.common.errors import show_error
from ui.common.notice import Notice
from ui.common.page import Page
from ui.common.page_header import PageHeader
from ui.common.stopped import Stopped
from ui.common.tokens import Tone
from ui.consent.consent_acts import ConsentActs
from ui.consent.matrix_rows import matrix_rows
from ui.consent.withdraw_button import withdraw_button
from ui.keeping.closed import Closed
from ui.paper.paper_keys import listen
from ui.paper.paper_view import PaperView
from ui.paper.save_act import ask_where
from ui.roundtable.blocked import employer_row
from ui.roundtable.left_out import withheld
from ui.roundtable.plan_cards import PlanCards
from ui.roundtable.preview import Preview
from ui.roundtable.roundtable_acts import RoundtableActs
from ui.roundtable.show_room import ShowRoom
from ui.roundtable.sides import Sides
from ui.roundtable.state import state_look


class OneRoundtable(QWidget):
    """Shows one roundtable; `back` asks for the list, `opened` for another roundtable."""

    back = Signal()
    opened = Signal(object)  # RoundtableId

    def __init__(self, desk: Desk, page: Page) -> None:
        super().__init__()
        self._desk, self._page = desk, page
        self._sheet: RoundtableSheet | None = None
        self.acts = RoundtableActs(desk, page, self.opened.emit)
        self._consents = ConsentActs(desk, page, lambda found: desk.go("followups", found))
        self.cards, self.preview = PlanCards(desk, page), Preview(desk)
        self.header = PageHeader("", back=self.back.emit)
        self._state = Badge("")
        self._withdraw = withdraw_button()
        self._held_back = Notice(Tone.WARN, "", icon="eye-off")
        self._notice = Notice(Tone.ACCENT, "")
        self._restricted = Notice(Tone.WARN, "", icon="lock")
        self._restriction: Restriction | None = None
        self._build()
        self._closed = Closed((self._finalise, self._new, self._remove))
        self._connect()

    @property
    def sheet(self) -> RoundtableSheet | None:
        """What is shown."""
        return self._sheet

    def show_roundtable(self, roundtable_id: RoundtableId) -> None:
        """Read the roundtable and show it; raise `NotFound` when it is gone."""
        services = self._desk.services
        sheet = services.roundtable.roundtable(roundtable_id)
        followup = services.followup.followup(sheet.row.followup_id)
        today = services.today.day()
        self._sheet, self._restriction = sheet, followup.restriction
        self._show_restriction()
        self._show_head(sheet.row)
        self._withdraw.setVisible(sheet.consent_live)
        self._show_held_back(sheet)
        rows = matrix_rows(followup.parties, followup.cells, today)
        row = employer_row(rows, sheet.employer_id)
        self.cards.remember(sheet, followup.citizen_id)
        self.cards.show_sheet(sheet, row, today)
        self.preview.show_sheet(sheet)
        if self.sides.other is not None:
            self.sides.other.show_sheet(sheet)

    def save_pdf(self) -> None:
        """Ask where, then save the paper that is shown."""
        if self._save.button.isEnabled():
            protected = self.preview.protect.isChecked()
            ask_where(self._desk, self, self.preview.save_into, protected=protected)

    def show_at_table(self, preview: Preview) -> None:
        """Let those at the table see the very paper of this preview, and nothing else."""
        prepared = preview.prepared
        if prepared is None:
            if preview.reason():
                show_error(self, Refused(preview.reason()))
            return  # it is being made
        try:
            pdf = self._desk.services.export.show(prepared)
        except FastholdError as error:
            show_error(self, error)
        else:
            self._desk.room(ShowRoom(pdf))

    def correct(self) -> None:
        """Correct the roundtable's own words."""
        self._with_sheet(self.acts.correct)

    def _show_head(self, row: RoundtableRow) -> None:
        day = long_day(row.day)
        if row.at is not None:
            day = _("{day} at {time}").format(day=day, time=clock_time(row.at))
        parts = (row.citizen, day, row.employer, row.place)
        self.header.set_subtitle(" · ".join(part for part in parts if part))
        look = state_look(row.status)
        words = _("{state}, version {number}").format(state=look.text, number=row.version)
        self._state.show_look(BadgeLook(words, look.tone, look.icon))
        draft, final = (
            row.status is RoundtableStatus.DRAFT,
            row.status is RoundtableStatus.FINAL,
        )
        self._finalise.setVisible(draft)
        ahead = row.day > self._desk.services.today.day()
        self._finalise.set_stopped(_("It has not been held yet.") if ahead else None)
        self._new.setVisible(final)
        self._remove.setVisible(not final)
        self._show_notice(row.status)
        self._show_save()

    def _show_notice(self, status: RoundtableStatus) -> None:
        self._notice.setVisible(status is not RoundtableStatus.DRAFT)
        if status is RoundtableStatus.FINAL:
            self._notice.set_tone(Tone.OK, "lock")
            self._notice.set_words(
                _("This version is final."), _("Make a new version to correct it.")
            )
        else:
            self._notice.set_tone(Tone.DANGER)
            self._notice.set_words(
                _("This roundtable stopped when its consent fell."),
                _("It can be read or removed. With a new consent, plan a new roundtable."),
            )

    def _show_held_back(self, sheet: RoundtableSheet) -> None:
        """Say what the citizen wants kept from the employer: no field of the plan knows it."""
        self._held_back.setVisible(bool(sheet.hold_back))
        what = _("The citizen wants this held back from {employer}.")
        self._held_back.set_words(
            what.format(employer=sheet.row.employer), " ".join(sheet.hold_back)
        )

    def _show_restriction(self) -> None:
        """Say that the person is restricted, and close what would change something."""
        self._closed.open()
        self._restricted.setVisible(self._restriction is not None)
        if self._restriction is not None:
            what, why = restricted_line(self._restriction), restricted_reason(self._restriction)
            self._restricted.set_words(what, why)
            self._closed.close(closed_by_restriction())

    def _withdraw_all(self, sheet: RoundtableSheet) -> None:
        self._consents.withdraw_all(sheet.row.followup_id)

    def _show_save(self) -> None:
        why = self._why_not_saved()
        self._save.set_stopped(why)
        self.preview.set_print_stopped(why)
        self.preview.protect.setVisible(why is None)

    def _why_not_saved(self) -> str | None:
        """Return why the sheet that is shown does not leave, if it does not."""
        sheet = self._sheet
        if self._restriction is not None:
            return closed_by_restriction()
        if sheet is None or sheet.row.status is RoundtableStatus.DRAFT:
            return _("Finalise it first.")
        if sheet.row.status is RoundtableStatus.STOPPED:
            return _("It has stopped.")
        if self.sides.is_compared():
            # i18n: Danish: »Der vises to ark. Vis ét for at gemme det.«
            return _("Two sheets are shown. Show one to save it.")
        if self.preview.reader is Reader.OWN:
            # i18n: Danish: »Din egen sag bliver i Fasthold.«
            return _("Your own file stays in Fasthold.")
        if self.preview.prepared is None:
            none, coming = _("There is no paper to save."), _("The paper is being made.")
            return none if self.preview.reason() else coming
        return None

    def _build(self) -> None:
        self._finalise = Stopped(_button(_("Finalise"), "lock", "finalise"))
        self._new = _button(_("New version"), "files", "new_version")
        self._remove = IconButton("trash-2", _("Remove this roundtable"), kind=Kind.SECONDARY)
        self._remove.setObjectName("remove_roundtable")
        save = Button(_("Save PDF"), Kind.PRIMARY, icon="file-text", keys="Ctrl+P")
        save.setObjectName("save")
        self._save = Stopped(save)
        self.header.set_title(_("Roundtable"))
        self.header.add_beside(self._state)
        for button in (self._remove, self._withdraw, self._new, self._finalise, self._save):
            self.header.add_action(button)
        self.sides = Sides(self.preview, self._make_other, self._page.area)
        for card in self.cards.widgets():
            self.sides.left.addWidget(card)
        self.sides.left.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.header)
        see = Button(_("Open the follow-up"), size=Size.COMPACT, pressed=self._see_consent)
        see.setObjectName("see_restricted")
        self._restricted.set_acts([see])
        column.addWidget(self._restricted)
        column.addWidget(self._notice)
        column.addWidget(self._held_back)
        column.addWidget(self.sides, 1)

    def _connect(self) -> None:
        self.cards.correct_requested.connect(self.correct)
        self.cards.calendar_requested.connect(lambda: self._with_sheet(self.acts.save_calendar))
        self._finalise.button.clicked.connect(lambda: self._with_sheet(self.acts.ask_to_finalise))
        self._new.clicked.connect(lambda: self._with_sheet(self.acts.new_version))
        self._remove.clicked.connect(lambda: self._with_sheet(self.acts.ask_to_remove))
        self._save.button.clicked.connect(self.save_pdf)
        self._withdraw.clicked.connect(lambda: self._with_sheet(self._withdraw_all))
        self.cards.ask_requested.connect(lambda: self._ask_consent(Reader.EMPLOYER))
        self.cards.see_requested.connect(self._see_consent)
        self._connect_preview(self.preview)
        self.preview.prepared_changed.connect(self._show_save)
        self.sides.compared.connect(lambda _on: self._show_save())
        listen(self, self._paper_in_hand)
        QShortcut(QKeySequence("F11"), self).activated.connect(
            lambda: self.show_at_table(self.preview)
        )
        type_a_line = QShortcut(QKeySequence("Alt+L"), self)
        type_a_line.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        type_a_line.activated.connect(self.cards.remarks.capture.line.setFocus)

    def _paper_in_hand(self) -> PaperView:
        """Return the paper the keyboard is on, of two; else the first."""
        other = self.sides.other
        if other is not None and other.isAncestorOf(QApplication.focusWidget() or self):
            return other.view
        return self.preview.view

    def _make_other(self) -> Preview:
        """Return the preview of a second reader."""
        other = Preview(self._desk, Reader.CITIZEN, name="other_")
        other.set_print_stopped(_("Two sheets are shown. Show one to save it."))
        self._connect_preview(other)
        if self._sheet is not None:
            other.show_sheet(self._sheet)
        return other

    def _connect_preview(self, preview: Preview) -> None:
        preview.ask_requested.connect(lambda: self._ask_consent(preview.reader))
        preview.followup_requested.connect(self._see_consent)
        preview.settings_requested.connect(lambda: self._desk.go("settings", "write_details"))
        preview.compare_requested.connect(self._on_compare_requested)
        preview.show_requested.connect(lambda: self.show_at_table(preview))

    def _with_sheet(self, act: Callable[[RoundtableSheet], object]) -> None:
        if self._sheet is not None:
            act(self._sheet)

    def _on_compare_requested(self) -> None:
        self.sides.compare(compared=not self.sides.is_compared())

    def _ask_consent(self, reader: Reader) -> None:
        """Ask for what the plan holds and this reader may not read yet."""
        sheet = self._sheet
        if sheet is None:
            return
        doctor = reader is Reader.DOCTOR
        party, way = (
            (sheet.doctor_id, Direction.FEEDBACK)
            if doctor
            else (sheet.employer_id, Direction.PASS_ON)
        )
        draft = GrantDraft(
            party_id=party.hex if party else "",
            direction=way.value,
            information=tuple(kind.value for kind in withheld(sheet, reader).kinds),
        )
        self._consents.grant(sheet.row.followup_id, draft)

    def _see_consent(self) -> None:
        if self._sheet is not None:
            self._desk.go("followups", self._sheet.row.followup_id)


def _button(words: str, icon: str, name: str) -> Button:
    button = Button(words, icon=icon)
    button.setObjectName(name)
    return button
