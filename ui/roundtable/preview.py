"""What the employer will read: the very paper, made anew after each change."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.consent import INFORMATION_LABELS, LEFT_OUT_LABELS, Information
from app.domain.language import _, language, ngettext
from app.domain.paper import Prepared
from app.domain.problem import FastholdError
from app.domain.roundtable import RoundtableId, RoundtableSheet
from app.domain.words import joined
from ui.common.badge import Badge, BadgeLook
from ui.common.button import Button, IconButton, Size
from ui.common.card import Rule
from ui.common.desk import Desk
from ui.common.errors import show_error
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.notice import Notice
from ui.common.paint import CARD_RADIUS, draw_box, draw_hatch
from ui.common.segments import Segments, name_parts
from ui.common.text import ShortText, Text
from ui.common.tokens import Token, Tone
from ui.paper.paper_view import PaperView
from ui.paper.saved import saved_words
from ui.roundtable.blocked import left_out

REST = 250  # ms; several changes in a row make one paper


class Preview(QWidget):
    """The employer's sheet as the consent lets it be today, or why there is none."""

    ask_requested = Signal()
    settings_requested = Signal()
    followup_requested = Signal()
    prepared_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: RoundtableId | None = None
        self._turn = 0
        self.prepared: Prepared | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._prepare)
        spoken = (("da", _("Dansk")), ("en", _("English")))  # each is named in itself
        self._spoken = Segments(spoken, size=Size.COMPACT, name=_("Language of the paper"))
        name_parts("language", _("Language of the paper"), self._spoken.parts())
        self._spoken.set_value("en" if language() == "en" else "da")
        self._spoken.chosen.connect(lambda _code: self._rest.start())
        self._banner = _Banner()
        self._withheld = _Withheld()
        self._refusal = Notice(Tone.DANGER, "")
        self._view = PaperView(whole=True)
        self._build()

    def show_sheet(self, sheet: RoundtableSheet) -> None:
        """Show what the employer of `sheet` may read."""
        if self._shown != sheet.row.id:
            self._forget()
        self._shown = sheet.row.id
        self._banner.show_sheet(sheet)
        self._withheld.show_kinds(left_out(sheet) if sheet.employer_may_see else ())
        self._rest.start()

    def set_whole(self, *, whole: bool) -> None:
        """Show all of the paper, or let it scroll in the room there is."""
        self._view.set_whole(whole=whole)

    def reason(self) -> str:
        """Return why there is no paper, or nothing."""
        return "" if self._instead.isHidden() else self._refusal.accessibleName()

    def save_into(self, folder: Path) -> None:
        """Save the very bytes shown; say where, or why not."""
        if self.prepared is None:
            return
        try:
            place = self._desk.services.export.save(self.prepared, folder)
        except FastholdError as error:
            show_error(self, error)
            self._rest.start()
        else:
            self._desk.message.say(saved_words(place))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rest.start()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self.rect(), Token.SURFACE, Token.LINE, radius=CARD_RADIUS)
        painter.end()

    def _build(self) -> None:
        self._instead = QWidget()
        instead = QVBoxLayout(self._instead)
        instead.setContentsMargins(16, 16, 16, 16)
        instead.addWidget(self._refusal)
        instead.addStretch(1)
        self._instead.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(Rule())
        column.addWidget(self._banner)
        column.addWidget(self._withheld)
        column.addWidget(self._instead, 1)
        column.addWidget(self._view, 1)
        self.setAccessibleName(_("What the employer will read"))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(ShortText(_("The employer's sheet"), Role.ROW_TITLE), 1)
        row.addWidget(self._spoken)
        row.addWidget(IconButton("zoom-out", _("Smaller"), pressed=self._view.zoom_out))
        row.addWidget(IconButton("zoom-in", _("Larger"), pressed=self._view.zoom_in))
        row.addWidget(IconButton("move-horizontal", _("Fit width"), pressed=self._view.fit_width))
        return row

    def _forget(self) -> None:
        self._turn += 1
        self.prepared = None
        self._view.clear()
        self._show_paper(shown=True)

    def _prepare(self) -> None:
        shown, spoken = self._shown, self._spoken.value()
        if shown is None or not self.isVisible():
            return
        self._turn += 1
        turn = self._turn
        export = self._desk.services.export
        self._desk.tasks.run(
            lambda: export.prepare_employer_sheet(shown, spoken),
            owner=self,
            done=lambda prepared: self._on_ready(turn, prepared),
            failed=lambda error: self._on_refused(turn, error),
        )

    def _on_ready(self, turn: int, prepared: Prepared) -> None:
        if turn != self._turn:
            return
        self.prepared = prepared
        self._show_paper(shown=True)
        self._view.show_pdf(prepared.pdf)
        self.prepared_changed.emit()

    def _on_refused(self, turn: int, error: BaseException) -> None:
        if turn != self._turn:
            return
        if not isinstance(error, FastholdError):
            show_error(self, error)
            return
        self.prepared = None
        self._view.clear()
        self._refusal.set_words(_("There is no paper for the employer."), str(error))
        self._refusal.set_acts(self._way_out())
        self._show_paper(shown=False)
        self.prepared_changed.emit()

    def _show_paper(self, *, shown: bool) -> None:
        self._view.setVisible(shown)
        self._instead.setVisible(not shown)

    def _way_out(self) -> list[Button]:
        """Return the one button that lifts what stands in the way, if a button can."""
        if self._desk.services.settings.sender() is None:
            return [_act(_("Write my details"), "user-round", self.settings_requested, "settings")]
        if self._banner.employer is None:
            return []  # which of several is meant is said by who is seated, beside this
        if not self._banner.employer:
            words = _("Open the follow-up")
            return [_act(words, "route", self.followup_requested, "open_followup")]
        if not self._banner.covered:
            words = _("Ask for consent")
            return [_act(words, "handshake", self.ask_requested, "ask_employer_consent")]
        return []


