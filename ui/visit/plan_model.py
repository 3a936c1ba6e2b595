"""The blocks of the plan, one after the other, each with what it says of itself when heard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ui.visit.plan_block import block_name, block_said
from ui.visit.plan_rows import Block, PlanLine

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()


class PlanModel(QAbstractListModel):
    """Line by line; knows of each block the number of its line and its place in it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._blocks: list[Block] = []
        self._spots: list[tuple[int, int]] = []
        self._rows: dict[str, int] = {}
        self._first: list[int] = []  # of each line, the row of its first block

    def set_lines(self, lines: Sequence[PlanLine]) -> None:
        """Take the blocks of these lines in place of those before."""
        self.beginResetModel()
        self._blocks, self._spots, self._first = [], [], []
        for number, line in enumerate(lines):
            self._first.append(len(self._blocks))
            self._blocks += line.blocks
            self._spots += [(number, place) for place in range(len(line.blocks))]
        self._rows = {block.key: row for row, block in enumerate(self._blocks)}
        self.endResetModel()

    def blocks(self) -> Sequence[Block]:
        """Return the blocks, line by line."""
        return self._blocks

    def block(self, index: Index) -> Block | None:
        """Return the block at `index`, if there is one."""
        return self._blocks[index.row()] if index.isValid() else None

    def spot(self, row: int) -> tuple[int, int]:
        """Return the number of the line a row is in, and its place there."""
        return self._spots[row]

    def at(self, line: int, place: int) -> QModelIndex:
        """Return the index of a place in a line."""
        return self.index(self._first[line] + place)

    def of(self, key: str) -> QModelIndex:
        """Return the index of the block with `key`; no valid one if there is none."""
        row = self._rows.get(key)
        return QModelIndex() if row is None else self.index(row)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._blocks)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        block = self.block(index)
        if block is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return block_name(block)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return " ".join(block_said(block))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((block_name(block), *block_said(block)))
        return None
