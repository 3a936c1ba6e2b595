"""Saving visits as a calendar file: which ones, in which language, and what the file will say."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.calendar_file import CalendarChoice, CalendarKind, entry_title
from app.domain.language import _, in_language, language
from app.domain.visit import VisitId
from app.domain.words import quoted, short_weekday_and_day, time_span
from ui.common.attempt import attempt
from ui.common.button import Button, Kind
from ui.common.check import CheckBox
from ui.common.choose_file import choose_folder
from ui.common.desk import Desk
from ui.common.dialog import Dialog
from ui.common.fonts import Role
from ui.common.segments import Segments
from ui.common.stopped import Stopped
from ui.common.text import Text
from ui.paper.saved import saved_words

_WIDTH = 640
_INDENT = 28


def open_calendar(desk: Desk, parent: QWidget, visit_id: VisitId | None = None) -> CalendarDialog:
    """Let the plan, or one visit, be saved as a calendar file."""
    dialog = CalendarDialog(desk, parent, visit_id)
    dialog.open()
    return dialog


class CalendarDialog(Dialog):
    """Shows what the file will hold, and saves that; cancellations go into a file of their own."""

    def __init__(self, desk: Desk, parent: QWidget, visit_id: VisitId | None = None) -> None:
        # i18n: Danish: »Gem som kalenderfil«
        super().__init__(_("Save as calendar file"), parent, width=_WIDTH)
        self._desk = desk
        found = desk.services.calendar_file.choices(visit_id)
        self._groups = [
            Group(kind, [choice for choice in found if choice.kind is kind])
            for kind in CalendarKind
            if any(choice.kind is kind for choice in found)
        ]
        self._says = Text("", Role.BODY, wrap=True)
        spoken = (("da", _("Dansk")), ("en", _("English")))  # each is named in itself
        self._spoken = Segments(spoken, name=_("Language of the file"))
        self._build()
        self._show()

    def chosen(self) -> set[UUID]:
        """Return the identifiers of what is ticked."""
        return {uid for group in self._groups for uid in group.chosen()}

    def save_into(self, folder: Path) -> None:
        """Save what is ticked in `folder`; say where, or why not."""
        service = self._desk.services.calendar_file
        places: list[Path] = []

        def save() -> None:
            prepared = service.prepare(self.chosen(), self._spoken.value())
            places.extend(service.save(prepared, folder))

        if attempt(self, save):
            self._desk.message.say(" ".join(saved_words(place) for place in places))
            self.accept()

    def _build(self) -> None:
        self._spoken.setObjectName("language")
        self._spoken.set_value("en" if language() == "en" else "da")
        self._spoken.chosen.connect(lambda _code: self._show())
        self.body.addWidget(self._says)
        self.body.addLayout(self._language_line())
        for group in self._groups:
            group.changed.connect(self._show)
            self.body.addWidget(group)
        if not self._groups:
            nothing = _("No visit is planned from today on, and none was cancelled.")
            self.body.addWidget(Text(nothing, Role.QUIET, wrap=True))
        self.body.addStretch(1)
        cancel = self.add_button(Button(_("Cancel"), keys="Esc", pressed=self.reject))
        cancel.setObjectName("cancel")
        # i18n: Danish: »Gem kalenderfil«
        words = _("Save calendar file")
        save = Button(words, Kind.PRIMARY, icon="calendar-days", keys="Ctrl+Enter")
        save.setObjectName("save")
        save.clicked.connect(self._on_save_clicked)
        self._save = Stopped(save)
        self._buttons.addWidget(self._save)
        if self._groups:
            save.setFocus()

    def _language_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Text(_("Language of the file"), Role.LABEL))
        line.addWidget(self._spoken)
        line.addStretch(1)
        return line

    def _show(self) -> None:
        with in_language(self._spoken.value()):
            title = entry_title()
        # i18n: Danish: »Hvert besøg hedder ... og har kun dag og tid.«
        says = _(
            "Each visit is called {title} and has its day and time. The file names no practice,"
            " no place and nobody."
        )
        self._says.setText(says.format(title=quoted(title)))
        nothing = _("Tick at least one visit.") if self._groups else _("There is nothing to save.")
        self._save.set_stopped(None if self.chosen() else nothing)

    def _on_save_clicked(self) -> None:
        choose_folder(self, _("Where is the calendar file saved?"), Path.home(), self.save_into)


class Group(QWidget):
    """What goes into one file, each visit with its box, and one box over all of them."""

    changed = Signal()

    def __init__(self, kind: CalendarKind, choices: Sequence[CalendarChoice]) -> None:
        super().__init__()
        self._boxes = [(choice.entry.uid, _box(choice)) for choice in choices]
        self._all = CheckBox(_group_words(kind, len(choices)))
        self._all.setObjectName(f"all_{kind.value}")
        self._all.setVisible(len(choices) > 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if kind is CalendarKind.CANCELLED:
            told = _("Cancelled visits are saved in a file of their own, to be opened as well.")
            column.addWidget(Text(told, Role.SECONDARY, wrap=True))
        column.addWidget(self._all)
        inner = QVBoxLayout()
        inner.setContentsMargins(_INDENT if len(choices) > 1 else 0, 0, 0, 0)
        inner.setSpacing(0)
        column.addLayout(inner)
        for _uid, box in self._boxes:
            inner.addWidget(box)
            box.toggled.connect(self._on_toggled)
        self._all.clicked.connect(lambda _on: self._on_all_clicked())
        self._on_toggled()

    def chosen(self) -> list[UUID]:
        """Return the identifiers of what is ticked."""
        return [uid for uid, box in self._boxes if box.isChecked()]

    def _on_toggled(self) -> None:
        self._all.setChecked(len(self.chosen()) == len(self._boxes))
        self.changed.emit()

    def _on_all_clicked(self) -> None:
        on = self._all.isChecked()
        for _uid, box in self._boxes:
            box.blockSignals(True)
            box.setChecked(on)
            box.blockSignals(False)
            box.update()
        self.changed.emit()


def _box(choice: CalendarChoice) -> CheckBox:
    box = CheckBox(_choice_words(choice))
    box.setObjectName(f"visit_{choice.entry.uid.hex}")
    # A calendar that was told of a cancellation need not hear of it twice.
    box.setChecked(choice.kind is CalendarKind.VISITS or not choice.again)
    return box


def _group_words(kind: CalendarKind, count: int) -> str:
    planned = kind is CalendarKind.VISITS
    # i18n: Danish: »Alle planlagte besøg ({n})«
    text = _("All planned visits ({n})") if planned else _("All cancelled visits ({n})")
    return text.format(n=count)


def _choice_words(choice: CalendarChoice) -> str:
    start = choice.entry.start
    day = short_weekday_and_day(start.date())
    words = _("{day} {year}, {time} · {practice}").format(
        day=day[:1].upper() + day[1:],
        year=start.year,
        time=time_span(start, choice.entry.minutes),
        practice=choice.practice or _("removed visit"),
    )
    if choice.kind is CalendarKind.CANCELLED and choice.again:
        return _("{visit} (saved before)").format(visit=words)
    return words