class _Banner(QWidget):
    """»The employer sees only what the consent covers«, and what that is today."""

    def __init__(self) -> None:
        super().__init__()
        self.employer: str | None = ""  # None while several could be meant
        self.covered = False
        # i18n: Danish: »Arbejdsgiver ser kun det, samtykket dækker«
        what = ShortText(_("The employer sees only what the consent covers"), Role.ROW_TITLE)
        self._with = Text("", Role.SECONDARY, tone=Token.INK2, wrap=True)
        self._count = Badge("", Tone.DANGER, "eye-off")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(IconLabel("shield-check", Token.ACCENT, 20))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(what)
        words.addWidget(self._with)
        words.addStretch(1)
        row.addLayout(words, 1)
        row.addWidget(self._count)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_sheet(self, sheet: RoundtableSheet) -> None:
        """Say what is in, and how many fields are left out."""
        unclear = sheet.employers > 1 and sheet.employer_id is None
        self.employer = None if unclear else sheet.row.employer
        self.covered = bool(sheet.employer_may_see)
        seen = [kind for kind in Information if kind in sheet.employer_may_see]
        kinds = joined([_(INFORMATION_LABELS[kind]).lower() for kind in seen])
        self._with.setText(
            # i18n: Danish: »Med: funktion, skånehensyn, timer og ordninger«
            _("With: {kinds}").format(kinds=kinds) if seen else _("With: nothing yet")
        )
        count = len(left_out(sheet))
        # i18n: Danish: »1 felt udeladt«
        words = ngettext("{n} field left out", "{n} fields left out", count).format(n=count)
        self._count.show_look(BadgeLook(words, Tone.DANGER, "eye-off"))
        self._count.setVisible(bool(count))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self.rect(), Token.ACCENT_SOFT, None, radius=0)
        painter.end()


class _Withheld(QWidget):
    """A hatched box that names what is left out. It is only here, never on the paper."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Text("", Role.SECONDARY_STRONG, tone=Tone.DANGER, wrap=True)
        # i18n: Danish: »Vises kun her. I PDF’en er der intet tomt felt.«
        where = Text(_("Shown only here. The paper has no gap for it."), Role.CAPTION, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 18, 28, 18)
        row.setSpacing(12)
        row.addWidget(IconLabel("eye-off", Token.DANGER, 18))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._words)
        words.addWidget(where)
        row.addLayout(words, 1)
        self.setVisible(False)

    def show_kinds(self, kinds: Sequence[Information]) -> None:
        """Name what is left out, or hide."""
        names = joined([_(LEFT_OUT_LABELS[kind]).lower() for kind in kinds])
        # i18n: Danish: »Udeladt: Forventet varighed«
        self._words.setText(_("Left out: {kinds}").format(kinds=names))
        self.setVisible(bool(kinds))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = self.rect().adjusted(16, 8, -16, -8)
        draw_hatch(painter, box, Token.DANGER_SOFT)
        draw_box(painter, box, None, Token.DANGER_LINE, dashed=True)
        painter.end()


def _act(words: str, icon: str, signal: SignalInstance, name: str) -> Button:
    button = Button(words, icon=icon, size=Size.COMPACT)
    button.setObjectName(name)
    button.clicked.connect(signal)
    return button
