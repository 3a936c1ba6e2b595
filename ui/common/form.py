"""A form: labelled fields, each with room for the problem it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, fields
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.problem import Problem
from ui.common.field import Field, FieldValue, as_text
from ui.common.flow_layout import FlowLayout
from ui.common.fonts import Role
from ui.common.notice import Notice
from ui.common.reveal import reveal
from ui.common.text import Text
from ui.common.tokens import Tone

AnyField = TypeVar("AnyField", bound=Field)
Draft = TypeVar("Draft")


class Form(QWidget):
    """Lays fields out and carries a draft to and from them.

    The name of a field is the name of the draft's attribute. With `stacked` the labels stand
    above the fields, otherwise in a column of `label_width` to the left.
    """

    changed = Signal()

    def __init__(
        self,
        *,
        stacked: bool = True,
        label_width: int = 132,
        gap: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._stacked = stacked
        self._fields: dict[str, Field] = {}
        self._places: dict[str, tuple[QWidget, ...]] = {}  # what shows a field and its label
        self._asked_if: dict[str, tuple[str, Callable[[str], bool]]] = {}
        self._shown: dict[str, Any] = {}
        self._elsewhere = Notice(Tone.DANGER, "")
        self._elsewhere.setVisible(False)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(gap)
        self._grid.setColumnMinimumWidth(0, 0 if stacked else label_width)
        self._grid.setColumnStretch(0 if stacked else 1, 1)
        self.add_widget(self._elsewhere)

    def add(self, name: str, label: str, field: AnyField, hint: str = "") -> AnyField:
        """Add `field` and return it; `name` is the draft's attribute it edits."""
        caption = self._take(name, label, field, hint)
        if self._stacked:
            cell = _stack(caption, field)
            self._places[name] = (cell,)
            self._add_row(cell)
        else:
            self._places[name] = (caption, field)
            row = self._grid.rowCount()
            caption.setContentsMargins(0, 8, 0, 0)
            self._grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(field, row, 1)
        return field

    def add_beside(self, name: str, label: str, field: AnyField) -> AnyField:
        """Add `field` at the right of the last one, or beneath it where there is no room."""
        caption = self._take(name, label, field, "")
        place = self._grid.rowCount() - 1
        item = self._grid.itemAtPosition(place, 0 if self._stacked else 1)
        last = item.widget() if item else None
        if last is None:
            raise LookupError(name)
        line = last if isinstance(last, _Line) else _Line()
        if line is not last:
            self._grid.replaceWidget(last, line)
            line.add(last)
        cell = _stack(caption, field) if self._stacked else _pair(caption, field)
        self._places[name] = (cell,)
        line.add(cell)
        return field

    def add_section(self, title: str, detail: str = "") -> None:
        """Begin a new part of the form."""
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 8 if self._fields else 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Text(title, Role.CARD_TITLE))
        if detail:
            column.addWidget(Text(detail, Role.SECONDARY, wrap=True))
        self._add_row(head)

    def add_widget(self, widget: QWidget) -> None:
        """Add something that is not a field, over the whole width."""
        self._add_row(widget)

    def ask_if(self, name: str, other: str, holds: Callable[[str], bool]) -> None:
        """Ask for `name` only while what `other` holds is such; what stands in it is kept."""
        self._asked_if[name] = (other, holds)

    def set_asked(self, name: str, *, asked: bool) -> None:
        """Ask for `name`, or leave the field and its label out."""
        for place in self._places[name]:
            place.setVisible(asked)

    def field(self, name: str) -> Field:
        """Return the field that edits `name`."""
        return self._fields[name]

    def values(self) -> dict[str, FieldValue]:
        """Return what every field holds."""
        return {name: field.value() for name, field in self._fields.items()}

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show `values`; names without a field are passed over."""
        for name, value in values.items():
            if name in self._fields and isinstance(value, str | tuple | bool):
                self._fields[name].set_value(value)
        self._show_what_is_asked()

    def show_draft(self, draft: object) -> None:
        """Show `draft`, a frozen dataclass; what has no field here is kept for `draft()`."""
        self._shown = _attributes(draft)
        self.set_values(self._shown)
        self.show_problems(())

    def draft(self, kind: type[Draft]) -> Draft:
        """Return what is typed as a `kind`; the rest is as it was shown, or as it is by default."""
        names = {field.name for field in fields(kind)}  # type: ignore[arg-type]  # always a dataclass
        typed = self._shown | self.values()
        return kind(**{name: value for name, value in typed.items() if name in names})

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show these problems and no others, and go to the first."""
        texts: dict[str, list[str]] = {}
        for problem in problems:
            texts.setdefault(problem.field, []).append(problem.text)
        for name, field in self._fields.items():
            field.set_problem("\n".join(texts.get(name, [])) or None)
        elsewhere = [text for name in texts.keys() - self._fields.keys() for text in texts[name]]
        self._elsewhere.set_words(" ".join(elsewhere))
        self._elsewhere.setVisible(bool(elsewhere))
        first = next((name for name in self._fields if name in texts), None)
        self._go_to(first)
        if elsewhere or first is not None:
            reveal(self._elsewhere if first is None else self._places[first][-1])

    def focus_first(self) -> None:
        """Put the keyboard in the first field."""
        self._go_to(next(iter(self._fields), None))

    def begin_at(self, name: str) -> None:
        """Put the keyboard in the first field that is not answered already."""
        self._go_to(name)

    def _show_what_is_asked(self) -> None:
        for name, (other, holds) in self._asked_if.items():
            self.set_asked(name, asked=holds(as_text(self._fields[other].value())))

    def _take(self, name: str, label: str, field: Field, hint: str) -> QWidget:
        self._fields[name] = field
        field.set_name(name, label, hint)
        field.changed.connect(self._show_what_is_asked)
        field.changed.connect(self.changed)
        return _caption(name, label, hint, field)

    def _go_to(self, name: str | None) -> None:
        if name is not None:
            self._fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_row(self, widget: QWidget) -> None:
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)


class _Line(QWidget):
    """Fields beside each other."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, gap=20, line_gap=12)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Put `widget` at the end."""
        self._flow.addWidget(widget)
        widget.show()


def _attributes(draft: object) -> dict[str, Any]:
    return asdict(draft)  # type: ignore[call-overload, no-any-return]  # always a dataclass


def _caption(name: str, label: str, hint: str, field: Field) -> QWidget:
    caption = QWidget()
    column = QVBoxLayout(caption)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    words = Text(label, Role.LABEL, wrap=True)
    words.setObjectName(f"{name}_label")
    words.setBuddy(field.editor())
    column.addWidget(words)
    words.setVisible(bool(label))
    if hint:
        column.addWidget(Text(hint, Role.CAPTION, wrap=True))
    return caption


def _pair(caption: QWidget, field: Field) -> QWidget:
    cell = QWidget()
    row = QHBoxLayout(cell)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    caption.setContentsMargins(0, 8, 0, 0)
    row.addWidget(caption, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(field)
    words = caption.findChild(Text)
    caption.setVisible(words is not None and not words.isHidden())
    return cell


def _stack(caption: QWidget, field: Field) -> QWidget:
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(caption)
    column.addWidget(field)
    cell.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return cell
