"""A table of frozen rows, described by a list of columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.domain.language import _
from ui.common.badge import BadgeLook

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
LOOK_ROLE = Qt.ItemDataRole.UserRole + 2
CODE_ROLE = Qt.ItemDataRole.UserRole + 3
STRONG_ROLE = Qt.ItemDataRole.UserRole + 4
_ROOT = QModelIndex()


def _as_text(value: Any) -> str:
    return "" if value is None else str(value)


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: its heading (a msgid), where its value comes from, how it is written.

    `badge` draws the cell as a badge, `code` as the tag of an anonymous flag. `width` is its
    least width in px; columns with `stretch` share the rest.
    """

    heading: str
    value: Callable[[Row], Any]
    text: Callable[[Any], str] = _as_text
    badge: Callable[[Row], BadgeLook | None] | None = None
    code: bool = False
    strong: bool = False
    right: bool = False
    width: int = 96
    stretch: int = 0


class RowModel(QAbstractTableModel, Generic[Row]):
    """Shows rows read by a service, sorted by the value behind the text of a column: empty values
    come last, text as a person sorts it. To change what is shown, set new rows."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._read: tuple[Row, ...] = ()  # in the order it was read
        self._rows: tuple[Row, ...] = ()
        self._by, self._descending = -1, False

    def rows(self) -> Sequence[Row]:
        """Return what is shown, as it stands."""
        return self._rows

    def column_and_row(self, index: Index) -> tuple[Column[Row], Row]:
        """Return what a cell stands in."""
        return self.columns[index.column()], self._rows[index.row()]

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self._read = tuple(rows)
        self._rows = self._sorted()
        self.endResetModel()

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._by, self._descending = column, order == Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        before, self._rows = self._rows, self._sorted()
        places = {id(row): place for place, row in enumerate(self._rows)}
        held = self.persistentIndexList()
        moved = [self.index(places[id(before[one.row()])], one.column()) for one in held]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return _(column.heading) if column.heading else ""
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(column, row)
        if role == SORT_ROLE:
            return column.value(row)
        if role == ROW_ROLE:
            return row
        return _dress(column, row, role)

    def _sorted(self) -> tuple[Row, ...]:
        if not 0 <= self._by < len(self.columns):
            return self._read
        value = self.columns[self._by].value
        return tuple(
            sorted(self._read, key=lambda row: _rank(value(row)), reverse=self._descending)
        )


def _words(column: Column[Row], row: Row) -> str:
    look = column.badge(row) if column.badge else None
    return look.text if look else column.text(column.value(row))


def _dress(column: Column[Row], row: Row, role: int) -> Any:
    """Return how a cell is to look."""
    if role == LOOK_ROLE:
        return column.badge(row) if column.badge else None
    if role == CODE_ROLE:
        return column.code
    if role == STRONG_ROLE:
        return column.strong
    return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _alignment(column: Column[Row]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _rank(value: object) -> tuple[int, Any]:
    if value is None or value == "":
        return (2, 0)
    if isinstance(value, str):
        return (1, value.casefold())
    if isinstance(value, date | datetime | time | int | float):
        return (0, value)
    return (1, str(value).casefold())
