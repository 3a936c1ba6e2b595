"""Reading the pages of a PDF as they are drawn: every word with its place and what marks it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import pikepdf

SHOWS = {"Tj", "TJ"}
PAINTS = {*SHOWS, "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "INLINE IMAGE"}
OPENS = {"BDC", "BMC"}
ONE = pikepdf.Matrix()
DESCENT = 0.25  # of the size, under the line that letters stand on


@dataclass(frozen=True, slots=True)
class Mark:
    """What a piece of a drawing says it is: numbered, or of no meaning and why."""

    number: int | None
    why: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """One thing drawn; `words` only if it is text. `box` is left, foot, right and top of those."""

    marks: tuple[Mark, ...]
    words: str = ""
    size: float = 0.0
    base: float = 0.0
    box: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


class Font:
    """What the codes of a font mean, and how wide they are."""

    def __init__(self, font: Any) -> None:
        told = font.ToUnicode.read_bytes().decode("ascii")
        pairs = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4})>", told)
        self._letters = {int(code, 16): chr(int(letter, 16)) for code, letter in pairs}
        first = int(font.FirstChar)
        self._widths = {first + n: float(wide) for n, wide in enumerate(font.Widths)}

    def read(self, codes: bytes) -> str:
        """Return the letters."""
        return "".join(self._letters[code] for code in codes)

    def width(self, codes: bytes, size: float, spread: float) -> float:
        """Return how wide they are."""
        return sum(self._widths[code] * size / 1000 + spread for code in codes)


@dataclass
class State:
    """What holds while a page is drawn."""

    places: pikepdf.Matrix = ONE
    font: Font | None = None
    size: float = 0.0
    spread: float = 0.0


@dataclass
class Pen:
    """Follows one page as it is drawn."""

    page: pikepdf.Page
    state: State = field(default_factory=State)
    kept: list[State] = field(default_factory=list)
    text: pikepdf.Matrix = ONE
    line: pikepdf.Matrix = ONE
    marks: list[Mark] = field(default_factory=list)

    @cached_property
    def fonts(self) -> dict[str, Font]:
        """The fonts of the page, by name."""
        return {name: Font(font) for name, font in self.page.Resources.Font.items()}

    def follow(self) -> Iterator[Drawn]:
        """Yield everything the page shows, in the order it is drawn."""
        for step in pikepdf.parse_content_stream(self.page):
            operator, operands = str(step.operator), list(step.operands)
            if operator in SHOWS:
                yield self._shown(b"".join(_codes(operands)))
            elif operator in PAINTS:
                yield Drawn(tuple(self.marks))
            elif operator in OPENS:
                self.marks.append(_mark(operands))
            elif operator == "EMC":
                self.marks.pop()
            else:
                self._note(operator, operands)
        assert not self.marks, "a mark is left open"
        assert not self.kept, "a state is left open"

    def _note(self, operator: str, operands: list[Any]) -> None:
        notes: dict[str, Callable[..., None]] = {
            "q": self._keep,
            "Q": self._restore,
            "cm": self._move,
            "Tf": self._choose,
            "Tc": self._spread,
            "BT": self._begin,
            "Tm": self._place,
            "Td": self._step,
        }
        if operator in notes:
            notes[operator](*operands)

    def _keep(self) -> None:
        self.kept.append(replace(self.state))

    def _restore(self) -> None:
        self.state = self.kept.pop()

    def _move(self, *by: Any) -> None:
        self.state.places = pikepdf.Matrix(*map(float, by)) @ self.state.places

    def _choose(self, name: Any, size: Any) -> None:
        self.state.font, self.state.size = self.fonts[str(name)], float(size)

    def _spread(self, by: Any) -> None:
        self.state.spread = float(by)

    def _begin(self) -> None:
        self.text = self.line = ONE

    def _place(self, *at: Any) -> None:
        self.text = self.line = pikepdf.Matrix(*map(float, at))

    def _step(self, *by: Any) -> None:
        self.text = self.line = pikepdf.Matrix(1, 0, 0, 1, *map(float, by)) @ self.line

    def _shown(self, codes: bytes) -> Drawn:
        state = self.state
        assert state.font is not None
        placed = self.text @ state.places
        wide = state.font.width(codes, state.size, state.spread)
        self.text = pikepdf.Matrix(1, 0, 0, 1, wide, 0) @ self.text
        size, words = state.size * placed.d, state.font.read(codes)
        seen = state.font.width(codes.rstrip(b" "), state.size, state.spread) - state.spread
        foot = placed.f - DESCENT * size
        box = (placed.e, foot, placed.e + seen * placed.a, placed.f + 0.75 * size)
        return Drawn(tuple(self.marks), words, size, placed.f, box)


def drawn_on(page: pikepdf.Page) -> list[Drawn]:
    """Return everything the page shows, in the order it is drawn."""
    return list(Pen(page).follow())


def _codes(operands: list[Any]) -> Iterator[bytes]:
    for each in operands:
        if isinstance(each, pikepdf.Array):
            yield from _codes(list(each))
        elif isinstance(each, pikepdf.String):
            yield bytes(each)


def _mark(operands: list[Any]) -> Mark:
    told = operands[1] if len(operands) > 1 else {}
    number = int(told["/MCID"]) if "/MCID" in told else None
    why = f"{told.get('/Type', '')}{told.get('/Subtype', '')}" if number is None else ""
    return Mark(number, str(operands[0]) + why if number is None else str(operands[0]))
