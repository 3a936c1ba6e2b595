"""What nobody should type, typed into every form: said beside the field, kept, not saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from sqlalchemy import text

from app.bootstrap import open_services
from app.changes import Topic
from app.domain.problem import FastholdError, Refused
from app.domain.typed import NOTE_LIMIT
from tests.builders import (
    closed_draft,
    doctor_draft,
    flag_draft,
    practice_draft,
    sender_draft,
    visit_draft,
)
from tests.clock import Clock
from tests.followups import held, with_employer
from tests.journeys.explorer import Stage, opened_since, press, scenes, settle
from tests.journeys.pseudo import everything_in
from tests.windows import find
from tests.workspaces import DEK, TODAY, made_database
from ui.common.day_field import DayField
from ui.common.dialog import Dialog
from ui.common.discard import discard
from ui.common.field import Field
from ui.common.form_dialog import FormDialog
from ui.common.note_field import NoteField
from ui.common.number_field import NumberField, TimeField
from ui.common.text_field import TextField
from ui.common.theme import Theme

# page, which of its scenes (the page alone, then one thing after the other), button
FORMS = (
    ("practices", 0, "add_practice"),
    ("practices", 1, "correct_practice"),
    ("practices", 1, "add_doctor"),
    ("practices", 1, "add_closed"),
    ("visits", 0, "plan_visit_by_hand"),
    ("visits", 1, "other_day"),
    ("visits", 1, "miss_visit"),
    ("flags", 0, "raise_flag"),
    ("flags", 1, "correct_flag"),
    ("followups", 0, "record_relayed"),
    ("followups", 0, "begin"),
    ("followups", 0, "ask_code"),
    ("followups", 1, "correct_followup"),
    ("followups", 1, "add_party"),
    ("followups", 1, "grant"),
    ("followups", 1, "log_contact"),
    ("followups", 1, "end_followup"),
    ("followups", 1, "erase_followup"),
    ("roundtables", 1, "correct_roundtable"),
    ("roundtables", 1, "add_participant"),
    ("roundtables", 1, "add_agreement"),
    ("roundtables", 1, "add_step"),
    ("roundtables", 1, "add_action"),
    ("today", 0, "add_task"),
)
BLANK = ("", "   ", "\u200b\u200d\ufeff", "\x00\x00")
ODD = {
    "a NUL in the middle": "før\x00efter",
    "emoji": "👩‍👩‍👧 🇩🇰 👍🏽",
    "right-to-left marks": "\u202egnirps\u202c \u2067נסיון\u2069",
    "half a sign": "halv \ud83d",
    "markup": "<b>fed</b> </para> &amp; [[x]]",
    "SQL": "'); DROP TABLE flag; --",
}
IMPOSSIBLE: dict[type[Field], tuple[str, ...]] = {
    DayField: ("31-02-2026", "2026-13-01", "0/0", "1/1/0000", "uge 54", "9999-01-01"),
    TimeField: ("25:61", "25:00", "12.60", "-1", "middag"),
    NumberField: ("-1", "999", "seks", "1e3", "½"),
}
KEPT_OUT = "\x00\u202e\u2067\u200b"


class Rehearsed(Refused):
    """It would have been saved; here it is taken back."""


@dataclass
class Rehearsal:
    """A form whose saves are real up to the last moment, and are then taken back."""

    stage: Stage
    dialog: FormDialog[object]
    saved: bool = False
    written: str = ""

    def save(self) -> None:
        """Press save."""
        self.saved, self.written = False, ""
        act, self.dialog._submit = self.dialog._submit, partial(self._try, self.dialog._submit)
        try:
            self.dialog.accept()
        finally:
            self.dialog._submit = act
        told = [field.problem() for field in self.dialog.form._fields.values()]
        assert any(told) or self.dialog._notice.isVisible(), "refused without a word"

    def fields(self, *kinds: type[Field]) -> list[Field]:
        """Return the fields of exactly these kinds that can be typed into."""
        found = self.dialog.form._fields.values()
        return [one for one in found if type(one) in kinds and one.editor().isVisible()]

    def _try(self, act: Callable[[object], object], draft: object) -> object:
        services = self.stage.services
        with services.vault.write(Topic.SETTINGS) as session:
            count = text("SELECT total_changes()")
            before = session.execute(count).scalar_one()
            try:
                act(draft)
                session.flush()
            except FastholdError:
                assert session.execute(count).scalar_one() == before, "half saved"
                raise
            self.saved, self.written = True, "\n".join(everything_in(services))
            raise Rehearsed("taken back")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file with one of each thing."""
    path = made_database(tmp_path_factory.mktemp("prepared"))
    clock = Clock(TODAY)
    services = open_services(path, DEK, today=clock.today, now=clock.now)
    services.settings.save_sender(sender_draft())
    practice = services.practice.add_practice(practice_draft())
    services.practice.add_doctor(practice, doctor_draft())
    services.practice.add_closed(practice, closed_draft())
    services.visit.plan_visit(visit_draft(practice, "14/9/2026"))
    services.flag.raise_flag(practice, None, flag_draft())
    held(services, with_employer(services, "function"))
    services.vault.close()
    return path.read_bytes()


