"""How a yes is given, in every form that records one: what is said, who hears it, what is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.clean import clean_line
from app.domain.consent import FORM_LABELS
from app.domain.giving import has_original
from app.domain.language import _
from app.domain.typed import Unreadable, read_day
from app.domain.wording import Wording
from ui.common.check import CheckField
from ui.common.dated_dialog import Day
from ui.common.day_field import DayField
from ui.common.desk import Desk
from ui.common.field import as_text
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.segments import SegmentField
from ui.common.text import Text
from ui.common.text_field import TextField
from ui.common.tokens import Token

Said = Callable[[date], Wording]


class SaidWords(QWidget):
    """The text to say or read aloud: the very one that is stored with the yes and printed."""

    def __init__(self, said: Said, today: Day) -> None:
        super().__init__()
        self._said, self._today = said, today
        self._shown: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(Text(_("Say this, or read it aloud"), Role.LABEL))
        self._lines = [Text("", Role.SECONDARY, tone=Token.INK, wrap=True) for _line in range(3)]
        for place, line in enumerate(self._lines):
            line.setObjectName(f"said_{place}")
            self._column.addWidget(line)

    def show_day(self, given_on: str, received_by: str) -> None:
        """Show what is said on the day typed, by whoever is typed."""
        try:
            day = read_day(given_on, self._today())
        except Unreadable:
            day = self._today()
        # i18n: Danish: »Ring, skriv eller sig det til os« – nobody's name is typed yet
        told = self._said(day).texts.told(clean_line(received_by) or _("us"))
        if told != self._shown:
            self._shown = told
            for line, words in zip(self._lines, told, strict=True):
                line.setText(words)


def add_form_of_yes(form: Form, today: Day, said: Said) -> None:
    """Add when and how a yes was given, who heard it and where, where the original lies if there is
    one, and what the citizen was told."""
    form.add("given_on", _("Given on"), DayField(today))
    forms = tuple((code.value, _(label)) for code, label in FORM_LABELS.items())
    form.add("form", _("How it was given"), SegmentField(forms))
    form.add(
        "original_at",
        _("Where the original lies"),
        TextField(placeholder=_("For example: the case file, or the cabinet")),
    )
    form.ask_if("original_at", "form", has_original)
    form.add("received_by", _("Who received it"), TextField())
    form.add(
        "received_place",
        _("Where"),
        TextField(placeholder=_("For example: by phone, or at the practice")),
    )
    words = SaidWords(said, today)
    form.add_widget(words)
    form.add(
        "told_voluntary",
        "",
        CheckField(_("I have said that it is voluntary and can be withdrawn at any time")),
    )
    form.add("told", _("What else was said about it, if anything"), TextField())
    form.changed.connect(lambda: _show(form, words))


def receiver_of(desk: Desk) -> str:
    """Return who receives a consent unless another name is typed: whose file it is."""
    sender = desk.services.settings.sender()
    return sender.name if sender else ""


def show_said(form: Form) -> None:
    """Show the text that fits what the form holds already."""
    for words in form.findChildren(SaidWords):
        _show(form, words)


def _show(form: Form, words: SaidWords) -> None:
    words.show_day(
        as_text(form.field("given_on").value()), as_text(form.field("received_by").value())
    )
