"""Words that stand nowhere else: typed into every field, then looked for where none may be."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.journeys.person import Person
from ui.common.check import CheckField
from ui.common.chips import ChipsField
from ui.common.choice_field import ChoiceField
from ui.common.day_field import DayField
from ui.common.field import Field
from ui.common.guarded import GuardedLine, GuardedNote
from ui.common.note_field import NoteField
from ui.common.segments import SegmentField
from ui.common.text_field import TextField
from ui.followup.function_note import FunctionNote

DAY = "10.09.2026"
_SYLLABLES = [first + second for first in "bdfgjklmnprstv" for second in "aeiouy"]


def words() -> Iterator[str]:
    """Yield words that no guard takes for a name or a number, each as long as the others."""
    for two in product(_SYLLABLES, repeat=2):
        yield f"vuxa{''.join(two)}"


class Canary:
    """Types its words by hand, and remembers where each of them went."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self._words = words()
        self._secret: set[str] = set()
        self.typed: dict[str, str] = {}
        self.titles: set[str] = set()

    def word(self, place: str) -> str:
        """Return something not used before, to be typed at `place`."""
        word = next(self._words)
        if place.endswith("email"):
            word = f"{word}@kommune.example"
        elif place.endswith("phone"):
            word = f"00 00 00 {len(self.typed):02}"
        self.typed[word] = place
        return word

    def secret(self, word: str, place: str) -> None:
        """Look for `word` too, which is not kept as it is even in the file."""
        self._secret.add(word)
        self.typed[word] = place

    def make(self, button: str, **fixed: object) -> None:
        """Press `button`, fill in the form that opens, and save it."""
        self._person.press(button)
        self.fill(**fixed)
        self._person.save()

    def fill(self, **fixed: object) -> None:
        """Fill in every field in front: words where words go, something that fits elsewhere."""
        form = type(self._person.front()).__name__
        for field in self._person._seen(Field):
            name = field.editor().objectName()
            value = fixed.get(name, self._fitting(field, f"{form}.{name}"))
            if name and value is not None and field.editor().isEnabled():
                if field.value() in self.typed:
                    self._secret.add(str(field.value()))  # typed over, so no longer kept
                self._person.fill(**{name: value})
        self.note_titles()

    def note_titles(self) -> None:
        """Remember what the windows are called."""
        self.titles |= {window.windowTitle() for window in QApplication.topLevelWidgets()}

    def missing_from(self, text: str) -> list[str]:
        """Return which words, secrets aside, do not stand in `text`."""
        kept = {word: place for word, place in self.typed.items() if word not in self._secret}
        return [f"{word} ({place})" for word, place in kept.items() if word not in text]

    def found_in(self, content: str | bytes) -> list[str]:
        """Return which words stand in `content`, in any of the ways text is written."""
        written = content.encode() if isinstance(content, str) else content
        return [
            f"{word} ({place})"
            for word, place in self.typed.items()
            if any(word.encode(way) in written for way in ("utf-8", "utf-16-le", "utf-16-be"))
        ]

    def found_under(self, folder: Path) -> dict[str, list[str]]:
        """Return the files under `folder` in whose content or name words stand."""
        found = {
            str(path.relative_to(folder)): self.found_in(
                (path.read_bytes() if path.is_file() else b"") + path.name.encode()
            )
            for path in folder.rglob("*")
        }
        return {path: words for path, words in found.items() if words}

    def _fitting(self, field: Field, place: str) -> object:
        """Return what fits into the field; None to leave it as it is."""
        if type(field) in (TextField, NoteField, GuardedLine, GuardedNote, FunctionNote):
            return self.word(place)
        if isinstance(field, DayField):
            return None if field.value() else DAY
        if isinstance(field, CheckField):
            return True
        if isinstance(field, ChipsField | SegmentField) and not field.value():
            return _first_part(field)
        if isinstance(field, ChoiceField) and not field.value():
            return field._box.itemData(0)
        return None


def _first_part(field: ChipsField | SegmentField) -> object:
    parts = field.chips() if isinstance(field, ChipsField) else field._segments.parts()
    return parts[0].code
