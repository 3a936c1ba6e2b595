"""A row of a paper: one piece across the page, its air and rule, and what must stay with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from app.reports.arrangement import Across, Cell
from app.reports.ink import (
    CELL,
    CELL_STRONG,
    HEADING,
    LABEL,
    RULE,
    STRONG_RULE,
    stroke_of,
)
from app.reports.piece import Piece, text
from app.reports.tagging import TaggedCanvas
from app.reports.tags import Role

_SMALLEST_PART = 30.0  # two lines: less than that is not worth dividing for
_GAP = 9.0


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """A table or a list, which its rows are parts of."""

    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A piece across the page. `keep` holds it on the page of the next row, `company` does so as
    long as the two are small; `head` is repeated above it at the top of a page; `flows` lets it be
    divided wherever a page ends.

    It is read as a row of the table or an item of the list it is `part_of`, if any, and stays that
    one when it is divided; what is `repeated` is not read again.
    """

    piece: Piece
    width: float
    above: float = 0.0
    inside: tuple[float, float] = (0.0, 0.0)
    rule: Any = None
    keep: bool = False
    company: bool = False
    flows: bool = False
    head: Row | None = None
    bookmark: str = ""
    part_of: Whole | None = None
    repeated: bool = False
    whole: object = field(default_factory=object, compare=False, repr=False)

    @property
    def height(self) -> float:
        """The height of the piece, with the air inside."""
        return self.inside[0] + self.piece.height(self.width) + self.inside[1]

    @property
    def least(self) -> float:
        """The height there must be room for before a page is left."""
        divided = self.flows and self.height >= 2 * _SMALLEST_PART
        return _SMALLEST_PART if divided else self.height

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the piece, and the rule below it."""
        tall = self.piece.height(self.width)
        self.piece.draw(canvas, left, top - self.inside[0], self.width, tall)
        if self.rule is not None:
            canvas.rule(left, top - self.height, self.width, stroke_of(self.rule))

    def aired(self, air: float) -> Row:
        """Return the row with `air` times its air."""
        above, below = self.inside
        return replace(
            self,
            above=self.above * air,
            inside=(above * air, below * air),
            head=self.head.aired(air) if self.head else None,
        )

    def split(self, room: float) -> tuple[Row, Row] | None:
        """Return the row divided at `room`, or None if it cannot be."""
        parts = self.piece.split(self.width, room - sum(self.inside))
        if parts is None:
            return None
        first = replace(self, piece=parts[0], rule=None)
        return first, replace(self, piece=parts[1], above=0.0, bookmark="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table: its heading and its share of the width."""

    heading: str
    share: float


def line(piece: Piece, width: float, *, above: float = 0.0) -> Row:
    """Return text across the page, which flows on to the next one."""
    return Row(piece=piece, width=width, above=above, flows=True)