@pytest.fixture
def stage(prepared: bytes, tmp_path: Path, clock: Clock, theme: Theme) -> Iterator[Stage]:
    path = tmp_path / "prepared.fasthold"
    path.write_bytes(prepared)
    stage = Stage(path, DEK, clock)
    yield stage
    stage.close()


@pytest.fixture(params=FORMS, ids=lambda form: f"{form[0]}-{form[2]}")
def form(request: pytest.FixtureRequest, stage: Stage) -> Iterator[Rehearsal]:
    """Each form in turn, opened from its page by its button."""
    page, number, button = request.param
    with shown(stage, page, number) as window:
        before = set(QApplication.topLevelWidgets())
        press(find(window, QAbstractButton, button))
        (dialog,) = opened_since(before)
        assert isinstance(dialog, FormDialog)
        yield Rehearsal(stage, dialog)
        dialog.throw_away()


@contextmanager
def shown(stage: Stage, page: str, number: int) -> Iterator[QWidget]:
    """A page, by itself or with the one thing there is to show on it."""
    window = list(scenes(stage, page))[number].make(stage.desk())
    window.show()
    window.activateWindow()
    settle()
    yield window
    discard(window)
    settle()


def test_bad_input(form: Rehearsal) -> None:
    assert not list(wrong_with_blanks(form))
    assert not list(impossible_things_taken(form))
    assert not list(harm_done_by_odd_signs(form))
    assert not list(books_taken(form))


@pytest.mark.parametrize(
    ("save", "field", "bad"),
    [
        ("save_sender", "name", "   "),
        ("save_sender", "phone", "ring bare"),
        ("save_sender", "email", "kim@"),
        ("save_lock_minutes", "lock_minutes", "-1"),
        ("save_lock_minutes", "lock_minutes", "16"),
        ("save_lock_minutes", "lock_minutes_in_visit", "999"),
        ("save_plan_times", "travel", "181"),
        ("save_plan_times", "roundtable", "to timer"),
    ],
)
def test_bad_settings(stage: Stage, save: str, field: str, bad: str) -> None:
    with shown(stage, "settings", 0) as page:
        typed = next(one for one in page.findChildren(Field) if one.editor().objectName() == field)
        typed.set_value(bad)
        press(find(page, QAbstractButton, save))
        assert typed.problem()
        assert typed.value() == bad
        assert not stage.changed()


def test_a_practice_is_not_removed_while_it_is_visited(stage: Stage) -> None:
    with shown(stage, "practices", 1) as page:
        services = stage.services
        services.visit.start_visit(services.visit.list_visits()[0].id)
        before = services.practice.list_practices()
        press(find(page, QAbstractButton, "remove_practice"))
        press(find(page, QAbstractButton, "confirm"))
        settle()
        (said,) = [one for one in page.findChildren(Dialog) if one.isVisible()]
        assert "visit" in " ".join(label.text() for label in said.findChildren(QLabel))
        said.accept()
        assert services.practice.list_practices() == before


def wrong_with_blanks(form: Rehearsal) -> Iterator[str]:
    """Spaces, signs nobody sees and NUL are nothing; what must be there is asked for."""
    told = []
    for blank in BLANK:
        for field in form.fields(TextField, NoteField):
            field.set_value(blank)
        form.save()
        told.append({name: field.problem() for name, field in form.dialog.form._fields.items()})
        if told[-1] != told[0]:
            yield f"{blank!r} is told {told[-1]}, nothing at all {told[0]}"


def impossible_things_taken(form: Rehearsal) -> Iterator[str]:
    """Each is refused where it stands, and stays to be corrected."""
    for kind, values in IMPOSSIBLE.items():
        for field in form.fields(kind):
            before = field.value()
            for value in values:
                field.set_value(value)
                form.save()
                if form.saved or not field.problem() or field.value() != value:
                    yield f"{field.editor().objectName()} takes {value}"
            field.set_value(before)


def harm_done_by_odd_signs(form: Rehearsal) -> Iterator[str]:
    """They are refused with a sentence, or kept without what does harm."""
    for odd, value in ODD.items():
        typed = {}
        for field in form.fields(TextField, NoteField):
            field.set_value(value)
            typed[field] = field.value()
        form.save()
        if {field: field.value() for field in typed} != typed:
            yield f"{odd}: what was typed does not stay"
        if set(KEPT_OUT) & set(form.written):
            yield f"{odd}: kept in the file"


def books_taken(form: Rehearsal) -> Iterator[str]:
    """It is cut before it is laid out, and that is said; what is left is still too long, mostly."""
    for field in form.fields(TextField, NoteField):
        paste(field, "meget langt " * 9_000)
        typed, told = field.value(), field.told()
        form.save()
        if len(str(typed)) > NOTE_LIMIT or field.value() != typed:
            yield f"{field.editor().objectName()} is not cut once and for all"
        if not told and not field.problem():
            yield f"{field.editor().objectName()} takes a book"
        field.set_value("")


def paste(field: Field, words: str) -> None:
    QGuiApplication.clipboard().setText(words)
    editor = field.editor()
    assert isinstance(editor, QLineEdit | QPlainTextEdit)
    editor.selectAll()
    editor.paste()
    QGuiApplication.clipboard().clear()
