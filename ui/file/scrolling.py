"""A page of this room: scrolls up and down when the window is small, never sideways."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.common.scroll_area import ScrollArea


def keep_width(area: ScrollArea, across: QHBoxLayout) -> int:
    """Keep what lies in `across` where it is when the scroll bar comes; return the bar's width."""
    bar, edges = area.verticalScrollBar(), across.contentsMargins()
    wide, right = bar.sizeHint().width(), edges.right()

    def keep(_least: int, most: int) -> None:
        edges.setRight(right if most else right + wide)
        across.setContentsMargins(edges)

    edges.setLeft(edges.left() + wide)
    keep(0, bar.maximum())
    bar.rangeChanged.connect(keep)
    return wide


def in_the_middle(page: QWidget, block: QWidget, *, below: int = 1) -> QVBoxLayout:
    """Put `block` into the middle of `page`; return the layout, for what stands at the foot.

    `below` is the share of the air under it, beside 1 above.
    """
    # From the outside in: whatever is put into another place is dressed anew by Qt.
    inner = QWidget()
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(ScrollArea(inner))
    across = QHBoxLayout()  # an alignment would cut wrapped text to the height of one line
    across.addStretch(1)
    across.addWidget(block, 100)
    across.addStretch(1)
    middle = QVBoxLayout(inner)
    middle.setContentsMargins(24, 20, 24, 20)
    middle.addStretch(1)
    middle.addLayout(across)
    middle.addStretch(below)
    return middle