def in_company(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return `rows` with none alone on a page: the first two stay together, and the last two."""
    told = tuple(rows)
    held = {0, len(told) - 2} - {len(told) - 1}
    return tuple(replace(row, company=place in held) for place, row in enumerate(told))


def heading(words: str, width: float, *, above: float = 14.0) -> Row:
    """Return a heading: it stays with what follows, and is a bookmark."""
    piece = text(words, HEADING)
    return Row(piece=piece, width=width, above=above, inside=(0, 3), keep=True, bookmark=words)


def beside(pieces: Sequence[Piece], width: float, *, gap: float = 12.0) -> Across:
    """Return `pieces` side by side in equal widths."""
    return across(pieces, shares_of([1.0] * len(pieces), width, gap))


def cells(*words: str) -> tuple[Piece, ...]:
    """Return the cells of one line of a table, all of plain text."""
    return tuple(text(each, CELL) for each in words)


def table(
    columns: Sequence[Column],
    lines: Sequence[Sequence[Piece]],
    width: float,
    *,
    pad: float = 4.5,
    row_heads: int = 0,
) -> tuple[Row, ...]:
    """Return the rows of a table; the headings are repeated at the top of each page. The first
    `row_heads` cells of a line are what the others of it are about."""
    titles = [text(column.heading, LABEL) for column in columns]
    told = [titles, *lines]
    widest = [max(piece.longest for piece in down) for down in zip(*told, strict=True)]
    shares = [column.share for column in columns]
    places = in_a_row(fitted(shares, widest, width - _GAP * (len(columns) - 1)), _GAP)
    head = table_head(titles, places, width)
    return head, *table_lines(head, lines, places, pad=pad, row_heads=row_heads)


def table_head(
    titles: Sequence[Piece],
    places: Sequence[tuple[float, float]],
    width: float,
    *,
    inside: tuple[float, float] = (2, 4),
) -> Row:
    """Return the row that begins a table."""
    return Row(
        piece=across(titles, places, Role.COLUMN_HEAD),
        width=width,
        inside=inside,
        rule=STRONG_RULE,
        keep=True,
        part_of=Whole(Role.TABLE),
    )


def parted_table(
    columns: Sequence[Column],
    parts: Sequence[tuple[str, Sequence[Sequence[Piece]]]],
    width: float,
) -> Iterator[Row]:
    """Yield the rows of one table in parts, each under its heading, which is repeated with those
    of the columns at the top of a page; a part without a heading follows on."""
    lines = [cells for _heading, part in parts for cells in part]
    head, *rows = table(columns, lines, width)
    yield head
    left = iter(rows)
    for words, part in parts:
        above = _part_heading(words, head, len(columns)) if words else head
        if words:
            yield above
        for row in islice(left, len(part)):
            yield replace(row, head=above)


def table_lines(
    head: Row,
    lines: Iterable[Sequence[Piece]],
    places: Sequence[tuple[float, float]],
    *,
    pad: float = 4.5,
    row_heads: int = 0,
) -> tuple[Row, ...]:
    """Return the rows that stand under `head`, their cells at `places`."""
    inside = (pad, pad + 0.5)  # letters stand a little high in their line
    return in_company(
        Row(
            piece=across(pieces, places, Role.CELL, row_heads=row_heads),
            width=head.width,
            inside=inside,
            rule=RULE,
            head=head,
            part_of=head.part_of,
        )
        for pieces in lines
    )


def as_list(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return `rows` as the items of one list, with none alone on a page."""
    whole = Whole(Role.LIST)
    return in_company(replace(row, part_of=whole) for row in rows)


def across(
    pieces: Sequence[Piece],
    places: Sequence[tuple[float, float]],
    role: Role | None = None,
    *,
    row_heads: int = 0,
) -> Across:
    """Return `pieces` side by side, each with the left edge and width of its place, and read as
    `role`; the first `row_heads` as what the others are about."""
    roles = [Role.ROW_HEAD if place < row_heads else role for place in range(len(pieces))]
    placed = zip(pieces, places, roles, strict=True)
    return Across(tuple(Cell(piece, x, wide, told) for piece, (x, wide), told in placed))


def shares_of(shares: Sequence[float], width: float, gap: float) -> list[tuple[float, float]]:
    """Return left edge and width of each share of `width`, with `gap` between them."""
    return in_a_row(fitted(shares, [0.0] * len(shares), width - gap * (len(shares) - 1)), gap)


def in_a_row(widths: Sequence[float], gap: float) -> list[tuple[float, float]]:
    """Return left edge and width of each, with `gap` between them."""
    return [(sum(widths[:place]) + gap * place, wide) for place, wide in enumerate(widths)]


def fitted(shares: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Return `room` divided by `shares`, but each at least its `least` while there is room."""
    widths = [room * share / sum(shares) for share in shares]
    short = [max(0.0, need - wide) for need, wide in zip(least, widths, strict=True)]
    spare = [max(0.0, wide - need) for need, wide in zip(least, widths, strict=True)]
    moved = min(sum(short), sum(spare))
    if not moved:
        return widths
    return [
        wide + moved * (lack / sum(short) - extra / sum(spare))
        for wide, lack, extra in zip(widths, short, spare, strict=True)
    ]


def _part_heading(words: str, head: Row, columns: int) -> Row:
    """Return a row of the table whose one cell has the whole width."""
    cell = Cell(text(words, CELL_STRONG), 0.0, head.width, Role.COLUMN_HEAD, columns)
    return Row(
        piece=Across((cell,)),
        width=head.width,
        inside=(7, 1),
        keep=True,
        head=head,
        part_of=head.part_of,
    )
