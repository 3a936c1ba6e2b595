"""Saving the calendar files of a planned roundtable: for whom, and why some may not have one."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.calendar_file import CalendarKind, MeetingChoice, entry_title
from app.domain.language import _, in_language, language
from app.domain.problem import FastholdError
from app.domain.roundtable import RoundtableId
from app.domain.words import joined, quoted
from ui.common.button import Button, Kind
from ui.common.check import CheckBox
from ui.common.choose_file import choose_folder
from ui.common.desk import Desk
from ui.common.dialog import Dialog
from ui.common.fonts import Role
from ui.common.notice import Notice
from ui.common.segments import Segments
from ui.common.stopped import Stopped
from ui.common.text import Text
from ui.common.tokens import Tone

_INDENT = 28


class MeetingDialog(Dialog):
    """Lists the participants; a file is saved for each that is ticked."""

    def __init__(self, desk: Desk, parent: QWidget, roundtable_id: RoundtableId) -> None:
        super().__init__(_("Calendar files for the participants"), parent)
        self._desk, self._id = desk, roundtable_id
        self._choices = desk.services.meeting_file.choices(roundtable_id)
        self._boxes: dict[UUID, CheckBox] = {}
        self._says = Text("", Role.BODY, wrap=True)
        self._trouble = Notice(Tone.DANGER, "")
        self._trouble.setVisible(False)
        spoken = (("da", _("Dansk")), ("en", _("English")))  # each is named in itself
        self._spoken = Segments(spoken, name=_("Language of the file"))
        self._spoken.setObjectName("language")
        self._build()
        self._show()

    def chosen(self) -> list[UUID]:
        """Return the participants that are ticked."""
        return [part for part, box in self._boxes.items() if box.isEnabled() and box.isChecked()]

    def save_into(self, folder: Path) -> None:
        """Save the files of those ticked; say how many, and of whom not and why."""
        service, code = self._desk.services.meeting_file, self._spoken.value()
        saved: list[str] = []
        refused: list[str] = []
        for part in self.chosen():
            try:
                saved.append(service.save(self._id, part, code, folder).name)
            except FastholdError as error:
                refused.append(str(error))
        if saved:
            words = _("Saved {files} in {folder}.").format(files=joined(saved), folder=folder)
            self._desk.message.say(words)
        if refused:
            self._trouble.set_words(_("Not saved."), " ".join(dict.fromkeys(refused)))
            self._trouble.setVisible(True)
        else:
            self.accept()

    def _build(self) -> None:
        self._spoken.set_value("en" if language() == "en" else "da")
        self._spoken.chosen.connect(lambda _code: self._show())
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._says)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Text(_("Language of the file"), Role.LABEL))
        line.addWidget(self._spoken)
        line.addStretch(1)
        self.body.addLayout(line)
        for choice in self._choices:
            self._add(choice)
        self.body.addStretch(1)
        cancel = self.add_button(Button(_("Cancel"), keys="Esc", pressed=self.reject))
        cancel.setObjectName("cancel")
        words = _("Save calendar files")
        save = Button(words, Kind.PRIMARY, icon="calendar-days", keys="Ctrl+Enter")
        save.setObjectName("save")
        save.clicked.connect(self._on_save_clicked)
        self._save = Stopped(save)
        self._buttons.addWidget(self._save)

    def _add(self, choice: MeetingChoice) -> None:
        box = CheckBox(choice.name)
        box.setObjectName(f"part_{choice.part_id.hex}")
        box.setChecked(not choice.reason)
        box.setEnabled(not choice.reason)
        box.setAccessibleDescription(choice.reason)
        box.toggled.connect(lambda _on: self._show())
        self._boxes[choice.part_id] = box
        self.body.addWidget(box)
        if choice.reason:
            reason = Text(choice.reason, Role.SECONDARY, wrap=True)
            reason.setContentsMargins(_INDENT, 0, 0, 0)
            self.body.addWidget(reason)

    def _show(self) -> None:
        with in_language(self._spoken.value()):
            title = entry_title(CalendarKind.MEETING)
        # i18n: Danish: »Hver fil hedder ... og har kun dag og tid.«
        says = _(
            "Each file holds one entry called {title}, with its day and time. It names nobody, no"
            " place and no reason. That it was handed over is noted."
        )
        self._says.setText(says.format(title=quoted(title)))
        self._save.set_stopped(None if self.chosen() else _("Tick at least one participant."))

    def _on_save_clicked(self) -> None:
        where = _("Where are the calendar files saved?")
        choose_folder(self, where, Path.home(), self.save_into)
